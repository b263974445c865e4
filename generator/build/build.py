"""One build, from the content to what every page is made from, without knowing which engine writes them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from markupsafe import Markup

from generator import pages, paths, urls
from generator.build.cached_types import TYPES
from generator.build.isolation_report import IsolationReport
from generator.cache import fingerprints
from generator.cache.links import refuse_links
from generator.cache.store import Store
from generator.checks.addresses import MADE
from generator.checks.moves import moved_paths
from generator.content.isolation import as_text, isolate
from generator.content.languages import lost_pages
from generator.content.load import load_incrementally
from generator.content.loader import AREAS
from generator.danish.dates import now_from
from generator.feeds import jsonld
from generator.media import pictures
from generator.media.social_card import SocialCard
from generator.model.calendar import Calendar
from generator.model.named_values import filled, in_language
from generator.model.site import PROGRAMME, Site, published
from generator.pages.context import SiteContext
from generator.pages.page import Document, Page
from generator.problems.problem import ContentError, Problem
from generator.problems.rules import files
from generator.reading.settings import Settings
from generator.rendering import assets
from generator.rendering.assets import Assets
from generator.rendering.render import CONTENT_SECURITY_POLICY, LIVE_RELOAD_POLICY, LayoutContext, Renderer
from generator.repository.history import History, read_history
from generator.repository.links import Repository
from generator.text.letters import harmless

_NAME = re.compile(r"[a-z0-9-]+")
_LINK = re.compile(r"""<a\b[^>]*?\bhref="(?P<address>[^"]*)"[^>]*>(?P<text>.*?)</a>""", re.DOTALL)
_AREA_FILE = re.compile(r"areas/[^/]+/area\.yml")
_NO_AREAS_LEFT = (
    "Alle områder er væk herfra, og uden dem bygges der ikke en side. Hent mappen areas tilbage fra historikken, "
    "eller lav det første område med «kulturpunkt new area»."
)
ARTIFACT_CACHE = ".cache/parts"
"""The folder of the project in which one build leaves for the next what it has made."""


