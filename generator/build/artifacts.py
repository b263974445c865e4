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
    card_digest: str
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

    `card_digests` has the fingerprint of each event's cards, by its address, as `feeds` and `events` have what is theirs.
    """

    listed: list[str]
    pages: list[Document]
    areas: list[Document] = field(default_factory=list)
    events: Spool[Document] = field(default_factory=Spool)
    feeds: Spool[EventFeeds] = field(default_factory=Spool)
    card_digests: dict[str, str] = field(default_factory=dict)

    def add(self, artifact: OwnerArtifact) -> None:
        self.listed += artifact.listed
        self.areas += [artifact.found] if artifact.found else []
        for each in artifact.events:
            self.events.put(each.url, each.found)
            self.feeds.put(each.url, each.feeds)
            self.card_digests[each.url] = each.card_digest

    def documents(self) -> Documents:
        return ordered(self.events, self.areas, self.pages)
