"""An area's poster for the notice board: one A4 with its next month and a code that leads to its page."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from generator import urls
from generator.danish import formatting
from generator.model.area import Area, Status
from generator.pages.context import SiteContext
from generator.pages.page import Crumb, Page
from generator.pages.qr import qr_code
from generator.pages.values import EventCard

_SHOWN = 8


class _Size(NamedTuple):
    """Hold one size of type in `poster.css`: how many letters a line has, and, in millimetres on paper, the height of a line and
    of a day's numeral, and the room for all events."""

    name: str
    title_letters: int
    title_line: float
    facts_letters: int
    facts_line: float
    numeral: float
    room: float


_SIZES = (
    _Size("large", 46, 9.4, 62, 6.6, 17.2, 106),
    _Size("medium", 62, 7.0, 76, 5.5, 12.7, 133),
    _Size("small", 84, 5.1, 98, 4.4, 8.3, 157),
)
_BETWEEN = 3.7
_MORE = 9
"""Millimetres between two events, and of the line that counts those that are not on the poster."""


def poster(context: SiteContext, area: Area) -> Page:
    """Return the page /omraader/<slug>/plakat/, made to be printed on one A4."""
    url = urls.poster(area.slug)
    address = context.site_url + urls.area(area.slug)
    occurrences = [occurrence for occurrence in context.calendar.shown_by(area.slug) if occurrence.ends > context.now]
    months = {occurrence.start.day.replace(day=1) for occurrence in occurrences}
    first = max(min(months), context.now.date().replace(day=1)) if months else context.now.date().replace(day=1)
    of_month = [occurrence for occurrence in occurrences if occurrence.start.day.replace(day=1) <= first]
    events, more = context.cards.events(of_month[:_SHOWN]), max(0, len(of_month) - _SHOWN)
    values = {
        "name": area.name,
        "municipality": area.municipality.in_full,
        "summary": area.summary,
        "dot": context.cards.dot_of(area.slug),
        "example": area.status is Status.EXAMPLE,
        "month": formatting.capital(formatting.month_year(first)),
        "events": events,
        "size": _size(events, more),
        "more": more,
        "address": address,
        "code": qr_code(address, "poster__code"),
        "area_url": urls.area(area.slug),
    }
    return Page(
        url,
        "poster.html",
        f"Plakat for {area.name}",
        f"En plakat til opslagstavlen: det sker i {area.name}.",
        values,
        hidden=True,
        crumbs=(Crumb("Lokalområder", urls.AREAS), Crumb(area.name, urls.area(area.slug)), Crumb("Plakat", None)),
    )


def _size(events: Sequence[EventCard], more: int) -> str:
    """Return the name of the largest size in which the events have room on the sheet, else of the smallest."""
    fitting = (size for size in _SIZES if sum(_height(event, size) for event in events) <= size.room - (_MORE if more else 0))
    return next(fitting, _SIZES[-1]).name


def _height(event: EventCard, size: _Size) -> float:
    """Return the millimetres of an event on paper, estimated by its letters."""
    facts = " · ".join(filter(None, (event.status_text, event.when_short, event.place, event.price)))
    titles, lines = ceil(len(event.title) / size.title_letters), ceil(len(facts) / size.facts_letters)
    return max(size.numeral, titles * size.title_line + lines * size.facts_line) + _BETWEEN
