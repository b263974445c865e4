"""The guide: its pictures show what our pages say today, and what it quotes is there."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from generator import urls
from generator.content.load import load
from generator.problems.rules import RULES, explanation
from tests import sites
from tests.conftest import DURING
from tests.guide_pictures import FOLDER, MOST_BYTES, SHOTS, TODAY, WORDS, played
from tests.trees import AREA, programme

GUIDE = (sites.PROJECT / "content/rediger.md").read_text("utf-8")
PICTURE = re.compile(r"!\[([^\]]*)\]\(rediger/([a-z-]+)\.avif\)\{ width=(\d+) height=(\d+) loading=lazy \}")


@pytest.fixture(scope="module")
def site(site_at: Callable[..., Path]) -> Path:
    assert TODAY == DURING
    return site_at(DURING)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with sites.served(site) as served:
        yield served


def test_each_example_ends_before_the_text_goes_on(site: Path) -> None:
    shown = (site / "skriv-filen-selv/index.html").read_text("utf-8")
    assert "```" not in shown
    assert "Links og fremhævet tekst</h3>" in re.sub(r"<a [^>]*>|</a>", "", shown)


@pytest.mark.parametrize("name", SHOTS)
def test_a_picture_shows_the_words_that_the_page_has(chromium: Browser, address: str, name: str) -> None:
    """When this fails, a page that a picture shows has new words: run `make guide-pictures`, and look at the picture."""
    assert played(chromium, address, name)[0] == json.loads(WORDS.read_text("utf-8"))[name]


def test_each_picture_is_light_described_and_of_the_size_that_is_said() -> None:
    shown = PICTURE.findall(GUIDE)
    assert {name for _, name, _, _ in shown} == set(SHOTS) == {file.stem for file in FOLDER.glob("*")}
    for description, name, width, height in shown:
        file = FOLDER / f"{name}.avif"
        with Image.open(file) as image:
            assert image.size == (2 * int(width), 2 * int(height))
        assert file.stat().st_size <= MOST_BYTES
        assert len(description) > 40


def test_what_one_is_reported_to_choose_is_on_our_pages(site: Path) -> None:
    pages = [site / path / "index.html" for path in ("omraader/nordmors", "rediger/arrangement", "rediger/fil", "om")]
    event = next((site / "det-sker/nordmors").glob("*/index.html"))
    text = "".join(page.read_text("utf-8") for page in (*pages, event))
    own = re.findall(r'(?<!>)"([^"\n]+)"(?!<)', GUIDE.split("## Når det haster")[0])
    assert len(own) >= 7
    assert [words for words in own if words.rstrip(".") not in text] == []


def test_the_message_it_shows_is_the_one_that_check_gives(tmp_path: Path) -> None:
    wrong = "---\ntitel: Fest\nstart: 31. februar 2026\n---\n"
    root = programme(tmp_path, {"areas/nordmors/area.yml": AREA, "areas/nordmors/events/fest.md": wrong})
    [problem] = load(root)[1]
    assert str(problem) in " ".join(GUIDE.split())


def test_each_message_is_explained_where_the_list_of_them_and_the_check_say(site: Path) -> None:
    page = (site / urls.MESSAGES / "index.html").read_text("utf-8")
    for rule in RULES:
        place, _, code = explanation(urls.MESSAGES, rule.code).partition("#")
        assert f'<li id="{code}"><a href="../../{place}#{code}">' in page
        assert f'<h2 id="{code}">' in (site / place / "index.html").read_text("utf-8")
    assert 'href="beskeder/"' in (site / urls.GUIDE / "index.html").read_text("utf-8")
