"""What stands at an address whose file cannot be relied on: that it is being corrected, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.model.site import Correction
from generator.pages.context import SiteContext
from generator.pages.page import AREAS, CALENDAR, Crumb, Page
from generator.pages.values import Contact, programme_people, shown_contact


def corrections(context: SiteContext) -> Iterator[Page]:
    """Yield the page of each event and area that is being corrected."""
    for each in context.site.corrections:
        yield _correction(context, each)


def note(context: SiteContext) -> str | None:
    """Return what is said where the calendar is empty and some of what belongs there is being corrected; None where nothing is."""
    return "Nogle arrangementer bliver rettet lige nu og er derfor ikke i kalenderen." if context.site.corrections else None


def _correction(context: SiteContext, correction: Correction) -> Page:
    """Return a page that says nothing of what is planned. It is found by its address only."""
    area = context.calendar.areas.get(correction.owner)
    kind = "arrangement" if correction.name else "lokalområde"
    url = urls.corrected(correction)
    values = {
        "title": correction.title or f"Et {kind} bliver rettet",
        "kind": kind,
        "contacts": _contacts(context, correction),
        "area": area and {"name": area.name, "url": urls.area(area.slug)},
        "calendar_url": urls.CALENDAR,
    }
    section = CALENDAR if correction.name else AREAS
    here = (Crumb(area.name, urls.area(area.slug)),) if area else ()
    description = f"Oplysningerne om dette {kind} bliver rettet lige nu."
    title = f"{values['title']} · {context.site.programme.name}"
    crumbs = (section, *here, Crumb(str(values["title"]), None))
    return Page(url, "correction.html", title, description, values, colour="yellow", hidden=True, crumbs=crumbs)


def _contacts(context: SiteContext, correction: Correction) -> list[Contact]:
    """Return whom to ask: the area's own people where they may be named, else the programme's."""
    area = context.calendar.areas.get(correction.owner)
    own = next((each for each in context.site.corrections if each.owner == correction.owner and not each.name), None)
    contact = shown_contact(area.contact if area else own.contact if own else None)
    return [contact] if contact else [Contact(None, None, context.site.contacts.mail, None), *programme_people(context.site)]
