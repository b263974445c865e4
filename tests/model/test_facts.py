"""What filters ask: ages in numbers, access that is stated, languages, and what is near."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.media import coast
from generator.model import age, facts, towns
from generator.model.values import Coordinates
from generator.pages.values import map_point
from tests.events_of_every_kind import view_of
from tests.sites import PROJECT


@pytest.mark.parametrize(
    ("written", "ages"),
    [
        ("13-25 år", (13, 25)),
        ("fra 6 til 12 år", (6, 12)),
        ("mellem 6 og 12 år", (6, 12)),
        ("fra 4 år", (4, 120)),
        ("fra 12 år, alene fra 15 år", (12, 120)),
        ("fra 5 år sammen med en voksen", (5, 120)),
        ("18+", (18, 120)),
        ("60 år og derover", (60, 120)),
        ("12 år", (12, 120)),
        ("under 12 år", (0, 11)),
        ("op til 10 år", (0, 10)),
        ("6-18 måneder", (0, 1)),
        ("ikke for børn under 15 år", (15, 120)),
        ("alle aldre", (0, 120)),
        ("for de nysgerrige", None),
        ("20-10 år", None),
    ],
)
def test_ages_are_read_in_whole_years(written: str, ages: tuple[int, int] | None) -> None:
    assert age.ages(written) == ages


EVENT = "titel: Kor\nstart: 2027-09-08 kl. {hour}\nsted: {{navn: Salen, by: Hobro}}\n{more}"


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("ja", "ja"),
        ("ja, ad rampen", "ja"),
        ("nej", "nej"),
        ("nej, der er en trappe", "nej"),
        ("ikke endnu", "nej"),
        ("desværre ikke", "nej"),
        ("ingen", "nej"),
        ("ingen trin", None),
        ("delvist", None),
        (None, None),
    ],
)
def test_only_a_yes_is_a_yes(tmp_path: Path, said: str | None, answer: str | None) -> None:
    more = f'adgang: {{trinfri: "{said}"}}' if said else ""
    calendar = view_of(tmp_path, {"kor": EVENT.format(hour="10.00", more=more)}).calendar
    (date,) = calendar.ahead
    assert facts.access(date.event, date, calendar.place(date.event.owner, date.place)).get("step_free") == answer


@pytest.mark.parametrize(
    ("hour", "end", "evening"), [("10.00", "12.00", False), ("19.00", "21.00", True), ("10.00", "22.00", True), ("17.00", "", True)]
)
def test_an_evening_begins_at_17(tmp_path: Path, hour: str, end: str, evening: bool) -> None:
    (date,) = view_of(tmp_path, {"kor": EVENT.format(hour=hour, more=f"slut: {end}" if end else "")}).calendar.ahead
    assert facts.is_in_the_evening(date) is evening


@pytest.mark.parametrize(
    ("start", "end", "clock"),
    [
        ("2026-10-01 kl. 10.00", "", "1000"),
        ("2026-10-01 kl. 21.00", "slut: 2.00", "21000200"),
        ("2026-10-01", "", ""),
        ("2026-10-01 kl. 9.00", "slut: 2026-10-02 kl. 12.00", ""),
    ],
)
def test_hours_are_said_of_what_is_on_one_day(tmp_path: Path, start: str, end: str, clock: str) -> None:
    (date,) = view_of(tmp_path, {"kor": f"titel: Kor\nstart: {start}\n{end}"}).calendar.ahead
    assert facts.clock(date) == clock


def test_an_event_without_a_language_is_in_danish(tmp_path: Path) -> None:
    events = {
        "a": EVENT.format(hour="10.00", more=""),
        "b": EVENT.format(hour="10.00", more="sprog: dansk, tolkes til ukrainsk og arabisk"),
    }
    one, other = view_of(tmp_path, events).calendar.ahead
    assert facts.languages(one.event) == ("dansk",)
    assert facts.languages(other.event) == ("dansk", "ukrainsk", "arabisk")


def test_what_is_near_is_as_far_as_the_crow_flies() -> None:
    near = towns.near(Coordinates(56.66, 9.80))
    assert near["Hobro"] == 2
    assert "Skagen" not in near and max(near.values()) <= towns.FARTHEST
    assert all(towns.near(place)[name] == 0 for name, place in towns.TOWNS.items())


def test_every_town_lies_on_land() -> None:
    shapes = coast.shapes(PROJECT / "theme")

    def is_land(place: Coordinates) -> bool:
        x, y = map_point(place)
        lines = (line for shape in shapes for line in zip(shape, (*shape[1:], shape[0]), strict=True))
        east = ((one, other) for one, other in lines if (one[1] > y) != (other[1] > y))
        return sum(x < one[0] + (other[0] - one[0]) * (y - one[1]) / (other[1] - one[1]) for one, other in east) % 2 == 1

    assert not is_land(Coordinates(57.0, 9.0)) and not is_land(Coordinates(57.4, 10.8)), "the Limfjord and the Kattegat"
    assert [name for name, place in towns.TOWNS.items() if not is_land(place)] == []
