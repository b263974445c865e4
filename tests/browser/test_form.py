"""The form for events in a real browser: a volunteer fills it in on a phone, and the site is built with the file it makes."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from pydantic import ValidationError

from generator.checks import ADVICE
from generator.content.load import load
from generator.danish.dates import parse_clock, parse_day
from generator.danish.recurrence import MAX_DAYS
from generator.danish.repetition import parse_repetition
from generator.editing.form.fields import correction_fields, form_fields
from generator.editing.form.rules import form_rules
from generator.editing.form.write import proposed_event
from generator.editing.mail.block import Block, blocks, checksum
from generator.model.event import EventFacts
from generator.model.price import parse_price
from generator.reading.sources import parsed
from tests import sites
from tests.browser.axe import findings
from tests.browser.conftest import DESKTOP, PHONE
from tests.conftest import DURING, SiteAt
from tests.editing.form.test_write import FULL, HOSTILE
from tests.trees import AREA, programme

FORM = "rediger/arrangement/"
MODULES = sites.PROJECT / "theme/js/modules"
LINKS = (
    *("https://example.org", "HTTPS://example.org/o'neill", "www.example.org/tur", "example.org", "//example.org/x", "http:/a.dk"),
    *("https://example.org/Program for maj.pdf?a=1&b=ø", "<https://æblegård.dk/>", "https://a.dk/?fbclid=" + "x" * 700),
)
WAYS = (
    *("ingen", "Ingen tilmelding, bare kom!", "nej tak", "HTTPS://a.dk", "x@y.dk", "<X@y.dk>", "mailto:x@y.dk", "12345678"),
    *(
        "tlf. 12 34 56 78",
        "+45 12-34-56-78",
        "0045 12345678",
        "12345678901",
        "+46 70 123 45 67",
        "Ring til formanden på 12 34 56 78",
    ),
    *("Skriv til a@b.dk senest fredag", "billet på www.a.dk/x", "på biblioteket", "bare kom", "kontakt@", "https://", *LINKS),
)
"""Ways to sign up as people write them, not all of which are any."""
UNCLEAR = {
    "hver anden tirsdag": ("hver 14. dag", "2. tirsdag i måneden"),
    "hver 2. torsdag": ("hver 14. dag", "2. torsdag i måneden"),
    "hver tredje mandag": ("hver 3. uge", "3. mandag i måneden"),
    "Hver 5. fredag.": ("hver 5. uge", "sidste fredag i måneden"),
    "hver anden tirsdag og torsdag": ("hver 2. uge, tirsdag og torsdag", "2. tirsdag og torsdag i måneden"),
}
NEW = "https://github.com/example/kulturpunkt/new/main/areas/"


@pytest.fixture(scope="module")
def modules(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page that can load the form's modules one by one, and those that they share with others."""
    folder = tmp_path_factory.mktemp("modules")
    for file in (*MODULES.glob("*.js"), *MODULES.glob("form/*.js")):
        shutil.copy(file, folder)
    with sites.served(folder, "/") as served:
        page = chromium.new_page()
        page.goto(served + "text.js")
        yield page
        page.close()


def submit(page: Page) -> None:
    page.get_by_role("button", name="Se, hvordan det bliver").click()


def least(page: Page, address: str, title: str = "Fællessang: på kajen #2") -> None:
    """The three answers that must be there."""
    page.goto(address + FORM + "?omraade=havblikket")
    page.get_by_label("Titel").fill(title)
    page.get_by_label("Dag (skal udfyldes)").fill("2026-09-01")


def shown_file(page: Page) -> str:
    return page.locator("pre").text_content() or ""


def github(page: Page) -> str:
    return page.get_by_role("link", name="Åbn på GitHub").get_attribute("href") or ""


STATES_BEFORE = (
    "FLYTTET: Sang",
    "[Udsolgt] Sang",
    "Udsat – Øvelse",
    "Aflyst!",
    "Flyttet til byen",
    "ÆNDRET TID: Å",
    "(få pladser) x",
)


def test_the_browser_writes_what_python_writes(modules: Page) -> None:
    rules = form_rules(form_fields())
    fields = rules["fields"]
    names = [field["name"] for field in fields]
    given: list[dict[str, Any]] = [FULL]
    for place, text in enumerate(
        [
            *HOSTILE,
            "x" * 90,
            "ord " * 40,
            "{{ x }}",
            "CON",
            "Ærø åbner ÆØÅ 😀",
            "a\ufe0fb",
            "İ ß Σας",
            "2026-05-01: a",
            *STATES_BEFORE,
        ]
    ):
        given.append({"omraade": "nordby", "titel": text, "start_dag": "2026-05-01", "tekst": f"{text}\r\n{text}"})
        given.append(
            {"omraade": "nordby", "titel": "x", **{names[(place + step) % len(names)]: f"{text} {step}" for step in range(1, 9)}}
        )
    clocks = ("9:30", "Klokken 9", "kl 7.15", "ni", "24")
    given += [
        {"titel": "x", "tilmelding": way, "tilmelding_frist": "2026-04-01", "slut_kl": clocks[place % len(clocks)]}
        for place, way in enumerate(WAYS)
    ]
    given = [{**values, "omraade": "nordby"} for values in given]
    given = json.loads(json.dumps(given).replace("\\ud800", ""))
    written = modules.evaluate(
        """async ([{ fields, text, ways }, given]) => {
            const { eventFile } = await import("/write.js");
            (await import("/text.js")).useTexts(text);
            (await import("/booking.js")).useWays(ways);
            return given.map((values) => eventFile(fields, values));
        }""",
        [rules, given],
    )
    assert len(written) > 90
    for values, made in zip(given, written, strict=True):
        file = proposed_event(values)
        assert made == {"path": file.path, "text": file.text}, values


