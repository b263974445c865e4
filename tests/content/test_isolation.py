"""Ten areas are never stopped by the eleventh: what stands in for broken content, from real files and real history."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.commands.build import WITH_SETBACKS
from generator.content.isolation import Fallback, isolate, told
from generator.content.load import load
from generator.model.event import Event
from generator.problems.problem import ContentError
from tests import sites, trees
from tests.repositories import Repository

AREA = "areas/nordby/area.yml"
OTHER = "areas/sydby/area.yml"
EVENT = "areas/nordby/events/fest.md"
SOUND = {
    **trees.MINIMAL,
    AREA: trees.AREA + "landsbyer: [Nordby, Lillerup]\n",
    "areas/nordby/index.md": "Om os.\n",
    EVENT: trees.event("pris: gratis"),
    OTHER: trees.AREA.replace("Nordby", "Sydby"),
    "areas/sydby/events/sang.md": trees.event(),
}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Two areas with an event each, committed once."""
    made = Repository(tmp_path / "root")
    made.commit(SOUND)
    return made


def isolated(root: Path, copy: Path) -> tuple[dict[str, Fallback], dict[str, Event], list[str]]:
    """What was done by path, the events by path, the areas' slugs."""
    copy.mkdir()
    fallbacks = isolate(root, copy)
    site, problems = load(copy)
    assert site
    assert not problems
    return (
        {each.path: each for each in fallbacks},
        {event.source: event for event in site.all_events()},
        [a.slug for a in site.areas],
    )


def test_a_broken_event_is_shown_as_it_was(repository: Repository, tmp_path: Path) -> None:
    repository.commit({EVENT: trees.event("pris: 50 kr.")})
    repository.commit({EVENT: trees.event("pris: 60 kr.", "kategri: musik")})
    done, events, _ = isolated(repository.root, tmp_path / "copy")
    assert "50" in str(events[EVENT].price)
    assert done[EVENT].how.startswith("vises, som det var den 15. juni 2025 (")
    assert "kategri" in done[EVENT].problems[0].message + done[EVENT].problems[0].field


def test_a_broken_event_without_a_good_past_is_left_out_and_the_rest_stays(repository: Repository, tmp_path: Path) -> None:
    trees.write(repository.root, {"areas/nordby/events/ny.md": "---\ntitel: Ny\n---\n"})
    done, events, areas = isolated(repository.root, tmp_path / "copy")
    assert {path: each.how for path, each in done.items()} == {"areas/nordby/events/ny.md": "er udeladt"}
    assert set(events) == {EVENT, "areas/sydby/events/sang.md"}
    assert areas == ["nordby", "sydby"]


@pytest.mark.parametrize("word", ["status: aflyst", "status: udsat", "resumé: Desværre aflyst"])
def test_an_event_that_was_called_off_is_never_shown_as_if_it_took_place(repository: Repository, tmp_path: Path, word: str) -> None:
    trees.write(repository.root, {EVENT: trees.event(word, "kategri: musik")})
    done, events, _ = isolated(repository.root, tmp_path / "copy")
    assert done[EVENT].how == "er udeladt"
    assert EVENT not in events


def test_a_missing_picture_costs_the_picture_only(repository: Repository, tmp_path: Path) -> None:
    picture = ("billede:", "  fil: images/væk.jpg", "  beskrivelse: Fest", "  fotograf: Navn")
    repository.commit({EVENT: trees.event("pris: 70 kr.", *picture, "målgruppe: alle")})
    done, events, _ = isolated(repository.root, tmp_path / "copy")
    assert done[EVENT].how == "vises uden billede"
    assert "70" in str(events[EVENT].price)
    assert events[EVENT].picture is None
    assert events[EVENT].audience


def test_an_areas_broken_facts_are_shown_as_they_were(repository: Repository, tmp_path: Path) -> None:
    trees.write(repository.root, {AREA: SOUND[AREA].replace("Thisted", "Tisted")})
    done, events, areas = isolated(repository.root, tmp_path / "copy")
    assert "vises, som det var" in done[AREA].how
    assert areas == ["nordby", "sydby"]
    assert EVENT in events


def test_without_history_an_area_keeps_what_is_sound(tmp_path: Path) -> None:
    root = trees.write(tmp_path / "root", {**SOUND, AREA: SOUND[AREA] + "partnere:\n- navn: Klub\n  sektor: ukendt\nmål: [Sang]\n"})
    done, events, areas = isolated(root, tmp_path / "copy")
    assert done[AREA].how == "vises uden partnere"
    assert areas == ["nordby", "sydby"]
    assert EVENT in events
    site, _ = load(tmp_path / "copy")
    assert site
    assert site.areas[0].goals == ("Sang",)
    assert site.areas[0].villages == ("Nordby", "Lillerup")


def test_an_areas_name_and_summary_can_be_said_by_its_folder(tmp_path: Path) -> None:
    root = trees.write(tmp_path / "root", {**SOUND, AREA: trees.AREA.replace("En by mod nord.", "x" * 200)})
    done, _, areas = isolated(root, tmp_path / "copy")
    assert done[AREA].how == "vises uden resume"
    assert areas == ["nordby", "sydby"]


