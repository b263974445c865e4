"""Forced colours (Windows' high contrast): no words are covered, and what one presses has an edge."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page, ViewportSize

from tests import sites
from tests.browser.conftest import DESKTOP, PHONE
from tests.conftest import AFTER, DURING, SiteAt

DURING_KINDS = ["", "det-sker/", "det-sker/nordmors/1-maj-ejerslev-havn/", "omraader/havblikket/", "tidsplan/"]
AFTER_KINDS = ["det-sker/havblikket/aaben-korproeve/", "det-sker/2026-12/", "resultater/", "ideer/"]
HEADINGS = "h1, h2, h3"
NUMERALS = "[class$=__date], [class$=__day], [class*=__day--span], [class$=__number], [class$=__count], [class$=__today], time, dd"
DARK = 110
"""A pixel below this is written on, on the white that the browser forces in a light scheme."""

# Buttons without a border, an underline or a look of the browser's own, and cards that are a ground alone.
EDGELESS = """() => {
  const edged = (node) => { const style = getComputedStyle(node);
    return parseFloat(style.borderTopWidth) > 0 || style.textDecorationLine.includes("underline") || style.appearance === "auto"; };
  const pressed = [...document.querySelectorAll(".button, button, input, select, summary, dialog, .playbill, .event-card--first")];
  return pressed.filter((node) => !edged(node) && !node.matches(".site-header__find")).map((node) => node.outerHTML.slice(0, 90));
}"""


@pytest.fixture(scope="module")
def addresses(site_at: SiteAt) -> Iterator[tuple[str, str]]:
    with sites.served(site_at(DURING)) as during, sites.served(site_at(AFTER)) as after:
        yield during, after


@pytest.mark.parametrize(
    ("size", "kinds"),
    [(PHONE, (DURING_KINDS[:3], AFTER_KINDS[:1])), (DESKTOP, (DURING_KINDS, AFTER_KINDS))],
    ids=["phone", "desktop"],
)
def test_no_heading_or_numeral_is_covered_and_every_button_has_an_edge(
    chromium: Browser, addresses: tuple[str, str], size: ViewportSize, kinds: tuple[list[str], list[str]]
) -> None:
    context = chromium.new_context(
        viewport=size, forced_colors="active", color_scheme="light", reduced_motion="reduce", device_scale_factor=0.5
    )
    page = context.new_page()
    covered, edgeless = {}, {}
    for address, day, paths in zip(addresses, (f"{DURING.replace(' ', 'T')}+02:00", AFTER), kinds, strict=True):
        page.clock.set_fixed_time(day)
        for path in paths:
            page.goto(address + path)
            page.evaluate("document.fonts.ready")
            edgeless[path] = page.evaluate(EDGELESS)
            whole = written(page)
            covered[path] = not_in(whole, alone(page, f"{HEADINGS}, {NUMERALS}"))
    context.close()
    assert [path for path, found in covered.items() if found] == []
    assert {path: found for path, found in edgeless.items() if found} == {}


def written(page: Page) -> Image.Image:
    """Return a picture of the page in which white is what is written on."""
    shot = Image.open(io.BytesIO(page.screenshot(full_page=True)))
    return shot.convert("L").point(lambda light: 255 if light < DARK else 0)


def alone(page: Page, selector: str) -> Image.Image:
    """Return the same of these parts alone: all others are hidden where they stand."""
    page.evaluate(
        """selector => {
          const style = new CSSStyleSheet();
          const shown = `:is(${selector},:is(${selector}) *):not(.visually-hidden)`;
          style.replaceSync(`*{visibility:hidden!important}${shown}{visibility:visible!important}`);
          document.adoptedStyleSheets = [style];
        }""",
        selector,
    )
    shown = written(page)
    page.evaluate("document.adoptedStyleSheets = []")
    return shown


def not_in(whole: Image.Image, part: Image.Image) -> bool:
    """Return whether more is written in the part than in the whole, by more than the edge of a letter."""
    lost = ImageChops.subtract(part, whole)
    return sum(lost.histogram()[128:]) > 40
