"""Whom events seek to help: on each event's page, and all of them on one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator import urls
from generator.danish import formatting
from generator.model.event import Event
from generator.model.helper import Helper
from generator.pages.context import SiteContext
from generator.pages.page import Crumb, Page
from generator.pages.values import shown_contact
from generator.text.mail_link import mail_to

TITLE = "Hjælp til"


class Way(NamedTuple):
    """One way to say yes: what leads there, and its address."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class ShownHelper:
    """A task as a page shows it. `who` is the person or the role that answers; there is at least one way."""

    role: str
    count: str | None
    when: str | None
    who: str | None
    ways: tuple[Way, ...]


def shown_helper(context: SiteContext, event: Event, helper: Helper) -> ShownHelper:
    """Return a task with how one says yes: as it says itself, else to the event's contact, the area's, or the programme's."""
    area = context.calendar.areas.get(event.owner)
    own = shown_contact(helper.contact)
    contact = own or (None if helper.link else shown_contact(event.contact) or shown_contact(area.contact if area else None))
    mail, phone = (contact.mail, contact.phone) if contact else (None, None)
    if not (mail or phone or helper.link):
        mail = context.site.contacts.mail
    subject = f"Jeg vil gerne hjælpe: {helper.role} ({event.title})"
    ways = (
        Way("Skriv dig på", helper.link) if helper.link else None,
        Way(mail, mail_to(mail, subject)) if mail else None,
        Way(phone.text, phone.href) if phone else None,
    )
    count = formatting.counted(helper.count, "person", "personer") if helper.count else None
    who = (contact.name or contact.role) if contact else None
    return ShownHelper(helper.role, count, helper.when, who, tuple(filter(None, ways)))


def helpers(context: SiteContext) -> Page:
    """Return the page /hjaelp-til/: each event that seeks helpers, by its next date."""
    happening = [each for each in context.calendar.happening if each.event.helpers]
    values = {
        "title": TITLE,
        "events": [
            {
                "card": context.cards.event(each),
                "helpers": [shown_helper(context, each.event, helper) for helper in each.event.helpers],
            }
            for each in happening
        ],
        "areas": [{"name": card.name, "url": card.url} for card in context.cards.areas],
        "calendar_url": urls.CALENDAR,
        "contact_url": urls.CONTACT,
    }
    description = "Her søger arrangementer i lokalområderne hjælpere. Alle kan være med, og lidt er også en hjælp."
    return Page(urls.HELPERS, "helpers.html", TITLE, description, values, colour="rose", crumbs=(Crumb(TITLE, None),))
