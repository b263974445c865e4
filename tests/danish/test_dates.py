"""What people write for days, hours and periods is read, or refused in Danish."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from generator.danish import formatting
from generator.danish.dates import (
    MONTHS,
    WEEKDAYS,
    ZONE,
    Moment,
    Period,
    now_from,
    parse_clock,
    parse_day,
    parse_end,
    parse_moment,
    parse_period,
)
from generator.problems.problem import RefusedError
from tests.trees import modest

WAYS_OF_A_DAY: dict[str, Callable[[date], str]] = {
    "2026-05-01": date.isoformat,
    "2026-5-1": lambda day: f"{day.year}-{day.month}-{day.day}",
    "1. maj 2026": lambda day: f"{day.day}. {MONTHS[day.month - 1]} {day.year}",
    "1 MAJ 2026": lambda day: f"{day.day} {MONTHS[day.month - 1].upper()} {day.year}",
    "1. maj. 2026": lambda day: f"{day.day}. {MONTHS[day.month - 1][:3]}. {day.year}",
    "1. sept. 2026 as the site writes it": lambda day: f"{day.day}. {formatting.short_month(day)} {day.year}",
    "fredag den 1. maj 2026": lambda day: f"{WEEKDAYS[day.weekday()]} den {day.day}. {MONTHS[day.month - 1]} {day.year}",
    "Fredag 1. maj 2026": lambda day: f"{WEEKDAYS[day.weekday()].title()} {day.day}. {MONTHS[day.month - 1]} {day.year}",
    "fre. 1. maj 2026": lambda day: f"{WEEKDAYS[day.weekday()][:3]}. {day.day}. {MONTHS[day.month - 1]} {day.year}",
    "fre. as the site writes it": lambda day: f"{formatting.short_day(day)} {day.year}",
    "1/5 2026": lambda day: f"{day.day}/{day.month} {day.year}",
    "1/5-2026": lambda day: f"{day.day}/{day.month}-{day.year}",
    "1/5/2026": lambda day: f"{day.day}/{day.month}/{day.year}",
    "01.05.2026": lambda day: f"{day.day:02}.{day.month:02}.{day.year}",
    "1.5.2026": lambda day: f"{day.day}.{day.month}.{day.year}",
    "01-05-2026": lambda day: f"{day.day:02}-{day.month:02}-{day.year}",
    "with spaces around": lambda day: f"  {day.isoformat()} ",
}
WAYS_OF_AN_HOUR: dict[str, Callable[[time], str]] = {
    "14.30": lambda hour: f"{hour.hour}.{hour.minute:02}",
    "14:30": lambda hour: f"{hour.hour}:{hour.minute:02}",
    "09.30": lambda hour: f"{hour.hour:02}.{hour.minute:02}",
    "kl. 14.30": lambda hour: f"kl. {hour.hour}.{hour.minute:02}",
    "kl 14:30": lambda hour: f"kl {hour.hour}:{hour.minute:02}",
    "kl.14.30": lambda hour: f"kl.{hour.hour}.{hour.minute:02}",
    "Kl. 14.30": lambda hour: f"Kl. {hour.hour}.{hour.minute:02}",
}
PARSERS: dict[str, Callable[[str], object]] = {
    "day": parse_day,
    "clock": parse_clock,
    "moment": parse_moment,
    "period": parse_period,
    "end": lambda written: parse_end(written, Moment(date(2026, 5, 1), time(19))),
}

days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
hours = st.times().map(lambda hour: hour.replace(second=0, microsecond=0))
typed = st.one_of(
    st.text(),
    st.text(alphabet="0123456789./-:, kltTdenmajoufrø²٣", max_size=30),
    st.lists(
        st.sampled_from([*WEEKDAYS, *MONTHS, "den", "kl.", "2026", "0000", "9999", "31.", "29", "02", "-", "..", "/", " ", "T"]),
        max_size=8,
    ).map("".join),
)


def skipped(day: date, hour: time) -> bool:
    """Whether the clocks jump over this hour: from 2 to 3 on the last Sunday of March."""
    return day.month == 3 and day.day >= 25 and day.weekday() == 6 and hour.hour == 2


@modest
@given(way=st.sampled_from(sorted(WAYS_OF_A_DAY)), day=days)
def test_a_day_is_read_in_every_way_it_is_written(way: str, day: date) -> None:
    assert parse_day(WAYS_OF_A_DAY[way](day)) == day


@modest
@given(way=st.sampled_from(sorted(WAYS_OF_AN_HOUR)), hour=hours)
def test_an_hour_is_read_in_every_way_it_is_written(way: str, hour: time) -> None:
    assert parse_clock(WAYS_OF_AN_HOUR[way](hour)) == hour


@settings(modest, max_examples=300)
@given(
    day=st.dates(date(2000, 1, 1), date(2100, 12, 31)),
    hour=hours,
    day_way=st.sampled_from(sorted(WAYS_OF_A_DAY)),
    between=st.sampled_from([" ", ", ", "  ", " , "]),
    hour_way=st.sampled_from(sorted(WAYS_OF_AN_HOUR)),
)
def test_a_day_and_an_hour_are_read_in_every_way_they_are_written(
    day: date, hour: time, day_way: str, between: str, hour_way: str
) -> None:
    assume(not skipped(day, hour))
    written = WAYS_OF_A_DAY[day_way](day).strip() + between + WAYS_OF_AN_HOUR[hour_way](hour)
    assert parse_moment(written) == Moment(day, hour)


@modest
@given(way=st.sampled_from(sorted(WAYS_OF_A_DAY)), day=days)
def test_a_day_alone_is_a_moment_without_an_hour(way: str, day: date) -> None:
    assert parse_moment(WAYS_OF_A_DAY[way](day)) == Moment(day)


@pytest.mark.parametrize("written", ["2026-05-01T10:00", "2026-05-01 kl. 10", "2026-05-01 10", "2026-05-01 kl 10:00"])
def test_other_ways_of_ten_o_clock(written: str) -> None:
    assert parse_moment(written) == Moment(date(2026, 5, 1), time(10))


@pytest.mark.parametrize("parser", PARSERS)
@modest
@example(written="²/² 2026")
@example(written="٣١/١٢ ٢٠٢٦")
@example(written="2026-00-00")
@example(written="31. ukendt 2026")
@example(written="0000-01")
@example(written="24.00")
@given(written=typed)
def test_any_text_is_read_or_refused_in_danish(parser: str, written: str) -> None:
    try:
        PARSERS[parser](written)
    except RefusedError as error:
        assert str(error).startswith("«")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("31. februar 2026", "«31. februar 2026» er ikke en dato i kalenderen."),
        ("2026-13-01", "«2026-13-01» er ikke en dato i kalenderen."),
        ("1. maaj 2026", "«1. maaj 2026» er ikke en dato i kalenderen."),
        ("på fredag", "«på fredag» er ikke en dato. Skriv for eksempel 2026-05-01"),
        ("1. maj", "«1. maj» er ikke en dato. Skriv for eksempel 2026-05-01"),
        ("1-1-0026", "«1-1-0026» ligger ikke i vores tid."),
        ("lørdag den 1. maj 2026", "«lørdag den 1. maj 2026» passer ikke: den dato er en fredag."),
    ],
)
def test_what_a_wrong_day_is_told(written: str, said: str) -> None:
    for parse in (parse_day, parse_moment):
        with pytest.raises(ValueError) as refused:
            parse(written)
        assert str(refused.value).startswith(said)


def test_a_wrong_moment_is_shown_one_with_an_hour() -> None:
    with pytest.raises(ValueError, match=r"Skriv for eksempel 2026-05-01 kl\. 10\.00"):
        parse_moment("snart")


@pytest.mark.parametrize("written", ["24.00", "10.60", "99"])
def test_an_hour_that_no_clock_shows(written: str) -> None:
    with pytest.raises(ValueError, match=f"«{written}» er ikke et klokkeslæt på døgnet"):
        parse_clock(written)


@modest
@given(year=st.integers(1997, 2100), minute=st.integers(0, 59))
def test_the_hour_that_summer_time_skips_is_refused(year: int, minute: int) -> None:
    day = max(day for day in (date(year, 3, number) for number in range(25, 32)) if day.weekday() == 6)
    with pytest.raises(ValueError, match="stilles uret frem"):
        parse_moment(f"{day} kl. 2.{minute:02}")
    assert parse_moment(f"{day} kl. 3.{minute:02}").at.astimezone(UTC).hour == 1


def test_an_hour_is_danish_in_summer_and_winter() -> None:
    assert parse_moment("2026-07-01 kl. 19.00").at == datetime(2026, 7, 1, 17, tzinfo=UTC)
    assert parse_moment("2026-12-01 kl. 19.00").at == datetime(2026, 12, 1, 18, tzinfo=UTC)
    assert parse_moment("2026-12-01").at == datetime(2026, 12, 1, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("start", "end", "meant"),
    [
        ("2026-05-01 kl. 19.00", "21.30", Moment(date(2026, 5, 1), time(21, 30))),
        ("2026-05-01 kl. 19.00", "kl. 21", Moment(date(2026, 5, 1), time(21))),
        ("2026-05-01 kl. 22.00", "2.00", Moment(date(2026, 5, 2), time(2))),
        ("2026-12-31 kl. 22.00", "0.30", Moment(date(2027, 1, 1), time(0, 30))),
        ("2026-05-01 kl. 19.00", "9.00", Moment(date(2026, 5, 1), time(9))),
        ("2026-05-01 kl. 19.00", "3. maj 2026", Moment(date(2026, 5, 3))),
        ("2026-05-01 kl. 19.00", "2026-05-03 kl. 12.00", Moment(date(2026, 5, 3), time(12))),
        ("2026-05-01", "2026-05-03", Moment(date(2026, 5, 3))),
    ],
)
def test_an_end_takes_its_day_from_the_start(start: str, end: str, meant: Moment) -> None:
    assert parse_end(end, parse_moment(start)) == meant


def test_an_end_in_the_hour_that_summer_time_skips_is_refused() -> None:
    with pytest.raises(ValueError, match="stilles uret frem"):
        parse_end("2.30", parse_moment("2026-03-28 kl. 22.00"))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2025-04-28", Period(date(2025, 4, 28), date(2025, 4, 28))),
        ("28. april 2025", Period(date(2025, 4, 28), date(2025, 4, 28))),
        ("2025-05", Period(date(2025, 5, 1), date(2025, 5, 31), months=True)),
        ("maj 2025", Period(date(2025, 5, 1), date(2025, 5, 31), months=True)),
        ("aug. 2025", Period(date(2025, 8, 1), date(2025, 8, 31), months=True)),
        ("2024-02", Period(date(2024, 2, 1), date(2024, 2, 29), months=True)),
        ("2025-08..2025-11", Period(date(2025, 8, 1), date(2025, 11, 30), months=True)),
        ("2025-08 .. 2025-11", Period(date(2025, 8, 1), date(2025, 11, 30), months=True)),
        ("2025-08-15..2025-11", Period(date(2025, 8, 15), date(2025, 11, 30))),
    ],
)
def test_periods(written: str, meant: Period) -> None:
    assert parse_period(written) == meant


@modest
@given(st.tuples(days, days).map(sorted))
def test_a_period_of_days_and_of_months_holds_both_its_ends(ends: list[date]) -> None:
    first, last = ends
    assert parse_period(f"{first}..{last}") == Period(first, last)
    months = parse_period(f"{first:%Y-%m}..{last:%Y-%m}")
    assert months.months
    assert months.begins.day == 1
    assert months.begins <= first <= last <= months.ends
    assert (months.ends.year, months.ends.month) == (last.year, last.month)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2025-11..2025-08", "slutter, før det begynder"),
        ("2025-13", "er ikke en dato i kalenderen"),
        ("2025", "er ikke en periode. Skriv for eksempel 2025-04-28, 2025-05 eller 2025-08..2025-11."),
        ("2025-08..", "er ikke en periode"),
        ("..", "er ikke en periode"),
    ],
)
def test_what_a_wrong_period_is_told(written: str, said: str) -> None:
    with pytest.raises(ValueError, match="^«" + written.replace(".", r"\.") + "» " + said):
        parse_period(written)


def test_now_is_what_was_asked_for() -> None:
    assert now_from("2026-05-01") == datetime(2026, 5, 1, 12, tzinfo=ZONE)
    assert now_from("2026-05-01 kl. 8.15") == datetime(2026, 5, 1, 8, 15, tzinfo=ZONE)


def test_now_is_the_clock_when_nothing_was_asked_for() -> None:
    before = datetime.now(UTC)
    assert before <= now_from(None) <= datetime.now(UTC)
    assert now_from("").tzinfo is ZONE
