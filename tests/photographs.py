"""Photographs pages of a built site: `kulturpunkt changed --base main | python -m tests.photographs SITE OUT`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Browser

from tests import browsers
from tests.sites import served

SIZES = {"telefon": (360, 740), "skaerm": (1280, 900)}
TALLEST = 6_000
"""Pixels of a page that are photographed; a longer page is cut off."""


def photograph(chromium: Browser, site: Path, out: Path, pages: Iterable[str]) -> list[Path]:
    """Two pictures of each page that the site has, named by its path. Pages that it has not are left out."""
    out.mkdir(parents=True, exist_ok=True)
    made = []
    with served(site) as address:
        for path in (page.strip("/\n") for page in pages):
            if (
                not (site / path / "index.html").resolve().is_relative_to(site.resolve())
                or not (site / path / "index.html").is_file()
            ):
                continue
            for size, (width, height) in SIZES.items():
                picture = out / f"{re.sub(r'[^a-z0-9]+', '-', path) or 'forside'}-{size}.png"
                page = chromium.new_page(viewport={"width": width, "height": height})
                page.goto(f"{address}{path}/" if path else address, wait_until="load")
                tall = min(int(page.evaluate("document.documentElement.scrollHeight")), TALLEST)
                page.screenshot(path=picture, full_page=True, clip={"x": 0, "y": 0, "width": width, "height": tall})
                page.close()
                made.append(picture)
    return made


def main(site: str, out: str) -> int:
    """Photographs the pages named on standard input."""
    with browsers.started() as chromium:
        made = photograph(chromium, Path(site), Path(out), sys.stdin)
    print(f"{len(made)} billeder i {out}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
