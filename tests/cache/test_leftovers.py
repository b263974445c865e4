"""Files that a program left there and nobody wrote: no build, check or preview meets them, and git does not take them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.cache.leftovers import holds_only_leftovers, is_committed_by_mistake, is_leftover, lies_among_leftovers
from generator.content.load import load
from tests.processes import kulturpunkt
from tests.repositories import Repository
from tests.sites import PROJECT
from tests.trees import AREA, MINIMAL, event, programme, write

LEFT = [
    *(".DS_Store", "._fest.md", ".fest.md.swp", ".fest.md.swo", ".#fest.md", ".~lock.fest.odt#", ".fest.md.icloud", ".nfs0001"),
    *("fest.md~", "#fest.md#", "~$fest.docx", "~WRL0001.tmp", "fest.md.bak", "fest.md.orig", "fest.md.rej"),
    *("Thumbs.db", "thumbs.db", "ehthumbs.db", "desktop.ini", "Desktop.ini", "Icon\r", "fest.pdf.crdownload", "fest.jpg.part"),
]
FOLDERS = [".idea", ".vscode", ".Trashes", "__MACOSX", "@eaDir", "$RECYCLE.BIN", "System Volume Information"]
WRITTEN = [
    *(
        "fest.md",
        "area.yml",
        "index.md",
        "havn.jpg",
        "program.pdf",
        "fest (1).md",
        "Fællessang i laden.md",
        "fest - Kopi.md",
        "x.docx",
    ),
    *("_fest.md", "-fest.md", "bak.md", "thumbs.md", "icon.png", "original.jpg", "tmp", "desktop.md", "fest~1.md"),
]


@pytest.mark.parametrize("name", [*LEFT, *FOLDERS, ".gitkeep", "FEST.MD.BAK", "THUMBS.DB"])
def test_what_nobody_wrote_is_known_by_its_name(name: str) -> None:
    assert is_leftover(name)
    assert lies_among_leftovers(f"areas/nordby/{name}/fest.md")


@pytest.mark.parametrize("name", WRITTEN)
def test_what_somebody_may_have_written_is_none(name: str) -> None:
    assert not is_leftover(name)


def test_git_is_asked_to_leave_out_the_same(tmp_path: Path) -> None:
    made = Repository(tmp_path)
    shutil.copy(PROJECT / ".gitignore", tmp_path)
    ours = [f"{folder}/{name}" for folder in ("areas/nordby", "content") for name in [*LEFT, *(f"{each}/x" for each in FOLDERS)]]
    theirs = [f"areas/nordby/{name}" for name in [*WRITTEN, ".gitkeep"]]
    write(made.root, dict.fromkeys([*ours, *theirs], ""))
    listed = subprocess.run(
        ["git", "status", "--porcelain", "-z", "--untracked-files=all"],  # noqa: S607
        cwd=made.root,
        check=True,
        capture_output=True,
    ).stdout.decode()
    assert {line[3:] for line in listed.split("\0")[:-1]} == {".gitignore", *theirs}


def tree(names: list[str]) -> dict[str, str | bytes]:
    """An area and a programme with leftovers in all their folders, and what git leaves of an area that is gone."""
    folders = ("areas", "areas/nordby", "areas/nordby/events", "areas/nordby/images", "content", "content/events", "content/ideas")
    files: dict[str, str | bytes] = {f"{folder}/{name}": b"\x00\xff" for folder in folders for name in names}
    return {**files, "areas/gammel/.DS_Store": b"", "areas/gammel/events/.DS_Store": b""}


SOUND: dict[str, str | bytes] = {"areas/nordby/area.yml": AREA, "areas/nordby/events/fest.md": event()}


def test_content_with_leftovers_reads_as_content_without(tmp_path: Path) -> None:
    clean = load(programme(tmp_path / "clean", SOUND), advice=True)
    inside = [f"{folder}/{name}" for folder in FOLDERS for name in ("fest.md", "area.yml")]
    root = programme(tmp_path / "full", {**SOUND, **tree([*LEFT, *inside, ".gitkeep"])})
    (root / "areas/nordby/events/.#x.md").symlink_to("nowhere")
    assert load(root, advice=True) == clean
    assert clean[1] == []


def test_a_folder_that_git_left_behind_is_none_but_an_empty_one_is_somebodys(tmp_path: Path) -> None:
    root = programme(tmp_path, {"areas/gammel/images/.DS_Store": ""})
    (root / "areas/ny/events").mkdir(parents=True)
    assert holds_only_leftovers(root / "areas/gammel")
    assert [problem.path for problem in load(root)[1]] == ["areas/ny/area.yml"]


@pytest.mark.parametrize("name", ["_x", "_skabelon", "__x__"])
def test_a_folder_of_an_area_is_never_passed_over_for_its_first_letter(tmp_path: Path, name: str) -> None:
    [problem] = load(programme(tmp_path, {f"areas/{name}/area.yml": AREA}))[1]
    assert (problem.path, problem.rule.code) == (f"areas/{name}/area.yml", "mappenavn")


def test_what_is_committed_is_reported_once_and_fails_nothing(tmp_path: Path) -> None:
    left = ["areas/nordby/.DS_Store", "areas/nordby/events/fest.md~", "content/Thumbs.db"]
    folder = {"areas/nordby/.idea/a.xml": "", "areas/nordby/.idea/b/c.xml": "", "areas/nordby/events/.gitkeep": ""}
    made = Repository(tmp_path, {**MINIMAL, **SOUND, **dict.fromkeys(left, ""), **folder})
    write(made.root, {"areas/nordby/images/.DS_Store": ""})
    problems = load(made.root, advice=True)[1]
    assert [problem.path for problem in problems] == sorted([*left, "areas/nordby/.idea"])
    assert load(made.root)[1] == []
    done = kulturpunkt(made.root, "check")
    assert (done.returncode, done.stdout.splitlines()[-2]) == (0, "Ingen fejl, men 4 advarsler")
    assert "areas/nordby/.DS_Store:1:1: advarsel: Den er lavet af et program" in done.stdout


def test_a_file_that_git_needs_is_no_mistake() -> None:
    assert not is_committed_by_mistake("areas/nordby/events/.gitkeep")
    assert is_committed_by_mistake("areas/nordby/.idea/workspace.xml")
