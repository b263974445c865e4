"""What the whole site takes from one owner, an area or the programme, besides the files that are the owner's alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from os import SEEK_END
from tempfile import TemporaryFile

from generator.pages.cards import EventCard
from generator.search.documents import Document, Documents, ordered

_IN_MEMORY = 64_000_000
"""Bytes of feeds that wait in memory until they are joined."""


@dataclass(frozen=True, slots=True)
class EventFeeds:
    """An event in the feeds: its lines in a calendar, its record in the open data, and by date's anchor its rows in the table."""

    lines: bytes
    record: bytes
    rows: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class EventPart:
    """One event: its cards and a fingerprint of each, by date's anchor; what it is in the feeds, and what it is found by."""

    url: str
    cards: Mapping[str, EventCard]
    marks: Mapping[str, str]
    feeds: EventFeeds
    found: Document


@dataclass(frozen=True, slots=True)
class Part:
    """One owner: its events; what an area is found by; the pages for the sitemap; the files that others may need too."""

    events: tuple[EventPart, ...]
    found: Document | None
    listed: tuple[str, ...]
    shared: tuple[str, ...]


class Feeds(Mapping[str, EventFeeds]):
    """Events in the feeds, by address: as many as there is room for in memory, the others in a file without a name."""

    def __init__(self) -> None:
        self.near: dict[str, EventFeeds] = {}
        self.far: dict[str, tuple[int, int, int, Mapping[str, bytes]]] = {}
        self.room = _IN_MEMORY
        self.file = TemporaryFile()  # noqa: SIM115  it goes with its last reader

    def put(self, url: str, feeds: EventFeeds) -> None:
        self.room -= len(feeds.lines) + len(feeds.record)
        if self.room >= 0:
            self.near[url] = feeds
            return
        self.far[url] = self.file.seek(0, SEEK_END), len(feeds.lines), len(feeds.record), feeds.rows
        self.file.write(feeds.lines + feeds.record)

    def __getitem__(self, url: str) -> EventFeeds:
        if url in self.near:
            return self.near[url]
        begin, lines, record, rows = self.far[url]
        self.file.seek(begin)
        return EventFeeds(self.file.read(lines), self.file.read(record), rows)

    def __iter__(self) -> Iterator[str]:
        yield from self.near
        yield from self.far

    def __len__(self) -> int:
        return len(self.near) + len(self.far)


@dataclass
class Whole:
    """What has been gathered of all parts: the sitemap's pages, what is found, and events in the feeds.

    `marks` has the fingerprint of each card that stands on pages, by the card's own identity.
    """

    listed: list[str]
    pages: list[Document]
    areas: list[Document] = field(default_factory=list)
    events: list[Document] = field(default_factory=list)
    feeds: Feeds = field(default_factory=Feeds)
    marks: dict[int, str] = field(default_factory=dict)

    def add(self, part: Part) -> None:
        self.listed += part.listed
        self.areas += [part.found] if part.found else []
        for each in part.events:
            self.events.append(each.found)
            self.feeds.put(each.url, each.feeds)
            self.marks.update({id(card): each.marks[anchor] for anchor, card in each.cards.items()})

    def documents(self) -> Documents:
        return ordered(self.events, self.areas, self.pages)
