"""The calendar in a real browser: filters with their address, the visitor's clock, following, and all of it without script."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import sites
from tests.conftest import AFTER, DURING

SiteAt = Callable[..., Path]
ROWS = "[data-month] li[data-ends]:visible"


@pytest.fixture(scope="module")
def calendar(site_at: SiteAt) -> Iterator[str]:
    with sites.served(site_at(AFTER)) as served:
        yield served + "det-sker/"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page on the day that the calendar was built for."""
    context = chromium.new_context(timezone_id="Europe/Copenhagen", locale="da-DK", reduced_motion="reduce")
    context.set_default_timeout(5000)
    page = context.new_page()
    page.clock.set_fixed_time("2026-11-22T12:00:00+01:00")
    yield page
    context.close()


def rows(page: Page) -> list[str]:
    """The titles of the events that are seen."""
    return [row.locator(".event-card__title a").inner_text() for row in page.locator(ROWS).all()]


def choose(page: Page, label: str, value: str) -> None:
    page.get_by_role("combobox", name=label).select_option(value)


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


@pytest.mark.parametrize(
    ("label", "option", "name", "attribute"),
    [
        ("Lokalområde", "havblikket", "omraade", "data-area"),
        ("Kommune", "Rebild", "kommune", "data-municipality"),
        ("Slags", "musik", "slags", "data-category"),
    ],
)
def test_each_choice_shows_only_what_fits(page: Page, calendar: str, label: str, option: str, name: str, attribute: str) -> None:
    page.goto(calendar)
    everything = rows(page)
    _open_more(page)
    choose(page, label, option)
    shown = rows(page)
    assert 0 < len(shown) < len(everything)
    assert {row.get_attribute(attribute) for row in page.locator(ROWS).all()} == {option}
    assert query(page) == {name: [option]}
    expect(page.get_by_role("search").get_by_role("status")).to_have_text(
        f"{len(shown)} arrangement{'' if len(shown) == 1 else 'er'}"
    )


def test_an_audience_shows_what_is_for_them_or_for_all(page: Page, calendar: str) -> None:
    page.goto(calendar)
    _open_more(page)
    choose(page, "For hvem", "børn")
    audiences = [(row.get_attribute("data-audience") or "").split() for row in page.locator(ROWS).all()]
    assert audiences
    assert all({"børn", "alle"} & set(audience) for audience in audiences)


def test_free_shows_what_costs_nothing(page: Page, calendar: str) -> None:
    page.goto(calendar)
    everything = rows(page)
    page.get_by_label("Kun gratis").check()
    assert 0 < len(rows(page)) < len(everything)
    assert all(row.get_attribute("data-free") is not None for row in page.locator(ROWS).all())
    assert query(page) == {"gratis": ["ja"]}


@pytest.mark.parametrize("word", ["korprøve", "KORPRØVE", "korproeve", "prøvehavn kor"])
def test_words_are_found_however_they_are_spelt(page: Page, calendar: str, word: str) -> None:
    page.goto(calendar)
    _open_more(page)
    page.get_by_role("searchbox", name="Ord").fill(word)
    assert "Åben korprøve" in rows(page)
    assert len(rows(page)) < 5


def test_words_that_only_the_summary_has_are_found(page: Page, calendar: str) -> None:
    page.goto(calendar)
    _open_more(page)
    assert "gløgg" not in page.locator("li", has_text="Julemarked i den gamle skole").first.inner_text()
    page.get_by_role("searchbox", name="Ord").fill("gløgg i gymnastiksalen")
    expect(page.get_by_role("search").get_by_role("status")).to_have_text("1 arrangement")
    assert rows(page) == ["Julemarked i den gamle skole"]


def test_without_the_file_the_choices_work_and_it_is_said(page: Page, calendar: str) -> None:
    page.route("**/resten.json", lambda route: route.abort())
    page.goto(calendar)
    choose(page, "Lokalområde", "havblikket")
    assert {row.get_attribute("data-area") for row in page.locator(ROWS).all()} == {"havblikket"}
    expect(page.get_by_role("search").get_by_role("status")).to_contain_text("kunne ikke hentes")


def test_nothing_that_fits_is_said_and_can_be_cleared(page: Page, calendar: str) -> None:
    page.goto(calendar)
    everything = rows(page)
    _open_more(page)
    page.get_by_role("searchbox", name="Ord").fill("findes ikke nogen steder")
    assert rows(page) == []
    expect(page.get_by_role("search").get_by_role("status")).to_have_text("Ingen arrangementer passer.")
    page.get_by_role("button", name="Ryd filtrene").click()
    assert rows(page) == everything
    assert query(page) == {}


def test_the_choice_survives_reload_and_back(page: Page, calendar: str) -> None:
    page.goto(calendar)
    everything = rows(page)
    choose(page, "Lokalområde", "lysvigen")
    of_area = rows(page)
    page.get_by_label("Kun gratis").check()
    free = rows(page)
    page.reload()
    assert rows(page) == free
    expect(page.get_by_label("Kun gratis")).to_be_checked()
    page.go_back()
    assert rows(page) == of_area
    expect(page.get_by_label("Kun gratis")).not_to_be_checked()
    page.go_back()
    assert rows(page) == everything
    page.go_forward()
    assert rows(page) == of_area


def test_a_shared_address_shows_the_same(page: Page, calendar: str) -> None:
    page.goto(calendar + "?omraade=lysvigen&ukendt=x&slags=findes-ikke")
    assert {row.get_attribute("data-area") for row in page.locator(ROWS).all()} == {"lysvigen"}


