"""An event of two areas is one event, on the pages of both once both want it there; and it lives through what befalls either."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.isolation import isolate
from generator.content.load import load
from generator.danish.dates import parse_moment
from generator.model.calendar import Calendar
from generator.model.site import Site, published
from tests.trees import AREA, event, programme

SOUTH = AREA.replace("Nordby", "Sydby") + "punkt: fisk\n"
FEST = "areas/nordby/events/fest.md"
YES = "deler med: Nordby\n"


def tree(root: Path, *fields: str, south: str = SOUTH + YES) -> Path:
    return programme(root, {"areas/nordby/area.yml": AREA, FEST: event(*fields), "areas/sydby/area.yml": south})


def at(site: Site, now: str = "2026-04-01") -> Calendar:
    return Calendar.at(published(site, examples=True), parse_moment(now).at)


def shown_by(root: Path) -> dict[str, list[str]]:
    """What each area shows of what comes, whatever is wrong with some files."""
    calendar = at(isolate(root)[0])
    return {slug: [each.event.name for each in calendar.coming_of(slug)] for slug in calendar.areas}


@pytest.mark.parametrize("named", ["sydby", "Sydby", "[sydby]", "Sydby og nordby", "sydby, sydby"])
def test_it_is_on_both_pages_and_once_on_the_whole_sites(tmp_path: Path, named: str) -> None:
    root = tree(tmp_path, f"også i: {named}")
    site, problems = load(root, advice=True)
    assert site and problems == []
    calendar = at(site)
    assert shown_by(root) == {"nordby": ["fest"], "sydby": ["fest"]}
    assert len(calendar.coming) == len(calendar.occurrences) == len(calendar.events) == 1
    assert [area.slug for area in calendar.hosts_of(calendar.events[0])] == ["sydby"]


def test_until_the_other_area_says_yes_it_is_at_home_only_and_both_are_asked(tmp_path: Path) -> None:
    root = tree(tmp_path, "også i: sydby", south=SOUTH)
    _, problems = load(root, advice=True)
    assert [(problem.path, problem.rule.code, problem.rule.warning) for problem in problems] == [
        (FEST, "ikke-aftalt", True),
        ("areas/sydby/area.yml", "ikke-aftalt", True),
    ]
    assert shown_by(root) == {"nordby": ["fest"], "sydby": []}


def test_a_yes_to_one_area_is_none_to_others_and_shows_nothing_by_itself(tmp_path: Path) -> None:
    assert shown_by(tree(tmp_path / "a", "også i: sydby", south=SOUTH + "deler med: [aadalen]\n"))["sydby"] == []
    assert shown_by(tree(tmp_path / "b", "pris: gratis"))["sydby"] == []


@pytest.mark.parametrize(
    ("south", "of_the_south"),
    [
        (SOUTH + YES + "kommune: Atlantis\n", None),
        ("navn: [", None),
        (SOUTH.replace("offentlig", "kladde") + YES, None),
        (SOUTH + "deler med: {a: b}\n", []),
    ],
    ids=["a field", "no YAML", "a draft", "a yes that cannot be read"],
)
def test_an_other_area_that_is_broken_takes_nothing_away(tmp_path: Path, south: str, of_the_south: list[str] | None) -> None:
    shown = shown_by(tree(tmp_path, "også i: sydby", south=south))
    assert shown["nordby"] == ["fest"]
    assert shown.get("sydby") == of_the_south


def test_an_area_that_is_gone_stops_nobody(tmp_path: Path) -> None:
    root = programme(tmp_path, {"areas/nordby/area.yml": AREA, FEST: event("også i: sydby")})
    assert load(root)[1] == []
    assert [problem.rule.code for problem in load(root, advice=True)[1]] == ["ukendt-omraade"]


def test_a_broken_event_is_on_neither_page_and_a_broken_wish_only_at_home(tmp_path: Path) -> None:
    assert shown_by(tree(tmp_path / "a", "også i: sydby", "slut: i går")) == {"nordby": [], "sydby": []}
    assert shown_by(tree(tmp_path / "b", "også i: {a: b}")) == {"nordby": ["fest"], "sydby": []}
