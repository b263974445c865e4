"""Days, hours, periods and amounts in Danish, as people in Denmark write them.

Babel is not used for this: its short months (`mar.`, `jun.`), its en dash and its missing `kl.` would each need undoing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from generator.danish.dates import NIGHT_ENDS, Moment
from generator.danish.patterns import MONTHS, WEEKDAYS
from generator.danish.spans import Period

SHORT_MONTHS = ("jan.", "feb.", "marts", "april", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec.")
SHORT_WEEKDAYS = ("man.", "tirs.", "ons.", "tors.", "fre.", "lør.", "søn.")
_NUMBERS = ("nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")


def weekday(day: date) -> str:
    """Return `lørdag`."""
    return WEEKDAYS[day.weekday()]


def short_weekday(day: date) -> str:
    """Return `lør.`."""
    return SHORT_WEEKDAYS[day.weekday()]


def month(day: date) -> str:
    """Return `november`."""
    return MONTHS[day.month - 1]


def short_month(day: date) -> str:
    """Return `nov.`; a month of at most five letters is whole."""
    return SHORT_MONTHS[day.month - 1]


def month_year(day: date) -> str:
    """Return `november 2026`."""
    return f"{month(day)} {day.year}"


def plain_day(day: date) -> str:
    """Return `14. november 2026`."""
    return f"{day.day}. {month_year(day)}"


def full_day(day: date) -> str:
    """Return `lørdag den 14. november 2026`."""
    return f"{weekday(day)} den {plain_day(day)}"


def short_day(day: date) -> str:
    """Return `lør. 14. nov.`."""
    return f"{short_weekday(day)} {day.day}. {short_month(day)}"


def clock(hour: time) -> str:
    """Return `19.00`."""
    return f"{hour.hour}.{hour.minute:02}"


def days(begins: date, ends: date) -> str:
    """Return `13.-15. november 2026`, `28. november-6. december 2026` or `30. december 2026-2. januar 2027`."""
    if begins == ends:
        return plain_day(begins)
    if begins.year != ends.year:
        return f"{plain_day(begins)}-{plain_day(ends)}"
    if begins.month != ends.month:
        return f"{begins.day}. {month(begins)}-{plain_day(ends)}"
    return f"{begins.day}.-{plain_day(ends)}"


def short_days(begins: date, ends: date) -> str:
    """Return `13.-15. nov.` or `28. nov.-6. dec.`."""
    if begins.year == ends.year and begins.month == ends.month:
        return f"{begins.day}.-{ends.day}. {short_month(ends)}"
    return f"{begins.day}. {short_month(begins)}-{ends.day}. {short_month(ends)}"


def when(start: Moment, end: Moment | None) -> str:
    """Return a whole time: `lørdag den 14. november 2026 kl. 19.00-21.30`, or days without hours."""
    if end is None or same_evening(start, end):
        hours = time_of_day(start, end)
        return full_day(start.day) + (f" {hours}" if hours else "")
    if start.clock is None and end.clock is None:
        return days(start.day, end.day)
    return f"{_full_moment(start)} til {_full_moment(end)}"


def short_when(start: Moment, end: Moment | None) -> str:
    """Return a time in short: `lør. 14. nov. kl. 19.00` or `13.-15. nov.`."""
    if end is None or same_evening(start, end):
        return short_day(start.day) + (f" kl. {clock(start.clock)}" if start.clock else "")
    return short_days(start.day, end.day)


def time_of_day(start: Moment, end: Moment | None) -> str:
    """Return `kl. 19.00-21.30`, `kl. 19.00`, or an empty text for whole days."""
    if start.clock is None:
        return ""
    if end and end.clock and same_evening(start, end):
        return f"kl. {clock(start.clock)}-{clock(end.clock)}"
    return f"kl. {clock(start.clock)}"


def same_evening(start: Moment, end: Moment | None) -> bool:
    """Return whether people call it one day: the same date, or past midnight until six in the morning."""
    if end is None or end.day == start.day:
        return True
    night = end.day == start.day + timedelta(days=1) and end.clock is not None and start.clock is not None
    return night and end.clock is not None and end.clock <= NIGHT_ENDS


def period(span: Period) -> str:
    """Return a period: `marts-april 2025`, `aug.-nov. 2025`, `maj 2025` or `28. april 2025`."""
    if not span.months:
        return days(span.begins, span.ends)
    first, last = short_month(span.begins), f"{short_month(span.ends)} {span.ends.year}"
    if span.begins.year != span.ends.year:
        return f"{first} {span.begins.year}-{last}"
    return last if span.begins.month == span.ends.month else f"{first}-{last}"


def _full_moment(moment: Moment) -> str:
    return full_day(moment.day) + (f" kl. {clock(moment.clock)}" if moment.clock else "")


def countdown(now: datetime, start: Moment) -> str | None:
    """Return `i dag`, `i morgen` or `om 12 dage`; None once it has begun on an earlier day."""
    left = (start.day - now.date()).days
    if left < 0:
        return None
    return {0: "i dag", 1: "i morgen"}.get(left, f"om {left} dage")


def number(count: int) -> str:
    """Return a count, in words up to twelve: `fem`."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def events_and_dates(events: int, dates: int) -> str:
    """Return `12 datoer i 4 arrangementer`, or only the events where each has one date."""
    in_words = f"{events} arrangement{'' if events == 1 else 'er'}"
    return in_words if dates == events else f"{number_of_dates(dates)} i {in_words}"


def number_of_dates(count: int) -> str:
    """Return `1 dato`, `12 datoer`."""
    return f"{count} dato{'' if count == 1 else 'er'}"


def joined(words: Iterable[str]) -> str:
    """Return words as a Danish list: `a, b og c`."""
    *first, last = words
    return f"{', '.join(first)} og {last}" if first else last


def capital(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]
