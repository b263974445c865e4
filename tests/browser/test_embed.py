"""The calendar on the pages of others: inside a page with a strict policy, at any width, with and without a script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import sites
from tests.conftest import DURING

NOW = f"{DURING.replace(' ', 'T')}+02:00"
HOST = """<!doctype html><html lang="da"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; frame-src {origin}; script-src {origin}; style-src 'none'">
<title>En kommunes side</title></head><body><p>Velkommen</p>{snippet}</body></html>"""
SNIPPET = (
    '<iframe src="{address}indlejr/{path}" title="Det sker" width="{width}" height="480" loading="lazy" frameborder="0"></iframe>'
    '<script src="{address}indlejr/hoejde.js" async></script>'
)


@pytest.fixture
def host(address: str, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A site of somebody else, at another origin, with one page to write."""
    with sites.served(tmp_path, "/") as served:
        yield served, tmp_path / "index.html"


def framed(page: Page, host: tuple[str, Path], address: str, path: str, width: str = "100%") -> Page:
    origin = re.sub(r"(://[^/]+)/.*", r"\1", address)
    snippet = SNIPPET.format(address=address, path=escape(path), width=width)
    host[1].write_text(HOST.format(origin=origin, snippet=snippet), "utf-8")
    page.goto(host[0])
    return page


@pytest.mark.parametrize("script", [True, False])
def test_it_stands_on_a_page_with_a_strict_policy(chromium: Browser, address: str, host: tuple[str, Path], *, script: bool) -> None:
    context = chromium.new_context(java_script_enabled=script)
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
    framed(page, host, address, "alle/?antal=3")
    frame = page.frame_locator("iframe")
    title = frame.locator(".embed__title").first
    title.wait_for()
    assert title.locator("a").get_attribute("target") == "_top"
    assert frame.locator(".embed__home a").get_attribute("target") == "_top"
    if script:
        expect(page.locator("iframe")).not_to_have_css("height", "480px")
        inside = frame.locator("body").evaluate("body => Math.ceil(body.getBoundingClientRect().height)")
        box = page.locator("iframe").bounding_box()
        assert box and abs(box["height"] - inside) <= 4, "it is as high as what is in it, and does not scroll"
    assert context.cookies() == [] and faults == []
    context.close()


@pytest.mark.parametrize("path", ["alle/", "alle/#naeste", "alle/maaned/", "omraade/havblikket/"])
@pytest.mark.parametrize("width", [280, 1200])
def test_the_first_event_is_seen_at_once_at_any_width(chromium: Browser, address: str, path: str, width: int) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 480})
    page.clock.set_fixed_time(NOW)
    page.goto(f"{address}indlejr/{path}")
    page.evaluate("document.fonts.ready")
    box = page.locator(".embed__title").first.bounding_box()
    assert box and box["y"] + min(box["height"], 30) <= 120
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator('meta[name="robots"][content="noindex"]').count() == 1
    assert (page.locator(".embed__list li:visible").count() == 1) == ("#naeste" in path)
    page.close()


def test_a_frame_shows_what_its_address_asks_for(chromium: Browser, address: str) -> None:
    page = chromium.new_page(viewport={"width": 400, "height": 480}, color_scheme="dark")
    page.clock.set_fixed_time(NOW)
    shown = page.locator(".embed__list li:visible")
    page.goto(f"{address}indlejr/alle/?antal=4&farver=lys")
    expect(shown).to_have_count(4)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.goto(f"{address}indlejr/alle/?slags=musik")
    kinds = {item.get_attribute("data-category") for item in shown.all()}
    assert kinds == {"musik"}
    page.goto(f"{address}indlejr/alle/?slags=musik#naeste")
    expect(shown).to_have_count(1)
    assert page.locator(".embed__home a").evaluate("link => link.search") == "?slags=musik"
    page.goto(f"{address}indlejr/alle/?slags=%3Cb%3E&antal=-1&farver=x")
    expect(page.get_by_text("Der er ikke noget af den slags i kalenderen lige nu.")).to_be_visible()
    page.close()


def test_only_this_site_can_set_a_height_and_only_of_its_own_frame(chromium: Browser, address: str, host: tuple[str, Path]) -> None:
    page = framed(chromium.new_page(), host, address, "alle/?antal=3")
    expect(page.locator("iframe")).not_to_have_css("height", "480px")
    before = page.locator("iframe").bounding_box()
    page.evaluate("postMessage({ kulturpunkt: { height: 5000 } }, '*')")
    for said in ("'height'", "{ height: -1 }", "{ height: '9' }", "null"):
        page.frames[1].evaluate(f"parent.postMessage({{ kulturpunkt: {said} }}, '*')")
    page.evaluate("new Promise(requestAnimationFrame)")
    assert page.locator("iframe").bounding_box() == before
    page.frames[1].evaluate("parent.postMessage({ kulturpunkt: { height: 1e9 } }, '*')")
    expect(page.locator("iframe")).to_have_css("height", "6000px")
    page.close()


def test_the_maker_writes_lines_that_work(chromium: Browser, address: str) -> None:
    page = chromium.new_page(viewport={"width": 1000, "height": 900})
    page.clock.set_fixed_time(NOW)
    page.goto(f"{address}indlejr/")
    page.get_by_label("Hvorfra").select_option(label="Havblikket")
    page.get_by_label("Slags").select_option("fællesskab")
    page.get_by_label("Farver").select_option("lys")
    lines = page.get_by_label("Linjerne til jeres side").input_value()
    assert (
        'src="https://kulturpunkt.example/kulturpunkt/indlejr/omraade/havblikket/?slags=f%C3%A6llesskab&amp;antal=5&amp;farver=lys"'
        in lines
    )
    assert 'title="Det sker i Havblikket"' in lines and lines.endswith('indlejr/hoejde.js" async></script>')
    page.get_by_label("Visning").select_option("maaned")
    page.get_by_label("Med et lille script").uncheck()
    lines = page.get_by_label("Linjerne til jeres side").input_value()
    assert "/havblikket/maaned/?farver=lys" in lines and "<script" not in lines
    page.locator("iframe").scroll_into_view_if_needed()
    expect(page.frame_locator("iframe").locator(".embed__month")).to_be_visible()
    page.close()
