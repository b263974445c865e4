"""How an event went, as its page and its card say it once it is over."""

from __future__ import annotations

from generator.model.calendar import Calendar
from generator.model.estimate import Estimate, Total
from generator.model.occurrences import Occurrence
from generator.model.reports import reports_of, sum_of


def came(calendar: Calendar, occurrence: Occurrence) -> str | None:
    """Return how many came to an occurrence in words: `42 kom`; None where it is not known.

    The card of a series stands for its dates of one year, so that these are added up: `142 kom på 4 datoer`.
    """
    reports = reports_of(calendar, occurrence.event)
    year = occurrence.start.day.year
    of_year = tuple(each for each in reports if each.occurrence is None or each.occurrence.start.day.year == year)
    total = sum_of(of_year, "came")
    if total is None:
        return None
    one = len(of_year) == 1 and of_year[0].after.came
    several = f" på {total.count} datoer" if total.count > 1 else ""
    return f"{_number(one or total)} kom{several}"


def _number(said: Estimate | Total) -> str:
    return said.text if said.number or not said.exact else "ingen"
