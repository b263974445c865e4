"""Days in one line or in a list, and the last day of a repetition, with what the event's start and repetition say of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo

from generator.danish.dates import Moment, parse_day, parse_moment
from generator.danish.formatting import plain_day
from generator.danish.patterns import PART_PATTERN, RANGE, month_number
from generator.danish.spans import Period, completed, days_in, parse_period
from generator.model.written import Written, parsed, short
from generator.problems.problem import RefusedError, or_none, quoted
from generator.problems.rules import dates as rules

_MOST_OF_A_YEAR = timedelta(days=300)
_THROUGH = re.compile(r"^(?:frem |ind)?til(?: og med)? |^t\.?o\.?m\.? ", re.IGNORECASE)
_MONTH = re.compile(
    r"(?:(?P<end>(?:(?:ved )?udgangen af|slutningen af|slut|(?:den )?sidste i|ultimo) )?(?P<month>[a-zæøå]{3,9})"
    r"|hele (?P<all>[a-zæøå]{3,9}))"
    r"\.?,?(?: (?P<year>20\d\d))?",
    re.IGNORECASE,
)
_OF_MONTH = re.compile(r"^i | måned$", re.IGNORECASE)
_END_OF_YEAR = re.compile(r"(?:(?:hele )?året ud|(?:ved )?(?:årets udgang|udgangen af året)|(?:ud )?året)\.?", re.IGNORECASE)
WEEKS = (
    r"(?:i )?uge(?:r|rne|nr\.?)? (?P<weeks>\d{1,2}(?:\s*(?:,|og|til|[-–]|&|\+)\s*(?:uge )?\d{1,2}){0,12})(?:,? (?:i )?20\d\d)?\.?"
)
"""Weeks by their numbers, in any case."""
_WEEKS = re.compile(WEEKS, re.IGNORECASE)
_HOLIDAY = re.compile(
    r"\b[a-zæøå]{0,20}ferien?,? \(?(?:i )?(?P<week>uge \d\d?)\)?|(?P<of>uge \d\d?) \([^()\d]{1,40}\)"
    r"|(?:i )?(?:skolernes )?efterårsferien?\b",
    re.IGNORECASE,
)
"""A week with the name of its holiday; that of autumn is week 42 in all of Denmark."""
_LONGEST_LIST = 100
_SPAN = re.compile(rf"\d\D*{RANGE}\D*\d")


def listed_days(written: Any, info: ValidationInfo) -> Any:
    """Return the days that one text, or one item of a list, says several of; they may take their year from the event's start."""
    if isinstance(written, str):
        return _listed(written, info)
    if not isinstance(written, list):
        return written
    return [each for item in written for each in (_listed(item, info) if isinstance(item, str) else [item])]


def days_apart(written: Any) -> list[Any]:
    """Return the days as `listed_days` does, without the event: a text stays whole where one of its days needs the others."""
    items = written if isinstance(written, list) else [written]
    return [each for item in items for each in (_apart(item) if isinstance(item, str) else [item])]


def in_the_year_of_start(written: Any, info: ValidationInfo) -> Any:
    """Return a day with the year in which it first comes from the event's start on, where it says none."""
    start = info.data.get("start")
    if not short(written):
        return written
    written = _THROUGH.sub("", written.strip())
    first = start.day if isinstance(start, Moment) else None
    month, week = _MONTH.fullmatch(written), _WEEKS.fullmatch(written)
    if month and (span := _month(month, first)):
        if not month["end"]:
            both = f"{plain_day(span.ends)}, hvis den er med, og ellers {plain_day(span.begins - timedelta(days=1))}"
            raise RefusedError(rules.TWO_MEANINGS, f"{quoted(written)} er en måned. Skriv {both}.")
        return f"{span.ends}"
    if first and _END_OF_YEAR.fullmatch(written):
        return f"{first.year}-12-31"
    if first and week and week["weeks"].isdigit():
        days = (first + timedelta(days=number) for number in range(370))
        return next((f"{day}" for day in days if day.isocalendar()[1:] == (int(week["weeks"]), 7)), written)
    return completed(written, start.day, months=True) or written if isinstance(start, Moment) else written


LastDay = Annotated[date, parsed(parse_day), BeforeValidator(in_the_year_of_start), Written(PART_PATTERN)]


def _month(said: re.Match[str], start: date | None) -> Period | None:
    """Return the month of which `udgangen af juni` says the end: where it says no year, the first that ends after the start."""
    month = said["month"] or said["all"]
    year = int(said["year"]) if said["year"] else start and start.year + (month_number(month.lower()) < start.month)
    return or_none(parse_period, f"{month} {year}") if year else None


