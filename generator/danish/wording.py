"""How days, hours and periods are worded in any language: one code, and a table of words and patterns for each language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cached_property

from generator.danish.dates import NIGHT_ENDS, Moment

PLACEHOLDERS: Mapping[str, tuple[str, ...]] = {
    "date": ("dag", "måned", "år"),
    "full_day": ("ugedag", "dag", "måned", "år"),
    "day_month": ("dag", "måned"),
    "short_day": ("ugedag", "dag", "måned"),
    "month_year": ("måned", "år"),
    "clock": ("time", "minut"),
    "at": ("fra",),
    "hours": ("fra", "til"),
    "day_hours": ("dag", "tid"),
    "moments": ("fra", "til"),
    "days": ("fra", "til"),
    "days_in_month": ("fra", "til", "måned", "år"),
    "short_days_in_month": ("fra", "til", "måned"),
    "large_days": ("fra", "til"),
    "large_months": ("fra", "til"),
}
"""What stands in braces in each pattern of a language; all of it must be there."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def placeholders_of(pattern: str) -> list[str] | None:
    """Return what stands in braces in a pattern, in order; None where a brace has no partner."""
    return None if set(_PLACEHOLDER.sub("", pattern)) & {"{", "}"} else _PLACEHOLDER.findall(pattern)


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of a language for days and months, from Monday and from January, and how its dates are put together.

    `lone_months` are the months without a day. `patterns` has every name of PLACEHOLDERS, with its words in braces.
    """

    weekdays: Sequence[str]
    short_weekdays: Sequence[str]
    months: Sequence[str]
    short_months: Sequence[str]
    lone_months: Sequence[str]
    patterns: Mapping[str, str]


@dataclass(frozen=True)
class Wording:
    """Word dates by a table. The examples are Danish."""

    words: DateWords

    def weekday(self, day: date) -> str:
        """Return `lørdag`."""
        return self.words.weekdays[day.weekday()]

    def short_weekday(self, day: date) -> str:
        """Return `lør.`."""
        return self.words.short_weekdays[day.weekday()]

    def month(self, day: date) -> str:
        """Return `november`."""
        return self.words.lone_months[day.month - 1]

    def short_month(self, day: date) -> str:
        """Return `nov.`; a Danish month of at most five letters is whole."""
        return self.words.short_months[day.month - 1]

    def month_year(self, day: date) -> str:
        """Return `november 2026`."""
        return self._patterns["month_year"].format(self.month(day), day.year)

    def plain_day(self, day: date) -> str:
        """Return `14. november 2026`."""
        return self._patterns["date"].format(day.day, self._month(day), day.year)

    def full_day(self, day: date) -> str:
        """Return `lørdag den 14. november 2026`."""
        return self._patterns["full_day"].format(self.weekday(day), day.day, self._month(day), day.year)

    def short_day(self, day: date) -> str:
        """Return `lør. 14. nov.`."""
        return self._patterns["short_day"].format(self.short_weekday(day), day.day, self.short_month(day))

    def clock(self, hour: time) -> str:
        """Return `19.00`."""
        return self._patterns["clock"].format(hour.hour, f"{hour.minute:02}")

    def days(self, begins: date, ends: date) -> str:
        """Return `13.-15. november 2026`, `28. november-6. december 2026` or `30. december 2026-2. januar 2027`."""
        if begins == ends:
            return self.plain_day(begins)
        if (begins.year, begins.month) == (ends.year, ends.month):
            return self._patterns["days_in_month"].format(begins.day, ends.day, self._month(ends), ends.year)
        same_year = begins.year == ends.year
        first = self._patterns["day_month"].format(begins.day, self._month(begins)) if same_year else self.plain_day(begins)
        return self._patterns["days"].format(first, self.plain_day(ends))

    def short_days(self, begins: date, ends: date) -> str:
        """Return `13.-15. nov.` or `28. nov.-6. dec.`."""
        if begins.year == ends.year and begins.month == ends.month:
            return self._patterns["short_days_in_month"].format(begins.day, ends.day, self.short_month(ends))
        return self._patterns["days"].format(self._short_date(begins), self._short_date(ends))

    def when(self, start: Moment, end: Moment | None) -> str:
        """Return a whole time: `lørdag den 14. november 2026 kl. 19.00-21.30`, or days without hours."""
        if end is None or same_evening(start, end):
            return self._with_hours(self.full_day(start.day), self.time_of_day(start, end))
        if start.clock is None and end.clock is None:
            return self.days(start.day, end.day)
        return self._patterns["moments"].format(self._full_moment(start), self._full_moment(end))

    def short_when(self, start: Moment, end: Moment | None) -> str:
        """Return a time in short: `lør. 14. nov. kl. 19.00` or `13.-15. nov.`."""
        if end is None or same_evening(start, end):
            return self._with_hours(self.short_day(start.day), self.time_of_day(start, None))
        return self.short_days(start.day, end.day)

    def time_of_day(self, start: Moment, end: Moment | None) -> str:
        """Return `kl. 19.00-21.30`, `kl. 19.00`, or an empty text for whole days. What ends at midnight ends at `24.00`."""
        if start.clock is None:
            return ""
        if end and end.clock and same_evening(start, end):
            ends = self.clock(end.clock) if end.clock != time() else self._patterns["clock"].format(24, "00")
            return self._patterns["hours"].format(self.clock(start.clock), ends)
        return self._patterns["at"].format(self.clock(start.clock))

    def large_days(self, first: date, last: date) -> str:
        """Return the days as a card shows them large: `14`, or `13.-15.` for several of one month.

        The last day in another month stands with the month instead.
        """
        if first == last or (first.year, first.month) != (last.year, last.month):
            return str(first.day)
        return self._patterns["large_days"].format(first.day, last.day)

    def large_months(self, first: date, last: date) -> str:
        """Return the month below large days: `nov.`, or `nov.-12. dec.` where the days reach into another month.

        A line can break between the two, and nowhere else.
        """
        month = self.short_month(first)
        if (first.year, first.month) == (last.year, last.month):
            return month
        return self._patterns["large_months"].format(month, self._short_date(last).replace(" ", "\u00a0"))

    @cached_property
    def _patterns(self) -> dict[str, str]:
        """Return the patterns as `str.format` fills them fastest: with numbers in their braces."""
        return {name: _numbered(self.words.patterns[name], names) for name, names in PLACEHOLDERS.items()}

    def _month(self, day: date) -> str:
        return self.words.months[day.month - 1]

    def _short_date(self, day: date) -> str:
        return self._patterns["day_month"].format(day.day, self.short_month(day))

    def _with_hours(self, day: str, hours: str) -> str:
        return self._patterns["day_hours"].format(day, hours) if hours else day

    def _full_moment(self, moment: Moment) -> str:
        return self._with_hours(self.full_day(moment.day), self.time_of_day(moment, None))


def _numbered(pattern: str, names: Sequence[str]) -> str:
    return _PLACEHOLDER.sub(lambda match: f"{{{names.index(match[1])}}}", pattern)


def same_evening(start: Moment, end: Moment | None) -> bool:
    """Return whether people call it one day: the same date, or past midnight until six in the morning."""
    if end is None or end.day == start.day:
        return True
    night = end.day == start.day + timedelta(days=1) and end.clock is not None and start.clock is not None
    return night and end.clock is not None and end.clock <= NIGHT_ENDS
