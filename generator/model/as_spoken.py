"""Fields of an event as people speak of them, joined and parted as its model has them."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from generator.danish.dates import parse_moment
from generator.danish.patterns import CLOCK as CLOCK_PATTERN
from generator.danish.spans import completed, two_clocks, two_moments
from generator.danish.spoken import usual
from generator.model.address import found_in
from generator.model.apart import first_day
from generator.model.booking import short_booking
from generator.model.content import without
from generator.model.place import short_place
from generator.model.price import parse_price
from generator.model.synonyms import (
    BOOKING,
    CLOCK,
    DEADLINE,
    END_CLOCK,
    EVENT,
    JOINED,
    LENGTH,
    OF_PLACE,
    SPOKEN,
    TICKET,
    comparable,
)
from generator.model.written import LONGEST_LINE, short
from generator.problems.problem import RefusedError

_NAMES_CLOCK = re.compile(r"\bkl", re.IGNORECASE)
_BEGINS_CLOCK = re.compile(
    r"\W*(?:kl|\d|mid|(?:om|at|fra|ca|mellem|halv|kvart|en|et|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv)\b)", re.IGNORECASE
)
_LONGEST_CLOCK = 30
_NUMBERS = re.compile(r"(\d{1,3})(?:[.:](\d\d))?")
_MOST_HOURS = 12
_MOST_OF_A_YEAR = timedelta(days=300)
_BEFORE_CLOCK = re.compile(r"^kl(?:okken)?\b\.?:?\s*", re.IGNORECASE)


def joined(filled: dict[str, Any]) -> dict[str, Any]:
    """Return an event's fields with a day and its hour, a street, a ticket, and a deadline where the model has them."""
    filled = _with_day_beside(filled)
    words = filled.keys() & JOINED.keys()
    if not words:
        return filled
    fields = without(filled, *words)
    if CLOCK in words:
        fields |= _start(fields.get("start"), filled[CLOCK])
    if END_CLOCK in words:
        day = fields.get("slut")
        fields["slut"] = f"{day} kl. {_bare(filled[END_CLOCK])}" if isinstance(day, str) else filled[END_CLOCK]
    if LENGTH in words:
        fields |= {"slut": _length(filled[LENGTH])} if "slut" not in fields else {SPOKEN[LENGTH]: filled[LENGTH]}
    if TICKET in words:
        fields |= _ticket(filled[TICKET], fields)
    if DEADLINE in words:
        fields["tilmelding"] = _with_deadline(fields.get("tilmelding"), filled[DEADLINE])
    if words & OF_PLACE.keys():
        fields |= _place(fields.get("sted"), {name: filled[word] for word, name in OF_PLACE.items() if word in words})
    return fields


def _with_day_beside(fields: dict[str, Any]) -> dict[str, Any]:
    """Return fields of which `start` is an hour, or two, with the day that stands beside it under another word: `dato`."""
    start = short(fields.get("start"), _LONGEST_CLOCK)
    if not (CLOCK_PATTERN.fullmatch(usual(start)) or two_clocks(start)):
        return fields
    key = next((key for key in fields if key != "start" and EVENT.get(comparable(str(key))) == "start"), None)
    if key is None or not isinstance(fields[key], str):
        return fields
    return {**without(fields, key), "start": f"{fields[key]} kl. {_bare(start)}"}


def _place(place: Any, parts: dict[str, Any]) -> dict[str, Any]:
    """Return the place with its street and town; them as they were where it is written out, or where none is named."""
    address = parts.get("adresse")
    written_out = short_place(place) if short(place, LONGEST_LINE) else place
    if isinstance(written_out, str):
        return {"sted": {"navn": written_out, **parts}}
    if isinstance(written_out, dict):
        return {"sted": {**parts, **written_out}}
    if place is None and isinstance(address, str):
        return {"sted": address if "," in address else {**parts, "navn": address, "adresse": None}}
    return parts


def _start(day: Any, clock: Any) -> dict[str, Any]:
    """Return the start from a day and an hour, or two hours, of which the second is its end."""
    if day is None:
        return {"start": clock}
    if not isinstance(clock, str) or not isinstance(day, str) or _has_clock(day) or not _BEGINS_CLOCK.match(clock):
        return {SPOKEN[CLOCK]: clock}
    return {"start": f"{day} kl. {_bare(clock)}"}


def _has_clock(day: str) -> bool:
    day = day[:200]
    try:
        return parse_moment((two_moments(day) or (day,))[0]).clock is not None
    except RefusedError:
        return bool(_NAMES_CLOCK.search(day))


def _length(written: Any) -> Any:
    """Return how long something lasts with the unit that numbers alone lack: `2` is hours, `1:30` too, `90` is minutes."""
    match = _NUMBERS.fullmatch(written.strip()) if isinstance(written, str) else None
    if not match:
        return written
    return f"{match[1]} min." if int(match[1]) > _MOST_HOURS else f"{match[1]} timer {match[2] or 0} min."


def _bare(clock: Any) -> str:
    return _BEFORE_CLOCK.sub("", str(clock).strip())


def _ticket(written: Any, fields: dict[str, Any]) -> dict[str, Any]:
    """Return a ticket as a field: with an amount and no way to get it, it is a price."""
    is_price = isinstance(written, str) and parse_price(written[:200]).lowest is not None and not found_in(written)[0]
    key = "pris" if is_price else "tilmelding"
    return {key: written} if key not in fields else {SPOKEN[TICKET]: written}


def deadline_apart(fields: dict[str, Any]) -> dict[str, Any]:
    """Return an event's fields with a deadline that lacks its year as the last such day until the start.

    One that is most of a year before is meant for soon after it, which is reported.
    """
    booking, first = fields.get("tilmelding"), first_day(fields)
    if not isinstance(booking, dict) or not first:
        return fields
    key = next((key for key in booking if BOOKING.get(comparable(str(key)), comparable(str(key))) == "frist"), None)
    day = short(booking.get(key))
    if not day:
        return fields
    whole = completed(day, first, -timedelta(days=1), months=True)
    if whole and parse_moment(whole).day < first - _MOST_OF_A_YEAR:
        whole = completed(day, first, months=True)
    return {**fields, "tilmelding": {**booking, key: whole}} if whole else fields


def _with_deadline(booking: Any, deadline: Any) -> Any:
    """Return how one signs up, with the deadline that stood beside it."""
    if isinstance(booking, dict):
        return booking if "frist" in booking else {**booking, "frist": deadline}
    if booking is None:
        return {"frist": deadline}
    return {**short_booking(booking), "frist": deadline}
