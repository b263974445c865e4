"""Times as programs and people write them, as days and hours on the clock in Denmark."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from email.utils import parsedate_to_datetime

from generator.danish.dates import ZONE, Moment, parse_moment
from generator.problems.problem import RefusedError

_LONGEST = timedelta(days=366)
_EMAIL_DATE = re.compile(r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4}")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z| ?[+-]\d{2}:?\d{2})?", re.IGNORECASE)
_FRACTION = re.compile(r"[.,]\d+")


def moment_of(value: date | datetime) -> Moment:
    """Return the moment of a value. One without a zone is Danish; an hour that the clock skips is the next one."""
    if not isinstance(value, datetime):
        return Moment(value)
    if value.tzinfo is not None:
        value = value.astimezone(UTC).astimezone(ZONE)
    moment = Moment(value.date(), time(value.hour, value.minute))
    return moment if moment.exists else Moment(value.date(), time(value.hour + 1, value.minute))


def parse_time(written: object) -> Moment | None:
    """Return what a text, a number of seconds or a value of Excel says; None where it is no time between 1900 and 2200."""
    try:
        found = _parsed(written)
    except (ValueError, OverflowError, OSError, RefusedError):
        return None
    return found if found and 1900 <= found.day.year <= 2200 else None


def _parsed(written: object) -> Moment | None:
    if isinstance(written, Moment):
        return written
    if isinstance(written, date):
        return moment_of(written)
    if isinstance(written, int | float) and not isinstance(written, bool):
        return moment_of(datetime.fromtimestamp(written / (1000 if written > 10**11 else 1), UTC)) if written > 10**8 else None
    text = " ".join(str(written).split())[:100] if written else ""
    if compact := _COMPACT.fullmatch(text):
        return _compact(compact)
    if _ISO.fullmatch(text):
        return moment_of(
            datetime.fromisoformat(_FRACTION.sub("", text).upper().replace(" +", "+").replace(" -", "-").replace(" ", "T"))
        )
    if _EMAIL_DATE.match(text):
        return moment_of(parsedate_to_datetime(text))
    return parse_moment(text) if text else None


def _compact(found: re.Match[str]) -> Moment:
    year, month, day = int(found[1]), int(found[2]), int(found[3])
    if found[4] is None:
        return Moment(date(year, month, day))
    return moment_of(datetime(year, month, day, int(found[4]), int(found[5]), tzinfo=UTC if found[7] else None))


def sensible_end(start: Moment, end: Moment | None) -> Moment | None:
    """Return an end that follows its start within a year; None for any other."""
    if end is None or end == start or (start.clock is None and end.clock is not None and end.day == start.day):
        return None
    if (start.clock is None) != (end.clock is None):
        end = Moment(end.day) if start.clock is None else end
        if start.clock is not None and end.day <= start.day:
            return None
    if end.at <= start.at or end.at - start.at > _LONGEST:
        return None
    return None if start.clock is None and end.day == start.day else end


def whole_days(start: Moment, end: Moment | None) -> tuple[Moment, Moment | None]:
    """Return midnight to midnight as whole days, as programs mean it that have no other way to say so."""
    if end and start.clock == time() == end.clock and end.day > start.day:
        last = Moment(end.day - timedelta(days=1))
        return Moment(start.day), last if last.day > start.day else None
    return start, end