def test_the_browser_shows_prices_as_python_does(modules: Page) -> None:
    said = [
        *("gratis", "Fri entré!", "0", "0 kr.", "kr. 0,-", "75", "kr. 50,-", "50 kroner", "50,00 kr.", "50.-", "DKK 50", "50–75"),
        *("1200", "1.200,50 kr", "50 000 kr.", "0-50 kr.", "0,00", "kr 10 til 20", "børn 20 kr., voksne 50 kr.", "efter  indkomst"),
        *("50 kr. inkl. kaffe", "", "007", "49,5", "1.20", "10 euro", "KR. 50", "50 Kroner.", "1 200"),
    ]
    shown = modules.evaluate(
        """async ([said, rules]) => {
            const { priceOf } = await import("/card.js");
            (await import("/text.js")).useTexts(rules.text);
            return said.map((text) => priceOf(text, rules));
        }""",
        [said, form_rules(form_fields())],
    )
    assert shown == [parse_price(text).text for text in said]


def test_the_browser_takes_the_addresses_that_python_takes(modules: Page) -> None:
    rules = form_rules(form_fields())
    links = [*LINKS, "javascript:alert(1)", "https://a b.dk", "på biblioteket", "program.pdf", "https://bank.dk@evil.dk/", "kl.10"]
    found = modules.evaluate(
        """async ([ways, links, rules, context]) => {
            (await import("/booking.js")).useWays(rules.ways);
            (await import("/text.js")).useTexts(rules.text);
            (await import("/words.js")).useNames(rules.names);
            const { faultsIn } = await import("/rules.js");
            const base = { omraade: "nordby", titel: "x", start_dag: "2026-05-01" };
            const takes = (values, name) => !faultsIn({ ...base, ...values }, rules, context).has(name);
            return [
                ways.map((tilmelding) => takes({ tilmelding }, "tilmelding")),
                links.map((online) => takes({ online }, "online")),
            ];
        }""",
        [WAYS, links, rules, {"places": []}],
    )
    for kind, texts, taken in zip(("tilmelding", "online"), (WAYS, links), found, strict=True):
        for text, takes in zip(texts, taken, strict=True):
            try:
                EventFacts.model_validate({"titel": "x", "start": "2026-05-01", kind: text})
            except ValidationError:
                assert not takes, text
            else:
                assert takes, text


def test_the_browser_reads_repetitions_as_python_does(modules: Page) -> None:
    rules = form_rules(form_fields())
    said = [
        *("hver uge", "Hver  14. dag", "hver dag", "hver tirsdag", "hver tirsdag og torsdag", "hver mandag, onsdag og fredag"),
        *("2. tirsdag i måneden", "den sidste fredag i hver måned", "første mandag", "hver måned den 31.", "den 15. i måneden"),
        *(
            "hvert år",
            "hver anden måned",
            "hver 3. uge",
            "hver 29. måned",
            "ugentligt",
            "hver 21. dag",
            "hver måned",
            "fjerde søndag",
        ),
        *(
            "hver anden tirsdag",
            "hver 0. dag",
            "tit",
            "",
            "den 32.",
            "hver tirsdagsaften",
            "5. tirsdag i måneden",
            "hver lørdag og tit",
        ),
        *(
            "hver sidste torsdag i måneden",
            "månedligt.",
            "hver 14 dag",
            "sidste dag i måneden",
            "hveranden uge",
            "årligt",
            "hvert kvartal",
        ),
        *("hver hverdag", "på hverdage", "mandag til fredag", "man–fre", "lørdag-mandag", "hver tirs- og torsdag", "tirsdage"),
        *(
            "den første i måneden",
            "1. og 3. mandag i måneden",
            "den 1. og 15. i måneden",
            "hver anden måned den 15.",
            "hver 1. i måneden",
        ),
        *(
            "hver anden uge om torsdagen",
            "torsdag hver 14. dag",
            "hver 2. uge, tirsdag og lørdag",
            "hver sjette torsdag",
            "hver weekend",
        ),
        *("første mandag i hver anden måned", "hver dag undtagen søndag", "én gang om ugen", "hver lørdag formiddag", "alle dage"),
        *(
            "hver uge undtagen i juli",
            "sidste hverdag i måneden",
            "hver anden dag i måneden",
            "hver tirsdag kl. 19",
            "fjortendagligt",
        ),
        *("næstsidste fredag i måneden", "every other week", "ma-fr", "hverdage undtagen onsdag", "5 torsdage", "tirsdag/fredag"),
        *("den 31. og sidste dag i måneden", "første og sidste fredag i måneden", "hvert halve år", "hver tirsdag og fredag"),
    ]
    said += [way for meaning in UNCLEAR.values() for way in meaning]
    start, until = date(2026, 1, 30), date(2029, 3, 1)
    found = modules.evaluate(
        """async ([said, rules, start, until, most]) => {
            const { repetitionOf, daysOf } = await import("/repetition.js");
            const { dayOf } = await import("/days.js");
            return said.map((text) => {
                const read = repetitionOf(text, rules);
                return read?.frequency ? daysOf(read, dayOf(start), dayOf(until), most) : null;
            });
        }""",
        [said, rules, start.isoformat(), until.isoformat(), MAX_DAYS],
    )
    assert len(found) > 70
    for text, days in zip(said, found, strict=True):
        try:
            expected = [day.isoformat() for day in parse_repetition(text).days(start, until)]
        except ValueError:
            assert days is None, text
        else:
            assert days == expected, text


