"""How it stands, as the staff reads it: as text, as data and as a page that is nobody else's business but holds no secret."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from mkdocs.utils.yaml import yaml_load
from playwright.sync_api import Browser, ViewportSize

from generator import urls
from generator.content.load import load
from generator.danish.dates import ZONE
from generator.model.calendar import Calendar
from generator.model.site import Site, published
from generator.pages import area_progress, texts
from generator.pages.context import SiteContext
from generator.pages.readiness import readiness
from generator.pages.status import COLUMNS, LACKING, SiteStatus, as_json, as_text, cells, site_status
from generator.reading.settings import Settings, is_example, read_settings
from generator.repository.history import History, read_history
from tests import results, sites, trees
from tests.conftest import DURING
from tests.pictures import picture
from tests.processes import kulturpunkt
from tests.repositories import START, Repository

NOW = datetime(2026, 4, 1, 12, tzinfo=ZONE)
REAL = Settings("https://kulturpunkt.dk/", "https://github.com/region/kulturpunkt", examples=False)
WHOLE = """\
navn: Nordby
status: offentlig
kommune: Thisted
resumé: En by mod nord.
kontakt: {navn: Anna, mail: a@example.org, vis: ja}
billede: {fil: images/a.jpg, beskrivelse: Havnen, foto: Arkivet}
"""
TREE: dict[str, str | bytes] = {
    "areas/nordby/area.yml": WHOLE,
    "areas/nordby/index.md": "Vi er her.\n",
    "areas/nordby/images/a.jpg": picture(),
    "areas/nordby/events/aflyst.md": trees.event("status: aflyst").replace("2026-05-01", "2026-04-20"),
    "areas/nordby/events/fest.md": trees.event(),
    "areas/sydby/area.yml": trees.AREA.replace("Nordby", "Sydby") + "kontakt: {navn: Bo, mail: b@example.org}\n",
    "areas/sydby/events/leg.md": trees.event("eksempel: ja").replace("2026-05", "2025-05"),
    "areas/vestby/area.yml": trees.AREA.replace("Nordby", "Vestby").replace("offentlig", "kladde"),
    "content/owners.yml": "programmet: region\nområder: {nordby: [anna, bo]}\n",
    "content/tilgaengelighed.md": "---\ntitle: Tilgængelighed\n---\n",
}


def loaded(root: Path, tree: dict[str, str | bytes]) -> Site:
    site, problems = load(trees.programme(root, tree))
    assert site and not problems, problems
    return site


def stands(root: Path, tree: dict[str, str | bytes], history: History | None = None) -> SiteStatus:
    context = SiteContext(Calendar.at(loaded(root, tree), NOW), root, True)
    return site_status(context, history or History(NOW), REAL)


def test_each_area_tells_what_it_has_and_lacks(tmp_path: Path) -> None:
    nordby, sydby, vestby = stands(tmp_path, TREE).areas
    assert cells(nordby) == ("Nordby", "ja", "ja", "navn og samtykke", "2", "ingen", "Fest, 1. maj 2026", "ukendt")
    assert cells(sydby) == ("Sydby", LACKING, LACKING, "kun mail", LACKING, "1", LACKING, "ukendt")
    assert cells(vestby)[0] == "Vestby (kladde)"
    assert cells(vestby)[3] == LACKING
    assert (nordby.events, nordby.next_url) == (2, "det-sker/nordby/fest/")


def test_how_far_an_area_is_says_what_it_has_said(tmp_path: Path) -> None:
    context = results.context_of(tmp_path, results.tree())
    nordby, sydby, vestby = site_status(context, History(NOW), REAL).areas
    assert area_progress.cells("Nordby", nordby.progress) == (
        *("Nordby", "Dialog", "3: 1 delvist, 1 ikke oplyst, 1 nået", "1", "5, 3 med tal", "2: 1 kultur, 1 skole", "ukendt"),
    )
    assert area_progress.cells("Sydby", sydby.progress)[2:5] == ("1: 1 ikke oplyst", "ingen", "2, 1 med tal")
    assert set(area_progress.cells("", vestby.progress)[1:-1]) == {"ingen"}


ANNA, BO, STAFF, ROBOT = (
    *("12+anna@users.noreply.github.com", "bo@example.org", "7+Region@users.noreply.github.com"),
    "41898282+github-actions[bot]@users.noreply.github.com",
)
OWNERS = "programmet: [region]\nområder: {nordby: [Anna]}\n"


@pytest.mark.parametrize(
    ("owners", "authors", "expected"),
    [
        (OWNERS, [ANNA, STAFF, ROBOT], (0, "ejer")),
        (OWNERS, [ANNA, BO], (0, "ejer")),
        (OWNERS, [BO, STAFF, ROBOT], (0, "måske")),
        (OWNERS, [STAFF, ROBOT], (None, "")),
        (OWNERS, [STAFF, f"{ROBOT}|{ANNA}"], (1, "ejer")),
        ("programmet: []\nområder: {}\n", [BO], (None, "")),
        ("programmet: [anna]\nområder: {nordby: [anna]}\n", [ANNA], (None, "")),
    ],
)
def test_the_last_change_of_an_areas_own_people_is_what_git_can_tell(
    owners: str, authors: list[str], expected: tuple[int | None, str], tmp_path: Path
) -> None:
    """Each commit is an hour after the one before; what stands after | is its co-author."""
    repository = Repository(tmp_path / "program", {**trees.MINIMAL, "content/owners.yml": owners})
    for number, author in enumerate(authors):
        mail, _, other = author.partition("|")
        trees.write(repository.root, {"areas/nordby/area.yml": trees.AREA + f"vision: {number}\n"})
        repository.git("add", "--all")
        message = f"x\n\nCo-authored-by: A <{other}>\n" if other else "x"
        repository.git("commit", "--quiet", f"--message={message}", GIT_AUTHOR_EMAIL=mail)
        repository.hours += 1
    context = results.context_of(repository.root, {"content/owners.yml": owners})
    [nordby] = site_status(context, read_history(repository.root, NOW), REAL).areas
    hour = expected[0]
    at = None if hour is None else datetime.fromtimestamp(START + 3600 * (hour + 1), UTC)
    assert (nordby.progress.own_change, nordby.progress.own_change_by) == (at, expected[1])


def test_what_changed_last_is_read_from_the_history(tmp_path: Path) -> None:
    repository = Repository(tmp_path, {**trees.MINIMAL, **TREE})
    repository.commit({"areas/sydby/index.md": "Hej\n"})
    nordby, sydby, _ = stands(tmp_path, TREE, read_history(tmp_path, NOW)).areas
    assert (nordby.changed, sydby.changed) == (
        datetime(2025, 6, 15, 15, 6, 40, tzinfo=UTC),
        datetime(2025, 6, 15, 16, 6, 40, tzinfo=UTC),
    )
    assert cells(sydby)[-1] == "15. juni 2025"


def test_the_text_is_a_table_and_a_list(tmp_path: Path) -> None:
    lines = as_text(stands(tmp_path, TREE)).splitlines()
    assert [lines[0].index(column) for column in COLUMNS][1] == lines[1].index("ja")
    assert "Klar til åbning?" in lines
    assert "[x] Sidens egen adresse" in lines
    assert "[ ] Alle 11 lokalområder på siden: Der er 2 med `status: offentlig`." in lines
    assert "[ ] En fortælling fra hvert område: Det mangler i Sydby." in lines
    assert "[ ] Siden om privatliv: Skriv `content/privatliv.md`." in lines
    assert lines[-1] == "6 af 12 punkter mangler."


def test_what_is_missing_is_reported_point_by_point(tmp_path: Path) -> None:
    site = loaded(tmp_path, {**TREE, "content/owners.yml": ""})
    example = Settings("https://kulturpunkt.example/", "", examples=True)
    details = {point.title: point.detail for point in readiness(site, example, [], NOW.date())}
    assert details["Sidens egen adresse"].startswith("Den hedder endnu `https://kulturpunkt.example/`.")
    assert details["Stedet, hvor filerne rettes"].startswith("Den mangler.")
    assert details["Eksemplerne slået fra"].startswith("Opdigtet er 1 arrangement. Sæt `examples: false`")
    assert details["Ejere af hvert område"] == "Det mangler i Nordby og Sydby."
    assert details["Ejere af programmets egne filer"] == "Skriv programmets egne folk i `content/owners.yml`."
    assert details["Siden om tilgængelighed"] == "Skriv `content/tilgaengelighed.md`."


def test_a_person_who_has_not_agreed_is_no_contact(tmp_path: Path) -> None:
    area = trees.AREA + "kontakt: {navn: Anna, telefon: 12 34 56 78}\n"
    site = loaded(tmp_path, {"areas/nordby/area.yml": area})
    assert cells(site_status(SiteContext(Calendar.at(site, NOW), tmp_path, True), History(NOW), REAL).areas[0])[3] == LACKING
    assert "Det mangler i Nordby." in [point.detail for point in readiness(site, REAL, [], NOW.date()) if "kontakt" in point.title]


STATEMENT = "tilgængelighedserklæring: {adresse: https://example.org/was, fornyet: 2026-03-01}\n"


@pytest.mark.parametrize(
    ("today", "detail"),
    [
        (date(2027, 2, 28), ""),
        (date(2027, 3, 1), "Den er fra 1. marts 2026 og skal fornyes hvert år. Forny den i WAS-Tool, og skriv den nye dag ved"),
    ],
)
def test_the_accessibility_statement_is_renewed_each_year(tmp_path: Path, today: date, detail: str) -> None:
    without = {point.title: point for point in readiness(loaded(tmp_path / "a", {}), REAL, [], today)}
    assert without["Tilgængelighedserklæringen i WAS-Tool"].detail.startswith("Lav den i WAS-Tool")
    site = loaded(tmp_path / "b", {"content/programme.yml": trees.PROGRAMME + STATEMENT})
    said = {point.title: point.detail for point in readiness(site, REAL, [], today)}["Tilgængelighedserklæringen i WAS-Tool"]
    assert said.startswith(detail) and bool(said) == bool(detail)


def test_was_leads_to_the_statement_once_it_has_an_address(tmp_path: Path) -> None:
    for name, said, address in (("a", "", None), ("b", STATEMENT, "https://example.org/was")):
        site = loaded(tmp_path / name, {"content/programme.yml": trees.PROGRAMME + said})
        page = texts.statement(SiteContext(Calendar.at(site, NOW), tmp_path, True))
        assert (page.url, page.leads_to, page.values["address"]) == ("was/", address, address)


def test_when_all_is_there_all_is_ready(tmp_path: Path) -> None:
    programme = trees.PROGRAMME.replace("områder: 11", "områder: 1") + f"{STATEMENT}licens: https://example.org/cc0\n"
    tree = {path: content for path, content in TREE.items() if "/sydby/" not in path and "/vestby/" not in path}
    site = loaded(tmp_path, {**tree, "content/programme.yml": programme})
    ready = readiness(site, REAL, ["tilgaengelighed.md", "privatliv.md"], NOW.date())
    assert all(point.ready for point in ready)
    assert as_text(SiteStatus(NOW, (), ready)).endswith("Alt er klar.")
    nobody = loaded(tmp_path / "tom", {})
    assert "Ingen områder er offentlige endnu." in [point.detail for point in readiness(nobody, REAL, [], NOW.date())]


@pytest.mark.parametrize(
    ("address", "example"),
    [
        ("", True),
        ("/", True),
        ("https://kulturpunkt.example/kulturpunkt/", True),
        ("https://example.org/", True),
        ("https://github.com/example/kulturpunkt", True),
        ("https://kulturpunkt.dk/", False),
        ("https://region.github.io/kulturpunkt/", False),
    ],
)
def test_an_example_address_is_reported_from_a_real_one(address: str, example: bool) -> None:
    assert is_example(address) == example


def test_settings_are_those_of_the_engine(tmp_path: Path) -> None:
    assert read_settings(sites.PROJECT, {}).site_url == "https://kulturpunkt.example/kulturpunkt/"
    given = read_settings(sites.PROJECT, {"SITE_URL": "https://a.dk/", "KULTURPUNKT_EXAMPLES": "false"})
    assert (given.site_url, given.examples) == ("https://a.dk/", False)
    assert read_settings(tmp_path, {}) == Settings("", "", True)


@pytest.mark.parametrize("word", ["true", "True", "yes", "on", "false", "no", "Off", "maybe"])
def test_examples_are_shown_where_the_engine_shows_them(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KULTURPUNKT_EXAMPLES", word)
    engine = yaml_load("examples: !ENV [KULTURPUNKT_EXAMPLES, true]")
    assert read_settings(sites.PROJECT).examples is (engine["examples"] is True)


def test_the_command_says_it_as_text_and_as_data(tmp_path: Path) -> None:
    root = trees.programme(tmp_path, TREE)
    text = kulturpunkt(root, "status")
    assert (text.returncode, text.stdout.split()[0]) == (0, "Lokalområde")
    data = json.loads(kulturpunkt(root, "status", "--format", "json").stdout)
    assert [area["slug"] for area in data["areas"]] == ["nordby", "sydby", "vestby"]
    trees.write(root, {"areas/nordby/events/fest.md": "---\ntitel: x\n---\n"})
    assert kulturpunkt(root, "status").stdout.splitlines()[-1].startswith("1 fejl i 1 fil.")
    (root / "content/contacts.yml").unlink()
    assert kulturpunkt(root, "status").returncode == 1


def test_the_data_and_the_page_hold_only_what_is_public(tmp_path: Path) -> None:
    site = published(loaded(tmp_path, TREE), examples=False)
    shown = as_json(site_status(SiteContext(Calendar.at(site, NOW), tmp_path, False), History(NOW), REAL))
    for secret in ("Vestby", "Anna", "anna", "Bo", "region", "a@example.org"):
        assert secret not in shown
    assert json.loads(shown)["areas"][1]["examples"] == 0


def test_the_page_is_found_from_the_guide_and_by_nobody_else(site_at: Callable[..., Path]) -> None:
    site = site_at(DURING)
    page = (site / urls.STATUS / "index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert urls.STATUS not in (site / "sitemap.xml").read_text("utf-8")
    assert f'href="../{urls.STATUS}"' in (site / "rediger/index.html").read_text("utf-8")
    assert json.loads((site / urls.STATUS_DATA).read_bytes())["version"] == 1


def test_the_table_scrolls_by_itself_on_the_narrowest_phone(site_at: Callable[..., Path], chromium: Browser) -> None:
    with sites.served(site_at(DURING)) as base:
        page = chromium.new_page(viewport=ViewportSize(width=320, height=640))
        page.goto(base + urls.STATUS)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        region = page.get_by_role("region", name="Områderne")
        assert region.evaluate("each => each.scrollWidth > each.clientWidth && each.tabIndex === 0")
        assert region.get_by_role("columnheader").all_inner_texts() == list(COLUMNS)
        assert region.get_by_role("rowheader", name="Nordmors").count() == 1
        page.close()
