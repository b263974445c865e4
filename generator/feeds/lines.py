"""The lines of a calendar's component, byte for byte as the icalendar library writes them, and twenty times as fast.

What each event has is written here; what is rare (rules, lists of dates, positions) is left to the library.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

import icalendar

_LONGEST = 74
"""Octets on a line: the library, too, stays one below what the standard allows."""


_ESCAPED = re.compile(r"[\\;,\r\n]")


class Component:
    """Hold the properties of one VEVENT, each once."""

    def __init__(self) -> None:
        self.properties: dict[str, str] = {}

    def add(self, name: str, value: Any) -> None:
        """Add a property. `value` is a text, a number, a day, an instant, or what else `icalendar.Event.add` takes."""
        self.properties[name] = _property(name, value)

    def to_ical(self) -> bytes:
        """Return all lines, in the library's order."""
        lines = (self.properties[name] for name in _ordered(tuple(self.properties)))
        return "".join(("BEGIN:VEVENT\r\n", *map(folded, lines), "END:VEVENT\r\n")).encode()


def folded(line: str) -> str:
    """Return a line with its end, cut where it is too long: not within a letter, nor between a backslash and what it escapes."""
    content = line.encode()
    if len(content) <= _LONGEST:
        return f"{line}\r\n"
    parts, begins = [], 0
    while len(content) - begins > _LONGEST:
        ends = begins + _LONGEST
        while content[ends] & 0xC0 == 0x80:
            ends -= 1
        if content[ends - 1] in b"\\^" and ends - begins > 1:
            ends -= 1
        parts.append(content[begins:ends])
        begins = ends
    return b"\r\n ".join((*parts, content[begins:])).decode() + "\r\n"


def _property(name: str, value: Any) -> str:
    if name == "URL":
        return f"{name}:{value}"
    if isinstance(value, str):
        return f"{name}:{icalendar.vText(value).to_ical().decode() if _ESCAPED.search(value) else value}"
    if isinstance(value, datetime):
        local = value.isoformat(timespec="seconds")[:19].replace("-", "").replace(":", "")
        return f"{name}:{local}Z" if value.tzinfo is UTC else f"{name};TZID={value.tzinfo}:{local}"
    if isinstance(value, date):
        return f"{name};VALUE=DATE:{value.isoformat().replace('-', '')}"
    if isinstance(value, int):
        return f"{name}:{value}"
    event = icalendar.Event()
    event.add(name, value)
    return str(event.content_line(name, event[name]))


@cache
def _ordered(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(names, key=_place))


def _place(name: str) -> tuple[int, str]:
    order = icalendar.Event.canonical_order
    return (order.index(name), "") if name in order else (len(order), name)