def test_the_browser_asks_as_python_does_about_what_can_be_two_things(modules: Page) -> None:
    meanings = modules.evaluate(
        """async ([said, rules]) => {
            const { repetitionOf } = await import("/repetition.js");
            return said.map((text) => repetitionOf(text, rules).meanings);
        }""",
        [list(UNCLEAR), form_rules(form_fields())],
    )
    assert meanings == [list(ways) for ways in UNCLEAR.values()]
    for text, ways in UNCLEAR.items():
        with pytest.raises(ValueError, match=re.escape(f"Skriv {' eller '.join(ways)}.")):
            parse_repetition(text)


def test_the_browser_finds_months_without_a_day_as_python_does(modules: Page) -> None:
    ways = [
        "hver måned",
        "den 30. i måneden",
        "femte fredag i måneden",
        "den 1. og 31. i måneden",
        "hvert år",
        "sidste dag i måneden",
    ]
    starts = [date(2026, 5, 31), date(2026, 1, 29), date(2028, 2, 29), date(2026, 5, 28)]
    until = date(2030, 6, 30)
    found = modules.evaluate(
        """async ([ways, starts, until, rules]) => {
            const { daysOf, leftOut, repetitionOf } = await import("/repetition.js");
            const { dayOf, isoOf } = await import("/days.js");
            return ways.map((way) => starts.map((start) => {
                const repetition = repetitionOf(way, rules);
                const days = daysOf(repetition, dayOf(start), dayOf(until), 9999);
                return leftOut(repetition, days, dayOf(start), dayOf(until)).map(isoOf);
            }));
        }""",
        [ways, [start.isoformat() for start in starts], until.isoformat(), form_rules(form_fields())],
    )
    for way, of_starts in zip(ways, found, strict=True):
        for start, months in zip(starts, of_starts, strict=True):
            repetition = parse_repetition(way)
            days = repetition.days(start, until)
            if start in days:
                assert months == [month.isoformat() for month in repetition.left_out(days, until)], (way, start)


def test_a_volunteer_adds_an_event_and_the_site_shows_it(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + "omraader/havblikket/")
    page.get_by_role("link", name="Tilføj arrangement").first.click()
    expect(page.get_by_label("Lokalområde")).to_have_value("havblikket")
    page.get_by_label("Titel").fill("Fællessang: på “kajen” #2")
    page.get_by_label("Resumé").fill("Syng med, når solen går ned.")
    page.get_by_label("Kategori").select_option(label="Musik")
    page.get_by_role("checkbox", name="Familier").check()
    page.get_by_label("Dag (skal udfyldes)").fill("2027-06-01")
    page.get_by_label("Begynder kl.").fill("19:00")
    page.get_by_label("Slutter kl.").fill("21:30")
    page.get_by_label("Gentages det?").select_option(label="Første tirsdag i måneden")
    page.get_by_label("Gentages til og med").fill("2027-09-30")
    page.get_by_label("Gentages til og med").blur()
    page.get_by_role("checkbox", name="tirs. 3. aug. 2027").check()
    page.get_by_label("Sted", exact=True).select_option("+")
    page.get_by_label("Stedets navn").fill("Den lange kaj")
    page.get_by_label("By", exact=True).fill("Prøvehavn")
    page.get_by_label("Pris").fill("50-75 kr")
    page.get_by_label("Tilmelding", exact=True).fill("kontakt@example.org")
    page.get_by_label("Frist for tilmelding").fill("2027-05-25")
    page.get_by_role("textbox", name="Tekst", exact=True).fill("Kom, som du er.\n\n---\n\n{{ ikke en skabelon }}\n")
    submit(page)

    expect(page.get_by_role("heading", name="Sådan bliver det")).to_be_focused()
    card = page.locator(".event-form__card .event-card")
    for fact in (
        "Fællessang: på “kajen” #2",
        "kl. 19.00-21.30",
        "Den lange kaj, Prøvehavn",
        "50-75 kr.",
        "første tirsdag i måneden, og 2 datoer mere",
    ):
        expect(card).to_contain_text(fact)
    opened = urlsplit(github(page))
    assert f"https://{opened.netloc}{opened.path}".startswith(NEW + "havblikket/events")
    said = parse_qs(opened.query)
    assert said["filename"] == ["faellessang-paa-kajen-2.md"]
    text = said["value"][0]
    assert text == shown_file(page)
    assert text.startswith(
        '---\ntitel: "Fællessang: på “kajen” #2"\nresumé: Syng med, når solen går ned.\nkategori: musik\nmålgruppe: familier\n'
    )
    assert (
        "start: 2027-06-01 kl. 19.00\nslut: 21.30\ngentag: første tirsdag i måneden\ngentag til: 2027-09-30\nundtagen: 2027-08-03\n"
        in text
    )
    assert "tilmelding:\n  mail: kontakt@example.org\n  frist: 2027-05-25\n" in text

    project = tmp_path / "project"
    shutil.copytree(sites.PROJECT / "tests/example", project, ignore=shutil.ignore_patterns("expected", ".cache"))
    (tmp_path / "theme").symlink_to(sites.PROJECT / "theme")
    (project / "mkdocs.yml").write_text((project / "mkdocs.yml").read_text().replace("../../theme", "../theme"))
    (project / "areas/kysten/events/faellessang.md").write_text(text)
    built = sites.built(tmp_path / "site", project=project, KULTURPUNKT_TODAY=DURING)
    html = (built / "det-sker/kysten/faellessang/index.html").read_text()
    for fact in (
        "Fællessang: på “kajen” #2",
        "tirsdag den 1. juni 2027",
        "kl. 19.00-21.30",
        "Den lange kaj",
        "{{ ikke en skabelon }}",
        "50-75 kr.",
    ):
        assert fact in html
    site, problems = load(project)
    assert problems == []
    assert site
    # In the same site an area has moved: a frame at its old address shows what the address asks for, not all.
    with sites.served(built) as served:
        page.goto(f"{served}indlejr/omraade/gammelaa/?antal=1#naeste")
        expect(page).to_have_url(f"{served}indlejr/omraade/aabyen/?antal=1#naeste")


