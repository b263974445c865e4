"""The files of one build, part by part: an owner's, then the pages and feeds that all owners are in.

A part whose files are there already is not made again; what the whole site needs of it was kept.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from functools import partial
from itertools import chain

from generator import feeds, pages, search, urls
from generator.build.artifacts import EventArtifact, OwnerArtifact, SiteIndex
from generator.build.build import Build
from generator.build.shared_files import SharedFiles
from generator.build.writer import File
from generator.cache import fingerprints
from generator.feeds import sitemap
from generator.media import pictures
from generator.pages import status
from generator.pages.day import instants
from generator.pages.page import Page
from generator.pages.view import Entry
from generator.rendering.layout import LayoutCache
from generator.rendering.render import LayoutContext


class Builder:
    """Makes every file besides the documents' pages. `shell` renders a sheet as a whole page.

    `holds` is asked, by the name of a part of the site and the fingerprint of all that decides it, whether its files are there.
    """

    def __init__(self, build: Build, shell: Callable[[LayoutContext], str], holds: Callable[[str, str], bool]) -> None:
        self.build, self.view, self.holds = build, build.view, holds
        self.fill = LayoutCache(shell)
        self.decided = fingerprints.of_values(build.common, self.fill.look(build.not_found()))
        self.shared = SharedFiles(build.root / pictures.PICTURE_CACHE, build.theme, build.assets.look, holds)
        documents = build.documents.values()
        self.whole = SiteIndex([page.url for page in documents if not page.hidden], list(self._found(documents)))

    def files(self) -> Iterator[File]:
        """Every file with its path."""
        build, whole = self.build, self.whole
        yield from self.shared.cards({page.social for page in build.documents.values() if page.social})
        yield from self._pictures()
        for owner in self.view.owners:
            part = yield from self._part(owner)
            whole.add(part)
        site_status = status.site_status(self.view, build.history, build.settings)
        yield File(urls.STATUS_DATA, status.as_json(site_status).encode())
        for page in chain(pages.of_site(self.view), [status.status(site_status)]):
            yield from self._site_page(page)
        yield from self._pictures()
        self.view.made.clear()
        for path, content in feeds.of_site(self.view, build.history, whole.feeds):
            yield File(path, content)
        whole.feeds.clear()
        for path, content in search.files(whole.documents()):
            yield File(path, content)
        yield from self._part_of_code("code/schemas", lambda: feeds.schemas(build.site_url))
        yield from self._part_of_code("code/assets", lambda: build.assets.files.items())
        yield File("sitemap.xml", sitemap.sitemap(whole.listed, build.site_url).encode())
        yield File("robots.txt", sitemap.robots(build.site_url).encode())

    def _part(self, owner: str) -> Generator[File, None, OwnerArtifact]:
        """One owner's files where they are not there already; gives what the site needs of it."""
        key = self._key(owner)
        part: OwnerArtifact | None = self.build.cache.get(f"{owner}.part", key) if key else None
        if part and key and self.holds(owner, key) and self.shared.has_all(part.shared):
            return part
        part = yield from self._made(owner, key)
        if key:
            self.build.cache.put(f"{owner}.part", key, part)
        return part

    def _key(self, owner: str) -> str | None:
        """A fingerprint of all that decides an owner's part; None where its folder changed while it was read."""
        folder = self.view.site.fingerprints.get(owner)
        revisions = [self.build.history.revision(*event.sources) for event in self.view.events_of(owner)]
        return folder and fingerprints.of_values(self.decided, folder, self.view.dot_of(owner), revisions, self._passed(owner))

    def _passed(self, owner: str) -> int:
        """How many of the instants have passed at which something of an owner begins or ends: all that the hour decides."""
        entries, now = self.view.entries_of(owner), self.view.now
        begun = sum(entry.occurrence.begins <= now for entry in entries)
        ended = sum(entry.occurrence.ends <= now for entry in entries)
        return begun + ended + sum(instant <= now for entry in entries for instant in instants(entry))

    def _made(self, owner: str, key: str | None) -> Generator[File, None, OwnerArtifact]:
        """One owner's files, made."""
        view, own = self.view, partial(File, part=owner, key=key)
        listed, cards = [], set()
        every = list(pages.of_owner(view, owner))
        sheets = self.build.renderer.sheets(every)
        for page, content in zip(every, [self.fill(sheet).encode() for sheet in sheets], strict=True):
            yield own(page.url + "index.html", content)
            listed += [] if page.hidden else [page.url]
            cards |= {page.social} if page.social else set()
        for path, content in view.documents.items():
            yield own(path, content)
        view.documents.clear()
        shared = [urls.social(card.key) for card in cards]
        shared += [urls.picture(variant.name) for picture in view.pictures.values() for variant in picture.variants]
        yield from self.shared.cards(cards)
        yield from self._pictures()
        made = feeds.of_events(view, self.build.history, view.events_of(owner))
        for path, content in feeds.of_owner(view, self.build.history, owner, made):
            yield own(path, content)
        marks = [self._mark(url) for url in made]
        found = [search.of_event(view, event) for event in view.events_of(owner)]
        events = tuple(EventArtifact(url, mark, made[url], each) for url, mark, each in zip(made, marks, found, strict=True))
        area = view.areas.get(owner)
        return OwnerArtifact(events, search.of_area(area) if area else None, tuple(listed), tuple(sorted(shared)))

    def _mark(self, url: str) -> str:
        """The fingerprint of an event's cards."""
        return fingerprints.of_values(*(self.view.card(Entry(self.view.event_at[url], date)) for date in self.view.dates[url]))

    def _site_page(self, page: Page) -> Iterator[File]:
        """A page that all areas are on, unless it is there already."""
        cards = ((self.whole.marks[urls.event(entry.event)], entry.occurrence.anchor) for entry in page.entries)
        key = fingerprints.of_values(self.decided, self.build.page_key(page), *cards)
        if not self.holds(page.url, key):
            yield File(page.url + "index.html", self._whole_page(page), page.url, key)
        self.whole.listed += [] if page.hidden else [page.url]
        self.whole.pages += self._found([page])

    def _whole_page(self, page: Page) -> bytes:
        return self.fill(self.build.renderer.sheet(page)).encode()

    def _part_of_code(self, name: str, make: Callable[[], Iterable[tuple[str, bytes]]]) -> Iterator[File]:
        """Files that the code and the site's address decide."""
        key = fingerprints.of_values(self.build.code, self.build.site_url)
        if not self.holds(name, key):
            yield from (File(path, content, name, key) for path, content in make())

    def _pictures(self) -> Iterator[File]:
        """The files of the pictures that the view has met meanwhile."""
        yield from self.shared.pictures(self.view.pictures.values())
        self.view.pictures.clear()

    def _found(self, several: Iterable[Page]) -> Iterator[search.Document]:
        return (search.of_page(self.view, page) for page in several if search.stands_alone(page))
