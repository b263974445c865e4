"""iCalendar as Google, Outlook, Apple, WordPress and the systems of associations write it."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import recurring_ical_events
from icalendar import Calendar

from generator.danish.dates import ZONE, Moment
from generator.importing import ical_text
from generator.importing.ical_groups import Entry, entries_of_events
from generator.importing.imported import DateChange, ImportedEvent, Reading, Window
from generator.importing.markdown import as_markdown, one_line
from generator.importing.moments import moment_of, sensible_end, whole_days
from generator.importing.recurring import Dates, as_dates, repetition_of
from generator.importing.words import is_for_few, place_of, price_of, state_and_title, web_address
from generator.model.state import State

_HIDDEN = frozenset({"PRIVATE", "CONFIDENTIAL"})
_NO_TITLE = frozenset({"busy", "optaget", "private", "privat", "free", "ledig"})
_STATES = {"CANCELLED": State.CANCELLED}
_UNREADABLE = (ValueError, ArithmeticError, LookupError, AttributeError, TypeError, RecursionError, OSError)
"""What the libraries raise for an event of a stranger; OSError for a zone whose name is that of no file."""
_SAID_OFTEN = frozenset({"RRULE", "EXRULE", "RDATE", "EXDATE"})
_DECIDES = frozenset({"UID", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "SEQUENCE", "STATUS", "CLASS"})
_MOST_EXPANDED = 3_000
"""Dates of one series that are looked at: those of a rule that comes every minute are not."""


def read(content: bytes, window: Window) -> Reading:
    """Return the events of a calendar whose dates lie in a window. Raise SourceError for what is no calendar.

    An event that cannot be read is left out, and said so; what is private, or not yet certain, is left out too.
    """
    with warnings.catch_warnings(action="ignore"):  # the library warns of each zone whose name it guesses
        return _read(content, window)


def _read(content: bytes, window: Window) -> Reading:
    texts, zones, ended = ical_text.parts(content)
    read_, broken = [], 0
    for text in texts:
        try:
            [event] = Calendar.from_ical(_calendar(text, zones)).walk("VEVENT")
            read_.append(_said_once(event))
        except _UNREADABLE:
            broken += 1
    notes = [] if ended else ["Kalenderens fil er ikke hel. Det, der kan læses, er læst, og intet er aflyst på grund af den."]
    cancels = bool(re.search(rb"^METHOD:CANCEL\s*$", content, re.MULTILINE | re.IGNORECASE))
    events: list[ImportedEvent] = []
    for id_, group in entries_of_events(read_):
        try:
            events += _events(id_, group, window, cancels=cancels)
        except _UNREADABLE:
            broken += 1
    for_few = [event for event in events if is_for_few(event.title)]
    if for_few:
        notes.append(f"{len(for_few)} i kalenderen ser ikke ud til at være for alle og er ikke med.")
        events = [event for event in events if event not in for_few]
    if broken:
        notes.append(f"{broken} i kalenderen kan ikke læses og er ikke med.")
    return Reading(tuple(events), tuple(notes), whole=ended and not broken)


def _calendar(event: str, zones: Sequence[str]) -> str:
    named = [f"BEGIN:VTIMEZONE\n{zone}END:VTIMEZONE\n" for zone in zones if _is_named(zone, event)]
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{''.join(named)}BEGIN:VEVENT\n{event}END:VEVENT\nEND:VCALENDAR\n"


def _is_named(zone: str, event: str) -> bool:
    found = re.search(r"^TZID[^:\n]*:(.+)$", zone, re.MULTILINE | re.IGNORECASE)
    return bool(found) and f"={found[1].strip()}" in event.replace('"', "")  # type: ignore[index]


def _said_once(event: Entry) -> Entry:
    """Return an entry with the first of what it says several times.

    Raise ValueError where that would choose a day or a state, and for a number of its version that is none.
    """
    for name, said in event.items():
        if isinstance(said, list) and name not in _SAID_OFTEN:
            if name in _DECIDES and len({value.to_ical() for value in said}) > 1:
                raise ValueError(name)
            event[name] = said[0]
    int(event.get("SEQUENCE", 0))
    return event


def _events(id_: str, group: Sequence[Entry], window: Window, *, cancels: bool) -> Iterator[ImportedEvent]:
    master, *others = group
    title = one_line(str(master.get("SUMMARY", "")))
    hidden = str(master.get("CLASS", "")).upper() in _HIDDEN or title.lower() in _NO_TITLE
    hidden = hidden or str(master.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).upper() == "OOF"
    if "DTSTART" not in master or not title or hidden or str(master.get("STATUS", "")).upper() == "TENTATIVE":
        return
    start, end = _times(master)
    state, title = state_and_title(title, _STATES.get(str(master.get("STATUS", "")).upper(), State.PLANNED))
    place, online = place_of(_location(master))
    text = as_markdown(_description(master))
    plain = ImportedEvent(
        id=id_,
        title=title,
        start=start,
        end=end,
        state=State.CANCELLED if cancels else state,
        text=text,
        place=place,
        online=online,
        price=price_of(str(master.get("X-COST", ""))),
        link=web_address(str(master.get("URL", ""))),
    )
    found = _dated(plain, master, others, window)
    if found:
        yield found


def _times(event: Entry) -> tuple[Moment, Moment | None]:
    start = moment_of(event["DTSTART"].dt)
    said = event["DTEND"].dt if "DTEND" in event else _lasting(event)
    if start.clock is None and said is not None and not isinstance(said, datetime):
        said = said - timedelta(days=1)
    end = moment_of(said) if said is not None else None
    if str(event.get("X-MICROSOFT-CDO-ALLDAYEVENT", "")).upper() == "TRUE" and start.clock == time() and end is None:
        start = Moment(start.day)
    start, end = whole_days(start, end)
    return start, sensible_end(start, end)


def _lasting(event: Entry) -> date | None:
    duration = event["DURATION"].dt if "DURATION" in event else None
    if not isinstance(duration, timedelta):
        return None
    ends: date = event["DTSTART"].dt + duration
    return ends


def _location(event: Entry) -> str:
    return one_line(str(event.get("LOCATION", "")).replace("\n", ", "))


def _description(event: Entry) -> str:
    """Return the richest description: Outlook's HTML where it has one."""
    written = str(event.get("X-ALT-DESC", "")).replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")
    return written if re.sub(r"<[^<>]*>|&nbsp;|\s", "", written) else str(event.get("DESCRIPTION", ""))