def test_what_is_missing_is_said_where_it_is_and_above(page: Page, address: str) -> None:
    page.goto(address + FORM)
    page.get_by_label("Tilmelding", exact=True).fill("bare kom")
    page.get_by_label("Begynder kl.").fill("19:00")
    page.get_by_label("Slutter kl.").fill("18:00")
    submit(page)
    alert = page.get_by_role("alert")
    expect(alert).to_be_focused()
    expect(alert.get_by_role("heading")).to_have_text("Der er 4 ting at rette")
    expect(alert).to_contain_text(
        "«bare kom» kan ikke bruges som tilmelding. Skriv ingen, et link, en mailadresse eller et telefonnummer"
    )
    expect(page.get_by_role("heading", name="Sådan bliver det")).not_to_be_visible()
    title = page.get_by_label("Titel")
    expect(title).to_have_attribute("aria-invalid", "true")
    expect(title).to_have_accessible_description(re.compile("Skriv, hvad arrangementet hedder"))
    alert.get_by_role("link", name=re.compile("Titel")).click()
    expect(title).to_be_focused()
    page.keyboard.type("Fest")
    expect(title).not_to_have_attribute("aria-invalid", "true")


def test_a_fault_is_said_when_one_leaves_the_field_and_goes_as_one_types(page: Page, address: str) -> None:
    least(page, address)
    page.get_by_label("Sted", exact=True).select_option("+")
    postcode = page.get_by_label("Postnummer")
    postcode.fill("79")
    said = page.get_by_text("«79» er ikke et postnummer")
    expect(said).not_to_be_visible()
    postcode.blur()
    expect(said).to_be_visible()
    postcode.fill("7900")
    expect(said).not_to_be_visible()


