"""Fields of an event as people speak of them, joined and parted as its model has them."""

from __future__ import annotations

import re
from typing import Any

from generator.danish.dates import parse_moment
from generator.danish.spans import two_moments
from generator.model.address import found_in
from generator.model.booking import short_booking
from generator.model.place import short_place
from generator.model.price import parse_price
from generator.model.synonyms import CLOCK, DEADLINE, END_CLOCK, JOINED, OF_PLACE, SPOKEN, TICKET
from generator.problems.problem import RefusedError

_LONGEST = 500
_NAMES_CLOCK = re.compile(r"\bkl", re.IGNORECASE)
_BEFORE_CLOCK = re.compile(r"^kl(?:okken)?\b\.?:?\s*", re.IGNORECASE)


def joined(filled: dict[str, Any]) -> dict[str, Any]:
    """Return an event's fields with a day and its hour, a street, a ticket, and a deadline where the model has them."""
    words = filled.keys() & JOINED.keys()
    if not words:
        return filled
    fields = {key: value for key, value in filled.items() if key not in words}
    if CLOCK in words:
        fields |= _start(fields.get("start"), filled[CLOCK])
    if END_CLOCK in words:
        day = fields.get("slut")
        fields["slut"] = f"{day} kl. {_bare(filled[END_CLOCK])}" if isinstance(day, str) else filled[END_CLOCK]
    if TICKET in words:
        fields |= _ticket(filled[TICKET], fields)
    if DEADLINE in words:
        fields["tilmelding"] = _with_deadline(fields.get("tilmelding"), filled[DEADLINE])
    if words & OF_PLACE.keys():
        fields |= _place(fields.get("sted"), {name: filled[word] for word, name in OF_PLACE.items() if word in words})
    return fields


def _place(place: Any, parts: dict[str, Any]) -> dict[str, Any]:
    """Return the place with its street and town; them as they were where it is written out, or where none is named."""
    address = parts.get("adresse")
    written_out = short_place(place) if isinstance(place, str) and len(place) <= _LONGEST else place
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
    if not isinstance(clock, str) or not isinstance(day, str) or _has_clock(day):
        return {SPOKEN[CLOCK]: clock}
    return {"start": f"{day} kl. {_bare(clock)}"}


def _has_clock(day: str) -> bool:
    day = day[:200]
    try:
        return parse_moment((two_moments(day) or (day,))[0]).clock is not None
    except RefusedError:
        return bool(_NAMES_CLOCK.search(day))


def _bare(clock: Any) -> str:
    return _BEFORE_CLOCK.sub("", str(clock).strip())


def _ticket(written: Any, fields: dict[str, Any]) -> dict[str, Any]:
    """Return a ticket as a field: with an amount and no way to get it, it is a price."""
    is_price = isinstance(written, str) and parse_price(written[:200]).lowest is not None and not found_in(written)[0]
    key = "pris" if is_price else "tilmelding"
    return {key: written} if key not in fields else {SPOKEN[TICKET]: written}


def _with_deadline(booking: Any, deadline: Any) -> Any:
    """Return how one signs up, with the deadline that stood beside it."""
    if isinstance(booking, dict):
        return booking if "frist" in booking else {**booking, "frist": deadline}
    if booking is None:
        return {"frist": deadline}
    return {**short_booking(booking), "frist": deadline}
