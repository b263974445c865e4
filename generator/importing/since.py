"""What a source says now, in the light of what was imported before: dates that are past, gone or moved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from generator.danish.dates import Moment
from generator.importing.imported import DateChange, ImportedEvent
from generator.model.area import Area
from generator.model.event import Event
from generator.model.occurrences import occurrences, planned
from generator.model.place import Place
from generator.model.state import State
from generator.text.letters import slug


def settled(event: ImportedEvent, before: Event, area: Area, now: datetime) -> ImportedEvent:
    """Return an event with what its page has promised: past dates stay, gone ones are cancelled, a move says from where."""
    event = _with_dates(event, before, now)
    return _with_move(event, before, area, now)


def is_over(event: Event, now: datetime) -> bool:
    """Return whether the last date of an event is past."""
    return all(occurrence.ends < now for occurrence in occurrences(event))


def _with_dates(event: ImportedEvent, before: Event, now: datetime) -> ImportedEvent:
    if event.repetition or before.repetition:
        return _with_skipped(event, before, now) if event.repetition and event.repetition == before.repetition else event
    if not event.is_series and not before.more_dates:
        return event
    was, now_said = planned(before), {event.start, *event.dates}
    gone = [moment for moment in was if moment not in now_said]
    if not any(moment in now_said for moment in was):
        gone = [moment for moment in gone if moment.at < now]
    if not gone:
        return event
    moments = sorted({*now_said, *gone}, key=lambda moment: moment.at)
    changes = _and_cancelled(event, (moment for moment in gone if moment.at >= now))
    return replace(event, start=moments[0], end=event.end_at(moments[0]), dates=tuple(moments[1:]), changes=changes)


def _with_skipped(event: ImportedEvent, before: Event, now: datetime) -> ImportedEvent:
    """Return a series in which the dates to come that were promised and are now skipped are cancelled instead."""
    promised = {moment.day: moment for moment in planned(before) if moment.at >= now}
    changes = _and_cancelled(event, (promised[day] for day in event.except_days if day in promised))
    return replace(event, except_days=tuple(day for day in event.except_days if day not in promised), changes=changes)


def _and_cancelled(event: ImportedEvent, gone: Iterable[Moment]) -> tuple[DateChange, ...]:
    """Return the changes of an event, by date, and that the dates which are gone and have no change are cancelled."""
    days = {change.day for change in event.changes}
    cancelled = (DateChange(moment, State.CANCELLED) for moment in gone if moment not in days)
    return tuple(sorted((*event.changes, *cancelled), key=lambda change: change.day.at))


def _with_move(event: ImportedEvent, before: Event, area: Area, now: datetime) -> ImportedEvent:
    if event.is_series or before.repetition or before.more_dates:
        return event
    ahead = before.start.at >= now
    moved = before.start if event.start != before.start and ahead else None
    was, is_ = _place_name(before, area), event.place.get("navn", "")
    elsewhere = was if ahead and _is_elsewhere(was, is_) else ""
    stays = event.start == before.start
    event = replace(
        event,
        before=moved or (before.before if stays else None),
        before_place=elsewhere or (before.before_place or "" if not _is_elsewhere(was, is_) else ""),
    )
    has_moved = event.state is State.PLANNED and (event.before or event.before_place)
    return replace(event, state=State.MOVED) if has_moved else event


def _place_name(event: Event, area: Area) -> str:
    place = area.places.get(event.place, event.place) if isinstance(event.place, str) else event.place
    return place.name if isinstance(place, Place) else place or ""


def _is_elsewhere(one: str, other: str) -> bool:
    """Return whether two names are of two places: neither is the other with more or fewer words."""
    first, second = slug(one), slug(other)
    return bool(first and second) and first not in second and second not in first
