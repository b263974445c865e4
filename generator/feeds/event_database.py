"""What comes, in the shape that Eventdatabasen, a calendar that cities share, imports: an event with its dates and its place."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any

from generator import urls
from generator.danish.dates import ZONE
from generator.feeds.data import STATES
from generator.feeds.texts import identity, line, plain, title
from generator.model.event import Event
from generator.model.occurrences import Occurrence
from generator.model.place import stated_access
from generator.pages.context import SiteContext
from generator.pages.events import social_card
from generator.text.compact import compact_json

_DATES = 60
"""The most dates of one event: a year of weeks and some."""


def item(context: SiteContext, event: Event) -> bytes:
    """Return an event as JSON; empty where no date of it is left. An example is none: it would stand among others' real events."""
    dates = context.calendar.ahead_of(event)[:_DATES]
    if not dates or context.calendar.is_example(event):
        return b""
    first, last = dates[0], max(dates, key=lambda each: each.ends)
    picture = context.picture(event.owner, event.picture)
    data = {
        "id": identity(event),
        "url": context.site_url + urls.event(event),
        "title": title(event, first.state if len(dates) == 1 else event.state),
        "excerpt": event.summary or context.cards.event(first).when,
        "description": plain(event.text, context.site_url) or event.summary or "",
        "image": context.site_url + (picture.src if picture else urls.social(social_card(context, event).key)),
        "ticketUrl": (event.booking.link if event.booking else None) or "",
        "start": first.start.at.isoformat(),
        "end": _end(last),
        "price": _price(event),
        "tags": [
            each for each in (event.category and event.category.value, *(audience.value for audience in event.audience)) if each
        ],
        "location": _location(context, first),
        "occurrences": [
            {"start": each.start.at.isoformat(), "end": _end(each), "price": _price(event), "status": STATES[each.state]}
            for each in dates
        ],
    }
    return compact_json(data).encode()


def joined(items: Iterable[bytes]) -> bytes:
    """Return the file of all events, by start. Its list is at `items`."""
    return b'{"items":[%s]}' % b",\n".join(filter(None, items))


def _price(event: Event) -> str:
    return line(event.price.text) if event.price else ""


def _end(occurrence: Occurrence) -> str:
    """Return the end; where none is said the start, and for a whole day the last minute of it: an end is asked for."""
    end = occurrence.end
    if end and end.clock:
        return end.at.isoformat()
    if occurrence.start.clock and (end is None or end.day == occurrence.start.day):
        return occurrence.start.at.isoformat()
    after = (end or occurrence.start).day + timedelta(days=1)
    return (datetime.combine(after, time(), ZONE) - timedelta(minutes=1)).isoformat()


def _location(context: SiteContext, occurrence: Occurrence) -> dict[str, Any]:
    """Return where it is. What is not stated is empty. Access is yes or no there, so that only a plain yes is one."""
    event = occurrence.event
    area = context.calendar.areas.get(event.owner)
    place = context.calendar.place(event.owner, occurrence.place)
    access = stated_access(event.access, place)
    position = place.position if place else None
    return {
        "name": place.name if place else "Online" if occurrence.online else area.name if area else "Nordjylland",
        "street": (place and place.address) or "",
        "postalCode": (place and place.postcode) or "",
        "city": (place and place.town) or "",
        "country": "Danmark",
        "region": area.municipality.in_full if area else "",
        "coordinates": {"latitude": position.latitude, "longitude": position.longitude} if position else None,
        "disabilityAccess": bool(access.step_free and access.step_free.lower().startswith("ja")),
        "url": occurrence.online or "",
    }
