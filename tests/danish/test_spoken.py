"""Days and hours as they are spoken are read as those that are written."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time

import pytest
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st

from generator.danish import spoken
from generator.danish.dates import Moment, parse_day, parse_moment
from generator.danish.patterns import WEEKDAYS
from generator.danish.spans import parse_end, two_moments
from generator.danish.spoken import usual
from tests.trees import modest

SATURDAY = date(2026, 5, 2)


@pytest.mark.parametrize(
    "written",
    [
        *("lørdag den anden maj 2026", "den 2den maj 2026", "2nd of May 2026", "Saturday, May 2, 2026", "Sat 2 May 2026"),
        *("lørdg 2. maj 2026", "lordag d. 2/5 2026", "lørd. 2. maj 2026", "2. maj 2026 (lørdag)", "2 . maj 2026", "2. maj i 2026"),
        *(
            "første lørdag i maj 2026",
            "(2. maj 2026)",
            "lørdag, 2. maj (2026)",
            "lørdag – 2. maj 2026",
            "den 2. i 5. 2026",
            "2026, 2. maj",
            "2.05.-2026",
            "2_5_2026",
        ),
        *("1) lørdag den 2. maj 2026", "Samstag, 2. Mai 2026", "Sonnabend, den 2. Mai 2026"),
        *("Dato: 2. maj 2026", "2. maj 2026!", "📅 2. maj 2026", "2. maj 2026 hele dagen", "lørdag i uge 18 2026"),
    ],
)
def test_a_day_that_is_spoken(written: str) -> None:
    assert parse_moment(written) == Moment(SATURDAY)


@pytest.mark.parametrize(
    "written",
    [
        *("2. maj 2026 kl. 7 om aftenen", "lørdag aften den 2. maj 2026 kl. 7", "2. maj 2026 klokken nitten", "2. maj 2026 at 7pm"),
        *(
            "2. maj 2026 @ 19",
            "2. maj 2026 • 19:00",
            "2. maj 2026, start kl. 19",
            "2. maj 2026 kl. 19-?",
            "2. maj 2026 fra 19 og frem",
        ),
        *(
            "2. maj 2026 kl. 19 præcis",
            "2. maj 2026 19h00",
            "2. maj 2026 klokken syv om aftenen",
            "lørdag 2. maj 2026 aften kl. 19",
            "2. maj 2026 om aftenen kl. 7",
            "2. maj 2026, 19:00 Uhr",
            "lørdag den 2. maj kl. 19 2026",
        ),
    ],
)
def test_an_hour_that_is_spoken(written: str) -> None:
    assert parse_moment(written) == Moment(SATURDAY, time(19))


@pytest.mark.parametrize(
    ("written", "hour"),
    [
        ("halv otte om aftenen", time(19, 30)),
        ("kvart i ni om morgenen", time(8, 45)),
        ("kl. 2 om eftermiddagen", time(14)),
        ("kl. 3 om natten", time(3)),
        ("middag", time(12)),
        ("fem i halv otte om aftenen", time(19, 25)),
        ("ti over 7 om aftenen", time(19, 10)),
        ("- 19.30", time(19, 30)),
        (": 19:30", time(19, 30)),
        ("vi mødes kl. 9", time(9)),
        ("kl. 12 middag", time(12)),
    ],
)
def test_an_hour_in_a_part_of_the_day(written: str, hour: time) -> None:
    assert parse_moment(f"2. maj 2026 {written}") == Moment(SATURDAY, hour)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("fre-søn 1.-3. maj 2026", (date(2026, 5, 1), date(2026, 5, 3))),
        ("fra fredag den 1. til søndag den 3. maj 2026", (date(2026, 5, 1), date(2026, 5, 3))),
        ("weekenden 2.-3. maj 2026", (SATURDAY, date(2026, 5, 3))),
        ("i dagene 2.-3. maj 2026", (SATURDAY, date(2026, 5, 3))),
        ("2026-05-02/2026-05-03", (SATURDAY, date(2026, 5, 3))),
    ],
)
def test_days_that_are_spoken_of_together(written: str, meant: tuple[date, date]) -> None:
    pair = two_moments(written)
    assert pair
    start = parse_moment(pair[0])
    assert (start.day, parse_end(pair[1], start).day) == meant


@pytest.mark.parametrize("written", ["søndg 2. maj 2026", "2. maj 2026 (fredag)", "fredag aften den 2. maj 2026 kl. 19"])
def test_a_weekday_that_does_not_fit_is_refused_however_it_is_spelt(written: str) -> None:
    with pytest.raises(ValueError, match="passer ikke"):
        parse_moment(written)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2. pinsedag 2026", date(2026, 5, 25)),
        ("2. pinsedag, mandag den 25. maj 2026", date(2026, 5, 25)),
        ("mandag d. 25/5 2026 (2. pinsedag)", date(2026, 5, 25)),
        ("4. s.e.trin. 2026", date(2026, 6, 28)),
        ("søndag den 28. juni 2026, 4. søndag efter trinitatis", date(2026, 6, 28)),
        ("allehelgens søndag 2026", date(2026, 11, 1)),
        ("mors dag 2026", date(2026, 5, 10)),
        ("Kr. himmelfartsdag 2026", date(2026, 5, 14)),
        ("juleaften 2026", date(2026, 12, 24)),
        ("anden juledag 2026", date(2026, 12, 26)),
        ("Sct. Hans aften 2026", date(2026, 6, 23)),
        ("første søndag i advent 2026", date(2026, 11, 29)),
        ("4. søndag i advent 2023", date(2023, 12, 24)),
    ],
)
def test_a_day_with_a_name(name: str, day: date) -> None:
    assert parse_moment(name).day == day
    assert parse_moment(f"{name} kl. 10") == Moment(day, time(10))


@modest
@given(st.integers(2000, 2090))
def test_feasts_that_move_fall_on_their_weekday(year: int) -> None:
    assert parse_day(f"påskedag {year}") == easter(year)
    days = {name: parse_day(f"{name} {year}") for name in ("langfredag", "palmesøndag", "pinsedag", "1. søndag i advent")}
    assert all(name.endswith(WEEKDAYS[day.weekday()]) for name, day in days.items() if name[-3:] == "dag" and name != "pinsedag")
    assert days["pinsedag"].weekday() == days["1. søndag i advent"].weekday() == 6


@pytest.mark.parametrize(("pattern", "put", "example"), spoken._SAID, ids=[example for *_, example in spoken._SAID])
def test_each_pattern_changes_its_example_once(pattern: str, put: Callable[[re.Match[str]], str] | str, example: str) -> None:
    assert re.sub(pattern, put, example) != example
    assert usual(usual(example)) == usual(example)


@modest
@given(st.lists(st.sampled_from(["halv", "otte", "kl. ", "om aftenen", "2. maj 2026", "fra ", "-", " ", "x", "7"]), max_size=400))
def test_nothing_holds_it_up(parts: list[str]) -> None:
    assert len(usual("".join(parts))) <= 2 * len("".join(parts)) + 20


def test_a_feast_on_another_date_than_its_own_is_refused_with_its_date() -> None:
    with pytest.raises(ValueError, match="søndag i advent det år er den 29"):
        parse_moment("1. søndag i advent, 22. november 2026")
