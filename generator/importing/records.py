"""Records of one event each, by field, as libraries, feeds, pages and lists give them, and how they become events.

Each format names its fields by the keys of `FIELDS`; a series is several records with the same `series`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum
from typing import Any

from generator.danish.dates import Moment
from generator.danish.repetition import parse_repetition
from generator.importing.imported import MOST_DATES, DateChange, ImportedEvent, Window, short_id
from generator.importing.markdown import as_markdown, one_line
from generator.importing.moments import parse_time, sensible_end, whole_days
from generator.importing.recurring import as_dates
from generator.importing.words import is_withdrawn, place_of, price_of, state_and_title, state_of, told, web_address
from generator.model.address import has_way
from generator.model.state import State
from generator.problems.problem import RefusedError
from generator.text.letters import slug

Record = Mapping[str, Any]
FIELDS = (
    *("id", "title", "start", "end", "text", "place", "street", "postcode", "town", "price", "booking", "link", "online"),
    *("state", "organiser", "category", "audience", "series", "repetition", "until"),
)
"""What a record may say. `start` and `end` are Moments, texts or seconds; all others are texts."""
ROW, LEFT_OUT = "row", "left out"
"""What a list says of a record beside that: which row it is, and why it is left out."""


class LeftOut(Enum):
    """Why a row of a list is no event, and what is said of such rows after their numbers."""

    UNREAD = "har ingen titel eller ingen dag og tid, der kan læses, og er ikke med."
    NO_YEAR = "mangler årstallet i datoen og er ikke med. Skriv for eksempel 1. maj 2026."
    UNCLEAR = "har en dato, der kan være to, og er ikke med. Skriv måneden med bogstaver: 1. maj 2026."
    REPEATED = "siger ikke tydeligt, hvordan det gentages og til hvornår, og er ikke med. Skriv det ved Gentag og Gentag til."
    WITHHELD = "er ikke for alle eller ikke sikker endnu og er ikke med."
    HIDDEN = "er skjult i arket og er ikke med. Vis dem, hvis de skal med."


def events_of(records: Iterable[Record], window: Window) -> tuple[list[ImportedEvent], list[Record]]:
    """Return the events whose dates lie in a window, and the records that have no title or no day that can be read."""
    series: defaultdict[str, list[ImportedEvent]] = defaultdict(list)
    unread = []
    for record in records:
        if is_withdrawn(str(record.get("state") or "")):
            continue
        event = _event(record)
        if event is None:
            unread.append(record)
        else:
            series[_series(record, event)].append(event)
    found = (_joined(id_, events, window) for id_, events in series.items())
    return [event for event in found if event], unread


def _event(record: Record) -> ImportedEvent | None:
    title = told(record.get("title"))
    start = parse_time(record.get("start"))
    if not title or start is None:
        return None
    start, end = whole_days(start, parse_time(record.get("end")))
    state, title = state_and_title(title, state_of(str(record.get("state") or "")))
    place, online = _place(record)
    organiser = told(record.get("organiser"))[:200]
    return ImportedEvent(
        id=str(record.get("id") or ""),
        title=title,
        start=start,
        end=sensible_end(start, end),
        state=state,
        text=as_markdown(str(record.get("text") or "")),
        place=place,
        online=online or web_address(str(record.get("online") or "")),
        price=price_of(str(record.get("price") or "")),
        booking=told(record.get("booking"))[:300],
        link=web_address(str(record.get("link") or "")),
        organiser="" if has_way(organiser) else organiser,
        category=told(record.get("category"))[:60],
        audience=tuple(one_line(str(each))[:60] for each in _listed(record.get("audience")))[:10],
        **_repetition(record, start),
    )


def _listed(value: object) -> list[object]:
    if isinstance(value, list | tuple):
        return list(value)
    return [each for each in str(value or "").replace(";", ",").split(",") if each.strip()]


def _place(record: Record) -> tuple[Mapping[str, str], str]:
    """Return the place of a record: its parts where it has them, else what its one line says."""
    place, online = place_of(str(record.get("place") or ""))
    parts = {"adresse": record.get("street"), "postnummer": record.get("postcode"), "by": record.get("town")}
    said = {key: line for key, value in parts.items() if (line := told(value)[:200])}
    if "postnummer" in said and not (len(said["postnummer"]) == 4 and said["postnummer"].isdigit()):
        del said["postnummer"]
    whole = {**place, **said}
    name = whole.get("navn") or whole.get("adresse") or whole.get("by")
    return ({"navn": name, **whole} if name else {}), online


def _repetition(record: Record, start: Moment) -> dict[str, Any]:
    """Return the repetition that a list says in our own words, with its last day."""
    until = parse_time(record.get("until"))
    try:
        repetition = parse_repetition(one_line(str(record.get("repetition") or ""))[:100])
    except RefusedError:
        return {}
    if until is None or start.day not in repetition.days(start.day, start.day):
        return {}
    return {"repetition": repetition, "until": until.day}


def _series(record: Record, event: ImportedEvent) -> str:
    """Return what the records of one event have in common: its series with the title, else its id, else its title."""
    if record.get("series"):
        return f"{record['series']} {slug(event.title)}"
    return str(event.id) or slug(event.title) or event.title


def _joined(id_: str, events: Sequence[ImportedEvent], window: Window) -> ImportedEvent | None:
    """Return several dates of an event as one: what the first one that takes place says, and each date with its own state."""
    held = sorted((event for event in events if _is_in(event, window)), key=lambda event: event.start.at)[: MOST_DATES + 1]
    if not held:
        return None
    base = next((event for event in held if event.state is not State.CANCELLED), held[0])
    if len(held) == 1 or base.repetition:
        return replace(base, id=short_id(id_))
    by_moment = {event.start: event for event in held}
    dates = as_dates(list(by_moment), (), None)
    first = by_moment[dates.start]
    alike = {event.state for event in held} == {base.state}
    whole = replace(base, id=short_id(id_), start=first.start, end=first.end, dates=dates.more)
    whole = replace(whole, state=base.state if alike else State.PLANNED)
    return replace(whole, changes=tuple(_changes(whole, by_moment.values())))


def _is_in(event: ImportedEvent, window: Window) -> bool:
    last = event.until or (event.end or event.start).day
    return event.start.day <= window.last and last >= window.first


def _changes(whole: ImportedEvent, events: Iterable[ImportedEvent]) -> Iterator[DateChange]:
    """Yield what is different about dates of a series: how they stand, and when they end, where the series would not say so."""
    for event in events:
        state = event.state if event.state is not whole.state else None
        same = event.end == whole.end_at(event.start) and event.start.clock == whole.start.clock
        end = None if same or event.start == whole.start else event.end
        if state or end:
            yield DateChange(event.start, state, end=end)
