"""Days and hours as programs write them that speak English: `5/1/2026` is 1 May there, `7:00 PM` is 19.00."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum, auto

_NUMBERS = re.compile(r"\s*(\d{1,2})/(\d{1,2})/(\d{4})(?P<rest>(?:[ ,T].*)?)\s*", re.DOTALL)
_HALF_DAY = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?:[:.]\d\d)?\s*([ap])\.?m\b\.?", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_IN_WORDS = re.compile(
    rf"\s*(?:[a-z]+day,?\s+)?(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})"
    r"(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)


class Order(Enum):
    """Which of two numbers is the day; where it is unclear, a date that can be read in two ways is not read."""

    DAY_FIRST = auto()
    MONTH_FIRST = auto()
    UNCLEAR = auto()


def day_order(texts: Iterable[str], *, english: bool) -> Order:
    """Return the order of all dates of a list by those that can be read in one way only, else by how its hours are written."""
    found = list(texts)
    dates = [match for text in found if (match := _NUMBERS.fullmatch(text[:100]))]
    if any(int(match[1]) > 12 for match in dates):
        return Order.DAY_FIRST
    if any(int(match[2]) > 12 for match in dates) or any(_HALF_DAY.search(text[:100]) for text in found):
        return Order.MONTH_FIRST
    return Order.UNCLEAR if english else Order.DAY_FIRST


def in_danish(text: str, order: Order = Order.DAY_FIRST) -> str | None:
    """Return a day or an hour as Danes write it, any other text as it is; None for a date that may be two."""
    text = text[:200]
    if words := _IN_WORDS.fullmatch(text):
        number = _MONTHS.index(words["month"].lower()[:3]) + 1
        return f"{words['year']}-{number:02}-{int(words['day']):02}{_hour_after(words['rest'])}"
    numbers = _NUMBERS.fullmatch(text)
    if numbers is None:
        return _HALF_DAY.sub(_hour, text)
    first, second = numbers[1], numbers[2]
    if order is Order.UNCLEAR and first != second:
        return None
    day, month = (second, first) if order is Order.MONTH_FIRST else (first, second)
    return f"{day}/{month}-{numbers[3]}{_hour_after(numbers['rest'])}"


def _hour_after(rest: str) -> str:
    rest = _HALF_DAY.sub(_hour, re.sub(r"^[\s,T]*(?:at\s+|kl\.?\s*)?", "", rest)).strip()
    return f" kl. {rest}" if rest else ""


def _hour(match: re.Match[str]) -> str:
    hour = int(match[1]) % 12 + (12 if match[3].lower() == "p" else 0)
    return f"{hour}.{match[2] or '00'}"
