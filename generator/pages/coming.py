"""The JSON file of every date that is to come: what its card shows, and what a filter asks of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from generator import urls
from generator.model import age, facts, towns
from generator.model.event import Event
from generator.model.occurrences import Occurrence
from generator.model.values import Coordinates
from generator.pages.context import SiteContext
from generator.pages.pagination import NOW

ACCESS = {"step_free": "trinfri", "toilet": "toilet", "hearing_loop": "slynge"}
"""The facts about access that a filter asks for, as the address of the page names them."""


def file(context: SiteContext, row_of: Callable[[Event], bytes]) -> bytes:
    """Return the file: areas by slug, towns with their place, what is near each place, and the row of each event that has a date
    to come.

    The rows are in the order in which search numbers events, so that what it finds can be looked up.
    """
    coming = (occurrence.event for occurrence in context.calendar.coming)
    events = sorted(coming, key=lambda event: (context.calendar.last_end(event), urls.event(event)))
    areas = _written(_areas(context, events))
    places = _written([[name, town.latitude, town.longitude] for name, town in towns.TOWNS.items()])
    near = _written(_near(context, events))
    return b'{"areas":%s,"towns":%s,"near":%s,"events":[%s]}' % (areas, places, near, b",".join(map(row_of, events)))


def row(context: SiteContext, event: Event) -> bytes:
    """Return an event as JSON; empty where all its dates have ended."""
    ahead = [each for each in context.calendar.occurrences_of(event) if each.ends > context.now]
    return _written(_event(context, event, ahead)) if ahead else b""


def _event(context: SiteContext, event: Event, ahead: list[Occurrence]) -> dict[str, Any]:
    card = context.cards.event(ahead[0])
    first, *others = (_date(context, occurrence) for occurrence in ahead)
    ages = age.of_event(event)
    said = {
        "href": card.url.removeprefix(urls.CALENDAR),
        "title": card.title,
        "area": card.area_slug,
        "areas": card.areas if card.also_in else None,
        "also": [each.slug for each in card.also_in],
        "category": card.category,
        "audience": card.audience,
        "free": card.free,
        "ages": ages,
        "languages": facts.languages(event),
        "repeats": card.repeats if others else None,
        "price": card.price,
        "example": card.example,
        "dates": [_filled(first), *(_difference(first, other) for other in others)],
    }
    return _filled(said)


def _date(context: SiteContext, occurrence: Occurrence) -> dict[str, Any]:
    card = context.cards.event(occurrence)
    place = context.calendar.place(occurrence.event.owner, occurrence.place)
    access = facts.access(occurrence.event, occurrence, place)
    return {
        "group": NOW if card.state == "now" else None,
        "anchor": card.anchor,
        "begins": card.begins,
        "ends": card.ends,
        "runs": card.runs,
        "state": card.state,
        "status": card.status,
        "stamp": card.status_text,
        "start": card.start,
        "last": occurrence.last_day.isoformat() if card.several_days else None,
        "evening": facts.is_in_the_evening(occurrence),
        "weekday": card.weekday,
        "day": card.day,
        "month": card.month,
        "was": card.was,
        "time": card.time,
        "where": card.where,
        "booking": None if card.off else card.booking,
        "at": _named(_position(context, occurrence)),
        **{said: access.get(name) for name, said in ACCESS.items()},
    }


def _position(context: SiteContext, occurrence: Occurrence) -> Coordinates | None:
    owner = occurrence.event.owner
    return facts.position(context.calendar.place(owner, occurrence.place), context.calendar.areas.get(owner))


def _named(position: Coordinates | None) -> str | None:
    """Return a position as the key of what is near it."""
    return f"{position.latitude},{position.longitude}" if position else None


def _near(context: SiteContext, events: Sequence[Event]) -> dict[str, dict[str, int]]:
    """Return the towns near each place, with kilometres: many dates are at one place."""
    ahead = (each for event in events for each in context.calendar.occurrences_of(event) if each.ends > context.now)
    places = {_named(position): position for each in ahead if (position := _position(context, each))}
    return {str(name): towns.near(places[name]) for name in sorted(filter(None, places))}


def _filled(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value}


def _difference(first: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Return what another date says that the first does not; null for what only the first says."""
    return {name: value or None for name, value in other.items() if (value or None) != (first[name] or None)}


def _areas(context: SiteContext, events: Sequence[Event]) -> dict[str, Any]:
    """Return what the cards and the filters need of each owner and of each area that holds an event with it."""
    names = {event.owner: context.calendar.owner_name(event) for event in events}
    names |= {host.slug: host.name for event in events for host in context.calendar.hosts_of(event)}
    return {slug: _area(context, slug, name) for slug, name in names.items()}


def _area(context: SiteContext, slug: str, name: str) -> dict[str, Any]:
    area, dot = context.calendar.areas.get(slug), context.cards.dot_of(slug)
    municipality = area.municipality.value if area else None
    return {"name": name, "municipality": municipality, "form": dot.form, "colours": dot.colours}


def _written(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
