"""Where files are changed: addresses that hold for any branch and any name."""

from __future__ import annotations

import pytest

from generator.repository import repository_at


@pytest.mark.parametrize(
    ("edit_path", "branch"),
    [
        (None, "main"),
        ("edit/master/docs/", "main"),
        ("edit/trunk/content/", "trunk"),
        ("/blob/side/2026/content", "side/2026"),
        ("edit/åben #1/content/", "%C3%A5ben%20%231"),
    ],
)
def test_the_branch_is_the_one_that_mkdocs_is_told(edit_path: str | None, branch: str) -> None:
    repository = repository_at("https://github.com/example/kulturpunkt/", edit_path)
    assert repository
    assert repository.edit("content/om.md") == f"https://github.com/example/kulturpunkt/edit/{branch}/content/om.md"


def test_names_are_percent_encoded() -> None:
    repository = repository_at("https://github.com/example/kulturpunkt")
    assert repository
    assert repository.new("areas/ø b#1/events").endswith("/new/main/areas/%C3%B8%20b%231/events")


def test_without_an_address_there_is_none() -> None:
    assert repository_at(None) is None
    assert repository_at("", "edit/main/content/") is None
