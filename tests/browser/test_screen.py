"""The screen in a hall: filled in both sizes, one event after the other, and it lives through a night without network."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import segno.encoder
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests import sites
from tests.trees import AREA, write

LANDSCAPE, PORTRAIT = ViewportSize(width=1920, height=1080), ViewportSize(width=1080, height=1920)
LONG = "Fællesspisning, foredrag og fælles sang om foråret i forsamlingshusets store sal"
PLACE = "{navn: Den gamle købmandsgård og det nye forsamlingshus ved kirken og åen, by: Nørre Eksempelby}"
PRICE = "Voksne 125 kr., børn under 12 år 50 kr. og medlemmer af foreningen gratis"
WIDE = "Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
EVENTS = {
    "kort": "titel: Sang\nstart: 2026-05-01 kl. 10.00\nslut: 12.00\npris: gratis",
    "langt": f"titel: {LONG}\nstart: 2026-05-01 kl. 14.00\nslut: 15.00\nsted: {PLACE}\npris: {PRICE}",
    "bredt": f"titel: {WIDE}\nstart: 2026-05-28\nslut: 2026-06-12\nsted: {PLACE}\npris: {PRICE}\nstatus: udsolgt\neksempel: ja",
    "aflyst": "titel: Spil\nstart: 2026-05-02 kl. 9.00\nstatus: aflyst",
}
SHOWN = ".slide--shown .slide__title"
# What stands outside the screen or over something else of the same slide.
FAULTS = """() => {
  const slide = document.querySelector(".slide--shown");
  const box = (name) => slide.querySelector(name)?.getBoundingClientRect();
  const parts = [".slide__date", ".slide__words", ".slide__area", ".slide__more"].map((name) => [name, box(name)]);
  const words = slide.querySelector(".slide__words");
  const faults = words.scrollHeight > words.clientHeight + 1 ? ["words are cut"] : [];
  for (const [name, one] of parts) {
    if (one.left < 0 || one.top < 0 || one.right > innerWidth || one.bottom > innerHeight) faults.push(`${name} sticks out`);
    for (const [other, two] of parts) {
      const across = one.left < two.right - 1 && two.left < one.right - 1;
      if (name < other && across && one.top < two.bottom - 1 && two.top < one.bottom - 1) faults.push(`${name} lies on ${other}`);
    }
  }
  const small = [...slide.querySelectorAll("p, h2, span:not(.visually-hidden)")].filter(
    (node) => node.textContent.trim() && parseFloat(getComputedStyle(node).fontSize) < 35);
  return [...faults, ...small.map((node) => `${node.textContent} is small`)];
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("screen")
    project = sites.copied_project(folder / "project", "content", "theme")
    events = {f"areas/nordby/events/{name}.md": f"---\n{front}\n---\n" for name, front in EVENTS.items()}
    write(project, {"areas/nordby/area.yml": AREA, **events})
    for idea in (project / "content/ideas").glob("*.md"):
        idea.unlink()
    with sites.served(sites.built(folder / "site", project=project, KULTURPUNKT_TODAY="2026-05-01 09:00")) as served:
        yield served


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport=LANDSCAPE, locale="da-DK", reduced_motion="reduce")
    yield context
    context.close()


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.clock.install(time="2026-05-01T09:00:00+02:00")
    page.goto(f"{address}skaerm/omraade/nordby/")
    page.evaluate("document.fonts.ready")
    return page


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_every_event_fills_the_screen_and_can_be_read_from_afar(context: BrowserContext, address: str, size: ViewportSize) -> None:
    page = opened(context, address)
    page.set_viewport_size(size)
    faults = {}
    for title in ("Sang", LONG, "Spil", WIDE):
        assert page.locator(SHOWN).text_content() == title
        page.locator(".slide--shown .qr").wait_for()
        faults[title] = page.evaluate(FAULTS)
        code = page.locator(".slide--shown .qr").bounding_box()
        day = page.locator(".slide--shown .slide__day").first.evaluate("day => parseFloat(getComputedStyle(day).fontSize)")
        assert code and code["width"] >= 81, "4 cm on a screen of 43 inches"
        assert title == WIDE or 0.7 * day > 0.3 * size["height"] or (size is PORTRAIT and day > 0.75 * size["width"])
        page.keyboard.press("ArrowRight")
    assert {title: found for title, found in faults.items() if found} == {}
    assert page.locator(SHOWN).text_content() == "Sang", "and it begins again"


def test_it_goes_on_by_itself_until_it_is_held(context: BrowserContext, address: str) -> None:
    page = opened(context, address)
    page.clock.run_for(12_600)
    expect(page.locator(SHOWN)).not_to_have_text("Sang")
    page.keyboard.press(" ")
    held = page.locator(SHOWN).text_content()
    page.clock.run_for(40_000)
    assert page.locator(SHOWN).text_content() == held
    assert page.locator(".screen__pause").get_attribute("aria-pressed") == "true"


def test_a_night_without_network_leaves_what_is_there_but_what_has_ended(context: BrowserContext, address: str) -> None:
    page = opened(context, address)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    context.set_offline(True)
    page.clock.fast_forward("04:00:00")
    expect(page.locator(".slide")).to_have_count(3)
    assert page.locator(SHOWN).text_content() in (LONG, "Spil", WIDE), "the one that was shown has ended"
    page.clock.fast_forward("12:00:00")
    expect(page.locator(".slide")).to_have_count(2)
    page.clock.fast_forward("24:00:00")
    expect(page.locator(".slide")).to_have_count(1)
    assert page.locator(SHOWN).text_content() == WIDE
    assert errors == []
    context.set_offline(False)
    page.clock.set_fixed_time("2026-05-01T09:00:00+02:00")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator(".slide")).to_have_count(4)
    assert page.locator(SHOWN).text_content() == WIDE, "what is shown stays while the rest is renewed"


def test_without_a_script_the_first_event_fills_the_screen_above_a_list(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport=LANDSCAPE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}skaerm/omraade/nordby/")
    boxes = [slide.bounding_box() for slide in page.locator(".slide").all()]
    assert [round(box["height"]) for box in boxes[:1] if box] == [1080] and all(box and box["height"] < 500 for box in boxes[1:])
    assert page.locator(".slide__title").count() == 4 and page.locator(".slide__more").first.is_visible()
    context.close()


def test_the_codes_are_those_of_another_encoder(context: BrowserContext, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = opened(context, address)
    module = page.locator(".screen").get_attribute("data-qr")
    # Segno adds a byte of nothing where the data ends on a whole byte, which readers skip, but is not in ISO 18004.
    monkeypatch.setattr(segno.encoder, "write_padding_bits", lambda bits, _, length: bits.extend([0] * (-length % 8)))
    draw = "([path, text]) => import(new URL(path, document.baseURI).href).then(({ matrix }) => matrix(text))"
    for length in (30, 62, 63, 84, 106, 122, 123, 150, 181, 213):
        text = ("https://kulturpunkt.example/" + "det-sker/" * 30)[:length]
        expected = segno.make(text, error="m", micro=False, mask=2, boost_error=False, mode="byte").matrix
        assert page.evaluate(draw, [module, text]) == [list(row) for row in expected], length
    assert page.evaluate(draw, [module, "x" * 214]) is None
