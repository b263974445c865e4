"""Calendars as programs that we did not write understand them: recurring-ical-events, and vobject with dateutil."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

import icalendar
import recurring_ical_events
import vobject
from dateutil.tz import gettz

from generator.danish.dates import ZONE

FIRST, LAST = date(2020, 1, 1), date(2035, 1, 1)


class Happening(NamedTuple):
    """One date as a calendar shows it. Hours are Denmark's; an end of whole days is the day after."""

    start: date | datetime
    end: date | datetime | None
    title: str
    status: str


def local(value: date | datetime) -> date | datetime:
    """An instant by the clock in Denmark, without its zone; a day as it is."""
    return value.astimezone(ZONE).replace(tzinfo=None) if isinstance(value, datetime) else value


def by_recurring_ical_events(written: bytes) -> set[Happening]:
    """Every date between 2020 and 2035."""
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(written)).between(FIRST, LAST)
    return {
        Happening(local(each["DTSTART"].dt), _end(each), str(each["SUMMARY"]), str(each["STATUS"])) for each in map(_as_dict, found)
    }


def by_vobject(written: bytes) -> set[Happening]:
    """The same, by another parser and another expansion."""
    events = list(vobject.readOne(written.decode()).contents.get("vevent", ()))
    overridden = {(each.uid.value, local(each.recurrence_id.value)) for each in events if hasattr(each, "recurrence_id")}
    return {happening for each in events for happening in _expanded(each, overridden)}


def _expanded(event: Any, overridden: set[tuple[str, date | datetime]]) -> Iterator[Happening]:
    start, end = event.dtstart.value, event.dtend.value if hasattr(event, "dtend") else None
    repeats = event.rruleset is not None and any(hasattr(event, name) for name in ("rrule", "rdate"))
    for moment in event.getrruleset(addRDate=True) if repeats else [start]:
        begins = _same_kind(moment, start)
        if repeats and (event.uid.value, local(begins)) in overridden:
            continue
        ends = None if end is None else local(begins) + (local(end) - local(start))
        yield Happening(local(begins), ends, event.summary.value, event.status.value)


def _same_kind(moment: datetime, start: date | datetime) -> date | datetime:
    """vobject gives datetimes for days, and hours of the zone without it."""
    if not isinstance(start, datetime):
        return moment.date() if isinstance(moment, datetime) else moment
    return moment if moment.tzinfo else moment.replace(tzinfo=gettz("Europe/Copenhagen"))


def _end(event: dict[str, Any]) -> date | datetime | None:
    """The end, where the file says one: the library gives a start without an end an end at the same moment."""
    end, start = (local(event[name].dt) if name in event else None for name in ("DTEND", "DTSTART"))
    return None if end == start else end


def _as_dict(event: Any) -> dict[str, Any]:
    return dict(event)
