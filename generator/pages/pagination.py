"""Long lists by month: the first cards stand on the page, and each month links to the rest.

What the filters need to know of the events that are not on the page is in a JSON file, which the script fetches.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from generator import urls
from generator.danish import formatting
from generator.model.event import Event
from generator.model.occurrences import Occurrence
from generator.pages.context import SiteContext
from generator.pages.values import EventCard

SHOWN = 24
"""So many cards keep the calendar's first context at about 21 kB without fonts; what comes later is one tap away."""
NOW = "nu"


def by_month(context: SiteContext, occurrences: Sequence[Occurrence], shown: int = SHOWN) -> list[dict[str, Any]]:
    """Return occurrences grouped by the month in which they begin: the cards of the first `shown`, and how many more each month
    has."""
    groups = []
    for first, group in groupby(occurrences, key=_month):
        in_month = list(group)
        cards = context.cards.events(in_month[:shown])
        shown -= len(cards)
        groups.append(_group(first, f"{first:%Y-%m}", cards, len(in_month)))
    return groups


def running(context: SiteContext) -> dict[str, Any]:
    """Return what runs now as a group. Its month is today's, or last month for a night that began then."""
    occurrences, _ = context.calendar.now_and_ahead
    month = min(context.now.date(), max(occurrence.last_day for occurrence in occurrences))
    return _group(month, NOW, context.cards.events(occurrences[:SHOWN]), len(occurrences))


def sample(context: SiteContext) -> EventCard | None:
    """Return a card that has every possible part, from which the script makes other cards; None where all are on the page."""
    occurrence = next(iter(_shown_and_rest(context)[1]), None)
    if occurrence is None:
        return None
    return context.cards.event(occurrence)._replace(
        example=True,
        state="next",
        status="moved",
        status_text="Flyttet",
        was="Før",
        time="kl. 19",
        place="Sted",
        booking="tilmelding",
        more_text="og 1 dato mere",
        price="Gratis",
    )


def rest_file(context: SiteContext, row_of: Callable[[Event], bytes]) -> bytes:
    """Return the JSON file of what is not on the page: areas by slug, the row of each event, and the summaries of the page's own
    cards by address."""
    shown, rest = _shown_and_rest(context)
    areas = _written({occurrence.event.owner: _area(context, occurrence.event) for occurrence in rest})
    words = _written({_address(card): card.summary for card in context.cards.events(shown) if card.summary})
    return b'{"areas":%s,"events":[%s],"words":%s}' % (areas, b",".join(row_of(occurrence.event) for occurrence in rest), words)


def row(context: SiteContext, event: Event) -> bytes:
    """Return an event as JSON: what its card in the calendar shows and what a filter asks; empty where the event has ended."""
    occurrence = context.calendar.following(event)
    return _written(_row(_anchor(context, occurrence), context.cards.event(occurrence))) if occurrence else b""


def _shown_and_rest(context: SiteContext) -> tuple[list[Occurrence], list[Occurrence]]:
    """Return what is to come in two lists: what has a card on the calendar's page, and the rest."""
    begun, ahead = context.calendar.now_and_ahead
    left = max(0, SHOWN - len(begun))
    return begun[:SHOWN] + ahead[:left], begun[SHOWN:] + ahead[left:]


def _area(context: SiteContext, event: Event) -> dict[str, Any]:
    area, dot = context.calendar.areas.get(event.owner), context.cards.dot_of(event.owner)
    municipality = area.municipality.value if area else None
    return {"name": context.calendar.owner_name(event), "municipality": municipality, "form": dot.form, "colours": dot.colours}


def _anchor(context: SiteContext, occurrence: Occurrence) -> str:
    """Return the anchor of the group that an occurrence stands in."""
    return NOW if context.calendar.state(occurrence) == "now" else f"{_month(occurrence):%Y-%m}"


def _written(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _address(card: EventCard) -> str:
    """As the calendar's page reads it."""
    return card.url.removeprefix(urls.CALENDAR) + (f"#{card.anchor}" if card.anchor else "")


def _row(anchor: str, card: EventCard) -> dict[str, Any]:
    said = {
        "group": anchor,
        "href": _address(card),
        "area": card.area_slug,
        "areas": card.areas if card.also_in else None,
        "also": [each.slug for each in card.also_in],
        "municipalities": card.municipalities if card.also_in else None,
        "category": card.category,
        "audience": " ".join(card.audience),
        "free": card.free,
        "words": card.summary,
        "begins": card.begins,
        "ends": card.ends,
        "runs": card.runs,
        "state": card.state,
        "status": card.status,
        "example": card.example,
        "start": card.start,
        "weekday": card.weekday,
        "day": card.day,
        "month": card.month,
        "stamp": card.status_text,
        "title": card.title,
        "was": card.was,
        "time": card.time,
        "where": card.where,
        "booking": None if card.off else card.booking,
        "series": card.series,
        "price": card.price,
    }
    return {name: value for name, value in said.items() if value}


def _group(month: date, anchor: str, events: list[EventCard], count: int) -> dict[str, Any]:
    shown = {"title": formatting.month_year(month), "anchor": anchor, "url": urls.month(month)}
    return {**shown, "events": events, "count": count, "rest": count - len(events)}


def _month(occurrence: Occurrence) -> date:
    return occurrence.start.day.replace(day=1)
