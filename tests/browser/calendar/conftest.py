"""The calendar as it was built for a day, with a visitor whose clock says that day, and which of its dates are seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Screen
from tests.conftest import AFTER, SiteAt

ROWS = "[data-month] .event-list > li:visible"


@pytest.fixture(scope="module")
def site(site_at: SiteAt) -> Path:
    return site_at(AFTER)


@pytest.fixture(scope="module")
def calendar(address: str) -> str:
    return address + "det-sker/"


@pytest.fixture(scope="module")
def screen() -> Screen:
    return {"timezone_id": "Europe/Copenhagen", "locale": "da-DK", "reduced_motion": "reduce"}


@pytest.fixture(scope="module")
def moment() -> str:
    """Noon on the day that the calendar was built for."""
    return "2026-11-22T12:00:00+01:00"


def rows(page: Page) -> list[str]:
    """The titles of the events that are seen."""
    settle(page)
    return page.locator(ROWS).locator("h3 a").all_inner_texts()


def settle(page: Page) -> None:
    """Waits until the choice is shown."""
    expect(page.locator(".filter[aria-busy=true]")).to_have_count(0)
