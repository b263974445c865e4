"""How something comes again: every way a volunteer writes it, and the days that follow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from generator.danish.patterns import WEEKDAYS
from generator.danish.recurrence import MAX_DAYS, Repetition
from generator.danish.repetition import parse_repetition
from generator.danish.repetition_words import EXAMPLE
from generator.problems.problem import quoted
from tests.trees import modest

TUESDAY, THURSDAY, FRIDAY = 1, 3, 4


MONTHLY_THURSDAYS = Repetition("MONTHLY", weekdays=(THURSDAY,), nths=(1, 3))
TUESDAY_AND_FRIDAY = Repetition("WEEKLY", weekdays=(TUESDAY, FRIDAY))
WORKING_DAYS = "hver mandag, tirsdag, onsdag, torsdag og fredag"
WAYS_OF_WORKING_DAYS = ("hver hverdag", "på hverdage", "alle hverdage", "mandag til fredag", "man-fre", "hver mandag \u2013 fredag")


def nth(week: int, day: int) -> Repetition:
    return Repetition("MONTHLY", weekdays=(day,), nths=(week,))


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
        ("tirs + tors", Repetition("WEEKLY", weekdays=(TUESDAY, THURSDAY)), "hver tirsdag og torsdag"),
        ("tirsdag samt torsdag", Repetition("WEEKLY", weekdays=(TUESDAY, THURSDAY)), "hver tirsdag og torsdag"),
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
        ("den 15. i måneden", Repetition("MONTHLY", month_days=(15,)), "hver måned den 15."),
        ("hver måned den 15.", Repetition("MONTHLY", month_days=(15,)), "hver måned den 15."),
        ("den 31", Repetition("MONTHLY", month_days=(31,)), "hver måned den 31."),
        ("5. tirsdag i måneden", nth(5, TUESDAY), "femte tirsdag i måneden"),
        ("hver sidste torsdag i måneden", nth(-1, THURSDAY), "sidste torsdag i måneden"),
        ("hver første torsdag", nth(1, THURSDAY), "første torsdag i måneden"),
        ("hver anden torsdag i måneden", nth(2, THURSDAY), "anden torsdag i måneden"),
        ("2. torsdag hver måned", nth(2, THURSDAY), "anden torsdag i måneden"),
        ("1. og 3. torsdag i måneden", MONTHLY_THURSDAYS, "første og tredje torsdag i måneden"),
        ("den første og den tredje torsdag i hver måned", MONTHLY_THURSDAYS, "første og tredje torsdag i måneden"),
        ("første torsdag i hver anden måned", Repetition("MONTHLY", 2, (THURSDAY,), (1,)), "første torsdag i hver 2. måned"),
        ("sidste dag i måneden", Repetition("MONTHLY", month_days=(-1,)), "sidste dag i måneden"),
        ("månedens sidste dag", Repetition("MONTHLY", month_days=(-1,)), "sidste dag i måneden"),
        ("den sidste i hver måned", Repetition("MONTHLY", month_days=(-1,)), "sidste dag i måneden"),
        ("den første i måneden", Repetition("MONTHLY", month_days=(1,)), "hver måned den 1."),
        ("hver 1. i måneden", Repetition("MONTHLY", month_days=(1,)), "hver måned den 1."),
        ("den 1. og den 15. i måneden", Repetition("MONTHLY", month_days=(1, 15)), "hver måned den 1. og 15."),
        ("hver anden måned den 15.", Repetition("MONTHLY", 2, month_days=(15,)), "hver 2. måned den 15."),
        ("månedligt", Repetition("MONTHLY"), "hver måned"),
        ("én gang om måneden", Repetition("MONTHLY"), "hver måned"),
        ("hvert kvartal", Repetition("MONTHLY", 3), "hver 3. måned"),
        ("hvert halve år", Repetition("MONTHLY", 6), "hver 6. måned"),
        ("årligt", Repetition("YEARLY"), "hvert år"),
        ("en gang om året", Repetition("YEARLY"), "hvert år"),
        ("dagligt", Repetition("DAILY"), "hver dag"),
        ("alle dage", Repetition("DAILY"), "hver dag"),
        ("hver 14 dag", Repetition("WEEKLY", 2), "hver 14. dag"),
        ("hver fjortende dag", Repetition("WEEKLY", 2), "hver 14. dag"),
        ("hveranden uge", Repetition("WEEKLY", 2), "hver 14. dag"),
        ("Hver uge.", Repetition("WEEKLY"), "hver uge"),
        ("en gang om ugen", Repetition("WEEKLY"), "hver uge"),
        ("tirsdage", Repetition("WEEKLY", weekdays=(TUESDAY,)), "hver tirsdag"),
        ("om tirsdagen", Repetition("WEEKLY", weekdays=(TUESDAY,)), "hver tirsdag"),
        ("alle tirsdage og torsdage", Repetition("WEEKLY", weekdays=(TUESDAY, THURSDAY)), "hver tirsdag og torsdag"),
        ("hver tirs- og torsdag", Repetition("WEEKLY", weekdays=(TUESDAY, THURSDAY)), "hver tirsdag og torsdag"),
        ("hver tirsdag formiddag", Repetition("WEEKLY", weekdays=(TUESDAY,)), "hver tirsdag"),
        ("tirsdagsaften", Repetition("WEEKLY", weekdays=(TUESDAY,)), "hver tirsdag"),
        *((way, Repetition("WEEKLY", weekdays=(0, 1, 2, 3, 4)), WORKING_DAYS) for way in WAYS_OF_WORKING_DAYS),
        ("fredag til søndag", Repetition("WEEKLY", weekdays=(FRIDAY, 5, 6)), "hver fredag, lørdag og søndag"),
        ("lørdag-mandag", Repetition("WEEKLY", weekdays=(0, 5, 6)), "hver mandag, lørdag og søndag"),
        ("hver weekend", Repetition("WEEKLY", weekdays=(5, 6)), "hver lørdag og søndag"),
        ("hver dag undtagen weekenden", Repetition("WEEKLY", weekdays=(0, 1, 2, 3, 4)), WORKING_DAYS),
        ("hver anden uge om torsdagen", Repetition("WEEKLY", 2, (THURSDAY,)), "hver 2. uge, torsdag"),
        ("torsdag hver 14. dag", Repetition("WEEKLY", 2, (THURSDAY,)), "hver 2. uge, torsdag"),
        ("hver sjette torsdag", Repetition("WEEKLY", 6, (THURSDAY,)), "hver 6. uge, torsdag"),
        ("every thursday", Repetition("WEEKLY", weekdays=(THURSDAY,)), "hver torsdag"),
        ("every other week on Thursdays", Repetition("WEEKLY", 2, (THURSDAY,)), "hver 2. uge, torsdag"),
        ("last Friday of the month", nth(-1, FRIDAY), "sidste fredag i måneden"),
        ("næstsidste fredag i måneden", nth(-2, FRIDAY), "næstsidste fredag i måneden"),
        ("d. 15. i hver md.", Repetition("MONTHLY", month_days=(15,)), "hver måned den 15."),
        ("en gang ugentligt", Repetition("WEEKLY"), "hver uge"),
        ("1 x pr. måned", Repetition("MONTHLY"), "hver måned"),
        *(
            (way, Repetition("WEEKLY", weekdays=(TUESDAY,)), "hver tirsdag")
            for way in (
                "ugentligt om tirsdagen",
                "hver uge (tirsdag)",
                "1 gang om ugen - tirsdag",
                "Ja, altid hver tirsdag",
                "hvertirsdag",
            )
        ),
        *((way, Repetition("WEEKLY", 2), "hver 14. dag") for way in ("med 14 dages mellemrum", "hver to uger", "bi-weekly")),
        *((way, nth(1, FRIDAY), "første fredag i måneden") for way in ("1. fredag pr. måned", "every month on the first Friday")),
        *((way, Repetition("MONTHLY", month_days=(3,)), "hver måned den 3.") for way in ("hver d. 3.", "hver måned d. 3.")),
        ("hver aften", Repetition("DAILY"), "hver dag"),
        ("alle ugens dage", Repetition("DAILY"), "hver dag"),
        *(
            (way, TUESDAY_AND_FRIDAY, "hver tirsdag og fredag")
            for way in ("ti, fr", "tirsd. fred.", "tirsdag/fredag", "tirsdag fredag")
        ),
        *((way, Repetition("WEEKLY", weekdays=(0, 1, 2, 3, 4)), WORKING_DAYS) for way in ("ma-fr", "mandag t.o.m. fredag")),
        *(
            (way, Repetition("WEEKLY", weekdays=(0, 1, 3, 4)), "hver mandag, tirsdag, torsdag og fredag")
            for way in (
                "hverdage undtagen onsdag",
                "mandag-fredag (ikke onsdag)",
                "alle hverdage, men ikke onsdage",
                "ma-fr minus onsdag",
            )
        ),
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
        "6. tirsdag i måneden",
        "hver sådan dag i måneden",
        "hver anden dag i måneden",
        "den 0.",
        "den 32.",
        "FREQ=WEEKLY",
    ],
)
def test_what_is_not_a_repetition_is_reported_with_examples(written: str) -> None:
    with pytest.raises(ValueError, match="er ikke en gentagelse") as raised:
        parse_repetition(written)
    assert str(raised.value) == f"«{written}» er ikke en gentagelse. {EXAMPLE}"


@pytest.mark.parametrize(
    ("written", "weeks", "month"),
    [
        ("hver anden torsdag", "hver 14. dag", "2. torsdag i måneden"),
        ("hver 2. tirsdag", "hver 14. dag", "2. tirsdag i måneden"),
        ("hveranden tirsdag aften", "hver 14. dag", "2. tirsdag i måneden"),
        ("hver tredje mandag", "hver 3. uge", "3. mandag i måneden"),
        ("hver fjerde fredag.", "hver 4. uge", "4. fredag i måneden"),
        ("hver 5. fredag", "hver 5. uge", "sidste fredag i måneden"),
        ("hver anden tirsdag og torsdag", "hver 2. uge, tirsdag og torsdag", "2. tirsdag og torsdag i måneden"),
    ],
)
def test_what_can_mean_two_things_is_asked_about_with_both(written: str, weeks: str, month: str) -> None:
    """To some it is every fourteen days, to others the second of the month."""
    with pytest.raises(ValueError, match="kan betyde to ting") as raised:
        parse_repetition(written)
    assert str(raised.value) == f"«{written}» kan betyde to ting. Skriv {weeks} eller {month}."
    assert parse_repetition(weeks).frequency == "WEEKLY"
    assert parse_repetition(month).frequency == "MONTHLY"


@pytest.mark.parametrize(
    ("written", "cure"),
    [
        ("hver uge undtagen i juli", "skriv de dage, der springes over, ved undtagen."),
        ("hver tirsdag kl. 19", "Klokkeslættet står ved start."),
        (
            "tirsdage i lige uger",
            "Skriv hver 14. dag, lad start ligge i en af de rigtige uger, og lad det slutte ved nytår, hvis året har 53 uger.",
        ),
        ("hver uge til jul", "skriv den sidste dag ved gentag til."),
        (
            "hver anden uge (ulige)",
            "Skriv hver 14. dag, lad start ligge i en af de rigtige uger, og lad det slutte ved nytår, hvis året har 53 uger.",
        ),
        ("hver tirsdag, 8 gange", "skriv den sidste dag ved gentag til."),
        (
            "2 gange om ugen",
            "Skriv, hvilke dage det er, for eksempel hver mandag og torsdag. Er dagene ikke faste, så skriv dem ved flere datoer.",
        ),
        ("hver uge fra maj", "Den første dag står ved start, og den sidste ved gentag til."),
        ("første søndag i måneden jan-maj", "Den første dag står ved start, og den sidste ved gentag til."),
        ("2. tirsdag i måneden (sep-apr)", "Den første dag står ved start, og den sidste ved gentag til."),
        ("sidste lørdag i august", "Er dagene ikke faste, så skriv dem ved flere datoer."),
        ("hver dag i sommerferien", "Er dagene ikke faste, så skriv dem ved flere datoer."),
        ("5 torsdage", "skriv den sidste dag ved gentag til."),
        ("hver torsdag x 5", "skriv den sidste dag ved gentag til."),
        ("2 onsdage om måneden", "Skriv, hvilke det er, for eksempel første og tredje onsdag i måneden."),
        ("første hverdag i måneden", "Det kan ikke gentages af sig selv. Skriv dagene ved flere datoer."),
        ("første weekend i måneden", "Det kan ikke gentages af sig selv. Skriv dagene ved flere datoer."),
        ("hver lørdag minus 2/5", "skriv de dage, der springes over, ved undtagen."),
        ("hver torsdag fra 7. maj", "Den første dag står ved start, og den sidste ved gentag til."),
        ("hver torsdag september-april", "Den første dag står ved start, og den sidste ved gentag til."),
        ("hver torsdag kl 19", "Klokkeslættet står ved start."),
        ("hver torsag", "Mente du hver torsdag?"),
    ],
)
def test_what_says_more_than_how_often_is_reported_where_the_rest_goes(written: str, cure: str) -> None:
    with pytest.raises(ValueError, match="er ikke en gentagelse") as raised:
        parse_repetition(written)
    assert str(raised.value).endswith(cure)


def test_each_of_the_examples_in_the_message_can_be_written() -> None:
    said = EXAMPLE.removeprefix("Skriv for eksempel ").removesuffix(".").replace(" eller ", ", ").split(", ")
    assert len(said) == 6
    assert all(parse_repetition(example) for example in said)


units = ["dag", "uge", "måned", "måneden", "år", "ugentligt"]
words = st.sampled_from(
    [
        *(
            "hver",
            "hvert",
            "den",
            "i",
            "og",
            ",",
            "anden",
            "første",
            "sidste",
            "14.",
            "2.",
            "0.",
            "31",
            "til",
            "-",
            "undtagen",
            "hverdag",
        ),
        *("weekend", "femte", "om", *units, *WEEKDAYS),
    ]
)


@modest
@given(st.one_of(st.text(max_size=40), st.lists(words, max_size=7).map(" ".join)))
def test_any_text_is_a_repetition_or_is_reported(written: str) -> None:
    try:
        repetition = parse_repetition(written)
    except ValueError as error:
        assert str(error).startswith(f"{quoted(written)} ")
    else:
        assert parse_repetition(repetition.words()) == repetition


def some_of(numbers: list[int]) -> st.SearchStrategy[tuple[int, ...]]:
    """Some of the numbers, in their order."""
    return st.sets(st.sampled_from(numbers), min_size=1, max_size=4).map(lambda some: tuple(sorted(some, key=numbers.index)))


numbers = st.integers(1, 14)
weekdays = st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days)))
repetitions = st.one_of(
    st.builds(Repetition, st.just("DAILY"), numbers.filter(lambda number: number % 7 > 0)),
    st.builds(Repetition, st.sampled_from(["WEEKLY", "MONTHLY", "YEARLY"]), numbers),
    st.builds(Repetition, st.just("WEEKLY"), numbers, weekdays),
    st.builds(Repetition, st.just("MONTHLY"), numbers, weekdays, some_of([1, 2, 3, 4, 5, -2, -1])),
    st.builds(Repetition, st.just("MONTHLY"), numbers, month_days=some_of([*range(1, 32), -1])),
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
    if not repetition.nths:
        is_last = (day + timedelta(days=1)).day == 1
        return day.day in (repetition.month_days or (start.day,)) or (is_last and -1 in repetition.month_days)
    after = sum((day + timedelta(days=7 * weeks)).month == day.month for weeks in range(1, 5))
    return day.weekday() in repetition.weekdays and not {(day.day - 1) // 7 + 1, -1 - after}.isdisjoint(repetition.nths)


starts = st.one_of(st.dates(date(2023, 1, 1), date(2028, 12, 31)), st.sampled_from([date(2024, 2, 29), date(2026, 1, 31)]))


@modest
@given(repetitions, starts, st.integers(-1, 800))
def test_its_days_are_those_one_counts_by_hand(repetition: Repetition, start: date, length: int) -> None:
    until = start + timedelta(days=length)
    assert repetition.days(start, until) == list(counted(repetition, start, until))[: MAX_DAYS + 1]


@modest
@given(repetitions, starts)
def test_calendars_are_reported_the_same_days(repetition: Repetition, start: date) -> None:
    parts = {key: ",".join(map(str, value)) if isinstance(value, list) else value for key, value in repetition.parts().items()}
    rule = ";".join(f"{key}={value}" for key, value in parts.items())
    named = rrulestr(f"DTSTART:{start:%Y%m%d}T000000\nRRULE:{rule};UNTIL=20290101T000000")
    assert [moment.date() for moment in named][: MAX_DAYS + 1] == repetition.days(start, date(2029, 1, 1))


def test_every_day_for_thousands_of_years_is_not_counted_to_its_end() -> None:
    assert len(parse_repetition("hver dag").days(date(1, 1, 1), date(9999, 12, 31))) == MAX_DAYS + 1


def test_the_31st_is_left_out_of_shorter_months() -> None:
    days = parse_repetition("hver måned").days(date(2026, 1, 31), date(2026, 6, 1))
    assert days == [date(2026, 1, 31), date(2026, 3, 31), date(2026, 5, 31)]


@pytest.mark.parametrize(
    ("written", "start", "until", "months"),
    [
        ("hver måned", "2026-05-31", "2026-10-31", ["2026-06", "2026-09"]),
        ("hver måned", "2026-05-31", "2026-06-29", []),
        ("hver måned", "2026-05-31", "2026-06-30", ["2026-06"]),
        ("hver måned", "2026-05-28", "2030-05-28", []),
        ("den 30. i måneden", "2026-01-30", "2027-03-01", ["2026-02", "2027-02"]),
        ("hver måned", "2027-12-29", "2029-03-01", ["2029-02"]),
        ("hver anden måned", "2026-01-31", "2026-12-31", ["2026-09", "2026-11"]),
        ("femte fredag i måneden", "2026-05-29", "2026-08-31", ["2026-06", "2026-08"]),
        ("sidste fredag i måneden", "2026-05-29", "2027-08-31", []),
        ("sidste dag i måneden", "2026-05-31", "2027-08-31", []),
        ("den 1. og 31. i måneden", "2026-05-31", "2026-07-31", ["2026-06"]),
        ("den 31. og sidste dag i måneden", "2026-05-31", "2026-07-31", []),
        ("hvert år", "2024-02-29", "2028-12-31", ["2025-02", "2026-02", "2027-02"]),
        ("hvert fjerde år", "2024-02-29", "2032-12-31", []),
        ("hver uge", "2026-05-31", "2026-10-31", []),
        ("hver 30. dag", "2026-05-31", "2026-10-31", []),
    ],
)
def test_months_that_have_no_such_day_are_found(written: str, start: str, until: str, months: list[str]) -> None:
    repetition, last = parse_repetition(written), date.fromisoformat(until)
    days = repetition.days(date.fromisoformat(start), last)
    assert [f"{month:%Y-%m}" for month in repetition.left_out(days, last)] == months
