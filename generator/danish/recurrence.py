"""Repetition in a volunteer's words: `hver uge`, `hver 14. dag`, `2. tirsdag i måneden`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, weekday

from generator.danish.dates import WEEKDAYS, unnamed
from generator.danish.formatting import joined
from generator.problems.problem import RefusedError, quoted
from generator.problems.rules import dates as rules

EXAMPLE = "Skriv for eksempel hver uge, hver 14. dag, hver tirsdag, hver måned, 2. tirsdag i måneden eller sidste fredag i måneden."
MAX_DAYS = 400
"""Days of one repetition: more than a year of days. Every day for 300 years is never counted to its end."""
_FREQUENCIES: dict[str, Any] = {"DAILY": DAILY, "WEEKLY": WEEKLY, "MONTHLY": MONTHLY, "YEARLY": YEARLY}
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ORDINALS = {"første": 1, "anden": 2, "andet": 2, "tredje": 3, "fjerde": 4, "sidste": -1}
_ORDINAL_WORDS = {1: "første", 2: "anden", 3: "tredje", 4: "fjerde", -1: "sidste"}
UNITS = {"dag": "DAILY", "uge": "WEEKLY", "måned": "MONTHLY", "år": "YEARLY"}
_DAY = f"(?P<weekday>{'|'.join(WEEKDAYS)})"
_ORDINAL = r"(?P<ordinal>[1-4]\.|første|anden|andet|tredje|fjerde|sidste)"
_ANY_DAY = f"(?:{'|'.join(WEEKDAYS)})"
PATTERNS = {
    "unit": rf"hver[t]?\s+(?:(?P<number>\d{{1,2}})\.\s*|(?P<word>anden|andet|tredje|fjerde)\s+)?(?P<unit>{'|'.join(UNITS)})",
    "nth": rf"(?:hver måned\s+)?(?:den\s+)?{_ORDINAL}\s+{_DAY}(?:\s+i\s+(?:hver\s+)?måned(?:en)?)?",
    "month_day": r"(?:hver måned\s+)?den\s+(?P<day>\d{1,2})\.?(?:\s+i\s+(?:hver\s+)?måned(?:en)?)?",
    "weekdays": rf"hver\s+(?P<days>{_ANY_DAY}(?:(?:,\s*|\s+og\s+){_ANY_DAY})*)",
    "unclear": rf"hver\s+(?:\d\.|anden|tredje|fjerde)\s+{_DAY}",
}
"""What can be written, in the order in which it is tried; `unclear` is refused before the others."""

PATTERN = rf"ugentligt?|{unnamed(*(re.compile(pattern) for name, pattern in PATTERNS.items() if name != 'unclear'))}"
"""What a text looks like that is a repetition, in small letters."""


@dataclass(frozen=True, slots=True)
class Repetition:
    """How something comes again. `weekdays` count from Monday, 0; `nth` is the week of the month, -1 the last."""

    frequency: str
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    nth: int | None = None
    month_day: int | None = None

    def days(self, start: date, until: date) -> list[date]:
        """Return its days from `start` through `until`: at most one more than MAX_DAYS, which tells that there are too many."""
        rule = rrule(
            _FREQUENCIES[self.frequency],
            dtstart=datetime.combine(start, time()),
            until=datetime.combine(until, time()),
            interval=self.interval,
            byweekday=[weekday(day, self.nth) for day in self.weekdays] or None,
            bymonthday=self.month_day,
        )
        return [moment.date() for moment in islice(rule, MAX_DAYS + 1)]

    def parts(self) -> dict[str, str | int | list[str]]:
        """The parts of an iCalendar RRULE (RFC 5545, 3.3.10) but UNTIL."""
        parts: dict[str, str | int | list[str]] = {"FREQ": self.frequency}
        if self.interval > 1:
            parts["INTERVAL"] = self.interval
        if self.weekdays:
            parts["BYDAY"] = [f"{self.nth or ''}{_CODES[day]}" for day in self.weekdays]
        if self.month_day:
            parts["BYMONTHDAY"] = self.month_day
        return parts

    def words(self) -> str:
        """`hver tirsdag`, `hver 14. dag`, `anden tirsdag i måneden`, `hver måned den 15.`."""
        if self.nth:
            return f"{_ORDINAL_WORDS[self.nth]} {WEEKDAYS[self.weekdays[0]]} i måneden"
        if self.month_day:
            return f"hver måned den {self.month_day}."
        if self.frequency == "WEEKLY" and self.interval == 2 and not self.weekdays:
            return "hver 14. dag"
        if self.weekdays:
            days = joined(WEEKDAYS[day] for day in self.weekdays)
            return f"hver {days}" if self.interval == 1 else f"hver {self.interval}. uge, {days}"
        unit = next(word for word, frequency in UNITS.items() if frequency == self.frequency)
        every = "hvert" if unit == "år" else "hver"
        return f"{every} {unit}" if self.interval == 1 else f"{every} {self.interval}. {unit}"


def parse_repetition(written: str) -> Repetition:
    """Words to a repetition. Raises RefusedError with a Danish message and examples."""
    text = " ".join(written.lower().split())
    if text in ("ugentligt", "ugentlig"):
        return Repetition("WEEKLY")
    if re.fullmatch(PATTERNS["unclear"], text):
        message = f"{quoted(written)} kan betyde to ting. Skriv hver 14. dag eller 2. tirsdag i måneden."
        raise RefusedError(rules.TWO_MEANINGS, message)
    for name, make in (("unit", _unit), ("nth", _nth), ("month_day", _month_day), ("weekdays", _weekdays)):
        match = re.fullmatch(PATTERNS[name], text)
        repetition = make(match) if match else None
        if repetition:
            return repetition
    raise RefusedError(rules.REPETITION, f"{quoted(written)} er ikke en gentagelse. {EXAMPLE}")


def _unit(match: re.Match[str]) -> Repetition | None:
    number = int(match["number"]) if match["number"] else ORDINALS.get(match["word"] or "første", 1)
    unit = match["unit"]
    if number < 1:
        return None
    if unit == "dag" and number % 7 == 0:
        return Repetition("WEEKLY", number // 7)
    return Repetition(UNITS[unit], number)


def _nth(match: re.Match[str]) -> Repetition:
    ordinal = match["ordinal"]
    nth = int(ordinal[0]) if ordinal[0].isdigit() else ORDINALS[ordinal]
    return Repetition("MONTHLY", weekdays=(WEEKDAYS.index(match["weekday"]),), nth=nth)


def _month_day(match: re.Match[str]) -> Repetition | None:
    day = int(match["day"])
    return Repetition("MONTHLY", month_day=day) if 1 <= day <= 31 else None


def _weekdays(match: re.Match[str]) -> Repetition:
    days = re.split(r",\s*|\s+og\s+", match["days"])
    return Repetition("WEEKLY", weekdays=tuple(sorted({WEEKDAYS.index(day) for day in days})))
