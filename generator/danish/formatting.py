"""Days, hours, periods and amounts in Danish, as people in Denmark write them.

Babel is not used for this: its short months (`mar.`, `jun.`), its en dash and its missing `kl.` would each need undoing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from generator.danish.dates import Moment
from generator.danish.numbers import in_words
from generator.danish.patterns import MONTHS, WEEKDAYS
from generator.danish.spans import Period
from generator.danish.wording import DateWords, Wording

SHORT_MONTHS = ("jan.", "feb.", "marts", "april", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec.")
_LAST_IN_WORDS = 12
SHORT_WEEKDAYS = ("man.", "tirs.", "ons.", "tors.", "fre.", "lør.", "søn.")

DANISH = Wording(
    DateWords(
        weekdays=WEEKDAYS,
        short_weekdays=SHORT_WEEKDAYS,
        months=MONTHS,
        short_months=SHORT_MONTHS,
        lone_months=MONTHS,
        patterns={
            "date": "{dag}. {måned} {år}",
            "full_day": "{ugedag} den {dag}. {måned} {år}",
            "day_month": "{dag}. {måned}",
            "short_day": "{ugedag} {dag}. {måned}",
            "month_year": "{måned} {år}",
            "clock": "{time}.{minut}",
            "at": "kl. {fra}",
            "hours": "kl. {fra}-{til}",
            "day_hours": "{dag} {tid}",
            "moments": "{fra} til {til}",
            "days": "{fra}-{til}",
            "days_in_month": "{fra}.-{til}. {måned} {år}",
            "short_days_in_month": "{fra}.-{til}. {måned}",
            "large_days": "{fra}.-{til}.",
            "large_months": "{fra}-\u200b{til}",
        },
    )
)

weekday, short_weekday = DANISH.weekday, DANISH.short_weekday
month, short_month, month_year = DANISH.month, DANISH.short_month, DANISH.month_year
plain_day, full_day, short_day = DANISH.plain_day, DANISH.full_day, DANISH.short_day
days, short_days = DANISH.days, DANISH.short_days
when, short_when = DANISH.when, DANISH.short_when
clock, time_of_day = DANISH.clock, DANISH.time_of_day


def day_of_week(day: date) -> str:
    """Return a day without its year: `lørdag den 14. november`."""
    return f"{weekday(day)} den {day.day}. {month(day)}"


def short_date(day: date) -> str:
    """Return a day for a table of many columns: `14. nov. 2026`."""
    return f"{day.day}. {short_month(day)} {day.year}"


def period(span: Period) -> str:
    """Return a period: `marts-april 2025`, `aug.-nov. 2025`, `maj 2025` or `28. april 2025`."""
    if not span.months:
        return days(span.begins, span.ends)
    first, last = short_month(span.begins), f"{short_month(span.ends)} {span.ends.year}"
    if span.begins.year != span.ends.year:
        return f"{first} {span.begins.year}-{last}"
    return last if span.begins.month == span.ends.month else f"{first}-{last}"


def months_from(begins: date, ends: date) -> str:
    """Return `marts 2025 til december 2026`."""
    return f"{month_year(begins)} til {month_year(ends)}"


def countdown(now: datetime, start: Moment) -> str | None:
    """Return `i dag`, `i morgen` or `om 12 dage`; None once it has begun on an earlier day."""
    left = (start.day - now.date()).days
    if left < 0:
        return None
    return {0: "i dag", 1: "i morgen"}.get(left, f"om {left} dage")


def number(count: int) -> str:
    """Return a count, in words up to twelve: `fem`."""
    return in_words(count) if count <= _LAST_IN_WORDS else str(count)


def counted(count: int, one: str, several: str) -> str:
    """Return a number with the word for what it counts: `1 dato`, `12 datoer`."""
    return f"{count} {one if count == 1 else several}"


def events_and_dates(events: int, dates: int) -> str:
    """Return `12 datoer i 4 arrangementer`, or only the events where each has one date."""
    in_words = counted(events, "arrangement", "arrangementer")
    return in_words if dates == events else f"{number_of_dates(dates)} i {in_words}"


def number_of_dates(count: int) -> str:
    """Return `1 dato`, `12 datoer`."""
    return counted(count, "dato", "datoer")


def joined(words: Iterable[str]) -> str:
    """Return words as a Danish list: `a, b og c`."""
    *first, last = words
    return f"{', '.join(first)} og {last}" if first else last


def capital(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]
