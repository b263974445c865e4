"""An area's folder holds so much and no more; one that holds more is not read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.content.load import load
from generator.reading import folders
from generator.reading.folders import overfull
from tests.trees import AREA, event, programme

AREA_FILE = "areas/nordby/area.yml"


def test_an_area_of_as_many_files_as_allowed_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "MAX_FILES", 4)
    root = programme(tmp_path, {AREA_FILE: AREA, "areas/nordby/events/a.md": event(), "areas/nordby/index.md": "Her.\n"})
    site, problems = load(root)
    assert not problems
    assert site
    assert site.areas


def test_an_area_of_one_file_more_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "MAX_FILES", 30)
    root = programme(tmp_path, {AREA_FILE: AREA, "areas/nordby/index.md": "Her.\n", "areas/nordby/events/broken.md": "x"})
    for number in range(folders.MAX_FILES - 3):
        (root / f"areas/nordby/events/fest-{number}.md").touch()
    site, problems = load(root)
    assert site
    assert not site.areas
    assert list(map(str, problems)) == [f"{AREA_FILE}:1:1: Mappen har mere end 30 filer. Slet dem, der ikke bruges."]


def test_an_area_of_too_many_bytes_is_not_read(tmp_path: Path) -> None:
    """The files have no content on the disk, so the test takes no room; their lengths count."""
    root = programme(tmp_path, {AREA_FILE: AREA})
    (root / "areas/nordby/documents").mkdir()
    for number in range(50):
        with (root / f"areas/nordby/documents/program-{number}.pdf").open("wb") as file:
            file.truncate(folders.MAX_FOLDER_BYTES // 50)
    site, problems = load(root)
    assert site
    assert not site.areas
    [problem] = problems
    assert problem.message.startswith("Filerne i mappen fylder mere end 400 MB i alt. Slet dem, der ikke bruges")


def test_an_area_of_too_much_text_is_not_read(tmp_path: Path) -> None:
    root = programme(tmp_path, {AREA_FILE: AREA})
    (root / "areas/nordby/events").mkdir()
    for number in range(51):
        with (root / f"areas/nordby/events/fest-{number}.md").open("wb") as file:
            file.truncate(199_000 + number)
    [problem] = load(root)[1]
    assert problem.message.startswith("Teksterne i mappen fylder mere end 10 MB i alt. Slet dem, der ikke bruges")
    assert problem.message.endswith("Den største er «events/fest-50.md».")


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "area").mkdir()
    (tmp_path / "area/all").symlink_to("/")
    assert overfull(tmp_path / "area") is None


def test_a_folder_that_is_not_there_holds_not_too_much(tmp_path: Path) -> None:
    assert overfull(tmp_path / "none") is None
    os.mkfifo(tmp_path / "pipe")
    assert overfull(tmp_path / "pipe") is None
