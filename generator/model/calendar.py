"""The calendar of a site at one moment: which occurrences come, run and are past, by month and by owner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from generator.danish.dates import INSTANTS
from generator.model.area import Area, Municipality, Status
from generator.model.event import Event
from generator.model.folders import PROGRAMME
from generator.model.grouped import grouped
from generator.model.helper import Helper
from generator.model.occurrences import Occurrence, occurrences
from generator.model.place import Place
from generator.model.site import Site, at_day
from generator.model.state import State
from generator.model.story import Story


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
        return cls(at_day(site, now.date()), now.replace(tzinfo=INSTANTS))

    @cached_property
    def areas(self) -> dict[str, Area]:
        """Return the areas by slug."""
        return {area.slug: area for area in self.site.areas}

    @property
    def owners(self) -> tuple[str, ...]:
        """Return who has events: the programme, then each area's slug."""
        return PROGRAMME, *self.areas

    def name_of(self, owner: str) -> str:
        """Return the name of an area, or of the programme."""
        return self.areas[owner].name if owner in self.areas else self.site.programme.name

    def is_example(self, of: Event | Story) -> bool:
        """Return whether an event or a story is an example, or its area is."""
        area = self.areas.get(of.owner)
        return of.example or (area is not None and area.status is Status.EXAMPLE)

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
    def _guests(self) -> dict[str, tuple[Event, ...]]:
        found = grouped((area.slug, event) for event in self.events for area in self.hosts_of(event))
        return {slug: tuple(events) for slug, events in found.items()}

    def hosts_of(self, event: Event) -> tuple[Area, ...]:
        """Return the other areas on whose pages an event stands: those that it names, and that have said yes to its owner."""
        if not event.also_in:
            return ()
        named = (self.areas.get(slug) for slug in dict.fromkeys(event.also_in) if slug != event.owner)
        return tuple(area for area in named if area and event.owner in area.shares_with)

    def guests_of(self, owner: str) -> tuple[Event, ...]:
        """Return the events of others that an area shows too."""
        return self._guests.get(owner, ())

    @cached_property
    def _occurrences(self) -> dict[tuple[str, str], tuple[Occurrence, ...]]:
        return {(event.owner, event.name): occurrences(event) for event in self.events}

    def occurrences_of(self, event: Event) -> tuple[Occurrence, ...]:
        """Return every occurrence of an event, at least one."""
        return self._occurrences[event.owner, event.name]

    @cached_property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """Return every occurrence of every event."""
        return tuple(sorted((each for of_event in self._occurrences.values() for each in of_event), key=by_start))

    def shown_by(self, owner: str) -> list[Occurrence]:
        """Return every occurrence of an owner's events, and of those of others that it shows too."""
        events = (*self.events_of(owner), *self.guests_of(owner))
        return sorted((each for event in events for each in self.occurrences_of(event)), key=by_start)

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

    def was_held(self, occurrence: Occurrence) -> bool:
        """Return whether an occurrence took place and has ended."""
        return occurrence.ends <= self.now and not occurrence.is_cancelled_or_postponed

    def not_ended(self, occurrences: Iterable[Occurrence]) -> list[Occurrence]:
        """Return those occurrences that run or are to come."""
        return [each for each in occurrences if each.ends > self.now]

    def ahead_of(self, event: Event) -> list[Occurrence]:
        """Return every occurrence of an event that has not ended."""
        return self.not_ended(self.occurrences_of(event))

    def following(self, event: Event) -> Occurrence | None:
        """Return the occurrence of an event that runs or comes next; None when all have ended."""
        return next(iter(self.ahead_of(event)), None)

    def open_dates(self, event: Event) -> list[Occurrence]:
        """Return the occurrences of an event that have not ended and take place, also those that are sold out."""
        return [each for each in self.ahead_of(event) if not each.is_cancelled_or_postponed]

    def open_date(self, event: Event) -> Occurrence | None:
        """Return the next occurrence that one can come to, before one that is sold out; None where there is none."""
        return min(self.open_dates(event), key=lambda each: each.state is State.SOLD_OUT, default=None)

    def helpers_of(self, event: Event) -> tuple[Helper, ...]:
        """Return whom an event seeks to help: nobody once it is over, and where no date of it takes place."""
        return event.helpers if event.helpers and self.open_date(event) else ()

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
        return self.not_ended(self.occurrences)

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
        return tuple(sorted(last.values(), key=by_start, reverse=True))

    @cached_property
    def _coming_by_owner(self) -> dict[str, list[Occurrence]]:
        return self._by_owner(self.coming)

    @cached_property
    def _held_by_owner(self) -> dict[str, list[Occurrence]]:
        return self._by_owner(self.held)

    @cached_property
    def _happening_by_owner(self) -> dict[str, list[Occurrence]]:
        return self._by_owner(self.happening)

    def _by_owner(self, every: Iterable[Occurrence]) -> dict[str, list[Occurrence]]:
        return grouped(
            (owner, each) for each in every for owner in (each.event.owner, *(area.slug for area in self.hosts_of(each.event)))
        )

    @cached_property
    def ahead_by_municipality(self) -> dict[Municipality, list[Occurrence]]:
        """Return `ahead` under the municipality of its area and of each other area that holds it too."""
        return grouped((place, each) for each in self.ahead for place in self.municipalities_of(each.event))

    def municipalities_of(self, event: Event) -> tuple[Municipality, ...]:
        """Return the municipalities of an event's area and of each other area that holds it too."""
        own = self.areas.get(event.owner)
        return tuple(dict.fromkeys(area.municipality for area in (*([own] if own else []), *self.hosts_of(event))))

    def last_end(self, event: Event) -> str:
        """Return the clock at which the last date of an event ends: `2026-11-14T21:30`. Search numbers events in this order."""
        return max(each.ends for each in self.occurrences_of(event)).isoformat()[:16]

    def coming_of(self, owner: str) -> list[Occurrence]:
        """Return the part of `coming` that an owner shows, others' events too."""
        return self._coming_by_owner.get(owner, [])

    def held_of(self, owner: str) -> list[Occurrence]:
        """Return the part of `held` that an owner shows, others' events too."""
        return self._held_by_owner.get(owner, [])

    def first_of(self, owner: str) -> Occurrence | None:
        """Return the first occurrence in `happening` that an owner shows."""
        return next(iter(self._happening_by_owner.get(owner, [])), None)


def months_of(every: Iterable[Occurrence]) -> dict[date, list[Occurrence]]:
    """Return occurrences under the first day of each month that they touch."""
    return grouped((first, occurrence) for occurrence in every for first in occurrence.months())


def only_examples(occurrences: Iterable[Occurrence]) -> bool:
    """Return whether nothing but examples is held on some dates: what is about them is for no search engine."""
    return all(occurrence.event.example for occurrence in occurrences)


def by_start(occurrence: Occurrence) -> tuple[datetime, str, str]:
    """Return what occurrences are ordered by."""
    return occurrence.begins, occurrence.event.owner, occurrence.event.name


def _sorted(found: Iterable[Occurrence | None]) -> tuple[Occurrence, ...]:
    return tuple(sorted(filter(None, found), key=by_start))
