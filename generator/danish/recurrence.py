"""Repetition: the days it gives, the rule that calendars read, and its words. How the words are read is in `repetition`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, weekday

from generator.danish.formatting import joined
from generator.danish.patterns import WEEKDAYS

MAX_DAYS = 400
"""Days of one repetition: more than a year of days. Every day for 300 years is never counted to its end."""
_FREQUENCIES: dict[str, Any] = {"DAILY": DAILY, "WEEKLY": WEEKLY, "MONTHLY": MONTHLY, "YEARLY": YEARLY}
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ORDINAL_WORDS = {1: "første", 2: "anden", 3: "tredje", 4: "fjerde", 5: "femte", -2: "næstsidste", -1: "sidste"}
UNITS = {"dag": "DAILY", "uge": "WEEKLY", "måned": "MONTHLY", "år": "YEARLY"}


@dataclass(frozen=True, slots=True)
class Repetition:
    """How something comes again.

    `weekdays` count from Monday, 0. `nths` are weeks of the month, and `month_days` days of it. In both -1 is the last, and of
    weeks -2 is the last but one.
    """

    frequency: str
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    nths: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()

    def days(self, start: date, until: date) -> list[date]:
        """Return its days from `start` through `until`: at most one more than MAX_DAYS, which tells that there are too many."""
        rule = rrule(
            _FREQUENCIES[self.frequency],
            dtstart=datetime.combine(start, time()),
            until=datetime.combine(until, time()),
            interval=self.interval,
            byweekday=[weekday(day, nth) for nth in self.nths or (None,) for day in self.weekdays] or None,
            bymonthday=self.month_days or None,
        )
        return [moment.date() for moment in islice(rule, MAX_DAYS + 1)]

    def left_out(self, days: Sequence[date], until: date) -> Iterator[date]:
        """Yield the first of each month in which it should come but cannot, because the month has no such day.

        `days` are those that it gives, from its start through `until`. A month that `until` cuts is not looked at.
        """
        step = self.interval * {"MONTHLY": 1, "YEARLY": 12}.get(self.frequency, 0)
        can_miss = 5 in self.nths or (not self.nths and days and max(self.month_days or (days[0].day,)) > 28)
        if not step or not can_miss or -1 in (*self.nths, *self.month_days):
            return
        found = Counter((day.year, day.month) for day in days)
        each = len(self.month_days) or len(self.nths) * len(self.weekdays) or 1
        place = days[0].year * 12 + days[0].month - 1 + step
        while _end_of(month := date(place // 12, place % 12 + 1, 1)) <= until:
            if found[month.year, month.month] < each:
                yield month
            place += step

    def parts(self) -> dict[str, str | int | list[str] | list[int]]:
        """Return the parts of an iCalendar RRULE (RFC 5545, 3.3.10) but UNTIL."""
        parts: dict[str, str | int | list[str] | list[int]] = {"FREQ": self.frequency}
        if self.interval > 1:
            parts["INTERVAL"] = self.interval
        if self.weekdays:
            parts["BYDAY"] = [f"{nth or ''}{_CODES[day]}" for nth in self.nths or (None,) for day in self.weekdays]
        if self.month_days:
            parts["BYMONTHDAY"] = list(self.month_days)
        return parts

    def words(self) -> str:
        """Return it as it is written: `hver tirsdag`, `hver 14. dag`, `anden tirsdag i måneden`, `hver måned den 15.`."""
        if self.nths:
            nths = joined(_ORDINAL_WORDS[nth] for nth in self.nths)
            return f"{nths} {self._weekdays} i {self._month}"
        if self.month_days:
            return self._words_of_days()
        if self.frequency == "WEEKLY" and self.interval == 2 and not self.weekdays:
            return "hver 14. dag"
        if self.weekdays:
            return f"hver {self._weekdays}" if self.interval == 1 else f"hver {self.interval}. uge, {self._weekdays}"
        unit = next(word for word, frequency in UNITS.items() if frequency == self.frequency)
        every = "hvert" if unit == "år" else "hver"
        return f"{every} {unit}" if self.interval == 1 else f"{every} {self.interval}. {unit}"

    @property
    def _weekdays(self) -> str:
        return joined(WEEKDAYS[day] for day in self.weekdays)

    @property
    def _month(self) -> str:
        return "måneden" if self.interval == 1 else f"hver {self.interval}. måned"

    def _words_of_days(self) -> str:
        numbers = joined(f"{day}." if day > 0 else "sidste" for day in self.month_days)
        if -1 in self.month_days:
            return f"{numbers} dag i {self._month}"
        return f"{self._month.replace('måneden', 'hver måned')} den {numbers}"


def _end_of(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
