"""New files: what `kulturpunkt new` writes passes the check, explains itself, and overwrites nothing."""

from __future__ import annotations

import contextlib
import re
from datetime import date
from pathlib import Path

import pytest

from generator.cli import main
from generator.content.load import load
from generator.editing.schema import templates
from generator.media.dots import choices_of
from generator.model.area import AreaFacts, Status
from generator.model.content import Content
from generator.model.event import EventFacts
from tests import trees
from tests.processes import kulturpunkt

FACTS = {"navn": "Vores By", "status": "kladde", "kommune": "Morsø", "resumé": "En by."}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return trees.programme(tmp_path, {"areas/nordmors/area.yml": trees.AREA})


def test_a_new_area_is_a_draft_that_passes_the_check(root: Path) -> None:
    made = kulturpunkt(root, "new", "area", "vores-by", "--navn", "Vores By", "--kommune", "Morsø")
    assert made.returncode == 0
    assert made.stdout.startswith("Lavet: areas/vores-by/area.yml\n")
    assert "status: offentlig" in made.stdout
    site, problems = load(root)
    assert problems == []
    assert site
    area = site.area("vores-by")
    assert area and (area.name, area.status) == ("Vores By", Status.DRAFT)


def test_a_new_area_has_a_dot_that_no_other_area_has(root: Path) -> None:
    for name in ("vores-by", "jeres-by", "deres-by"):
        with contextlib.chdir(root):
            assert main(("new", "area", name, "--navn", name, "--kommune", "Morsø")) == 0
    site, _ = load(root)
    assert site
    assert len({choices_of(area, area.slug)[0] for area in site.areas}) == 4
    assert all(area.dot and area.colours for area in site.areas if area.slug != "nordmors")


@pytest.mark.parametrize(
    "ending", ["", "punkt:\n", "vision: |\n  En havn,\n  alle bruger.\n\n", "# til sidst", "farver: gul-nat\n"]
)
def test_a_dot_is_written_once_and_nothing_else_changes(root: Path, ending: str) -> None:
    file = root / "areas/nordmors/area.yml"
    trees.write(root, {"areas/nordmors/area.yml": (trees.AREA + ending).replace("\n", "\r\n").encode()})
    before, _ = load(root)
    with contextlib.chdir(root):
        assert main(("dots",)) == 0
        written = file.read_bytes()
        assert main(("dots",)) == 0
    after, problems = load(root)
    assert file.read_bytes() == written
    assert written.startswith(trees.AREA.replace("\n", "\r\n").encode())
    assert problems == []
    assert before and after
    (area,), (same,) = before.areas, after.areas
    assert (same.dot, same.colours) == choices_of(area, area.slug)
    assert same.vision == area.vision


def test_a_file_that_ends_otherwise_is_left_alone(root: Path) -> None:
    file = root / "areas/nordmors/area.yml"
    trees.write(root, {"areas/nordmors/area.yml": trees.AREA + "...\n"})
    with contextlib.chdir(root):
        assert main(("dots",)) == 1
    assert file.read_text("utf-8") == trees.AREA + "...\n"


def test_an_area_begins_with_its_municipality(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit), contextlib.chdir(root):
        main(("new", "area", "vores-by", "--navn", "Vores By"))
    assert capsys.readouterr().err.endswith("kulturpunkt new area: her mangler --kommune.\n")
    assert not (root / "areas/vores-by").exists()


def test_a_draft_is_none_of_the_programmes_areas_yet(root: Path) -> None:
    programme = root / "content/programme.yml"
    programme.write_text(programme.read_text("utf-8").replace("områder: 11", "områder: 1"), "utf-8")
    kulturpunkt(root, "new", "area", "vores-by", "--navn", "Vores By", "--kommune", "Morsø")
    assert load(root)[1] == []


def test_a_placeholder_is_never_shown(root: Path) -> None:
    kulturpunkt(root, "new", "area", "vores-by", "--navn", "Vores By", "--kommune", "Morsø")
    file = root / "areas/vores-by/area.yml"
    file.write_text(file.read_text("utf-8").replace("status: kladde", "status: offentlig"), "utf-8")
    assert [str(each) for each in load(root)[1]] == [
        "areas/vores-by/area.yml:4:9: resumé: Her mangler en tekst. Skriv området i én linje."
    ]


def test_a_new_event_passes_the_check(root: Path) -> None:
    made = kulturpunkt(root, "new", "event", "nordmors", "Fællesspisning i maj", "--start", "2026-05-01 kl. 18.00")
    assert made.stdout.startswith("Lavet: areas/nordmors/events/faellesspisning-i-maj.md\n")
    site, problems = load(root)
    assert problems == []
    assert site
    [event] = site.areas[0].events
    assert (event.title, str(event.start.clock), event.text) == ("Fællesspisning i maj", "18:00:00", "")


