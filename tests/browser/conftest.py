"""A phone, and the project's own site as it is served."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests import sites
from tests.conftest import DURING

PHONE = ViewportSize(width=360, height=740)
SiteAt = Callable[..., Path]


@pytest.fixture(scope="module")
def address(site_at: SiteAt) -> Iterator[str]:
    with sites.served(site_at(DURING)) as served:
        yield served


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A phone, with a finger, whose console must stay quiet."""
    context = chromium.new_context(viewport=PHONE, locale="da-DK", reduced_motion="reduce", has_touch=True, is_mobile=True)
    context.set_default_timeout(5000)
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []
