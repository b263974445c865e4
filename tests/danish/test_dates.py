"""What people write for days, hours and periods is read, or refused in Danish."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from functools import partial

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from generator.danish import formatting
from generator.danish.dates import ZONE, Moment, now_from, parse_clock, parse_day, parse_moment
from generator.danish.patterns import MONTHS, WEEKDAYS
from generator.danish.spans import Period, parse_end, parse_period
from generator.problems.problem import RefusedError
from tests.trees import modest

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d"


def _with_dashes(day: date, dash: str) -> str:
    return day.isoformat().replace("-", dash)


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
    **{f"with {hex(ord(dash))} for hyphens": partial(_with_dashes, dash=dash) for dash in DASHES},
    "1\u2013maj\u20132026": lambda day: f"{day.day}\u2013{MONTHS[day.month - 1]}\u2013{day.year}",
    "with no-break spaces": lambda day: f"{day.day}.\u00a0{MONTHS[day.month - 1]}\u202f{day.year}",
    "d.1. maj 2026": lambda day: f"d.{day.day}. {MONTHS[day.month - 1]} {day.year}",
    "fredag d. 1 maj, 2026": lambda day: f"{WEEKDAYS[day.weekday()]} d. {day.day} {MONTHS[day.month - 1]}, {day.year}",
    "fredag, den 1. maj 2026": lambda day: f"{WEEKDAYS[day.weekday()]}, den {day.day}. {MONTHS[day.month - 1]} {day.year}",
    "fre. 1/5-2026": lambda day: f"{WEEKDAYS[day.weekday()][:3]}. {day.day}/{day.month}-{day.year}",
    "fr 1/5 2026": lambda day: f"{WEEKDAYS[day.weekday()][:2]} {day.day}/{day.month} {day.year}",
    "fredag 1. 5. 2026": lambda day: f"{WEEKDAYS[day.weekday()]} {day.day}. {day.month}. {day.year}",
    "2026.05.01": lambda day: f"{day:%Y.%m.%d}",
    "2026/5/1": lambda day: f"{day.year}/{day.month}/{day.day}",
    "2026 05 01": lambda day: f"{day:%Y %m %d}",
    "20260501": lambda day: f"{day:%Y%m%d}",
    "maj 1. 2026": lambda day: f"{MONTHS[day.month - 1]} {day.day}. {day.year}",
    "May 1st, 2026": lambda day: f"{day:%B} {day.day}{'st' if day.day == 1 else 'th'}, {day.year}",
    "1.maj.2026": lambda day: f"{day.day}.{MONTHS[day.month - 1]}.{day.year}",
    "1. maj 2026.": lambda day: f"{day.day}. {MONTHS[day.month - 1]} {day.year}.",
}
WAYS_WITH_A_SHORT_YEAR: dict[str, Callable[[date], str]] = {
    "1.5.26": lambda day: f"{day.day}.{day.month}.{day:%y}",
    "1/5-26": lambda day: f"{day.day}/{day.month}-{day:%y}",
    "01-05-26": lambda day: f"{day:%d-%m-%y}",
    "1/5 '26": lambda day: f"{day.day}/{day.month} '{day:%y}",
    "fredag d. 1/5/26": lambda day: f"{WEEKDAYS[day.weekday()]} d. {day.day}/{day.month}/{day:%y}",
}
WAYS_OF_AN_HOUR: dict[str, Callable[[time], str]] = {
    "14.30": lambda hour: f"{hour.hour}.{hour.minute:02}",
    "14:30": lambda hour: f"{hour.hour}:{hour.minute:02}",
    "09.30": lambda hour: f"{hour.hour:02}.{hour.minute:02}",
    "kl. 14.30": lambda hour: f"kl. {hour.hour}.{hour.minute:02}",
    "kl 14:30": lambda hour: f"kl {hour.hour}:{hour.minute:02}",
    "kl.14.30": lambda hour: f"kl.{hour.hour}.{hour.minute:02}",
    "Kl. 14.30": lambda hour: f"Kl. {hour.hour}.{hour.minute:02}",
    "KLOKKEN 14,30": lambda hour: f"KLOKKEN {hour.hour},{hour.minute:02}",
    "kl 1430": lambda hour: f"kl {hour.hour:02}{hour.minute:02}",
    "kl.\u00a014 30": lambda hour: f"kl.\u00a0{hour.hour} {hour.minute:02}",
    "14.30.": lambda hour: f"{hour.hour}.{hour.minute:02}.",
    "14:30:00": lambda hour: f"{hour.hour}:{hour.minute:02}:00",
    "fra kl. 14.30": lambda hour: f"fra kl. {hour.hour}.{hour.minute:02}",
    "2:30 PM": lambda hour: f"{hour:%I:%M %p}",
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
@given(way=st.sampled_from(sorted(WAYS_WITH_A_SHORT_YEAR)), day=st.dates(date(2020, 1, 1), date(2049, 12, 31)))
def test_two_digits_are_a_year_of_our_time(way: str, day: date) -> None:
    assert parse_day(WAYS_WITH_A_SHORT_YEAR[way](day)) == day


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


@pytest.mark.parametrize(
    "written",
    [
        *("2026-05-01T10:00", "2026-05-01 kl. 10", "2026-05-01 10", "2026-05-01 kl 10:00", "1. maj 2026kl.10", "1/5-26 kl. 10"),
        *("kl. 10 fredag den 1. maj 2026", "1. maj 2026 - kl. 10.00", "2026-05-01T10:00:00", "2026-05-01T10:00:00.000+02:00"),
        *("2026-05-01T08:00:00Z", "1. maj 2026 kl. kl 10", "fre. 1/5-2026 kl. 10"),
    ],
)
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
        ("1. maaj 2026", "«1. maaj 2026» er ikke en dato i kalenderen. Mente du 1. maj 2026?"),
        ("5. juledag 2026", "«5. juledag 2026» er ikke en dato i kalenderen. Skriv, hvilken dato det er det år."),
        ("2. mqj", "«2. mqj» mangler året. Skriv 2. maj 2026 eller 2. maj 2027."),
        ("2. oktoebr 2026", "«2. oktoebr 2026» er ikke en dato i kalenderen. Mente du 2. oktober 2026?"),
        ("pinsedag", "«pinsedag» mangler året. Skriv 24. maj 2026 eller 16. maj 2027."),
        ("uge 29 2026", "«uge 29 2026» er ikke en dato i kalenderen. Den uge går fra 13. juli 2026 til 19. juli 2026. Skriv de"),
        ("medio maj 2026", "«medio maj 2026» er ikke en dato. Skriv også dagen i måneden."),
        ("2. maj 20226", "«2. maj 20226» har ikke et rigtigt årstal. Skriv 2. maj 2026 eller 2. maj 2027."),
        ("hver torsdag kl. 19", "«hver torsdag kl. 19» siger, hvor tit det er. Skriv det ved gentag, og skriv den første dag her"),
        ("2/5 26", "«2/5 26» har ikke hele året. Skriv 2. maj 2026."),
        ("juleferien", "«juleferien» er ikke en dato. Skriv, hvilken dato det er det år. Skriv for eksempel"),
        ("uge 7 og 42", "«uge 7 og 42» er ikke en dato. En uge er flere dage, som skrives hver for sig. Skriv for eksempel"),
        ("på fredag", "«på fredag» er ikke en dato. Skriv for eksempel 2026-05-01"),
        ("1. maj", "«1. maj» mangler året. Skriv 1. maj 2026 eller 1. maj 2027."),
        ("d. 1/5", "«d. 1/5» mangler året. Skriv 1. maj 2026 eller 1. maj 2027."),
        ("lørdag den 2. maj", "«lørdag den 2. maj» mangler året. Skriv 2. maj 2026."),
        ("29. februar", "«29. februar» mangler året. Skriv 29. februar 2028."),
        ("26-05-02", "«26-05-02» har ikke hele året. Skriv 26. maj 2002 eller 2. maj 2026."),
        ("2/5-14", "«2/5-14» har ikke hele året. Skriv 2. maj 2014."),
        ("2026#05#01", "«2026#05#01» er ikke en dato: tegnet «#» kan ikke stå i den. Skriv for eksempel"),
        ("2O26-05-01", "«2O26-05-01» er ikke en dato: tegnet «O» kan ikke stå i den. Skriv for eksempel"),
        ("2026\u05be05\u05be01", "«2026\u05be05\u05be01» er ikke en dato: tegnet «\u05be» kan ikke stå i den. Skriv for eksempel"),
        ("5/21/2026", "«5/21/2026» er ikke en dato i kalenderen. Mente du 21. maj 2026?"),
        ("1. maj 2026 til 3. maj 2026", "«1. maj 2026 til 3. maj 2026» er mere end ét tidspunkt. Skriv kun det første"),
        ("12.-18. oktober 2026", "«12.-18. oktober 2026» er mere end ét tidspunkt. Skriv kun det første"),
        ("1-1-0026", "«1-1-0026» ligger ikke i vores tid."),
        ("lørdag den 1. maj 2026", "«lørdag den 1. maj 2026» passer ikke: den dato er en fredag."),
    ],
)
def test_what_a_wrong_day_is_reported(written: str, said: str) -> None:
    for parse in (parse_day, parse_moment):
        with pytest.raises(ValueError) as refused:
            parse(written)
        assert str(refused.value).startswith(said)


def test_a_wrong_moment_is_shown_one_with_an_hour() -> None:
    with pytest.raises(ValueError, match=r"Skriv for eksempel 2026-05-01 kl\. 10\.00"):
        parse_moment("snart")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1. maj 2026 kl. mange", "«kl. mange» er ikke et klokkeslæt. Skriv kun 1. maj 2026 her, og resten i teksten."),
        (
            "1. maj 2026 kl. 10 i havnen",
            "«kl. 10 i havnen» er ikke et klokkeslæt. Skriv kun 1. maj 2026 kl. 10.00 her, og resten i teksten.",
        ),
        (
            "1. maj 2026 kl. 19 (dørene åbner 18.30)",
            "«kl. 19 (dørene åbner 18.30)» er ikke et klokkeslæt. Skriv kun 1. maj 2026 kl. 19.00 her, og resten i teksten.",
        ),
        ("1. maj 2026 AFLYST", "«1. maj 2026 AFLYST» er ikke en dato. Skriv kun 1. maj 2026 her, og skriv status: aflyst."),
        ("1. maj 2026 halv otte", "«1. maj 2026 halv otte» er ikke en dato. Det kan være kl. 7.30 eller 19.30."),
        ("1. maj 2026 kl. syv", "«kl. syv» er ikke et klokkeslæt. Det kan være kl. 7.00 eller 19.00."),
        ("1. maj 2026 kl. 12 om natten", "«kl. 12 om natten» er ikke et klokkeslæt. Midnat er kl. 24.00, når dagen slutter"),
        ("1. maj 2026 kl. 10 eller 14", "«kl. 10 eller 14» er ikke et klokkeslæt. Skriv kun det ene. Er det begge, så skriv «og»."),
        (
            "1. maj 2026 kl. 12.15 om natten",
            "«kl. 12.15 om natten» er ikke et klokkeslæt. Skriv 0.15 og den dag, der så lige er begyndt.",
        ),
        ("1. maj 2026 kl. 19.5", "«kl. 19.5» er ikke et klokkeslæt. Skriv for eksempel 14.30."),
        ("1. maj 2026 kl. 14-16", "«1. maj 2026 kl. 14-16» er mere end ét tidspunkt. Skriv kun det første"),
        ("2026-05-01-10", "«2026-05-01-10» er mere end ét tidspunkt. Skriv kun det første"),
    ],
)
def test_what_a_wrong_hour_after_a_right_day_is_reported(written: str, said: str) -> None:
    with pytest.raises(ValueError) as refused:
        parse_moment(written)
    assert str(refused.value).startswith(said)


def test_a_day_with_an_hour_is_no_day_alone() -> None:
    with pytest.raises(ValueError, match=r"har et klokkeslæt\. Skriv kun dagen, for eksempel 2026-05-01\."):
        parse_day("1. maj 2026 kl. 10")


@pytest.mark.parametrize("written", ["24", "24.00", "kl. 24:00", "midnat"])
def test_midnight_ends_the_day(written: str) -> None:
    assert parse_clock(written) == time()
    assert parse_moment(f"31. maj 2026 kl. {written}") == Moment(date(2026, 6, 1), time())
    assert parse_end(written, Moment(date(2026, 5, 31), time(20))) == Moment(date(2026, 6, 1), time())


@pytest.mark.parametrize("written", ["24.01", "10.60", "99", "13 pm"])
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
        ("2026-05-01 kl. 19.00", "21,30", Moment(date(2026, 5, 1), time(21, 30))),
        ("2026-05-01 kl. 19.00", "3. maj", Moment(date(2026, 5, 3))),
        ("2026-12-30 kl. 19.00", "2/1 kl. 12", Moment(date(2027, 1, 2), time(12))),
        ("2026-05-01 kl. 19.00", "søndag kl. 12", Moment(date(2026, 5, 3), time(12))),
        ("2026-05-01 kl. 19.00", "2. maj 2026 kl. 24", Moment(date(2026, 5, 3), time())),
        ("2026-05-01 kl. 19.00", "til midnat", Moment(date(2026, 5, 2), time())),
        ("2026-05-01 kl. 19.00", "indtil kl. 21", Moment(date(2026, 5, 1), time(21))),
        ("2026-05-01 kl. 19.00", "2 timer", Moment(date(2026, 5, 1), time(21))),
        ("2026-05-01 kl. 23.00", "+2,5 t", Moment(date(2026, 5, 2), time(1, 30))),
        *(
            ("2026-05-01 kl. 19.00", written, Moment(date(2026, 5, 1), time(20, 30)))
            for written in ("halvanden time", "90 min.", "1½ time", "ca. 1,5 timer", "1 time og 30 minutter")
        ),
        ("2026-05-01 kl. 19.00", "næste dag kl. 10", Moment(date(2026, 5, 2), time(10))),
    ],
)
def test_an_end_takes_its_day_from_the_start(start: str, end: str, meant: Moment) -> None:
    assert parse_end(end, parse_moment(start)) == meant


def test_an_end_in_the_hour_that_summer_time_skips_is_refused() -> None:
    with pytest.raises(ValueError, match="stilles uret frem"):
        parse_end("2.30", parse_moment("2026-03-28 kl. 22.00"))


@pytest.mark.parametrize("written", ["2.00", "kl. 2", "28. marts 2027 kl. 2.00", "28. marts kl. 2"])
def test_an_end_at_the_moment_when_the_clock_jumps_is_that_moment(written: str) -> None:
    end = parse_end(written, parse_moment("2027-03-27 kl. 21.00"))
    assert end == Moment(date(2027, 3, 28), time(2))
    assert end.at.isoformat() == "2027-03-28T03:00:00+02:00"


@pytest.mark.parametrize("written", ["sent", "på fredag", "søndag", "16 eller 17", "16.3", "kl.", "til vi lukker"])
def test_what_is_no_end_is_reported_about_hours_and_not_about_days(written: str) -> None:
    with pytest.raises(ValueError, match="er ikke et klokkeslæt") as refused:
        parse_end(written, Moment(date(2026, 5, 1), time(19)))
    assert "dato" not in str(refused.value)


def test_an_end_may_be_about_an_hour_but_a_start_is_asked_for_without_that() -> None:
    start = Moment(date(2026, 5, 1), time(19))
    assert parse_end("ca. kl. 21", start) == parse_end("kl. ca. 21", start) == Moment(start.day, time(21))
    with pytest.raises(ValueError, match=r"Skriv det bedste gæt uden ca\., for eksempel 1\. maj 2026 kl\. 19\."):
        parse_moment("1. maj 2026 ca. kl. 19")


def test_two_hours_are_reported_as_two() -> None:
    with pytest.raises(
        ValueError, match=r"er to klokkeslæt, og start siger kl\. 19\.00\. Skriv kun, hvornår det slutter, for eksempel 21\."
    ):
        parse_end("20-21", Moment(date(2026, 5, 1), time(19)))


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
        ("2025\u201308 \u2013 2025\u201311", Period(date(2025, 8, 1), date(2025, 11, 30), months=True)),
        ("maj til juli 2025", Period(date(2025, 5, 1), date(2025, 7, 31), months=True)),
        ("12/2025 - 1/2026", Period(date(2025, 12, 1), date(2026, 1, 31), months=True)),
        ("28/4-25", Period(date(2025, 4, 28), date(2025, 4, 28))),
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
def test_what_a_wrong_period_is_reported(written: str, said: str) -> None:
    with pytest.raises(ValueError, match="^«" + written.replace(".", r"\.") + "» " + said):
        parse_period(written)


def test_now_is_what_was_asked_for() -> None:
    assert now_from("2026-05-01") == datetime(2026, 5, 1, 12, tzinfo=ZONE)
    assert now_from("2026-05-01 kl. 8.15") == datetime(2026, 5, 1, 8, 15, tzinfo=ZONE)


def test_now_is_the_clock_when_nothing_was_asked_for() -> None:
    before = datetime.now(UTC)
    assert before <= now_from(None) <= datetime.now(UTC)
    assert now_from("").tzinfo is ZONE
