"""Days, hours and periods as people write them, in Europe/Copenhagen. Wording is in `formatting.py`."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from generator.problems.problem import RefusedError, quoted
from generator.problems.rules import dates as rules

ZONE = ZoneInfo("Europe/Copenhagen")
INSTANTS = ZoneInfo.no_cache("Europe/Copenhagen")
"""The same zone as another object: instants of one object are compared by the clock on the wall, which shows one hour twice."""

MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
DAY_EXAMPLE = "Skriv for eksempel 2026-05-01 eller 1. maj 2026."
MOMENT_EXAMPLE = "Skriv for eksempel 2026-05-01 kl. 10.00 eller 1. maj 2026 kl. 10.00."
PERIOD_EXAMPLE = "Skriv for eksempel 2025-04-28, 2025-05 eller 2025-08..2025-11."

_WEEKDAY = r"(?:(?P<weekday>man|tirs?|ons|tors?|fre|lør|søn)(?:dag)?\.?,?\s+)?(?:(?:den|d\.)\s+)?"
_ISO_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_SPOKEN_DAY = re.compile(_WEEKDAY + r"(?P<day>\d{1,2})\.?\s*(?P<month>[a-zæøå]{3,9})\.?,?\s+(?P<year>\d{4})")
_NUMBER_DAY = re.compile(r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[.\s/-]\s*(?P<year>\d{4})")
_CLOCK = re.compile(r"(?:kl(?:okken)?\.?\s*)?(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?")
_MONTH = r"\d{4}-\d{1,2}|[a-zæøå]+\.?\s+\d{4}"
_JOINT = re.compile(r"(?:\s+|[T,]\s*|\s*,\s*)(?=(?:kl(?:okken)?\b|\d{1,2}(?:[.:]\d{2})?$))", re.IGNORECASE)


def unnamed(*patterns: re.Pattern[str]) -> str:
    """Patterns as one, without named groups: as schemas and other languages read it."""
    return "|".join(re.sub(r"\?P<\w+>", "?:", pattern.pattern) for pattern in patterns)


DAYS = (_ISO_DAY, _SPOKEN_DAY, _NUMBER_DAY)
"""How a day can be written, in the order in which it is tried."""
DAY_PATTERN = unnamed(*DAYS)
CLOCK_PATTERN = unnamed(_CLOCK)
MOMENT_PATTERN = rf"(?:{DAY_PATTERN})(?:\s*{unnamed(_JOINT)}(?:{CLOCK_PATTERN}))?"
END_PATTERN = f"{CLOCK_PATTERN}|{MOMENT_PATTERN}"
PERIOD_PATTERN = rf"(?:{_MONTH}|{DAY_PATTERN})(?:\s*\.\.\s*(?:{_MONTH}|{DAY_PATTERN}))?"
"""What a text looks like that the parsers below may read, in small letters. They read no other, but refuse some of these."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a day and an hour on the clock in Denmark; `clock` is None for a day without an hour."""

    day: date
    clock: time | None = None

    @property
    def at(self) -> datetime:
        """The instant, with its zone; midnight as the day begins where there is no hour."""
        return datetime.combine(self.day, self.clock or time(), ZONE)

    @property
    def exists(self) -> bool:
        """Whether the clock ever shows it: not in the hour that is skipped when summer time begins."""
        return self.at.astimezone(UTC).astimezone(ZONE).replace(tzinfo=None) == self.at.replace(tzinfo=None)


@dataclass(frozen=True, slots=True)
class Period:
    """From the day `begins` through the day `ends`. `months` is true when only months were said."""

    begins: date
    ends: date
    months: bool = False


def parse_day(written: str) -> date:
    """A day. Raises RefusedError with a Danish message and an example for anything else."""
    text = written.strip().lower()
    for pattern in DAYS:
        match = pattern.fullmatch(text)
        if match:
            return _day(written, match.groupdict())
    raise RefusedError(rules.DAY, f"{quoted(written)} er ikke en dato. {DAY_EXAMPLE}")


def parse_clock(written: str) -> time:
    """An hour: `14.30`, `14:30`, `kl. 14`. Raises RefusedError with a Danish message."""
    match = _CLOCK.fullmatch(written.strip().lower())
    if not match and re.search(r"\d\s*(?:-|–|til)\s*\d", written):
        raise RefusedError(rules.CLOCK, f"{quoted(written)} er to klokkeslæt. Skriv det første ved start og det andet ved slut.")
    if not match:
        raise RefusedError(rules.CLOCK, f"{quoted(written)} er ikke et klokkeslæt. Skriv for eksempel 14.30.")
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if hour > 23 or minute > 59:
        raise RefusedError(rules.CLOCK, f"{quoted(written)} er ikke et klokkeslæt på døgnet. Skriv fra 0.00 til 23.59.")
    return time(hour, minute)


