"""Measured layout in a real browser: nothing sticks out, jumps, or is too small to tap, on real pages and on overfull ones."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, Route, ViewportSize

from tests import sites
from tests.browser.axe import findings
from tests.browser.conftest import DESKTOP, PHONE
from tests.conftest import AFTER, DURING, SiteAt

NARROW = ViewportSize(width=320, height=640)
SHEET = ViewportSize(width=658, height=986)
"""An A4 sheet between its margins, in CSS pixels. Columns as large as that break by the same rules as sheets."""
KINDS = [
    "",
    "det-sker/",
    "det-sker/2026-06/",
    "det-sker/arkiv/",
    "det-sker/nordmors/1-maj-ejerslev-havn/",
    "det-sker/havblikket/aaben-korproeve/",
    "det-sker/klitraekken/vinterbad-og-varm-suppe/",
    "det-sker/klitraekken/kunst-i-sandet/",
    "det-sker/lysvigen/midtlysfest/",
    "omraader/",
    "omraader/havblikket/",
    "omraader/engsletten/",
    "omraader/stendigerne/",
    "omraader/havblikket/plakat/",
    "tidsplan/",
    "resultater/",
    "resultater/del/",
    "ideer/",
    "om/",
    "kontakt/",
    "soeg/",
    "rediger/",
    "rediger/beskeder/",
    "rediger/felter/",
    "rediger/status/",
    "privatliv/",
    "en/",
    "en/calendar/",
    "findes-ikke/",
]
ALIKE = {"det-sker/klitraekken/vinterbad-og-varm-suppe/", "det-sker/klitraekken/kunst-i-sandet/", "omraader/stendigerne/"}
"""Pages of a template of which others are there too. A large screen, where less moves, is tried with every second."""
OVERFULL = [
    "",
    "det-sker/",
    "det-sker/2027-01/",
    "omraader/",
    "omraader/overfuld/",
    "omraader/overfuld/plakat/",
    "det-sker/overfuld/stor-dag/",
    "soeg/",
]
DISPLAY_FACE = Path(__file__).parents[2] / "theme/fonts/bricolage-800.woff2"
LONG_NAME = "Overfuldegnens Fællesskabslandsbyer og Vestervandsfjordbyerne"[:60]
LONG_TITLE = "Generalforsamlingsefterfølgende havnefrontsfællesspisningsarrangementsaften 2027"[:80]
SENTENCE = "Vi samler hele egnens foreningsliv, skolebestyrelser og erhvervsdrivende om den fælles kulturvandring langs fjorden."

# What sticks out to the right, unless it lies in something that scrolls by itself or cuts it off on purpose.
STICKING_OUT = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const inRoom = (node) => { for (let up = node.parentElement; up && up !== document.body; up = up.parentElement)
    if (getComputedStyle(up).overflowX !== "visible") return true; return false; };
  const wide = [...document.body.querySelectorAll("*")].filter((node) => node.getBoundingClientRect().right > root.clientWidth + 1);
  const named = wide.filter((node) => !inRoom(node)).map((node) => node.outerHTML.slice(0, 90));
  return [`${root.scrollWidth} px wide`, ...named.slice(0, 3)];
}"""
# Words in a column that has hardly room for a letter: nothing sticks out, and nobody can read it.
SQUEEZED = """() => [...document.querySelectorAll("main :is(p, h1, h2, h3, li, dt, dd)")]
  .filter((node) => node.checkVisibility() && !node.closest(".prose, .visually-hidden") && node.textContent.trim().length > 5)
  .filter((node) => node.clientHeight > node.textContent.trim().length / 3 * parseFloat(getComputedStyle(node).fontSize))
  .filter((node) => node.clientWidth < 3 * parseFloat(getComputedStyle(node).fontSize))
  .map((node) => node.outerHTML.slice(0, 90))"""
