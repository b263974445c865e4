"""The posters: six weeks of an area, or an event, on one sheet, with a code that leads to the page."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
import resvg_py
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.danish.dates import parse_moment
from generator.model.calendar import Calendar
from generator.pages import poster as poster_module
from generator.pages.context import SiteContext
from generator.pages.page import Page
from generator.pages.poster import Sheet, event_poster, has_poster, posters
from generator.pages.poster import poster as poster_page
from tests.events_of_every_kind import view_of
from tests.trees import AREA, modest

WEEKLY = "titel: Sang\nstart: 2026-05-05 kl. 19.00\nslut: 21.00\ngentag: hver uge\ngentag til: 2026-06-02"
DAILY = "titel: Morgengang\nstart: 2026-05-01 kl. 7.00\ngentag: hver dag\ngentag til: 2026-05-10"
SITE = "https://kulturpunkt.example/"


def poster(root: Path, events: dict[str, str], now: str = "2026-04-15", site_url: str = SITE, *, area: str = AREA) -> Page:
    """The poster of Nordby at a moment."""
    site = view_of(root, events, area=area).site
    context = SiteContext(Calendar.at(site, parse_moment(now).at), root, True, site_url)
    return poster_page(context, context.calendar.areas["nordby"])


def read(code: str) -> list[str]:
    """What a phone reads in a code: drawn on white, as it is printed."""
    svg = str(code).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    drawn = resvg_py.svg_to_bytes(svg_string=svg, width=400, background="white", skip_system_fonts=True)
    with Image.open(BytesIO(bytes(drawn))) as image:
        return [found.text for found in zxingcpp.read_barcodes(image.convert("L"))]


def sheet(page: Page) -> Sheet:
    """The one sheet of an area's poster."""
    [only] = page.values["sheets"]
    assert isinstance(only, Sheet)
    return only


def shown(page: Page) -> list[str]:
    return [f"{card.title} {card.day.removesuffix('.')}. {card.month_long}" for card, _ in sheet(page).lines]


@pytest.mark.parametrize("site_url", [SITE, "https://example.github.io/kulturpunkt/"])
def test_the_code_leads_to_the_areas_page(tmp_path: Path, site_url: str) -> None:
    page = poster(tmp_path, {}, site_url=site_url)
    assert read(sheet(page).code) == [sheet(page).address] == [f"{site_url}omraader/nordby/"]


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    """A site with one area and no events."""
    return view_of(tmp_path_factory.mktemp("poster"), {})


@settings(modest, max_examples=30)
@given(slug=st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=60))
def test_the_code_can_be_read_whatever_the_address(context: SiteContext, slug: str) -> None:
    [area] = context.site.areas
    page = poster_page(context, area.model_copy(update={"slug": slug}))
    assert read(sheet(page).code) == [f"{SITE}omraader/{slug}/"]


def test_the_code_has_a_name_for_those_who_do_not_see_it(tmp_path: Path) -> None:
    code = sheet(poster(tmp_path, {})).code
    assert code.startswith(f'<svg class="poster__code" role="img" aria-label="QR-kode til {SITE}omraader/nordby/" ')
    assert re.fullmatch(r"<svg [^<>]*>(<path [^<>]*/>)+</svg>", code)


def test_a_code_that_has_lost_a_corner_can_still_be_read(tmp_path: Path) -> None:
    """Rain and drawing pins: an eighth of it, below to the right, is gone."""
    code = str(sheet(poster(tmp_path, {})).code)
    side = int(code.partition('viewBox="0 0 ')[2].partition(" ")[0])
    torn = side * 0.35
    patch = f'<path fill="#fff" d="M{side - torn} {side - torn}h{torn}v{torn}h-{torn}z"/>'
    assert read(code.replace("</svg>", patch + "</svg>")) == [f"{SITE}omraader/nordby/"]


@pytest.mark.parametrize(
    ("now", "period", "days"),
    [
        ("2026-05-01", "1. maj-11. juni 2026", ["Sang 5. maj", "Sang 12. maj", "Sang 19. maj", "Sang 26. maj", "Sang 2. juni"]),
        (
            "2026-05-05 kl. 20.00",
            "5. maj-15. juni 2026",
            [f"Sang {day}" for day in ("5. maj", "12. maj", "19. maj", "26. maj", "2. juni")],
        ),
        ("2026-05-26 kl. 21.00", "26. maj-6. juli 2026", ["Sang 2. juni"]),
        ("2026-07-15", "15. juli-25. august 2026", []),
        ("2026-01-01", "Det næste, der sker", ["Sang 5. maj", "Sang 12. maj", "Sang 19. maj", "Sang 26. maj"]),
        ("2026-12-01", "1. december 2026-11. januar 2027", []),
    ],
)
def test_the_next_six_weeks_or_what_comes_first_after_them(tmp_path: Path, now: str, period: str, days: list[str]) -> None:
    page = poster(tmp_path, {"sang": WEEKLY}, now)
    assert (sheet(page).period, shown(page), sheet(page).more) == (period, days, 0)


