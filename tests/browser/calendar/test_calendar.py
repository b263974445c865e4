"""The calendar in a real browser: filters with their address, the visitor's clock, following, and all of it without script."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date as day_of
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.calendar.conftest import ROWS, rows, settle
from tests.browser.conftest import DESKTOP


def choose(page: Page, label: str, value: str) -> None:
    page.get_by_role("combobox", name=label, exact=True).select_option(value)
    settle(page)


def areas(page: Page) -> set[str]:
    """The areas whose events are seen."""
    settle(page)
    return set(page.locator(ROWS).locator(".event-card__area").all_inner_texts())


def says(page: Page) -> Locator:
    """What the filters say that they found."""
    return page.get_by_role("search").get_by_role("status")


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


@pytest.mark.parametrize(
    ("label", "option", "name", "shown"),
    [
        ("Lokalområde", "havblikket", "omraade", {"Havblikket"}),
        ("Kommune", "Rebild", "kommune", {"Bakkelandet"}),
        ("Slags", "musik", "slags", {"Havblikket", "Fjordbyerne", "Lysvigen"}),
    ],
)
def test_each_choice_shows_only_what_fits(page: Page, calendar: str, label: str, option: str, name: str, shown: set[str]) -> None:
    page.goto(calendar)
    everything = rows(page)
    _open_more(page)
    choose(page, label, option)
    assert 0 < len(rows(page)) < len(everything)
    assert areas(page) <= shown and areas(page)
    assert query(page) == {name: [option]}
    assert int(says(page).inner_text().split()[0]) == len(_dates(page))


Fits = Callable[[dict[str, Any], dict[str, Any]], Any]
CHOICES: list[tuple[dict[str, str], Fits]] = [
    ({"omraade": "lysvigen"}, lambda event, date: event["area"] == "lysvigen"),
    ({"for": "børn"}, lambda event, date: {"børn", "alle"} & set(event.get("audience", []))),
    ({"gratis": "ja"}, lambda event, date: event.get("free")),
    ({"naar": "weekend"}, lambda event, date: _is_on(date, "2026-11-22")),
    ({"naar": "uge"}, lambda event, date: any(_is_on(date, f"2026-11-{day}") for day in range(22, 29))),
    ({"dato": "2026-12-30"}, lambda event, date: _is_on(date, "2026-12-30")),
    ({"ugedag": "onsdag"}, lambda event, date: _is_on_weekday(date, 2)),
    ({"tid": "aften"}, lambda event, date: date.get("evening")),
    ({"naer": "Thisted", "km": "20"}, lambda event, date: date["near"].get("Thisted", 99) <= 20),
    ({"fra": "70", "til": "75"}, lambda event, date: "ages" in event and event["ages"][0] <= 75 and event["ages"][1] >= 70),
    ({"trinfri": "ja"}, lambda event, date: date.get("trinfri") == "ja"),
    ({"slynge": "ja", "uoplyst": "ja"}, lambda event, date: date.get("slynge") != "nej"),
    ({"sprog": "ukrainsk"}, lambda event, date: "ukrainsk" in event["languages"]),
    ({"ord": "lørdag"}, lambda event, date: _is_on_weekday(date, 5)),
    ({"ord": "29. november"}, lambda event, date: _is_on(date, "2026-11-29")),
]


def test_every_choice_in_the_address_shows_the_dates_that_fit_and_counts_them(page: Page, calendar: str) -> None:
    """What is to be shown is read from the file of all dates, in another language than the script's."""
    file = page.request.get(f"{calendar}kommende.json").json()
    events, near = file["events"], file["near"]
    page.goto(calendar)
    for choice, fits in CHOICES:
        expected = set()
        for event in events:
            dates = [{**event["dates"][0], **date} for date in event["dates"]]
            dates = [{**date, "near": near.get(date.get("at"), {})} for date in dates]
            expected |= {(event["title"], date["begins"]) for date in dates if fits(event, date)}
        page.goto(f"{calendar}?{urlencode(choice)}")
        assert 0 < len(expected) < sum(len(event["dates"]) for event in events), choice
        assert _dates(page) == expected, choice
        assert int(says(page).inner_text().split()[0]) == len(expected), choice


