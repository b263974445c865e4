"""The tables beside that of dates: one row an event, an area, and a partner, for those who work in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator import urls
from generator.feeds.spreadsheet import table, yes
from generator.model.area import Status
from generator.pages.areas import shown_contact
from generator.pages.context import SiteContext

_EVENTS = (
    *("Titel", "Resumé", "Første dato", "Sidste dato", "Datoer", "Kommende datoer", "Gentages", "Lokalområde", "Kommune"),
    *("Sted", "By", "Pris", "Kategori", "Målgruppe", "Arrangør", "Side", "Eksempel"),
)
_AREAS = (
    *("Lokalområde", "Kommune", "Landsbyer", "Resumé", "Kerneelementer", "Partnere", "Arrangementer", "Bredde", "Længde"),
    *("Mail", "Side", "Eksempel"),
)
_PARTNERS = ("Partner", "Sektor", "Lokalområde", "Kommune", "Link", "Eksempel")


def events(context: SiteContext) -> bytes:
    """Return one row for each event, by its first date."""
    return table(_EVENTS, _event_rows(context))


def areas(context: SiteContext) -> bytes:
    """Return one row for each area, in Danish order."""
    return table(_AREAS, _area_rows(context))


def partners(context: SiteContext) -> bytes:
    """Return one row for each partner of each area."""
    return table(_PARTNERS, _partner_rows(context))


def _event_rows(context: SiteContext) -> Iterator[Sequence[str]]:
    calendar = context.calendar
    for event in calendar.events:
        dates, area, place = (
            calendar.occurrences_of(event),
            calendar.areas.get(event.owner),
            calendar.place(event.owner, event.place),
        )
        yield (
            event.title,
            event.summary or "",
            dates[0].start.day.isoformat(),
            max(each.last_day for each in dates).isoformat(),
            str(len(dates)),
            str(len(calendar.open_dates(event))),
            event.repetition.words() if event.repetition else "",
            calendar.name_of(event.owner),
            area.municipality.value if area else "",
            place.name if place else "",
            (place and place.town) or "",
            event.price.text if event.price else "",
            event.category.value if event.category else "",
            ", ".join(event.audience),
            ", ".join(event.organisers),
            context.site_url + urls.event(event),
            yes(event.example),
        )


def _area_rows(context: SiteContext) -> Iterator[Sequence[str]]:
    for area in context.site.areas:
        contact = shown_contact(area.contact)
        yield (
            area.name,
            area.municipality.value,
            ", ".join(area.villages),
            area.summary,
            ", ".join(area.core_elements),
            str(len(area.partners)),
            str(len(area.events)),
            _degrees(area.position.latitude) if area.position else "",
            _degrees(area.position.longitude) if area.position else "",
            (contact and contact.mail) or "",
            context.site_url + urls.area(area.slug),
            yes(area.status is Status.EXAMPLE),
        )


def _partner_rows(context: SiteContext) -> Iterator[Sequence[str]]:
    for area in context.site.areas:
        for partner in area.partners:
            example = yes(area.status is Status.EXAMPLE)
            yield partner.name, partner.sector.value, area.name, area.municipality.value, partner.link or "", example


def _degrees(number: float) -> str:
    """Return degrees with a comma, as Danish spreadsheets read them."""
    return f"{number:.5f}".replace(".", ",")
