"""The programme of a large day: the hours after midnight belong to its evening, on the page and for the clock alike."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from generator.danish.dates import ZONE, parse_moment
from generator.model.calendar import Calendar
from generator.pages.context import SiteContext
from generator.pages.day import day_programme, instants
from tests.events_of_every_kind import view_of

EVENING = "titel: Fest\nstart: 2026-08-14 kl. 20.00\nslut: 3.00"
NIGHT = (
    "{kl: 2.00, titel: Sidste}",
    "{kl: 0.30, titel: Sen}",
    "{kl: 20.00, titel: Første}",
    "{kl: 23.30, slut: 0.30, titel: Midnat}",
)


def shown(root: Path, facts: str, points: tuple[str, ...], now: str) -> list[tuple[str | None, list[tuple[str, str, str]]]]:
    """Return each stage's day with its points: the hour, the instant at which it begins, and how it stands at `now`."""
    fields = facts + "\nprogram:\n  punkter:\n" + "".join(f"    - {point}\n" for point in points)
    context = SiteContext(Calendar.at(view_of(root, {"fest": fields}).site, parse_moment(now).at), root, examples=True)
    [occurrence] = context.calendar.occurrences
    programme = day_programme(context, occurrence)
    assert programme
    shown_points = [point for stage in programme["stages"] for point in stage["points"]]
    assert {*instants(occurrence)} == {datetime.fromisoformat(point[key]) for point in shown_points for key in ("begins", "ends")}
    return [
        (stage["day"], [(point["time"], point["begins"][:16], point["state"]) for point in stage["points"]])
        for stage in programme["stages"]
    ]


@pytest.mark.parametrize(
    ("now", "states"),
    [
        ("2026-08-14 kl. 12.00", ["next", "next", "next", "next"]),
        ("2026-08-14 kl. 21.00", ["now", "next", "next", "next"]),
        ("2026-08-15 kl. 0.15", ["past", "now", "next", "next"]),
        ("2026-08-15 kl. 0.30", ["past", "past", "now", "next"]),
        ("2026-08-15 kl. 2.30", ["past", "past", "past", "now"]),
        ("2026-08-15 kl. 3.00", ["past", "past", "past", "past"]),
    ],
)
@pytest.mark.parametrize("points", [NIGHT, NIGHT[::-1]], ids=["one order", "the other"])
def test_the_night_comes_after_its_evening(tmp_path: Path, points: tuple[str, ...], now: str, states: list[str]) -> None:
    [(day, listed)] = shown(tmp_path, EVENING, points, now)
    begins = ["2026-08-14T20:00", "2026-08-14T23:30", "2026-08-15T00:30", "2026-08-15T02:00"]
    assert day is None
    assert listed == list(zip(["20.00", "23.30", "0.30", "2.00"], begins, states, strict=True))


@pytest.mark.parametrize(
    ("facts", "point", "begins"),
    [
        ("start: 2026-08-14 kl. 20.00", "{kl: 0.30}", "2026-08-15T00:30"),
        ("start: 2026-08-14 kl. 20.00\nslut: 23.00", "{kl: 24.00}", "2026-08-15T00:00"),
        ("start: 2026-08-14 kl. 20.00\nslut: 3.00", "{kl: 19.30}", "2026-08-14T19:30"),
        ("start: 2026-08-14 kl. 20.00\nslut: 3.00", "{kl: 0.30, dag: 2026-08-15}", "2026-08-15T00:30"),
        ("start: 2026-08-14 kl. 20.00\nslut: 3.00", "{kl: 0.30, dag: 2026-08-14}", "2026-08-15T00:30"),
        ("start: 2026-08-14 kl. 8.00\nslut: 17.00", "{kl: 5.30}", "2026-08-14T05:30"),
        ("start: 2026-08-14 kl. 0.00\nslut: 3.00", "{kl: 0.30}", "2026-08-14T00:30"),
        ("start: 2026-08-14 kl. 9.00\nslut: 2026-08-16 kl. 18.00", "{kl: 1.00}", "2026-08-15T01:00"),
        ("start: 2026-08-14 kl. 9.00\nslut: 2026-08-16 kl. 18.00", "{kl: 1.00, dag: 2026-08-16}", "2026-08-16T01:00"),
        ("start: 2027-03-27 kl. 20.00\nslut: 4.00", "{kl: 2.30}", "2027-03-28T03:30"),
    ],
)
def test_a_point_is_at_one_instant(tmp_path: Path, facts: str, point: str, begins: str) -> None:
    [(_, [listed])] = shown(tmp_path, f"titel: Fest\n{facts}", (point.replace("}", ", titel: Sang}"),), "2026-08-01")
    assert listed[1] == begins


def test_without_hours_of_its_own_an_evening_begins_with_its_first_point(tmp_path: Path) -> None:
    [(_, listed)] = shown(tmp_path, "titel: Fest\nstart: 2026-08-14", NIGHT[2:] + NIGHT[:2], "2026-08-14 kl. 21")
    assert [hour for hour, _, _ in listed] == ["20.00", "23.30", "0.30", "2.00"]
    assert listed[-1][1] == "2026-08-15T02:00"


def test_days_of_several_have_their_names_and_the_first_night_belongs_to_the_first(tmp_path: Path) -> None:
    points = ("{kl: 10, dag: 2026-08-15, titel: Lørdag}", "{kl: 0.30, titel: Nat}", "{kl: 20, titel: Fredag}")
    stages = shown(tmp_path, "titel: Fest\nstart: 2026-08-14 kl. 18\nslut: 2026-08-15 kl. 23", points, "2026-08-01")
    assert [(day, [hour for hour, _, _ in listed]) for day, listed in stages] == [
        ("Fredag den 14. august 2026", ["20.00", "0.30"]),
        ("Lørdag den 15. august 2026", ["10.00"]),
    ]


def test_two_hours_of_a_point_are_its_start_and_its_end(tmp_path: Path) -> None:
    fields = f"{EVENING}\nprogram:\n  punkter:\n    - {{kl: 23.30-0.30, titel: Midnat}}\n"
    context = SiteContext(Calendar.at(view_of(tmp_path, {"fest": fields}).site, datetime(2026, 8, 1, tzinfo=ZONE)), tmp_path, True)
    [occurrence] = context.calendar.occurrences
    assert [f"{instant:%d %H.%M}" for instant in instants(occurrence)] == ["14 23.30", "15 00.30"]
