"""The calendar of a site at one moment: which occurrences come, run and are past, by month and by owner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from generator.danish.dates import INSTANTS
from generator.model.area import Area
from generator.model.event import Event
from generator.model.occurrences import Occurrence, occurrences
from generator.model.place import Place
from generator.model.site import PROGRAMME, Site
from generator.model.state import State


@dataclass(frozen=True)
class Calendar:
    """Answer questions about the events of `site` at `now`. Nothing in it changes; each answer is found once.

    An occurrence has ended when its `ends` is not after `now`. Every list is ordered by start, then by owner and name.
    """

    site: Site
    now: datetime

    @classmethod
    def at(cls, site: Site, now: datetime) -> Calendar:
        """Return the calendar at an instant in Denmark's zone.

        `now` gets a zone object of its own, because Python compares instants of one zone object by the clock on the wall, which
        shows the hour from 2.00 to 3.00 twice when summer time ends.
        """
        return cls(site, now.replace(tzinfo=INSTANTS))

    @cached_property
    def areas(self) -> dict[str, Area]:
        """Return the areas by slug."""
        return {area.slug: area for area in self.site.areas}

    @property
    def owners(self) -> tuple[str, ...]:
        """Return who has events: the programme, then each area's slug."""
        return PROGRAMME, *self.areas

    def owner_name(self, event: Event) -> str:
        """Return the name of the event's area, or of the programme."""
        return self.areas[event.owner].name if event.owner in self.areas else self.site.programme.name

    def place(self, owner: str, place: str | Place | None) -> Place | None:
        """Return a place as it is written out in its area. A name that is no key there is a place of that name."""
        if not isinstance(place, str):
            return place
        area = self.areas.get(owner)
        return area.places[place] if area and place in area.places else Place.model_construct(name=place)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Return all events."""
        return tuple(sorted(self.site.all_events(), key=lambda event: (event.start.at, event.owner, event.name)))

    def events_of(self, owner: str) -> tuple[Event, ...]:
        """Return the events of an owner."""
        return self.areas[owner].events if owner in self.areas else self.site.events

    @cached_property
    def _occurrences(self) -> dict[tuple[str, str], tuple[Occurrence, ...]]:
        return {(event.owner, event.name): occurrences(event) for event in self.events}

    def occurrences_of(self, event: Event) -> tuple[Occurrence, ...]:
        """Return every occurrence of an event, at least one."""
        return self._occurrences[event.owner, event.name]

    @cached_property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """Return every occurrence of every event."""
        return tuple(sorted((each for of_event in self._occurrences.values() for each in of_event), key=_by_start))

    def of_owner(self, owner: str) -> list[Occurrence]:
        """Return every occurrence of an owner's events."""
        return sorted((each for event in self.events_of(owner) for each in self.occurrences_of(event)), key=_by_start)

    @cached_property
    def by_month(self) -> dict[date, list[Occurrence]]:
        """Return the occurrences that touch a month, under the first day of the month."""
        return months_of(self.occurrences)

    def state(self, occurrence: Occurrence) -> str:
        """Return `past`, `now`, `today` or `next`. An occurrence without an end is not said to run."""
        if occurrence.ends <= self.now:
            return "past"
        if (
            occurrence.begins <= self.now
            and (occurrence.end or not occurrence.start.clock)
            and not occurrence.is_cancelled_or_postponed
        ):
            return "now"
        return "today" if occurrence.start.day == self.now.date() else "next"

    def following(self, event: Event) -> Occurrence | None:
        """Return the occurrence of an event that runs or comes next; None when all have ended."""
        return next((each for each in self.occurrences_of(event) if each.ends > self.now), None)

    def open_date(self, event: Event) -> Occurrence | None:
        """Return the next occurrence that one can come to, before one that is sold out; None where there is none."""
        ahead = [each for each in self.occurrences_of(event) if each.ends > self.now and not each.is_cancelled_or_postponed]
        return min(ahead, key=lambda each: each.state is State.SOLD_OUT, default=None)

    @cached_property
    def coming(self) -> tuple[Occurrence, ...]:
        """Return the running or next occurrence of each event that has not ended."""
        return _sorted(map(self.following, self.events))

    @property
    def this_month(self) -> date:
        """Return the first day of the month that it is."""
        return self.now.date().replace(day=1)

    @cached_property
    def ahead(self) -> list[Occurrence]:
        """Return every date of every event that has not ended."""
        return [each for each in self.occurrences if each.ends > self.now]

    @cached_property
    def happening(self) -> tuple[Occurrence, ...]:
        """Return the open date of each event that has one."""
        return _sorted(map(self.open_date, self.events))

    @cached_property
    def held(self) -> tuple[Occurrence, ...]:
        """Return what has ended, newest first: of each event its last occurrence in each year, if possible one that took place."""
        last: dict[tuple[str, str, int], Occurrence] = {}
        for occurrence in self.occurrences:
            key = occurrence.event.owner, occurrence.event.name, occurrence.start.day.year
            if occurrence.ends <= self.now and not (occurrence.is_cancelled_or_postponed and key in last):
                last[key] = occurrence
        return tuple(sorted(last.values(), key=_by_start, reverse=True))

    @cached_property
    def _coming_by_owner(self) -> dict[str, list[Occurrence]]:
        return _by_owner(self.coming)

    @cached_property
    def _held_by_owner(self) -> dict[str, list[Occurrence]]:
        return _by_owner(self.held)

    @cached_property
    def _happening_by_owner(self) -> dict[str, list[Occurrence]]:
        return _by_owner(self.happening)

    def last_end(self, event: Event) -> str:
        """Return the clock at which the last date of an event ends: `2026-11-14T21:30`. Search numbers events in this order."""
        return max(each.ends for each in self.occurrences_of(event)).isoformat()[:16]

    def coming_of(self, owner: str) -> list[Occurrence]:
        """Return the owner's part of `coming`."""
        return self._coming_by_owner.get(owner, [])

    def held_of(self, owner: str) -> list[Occurrence]:
        """Return the owner's part of `held`."""
        return self._held_by_owner.get(owner, [])

    def first_of(self, owner: str) -> Occurrence | None:
        """Return the owner's first occurrence in `happening`."""
        return next(iter(self._happening_by_owner.get(owner, [])), None)


def months_of(every: Iterable[Occurrence]) -> dict[date, list[Occurrence]]:
    """Return occurrences under the first day of each month that they touch."""
    found: dict[date, list[Occurrence]] = {}
    for occurrence in every:
        for first in occurrence.months():
            found.setdefault(first, []).append(occurrence)
    return found


def _by_start(occurrence: Occurrence) -> tuple[datetime, str, str]:
    return occurrence.begins, occurrence.event.owner, occurrence.event.name


def _sorted(found: Iterable[Occurrence | None]) -> tuple[Occurrence, ...]:
    return tuple(sorted(filter(None, found), key=_by_start))


def _by_owner(every: Iterable[Occurrence]) -> dict[str, list[Occurrence]]:
    found: dict[str, list[Occurrence]] = {}
    for occurrence in every:
        found.setdefault(occurrence.event.owner, []).append(occurrence)
    return found
