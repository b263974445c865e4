"""The page of each month that something is in: a grid of its days, and a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from math import ceil
from typing import Any

from generator import urls
from generator.danish import formatting
from generator.danish.patterns import WEEKDAYS
from generator.model.calendar import only_examples
from generator.model.grouped import grouped
from generator.model.occurrences import Occurrence
from generator.pages.context import SiteContext
from generator.pages.page import CALENDAR, Crumb, LazyMapping, Page
from generator.pages.values import EventCard
from generator.pages.weeks import weeks_of


def months(context: SiteContext) -> Iterator[Page]:
    """Yield a page like /det-sker/2026-05/ for each month that has an occurrence."""
    all_months = sorted(context.calendar.by_month)
    for place, (first, occurrences) in enumerate(sorted(context.calendar.by_month.items())):
        title, today = formatting.month_year(first), context.now.date()
        before, after = all_months[:place][-1:], all_months[place + 1 :][:1]
        yield Page(
            urls.month(first),
            "month.html",
            f"Det sker i {title}",
            f"Alle arrangementer i {title} i lokalområderne i {context.site.programme.name}.",
            LazyMapping(partial(_month, context, first, before, after)),
            colour="sky",
            hidden=only_examples(occurrences),
            crumbs=(CALENDAR, Crumb(formatting.capital(title), None)),
            decided_by=(today if today.replace(day=1) == first else None, before, after),
            occurrences=occurrences,
        )


def _month(context: SiteContext, first: date, before: Sequence[date], after: Sequence[date]) -> dict[str, Any]:
    occurrences = context.calendar.by_month[first]
    ahead = [occurrence for occurrence in occurrences if context.calendar.state(occurrence) != "past"]
    held = [occurrence for occurrence in occurrences if context.calendar.state(occurrence) == "past"] if ahead else []
    return {
        "title": formatting.capital(formatting.month_year(first)),
        "weekdays": [{"name": name, "short": name[:2]} for name in WEEKDAYS],
        "weeks": _weeks(context, first, occurrences),
        "days": _days_with_events(ahead or occurrences, first),
        "events": _with_anchors(context, ahead or occurrences, first),
        "held": context.cards.events(held),
        "counted": formatting.number_of_dates(len(ahead or occurrences)),
        "counted_held": formatting.number_of_dates(len(held)),
        "printed": _printed(context.cards.events(ahead or occurrences)),
        "previous": next(map(_month_link, before), None),
        "next": next(map(_month_link, after), None),
        "calendar_url": urls.CALENDAR,
    }


_BELOW_GRID, _ON_A_SHEET = 50, 86
"""Lines of events, in two columns, for which a printed sheet has room below a month's grid, and without it."""


def _printed(cards: Sequence[EventCard]) -> str:
    """Return how a month is printed on one sheet: with its grid, as a list only, or as a list of small type."""
    lines = sum(map(_printed_lines, cards))
    return "grid" if lines <= _BELOW_GRID else "list" if lines <= _ON_A_SHEET else "most"


def _printed_lines(card: EventCard) -> int:
    """Estimate the lines of a card on a printed month: its title, when and where, its series with the price below, its status."""
    series = 1 + bool(card.price) if card.series else 0
    return ceil(len(card.title) / 38) + 2 + series + bool(card.status) + bool(card.was) + len(card.where or "") // 42


def _month_link(first: date) -> dict[str, str]:
    return {"title": formatting.month_year(first), "url": urls.month(first)}


def _weeks(context: SiteContext, first: date, occurrences: Sequence[Occurrence]) -> list[list[dict[str, Any]]]:
    """Return the weeks of a month as lists of seven days from Monday. Days of other months are empty."""
    weeks = weeks_of(first)
    days = [(occurrence, list(occurrence.days_in(first))) for occurrence in occurrences]
    on_days = grouped((shown[0], occurrence) for occurrence, shown in days)
    continued = grouped((day, each) for each, shown in days if not each.is_cancelled_or_postponed for day in shown[1:])
    return [[_day(context, first, day, on_days.get(day, ()), continued.get(day, ())) for day in week] for week in weeks]


def _day(
    context: SiteContext, first: date, day: date, occurrences: Sequence[Occurrence], continued: Sequence[Occurrence]
) -> dict[str, Any]:
    """Return one day of a month: the occurrences that are links on it, and those that are links on an earlier day and go on."""
    if day.month != first.month:
        return {"day": None, "date": None, "iso": None, "today": False, "events": [], "continued": []}
    return {
        "day": day.day,
        "date": formatting.full_day(day),
        "iso": day.isoformat(),
        "today": day == context.now.date(),
        "events": context.cards.events(occurrences),
        "continued": context.cards.events(continued),
    }


def _with_anchors(context: SiteContext, occurrences: Sequence[Occurrence], first: date) -> list[tuple[EventCard, str | None]]:
    """Return the card of each occurrence, and for the first of each day the anchor of that day."""
    seen: set[date] = set()
    cards = []
    for occurrence in occurrences:
        day = max(occurrence.start.day, first)
        cards.append((context.cards.event(occurrence), None if day in seen else _anchor(day)))
        seen.add(day)
    return cards


def _days_with_events(occurrences: Sequence[Occurrence], first: date) -> list[dict[str, str]]:
    """Return the days on which something begins or goes on from the month before, as links to the first of each."""
    days = sorted({max(occurrence.start.day, first) for occurrence in occurrences})
    return [{"title": f"{formatting.short_weekday(day)} {day.day}.", "anchor": _anchor(day)} for day in days]


def _anchor(day: date) -> str:
    return f"dag-{day.day}"
