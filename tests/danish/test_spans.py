"""Two moments or more in one text: a start with its end, days in a list, and what the site itself writes."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.danish import formatting
from generator.danish.dates import Moment, parse_day, parse_moment
from generator.danish.spans import Period, days_in, parse_end, parse_period, two_clocks, two_moments
from tests.trees import modest

days = st.dates(date(2020, 1, 1), date(2049, 12, 1))
lengths = st.integers(0, 60).map(lambda number: timedelta(days=number))
clocks = st.builds(time, st.integers(3, 23), st.integers(0, 59))


def read(written: str) -> tuple[Moment, Moment | None]:
    """Return the start, and the end where one is said."""
    pair = two_moments(written)
    start = parse_moment(pair[0] if pair else written)
    return start, parse_end(pair[1], start) if pair else None


@modest
@given(days, lengths, clocks, clocks)
def test_what_the_site_writes_of_a_time_is_read_as_that_time(day: date, length: timedelta, begins: time, ends: time) -> None:
    start, end = Moment(day, begins), Moment(day + length, ends)
    assume(end.at > start.at)
    assert read(formatting.when(start, end)) == (start, end)
    assert read(formatting.when(start, None)) == (start, None)


@modest
@given(days, lengths)
def test_what_the_site_writes_of_days_is_read_as_those_days(day: date, length: timedelta) -> None:
    end = Moment(day + length) if length else None
    assert read(formatting.when(Moment(day), end)) == (Moment(day), end)
    assert parse_period(formatting.period(Period(day, day + length))) == Period(day, day + length)


@modest
@given(days, days)
def test_what_the_site_writes_of_months_is_read_as_those_months(one: date, other: date) -> None:
    first, last = sorted((one, other))
    span = parse_period(f"{first:%Y-%m}..{last:%Y-%m}")
    assert parse_period(formatting.period(span)) == span


@pytest.mark.parametrize(
    "written",
    [
        *(
            "14.00-16, 3. maj 2026",
            "søndag kl. 14 til 16 den 3. maj 2026",
            "3. maj 2026 (kl. 14-16)",
            "3. maj 2026 kl. 14, slut kl. 16",
        ),
        *(
            "3. maj 2026 kl. 14 - ca. 16",
            "3/5-2026 14-16",
            "3. maj 2026; 14-16.00",
            "3. maj 2026 åbent fra 14 to 16",
            "3/5-26: kl. 14~16",
        ),
        *("3. maj 2026 kl. 14-16", "3/5 2026 14:00 - 16:00", "3. maj 2026 kl. 14 til 16", "3. maj 2026 kl. 14 til kl. 16.00"),
        *(
            "2026-05-03 14.00\u201316.00",
            "3. maj 2026, fra 14 til 16",
            "kl. 14-16 den 3. maj 2026",
            "søndag d. 3/5-26 kl. 14\u201416",
        ),
        *("3. maj 2026 kl. 14 - 3. maj 2026 kl. 16", "SØNDAG 3. MAJ 2026 KL. 14 TIL 16", "3.5.2026 kl. 1400-1600"),
    ],
)
def test_a_start_and_its_end_in_one(written: str) -> None:
    assert read(written) == (Moment(date(2026, 5, 3), time(14)), Moment(date(2026, 5, 3), time(16)))


@pytest.mark.parametrize(
    "written",
    [
        *("3.-5. maj 2026", "3-5 maj 2026", "3/5 - 5/5 2026", "3. til 5. maj 2026", "3.-5.5.2026", "søndag den 3. - 5. maj 2026"),
        *("2026-05-03 - 2026-05-05", "2026-05-03..2026-05-05", "3. maj 2026 til og med 5. maj", "3. maj til 5. maj 2026"),
    ],
)
def test_a_first_and_a_last_day_in_one(written: str) -> None:
    assert read(written) == (Moment(date(2026, 5, 3)), Moment(date(2026, 5, 5)))


def test_a_night_ends_the_next_morning() -> None:
    assert read("31. december 2026 kl. 20-02") == (Moment(date(2026, 12, 31), time(20)), Moment(date(2027, 1, 1), time(2)))
    assert read("30. december-2. januar 2027") == (Moment(date(2026, 12, 30)), Moment(date(2027, 1, 2)))


@pytest.mark.parametrize(
    "written", ["2026-05-03", "3-5-2026", "3. maj 2026 kl. 16-14", "3. maj 2026 - snart", "3. maj kl. 14-16", "-", ""]
)
def test_one_moment_or_none_is_not_two(written: str) -> None:
    assert two_moments(written) is None


def test_two_hours() -> None:
    assert two_clocks("kl. 14 til kl. 16") == ("kl. 14", "kl. 16")
    assert two_clocks("14.30") is None
    assert two_clocks("14-sent") is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-10-13, 2026-10-20", ["2026-10-13", "2026-10-20"]),
        ("2026-10-13 2026-10-20", ["2026-10-13", "2026-10-20"]),
        ("13-10-2026 20-10-2026", ["2026-10-13", "2026-10-20"]),
        ("8. maj, 15. maj og 22. maj 2026", ["2026-05-08", "2026-05-15", "2026-05-22"]),
        ("8., 15. og 22. maj 2026", ["2026-05-08", "2026-05-15", "2026-05-22"]),
        ("8., 15., og 22. maj 2026.", ["2026-05-08", "2026-05-15", "2026-05-22"]),
        ("8. maj 2026; 15. maj; 22. maj", ["2026-05-08", "2026-05-15", "2026-05-22"]),
        ("8/5, 15/5 & 22/5-2026", ["2026-05-08", "2026-05-15", "2026-05-22"]),
        ("20. december, 3. januar 2027", ["2026-12-20", "2027-01-03"]),
        ("20. december 2026 og 3. januar", ["2026-12-20", "2027-01-03"]),
        ("fredag den 8. maj og lørdag den 9. maj 2026", ["2026-05-08", "2026-05-09"]),
        ("8. maj 2026\n15. maj 2026", ["2026-05-08", "2026-05-15"]),
        ("13. og 20. oktober", ["2026-10-13", "2026-10-20"]),
        ("13/10", ["2026-10-13"]),
        ("fredag, den 8. maj 2026", ["2026-05-08"]),
    ],
)
def test_days_in_one_line(written: str, meant: list[str]) -> None:
    assert [parse_day(each).isoformat() for each in days_in(written, date(2026, 9, 1))] == meant


def test_an_hour_that_only_the_last_day_says_holds_for_all() -> None:
    assert [parse_moment(each).clock for each in days_in("8., 15. og 22. maj 2026 kl. 14")] == [time(14)] * 3
    assert [parse_moment(each).clock for each in days_in("8. maj 2026 kl. 10, 15. maj 2026 kl. 14")] == [time(10), time(14)]
    assert [parse_moment(each).clock for each in days_in("8. maj 2026, kl. 10, 15. maj 2026")] == [time(10), None]


@modest
@given(st.lists(days, min_size=1, max_size=5, unique=True).map(sorted), st.sampled_from([", ", " og ", "; ", "\n"]))
def test_written_days_are_read_one_by_one(listed: list[date], sign: str) -> None:
    for write in (date.isoformat, formatting.plain_day, formatting.full_day):
        assert [parse_day(each) for each in days_in(sign.join(map(write, listed)))] == listed


@modest
@given(days, st.lists(st.integers(1, 40), max_size=4))
def test_the_year_of_the_last_is_the_year_of_all(first: date, steps: list[int]) -> None:
    listed = [first]
    for step in steps:
        listed.append(listed[-1] + timedelta(days=step))
    texts = [f"{day.day}. {formatting.month(day)}" for day in listed]
    assert [parse_day(each) for each in days_in(f"{', '.join(texts)} {listed[-1].year}")] == listed


@modest
@given(
    st.one_of(st.text(max_size=60), st.lists(st.sampled_from([*"0123456789-./, ", "maj", "og", "kl", "til", "2026"])).map("".join))
)
def test_any_text_is_taken_apart_without_a_fault(written: str) -> None:
    assert all(isinstance(each, str) for each in days_in(written, date(2026, 1, 1)))
    pair = two_moments(written)
    assert pair is None or parse_end(pair[1], parse_moment(pair[0])).at > datetime.min.replace(
        tzinfo=parse_moment(pair[0]).at.tzinfo
    )
