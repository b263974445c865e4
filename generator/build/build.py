"""One build, from the content to what every page is made from, without knowing which engine writes them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from markupsafe import Markup

from generator import pages, urls
from generator.build.cached_types import find_type
from generator.cache import fingerprints
from generator.cache.leftovers import is_leftover
from generator.cache.store import Store
from generator.checks.addresses import MADE
from generator.content.load import load_incrementally
from generator.danish.dates import now_from
from generator.feeds import jsonld
from generator.media import pictures
from generator.media.social_card import SocialCard
from generator.model.calendar import Calendar
from generator.model.site import published
from generator.pages.context import SiteContext
from generator.pages.page import Document, Page
from generator.problems.problem import ContentError
from generator.reading.settings import Settings
from generator.rendering import assets
from generator.rendering.assets import Assets
from generator.rendering.render import CONTENT_SECURITY_POLICY, LIVE_RELOAD_POLICY, LayoutContext, Renderer
from generator.repository.history import History, read_history
from generator.repository.links import Repository

_NAME = re.compile(r"[a-z0-9-]+")
ARTIFACT_CACHE = ".cache/parts"
"""The place in the project of what one build keeps for the next."""


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
        content: Path | None = None,
        theme: Path,
        today: str | None,
        examples: bool,
        site_url: str,
        repository: Repository | None,
        preview: bool,
    ) -> Build:
        """Loads the content: of `root`, or of another folder that holds a copy of it.

        Raises ContentError with all problems, and ValueError for a `today` that is none.
        """
        now = now_from(today)
        content = content or root
        cache, code = Store(root / ARTIFACT_CACHE, find_type), fingerprints.of_code(theme)
        site, problems = load_incrementally(content, cache, code)
        if problems or site is None:
            raise ContentError(problems)
        cache.prune(site.fingerprints)
        address = site_url.rstrip("/") + "/"
        history = read_history(root, now)
        if history.note:
            print(history.note, file=sys.stderr)
        return cls(
            root=root,
            context=SiteContext(
                Calendar.at(published(site, examples=examples), now), content, examples, address, root / pictures.PICTURE_CACHE
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
        """The front page's card, for all pages that have none."""
        return next((page.social for page in self.documents.values() if page.url == urls.FRONT), None)

    def add_document(
        self, source: str, url: str, title: str, description: str, html: str, contents: Sequence[Mapping[str, str]]
    ) -> None:
        """One Markdown page of content/, as the engine made HTML of it."""
        document = Document(source, url, title, description, Markup(html), tuple(contents))  # noqa: S704  the programme's own text
        self.documents[source] = pages.from_document(self.context, document)

    def lasting_addresses(self) -> Iterator[str]:
        """Yield what Markdown of content/ may link to, besides its own pages: of areas and events, those that it names."""
        yield from MADE - {urls.FRONT}
        documents = (file for file in sorted((self.context.root / "content").glob("*.md")) if not is_leftover(file.name))
        names = set(_NAME.findall("".join(file.read_text("utf-8", "replace") for file in documents)))
        for area in self.context.site.areas:
            if area.slug in names:
                yield urls.area(area.slug)
        for event in self.context.site.events:
            if event.name in names:
                yield urls.event(event)

    def layout(self, source: str) -> LayoutContext:
        """The layout of one document, with the filling of the build before where nothing that decides it has changed."""
        page = self.documents[source]
        name, key = f"{Path(source).stem}.page", self.page_key(page)
        found = self.cache.get(name, key)
        filling = (Markup(found[0]), Markup(found[1])) if found else self.renderer.filling(page, page.root)  # noqa: S704  our own
        if not found:
            self.cache.put(name, key, tuple(map(str, filling)))
        return self.renderer.layout(page, filling=filling)

    def not_found(self) -> LayoutContext:
        """The layout of 404.html, which is shown at any address: its links start from the site's own path."""
        page = Page("404.html", "not-found.html", "Siden findes ikke", "Siden findes ikke.", {}, hidden=True)
        return self.renderer.layout(page, urlsplit(self.site_url).path)

    @cached_property
    def common(self) -> str:
        """A fingerprint of what decides every page: code, settings, the day, and what the programme says of itself."""
        site = self.context.site
        said = (site.programme, site.timeline, site.contacts, self.site_url, self.repository, self.context.examples)
        return fingerprints.of_values(self.code, said, self.context.now.date(), _key_of(self.renderer.social))

    def page_key(self, page: Page) -> str:
        """A fingerprint of all that decides a page, but the shell and the cards of its `entries`."""
        if page.decided_by is None:
            return fingerprints.of_values(self.common, page, _key_of(page.social), list(jsonld.graph_of(self.context, page)))
        return fingerprints.of_values(self.common, page.url, page.title, page.description, page.hidden, *page.decided_by)


def _key_of(card: SocialCard | None) -> str | None:
    """What tells a card from one that shows another photo of the same name, too."""
    return card.key if card else None


def _assets(theme: Path, cache: Store, code: str) -> Assets:
    found: Assets | None = cache.get("assets", code)
    if found is None:
        found = assets.collect(theme)
        cache.put("assets", code, found)
    return found
