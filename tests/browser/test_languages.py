"""The miniature programme in English and in a language that nobody speaks, which is read from the right: words and layout."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

from tests import bless, sites
from tests.languages import language, other_letters
from tests.trees import write

CODE = "qaa"
WIDTHS = (320, 1280)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The miniature programme in three languages. Nothing but a folder of content/ is added for each."""
    folder = tmp_path_factory.mktemp("languages")
    project = bless.copied(folder)
    shutil.copytree(sites.PROJECT / "content/en", project / "content/en")
    write(project, language(CODE))
    return sites.built(folder / "site", project=project, KULTURPUNKT_TODAY=bless.TODAY)


@pytest.fixture(scope="module")
def moment() -> str:
    """Noon on the day that the site was built for."""
    return "2026-02-01T12:00:00+01:00"


def test_what_the_site_says_is_in_the_language_and_what_areas_wrote_is_marked_as_danish(page: Page, address: str) -> None:
    page.goto(f"{address}{CODE}/days/")
    assert page.locator("html").get_attribute("lang") == CODE
    assert page.locator("html").get_attribute("dir") == "rtl"
    left = page.evaluate(
        """() => {
            const own = (node) => node.parentElement.closest("[lang]") === document.documentElement;
            const skipped = "script, style, .site-header__name";
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const found = [];
            while (walker.nextNode()) {
                const node = walker.currentNode;
                if (own(node) && !node.parentElement.closest(skipped) && /[a-zæøå]/i.test(node.data)) found.push(node.data.trim());
            }
            return found;
        }"""
    )
    assert left == []
    title = page.locator(".event-card__name").first
    assert title.get_attribute("lang") == "da"
    assert title.get_attribute("dir") == "ltr"
    assert page.locator(".event-card__title a").first.get_attribute("hreflang") == "da"


@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_that_is_read_from_the_right_is_mirrored(page: Page, address: str, width: int) -> None:
    page.set_viewport_size(ViewportSize(width=width, height=900))
    edges = {}
    for path in (f"{CODE}/days/", "en/calendar/"):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        boxes = page.evaluate(
            """() => [".site-header__name", ".site-header__end", ".event-card__date", ".event-card__body", ".month__title"].map(
                (part) => (({ left, right }) => [left, right])(document.querySelector(part).getBoundingClientRect()))"""
        )
        edges[path] = boxes
    from_right, from_left = edges.values()
    for (left, _), (_, right) in zip(from_left[:1] + from_left[2:], from_right[:1] + from_right[2:], strict=True):
        assert abs(left - (width - right)) <= 2
    assert from_right[1][0] < width / 2 < from_left[1][1]


def test_dates_states_prices_and_access_are_english(page: Page, address: str) -> None:
    page.goto(f"{address}en/calendar/")
    cards = page.locator(".event-list").all_inner_texts()
    assert cards
    text = " ".join(" ".join(cards).split())
    for said in ("50–75 kr.", "11:00–13:30", "Come and sing & clap.", "booking needed", "everyone, children", "Music"):
        assert said in text
    english = page.get_by_text("Come and sing & clap.").first
    assert english.get_attribute("lang") is None
    page.goto(f"{address}{CODE}/days/")
    assert page.get_by_text("Come and sing & clap.").first.get_attribute("lang") == "en"


def test_each_page_leads_to_the_same_in_the_other_languages(site: Path, page: Page, address: str) -> None:
    expected = {
        "": {"en": "en/", CODE: f"{CODE}/"},
        "det-sker/": {"en": "en/calendar/", CODE: f"{CODE}/days/"},
        "om/": {"en": "en/", CODE: f"{CODE}/"},
        "det-sker/kysten/sang/": {"en": "en/calendar/", CODE: f"{CODE}/days/"},
        "en/": {"da": "", CODE: f"{CODE}/"},
        f"{CODE}/days/": {"da": "det-sker/", "en": "en/calendar/"},
    }
    for path, others in expected.items():
        page.goto(address + path)
        links = page.locator(".site-header__languages a")
        found = {link.get_attribute("hreflang"): link.evaluate("link => link.href").removeprefix(address) for link in links.all()}
        assert found == others
        assert all(link.is_visible() for link in links.all())
        assert all(link.get_attribute("lang") == link.get_attribute("hreflang") for link in links.all())
    listed = (site / "sitemap.xml").read_text()
    for path in ("en/calendar/", "det-sker/"):
        head = (site / path / "index.html").read_text()
        alternates = dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="https://mini.example/base/([^"]*)"', head))
        assert alternates == {"da": "det-sker/", "en": "en/calendar/", CODE: f"{CODE}/days/", "x-default": "det-sker/"}
        assert f"/{path}</loc>" in listed
    assert 'hreflang="en" href="https' not in (site / "om/index.html").read_text()


def test_the_clock_speaks_the_language(page: Page, address: str) -> None:
    page.clock.set_fixed_time("2026-02-01T11:30:00+01:00")
    page.goto(f"{address}{CODE}/days/")
    assert page.locator("[data-state=now]").first.inner_text() == other_letters("I gang nu")