def test_sending_the_form_stays_on_the_page(page: Page, calendar: str) -> None:
    page.goto(calendar)
    page.get_by_role("button", name="Vis arrangementerne").click()
    assert page.url.startswith(calendar)
    assert rows(page)


def test_what_has_ended_since_the_build_goes(page: Page, calendar: str) -> None:
    page.goto(calendar)
    assert "Åben korprøve" in rows(page)
    page.clock.set_fixed_time("2026-12-01T08:00:00+01:00")
    page.goto(calendar)
    assert page.locator("[data-month='2026-11']").count() == 0
    assert all("nov." not in row.inner_text() for row in page.locator("[data-month='2026-12'] .event-card__date").all())


def test_what_runs_now_is_marked(page: Page, calendar: str) -> None:
    page.clock.set_fixed_time("2026-11-26T19:30:00+01:00")
    page.goto(calendar)
    row = page.locator("li", has_text="Åben korprøve").first
    expect(row).to_contain_text("I gang nu")


def test_when_all_is_over_it_says_so(page: Page, calendar: str) -> None:
    page.clock.set_fixed_time("2030-01-01T12:00:00+01:00")
    page.goto(calendar)
    assert rows(page) == []
    expect(page.get_by_text("Det, der stod her, er slut nu.")).to_be_visible()


def test_a_visitor_in_another_time_zone_sees_the_same_truth(chromium: Browser, calendar: str) -> None:
    context = chromium.new_context(timezone_id="Pacific/Auckland")
    page = context.new_page()
    page.clock.set_fixed_time("2026-11-26T19:30:00+01:00")
    page.goto(calendar)
    expect(page.locator("li", has_text="Åben korprøve").first).to_contain_text("I gang nu")
    context.close()


def test_the_stage_says_what_is_on_now(chromium: Browser, site_at: SiteAt) -> None:
    with sites.served(site_at(DURING)) as address:
        page = chromium.new_page()
        page.clock.set_fixed_time("2026-05-01T10:40:00+02:00")
        page.goto(address + "det-sker/nordmors/1-maj-ejerslev-havn/")
        now = page.locator("li", has_text="Nu på scenen").filter(visible=True)
        expect(now).to_have_count(1)
        expect(now).to_contain_text("Kunst- og kulturtale")
        page.close()


@pytest.mark.parametrize(
    ("now", "said"), [("04-30T12:00", "Næste:"), ("05-01T10:40", "I dag:"), ("05-01T11:40", "I gang nu:"), ("05-01T23:40", None)]
)
def test_an_areas_next_event_is_on_its_card_until_it_ends(page: Page, site_at: SiteAt, now: str, said: str | None) -> None:
    with sites.served(site_at(DURING)) as address:
        page.clock.set_fixed_time(f"2026-{now}:00+02:00")
        page.goto(address + "omraader/")
        line = page.locator(".area-card", has_text="Havblikket").locator(".area-card__next")
        if said:
            expect(line).to_contain_text(f"{said} fre. 1. maj kl. 11.00 Sangdag", use_inner_text=True)
        else:
            expect(line).to_have_count(0)


def test_the_calendar_can_be_followed(page: Page, calendar: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(calendar)
    page.get_by_text("Følg kalenderen").first.click()
    feed = "https://kulturpunkt.example/kulturpunkt/det-sker/kalender.ics"
    assert page.get_by_role("link", name="Apple og andre kalendere").get_attribute("href") == feed.replace("https", "webcal")
    assert "calendar.google.com" in (page.get_by_role("link", name="Google Kalender").get_attribute("href") or "")
    assert "outlook" in (page.get_by_role("link", name="Outlook").get_attribute("href") or "")
    page.get_by_role("button", name="Kopiér linket").click()
    expect(page.get_by_text("Linket er kopieret")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == feed


def test_one_event_or_one_date_can_be_saved(page: Page, calendar: str) -> None:
    page.goto(calendar + "havblikket/aaben-korproeve/")
    page.get_by_text(re.compile("^Gem")).first.wait_for()
    saved = [link.get_attribute("href") or "" for link in page.locator("a[href$='.ics']").all()]
    assert any(href.endswith("kalender.ics") for href in saved)
    dates = [href for href in saved if re.search(r"\d{4}-\d\d-\d\d\.ics$", href)]
    assert len(dates) > 3
    assert page.request.get(page.url + Path(dates[0]).name).text().startswith("BEGIN:VCALENDAR")


def test_without_javascript_everything_is_there(chromium: Browser, calendar: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(calendar)
    assert len(rows(page)) > 15
    assert not page.get_by_role("search").is_visible()
    page.get_by_role("link", name="december 2026").last.click()
    assert page.url.endswith("/det-sker/2026-12/")
    assert page.get_by_role("table").count() == 1
    context.close()


def test_a_month_is_a_table_with_days_and_weeks(page: Page, calendar: str) -> None:
    page.set_viewport_size({"width": 1200, "height": 900})
    page.goto(calendar + "2026-12/")
    table = page.get_by_role("table")
    assert table.get_by_role("columnheader").count() == 7
    assert table.get_by_role("row").count() == 6
    assert table.get_by_role("link").count() > 3


def test_a_series_stands_once_and_its_dates_have_addresses(page: Page, calendar: str) -> None:
    page.goto(calendar)
    assert rows(page).count("Åben korprøve") == 1
    row = page.locator("li", has_text="Åben korprøve").first
    expect(row).to_contain_text(re.compile(r"og \d+ datoer mere"))
    row.get_by_role("link").first.click()
    assert re.search(r"aaben-korproeve/#2026-11-26$", page.url)
    assert page.locator("[id='2026-11-26']").count() == 1


def _open_more(page: Page) -> None:
    page.get_by_text("Flere valg").click()
