"""Long lists by month: the first of them stand on the page, and each month links to the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from generator import urls
from generator.danish import formatting
from generator.model.calendar import months_of
from generator.model.grouped import grouped
from generator.model.occurrences import Occurrence
from generator.pages.context import SiteContext
from generator.pages.values import EventCard

SHOWN = 14
"""So many cards stand on the calendar's page, which comes in one round trip."""
LINES = 60
"""So many further dates stand there as lines."""
NOW = "nu"


class Entry(NamedTuple):
    """An event in one month: the card of its first date there, and the cards of its other dates, which a list folds."""

    card: EventCard
    others: list[EventCard]

    @property
    def dates(self) -> int:
        """Return how many dates it has in the month."""
        return 1 + len(self.others)


@dataclass(slots=True)
class Room:
    """What is left of a page for cards and lines, as one month after the other takes its part."""

    cards: int = SHOWN
    lines: int = LINES

    def parted(self, entries: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
        """Return the entries that have room as cards, and those after them that have room as lines."""
        cards = list(self._cards(entries))
        return cards, list(self._lines(entries[len(cards) :]))

    def _cards(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        for entry in entries:
            if not self.cards:
                return
            self.cards -= 1
            self.lines -= len(entry.others)
            yield entry

    def _lines(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        for entry in entries:
            if self.lines <= 0:
                return
            self.lines -= entry.dates
            yield entry


def by_month(context: SiteContext, occurrences: Sequence[Occurrence], shown: int = SHOWN) -> list[dict[str, Any]]:
    """Return occurrences grouped by the month in which they begin: the cards of the first `shown`, and how many more each month
    has."""
    groups = []
    for first, group in groupby(occurrences, key=lambda occurrence: occurrence.start.day.replace(day=1)):
        in_month = list(group)
        cards = context.cards.events(in_month[:shown])
        shown -= len(cards)
        groups.append({**_month_group(first, len(in_month)), "events": cards, "rest": len(in_month) - len(cards)})
    return groups


def agenda(context: SiteContext, ahead: Sequence[Occurrence], room: Room) -> tuple[list[EventCard], list[dict[str, Any]]]:
    """Return dates that are to come: the cards of those that run now, and the months from today's with the dates that touch them.

    What has a card as running stands in this month no more, but is counted there (`apart`).
    """
    running = [each for each in ahead if context.calendar.state(each) == "now"][: room.cards]
    room.cards -= len(running)
    months = [(first, dates) for first, dates in sorted(months_of(ahead).items()) if first >= context.calendar.this_month]
    return context.cards.events(running), [_month(context, first, dates, running, room) for first, dates in months]


def _month(
    context: SiteContext, first: date, dates: Sequence[Occurrence], running: Sequence[Occurrence], room: Room
) -> dict[str, Any]:
    here = [occurrence for occurrence in dates if occurrence not in running or first > context.calendar.this_month]
    cards, lines = room.parted(entries(context, here))
    rest = len(here) - sum(entry.dates for entry in (*cards, *lines))
    group = _month_group(first, len(dates))
    return {**group, "cards": cards, "lines": lines, "apart": len(dates) - len(here), "rest": rest}


def entries(context: SiteContext, occurrences: Iterable[Occurrence]) -> list[Entry]:
    """Return occurrences with those of one event together, in the order of their first."""
    by_event = grouped((urls.event(occurrence.event), occurrence) for occurrence in occurrences)
    return [Entry(context.cards.event(first), context.cards.events(others)) for first, *others in by_event.values()]


def _month_group(first: date, count: int) -> dict[str, Any]:
    """Return what a list says of a month of `count` dates."""
    return {"title": formatting.month_year(first), "anchor": f"{first:%Y-%m}", "url": urls.month(first), "count": count}
