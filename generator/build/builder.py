"""The files of one build, artifact by artifact: those of each owner, then the pages and feeds that all owners are in.

An artifact whose files are current in the site is not made again; what the whole site needs of it comes from the cache.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeVar

from generator import feeds, pages, search, urls
from generator.build.artifacts import EventArtifact, OwnerArtifact, SiteIndex
from generator.build.build import Build
from generator.build.shared_files import SharedFiles
from generator.build.writer import File, OutputWriter
from generator.cache import fingerprints, workers
from generator.feeds import sitemap
from generator.feeds.texts import revision
from generator.media import pictures
from generator.model.event import Event
from generator.pages import status, trust
from generator.pages.day import instants
from generator.pages.languages import beyond_danish
from generator.pages.page import LazyMapping, Page
from generator.rendering.layout import LayoutCache
from generator.rendering.render import LayoutContext

Item = TypeVar("Item")


class Builder:
    """Make every file of the site but the pages of documents, which the engine writes.

    `shell` renders a layout context as a whole page. `is_current(artifact, key)` tells whether the site has all files of an
    artifact as they were written for this key, which is the fingerprint of everything that decides them. With a `writer`, several
    processes may make and write files ahead.
    """

    def __init__(
        self,
        build: Build,
        shell: Callable[[LayoutContext], str],
        is_current: Callable[[str, str], bool],
        writer: OutputWriter | None = None,
    ) -> None:
        self.build, self.context, self.calendar, self.is_current = build, build.context, build.context.calendar, is_current
        self.writer = writer
        self.rendered = LayoutCache(shell)
        self.common = fingerprints.of_values(build.common, self.rendered.pieces(build.not_found()))
        self.keys = {owner: self._key(owner) for owner in self.calendar.owners}
        self.shared = SharedFiles(build.root / pictures.PICTURE_CACHE, build.theme, build.assets.look, is_current)
        documents = build.documents.values()
        self.index = SiteIndex([page.url for page in documents if not page.hidden], list(self._found(documents)))

    def files(self) -> Iterator[File]:
        """Yield every file with its path."""
        build, index = self.build, self.index
        missing = {owner: len(self.calendar.events_of(owner)) for owner in self.calendar.owners if not self._is_made(owner)}
        many = workers.are_worth_it(len(missing), sum(missing.values()))
        self._write_ahead(self._artifact, missing if many else {})
        yield from self._shared_files(build.documents.values())
        for owner in self.calendar.owners:
            artifact = yield from self._artifact(owner)
            index.add(artifact)
        site_status = status.site_status(self.context, build.history, build.settings)
        yield File(urls.STATUS_DATA, status.as_json(site_status).encode())
        moved = pages.moved_pages(self.context, build.documents.values())
        for make in self._of_all_owners([*pages.of_site(self.context), *moved, status.status(site_status)]):
            yield from make()
        code = fingerprints.of_values(build.code, build.site_url)
        yield from self._keyed("code/schemas", code, partial(feeds.schemas, build.site_url))
        yield from self._keyed("code/assets", code, build.assets.files.items)
        yield File("sitemap.xml", sitemap.sitemap(index.listed, build.site_url).encode())
        yield File("robots.txt", sitemap.robots(build.site_url).encode())

    def _of_all_owners(self, site_pages: Sequence[Page]) -> Iterable[Callable[[], Iterator[File]]]:
        """Return what yields the pages, the feeds and the search that all owners are in; several processes write them ahead."""
        build, index = self.build, self.index
        for page in site_pages:
            index.listed += [] if page.hidden else [page.url]
            index.pages += self._found([page])
        made: dict[str, Callable[[], Iterable[feeds.Feed]]] = {
            **feeds.of_site(self.context, build.history, index.feeds),
            "feeds/moved": partial(feeds.of_moved, self.context, build.history, index.feeds),
            "search": partial(search.files, index.documents(), self.context.site.languages),
        }
        key = self._site_key()
        every = {name: partial(self._keyed, name, key, make) for name, make in made.items()}
        sizes = dict.fromkeys(every if key else (), len(self.calendar.events))
        every |= {page.url: partial(self._site_page, page) for page in site_pages}
        self._write_ahead(lambda name: every[name](), sizes | {page.url: len(page.occurrences) for page in site_pages})
        return every.values()

    def _site_key(self) -> str | None:
        """Return the fingerprint of all that decides the feeds and the search; None where a folder changed while it was read."""
        context, history = self.context, self.build.history
        if any(owner not in context.site.fingerprints for owner in self.calendar.owners):
            return None
        commits = [(path, sorted(found)) for path, found in sorted(history.commits.items())]
        decided = (sorted(context.site.fingerprints.items()), commits, history.fallback, self.index.pages)
        return fingerprints.of_values(self.common, context.now, *decided)

    def _write_ahead(self, files_of: Callable[[Item], Iterable[File]], sizes: Mapping[Item, int]) -> None:
        """Make and write the files of items by several processes, the largest first; this one then finds them current.

        `sizes` has each item with the number of its texts.
        """
        if not (self.writer and sizes):
            return
        writer, before = self.writer, self.writer.written_so_far()

        def write(item: Item) -> None:
            for file in files_of(item):
                writer.write(file)

        largest_first = sorted(sizes, key=sizes.__getitem__, reverse=True)
        for written in workers.ahead(write, largest_first, lambda: writer.written_since(before)):
            writer.take_in(written)

    def _is_made(self, owner: str) -> bool:
        """Return whether an owner seems to have been made already, or can only be made in this process."""
        key = self.keys[owner]
        return key is None or (self.build.cache.may_hold(f"{owner}.part", key) and self.is_current(owner, key))

    def _artifact(self, owner: str) -> Generator[File, None, OwnerArtifact]:
        """Yield the files of an owner that are not current; return what the site needs of it."""
        key = self.keys[owner]
        cached: OwnerArtifact | None = self.build.cache.get(f"{owner}.part", key) if key else None
        if cached and key and self.is_current(owner, key) and self.shared.has_all(cached.shared):
            return cached
        artifact = yield from self._made(owner, key)
        gc.collect(0)  # what the macros of templates leave are circles, and a build does not look for them by itself
        if key:
            self.build.cache.put(f"{owner}.part", key, artifact)
        return artifact

    def _key(self, owner: str) -> str | None:
        """Return the fingerprint of all that decides an owner's files; None where its folder changed while it was read."""
        folder, guests = self.context.site.fingerprints.get(owner), self.calendar.guests_of(owner)
        events = (*self.calendar.events_of(owner), *guests)
        revisions = [revision(self.build.history, event) for event in events]
        hosts = [[(area.slug, area.name) for area in self.calendar.hosts_of(event)] for event in events if event.also_in]
        area = self.calendar.areas.get(owner)
        changed = area and trust.area_changed(self.context, area)
        decided = (folder, changed, revisions, hosts, [*map(self._guest, guests)], self._passed(owner))
        return folder and fingerprints.of_values(self.common, *decided)

    def _guest(self, event: Event) -> tuple[object, ...]:
        """Return what decides the cards and the calendar lines of an event on the page of another area than its own."""
        area = self.calendar.areas.get(event.owner)
        return event, area and (area.name, area.municipality, area.places), self.context.cards.dot_of(event.owner)

    def _passed(self, owner: str) -> int:
        """Count the passed instants at which something of an owner begins or ends: the hour decides nothing else."""
        occurrences, now = self.calendar.shown_by(owner), self.context.now
        begun = sum(occurrence.begins <= now for occurrence in occurrences)
        ended = sum(occurrence.ends <= now for occurrence in occurrences)
        return begun + ended + sum(instant <= now for occurrence in occurrences for instant in instants(occurrence))

    def _made(self, owner: str, key: str | None) -> Generator[File, None, OwnerArtifact]:
        """Yield the files of an owner, made anew; return what the site needs of it.

        Each step is done for all of its events before the next: an interpreter that does one thing many times is a tenth faster.
        """
        context, history, own = self.context, self.build.history, partial(File, artifact=owner, key=key)
        every = list(pages.of_owner(context, owner))
        layouts = self.build.renderer.layouts(every)
        for page, content in zip(every, map(self.rendered, layouts), strict=True):
            yield own(page.url + "index.html", content)
            yield from (own(path, found) for path, found in page.own_files())
        yield from self._shared_files(every)
        events = self.calendar.events_of(owner)
        event_feeds = feeds.of_events(context, history, events)
        shown_feeds = event_feeds | feeds.of_events(context, history, self.calendar.guests_of(owner))
        for path, content in feeds.of_owner(context, history, owner, shown_feeds):
            yield own(path, content)
        area = self.calendar.areas.get(owner)
        return OwnerArtifact(
            tuple(self._event_artifact(event, feed) for event, feed in zip(events, event_feeds.values(), strict=True)),
            search.of_area(area) if area else None,
            tuple(page.url for page in every if not page.hidden),
            tuple(sorted({path for page in every for path in _shared_paths(page)})),
            tuple(search.of_story(context, story) for story in context.site.stories_of(owner)),
        )

    def _event_artifact(self, event: Event, event_feeds: feeds.EventFeeds) -> EventArtifact:
        cards = self.context.cards.events(self.calendar.occurrences_of(event))
        card_digest = fingerprints.of_values(*cards, *beyond_danish(self.context, event))
        return EventArtifact(urls.event(event), card_digest, event_feeds, search.of_event(self.context, event))

    def _site_page(self, page: Page) -> Iterator[File]:
        """Yield a page that all areas are on, unless it is current."""
        cards = ((self.index.card_digests[urls.event(each.event)], each.anchor) for each in page.occurrences)
        key = fingerprints.of_values(self.common, self.build.page_key(page), *cards)
        if not self.is_current(page.url, key):
            yield File(page.url + "index.html", self.rendered(self.build.renderer.layout(page)), page.url, key)
            yield from (File(path, content, page.url, key) for path, content in page.own_files())
        if isinstance(page.values, LazyMapping):
            page.values.forget()
        yield from self._shared_files([page])

    def _keyed(self, name: str, key: str | None, make: Callable[[], Iterable[feeds.Feed]]) -> Iterator[File]:
        """Yield the files of an artifact, unless they are current. Without a key they never are."""
        if not (key and self.is_current(name, key)):
            yield from (File(path, content, name, key) for path, content in make())

    def _shared_files(self, several: Iterable[Page]) -> Iterator[File]:
        """Yield the pictures and cards that pages need and the site does not have."""
        several = list(several)
        yield from self.shared.cards({card for page in several for card in (page.social, *page.cards) if card})
        yield from self.shared.pictures(picture for page in several for picture in page.pictures)

    def _found(self, several: Iterable[Page]) -> Iterator[search.Document]:
        return (search.of_page(self.context, page) for page in several if search.stands_alone(page))


def _shared_paths(page: Page) -> Iterator[str]:
    """Yield the paths of the pictures and the card of a page, which other owners may need too."""
    yield from (urls.picture(variant.name) for picture in page.pictures for variant in picture.variants)
    yield from (urls.social(card.key) for card in (page.social, *page.cards) if card)