def test_what_runs_is_on_it_and_what_is_far_away_is_not(tmp_path: Path) -> None:
    events = {"udstilling": "titel: Udstilling\nstart: 2026-03-01\nslut: 2026-06-30", "sang": WEEKLY}
    later = {"senere": "titel: Senere\nstart: 2026-07-15"}
    page = poster(tmp_path, events | later, "2026-05-13")
    assert shown(page) == ["Udstilling 1. marts-\u200b30.\u00a0juni", "Sang 19. maj", "Sang 26. maj", "Sang 2. juni"]


def test_as_many_as_there_is_room_for_and_the_others_are_counted(tmp_path: Path) -> None:
    page = poster(tmp_path, {"gang": DAILY, "sang": WEEKLY, "loeb": DAILY.replace("Morgengang", "Løb")})
    assert sheet(page).size == "small" and 10 < len(sheet(page).lines) < 24 == len(sheet(page).lines) + sheet(page).more


@settings(modest, max_examples=30)
@given(count=st.integers(1, 30), letters=st.integers(1, 80))
def test_a_sheet_is_never_overfull(tmp_path_factory: pytest.TempPathFactory, count: int, letters: int) -> None:
    [first, *_] = sheet(poster(tmp_path_factory.mktemp("a"), {"sang": WEEKLY})).lines
    lines = [first._replace(card=first.card._replace(title="a" * letters))] * count
    name, fitting = poster_module._fitting(lines)
    size = next(size for size in poster_module._SIZES if size.name == name)
    assert 0 < fitting <= count
    assert sum(poster_module._height(line, size) for line in lines[:fitting]) <= size.room


def test_a_date_that_is_cancelled_stands_and_says_so(tmp_path: Path) -> None:
    page = poster(tmp_path, {"sang": WEEKLY + "\nændringer: [{dato: 2026-05-05, status: aflyst}]"}, "2026-05-01")
    assert [card.status_text for card, _ in sheet(page).lines] == ["Aflyst", None, None, None, None]


def test_the_posters_of_all_areas_are_on_one_page(tmp_path: Path) -> None:
    assert [each.name for each in posters(view_of(tmp_path, {"sang": WEEKLY})).values["sheets"]] == ["Nordby"]


@pytest.mark.parametrize(
    ("fields", "now", "there"),
    [
        ("", "2026-04-01", True),
        ("", "2025-04-01", False),
        ("", "2026-05-06", False),
        ("\nstatus: aflyst", "2026-04-01", False),
        ("\nstatus: udsat", "2026-04-01", False),
        ("\nstatus: udsolgt", "2026-04-01", True),
    ],
    ids=["soon", "far away", "over", "cancelled", "postponed", "sold out"],
)
def test_an_event_that_one_can_come_to_has_a_poster(tmp_path: Path, fields: str, now: str, there: bool) -> None:
    site = view_of(tmp_path, {"fest": "titel: Fest\nstart: 2026-05-05 kl. 19.00" + fields}).site
    context = SiteContext(Calendar.at(site, parse_moment(now).at), tmp_path, True, SITE)
    [fest] = context.calendar.events
    assert has_poster(context, fest) == there


def test_an_events_poster_says_what_one_must_know_and_leads_to_its_page(tmp_path: Path) -> None:
    site = view_of(tmp_path, {"sang": WEEKLY + "\nresumé: Kom og syng.\npris: gratis\narrangør: Koret\nsted: {navn: Skolen}"}).site
    context = SiteContext(Calendar.at(site, parse_moment("2026-05-06").at), tmp_path, True, SITE)
    page = event_poster(context, context.calendar.events[0])
    assert page.values["facts"] == [
        "tirsdag den 12. maj 2026 kl. 19.00-21.00",
        "Skolen",
        "Gratis",
        "Kom og syng.",
        "Også tirs. 19. maj kl. 19.00; tirs. 26. maj kl. 19.00; tirs. 2. juni kl. 19.00.",
        "Arrangør: Koret",
    ]
    assert read(page.values["code"]) == [f"{SITE}det-sker/nordby/sang/"] and page.hidden


def test_the_poster_itself_is_not_found_by_search(tmp_path: Path) -> None:
    page = poster(tmp_path, {}, area=AREA.replace("offentlig", "eksempel"))
    assert (page.url, page.hidden, sheet(page).example) == ("omraader/nordby/plakat/", True, True)
    assert (sheet(page).name, sheet(page).municipality) == ("Nordby", "Thisted Kommune")


@pytest.mark.parametrize(
    ("text", "letters", "lines"),
    [("to ord", 10, 1), ("et langt ord", 8, 2), ("ALT MED STORT", 13, 2), ("WWWW MMMM", 9, 2), ("a" * 21, 10, 3), ("", 10, 1)],
)
def test_wide_letters_and_whole_words_need_more_lines(text: str, letters: int, lines: int) -> None:
    assert poster_module._lines_of(text, letters) == lines
