"""The JSON file of every date that is to come: what its card shows, and what a filter asks of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from generator import urls
from generator.model import facts, towns
from generator.model.area import Area
from generator.model.event import Event
from generator.model.membership import memberships
from generator.model.occurrences import Occurrence
from generator.model.rounds import Round
from generator.model.values import Coordinates
from generator.pages.context import SiteContext
from generator.pages.pagination import NOW
from generator.text.compact import compact_json

ACCESS = {"step_free": "trinfri", "toilet": "toilet", "hearing_loop": "slynge"}
"""The facts about access that a filter asks for, as the address of the page names them."""


def file(context: SiteContext, row_of: Callable[[Event], bytes]) -> bytes:
    """Return the file: areas by slug, towns with their place, what is near each place, and the row of each event that has a date
    to come.

    Where events of several rounds come, `rounds` are pairs of name and title, and each area names its own.
    The rows are in the order in which search numbers events, so that what it finds can be looked up.
    """
    coming = (occurrence.event for occurrence in context.calendar.coming)
    events = sorted(coming, key=lambda event: (context.calendar.last_end(event), urls.event(event)))
    rounds = _rounds(context, events)
    areas = compact_json(_areas(context, events, rounds)).encode()
    places = compact_json([[name, town.latitude, town.longitude] for name, town in towns.TOWNS.items()]).encode()
    by_round = b'"rounds":%s,' % compact_json([[each.name, each.title] for each in rounds]).encode() if rounds else b""
    near, rows = compact_json(_near(context, events)).encode(), b",".join(map(row_of, events))
    return b'{"areas":%s,"towns":%s,"near":%s,%s"events":[%s]}' % (areas, places, near, by_round, rows)


def row(context: SiteContext, event: Event) -> bytes:
    """Return an event as JSON; empty where all its dates have ended."""
    ahead = context.calendar.ahead_of(event)
    return compact_json(_event(context, event, ahead)).encode() if ahead else b""


def _event(context: SiteContext, event: Event, ahead: list[Occurrence]) -> dict[str, Any]:
    card = context.cards.event(ahead[0])
    first, *others = (_date(context, occurrence) for occurrence in ahead)
    ages = facts.ages(event)
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
    ahead = (each for event in events for each in context.calendar.ahead_of(event))
    places = {_named(position): position for each in ahead if (position := _position(context, each))}
    return {str(name): towns.near(places[name]) for name in sorted(filter(None, places))}


def _filled(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value}


def _difference(first: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Return what another date says that the first does not; null for what only the first says."""
    return {name: value or None for name, value in other.items() if (value or None) != (first[name] or None)}


def _rounds(context: SiteContext, events: Sequence[Event]) -> list[Round]:
    """Return the rounds that are not over and whose areas have something to come; none where there are no two to choose from."""
    owners = {event.owner for event in events}
    found = {each.name for area in context.site.areas if area.slug in owners for each in _rounds_of(context, area)}
    return [each for each in context.site.rounds if each.name in found] if len(found) > 1 else []


def _rounds_of(context: SiteContext, area: Area) -> list[Round]:
    """Return the rounds that an area is in, or will be: what it has to come is of these."""
    today = context.now.date()
    parts = memberships(area, context.site.rounds)
    return [each.round for each in parts if each.round.ends >= today and not (each.when and each.when.ends < today)]


def _areas(context: SiteContext, events: Sequence[Event], rounds: Sequence[Round]) -> dict[str, Any]:
    """Return what the cards and the filters need of each owner and of each area that holds an event with it."""
    names = {event.owner: context.calendar.name_of(event.owner) for event in events}
    names |= {host.slug: host.name for event in events for host in context.calendar.hosts_of(event)}
    return {slug: _area(context, slug, name, rounds) for slug, name in names.items()}


def _area(context: SiteContext, slug: str, name: str, rounds: Sequence[Round]) -> dict[str, Any]:
    area, dot = context.calendar.areas.get(slug), context.cards.dot_of(slug)
    municipality = area.municipality.value if area else None
    own = {"rounds": [each.name for each in _rounds_of(context, area)]} if area and rounds else {}
    return {"name": name, "municipality": municipality, "form": dot.form, "colours": dot.colours, **own}