@pytest.mark.parametrize(
    ("answers_given", "name"),
    [
        ({"titel": "x" * 81}, "titel"),
        ({"start_kl": "02:30", "start_dag": "2027-03-28"}, "start_kl"),
        ({"slut_kl": "18:00"}, "start_kl"),
        ({"start_kl": "19:00", "slut_kl": "18:59"}, "slut_kl"),
        ({"start_kl": "19:00", "slut_kl": "01:00"}, None),
        ({"slut_dag": "2026-08-31"}, "slut_dag"),
        ({"start_kl": "19:00", "slut_dag": "2026-09-02", "slut_kl": "09:00"}, None),
        ({"gentag": "hver uge"}, "gentag_til"),
        ({"gentag": "hver uge", "gentag_til": "2026-08-01"}, "gentag_til"),
        ({"gentag": "hver fredag", "gentag_til": "2026-12-01"}, "start_dag"),
        ({"gentag": "hver anden tirsdag", "gentag_til": "2026-12-01"}, "gentag"),
        ({"gentag": "hver måned", "gentag_til": "2026-12-01", "start_dag": "2026-05-31"}, "gentag"),
        ({"gentag": "sidste dag i måneden", "gentag_til": "2026-12-01", "start_dag": "2026-05-31"}, None),
        ({"gentag": "hvert år", "gentag_til": "2029-12-01", "start_dag": "2028-02-29"}, "gentag"),
        ({"start_kl": "21:00", "start_dag": "2027-03-27", "slut_kl": "02:00"}, None),
        ({"start_kl": "21:00", "start_dag": "2027-03-27", "slut_kl": "02:30"}, "slut_kl"),
        ({"start_kl": "21:00", "start_dag": "2027-03-27", "slut_kl": "02:30", "slut_dag": "2027-03-28"}, "slut_kl"),
        ({"gentag": "tit", "gentag_til": "2026-12-01"}, "gentag"),
        ({"gentag": "hver dag", "gentag_til": "2028-12-01"}, "gentag_til"),
        ({"gentag": "hver uge", "gentag_til": "2026-09-08", "undtagen": "2026-09-01\n2026-09-08"}, "undtagen"),
        ({"gentag": "hver uge", "gentag_til": "2027-03-30", "start_kl": "02:30", "start_dag": "2027-03-21"}, "start_kl"),
        ({"sted_postnummer": "790", "sted_navn": "Havnen"}, "sted_postnummer"),
        ({"sted_by": "Byen"}, "sted_navn"),
        ({"sted": "maanen"}, "sted"),
        ({"online": "på vores side"}, "online"),
        ({"tilmelding": "ring"}, "tilmelding"),
        ({"tilmelding": "a@b"}, "tilmelding"),
        ({"tilmelding": "https://x"}, "tilmelding"),
        ({"tilmelding": "1234567"}, "tilmelding"),
        ({"tilmelding": "+45 12 34 56 78"}, None),
        ({"tilmelding": "Ingen tilmelding"}, None),
        ({"tilmelding": "x@example.org", "tilmelding_frist": "2026-09-02"}, "tilmelding_frist"),
        ({"tilmelding_frist": "2026-08-20"}, "tilmelding"),
        ({"slut_dag": "2027-09-02"}, None),
        ({"slut_dag": "2027-09-03"}, "slut_dag"),
        ({"gentag": "hver uge", "gentag_til": "2026-09-30", "undtagen": "2026-09-09"}, "undtagen"),
        ({"resume": "Spørg 010203-1234"}, "resume"),
        ({"tekst": "Spørg 010203-1234."}, "tekst"),
        ({"tekst": "Se a/010203-1234 og 310203-12345"}, None),
        ({"tekst": "Før <iframe src=x></iframe>"}, "tekst"),
        ({"tekst": "[op](#op)"}, "tekst"),
        ({"tekst": "Kom!\n\n**Hvornår:** lørdag\nEntré: 20 kr."}, "tekst"),
        ({"tekst": "Tid: 19\nHvad: sang\n```\nPris: 20\n```"}, None),
        ({"tekst": "[her](//example.org)"}, "tekst"),
        ({"tekst": "[her](https://x)"}, "tekst"),
        ({"tekst": "[her](https://a@example.org)"}, "tekst"),
        ({"tekst": "[skriv](mailto:a@b)"}, "tekst"),
        ({"pris": "en kage"}, None),
        ({"sted_navn": "Havnen", "sted_by": "Nordby", "sted_postnummer": "７９\u200b００"}, None),
        ({"start_kl": "１９：３０"}, None),
        ({"sted_navn": "x" * 501}, "sted_navn"),
        ({"arrangoer": "Koret " * 50}, None),
        ({"arrangoer": "Koret 1947 af 2015-2016"}, None),
        ({"arrangoer": "Koret, ring 12 34 56 78"}, "arrangoer"),
        ({"arrangoer": "Koret (kor@example.org)"}, "arrangoer"),
        ({"tekst": "ord " * 5001}, "tekst"),
        ({"tekst": "![Havnen](https://example.org/x.jpg)"}, "tekst"),
        ({"tekst": "[](https://example.org)"}, "tekst"),
        ({"tekst": "[her](example.org)"}, "tekst"),
        ({"tekst": "[her](javascript:alert)"}, "tekst"),
        ({"tekst": "[her](https://example.org) og `[x](y)` og\n```\n![x](y)\n```"}, None),
    ],
    ids=lambda value: str(value)[:40],
)
def test_the_form_refuses_what_the_model_refuses(
    modules: Page, tmp_path: Path, answers_given: dict[str, str], name: str | None
) -> None:
    values = {"omraade": "nordby", "titel": "Fest", "start_dag": "2026-09-01", **answers_given}
    file = proposed_event(values)
    root = programme(tmp_path, {"areas/nordby/area.yml": AREA, file.path: file.text.encode()})
    site, problems = load(root)
    problems += [problem for check in ADVICE for problem in check(root, site)] if site else []
    assert bool(problems) == bool(name), problems
    faults = modules.evaluate(
        """async ([values, rules]) => {
            (await import("/text.js")).useTexts(rules.text);
            (await import("/booking.js")).useWays(rules.ways);
            (await import("/words.js")).useNames(rules.names);
            const { faultsIn } = await import("/rules.js");
            return [...faultsIn(values, rules, { places: [] })];
        }""",
        [values, form_rules(form_fields())],
    )
    assert [fault[0] for fault in faults] == ([name] if name else [])
    assert all(message[-1] in ".?" for _, message in faults)


