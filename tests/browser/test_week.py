"""The week is copied as a paper and a newsletter take it."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.conftest import DURING

CLIPBOARD = """async () => {
  const [item] = await navigator.clipboard.read();
  return Object.fromEntries(await Promise.all(item.types.map(async (type) => [type, await (await item.getType(type)).text()])));
}"""


def test_the_week_is_copied_as_text_as_it_looks_and_as_code(chromium: Browser, address: str) -> None:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.clock.set_fixed_time(f"{DURING.replace(' ', 'T')}+02:00")
    page.goto(f"{address}uge/omraade/nordmors/")
    expect(page.get_by_role("heading", name="Fredag den 1. maj", exact=True)).to_be_visible()
    page.get_by_role("button", name="Kopiér teksten").click()
    expect(page.get_by_text("Teksten er kopieret")).to_be_visible()
    text = page.evaluate(CLIPBOARD)["text/plain"].replace("\r\n", "\n")
    assert text.startswith("Det sker i Nordmors\nUge 18, 27. april-3. maj 2026\n\nFredag den 1. maj\nKl. 10.00-17.00: ")
    page.get_by_role("button", name="Kopiér med udseende").click()
    expect(page.get_by_text("Ugen er kopieret. Sæt den ind i nyhedsbrevet.")).to_be_visible()
    copied = page.evaluate(CLIPBOARD)["text/html"]
    assert "<table" in copied and "background-color" in copied and "Ejerslev Havn" in copied
    page.get_by_role("button", name="Kopiér HTML-koden").click()
    expect(page.get_by_text("Koden er kopieret")).to_be_visible()
    code = page.evaluate(CLIPBOARD)
    assert code.keys() == {"text/plain"} and code["text/plain"].startswith('<table role="presentation"')
    assert code["text/plain"].endswith("</table>")
    context.close()
