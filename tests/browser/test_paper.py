"""What is promised about paper, printed by a real browser: a poster is one A4, and a month that is not full is one too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import rmtree
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, ViewportSize

from tests import sites
from tests.browser.conftest import Screen
from tests.conftest import AFTER
from tests.trees import AREA, write


class Events(NamedTuple):
    """Say how many events an area has in one month, and how much each of them says."""

    slug: str
    name: str
    number: int
    month: str
    title: str
    more: str


SHORT = ("Sang {}", "sted: {{navn: Havnen, by: Nordby}}\npris: 50 kr.")
USUAL = ("Fællesspisning og foredrag nr. {}", "sted: {{navn: Nordby Forsamlingshus, by: Nordby}}\npris: 50-75 kr.\nslut: 21.30")
LONG = (
    "Fællesspisning, foredrag og fælles sang om foråret i forsamlingshusets sale nr {}",
    "sted: {{navn: Den gamle købmandsgård og det nye forsamlingshus ved kirken og åen, by: Nørre Eksempelby}}\n"
    "pris: Voksne 125 kr., børn under 12 år 50 kr. og medlemmer af foreningen gratis\nstatus: flyttet\nfør: 2026-04-01",
)
WIDE = ("Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft{}", LONG[1])
LONGEST_NAME = "Skovbrynet, Bakkelandet og de syvogtyve landsbyer ved fjorden"[:60]
EVENTS = [
    *(Events(f"kort-{count}", "Nordby", count, "2026-05", *SHORT) for count in (1, 4, 8, 20)),
    *(Events(f"plakat-{count}", "Nordby og Sønderby", count, "2026-05", *USUAL) for count in (5, 8)),
    *(Events(f"lang-{count}", LONGEST_NAME, count, "2026-05", *LONG) for count in (5, 8)),
    Events("bred-8", "Donaudampfschiffahrtsgesellschaftskapitaen", 8, "2026-05", *WIDE),
    Events("faa-7", "Vesterby", 7, "2026-07", *SHORT),
    Events("maaned", "Sønderby", 16, "2026-08", *USUAL),
    Events("mange", "Aabybro", 28, "2027-04", *USUAL),
]
WEEKS = {"uge-3": (3, USUAL), "uge-12": (12, USUAL), "uge-20": (20, USUAL), "uge-30": (30, LONG), "uge-60": (60, WIDE)}
"""How many events there are in this week, and how much each of them says."""
A4 = (595, 842)
A3 = (842, 1191)
"""Points of a sheet, 210 by 297 and 297 by 420 mm."""
PAPER = ViewportSize(width=658, height=986)
"""The sheet between its margins, in CSS pixels."""


def of(events: Events) -> dict[str, str]:
    """The files of an area with these events, each on a day of its own."""
    files = {f"areas/{events.slug}/area.yml": AREA.replace("Nordby", f"{events.slug[-1]} {events.name}"[:60])}
    for number in range(1, events.number + 1):
        title, more = events.title.format(number)[:80], events.more.format()
        text = f"---\ntitel: {title}\nstart: {events.month}-{number:02} kl. 19.00\n{more}\n---\nVelkommen.\n"
        files[f"areas/{events.slug}/events/moede-{number}.md"] = text
    return files


def in_one_week(slug: str, number: int, said: tuple[str, str]) -> dict[str, str]:
    """The files of an area with so many events in the week of the tests."""
    title, more = said[0], said[1].format()
    files = {f"areas/{slug}/area.yml": AREA.replace("Nordby", f"{slug} Nordby")}
    for event in range(number):
        text = f"---\ntitel: {title.format(event)[:80]}\nstart: 2026-04-{16 + event % 4} kl. 19.00\n{more}\n---\nVelkommen.\n"
        files[f"areas/{slug}/events/moede-{event}.md"] = text
    return files


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("paper")
    project = sites.copied_project(folder / "project")
    for folder_of_others in ("areas", "content/ideas"):
        rmtree(project / folder_of_others)
    for events in EVENTS:
        write(project, of(events))
    programme = project / "content/programme.yml"
    programme.write_text(programme.read_text("utf-8").replace("områder: 11", "områder: 20"), "utf-8")
    for slug, (number, said) in WEEKS.items():
        write(project, in_one_week(slug, number, said))
    with sites.served(sites.built(folder / "site", project=project, KULTURPUNKT_TODAY="2026-04-15")) as served:
        yield served


@pytest.fixture(scope="module")
def screen() -> Screen:
    return {"viewport": PAPER}


@pytest.fixture(scope="module")
def moment() -> str:
    """Noon on the day that the site was built for."""
    return "2026-04-15T12:00:00+02:00"


def printed(page: Page, url: str) -> list[tuple[int, int]]:
    """Print a page as a reader's printer would; return the size of each sheet in points."""
    page.goto(url)
    page.evaluate("document.fonts.ready")
    return sheets(page)


