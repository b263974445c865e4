"""Which entries of a calendar are one event: a series with what changes single dates of it, and the versions of one entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from generator.importing.imported import short_id
from generator.importing.markdown import one_line
from generator.model.grouped import grouped

Entry: TypeAlias = Any
"""A VEVENT. The library types each of its values as one of thirty classes, of which a calendar's text decides."""


def entries_of_events(events: Sequence[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """Yield the entries of each event with its id: the event itself first, then what changes single dates of a series.

    Some systems give all their events the same id, or none; such events are known by their start.
    """
    for id_, group in grouped((str(event.get("UID", "")).strip(), event) for event in events).items():
        masters = _newest([event for event in group if "RECURRENCE-ID" not in event])
        others = [event for event in group if "RECURRENCE-ID" in event]
        if id_ and len(masters) == 1:
            yield short_id(id_), _one_event(masters[0], others)
            continue
        alone = [*masters, *(others if not masters else ())]
        taken: set[str] = set()
        for event in alone:
            said = _said(id_, event)
            named = said if said not in taken else f"{said} {_title(event)}"
            taken.add(said)
            yield short_id(named), [_alone(event)]


def _one_event(master: Entry, others: Sequence[Entry]) -> list[Entry]:
    """Return an event with its changes. What changes the only date of one that is no series is the event."""
    if {"RRULE", "RDATE"} & set(master):
        return [master, *others]
    return [_alone(max(others, key=_sequence)) if others else master]


def _alone(event: Entry) -> Entry:
    alone = event.copy()
    alone.subcomponents = []
    alone.pop("RECURRENCE-ID", None)
    return alone


def _said(id_: str, event: Entry) -> str:
    named = event.get("RECURRENCE-ID") or event.get("DTSTART")
    return f"{id_ or _title(event)} {named.to_ical().decode() if named else ''}".strip()


def _title(event: Entry) -> str:
    return one_line(str(event.get("SUMMARY", "")))


def _sequence(event: Entry) -> int:
    return int(event.get("SEQUENCE", 0))


def _newest(masters: Sequence[Entry]) -> list[Entry]:
    """Return the entries without the earlier versions of one that stands several times with the same start.

    Those of one start and several titles are versions only where they are numbered.
    """
    numbered = any("SEQUENCE" in event for event in masters)
    by_start: dict[tuple[bytes, str], Entry] = {}
    for event in masters:
        start = event["DTSTART"].to_ical() if "DTSTART" in event else b""
        key = (start, "" if numbered and event.get("UID") else _title(event))
        before = by_start.get(key)
        if before is None or _sequence(event) >= _sequence(before):
            by_start[key] = event
    return list(by_start.values())
