"""Nothing that a volunteer writes is lost; an earlier event starts a new one; what else is on that day is shown."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.test_form import FORM, least, shown_file, submit


def storage(page: Page) -> int:
    return int(page.evaluate("sessionStorage.length"))


def until_written(page: Page) -> None:
    """Wait for the form's script. It asks from outside the page, whose policy allows no text to be run as a program."""
    for _ in range(100):
        if storage(page):
            return
        page.wait_for_timeout(50)
    raise AssertionError("no draft was written")


def test_a_reload_loses_nothing_and_what_is_sent_is_forgotten(page: Page, address: str) -> None:
    least(page, address)
    page.get_by_label("Pris").fill("20 kr. & en kage?")
    page.get_by_label("Sted", exact=True).select_option("+")
    page.get_by_label("Stedets navn").fill("Laden")
    page.get_by_label("Gentages det?").select_option("hver uge")
    page.get_by_label("Gentages til og med").fill("2026-09-29")
    page.get_by_label("tirs. 15. sep. 2026").check()
    submit(page)
    written, ways = shown_file(page), page.get_by_label("Gentages det?").inner_text()
    page.reload()
    expect(page.get_by_text("Vi har fundet det frem, du skrev sidst.")).to_be_visible()
    expect(page.get_by_label("Gentages det?")).to_have_text(ways, use_inner_text=True)
    submit(page)
    assert shown_file(page) == written
    assert "  navn: Laden\n" in written and "undtagen: 2026-09-15\n" in written
    page.get_by_role("link", name="Hent filen").click()
    assert storage(page) == 0


def test_one_date_of_a_series_comes_back_after_a_reload(page: Page, address: str) -> None:
    page.goto(f"{address}{FORM}?ret=havblikket/aaben-korproeve&dato=2026-10-22")
    page.get_by_label("Kun torsdag den 22. oktober 2026").check()
    page.get_by_label("Statustekst").fill("Vi begynder en time senere.")
    until_written(page)
    page.reload()
    expect(page.get_by_label("Statustekst")).to_have_value("Vi begynder en time senere.")
    expect(page.get_by_label("Titel")).to_be_hidden()


def test_who_begins_anew_begins_with_nothing(page: Page, address: str) -> None:
    least(page, address)
    until_written(page)
    page.reload()
    page.get_by_role("button", name="Begynd forfra").click()
    expect(page.get_by_label("Titel")).to_have_value("")
    assert storage(page) == 0


def test_whom_github_asks_for_an_account_finds_all_again_and_who_comes_anew_does_not(page: Page, address: str) -> None:
    least(page, address)
    submit(page)
    page.locator("[data-act=github]").evaluate("link => link.addEventListener('click', event => event.preventDefault())")
    page.get_by_role("link", name="Åbn på GitHub").click()
    page.reload()
    expect(page.get_by_label("Titel")).to_have_value("Fællessang: på kajen #2")
    page.locator("[data-act=mail]").evaluate("link => link.click()")
    page.goto(page.url)
    page.get_by_label("Titel").focus()
    expect(page.get_by_role("button", name="Begynd forfra")).to_be_hidden()
    expect(page.get_by_label("Titel")).to_have_value("")


def test_a_fault_that_comes_as_the_button_is_pressed_does_not_move_it_away(page: Page, address: str) -> None:
    least(page, address)
    page.get_by_role("textbox", name="Tekst", exact=True).fill("ord " * 5001)
    submit(page)
    expect(page.get_by_role("alert").get_by_role("link")).to_have_count(1)


def test_an_event_that_was_held_is_the_start_of_a_new_one(page: Page, address: str) -> None:
    page.goto(f"{address}det-sker/havblikket/lysfest-paa-havnen/")
    page.get_by_role("link", name="Brug som skabelon").click()
    expect(page.get_by_label("Titel")).not_to_have_value("")
    expect(page.get_by_label("Dag (skal udfyldes)")).to_have_value("")
    title = page.get_by_label("Titel").input_value()
    page.get_by_label("Dag (skal udfyldes)").fill("2027-05-08")
    submit(page)
    assert f"titel: {title}\n" in shown_file(page) and "start: 2027-05-08" in shown_file(page)
    assert "status" not in shown_file(page)


def test_an_earlier_event_is_chosen_in_the_form(page: Page, address: str) -> None:
    page.goto(f"{address}{FORM}?omraade=havblikket")
    page.get_by_text("Begynd med et arrangement, I har haft før").click()
    page.get_by_label("Arrangement", exact=True).select_option("aaben-korproeve")
    expect(page.get_by_label("Titel")).to_have_value("Åben korprøve")
    expect(page.get_by_label("Dag (skal udfyldes)")).to_have_value("")


def test_what_else_is_on_that_day_is_a_hint(page: Page, address: str) -> None:
    least(page, address)
    page.get_by_label("Dag (skal udfyldes)").fill("2026-12-03")
    page.get_by_label("Dag (skal udfyldes)").blur()
    expect(page.get_by_text("Samme dag: Åben korprøve, Havblikket")).to_be_visible()
    submit(page)
    assert "start: 2026-12-03" in shown_file(page)
