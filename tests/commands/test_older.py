"""Which problems a branch is not stopped by: those that were there before it, in files that it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.commands.older import older
from generator.content.load import load
from generator.repository.base import base_at
from tests import trees
from tests.repositories import Repository

AREA, OTHER, IDEA = "areas/nordby/area.yml", "areas/sydby/area.yml", "content/ideas/kor.md"
BROKEN = trees.AREA.replace("Nordby", "Sydby").replace("Thisted", "Mors")
TREE = {
    **trees.MINIMAL,
    AREA: trees.AREA,
    OTHER: BROKEN,
    IDEA: "---\ntitel: Kor\nkerneelement: udvikling\nområde: nordby\n---\nSyng.\n",
}


def reported_and_older(repository: Repository) -> tuple[set[str], set[str]]:
    base = base_at(repository.root, "HEAD", "areas", "content")
    assert base
    found = load(repository.root)[1]
    return {problem.path for problem in found}, {problem.path for problem in older(repository.root, base, found)}


@pytest.mark.parametrize(
    ("path", "text", "own"),
    [
        (AREA, trees.AREA + "landsbyer: [Nordby]\n", set()),
        (OTHER, BROKEN + "landsbyer: [Sydby]\n", {OTHER}),
        (AREA, trees.AREA + "status: hvad\n", {AREA}),
        ("areas/nyby/area.yml", trees.AREA.replace("Thisted", "Mors"), {"areas/nyby/area.yml"}),
    ],
    ids=["another area's", "in a file that is changed", "a new one", "in a new file"],
)
def test_only_what_was_there_in_a_file_that_is_not_changed_is_older(tmp_path: Path, path: str, text: str, own: set[str]) -> None:
    repository = Repository(tmp_path / "root", TREE)
    trees.write(repository.root, {path: text})
    reported, before = reported_and_older(repository)
    assert reported - before == own
    assert before == {OTHER} - own


def test_what_a_branch_breaks_in_files_that_it_does_not_change_is_its_own(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "root", TREE | {OTHER: BROKEN.replace("Mors", "Thisted")})
    (repository.root / AREA).unlink()
    (repository.root / "areas/nordby").rmdir()
    assert reported_and_older(repository) == ({IDEA}, set())