def test_a_text_too_long_for_an_address_is_copied_or_preserved(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    least(page, address)
    page.get_by_role("textbox", name="Tekst", exact=True).fill("Æ er en lang historie. " * 300)
    submit(page)
    assert github(page) == NEW + "havblikket/events?filename=faellessang-paa-kajen-2.md"
    expect(page.get_by_text("Teksten er for lang til at følge med i linket. Tag den med selv:")).to_be_visible()
    mail = page.get_by_role("link", name="Send som mail").get_attribute("href") or ""
    assert mail.startswith("mailto:kulturpunkt@rn.dk?subject=Nyt%20arrangement")
    assert len(mail) < 2000
    page.get_by_role("button", name="Kopiér filens tekst").last.click()
    expect(page.get_by_text("Filens tekst er kopieret.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == shown_file(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Hent filen").click()
    assert download.value.suggested_filename == "faellessang-paa-kajen-2.md"
    assert Path(download.value.path()).read_text("utf-8") == shown_file(page)


def test_a_mail_holds_all_that_was_answered(page: Page, address: str) -> None:
    least(page, address)
    page.get_by_label("Pris").fill("20 kr. & en kage?")
    submit(page)
    href = page.get_by_role("link", name="Send som mail").get_attribute("href") or ""
    sent = parse_qs(urlsplit(href).query)
    assert sent["subject"] == ["Nyt arrangement: Fællessang: på kajen #2 (Havblikket)"]
    assert sent["body"][0].startswith("Titel: Fællessang: på kajen #2\r\nDag: 2026-09-01\r\nPris: 20 kr. & en kage?\r\n")
    carried = [*blocks(sent["body"][0])]
    assert carried == [Block("areas/havblikket/events/faellessang-paa-kajen-2.md", shown_file(page), "", whole=True)]


def test_the_mail_of_a_correction_says_which_file_was_seen(page: Page, address: str) -> None:
    path = "areas/havblikket/events/lysfest-paa-havnen.md"
    page.goto(address + FORM + "?ret=havblikket/lysfest-paa-havnen")
    expect(page.get_by_text("Du retter «Lysfest på havnen».")).to_be_visible()
    page.get_by_label("Pris").fill("25 kr.")
    submit(page)
    page.get_by_role("button", name="Kopiér mailens tekst").click()
    [carried] = blocks(page.get_by_role("group", name="Mailens tekst").text_content() or "")
    before, text = sites.source(path).read_text("utf-8"), shown_file(page)
    assert carried.put_into(before) == Block(path, text, checksum(before), whole=True, becomes=checksum(text))
    assert carried.text == "pris: 25 kr.\n", "only the line that differs is sent"


@pytest.mark.parametrize("text", ["a\n", "", "\n\n", "a\tb \u00a0\nc  ", "é e\u0301 😀 \ud800\n---\n- æøå\n"])
def test_the_browser_sums_up_a_file_as_python_does(modules: Page, text: str) -> None:
    script = "async (text) => { const { checksum } = await import('./mail.js'); return checksum(JSON.parse(text)); }"
    assert modules.evaluate(script, json.dumps(text)) == checksum(text.replace("\ud800", "\ufffd"))


def test_a_name_that_is_taken_gets_its_day(page: Page, address: str) -> None:
    least(page, address, "Åben korprøve")
    submit(page)
    assert parse_qs(urlsplit(github(page)).query)["filename"] == ["aaben-korproeve-2026-09-01.md"]


def test_the_keyboard_alone_is_enough(chromium: Browser, address: str) -> None:
    page = chromium.new_page(viewport=DESKTOP)
    page.goto(address + FORM)
    page.get_by_label("Lokalområde").focus()
    page.keyboard.type("Nordm")
    page.keyboard.press("Tab")
    page.keyboard.type("Fest på havnen")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "start_dag":
            break
    page.keyboard.type("fredag den 1. jan. 2027")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Sådan bliver det")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Åbn på GitHub")).to_be_focused()
    assert "start: 2027-01-01" in shown_file(page)
    page.close()


def test_with_keys_a_day_and_an_hour_are_written_as_people_write_them(chromium: Browser, address: str) -> None:
    page = chromium.new_page(viewport=DESKTOP)
    page.goto(address + FORM + "?omraade=havblikket")
    page.get_by_label("Titel").fill("Fest")
    day, clock = page.get_by_label("Dag (skal udfyldes)"), page.get_by_label("Begynder kl.")
    day.fill("onsdag d. 1/9 2026")
    clock.fill("25")
    submit(page)
    expect(day).to_have_accessible_description(re.compile("«onsdag d. 1/9 2026» er ikke en dato i kalenderen. Skriv for eksempel"))
    day.fill("tirsdag d. 1/9")
    day.blur()
    expect(day).to_have_accessible_description(re.compile("«tirsdag d. 1/9» mangler året. Skriv for eksempel"))
    expect(clock).to_have_accessible_description(re.compile("«25» er ikke et klokkeslæt. Skriv for eksempel 19.00."))
    day.fill("1/9 2026")
    clock.fill("kl 9")
    clock.blur()
    expect(day).to_have_value("1. september 2026")
    expect(clock).to_have_value("9.00")
    submit(page)
    assert "start: 2026-09-01 kl. 09.00\n" in shown_file(page)
    page.close()


def test_a_finger_gets_the_phones_own_calendar_and_clock(page: Page, address: str) -> None:
    page.goto(address + FORM)
    expect(page.get_by_label("Dag (skal udfyldes)")).to_have_attribute("type", "date")
    expect(page.get_by_label("Begynder kl.")).to_have_attribute("type", "time")


