"""What a first visit weighs: the page itself, its script and the drawn dots, as a server compresses them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from gzip import compress
from pathlib import Path

from tests import sites
from tests.conftest import DURING

MOST = 20_710
"""With ten bytes to spare: the names of scripts are digests, whose letters pack a few bytes better or worse each time."""

ONE_TRIP = 10 * 1460
"""The bytes that a server sends before it waits to hear that they came."""
FETCHED = re.compile(r'(?:<script type="module" src|<use href)="([^"#]+)')


def weight_of(page: Path) -> int:
    """Return the bytes of a page and of what it fetches at once, but for pictures and typefaces."""
    html = page.read_text("utf-8")
    files = {(page.parent / address).resolve() for address in FETCHED.findall(html)}
    return len(compress(page.read_bytes())) + sum(map(_weight_of_shared, files))


@cache
def _weight_of_shared(file: Path) -> int:
    return len(compress(file.read_bytes()))


def test_no_page_is_heavier_than_a_phone_waits_for(site_at: Callable[..., Path]) -> None:
    site = site_at(DURING)
    pages = [site / path / "index.html" if not path.endswith(".html") else site / path for path in sites.pages_of(site)]
    weights = {page.parent.relative_to(site).as_posix(): weight_of(page) for page in pages if page.name != "404.html"}
    assert min(weights.values()) > 5_000, "each page has at least its style"
    assert {path: weight for path, weight in weights.items() if weight > MOST} == {}
    alone = {page.parent.relative_to(site).as_posix(): len(compress(page.read_bytes(), 6)) for page in pages}
    assert {path: weight for path, weight in alone.items() if weight > ONE_TRIP} == {}, "a phone waits once more for these"
