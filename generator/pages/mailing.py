"""Letters to the areas: whom the programme may write to, and the text for a network meeting, made from the meeting's event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import urls
from generator.danish.formatting import capital, full_day
from generator.markdown.convert import cleaned
from generator.markdown.plain_text import plain_text
from generator.model.area import Area, Status
from generator.model.event import Category, Event
from generator.model.folders import PROGRAMME
from generator.model.membership import takes_part
from generator.model.occurrences import Occurrence
from generator.pages.context import SiteContext


@dataclass(frozen=True, slots=True)
class Addressee:
    """An area and whom to write to in it. Without a `mail`, `lacks` says why; `name` is of who has agreed to be named."""

    area: str
    name: str = ""
    mail: str = ""
    lacks: str = ""


def addressees(context: SiteContext) -> list[Addressee]:
    """Return whom to write to in each area that takes part, in Danish order. Nobody is asked about an area that is an example."""
    site, today = context.site, context.now.date()
    part = (area for area in site.areas if takes_part(area, site.rounds, site.round, today))
    return [_addressee(area) for area in part if area.status is Status.PUBLIC]


def _addressee(area: Area) -> Addressee:
    contact = area.contact
    if contact is None or not (contact.mail or contact.name or contact.phone):
        return Addressee(area.name, lacks="har ingen kontakt")
    if (contact.name or contact.phone) and not contact.shown:
        return Addressee(area.name, lacks="har en kontakt, som ikke har sagt ja (vis: ja)")
    if not contact.mail:
        return Addressee(area.name, contact.name or "", lacks="har en kontakt uden mail")
    return Addressee(area.name, contact.name or contact.role or "", contact.mail)


def meetings(context: SiteContext) -> list[Occurrence]:
    """Return the programme's own meetings that come, by start."""
    return [each for each in context.calendar.coming_of(PROGRAMME) if each.event.category is Category.MEETING]


def letter(context: SiteContext, meeting: Occurrence) -> str:
    """Return the text of a mail about a meeting: its subject on the first line, then what an area must know to come."""
    event, card = meeting.event, context.cards.event(meeting)
    when = capital(card.when_and_time)
    facts = [("Hvornår", when), ("Hvor", _where(context, meeting)), ("Online", meeting.online), *_booking(event)]
    said = "\n".join(f"{title}: {text}" for title, text in facts if text)
    text = plain_text(cleaned(event.text, context.site_url) or "")
    parts = (
        f"Emne: {card.title_in_letters}, {card.when_short}",
        "Kære alle i lokalområderne",
        card.status_note,
        card.was,
        event.summary,
        text,
        said,
        f"Læs mere, og gem mødet i jeres kalender: {context.site_url}{urls.event(event)}",
        f"Venlig hilsen\n{context.site.programme.name}\n{context.site.contacts.mail}",
    )
    return "\n\n".join(filter(None, parts)) + "\n"


def _where(context: SiteContext, meeting: Occurrence) -> str | None:
    place = context.calendar.place(meeting.event.owner, meeting.place)
    return place.in_one_line if place else None


def _booking(event: Event) -> Iterator[tuple[str, str | None]]:
    booking = event.booking
    if booking and booking.needed:
        yield "Tilmelding", ", ".join(filter(None, (booking.text, *booking.ways))) or None
        yield "Frist", full_day(booking.deadline) if booking.deadline else None
