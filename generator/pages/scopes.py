"""Whose events a week, a screen or a frame shows: everybody's, one area's, or those of the areas of one municipality."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from generator import urls
from generator.model.area import Area, Municipality
from generator.model.calendar import by_start
from generator.model.event import Event
from generator.model.occurrences import Occurrence
from generator.pages.context import SiteContext
from generator.text.letters import slug, sort_key


class Scope(NamedTuple):
    """One choice of events. `path` is what it adds to an address: empty for all, else `omraade/nordmors/` or `kommune/thisted/`.

    `owners` are the slugs of its areas, and None for all events, the programme's own too. `guests` are the owners and names of
    others' events that its areas show too.
    """

    path: str
    name: str
    owners: frozenset[str] | None
    home: str
    guests: frozenset[tuple[str, str]] = frozenset()

    def has(self, event: Event) -> bool:
        """Return whether an event belongs to the scope."""
        return self.owners is None or event.owner in self.owners or (event.owner, event.name) in self.guests

    def of(self, occurrences: Iterable[Occurrence]) -> list[Occurrence]:
        """Return the occurrences that belong to the scope, in their order."""
        return [occurrence for occurrence in occurrences if self.has(occurrence.event)]

    def occurrences(self, context: SiteContext) -> Iterable[Occurrence]:
        """Return every occurrence that belongs to the scope, by start. Only those that its areas show are looked at."""
        return self._part(context.calendar.occurrences, context.calendar.shown_by)

    def coming(self, context: SiteContext) -> list[Occurrence]:
        """Return the running or next occurrence of each event of the scope that has not ended, by start."""
        return list(self._part(context.calendar.coming, context.calendar.coming_of))

    def _part(self, every: Iterable[Occurrence], of_owner: Callable[[str], list[Occurrence]]) -> Iterable[Occurrence]:
        if self.owners is None:
            return every
        if len(self.owners) == 1:
            return of_owner(*self.owners)
        found = {id(each): each for owner in self.owners for each in of_owner(owner)}
        return sorted(found.values(), key=by_start)

    @property
    def is_all(self) -> bool:
        """Return whether it is everybody's."""
        return self.owners is None

    @property
    def has_several(self) -> bool:
        """Return whether events of several areas may be in it."""
        return self.owners is None or len(self.owners) > 1

    @property
    def title(self) -> str:
        """Return `Det sker i Nordmors`, or `Det sker` for all."""
        return "Det sker" if self.is_all else f"Det sker i {self.name}"


def everybody(context: SiteContext) -> Scope:
    """Return the scope of all events."""
    return Scope("", context.site.programme.name, None, urls.CALENDAR)


def full_name(context: SiteContext, scope: Scope) -> str:
    """Return `Kulturpunkt Nordmors`, or `Kulturpunkt` for all."""
    return scope.name if scope.is_all else f"{context.site.programme.name} {scope.name}"


def of_area(context: SiteContext, area: Area) -> Scope:
    """Return the scope of one area."""
    owners = frozenset({area.slug})
    return Scope(f"omraade/{area.slug}/", area.name, owners, urls.area(area.slug), _guests(context, owners))


def _guests(context: SiteContext, owners: Iterable[str]) -> frozenset[tuple[str, str]]:
    return frozenset((event.owner, event.name) for owner in owners for event in context.calendar.guests_of(owner))


def municipalities_of_areas(context: SiteContext) -> list[Municipality]:
    """Return the municipalities that have an area, in Danish order."""
    return sorted({area.municipality for area in context.site.areas}, key=lambda each: sort_key(each.value))


def municipalities(context: SiteContext) -> Iterator[Scope]:
    """Yield the scope of each municipality that has an area, in Danish order.

    One with a single area has it too: who shows a municipality goes on doing so when an area joins it or leaves it.
    """
    for municipality in municipalities_of_areas(context):
        owners = frozenset(area.slug for area in context.site.areas if area.municipality is municipality)
        path = f"kommune/{slug(municipality.value)}/"
        yield Scope(path, municipality.in_full, owners, urls.municipality(municipality), _guests(context, owners))


def of_site(context: SiteContext) -> list[Scope]:
    """Return the scopes that are no area's own."""
    return [everybody(context), *municipalities(context)]


def choices(context: SiteContext, address: str) -> list[dict[str, str]]:
    """Return every scope with the path of its page below `address`: all, then the areas, then the municipalities."""
    areas = (of_area(context, area) for area in sorted(context.site.areas, key=lambda area: sort_key(area.name)))
    found = [("Alle lokalområder", ""), *((scope.name, scope.path) for scope in (*areas, *municipalities(context)))]
    return [{"title": title, "path": path, "url": address + path} for title, path in found]