def test_what_is_near_says_how_far_it_is(page: Page, calendar: str) -> None:
    page.goto(f"{calendar}?naer=Thisted&km=20")
    assert len(rows(page)) == page.locator(ROWS).get_by_text(re.compile(r"ca\. \d+ km fra Thisted")).count() > 0


def test_a_position_chooses_the_nearest_town_and_goes_nowhere(page: Page, calendar: str) -> None:
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation({"latitude": 56.97, "longitude": 8.7})
    page.goto(calendar)
    _open_more(page)
    page.get_by_role("button", name="Brug min placering").click()
    expect(page.get_by_role("combobox", name="Tæt på")).to_have_value("Thisted")
    assert query(page) == {"naer": ["Thisted"]}


@pytest.mark.parametrize("word", ["korprøve", "KORPRØVE", "korproeve", "prøvehavn kor"])
def test_words_are_found_however_they_are_spelt(page: Page, calendar: str, word: str) -> None:
    page.goto(calendar)
    _open_more(page)
    page.get_by_role("searchbox", name="Ord").fill(word)
    assert "Åben korprøve" in rows(page)
    assert len(set(rows(page))) < 5


def test_words_that_only_the_summary_has_are_found(page: Page, calendar: str) -> None:
    page.goto(calendar)
    _open_more(page)
    assert "gløgg" not in page.locator("li", has_text="Julemarked i den gamle skole").first.inner_text()
    page.get_by_role("searchbox", name="Ord").fill("gløgg i gymnastiksalen")
    expect(says(page)).to_have_text("1 arrangement")
    assert rows(page) == ["Julemarked i den gamle skole"]


def test_without_the_file_nothing_is_hidden_and_it_is_said(page: Page, calendar: str, faults: list[str]) -> None:
    page.route("**/kommende.json", lambda route: route.abort())
    page.goto(calendar)
    everything = rows(page)
    page.get_by_role("combobox", name="Lokalområde").select_option("havblikket")
    expect(says(page)).to_contain_text("kunne ikke hentes")
    assert rows(page) == everything
    faults.clear()


def test_nothing_that_fits_is_said_and_can_be_cleared(page: Page, calendar: str) -> None:
    page.goto(calendar)
    everything = rows(page)
    _open_more(page)
    page.get_by_role("searchbox", name="Ord").fill("findes ikke nogen steder")
    assert rows(page) == []
    expect(says(page)).to_have_text("Ingen arrangementer passer.")
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
    assert areas(page) == {"Lysvigen"}


def test_sending_the_form_stays_on_the_page(page: Page, calendar: str) -> None:
    page.goto(calendar)
    page.get_by_role("button", name="Vis arrangementerne").click()
    assert page.url.startswith(calendar)
    assert rows(page)


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
    context = chromium.new_context(viewport=DESKTOP, java_script_enabled=False)
    page = context.new_page()
    page.goto(calendar)
    assert len(rows(page)) > 15
    assert not page.get_by_role("search").is_visible()
    assert page.locator(".calendar__today").is_hidden(), "without a script it is the day of the build"
    for month in page.locator("section[data-month]").all():
        if month.get_attribute("data-month") != "nu":
            assert _dates_in(month) == int((month.locator("small").inner_text()).split()[0])
    page.get_by_role("link", name="Rebild Kommune").click()
    assert page.url.endswith("/det-sker/kommune/rebild/")
    assert {area.inner_text() for area in page.locator(".event-card__area").all()} == {"Bakkelandet"}
    page.go_back()
    page.get_by_role("link", name="december 2026").last.click()
    assert page.url.endswith("/det-sker/2026-12/")
    assert page.get_by_role("table").count() == 1
    page.get_by_role("navigation", name="Gå til dag").get_by_role("link", name="tors. 3.").click()
    assert page.url.endswith("#dag-3")
    expect(page.locator("#dag-3 time")).to_have_attribute("datetime", re.compile("^2026-12-03"))
    context.close()


