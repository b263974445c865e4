"""An event that was sent in twice is asked about in both of its files, and two events that differ in anything are two."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.load import load
from tests.trees import AREA, event, programme

PLACES = AREA + "punkt: bølger\nsteder:\n  havnen: {navn: Havnen}\n  skolen: {navn: Skolen}\n"


def asked(root: Path, one: str, other: str, *, area: str = "nordby") -> list[str]:
    """The files that are said to hold the same event."""
    tree = {
        "areas/nordby/area.yml": PLACES,
        "areas/sydby/area.yml": AREA.replace("Nordby", "Sydby") + "punkt: moler\n",
        "areas/nordby/events/a.md": one,
        f"areas/{area}/events/b.md": other,
    }
    _, problems = load(programme(root, tree), advice=True)
    assert {problem.rule.code for problem in problems} <= {"staar-to-gange"}
    return [problem.path.rpartition("/")[2] for problem in problems]


SONG = event("sted: havnen").replace("Fest", "Fællessang ved havnen")
WEEKLY = ("gentag: hver uge", "gentag til: 2026-05-29")


@pytest.mark.parametrize(
    "other",
    [
        SONG,
        SONG.replace("Fællessang ved havnen", "fælles-sang  ved Havnen!"),
        SONG.replace("Fællessang", "Faellessang"),
        SONG.replace("2026-05-01 kl. 10.00", "fredag den 1. maj 2026 kl. 10"),
        SONG.replace(" kl. 10.00", ""),
        SONG.replace("sted: havnen", "sted: {navn: Havnen}"),
        SONG.replace("sted: havnen\n", ""),
        SONG.replace("2026-05-01", "2026-04-24").replace("sted: havnen", "gentag: hver uge\ngentag til: 2026-05-08"),
    ],
)
def test_the_same_event_is_asked_about_in_both_files(tmp_path: Path, other: str) -> None:
    assert asked(tmp_path, SONG, other) == ["a.md", "b.md"]


@pytest.mark.parametrize(
    "other",
    [
        SONG.replace("Fællessang", "Morgensang"),
        SONG.replace("2026-05-01", "2026-05-02"),
        SONG.replace("10.00", "13.00"),
        SONG.replace("havnen\n---", "skolen\n---"),
        SONG.replace("2026-05-01", "2026-04-24").replace(
            "sted: havnen", "gentag: hver uge\ngentag til: 2026-05-08\nundtagen: 2026-05-01"
        ),
    ],
)
def test_what_differs_is_two_events(tmp_path: Path, other: str) -> None:
    assert asked(tmp_path, SONG, other) == []


def test_two_areas_may_do_the_same(tmp_path: Path) -> None:
    assert asked(tmp_path, event(), event(), area="sydby") == []


def test_one_pair_is_asked_about_once_however_many_dates_it_shares(tmp_path: Path) -> None:
    assert asked(tmp_path, event(*WEEKLY), event(*WEEKLY)) == ["a.md", "b.md"]
    [first, _] = load(tmp_path, advice=True)[1]
    assert str(first) == (
        "areas/nordby/events/a.md:2:8: advarsel: titel: areas/nordby/events/b.md har samme titel og er også den 1. maj 2026. "
        "Er det det samme, så slet den ene fil. Ellers skriv i titlen, hvad der skiller dem ad."
    )
