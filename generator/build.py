"""One build, from the content to every file of the site, without knowing which engine writes them."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

from markupsafe import Markup

from generator import assets, feeds, fingerprints, pages, pictures, search, sitemap, urls
from generator.assets import Assets
from generator.dates import now_from
from generator.feeds import jsonld
from generator.history import History, read_history
from generator.kept import Kept, kept_or_made
from generator.load import load_again
from generator.model.event import Event
from generator.model.site import published
from generator.pages import status
from generator.pages.day import instants
from generator.pages.page import Document, Page
from generator.pages.view import Entry, View
from generator.parts import EventFeeds, EventPart, Part
from generator.problems import ContentError
from generator.render import CONTENT_SECURITY_POLICY, LIVE_RELOAD_POLICY, Renderer, Sheet
from generator.repository import Repository
from generator.settings import Settings
from generator.shell import Filler
from generator.social import SocialCard
from generator.tree import File

_NAME = re.compile(r"[a-z0-9-]+")
KEPT_PARTS = ".cache/parts"
"""The place in the project of what one build keeps for the next."""


@dataclass
class Build:
    """What one build knows. `menu` and the documents come from the engine once it has read them."""

    root: Path
    view: View
    history: History
    theme: Path
    assets: Assets
    site_url: str
    repository: Repository | None
    policy: str
    kept: Kept
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
        kept, code = Kept(root / KEPT_PARTS), fingerprints.of_code(theme)
        site, problems = load_again(content, kept, code)
        if problems or site is None:
            raise ContentError(problems)
        address = site_url.rstrip("/") + "/"
        history = read_history(root, now)
        if history.note:
            print(history.note, file=sys.stderr)
        return cls(
            root=root,
            view=View(published(site, examples=examples), now, content, examples, address, root / pictures.KEPT_PICTURES),
            history=history,
            theme=theme,
            assets=_assets(theme, kept, code),
            site_url=address,
            repository=repository,
            policy=LIVE_RELOAD_POLICY if preview else CONTENT_SECURITY_POLICY,
            kept=kept,
            code=code,
        )

    @property
    def settings(self) -> Settings:
        return Settings(self.site_url, self.repository.address if self.repository else "", self.view.examples)

    @cached_property
    def renderer(self) -> Renderer:
        return Renderer(self.view, self.theme, self.assets, self.site_url, self.menu, self.repository, self.policy, self._social())

    def _social(self) -> SocialCard | None:
        """The front page's card, for all pages that have none."""
        return next((page.social for page in self.documents.values() if page.url == urls.FRONT), None)

    def add_document(
        self, source: str, url: str, title: str, description: str, html: str, contents: Sequence[Mapping[str, str]]
    ) -> None:
        """One Markdown page of content/, as the engine made HTML of it."""
        document = Document(source, url, title, description, Markup(html), tuple(contents))  # noqa: S704  the programme's own text
        self.documents[source] = pages.from_document(self.view, document)

    def lasting_paths(self) -> Iterator[str]:
        """Where the pages are that Markdown of content/ may link to, besides its own: those whose names stand in it."""
        written = "".join(file.read_text("utf-8", "replace") for file in sorted((self.view.root / "content").glob("*.md")))
        names = set(_NAME.findall(written))
        for area in self.view.site.areas:
            if area.slug in names:
                yield urls.area(area.slug) + "index.html"
        for event in self.view.site.events:
            if event.name in names:
                yield urls.event(event) + "index.html"

    def sheet(self, source: str) -> Sheet:
        """The sheet of one document, with the filling of the build before where nothing that decides it has changed."""
        page = self.documents[source]
        name, key = f"{Path(source).stem}.page", self._page_key(page)
        found = self.kept.get(name, key)
        filling = (Markup(found[0]), Markup(found[1])) if found else self.renderer.filling(page, page.root)  # noqa: S704  our own
        if not found:
            self.kept.put(name, key, tuple(map(str, filling)))
        return self.renderer.sheet(page, filling=filling)

    def not_found(self) -> Sheet:
        """The sheet of 404.html, which is shown at any address: its links start from the site's own path."""
        page = Page("404.html", "not-found.html", "Siden findes ikke", "Siden findes ikke.", {}, hidden=True)
        return self.renderer.sheet(page, urlsplit(self.site_url).path)

    def files(self, shell: Callable[[Sheet], str], holds: Callable[[str, str], bool]) -> Iterator[File]:
        """Every file besides the documents' pages. `shell` renders a sheet as a whole page.

        `holds` is asked, by the name of a part of the site and the fingerprint of all that decides it, whether its files are
        there already: then they are not made again.
        """
        fill = Filler(shell)
        common = fingerprints.of_values(self._common, fill.look(self.not_found()))
        documents = list(self.documents.values())
        whole = _Whole([page.url for page in documents if not page.hidden], list(self._found(documents)))
        yield from self._cards({page.social for page in documents if page.social}, holds)
        for owner in self.view.owners:
            part = yield from self._part(owner, common, fill, holds)
            whole.add(part)
            self.view.made.update({(each.url, anchor): card for each in part.events for anchor, card in each.cards.items()})
        standing = status.standing(self.view, self.history, self.settings)
        yield File(urls.STATUS_DATA, status.as_json(standing).encode())
        for page in chain(pages.of_site(self.view), [status.status(standing)]):
            yield from self._site_page(page, common, whole, fill, holds)
            whole.listed += [] if page.hidden else [page.url]
            whole.pages += self._found([page])
        for path, content in chain(feeds.of_site(self.view, self.history, whole.feeds), search.files(whole.documents())):
            yield File(path, content)
        for path, content in self.assets.files.items():
            yield File(path, content)
        yield File("sitemap.xml", sitemap.sitemap(whole.listed, self.site_url).encode())
        yield File("robots.txt", sitemap.robots(self.site_url).encode())

    def _found(self, several: Iterable[Page]) -> Iterator[search.Document]:
        return (search.of_page(self.view, page) for page in several if search.stands_alone(page))

    @cached_property
    def _common(self) -> str:
        """A fingerprint of what decides every page: code, settings, the day, and what the programme says of itself."""
        site = self.view.site
        said = (site.programme, site.timeline, site.contacts, self.site_url, self.repository, self.view.examples)
        return fingerprints.of_values(self.code, said, self.view.now.date(), self.renderer.social)

    def _page_key(self, page: Page, marks: Mapping[int, str] | None = None) -> str:
        """A fingerprint of all that decides a page, but the shell. `marks` has those of the cards."""
        if page.decided_by is None:
            return fingerprints.of_values(self._common, page, list(jsonld.graph_of(self.view, page)))
        told = ((marks or {}).get(id(each), each) for each in page.decided_by)
        return fingerprints.of_values(self._common, page.url, page.title, page.description, page.hidden, *told)

    def _key(self, owner: str, common: str) -> str | None:
        """A fingerprint of all that decides an owner's part; None where its folder changed while it was read."""
        folder = self.view.site.fingerprints.get(owner)
        revisions = [self.history.event(event) for event in self.view.events_of(owner)]
        return folder and fingerprints.of_values(common, folder, self.view.dot_of(owner), revisions, self._passed(owner))

    def _passed(self, owner: str) -> int:
        """How many of the instants have passed at which something of an owner begins or ends: all that the hour decides."""
        entries = self.view.entries_of(owner)
        begun = sum(entry.occurrence.begins <= self.view.now for entry in entries)
        ended = sum(entry.occurrence.ends <= self.view.now for entry in entries)
        return begun + ended + sum(instant <= self.view.now for entry in entries for instant in instants(entry))

    def _part(self, owner: str, common: str, fill: Filler, holds: Callable[[str, str], bool]) -> Generator[File, None, Part]:
        """One owner's files where they are not there already; gives what the site needs of it."""
        key = self._key(owner, common)
        part: Part | None = self.kept.get(f"{owner}.part", key) if key else None
        if part and key and holds(owner, key) and all(holds(path, path) for path in part.shared):
            return part
        part = yield from self._made(owner, key, fill, holds)
        if key:
            self.kept.put(f"{owner}.part", key, part)
        return part

    def _made(self, owner: str, key: str | None, fill: Filler, holds: Callable[[str, str], bool]) -> Generator[File, None, Part]:
        """The same, made."""
        view, own = self.view, partial(File, part=owner, key=key)
        listed, cards = [], set()
        for page in pages.of_owner(view, owner):
            yield own(page.url + "index.html", fill(self.renderer.sheet(page)).encode())
            listed += [] if page.hidden else [page.url]
            cards |= {page.social} if page.social else set()
        for path, content in view.documents.items():
            yield own(path, content)
        shared = [urls.social(card.key) for card in cards]
        shared += [urls.picture(variant.name) for picture in view.pictures.values() for variant in picture.variants]
        yield from self._cards(cards, holds)
        yield from self._pictures(holds)
        view.documents.clear()
        view.pictures.clear()
        made = {urls.event(event): feeds.of_event(view, self.history, event) for event in view.events_of(owner)}
        for path, content in feeds.of_owner(view, self.history, owner, made):
            yield own(path, content)
        events = tuple(self._event_part(event, made) for event in view.events_of(owner))
        area = view.areas.get(owner)
        return Part(events, search.of_area(area) if area else None, tuple(listed), tuple(sorted(shared)))

    def _event_part(self, event: Event, made: Mapping[str, EventFeeds]) -> EventPart:
        url = urls.event(event)
        cards = {date.anchor: self.view.card(Entry(event, date)) for date in self.view.dates[url]}
        marks = {anchor: fingerprints.of_values(card) for anchor, card in cards.items()}
        return EventPart(url, cards, marks, made[url], search.of_event(self.view, event))

    def _site_page(self, page: Page, common: str, whole: _Whole, fill: Filler, holds: Callable[[str, str], bool]) -> Iterator[File]:
        """A page that all areas are on, unless it is there already."""
        key = fingerprints.of_values(common, self._page_key(page, whole.marks))
        if not holds(page.url, key):
            yield File(page.url + "index.html", fill(self.renderer.sheet(page)).encode(), page.url, key)

    def _pictures(self, holds: Callable[[str, str], bool]) -> Iterator[File]:
        """The files of the pictures that the view has met: each is named by all that decides it."""
        cache = self.root / pictures.KEPT_PICTURES
        for picture in self.view.pictures.values():
            for variant in picture.variants:
                path = urls.picture(variant.name)
                if not holds(path, path):
                    yield File(path, pictures.content(picture, variant, cache), path, path)

    def _cards(self, cards: Iterable[SocialCard], holds: Callable[[str, str], bool]) -> Iterator[File]:
        """The cards for sharing."""
        cache = self.root / pictures.KEPT_PICTURES
        for card in sorted(cards, key=lambda card: card.key):
            path, kept = urls.social(card.key), cache / f"{card.key}-{self.assets.look}.jpg"
            if not holds(path, path):
                yield File(path, kept_or_made(kept, partial(_drawn, card, self.theme)), path, path)


