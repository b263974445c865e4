"""Fields of which one says what belongs to another: a start with its end, a repetition with its last day, days in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from typing import Annotated, Any, NamedTuple

from generator.danish.dates import Moment, parse_clock, parse_moment
from generator.danish.formatting import clock, plain_day
from generator.danish.patterns import CLOCK, MONTHS, PART_PATTERN, PLAIN, RANGE, SPAN_PATTERN
from generator.danish.spans import Period, days_in, parse_end, parse_period, two_clocks, two_moments
from generator.danish.spoken import usual
from generator.danish.unread import cure_of_more
from generator.model.written import Written, parsed, short
from generator.problems.problem import RefusedError, or_none, quoted
from generator.problems.rules import dates as rules

Fields = dict[str, Any]
End = Annotated[Moment, Written(PART_PATTERN)]

_END_CURE = "Skriv, hvornår det slutter, for eksempel 21.30."
_SOON = timedelta(days=60)
_BETWEEN = r" (?:-|–|til) "
LONGEST = timedelta(days=366)
"""From the start of an event to its end."""

_EACH_DAY = re.compile(r",? \(?(?:(?:alle|begge|samtlige)(?: tre| fire| fem)? dage(?:ne)?|hver dag|dagligt)\)?,?")
_DAYS_AND_HOURS = re.compile(r"(?P<days>.*\d{4}),? (?P<hours>(?:fra |kl).*|\d.*)")
_LAST_HOUR = re.compile(rf"(?P<days>.*\d){RANGE}(?P<end>(?:kl\.? ?)?\d[\d.:]*)")


SOME_START = Moment(date(2026, 1, 1), time(12))
"""What an end is read by where its start cannot be, so that both are reported at once."""


class _Daily(NamedTuple):
    """Days from one to another, with the hours that may be those of each day."""

    span: Period
    hours: str


def _same_hours_of_days(written: str) -> _Daily | None:
    """Return what `1.-3. maj 2026 kl. 10-16` says; None for other texts."""
    text = usual(short(written))
    match = _DAYS_AND_HOURS.fullmatch(_EACH_DAY.sub("", text))
    if not match or not (two_clocks(match["hours"]) or CLOCK.fullmatch(match["hours"])):
        return None
    span = or_none(parse_period, match["days"])
    return None if not span or span.months or span.begins == span.ends else _Daily(span, match["hours"])


def parse_start(written: str) -> Moment:
    """Return a moment as `parse_moment` does. Raise RefusedError with what to write for the same hours of several days."""
    try:
        return parse_moment(written)
    except RefusedError as error:
        daily = _same_hours_of_days(written) if error.rule is rules.TWO_MOMENTS else None
        if not daily:
            said = _cure_of_several(written) if error.rule is rules.TWO_MOMENTS and len(written) <= 200 else ""
            raise RefusedError(error.rule, f"{quoted(written)} {said}" if said else str(error)) from None
        first, last = map(plain_day, (daily.span.begins, daily.span.ends))
        hours = [f"kl. {clock(parse_clock(each))}" for each in two_clocks(daily.hours) or (daily.hours, "16")]
        each = f"{first} til {last}, hver dag {' til '.join(hours[: 1 + bool(two_clocks(daily.hours))])}"
        through = f"{first} {hours[0]} til {last} {hours[1]}"
        cure = f"Er det hver dag, så skriv {each}. Er det i ét stræk, så skriv {through}."
        raise RefusedError(error.rule, f"{quoted(written)} kan betyde to ting. {cure}") from None


def _cure_of_several(written: str) -> str:
    """Return what is wrong with two moments that are no start and its end, and what to write; nothing where that is not plain.

    Raise RefusedError for one of them that is in no calendar, or on another day of the week.
    """
    if two_moments(written):
        return "siger også, hvornår det slutter, og det siger slut anderledes. Ret det ene."
    sides = re.split(_BETWEEN, usual(written), maxsplit=1)
    for side in sides:
        try:
            parse_moment(side)
        except RefusedError as error:
            if error.rule in (rules.WEEKDAY, rules.NO_SUCH_DAY):
                raise
    start, end = (or_none(parse_moment, side) for side in sides) if len(sides) == 2 else (None, None)
    if start and end and end.at < start.at:
        return f"slutter, før det begynder. {_of_next_year(start, end) or _END_CURE}"
    last = _LAST_HOUR.fullmatch(usual(written))
    if last and CLOCK.fullmatch(last["end"]) and (moment := or_none(parse_moment, last["days"])) and moment.clock:
        return "slutter, før det begynder. Ret det ene klokkeslæt."
    cure = cure_of_more(written, lambda text: text if two_moments(text) else None)
    return cure and f"er mere end ét tidspunkt. {cure}"


def _of_next_year(start: Moment, end: Moment) -> str:
    """Return `Mente du 2. januar 2027?` for an end that is soon after the start in the next year; else nothing."""
    later = or_none(parse_moment, f"{end.day.day}. {MONTHS[end.day.month - 1]} {end.day.year + 1}")
    return f"Mente du {plain_day(later.day)}?" if later and timedelta() < later.day - start.day < _SOON else ""


Start = Annotated[Moment, parsed(parse_start), Written(SPAN_PATTERN)]
"""A moment with or without its end; `end_apart` takes the end away before it is read."""


def end_apart(fields: Fields, first: str, last: str) -> Fields:
    """Return fields of which `first` held a start and its end, with the end under `last`.

    They stay as they are where `last` says another end: then `first` is refused as it stands.
    """
    start, end = fields.get(first), fields.get(last)
    if not isinstance(start, str) or not isinstance(end, str | None):
        return fields
    pair = two_moments(start)
    if pair and (end is None or _same_end(pair, end)):
        return {**fields, first: pair[0], last: pair[1]}
    clocks = two_clocks(end) if end else None
    return _with_clocks(fields, first, last, clocks) if clocks else fields


def dates_apart(fields: Fields) -> Fields:
    """Return fields of which `start` held several dates, with all but the first under `flere datoer`: `1. og 3. maj 2026`.

    `1.-3. maj 2026, hver dag kl. 10-16` is repeated.
    """
    start, more = fields.get("start"), fields.get("flere datoer") or []
    if isinstance(start, str) and PLAIN.fullmatch(start):
        return fields
    if start is None and isinstance(more, str):
        start, more = more, []
    if not isinstance(start, str) or not isinstance(more, str | list):
        return fields
    if _EACH_DAY.search(usual(short(start))):
        daily = _same_hours_of_days(start)
        if daily and not fields.keys() & {"slut", "gentag", "gentag til"}:
            return {
                **fields,
                "start": f"{daily.span.begins} {daily.hours}",
                "gentag": "hver dag",
                "gentag til": f"{daily.span.ends}",
            }
        start = _EACH_DAY.sub("", usual(start))
    for text, end in ((usual(start), None), *_hours_apart(start)):
        days = days_in(text)
        if len(days) > 1 and _are_several(text, days) and (end is None or ("slut" not in fields and parse_moment(days[0]).clock)):
            ends = {"slut": end} if end else {}
            return {**fields, **ends, "start": days[0], "flere datoer": [*days[1:], *([more] if isinstance(more, str) else more)]}
    return fields


def first_day(fields: Fields) -> date | None:
    """Return the day of the start that fields hold; None where they hold none that is read."""
    start = fields.get("start")
    moment = or_none(parse_moment, start) if isinstance(start, str) else None
    return moment.day if moment else None


def end_after(start: Moment, written: str) -> Moment | None:
    """Return the end that a text says; None where it says no more than the day of the start.

    Raise RefusedError for an end before the start, or more than a year after it.
    """
    end = parse_end(written, start)
    if end.clock and not start.clock:
        raise RefusedError(rules.HALF_CLOCK, "Slut har et klokkeslæt, men start har ikke. Skriv klokkeslæt på begge.")
    if end == Moment(start.day):
        return None
    if end.at < start.at or (end.at == start.at and end.clock):
        later = end.at + timedelta(hours=12)
        is_evening = later > start.at and later.date() == start.day
        cure = f"Mente du {later.hour}.{later:%M}?" if is_evening else _of_next_year(start, end) or _END_CURE
        message = f"{quoted(written)} ligger ikke efter arrangementets start. {cure}"
        raise RefusedError(rules.END_FIRST, message)
    if end.at - start.at > LONGEST:
        message = f"{quoted(written)} er mere end et år efter start. Er årstallet rigtigt? Ret den af dem, der er forkert."
        raise RefusedError(rules.FAR_AWAY, message)
    return end


def _hours_apart(written: str) -> Iterator[tuple[str, str]]:
    """Yield days with the first of two hours, and the second, where a text ends with both."""
    match = _LAST_HOUR.fullmatch(usual(short(written)))
    if match and CLOCK.fullmatch(match["end"]):
        yield match["days"], match["end"]


def _are_several(text: str, days: Sequence[str]) -> bool:
    """Return whether texts are days, all of them with an hour or none. Two hours with a comma may be a start and its end."""
    try:
        moments = [parse_moment(day) for day in days]
    except RefusedError:
        return False
    is_one_day = len({moment.day for moment in moments}) == 1 and len(days) == 2
    return len({moment.clock is None for moment in moments}) == 1 and (not is_one_day or not re.search("[,;]", text))


def _same_end(pair: tuple[str, str], end: str) -> bool:
    try:
        start = parse_moment(pair[0])
        return parse_end(end, start) == parse_end(pair[1], start)
    except RefusedError:
        return False


def _with_clocks(fields: Fields, first: str, last: str, clocks: tuple[str, str]) -> Fields:
    """Return fields of which `last` held both hours, where `first` says the same one or none."""
    try:
        start, begins = parse_moment(fields[first]), parse_clock(clocks[0])
    except RefusedError:
        return fields
    if start.clock not in (None, begins):
        return fields
    return {**fields, first: f"{start.day} kl. {begins:%H.%M}", last: clocks[1]}
