"""Repetition of a calendar in our own words where we have them, else as dates one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.danish.dates import Moment
from generator.danish.recurrence import MAX_DAYS, Repetition
from generator.danish.repetition import parse_repetition
from generator.importing.imported import MOST_DATES
from generator.problems.problem import RefusedError

_DAYS = {code: place for place, code in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))}
_KNOWN = frozenset({"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "UNTIL", "COUNT", "WKST"})


@dataclass(frozen=True, slots=True)
class Dates:
    """How the dates of a series are written: `repetition` until `until` but on `except_days`, and `more`, beside `start`."""

    start: Moment
    repetition: Repetition | None = None
    until: date | None = None
    except_days: tuple[date, ...] = ()
    more: tuple[Moment, ...] = ()


def repetition_of(rule: Mapping[str, Any]) -> Repetition | None:
    """Return the repetition that a rule (RFC 5545, 3.3.10) may be; None where we have no words for it."""
    said = {key.upper(): value if isinstance(value, list) else [value] for key, value in rule.items()}
    if not set(said) <= _KNOWN or len(said.get("FREQ", ())) != 1:
        return None
    frequency, interval = str(said["FREQ"][0]).upper(), _number(said.get("INTERVAL", [1])[0])
    found = _repetition(frequency, interval, [str(day).upper() for day in said.get("BYDAY", ())], said)
    return found if found and _is_readable(found) else None


def _repetition(frequency: str, interval: int, days: Sequence[str], said: Mapping[str, list[Any]]) -> Repetition | None:
    month_days = tuple(sorted(map(_number, said.get("BYMONTHDAY", ())), key=lambda day: (day < 0, day)))
    plain = all(day in _DAYS for day in days)
    weekdays = tuple(sorted({_DAYS[day[-2:]] for day in days if day[-2:] in _DAYS}))
    if frequency in ("DAILY", "WEEKLY") and plain and not month_days:
        if frequency == "DAILY" and (not days or interval > 1):
            return Repetition("DAILY", interval) if not days else None
        return Repetition("WEEKLY", interval, weekdays)
    if frequency == "MONTHLY" and days and not month_days:
        nths = {_number(day[:-2] or 0) for day in days} if not plain else set(map(_number, said.get("BYSETPOS", ())))
        sorted_nths = tuple(sorted(nths, key=lambda nth: (nth < 0, nth)))
        whole = plain or len(days) == len(nths) * len(weekdays)
        fits = nths and whole and all(nth in (1, 2, 3, 4, 5, -2, -1) for nth in nths) and (not plain or len(weekdays) == 1)
        return Repetition("MONTHLY", interval, weekdays, sorted_nths) if fits else None
    if frequency == "MONTHLY" and not days and all(day == -1 or 1 <= day <= 31 for day in month_days):
        return Repetition("MONTHLY", interval, month_days=month_days)
    return Repetition("YEARLY", interval) if frequency == "YEARLY" and not days else None


def _number(value: object) -> int:
    try:
        return int(str(value))
    except ValueError:
        return 0


def _is_readable(repetition: Repetition) -> bool:
    """Return whether its words are read as it is."""
    try:
        return repetition.interval > 0 and parse_repetition(repetition.words()) == repetition
    except (RefusedError, StopIteration, KeyError):
        return False


def as_dates(planned: Sequence[Moment], skipped: Sequence[date], repetition: Repetition | None) -> Dates:
    """Return how to write the dates that a series really has, ordered by start. `skipped` are days that its rule would give.

    The words are used only where they give exactly these days.
    """
    start = planned[0]
    if repetition and len(planned) > 1:
        same_hour = [moment for moment in planned if moment.clock == start.clock]
        last = max([same_hour[-1].day, *(day for day in skipped if day <= planned[-1].day)])
        days = repetition.days(start.day, last)[:MAX_DAYS]
        left_out = sorted(set(days) - {moment.day for moment in same_hour})
        extra = [moment for moment in planned if moment.day not in days or moment.clock != start.clock]
        exact = start.day in days and set(left_out) <= set(skipped)
        if exact and len(days) - len(left_out) > 1 and len(extra) <= MOST_DATES and len(left_out) <= MOST_DATES:
            return Dates(start, repetition, days[-1], tuple(left_out), tuple(extra))
    return Dates(start, more=tuple(planned[1 : MOST_DATES + 1]))
