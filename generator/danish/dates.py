"""Days and hours as people write them, in Europe/Copenhagen. Two of them together are in `spans`, their wording in `formatting`."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from generator.danish.patterns import CLOCK, DAYS, JOINT, MONTHS, OFFSET, RANGE, STOP, WEEKDAYS, fits_weekday, month_number
from generator.danish.spoken import usual
from generator.danish.unread import cure_of_more, cure_of_name, month_meant, why_no_day
from generator.problems.problem import RefusedError, or_none, quoted
from generator.problems.rules import dates as rules

ZONE = ZoneInfo("Europe/Copenhagen")
INSTANTS = ZoneInfo.no_cache("Europe/Copenhagen")
"""The same zone as another object: instants of one object are compared by the clock on the wall, which shows one hour twice."""

DAY_EXAMPLE = "Skriv for eksempel 2026-05-01 eller 1. maj 2026."
MOMENT_EXAMPLE = "Skriv for eksempel 2026-05-01 kl. 10.00 eller 1. maj 2026 kl. 10.00."
CLOCK_EXAMPLE = "Skriv for eksempel 14.30."
NIGHT_ENDS = time(6)
"""Until this hour the night belongs to the evening before."""

_EXAMPLES = "|".join(map(re.escape, (DAY_EXAMPLE, MOMENT_EXAMPLE, CLOCK_EXAMPLE)))
_NOTHING_MORE = re.compile(f"{STOP}$")
_TWO_CLOCKS = re.compile(r"(?<![\d.:])(\d\d?(?:[.:]\d\d)?)[,;] ?(\d\d?(?:[.:]\d\d)?)$")
_ANOTHER = re.compile(rf"{RANGE}(?:kl(?:okken)?\.?|den|d\.)?\s*\d")


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a day and an hour on the clock in Denmark; `clock` is None for a day without an hour."""

    day: date
    clock: time | None = None

    @property
    def at(self) -> datetime:
        """Return the instant, with its zone: midnight as the day begins where there is no hour.

        An hour that the clock skips is the hour after it.
        """
        at = datetime.combine(self.day, self.clock or time(), ZONE)
        return at if self.exists else at + timedelta(hours=1)

    @property
    def exists(self) -> bool:
        """Return whether the clock ever shows it: not in the hour that is skipped when summer time begins."""
        if self.clock is None or self.clock.hour != 2 or self.day.month != 3:
            return True
        at = datetime.combine(self.day, self.clock, ZONE)
        return at.astimezone(UTC).astimezone(ZONE).replace(tzinfo=None) == at.replace(tzinfo=None)


def parse_day(written: str) -> date:
    """Return a day. Raise RefusedError with a Danish message and an example for anything else."""
    text = usual(written)
    found = _day_at_start(written, text)
    if found and _NOTHING_MORE.match(found[1]):
        return found[0]
    if found and CLOCK.fullmatch(_without_joint(found[1])):
        raise RefusedError(rules.DAY, f"{quoted(written)} har et klokkeslæt. Skriv kun dagen, for eksempel {found[0]}.")
    raise _no_day(written, text, DAY_EXAMPLE)


def parse_clock(written: str) -> time:
    """Return an hour: `14.30`, `14:30`, `kl. 14`, and midnight for `24.00`. Raise RefusedError with a Danish message."""
    return clock_and_days(written)[0]


def clock_and_days(written: str) -> tuple[time, int]:
    """Return an hour, and how many days later it is: `24.00` is 0.00 of the next day. Raise RefusedError as `parse_clock` does."""
    try:
        return _clock(written)
    except RefusedError as error:
        raise _with_cure(error, written, _clock_in) from None


def parse_moment(written: str, *, is_end: bool = False) -> Moment:
    """Return a day with or without an hour.

    Raise RefusedError with a Danish message, also for the hour that summer time skips. As an end 2.00 is read on that night: it
    is the instant at which the clock jumps.
    """
    text = usual(written)
    try:
        moment = _moment_of_program(text) or _moment(written, text)
    except RefusedError as error:
        raise _with_cure(error, written, _moment_in) from None
    if not moment.exists and not (is_end and moment.clock == time(2)):
        raise RefusedError(
            rules.SKIPPED_HOUR,
            f"{quoted(written)} findes ikke: den nat stilles uret frem fra kl. 2.00 til 3.00. Vælg et andet klokkeslæt.",
        )
    return moment


def now_from(written: str | None) -> datetime:
    """Return the `now` of a build: what was written (a date means its noon), else the clock. Nothing else reads the clock."""
    if not written:
        return datetime.now(ZONE)
    moment = parse_moment(written)
    return moment.at if moment.clock else datetime.combine(moment.day, time(12), ZONE)


def calendar_day(written: str, year: int, month: str, day: int, example: str = DAY_EXAMPLE) -> date:
    """Return a day of its parts; `month` is a number or a word. Raise RefusedError about `written` where no calendar has it."""
    number = month_number(month)
    try:
        found = date(year, number, day)
    except ValueError:
        meant = (day, number) if 12 < number < 32 and 0 < day < 13 else (month_meant(month), day) if not number else (0, 0)
        cure = f"{'' if number else cure_of_name(written.lower())} {example}"
        if 0 < number < 13 and 28 < day < 32 and 1900 <= year <= 2200:
            cure = f" {MONTHS[number - 1].capitalize()} {year} har {monthrange(year, number)[1]} dage. Ret dagen eller måneden."
        elif all(meant) and cure == f" {example}":
            cure = f" Mente du {meant[1]}. {MONTHS[meant[0] - 1]} {year}?"
        raise RefusedError(rules.NO_SUCH_DAY, f"{quoted(written)} er ikke en dato i kalenderen.{cure}") from None
    if not 1900 <= found.year <= 2200:
        raise RefusedError(rules.FAR_AWAY, f"{quoted(written)} ligger ikke i vores tid. {example}")
    return found


