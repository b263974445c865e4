"""What others show of a page that is shared, and the text that people paste."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest

from generator import pages
from generator.pages.context import SiteContext
from tests.bless import EXPECTED
from tests.events_of_every_kind import EVENTS, view_of

WHOLE = """titel: Fællessang
resumé: Syng med.
start: 2026-10-13 kl. 19.00
slut: 21.00
gentag: hver uge
gentag til: 2026-10-27
sted: havnen
pris: 50 kr.
tilmelding: https://example.org/til"""
TEXT = """Fællessang
Tirsdag den 13. oktober 2026 kl. 19.00-21.00
Hver uge, og 2 datoer mere
Havnen, Nordby
50 kr.
Tilmelding

Syng med.

https://kulturpunkt.example/det-sker/nordby/{}/"""


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    over = "titel: Forbi\nstart: 2026-08-01"
    return view_of(tmp_path_factory.mktemp("program"), {**EVENTS, "hel": WHOLE, "forbi": over})


def shared(context: SiteContext, name: str) -> str | None:
    page = next(page for page in pages.generated(context) if page.url == f"det-sker/nordby/{name}/")
    return page.values["share"]  # type: ignore[no-any-return]


def test_an_event_can_be_shared_by_a_text_that_says_it_all(context: SiteContext) -> None:
    assert shared(context, "hel") == TEXT.format("hel")


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("aflyst", "AFLYST: Fest"),
        ("udsat", "UDSAT, NY DATO FØLGER: Fest"),
        ("flyttet", "FLYTTET: Fest"),
        ("dage", "Eksempel: Lejr"),
    ],
)
def test_how_it_stands_comes_first(context: SiteContext, name: str, first: str) -> None:
    assert (shared(context, name) or "").splitlines()[0] == first


def test_what_is_over_is_not_shared(context: SiteContext) -> None:
    assert shared(context, "forbi") is None


META = re.compile(r'<meta property="og:([a-z_:]+)" content="([^"]*)">')
MOVED = re.compile(r'<meta http-equiv="refresh" content="0; url=((?:\.\./)+[^"]*)">')
ALWAYS = ["title", "description", "type", "url", "site_name", "locale"]
IMAGE = ["image", "image:width", "image:height", "image:alt"]
PAGES = sorted(
    file.relative_to(EXPECTED).as_posix().removesuffix("index.html")
    for file in EXPECTED.rglob("index.html")
    if 'http-equiv="refresh"' not in file.read_text("utf-8")
)
"""All but those that only lead on."""


def test_every_page_says_what_open_graph_asks_once_and_truly() -> None:
    """Facebook's own rules: one title, one absolute image of 1200 × 630 in words too, the canonical address."""
    assert len(PAGES) > 30
    for page in PAGES:
        html = (EXPECTED / page / "index.html").read_text("utf-8")
        moved = MOVED.search(html)
        here = urljoin(f"/{page}", moved[1]) if moved else f"/{page}"
        said = META.findall(html)
        assert [name for name, _ in said] == ALWAYS + IMAGE, page
        tags = dict(said)
        assert f'<link rel="canonical" href="{tags["url"]}">' in html and tags["url"].endswith(here), page
        assert tags["image"].startswith(tags["url"].removesuffix(here)) and tags["image"].endswith(".jpg"), page
        locale = "en_GB" if page.startswith("en/") else "da_DK"
        assert (tags["image:width"], tags["image:height"], tags["type"], tags["locale"]) == ("1200", "630", "website", locale)
        assert 2 < len(tags["title"]) <= 110 and 10 < len(tags["description"]) <= 320 and len(tags["image:alt"]) > 3, page
        of_an_event = (
            page.startswith("det-sker/") and page.count("/") == 3 and not {"arkiv", "kommune"}.intersection(page.split("/"))
        ) and not moved
        assert (tags["site_name"] in tags["title"]) != of_an_event, f"{page}: «Om» alone says nothing, an event's name does"
        assert html.count('name="twitter:card" content="summary_large_image"') == 1, page
