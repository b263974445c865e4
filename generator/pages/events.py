"""The page of an event: what, when and where it is, each of its dates, and how to come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from generator import urls
from generator.danish import formatting
from generator.markdown.convert import cleaned
from generator.media import qr
from generator.media.social_card import EXAMPLE_MARK, SocialCard
from generator.model.booking import Booking
from generator.model.event import Event
from generator.model.occurrences import Occurrence
from generator.model.place import Access, Place, stated_access
from generator.model.reports import Report, reports_of
from generator.pages import trust
from generator.pages.afterwards import pictures_of, went
from generator.pages.attendance import came_on
from generator.pages.context import SiteContext
from generator.pages.day import day_programme
from generator.pages.helpers import shown_helper
from generator.pages.page import CALENDAR, Crumb, Page
from generator.pages.poster import has_poster
from generator.pages.share import share_text
from generator.pages.subscriptions import Subscription, subscribe_to_all, subscribe_to_area
from generator.pages.values import EventCard, shown_contact

_OTHERS_SHOWN = 3
_NOT_THOSE_SHOWN = 3


def event(context: SiteContext, happening: Event) -> Page:
    """Return the page of an event, written for the next date that one can come to; for its last date when all are past."""
    url = urls.event(happening)
    root = urls.root_from(url)
    occurrence = written_for(context, happening)
    card = context.cards.event(occurrence)
    reports = reports_of(context.calendar, happening)
    outcome = went(context, happening, reports, root) if reports else None
    taken = pictures_of(outcome)
    picture = context.picture(happening.owner, happening.picture)
    documents = tuple(context.document(happening.owner, document) for document in happening.documents)
    values = {
        "key": f"{happening.owner}/{happening.name}",
        "title": happening.title,
        "summary": happening.summary,
        "english": happening.english,
        "card": card,
        "countdown": _countdown(context, occurrence, card),
        "repeats": card.repeats and formatting.capital(card.repeats),
        **_dates(context, occurrence, reports),
        "save": urls.event_feed(happening),
        "went": outcome,
        "over": card.state == "past" and not card.off,
        "taken": taken,
        "report": urls.report_form(happening) if _has_been_held(context, happening) else None,
        "example": happening.example,
        **_practical(context, occurrence, card),
        "picture": picture,
        "text": cleaned(happening.text, root),
        "programme": day_programme(context, occurrence) if happening.programme else None,
        "documents": documents,
        "helpers": [shown_helper(context, happening, helper) for helper in context.calendar.helpers_of(happening)],
        "follow": _follow(context, happening),
        "poster": urls.event_poster(happening) if has_poster(context, happening) else None,
        "address": context.site_url + url,
        "code": qr.code(context.site_url + url, "printed__code"),
        "changed": trust.event_changed(context, happening),
        "tip": trust.tip(context, happening.title, url),
        "others": _others(context, happening),
        "contact": shown_contact(happening.contact),
        "contact_mail": _contact_mail(context, happening),
        "share": share_text(context, occurrence),
    }
    description = happening.summary or f"{card.when}. {happening.title}, {card.area}."
    return Page(
        url,
        "event.html",
        f"{happening.title} · {card.area}",
        f"{card.status_text}: {description}" if card.status_text else description,
        values,
        colour="yellow",
        source=happening.source,
        hidden=happening.example,
        crumbs=(CALENDAR, Crumb(card.area, card.area_url), Crumb(happening.title, None)),
        social=social_card(context, happening) if card.state != "past" else None,
        pictures=tuple(each.files for each in [picture, *taken] if each),
        documents=documents,
        shared_as=f"{card.status_text}: {happening.title}" if card.status_text else happening.title,
    )


def written_for(context: SiteContext, happening: Event) -> Occurrence:
    """Return the date that the page of an event is written for."""
    calendar = context.calendar
    return calendar.open_date(happening) or calendar.following(happening) or calendar.occurrences_of(happening)[-1]


def social_card(context: SiteContext, happening: Event) -> SocialCard:
    """Return the card that is shown when the page of an event is shared; there is one until the event is over."""
    card = context.cards.event(written_for(context, happening))
    when = f"{card.status_text}: {card.when_short}" if card.status_text else card.when
    lines = (when, ", ".join(filter(None, (card.place, card.area))))
    mark = EXAMPLE_MARK if happening.example else None
    return SocialCard(happening.title, lines, mark, card.dot, context.photo(happening.owner, happening.picture), "--yellow")


def _countdown(context: SiteContext, occurrence: Occurrence, card: EventCard) -> str | None:
    off = occurrence.is_cancelled_or_postponed or card.state not in ("next", "today")
    return None if off else formatting.countdown(context.now, occurrence.start)


def _has_been_held(context: SiteContext, happening: Event) -> bool:
    return any(map(context.calendar.was_held, context.calendar.occurrences_of(happening)))


def _dates(context: SiteContext, occurrence: Occurrence, reports: Sequence[Report]) -> dict[str, Any]:
    """Return the dates of a series that come and that are past.

    `not_those` come before the one that the page is written for: they are cancelled, postponed or sold out.
    """
    every = context.calendar.occurrences_of(occurrence.event)
    shown = [(each, _date(context, each, came_on(reports, each))) for each in every] if len(every) > 1 else []
    earlier = [date for each, date in shown if context.now < each.ends and each.begins < occurrence.begins]
    return {
        "not_those": earlier[:_NOT_THOSE_SHOWN],
        "dates": [date for _, date in shown if date["card"].state != "past"],
        "past_dates": [date for _, date in shown if date["card"].state == "past"],
    }


def _practical(context: SiteContext, occurrence: Occurrence, card: EventCard) -> dict[str, Any]:
    """Return where it is, how one comes and takes part, and for whom it is."""
    happening, calendar = occurrence.event, context.calendar
    place, area = calendar.place(happening.owner, occurrence.place), calendar.areas.get(happening.owner)
    return {
        "place": _place(place, example=happening.example),
        "access": _access(happening.access, place),
        "online": occurrence.online,
        "booking": _booking(happening.booking, card, context.now.date()),
        "organisers": happening.organisers,
        "partners": happening.partners,
        "audience": [audience.value for audience in happening.audience],
        "age": happening.age,
        "languages": happening.languages,
        "capacity": happening.capacity,
        "category": card.category and formatting.capital(card.category),
        "links": happening.links,
        "area": area
        and {"name": area.name, "url": urls.area(area.slug), "municipality": area.municipality.in_full, "dot": card.dot},
        "also_in": [{"name": host.name, "url": urls.area(host.slug)} for host in calendar.hosts_of(happening)],
    }


def _date(context: SiteContext, occurrence: Occurrence, came: str | None) -> dict[str, Any]:
    """Return one of several dates, with its anchor on the page and how many came."""
    card = context.cards.event(occurrence)
    place = context.calendar.place(occurrence.event.owner, occurrence.place)
    return {
        "card": card,
        "note": card.status_note if occurrence.text != occurrence.event.state_text else None,
        "came": came,
        "place": place.name if place and occurrence.place != occurrence.event.place else None,
        "save": urls.date_feed(occurrence.event, occurrence.anchor),
    }


def _place(place: Place | None, *, example: bool) -> dict[str, Any] | None:
    """Return a place with a link to a map. An example has no link, because its place does not exist."""
    if place is None:
        return None
    map_href = None if example else _map_address(place)
    return {"name": place.name, "address": place.whole_address, "way": place.way, "map_href": map_href}


def _map_address(place: Place) -> str | None:
    if place.position:
        point = f"{place.position.latitude:.5f}", f"{place.position.longitude:.5f}"
        return f"https://www.openstreetmap.org/?mlat={point[0]}&mlon={point[1]}#map=15/{point[0]}/{point[1]}"
    return f"https://www.openstreetmap.org/search?{urlencode({'query': place.whole_address})}" if place.address else None


def _access(own: Access | None, place: Place | None) -> list[dict[str, str]]:
    """Return what is stated about access. The event's own statements go before those of its place."""
    return [{"title": title, "value": formatting.capital(value)} for title, value in stated_access(own, place).stated()]


