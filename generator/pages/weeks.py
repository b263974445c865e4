"""What is on in one week, for all, an area or a municipality."""

from __future__ import annotations

import calendar as months_and_weeks
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from generator import urls
from generator.danish import formatting
from generator.model.calendar import by_start
from generator.model.occurrences import Occurrence
from generator.pages.context import SiteContext
from generator.pages.scopes import Scope
from generator.pages.values import EventCard

DAYS = 7


@dataclass(frozen=True, slots=True)
class Line:
    """One event of a week: the day that it stands at, its hours in words, and its card."""

    day: date
    hours: str
    card: EventCard


@dataclass(frozen=True, slots=True)
class Week:
    """What is on in one week, in a scope. `lines` stand by day and hour; what goes on from earlier stands last on the Monday."""

    monday: date
    scope: Scope
    lines: tuple[Line, ...]
    address: str

    @property
    def number(self) -> int:
        """Return the week's number as calendars count it (ISO 8601)."""
        return self.monday.isocalendar().week

    @property
    def period(self) -> str:
        """Return `Uge 48, 23.-29. november 2026`."""
        return f"Uge {self.number}, {formatting.days(self.monday, self.monday + timedelta(days=DAYS - 1))}"

    @property
    def days(self) -> list[tuple[date, list[Line]]]:
        """Return the lines of each day that has any."""
        return [(day, list(lines)) for day, lines in groupby(self.lines, key=lambda line: line.day)]


def monday_of(day: date) -> date:
    """Return the Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


def weeks_of(first: date) -> list[list[date]]:
    """Return the weeks that the month beginning on `first` is in, each as seven days from Monday."""
    return months_and_weeks.Calendar().monthdatescalendar(first.year, first.month)


def name_of(monday: date) -> str:
    """Return a week as it stands in addresses: `2026-48`."""
    year, week, _ = monday.isocalendar()
    return f"{year}-{week:02}"


def occurrences_in(context: SiteContext, scope: Scope, monday: date) -> list[Occurrence]:
    """Return the occurrences that touch a week, by start. What is cancelled or postponed stands at its start alone."""
    sunday = monday + timedelta(days=DAYS - 1)
    near = scope.of(_near(context, monday, sunday)) if scope.has_several else scope.occurrences(context)
    return [each for each in near if each.start.day <= sunday and _last_day(each) >= monday]


def _near(context: SiteContext, monday: date, sunday: date) -> list[Occurrence]:
    """Return the occurrences of the month that a week is in, or of both, by start."""
    first, last = (context.calendar.by_month.get(day.replace(day=1), []) for day in (monday, sunday))
    if first is last or not last:
        return first
    found = {id(each): each for month in (first, last) for each in month}
    return sorted(found.values(), key=by_start)


def _last_day(occurrence: Occurrence) -> date:
    return occurrence.start.day if occurrence.is_cancelled_or_postponed else occurrence.last_day


def week(context: SiteContext, scope: Scope, monday: date) -> Week:
    """Return a week of a scope."""
    lines = [_line(context, monday, occurrence) for occurrence in occurrences_in(context, scope, monday)]
    lines.sort(key=lambda line: (line.day, line.card.start[:10] < monday.isoformat(), "T" in line.card.start))
    return Week(monday, scope, tuple(lines), context.site_url + urls.WEEK + (f"{name_of(monday)}/" if scope.is_all else scope.path))


def _line(context: SiteContext, monday: date, occurrence: Occurrence) -> Line:
    card, day = context.cards.event(occurrence), max(occurrence.start.day, monday)
    until = _last_day(occurrence)
    hours = card.time if occurrence.start.day == day else ""
    if until > day:
        lasts = f"til og med {formatting.day_of_week(until)}"
        hours = f"{hours} {lasts}" if hours.startswith("kl.") else lasts
    return Line(day, formatting.capital(hours or "hele dagen"), card)


def this_and_next(context: SiteContext, scope: Scope) -> tuple[tuple[str, date], tuple[str, date]]:
    """Return the paths of the pages of this week and the next of a scope, each with its Monday."""
    this, path = monday_of(context.now.date()), urls.WEEK + scope.path
    return (path, this), (path + urls.NEXT_WEEK, this + timedelta(weeks=1))
