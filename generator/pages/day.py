"""The programme of a large day: its stages with their points, activities by kind, food, market, and what to know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import chain, groupby, zip_longest
from typing import Any

from generator.danish import formatting
from generator.danish.dates import Moment
from generator.model.day import Activity, DayProgramme, Point
from generator.model.occurrences import Occurrence
from generator.pages.context import SiteContext

_LONGEST_CLAIM = timedelta(hours=2)


def day_programme(context: SiteContext, occurrence: Occurrence) -> dict[str, Any] | None:
    """All that a large day holds, for one of the event's dates."""
    programme = occurrence.event.programme
    if programme is None:
        return None
    opens = programme.market_opens
    return {
        "stages": _stages(context, occurrence, programme.points),
        "activities": _by_kind(programme.activities),
        "food": programme.food,
        "market": programme.market,
        "market_opens": f"kl. {formatting.clock(opens)}" if opens else None,
        "notes": programme.notes,
        "counts": _counts(programme),
    }


def _stages(context: SiteContext, occurrence: Occurrence, points: Sequence[Point]) -> list[dict[str, Any]]:
    """Points by stage, in the order in which the stages begin; those of no stage stand under no name."""
    stages = _by_stage(occurrence, points)
    days = {day for _, day in stages}
    return [
        {
            "name": name or None,
            "day": formatting.capital(formatting.full_day(day)) if len(days) > 1 else None,
            "points": _timed(context, occurrence, day, of_stage),
        }
        for (name, day), of_stage in stages.items()
    ]


def _by_stage(occurrence: Occurrence, points: Sequence[Point]) -> dict[tuple[str, date], list[Point]]:
    stages: dict[tuple[str, date], list[Point]] = {}
    for point in points:
        stages.setdefault((point.stage or "", point.day or occurrence.start.day), []).append(point)
    return stages


def instants(occurrence: Occurrence) -> Iterator[datetime]:
    """When the points of a day begin and end."""
    if occurrence.event.programme:
        for (_, day), of_stage in _by_stage(occurrence, occurrence.event.programme.points).items():
            yield from chain.from_iterable(_hours(occurrence, day, of_stage))


def _timed(context: SiteContext, occurrence: Occurrence, day: date, points: Sequence[Point]) -> list[dict[str, Any]]:
    return [
        {
            "time": formatting.clock(point.at),
            "until": formatting.clock(point.end) if point.end else None,
            "begins": begins.isoformat(timespec="minutes"),
            "ends": ends.isoformat(timespec="minutes"),
            "title": point.title,
            "text": point.text,
            "tag": point.tag and formatting.capital(point.tag),
            "state": "past" if ends <= context.now else "now" if begins <= context.now else "next",
        }
        for point, (begins, ends) in zip(points, _hours(occurrence, day, points), strict=True)
    ]


def _hours(occurrence: Occurrence, day: date, points: Sequence[Point]) -> Iterator[tuple[datetime, datetime]]:
    """When each point begins and ends."""
    for point, following in zip_longest(points, points[1:]):
        begins = Moment(day, point.at).at
        yield begins, _end(occurrence, day, point, following, begins)


def _end(occurrence: Occurrence, day: date, point: Point, following: Point | None, begins: datetime) -> datetime:
    """When a point is over: what it says, else when the next begins, else at most two hours and no longer than the day."""
    if point.end:
        return Moment(day, point.end).at
    claimed = begins + _LONGEST_CLAIM
    if following:
        claimed = min(claimed, Moment(day, following.at).at)
    return max(begins, min(claimed, occurrence.ends))


def _by_kind(activities: Sequence[Activity]) -> list[dict[str, Any]]:
    """Activities in groups of one kind, in the order in which the kinds are first named."""
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
    """The day in numbers."""
    counts = (
        (len(programme.points), "punkt på programmet", "punkter på programmet"),
        (len(programme.activities), "aktivitet", "aktiviteter"),
        (len(programme.food), "bod med mad og drikke", "boder med mad og drikke"),
        (len(programme.market), "navn i markedet", "navne i markedet"),
    )
    return [{"number": count, "label": one if count == 1 else many} for count, one, many in counts if count]
