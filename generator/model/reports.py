"""What has been said of how an event's dates went, and what it comes to when it is added up: nothing is counted twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.danish.dates import Moment
from generator.model.after import After
from generator.model.calendar import Calendar
from generator.model.estimate import Estimate, Total, total
from generator.model.event import Event
from generator.model.occurrences import Occurrence

MEASURES = ("came", "helpers", "hours", "artists")
"""The fields of After that are numbers."""


class Report(NamedTuple):
    """How one date of an event went; where `occurrence` is None, how all of its dates went together."""

    event: Event
    occurrence: Occurrence | None
    after: After

    def measure(self, name: str) -> Estimate | None:
        """Return one of the numbers of MEASURES; None where it was not said."""
        said: Estimate | None = getattr(self.after, name)
        return said


def written_reports(event: Event) -> Iterator[tuple[tuple[str | int, ...], Moment | None, After]]:
    """Yield each report of an event: where in its file it stands, the date that it names, and what it says."""
    yield from ((("efter", place), after.day, after) for place, after in enumerate(event.after))
    for place, change in enumerate(event.changes):
        if change.after:
            yield ("ændringer", place, "efter"), change.after.day or change.day, change.after


def meant(day: Moment, dates: tuple[Occurrence, ...]) -> Occurrence | None:
    """Return the date that a day names: as it was planned, or as it was moved to; None where the event has none such."""

    def is_named(moment: Moment) -> bool:
        return moment.day == day.day and day.clock in (None, moment.clock)

    planned = (date for date in dates if is_named(date.original))
    return next(planned, None) or next((date for date in dates if is_named(date.start)), None)


def reports_of(calendar: Calendar, event: Event) -> tuple[Report, ...]:
    """Return the reports of an event's dates that have been held, by start; one of all dates together is the last.

    What is said of a date that is cancelled, postponed or still to come is not among them.
    """
    if not event.after and not any(change.after for change in event.changes):
        return ()
    dates = calendar.occurrences_of(event)
    held = [date for date in dates if calendar.was_held(date)]
    of_dates: dict[int, Report] = {}
    of_all: list[Report] = []
    for _, day, after in written_reports(event):
        date = meant(day, dates) if day else dates[0] if len(dates) == 1 else None
        if date in held:
            of_dates.setdefault(held.index(date), Report(event, date, after))
        elif day is None and held and len(dates) > 1 and not of_all:
            of_all.append(Report(event, None, after))
    return (*(of_dates[place] for place in sorted(of_dates)), *of_all)


def is_reported(calendar: Calendar, date: Occurrence) -> bool:
    """Return whether anything is said of how a date went, alone or together with the event's others."""
    return any(report.occurrence in (None, date) for report in reports_of(calendar, date.event))


def sum_of(reports: tuple[Report, ...], name: str) -> Total | None:
    """Return the sum of one of MEASURES over reports of one event; None where none says it.

    Where all dates together and some of them say it, the dates are in the whole, so that only the whole counts.
    """
    of_all = [said for report in reports if report.occurrence is None and (said := report.measure(name))]
    return total(of_all or [said for report in reports if (said := report.measure(name))])
