"""The guide's pictures, taken of our own pages: `python -m tests.guide_pictures`.

Beside them the words that each shows are stored (`guide-pictures.json`). A test plays the same steps again and compares, so
that a picture whose page has changed its words is found; a change of looks alone is not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, Page

from tests import browsers, sites

TODAY = "2026-05-01 12:00"
GUIDE = sites.PROJECT / "content/rediger.md"
FOLDER = sites.PROJECT / "content/rediger"
WORDS = Path(__file__).parent / "guide-pictures.json"
MOST_BYTES = 40_000
_WIDTH = 360
_FORM = "rediger/arrangement/?omraade=nordmors"


@dataclass(frozen=True)
class Shot:
    """One picture: what is done on a page, and what of it is shown, no higher than `height`, with a `margin` above and below."""

    path: str
    shown: str
    height: int
    steps: Callable[[Page], None] = lambda page: None
    margin: int = 0


def _fill(page: Page) -> None:
    page.get_by_label("Titel").fill("Fællessang (eksempel)")
    page.get_by_label("Resumé").fill("Tag en ven med, og syng solen ned.")
    page.get_by_label("Dag (skal udfyldes)").fill("2026-09-01")
    page.get_by_label("Begynder kl.").fill("19:00")


def _submit(page: Page) -> None:
    _fill(page)
    page.get_by_role("button", name="Se, hvordan det bliver").click()
    page.locator("#resultat").wait_for()


SHOTS = {
    "tilfoej": Shot("omraader/nordmors/", ".actions:has(a[href*='rediger/arrangement'])", 240, margin=16),
    "udfyld": Shot(_FORM, "fieldset[data-group='Hvad']", 395, _fill),
    "se-det": Shot(_FORM, "section[aria-labelledby='saadan']", 560, _submit),
    "send": Shot(_FORM, "[data-way=mail]", 700, _submit, margin=16),
}


def played(chromium: Browser, address: str, name: str, *, picture: bool = False) -> tuple[str, bytes]:
    """The words that a picture shows now, and the picture itself as AVIF where it is asked for."""
    shot = SHOTS[name]
    context = chromium.new_context(
        viewport={"width": _WIDTH, "height": 740}, locale="da-DK", device_scale_factor=2, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(address + shot.path)
    shot.steps(page)
    part = page.locator(shot.shown).last
    part.scroll_into_view_if_needed()
    box = part.bounding_box()
    assert box, shot.shown
    top = box["y"] + page.evaluate("scrollY")
    words = " ".join(part.inner_text().split())
    taken = b""
    if picture:
        clip = {"x": 0, "y": top - shot.margin, "width": _WIDTH, "height": int(min(box["height"] + 2 * shot.margin, shot.height))}
        taken = _avif(page.screenshot(clip=clip, full_page=True, animations="disabled"))  # type: ignore[arg-type]
    context.close()
    return words, taken


def _avif(png: bytes) -> bytes:
    out = BytesIO()
    Image.open(BytesIO(png)).convert("RGB").save(out, "AVIF", quality=35, speed=0)
    return out.getvalue()


def _say_size(name: str, width: int, height: int) -> None:
    """Writes a picture's size into the guide, so that nothing jumps when the picture comes."""
    size = rf"\g<1>width={width // 2} height={height // 2} "
    GUIDE.write_text(re.sub(rf"(\(rediger/{name}\.avif\){{ )width=\d+ height=\d+ ", size, GUIDE.read_text("utf-8")), "utf-8")


def main() -> None:
    """Takes all pictures anew, and keeps their words."""
    FOLDER.mkdir(exist_ok=True)
    said = {}
    with TemporaryDirectory() as folder, browsers.started() as chromium:
        project = sites.copied_project(Path(folder) / "project")
        site = sites.built(Path(folder) / "site", project=project, KULTURPUNKT_TODAY=TODAY)
        with sites.served(site) as address:
            for name in SHOTS:
                said[name], taken = played(chromium, address, name, picture=True)
                (FOLDER / f"{name}.avif").write_bytes(taken)
                _say_size(name, *Image.open(BytesIO(taken)).size)
                print(f"{name}.avif: {len(taken) // 1000} kB, {Image.open(BytesIO(taken)).size}")
    WORDS.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