@dataclass
class _Whole:
    """What has been gathered of all parts: the sitemap's pages, what is found, and events by address in the feeds.

    `marks` has the fingerprint of each card that stands on pages, by the card's own identity.
    """

    listed: list[str]
    pages: list[search.Document]
    areas: list[search.Document] = field(default_factory=list)
    events: list[search.Document] = field(default_factory=list)
    feeds: dict[str, EventFeeds] = field(default_factory=dict)
    marks: dict[int, str] = field(default_factory=dict)

    def add(self, part: Part) -> None:
        self.listed += part.listed
        self.areas += [part.found] if part.found else []
        for each in part.events:
            self.events.append(each.found)
            self.feeds[each.url] = each.feeds
            self.marks.update({id(card): each.marks[anchor] for anchor, card in each.cards.items()})

    def documents(self) -> search.Documents:
        return search.ordered(self.events, self.areas, self.pages)


def _assets(theme: Path, kept: Kept, code: str) -> Assets:
    found: Assets | None = kept.get("assets", code)
    if found is None:
        found = assets.collect(theme)
        kept.put("assets", code, found)
    return found


def _drawn(card: SocialCard, theme: Path) -> bytes:
    """Drawing is loaded when a card is missing: that takes longer than a small site."""
    from generator.social_drawing import draw

    return draw(card, theme)
