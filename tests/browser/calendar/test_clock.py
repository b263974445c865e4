"""What a page says in a real browser when more time has passed than it was built for: what is over, runs now, and comes next."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import sites
from tests.browser.calendar.conftest import rows
from tests.conftest import DURING, SiteAt


def test_what_has_ended_since_the_build_goes(page: Page, calendar: str) -> None:
    page.goto(calendar)
    assert "Åben korprøve" in rows(page)
    page.clock.set_fixed_time("2026-12-04T08:00:00+01:00")
    page.goto(calendar)
    assert page.locator("[data-month='2026-11']").count() == 0
    choir = page.locator("[data-month='2026-12'] .event-list > li", has_text="Åben korprøve")
    expect(choir).to_have_count(1)
    assert choir.locator("details li").count() > 0
    assert "3. dec" not in choir.locator("details").inner_html()
    assert " ".join(page.locator(".calendar__today").inner_text().split()) == "I dag, fredag den 4 december 2026"


def test_what_was_said_of_the_day_of_the_build_is_true_months_later(page: Page, calendar: str) -> None:
    month, series = calendar + "2026-11/", calendar + "havblikket/aaben-korproeve/"
    page.goto(month)
    expect(page.locator("td[data-day]")).to_contain_text("i dag")
    page.goto(series)
    expect(page.locator(".event__sticker")).to_have_text("om 4 dage")
    page.goto(f"{calendar}../indlejr/alle/maaned/")
    expect(page.locator(".embed__today")).to_have_count(1)
    page.clock.set_fixed_time("2026-11-25T12:00:00+01:00")
    page.goto(month)
    expect(page.locator(".month-grid__today, [data-day] span")).to_have_count(0)
    expect(page.locator(".month-grid")).not_to_contain_text("i dag")
    page.goto(series)
    expect(page.locator(".event__sticker")).to_have_text("i morgen")
    page.clock.set_fixed_time("2026-11-27T12:00:00+01:00")
    page.goto(series)
    expect(page.locator(".event__sticker")).to_be_hidden()
    page.clock.set_fixed_time("2027-08-01T12:00:00+01:00")
    page.goto(f"{calendar}../indlejr/alle/maaned/")
    expect(page.locator(".embed__today")).to_have_count(0)
    expect(page.locator(".embed__empty")).to_have_text("Det, der stod her, er slut nu.")


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


def test_the_stage_says_what_is_on_now(page: Page, site_at: SiteAt) -> None:
    with sites.served(site_at(DURING)) as address:
        page.clock.set_fixed_time("2026-05-01T10:40:00+02:00")
        page.goto(address + "det-sker/nordmors/1-maj-ejerslev-havn/")
        now = page.locator("li", has_text="Nu på scenen").filter(visible=True)
        expect(now).to_have_count(1)
        expect(now).to_contain_text("Kunst- og kulturtale")


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