def test_the_programme_has_events_of_its_own(root: Path) -> None:
    assert kulturpunkt(root, "new", "event", "programmet", 'Møde: "alle" #1', "--start", "1. maj 2026").returncode == 0
    site, problems = load(root)
    assert problems == []
    assert site and site.events[0].title == 'Møde: "alle" #1'


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("area", "Vores By", "--navn", "Vores By", "--kommune", "Morsø"), "Kald den for eksempel «vores-by»."),
        (("area", "../ud", "--navn", "Ud", "--kommune", "Morsø"), "Kald den for eksempel «ud»."),
        (("area", "arkiv", "--navn", "Arkiv", "--kommune", "Morsø"), "kan ikke være en adresse"),
        (("area", "by", "--navn", " ", "--kommune", "Morsø"), "navn: Feltet mangler."),
        (("area", "by", "--navn", "By", "--kommune", "Mors"), "kommune: «Mors» kendes ikke. Mente du «Morsø»?"),
        (
            ("area", "nordmors", "--navn", "Nordmors", "--kommune", "Morsø"),
            "areas/nordmors/area.yml findes allerede. Den er ikke ændret.",
        ),
        (("event", "nordmor", "Fest", "--start", "1. maj 2026"), "Området «nordmor» findes ikke. Skriv et af dem, der er:"),
        (("event", "nordmors", "Fest", "--start", "på fredag"), "start: «på fredag» er ikke en dato."),
        (("event", "nordmors", "x" * 81, "--start", "1. maj 2026"), "titel: Teksten er for lang."),
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_is_written(root: Path, arguments: tuple[str, ...], said: str) -> None:
    before = sorted(root.rglob("*"))
    result = kulturpunkt(root, "new", *arguments)
    assert result.returncode == 2
    assert said in result.stderr
    assert sorted(root.rglob("*")) == before
    assert (root / "areas/nordmors/area.yml").read_text("utf-8") == trees.AREA


TEXTS = {AreaFacts: templates.area_file(FACTS), EventFacts: templates.event_file({"titel": "Fest"})}


@pytest.mark.parametrize(("model", "text"), TEXTS.items())
def test_every_field_stands_in_the_file_once(model: type[Content], text: str) -> None:
    for key in set(model.field_keys()) - {"runder", "afsluttet"}:
        assert len(re.findall(rf"^(?:# )?{key}:", text, re.MULTILINE)) == 1, key


def test_an_area_with_all_its_examples_is_read(root: Path) -> None:
    """Without the marks in front, as one would who uses all fields."""
    lines = templates.area_file({**FACTS, "kommune": "Thisted"}).split("\n")
    used = [line.removeprefix("# ") for line in lines]
    trees.write(root, {"areas/vores-by/area.yml": "\n".join(used)})
    messages = [str(problem) for problem in load(root)[1]]
    assert all("images/havnen.jpg" in message or "«samarbejdsaftale» kendes ikke" in message for message in messages), messages
    assert len(messages) == 3


def test_a_new_round_is_a_draft_like_the_last_one_as_many_years_later(root: Path) -> None:
    made = kulturpunkt(root, "new", "round", "2027-2028")
    assert made.returncode == 0
    assert made.stdout.startswith("Lavet: content/runder/2027-2028/round.yml\nLavet: content/runder/2027-2028/timeline.yml\n")
    site, problems = load(root)
    assert site
    assert problems == []
    first, second = site.rounds
    assert (second.name, second.is_public, second.facts.area_count) == ("2027-2028", False, first.facts.area_count)
    assert second.facts.amount == first.facts.amount
    assert (second.facts.period.begins, second.facts.period.ends) == (date(2027, 3, 1), date(2028, 8, 31))
    spans = [(step.title, step.period.begins, step.period.ends) for step in second.timeline.steps]
    assert spans == [("Dialog", date(2027, 3, 1), date(2027, 4, 30)), ("Kick-off", date(2027, 6, 18), date(2027, 6, 18))]


def test_a_new_area_is_in_the_last_of_several_rounds(root: Path) -> None:
    with contextlib.chdir(root):
        main(("new", "round", "naeste"))
        main(("new", "area", "vores-by", "--navn", "Vores By", "--kommune", "Morsø"))
    site, problems = load(root)
    assert site
    assert problems == []
    area = site.area("vores-by")
    assert area
    assert [each.round for each in area.rounds] == ["naeste"]


@pytest.mark.parametrize("name", ["2025-2026", "../x", "Næste Runde", ""])
def test_a_round_needs_a_name_of_its_own(root: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with contextlib.chdir(root):
        assert main(("new", "round", name)) == 2
    assert capsys.readouterr().err.strip().endswith(".") or "»" in name
    assert not (root / "content/runder").exists()
