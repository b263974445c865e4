"""The form for events in a real browser: a volunteer fills it in on a phone, and the site is built with the file it makes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.entry.fields import entry_fields
from generator.entry.rules import form_rules
from generator.entry.write import event_file
from generator.load import load
from generator.repetition import parse_repetition
from tests import sites
from tests.conftest import DURING
from tests.test_browser import PHONE
from tests.test_entry_write import FULL, HOSTILE

SiteAt = Callable[..., Path]
FORM = "rediger/arrangement/"
MODULES = sites.PROJECT / "theme/js/pages/entry"
NEW = "https://github.com/example/kulturpunkt/new/main/areas/"


@pytest.fixture(scope="module")
def address(site_at: SiteAt) -> Iterator[str]:
    with sites.served(site_at(DURING)) as served:
        yield served


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A phone whose console must stay quiet."""
    context = chromium.new_context(viewport=PHONE, locale="da-DK", reduced_motion="reduce")
    context.set_default_timeout(5000)
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


@pytest.fixture(scope="module")
def modules(chromium: Browser) -> Iterator[Page]:
    """A page that can load the form's modules one by one."""
    with sites.served(MODULES, "/") as served:
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


def test_the_browser_writes_what_python_writes(modules: Page) -> None:
    rules = form_rules(entry_fields())
    fields = rules["fields"]
    names = [field["name"] for field in fields]
    given: list[dict[str, Any]] = [FULL]
    for place, text in enumerate(
        [*HOSTILE, "x" * 90, "ord " * 40, "{{ x }}", "CON", "Ærø åbner ÆØÅ 😀", "a\ufe0fb", "İ ß Σας", "2026-05-01: a"]
    ):
        given.append({"omraade": "nordby", "titel": text, "start_dag": "2026-05-01", "tekst": f"{text}\r\n{text}"})
        given.append(
            {"omraade": "nordby", "titel": "x", **{names[(place + step) % len(names)]: f"{text} {step}" for step in range(1, 9)}}
        )
    ways = zip(
        ("ingen", "HTTPS://a.dk", "x@y.dk", "12345678", "nej tak"), ("9:30", "Klokken 9", "kl 7.15", "ni", "24"), strict=True
    )
    given += [{"titel": "x", "tilmelding": way, "tilmelding_frist": "2026-04-01", "slut_kl": clock} for way, clock in ways]
    given = [{**values, "omraade": "nordby"} for values in given]
    given = json.loads(json.dumps(given).replace("\\ud800", ""))
    written = modules.evaluate(
        """async ([{ fields, text }, given]) => {
            const { eventFile } = await import("/write.js");
            (await import("/text.js")).useTexts(text);
            return given.map((values) => eventFile(fields, values));
        }""",
        [rules, given],
    )
    assert len(written) > 90
    for values, made in zip(given, written, strict=True):
        file = event_file(values)
        assert made == {"path": file.path, "text": file.text}, values


def test_the_browser_reads_repetitions_as_python_does(modules: Page) -> None:
    from datetime import date

    rules = form_rules(entry_fields())
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
    ]
    start, until = date(2026, 1, 30), date(2029, 3, 1)
    found = modules.evaluate(
        """async ([said, rules, start, until]) => {
            const { repetitionOf, daysOf } = await import("/repetition.js");
            const { dayOf } = await import("/days.js");
            return said.map((text) => {
                const read = repetitionOf(text, rules);
                return read && read !== "unclear" ? daysOf(read, dayOf(start), dayOf(until), 9999) : null;
            });
        }""",
        [said, rules, start.isoformat(), until.isoformat()],
    )
    for text, days in zip(said, found, strict=True):
        try:
            expected = [day.isoformat() for day in parse_repetition(text).days(start, until)]
        except ValueError:
            assert days is None, text
        else:
            assert days == expected, text


def test_a_volunteer_adds_an_event_and_the_site_shows_it(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + "omraader/havblikket/")
    page.get_by_role("link", name="Tilføj arrangement").click()
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
    card = page.locator(".entry__card .event-card")
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
