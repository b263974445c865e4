"""How something comes again: every way a volunteer writes it, and the days that follow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from generator.danish.dates import WEEKDAYS
from generator.danish.recurrence import EXAMPLE, MAX_DAYS, Repetition, parse_repetition
from generator.problems.problem import quoted
from tests.trees import modest

TUESDAY, THURSDAY, FRIDAY = 1, 3, 4


def nth(week: int, day: int) -> Repetition:
    return Repetition("MONTHLY", weekdays=(day,), nth=week)


@pytest.mark.parametrize(
    ("written", "meant", "words"),
    [
        ("hver dag", Repetition("DAILY"), "hver dag"),
        ("hver 3. dag", Repetition("DAILY", 3), "hver 3. dag"),
        ("hver anden dag", Repetition("DAILY", 2), "hver 2. dag"),
        ("hver uge", Repetition("WEEKLY"), "hver uge"),
        ("  Hver\u00a0 UGE ", Repetition("WEEKLY"), "hver uge"),
        ("ugentlig", Repetition("WEEKLY"), "hver uge"),
        ("ugentligt", Repetition("WEEKLY"), "hver uge"),
        ("hver 7. dag", Repetition("WEEKLY"), "hver uge"),
        ("hver 14. dag", Repetition("WEEKLY", 2), "hver 14. dag"),
        ("hver 14.dag", Repetition("WEEKLY", 2), "hver 14. dag"),
        ("hver 2. uge", Repetition("WEEKLY", 2), "hver 14. dag"),
        ("hver anden uge", Repetition("WEEKLY", 2), "hver 14. dag"),
        ("hver tredje uge", Repetition("WEEKLY", 3), "hver 3. uge"),
        ("hver måned", Repetition("MONTHLY"), "hver måned"),
        ("hver fjerde måned", Repetition("MONTHLY", 4), "hver 4. måned"),
        ("hvert år", Repetition("YEARLY"), "hvert år"),
        ("hver år", Repetition("YEARLY"), "hvert år"),
        ("hvert andet år", Repetition("YEARLY", 2), "hvert 2. år"),
        ("hver tirsdag", Repetition("WEEKLY", weekdays=(TUESDAY,)), "hver tirsdag"),
        ("hver torsdag og tirsdag", Repetition("WEEKLY", weekdays=(TUESDAY, THURSDAY)), "hver tirsdag og torsdag"),
        (
            "hver tirsdag,torsdag og fredag",
            Repetition("WEEKLY", weekdays=(TUESDAY, THURSDAY, FRIDAY)),
            "hver tirsdag, torsdag og fredag",
        ),
        ("hver tirsdag og tirsdag", Repetition("WEEKLY", weekdays=(TUESDAY,)), "hver tirsdag"),
        ("2. tirsdag i måneden", nth(2, TUESDAY), "anden tirsdag i måneden"),
        ("anden tirsdag i måneden", nth(2, TUESDAY), "anden tirsdag i måneden"),
        ("den første tirsdag i hver måned", nth(1, TUESDAY), "første tirsdag i måneden"),
        ("hver måned den tredje tirsdag", nth(3, TUESDAY), "tredje tirsdag i måneden"),
        ("4. tirsdag", nth(4, TUESDAY), "fjerde tirsdag i måneden"),
        ("sidste fredag i måneden", nth(-1, FRIDAY), "sidste fredag i måneden"),
        ("den 15. i måneden", Repetition("MONTHLY", month_day=15), "hver måned den 15."),
        ("hver måned den 15.", Repetition("MONTHLY", month_day=15), "hver måned den 15."),
        ("den 31", Repetition("MONTHLY", month_day=31), "hver måned den 31."),
    ],
)
def test_ways_to_write_a_repetition(written: str, meant: Repetition, words: str) -> None:
    assert parse_repetition(written) == meant
    assert meant.words() == words


@pytest.mark.parametrize(
    "written",
    [
        "",
        "uge",
        "hver",
        "hver 0. uge",
        "hver 100. dag",
        "hver tirsdag og",
        "hver tirsdag og musik",
        "5. tirsdag i måneden",
        "den 0.",
        "den 32.",
        "hver uge fra maj",
        "FREQ=WEEKLY",
    ],
)
def test_what_is_not_a_repetition_is_told_with_examples(written: str) -> None:
    with pytest.raises(ValueError, match="er ikke en gentagelse") as told:
        parse_repetition(written)
    assert str(told.value) == f"«{written}» er ikke en gentagelse. {EXAMPLE}"


@pytest.mark.parametrize("written", ["hver anden tirsdag", "hver 2. tirsdag", "hver fjerde fredag"])
def test_what_can_mean_two_things_is_asked_about(written: str) -> None:
    """To some it is every fourteen days, to others the second of the month."""
    with pytest.raises(ValueError, match="kan betyde to ting") as told:
        parse_repetition(written)
    assert str(told.value) == f"«{written}» kan betyde to ting. Skriv hver 14. dag eller 2. tirsdag i måneden."


def test_each_of_the_examples_in_the_message_can_be_written() -> None:
    said = EXAMPLE.removeprefix("Skriv for eksempel ").removesuffix(".").replace(" eller ", ", ").split(", ")
    assert len(said) == 6
    assert all(parse_repetition(example) for example in said)


units = ["dag", "uge", "måned", "måneden", "år", "ugentligt"]
words = st.sampled_from(
    ["hver", "hvert", "den", "i", "og", ",", "anden", "første", "sidste", "14.", "2.", "0.", "31", *units, *WEEKDAYS]
)


@modest
@given(st.one_of(st.text(max_size=40), st.lists(words, max_size=7).map(" ".join)))
def test_any_text_is_a_repetition_or_is_told(written: str) -> None:
    try:
        repetition = parse_repetition(written)
    except ValueError as error:
        assert str(error).startswith(f"{quoted(written)} ")
    else:
        assert parse_repetition(repetition.words()) == repetition


numbers = st.integers(1, 14)
weekdays = st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days)))
repetitions = st.one_of(
    st.builds(Repetition, st.just("DAILY"), numbers.filter(lambda number: number % 7 > 0)),
    st.builds(Repetition, st.sampled_from(["WEEKLY", "MONTHLY", "YEARLY"]), numbers),
    st.builds(Repetition, st.just("WEEKLY"), weekdays=weekdays),
    st.builds(nth, st.sampled_from([1, 2, 3, 4, -1]), st.integers(0, 6)),
    st.builds(Repetition, st.just("MONTHLY"), month_day=st.integers(1, 31)),
)


@modest
@given(repetitions)
def test_its_words_can_be_read_again(repetition: Repetition) -> None:
    assert parse_repetition(repetition.words()) == repetition


def counted(repetition: Repetition, start: date, until: date) -> Iterator[date]:
    """The days of a repetition, by looking at one day after the other."""
    for day in (start + timedelta(days=number) for number in range((until - start).days + 1)):
        monday, first_monday = (one - timedelta(days=one.weekday()) for one in (day, start))
        months = (day.year - start.year) * 12 + day.month - start.month
        steps, fits = {
            "DAILY": ((day - start).days, True),
            "WEEKLY": ((monday - first_monday).days // 7, day.weekday() in (repetition.weekdays or (start.weekday(),))),
            "MONTHLY": (months, _fits_month(repetition, start, day)),
            "YEARLY": (day.year - start.year, (day.month, day.day) == (start.month, start.day)),
        }[repetition.frequency]
        if fits and steps % repetition.interval == 0:
            yield day


def _fits_month(repetition: Repetition, start: date, day: date) -> bool:
    if repetition.nth is None:
        return day.day == (repetition.month_day or start.day)
    last = (day + timedelta(days=7)).month != day.month
    return day.weekday() in repetition.weekdays and (last if repetition.nth == -1 else (day.day - 1) // 7 + 1 == repetition.nth)


starts = st.one_of(st.dates(date(2023, 1, 1), date(2028, 12, 31)), st.sampled_from([date(2024, 2, 29), date(2026, 1, 31)]))


@modest
@given(repetitions, starts, st.integers(-1, 800))
def test_its_days_are_those_one_counts_by_hand(repetition: Repetition, start: date, length: int) -> None:
    until = start + timedelta(days=length)
    assert repetition.days(start, until) == list(counted(repetition, start, until))[: MAX_DAYS + 1]


@modest
@given(repetitions, starts)
def test_calendars_are_told_the_same_days(repetition: Repetition, start: date) -> None:
    parts = {key: ",".join(value) if isinstance(value, list) else value for key, value in repetition.parts().items()}
    rule = ";".join(f"{key}={value}" for key, value in parts.items())
    told = rrulestr(f"DTSTART:{start:%Y%m%d}T000000\nRRULE:{rule};UNTIL=20290101T000000")
    assert [moment.date() for moment in told][: MAX_DAYS + 1] == repetition.days(start, date(2029, 1, 1))


def test_every_day_for_thousands_of_years_is_not_counted_to_its_end() -> None:
    assert len(parse_repetition("hver dag").days(date(1, 1, 1), date(9999, 12, 31))) == MAX_DAYS + 1


def test_the_31st_is_left_out_of_shorter_months() -> None:
    days = parse_repetition("hver måned").days(date(2026, 1, 31), date(2026, 6, 1))
    assert days == [date(2026, 1, 31), date(2026, 3, 31), date(2026, 5, 31)]
