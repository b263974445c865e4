"""What the whole site takes from one owner, an area or the programme, besides the files that are the owner's alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.search.documents import Document, Documents, ordered
from generator.waiting import Waiting


class EventFeeds(NamedTuple):
    """An event in the feeds: its lines in a calendar, its record in the open data, by date's anchor its rows in the table, and
    its row in the list of what comes, empty where it has ended."""

    lines: bytes
    record: bytes
    rows: Mapping[str, bytes]
    coming: bytes


class EventPart(NamedTuple):
    """One event: a fingerprint of its cards, what it is in the feeds, and what it is found by."""

    url: str
    mark: str
    feeds: EventFeeds
    found: Document


@dataclass(frozen=True, slots=True)
class Part:
    """One owner: its events; what an area is found by; the pages for the sitemap; the files that others may need too."""

    events: tuple[EventPart, ...]
    found: Document | None
    listed: tuple[str, ...]
    shared: tuple[str, ...]


@dataclass
class Whole:
    """What has been gathered of all parts: the sitemap's pages, what is found, and events in the feeds.

    `marks` has the fingerprint of each event's cards, by its address, as `feeds` and `events` have what is theirs.
    """

    listed: list[str]
    pages: list[Document]
    areas: list[Document] = field(default_factory=list)
    events: Waiting[Document] = field(default_factory=Waiting)
    feeds: Waiting[EventFeeds] = field(default_factory=Waiting)
    marks: dict[str, str] = field(default_factory=dict)

    def add(self, part: Part) -> None:
        self.listed += part.listed
        self.areas += [part.found] if part.found else []
        for each in part.events:
            self.events.put(each.url, each.found)
            self.feeds.put(each.url, each.feeds)
            self.marks[each.url] = each.mark

    def documents(self) -> Documents:
        return ordered(self.events, self.areas, self.pages)
