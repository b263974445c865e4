"""The occurrences of an event: from its start, repetition, further dates, skipped days and changes to each of its dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property

from generator.danish.dates import ZONE, Moment
from generator.danish.recurrence import MAX_DAYS
from generator.danish.wording import same_evening
from generator.model.change import Change
from generator.model.event import Event
from generator.model.place import Place
from generator.model.state import State

MAX_DATES = MAX_DAYS


@dataclass(frozen=True, eq=False)
class Occurrence:
    """One date of an event.

    `original` is the date that the event's file plans, and identifies the occurrence for ever; `anchor` is its address on the
    event's page. `before` and `before_place` are what it was moved from. A place is written out, or is the key or name of one.
    """

    event: Event
    start: Moment
    end: Moment | None
    original: Moment
    anchor: str
    state: State
    place: str | Place | None
    before: Moment | None
    before_place: str | Place | None
    text: str | None
    online: str | None

    @cached_property
    def begins(self) -> datetime:
        """Return the instant at which it starts."""
        return self.start.at

    @cached_property
    def ends(self) -> datetime:
        """Return the instant after which it is past: its end, else the end of its last day."""
        last = self.end or self.start
        return last.at if last.clock and self.end else datetime.combine(last.day + timedelta(days=1), time(), ZONE)

    @property
    def is_cancelled_or_postponed(self) -> bool:
        """Return whether it is cancelled, or postponed without a new date."""
        return self.state in (State.CANCELLED, State.POSTPONED)

    @property
    def last_day(self) -> date:
        """Return the last day on which people say that it is: a night belongs to its evening."""
        return self.start.day if self.end is None or same_evening(self.start, self.end) else self.end.day

    def agrees_with(self, other: Occurrence) -> bool:
        """Return whether two occurrences of one event say the same. Occurrences themselves are compared by identity."""
        return all(getattr(self, each.name) == getattr(other, each.name) for each in fields(self) if each.name != "event")

    def months(self) -> Iterator[date]:
        """Yield the first day of each month that it touches."""
        first = self.start.day.replace(day=1)
        while first <= self.last_day:
            yield first
            first = (first + timedelta(days=32)).replace(day=1)

    def days_in(self, first: date) -> Iterator[date]:
        """Yield the days on which it is in the month that begins on `first`."""
        day = max(self.start.day, first)
        while day <= self.last_day and day.month == first.month:
            yield day
            day += timedelta(days=1)


def occurrences(event: Event) -> tuple[Occurrence, ...]:
    """Return every date of an event, ordered by start; at least one."""
    dates = (_occurrence(event, moment) for moment in planned(event))
    return tuple(sorted(dates, key=lambda occurrence: (occurrence.begins, occurrence.original.at)))


def planned(event: Event) -> list[Moment]:
    """Return the dates that the file plans, before changes: its start, repetitions and further dates, ordered by start."""
    moments = {event.start, *(extra if extra.clock else Moment(extra.day, event.start.clock) for extra in event.more_dates)}
    if event.repetition and event.until:
        days = event.repetition.days(event.start.day, event.until)
        moments |= {Moment(day, event.start.clock) for day in days[:MAX_DATES]}
    remaining = {moment for moment in moments if moment.day not in event.except_days}
    return sorted(remaining or {event.start}, key=lambda moment: moment.at)


def is_series(event: Event) -> bool:
    """Return whether an event has more than one date planned."""
    return event.repetition is not None or bool(event.more_dates)


def unknown_days(event: Event) -> list[tuple[str, int, date]]:
    """Return days that `undtagen` and `ændringer` name but that the event does not have.

    Each is the field's key, the place in its list from 0, and the day.
    """
    if not event.except_days and not event.changes:
        return []
    every = planned(event.model_copy(update={"except_days": ()}))
    wrong = [("undtagen", place, day) for place, day in enumerate(event.except_days) if day not in {moment.day for moment in every}]
    left = planned(event)
    wrong += [
        ("ændringer", place, change.day.day)
        for place, change in enumerate(event.changes)
        if not any(concerns(change, moment) for moment in left)
    ]
    return wrong


def concerns(change: Change, moment: Moment) -> bool:
    """Return whether a change is about a planned date: the same day, and the same hour where the change names one."""
    return change.day.day == moment.day and change.day.clock in (None, moment.clock)


def _occurrence(event: Event, moment: Moment) -> Occurrence:
    moved = event.before is not None or event.before_place is not None
    plain = Occurrence(
        event=event,
        start=moment,
        end=_end(event, moment),
        original=moment,
        anchor=_anchor(event, moment),
        state=State.MOVED if moved and event.state is State.PLANNED else event.state,
        place=event.place,
        before=event.before,
        before_place=event.before_place,
        text=event.state_text,
        online=event.online,
    )
    change = next((change for change in event.changes if concerns(change, moment)), None)
    return _changed(plain, change) if change else plain


def _changed(plain: Occurrence, change: Change) -> Occurrence:
    start = plain.start
    if change.start:
        start = change.start if change.start.clock else Moment(change.start.day, start.clock)
    has_moved = start != plain.start or (change.place or plain.place) != plain.place
    return replace(
        plain,
        start=start,
        end=change.end or _end(plain.event, start),
        state=change.state or (State.MOVED if has_moved else plain.state),
        place=change.place or plain.place,
        before=plain.start if start != plain.start else plain.before,
        before_place=plain.place if change.place and change.place != plain.place else plain.before_place,
        text=change.text or plain.text,
        online=change.online or plain.online,
    )


def _anchor(event: Event, moment: Moment) -> str:
    """Return the address of a date on the event's page: `2026-05-08`, with the hour where it is not the event's own."""
    day = moment.day.isoformat()
    return day if moment.clock == event.start.clock or moment.clock is None else f"{day}-{moment.clock:%H%M}"


def _end(event: Event, start: Moment) -> Moment | None:
    """Return the end that is as long after `start` as the event's: the same hour on the clock where the start has the same."""
    if event.end is None:
        return None
    if start.clock == event.start.clock or None in (start.clock, event.start.clock, event.end.clock):
        return Moment(start.day + (event.end.day - event.start.day), event.end.clock)
    lasts = event.end.at.astimezone(UTC) - event.start.at.astimezone(UTC)
    ends = (start.at.astimezone(UTC) + lasts).astimezone(ZONE)
    return Moment(ends.date(), ends.time())
