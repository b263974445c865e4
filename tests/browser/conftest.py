"""A phone, and the project's own site as it is served. A module may have a `site` and a `screen` of its own,
and its own `moment`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, ViewportSize

from tests import sites
from tests.conftest import DURING, SiteAt

PHONE, DESKTOP = ViewportSize(width=360, height=740), ViewportSize(width=1280, height=900)
Screen = dict[str, Any]


@pytest.fixture(scope="module")
def site(site_at: SiteAt) -> Path:
    return site_at(DURING)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with sites.served(site) as served:
        yield served


@pytest.fixture(scope="module")
def screen() -> Screen:
    """What `Browser.new_context` is given: a phone, with a finger."""
    return {"viewport": PHONE, "locale": "da-DK", "reduced_motion": "reduce", "has_touch": True, "is_mobile": True}


@pytest.fixture(scope="module")
def moment() -> str | None:
    """What the browser's clock says, or None for the machine's own."""
    return None


@pytest.fixture(scope="module")
def visitor(chromium: Browser, screen: Screen) -> Iterator[BrowserContext]:
    """One visitor for a module's tests: what is the same on all pages is fetched once, which takes half of a page's time."""
    visitor = chromium.new_context(**screen)
    visitor.set_default_timeout(5000)
    yield visitor
    visitor.close()


@pytest.fixture
def faults() -> list[str]:
    """What the page's console says, which must be nothing. A test that has something break clears it."""
    return []


@pytest.fixture(scope="module")
def tab(visitor: BrowserContext) -> Iterator[Page]:
    """The tab in which a module's tests look at pages one after the other: a new one costs twice as much as a page."""
    tab = visitor.new_page()
    yield tab
    tab.close()


@pytest.fixture
def page(tab: Page, screen: Screen, address: str, moment: str | None, faults: list[str]) -> Iterator[Page]:
    """A tab with nothing stored or allowed. It may still show what the last test looked at."""
    with _watched(tab, moment, faults):
        yield tab
        tab.unroute_all()
        if "/rediger/" in tab.url:
            tab.goto(address + "robots.txt")  # what a form writes when it is left is there by then
            tab.evaluate("sessionStorage.clear()")
        tab.emulate_media(media="null", color_scheme="null")
        tab.set_viewport_size(screen.get("viewport", DESKTOP))


@pytest.fixture
def own_page(visitor: BrowserContext, moment: str | None, faults: list[str]) -> Iterator[Page]:
    """A tab of its own, for a test that leaves in it what cannot be taken back: scripts for each page, or a clock."""
    page = visitor.new_page()
    with _watched(page, moment, faults):
        yield page
    page.close()


@contextmanager
def _watched(page: Page, moment: str | None, faults: list[str]) -> Iterator[None]:
    def said(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            faults.append(message.text)

    def broke(error: Error) -> None:
        faults.append(str(error))

    if moment:
        page.clock.set_fixed_time(moment)
    page.on("console", said)
    page.on("pageerror", broke)
    yield
    page.remove_listener("console", said)
    page.remove_listener("pageerror", broke)
    page.context.clear_permissions()
    page.context.set_geolocation(None)
    assert faults == []
