"""Days, hours and periods read as people in Denmark write them (the table of WORDS)."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.danish import formatting
from generator.danish.dates import ZONE, Moment, parse_day, parse_moment
from generator.danish.spans import Period, parse_period
from generator.danish.wording import same_evening
from tests.trees import modest

days = st.dates(date(1900, 1, 1), date(2200, 12, 31))


def test_a_month_has_its_year() -> None:
    assert formatting.month_year(date(2026, 5, 31)) == "maj 2026"


def moments(start: str, end: str | None) -> tuple[Moment, Moment | None]:
    return parse_moment(start), parse_moment(end) if end else None


@pytest.mark.parametrize(
    ("start", "end", "long", "short", "hours"),
    [
        ("2026-11-14 kl. 19.00", None, "lørdag den 14. november 2026 kl. 19.00", "lør. 14. nov. kl. 19.00", "kl. 19.00"),
        (
            *("2026-11-14 kl. 19.00", "2026-11-14 kl. 21.30"),
            *("lørdag den 14. november 2026 kl. 19.00-21.30", "lør. 14. nov. kl. 19.00", "kl. 19.00-21.30"),
        ),
        (
            *("2026-11-14 kl. 22.00", "2026-11-15 kl. 2.00"),
            *("lørdag den 14. november 2026 kl. 22.00-2.00", "lør. 14. nov. kl. 22.00", "kl. 22.00-2.00"),
        ),
        (
            *("2026-11-14 kl. 0.00", "2026-11-15 kl. 0.00"),
            *("lørdag den 14. november 2026 kl. 0.00-24.00", "lør. 14. nov. kl. 0.00", "kl. 0.00-24.00"),
        ),
        ("2026-11-14", None, "lørdag den 14. november 2026", "lør. 14. nov.", ""),
        ("2026-11-13", "2026-11-15", "13.-15. november 2026", "13.-15. nov.", ""),
        ("2026-11-28", "2026-12-06", "28. november-6. december 2026", "28. nov.-6. dec.", ""),
        ("2026-12-30", "2027-01-02", "30. december 2026-2. januar 2027", "30. dec.-2. jan.", ""),
        (
            *("2026-11-13 kl. 16.00", "2026-11-15 kl. 12.00"),
            *("fredag den 13. november 2026 kl. 16.00 til søndag den 15. november 2026 kl. 12.00", "13.-15. nov.", "kl. 16.00"),
        ),
    ],
)
def test_when_it_is(start: str, end: str | None, long: str, short: str, hours: str) -> None:
    span = moments(start, end)
    assert formatting.when(*span) == long
    assert formatting.short_when(*span) == short
    assert formatting.time_of_day(*span) == hours


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2025-03..2025-04", "marts-april 2025"),
        ("2025-08..2025-11", "aug.-nov. 2025"),
        ("2025-05", "maj 2025"),
        ("2025-04-28", "28. april 2025"),
        ("2025-12..2026-02", "dec. 2025-feb. 2026"),
        ("2025-04-28..2025-05-02", "28. april-2. maj 2025"),
    ],
)
def test_periods(written: str, said: str) -> None:
    assert formatting.period(parse_period(written)) == said


def test_short_months_are_those_that_people_write() -> None:
    said = [formatting.short_month(date(2026, month, 1)) for month in range(1, 13)]
    assert said == ["jan.", "feb.", "marts", "april", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec."]


@modest
@given(days)
def test_what_the_site_writes_can_be_read_back(day: date) -> None:
    assert parse_day(formatting.plain_day(day)) == day
    assert parse_day(formatting.full_day(day)) == day


@modest
@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.integers(3, 23), st.integers(0, 59))
def test_an_event_as_the_site_writes_it_can_be_read_back(day: date, hour: int, minute: int) -> None:
    start = Moment(day, time(hour, minute))
    assert parse_moment(formatting.when(start, None)) == start


@modest
@given(st.tuples(days, days).map(sorted))
def test_ranges_have_a_hyphen_without_spaces_and_say_the_last_year(ends: list[date]) -> None:
    first, last = ends
    for said in (formatting.days(first, last), formatting.period(Period(first, last, months=True))):
        assert "–" not in said
        assert " -" not in said
        assert "- " not in said
        assert said.endswith(str(last.year))


@pytest.mark.parametrize(
    ("start", "end", "one"),
    [
        ("2026-05-01 kl. 22.00", None, True),
        ("2026-05-01 kl. 22.00", "2026-05-02 kl. 6.00", True),
        ("2026-05-01 kl. 22.00", "2026-05-02 kl. 6.01", False),
        ("2026-05-01 kl. 22.00", "2026-05-03 kl. 2.00", False),
        ("2026-05-01", "2026-05-02", False),
    ],
)
def test_an_evening_lasts_until_six(start: str, end: str | None, one: bool) -> None:
    assert same_evening(*moments(start, end)) is one


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (datetime(2026, 5, 1, 23, 59, tzinfo=ZONE), "i dag"),
        (datetime(2026, 4, 30, 23, 59, tzinfo=ZONE), "i morgen"),
        (datetime(2026, 4, 19, 0, 0, tzinfo=ZONE), "om 12 dage"),
        (datetime(2026, 5, 2, 0, 0, tzinfo=ZONE), None),
    ],
)
def test_the_countdown_counts_nights(now: datetime, said: str | None) -> None:
    assert formatting.countdown(now, parse_moment("2026-05-01 kl. 10.00")) == said


def test_small_numbers_are_words() -> None:
    assert [formatting.number(count) for count in (0, 1, 5, 12, 13)] == ["nul", "en", "fem", "tolv", "13"]


@pytest.mark.parametrize(("words", "said"), [(["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")])
def test_words_are_joined_with_og(words: list[str], said: str) -> None:
    assert formatting.joined(words) == said


@pytest.mark.parametrize(("text", "said"), [("østers", "Østers"), ("", ""), ("DGI", "DGI")])
def test_capital(text: str, said: str) -> None:
    assert formatting.capital(text) == said
