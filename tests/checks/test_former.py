"""Former addresses: what can be one, what stands there, what moves with an area, and what calendars know an event by."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from generator.addresses.moves import SECTIONS
from generator.addresses.site import MADE, Addresses
from generator.cli import main
from generator.content.isolation import isolate
from generator.content.load import load
from generator.danish.dates import parse_moment
from generator.feeds import feeds, of_events, of_moved
from generator.feeds.texts import identity, revision
from generator.model.calendar import Calendar
from generator.model.site import published
from generator.pages import moved_pages
from generator.pages.context import SiteContext
from generator.pages.page import Page
from generator.problems.rules import values
from generator.repository.history import read_history
from tests.processes import kulturpunkt
from tests.repositories import Repository
from tests.trees import AREA, MINIMAL, event, programme

NORDBY, FEST = "areas/nordby/area.yml", "areas/nordby/events/fest.md"


def at(root: Path) -> SiteContext:
    site, problems = load(root)
    assert (bool(site), problems) == (True, [])
    assert site
    return SiteContext(Calendar.at(published(site, examples=True), parse_moment("2026-04-01").at), root, examples=True)


@pytest.mark.parametrize(
    ("written", "better"),
    [
        ("../nordby/gammel/", "/nordby/gammel/"),
        ("/det-sker/../fest/", "/det-sker/fest/"),
        ("/Omraader/Gammelby/", "/omraader/gammelby/"),
        ("/omraader/Ålbæk/", "/omraader/aalbaek/"),
        ("/omraader/%C3%85lb%C3%A6k/", "/omraader/aalbaek/"),
        ("https://andre.example/omraader/by/", "/omraader/by/"),
        ("//andre.example/by", "/by/"),
        ("/omraader/by/?a=1#b", "/omraader/by/"),
        (r"areas\by", "/areas/by/"),
        ("/a/b/c/d/e/f/", "/a/b/c/d/e/"),
        ("javascript:alert(1)", "/javascript-alert-1/"),
        ("/", "/omraader/gammelby/"),
        ("/en/, /to/", "hver adresse på sin egen linje"),
    ],
)
def test_what_no_page_ever_had_is_refused_with_what_was_meant(tmp_path: Path, written: str, better: str) -> None:
    _, problems = load(programme(tmp_path, {NORDBY: AREA + f"tidligere adresser:\n  - '{written}'\n"}))
    assert [(problem.line, problem.rule) for problem in problems] == [(6, values.FORMER)]
    assert better in problems[0].message


@pytest.mark.parametrize("written", ["/det-sker/by/fest/", "det-sker/by/fest", "[/det-sker/by/fest/index.html]"])
def test_an_address_is_read_with_and_without_its_slashes(tmp_path: Path, written: str) -> None:
    context = at(programme(tmp_path, {NORDBY: AREA, FEST: event(f"tidligere_adresser: {written}")}))
    assert context.calendar.events[0].former == ("det-sker/by/fest/",)


TREE = {
    NORDBY: AREA,
    FEST: event(),
    "areas/sydby/area.yml": AREA.replace("Nordby", "Sydby"),
    "areas/kladden/area.yml": AREA.replace("Nordby", "Kladden").replace("offentlig", "kladde"),
    "content/om.md": "---\ntitle: Om\n---\nOm.\n",
}
TAKEN = {
    "the page of another area": ("omraader/sydby", "Dér ligger nu areas/sydby/area.yml."),
    "a draft": ("omraader/kladden", "Dér ligger nu areas/kladden/area.yml."),
    "an event": ("det-sker/nordby/fest", "Dér ligger nu areas/nordby/events/fest.md."),
    "a page of content": ("om", "Dér ligger nu content/om.md."),
    "a month": ("det-sker/2031-05", "/det-sker/2031-05/ bruger siden selv"),
    "a municipality": ("det-sker/kommune/morsoe", "bruger siden selv"),
    "a page of the generator": ("soeg", "bruger siden selv"),
    "below a page of the generator": ("uge/omraade/nordby", "bruger siden selv"),
    "right below the root, which is the programme's": ("kampagne", "eller den kan ikke have været her"),
}


@pytest.mark.parametrize(("former", "said"), TAKEN.values(), ids=TAKEN)
def test_nothing_else_can_stand_at_a_former_address(tmp_path: Path, former: str, said: str) -> None:
    root = programme(tmp_path, {**TREE, NORDBY: AREA + f"tidligere adresser: /{former}/\n"})
    _, problems = load(root)
    assert [(problem.path, problem.line, problem.rule) for problem in problems] == [(NORDBY, 5, values.FORMER_TAKEN)]
    assert said in problems[0].message
    shown, fallbacks = isolate(root)
    assert shown.area("nordby")
    assert [each.how for each in fallbacks] == ["vises uden tidligere adresser"], "the area has its page all the same"


def test_two_pages_cannot_lead_to_each_other_nor_have_had_one_address(tmp_path: Path) -> None:
    old = "---\ntitle: {}\ntidligere adresser: [/{}/, /aeldre/]\n---\nTekst.\n"
    root = programme(tmp_path, {"content/ny.md": old.format("Ny", "hej"), "content/hej.md": old.format("Hej", "ny")})
    _, problems = load(root)
    assert [problem.message.split(":")[0] for problem in problems] == [
        *("De to sider fører til hinanden", "Den står også i content/ny.md. Slet den ene."),
        *("De to sider fører til hinanden", "Den står også i content/hej.md. Slet den ene."),
    ]
    assert [each.how for each in isolate(root)[1]] == ["vises uden tidligere adresser"] * 2


def test_all_of_an_area_moves_with_it(tmp_path: Path) -> None:
    pdf = "areas/nordby/documents/sange.pdf"
    moved_area = AREA + "tidligere adresser: /omraader/byen/\n"
    fest = event("dokumenter: [{titel: Sange, fil: documents/sange.pdf}]", "tidligere adresser: /det-sker/sydby/fest/")
    context = at(programme(tmp_path, {**TREE, NORDBY: moved_area, FEST: fest, pdf: "%PDF-1.4"}))
    pages = {page.url: page for page in moved_pages(context, ())}
    assert {url: page.moved_to for url, page in pages.items()}.items() >= {
        "omraader/byen/": "omraader/nordby/",
        "omraader/byen/plakat/": "omraader/nordby/plakat/",
        "det-sker/byen/fest/": "det-sker/nordby/fest/",
        "indlejr/omraade/byen/": "indlejr/omraade/nordby/",
        "skaerm/omraade/byen/": "skaerm/omraade/nordby/",
    }.items()
    assert (pages["det-sker/byen/fest/"].values["name"], pages["det-sker/byen/fest/"].hidden) == ("Fest · Nordby", True)
    history = read_history(context.root, context.now)
    made = of_events(context, history, context.calendar.events)
    every, moved = dict(feeds(context, history)), dict(of_moved(context, history, made))
    assert moved["omraader/byen/kalender.ics"] == every["omraader/nordby/kalender.ics"]
    assert moved["det-sker/byen/fest/kalender.ics"] == every["det-sker/nordby/fest/kalender.ics"]
    assert moved["dokumenter/byen/sange.pdf"] == moved["dokumenter/sydby/sange.pdf"] == b"%PDF-1.4"
    assert "dokumenter/nordby/sange.pdf" not in moved
    here = Addresses.of(context.root, context.site, examples=True)
    assert all(here.has(path) for path in (*pages, *moved) if path.startswith(("omraader/", "det-sker/")))
    assert not any(map(here.stands, (*pages, *moved)))
    assert not here.has("det-sker/byen/andet/")


def test_what_is_not_shown_has_no_former_address_either(tmp_path: Path) -> None:
    draft = AREA.replace("offentlig", "kladde") + "tidligere adresser: /omraader/byen/\n"
    context = at(programme(tmp_path, {NORDBY: draft, FEST: event("tidligere adresser: /det-sker/nordby/bal/")}))
    assert list(moved_pages(context, ())) == []


def test_calendars_know_an_event_by_its_first_address_and_count_on(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "root", {**MINIMAL, "areas/byen/area.yml": AREA, "areas/byen/events/gilde.md": event()})
    repository.commit({"areas/byen/events/gilde.md": event("pris: gratis")})
    for before, now in (("areas/byen", "areas/nordby"), ("areas/nordby/events/gilde.md", FEST)):
        with contextlib.chdir(repository.root):
            assert main(("move", before, now)) == 0
        repository.commit({})
    context = at(repository.root)
    moved = context.calendar.events[0]
    assert identity(moved) == "byen.gilde@kulturpunkt"
    assert (moved.former, moved.owner, moved.name) == (("det-sker/byen/gilde/", "det-sker/nordby/gilde/"), "nordby", "fest")
    assert revision(read_history(repository.root, context.now), moved).sequence == 3
    assert {page.url for page in moved_pages(context, ())} >= {"det-sker/byen/gilde/", "det-sker/nordby/gilde/", "omraader/byen/"}


def test_what_comes_back_has_its_first_name(tmp_path: Path) -> None:
    root = programme(
        tmp_path, {NORDBY: AREA.replace("\n", "\r\n"), FEST: event("tidligere adresser: [/det-sker/nordby/ball/]", "pris: gratis")}
    )
    with contextlib.chdir(root):
        assert main(("move", FEST, "areas/nordby/events/bal.md")) == 0
        assert main(("move", "areas/nordby/events/bal.md", FEST)) == 0
    context = at(root)
    assert identity(context.calendar.events[0]) == "nordby.ball@kulturpunkt"
    assert [page.url for page in moved_pages(context, ()) if not page.url.endswith("plakat/")] == [
        "det-sker/nordby/ball/",
        "det-sker/nordby/bal/",
    ]


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ("areas/nordby", "areas/Ny By", "Kald den for eksempel «ny-by»"),
        ("areas/nordby", "areas/sydby", "findes allerede"),
        ("areas/nordby", "../nordby", "Skriv to mapper"),
        ("areas/nordby", "areas/arkiv", "arkiv-by"),
        ("areas/atlantis", "areas/by", "findes ikke"),
        (FEST, "content/events/Fest!.md", "«fest»"),
        (FEST, "areas/nordby/historier/fest.md", "samme slags"),
        ("content/om.md", "content/hvad.md", "Den kan ikke flyttes"),
    ],
)
def test_what_cannot_be_moved_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str], before: str, now: str, said: str) -> None:
    root = programme(tmp_path, TREE)
    files = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    with contextlib.chdir(root):
        assert main(("move", before, now)) == 2
    assert said in capsys.readouterr().err
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == files


def test_a_change_that_moves_a_page_as_it_should_is_not_asked_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KULTURPUNKT_TODAY", "2026-04-01")
    repository = Repository(tmp_path / "root", {**MINIMAL, NORDBY: AREA, FEST: event()})
    with contextlib.chdir(repository.root):
        assert main(("move", "areas/nordby", "areas/byen")) == 0
    repository.commit({})
    assert kulturpunkt(repository.root, "check", "--base", "HEAD~1").stdout.strip() == "Ingen fejl"


def test_a_page_that_is_being_corrected_is_found_where_it_stood_before(tmp_path: Path) -> None:
    """And not where another page stands, which no check has seen."""
    broken = event("pris: gratis", "status: måske", "tidligere adresser: [/det-sker/nordby/bal/, /det-sker/nordby/andet/]")
    root = programme(tmp_path, {NORDBY: AREA, FEST: broken, "areas/nordby/events/andet.md": event()})
    site, _ = isolate(root)
    context = SiteContext(Calendar.at(published(site, examples=True), parse_moment("2026-04-01").at), root, examples=True)
    (page,) = moved_pages(context, ())
    assert (page.url, page.moved_to) == ("det-sker/nordby/bal/", "det-sker/nordby/fest/")


def test_the_front_page_and_a_round_have_former_addresses_of_their_own(tmp_path: Path) -> None:
    tree = {
        **{f"content/runder/2027/{name}": text for name, text in ROUND.items()},
        "content/index.md": "---\ntidligere adresser: /forside/\n---\nHej.\n",
    }
    context = at(programme(tmp_path, {NORDBY: AREA, **tree}))
    front = Page("", "front.html", "Forside", "", {})
    assert [(page.url, page.moved_to) for page in moved_pages(context, [front])] == [
        ("forside/", ""),
        ("tidsplan/naeste/", "tidsplan/2027/"),
    ]


ROUND = {
    "round.yml": "periode: 2027-01..2027-12\nområder: 3\nbeløb: 1.000 kr.\ntidligere adresser: /tidsplan/naeste/\n",
    "timeline.yml": "trin:\n  - {nøgle: fest, titel: Fest, periode: 2027-05}\n",
}


def test_the_programme_gives_no_address_below_what_is_made() -> None:
    assert {path.partition("/")[0] for path in MADE if "/" in path} <= SECTIONS
