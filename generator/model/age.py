"""Ages in numbers: what a line such as `fra 12 år` and what an audience says of how old one should be."""

from __future__ import annotations

import re
from functools import cache

from generator.model.event import Audience, Event

OLDEST = 120

Ages = tuple[int, int]
"""The youngest and the oldest that something is for, in whole years."""

_AUDIENCES: dict[Audience, Ages] = {
    Audience.EVERYONE: (0, OLDEST),
    Audience.FAMILIES: (0, OLDEST),
    Audience.CHILDREN: (0, 12),
    Audience.YOUNG: (13, 25),
    Audience.ADULTS: (18, OLDEST),
    Audience.SENIORS: (60, OLDEST),
}
"""The ages of an audience, where the event names none itself. People who have moved here are of any age, and none is stated."""

_YEARS = r"(?:\s*(?P<{}>mdr|måneder|måneds)?[a-zæøå.]*)?"
_TO = r"\s*(?:-|‐|–|—|til(?: og med)?|og)\s*"
_RANGE = re.compile(rf"(?P<low>\d{{1,3}}){_YEARS.format('a')}{_TO}(?P<high>\d{{1,3}}){_YEARS.format('b')}")
_DENIED = re.compile(r"(?:ikke|ingen|forbud\w*|fraråde\w*)\b[^.;]*?\bunder\s+(?P<low>\d{1,3})")
_FROM = re.compile(
    r"(?:\b(?:fra|over|mindst|minimum|min\.?|fyldt|ældre end|aldersgrænse:?)\s+(?P<low>\d{1,3})(?!\d)"
    rf"{_YEARS.format('a')})|(?P<least>\d{{1,3}})(?:\s*år)?(?:\s*\+|,?\s+(?:og|eller)\s+(?:op|derover|ældre|opefter)\b)"
)
_UP_TO = re.compile(
    r"\b(?P<under>under|yngre end|op til|til og med|indtil|til|højst|maks(?:imum|\.)?|max\.?)\s+(?P<high>\d{1,3})(?!\d)"
)
_ALONE = re.compile(r"(?P<low>\d{1,3})\s*år")
_ANYONE = re.compile(r"\balle(?: aldre)?\b|\buden aldersgrænse\b|\bingen aldersgrænse\b")


def of_event(event: Event) -> Ages | None:
    """Return the ages that an event is for: those that it states, else those of its audiences; None where nothing is stated."""
    stated = ages(event.age) if event.age else None
    if stated or not event.audience:
        return stated
    spans = [_AUDIENCES[audience] for audience in event.audience if audience in _AUDIENCES]
    return (min(low for low, _ in spans), max(high for _, high in spans)) if spans else None


@cache
def ages(written: str) -> Ages | None:
    """Return the ages that a line states: `13-25 år` gives 13 and 25, `fra 4 år` no upper end; None for words without an age.

    Where several ages stand, the lowest from which one may come counts: `fra 12 år, alene fra 15 år` is from 12.
    """
    text = written.lower()
    if denied := _DENIED.search(text):
        return _span(int(denied["low"]), OLDEST)
    if between := _RANGE.search(text):
        return _span(_years(between["low"], between["a"] or between["b"]), _years(between["high"], between["b"]))
    lows = [_years(found["low"] or found["least"], found["a"]) for found in _FROM.finditer(text)]
    most = _UP_TO.search(text)
    if most and (high := int(most["high"]) - (most["under"] in ("under", "yngre end"))) >= 0:
        return _span(min(lows, default=0), high)
    lows = lows or [int(found["low"]) for found in _ALONE.finditer(text)]
    if lows:
        return _span(min(lows), OLDEST)
    return (0, OLDEST) if _ANYONE.search(text) else None


def _years(number: str, months: str | None) -> int:
    return int(number) // 12 if months else int(number)


def _span(low: int, high: int) -> Ages | None:
    return (low, high) if low <= high <= OLDEST else None
