"""Axe's findings on an open page: WCAG 2.2 A and AA, and its best practice."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # what passes is counted, not described, which takes half of the time
}


_OF_LOOKS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]
"""The rules whose answer hangs on colours and sizes."""


def findings(page: Page, *, looks: bool = False) -> str:
    """Return what Axe finds on the page as it stands, as a report; an empty text if it finds nothing.

    Of another look at the same page it is enough to ask the rules that hang on `looks`.
    """
    there = page.evaluate("'axe' in window")
    results = Axe("0" if there else AXE_SCRIPT).run(page, options=_OPTIONS | ({"runOnly": _OF_LOOKS} if looks else {}))
    return results.generate_report() if results.violations_count else ""
