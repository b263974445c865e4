"""Long lists by month: the first cards stand on the page, the rest behind a link to their month. What the filters ask of more
than the page says is in a file."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from generator import urls
from generator.danish import formatting
from generator.model.event import Event
from generator.pages.cards import EventCard
from generator.pages.view import Entry, View

SHOWN = 24
"""So many cards keep the calendar's first view at about 21 kB without fonts; what comes later is one tap away."""
NOW = "nu"


def by_month(view: View, entries: Sequence[Entry], shown: int = SHOWN) -> list[dict[str, Any]]:
    """Entries in groups of the month they begin in: the cards of the first `shown`, and how many more each month has."""
    groups = []
    for first, group in groupby(entries, key=_month):
        in_month = list(group)
        cards = view.cards(in_month[:shown])
        shown -= len(cards)
        groups.append(_group(first, f"{first:%Y-%m}", cards, len(in_month)))
    return groups


def running(view: View) -> dict[str, Any]:
    """What runs now, as a group. Its month is today's, but of a night that began in the month before that one."""
    entries, _ = view.now_and_ahead
    month = min(view.now.date(), max(entry.occurrence.last_day for entry in entries))
    return _group(month, NOW, view.cards(entries[:SHOWN]), len(entries))


def sample(view: View) -> EventCard | None:
    """A card with every part that one can have, from which the script makes the others; None where all are on the page."""
    entry = next(iter(_shown_and_rest(view)[1]), None)
    if entry is None:
        return None
    return view.card(entry)._replace(
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


def rest_file(view: View, row_of: Callable[[Event], bytes]) -> bytes:
    """JSON of what is not on the page: areas by slug, the row of each event, and the summaries of the page's own cards by their
    address."""
    shown, rest = _shown_and_rest(view)
    areas = _written({entry.event.owner: _area(view, entry.event) for entry in rest})
    words = _written({_address(card): card.summary for card in view.cards(shown) if card.summary})
    return b'{"areas":%s,"events":[%s],"words":%s}' % (areas, b",".join(row_of(entry.event) for entry in rest), words)


def row(view: View, event: Event) -> bytes:
    """An event as data: what its card in the calendar says, and what a filter asks; empty where it has ended."""
    entry = view.following(event)
    return _written(_row(_anchor(view, entry), view.card(entry))) if entry else b""


def _shown_and_rest(view: View) -> tuple[list[Entry], list[Entry]]:
    """What is to come, parted by whether it stands in a card on the calendar's page."""
    begun, ahead = view.now_and_ahead
    left = max(0, SHOWN - len(begun))
    return begun[:SHOWN] + ahead[:left], begun[SHOWN:] + ahead[left:]


def _area(view: View, event: Event) -> dict[str, Any]:
    area, dot = view.areas.get(event.owner), view.dot_of(event.owner)
    municipality = area.municipality.value if area else None
    return {"name": view.owner_name(event), "municipality": municipality, "form": dot.form, "colours": dot.colours}


def _anchor(view: View, entry: Entry) -> str:
    """The anchor of the group that a date stands in."""
    return NOW if view.state(entry) == "now" else f"{_month(entry):%Y-%m}"


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


def _month(entry: Entry) -> date:
    return entry.occurrence.start.day.replace(day=1)