# Words of the very next event that stand on its drawn art, or in a column of a few letters.
ON_ART = """() => {
  const card = document.querySelector(".event-card--first");
  const art = card.querySelector(".event-card__area .dot").getBoundingClientRect();
  const body = card.querySelector(".event-card__body");
  const style = getComputedStyle(body);
  const column = body.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  const range = document.createRange();
  const [x, y, radius] = [art.x + art.width / 2, art.y + art.height / 2, art.width / 2];
  const apart = (from, to, at) => Math.max(from - at, at - to, 0);
  const onArt = (box) => Math.hypot(apart(box.left, box.right, x), apart(box.top, box.bottom, y)) < radius - 1;
  const words = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const found = column < 12 * parseFloat(style.fontSize) ? [`${column} px of column`] : [];
  while (words.nextNode()) {
    range.selectNodeContents(words.currentNode);
    if ([...range.getClientRects()].some(onArt)) found.push(words.currentNode.data.trim());
  }
  return found;
}"""
# Links and buttons of the chrome, of cards and of actions; a link whose ::after covers its card is as large as the card.
SMALL_TARGETS = """() => {
  const within = ".site-header, .site-footer, .breadcrumbs, .event-card, .area-card, .poster, .actions, .area-map__list, .filter";
  const targets = [...document.querySelectorAll(`:is(${within}) :is(a, button, summary)`)];
  const covered = (node) => getComputedStyle(node, "::after").position === "absolute" ? node.closest("li") : node;
  return targets.filter((node) => node.checkVisibility({ visibilityProperty: true }))
    .map((node) => [node.textContent.trim(), covered(node).getBoundingClientRect()])
    .filter(([, box]) => box.width > 0 && (box.width < 24 || box.height < 24))
    .map(([name, box]) => `${name}: ${box.width} x ${box.height}`);
}"""
# The three of them at this width, on a narrow page with letters twice as large too. A wider page with such letters has the columns
# of a phone, which a style set here does not bring about.
AT_THIS_WIDTH = f"""(narrow) => {{
  const stickingOut = {STICKING_OUT}, squeezed = {SQUEEZED};
  const found = {{ "too small to tap": ({SMALL_TARGETS})() }};
  for (const size of narrow ? ["100%", "200%"] : ["100%"]) {{
    document.documentElement.style.fontSize = size;
    found[`sticks out, letters of ${{size}}`] = stickingOut();
    found[`squeezed, letters of ${{size}}`] = narrow ? squeezed() : [];
  }}
  document.documentElement.style.fontSize = "";
  return found;
}}"""
# Parts of the chrome that would be printed, and a page whose heading would not.
CHROME_ON_PAPER = """() => {
  const seen = (part) => document.querySelector(part)?.checkVisibility({ visibilityProperty: true });
  const chrome = [".site-header__menu", ".site-header__toggle", ".site-footer", ".breadcrumbs", ".skip-link"];
  return [...chrome.filter(seen), ...(seen("h1") ? [] : ["no h1"])];
}"""
# Whether letters are drawn in a typeface.
SHOWN = """family => {
  const pen = document.createElement("canvas").getContext("2d");
  const widths = [`"${family}",monospace`, "monospace"].map((families) => {
    pen.font = `800 99px ${families}`;
    return pen.measureText("Kulturpunkt").width;
  });
  return widths[0] !== widths[1];
}"""
SHIFT = """async () => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { if (!entry.hadRecentInput) sum += entry.value; }))
    .observe({ type: "layout-shift", buffered: true });
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done));
  await document.fonts.ready;
  await new Promise((done) => setTimeout(done, 60));
  return sum;
}"""

# Headings that stand on one sheet while the words after them begin on the next.
LEFT_BEHIND = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("body{width:174mm;height:261mm;columns:174mm auto;column-gap:20mm;column-fill:auto}");
  document.adoptedStyleSheets = [sheet];
  const sheetOf = (box) => Math.floor((box.left + 20) / (194 / 25.4 * 96));
  const range = document.createRange();
  const boxesOf = (node) => { range.selectNodeContents(node); return range.getClientRects(); };
  const shown = (part) => part.checkVisibility() && !part.closest(".visually-hidden");
  const seen = (node) => node.data.trim() && shown(node.parentElement);
  const words = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const left = [];
  for (const heading of document.querySelectorAll("main :is(h2, h3)")) {
    const end = [...boxesOf(heading)].at(-1);
    if (!end?.width || !heading.checkVisibility()) continue;
    words.currentNode = heading;
    while (words.nextNode() && (heading.contains(words.currentNode) || !seen(words.currentNode)));
    const next = words.currentNode !== heading && !heading.contains(words.currentNode) ? boxesOf(words.currentNode)[0] : null;
    if (next && sheetOf(next) !== sheetOf(end)) left.push(heading.textContent.trim());
  }
  return left;
}"""

BOXES = """all => all.map((one) => [one, one.getBoundingClientRect()])
  .map(([one, {left, top, right, bottom}]) => [one.textContent, left, top, right, bottom])"""


@pytest.fixture(scope="module")
def overfull(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real project, with an area that has too much of everything."""
    root = sites.copied_project(tmp_path_factory.mktemp("overfull"))
    shutil.rmtree(root / "areas/stendigerne")  # the programme has room for 11
    fill(root / "areas/overfuld")
    with sites.served(sites.built(root / "site", project=root, KULTURPUNKT_TODAY=AFTER)) as served:
        yield served