def _booking(booking: Booking | None, card: EventCard, today: date) -> dict[str, Any] | None:
    """Return how to sign up: a text, and one link while booking is open; None for what is past, cancelled or postponed."""
    if booking is None or card.off or card.state == "past":
        return None
    if not booking.needed:
        return _how("Ingen tilmelding")
    if card.status == "sold-out":
        return _how(booking.text or "Der er ikke flere pladser")
    if booking.deadline is None:
        return _how(booking.text, *_way(booking))
    day = formatting.full_day(booking.deadline)
    if booking.deadline < today:
        return _how(booking.text, deadline=f"Tilmeldingen sluttede {day}")
    return _how(booking.text, *_way(booking), deadline=f"Senest {day}")


def _how(text: str | None, href: str | None = None, link_text: str | None = None, deadline: str | None = None) -> dict[str, Any]:
    return {"text": text, "href": href, "link_text": link_text, "deadline": deadline}


def _way(booking: Booking) -> tuple[str | None, str | None]:
    """Return where a link to sign up leads, and its words."""
    if booking.link:
        return booking.link, "Tilmeld dig"
    if booking.mail:
        return f"mailto:{booking.mail}", booking.mail
    return (booking.phone.href, booking.phone.text) if booking.phone else (None, None)


def _others(context: SiteContext, happening: Event) -> list[EventCard]:
    """Return the next events of the same owner."""
    same = [
        occurrence
        for occurrence in context.calendar.coming_of(happening.owner)[: _OTHERS_SHOWN + 1]
        if occurrence.event is not happening
    ]
    return context.cards.events(same[:_OTHERS_SHOWN])


def _follow(context: SiteContext, happening: Event) -> list[dict[str, str]]:
    """Return the calendars that an event stands in and that renew themselves: those of its areas, and the whole."""
    own = context.calendar.areas.get(happening.owner)
    areas = (*((own,) if own else ()), *context.calendar.hosts_of(happening))
    of_areas = [
        _followed(subscribe_to_area(context, area.slug, area.name), area.name, f"Alt, der sker i {area.name}.") for area in areas
    ]
    everything = f"hele {context.site.programme.name}"
    return [*of_areas, _followed(subscribe_to_all(context), everything, "Alt, der sker i alle lokalområder.")]


def _followed(calendar: Subscription, name: str, text: str) -> dict[str, str]:
    return {"name": name, "text": text, "page": calendar.page, "code": calendar.code}


def _contact_mail(context: SiteContext, happening: Event) -> str:
    area = context.calendar.areas.get(happening.owner)
    own = area.contact.mail if area and area.contact else None
    return own or context.site.contacts.mail