def test_the_browser_reads_days_as_python_does(modules: Page) -> None:
    said = [
        *("2026-05-01", "1. maj 2026", "fredag den 1. maj 2026", "torsdag den 1. maj 2026", "1/5 2026", "01.05.2026", "1-5-2026"),
        *(
            "31. februar 2026",
            "2026-13-01",
            "1. ma 2026",
            "1. sept. 2026",
            "d. 3. JUNI, 2027",
            "i morgen",
            "1. maj",
            "29.2.2028",
            "0/1 2026",
        ),
        *("2026‑09‑21", "2026–05–01", "d.3. maj 2026", "lør. 2/5-2026", "fr 1/5 2026", "lørdag d. 2 maj 2026", "2.5.26"),
        *(
            "2/5-26",
            "2/5 '26",
            "2. maj 26",
            "maj 2. 2026",
            "May 2nd, 2026",
            "2026.05.02",
            "2026/5/2",
            "20260502",
            "02052026",
            "2026 05 02",
        ),
        *("loerdag den 2. maj 2026", "1. maj 2026", "FREDAG DEN 1. MAJ 2026.", "fredag, den 1. maj, 2026", "26-05-02", "2/5-14"),
        *(
            "lørdag: 2. maj 2026",
            "(2. maj 2026)",
            "2nd of May 2026",
            "Sat 2 May 2026",
            "2. maj i 2026",
            "2_5_2026",
            "Dato: 2/5 2026!",
        ),
        *("d. 2. maj", "12.-18. oktober 2026", "1. maj 20", "31.sep.2026", "5/21/2026", "2O26-05-01"),
    ]
    rules = form_rules(form_fields())
    read = modules.evaluate(
        """async ([said, rules]) => {
            const { isoFrom } = await import("/days.js");
            return said.map((text) => isoFrom(text, rules));
        }""",
        [said, rules],
    )
    for text, iso in zip(said, read, strict=True):
        try:
            assert iso == parse_day(text).isoformat(), text
        except ValueError:
            assert iso is None, text


def test_the_browser_reads_hours_as_python_does(modules: Page) -> None:
    said = [
        *("19 h", "kl. 19 præcis", "kl 19 dansk tid", "klokka 19", "19h30", "kl. ca. 19", "middag"),
        *("9", "kl. 9", "09.30", "16,30", "16.30.", "kl 1630", "930", "KLOKKEN 14", "kl. 14.30", "16 30", "fra kl. 14", "14:30:00"),
        *(
            "2:30 PM",
            "12 am",
            "13 pm",
            "24",
            "24.00",
            "midnat",
            "24.30",
            "25",
            "10.60",
            "14-16",
            "ca. 16",
            "sent",
            "",
            "16.3",
            "kl. kl 9",
        ),
    ]
    read = modules.evaluate(
        """async ([said, rules]) => {
            const { clockFrom } = await import("/days.js");
            return said.map((text) => [clockFrom(text, rules, { isEnd: true }), clockFrom(text, rules)]);
        }""",
        [said, form_rules(form_fields())],
    )
    for text, (end, start) in zip(said, read, strict=True):
        try:
            expected = f"{parse_clock(text):%H:%M}"
        except ValueError:
            assert end is None, text
        else:
            assert end == expected, text
        assert start == (None if text in ("24", "24.00", "midnat") else end), text


def test_a_correction_changes_only_what_is_changed(page: Page, address: str) -> None:
    original = sites.source("areas/havblikket/events/aaben-korproeve.md").read_text("utf-8")
    page.goto(address + "det-sker/havblikket/aaben-korproeve/")
    page.get_by_role("link", name="Ret arrangementet").click()
    page.get_by_label("Alle 14 datoer").check()
    expect(page.get_by_label("Titel")).to_have_value("Åben korprøve")
    submit(page)
    expect(page.get_by_text("Du har ikke ændret noget endnu")).to_be_visible()
    assert shown_file(page) == original
    page.get_by_label("Slutter kl.").fill("21:30")
    page.get_by_label("Status", exact=True).select_option("aflyst")
    page.get_by_label("Statustekst").fill("Storm: alt er lukket.")
    page.get_by_role("textbox", name="Tekst", exact=True).fill("Du får en plads.\n\nVi holder fri i efterårsferien.")
    page.get_by_role("textbox", name="Tekst", exact=True).blur()
    changes = page.locator(".event-form__changes")
    expect(changes.get_by_role("term")).to_have_text(["Status", "Statustekst", "Slutter kl.", "Tekst"])
    expect(changes).to_contain_text("Før: 21.00")
    expect(changes).to_contain_text("Nu: 21.30")
    expect(page.locator(".event-form__card")).to_contain_text("Aflyst")
    first, _, rest = original.partition("slut: 21.00\n")
    fields, body = rest.split("---\n")
    added = 'status: aflyst\nstatustekst: "Storm: alt er lukket."\n'
    assert shown_file(page) == (f"{first}slut: 21.30\n{fields}{added}---\nDu får en plads.\n\nVi holder fri i efterårsferien.\n"), (
        body
    )
    [issue] = parse_qs(urlsplit(github(page)).query)["fil"]
    [carried] = blocks(issue)
    whole = carried.put_into(original)
    assert whole and (whole.path, whole.text) == ("areas/havblikket/events/aaben-korproeve.md", shown_file(page))
    expect(page.locator("[data-act=edit]")).to_have_attribute("href", re.compile(f"/edit/main/{whole.path}$"))


def test_a_correction_of_a_path_is_none(page: Page, address: str) -> None:
    page.goto(address + FORM + "?ret=havblikket/../../x")
    expect(page.get_by_role("heading", name="Tilføj et arrangement")).to_be_visible()


