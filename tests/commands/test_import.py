"""`kulturpunkt import` and `kulturpunkt mailing` as staff and the workflow run them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from tests.importing.calendars import WORDPRESS
from tests.trees import AREA, programme

SOURCES = "kilder:\n  koret:\n    adresse: https://example.org/kor.ics\n"
PATH = "areas/nordby/events/fest-for-alle.md"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = programme(tmp_path / "root", {"areas/nordby/area.yml": AREA + SOURCES, "areas/sydby/area.yml": "navn: [\n"})
    (tmp_path / "koret.ics").write_text(WORDPRESS, "utf-8")
    monkeypatch.chdir(root)
    monkeypatch.setenv("KULTURPUNKT_TODAY", "2026-02-01")
    return root


def test_a_run_says_what_would_change_and_writes_only_when_asked(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "../koret.ics", "--area", "nordby"]) == 0
    said = capsys.readouterr().out
    assert f"Fest – for alle, fre. 1. maj kl. 19.00 [{PATH}]" in said and "igen med --write" in said
    assert not (root / PATH).exists()
    assert main(["import", "../koret.ics", "--area", "nordby", "--output", "../ud"]) == 0
    assert (root / "../ud/nordby/files" / PATH).is_file() and "Fest" in (root / "../ud/nordby/body.md").read_text("utf-8")
    assert main(["import", "../koret.ics", "--area", "nordby", "--write"]) == 0
    assert (root / PATH).is_file()
    capsys.readouterr()
    assert main(["import", "../koret.ics", "--area", "nordby"]) == 0
    assert capsys.readouterr().out == "Nordby (areas/nordby)\n  Der er intet nyt.\n"


def test_one_broken_area_stops_no_other_and_what_is_unknown_is_said(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "alle"]) == 1
    said = capsys.readouterr().out
    assert "sydby (areas/sydby)\n  FEJL: Områdets area.yml har fejl" in said
    assert "FEJL: koret: Adressen er ikke godkendt endnu." in said
    for source, error in (
        ("vestby", "Kilder: nordby/koret."),
        ("nordby/andre", "Kilder: nordby/koret."),
        ("../koret.ics", "--area"),
    ):
        assert main(["import", source]) == 2
        assert error in capsys.readouterr().err


def test_where_nobody_keeps_a_calendar_that_is_said(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "areas/nordby/area.yml").write_text(AREA, "utf-8")
    (root / "areas/sydby/area.yml").unlink()
    (root / "areas/sydby").rmdir()
    assert main(["import", "alle"]) == 0
    assert "Ingen områder har en kalender ved «kilder»" in capsys.readouterr().out
    assert main(["import", "nordby"]) == 2
    assert "Kilder: ingen endnu." in capsys.readouterr().err


def test_contacts_are_listed_and_an_unknown_meeting_is_said(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "areas/sydby/area.yml").unlink()
    assert main(["mailing"]) == 0
    said = capsys.readouterr().out
    assert "Skriv til 0 af 1 områder" in said and "  Nordby har ingen kontakt." in said
    assert main(["mailing", "--event", "kaffe"]) == 2