_BETWEEN = re.compile(r"\s*(?:[,;&+]|\b(?:og|samt)\b)\s*", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,2}(?:\s*[-–]\s*\d{1,2})?")


def _of_kinds(written: str) -> list[str]:
    """Return weeks, holidays and days of one line apart: `uge 7, 1/2 og 5/4` is `uge 7` and `1/2, 5/4`."""
    weeks: list[str] = []
    days: list[str] = []
    for part in _BETWEEN.split(written.strip()):
        if re.search(r"\buge|ferie", part, re.IGNORECASE):
            weeks.append(part)
        elif weeks and not days and _NUMBER.fullmatch(part):
            weeks[-1] = f"{weeks[-1]}, {part}"
        else:
            days.append(part)
    return [*weeks, ", ".join(days)] if weeks and days else [written]


def _listed(written: str, info: ValidationInfo) -> list[str]:
    if info.field_name == "except_days" and not {"repetition", "until"} <= info.data.keys():
        return []  # which days are meant shows when those are mended, which is told
    parts = _of_kinds(written) if info.field_name == "except_days" and len(written) < _LONGEST_LIST else [written]
    return [day for part in parts for day in _of_one_kind(part, info)]


def _of_one_kind(written: str, info: ValidationInfo) -> list[str]:
    start = info.data.get("start")
    weeks = None
    if info.field_name == "except_days" and len(written) < _LONGEST_LIST:
        weeks = _WEEKS.fullmatch(_HOLIDAY.sub(lambda found: found["week"] or found["of"] or "uge 42", written.strip()))
    if weeks and isinstance(start, Moment):
        return _of_weeks(written, weeks["weeks"], start, info)
    month = _MONTH.fullmatch(_OF_MONTH.sub("", written.strip())) if info.field_name == "except_days" else None
    if month and isinstance(start, Moment) and (span := _month(month, start.day)):
        return _of_repetition_in(span, start, info) or [written]
    days = days_in(written, start.day if isinstance(start, Moment) else None)
    if info.field_name == "more_dates" and isinstance(start, Moment) and _is_long_after(days, start):
        return days_in(written)
    if info.field_name != "except_days" or not isinstance(start, Moment):
        return days
    return [each for day in days for each in (_of_repetition_within(day, start, info) if _SPAN.search(day) else [day])]


def _of_weeks(written: str, weeks: str, start: Moment, info: ValidationInfo) -> list[str]:
    """Return the days of the event's repetition in weeks by their numbers: `7 og 42`, `28-32`. Raise RefusedError for none."""
    repetition, until = info.data.get("repetition"), info.data.get("until")
    numbers = week_numbers(weeks)
    days = repetition.days(start.day, until) if repetition and until else []
    found = [f"{day}" for day in days if day.isocalendar().week in numbers]
    if days and not found:
        raise RefusedError(rules.NOT_A_DATE_OF_IT, f"Arrangementet er ikke i {quoted(written)}. Slet linjen, eller ret ugen.")
    return found or [written]


def week_numbers(weeks: str) -> set[int]:
    """Return the weeks of `7 og 42`, `28-32`."""
    ends = [tuple(map(int, each.groups())) for each in re.finditer(r"(\d+)(?:\s*[-–]\s*|\s+til\s+)(\d+)", weeks)]
    return {*map(int, re.findall(r"\d+", weeks)), *(week for first, last in ends for week in range(first, last))}


def _apart(written: str) -> list[str]:
    days = days_in(written)
    try:
        return days if [*map(parse_moment, days)] else [written]
    except RefusedError:
        return [written]


def _is_long_after(days: Sequence[str], start: Moment) -> bool:
    """Return whether a further date whose year was found is most of a year after the start: it may be of the year before."""
    try:
        return any(parse_moment(day).day - start.day > _MOST_OF_A_YEAR for day in days)
    except RefusedError:
        return False


def _of_repetition_within(written: str, start: Moment, info: ValidationInfo) -> list[str]:
    """Return the days of the event's repetition from one day to another; the text as it is where there are none."""
    span = or_none(parse_period, written) or or_none(parse_period, f"{written} {start.day.year}")
    if span and span.ends < start.day:
        span = or_none(parse_period, f"{written} {start.day.year + 1}")
    return [written] if span is None or span.months else _of_repetition_in(span, start, info) or [written]


def _of_repetition_in(span: Period, start: Moment, info: ValidationInfo) -> list[str]:
    repetition, until = info.data.get("repetition"), info.data.get("until")
    if repetition is None or until is None:
        return []
    return [f"{day}" for day in repetition.days(start.day, min(until, span.ends)) if day >= span.begins]
