"""What the whole site takes from one owner, an area or the programme, besides the files that are the owner's alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from generator.cache.spool import Spool
from generator.feeds.event_feeds import EventFeeds
from generator.search.documents import Document, Documents, ordered


class EventArtifact(NamedTuple):
    """One event: a fingerprint of its cards, what it is in the feeds, and what it is found by."""

    url: str
    mark: str
    feeds: EventFeeds
    found: Document


@dataclass(frozen=True, slots=True)
class OwnerArtifact:
    """One owner: its events; what an area is found by; the pages for the sitemap; the files that others may need too."""

    events: tuple[EventArtifact, ...]
    found: Document | None
    listed: tuple[str, ...]
    shared: tuple[str, ...]


@dataclass
class SiteIndex:
    """What has been gathered of all parts: the sitemap's pages, what is found, and events in the feeds.

    `marks` has the fingerprint of each event's cards, by its address, as `feeds` and `events` have what is theirs.
    """

    listed: list[str]
    pages: list[Document]
    areas: list[Document] = field(default_factory=list)
    events: Spool[Document] = field(default_factory=Spool)
    feeds: Spool[EventFeeds] = field(default_factory=Spool)
    marks: dict[str, str] = field(default_factory=dict)

    def add(self, part: OwnerArtifact) -> None:
        self.listed += part.listed
        self.areas += [part.found] if part.found else []
        for each in part.events:
            self.events.put(each.url, each.found)
            self.feeds.put(each.url, each.feeds)
            self.marks[each.url] = each.mark

    def documents(self) -> Documents:
        return ordered(self.events, self.areas, self.pages)
