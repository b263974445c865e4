"""How many dates an area may have: what is more would make a site that nobody can build or read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from generator.danish.formatting import month_year
from generator.model.event import Event
from generator.model.occurrences import occurrences
from generator.model.site import Site
from generator.problems.problem import Problem
from generator.problems.rules import dates as rules
from generator.reading.places import problem_at

MAX_AREA_DATES = 5_000
"""Dates of one area: five each day for three years. Each of a series is a file of its own in the site."""


MAX_MONTH_DATES = 500
"""Dates of one area in one month: sixteen each day. All of them stand on the calendar's page of that month, 4 kB each."""


def areas_have_a_sensible_number_of_dates(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that an area's events have no more dates together than people can come to, in all and in any one month."""
    for area in site.areas:
        count = sum(map(_count, area.events))
        if count > MAX_AREA_DATES:
            message = (
                f"Områdets arrangementer har {count} datoer i alt. Der kan højst være {MAX_AREA_DATES}. "
                "Skriv en tidligere dag ved gentag til, eller slet gamle arrangementer."
            )
            yield problem_at(root, area.source, ("navn",), message, rules.TOO_MANY_IN_AREA)
        elif month := _crowded(area.events):
            message = (
                f"Området har mere end {MAX_MONTH_DATES} datoer i {month_year(month)}. "
                "Ret årstal og dage, eller saml det, der sker samme sted, i ét arrangement med program."
            )
            yield problem_at(root, area.source, ("navn",), message, rules.TOO_MANY_IN_AREA)


def _count(event: Event) -> int:
    """Return how many dates an event has, or a few more: days left out are not looked for."""
    repeated = event.repetition.days(event.start.day, event.until) if event.repetition and event.until else ()
    return max(1, len(repeated)) + len(event.more_dates)


def _crowded(events: Sequence[Event]) -> date | None:
    """Return the first day of the first month in which there are too many dates; None where there is no such month."""
    most = sum(_count(event) * (2 + ((event.end.day - event.start.day).days // 28 if event.end else 0)) for event in events)
    if most <= MAX_MONTH_DATES and not any(event.changes for event in events):
        return None
    counts = Counter(first for event in events for occurrence in occurrences(event) for first in occurrence.months())
    return min((month for month, count in counts.items() if count > MAX_MONTH_DATES), default=None)
