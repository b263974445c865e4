"""What the whole site takes from one owner, an area or the programme, besides the files that are the owner's alone."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from os import SEEK_END
from tempfile import TemporaryFile

from generator import urls
from generator.pages.view import Entry
from generator.search.documents import Document, Documents, ordered

_IN_MEMORY = 5_000
"""Events whose feeds wait in memory until they are joined."""


@dataclass(frozen=True, slots=True)
class EventFeeds:
    """An event in the feeds: its lines in a calendar, its record in the open data, by date's anchor its rows in the table, and
    its row in the list of what comes, empty where it has ended."""

    lines: bytes
    record: bytes
    rows: Mapping[str, bytes]
    coming: bytes


@dataclass(frozen=True, slots=True)
class EventPart:
    """One event: a fingerprint of each of its cards, by date's anchor; what it is in the feeds, and what it is found by."""

    url: str
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
        self.far: dict[str, int] = {}
        self.file = TemporaryFile()  # noqa: SIM115  it goes with its last reader

    def put(self, url: str, feeds: EventFeeds) -> None:
        if len(self.near) < _IN_MEMORY:
            self.near[url] = feeds
        else:
            self.far[url] = self.file.seek(0, SEEK_END)
            pickle.dump((feeds.lines, feeds.record, feeds.rows, feeds.coming), self.file)

    def __getitem__(self, url: str) -> EventFeeds:
        if url in self.near:
            return self.near[url]
        self.file.seek(self.far[url])
        return EventFeeds(*pickle.load(self.file))  # noqa: S301  our own, in a file without a name

    def __iter__(self) -> Iterator[str]:
        yield from self.near
        yield from self.far

    def __len__(self) -> int:
        return len(self.near) + len(self.far)


@dataclass
class Whole:
    """What has been gathered of all parts: the sitemap's pages, what is found, and events in the feeds.

    `marks` has the fingerprints of each event's cards, by its address and the date's anchor.
    """

    listed: list[str]
    pages: list[Document]
    areas: list[Document] = field(default_factory=list)
    events: list[Document] = field(default_factory=list)
    feeds: Feeds = field(default_factory=Feeds)
    marks: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def add(self, part: Part) -> None:
        self.listed += part.listed
        self.areas += [part.found] if part.found else []
        for each in part.events:
            self.events.append(each.found)
            self.feeds.put(each.url, each.feeds)
            self.marks[each.url] = each.marks

    def mark(self, entry: Entry) -> str:
        """The fingerprint of a date's card."""
        return self.marks[urls.event(entry.event)][entry.occurrence.anchor]

    def documents(self) -> Documents:
        return ordered(self.events, self.areas, self.pages)
