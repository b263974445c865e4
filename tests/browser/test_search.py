"""The search in a real browser: opened, typed in, walked by keyboard, shared, and without script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Locator, Page, expect

from generator.search.words import DOUBLED, ENDINGS, stem, words
from tests import sites
from tests.browser.axe import findings
from tests.browser.conftest import DESKTOP, PHONE, Screen
from tests.conftest import AFTER, SiteAt

NOON = "2026-11-22T12:00:00+01:00"
MODULES = sites.PROJECT / "theme/js/modules/search"


@pytest.fixture(scope="module")
def site(site_at: SiteAt) -> Path:
    return site_at(AFTER)


@pytest.fixture(scope="module")
def screen() -> Screen:
    return {"viewport": PHONE, "timezone_id": "America/New_York", "reduced_motion": "reduce"}


@pytest.fixture(scope="module")
def moment() -> str:
    """Noon in Denmark, for one who is elsewhere."""
    return NOON


def opened(page: Page, address: str) -> Locator:
    """The dialog, opened on a page of text."""
    page.goto(address + "om/")
    page.get_by_role("button", name="Søg", exact=True).click()
    return page.get_by_role("dialog", name="Søg i Kulturpunkt")


def seek(dialog: Locator, query: str) -> None:
    """Types a query and waits for its answer."""
    dialog.get_by_role("searchbox").fill("")
    expect(dialog.get_by_role("status")).to_be_empty()
    dialog.get_by_role("searchbox").fill(query)
    expect(dialog.get_by_role("status")).not_to_be_empty()


def found(page: Page, address: str, query: str) -> Locator:
    """What is found for the query in an address: quicker than typing, which waits for the next letter."""
    page.goto(f"{address}soeg/?q={quote(query)}")
    main = page.get_by_role("main")
    expect(main.get_by_role("status")).not_to_be_empty()
    return main


def section(results: Locator, title: str) -> Locator:
    return results.locator(".search__group").filter(has=results.page.get_by_role("heading", name=title, exact=True))


def group(results: Locator, title: str) -> list[str]:
    """The titles in one group of results."""
    return section(results, title).get_by_role("link").all_inner_texts()


def test_nothing_is_fetched_before_it_is_used(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(address + "om/")
    page.wait_for_load_state("networkidle")
    assert not [path for path in asked if path.startswith(("soeg", "assets/search"))]
    with page.expect_response("**/soeg/indeks.json"):
        page.get_by_role("button", name="Søg", exact=True).click()
        expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.get_by_role("dialog").get_by_role("link", name="en liste over det hele")).to_be_visible()
    assert not any("/ord-" in path or "/fund-" in path for path in asked)


FOUND = [
    ("korprøve", "Arrangementer", "Åben korprøve"),
    ("KORPROEVER", "Arrangementer", "Åben korprøve"),
    ("korpøve", "Arrangementer", "Åben korprøve"),
    ("pakhus kor", "Arrangementer", "Åben korprøve"),
    ("fællesspis", "Arrangementer", "Månedens fællesspisning"),
    ("spisning", "Arrangementer", "Månedens fællesspisning"),
    ("faelesspisning", "Arrangementer", "Månedens fællesspisning"),
    ("æblemosten", "Tidligere arrangementer", "Æblemost & gamle sorter"),
    ("nordmors", "Lokalområder", "Nordmors"),
    ("vesthimmerland", "Lokalområder", "Åbyerne"),
    ("tilgængelighed", "Sider", "Tilgængelighed"),
    ("tidsplanen", "Sider", "Tidsplan"),
    ("forankring", "Sider", "Om"),
]


def test_what_people_mean_is_found(page: Page, address: str) -> None:
    missed = []
    for query, title, meant in FOUND:
        main = found(page, address, query)
        missed += [] if meant in group(main, title) else [query]
        expect(main.get_by_role("status")).to_have_text(re.compile(r"^\d+ resultat(er)?$"))
    assert missed == []


def test_results_are_grouped_with_date_and_place_and_what_is_past_comes_last(page: Page, address: str) -> None:
    dialog = opened(page, address)
    seek(dialog, "fest")
    headings = dialog.get_by_role("heading").all_inner_texts()
    assert set(headings) >= {"Arrangementer", "Tidligere arrangementer"}
    assert headings[-1] == "Tidligere arrangementer"
    seek(dialog, "åben korprøve")
    row = dialog.get_by_role("listitem").filter(has_text="Åben korprøve")
    expect(row).to_contain_text("tors. 26. nov. 2026 kl. 19.00")
    expect(row).to_contain_text("Det gamle pakhus, Prøvehavn · Havblikket")
    expect(row).to_contain_text("Eksempel")
    row.get_by_role("link").click()
    assert page.url == address + "det-sker/havblikket/aaben-korproeve/"


def test_the_visitors_clock_decides_what_is_past(own_page: Page, address: str) -> None:
    own_page.clock.set_fixed_time("2026-11-26T22:00:00+01:00")
    dialog = opened(own_page, address)
    seek(dialog, "åben korprøve")
    expect(dialog.get_by_role("listitem").filter(has_text="Åben korprøve")).not_to_contain_text("26. nov.")
    own_page.clock.set_fixed_time("2030-01-01T12:00:00+01:00")
    seek(dialog, "korprøve")
    assert "Åben korprøve" in group(dialog, "Tidligere arrangementer")
    assert group(dialog, "Arrangementer") == []


def test_the_keyboard_opens_walks_and_closes(page: Page, address: str) -> None:
    page.goto(address + "om/")
    button = page.get_by_role("button", name="Søg", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    seek(dialog, "sang")
    links = dialog.get_by_role("link")
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.get_by_role("button", name="Luk").click()
    expect(dialog).to_be_hidden()


def test_a_search_has_an_address(page: Page, address: str) -> None:
    dialog = opened(page, address)
    seek(dialog, "fest & sang")
    page.keyboard.press("Enter")
    page.wait_for_url(address + "soeg/?q=fest%20%26%20sang")
    main = page.get_by_role("main")
    expect(main.get_by_role("searchbox")).to_have_value("fest & sang")
    expect(main.get_by_role("status")).to_contain_text("resultat")
    seek(main, "nordmors")
    assert page.url == address + "soeg/?q=nordmors"
    assert group(main, "Lokalområder") == ["Nordmors"]
    page.get_by_role("button", name="Søg", exact=True).click()
    expect(main.get_by_role("searchbox")).to_be_focused()


def test_more_is_shown_when_asked_for(page: Page, address: str) -> None:
    dialog = opened(page, address)
    seek(dialog, "2026")
    link = dialog.get_by_role("link", name=re.compile(r"^Se alle \d+ tidligere arrangementer$"))
    count = int(re.sub(r"\D", "", link.inner_text()))
    link.click()
    main = page.get_by_role("main")
    expect(main.get_by_role("status")).not_to_be_empty()
    shown = len(group(main, "Tidligere arrangementer"))
    main.get_by_role("button", name=f"Vis flere af {count} tidligere arrangementer").click()
    expect(main.get_by_role("button", name=f"Vis flere af {count} tidligere")).to_have_count(0)
    assert len(group(main, "Tidligere arrangementer")) == count > shown
    expect(main.locator(".search__group:last-child").get_by_role("link").nth(shown)).to_be_focused()


def test_nothing_found_and_markup_are_said_as_text(page: Page, address: str) -> None:
    dialog = opened(page, address)
    for query in ("<img src=x>", "og", "'"):
        seek(dialog, query)
        assert dialog.locator("img").count() == 0
    seek(dialog, "<b>xyzzyq</b>")
    expect(dialog.get_by_role("status")).to_contain_text("«<b>xyzzyq</b>»")
    expect(dialog.get_by_role("link", name="en liste over det hele")).to_be_visible()


def test_a_lost_connection_is_said_and_tried_again(page: Page, address: str, faults: list[str]) -> None:
    page.route("**/ord-*.json", lambda route: route.abort())
    dialog = opened(page, address)
    seek(dialog, "sang")
    expect(dialog.get_by_role("status")).to_contain_text("Prøv igen")
    page.unroute("**/ord-*.json")
    dialog.get_by_role("searchbox").fill("sange")
    expect(dialog.get_by_role("status")).to_contain_text("resultat")
    faults.clear()


@pytest.mark.parametrize("look", ["phone, light", "desktop, dark"])
def test_axe_finds_nothing_in_the_open_dialog_and_on_the_page(chromium: Browser, address: str, look: str) -> None:
    phone = look == "phone, light"
    context = chromium.new_context(
        viewport=PHONE if phone else DESKTOP, color_scheme="light" if phone else "dark", reduced_motion="reduce"
    )
    page = context.new_page()
    dialog = opened(page, address)
    seek(dialog, "fest")
    assert findings(page) == ""
    page.goto(address + "soeg/?q=fest")
    expect(page.get_by_role("main").get_by_role("status")).not_to_be_empty()
    assert findings(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_without_script_the_link_leads_to_a_list_of_everything(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "om/")
    page.get_by_role("link", name="Søg", exact=True).click()
    assert page.url == address + "soeg/"
    main = page.get_by_role("main")
    expect(main.get_by_role("link", name="Nordmors")).to_be_visible()
    expect(main.get_by_role("link", name="November 2026")).to_be_visible()
    expect(main.get_by_role("searchbox")).to_be_hidden()
    context.close()


@pytest.fixture
def beside_modules(chromium: Browser) -> Iterator[Page]:
    """A page that can import the modules of the search as they are written."""
    page = chromium.new_page()
    with sites.served(MODULES, "/") as served:
        page.goto(served + "words.js")
        yield page
    page.close()


def test_python_and_javascript_compare_words_alike(beside_modules: Page) -> None:
    compare = """async ([texts, rules]) => {
      const { words, stemmer } = await import("/words.js");
      const stem = stemmer(rules);
      return texts.map((text) => words(text).map((word) => [word, stem(word)]));
    }"""
    letters = st.characters(exclude_categories=("Cn", "Cs", "Co"))
    danish = st.text(alphabet="abdefghiklmnoprstuvyæøåÆØÅéü'’ -_1", max_size=30)

    @settings(max_examples=15)
    @given(st.lists(danish | st.text(alphabet=letters, max_size=12), min_size=50, max_size=200))
    def alike(texts: list[str]) -> None:
        expected = [[[word, stem(word)] for word in words(text)] for text in texts]
        assert beside_modules.evaluate(compare, [texts, {"endings": ENDINGS, "doubled": DOUBLED}]) == expected

    alike()


def test_a_slip_of_the_finger_is_near_and_another_word_is_not(beside_modules: Page) -> None:
    pairs = [("sang", "sagn", 1), ("sang", "sng", 1), ("sang", "sanng", 1), ("sang", "seng", 1), ("fuglekas", "fugelksa", 2)]
    others = [("sang", "gnas", 1), ("sang", "sa", 1), ("koncert", "konkurs", 2)]
    near = 'async (pairs) => { const { near } = await import("/words.js"); return pairs.map((pair) => near(...pair)); }'
    assert beside_modules.evaluate(near, [*pairs, *others]) == [True] * len(pairs) + [False] * len(others)


MEANT = [
    ("på lørdag", "Arrangementer", "Lys over vigen", "«på lørdag»"),
    ("29. november", "Arrangementer", "Lysvandring første søndag i advent", "«29. november»"),
    ("kor i december", "Arrangementer", "Åben korprøve", "«i december» og «kor» i titlen"),
    ("rollator", "Arrangementer", "Julemarked i den gamle skole", "trinfri adgang"),
    ("kørestolsbrugere", "Arrangementer", "Julemarked i den gamle skole", "trinfri adgang"),
    ("fastelvan", "Arrangementer", "Fastelavn i gymnastiksalen", "noget, der ligner «fastelvan»"),
    ("korsang", "Mente du …", "sang", None),
    ("korsang", "Det sker snart", "Julemarked i den gamle skole", None),
    ("zzzqqq", "Det sker snart", "Julemarked i den gamle skole", None),
]


def test_days_access_and_what_is_near_are_found_and_it_is_said_why(page: Page, address: str) -> None:
    for query, title, meant, why in MEANT:
        group_of = section(found(page, address, query), title)
        row = group_of.get_by_role("listitem").filter(has_text=meant).first
        expect(row, query).to_be_visible()
        if why:
            expect(row).to_contain_text(f"Fundet på {why}")
    main = found(page, address, "vinterbad kage elefant")
    expect(main.get_by_role("status")).to_contain_text("Intet har alle ordene")
    assert main.locator(".search__group").get_by_role("listitem").count() <= 5, "what fits only nearly is not a long list"


def test_search_and_the_calendars_choices_agree(page: Page, address: str) -> None:
    said = ("i weekenden", "lørdag", "kor", "kørestol", "torsdag kl. 19", "5-årige i december")
    for query in (*said, "gratis ikke kor", "uden tilmelding"):
        events = section(found(page, address, query), "Arrangementer")
        address_of = events.get_by_role("link", name="Vis dem i kalenderen").get_attribute("href")
        all_of = events.get_by_role("link", name=re.compile("^Se alle"))
        count = int(re.findall(r"\d+", all_of.inner_text())[0]) if all_of.count() else events.get_by_role("listitem").count()
        page.goto(urljoin(page.url, address_of or ""))
        expect(page.get_by_role("search").get_by_role("status")).to_have_text(re.compile(rf"(^|i ){count} arrangement"))


WHEN = [
    ("i weekenden", ["2026-11-22"]),
    ("næste weekend", ["2026-11-28", "2026-11-29"]),
    ("i aften", ["2026-11-22"]),
    ("på tirsdag", ["2026-11-24"]),
    ("tors. d. 3/12", ["2026-12-03"]),
    ("28.-29. november", ["2026-11-28", "2026-11-29"]),
    ("1. maj", ["2027-05-01"]),
    ("1. maj 2025", []),
    ("lørdage i december", ["2026-12-05", "2026-12-12", "2026-12-19", "2026-12-26"]),
    ("fredagscafé", None),
    ("31.2.2027", None),
    ("31. november", None),
    ("uge 54", None),
    ("3-6 år", None),
    ("idag", ["2026-11-22"]),
    ("i overmorgen", ["2026-11-24"]),
    ("om 14 dage", ["2026-12-06"]),
    ("uge 48", [f"2026-11-{day}" for day in range(23, 30)]),
    ("mandag i næste uge", ["2026-11-23"]),
    ("i dag og på lordag", ["2026-11-22", "2026-11-28"]),
    ("5., 6. og 8. december", ["2026-12-05", "2026-12-06", "2026-12-08"]),
    ("31/12-2/1", ["2026-12-31", "2027-01-01", "2027-01-02"]),
    ("lør. den 5.", ["2026-12-05"]),
    ("første weekend i december", ["2026-12-05", "2026-12-06"]),
    ("sidste søndag i november", ["2026-11-29"]),
    ("weekender i januar 2027", [f"2027-01-{day:02}" for day in (2, 3, 9, 10, 16, 17, 23, 24, 30, 31)]),
    ("2. søndag i advent", ["2026-12-06"]),
    ("mellem jul og nytår", [f"2026-12-{day}" for day in range(27, 31)]),
    ("2. påskedag", ["2027-03-29"]),
    ("29/2", ["2028-02-29"]),
    ("uge 48, 50 og 49", [f"2026-11-{day}" for day in range(23, 31)] + [f"2026-12-{day:02}" for day in range(1, 14)]),
    ("uge 7-8", [f"2027-02-{day}" for day in range(15, 29)]),
    ("fra 3. til 5. maj", ["2027-05-03", "2027-05-04", "2027-05-05"]),
    ("mellem 3. og 5. maj", ["2027-05-03", "2027-05-04", "2027-05-05"]),
    ("i dag til tirsdag", ["2026-11-22", "2026-11-23", "2026-11-24"]),
    ("før 25. november", ["2026-11-22", "2026-11-23", "2026-11-24"]),
    ("indtil tirsdag", ["2026-11-22", "2026-11-23", "2026-11-24"]),
    ("næste uge undtagen hverdage", ["2026-11-28", "2026-11-29"]),
    ("de næste 3 dage, ikke mandag", ["2026-11-22", "2026-11-24"]),
    ("inden for 2 dage", ["2026-11-22", "2026-11-23"]),
    ("3. december til 5.", ["2026-12-03", "2026-12-04", "2026-12-05"]),
    ("den enogtyvende december", ["2026-12-21"]),
    ("dec 5th", ["2026-12-05"]),
    ("de næste 3 dage, ikke mandag eller tirsdag", ["2026-11-22"]),
    ("de næste 2 dage, alt andet end mandag", ["2026-11-22"]),
    ("slutningen af december", [f"2026-12-{day}" for day in range(21, 32)]),
    ("næste uge efter torsdag", ["2026-11-27", "2026-11-28", "2026-11-29"]),
]
HOURS = [
    ("kl. 19.30", ["1930", "19302100"]),
    ("kl 19", ["1900", "1930", "19302100"]),
    ("om formiddagen", ["1000", "09001600"]),
    ("lørdag eftermiddag", ["1400", "09001600"]),
    ("efter kl. 17", ["1900", "1930", "19302100", "21000200"]),
    ("mellem kl. 10 og 14", ["1000"]),
    ("i nat", ["21000200"]),
    ("fredag fra 19 til 21", ["1900", "1930", "19302100"]),
    ("fredag før 12", ["1000", "09001600"]),
    ("lørdag ikke efter kl. 12", ["1000", "09001600"]),
    ("aftensang", None),
]
PARTS = [
    ("mandag aften og tirsdag", ["2026-11-23"], ["2026-11-24"]),
    ("i aften eller i morgen", ["2026-11-22"], ["2026-11-23"]),
    ("lørdag og søndag aften", ["2026-11-22", "2026-11-28"], []),
]
"""The next days that one asks for in the evening, and those at any hour."""
AGES = [("til 5-årige", [5, 5]), ("6-10 år", [6, 10]), ("over 60 år", [60, 120]), ("for 50 år siden", None), ("50 års fest", None)]


def test_days_are_read_as_people_write_them(beside_modules: Page) -> None:
    days = "[...(readWhen(text, '2026-11-22')?.days ?? ['none'])]"
    script = f"async (texts) => {{ const {{ readWhen }} = await import('/when.js'); return texts.map((text) => {days}) }}"
    read = beside_modules.evaluate(script, [text for text, _ in WHEN])
    assert dict(zip((text for text, _ in WHEN), read, strict=True)) == {
        text: ["none"] if days is None else days for text, days in WHEN
    }


def test_an_hour_belongs_to_the_days_that_it_is_said_of(beside_modules: Page) -> None:
    script = """async (texts) => {
      const { readWhen } = await import("/when.js");
      const first = (parts) => parts.flatMap(({ days }) => [...days].slice(0, 2)).filter((day) => day < "2026-11-29");
      return texts.map((text) => {
        const { parts } = readWhen(text, "2026-11-22");
        return [parts.filter(({ hours }) => hours.length), parts.filter(({ hours }) => !hours.length)].map(first);
      });
    }"""
    assert beside_modules.evaluate(script, [text for text, _, _ in PARTS]) == [[evening, any_] for _, evening, any_ in PARTS]


def test_hours_and_ages_are_read_as_people_write_them(beside_modules: Page) -> None:
    script = """async ([texts, clocks, ages]) => {
      const modules = ["when", "hours", "ages"].map((name) => import(`/${name}.js`));
      const [{ readWhen }, { isAt }, { readAge }] = await Promise.all(modules);
      const at = (when) => when && clocks.filter((clock) => isAt(when.hours, clock, false));
      const age = (found) => found && [found.from, found.to];
      return [texts.map((text) => at(readWhen(text, "2026-11-22"))), ages.map((text) => age(readAge(text)))];
    }"""
    clocks = ["1000", "1400", "1900", "1930", "19302100", "09001600", "21000200", ""]
    hours, ages = beside_modules.evaluate(script, [[text for text, _ in HOURS], clocks, [text for text, _ in AGES]])
    expected = {text: found and sorted(found, key=clocks.index) for text, found in HOURS}
    assert dict(zip((text for text, _ in HOURS), hours, strict=True)) == expected
    assert dict(zip((text for text, _ in AGES), ages, strict=True)) == dict(AGES)
