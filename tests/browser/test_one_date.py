"""Corrections of one date of a series, and of an event that moves, as a volunteer makes them on a phone."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from generator.model.event import Event
from generator.model.occurrences import occurrences
from generator.model.state import State
from tests import sites
from tests.browser.test_file_form import loads as site_of
from tests.browser.test_form import shown_file, submit


def correct(page: Page, address: str, event: str, which: str) -> None:
    """Leads from the event's page to the form, for the dates that are said."""
    page.goto(f"{address}det-sker/{event}/")
    page.get_by_role("link", name="Ret arrangementet").click()
    page.get_by_label(which).check()


def loads(tmp_path: Path, path: str, text: str) -> Event:
    """The event of a file that the form has written, in the project's own content; fails where `check` finds something."""
    return next(event for event in site_of(tmp_path, path, text).all_events() if event.source == path)


SERIES = "areas/havblikket/events/aaben-korproeve.md"


def test_one_date_is_cancelled_and_the_others_stay(page: Page, address: str, tmp_path: Path) -> None:
    original = sites.source(SERIES).read_text("utf-8")
    correct(page, address, "havblikket/aaben-korproeve", "Kun én dato, som jeg vælger")
    page.get_by_label("Hvilken dato?").select_option("2026-10-22")
    expect(page.get_by_label("Titel")).to_be_hidden()
    submit(page)
    expect(page.get_by_text("Du har ikke ændret noget endnu")).to_be_visible()
    assert shown_file(page) == original
    page.get_by_label("Status", exact=True).select_option("aflyst")
    page.get_by_label("Statustekst").fill("Korlederen er syg.")
    submit(page)
    expect(page.locator(".event-form__card")).to_contain_text("Aflyst")
    expect(page.locator(".event-form__card")).to_contain_text("22")
    added = "  - dato: 2026-10-22\n    status: aflyst\n    tekst: Korlederen er syg.\n"
    assert shown_file(page) == original.replace("sted: pakhuset\npris", f"{added}sted: pakhuset\npris")
    states = {each.anchor: each.state for each in occurrences(loads(tmp_path, SERIES, shown_file(page)))}
    assert [anchor for anchor, state in states.items() if state is State.CANCELLED] == ["2026-10-22", "2026-11-12"]


def test_one_date_moves_by_its_new_day_place_and_hour(page: Page, address: str, tmp_path: Path) -> None:
    correct(page, address, "havblikket/aaben-korproeve", "Kun én dato, som jeg vælger")
    page.get_by_label("Hvilken dato?").select_option("2026-10-22")
    page.get_by_label("Dag (skal udfyldes)").fill("2026-10-23")
    page.get_by_label("Begynder kl.").fill("18:00")
    page.get_by_label("Sted", exact=True).select_option("+")
    page.get_by_label("Stedets navn").fill("Skolens fællessal")
    submit(page)
    card = page.locator(".event-form__card")
    expect(card).to_contain_text("Flyttet")
    expect(card).to_contain_text("Før: tors. 22. okt. kl. 19.00")
    written = "  - dato: 2026-10-22\n    ny start: 2026-10-23 kl. 18.00\n    ny slut: 2026-10-23 kl. 21.00\n"
    assert written + "    sted:\n      navn: Skolens fællessal\n" in shown_file(page)
    moved = next(each for each in occurrences(loads(tmp_path, SERIES, shown_file(page))) if each.anchor == "2026-10-22")
    assert (moved.state, moved.before and moved.before.day.isoformat()) == (State.MOVED, "2026-10-22")


def test_a_change_of_one_date_is_taken_back(page: Page, address: str, tmp_path: Path) -> None:
    correct(page, address, "havblikket/aaben-korproeve", "Kun én dato, som jeg vælger")
    page.get_by_label("Hvilken dato?").select_option("2026-11-12")
    expect(page.get_by_label("Status", exact=True)).to_have_value("aflyst")
    page.get_by_label("Status", exact=True).select_option("")
    page.get_by_label("Statustekst").fill("")
    submit(page)
    assert "2026-11-12" not in shown_file(page)
    assert "dato: 2026-12-03" in shown_file(page)
    loads(tmp_path, SERIES, shown_file(page))


def test_who_cancels_a_whole_series_is_asked_whether_one_date_was_meant(page: Page, address: str) -> None:
    correct(page, address, "havblikket/aaben-korproeve", "Alle 14 datoer")
    page.get_by_label("Status", exact=True).select_option("aflyst")
    submit(page)
    expect(page.get_by_text("Det gælder alle 14 datoer.")).to_be_visible()


def test_a_new_day_of_a_single_event_is_a_move(page: Page, address: str, tmp_path: Path) -> None:
    path = "areas/havblikket/events/korweekend-i-pakhuset.md"
    old = sites.source(path).read_text("utf-8")
    page.goto(f"{address}det-sker/havblikket/korweekend-i-pakhuset/")
    page.get_by_role("link", name="Ret arrangementet").click()
    day = page.get_by_label("Dag (skal udfyldes)")
    expect(day).not_to_have_value("")
    before = day.input_value()
    day.fill("2026-11-07")
    page.get_by_label("Sidste dag").fill("2026-11-08")
    expect(page.get_by_label("Status", exact=True)).to_have_value("flyttet")
    expect(page.get_by_label("Den gamle dag")).to_have_value(before)
    submit(page)
    assert "status: flyttet\n" in shown_file(page) and f"før: {before}" in shown_file(page)
    assert loads(tmp_path, path, shown_file(page)).before
    day.fill(before)
    day.blur()
    expect(page.get_by_label("Status", exact=True)).to_have_value("")
    assert "status:" not in old
