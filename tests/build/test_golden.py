"""The miniature programme becomes exactly the site that stands beside it."""

from __future__ import annotations

import re
from difflib import unified_diff
from pathlib import Path

from tests import bless, sites


def test_the_miniature_programme_becomes_the_expected_site(tmp_path: Path) -> None:
    made = bless.example_site(tmp_path, workers="2")
    expected = {
        file.relative_to(bless.EXPECTED).as_posix(): file.read_bytes().decode()
        for file in bless.EXPECTED.rglob("*")
        if file.is_file()
    }
    assert sorted(made) == sorted(expected)
    for path, text in made.items():
        difference = "\n".join(
            unified_diff(expected[path].split("\n"), text.split("\n"), "expected/" + path, "made/" + path, lineterm="")
        )
        assert not difference, f"{difference}\n\nIs this what you meant? Then: make bless"


OF_THE_DAY = ("soeg/", "uge/", "det-sker/resten.json", "det-sker/kommende.json")
"""What the day decides, not the round: what is found, the weeks that have something, what is to come."""


def _is_events_poster(path: str) -> bool:
    """Whether a page is only there to be printed before an event."""
    return path.startswith("det-sker/") and path.endswith("/plakat/index.html")


def test_the_second_round_begins_and_every_address_of_the_first_one_stays(tmp_path: Path) -> None:
    made = bless.example_site(tmp_path, bless.ROUNDS, today=bless.IN_SECOND_ROUND)
    pages = {path: (bless.ROUNDS / "expected" / path).read_bytes().decode() for path in bless.PAGES_OF_ROUNDS}
    assert {path: made[path] for path in pages} == pages, "Is this what you meant? Then: make bless"
    first = {file.relative_to(bless.EXPECTED).as_posix() for file in bless.EXPECTED.rglob("*") if file.is_file()}
    assert {path for path in first - set(made) if not path.startswith(OF_THE_DAY) and not _is_events_poster(path)} == set()
    assert set(bless.PAGES_OF_ROUNDS) - first >= {"tidsplan/2026/index.html", "omraader/nyland/index.html"}
    assert sites.broken_links(tmp_path / "site", "/base/") == []
    everything = "\n".join(made.values())
    assert "Nyland" in everything
    assert not {"Formandsen", "Kassersen"} & set(re.findall(r"\w+", everything)), "nobody of an area that is finished is named"
