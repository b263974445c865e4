"""Screens of odd sizes, and the first moments of the front page: nothing lies on words, and large screens are filled."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_layout import STICKING_OUT
from tests.conftest import DURING

TABLET = ViewportSize(width=768, height=900)

# Words in the head of the calendar that reach under the circle with today's date.
UNDER_THE_DAY = """() => {
  const day = document.querySelector(".calendar__today");
  const { left, top, width } = day.getBoundingClientRect();
  const radius = width / 2;
  const words = document.createTreeWalker(day.parentElement, NodeFilter.SHOW_TEXT);
  const found = [];
  while (words.nextNode()) {
    const node = words.currentNode;
    if (day.contains(node) || !node.data.trim() || !node.parentElement.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      const [x, y] = [left + radius, top + radius];
      const [across, down] = [Math.min(Math.max(x, box.left), box.right), Math.min(Math.max(y, box.top), box.bottom)];
      const aside = Math.hypot(x - across, y - down);
      if (box.width > 0 && aside < radius) found.push(node.data);
    }
  }
  return found;
}"""
# The dots of the hero that, so many milliseconds after it is shown, reach out of their numeral or over words.
DOTS_OUTSIDE = """(moment) => {
  for (const moving of document.getAnimations()) { moving.pause(); moving.currentTime = moment; }
  const range = document.createRange();
  range.selectNodeContents(document.querySelector(".hero__title > :last-child"));
  const words = [...range.getClientRects(), document.querySelector(".hero__below").getBoundingClientRect()];
  const within = (dot, own) =>
    dot.left > own.left - 1 && dot.right < own.right + 1 && dot.top > own.top - 1 && dot.bottom < own.bottom + 1;
  const meet = (dot, word) => dot.left < word.right && word.left < dot.right && dot.top < word.bottom && word.top < dot.bottom;
  return [...document.querySelectorAll(".hero__one .dot")]
    .map((dot) => [dot.getBoundingClientRect(), dot.parentElement.getBoundingClientRect()])
    .filter(([dot, own]) => !within(dot, own) || words.some((word) => meet(dot, word)))
    .map(([dot]) => [dot.left, dot.top]);
}"""


def test_the_day_keeps_clear_of_all_words_beside_it(chromium: Browser, address: str) -> None:
    page = chromium.new_page(viewport=DESKTOP, reduced_motion="reduce")
    page.goto(address + "det-sker/")
    page.evaluate("document.fonts.ready")
    covered = {}
    for width in (*range(960, 1100, 10), 1200, 1440, 1920, 2560):
        page.set_viewport_size({"width": width, "height": 900})
        covered[width] = page.evaluate(UNDER_THE_DAY)
    assert {width: words for width, words in covered.items() if words} == {}
    page.close()


@pytest.mark.parametrize("size", [PHONE, TABLET, DESKTOP], ids=["phone", "tablet", "desktop"])
def test_the_dots_start_in_their_own_column_and_never_lie_on_words(chromium: Browser, address: str, size: ViewportSize) -> None:
    page = chromium.new_page(viewport=size, reduced_motion="no-preference")
    page.goto(address)
    page.evaluate("document.fonts.ready")
    for moment in (0, 60, 120, 250, 500, 900):
        outside = page.evaluate(DOTS_OUTSIDE, moment)
        assert outside == [], f"{moment} ms"
    assert page.evaluate("document.getAnimations().length") >= 10
    page.close()


@pytest.mark.parametrize(("width", "height"), [(1080, 1920), (1440, 4200), (2560, 1440)])
def test_a_very_large_screen_shows_more_than_the_top_of_a_page(chromium: Browser, address: str, width: int, height: int) -> None:
    page = chromium.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
    seen = {
        "": ".wall__heading",
        "omraader/": ".area-card__title",
        "omraader/havblikket/": ".area-day__title",
        "det-sker/": ".event-card",
    }
    page.clock.set_fixed_time(f"{DURING.replace(' ', 'T')}+02:00")
    for path in seen:
        page.goto(address + path)
        page.evaluate("document.fonts.ready")
        box = page.locator(seen[path]).first.bounding_box()
        assert box, path
        assert box["y"] + box["height"] <= height, path
        assert page.evaluate(STICKING_OUT) == [], path
    page.close()