def test_a_month_is_a_table_with_days_and_weeks(page: Page, calendar: str) -> None:
    page.set_viewport_size({"width": 1200, "height": 900})
    page.goto(calendar + "2026-12/")
    table = page.get_by_role("table")
    assert table.get_by_role("columnheader").count() == 7
    assert table.get_by_role("row").count() == 6
    assert table.get_by_role("link").count() > 3


def test_a_series_stands_once_a_month_and_its_dates_have_addresses(page: Page, calendar: str) -> None:
    page.goto(calendar)
    december = page.locator("[data-month='2026-12']")
    row = december.locator(".event-list > li", has_text="Åben korprøve")
    expect(row).to_have_count(1)
    row.get_by_text(re.compile(r"\d+ dato(er)? mere i december")).click()
    row.locator("details a").first.click()
    found = re.search(r"aaben-korproeve/#(2026-12-\d\d)$", page.url)
    assert found
    assert page.locator(f"[id='{found[1]}']").count() == 1


def test_counts_agree_on_the_list_its_month_and_the_choice(page: Page, calendar: str) -> None:
    page.goto(calendar)
    listed = page.locator("[data-month='2027-02'] small").inner_text()
    page.goto(f"{calendar}?ord=i+februar")
    settle(page)
    assert says(page).inner_text().startswith(listed)
    assert page.locator("[data-month='2027-02'] small").inner_text() == listed
    page.goto(f"{calendar}2027-02/")
    expect(page.get_by_role("heading", name="Arrangementer")).to_contain_text(f"{listed} i februar 2027")


def _dates_in(month: Locator) -> int:
    """How many dates a month of the list leads to, and those of it that are called running."""
    apart = month.locator(".month__apart")
    return month.locator("li[data-minutes]").count() + (int(apart.inner_text().split()[0]) if apart.count() else 0)


def _is_on(date: dict[str, str], day: str) -> bool:
    return date["start"][:10] <= day <= date.get("last", date["start"][:10])


def _is_on_weekday(date: dict[str, str], weekday: int) -> bool:
    first, last = (day_of.fromisoformat(day) for day in (date["start"][:10], date.get("last", date["start"][:10])))
    days = (max(first, day_of(2026, 11, 22)) + timedelta(days) for days in range(7))
    return any(day.weekday() == weekday for day in days if day <= last)


def _dates(page: Page) -> set[tuple[str, str]]:
    """The title and beginning of every date that is shown or folded, each once; all pages of the list are opened."""
    settle(page)
    while page.locator(".calendar__more").is_visible():
        page.get_by_role("button", name="Vis flere").click()
        settle(page)
    rows = page.locator("[data-month] .event-list:not([hidden]) > li").evaluate_all("""rows => rows.flatMap((row) => {
      const title = row.querySelector(".event-card__name, .event-line a").innerText;
      return [row, ...row.querySelectorAll("[data-begins]")].map(({ dataset }) => [title, dataset.begins]);
    })""")
    return {(title, begins) for title, begins in rows}


def _open_more(page: Page) -> None:
    page.get_by_text("Flere valg").click()


def test_an_address_that_is_written_by_hand_is_read_and_never_shows_what_does_not_fit(page: Page, calendar: str) -> None:
    """A link may be older than what is on: what nothing has any more is not forgotten, since all would be shown instead."""
    same = {"Omraade=LYSVIGEN": "omraade=lysvigen", "ugedag=loerdag": "ugedag=lørdag", "dato=29.11.2026": "dato=2026-11-29"}
    same |= {
        "gratis=1": "gratis=ja",
        "fra=-1&til=999": "",
        "dato=2026-13-40&gratis=nej&fra=abc": "",
        "kommune=%C3%A5lborg": "kommune=Aalborg",
    }
    for written, meant in same.items():
        shown = []
        for query_of in (written, meant):
            page.goto(f"{calendar}?{query_of}")
            settle(page)
            shown.append(says(page).inner_text())
        assert shown[0] == shown[1] != "", written
    for nothing in ("sprog=klingonsk", "omraade=programmet-som-var", "kommune=Vesterhav"):
        page.goto(f"{calendar}?{nothing}")
        assert rows(page) == [], nothing
        expect(says(page)).to_have_text("Ingen arrangementer passer.")
