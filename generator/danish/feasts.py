"""Days that have a name: `pinsedag`, `juleaften`, `2. søndag i advent`. The search has more of them, in `feasts.js`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dateutil.easter import easter

FEASTS: dict[str, tuple[int, int] | int] = {
    r"nytårsdag": (1, 1),
    r"valentins ?dag": (2, 14),
    r"grundlovsdag|fars ?dag": (6, 5),
    r"(?:sankt|sct|skt|st)\.? ?hans ?aften": (6, 23),
    r"halloween": (10, 31),
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
}
"""A month and a day, or how many days after Easter, by the pattern of the name in small letters, with numbers for ordinals."""
_ADVENT = r"(?P<advent>[1-4])\.? ?(?:søndag )?i advent"
_NAMES = [(re.compile(name), day) for name, day in FEASTS.items()]
NAME = re.compile(rf"(?<![a-zæøå\d])(?P<feast>{'|'.join(FEASTS)}|{_ADVENT})(?![a-zæøå])(?:[ ,]+(?P<year>20\d\d)(?!\d))?")


def dated(match: re.Match[str]) -> str:
    """Return the date of what NAME found with its year, else what it found: `24.05.2026` for `pinsedag 2026`."""
    return f"{day_of(match, int(match['year'])):%d.%m.%Y}" if match["year"] else match[0]


def day_of(match: re.Match[str], year: int) -> date:
    """Return the day that NAME found, in a year."""
    if match["advent"]:
        eve = date(year, 12, 24)
        return eve - timedelta(days=(eve.weekday() + 1) % 7 + 7 * (4 - int(match["advent"])))
    day = next(day for name, day in _NAMES if name.fullmatch(match["feast"]))
    return easter(year) + timedelta(days=day) if isinstance(day, int) else date(year, *day)


def days_named(text: str, years: range, first: date = date.min) -> Iterator[date]:
    """Yield the days from `first` on that a text in small letters names without their year, in each of the years."""
    match = NAME.fullmatch(text)
    days = [day_of(match, year) for year in years] if match and not match["year"] else []
    yield from (day for day in days if day >= first)