def printed_on_a3(page: Page) -> list[tuple[int, int]]:
    """Choose the larger paper on the open poster, and print it."""
    page.get_by_role("radio", name="A3").check()
    return sheets(page)


def sheets(page: Page) -> list[tuple[int, int]]:
    pdf = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/Type\s*/Page\b(?!s).*?/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf, re.DOTALL)
    return [(round(float(width)), round(float(height))) for width, height in boxes]


@pytest.mark.parametrize("slug", [events.slug for events in EVENTS])
def test_a_poster_is_one_a4_or_one_a3_and_nothing_on_it_is_cut(page: Page, address: str, slug: str) -> None:
    assert printed(page, f"{address}omraader/{slug}/plakat/") == [A4]
    page.emulate_media(media="print")
    assert page.evaluate(_CUT) == []
    assert page.locator(".poster__code").bounding_box()["width"] > 130, "a phone reads 35 mm"  # type: ignore[index]
    page.emulate_media(media="null")
    assert printed_on_a3(page) == [A3]


@pytest.mark.parametrize("slug", ["kort-1/events/moede-1", "lang-5/events/moede-3", "bred-8/events/moede-8"])
def test_an_events_poster_is_one_sheet_and_nothing_on_it_is_cut(page: Page, address: str, slug: str) -> None:
    url = f"{address}det-sker/{slug.replace('events/', '')}/"
    assert printed(page, f"{url}plakat/") == [A4]
    page.emulate_media(media="print")
    assert page.evaluate(_CUT) == []
    page.emulate_media(media="null")
    assert printed_on_a3(page) == [A3]
    page.goto(url)
    page.emulate_media(media="print")
    assert page.locator(".printed__code").bounding_box()["width"] > 100  # type: ignore[index]
    assert page.locator(".printed").inner_text().endswith(f"/{slug.replace('events/', '')}/")


def test_the_posters_of_all_areas_are_a_sheet_each(page: Page, address: str) -> None:
    assert printed(page, f"{address}omraader/plakater/") == [A4] * (len(EVENTS) + len(WEEKS))


def test_a_poster_that_is_opened_when_all_on_it_is_over_says_so(own_page: Page, address: str) -> None:
    own_page.clock.set_fixed_time("2026-06-20T12:00:00+02:00")
    own_page.goto(f"{address}omraader/kort-4/plakat/")
    assert own_page.locator(".poster").count() == 0
    assert own_page.get_by_text("Alt på plakaten er holdt.").is_visible()
    own_page.goto(f"{address}omraader/plakater/")
    assert own_page.locator(".poster").count() == sum(events.month > "2026-06" for events in EVENTS), "the others' are still true"
    assert own_page.get_by_text("Alt på plakaten er holdt.").is_hidden()


_CUT = """() => {
  const bottom = (node) => node.getBoundingClientRect().bottom;
  const parts = ['.poster__events li', '.poster__events', '.poster__facts', '.poster__foot', '.poster'];
  const cut = (part) => [...part.children].filter((child) => bottom(child) > bottom(part) + 1);
  return [...document.querySelectorAll(parts.join())].flatMap(cut).map((child) => child.textContent);
}"""


