"""One build, from the content to what every page is made from, without knowing which engine writes them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from markupsafe import Markup

from generator import pages, urls
from generator.build.cached_types import TYPES
from generator.build.content_pages import ContentPages
from generator.build.isolation_report import IsolationReport
from generator.cache import fingerprints
from generator.cache.links import refuse_links
from generator.cache.store import Store
from generator.content.isolation import as_text, isolate
from generator.content.load import load_incrementally
from generator.content.loader import AREAS
from generator.danish.dates import now_from
from generator.feeds import jsonld
from generator.media import pictures
from generator.media.social_card import SocialCard
from generator.model.calendar import Calendar
from generator.model.folders import PROGRAMME
from generator.model.site import Site, published
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
                theme=theme,
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
    def content(self) -> ContentPages:
        """Return what is asked of the Markdown pages of content/."""
        return ContentPages(self.root, self.context)

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
    nobody_knows = not history.commits
    corrected = {each.owner for each in site.corrections} - {PROGRAMME}
    is_left = site.areas or (corrected if nobody_knows else corrected & known)
    if (known or nobody_knows) and not is_left:
        raise ContentError([Problem.of_file(AREAS, _NO_AREAS_LEFT, files.FILE_MISSING)])
