"""The miniature programme becomes exactly the site that stands beside it."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

from tests import bless


def test_the_miniature_programme_becomes_the_expected_site(tmp_path: Path) -> None:
    made = bless.example_site(tmp_path)
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