def test_the_results_are_a_report_that_one_can_hand_on(page: Page, site_at: Callable[..., Path]) -> None:
    with sites.served(site_at(AFTER)) as served:
        for event in ("aabyerne/hvad-smager-vores-egn-af", "fjordbyerne/luciakoncert", "klitraekken/velkommen-nye-naboer"):
            assert printed(page, f"{served}det-sker/{event}/") == [A4], "no sheet for its address alone"
        report = printed(page, f"{served}resultater/")
        assert set(report) == {A4}
        assert 4 <= len(report) <= 12
        page.emulate_media(media="print")
        assert page.locator(".result__share, .site-header__menu, .site-footer, .actions").filter(visible=True).count() == 0
        numbers = page.locator(".result__number").all()
        assert numbers
        assert all(number.is_visible() for number in numbers)


def test_few_events_are_printed_large_and_many_small(page: Page, address: str) -> None:
    sizes = []
    for slug in ("kort-1", "kort-4", "kort-8", "lang-8"):
        page.goto(f"{address}omraader/{slug}/plakat/")
        page.emulate_media(media="print")
        sizes.append(page.locator(".poster h2").first.evaluate("title => parseFloat(getComputedStyle(title).fontSize)"))
    assert sizes == sorted(sizes, reverse=True) and len(set(sizes)) == 4 and sizes[-1] > 16


@pytest.mark.parametrize(("month", "sheets", "grid"), [("2026-07", 1, True), ("2026-08", 1, True), ("2027-04", 1, False)])
def test_a_month_is_printed_on_one_a4_with_its_grid_where_there_is_room(
    page: Page, address: str, month: str, sheets: int, grid: bool
) -> None:
    assert printed(page, f"{address}det-sker/{month}/") == [A4] * sheets
    page.emulate_media(media="print")
    assert page.locator(".month-grid table").is_visible() == grid and page.locator(".event-card__title").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    heads = page.locator(".month__title").evaluate_all("all => all.map(head => getComputedStyle(head).breakInside)")
    assert set(heads) == {"avoid"}, "a month and its number of dates are on one sheet"


def test_a_screen_and_the_staffs_tables_are_printed_whole(page: Page, address: str) -> None:
    page.goto(f"{address}skaerm/omraade/lang-5/")
    page.emulate_media(media="print")
    assert page.locator(".slide__title").count() == 5 == page.locator(".slide__title").filter(visible=True).count()
    assert page.evaluate(_CUT_WORDS) == []
    page.emulate_media(media="null")
    page.goto(f"{address}rediger/status/")
    page.emulate_media(media="print")
    assert page.locator(".status").evaluate_all(
        "tables => tables.map(table => table.getBoundingClientRect().right <= innerWidth)"
    ) == [
        True,
        True,
    ]


_CUT_WORDS = """() => [...document.querySelectorAll(".slide, .slide__words")]
  .filter((part) => getComputedStyle(part).overflowY !== "visible" && part.scrollHeight > part.clientHeight + 1)
  .map((part) => part.textContent)"""


@pytest.mark.parametrize("slug", WEEKS)
def test_a_week_is_one_a4_and_nothing_on_it_is_cut(page: Page, address: str, slug: str) -> None:
    assert printed(page, f"{address}uge/omraade/{slug}/") == [A4]
    page.emulate_media(media="print")
    assert page.evaluate(_WEEK_CUT) == []
    sheet = page.locator(".week").bounding_box()
    there = page.locator(".week__lines li").count()
    shown = page.locator(".week__lines li:visible").count()
    assert sheet and there == WEEKS[slug][0] and (shown == there) == (slug not in ("uge-30", "uge-60")) and shown >= min(there, 11)
    assert page.locator(".week__more").is_visible() == (shown < there)


_WEEK_CUT = """() => {
  const box = (node) => node.getBoundingClientRect();
  const days = box(document.querySelector(".week__days"));
  const lines = [...document.querySelectorAll(".week__lines li")].filter((line) => line.checkVisibility());
  const out = (line) => box(line).bottom > days.bottom + 1 || box(line).right > days.right + 1;
  const foot = box(document.querySelector(".week__foot"));
  return [...lines.filter(out).map((line) => line.textContent), ...(foot.top < days.bottom - 1 ? ["foot"] : [])];
}"""
