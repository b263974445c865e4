"""Everything the content says, in one value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from generator.model.area import Area, Status
from generator.model.event import Event
from generator.model.owners import Owners
from generator.model.programme import Contacts, Idea, Programme, Timeline

PROGRAMME = "programmet"
"""The owner of the programme's own events."""


def folder_of(owner: str) -> str:
    """The folder that the pictures and documents of an event's owner lie in."""
    return "content" if owner == PROGRAMME else f"areas/{owner}"


@dataclass(frozen=True, slots=True)
class Site:
    """The programme and its areas, in Danish order; events sorted by start.

    `fingerprints` are of the folder that each owner's files were read from, by owner, where they were asked for.
    `unread` are the paths of files and folders that could not be read: what they hold is not known, which is not to say that it
    is not there.
    """

    programme: Programme
    timeline: Timeline
    contacts: Contacts
    areas: tuple[Area, ...]
    events: tuple[Event, ...]
    ideas: tuple[Idea, ...]
    owners: Owners
    fingerprints: Mapping[str, str] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()

    def all_events(self) -> Iterator[Event]:
        """The programme's events and the areas', in no order."""
        yield from self.events
        for area in self.areas:
            yield from area.events

    def area(self, slug: str) -> Area | None:
        return next((area for area in self.areas if area.slug == slug), None)

    def hides(self, path: str) -> bool:
        """Return whether a file, or a folder on its way, could not be read, so that nothing can be said of what it holds."""
        return not self.unread.isdisjoint([path, *map(str, PurePosixPath(path).parents)])


def published(site: Site, *, examples: bool) -> Site:
    """The part of a site that is shown: drafts never, example content only when `examples` says so."""

    def shown(entry: Event | Idea) -> bool:
        return examples or not entry.example

    areas = tuple(
        area.model_copy(update={"events": tuple(filter(shown, area.events))})
        for area in site.areas
        if area.status is Status.PUBLIC or (examples and area.status is Status.EXAMPLE)
    )
    slugs = {area.slug for area in areas}
    ideas = tuple(idea for idea in site.ideas if shown(idea) and (idea.area is None or idea.area in slugs))
    return replace(site, areas=areas, events=tuple(filter(shown, site.events)), ideas=ideas)
