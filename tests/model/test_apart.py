"""Fields of which one says what belongs to another are read as if each said its own."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from pydantic import ValidationError

from generator.danish.dates import Moment
from generator.danish.recurrence import Repetition
from generator.model.change import Change
from generator.model.listed_days import days_apart
from generator.model.occurrences import occurrences
from generator.model.place import Place
from generator.model.state import State
from tests.model.test_occurrences import happening

FROM_TWO_TO_FOUR = (Moment(date(2026, 5, 3), time(14)), Moment(date(2026, 5, 3), time(16)))


@pytest.mark.parametrize(
    "fields",
    [
        ("start: 3. maj 2026 kl. 14-16",),
        ("start: 3/5 2026 14:00 - 16:00",),
        ("START: 3. maj 2026 kl. 14 til 16", "slut: '16,00'"),
        ("start: 3. maj 2026 kl. 14", "slut: 14-16"),
        ("start: 3. maj 2026", "slut: kl. 14 til 16"),
        ("start: 3. maj 2026 kl. 14", "slut: 3. maj kl. 16."),
    ],
)
def test_a_start_with_its_end(fields: tuple[str, ...]) -> None:
    event = happening(*fields)
    assert (event.start, event.end) == FROM_TWO_TO_FOUR


FIRST_AND_THIRD = (date(2026, 5, 1), date(2026, 5, 3))


@pytest.mark.parametrize(
    ("written", "days", "hours"),
    [
        ("1. og 3. maj 2026", FIRST_AND_THIRD, (None, None, None)),
        ("fre. den 1. & søn. 3. maj 2026 kl. 19", FIRST_AND_THIRD, (time(19), None, time(19))),
        ("1. og 3. maj 2026 kl. 19-21", FIRST_AND_THIRD, (time(19), time(21), time(19))),
        ("1. maj 2026 kl. 10, 3. maj 2026 kl. 14", FIRST_AND_THIRD, (time(10), None, time(14))),
        ("1. maj 2026 kl. 10 og 14", (FIRST_AND_THIRD[0],) * 2, (time(10), None, time(14))),
        ("1. maj 2026 kl. 10 og kl. 14.30", (FIRST_AND_THIRD[0],) * 2, (time(10), None, time(14, 30))),
    ],
)
def test_a_start_with_further_dates(
    written: str, days: tuple[date, date], hours: tuple[time | None, time | None, time | None]
) -> None:
    event = happening(f"start: {written}")
    [further] = event.more_dates
    assert (event.start, further) == (Moment(days[0], hours[0]), Moment(days[1], hours[2]))
    assert (event.end and event.end.clock) == hours[1]


def test_further_dates_beside_those_of_the_start_are_added() -> None:
    event = happening("start: 1. og 3. maj 2026 kl. 19", "flere datoer: 8. maj 2026")
    assert [moment.day.day for moment in event.more_dates] == [3, 8]


def test_what_was_meant_by_an_end_in_the_morning() -> None:
    with pytest.raises(ValidationError, match=r"Mente du 21\.00\?"):
        happening("start: 1. maj 2026 kl. 19", "slut: 9")


def test_a_day_of_the_week_ends_what_has_no_hours() -> None:
    assert happening("start: 1. maj 2026", "slut: søndag").end == Moment(date(2026, 5, 3))


def test_days_as_the_site_writes_them() -> None:
    event = happening("start: 28. november-6. december 2026")
    assert (event.start, event.end) == (Moment(date(2026, 11, 28)), Moment(date(2026, 12, 6)))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (("start: 3. maj 2026 kl. 14-16", "slut: 17.00"), "«3. maj 2026 kl. 14-16» siger også, hvornår det slutter"),
        (
            ("start: 3. maj 2026 kl. 14", "slut: 15-16"),
            "«15-16» er to klokkeslæt, og start siger kl. 14.00. Skriv kun, hvornår det slutter, for eksempel 16.",
        ),
        (("start: 3. maj 2026 kl. 16-14",), "«3. maj 2026 kl. 16-14» slutter, før det begynder."),
        (
            ("start: 31. dec. 2026 - 1. jan. 2026",),
            "«31. dec. 2026 - 1. jan. 2026» slutter, før det begynder. Mente du 1. januar 2027?",
        ),
        (("start: mandag den 1. maj 2026 - 3. maj 2026",), "«mandag den 1. maj 2026» passer ikke: den dato er en fredag."),
        (
            ("start: 3. maj 2026 kl. 14-16 (pause kl. 15)",),
            "«3. maj 2026 kl. 14-16 (pause kl. 15)» er mere end ét tidspunkt. Skriv kun",
        ),
        (
            ("start: 30. december 2026", "slut: 2. januar 2026"),
            "«2. januar 2026» ligger ikke efter arrangementets start. Mente du 2. januar 2027?",
        ),
        (("start: 3. maj 2026 kl. 14", "slut: 2-3 timer"), "«2-3 timer» er to længder. Skriv kun den længste: 3 timer."),
        (("start: 3. maj 2026 kl. 14", "slut: sent"), "«sent» er ikke et klokkeslæt. Skriv for eksempel 21.30, eller slet linjen"),
        (("start: 3. maj 2026 kl. 14", "slut: ved firetiden"), "«ved firetiden» er ikke et klokkeslæt."),
    ],
)
def test_ends_that_do_not_agree_are_reported(fields: tuple[str, ...], said: str) -> None:
    with pytest.raises(ValidationError) as refused:
        happening(*fields)
    [fault] = refused.value.errors()
    assert str(fault["ctx"]["error"]).startswith(said)


def test_the_hour_that_summer_time_skips_ends_but_does_not_begin() -> None:
    event = happening("start: 2027-03-27 kl. 21.00", "slut: 2027-03-28 kl. 2.00")
    assert event.end and event.end.at.isoformat() == "2027-03-28T03:00:00+02:00"
    with pytest.raises(ValidationError, match="stilles uret frem"):
        happening("start: 2027-03-28 kl. 2.00")


@pytest.mark.parametrize(
    "written",
    [
        "hver tirsdag til 1. december",
        "hver tirsdag frem til 1/12",
        "hver tirsdag til og med den 1. december 2026.",
        "tirsdage t.o.m. 1/12-26",
    ],
)
def test_a_repetition_with_its_last_day(written: str) -> None:
    event = happening("start: 2026-10-13 kl. 19.00", f"gentag: {written}")
    assert (event.repetition, event.until) == (Repetition("WEEKLY", weekdays=(1,)), date(2026, 12, 1))


@pytest.mark.parametrize(
    ("written", "last"),
    [
        ("hver tirsdag x 5", date(2026, 11, 10)),
        ("hver tirsdag, 5 gange", date(2026, 11, 10)),
        ("hver uge i 5 uger", date(2026, 11, 10)),
        ("hver 14. dag (3 gange)", date(2026, 11, 10)),
        ("anden tirsdag i måneden x2", date(2026, 11, 10)),
    ],
)
def test_a_repetition_that_comes_so_many_times(written: str, last: date) -> None:
    assert happening("start: 2026-10-13 kl. 19.00", f"gentag: {written}").until == last


@pytest.mark.parametrize(
    ("lines", "until", "left_out"),
    [
        (("start: hver tirsdag kl. 16-18, første gang 13. oktober 2026", "gentag til: 2026-11-10"), "11-10", ()),
        (("start: hver tirsdag kl. 16-18 fra 13. oktober 2026 til 10. november 2026",), "11-10", ()),
        (("start: 13. oktober 2026 kl. 16-18", "gentag: hver tirsdag", "slutdato: 10. november 2026"), "11-10", ()),
        (("start: 13. oktober 2026 kl. 16-18", "gentag: 5 tirsdage"), "11-10", ()),
        (("start: alle tirsdage kl. 16-18 - første gang d. 13/10-2026", "gentag til: 10/11-2026"), "11-10", ()),
        (
            ("start: 2026-10-13 kl. 16-18", "gentag: tirsdage", "gentag til: 2026-11-24", "undtagen: uge 43 og 45, 17/11"),
            "11-24",
            ("10-20", "11-03", "11-17"),
        ),
    ],
)
def test_a_repetition_in_the_words_of_other_fields(lines: tuple[str, ...], until: str, left_out: tuple[str, ...]) -> None:
    event = happening(*lines)
    assert (event.start, event.end) == (Moment(date(2026, 10, 13), time(16)), Moment(date(2026, 10, 13), time(18)))
    assert (event.repetition, f"{event.until:%m-%d}") == (Repetition("WEEKLY", weekdays=(1,)), until)
    assert tuple(f"{day:%m-%d}" for day in event.except_days) == left_out


def test_so_many_times_without_some_days_may_be_two_things() -> None:
    """Eight evenings of which one is left out are seven, or the last one is a week later."""
    with pytest.raises(ValidationError, match="skriv den sidste dag ved gentag til"):
        happening("start: 2026-10-13 kl. 19", "gentag: hver tirsdag, 8 gange", "undtagen: uge 43")


@pytest.mark.parametrize("written", ["tirsdage i lige uger", "lige uger", "hver tirsdag (kun lige ugenumre)"])
def test_even_weeks_are_every_second_week_until_a_year_of_53(written: str) -> None:
    event = happening("start: 2026-10-13 kl. 19.00", f"gentag: {written}", "gentag til: 2026-12-20")
    assert event.repetition and event.repetition.interval == 2
    for start, until in (("2026-10-06", "2026-12-20"), ("2026-10-13", "2027-01-20")):
        with pytest.raises(ValidationError, match=r"Skriv hver 14\. dag, lad start ligge i en af de rigtige uger"):
            happening(f"start: {start}", f"gentag: {written}", f"gentag til: {until}")


def test_the_same_hours_of_several_days_are_repeated_where_it_is_said() -> None:
    for written in ("1.-3. maj 2026, hver dag kl. 10-16", "fre-søn 1.-3. maj 2026 kl. 10-16 alle dage"):
        event = happening(f"start: {written}")
        assert (event.start, event.end) == (Moment(date(2026, 5, 1), time(10)), Moment(date(2026, 5, 1), time(16)))
        assert (event.repetition, event.until) == (Repetition("DAILY"), date(2026, 5, 3))
    cure = "hver dag, så skriv 1. maj 2026 til 3. maj 2026, hver dag kl. 10.00 til kl. 16.00. Er det i ét stræk, så skriv 1. maj"
    with pytest.raises(ValidationError, match=cure):
        happening("start: 1.-3. maj 2026 kl. 10-16")


def test_the_same_hours_of_days_in_a_list() -> None:
    event = happening("start: 2. og 3. maj 2026, begge dage kl. 10-16")
    assert (event.start, event.end) == (Moment(date(2026, 5, 2), time(10)), Moment(date(2026, 5, 2), time(16)))
    assert event.more_dates == (Moment(date(2026, 5, 3), time(10)),)


SERIES = ("start: 2026-10-13 kl. 19.00", "gentag: hver uge", "gentag til: 2026-11-10")


@pytest.mark.parametrize(
    "written",
    [
        *("ændringer: {20. oktober: aflyst, 27. oktober: aflyst}", "ændringer: {dag: 20. og 27. oktober, status: aflyst}"),
        *("ændringer: [20/10 aflyst, 27. oktober er aflyst]", "aflyst: 20. oktober og 27/10"),
    ],
)
def test_single_dates_that_are_cancelled_are_never_all_of_them(written: str) -> None:
    event = happening(*SERIES, written)
    assert event.state is State.PLANNED
    assert [(change.day.day.day, change.state) for change in event.changes] == [(20, State.CANCELLED), (27, State.CANCELLED)]
    with pytest.raises(ValidationError, match="kun den dag, så skriv den ved ændringer"):
        happening(*SERIES, "status: aflyst den 20. oktober")


@pytest.mark.parametrize("written", ["ny start: kl. 20", "start: 20.00", "ny dato: 20. oktober kl. 20"])
def test_a_new_hour_is_on_the_day_that_the_change_is_about(written: str) -> None:
    [change] = happening(*SERIES, f"ændringer: {{dato: 20. oktober, {written}}}").changes
    assert change.start == Moment(date(2026, 10, 20), time(20))


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        (("gentag: tirsdag uge 42-43, 45",), [13, 20, 3]),
        (("gentag: uge 42 til 44",), [13, 20, 27]),
        (("gentag: hver tirsdag i oktober",), [13, 20, 27]),
        (("gentag: hver tirsdag", "gentag til: 3 gange"), [13, 20, 27]),
        (("gentag: hver tirsdag", "gentag til: uge 44"), [13, 20, 27]),
        (("gentag: hver 14. dag", "gentag til: 4 uger"), None),
        (("gentag: tirsdage fra oktober",), None),
        (("gentag: tirsdage i november",), None),
        (("gentag: tirsdag uge 40-43",), [13, 20]),
    ],
)
def test_a_repetition_in_weeks_and_months(fields: tuple[str, ...], days: list[int] | None) -> None:
    try:
        found = [each.start.day.day for each in occurrences(happening("start: 2026-10-13 kl. 19.00", *fields))]
    except ValidationError:
        found = None
    assert found == days


def test_a_last_day_that_is_a_month_is_asked_about() -> None:
    with pytest.raises(ValidationError, match=r"Skriv 30\. november 2026, hvis den er med, og ellers 31\. oktober 2026"):
        happening("start: 2026-10-13 kl. 19.00", "gentag: hver uge", "gentag til: november")


@pytest.mark.parametrize(
    ("written", "minutes"), [("2", 120), ("1:30", 90), ("90", 90), ("ca. 1½ time", 90), ("2 timer inkl. pause", 120)]
)
def test_how_long_it_lasts_is_no_hour_of_the_night(written: str, minutes: int) -> None:
    event = happening("start: 2026-10-13 kl. 19.00", f"varighed: '{written}'")
    assert event.end and event.end.at - event.start.at == timedelta(minutes=minutes)


def test_a_deadline_soon_after_the_start_is_not_that_of_the_year_before() -> None:
    booking = happening("start: 2026-10-13 kl. 19.00", "tilmelding: {mail: a@example.org, frist: 14. oktober}").booking
    assert booking and booking.deadline == date(2026, 10, 14)


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Huset (lokale 3, 1. sal), Vej 5, 7700 Thisted", ("Huset (lokale 3, 1. sal)", "7700", "Thisted", None)),
        ("Huset, Vej 5, 7700 Thisted. Gratis parkering", ("Huset", "7700", "Thisted", "Gratis parkering")),
        ("Huset, Vej 5, 7900 Nykøbing M.", ("Huset", "7900", "Nykøbing M.", None)),
        ("Huset, Vej 5, 7700", ("Huset", "7700", None, None)),
    ],
)
def test_a_place_in_one_line(written: str, parts: tuple[str | None, ...]) -> None:
    place = happening("start: 2026-10-13", f"sted: {written}").place
    assert isinstance(place, Place)
    assert (place.name, place.postcode, place.town, place.way) == parts


@pytest.mark.parametrize("field", ["english: ja", "hjælpere: nej tak", "hjælpere: [x]"])
def test_an_answer_is_shown_to_nobody(field: str) -> None:
    with pytest.raises(ValidationError, match="siger ikke hvad"):
        happening("start: 2026-10-13", field)


@pytest.mark.parametrize("written", ["https://www.google.com/maps/@56.95,8.69,17z", "Zoom", "'https://zoom.us/j/1'"])
def test_a_link_is_no_place(written: str) -> None:
    with pytest.raises(ValidationError, match="er ikke et sted"):
        happening("start: 2026-10-13", f"sted: {written}")


def test_a_day_of_a_list_is_not_carried_to_another_year() -> None:
    for written in ("9/12 og 15. november 2026", "15. november 2026 og 9. oktober"):
        with pytest.raises(ValidationError, match="er ikke en dato"):
            happening(f"start: {written}")


@pytest.mark.parametrize("written", ["hver 14. dag i 5 uger", "hver tirsdag og torsdag i 5 uger"])
def test_so_many_weeks_of_what_comes_otherwise_are_asked_about(written: str) -> None:
    with pytest.raises(ValidationError, match="skriv den sidste dag ved gentag til"):
        happening("start: 2026-10-13 kl. 19.00", f"gentag: {written}", "gentag til: 2026-12-01")


@pytest.mark.parametrize("written", ["minus 20/10", "undtagen 20. oktober", "(ikke d. 20/10)", ", dog ikke den 20. oktober 2026"])
def test_a_repetition_with_the_days_it_leaves_out(written: str) -> None:
    event = happening("start: 2026-10-13 kl. 19.00", f"gentag: hver tirsdag {written}", "gentag til: 2026-11-10")
    assert (event.repetition, event.except_days) == (Repetition("WEEKLY", weekdays=(1,)), (date(2026, 10, 20),))


@pytest.mark.parametrize(
    ("written", "days"),
    [
        *(("uge 43", [20]), ("uge 43 og 45", [20, 3]), ("uge 43-44", [20, 27]), ("20. oktober - 27. oktober", [20, 27])),
        *(("efterårsferien", [13]), ("uge 43 (kursus)", [20]), ("vinterferie uge 44", [27]), ("hele november", [3, 10])),
    ],
)
def test_weeks_and_spans_that_are_left_out_are_the_days_in_them(written: str, days: list[int]) -> None:
    event = happening("start: 2026-10-13 kl. 19.00", "gentag: hver uge", "gentag til: 2026-11-10", f"undtagen: {written}")
    assert [day.day for day in event.except_days] == days
    with pytest.raises(ValidationError, match="Arrangementet er ikke i «uge 20»"):
        happening("start: 2026-10-13 kl. 19.00", "gentag: hver uge", "gentag til: 2026-11-10", "undtagen: uge 20")


@pytest.mark.parametrize(
    ("written", "last"),
    [
        ("udgangen af november", date(2026, 11, 30)),
        ("ultimo februar", date(2027, 2, 28)),
        ("til og med 1. december", date(2026, 12, 1)),
    ],
)
def test_a_last_day_that_is_the_end_of_a_month(written: str, last: date) -> None:
    assert happening("start: 2026-10-13 kl. 19.00", "gentag: hver uge", f"gentag til: {written}").until == last


@pytest.mark.parametrize("written", ["nej", "Nej, kun den dag", "ingen", "kun én gang", "gentages ikke"])
def test_what_does_not_repeat_has_one_date(written: str) -> None:
    assert happening("start: 2026-10-13 kl. 19.00", f"gentag: {written}").repetition is None


def test_two_hours_with_a_comma_between_are_asked_about() -> None:
    for written in ("2. maj 2026 kl. 19, 20.30", "2. maj 2026;19.00;20.30", "2. maj 2026 kl. 19, 20"):
        with pytest.raises(ValidationError, match=r"Er det fra-til, så skriv 19(?:\.00)?-20"):
            happening(f"start: {written}")


def test_a_repetition_may_say_its_first_day_again() -> None:
    event = happening("start: 2026-10-13 kl. 19.00", "gentag: hver tirsdag fra 13. oktober til 1. december")
    assert (event.repetition, event.until) == (Repetition("WEEKLY", weekdays=(1,)), date(2026, 12, 1))


def test_days_that_stand_where_the_repetition_goes_are_further_dates() -> None:
    event = happening("start: 2026-10-13", "gentag: 13/10, 20/10 og 27/10")
    assert [moment.day.day for moment in event.more_dates] == [20, 27]


def test_the_last_day_of_a_repetition_may_stand_as_its_end() -> None:
    event = happening("start: 2026-10-13 kl. 19.00", "gentag: hver tirsdag", "slut: 1. december")
    assert (event.until, event.end) == (date(2026, 12, 1), None)
    assert happening("start: 2026-10-13 kl. 19.00", "gentag: hver tirsdag", "slut: 14. oktober").until is None


def test_a_skipped_feast_is_the_one_that_comes() -> None:
    event = happening("start: 2026-04-30", "gentag: hver torsdag", "gentag til: 25/6", "undtagen: Kr. himmelfartsdag")
    assert event.except_days == (date(2026, 5, 14),)


def test_a_changed_date_has_the_year_in_which_it_comes() -> None:
    event = happening(
        "start: 2026-10-13", "gentag: hver uge", "gentag til: 2027-01-26", "ændringer: {Dato: 5. januar, status: aflyst}"
    )
    assert event.changes[0].day == Moment(date(2027, 1, 5))


def test_the_first_of_several_dates_is_the_start_where_none_is_named() -> None:
    event = happening("datoer: 2., 9. og 16. maj 2026")
    assert [event.start.day.day, *(moment.day.day for moment in event.more_dates)] == [2, 9, 16]


def test_days_of_the_week_are_no_last_day() -> None:
    event = happening("start: 2026-10-13", "gentag: mandag til fredag", "gentag til: 1. december")
    assert (event.repetition, event.until) == (Repetition("WEEKLY", weekdays=(0, 1, 2, 3, 4)), date(2026, 12, 1))


@pytest.mark.parametrize(
    "written",
    [
        *(
            "2026-10-20, 2026-10-27",
            "20. og 27. oktober 2026",
            "20/10 og 27/10",
            "['20. oktober', '27. oktober']",
            "20.-30. oktober 2026",
        ),
        "\n  - 20. oktober og 27. oktober 2026",
    ],
)
def test_skipped_days_in_one_line(written: str) -> None:
    event = happening("start: 2026-10-13 kl. 19.00", "gentag: hver uge", "gentag til: 2026-11-10", f"undtagen: {written}")
    assert event.except_days == (date(2026, 10, 20), date(2026, 10, 27))


def test_further_days_in_one_line() -> None:
    event = happening("start: 2026-05-01 kl. 10.00", "flere datoer: 8. maj, 15. maj og 22. maj 2026")
    assert [moment.day.day for moment in event.more_dates] == [8, 15, 22]
    assert happening("start: 2026-05-01", "flere datoer: 8. og 15. maj kl. 14").more_dates == (
        Moment(date(2026, 5, 8), time(14)),
        Moment(date(2026, 5, 15), time(14)),
    )


def test_a_further_day_that_may_be_of_the_year_before_must_say_its_year() -> None:
    with pytest.raises(ValidationError, match="mangler året"):
        happening("start: 2026-05-01", "flere datoer: 1. april")


@pytest.mark.parametrize(
    ("new", "end"),
    [
        ({"ny start": "9. maj 2026 kl. 14-16"}, Moment(date(2026, 5, 9), time(16))),
        ({"ny start": "9. maj 2026 kl. 14", "ny slut": "16"}, Moment(date(2026, 5, 9), time(16))),
        ({"ny start": "9. maj 2026 kl. 20", "ny slut": "24.00"}, Moment(date(2026, 5, 10), time())),
        ({"ny slut": "16,30"}, Moment(date(2026, 5, 8), time(16, 30))),
    ],
)
def test_a_change_says_its_end_as_an_event_does(new: dict[str, str], end: Moment) -> None:
    assert Change.model_validate({"dato": "2026-05-08", **new}).end == end


def test_without_the_event_only_days_that_need_no_other_are_apart() -> None:
    assert days_apart("8., 15. og 22. maj 2026") == ["2026-05-08", "2026-05-15", "22. maj 2026"]
    assert days_apart(["8. og 15. maj", "1. juni 2026, 2. juni 2026"]) == ["8. og 15. maj", "1. juni 2026", "2. juni 2026"]
    assert days_apart(["10.-12. maj 2026"]) == ["10.-12. maj 2026"]


@pytest.mark.parametrize("blank", [" ", "\t", "\N{NO-BREAK SPACE}"])
@pytest.mark.parametrize("field", ["flere datoer", "gentag til", "slut"])
def test_a_very_wide_gap_is_a_gap(field: str, blank: str) -> None:
    """It is narrowed before anything is read, or a file of 20,000 spaces would take seconds."""
    fields = ("start: 2026-05-01 kl. 10.00", *(("gentag: hver uge",) if field == "gentag til" else ()))
    narrow, wide = (happening(*fields, f'{field}: "8. maj{gap}2026"') for gap in (" ", blank.replace("\t", "\\t") * 19_000))
    assert (narrow.end, narrow.until, narrow.more_dates) == (wide.end, wide.until, wide.more_dates)
