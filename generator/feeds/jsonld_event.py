"""An event in schema.org's words: one Event, or an EventSeries with its dates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator import urls
from generator.danish.dates import Moment
from generator.feeds.texts import TEXT_LENGTH, address, introduction, line
from generator.model.event import Event
from generator.model.occurrences import Occurrence
from generator.model.place import Place
from generator.model.state import State
from generator.pages.context import SiteContext

Node = dict[str, Any]

_SCHEMA = "https://schema.org/"
_STATUSES = {State.CANCELLED: "EventCancelled", State.POSTPONED: "EventPostponed", State.ONLINE: "EventMovedOnline"}
_AVAILABILITY = {State.SOLD_OUT: "SoldOut", State.FEW_LEFT: "LimitedAvailability"}
_LANGUAGES = {"dansk": "da", "engelsk": "en", "tysk": "de", "ukrainsk": "uk", "arabisk": "ar", "polsk": "pl", "tegnsprog": "dsl"}
_OPEN_FIRST = (State.PLANNED, State.MOVED, State.ONLINE, State.FEW_LEFT, State.SOLD_OUT, State.POSTPONED, State.CANCELLED)
_DATES_SHOWN = 12
_LENGTH_OF_EACH_DATE = 500


def event_data(context: SiteContext, event: Event, image: str | None) -> Node:
    """Return an event. Of a series the next dates are written out, or the last ones when all have ended.

    Google asks the same of a series as of an event, so it says what holds for the most open of its dates: it is cancelled or sold
    out only when all of its dates are.
    """
    dates = context.calendar.occurrences_of(event)
    if len(dates) == 1:
        return _one(context, dates[0], image)
    ahead = context.calendar.ahead_of(event)
    shown = ahead[:_DATES_SHOWN] or dates[-_DATES_SHOWN:]
    last = max(dates, key=lambda date: date.ends)
    return {
        **_one(context, _most_open(ahead or dates), image),
        "@type": "EventSeries",
        "url": context.site_url + urls.event(event),
        "startDate": _iso(dates[0].start),
        "endDate": _end(last) or _iso(last.start),
        "subEvent": [_one(context, date, image, _LENGTH_OF_EACH_DATE) for date in shown],
    }


def _most_open(dates: Sequence[Occurrence]) -> Occurrence:
    """Return the date that one can best come to: the first, where several are equal, that is at the event's own place."""
    return min(dates, key=lambda date: (_OPEN_FIRST.index(date.state), date.place != date.event.place))


def _one(context: SiteContext, occurrence: Occurrence, image: str | None, length: int = TEXT_LENGTH) -> Node:
    event = occurrence.event
    rescheduled = occurrence.state is State.MOVED and occurrence.before is not None
    status = _STATUSES.get(occurrence.state, "EventRescheduled" if rescheduled else "EventScheduled")
    node = {
        "@type": "Event",
        "name": line(event.title),
        "description": introduction(context, occurrence, length) or context.cards.event(occurrence).when,
        "url": address(context, occurrence),
        "image": image,
        "startDate": _iso(occurrence.start),
        "endDate": _end(occurrence),
        "eventStatus": _SCHEMA + status,
        "previousStartDate": _iso(occurrence.before) if rescheduled and occurrence.before else None,
        "eventAttendanceMode": f"{_SCHEMA}{_attendance(occurrence)}EventAttendanceMode",
        "location": _location(context, occurrence),
        "offers": _offer(context, occurrence),
        "inLanguage": _languages(event),
        "isAccessibleForFree": event.price.free if event.price and event.price.lowest is not None else None,
        "organizer": _organisers(context, event),
        "audience": {"@type": "Audience", "audienceType": ", ".join(event.audience)} if event.audience else None,
        "maximumAttendeeCapacity": event.capacity,
    }
    return {key: value for key, value in node.items() if value is not None}


def _attendance(occurrence: Occurrence) -> str:
    if occurrence.state is State.ONLINE or (occurrence.online and occurrence.place is None):
        return "Online"
    return "Mixed" if occurrence.online else "Offline"


def _location(context: SiteContext, occurrence: Occurrence) -> Node | list[Node]:
    event = occurrence.event
    mode = _attendance(occurrence)
    online = {"@type": "VirtualLocation", "url": occurrence.online or address(context, occurrence)}
    if mode == "Online":
        return online
    place = _place(context, event, context.calendar.place(event.owner, occurrence.place))
    return [place, online] if mode == "Mixed" else place


def _place(context: SiteContext, event: Event, place: Place | None) -> Node:
    """Return the place, or the area where no place is said. An example has no position on the map."""
    area = context.calendar.areas.get(event.owner)
    parts = {
        "streetAddress": place and place.address,
        "postalCode": place and place.postcode,
        "addressLocality": (place and place.town) or (area.name if area else None),
        "addressRegion": "Nordjylland",
        "addressCountry": "DK",
    }
    node: Node = {
        "@type": "Place",
        "name": place.name if place else area.name if area else "Nordjylland",
        "address": {"@type": "PostalAddress", **{key: value for key, value in parts.items() if value}},
    }
    if place and place.position and not event.example:
        node["geo"] = {"@type": "GeoCoordinates", "latitude": place.position.latitude, "longitude": place.position.longitude}
    return node


def _offer(context: SiteContext, occurrence: Occurrence) -> Node | None:
    """Return what it costs; None where that is no number, and where the event is cancelled or postponed."""
    event = occurrence.event
    if event.price is None or event.price.lowest is None or occurrence.is_cancelled_or_postponed:
        return None
    link = event.booking.link if event.booking else None
    return {
        "@type": "Offer",
        "price": event.price.lowest,
        "priceCurrency": "DKK",
        "url": link or address(context, occurrence),
        "availability": _SCHEMA + _AVAILABILITY.get(occurrence.state, "InStock"),
    }


def _organisers(context: SiteContext, event: Event) -> list[Node]:
    """Return those who are named, else the area or the programme itself."""
    if event.organisers:
        return [{"@type": "Organization", "name": name} for name in event.organisers]
    area = context.calendar.areas.get(event.owner)
    name = context.site.programme.name
    if area is None:
        return [{"@type": "Organization", "name": name, "url": context.site_url}]
    return [{"@type": "Organization", "name": f"{name} {area.name}", "url": context.site_url + urls.area(area.slug)}]


def _languages(event: Event) -> list[str]:
    said = " ".join(event.languages).lower()
    return [code for word, code in _LANGUAGES.items() if word in said] or ["da"]


def _end(occurrence: Occurrence) -> str | None:
    """Return the end, where it says more than the start: a day without an hour says nothing of an hour on the same day."""
    end, start = occurrence.end, occurrence.start
    if end is None or (end.clock is None and start.clock is not None and end.day <= start.day):
        return None
    return _iso(end)


def _iso(moment: Moment) -> str:
    return moment.at.isoformat() if moment.clock else moment.day.isoformat()
