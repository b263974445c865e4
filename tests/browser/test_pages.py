"""Every kind of page in a real browser: nothing breaks, nothing leaves the site, nothing is stored, and axe finds nothing."""

from __future__ import annotations

from itertools import groupby, islice

import pytest
from playwright.sync_api import Browser, Page

from generator import urls
from generator.editing.schema.tables import guide_tables
from tests import sites
from tests.browser.axe import findings
from tests.browser.conftest import DESKTOP, PHONE
from tests.conftest import AFTER, DURING, SiteAt

KINDS = {
    "front": "",
    "about": "om/",
    "areas": "omraader/",
    "rich area": "omraader/havblikket/",
    "real area": "omraader/nordmors/",
    "empty area": "omraader/engsletten/",
    "calendar": "det-sker/",
    "archive": "det-sker/arkiv/",
    "event": "det-sker/nordmors/1-maj-ejerslev-havn/",
    "programme's event": "det-sker/programmet/kick-off/",
    "week": "uge/omraade/havblikket/",
    "screen": "skaerm/",
    "frame": "indlejr/alle/",
    "frame of a month": "indlejr/omraade/havblikket/maaned/",
    "frame maker": "indlejr/",
    "data": "data/",
    "timeline": "tidsplan/",
    "results": "resultater/",
    "results of areas": "resultater/omraader/",
    "results as pictures": "resultater/del/",
    "ideas": "ideer/",
    "contact": "kontakt/",
    "text": "privatliv/",
    "guide": "rediger/",
    "fields": "rediger/felter/",
    "messages": "rediger/beskeder/dage-og-klokkeslaet/",
    "not found": "findes-ikke/",
}
LONG = ("fields", "messages", "data", "frame maker", "frame of a month")
"""Long pages of few components, which one look at the first of each list is enough for."""
FIRST_OF_LISTS = """() => {
  for (const list of document.querySelectorAll("main :is(ul, ol, dl, tbody, section, div)"))
    [...list.children].slice(12).forEach((one) => one.remove());
}"""
MOST_ALIKE = 2
"""Pages of one kind that are opened."""


def kind_of(path: str) -> str:
    """`det-sker/*/*/`: what pages of one template have in common."""
    place, *below = path.rstrip("/").split("/")
    return "/".join((place, *("*" for _ in below)))


def test_every_kind_of_page_is_quiet_local_and_stores_nothing(chromium: Browser, site_at: SiteAt, address: str) -> None:
    faults: list[str] = []
    context = chromium.new_context(viewport=PHONE)
    page = context.new_page()
    page.on(
        "console", lambda message: faults.append(f"{page.url}: {message.text}") if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("request", lambda request: faults.append(f"{page.url}: {request.url}") if not request.url.startswith(address) else None)
    page.on("response", lambda response: faults.append(f"{response.url}: {response.status}") if response.status >= 400 else None)
    pages = [path for path in sites.pages_of(site_at(DURING)) if path != "404.html"]
    alike = groupby(sorted(pages, key=kind_of), kind_of)
    paths = [path for _, several in alike for path in islice(several, MOST_ALIKE)]
    assert len(paths) > 30
    for path in paths:
        page.goto(address + path)
        stored = page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        faults += [f"{path}: stored"] if stored else []
        faults += [f"{path}: {wide} px too wide"] if wide > 0 else []
    assert context.cookies() == []
    context.close()
    assert faults == []


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(page: Page, address: str, faults: list[str], kind: str) -> None:
    page.goto(address + KINDS[kind])
    if kind in LONG:
        page.evaluate(FIRST_OF_LISTS)
    assert findings(page) == "", "phone, light"
    if kind not in LONG:
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size(DESKTOP)
        assert findings(page, looks=True) == "", "desktop, dark"
    if kind == "not found":
        faults.clear()


@pytest.mark.parametrize("path", ["", "omraader/", "det-sker/"])
def test_axe_finds_nothing_without_examples(page: Page, site_at: SiteAt, path: str) -> None:
    with sites.served(site_at(AFTER, examples=False)) as address:
        page.goto(address + path)
        assert findings(page) == ""


def test_the_menu_opens_closes_and_leads_on(page: Page, address: str) -> None:
    page.goto(address)
    entry = page.get_by_role("link", name="Tidsplan", exact=True).first
    assert not entry.is_visible()
    page.get_by_role("button", name="Menu").click()
    assert entry.is_visible()
    page.keyboard.press("Escape")
    assert not entry.is_visible()
    page.get_by_role("button", name="Menu").click()
    entry.click()
    assert page.url == address + "tidsplan/"


def test_the_keyboard_reaches_the_content_first(chromium: Browser, address: str) -> None:
    page = chromium.new_page(viewport=DESKTOP)
    page.goto(address + "om/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#indhold"
    assert _focus_is_visible(page)
    page.close()


def _focus_is_visible(page: Page) -> bool:
    box = page.evaluate("(({x, y, width, height}) => ({x, y, width, height}))(document.activeElement.getBoundingClientRect())")
    return bool(box["width"] > 24 and box["height"] > 24 and box["x"] >= 0 and box["y"] >= 0)


def test_it_works_without_javascript(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("link", name="Lokalområder", exact=True).first.click()
    page.get_by_role("link", name="Nordmors").first.click()
    assert page.url == address + "omraader/nordmors/"
    context.close()


def test_an_event_shows_its_facts_on_a_phones_first_screen(page: Page, address: str) -> None:
    page.goto(address + KINDS["event"])
    for fact in ("fredag den 1. maj 2026", "kl. 10.00-17.00", "Ejerslev Havn", "Gratis for børn"):
        bottoms = [box["y"] + box["height"] for box in map(_box, page.get_by_text(fact).all()) if box]
        assert bottoms, fact
        assert min(bottoms) <= PHONE["height"], fact


def _box(found: object) -> dict[str, float] | None:
    return found.bounding_box()  # type: ignore[attr-defined, no-any-return]


def test_an_anchor_of_a_part_that_has_a_page_of_its_own_leads_there(page: Page, address: str) -> None:
    area = next(table for table in guide_tables() if table.page == urls.AREA_FIELDS)
    parted = {
        "rediger/#naar-noget-gentages": "skriv-filen-selv/#naar-noget-gentages",
        f"{urls.FIELDS}#{area.anchor}": f"{urls.AREA_FIELDS}#{area.anchor}",
        "resultater/#h-maal": "resultater/omraader/#h-maal",
    }
    for before, now in parted.items():
        page.goto(address + before)
        page.wait_for_url(address + now)
    page.goto(f"{address}rediger/#findes-ikke")
    page.wait_for_load_state("networkidle")
    assert page.url == f"{address}rediger/#findes-ikke"
