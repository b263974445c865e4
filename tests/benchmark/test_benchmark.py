"""The benchmark's synthetic programmes are content like any other. What it measures is no test."""

from __future__ import annotations

from pathlib import Path

from generator.content.load import load
from tests.benchmark.programme import write_programme


def test_a_synthetic_programme_has_what_was_asked_for_and_no_problems(tmp_path: Path) -> None:
    write_programme(tmp_path / "small", areas=11, events=30)

    site, problems = load(tmp_path / "small")

    assert site and not problems, problems
    assert len(site.areas) == 11
    synthetic = [event for area in site.areas for event in area.events]
    assert len(synthetic) == 30
    assert any(event.repetition for event in synthetic)
    assert any(event.picture for event in synthetic)
    assert 130 <= sum(len(event.text.split()) for event in synthetic) / 30 <= 170


def test_a_synthetic_programme_is_the_same_each_time(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_programme(tmp_path / name, areas=2, events=5)

    files = [file.relative_to(tmp_path / "one") for file in (tmp_path / "one/areas").rglob("*") if file.is_file()]
    assert files
    assert all((tmp_path / "one" / file).read_bytes() == (tmp_path / "other" / file).read_bytes() for file in files)
