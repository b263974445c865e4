"""Ages in numbers: what a line such as `fra 12 år` says of how old one should be, also where it stands beside an audience."""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated, Any

from pydantic import AfterValidator

from generator.model.values import Line
from generator.model.written import short
from generator.problems.problem import RefusedError, quoted
from generator.problems.rules import fields, values

OLDEST = 120

Ages = tuple[int, int]
"""The youngest and the oldest that something is for, in whole years."""

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
_LONGEST = 200
_ALONE = re.compile(r"(?P<low>\d{1,3})\s*år")
_ANYONE = re.compile(r"\balle(?: aldre)?\b|\buden aldersgrænse\b|\bingen aldersgrænse\b")


_FALLING = re.compile(
    r"(?<![\d.])(?<!kl )(?<!kl\. )(?P<high>\d{1,3})(?:\s*år)?\s*(?:-|‐|–|—|til)\s*(?P<low>\d{1,3})(?=\s*-?år|[,.;)]|\s*$)"
)
_BESIDE_AUDIENCE = re.compile(
    r"(?P<who>[^\d,;()]*?)[\s,:(–-]*(?P<ages>(?:\b(?:fra|over|under|mindst|min\.?|op til|mellem|i alderen)\s+)*"
    rf"\d{{1,3}}(?:\s*år)?(?:{_TO}\d{{1,3}})?(?:\s*(?:-?år(?:ige|s?[ -]?alderen)?|mdr\.?|måneder|\+))?"
    r"(?:\s+(?:og|eller)\s+(?:op(?:efter)?|derover|ældre))?)\)?\.?",
    re.IGNORECASE,
)


BESIDE_AUDIENCE = r"[^\d,;\n]{3,40}\d{1,3}[^,;\n]{0,40}"
"""Texts that may say ages beside an audience, for editors."""


def _rising(line: str) -> str:
    between = _FALLING.search(line)
    if between and int(between["low"]) < int(between["high"]):
        raise RefusedError(values.AGES, f"{quoted(line)} går baglæns. Mente du {between['low']}-{between['high']} år?")
    return line


AgeLine = Annotated[Line, AfterValidator(_rising)]


def ages_apart(filled: dict[str, Any]) -> dict[str, Any]:
    """Return an event's fields with the ages that stand beside its only audience as `alder`: `børn 3-6 år`."""
    who = filled.get("målgruppe")
    who = who[0] if isinstance(who, list) and len(who) == 1 else who
    found = _BESIDE_AUDIENCE.fullmatch(short(who, _LONGEST).strip())
    if not found or "alder" in filled:
        return filled
    return {**filled, "målgruppe": [found["who"]] if found["who"] else [], "alder": re.sub(r"(\d)$", r"\1 år", found["ages"])}


def without_ages(written: Any) -> Any:
    """Refuse an audience with an age, whose field is another."""
    if isinstance(written, str) and (number := re.search(r"\d[^()]*", written[:_LONGEST])):
        message = f"{quoted(written)} er også en alder. Skriv den for sig: alder: {number[0].strip()}."
        raise RefusedError(fields.CHOICE, message)
    return written


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