@dataclass
class Build:
    """What one build knows. `menu` and the documents come from the engine once it has read them."""

    root: Path
    context: SiteContext
    history: History
    theme: Path
    assets: Assets
    site_url: str
    repository: Repository | None
    policy: str
    cache: Store
    code: str
    menu: Sequence[tuple[str, str]] = ()
    documents: dict[str, Page] = field(default_factory=dict)

    @classmethod
    def start(
        cls,
        *,
        root: Path,
        theme: Path,
        today: str | None,
        examples: bool,
        site_url: str,
        repository: Repository | None,
        preview: bool,
        report: IsolationReport | None = None,
    ) -> Build:
        """Load the content of `root`. With a report, problems do not stop it: it says what is left out because of them.

        Raise ContentError with all problems, ValueError for a `today` that is none, and LinkError where the cache is a link.
        """
        now = now_from(today)
        refuse_links(*(root / folder for folder in (".cache", ARTIFACT_CACHE, pictures.PICTURE_CACHE)))
        cache, code = Store(root / ARTIFACT_CACHE, TYPES), fingerprints.of_code(theme)
        site = _site(root, cache, code, report)
        address = site_url.rstrip("/") + "/"
        history = read_history(root, now)
        if history.note:
            print(harmless(history.note), file=sys.stderr)
        refuse_loss_of_all(site, history)
        return cls(
            root=root,
            context=SiteContext(
                Calendar.at(published(site, examples=examples), now),
                root,
                examples,
                address,
                root / pictures.PICTURE_CACHE,
                history,
            ),
            history=history,
            theme=theme,
            assets=_assets(theme, cache, code),
            site_url=address,
            repository=repository,
            policy=LIVE_RELOAD_POLICY if preview else CONTENT_SECURITY_POLICY,
            cache=cache,
            code=code,
        )

    @property
    def settings(self) -> Settings:
        return Settings(self.site_url, self.repository.address if self.repository else "", self.context.examples)

    @cached_property
    def renderer(self) -> Renderer:
        return Renderer(
            self.context, self.theme, self.assets, self.site_url, self.menu, self.repository, self.policy, self._social()
        )

    def _social(self) -> SocialCard | None:
        """Return the front page's card, for all pages that have none of their own."""
        return next((page.social for page in self.documents.values() if page.url == urls.FRONT), None)

    def set_menu(self, items: Iterable[tuple[str, str]]) -> None:
        """Take the menu as pairs of title and path. The results stand in it once the programme is past its middle."""
        hidden = None if self.context.past_middle else urls.RESULTS
        self.menu = [(title, path) for title, path in items if path != hidden]

    def add_document(
        self, source: str, url: str, title: str, description: str, html: str, contents: Sequence[Mapping[str, str]]
    ) -> None:
        """Add a Markdown page of content/, as the engine made HTML of it."""
        document = Document(source, url, title, description, Markup(html), tuple(contents))  # noqa: S704  the programme's own text
        self.documents[source] = pages.from_document(self.context, document)

    def filled(self, text: str, source: str) -> str:
        """Return a text of a page of content/ with its named values, as the language of the page says them. `source` is the path of
        its file below content/."""
        site = self.context.site
        language = next((each for each in site.languages if source.startswith(f"{each.code}/")), None)
        return filled(text, in_language(site.values, site.programme, language) if language and site.values else site.values)

    def lasting_addresses(self) -> Iterator[str]:
        """Yield what Markdown of content/ may link to, besides its own pages."""
        yield from MADE - {urls.FRONT}
        yield from self.lasting
        yield from self.lost
        yield from moved_paths(self.context.site) - self.lasting - self.lost

    @cached_property
    def lost(self) -> frozenset[str]:
        """Return the addresses of pages in languages whose words cannot be read: they have no page."""
        return frozenset(lost_pages(self.root / "content", self.context.site.languages))

    def is_textless(self, source: str) -> bool:
        """Return whether a page of content/, by its path below it, is shown without its text."""
        return f"content/{source}" in self.context.site.textless

    def is_reported(self, source: str) -> bool:
        """Return whether the problems of a file of content/, by its path below it, are said already."""
        return f"content/{source}" in self.context.site.reduced

    def is_lost(self, source: str) -> bool:
        """Return whether a file of content/, by its path below it, is a page of a language that cannot be read."""
        return source.endswith(".md") and bool(self.lost) and paths.page_of(source) in self.lost

    @cached_property
    def lasting(self) -> frozenset[str]:
        """Return the addresses of areas and events that Markdown of content/ may link to: those whose names stand in it.

        One that is not shown today is among them: that an area is a draft, or left out, stops no page that links to it.
        """
        content = self.root / "content"
        names = set(_NAME.findall("".join(map(_text_of, sorted(content.glob("*.md"))))))
        folders = [folder for folder in (self.root / "areas").glob("*/") if folder.name in names]
        events = ((PROGRAMME, content), *((folder.name, folder) for folder in folders))
        pages = (urls.event_named(owner, file.stem) for owner, folder in events for file in folder.glob("events/*.md"))
        named = (page for page in pages if page.split("/")[2] in names)
        return frozenset((*(urls.area(folder.name) for folder in folders), *named))

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """Return those of the lasting addresses that have no page today."""
        corrections = map(urls.corrected, self.context.site.corrections)
        return self.lost | self.lasting.difference(self.context.area_at, self.context.event_at, corrections)

    def without_dead_links(self, html: str, url: str) -> tuple[str, list[str]]:
        """Return a page of content/ with its links to withdrawn addresses as plain text, and these addresses."""
        dead: list[str] = []

        def shown(link: re.Match[str]) -> str:
            path = urljoin(f"/{url}", link["address"]).partition("#")[0].removesuffix("index.html").removeprefix("/")
            if path not in self.withdrawn:
                return link[0]
            dead.append(path)
            return link["text"]

        return (_LINK.sub(shown, html) if self.withdrawn else html), dead

    def layout(self, source: str) -> LayoutContext:
        """Return the layout of one document."""
        return self.renderer.layout(self.documents[source])

    def not_found(self) -> LayoutContext:
        """Return the layout of 404.html, which is shown at any address: its links start from the site's own path."""
        page = Page("404.html", "not-found.html", "Siden findes ikke", "Siden findes ikke.", {}, hidden=True)
        return self.renderer.layout(page, urlsplit(self.site_url).path)

    @cached_property
    def common(self) -> str:
        """Return a fingerprint of what decides every page: code, settings, the day, and what the programme says of itself."""
        site = self.context.site
        said = (site.programme, site.timeline, site.rounds, site.contacts, site.languages)
        settings = (self.site_url, self.repository, self.context.examples)
        return fingerprints.of_values(self.code, said, settings, self.context.now.date(), _key_of(self.renderer.social))

    def page_key(self, page: Page) -> str:
        """Return a fingerprint of all that decides a page, but the shell and the cards of its `occurrences`."""
        if page.decided_by is None:
            return fingerprints.of_values(self.common, page, _key_of(page.social), list(jsonld.graph_of(self.context, page)))
        return fingerprints.of_values(self.common, page.url, page.title, page.description, page.hidden, *page.decided_by)


def _key_of(card: SocialCard | None) -> str | None:
    """Return what differs between two cards, even where they show different photos of one name."""
    return card.key if card else None


def _assets(theme: Path, cache: Store, code: str) -> Assets:
    found: Assets | None = cache.get("assets", code)
    if found is None:
        found = assets.collect(theme)
        cache.put("assets", code, found)
    return found


def _site(root: Path, cache: Store, code: str, report: IsolationReport | None) -> Site:
    """Return the content below `root`: all of it, or with a report what can be shown of it. Raise ContentError."""
    site, problems = load_incrementally(root, cache, code)
    if site and not problems and not (report and report.withheld):
        cache.prune(site.fingerprints)
        return site
    if report is None:
        raise ContentError(problems)
    site, fallbacks = isolate(root, report.withheld)
    report.said += as_text(fallbacks).splitlines()
    return site


def refuse_loss_of_all(site: Site, history: History) -> None:
    """Raise ContentError where there were areas, and there is none any more: that is an accident, and no site to publish.

    Without a history nobody knows that there were none.
    """
    known = {path.split("/")[1] for path in history.commits if _AREA_FILE.fullmatch(path)}
    if not history.commits:
        known = {PROGRAMME, *(each.owner for each in site.corrections)}
    if known and not site.areas and not any(each.owner in known for each in site.corrections if each.owner != PROGRAMME):
        raise ContentError([Problem(AREAS, 1, 1, "", _NO_AREAS_LEFT, files.FILE_MISSING)])


def _text_of(file: Path) -> str:
    """Return what a page says, to look for names in it; nothing where it cannot be read, which its reader says."""
    try:
        return file.read_text("utf-8", "replace") if file.is_file() else ""
    except OSError:
        return ""