def parse_moment(written: str) -> Moment:
    """A day with or without an hour. Raises RefusedError with a Danish message, also for the hour that summer time skips."""
    text = written.strip()
    joint = _JOINT.search(text)
    if joint and len(text[: joint.start()]) > 5:
        moment = Moment(parse_day(text[: joint.start()]), parse_clock(text[joint.end() :]))
        return _existing(written, moment)
    try:
        return Moment(parse_day(text))
    except RefusedError as error:
        raise RefusedError(error.rule, str(error).replace(DAY_EXAMPLE, MOMENT_EXAMPLE)) from None


def parse_end(written: str, start: Moment) -> Moment:
    """An end: an hour alone is on the day of `start`, or on the next morning when it is earlier on the clock."""
    try:
        clock = parse_clock(written)
    except ValueError:
        if _CLOCK.fullmatch(written.strip().lower()):
            raise
        return parse_moment(written)
    past_midnight = start.clock is not None and clock <= start.clock and clock <= time(6)
    return _existing(written, Moment(start.day + timedelta(days=past_midnight), clock))


def parse_period(written: str) -> Period:
    """A day, a month, or two of them with `..` between. Raises RefusedError with a Danish message."""
    first, range_sign, last = (part.strip() for part in written.partition(".."))
    begins, ends = _span(written, first), _span(written, last if range_sign else first)
    if ends.ends < begins.begins:
        raise RefusedError(rules.PERIOD, f"{quoted(written)} slutter, før det begynder. {PERIOD_EXAMPLE}")
    return Period(begins.begins, ends.ends, begins.months and ends.months)


def now_from(written: str | None) -> datetime:
    """The `now` of a build: what was written (a date means its noon), else the clock. The only place that reads the clock."""
    if not written:
        return datetime.now(ZONE)
    moment = parse_moment(written)
    return moment.at if moment.clock else datetime.combine(moment.day, time(12), ZONE)


def _span(written: str, part: str) -> Period:
    month = re.fullmatch(r"(\d{4})-(\d{1,2})", part) or re.fullmatch(r"([a-zæøå]+)\.?\s+(\d{4})", part.lower())
    if not month:
        try:
            day = parse_day(part)
        except ValueError:
            raise RefusedError(rules.PERIOD, f"{quoted(written)} er ikke en periode. {PERIOD_EXAMPLE}") from None
        return Period(day, day)
    year, number = (month[1], month[2]) if month[1].isdigit() else (month[2], month[1])
    begins = _day(written, {"year": year, "month": number, "day": "1"}, PERIOD_EXAMPLE)
    return Period(begins, begins.replace(day=calendar.monthrange(begins.year, begins.month)[1]), months=True)


def _day(written: str, parts: dict[str, str | None], example: str = DAY_EXAMPLE) -> date:
    month = _month(str(parts["month"]))
    try:
        day = date(int(parts["year"] or 0), month, int(parts["day"] or 0))
    except ValueError:
        raise RefusedError(rules.NO_SUCH_DAY, f"{quoted(written)} er ikke en dato i kalenderen. {example}") from None
    if not 1900 <= day.year <= 2200:
        raise RefusedError(rules.FAR_AWAY, f"{quoted(written)} ligger ikke i vores tid. {example}")
    weekday = parts.get("weekday")
    if weekday and not WEEKDAYS[day.weekday()].startswith(weekday):
        raise RefusedError(
            rules.WEEKDAY, f"{quoted(written)} passer ikke: den dato er en {WEEKDAYS[day.weekday()]}. Ret ugedagen eller datoen."
        )
    return day


def _month(word: str) -> int:
    """1-12, or 0 for a word that is no month."""
    if word.isdigit():
        return int(word)
    return next((number for number, month in enumerate(MONTHS, 1) if len(word) > 2 and month.startswith(word)), 0)


def _existing(written: str, moment: Moment) -> Moment:
    """The same moment, or ValueError for an hour that never is, when the clocks go forward."""
    if not moment.exists:
        raise RefusedError(
            rules.SKIPPED_HOUR,
            f"{quoted(written)} findes ikke: den nat stilles uret frem fra kl. 2.00 til 3.00. Vælg et andet klokkeslæt.",
        )
    return moment
