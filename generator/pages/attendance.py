"""How many came to an event, as its card says it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.calendar import Calendar
from generator.model.estimate import Estimate, Total
from generator.model.occurrences import Occurrence
from generator.model.reports import Report, reports_of, sum_of


def came(calendar: Calendar, occurrence: Occurrence) -> str | None:
    """Return how many came to an occurrence in words: `42 kom`; None where it is not known.

    The card of a series stands for its dates of one year, so that these are added up: `142 kom på 4 datoer`.
    """
    year = occurrence.start.day.year
    every = reports_of(calendar, occurrence.event)
    of_year = tuple(each for each in every if each.occurrence is None or each.occurrence.start.day.year == year)
    total = sum_of(of_year, "came")
    if total is None:
        return None
    said = [each.after.came for each in of_year if each.after.came]
    several = f" på {total.count} datoer" if total.count > 1 else ""
    return f"{number_of(said[0] if len(said) == 1 else total)} kom{several}"


def came_on(reports: Sequence[Report], occurrence: Occurrence) -> str | None:
    """Return how many came on one date of an event: `42 kom`."""
    said = next((report.after.came for report in reports if report.occurrence is occurrence), None)
    return f"{number_of(said)} kom" if said else None


def number_of(said: Estimate | Total) -> str:
    """Return a number in words that say what it is: `42`, `ca. 40`, `ingen`."""
    return said.text if said.number or not said.exact else "ingen"
