"""Two moments or more in one text, where one says what another leaves out: `3.-5. maj 2026`, `1. maj 2026 kl. 14-16`."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.danish.dates import NIGHT_ENDS, Moment, calendar_day, clock_and_days, parse_clock, parse_day, parse_moment
from generator.danish.feasts import days_named
from generator.danish.patterns import CLOCK, DASH, JOINT, MONTH_WORDS, PARTS, PLAIN, RANGE, STOP, fits_weekday, month_number
from generator.danish.spoken import length_said, usual
from generator.problems.problem import RefusedError, or_none, quoted
from generator.problems.rules import dates as rules

PERIOD_EXAMPLE = "Skriv for eksempel 2025-04-28, 2025-05 eller 2025-08..2025-11."

_AHEAD, _BACK = timedelta(days=1), timedelta(days=-1)
_FIVE_YEARS = 5 * 366
_OVER_NEW_YEAR = timedelta(days=100)
"""How far from its neighbour a day of a list can be that is in the year before or after, which nobody says."""
_LONGEST = 200
_BEFORE_END = re.compile(
    r"^(?:(?:slut(?:ter)?|(?:frem |ind)?til|samme dag|senest):? )?(?:(?:ca|cirka|omkring|omtrent)\b\.? ?)?(?=kl|\d|midnat)"
)
_LENGTHS = re.compile(rf"\d[\d.,½ ]*{RANGE}(?P<longest>\d.*)")
_NEXT_DAY = re.compile(r"^(?:næste dag|dagen efter|næste morgen),? (?=kl|\d)")
_NUMBER = re.compile(r"\d+\.\d+")
_RANGES = re.compile(RANGE)
_COMMAS = re.compile(
    rf"\s*(?:,?\s+(?:og|samt)\s+|[,;\n&+])\s*(?!{STOP}(?:kl|\d{{4}}(?:$|[\s,;])))"
    r"|\s+(?:og|samt|&)\s+(?=kl)|(?<=[-./ ]\d{4})\s+(?=\d{1,2}[-./ ])|(?<=\d{4}-\d\d-\d\d)\s+(?=\d{4}-)",
    re.IGNORECASE,
)
_A_DAY = re.compile(rf"\d\s*/\s*\d|\d{{4}}|\d[.-]\d\d?[.-]\d\d|\d\.?\s*(?:{'|'.join(sorted({word[:3] for word in MONTH_WORDS}))})")
_MONTHS_OF_YEAR = (
    re.compile(rf"(?P<year>\d{{4}})(?:{DASH}|[./])(?P<month>\d{{1,2}})"),
    re.compile(rf"(?P<month>\d{{1,2}})(?:{DASH}|[./])(?P<year>\d{{4}})"),
    re.compile(r"(?P<month>[a-zæøå]{3,})\.?,?\s*(?P<year>\d{4})"),
)


@dataclass(frozen=True, slots=True)
class Period:
    """From the day `begins` through the day `ends`. `months` is true when only months were said."""

    begins: date
    ends: date
    months: bool = False


def parse_end(written: str, start: Moment) -> Moment:
    """Return an end: an hour alone is on the day of `start`, or on the next morning when it is earlier on the clock.

    A day without its year is the first from `start` on. Raise RefusedError in the clock's words for what has nothing of a day.
    """
    text = _BEFORE_END.sub("", usual(written))
    length, lengths = length_said(text), _LENGTHS.fullmatch(text) if len(text) <= _LONGEST else None
    if lengths and length_said(lengths["longest"]):
        raise RefusedError(rules.CLOCK, f"{quoted(written)} er to længder. Skriv kun den længste: {lengths['longest']}.")
    if length and start.clock:
        return Moment((start.at + length).date(), (start.at + length).time())
    if _NEXT_DAY.match(text):
        start, text = Moment(start.day + _AHEAD), _NEXT_DAY.sub("", text)
    written = text if text != usual(written) else written
    if not CLOCK.fullmatch(text):
        found = _part(text, PARTS)
        lacks_hour = start.clock and found and "day" not in found[0].groupdict() and not found[1]
        pair = two_clocks(text)
        if pair and start.clock:
            said = (
                f"er to klokkeslæt, og start siger kl. {start.clock:%H.%M}. Skriv kun, hvornår det slutter, for eksempel {pair[1]}."
            )
            raise RefusedError(rules.CLOCK, f"{quoted(written)} {said}")
        if not re.search(r"\d|dag", text):
            said = "er ikke et klokkeslæt. Skriv for eksempel 21.30, eller slet linjen, hvis det ikke er bestemt."
            raise RefusedError(rules.CLOCK, f"{quoted(written)} {said}")
        named = next(days_named(text, range(start.day.year, start.day.year + 2), start.day), None)
        if pair or _NUMBER.fullmatch(text) or lacks_hour or not (found or named or _A_DAY.search(text)):
            parse_clock(written)
        return parse_moment(completed(written, start.day, months=bool(named)) or written, is_end=True)
    clock, days = clock_and_days(written)
    night = clock <= NIGHT_ENDS and (start.clock is None or clock <= start.clock)
    end = Moment(start.day + timedelta(days=max(days, int(night))), clock)
    return end if end.exists else parse_moment(f"{end.day} kl. {clock:%H.%M}", is_end=True)


def completed(written: str, anchor: date, step: timedelta = _AHEAD, *, months: bool = False) -> str | None:
    """Return a day that lacks its month or year, and its hour, written out: the first that fits from `anchor` on, or back from it.

    None for what lacks nothing, or is no day; with `months` also for what lacks more than its year.
    """
    text = usual(written)
    named = next(days_named(text, range(anchor.year, anchor.year + 2), anchor), None) if months else None
    if named:
        return f"{named}"
    found = None if PLAIN.fullmatch(text) or or_none(parse_moment, text) else _part(text, PARTS[:2] if months else PARTS)
    if not found:
        return None
    match, rest = found
    said = match.groupdict()
    for days in range(_FIVE_YEARS):
        day = anchor + step * days
        if _is_said(day, said):
            return f"{said['weekday'] or ''} {day}{rest}".strip()
    return None


def two_moments(written: str) -> tuple[str, str] | None:
    """Return the texts of a start and of its end that are said in one: `1. maj 2026 kl. 14-16`. None for one moment.

    The first is whole; the second is what `parse_end` reads.
    """
    if PLAIN.fullmatch(written) or len(written) > _LONGEST:
        return None
    text = usual(written)
    if not _RANGES.search(text) or or_none(parse_moment, text) is not None:
        return None
    return next(filter(None, (_pair(text[: sign.start()], text[sign.end() :]) for sign in _RANGES.finditer(text))), None)


def two_clocks(written: str) -> tuple[str, str] | None:
    """Return the two hours of `14-16` or `kl. 14 til 16`. None for one."""
    if len(written) > _LONGEST:
        return None
    parts = _RANGES.split(usual(written), maxsplit=1)
    return (parts[0], parts[1]) if len(parts) == 2 and all(map(CLOCK.fullmatch, parts)) else None


def days_in(written: str, start: date | None = None) -> list[str]:
    """Return the texts of several days in one line, each written out: `8., 15. og 22. maj 2026`.

    Month, year and hour that only one of them says hold for its neighbours. A day whose year nobody says is the first from
    `start` on. One day is a list of one; what is no day stays as it is.
    """
    if PLAIN.fullmatch(written) or len(written) > _LONGEST * 10 or or_none(parse_moment, written):
        return [written]
    parts = _of_one_day([part.strip() for part in _COMMAS.split(written.strip().lower()) if part.strip()])
    if not any(or_none(parse_moment, part) for part in parts) and start:
        parts = [completed(part, start, months=True) or part for part in parts]
    return _with_hour(_carried(_carried(parts[::-1], _BACK)[::-1], _AHEAD))


def parse_period(written: str) -> Period:
    """Return a day, a month, or from one of them to another. Raise RefusedError with a Danish message."""
    text = usual(written) if len(written) <= _LONGEST else ""
    whole = _span(text)
    if whole:
        return whole
    for sign in sorted(_RANGES.finditer(text), key=lambda sign: "." not in sign[0]):
        ends = _span(text[sign.end() :])
        begins = ends and _beginning(text[: sign.start()], ends.ends)
        if begins and ends and ends.ends < begins.begins:
            raise RefusedError(rules.PERIOD, f"{quoted(written)} slutter, før det begynder. {PERIOD_EXAMPLE}")
        if begins and ends:
            return Period(begins.begins, ends.ends, begins.months and ends.months)
    for pattern in _MONTHS_OF_YEAR[:2]:
        match = pattern.fullmatch(text)
        if match:
            calendar_day(written, int(match["year"]), match["month"], 1, PERIOD_EXAMPLE)
    raise RefusedError(rules.PERIOD, f"{quoted(written)} er ikke en periode. {PERIOD_EXAMPLE}")


def _part(text: str, parts: Sequence[re.Pattern[str]]) -> tuple[re.Match[str], str] | None:
    """Return how a text in small letters says a part of a day, and what follows it: an hour, or nothing."""
    for pattern in parts:
        match = pattern.match(text)
        joint = JOINT.match(text, match.end()) if match else None
        month = match and match.groupdict().get("month")
        if match and joint and (month is None or 1 <= month_number(month) <= 12):
            rest = text[joint.end() :]
            if not rest or CLOCK.fullmatch(rest):
                return match, f" kl. {rest}" if rest else ""
    return None


def _is_said(day: date, said: Mapping[str, str | None]) -> bool:
    """Return whether a day is one that is named by its number, perhaps with its month, or only by its place in the week."""
    number, month = said.get("day"), said.get("month")
    if number is None:
        return fits_weekday(day, said["weekday"])
    return day.day == int(number) and (month is None or day.month == month_number(month))


def _pair(left: str, right: str) -> tuple[str, str] | None:
    start = or_none(parse_moment, left)
    if start is None:
        return _pair_by_its_end(left, right)
    end = or_none(lambda text: parse_end(text, start), right)
    if end is None or end.at <= start.at or (start.clock is None) != (end.clock is None):
        return None
    return left, right if CLOCK.fullmatch(right) else completed(right, start.day) or right


def _pair_by_its_end(left: str, right: str) -> tuple[str, str] | None:
    """Return a start and its end where the end says the day, or the rest of it: `kl. 14-16 den 1. maj 2026`, `3.-5. maj 2026`."""
    clock = CLOCK.match(right) if left.startswith(("kl", "fra")) and CLOCK.fullmatch(left) else None
    day = or_none(parse_moment, right[clock.end() :]) if clock else None
    if clock and day and day.clock is None:
        return f"{day.day} {left}", clock[0]
    end = or_none(parse_moment, right)
    start = completed(left, end.day, _BACK) if end else None
    begins = or_none(parse_moment, start) if start else None
    same = begins is None or end is None or begins == end or (begins.clock is None) != (end.clock is None)
    return None if same or not start else (start, right)


def _of_one_day(parts: list[str]) -> list[str]:
    """Return days of which each that is only an hour, after another hour, has the day of that: `1. maj 2026 kl. 10 og 14`."""
    done: list[str] = []
    for part in parts:
        before = or_none(parse_moment, done[-1]) if done and CLOCK.fullmatch(part) and not part.endswith(".") else None
        done.append(f"{before.day} kl. {part}" if before and before.clock else part)
    return done


def _carried(parts: Sequence[str], step: timedelta) -> list[str]:
    """Return days of which each that lacks its month or year has them from the one before it."""
    done: list[str] = []
    anchor = None
    for part in parts:
        whole = (completed(part, anchor, step) if anchor else None) or part
        moment = or_none(parse_moment, whole)
        if anchor and moment and whole != part and anchor.year != moment.day.year and abs(anchor - moment.day) > _OVER_NEW_YEAR:
            whole, moment = part, None
        anchor = moment.day if moment else anchor
        done.append(whole)
    return done


def _with_hour(parts: list[str]) -> list[str]:
    """Return days that all have the hour of the last, where only that says one."""
    moments = [or_none(parse_moment, part) for part in parts]
    last = moments[-1] if moments else None
    if not last or not last.clock or any(moment is None or moment.clock for moment in moments[:-1]):
        return parts
    return [f"{moment.day} kl. {last.clock:%H.%M}" for moment in moments if moment]


def _span(text: str) -> Period | None:
    for pattern in _MONTHS_OF_YEAR:
        match = pattern.fullmatch(text.rstrip(" ,;").removesuffix("."))
        month = month_number(match["month"]) if match else 0
        if match and 1 <= month <= 12 and 1900 <= int(match["year"]) <= 2200:
            begins = date(int(match["year"]), month, 1)
            return Period(begins, begins.replace(day=calendar.monthrange(begins.year, month)[1]), months=True)
    day = or_none(parse_day, text)
    return Period(day, day) if day else None


def _beginning(text: str, last: date) -> Period | None:
    """Return a day or a month that may lack what `last` says."""
    whole = _span(text) or _span(completed(text, last, _BACK) or "")
    month = month_number(text.rstrip(" .,")) if text[:3].isalpha() else 0
    return whole or (_span(f"{last.year - (month > last.month)}-{month}") if month else None)
