"""What pages and feeds of the whole site need from one owner: an area or the programme."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from generator.cache.spool import Spool
from generator.feeds.event_feeds import EventFeeds
from generator.search.documents import Document, Documents, ordered


class EventArtifact(NamedTuple):
    """One event: the digest of its cards, its parts of the feeds, and the document by which it is found."""

    url: str
    card_digest: str
    feeds: EventFeeds
    found: Document


@dataclass(frozen=True, slots=True)
class OwnerArtifact:
    """One owner: its events, the document by which an area is found, its pages for the sitemap, files that others may need,
    and the documents by which its stories are found."""

    events: tuple[EventArtifact, ...]
    found: Document | None
    listed: tuple[str, ...]
    shared: tuple[str, ...]
    stories: tuple[Document, ...] = ()


@dataclass
class SiteIndex:
    """What has been gathered from all owners: the pages of the sitemap, the documents of the search, and the events of the feeds.

    `events`, `feeds` and `card_digests` are by the address of an event.
    """

    listed: list[str]
    pages: list[Document]
    areas: list[Document] = field(default_factory=list)
    events: Spool[Document] = field(default_factory=Spool)
    feeds: Spool[EventFeeds] = field(default_factory=Spool)
    card_digests: dict[str, str] = field(default_factory=dict)

    def add(self, artifact: OwnerArtifact) -> None:
        """Take in one owner."""
        self.listed += artifact.listed
        self.areas += [artifact.found] if artifact.found else []
        self.pages += artifact.stories
        for each in artifact.events:
            self.events.put(each.url, each.found)
            self.feeds.put(each.url, each.feeds)
            self.card_digests[each.url] = each.card_digest

    def documents(self) -> Documents:
        """Return all that can be found, in order."""
        return ordered(self.events, self.areas, self.pages)
