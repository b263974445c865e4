"""What a screen reader is given: names of landmarks, links and buttons, each thing once, coming dates before past ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Screen
from tests.conftest import AFTER, SiteAt

KINDS = [
    "",
    "om/",
    "omraader/",
    "omraader/havblikket/",
    "omraader/engsletten/",
    "omraader/havblikket/plakat/",
    "det-sker/",
    "det-sker/2026-12/",
    "det-sker/arkiv/",
    "det-sker/nordmors/1-maj-ejerslev-havn/",
    "det-sker/havblikket/aaben-korproeve/",
    "tidsplan/",
    "ideer/",
    "kontakt/",
    "soeg/",
    "rediger/",
    "rediger/felter/",
    "rediger/beskeder/",
    "rediger/status/",
    "rediger/arrangement/",
    "rediger/fil/",
    "privatliv/",
    "en/",
    "en/calendar/",
    "findes-ikke/",
]
VAGUE = {"data", "fil", "gem", "gå til", "her", "hent", "klik her", "luk", "læs mere", "mere", "se", "se mere", "vis", "vis flere"}

# Articles and sections without a name that is their own heading, other landmarks without a name, and names that two articles share.
# A map whose name would be its credit. A part that scrolls by itself is named for the keyboard that scrolls it.
NAMELESS = """() => {
  const parts = [...document.querySelectorAll("article, section:not([tabindex])")];
  const heading = (part) => document.getElementById(part.getAttribute("aria-labelledby"));
  const own = (part) => heading(part)?.matches("h1, h2, h3, h4") && part.contains(heading(part));
  const marks = [...document.querySelectorAll("nav, aside, [role=search], section[tabindex]")];
  const name = (mark) => mark.getAttribute("aria-label") ?? heading(mark)?.textContent.trim();
  const articles = parts.filter((part) => part.matches("article")).map((part) => heading(part)?.textContent.trim());
  return [
    ...parts.filter((part) => !own(part)).map((part) => part.outerHTML.slice(0, 90)),
    ...marks.filter((mark) => !name(mark)).map((mark) => mark.outerHTML.slice(0, 90)),
    ...[...document.querySelectorAll("figure:not([aria-label]) > .map__credit")].map((credit) => credit.outerHTML.slice(0, 90)),
    ...articles.filter((said, place) => articles.indexOf(said) !== place),
  ];
}"""


@pytest.fixture(scope="module")
def site(site_at: SiteAt) -> Path:
    return site_at(AFTER)


@pytest.fixture(scope="module")
def screen() -> Screen:
    return {"viewport": {"width": 1280, "height": 900}, "locale": "da-DK", "reduced_motion": "reduce"}


@pytest.fixture(scope="module")
def moment() -> str:
    """Noon on the day that the site was built for."""
    return f"{AFTER}T12:00:00+01:00"


def test_every_part_has_a_name_and_every_link_and_button_says_what(page: Page, address: str, faults: list[str]) -> None:
    nameless, vague = {}, {}
    for path in KINDS:
        page.goto(address + path)
        nameless[path] = page.evaluate(NAMELESS)
        page.locator("main details").evaluate_all("menus => { for (const menu of menus) menu.open = true; }")
        vague[path] = said(page.locator("body"), "link|button") & VAGUE
    assert [said for said in faults if "404" not in said] == []
    faults.clear()
    assert {path: found for path, found in nameless.items() if found} == {}
    assert {path: found for path, found in vague.items() if found} == {}


def test_the_search_says_what_its_buttons_do(page: Page, address: str) -> None:
    page.goto(address + "om/")
    page.get_by_role("button", name="Søg").click()
    expect(page.get_by_role("dialog").get_by_role("button")).to_have_count(2)  # they come when the dialog is opened
    assert said(page.get_by_role("dialog"), "button") == {"vis resultaterne", "luk søgningen"}


def said(part: Locator, roles: str) -> set[str]:
    """Return the names of what has one of these roles, in small letters."""
    tree = part.aria_snapshot()
    return {name.lower().strip(" .:") for name in re.findall(rf'(?m)^\s*- \'?(?:{roles}) "([^"]+)"', tree)}


@pytest.mark.parametrize(("path", "times"), [("", 1), ("omraader/", 2), ("kontakt/", 1), ("det-sker/", 1), ("soeg/", 1)])
def test_an_area_is_listed_once_and_by_municipality_once_more(page: Page, address: str, path: str, times: int) -> None:
    page.goto(address + path)
    for area in ("Havblikket", "Nordmors", "Skovbrynet og de syv landsbyer"):
        expect(page.get_by_role("main").get_by_role("link", name=area, exact=True)).to_have_count(times)


def test_the_map_leads_a_pointer_to_an_area_and_no_keyboard_through_all_of_them(page: Page, address: str) -> None:
    page.goto(address)
    dot = page.locator(".map__link").first
    assert dot.evaluate("dot => dot.tabIndex") == -1
    dot.click()
    assert re.search(r"/omraader/[\w-]+/$", page.url)


def test_an_event_of_many_days_is_one_link_in_its_months_table(page: Page, address: str) -> None:
    page.goto(address + "det-sker/2026-12/")
    table = page.get_by_role("table")
    expect(table.get_by_role("link", name="Lys over vigen")).to_have_count(1)
    expect(table.get_by_text("Lys over vigen (fortsat)")).to_have_count(11)
    assert table.aria_snapshot().count("- paragraph: Lys over vigen (fortsat)") == 1, "read once more on Monday the 7th"
    first = table.get_by_role("cell", name="1 Lys over vigen")
    expect(first.get_by_role("link")).to_have_attribute("href", "../../det-sker/lysvigen/lys-over-vigen/")


def test_a_series_shows_its_coming_dates_and_folds_the_past_ones(page: Page, address: str) -> None:
    page.goto(address + "det-sker/havblikket/aaben-korproeve/")
    dates = page.get_by_role("region", name="Alle datoer")
    expect(dates.get_by_role("listitem").first).to_contain_text("torsdag den 26. november 2026")
    expect(dates.get_by_role("listitem")).to_have_count(4)
    expect(dates.get_by_text("Afholdt").filter(visible=True)).to_have_count(0)
    page.emulate_media(media="print")
    expect(dates.locator("summary")).not_to_be_visible()
    page.emulate_media(media="screen")
    dates.get_by_text("10 tidligere datoer").click()
    expect(dates.get_by_role("listitem")).to_have_count(14)


def test_a_date_that_has_ended_since_the_build_joins_the_past_ones(page: Page, address: str) -> None:
    page.clock.set_fixed_time("2026-12-04T12:00:00+01:00")
    page.goto(address + "det-sker/havblikket/aaben-korproeve/")
    dates = page.get_by_role("region", name="Alle datoer")
    expect(dates.get_by_role("listitem").first).to_contain_text("torsdag den 10. december 2026")
    expect(dates.get_by_role("listitem")).to_have_count(2)
    dates.get_by_text("12 tidligere datoer").click()
    expect(dates.get_by_role("listitem").last).to_contain_text("torsdag den 3. december 2026")
    page.clock.set_fixed_time("2027-01-04T12:00:00+01:00")
    page.reload()
    expect(dates.get_by_role("listitem")).to_have_count(14)
    expect(dates.get_by_role("link")).to_have_count(0)


def test_a_link_to_a_past_date_opens_the_fold(page: Page, address: str) -> None:
    page.goto(address + "det-sker/havblikket/aaben-korproeve/#2026-09-10")
    expect(page.get_by_text("torsdag den 10. september 2026")).to_be_visible()
