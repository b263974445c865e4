"""The events as a table that a spreadsheet opens right: one row a date, UTF-8 with a mark, semicolons, dates as dates."""

from __future__ import annotations

import csv
from codecs import BOM_UTF8
from collections.abc import Mapping, Sequence
from io import StringIO

from generator import urls
from generator.danish.dates import Moment
from generator.feeds.event_feeds import EventFeeds
from generator.feeds.texts import address, line
from generator.model.booking import Booking
from generator.model.event import Event
from generator.model.occurrences import Occurrence
from generator.model.place import Place
from generator.model.price import Amount, Price
from generator.pages.context import SiteContext

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(context: SiteContext, made: Mapping[str, EventFeeds]) -> bytes:
    """Every date of every event, by start. Without any, the headings still stand there."""
    rows = (made[urls.event(occurrence.event)].rows[occurrence.anchor] for occurrence in context.calendar.occurrences)
    return b"".join((BOM_UTF8, _written(HEADINGS), *rows))


def rows(context: SiteContext, event: Event) -> dict[str, bytes]:
    """A row for each date of an event, by the date's anchor."""
    occurrences = context.calendar.occurrences_of(event)
    return {occurrence.anchor: _written(_cells(_row(context, occurrence))) for occurrence in occurrences}


def _cells(row: Mapping[str, str | None]) -> list[str]:
    return [guarded(line(row[heading] or "")) for heading in HEADINGS]


def _written(cells: Sequence[str]) -> bytes:
    out = StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerow(cells)
    return out.getvalue().encode()


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


HEADINGS = (
    *("Titel", "Dato", "Kl.", "Slutdato", "Slut kl.", "Status", "Statustekst", "Lokalområde", "Kommune"),
    *("Sted", "Adresse", "Postnummer", "By", "Online", "Pris", "Pris fra", "Pris til", "Gratis", "Tilmelding", "Tilmeldingsfrist"),
    *("Arrangør", "Kategori", "Målgruppe", "Side", "Eksempel"),
)


def _row(context: SiteContext, occurrence: Occurrence) -> dict[str, str | None]:
    event = occurrence.event
    area = context.calendar.areas.get(event.owner)
    return {
        "Titel": event.title,
        "Dato": occurrence.start.day.isoformat(),
        "Kl.": _hour(occurrence.start),
        "Slutdato": occurrence.end.day.isoformat() if occurrence.end else None,
        "Slut kl.": _hour(occurrence.end),
        "Status": occurrence.state.value,
        "Statustekst": occurrence.text,
        "Lokalområde": context.calendar.owner_name(event),
        "Kommune": area.municipality.value if area else None,
        **_place(context.calendar.place(event.owner, occurrence.place)),
        "Online": occurrence.online,
        **_price(event.price),
        **_booking(event.booking),
        "Arrangør": ", ".join(event.organisers),
        "Kategori": event.category.value if event.category else None,
        "Målgruppe": ", ".join(event.audience),
        "Side": address(context, occurrence),
        "Eksempel": _yes(event.example),
    }


def _place(place: Place | None) -> dict[str, str | None]:
    if place is None:
        return dict.fromkeys(("Sted", "Adresse", "Postnummer", "By"))
    return {"Sted": place.name, "Adresse": place.address, "Postnummer": place.postcode, "By": place.town}


def _price(price: Price | None) -> dict[str, str | None]:
    if price is None or price.lowest is None:
        return {"Pris": price.text if price else None, "Pris fra": None, "Pris til": None, "Gratis": None}
    amounts = (price.lowest, price.lowest if price.highest is None else price.highest)
    return {
        "Pris": price.text,
        **dict(zip(("Pris fra", "Pris til"), map(_number, amounts), strict=True)),
        "Gratis": _yes(price.free),
    }


def _number(amount: Amount) -> str:
    """`50`, `49,50`: as Danish spreadsheets read it."""
    return str(amount) if isinstance(amount, int) else f"{amount:.2f}".replace(".", ",")


def _booking(booking: Booking | None) -> dict[str, str | None]:
    deadline = booking.deadline.isoformat() if booking and booking.deadline else None
    return {"Tilmelding": _yes(booking.needed) if booking else None, "Tilmeldingsfrist": deadline}


def _hour(moment: Moment | None) -> str | None:
    return f"{moment.clock:%H:%M}" if moment and moment.clock else None


def _yes(fact: bool) -> str:
    return "ja" if fact else "nej"