def fill(area: Path) -> None:
    """An area with a name of 60 letters, 40 partners, 12 pictures, 12 goals and 200 events."""
    (area / "images").mkdir(parents=True)
    (area / "events").mkdir()
    pictures = []
    for number in range(12):
        name = f"images/billede-{number}.jpg"
        size = (320, 240) if number % 3 else (240, 320)
        Image.new("RGB", size, (20 * number, 120, 200 - 10 * number)).save(area / name)
        pictures.append(f"  - {{fil: {name}, beskrivelse: En farvet flade, foto: Prøvefotografen, tekst: '{SENTENCE}'}}")
    partners = [f"  - {{navn: Kulturforeningen Fællesskabshuset nummer {n}, sektor: {_SECTORS[n % 10]}}}" for n in range(40)]
    lines = [
        f"navn: {LONG_NAME}",
        "status: eksempel",
        "kommune: Vesthimmerland",
        f"resumé: {(SENTENCE + ' ' + SENTENCE)[:160].strip()}",
        "koordinater: 56.80, 9.30",
        f"landsbyer: [{', '.join(f'Vesterlandsbyby {n}' for n in range(12))}]",
        *(f"{key}: '{SENTENCE} {SENTENCE} {SENTENCE}'" for key in ("udfordring", "vision", "idé")),
        "kerneelementer: [udvikling, forankring, samler, styrker, fællesskab]",
        "mål:",
        *[f"  - '{SENTENCE}'"] * 12,
        "partnere:",
        *partners,
        "styregruppe:",
        *[f"  - {{rolle: 'Næstformand for {LONG_NAME}'}}"] * 8,
        "billeder:",
        *pictures,
        "kontakt: {rolle: Kulturkoordinatorsekretær, mail: kulturkoordinatorsekretaeren@overfuldegnens-faellesskab.example.org}",
        "resultater:",
        *[f"  - '{SENTENCE}'"] * 6,
    ]
    (area / "area.yml").write_text("\n".join(lines) + "\n", "utf-8")
    (area / "index.md").write_text(f"## Om {LONG_NAME}\n\n" + f"{SENTENCE}\n\n" * 12 + WIDE, "utf-8")
    for number in range(199):
        _event(area, f"aften-{number}", f"Aften {number}: {LONG_TITLE}"[:80], f"2027-{1 + number % 9:02}-{1 + number % 28:02}")
    points = [
        f"    - {{kl: {9 + n}.00, titel: '{LONG_TITLE}', tekst: '{SENTENCE}', scene: Forsamlingshushavescenen, mærke: fortælling}}"
        for n in range(12)
    ]
    _event(area, "stor-dag", LONG_TITLE, "2027-01-09", "program:\n  punkter:\n" + "\n".join(points) + "\n")


def _event(area: Path, name: str, title: str, day: str, more: str = "") -> None:
    place = "{navn: Vestervandsfjordbyernes Multikulturforsamlingshus, by: Øster Vestervandsfjordby}"
    text = (
        f"---\ntitel: '{title}'\nresumé: '{SENTENCE}'\nstart: {day} kl. 8.30\nslut: 22.30\nsted: {place}\n"
        f"pris: Gratis, men læg gerne lidt til materialerne\ntilmelding: ingen\n{more}---\n{SENTENCE}\n"
    )
    (area / f"events/{name}.md").write_text(text, "utf-8")