@pytest.mark.parametrize("status", ["status: offentligt?", "", "status: [kladde]"])
def test_whether_an_area_is_public_is_never_guessed(tmp_path: Path, status: str) -> None:
    root = trees.write(tmp_path / "root", {**SOUND, AREA: trees.AREA.replace("status: offentlig", status)})
    done, events, areas = isolated(root, tmp_path / "copy")
    assert done[AREA].how == "hele området er udeladt"
    assert areas == ["sydby"]
    assert EVENT not in events


def test_links_and_foreign_files_are_left_out_and_nothing_outside_is_touched(repository: Repository, tmp_path: Path) -> None:
    outside = trees.write(tmp_path / "outside", {"area.yml": "navn: Udenfor\n"})
    root = repository.root
    (root / "areas/ude").symlink_to(outside)
    (root / "areas/nordby/events/link.md").symlink_to(outside / "area.yml")
    (root / "areas/nordby/program.sh").write_text("echo\n", "utf-8")
    (root / EVENT).chmod(0o755)
    _, events, areas = isolated(root, tmp_path / "copy")
    assert areas == ["nordby", "sydby"]
    assert set(events) == {EVENT, "areas/sydby/events/sang.md"}
    assert (outside / "area.yml").read_text("utf-8") == "navn: Udenfor\n"
    assert (root / EVENT).stat().st_mode & 0o111


def test_a_folder_that_history_knows_as_files_is_not_written_through_a_link(repository: Repository, tmp_path: Path) -> None:
    outside = trees.write(tmp_path / "outside", {"area.yml": "navn: Udenfor\n"})
    nordby = repository.root / "areas/nordby"
    for path in sorted(nordby.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    nordby.rmdir()
    nordby.symlink_to(outside)
    _, _, areas = isolated(repository.root, tmp_path / "copy")
    assert "sydby" in areas
    assert (outside / "area.yml").read_text("utf-8") == "navn: Udenfor\n"


def test_the_programmes_own_files_come_from_history_or_stop_the_build(repository: Repository, tmp_path: Path) -> None:
    trees.write(repository.root, {"content/contacts.yml": "personer: ?\n"})
    done, _, _ = isolated(repository.root, tmp_path / "copy")
    assert "vises, som det var" in done["content/contacts.yml"].how
    bare = trees.write(tmp_path / "bare", {**SOUND, "content/contacts.yml": "personer: ?\n"})
    (tmp_path / "second").mkdir()
    with pytest.raises(ContentError, match=r"content/contacts\.yml"):
        isolate(bare, tmp_path / "second")


def test_the_original_is_never_changed(repository: Repository, tmp_path: Path) -> None:
    trees.write(repository.root, {EVENT: "---\n", AREA: "navn: [\n"})
    before = {path: path.read_bytes() for path in repository.root.rglob("*.*") if path.is_file() and ".git" not in path.parts}
    isolated(repository.root, tmp_path / "copy")
    assert before == {path: path.read_bytes() for path in before}


def test_what_was_done_is_told_with_its_reasons(repository: Repository, tmp_path: Path) -> None:
    trees.write(repository.root, {EVENT: trees.event("kategri: musik", "status: aflyst")})
    (tmp_path / "copy").mkdir()
    lines = told(isolate(repository.root, tmp_path / "copy")).splitlines()
    assert lines[:2] == ["1 fil kunne ikke bruges, som de er:", f"{EVENT}: er udeladt"]
    assert lines[2].startswith(f"  {EVENT}:4:1: kategri: ")


PLACES = sorted(path for path in SOUND if path.startswith("areas/"))


@trees.modest
@given(
    st.dictionaries(st.sampled_from(PLACES), st.one_of(st.binary(max_size=60), st.text(max_size=60).map(str.encode)), min_size=1)
)
def test_whatever_is_in_one_areas_files_the_other_area_is_as_it_was(broken: Mapping[str, bytes]) -> None:
    with TemporaryDirectory() as folder:
        root, copy = trees.write(Path(folder) / "root", {**SOUND, **broken}), Path(folder) / "copy"
        copy.mkdir()
        isolate(root, copy)
        assert not load(copy)[1]
        touched = {path.split("/")[1] for path in broken}
        for path in PLACES:
            if path.split("/")[1] not in touched:
                assert (copy / path).read_bytes() == (root / path).read_bytes()


def test_build_isolate_builds_says_what_is_left_out_and_has_a_code_of_its_own(tmp_path: Path) -> None:
    project = sites.copied_project(tmp_path)
    event = next((project / "areas/havblikket/events").glob("*.md"))
    event.write_text("---\ntitel: I stykker\n---\n", "utf-8")
    command = [sys.executable, "-m", "generator.cli", "build", "--isolate", "--summary", "summary.md"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False, env=dict(os.environ))
    assert done.returncode == WITH_SETBACKS, done.stderr
    assert f"areas/havblikket/events/{event.name}: er udeladt" in done.stderr
    assert "er udeladt" in (project / "summary.md").read_text("utf-8")
    listed = json.loads((project / "site/data/v1/arrangementer.json").read_text("utf-8"))
    assert listed
    assert not (project / "site/det-sker/havblikket" / event.stem / "index.html").exists()
    assert (project / "site/omraader/havblikket/index.html").exists()
