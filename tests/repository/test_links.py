"""Where files are changed: addresses that hold for any branch and any name."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.repository.links import repository_at
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
def test_the_branch_is_the_one_that_mkdocs_is_reported(edit_path: str | None, branch: str) -> None:
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
    ("path", "sources"),
    [
        ("", ["content/index.md", "content/programme.yml", "content/timeline.yml"]),
        ("om/", ["content/om.md", "content/programme.yml"]),
        ("omraader/", ["content/omraader.md"]),
        ("omraader/nordmors/", ["areas/nordmors/area.yml", "areas/nordmors/index.md"]),
        ("det-sker/", ["content/det-sker.md"]),
        ("det-sker/nordmors/1-maj-ejerslev-havn/", []),
        ("tidsplan/", ["content/tidsplan.md", "content/timeline.yml"]),
        ("kontakt/", ["content/kontakt.md", "content/contacts.yml"]),
        ("rediger/", ["content/rediger.md"]),
        ("privatliv/", ["content/privatliv.md"]),
        ("tilgaengelighed/", ["content/tilgaengelighed.md"]),
        ("det-sker/arkiv/", []),
        ("det-sker/2026-12/", []),
        ("omraader/nordmors/plakat/", []),
        ("rediger/arrangement/", []),
        ("404.html", []),
    ],
)
def test_each_page_leads_to_the_files_that_it_is_made_of(
    site_at: Callable[..., Path], project: Path, path: str, sources: list[str]
) -> None:
    site = site_at(DURING)
    page = _Links()
    page.feed((site / path / "index.html" if path.endswith("/") or not path else site / path).read_text("utf-8"))
    found = list(dict.fromkeys(link.partition("fil/?fil=")[2] for link in page.links.values() if "fil/?fil=" in link))
    assert found == sources
    assert all((project / source).is_file() for source in sources)


def test_the_page_of_ideas_leads_to_each_idea(site_at: Callable[..., Path], project: Path) -> None:
    page = (site_at(DURING) / "ideer/index.html").read_text("utf-8")
    ideas = sorted(file.name for file in (project / "content/ideas").glob("*.md"))
    assert ideas and all(f"rediger/fil/?fil=content/ideas/{name}" in page for name in ideas)


@pytest.mark.parametrize("event", ["nordmors/1-maj-ejerslev-havn", "programmet/kick-off"])
def test_the_page_of_an_event_leads_to_its_form(site_at: Callable[..., Path], event: str) -> None:
    page = _Links()
    page.feed((site_at(DURING) / f"det-sker/{event}/index.html").read_text("utf-8"))
    assert page.links["Ret denne side"] == f"../../../rediger/arrangement/?ret={event}"
