"""Long lists by month: the first cards stand on the page, the rest behind a link to their month and, for the filters, in a file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from generator import urls, wording
from generator.pages.cards import EventCard
from generator.pages.view import Entry, View

SHOWN = 24
"""So many cards keep the calendar's first view at about 22 kB without fonts; what comes later is one tap away."""
NOW = "nu"


def by_month(view: View, entries: Sequence[Entry], shown: int = SHOWN) -> list[dict[str, Any]]:
    """Entries in groups of the month they begin in: the cards of the first `shown`, and how many more each month has."""
    groups = []
    for first, group in groupby(entries, key=_month):
        in_month = list(group)
        cards = view.cards(in_month[:shown])
        shown -= len(cards)
        groups.append(_group(_name(first), f"{first:%Y-%m}", urls.month(first), cards, len(in_month)))
    return groups


def running(view: View) -> dict[str, Any]:
    """What runs now, as a group."""
    entries = now_and_ahead(view)[0]
    month = view.now.date()
    return _group(_name(month), NOW, urls.month(month), view.cards(entries[:SHOWN]), len(entries))


def now_and_ahead(view: View) -> tuple[list[Entry], list[Entry]]:
    """What comes, parted by whether it has begun."""
    begun = [entry for entry in view.coming if view.state(entry) == "now"]
    return begun, [entry for entry in view.coming if view.state(entry) != "now"]


def rest(view: View) -> list[tuple[str, Entry]]:
    """What is to come and stands in no card on the calendar's page, with its group's anchor."""
    begun, ahead = now_and_ahead(view)
    left = max(0, SHOWN - len(begun))
    return [(NOW, entry) for entry in begun[SHOWN:]] + [(f"{_month(entry):%Y-%m}", entry) for entry in ahead[left:]]


def sample(view: View) -> EventCard | None:
    """A card with every part that one can have, from which the script makes the others; None where all are on the page."""
    entry = next((entry for _, entry in rest(view)), None)
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


def rest_file(view: View) -> bytes:
    """The file of what is not on the page: areas by slug, and events with what a card says and a filter asks."""
    cards = [(anchor, view.card(entry)) for anchor, entry in rest(view)]
    areas = {
        card.area_slug: {"name": card.area, "municipality": card.municipality, "form": card.dot.form, "colours": card.dot.colours}
        for _, card in cards
    }
    data = {"areas": areas, "events": [_row(anchor, card) for anchor, card in cards]}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _row(anchor: str, card: EventCard) -> dict[str, Any]:
    row = {
        "group": anchor,
        "href": card.url.removeprefix(urls.CALENDAR) + (f"#{card.anchor}" if card.anchor else ""),
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
    return {name: value for name, value in row.items() if value}


def _group(month: str, anchor: str, url: str, events: list[EventCard], count: int) -> dict[str, Any]:
    return {"title": month, "anchor": anchor, "url": url, "events": events, "count": count, "rest": count - len(events)}


def _name(month: date) -> str:
    return f"{wording.month(month)} {month.year}"


def _month(entry: Entry) -> date:
    return entry.occurrence.start.day.replace(day=1)
