"""The calendar: what comes, what has been, and each event's own page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from generator import urls, wording
from generator.markup import cleaned
from generator.model.event import Booking, Event, Place
from generator.pages.cards import EventCard
from generator.pages.page import Crumb, Document, Page
from generator.pages.view import View

_OTHERS_SHOWN = 3
_HIGHLIGHTS_SHOWN = 4


def calendar(view: View, document: Document) -> Page:
    """The page /det-sker/: from now on, by month."""
    running = [event for event in view.coming if view.state(event)[0] == "now"]
    ahead = [event for event in view.coming if view.state(event)[0] != "now"]
    today = view.now.date()
    values = {
        "text": document.html,
        "next": next(iter(view.cards_of(ahead[:1])), None),
        "now": view.cards_of(running),
        "months": list(_months(view, ahead)),
        "empty": None if view.coming else "Der er ingen kommende arrangementer i kalenderen.",
        "highlights": [] if view.coming else view.cards_of(view.held[:_HIGHLIGHTS_SHOWN]),
        "archive_url": urls.ARCHIVE,
        "areas": [{"name": card.name, "url": card.url, "count": card.event_count} for card in view.area_cards],
        "today": wording.full_day(today),
        "today_parts": {"weekday": wording.weekday(today), "day": today.day, "month": f"{wording.month(today)} {today.year}"},
    }
    return Page(urls.CALENDAR, "calendar.html", document.title, document.description, values, colour="sky", source=document.source)


def archive(view: View) -> Page:
    """The page /det-sker/arkiv/: what has been, newest first, by year."""
    years = [
        {"year": str(year), "months": list(_months(view, list(events)))}
        for year, events in groupby(view.held, key=lambda event: event.start.day.year)
    ]
    empty = None if years else "Der er ikke holdt noget endnu."
    return Page(
        urls.ARCHIVE,
        "archive.html",
        "Tidligere arrangementer",
        "Arrangementer, som lokalområderne i Kulturpunkt har holdt, år for år.",
        {"years": years, "empty": empty},
        colour="rose",
        crumbs=(Crumb("Det sker", urls.CALENDAR), Crumb("Tidligere arrangementer", None)),
    )


def event(view: View, happening: Event) -> Page:
    """An event's own page."""
    card = view.cards[urls.event(happening)]
    root = urls.root_from(card.url)
    area = view.areas.get(happening.owner)
    values = {
        "title": happening.title,
        "summary": happening.summary,
        "card": card,
        "when": card.when,
        "time": card.time,
        "countdown": wording.countdown(view.now, happening.start) if card.state in ("next", "today") else None,
        "state": card.state,
        "state_text": card.state_text,
        "example": happening.example,
        "place": _place(view.place_of(happening), example=happening.example),
        "price": card.price,
        "booking": _booking(happening.booking, view.now.date()),
        "organisers": happening.organisers,
        "audience": [audience.value for audience in happening.audience],
        "category": card.category and wording.capital(card.category),
        "picture": view.picture(happening.owner, happening.picture),
        "text": cleaned(happening.text, root),
        "area": area
        and {"name": area.name, "url": urls.area(area.slug), "municipality": f"{area.municipality.value} Kommune", "dot": card.dot},
        "others": _others(view, happening),
        "contact": {"mail": _contact_mail(view, happening)},
    }
    description = happening.summary or f"{card.when}. {happening.title}, {card.area}."
    return Page(
        card.url,
        "event.html",
        f"{happening.title} · {card.area}",
        description,
        values,
        colour="yellow",
        source=happening.source,
        hidden=happening.example,
        crumbs=(Crumb("Det sker", urls.CALENDAR), Crumb(card.area, card.area_url), Crumb(happening.title, None)),
    )


def _months(view: View, events: Sequence[Event]) -> Iterator[dict[str, Any]]:
    """Events in groups of the month they begin in."""
    for (year, month), group in groupby(events, key=lambda event: (event.start.day.year, event.start.day.month)):
        title = f"{wording.month(date(year, month, 1))} {year}"
        yield {"title": title, "anchor": f"{year}-{month:02}", "events": view.cards_of(group)}


def _place(place: Place | None, *, example: bool) -> dict[str, Any] | None:
    """A place with a link to a map, but not for an example: that place is nowhere."""
    if place is None:
        return None
    town = " ".join(filter(None, (place.postcode, place.town)))
    address = ", ".join(filter(None, (place.address, town))) or None
    return {"name": place.name, "address": address, "way": place.way, "map_href": None if example else _map_address(place, address)}


def _map_address(place: Place, address: str | None) -> str | None:
    if place.position:
        point = f"{place.position.latitude:.5f}", f"{place.position.longitude:.5f}"
        return f"https://www.openstreetmap.org/?mlat={point[0]}&mlon={point[1]}#map=15/{point[0]}/{point[1]}"
    return f"https://www.openstreetmap.org/search?{urlencode({'query': address})}" if address and place.address else None


def _booking(booking: Booking | None, today: date) -> dict[str, Any] | None:
    """How to sign up: what to say, and one link."""
    if booking is None:
        return None
    if not booking.needed:
        return {"text": "Ingen tilmelding", "href": None, "link_text": None, "deadline": None}
    href, link_text = None, None
    if booking.link:
        href, link_text = booking.link, "Tilmeld dig her"
    elif booking.mail:
        href, link_text = f"mailto:{booking.mail}", booking.mail
    elif booking.phone:
        href, link_text = booking.phone.href, booking.phone.text
    deadline = None
    if booking.deadline:
        passed = booking.deadline < today
        deadline = f"Tilmeldingen sluttede {_day(booking.deadline)}" if passed else f"Senest {_day(booking.deadline)}"
        href = None if passed else href
    return {"text": booking.text or "Tilmelding", "href": href, "link_text": link_text, "deadline": deadline}


def _day(day: date) -> str:
    return wording.full_day(day)


def _others(view: View, happening: Event) -> list[EventCard]:
    """The owner's next events besides this one."""
    same = (event for event in view.coming if event.owner == happening.owner and event is not happening)
    return view.cards_of(list(same)[:_OTHERS_SHOWN])


def _contact_mail(view: View, happening: Event) -> str:
    area = view.areas.get(happening.owner)
    own = area.contact.mail if area and area.contact else None
    return own or view.site.contacts.mail
