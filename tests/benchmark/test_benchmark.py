"""The benchmark's synthetic programmes are content like any other. What it measures is no test."""

from __future__ import annotations

from pathlib import Path

from generator.content.load import load
from tests.benchmark import report
from tests.benchmark.invention import PLAIN, localities
from tests.benchmark.measure import Cost
from tests.benchmark.programme import write_programme
from tests.benchmark.report import Measured
from tests.benchmark.rivals.facts import event_facts


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


def test_a_programme_like_a_real_collection_has_short_texts_and_hardly_a_series() -> None:
    events = [event for locality in localities(areas=3, events=200, shape=PLAIN) for event in locality.events]

    assert sum(any("gentag" in fact for fact in event.facts) for event in events) == 4
    assert max(len(event.text.split()) for event in events) < 60


def test_the_rivals_are_given_what_our_content_says() -> None:
    (locality,) = localities(areas=1, events=8)

    given = [facts for _, facts in event_facts(locality)]

    assert [facts["title"] for facts in given] == [event.title for event in locality.events]
    assert given[0]["day"] == "2025-06-01" and (given[0]["begins"], given[0]["ends"]) == ("10:00", "12:30")
    assert given[4]["status"] == "aflyst" and "sygdom" in given[4]["status_text"]
    series = given[7]
    assert series["day"] < series["left_out"][0] < series["changes"][0]["day"] < series["weekly_until"]
    assert [(change["status"], change["begins"]) for change in series["changes"]] == [("aflyst", ""), ("", "18:00")]


def test_the_report_compares_builds_of_the_same_round() -> None:
    ours = Measured(full=[Cost(1, 1, 50), Cost(3, 2, 60)], changed=[Cost(0.5, 0.5, 40)] * 2, first=Cost(9, 8, 70), pages=5, files=7)
    rival = Measured(full=[Cost(2, 4, 90), Cost(2, 4, 90)])
    size = {"Kulturpunkt": ours, "Hugo": rival}

    assert "| Kulturpunkt | 2.00 (1.00-3.00) | 1.50 (1.00-2.00) | 60 |  | 5 | 7 | 0 |" in list(report.full_builds(size))
    assert "| Kulturpunkt | 9.00 / 8.00 |  | 0.50 (0.50-0.50) / 0.50 (0.50-0.50) |" in list(report.other_builds(size))
    expected = "| Hugo | 1.00 (0.50-1.50) | 0.38 (0.25-0.50) | 0.25 (0.25-0.25) | 0.12 (0.12-0.12) |"
    assert list(report.comparison(size))[-1] == expected
    large = {"Kulturpunkt": Measured(full=[Cost(12, 9, 120)])}
    assert list(report.growth({300: size, 3000: large}))[1:] == ["| Kulturpunkt | 300 | 3000 | × 6.0 | × 2.2 |"]
