"""Which pages a change is seen on, and their photographs."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from generator.commands.changed import MOST, pages_of
from tests import photographs, processes
from tests.repositories import Repository
from tests.sites import PROJECT
from tests.trees import AREA, MINIMAL, event


@pytest.mark.parametrize(
    ("path", "pages"),
    [
        ("areas/nordby/area.yml", ["omraader/nordby/"]),
        ("areas/nordby/images/havn.jpg", ["omraader/nordby/"]),
        ("areas/nordby/events/fest.md", ["det-sker/nordby/fest/", "omraader/nordby/"]),
        ("areas/nordby/events/FEST.md", ["omraader/nordby/"]),
        ("areas/../x/area.yml", []),
        ("areas/<b>/area.yml", []),
        ("content/events/start.md", ["det-sker/programmet/start/"]),
        ("content/index.md", [""]),
        ("content/om.md", ["om/"]),
        ("content/timeline.yml", ["tidsplan/"]),
        ("content/en/index.md", ["en/"]),
        ("content/en/calendar.md", ["en/calendar/"]),
        ("content/en/words.yml", ["en/"]),
        ("content/ideas/x.md", ["ideer/"]),
        ("theme/css/base.css", ["", "det-sker/", "omraader/", "tidsplan/", "rediger/"]),
        ("README.md", []),
    ],
)
def test_a_file_and_the_pages_it_is_seen_on(path: str, pages: list[str]) -> None:
    assert list(pages_of(path)) == pages


def changed(root: Path, base: str) -> subprocess.CompletedProcess[str]:
    return processes.kulturpunkt(root, "changed", "--base", base)


def test_the_pages_changed_since_a_revision(tmp_path: Path) -> None:
    begun = Repository(tmp_path, {**MINIMAL, "areas/nordby/area.yml": AREA, "areas/nordby/events/fest.md": event()})
    (tmp_path / "areas/nordby/events/fest.md").unlink()
    begun.commit({f"areas/nordby/events/{name}.md": event() for name in ("ny\nlinje", *(f"fest-{n:02}" for n in range(30)))})
    lines = changed(tmp_path, "HEAD^").stdout.splitlines()
    assert lines[:2] == ["det-sker/nordby/fest-00/", "omraader/nordby/"]
    assert len(lines) == MOST
    assert changed(tmp_path, "HEAD").stdout == ""
    for wrong in ("--output=x", "nowhere", "HEAD;ls", ""):
        done = changed(tmp_path, wrong)
        assert done.returncode == 2
        assert done.stdout == ""


def test_photographs_are_of_the_pages_that_are_there(site_at: Callable[..., Path], chromium: Browser, tmp_path: Path) -> None:
    made = photographs.photograph(
        chromium, site_at("2026-05-01 12:00"), tmp_path / "out", ["/\n", "om/", "../../etc/", "findes/ikke/"]
    )
    assert [picture.name for picture in made] == ["forside-telefon.png", "forside-skaerm.png", "om-telefon.png", "om-skaerm.png"]
    with Image.open(made[0]) as picture:
        assert picture.width == 360
        assert 1000 < picture.height <= photographs.TALLEST
    assert "tests.photographs site pictures" in (PROJECT / ".ci/pictures").read_text("utf-8")
