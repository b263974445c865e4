"""Where files are changed: addresses that hold for any branch and any name."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.repository.links import repository_at
from tests import sites
from tests.conftest import DURING


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


class _Links(HTMLParser):
    """The link texts of a page with their addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.links: dict[str, str] = {}
        self._href: str | None = None

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._href = dict(attributes).get("href")

    def handle_data(self, text: str) -> None:
        if self._href:
            self.links.setdefault(text.strip(), self._href)
            self._href = None


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("", "content/index.md"),
        ("om/", "content/om.md"),
        ("omraader/", "content/omraader.md"),
        ("omraader/nordmors/", "areas/nordmors/area.yml"),
        ("det-sker/", "content/det-sker.md"),
        ("det-sker/nordmors/1-maj-ejerslev-havn/", "areas/nordmors/events/1-maj-ejerslev-havn.md"),
        ("det-sker/programmet/kick-off/", "content/events/kick-off.md"),
        ("tidsplan/", "content/tidsplan.md"),
        ("ideer/", "content/ideer.md"),
        ("kontakt/", "content/kontakt.md"),
        ("rediger/", "content/rediger.md"),
        ("privatliv/", "content/privatliv.md"),
        ("tilgaengelighed/", "content/tilgaengelighed.md"),
        ("det-sker/arkiv/", None),
        ("det-sker/2026-12/", None),
        ("omraader/nordmors/plakat/", None),
        ("rediger/arrangement/", None),
        ("404.html", None),
    ],
)
def test_each_page_that_a_person_writes_leads_to_its_file(site_at: Callable[..., Path], path: str, source: str | None) -> None:
    site = site_at(DURING)
    page = _Links()
    page.feed((site / path / "index.html" if path.endswith("/") or not path else site / path).read_text("utf-8"))
    link = page.links.get("Ret denne side")
    assert link == (source and f"https://github.com/example/kulturpunkt/edit/main/{source}")
    assert source is None or (sites.PROJECT / source).is_file()