@pytest.mark.parametrize(
    ("event", "fetched", "said"),
    [
        ("findes/ikke", True, "Arrangementet findes ikke."),
        ("havblikket/ikke-der", True, "Arrangementet findes ikke."),
        ("havblikket/aaben-korproeve", False, "Arrangementet kunne ikke hentes."),
    ],
)
def test_what_cannot_be_corrected_is_said(
    page: Page, address: str, faults: list[str], event: str, fetched: bool, said: str
) -> None:
    if not fetched:
        page.route("**/filer/*.json", lambda route: route.abort())
    page.goto(f"{address}{FORM}?ret={event}")
    expect(page.get_by_text(said)).to_be_visible()
    faults.clear()


def test_a_form_without_a_network_says_so_where_one_looks_and_works_once_there_is_one(
    page: Page, address: str, faults: list[str]
) -> None:
    said = page.get_by_text("Formularen kunne ikke hentes.")
    page.goto(address + FORM)
    page.route(f"**/{FORM}*", lambda route: route.abort())
    submit(page)
    expect(said).to_be_in_viewport()
    page.unroute_all()
    submit(page)
    expect(page.get_by_role("alert").get_by_role("link")).to_have_count(3)
    expect(said).to_be_hidden()
    faults.clear()


def test_without_javascript_the_page_says_what_to_do(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + FORM)
    expect(page.get_by_role("link", name="kulturpunkt@rn.dk").first).to_be_visible()
    expect(page.get_by_role("button", name="Se, hvordan det bliver")).not_to_be_visible()
    context.close()


@pytest.mark.parametrize("look", ["phone, light", "desktop, dark"])
def test_axe_finds_nothing_before_during_and_after(chromium: Browser, address: str, look: str) -> None:
    phone = look == "phone, light"
    context = chromium.new_context(
        viewport=PHONE if phone else DESKTOP, color_scheme="light" if phone else "dark", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(address + FORM)
    submit(page)
    expect(page.get_by_role("alert")).to_be_focused()
    faulty = findings(page)
    least(page, address)
    page.get_by_label("Sted", exact=True).select_option("+")
    page.get_by_label("Stedets navn").fill("Havnen")
    page.get_by_label("Gentages det?").select_option("+")
    page.get_by_label("Hvor tit?").fill("hver tirsdag")
    page.get_by_label("Gentages til og med").fill("2026-10-01")
    page.get_by_text("Adgang og sprog").click()
    submit(page)
    expect(page.get_by_role("heading", name="Sådan bliver det")).to_be_focused()
    complete = findings(page)
    context.close()
    assert faulty == ""
    assert complete == ""


@pytest.mark.parametrize(("width", "size"), [(320, "100%"), (640, "200%")])
def test_nothing_runs_out_of_the_page(page: Page, address: str, width: int, size: str) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    least(page, address, "Generalforsamlingsforberedelsesarrangement " * 2)
    page.get_by_label("Titel").fill("Generalforsamlingsforberedelsesarrangementet på kajen")
    page.get_by_label("Gentages det?").select_option("hver uge")
    page.get_by_label("Gentages til og med").fill("2026-12-01")
    page.get_by_label("Sted", exact=True).select_option("+")
    page.get_by_label("Stedets navn").fill("Havnen")
    page.get_by_text("Adgang og sprog").click()
    submit(page)
    page.evaluate("size => document.documentElement.style.fontSize = size", size)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0


def test_every_event_can_be_corrected_without_a_letter_lost(modules: Page, site_at: SiteAt) -> None:
    files = sorted(site_at(DURING).glob("rediger/arrangement/filer/*.json"))
    sources = [source for file in files for source in json.loads(file.read_bytes()).values()]
    assert len(sources) > 40
    fields = form_rules((*correction_fields(), *form_fields()))
    alike, moved = modules.evaluate(
        """async ([sources, { fields, text }]) => {
            const { changedFile } = await import("/write.js");
            (await import("/text.js")).useTexts(text);
            const made = (change) => sources.map((source) => changedFile(fields, source, { ...source.answers, ...change }).text);
            const change = { titel: "Ny: titel", tilmelding: "ring@example.org", parkering: "ved kirken", start_dag: "2029-01-01" };
            return [made({}), made(change)];
        }""",
        [sources, fields],
    )
    for source, same, changed in zip(sources, alike, moved, strict=True):
        original = sites.source(source["path"]).read_text("utf-8")
        assert same == original
        before, after = (fields_of(text) for text in (original, changed))
        assert after["titel"] == "Ny: titel"
        assert str(after["start"]).startswith("2029-01-01")
        asked = {"titel", "start", "tilmelding", "adgang"}
        assert {key: value for key, value in after.items() if key not in asked} == {
            key: value for key, value in before.items() if key not in asked
        }
        assert after["adgang"] == {**before.get("adgang", {}), "parkering": "ved kirken"}
        old = before.get("tilmelding", {})
        sent = {key: value for key, value in old.items() if key in ("frist", "tekst")} if isinstance(old, dict) else {}
        assert after["tilmelding"] in ({**sent, "mail": "ring@example.org"}, "ring@example.org"), source["path"]
        assert changed.partition("\n---\n")[2] == original.partition("\n---\n")[2]


def fields_of(text: str) -> dict[str, Any]:
    fields: dict[str, Any] = parsed(text.split("\n---\n")[0].removeprefix("---\n"))
    return fields
