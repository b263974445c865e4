"""Days that have a name: `pinsedag`, `juleaften`, `2. søndag i advent`. The search has more of them, in `feasts.js`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dateutil.easter import easter

from generator.danish.patterns import MONTH_WORDS, month_number

FEASTS: dict[str, tuple[int, int] | tuple[int, int, int] | int] = {
    r"nytårsdag": (1, 1),
    r"valentins ?dag": (2, 14),
    r"mors ?dag": (5, 8, 6),
    r"grundlovsdag|fars ?dag": (6, 5),
    r"(?:sankt|sct|skt|st)\.? ?hans(?: ?aften)?": (6, 23),
    r"halloween": (10, 31),
    r"alle ?helgen(?:s ?(?:søn)?dag)?": (11, 1, 6),
    r"mortens ?aften": (11, 10),
    r"(?:sankta )?lucia(?:dag|aften)?": (12, 13),
    r"lille ?juleaften(?:sdag)?": (12, 23),
    r"juleaften(?:sdag)?": (12, 24),
    r"1\.? ?juledag": (12, 25),
    r"2\.? ?juledag": (12, 26),
    r"nytårsaften(?:sdag)?": (12, 31),
    r"fastelavns ?søndag": -49,
    r"fastelavns ?mandag": -48,
    r"palmesøndag": -7,
    r"skærtorsdag": -3,
    r"langfredag": -2,
    r"(?:1\.? ?)?påskedag": 0,
    r"2\.? ?påskedag": 1,
    r"(?:kristi |kr\.? ?)?himmelfartsdag": 39,
    r"(?:1\.? ?)?pinsedag": 49,
    r"2\.? ?pinsedag": 50,
    r"trinitatis(?: ?søndag)?": 56,
}
"""A month and a day, with a third number the first such day of the week from then on, or how many days after Easter, by the pattern
of the name in small letters, with numbers for ordinals."""
_SUNDAY = r"\.? ?(?:søndag|s\.?)? ?"
_ADVENT = rf"(?P<advent>[1-4]){_SUNDAY}i advent"
_AFTER = rf"(?P<nth>\d\d?){_SUNDAY}(?:efter|e\.?) ?(?:trin(?:itatis|\b\.?)|(?P<easter>påske))"
_NAMES = [(re.compile(name), day) for name, day in FEASTS.items()]
NAME = re.compile(rf"(?<![a-zæøå\d])(?P<feast>{_AFTER}|{'|'.join(FEASTS)}|{_ADVENT})(?![a-zæøå])(?:[ ,]+(?P<year>20\d\d)(?!\d))?")
_MONTHS = "|".join(sorted({word[:3] for word in MONTH_WORDS}))
_DATE = re.compile(
    rf"\b(?P<day>\d\d?)(?:\.? ?(?P<month>{_MONTHS})[a-zæøå]*\.?|[./-](?P<number>\d\d?))"
    r"[ .,/-]+(?P<year>20\d\d)(?!\d)"
)


def dated(match: re.Match[str]) -> str:
    """Return the date of what NAME found with its year, else what it found: `24.05.2026` for `pinsedag 2026`."""
    return f"{day_of(match, int(match['year'])):%d.%m.%Y}" if match["year"] else match[0]


def unless_dated(match: re.Match[str]) -> str:
    """Return nothing for a name that stands beside the date that it has; what was found where they differ, or there is no date."""
    date_beside = _DATE.search(match.string)
    if not date_beside:
        return match[0]
    day = day_of(match, int(date_beside["year"]))
    said = int(date_beside["day"]), int(date_beside["number"] or month_number(date_beside["month"]))
    return match[0] if said != (day.day, day.month) else " " if match.start() else ""


def day_of(match: re.Match[str], year: int) -> date:
    """Return the day that NAME found, in a year."""
    if match["advent"]:
        eve = date(year, 12, 24)
        return eve - timedelta(days=(eve.weekday() + 1) % 7 + 7 * (4 - int(match["advent"])))
    if match["nth"]:
        return easter(year) + timedelta(days=7 * int(match["nth"]) + (0 if match["easter"] else 56))
    day = next(day for name, day in _NAMES if name.fullmatch(match["feast"]))
    if isinstance(day, int):
        return easter(year) + timedelta(days=day)
    first = date(year, *day[:2])
    return first + timedelta(days=(day[2] - first.weekday()) % 7) if len(day) > 2 else first


def days_named(text: str, years: range, first: date = date.min) -> Iterator[date]:
    """Yield the days from `first` on that a text in small letters names without their year, in each of the years."""
    match = NAME.fullmatch(text)
    days = [day_of(match, year) for year in years] if match and not match["year"] else []
    yield from (day for day in days if day >= first)
