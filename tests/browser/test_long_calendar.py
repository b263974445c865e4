"""A calendar too long for one page: a light page, a way to every month, and filters that know all of it."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.pages.pagination import LINES, SHOWN
from tests import sites
from tests.browser.conftest import Screen

EVENT = """---
titel: Møde {number}
start: 2027-{month:02}-{day:02} 19.00
slut: 21.00
pris: {price}
kategori: {category}
målgruppe: alle
sted: engen
resumé: Vi mødes {number}. gang.
{more}---
"""
EXTRA = 120
"""Meetings beside the project's own events, ten in each month of 2027."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("long")
    project = sites.copied_project(folder / "project")
    area = (project / "areas/engsletten/area.yml").read_text("utf-8")
    assert "  engen:" not in area
    places = "steder:\n  engen: {navn: Engen, by: Øster Hurup}\n"
    with_places = re.sub(r"(?m)^steder:\n", places, area) if "\nsteder:" in area else area + places
    (project / "areas/engsletten/area.yml").write_text(with_places, "utf-8")
    for number in range(EXTRA):
        facts = {
            "number": number,
            "month": 1 + number // 10,
            "day": 10 + number % 10,
            "price": "gratis" if number % 3 else "75 kr.",
            "category": "musik" if number % 4 == 0 else "møde",
            "more": "status: udsolgt\n" if number == EXTRA - 1 else "",
        }
        (project / f"areas/engsletten/events/moede-{number}.md").write_text(EVENT.format(**facts), "utf-8")
    return sites.built(folder / "site", project=project, KULTURPUNKT_TODAY="2026-11-22")


@pytest.fixture(scope="module")
def screen() -> Screen:
    return {"timezone_id": "Europe/Copenhagen", "reduced_motion": "reduce"}


@pytest.fixture(scope="module")
def moment() -> str:
    """Noon on the day that the calendar was built for."""
    return "2026-11-22T12:00:00+01:00"


@pytest.fixture
def page(page: Page, address: str) -> Page:
    page.goto(address + "det-sker/")
    return page


def titles(page: Page) -> list[str]:
    expect(page.locator(".filter[aria-busy=true]")).to_have_count(0)
    return page.locator("[data-month] .event-list > li:visible .event-card__name").all_inner_texts()


def test_the_page_shows_the_first_and_leads_to_the_others(page: Page, site: Path) -> None:
    assert len(titles(page)) == SHOWN
    html = (site / "det-sker/index.html").read_text("utf-8")
    links = set(re.findall(r'month__rest"><a class="button" href="\.\./(det-sker/2027-\d\d/)"', html))
    assert "det-sker/2027-12/" in links
    assert all((site / link / "index.html").is_file() for link in links)
    expect(page.get_by_role("search").get_by_role("status")).to_have_text(re.compile(r"^\d+ datoer i \d+ arrangementer$"))
    assert html.count('class="event-line"') <= LINES
    for month in page.locator("[data-month]").all():
        if month.locator("small").count():
            rest = sum(int(number) for number in re.findall(r"Se (\d+) dato", month.inner_text()))
            apart = sum(int(number) for number in re.findall(r"(\d+) af dem", month.inner_text()))
            assert month.locator("small").inner_text().split()[0] == str(month.locator("li[data-minutes]").count() + rest + apart)


def test_the_first_view_weighs_little(site: Path) -> None:
    """Photos and fonts, which are a budget of their own, are not in it."""
    html = (site / "det-sker/index.html").read_text("utf-8")
    loaded = {path for path in re.findall(r'(?:href|src)="\.\./(assets/[^"#]+)', html) if "/fonts/" not in path}
    assert len(loaded) == 3
    contents = [html.encode(), *((site / path).read_bytes() for path in loaded)]
    assert sum(len(gzip.compress(content)) for content in contents) < 20_700


def test_a_filter_knows_what_is_not_on_the_page(page: Page) -> None:
    page.get_by_role("combobox", name="Slags").select_option("musik")
    status = page.get_by_role("search").get_by_role("status")
    expect(status).to_have_text(re.compile(r"3\d arrangementer"))
    found = int(re.findall(r"\d+", status.inner_text())[-1])
    more = page.get_by_role("button", name="Vis flere")
    while more.is_visible():
        more.click()
    assert len(set(titles(page))) == found
    assert {"Møde 0", "Møde 4", f"Møde {EXTRA - 4}"} <= set(titles(page))
    page.get_by_role("button", name="Ryd filtrene").click()
    assert len(titles(page)) == SHOWN


def test_words_that_only_a_summary_has_are_found_on_the_page(page: Page) -> None:
    page.locator(".filter summary").click()
    page.get_by_role("searchbox", name="Ord").fill("gløgg i gymnastiksalen")
    expect(page.get_by_role("search").get_by_role("status")).to_have_text("1 arrangement")
    assert titles(page) == ["Julemarked i den gamle skole"]


def test_a_made_card_says_what_the_month_page_says(page: Page) -> None:
    page.locator(".filter summary").click()
    page.get_by_role("searchbox", name="Ord").fill(f"{EXTRA - 1}. gang")
    card = page.locator("[data-made] > li")
    expect(card).to_have_count(1)
    made = card.evaluate("item => item.outerHTML")
    page.goto(page.url.partition("det-sker/")[0] + "det-sker/2027-12/")
    there = page.locator("li", has_text=f"Møde {EXTRA - 1}").last
    assert words(made) == words(there.evaluate("item => item.outerHTML"))
    for name in ("begins", "minutes"):
        assert f'data-{name}="{there.get_attribute(f"data-{name}")}"' in made


def test_more_moves_the_focus_to_the_first_new_one(page: Page) -> None:
    page.get_by_role("combobox", name="Lokalområde").select_option("engsletten")
    made = page.locator("[data-made] > li")
    expect(made.first).to_be_visible()
    before = made.count()
    page.get_by_role("button", name="Vis flere").click()
    expect(made.nth(before).get_by_role("link")).to_be_focused()


def words(html: str) -> list[str]:
    """Classes and words of a card, in order, whatever is hidden."""
    return re.findall(r"event-card[\w-]*|stamp[\w-]*|dot--\d+|#d-\d+|>\s*([^<>\s][^<>]*)<", html)
