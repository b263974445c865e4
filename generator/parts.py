"""What the whole site takes from one owner, an area or the programme, besides the files that are the owner's alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.pages.cards import EventCard
from generator.search.documents import Document


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