def _clock(written: str) -> tuple[time, int]:
    match = CLOCK.fullmatch(usual(written))
    if not match:
        raise RefusedError(rules.CLOCK, f"{quoted(written)} {_why_no_clock(written)}")
    hour, minute = int(match["hour"] or 24), int(match["minute"] or 0)
    if match["half"] and 1 <= hour <= 12:
        hour = hour % 12 + 12 * (match["half"] == "p")
    elif (hour, minute) == (24, 0):
        return time(), 1
    elif match["half"] or hour > 23:
        minute = 60
    if minute > 59:
        raise RefusedError(rules.CLOCK, f"{quoted(written)} er ikke et klokkeslæt på døgnet. Skriv fra 0.00 til 24.00.")
    return time(hour, minute), 0


def _why_no_clock(written: str) -> str:
    if re.search(rf"\d{RANGE}(?:kl\.?\s*)?\d", written.lower()):
        return "er to klokkeslæt. Skriv det første ved start og det andet ved slut."
    two = _TWO_CLOCKS.search(written)
    if two:
        return f"kan betyde to ting. Er det fra-til, så skriv {two[1]}-{two[2]}. Er det to gange, så skriv {two[1]} og {two[2]}."
    return f"er ikke et klokkeslæt. {CLOCK_EXAMPLE}"


def _with_cure(error: RefusedError, written: str, reads: Callable[[str], str | None]) -> RefusedError:
    """Return a refusal with what to write instead of that very text, where a part of it is read."""
    cure = cure_of_more(written, reads) if error.rule in (rules.DAY, rules.CLOCK) and re.search(_EXAMPLES, str(error)) else ""
    example = CLOCK_EXAMPLE if reads is _clock_in else MOMENT_EXAMPLE
    said = re.sub(_EXAMPLES, cure, str(error)) if cure else str(error).replace(DAY_EXAMPLE, example)
    return RefusedError(error.rule, said)


def _moment_in(text: str) -> str | None:
    """Return what a text in small letters says, as it should be written; None where it is no moment."""
    moment = or_none(lambda each: _moment_of_program(each) or _moment(each, each), text)
    if moment is None:
        return None
    day = f"{moment.day.day}. {MONTHS[moment.day.month - 1]} {moment.day.year}"
    return f"{day} kl. {moment.clock.hour}.{moment.clock:%M}" if moment.clock else day


def _clock_in(text: str) -> str | None:
    match = CLOCK.fullmatch(text)
    is_hour = match and match["hour"] and not match["half"] and int(match["hour"]) < 24
    return f"{int(match['hour'])}.{match['minute'] or '00'}" if match and is_hour else None


def _moment(written: str, text: str) -> Moment:
    found = _day_at_start(written, text) or _day_after_clock(written, text)
    if not found:
        raise _no_day(written, text, MOMENT_EXAMPLE)
    day, rest = found
    if _NOTHING_MORE.match(rest):
        return Moment(day)
    hour = _without_joint(rest)
    if not CLOCK.fullmatch(hour) and _ANOTHER.search(rest):
        raise _several(written)
    clock, days = _clock(hour)
    return Moment(day + timedelta(days=days), clock)


def _no_day(written: str, text: str, example: str) -> RefusedError:
    """Return the refusal of a text that is no day, or is several."""
    for sign in re.finditer(RANGE, text):
        if any(pattern.match(text, sign.end()) for pattern in DAYS):
            return _several(written)
    return why_no_day(written, example)


def _several(written: str) -> RefusedError:
    return RefusedError(
        rules.TWO_MOMENTS, f"{quoted(written)} er mere end ét tidspunkt. Skriv kun det første, eller skriv hvert for sig."
    )


def _day_at_start(written: str, text: str) -> tuple[date, str] | None:
    """Return the day that a text in small letters begins with, and what follows it."""
    for pattern in DAYS:
        match = pattern.match(text)
        if match and (JOINT.match(text, match.end()) or _ANOTHER.match(text, match.end())):
            return _day(written.strip()[: match.end()] if text == written.strip().lower() else written, match), text[match.end() :]
    return None


def _day_after_clock(written: str, text: str) -> tuple[date, str] | None:
    """Return the day of `kl. 14 den 1. maj 2026`, and its hour as if it came after."""
    match = CLOCK.match(text) if text.startswith(("kl", "fra")) else None
    found = _day_at_start(written, text[match.end() :]) if match else None
    return (found[0], f" {match[0]}") if match and found and _NOTHING_MORE.match(found[1]) else None


def _day(written: str, match: re.Match[str]) -> date:
    year = match["year"].lstrip("'\u2019")
    day = calendar_day(written, int(year) + 2000 * (len(year) == 2), match["month"], int(match["day"]))
    if not fits_weekday(day, match.groupdict().get("weekday")):
        raise RefusedError(
            rules.WEEKDAY, f"{quoted(written)} passer ikke: den dato er en {WEEKDAYS[day.weekday()]}. Ret ugedagen eller datoen."
        )
    return day


def _without_joint(rest: str) -> str:
    joint = JOINT.match(rest)
    return rest[joint.end() :] if joint else rest


def _moment_of_program(text: str) -> Moment | None:
    """Return the moment of `2026-05-01T10:00:00+02:00`, in Denmark."""
    if not OFFSET.fullmatch(text):
        return None
    try:
        at = datetime.fromisoformat(text.upper()).astimezone(ZONE)
    except (ValueError, OverflowError):
        return None
    return Moment(at.date(), at.time().replace(second=0, microsecond=0, fold=0))