_SECTORS = ["forening", "kommune", "skole", "daginstitution", "uddannelse", "erhverv", "kirke", "kultur", "sundhed", "andet"]


CELLS = "<td>Kulturforeningen</td>" * 12
QUOTED_TABLE = "> > > | " + "Fællesskabshuset | " * 12 + "\n> > > |" + "---|" * 12 + "\n> > > | " + "a | " * 12
WIDE = "\n\n".join(
    [
        f"<table><tr>{CELLS}</tr></table>",
        f"> <table><tr>{CELLS}</tr></table>",
        QUOTED_TABLE,
        "> " * 40 + SENTENCE,
        "<blockquote>" * 40 + SENTENCE + "</blockquote>" * 40,
        "\n".join("  " * depth + f"- {SENTENCE}" for depth in range(12)),
        "<ul><li>" * 40 + SENTENCE + "</li></ul>" * 40,
        "<dl><dd>" * 40 + SENTENCE + "</dd></dl>" * 40,
        "```\n" + "Vestervandsfjordbyernes" * 12 + "\n```",
        "https://example.org/" + "Vestervandsfjordbyernes" * 12,
    ]
)
"""Tables, quotations, lists, code and addresses, far wider or deeper than a phone."""


Wrong = dict[str, dict[str, list[str]]]


@pytest.fixture(scope="module")
def wrong(chromium: Browser, address: str, overfull: str) -> Wrong:
    """What is wrong on pages, by look and path; each page is opened once and seen at all widths and on paper."""
    page = chromium.new_page(reduced_motion="reduce")
    found: Wrong = defaultdict(dict)
    for site, now, paths, widths in ((address, DURING, KINDS, (320, 1280)), (overfull, AFTER, OVERFULL, (320, 768, 1440))):
        page.clock.set_fixed_time(now.replace(" ", "T"))  # or what has ended since would leave the page
        for path in _visited(page, site, paths):
            for width in widths:
                page.set_viewport_size({"width": width, "height": 640})
                for look, parts in page.evaluate(AT_THIS_WIDTH, width == 320).items():
                    found[f"{look}, {width} px"][path] = parts
            for width in (620, 768, 900) if path == "det-sker/" else ():
                page.set_viewport_size({"width": width, "height": 640})
                found[f"words on the art, {width} px"][path] = page.evaluate(ON_ART)
            page.set_viewport_size(SHEET)
            page.emulate_media(media="print")
            found["chrome on paper"][path] = page.evaluate(CHROME_ON_PAPER)
            found["heading left behind on a sheet"][path] = page.evaluate(LEFT_BEHIND)
            page.emulate_media(media="screen")
    page.close()
    return {look: {path: parts for path, parts in pages.items() if parts} for look, pages in found.items()}


@pytest.mark.parametrize(
    "fault", ["sticks out", "squeezed", "too small to tap", "words on the art", "chrome on paper", "heading left behind on a sheet"]
)
def test_at_every_width_and_on_paper_nothing(wrong: Wrong, fault: str) -> None:
    looks = {look: pages for look, pages in wrong.items() if look.startswith(fault)}
    assert looks
    assert {look: pages for look, pages in looks.items() if pages} == {}


@pytest.mark.parametrize("size", [NARROW, PHONE], ids=["320", "360"])
def test_the_header_is_one_row_on_a_phone(page: Page, address: str, faults: list[str], size: ViewportSize) -> None:
    page.set_viewport_size(size)
    for _ in _visited(page, address, ["", "det-sker/", "omraader/havblikket/", "en/", "findes-ikke/"]):
        assert page.locator(".site-header").evaluate("header => header.getBoundingClientRect().height") <= 80
    faults.clear()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_nothing_jumps_while_a_page_comes_in_pieces(chromium: Browser, site_at: SiteAt, size: ViewportSize) -> None:
    context = chromium.new_context(viewport=size)
    context.clock.set_fixed_time(f"{DURING.replace(' ', 'T')}+02:00")  # or what has ended since would leave the page
    pages = [context.new_page() for _ in range(5)]
    shifts: dict[str, float] = {}
    with sites.served(site_at(DURING), pause=0.02) as slow:
        kinds = [path for path in KINDS if path not in ALIKE][:: 1 if size == PHONE else 2]
        for paths in (kinds[first : first + len(pages)] for first in range(0, len(kinds), len(pages))):
            for path, page in zip(paths, pages, strict=False):
                page.goto(slow + path, wait_until="commit")  # the others come in at the same time
            shifts |= {path: page.evaluate(SHIFT) for path, page in zip(paths, pages, strict=False)}
    assert {path: shift for path, shift in shifts.items() if shift >= 0.02} == {}
    context.close()


