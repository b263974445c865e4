"""The posters: a month of an area on one A4, with a code that leads to its page."""

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
from generator.pages.context import SiteContext
from generator.pages.page import Page
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


def shown(page: Page) -> list[str]:
    return [f"{card.title} {card.day.removesuffix('.')}. {card.month_long}" for card in page.values["events"]]


@pytest.mark.parametrize("site_url", [SITE, "https://example.github.io/kulturpunkt/"])
def test_the_code_leads_to_the_areas_page(tmp_path: Path, site_url: str) -> None:
    page = poster(tmp_path, {}, site_url=site_url)
    assert read(page.values["code"]) == [page.values["address"]] == [f"{site_url}omraader/nordby/"]


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    """A site with one area and no events."""
    return view_of(tmp_path_factory.mktemp("poster"), {})


@settings(modest, max_examples=30)
@given(slug=st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=60))
def test_the_code_can_be_read_whatever_the_address(context: SiteContext, slug: str) -> None:
    [area] = context.site.areas
    page = poster_page(context, area.model_copy(update={"slug": slug}))
    assert read(page.values["code"]) == [f"{SITE}omraader/{slug}/"]


def test_the_code_has_a_name_for_those_who_do_not_see_it(tmp_path: Path) -> None:
    code = poster(tmp_path, {}).values["code"]
    assert code.startswith(f'<svg role="img" aria-label="QR-kode til {SITE}omraader/nordby/" ')
    assert re.fullmatch(r"<svg [^<>]*>(<path [^<>]*/>)+</svg>", code)


def test_a_code_that_has_lost_a_corner_can_still_be_read(tmp_path: Path) -> None:
    """Rain and drawing pins: an eighth of it, below to the right, is gone."""
    code = str(poster(tmp_path, {}).values["code"])
    side = int(code.partition('viewBox="0 0 ')[2].partition(" ")[0])
    torn = side * 0.35
    patch = f'<path fill="#fff" d="M{side - torn} {side - torn}h{torn}v{torn}h-{torn}z"/>'
    assert read(code.replace("</svg>", patch + "</svg>")) == [f"{SITE}omraader/nordby/"]


@pytest.mark.parametrize(
    ("now", "month", "days"),
    [
        ("2026-04-15", "Maj 2026", ["Sang 5. maj", "Sang 12. maj", "Sang 19. maj", "Sang 26. maj"]),
        ("2026-05-12 kl. 20.00", "Maj 2026", ["Sang 12. maj", "Sang 19. maj", "Sang 26. maj"]),
        ("2026-05-26 kl. 21.00", "Juni 2026", ["Sang 2. juni"]),
        ("2026-07-15", "Juli 2026", []),
    ],
)
def test_the_next_month_in_which_something_is(tmp_path: Path, now: str, month: str, days: list[str]) -> None:
    page = poster(tmp_path, {"sang": WEEKLY}, now)
    assert (page.values["month"], shown(page), page.values["more"]) == (month, days, 0)


def test_what_runs_stands_in_this_month(tmp_path: Path) -> None:
    events = {"udstilling": "titel: Udstilling\nstart: 2026-03-01\nslut: 2026-06-30", "sang": WEEKLY}
    page = poster(tmp_path, events, "2026-05-20")
    assert (page.values["month"], shown(page)) == ("Maj 2026", ["Udstilling 1. marts-\u200b30.\u00a0juni", "Sang 26. maj"])


def test_there_is_room_for_eight_and_the_others_are_counted(tmp_path: Path) -> None:
    page = poster(tmp_path, {"gang": DAILY, "sang": WEEKLY})
    assert (len(page.values["events"]), page.values["more"]) == (8, 6)


def test_a_date_that_is_cancelled_stands_and_says_so(tmp_path: Path) -> None:
    page = poster(tmp_path, {"sang": WEEKLY + "\nændringer: [{dato: 2026-05-05, status: aflyst}]"})
    assert [card.status_text for card in page.values["events"]] == ["Aflyst", None, None, None]


def test_the_poster_itself_is_not_found_by_search(tmp_path: Path) -> None:
    page = poster(tmp_path, {}, area=AREA.replace("offentlig", "eksempel"))
    assert (page.url, page.hidden, page.values["example"]) == ("omraader/nordby/plakat/", True, True)
    assert (page.values["name"], page.values["municipality"]) == ("Nordby", "Thisted Kommune")
