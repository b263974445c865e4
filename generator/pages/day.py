"""The programme of a large day: its stages with their points, activities by kind, food, market, and what to know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby, zip_longest
from typing import Any

from generator.danish import formatting
from generator.danish.dates import NIGHT_ENDS, Moment
from generator.danish.wording import same_evening
from generator.model.day import Activity, DayProgramme, Point
from generator.model.grouped import grouped
from generator.model.occurrences import Occurrence
from generator.pages.context import SiteContext

_LONGEST_CLAIM = timedelta(hours=2)
_NOON = time(12)


def day_programme(context: SiteContext, occurrence: Occurrence) -> dict[str, Any] | None:
    """Return all that a large day holds, for one of the event's dates."""
    programme = occurrence.event.programme
    if programme is None:
        return None
    opens = programme.market_opens
    return {
        "stages": _stages(context, occurrence),
        "activities": _by_kind(programme.activities),
        "food": programme.food,
        "market": programme.market,
        "market_opens": f"kl. {formatting.clock(opens)}" if opens else None,
        "notes": programme.notes,
        "counts": _counts(programme),
    }


@dataclass(frozen=True, slots=True)
class _Timed:
    """A point with its evening, which is the day that people call it, and the instants at which it begins and ends."""

    point: Point
    evening: date
    begins: datetime
    ends: datetime


def instants(occurrence: Occurrence) -> Iterator[datetime]:
    """Yield when the points of a day begin and end."""
    for of_stage in _by_stage(occurrence).values():
        for timed in of_stage:
            yield timed.begins
            yield timed.ends


def _stages(context: SiteContext, occurrence: Occurrence) -> list[dict[str, Any]]:
    """Return points by stage, in the order in which the stages begin; those of no stage are under no name."""
    stages = _by_stage(occurrence)
    days = {day for _, day in stages}
    return [
        {
            "name": name or None,
            "day": formatting.capital(formatting.full_day(day)) if len(days) > 1 else None,
            "points": [_shown(context, timed) for timed in of_stage],
        }
        for (name, day), of_stage in stages.items()
    ]


def _by_stage(occurrence: Occurrence) -> dict[tuple[str, date], list[_Timed]]:
    """Return the points of each stage and evening in the order in which they begin."""
    points = occurrence.event.programme.points if occurrence.event.programme else ()
    opens = occurrence.start.clock or (points[0].at if points else None)
    placed = [(point, *_evening_and_start(occurrence, opens, point)) for point in points]
    placed.sort(key=lambda each: (each[1], each[2]))
    stages = grouped(((point.stage or "", evening), (point, begins)) for point, evening, begins in placed)
    return {key: list(_timed(occurrence, key[1], of_stage)) for key, of_stage in stages.items()}


def _evening_and_start(occurrence: Occurrence, opens: time | None, point: Point) -> tuple[date, datetime]:
    """Return the day that a point counts as, and the instant at which it begins: the hours after midnight are the evening's."""
    start, end = occurrence.start, occurrence.end
    day = point.day or start.day
    morning = start.day + timedelta(days=1)
    if point.at <= NIGHT_ENDS and opens is not None:
        into_night = opens >= _NOON or (end is not None and end.day > start.day)
        if day == start.day and point.at < opens and into_night:
            return day, Moment(morning, point.at).at
        if day == morning and end is not None and same_evening(start, end):
            return start.day, Moment(morning, point.at).at
    return day, Moment(day, point.at).at


def _timed(occurrence: Occurrence, evening: date, points: Sequence[tuple[Point, datetime]]) -> Iterator[_Timed]:
    for (point, begins), following in zip_longest(points, points[1:]):
        yield _Timed(point, evening, begins, _end(occurrence, point, begins, following and following[1]))


def _end(occurrence: Occurrence, point: Point, begins: datetime, following: datetime | None) -> datetime:
    """Return when a point is over: what it says, else when the next begins, else at most two hours and no longer than the day."""
    if point.end:
        return Moment(begins.date() + timedelta(days=point.end <= point.at), point.end).at
    claimed = begins + _LONGEST_CLAIM
    if following:
        claimed = min(claimed, following)
    return max(begins, min(claimed, occurrence.ends))


def _shown(context: SiteContext, timed: _Timed) -> dict[str, Any]:
    point = timed.point
    return {
        "time": formatting.clock(point.at),
        "until": formatting.clock(point.end) if point.end else None,
        "begins": timed.begins.isoformat(timespec="minutes"),
        "ends": timed.ends.isoformat(timespec="minutes"),
        "title": point.title,
        "text": point.text,
        "tag": point.tag and formatting.capital(point.tag),
        "state": "past" if timed.ends <= context.now else "now" if timed.begins <= context.now else "next",
    }


def _by_kind(activities: Sequence[Activity]) -> list[dict[str, Any]]:
    """Return activities in groups of one kind, in the order in which the kinds are first named."""
    order = {tag: place for place, tag in reversed(list(enumerate(activity.tag for activity in activities)))}
    ordered = sorted(activities, key=lambda activity: order[activity.tag])
    return [
        {"kind": formatting.capital(tag) if tag else None, "activities": list(map(_activity, group))}
        for tag, group in groupby(ordered, key=lambda activity: activity.tag)
    ]


def _activity(activity: Activity) -> dict[str, str | None]:
    about = ". ".join(filter(None, (activity.text, activity.place, activity.time)))
    return {"title": activity.title, "text": about or None}


def _counts(programme: DayProgramme) -> list[dict[str, Any]]:
    """Return the day in numbers."""
    counts = (
        (len(programme.points), "punkt på programmet", "punkter på programmet"),
        (len(programme.activities), "aktivitet", "aktiviteter"),
        (len(programme.food), "bod med mad og drikke", "boder med mad og drikke"),
        (len(programme.market), "navn i markedet", "navne i markedet"),
    )
    return [{"number": count, "label": one if count == 1 else many} for count, one, many in counts if count]
