"""What the forms fetch besides their rules: of each area its places and its files' names, and the files themselves."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.danish import formatting
from generator.editing.form.files import editable
from generator.editing.form.source import event_source
from generator.model.event import Event
from generator.model.occurrences import Occurrence
from generator.model.reports import reports_of
from generator.pages.context import SiteContext
from generator.text.compact import compact_json

_MOST_HELD = 60


def dates(context: SiteContext) -> Iterator[tuple[str, bytes]]:
    """Yield the file of all that comes, which the form shows beside a day that is chosen for a new event.

    A row is the first and the last day, the title, the owner, its name, its municipality and the hour of the start.
    """
    coming = [each for each in context.calendar.ahead if not each.is_cancelled_or_postponed]
    yield urls.FORM_DATES, compact_json([_row(context, occurrence) for occurrence in coming]).encode()


def _row(context: SiteContext, occurrence: Occurrence) -> list[str]:
    event, start = occurrence.event, occurrence.start
    area = context.calendar.areas.get(event.owner)
    municipality = area.municipality.value if area else ""
    days = start.day.isoformat(), occurrence.last_day.isoformat()
    hour = formatting.clock(start.clock) if start.clock else ""
    return [*days, event.title, event.owner, context.calendar.name_of(event.owner), municipality, hour]


def of_owner(context: SiteContext, owner: str) -> Iterator[tuple[str, bytes]]:
    """Yield what the form must know of an area or of the programme, and each event's file under its name."""
    area, dot, events = context.calendar.areas.get(owner), context.cards.dot_of(owner), context.calendar.events_of(owner)
    places = area.places if area else {}
    data = {
        "name": context.calendar.name_of(owner),
        "owner": owner,
        "municipality": area.municipality.value if area else "",
        "form": dot.form,
        "colours": dot.colours,
        "places": [{"key": key, "name": place.name, "town": place.town} for key, place in places.items()],
        "events": [event.name for event in events],
    }
    yield urls.form_owner(owner), compact_json(data).encode()
    held = {event.source: dates for event in events if (dates := _held(context, event))}
    files = [
        {**file, "held": held[file["path"]]} if file["path"] in held else file
        for file in editable(context.root, context.site, owner)
    ]
    yield urls.form_files(owner), compact_json(files).encode()
    yield urls.form_sources(owner), compact_json({event.name: event_source(event) for event in events}).encode()


def _held(context: SiteContext, event: Event) -> list[tuple[str, str, bool]]:
    """Return the dates of a series that have been held, newest first: the day, in words, and whether it is reported."""
    dates = context.calendar.occurrences_of(event)
    if len(dates) == 1:
        return []
    held = [date for date in reversed(dates) if context.calendar.was_held(date)][:_MOST_HELD]
    reported = {report.occurrence for report in reports_of(context.calendar, event)} if held else set()
    return [(date.original.day.isoformat(), formatting.plain_day(date.start.day), date in reported) for date in held]
