"""The tables for those who work in a spreadsheet: a row a date of an event, an event, an area, and a partner."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator import urls
from generator.danish.dates import Moment
from generator.feeds.event_feeds import EventFeeds
from generator.feeds.spreadsheet import Columns, cells, headings, row, table, yes
from generator.feeds.texts import address
from generator.model.after import After
from generator.model.area import Area, Status
from generator.model.event import Event
from generator.model.occurrences import Occurrence
from generator.model.partners import Partner
from generator.model.place import Place
from generator.model.price import Amount, Price
from generator.model.reports import reports_of
from generator.pages.context import SiteContext
from generator.pages.values import shown_contact


class _OfDate(NamedTuple):
    """Hold what the columns of one row are read from: a date of an event, its place and its area, and how it went."""

    context: SiteContext
    event: Event
    date: Occurrence
    place: Place | None
    area: Area | None
    after: After | None


class _OfArea(NamedTuple):
    """Hold what the columns of one row are read from: an area, and one of its partners where the row is of that."""

    context: SiteContext
    area: Area
    partner: Partner | None = None


_DATES: Columns[_OfDate] = {
    "Titel": lambda of: of.event.title,
    "Dato": lambda of: of.date.start.day.isoformat(),
    "Kl.": lambda of: _hour(of.date.start),
    "Slutdato": lambda of: of.date.end and of.date.end.day.isoformat(),
    "Slut kl.": lambda of: _hour(of.date.end),
    "Status": lambda of: of.date.state.value,
    "Statustekst": lambda of: of.date.text,
    "Lokalområde": lambda of: of.context.calendar.name_of(of.event.owner),
    "Også i": lambda of: ", ".join(host.name for host in of.context.calendar.hosts_of(of.event)),
    "Kommune": lambda of: of.area and of.area.municipality.value,
    "Sted": lambda of: of.place and of.place.name,
    "Adresse": lambda of: of.place and of.place.address,
    "Postnummer": lambda of: of.place and of.place.postcode,
    "By": lambda of: of.place and of.place.town,
    "Online": lambda of: of.date.online,
    "Pris": lambda of: of.event.price and of.event.price.text,
    "Pris fra": lambda of: of.event.price and _amount(of.event.price.lowest),
    "Pris til": lambda of: of.event.price and _amount(_highest(of.event.price)),
    "Gratis": lambda of: yes(of.event.price.free) if of.event.price and of.event.price.lowest is not None else None,
    "Tilmelding": lambda of: of.event.booking and yes(of.event.booking.needed),
    "Tilmeldingsfrist": lambda of: of.event.booking and of.event.booking.deadline,
    "Arrangør": lambda of: ", ".join(of.event.organisers),
    "Kategori": lambda of: of.event.category and of.event.category.value,
    "Målgruppe": lambda of: ", ".join(of.event.audience),
    "Deltagere": lambda of: of.after and of.after.came and of.after.came.text,
    "Optælling": lambda of: of.after and of.after.came and of.after.counted,
    "Side": lambda of: address(of.context, of.date),
    "Eksempel": lambda of: yes(of.event.example),
}
_EVENTS: Columns[_OfDate] = {
    "Titel": _DATES["Titel"],
    "Resumé": lambda of: of.event.summary,
    "Første dato": _DATES["Dato"],
    "Sidste dato": lambda of: max(each.last_day for each in of.context.calendar.occurrences_of(of.event)).isoformat(),
    "Datoer": lambda of: f"{len(of.context.calendar.occurrences_of(of.event))}",
    "Kommende datoer": lambda of: f"{len(of.context.calendar.open_dates(of.event))}",
    "Gentages": lambda of: of.event.repetition and of.event.repetition.words(),
    **{name: _DATES[name] for name in ("Lokalområde", "Kommune", "Sted", "By", "Pris", "Kategori", "Målgruppe", "Arrangør")},
    "Side": lambda of: of.context.site_url + urls.event(of.event),
    "Eksempel": _DATES["Eksempel"],
}
_AREAS: Columns[_OfArea] = {
    "Lokalområde": lambda of: of.area.name,
    "Kommune": lambda of: of.area.municipality.value,
    "Landsbyer": lambda of: ", ".join(of.area.villages),
    "Resumé": lambda of: of.area.summary,
    "Kerneelementer": lambda of: ", ".join(of.area.core_elements),
    "Partnere": lambda of: f"{len(of.area.partners)}",
    "Arrangementer": lambda of: f"{len(of.area.events)}",
    "Bredde": lambda of: of.area.position and _degrees(of.area.position.latitude),
    "Længde": lambda of: of.area.position and _degrees(of.area.position.longitude),
    "Mail": lambda of: (contact := shown_contact(of.area.contact)) and contact.mail,
    "Side": lambda of: of.context.site_url + urls.area(of.area.slug),
    "Eksempel": lambda of: yes(of.area.status is Status.EXAMPLE),
}
_PARTNERS: Columns[_OfArea] = {
    "Partner": lambda of: of.partner and of.partner.name,
    "Sektor": lambda of: of.partner and of.partner.sector.value,
    "Lokalområde": _AREAS["Lokalområde"],
    "Kommune": _AREAS["Kommune"],
    "Link": lambda of: of.partner and of.partner.link,
    "Eksempel": _AREAS["Eksempel"],
}


def dates(context: SiteContext, made: Mapping[str, EventFeeds]) -> bytes:
    """Return every date of every event, by start; only the headings where there is none. `made` has all events by address."""
    rows = (made[urls.event(occurrence.event)].rows[occurrence.anchor] for occurrence in context.calendar.occurrences)
    return b"".join((headings(_DATES), *rows))


def rows_of(context: SiteContext, event: Event) -> dict[str, bytes]:
    """Return a row for each date of an event, by the date's anchor."""
    said = {report.occurrence: report.after for report in reports_of(context.calendar, event)}
    dates = context.calendar.occurrences_of(event)
    return {each.anchor: row(cells(_DATES, _of_date(context, each, each.place, said.get(each)))) for each in dates}


def events(context: SiteContext) -> bytes:
    """Return one row for each event, by its first date."""
    calendar = context.calendar
    return table(_EVENTS, (_of_date(context, calendar.occurrences_of(event)[0], event.place) for event in calendar.events))


def areas(context: SiteContext) -> bytes:
    """Return one row for each area, in Danish order."""
    return table(_AREAS, (_OfArea(context, area) for area in context.site.areas))


def partners(context: SiteContext) -> bytes:
    """Return one row for each partner of each area."""
    return table(_PARTNERS, (_OfArea(context, area, partner) for area in context.site.areas for partner in area.partners))


def _of_date(context: SiteContext, date: Occurrence, place: str | Place | None, after: After | None = None) -> _OfDate:
    event, calendar = date.event, context.calendar
    return _OfDate(context, event, date, calendar.place(event.owner, place), calendar.areas.get(event.owner), after)


def _highest(price: Price) -> Amount | None:
    return price.lowest if price.highest is None else price.highest


def _amount(amount: Amount | None) -> str | None:
    """Return `50`, `49,50`: as Danish spreadsheets read it."""
    return None if amount is None else str(amount) if isinstance(amount, int) else f"{amount:.2f}".replace(".", ",")


def _degrees(number: float) -> str:
    """Return degrees with a comma, as Danish spreadsheets read them."""
    return f"{number:.5f}".replace(".", ",")


def _hour(moment: Moment | None) -> str | None:
    return f"{moment.clock:%H:%M}" if moment and moment.clock else None