def test_nothing_jumps_when_the_typefaces_come_late(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport=PHONE)
    context.clock.set_fixed_time(f"{DURING.replace(' ', 'T')}+02:00")
    page = context.new_page()
    late: list[Route] = []
    page.route("**/*.woff2", lambda route: late.append(route))
    pages = {"": True, "det-sker/": True, "omraader/havblikket/": True, "rediger/fil/": True, "om/": False}
    for path, fits in pages.items():
        late.clear()
        page.goto(address + path, wait_until="domcontentloaded")
        page.wait_for_timeout(300)  # painted without them
        assert late, path
        for route in late:
            if fits or "punkt-sans" not in route.request.url:
                route.continue_()
            else:
                route.fulfill(path=DISPLAY_FACE)  # so narrow that lines break elsewhere
        page.wait_for_function(SHOWN, arg="Bricolage")
        assert page.evaluate(SHIFT) <= 0.005, path
        assert page.evaluate(SHOWN, "Punkt Sans") == fits, path
    context.close()


def test_the_names_on_the_map_keep_clear_of_each_other(chromium: Browser, address: str) -> None:
    page = chromium.new_page(viewport=DESKTOP, reduced_motion="reduce")
    page.goto(address + "omraader/")
    boxes, dots = (page.locator(part).evaluate_all(BOXES) for part in (".map__name", ".map__ring"))
    assert len(boxes) > 8
    pairs = [(one, other) for place, one in enumerate(boxes) for other in boxes[place + 1 :] + dots]
    assert [(one[0], other[0]) for one, other in pairs if _meet(one, other)] == []
    page.set_viewport_size(PHONE)
    assert page.locator(".map__name").first.is_hidden()
    page.close()


def test_an_areas_name_has_the_whole_width_where_letters_are_twice_as_large(page: Page, address: str) -> None:
    """A phone of 390 px has the room of 195 where its letters are twice as large: a media query counts in letters."""
    page.goto(address + "omraader/")
    page.set_viewport_size({"width": 195, "height": 400})
    dot, name = page.locator(".area-card .dot").first.bounding_box(), page.locator(".area-card__title").first.bounding_box()
    assert dot and name and dot["y"] + dot["height"] <= name["y"] and name["width"] > 150


def test_the_open_menu_is_accessible_and_gives_focus_back(page: Page, address: str) -> None:
    page.goto(address + "om/")
    button = page.get_by_role("button", name="Menu")
    button.focus()
    page.keyboard.press("Enter")
    assert findings(page) == ""
    reached = []
    for _ in range(8):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.closest('#menu') && document.activeElement.textContent"))
    assert reached == ["Forside", "Det sker", "Lokalområder", "Tidsplan", "Resultater", "Idéer", "Om", "Kontakt"]
    page.keyboard.press("Escape")
    assert page.locator("#menu").is_hidden()
    assert button.evaluate("button => button === document.activeElement")


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_motion_only_where_it_is_wanted(chromium: Browser, address: str, motion: str) -> None:
    context = chromium.new_context(viewport=PHONE, reduced_motion="reduce" if motion == "reduce" else "no-preference")
    page = context.new_page()
    page.goto(address)
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(node => { const style = getComputedStyle(node);"
        " return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0; }).length"
    )
    assert (moving == 0) == (motion == "reduce")
    context.close()


def _meet(one: list[float], other: list[float]) -> bool:
    """Whether two boxes, each a name and left, top, right, bottom, share any ground."""
    return one[1] < other[3] and other[1] < one[3] and one[2] < other[4] and other[2] < one[4]


def _visited(page: Page, address: str, paths: list[str]) -> Iterator[str]:
    """The paths one by one, each while the page stands open with its fonts in place."""
    for path in paths:
        page.goto(address + path)
        page.evaluate("document.fonts.ready")
        yield path
