"""Calendars: of each event and date, and of what can be followed. icalendar folds and escapes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import icalendar

from tests.benchmark.rivals.material.programme import Date, Event, Programme, at

_STAMP = datetime(2026, 5, 1, 10, tzinfo=UTC)
_END = b"END:VCALENDAR"


def calendars(programme: Programme, site: str) -> Iterator[tuple[str, bytes]]:
    """Yield each calendar with its path: an event's is made of what the larger ones are made of."""
    components = {event.url: _components(event, site) for event in programme.events}
    bare = _calendar(None)
    for event in programme.events:
        yield f"{event.url}kalender.ics", _with(bare, [components[event.url]])
        if len(event.dates) > 1:
            for each in event.dates:
                if each.state != "past" and not each.cancelled:
                    yield f"{event.url}{each.day}.ics", _with(bare, [_component(event, each, f"{event.uid}.{each.day}", site)])
    for path, name, events in _followed(programme):
        yield path, _with(_calendar(name), (components[event.url] for event in events))


def _followed(programme: Programme) -> Iterator[tuple[str, str, list[Event]]]:
    groups: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in programme.events:
        facts = event.facts
        groups[f"det-sker/kategori/{facts['category']}.ics", facts["category"]].append(event)
        groups[f"kommune/{facts['municipality']}.ics", facts["municipality"]].append(event)
        groups[f"omraader/{facts['area']}/kalender.ics", facts["area_name"]].append(event)
        for audience in facts["audience"]:
            groups[f"det-sker/maalgruppe/{audience}.ics", audience].append(event)
        if facts["price"] == "gratis":
            groups["det-sker/gratis.ics", "gratis"].append(event)
    yield "kalender.ics", "det sker", list(programme.events)
    for (path, name), events in groups.items():
        yield path, name, events


def _with(calendar: bytes, components: Iterable[bytes]) -> bytes:
    head, end, tail = calendar.partition(_END)
    return head + b"".join(components) + end + tail


def _calendar(name: str | None) -> bytes:
    calendar = icalendar.Calendar()
    calendar.add("PRODID", "-//Kulturpunkt//Det sker//DA")
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    if name:
        for key in ("NAME", "X-WR-CALNAME"):
            calendar.add(key, f"Kulturpunkt: {name}")
    calendar.add_component(_zone())
    written: bytes = calendar.to_ical()
    return written


def _zone() -> icalendar.Timezone:
    zone = icalendar.Timezone()
    zone.add("TZID", "Europe/Copenhagen")
    kinds: tuple[tuple[Any, str, datetime, int, int], ...] = (
        (icalendar.TimezoneDaylight(), "CEST", datetime(1996, 3, 31, 2), 3, 1),  # noqa: DTZ001  local time
        (icalendar.TimezoneStandard(), "CET", datetime(1996, 10, 27, 3), 10, 2),  # noqa: DTZ001
    )
    for part, name, begins, month, before in kinds:
        part.add("TZNAME", name)
        part.add("DTSTART", begins)
        part.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": "-1SU"})
        part.add("TZOFFSETFROM", timedelta(hours=before))
        part.add("TZOFFSETTO", timedelta(hours=3 - before))
        zone.add_component(part)
    return zone


def _components(event: Event, site: str) -> bytes:
    facts, first = event.facts, event.dates[0]
    if "weekly_until" not in facts:
        return _component(event, first, event.uid, site)
    plain = Date(first.day, at(first.day, facts["begins"]), at(first.day, facts["ends"]), "", "", None)
    until = at(facts["weekly_until"], facts["begins"]).astimezone(UTC)
    left_out = [at(day, facts["begins"]) for day in facts["left_out"]]
    series = _component(event, plain, event.uid, site, RRULE={"FREQ": "WEEKLY", "UNTIL": until}, EXDATE=left_out)
    different = [each for each in event.dates if each.status or each.before]
    return series + b"".join(
        _component(event, each, event.uid, site, **{"RECURRENCE-ID": at(each.day, facts["begins"])}) for each in different
    )


def _component(event: Event, each: Date, uid: str, site: str, **more: Any) -> bytes:
    facts, address = event.facts, site + event.url
    place = facts["place"]
    words = (each.text, facts["description"], event.text, f"Pris: {facts['price']}", f"Tilmelding: {facts['booking']}", address)
    component = icalendar.Event()
    for name, value in {
        "UID": f"{uid}@kulturpunkt",
        "DTSTAMP": _STAMP,
        "CREATED": _STAMP,
        "LAST-MODIFIED": _STAMP,
        "SEQUENCE": 0,
        "SUMMARY": ("AFLYST: " if each.cancelled else "") + facts["title"],
        "DTSTART": each.begins,
        "DTEND": each.ends,
        "URL": address,
        "DESCRIPTION": "\n\n".join(filter(None, words)),
        "STATUS": "CANCELLED" if each.cancelled else "CONFIRMED",
        "TRANSP": "TRANSPARENT",
        "CATEGORIES": facts["category"],
        "LOCATION": f"{place['name']}, {place['address']}, {place['postcode']} {place['town']}",
        **more,
    }.items():
        component.add(name, value)
    written: bytes = component.to_ical()
    return written
