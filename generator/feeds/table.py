"""The events as a table: a row a date."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from generator import urls
from generator.danish.dates import Moment
from generator.feeds.event_feeds import EventFeeds
from generator.feeds.spreadsheet import headings, row, yes
from generator.feeds.texts import address
from generator.model.after import After
from generator.model.area import Area
from generator.model.event import Event
from generator.model.occurrences import Occurrence
from generator.model.place import Place
from generator.model.price import Amount, Price
from generator.model.reports import reports_of
from generator.pages.context import SiteContext


class _Facts(NamedTuple):
    """Hold what the columns of one row are read from: a date of an event, its place and its area, and how it went."""

    context: SiteContext
    event: Event
    date: Occurrence
    place: Place | None
    area: Area | None
    after: After | None


_COLUMNS: Mapping[str, Callable[[_Facts], Any]] = {
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
"""The heading of each column with the text that stands in it; an empty cell for None."""


def table(context: SiteContext, made: Mapping[str, EventFeeds]) -> bytes:
    """Return every date of every event, by start; only the headings where there is none. `made` has all events by address."""
    rows = (made[urls.event(occurrence.event)].rows[occurrence.anchor] for occurrence in context.calendar.occurrences)
    return b"".join((headings(_COLUMNS), *rows))


def rows(context: SiteContext, event: Event) -> dict[str, bytes]:
    """Return a row for each date of an event, by the date's anchor."""
    said = {report.occurrence: report.after for report in reports_of(context.calendar, event)}
    return {each.anchor: _row(context, each, said.get(each)) for each in context.calendar.occurrences_of(event)}


def _row(context: SiteContext, occurrence: Occurrence, after: After | None) -> bytes:
    event, calendar = occurrence.event, context.calendar
    place, area = calendar.place(event.owner, occurrence.place), calendar.areas.get(event.owner)
    of = _Facts(context, event, occurrence, place, area, after)
    return row(str(value(of) or "") for value in _COLUMNS.values())


def _highest(price: Price) -> Amount | None:
    return price.lowest if price.highest is None else price.highest


def _amount(amount: Amount | None) -> str | None:
    """Return `50`, `49,50`: as Danish spreadsheets read it."""
    return None if amount is None else str(amount) if isinstance(amount, int) else f"{amount:.2f}".replace(".", ",")


def _hour(moment: Moment | None) -> str | None:
    return f"{moment.clock:%H:%M}" if moment and moment.clock else None
