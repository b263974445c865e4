"""What a reader does with an event that is found: shares it, follows its calendar, and says what is wrong with it."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

EVENT = "det-sker/havblikket/aaben-korproeve/"
PUBLISHED = f"https://kulturpunkt.example/kulturpunkt/{EVENT}"
DESKTOP = {"width": 1280, "height": 900}
SHEET = """(fault) => Object.defineProperty(navigator, "share", {value: async (given) => {
  window.shared = given;
  if (fault) throw new DOMException("", fault);
}})"""


def test_sharing_opens_the_systems_own_sheet(own_page: Page, address: str) -> None:
    own_page.add_init_script(f"({SHEET})()")
    own_page.goto(address + EVENT)
    own_page.get_by_role("button", name="Del arrangementet").click()
    assert own_page.evaluate("shared") == {"title": "Åben korprøve", "url": PUBLISHED}
    expect(own_page.locator(".share [role=status]")).to_have_text("")


@pytest.mark.parametrize(("fault", "said"), [("AbortError", ""), ("NotAllowedError", f"Kopiér selv linket: {PUBLISHED}")])
def test_only_a_reader_who_closes_the_sheet_hears_nothing(own_page: Page, address: str, fault: str, said: str) -> None:
    own_page.add_init_script(f"({SHEET})('{fault}')")
    own_page.goto(address + EVENT)
    own_page.get_by_role("button", name="Del arrangementet").click()
    own_page.wait_for_function("window.shared")
    expect(own_page.locator(".share [role=status]")).to_have_text(said)


def test_without_a_sheet_the_link_is_copied(own_page: Page, address: str) -> None:
    own_page.add_init_script("Object.defineProperty(navigator, 'share', {value: undefined})")
    own_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    own_page.goto(address + EVENT)
    own_page.locator(".share").get_by_role("button", name="Kopiér linket").click()
    expect(own_page.locator(".share [role=status]")).to_have_text("Linket er kopieret")
    assert own_page.evaluate("navigator.clipboard.readText()") == PUBLISHED


def test_what_is_wrong_becomes_a_mail_or_an_issue_with_the_readers_own_words(page: Page, address: str) -> None:
    page.goto(address + EVENT)
    page.get_by_text("Er der noget galt på siden?").press("Enter")
    page.get_by_label("Hvad er forkert?").fill("Kl. 19 & 20 #2?\nDøren")
    page.get_by_label("Hvad skal der stå?").fill("50 % æøå + 1")
    page.get_by_label("Hvem er du?").fill(" En nabo ")
    mail = urlsplit(page.get_by_role("link", name="Skriv det i en mail").get_attribute("href") or "")
    written = parse_qs(mail.query.replace("+", "%2B"), strict_parsing=True)
    assert (mail.scheme, mail.path, mail.fragment) == ("mailto", "kulturpunkt@rn.dk", "")
    assert written["subject"] == ["Rettelse: Åben korprøve"]
    assert written["body"][0].replace("\r\n", "\n").split("\n\n") == [
        f"Siden: {PUBLISHED}",
        "Det er forkert: Kl. 19 & 20 #2?\nDøren",
        "Der skal stå: 50 % æøå + 1",
        "Fra: En nabo",
    ]
    issue = urlsplit(page.get_by_role("link", name="Skriv det på GitHub").get_attribute("href") or "")
    assert parse_qs(issue.query, strict_parsing=True) == {
        "template": ["rettelse.yml"],
        "side": [PUBLISHED],
        "galt": ["Kl. 19 & 20 #2?\nDøren"],
        "rigtigt": ["50 % æøå + 1"],
    }, "who says it stands in the mail only"


def test_a_text_that_is_too_long_for_a_link_is_copied_whole(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address + EVENT)
    page.get_by_text("Er der noget galt på siden?").press("Enter")
    expect(page.get_by_role("button", name="Kopiér teksten")).to_be_hidden()
    long = "æ😀 & " * 166
    for field in ("Hvad er forkert?", "Hvad skal der stå?"):
        page.get_by_label(field).fill(long)
    for way, most in (("Skriv det i en mail", 1900), ("Skriv det på GitHub", 7000)):
        href = page.get_by_role("link", name=way).get_attribute("href") or ""
        assert len(href) <= most and PUBLISHED in unquote(href)
    page.get_by_role("button", name="Kopiér teksten").click()
    expect(page.locator(".tip [role=status]")).to_have_text("Teksten er kopieret.")
    said = f"Siden: {PUBLISHED}\n\nDet er forkert: {long.strip()}\n\nDer skal stå: {long.strip()}"
    assert page.evaluate("navigator.clipboard.readText()") == said


def test_without_javascript_the_mail_names_the_page_and_no_field_or_button_is_dead(chromium: Browser, address: str) -> None:
    page = chromium.new_page(java_script_enabled=False)
    page.goto(address + EVENT)
    page.get_by_text("Er der noget galt på siden?").click()
    assert page.locator("details.tip").locator("input, textarea").filter(visible=True).count() == 0
    mail = page.get_by_role("link", name="Skriv det i en mail")
    expect(mail).to_be_visible()
    assert PUBLISHED in parse_qs(urlsplit(mail.get_attribute("href") or "").query)["body"][0]
    expect(page.locator("[data-share]")).to_be_hidden()
    page.close()


def test_every_calendar_can_be_followed_in_each_way_that_is_explained(page: Page, address: str) -> None:
    page.goto(address + "foelg/")
    explained = page.locator(".ways dt").all_inner_texts()
    calendars = page.locator(".calendars > li")
    assert calendars.count() > 11
    for calendar in calendars.all():
        name = calendar.get_by_role("heading").inner_text()
        assert calendar.get_by_role("link").all_text_contents() == [f"{way}: {name}" for way in explained]
        webcal, google, outlook, file = (link.get_attribute("href") or "" for link in calendar.get_by_role("link").all())
        feed = calendar.locator(".calendars__address").inner_text()
        assert feed.endswith(file.removeprefix("..")) and webcal == feed.replace("https:", "webcal:")
        assert parse_qs(urlsplit(google).query)["cid"] == [webcal] and parse_qs(urlsplit(outlook).query)["url"] == [feed]
    file = calendars.last.get_by_role("link").last.evaluate("link => link.href")
    assert page.request.get(file).text().startswith("BEGIN:VCALENDAR")


def test_a_code_is_there_for_who_sits_at_a_large_screen_and_leads_to_the_same_calendar(page: Page, address: str) -> None:
    page.goto(address + EVENT)
    code = page.get_by_alt_text("QR-kode: følg Havblikket på telefonen")
    expect(code).to_be_hidden()
    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    code.scroll_into_view_if_needed()
    expect(code).to_be_visible()
    page.get_by_role("link", name="Følg Havblikket", exact=True).click()
    assert page.url == f"{address}foelg/#havblikket"
    followed = page.locator(":target")
    expect(followed.get_by_role("heading", name="Havblikket")).to_be_in_viewport()
    same = followed.get_by_role("img", name="QR-kode til")
    expect(same).to_be_visible()
    assert same.evaluate("async (code) => { await code.decode(); return code.naturalWidth; }") > 20
    page.set_viewport_size({"width": 360, "height": 740})
    expect(same).to_be_hidden()
    expect(page.get_by_text("Scan koden ud for kalenderen")).to_be_hidden()
