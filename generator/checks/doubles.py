"""Events that stand twice: sent in by two people, or once by the form and once by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations
from pathlib import Path

from generator.danish.formatting import plain_day
from generator.model.event import Event
from generator.model.gatherings import are_one, letters, place_letters
from generator.model.grouped import grouped
from generator.model.occurrences import Occurrence, occurrences
from generator.model.site import Site
from generator.problems.problem import Problem
from generator.problems.rules import dates as rules
from generator.reading.places import problem_at


def events_are_written_once(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that no two events of one area have the same title, date, hour and place, however these are spelled.

    Each of the two files is reported, since a change may hold either of them. An hour or a place that only one of them gives is
    no difference: the other may be the first draft of it.
    """
    titled = grouped(((event.owner, letters(event.title)), event) for event in site.all_events())
    for events in filter(lambda events: len(events) > 1, titled.values()):
        for (source, other), occurrence in _doubles(site, events).items():
            message = (
                f"{other} har samme titel og er også den {plain_day(occurrence.start.day)}. "
                "Er det det samme, så slet den ene fil. Ellers skriv i titlen, hvad der skiller dem ad."
            )
            yield problem_at(root, source, ("titel",), message, rules.WRITTEN_TWICE)


def _doubles(site: Site, events: Iterable[Event]) -> dict[tuple[str, str], Occurrence]:
    """Return the first occurrence that two events share, by their files; each pair stands in both orders."""
    by_day = grouped((occurrence.start.day, occurrence) for event in events for occurrence in occurrences(event))
    found: dict[tuple[str, str], Occurrence] = {}
    for one, other in (pair for day in by_day.values() for pair in permutations(day, 2)):
        if one.event is not other.event and are_one(one, other, (_place(site, one), _place(site, other))):
            found.setdefault((one.event.source, other.event.source), one)
    return found


def _place(site: Site, occurrence: Occurrence) -> str:
    """Return the letters of a place's name; none where there is no place."""
    area, place = site.area(occurrence.event.owner), occurrence.place
    return place_letters(area.places.get(place, place) if area and isinstance(place, str) else place)
