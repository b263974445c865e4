"""Fields of an event as people speak of them, joined and parted as its model has them."""

from __future__ import annotations

import re
from typing import Any

from generator.danish.dates import parse_moment
from generator.model.address import found_in
from generator.model.booking import short_booking
from generator.model.price import parse_price
from generator.model.synonyms import CLOCK, DEADLINE, END_CLOCK, SPOKEN, TICKET
from generator.problems.problem import RefusedError

_SPAN = re.compile(r"(?P<from>[^-–—]*?[0-9])\s*(?:-|–|—|til)\s*(?P<to>(?:kl\.?\s*)?[0-9][0-9.:]*)\s*", re.IGNORECASE)
_HAS_CLOCK = re.compile(r"\bkl|[0-9]{1,2}[.:][0-9]{2}\s*$|T[0-9]", re.IGNORECASE)
_BEFORE_CLOCK = re.compile(r"^kl(?:okken)?\b\.?:?\s*", re.IGNORECASE)


def joined(filled: dict[str, Any]) -> dict[str, Any]:
    """Return an event's fields with a day and its hour, a ticket, and a deadline where the model has them."""
    words = filled.keys() & {CLOCK, END_CLOCK, DEADLINE, TICKET}
    if not words:
        return filled
    fields = {key: value for key, value in filled.items() if key not in words}
    if CLOCK in words:
        fields |= _start(fields.get("start"), filled[CLOCK], ends="slut" not in fields and END_CLOCK not in words)
    if END_CLOCK in words:
        day = fields.get("slut")
        fields["slut"] = f"{day} kl. {_bare(filled[END_CLOCK])}" if isinstance(day, str) else filled[END_CLOCK]
    if TICKET in words:
        fields |= _ticket(filled[TICKET], fields)
    if DEADLINE in words:
        fields["tilmelding"] = _with_deadline(fields.get("tilmelding"), filled[DEADLINE])
    return fields


def _start(day: Any, clock: Any, *, ends: bool) -> dict[str, Any]:
    """The start from a day and an hour, and the end where the hour is two."""
    if not isinstance(clock, str) or (day is not None and (not isinstance(day, str) or _HAS_CLOCK.search(day))):
        return {SPOKEN[CLOCK]: clock} if day is not None else {"start": clock}
    if day is None:
        return {"start": clock}
    span = _SPAN.fullmatch(clock) if ends else None
    if span:
        return {"start": f"{day} kl. {_bare(span['from'])}", "slut": _bare(span["to"])}
    return {"start": f"{day} kl. {_bare(clock)}"}


def _bare(clock: Any) -> str:
    return _BEFORE_CLOCK.sub("", str(clock).strip())


def _ticket(written: Any, fields: dict[str, Any]) -> dict[str, Any]:
    """A ticket with an amount and no way to get it is a price."""
    is_price = isinstance(written, str) and parse_price(written[:200]).lowest is not None and not found_in(written)[0]
    key = "pris" if is_price else "tilmelding"
    return {key: written} if key not in fields else {SPOKEN[TICKET]: written}


def _with_deadline(booking: Any, deadline: Any) -> Any:
    """How one signs up, with the deadline that stood beside it."""
    if isinstance(booking, dict):
        return booking if "frist" in booking else {**booking, "frist": deadline}
    if booking is None:
        return {"frist": deadline}
    return {**short_booking(booking), "frist": deadline}


def dates_in(written: Any) -> Any:
    """Return days that stand in one line, with commas or "og" between, as a list; one day as a list of one."""
    values = written if isinstance(written, list | tuple) else [written]
    return [part for value in values for part in (_dates(value) if isinstance(value, str) else [value])]


def _dates(written: str) -> list[str]:
    if len(written) < 12 or _is_moment(written):
        return [written]
    return [part for part in re.split(r"\s*[,;\n]\s*|\s+og\s+", written.strip()) if part] or [written]


def _is_moment(written: str) -> bool:
    try:
        parse_moment(written)
    except RefusedError:
        return False
    return True
