"""Which addresses `check` takes for right, held against what a build makes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import paths
from generator.addresses.site import Addresses
from generator.content.load import load
from tests import sites
from tests.conftest import AFTER, BEFORE, DURING
from tests.trees import AREA, event, programme

_NOT_LINKED = re.compile(
    r"(?:assets|billeder|soeg)/.+|rediger/(?:arrangement|fil)/.+|rediger/.+\.avif|foelg/.+|404\.html|robots\.txt|sitemap\.xml"
    r"|uge/\d{4}-\d\d/"
)
"""What pages, scripts and robots fetch, and what changes by the week; nobody leads a reader there."""


def addresses_of(root: Path, *, examples: bool = True) -> Addresses:
    """The addresses of content without problems."""
    site, problems = load(root)
    assert site and not problems, problems
    return Addresses.of(root, site, examples=examples)


@pytest.fixture(scope="module")
def content(project: Path) -> Addresses:
    return addresses_of(project)


@pytest.mark.parametrize("today", [BEFORE, DURING, AFTER])
def test_every_page_and_file_that_one_may_link_to_is_there(site_at: Callable[[str], Path], content: Addresses, today: str) -> None:
    paths = [path.removesuffix("index.html") for path in sites.contents(site_at(today))]
    linked = [path for path in paths if not _NOT_LINKED.fullmatch(path)]
    assert len(linked) > 200
    assert [path for path in linked if not content.has(path)] == []
    wrong = [re.sub("(/?)$", r"x\1", path, count=1) for path in linked]
    assert [path for path in wrong if content.has(path)] == []


TREE: dict[str, str | bytes] = {
    "areas/nordby/area.yml": AREA,
    "areas/nordby/events/vinter.md": event().replace("start: 2026-05-01 kl. 10.00", "start: 2028-12-10\nslut: 2029-03-20"),
    "areas/nordby/events/koncert.md": event().replace("2026-05-01 kl. 10.00", "2028-04-30 kl. 20.00\nslut: 2.00"),
    "areas/nordby/events/sang.md": event(
        "gentag: hver uge", "gentag til: 2026-05-15", "ændringer: [{dato: 2026-05-08, status: aflyst}]"
    ),
    "areas/kladden/area.yml": AREA.replace("Nordby", "Kladden").replace("offentlig", "kladde"),
    "areas/kladden/events/fest.md": event(
        "gentag: hver uge", "gentag til: 2026-07-31", "dokumenter: [{titel: Plan, fil: documents/plan.pdf}]"
    ),
    "areas/kladden/documents/plan.pdf": b"%PDF-1.4",
    "content/index.md": "Forside\n",
}


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("", True),
        ("index/", False),
        ("det-sker/2028-11/", False),
        ("det-sker/2028-12/", True),
        ("det-sker/2029-02/", True),
        ("det-sker/2029-03/", True),
        ("det-sker/2029-04/", False),
        ("det-sker/2028-04/", True),
        ("det-sker/2028-05/", False),
        ("det-sker/arkiv/2026/", True),
        ("det-sker/arkiv/2027/", False),
        ("det-sker/arkiv/2028/", True),
        ("det-sker/arkiv/2029/", False),
        ("det-sker/nordby/sang/2026-05-15.ics", True),
        ("det-sker/nordby/sang/2026-05-08.ics", False),
        ("det-sker/nordby/sang/2026-05-22.ics", False),
        ("det-sker/nordby/koncert/2028-04-30.ics", False),
        ("kontakt/navn-navnesen.vcf", True),
        ("kontakt/en-anden.vcf", False),
        ("det-sker/2026-05/", True),
        ("det-sker/2026-06/", False),
        ("det-sker/kladden/fest/", False),
        ("det-sker/kladden/fest/2026-05-01.ics", False),
        ("dokumenter/kladden/plan.pdf", False),
    ],
)
def test_what_is_there_and_what_is_not(tmp_path: Path, path: str, there: bool) -> None:
    assert addresses_of(programme(tmp_path, TREE)).has(path) is there


def test_a_municipality_has_views_of_its_own_where_areas_lie_in_it(tmp_path: Path) -> None:
    found = addresses_of(programme(tmp_path, TREE))
    views = [f"uge/kommune/{{}}/{file}" for file in ("", "naeste/", "uger.xml", "avis.txt", "naeste/nyhedsbrev.htm")]
    views += ["skaerm/kommune/{}/", "skaerm/kommune/{}/syv-dage.xml", "indlejr/kommune/{}/", "indlejr/kommune/{}/maaned/"]
    assert [view for view in views if not found.has(view.format("thisted"))] == []
    assert [view for view in views if found.has(view.format("aalborg")) or found.has(view.format("thisted") + "x")] == []
    assert found.has("indlejr/alle/maaned/") and not found.has("uge/alle/")


@pytest.mark.parametrize(
    ("path", "page"), [("index.md", ""), ("../nordby/index.md", "omraader/nordby/"), ("/kladden/index.md", None)]
)
def test_the_page_that_a_file_is(tmp_path: Path, path: str, page: str | None) -> None:
    assert addresses_of(programme(tmp_path, TREE)).meant_by(path) == page


_OF_NORDBY = "[a](/omraader/proeven/) [b](/det-sker/proeven/fest/) [c](/det-sker/nordby/leg/) [d](/det-sker/nordby/bal/)"
EXAMPLES: dict[str, str | bytes] = {
    **dict.fromkeys(paths.LED_TO, "---\ntitle: Side\n---\nHej.\n"),
    "mkdocs.yml": "plugins:\n  - kulturpunkt:\n      examples: false\n",
    "areas/nordby/area.yml": AREA,
    "areas/nordby/index.md": _OF_NORDBY + "\n",
    "areas/nordby/events/leg.md": event("eksempel: ja", text="[a](/omraader/proeven/) [b](/det-sker/nordby/bal/)\n"),
    "areas/nordby/events/bal.md": event().replace("Fest", "Bal"),
    "areas/proeven/area.yml": AREA.replace("Nordby", "Prøven").replace("offentlig", "eksempel"),
    "areas/proeven/index.md": "[a](/det-sker/nordby/leg/)\n",
    "areas/proeven/events/fest.md": event(text="[a](/omraader/proeven/) [b](/vaek/)\n"),
}


@pytest.mark.parametrize("shown", ["true", "false"])
def test_a_link_to_an_example_is_wrong_where_examples_are_not_shown(tmp_path: Path, shown: str) -> None:
    """Examples lead to each other: they are read only where all of them are shown."""
    root = programme(tmp_path, {**EXAMPLES, "mkdocs.yml": str(EXAMPLES["mkdocs.yml"]).replace("false", shown)})
    found = [(problem.path, problem.column, problem.message) for problem in load(root, advice=True)[1]]
    dead = [each[:2] for each in found if "fører ikke nogen steder hen" in each[2]]
    assert dead == [("areas/proeven/events/fest.md", len("[a](/omraader/proeven/) [b](") + 1)]
    hidden = [
        ("areas/nordby/index.md", column)
        for column in (_OF_NORDBY.index(f"]({each}") + 3 for each in ("/omraader/p", "/det-sker/p", "/det-sker/nordby/l"))
    ]
    assert [each[:2] for each in found if "fører til et eksempel, og dem viser siden ikke mere. Slet linket." in each[2]] == (
        [] if shown == "true" else hidden
    )
    assert len(found) == (1 if shown == "true" else 4)