def _dated(event: ImportedEvent, master: Entry, others: Sequence[Entry], window: Window) -> ImportedEvent | None:
    """Return the event with those of its dates that lie in the window; None where none does."""
    if _is_unclear(master, others):
        raise ValueError("its dates would be wrong, or without end")
    if not {"RRULE", "RDATE"} & set(master):
        last = event.end or event.start
        return event if event.start.day <= window.last and last.day >= window.first else None
    planned = _planned(master, window)
    if not planned:
        return None
    dates = _words(master, planned)
    dated = replace(
        event,
        start=dates.start,
        end=event.end_at(dates.start),
        repetition=dates.repetition,
        until=dates.until,
        except_days=dates.except_days,
        dates=dates.more,
    )
    known = {dates.start, *dates.more} | {moment for moment in planned if dates.repetition}
    changes = [change for other in others if (change := _change(dated, master, other)) and change.day in known]
    return replace(dated, changes=tuple(sorted(changes, key=lambda change: change.day.at)))


def _is_unclear(master: Entry, others: Sequence[Entry]) -> bool:
    """Return whether a series comes more often than daily or not on at all, skips dates by a rule, or changes from a date on."""
    rules = master.get("RRULE", [])
    each = rules if isinstance(rules, list) else [rules]
    often = any(str(word).upper() in ("HOURLY", "MINUTELY", "SECONDLY") for rule in each for word in rule.get("FREQ", []))
    stands = any(int(str(number)) < 1 for rule in each for number in rule.get("INTERVAL", []))
    return often or stands or "EXRULE" in master or any("RANGE" in other["RECURRENCE-ID"].params for other in others)


def _planned(master: Entry, window: Window) -> list[Moment]:
    """Return the dates of a series in the window, without those that are skipped."""
    alone = master.copy()
    alone.subcomponents = []
    usual, days = _times(master)[0], _days_added(master)
    calendar = Calendar()
    calendar.add_component(alone)
    first = datetime.combine(window.first, time(), ZONE)
    last = datetime.combine(window.last + timedelta(days=1), time(), ZONE)
    moments = set()
    for count, occurrence in enumerate(recurring_ical_events.of(calendar).after(first)):
        start = occurrence["DTSTART"].dt
        begins = start if isinstance(start, datetime) else datetime.combine(start, time())
        if (begins if begins.tzinfo else begins.replace(tzinfo=ZONE)) >= last or count >= _MOST_EXPANDED:
            break
        moment, _ = _times(occurrence)
        moment = Moment(moment.day, usual.clock) if moment.day in days and moment.clock == time() else moment
        if window.holds(moment):
            moments.add(moment)
    return sorted(moments, key=lambda moment: moment.at)


def _days_added(master: Entry) -> set[date]:
    """Return the dates added to a series that have no hour: they begin when the others do."""
    return {each for each in _listed(master, "RDATE") if not isinstance(each, datetime)}


def _listed(master: Entry, name: str) -> list[Any]:
    """Return the days and times of all of an event's lines of one name."""
    listed = master.get(name, [])
    values = listed if isinstance(listed, list) else [listed]
    return [each.dt for value in values for each in getattr(value, "dts", ())]


def _words(master: Entry, planned: Sequence[Moment]) -> Dates:
    rule = master.get("RRULE")
    repetition = repetition_of(rule) if rule is not None and not isinstance(rule, list) else None
    return as_dates(planned, [moment_of(each).day for each in _listed(master, "EXDATE")], repetition)


def _change(event: ImportedEvent, master: Entry, other: Entry) -> DateChange | None:
    """Return what is different about one date; None where nothing is that a page says."""
    day = moment_of(other["RECURRENCE-ID"].dt)
    day = Moment(day.day, event.start.clock) if None in (event.start.clock, day.clock) else day
    state, title = state_and_title(one_line(str(other.get("SUMMARY", ""))), State.PLANNED)
    if str(other.get("STATUS", "")).upper() == "CANCELLED" or state is State.CANCELLED:
        return DateChange(day, State.CANCELLED)
    start, end = _times(other)
    usual = event.end_at(start) if start.clock == event.start.clock else None
    location = _location(other)
    place = place_of(location)[0] if location and location != _location(master) else {}
    change = DateChange(
        day,
        state if state is not State.PLANNED else None,
        start if start != day else None,
        end if end != usual else None,
        place,
        title if title and title != event.title else "",
    )
    return change if change != DateChange(day) else None
