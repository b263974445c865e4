"""A phone, and the project's own site as it is served. A module may have a `site` and a `screen` of its own,
and its own `moment`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

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


@pytest.fixture
def page(visitor: BrowserContext, moment: str | None, faults: list[str]) -> Iterator[Page]:
    """A tab of its own, with nothing stored or allowed."""
    page = visitor.new_page()
    if moment:
        page.clock.set_fixed_time(moment)
    page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    page.close()
    visitor.clear_permissions()
    visitor.set_geolocation(None)
    assert faults == []
