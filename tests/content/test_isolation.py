"""Ten areas are never stopped by the eleventh: of files with problems, what the present files say is shown, or nothing is."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.content.fallbacks import OPTIONAL
from generator.content.isolation import Fallback, as_text, isolate
from generator.content.load import load
from generator.content.loader import Loader
from generator.model.area import AreaFacts
from generator.model.event import Event, EventFacts
from generator.model.site import Correction, Site, published
from generator.problems.problem import ContentError
from generator.problems.rules import RULES
from tests import broken, trees
from tests.repositories import Repository

AREA = "areas/nordby/area.yml"
OTHER = "areas/sydby/area.yml"
EVENT = "areas/nordby/events/fest.md"
ANOTHER = "areas/sydby/events/sang.md"
SOUND = {
    **trees.MINIMAL,
    AREA: trees.AREA + "landsbyer: [Nordby, Lillerup]\n",
    "areas/nordby/index.md": "Om os.\n",
    EVENT: trees.event("pris: gratis"),
    OTHER: trees.AREA.replace("Nordby", "Sydby"),
    ANOTHER: trees.event(),
}


@dataclass(frozen=True)
class Isolated:
    """What is shown of a tree, as the site is published with examples."""

    site: Site
    fallbacks: Mapping[str, Fallback]

    @property
    def events(self) -> dict[str, Event]:
        """The events by path."""
        return {event.source: event for event in self.site.all_events()}

    @property
    def areas(self) -> list[str]:
        return [area.slug for area in self.site.areas]

    @property
    def corrections(self) -> dict[str, Correction]:
        return {each.source: each for each in self.site.corrections}

    def how(self, path: str) -> str:
        return self.fallbacks[path].how


def isolated(root: Path, withheld: Mapping[str, list[str]] | None = None, *, examples: bool = True) -> Isolated:
    site, fallbacks = isolate(root, withheld)
    return Isolated(published(site, examples=examples), {each.path: each for each in fallbacks})


def shown(tree: Mapping[str, str | bytes], *, examples: bool = True) -> Isolated:
    """What is shown of the sound programme with these files in it."""
    with TemporaryDirectory() as folder:
        return isolated(trees.write(Path(folder), {**SOUND, **tree}), examples=examples)


@cache
def sound(*files: tuple[str, str]) -> Isolated:
    """What is shown of the sound programme, or of it with sound files in it."""
    return shown(dict(files))


def with_fields(*lines: str, text: str = "Alle er velkomne.\n") -> Isolated:
    return shown({EVENT: trees.event(*lines, text=text)})


def test_sound_content_is_shown_as_it_is(tmp_path: Path) -> None:
    root = trees.write(tmp_path, SOUND)
    site, fallbacks = isolate(root)
    assert not fallbacks
    assert site == load(root)[0]


LEFT_OUT = {
    "a misspelt field": (("kategri: musik",), "kategri"),
    "a missing picture": (("billede: {fil: images/væk.jpg, beskrivelse: Fest, foto: Navn}",), "billede"),
    "a picture that is not there": (("billede: {fil: images/hav.jpg, beskrivelse: Fest, foto: Navn}",), "billede"),
    "a sign-up without a way": (("tilmelding: {frist: 2026-04-01}",), "tilmelding"),
    "a phone number": (("kontakt: {navn: Hemmelig Person, telefon: 12, vis: ja}",), "kontakt"),
    "a long summary": ((f"resumé: {'x' * 300}",), "resumé"),
    "a document": (("dokumenter: [{titel: A, fil: documents/a.pdf}]",), "dokumenter"),
    "two of them": (("kategri: musik", "pladser: mange"), "kategri og pladser"),
}


@pytest.mark.parametrize(("lines", "fields"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_an_optional_field_that_cannot_be_read_costs_that_field_only(lines: tuple[str, ...], fields: str) -> None:
    found = with_fields(*lines, "pris: 70 kr.", "målgruppe: alle")
    event = found.events[EVENT]
    assert found.how(EVENT) == f"vises uden {fields}"
    assert (event.title, str(event.price and event.price.text), len(event.audience)) == ("Fest", "70 kr.", 1)
    assert (event.category, event.picture, event.booking, event.contact, event.summary) == (None,) * 5
    assert event.front == ""  # the form would publish the field with it
    assert not found.corrections


def test_a_field_by_another_word_costs_as_little() -> None:
    found = with_fields("Genre: hunde", "tilmeldingsfrist: snart", "pris: 70 kr.")
    event = found.events[EVENT]
    assert (event.category, event.booking, str(event.price and event.price.text)) == (None, None, "70 kr.")


def test_a_title_by_another_word_stands_on_what_is_being_corrected() -> None:
    found = shown({EVENT: trees.event("sted: [havnen]").replace("titel:", "Overskrift:")})
    assert found.corrections == {EVENT: Correction("nordby", "fest", EVENT, "Fest")}


def test_what_could_be_read_of_broken_yaml_is_checked_but_not_shown(tmp_path: Path) -> None:
    broken = {EVENT: trees.event("kategori: hunde", "pris: 70 kr.", "resumé: [Fest")}
    _, problems = load(trees.write(tmp_path, {**SOUND, **broken}))
    assert len({problem.line for problem in problems}) == 2
    found = shown(broken)
    assert EVENT not in found.events
    assert found.corrections == {EVENT: Correction("nordby", "fest", EVENT, None)}


DECIDING = {
    "status: usikkert": True,
    "status: kladde": True,
    "status:aflyst": True,
    "stauts: aflyst": True,
    "kladde: ja": True,
    "aflysning: ja": True,
    "eksempel: måske": True,
    "slut: 9.00": False,
    "gentag: af og til": False,
    "gentag: hver uge": False,
    "undtagen: 2026-05-02": False,
    "flere datoer: i næste uge": False,
    "ændringer: [{dato: 2026-05-01, status: usikkert}]": False,
    "ændringer: [{dato: 2026-05-01, sted: laden}]": False,
    "sted: laden": False,
    "sted: {navn: Laden, postnummer: 1}": False,
    "steder: havnen": False,
    "før: i går": False,
    "før sted: [a]": False,
    "online: på nettet": False,
    "adgang: {trinfrit: nej}": False,
    "kontakt: {navn: Hemmelig Person, vis: måske}": False,
    "kontakt: {navn: Hemmelig Person, viss: nej}": False,
    "kategri: Aflyst": False,
    "statustekst: [Festen er udsat]": False,
    "statustekst: [Festen er desværre rykket]": False,
    "statustekst: [Der kommer en ny dato]": False,
    "pris: [Festen udgår]": False,
    "arrangør: {navn: Festen finder ikke sted}": False,
}
"""A field that decides, or may, and whether the title may be that of a draft."""


@pytest.mark.parametrize(("line", "secret"), DECIDING.items(), ids=DECIDING)
def test_an_event_whose_deciding_field_cannot_be_read_is_being_corrected(line: str, secret: bool) -> None:
    found = with_fields(line)
    assert found.events.keys() == {ANOTHER}
    whole = line == "status:aflyst"
    assert found.corrections == {EVENT: Correction("nordby", "fest", EVENT, None if secret or whole else "Fest")}
    assert "bliver rettet" in found.how(EVENT)


UNREADABLE = {
    "UTF-16": trees.event("status: aflyst").encode("utf-16"),
    "Latin-1": trees.event("resumé: På æblet").encode("latin-1"),
    "too large": trees.event(text="x" * 300_000).encode(),
    "no front matter": b"Fest\n",
    "broken YAML": b"---\ntitel: [Fest\n---\n",
    "nothing": b"",
    "only a text": b"---\nFest\n---\n",
    "a field twice": trees.event("titel: Fest igen").encode(),
    "a letter that can deceive": trees.event(text="Kom\u202emer\n").encode(),
}


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE)
def test_an_event_whose_file_cannot_be_read_is_being_corrected_without_a_title(content: bytes) -> None:
    found = shown({EVENT: content})
    assert found.events.keys() == {ANOTHER}
    assert found.corrections == {EVENT: Correction("nordby", "fest", EVENT)}
    assert found.how(EVENT) == "siden siger kun, at oplysningerne bliver rettet, fordi filen ikke kan læses"


def test_a_text_that_cannot_be_shown_costs_the_text_unless_it_may_take_back() -> None:
    marks = "[" * 2_000
    found = with_fields(text=marks)
    assert (found.how(EVENT), found.events[EVENT].text) == ("vises uden teksten", "")
    assert with_fields(text=f"Festen er aflyst. {marks}").corrections.keys() == {EVENT}


@pytest.mark.parametrize(
    "text",
    [
        "status: aflyst\n\nAlle er velkomne.\n",
        "\nkontakt:\n  navn: Hemmelig Person\n  vis: nej\n---\nAlle er velkomne.\n",
        "  vis: nej\nstatus: aflyst\npris: 50 kr.\n---\n",
        "sted: {navn: Laden}\nkontakt:\n  navn: Hemmelig Person\n  vis: nej\nAlle er velkomne.\n",
        "  telefon: 23 45 67 89\n  vis: nej\nAlle er velkomne.\n",
        "undtagen:\n- 2026-05-08\n  - dato: 2026-05-01\n    status: aflyst\n---\nKom.\n",
    ],
)
def test_fields_below_the_second_line_of_strokes_are_not_a_text(text: str) -> None:
    found = with_fields(text=text)
    assert found.corrections == {EVENT: Correction("nordby", "fest", EVENT)}


@pytest.mark.parametrize(
    "text",
    ["Program: lørdag\n---\nKom.\n", "- sang\n- dans\n---\nKom.\n", "pris: 50 kr. ved døren\n", "Sted: havnen\nPris: 50 kr.\n"],
)
def test_a_text_that_looks_a_little_like_fields_is_one(text: str) -> None:
    assert with_fields(text=text).events[EVENT].text == text


def test_a_broken_example_is_nowhere_where_examples_are_not_shown() -> None:
    tree = {EVENT: trees.event("eksempel: ja", "sted: laden")}
    assert shown(tree).corrections[EVENT].example
    assert not shown(tree, examples=False).corrections


def test_nothing_is_taken_from_history(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "root", SOUND)
    repository.commit({EVENT: trees.event("status: usikkert"), OTHER: "navn: [\n"})
    found = isolated(repository.root)
    assert found.events == {}
    assert found.areas == ["nordby"]
    assert {path: each.title for path, each in found.corrections.items()} == {EVENT: None, OTHER: None, ANOTHER: None}


@pytest.mark.parametrize(
    "lines",
    [
        ("navn: Nordby", "status: kladde", "kommune: Mors", "resumé: x"),
        ("navn: [Nordby]", "status: Kladde", "kommune: Thisted", "resumé: x"),
        ("navn: Nordby", "status: kladde", "kommune: Thisted", "resumé: x", "offentlig: ja"),
        ("navn: Nordby", "status: kladde", "kommune: Thisted", "resumé: x", "kerneelementer: [nej]", "kontakt: {vis: måske}"),
    ],
)
@pytest.mark.parametrize("event", [trees.event(), trees.event("status: usikkert")])
def test_a_draft_with_problems_is_nowhere(lines: tuple[str, ...], event: str) -> None:
    found = shown({AREA: "\n".join([*lines, ""]), EVENT: event})
    assert (found.areas, set(found.events), set(found.corrections)) == (["sydby"], {ANOTHER}, set())


@pytest.mark.parametrize(
    "area",
    [
        trees.AREA.replace("status: offentlig", "status: offentligt?"),
        trees.AREA.replace("status: offentlig\n", ""),
        trees.AREA.replace("status: offentlig", "status: [kladde]"),
        trees.AREA + "kladde: ja\n",
        trees.AREA + "status: kladde\n",
        trees.AREA + "kontakt: {navn: Hemmelig Person\n",
        "",
    ],
)
def test_whether_an_area_is_public_is_never_guessed(area: str) -> None:
    found = shown({AREA: area})
    assert (found.areas, set(found.events)) == (["sydby"], {ANOTHER})
    assert found.corrections == {AREA: Correction("nordby", "", AREA), EVENT: Correction("nordby", "fest", EVENT)}


def test_a_public_area_whose_name_or_municipality_cannot_be_read_is_being_corrected_with_its_events() -> None:
    contact = "kontakt: {mail: nordby@example.org}\n"
    found = shown({AREA: trees.AREA.replace("Thisted", "Tisted") + contact})
    assert found.areas == ["sydby"]
    assert found.corrections[AREA].title == "Nordby"
    assert found.corrections[AREA].contact is not None
    assert found.corrections[EVENT].title == "Fest"
    ended = shown({AREA: trees.AREA.replace("Thisted", "Tisted") + contact + "afsluttet: 2026-08\n"})
    assert (ended.corrections[AREA].title, ended.corrections[AREA].contact) == ("Nordby", None), (
        "nobody of a finished area is named"
    )
    unnamed = shown({AREA: trees.AREA.replace("Nordby", "N" * 70) + contact})
    assert unnamed.corrections[AREA].title is None


def test_an_area_loses_the_optional_fields_that_cannot_be_read() -> None:
    lines = "partnere:\n- navn: Klub\n  sektor: ukendt\nmål: [Sang]\nkontakt: {navn: Hemmelig Person, vis: måske}\n"
    found = shown({AREA: trees.AREA.replace("En by mod nord.", "x" * 200) + lines})
    area = found.site.areas[0]
    assert found.how(AREA) == "vises uden kontakt, partnere og resumé"
    assert (area.name, area.summary, area.partners, area.contact, area.goals[0].text) == ("Nordby", "", (), None, "Sang")
    assert EVENT in found.events


def test_an_event_at_a_place_that_cannot_be_read_is_being_corrected_and_those_elsewhere_are_shown() -> None:
    places = "steder: {havnen: {navn: Havnen}, laden: {navn: Laden, postnummer: 1}}\n"
    files = {f"areas/nordby/events/{key}.md": trees.event(f"sted: {key}") for key in ("havnen", "laden")}
    moved = trees.event("ændringer: [{dato: 2026-05-01, sted: laden}]")
    found = shown({AREA: trees.AREA + places, EVENT: moved, **files})
    assert found.how(AREA) == "vises uden steder"
    assert found.events.keys() == {ANOTHER, "areas/nordby/events/havnen.md"}
    assert found.corrections.keys() == {EVENT, "areas/nordby/events/laden.md"}
    assert found.site.areas[0].places.keys() == {"havnen"}


def test_a_story_that_cannot_be_read_costs_the_story_only() -> None:
    found = shown({"areas/nordby/index.md": "På æblet".encode("latin-1")})
    assert (found.how("areas/nordby/index.md"), found.site.areas[0].story) == ("vises uden fortællingen", "")


def test_a_story_that_is_a_folder_is_a_problem_and_costs_the_story_only(tmp_path: Path) -> None:
    index = "areas/nordby/index.md"
    root = trees.write(tmp_path, {**{path: text for path, text in SOUND.items() if path != index}, f"{index}/x.md": "x"})
    assert [(problem.path, problem.rule.code) for problem in load(root)[1]] == [(index, "ikke-en-fil")]
    assert isolated(root).areas == ["nordby", "sydby"]


def test_an_event_that_is_marked_as_a_program_is_shown(tmp_path: Path) -> None:
    root = trees.write(tmp_path, SOUND)
    (root / EVENT).chmod(0o755)
    found = isolated(root)
    assert EVENT in found.events
    assert found.how(EVENT) == "vises, som den er"


def test_links_and_foreign_files_are_left_out_and_nothing_outside_is_read(tmp_path: Path) -> None:
    outside = trees.write(tmp_path / "outside", {"area.yml": "navn: Udenfor\n", "events/ude.md": trees.event()})
    root = trees.write(tmp_path / "root", SOUND)
    (root / "areas/ude").symlink_to(outside)
    (root / "areas/nordby/events/link.md").symlink_to(outside / "events/ude.md")
    (root / "areas/nordby/events/mappe.md").mkdir()
    (root / "areas/nordby/program.sh").write_text("echo\n", "utf-8")
    (root / ANOTHER).unlink()
    (root / "areas/sydby/events").rmdir()
    (root / "areas/sydby/events").symlink_to(outside / "events")
    found = isolated(root)
    assert (found.areas, set(found.events)) == (["nordby"], {EVENT})
    assert {(each.owner, each.name) for each in found.corrections.values()} == {
        ("nordby", "link"),
        ("nordby", "mappe"),
        ("sydby", ""),
        ("ude", ""),
    }
    assert found.how("areas/nordby/program.sh") == found.how("areas/ude") == "er udeladt"


def test_what_is_no_file_in_the_programmes_folder_is_reported_and_never_read(tmp_path: Path) -> None:
    """Nobody writes into these pipes: whoever opens one waits for ever."""
    root = trees.write(tmp_path, {**SOUND, "content/om.md": "Om os.\n"})
    pipes = ("content/x.txt", "content/pipe.md", "content/events/pipe.md", "areas/nordby/images/pipe.jpg")
    for path in pipes:
        (root / path).parent.mkdir(exist_ok=True)
        os.mkfifo(root / path)
    (root / "content/billede.jpg").symlink_to("/etc/hostname")
    reported = {*pipes, "content/billede.jpg"}
    assert {problem.path for problem in load(root)[1] if problem.rule.code == "ikke-en-fil"} == reported
    found = isolated(root)
    assert found.areas == ["nordby", "sydby"]
    assert found.how("content/pipe.md") == "vises uden teksten"
    assert found.site.textless == {"content/pipe.md"}


def test_a_file_where_a_folder_belongs_is_reported(tmp_path: Path) -> None:
    root = trees.write(tmp_path, {**{path: text for path, text in SOUND.items() if path != EVENT}, "areas/nordby/events": "x"})
    assert [(problem.path, problem.rule.code) for problem in load(root)[1]] == [("areas/nordby/events", "hoerer-ikke-til")]
    found = isolated(root)
    assert found.areas == ["sydby"], "its page would say that nothing is planned"
    assert found.how("areas/nordby/events").startswith("områdets og dets arrangementers sider siger kun")


@pytest.mark.parametrize("damage", ["a file", "a link", "a broken link", "a link to itself"])
def test_without_a_folder_of_areas_that_can_be_gone_through_there_is_no_site(tmp_path: Path, damage: str) -> None:
    """It would say that there are no areas. Git keeps no empty folder: one that is missing holds none."""
    root = trees.write(tmp_path, SOUND)
    (root / "areas").rename(root / "before")
    if damage == "a file":
        (root / "areas").write_text("x", "utf-8")
    else:
        (root / "areas").symlink_to({"a link": "before", "a broken link": "nowhere"}.get(damage, "areas"))
    assert load(root)[0] is None
    with pytest.raises(ContentError, match=r"^areas:1:1: "):
        isolate(root)


def test_a_linked_folder_of_the_programme_stops_the_build_which_would_go_through_it(tmp_path: Path) -> None:
    root = trees.write(tmp_path, SOUND)
    (root / "content/alt").symlink_to("..")
    with pytest.raises(ContentError, match="content/alt:1:1: Her skal ligge en fil"):
        isolate(root)


@pytest.mark.parametrize("text", ["---\ntitle: [x\n---\nOm os.\n", "x" * 300_000], ids=["broken fields", "too large"])
def test_a_page_of_content_that_cannot_be_shown_as_it_is_has_no_text(text: str) -> None:
    found = shown({"content/om.md": text})
    assert found.how("content/om.md") == "vises uden teksten"
    assert found.site.textless == {"content/om.md"}


def test_a_page_of_content_may_begin_with_a_line() -> None:
    assert not shown({"content/om.md": "---\n\nOm os.\n\n---\n"}).fallbacks


def test_a_later_round_that_cannot_be_read_is_left_out_and_areas_that_name_it_stay() -> None:
    files = {"round": "periode: [\n", "timeline": trees.TIMELINE}
    tree = {f"content/runder/2027-2028/{name}.yml": text for name, text in files.items()}
    found = shown({**tree, AREA: SOUND[AREA] + "runder: [{runde: 2027-2028}]\n"})
    assert (found.areas, [each.name for each in found.site.rounds]) == (["nordby", "sydby"], ["2025-2026"])
    assert found.how("content/runder/2027-2028/round.yml") == "er udeladt"


@pytest.mark.parametrize("path", ["images/hav.jpg", "documents/a.pdf"])
@pytest.mark.parametrize("make", [lambda file: file.symlink_to("/etc/hostname"), Path.mkdir, os.mkfifo])
def test_a_picture_or_document_that_is_no_file_costs_the_field_that_names_it(
    tmp_path: Path, path: str, make: Callable[[Path], None]
) -> None:
    fields = {
        "images/hav.jpg": "billede: {fil: images/hav.jpg, beskrivelse: Havet, foto: Navn}",
        "documents/a.pdf": "dokumenter: [{titel: A, fil: documents/a.pdf}]",
    }
    root = trees.write(tmp_path, {**SOUND, EVENT: trees.event(fields[path])})
    (root / "areas/nordby" / path).parent.mkdir()
    make(root / "areas/nordby" / path)
    found = isolated(root)
    assert found.how(EVENT) == f"vises uden {fields[path].partition(':')[0]}"
    assert (found.events[EVENT].picture, found.events[EVENT].documents) == (None, ())


OWN: dict[str, tuple[str, Callable[[Site], bool]]] = {
    "contacts.yml": ("vises uden adresse, mail og personer", lambda site: (site.contacts.people, site.contacts.mail) == ((), "")),
    "timeline.yml": ("vises uden trin", lambda site: site.timeline.steps == ()),
}


@pytest.mark.parametrize("broken", [None, "", "a: [\n", b"\xff"], ids=["gone", "empty", "no YAML", "no UTF-8"])
@pytest.mark.parametrize("name", OWN)
def test_areas_are_shown_without_whom_to_call_and_the_steps(tmp_path: Path, name: str, broken: str | bytes | None) -> None:
    tree = {path: text for path, text in SOUND.items() if path != f"content/{name}"}
    found = isolated(trees.write(tmp_path, {**tree, AREA: SOUND[AREA] + "trin: [trin: dialog]\n"} | own(name, broken)))
    how, is_empty = OWN[name]
    assert (found.areas, set(found.events)) == (["nordby", "sydby"], {EVENT, ANOTHER})
    assert found.how(f"content/{name}") == how
    assert is_empty(found.site)


def own(name: str, text: str | bytes | None) -> dict[str, str | bytes]:
    return {} if text is None else {f"content/{name}": text}


def test_what_else_can_be_read_of_the_programmes_own_files_stays() -> None:
    found = shown({"content/contacts.yml": trees.CONTACTS.replace("12 34 56 78", "12")})
    assert found.how("content/contacts.yml") == "vises uden personer"
    assert (found.site.contacts.mail, found.site.contacts.address.town) == ("kontakt@example.org", "Aalborg")
    less = shown({"content/programme.yml": trees.PROGRAMME.replace("kriterier:", "kritrier:")})
    assert (less.site.programme.criteria.points, less.site.programme.name) == ((), "Kulturpunkt")


@pytest.mark.parametrize("before", ["beløb: 50.000 kr.\n", "periode: 2025-03..2026-08\n", "kerneelementer:\n", trees.PROGRAMME])
def test_without_what_every_page_says_of_the_programme_there_is_no_site(before: str) -> None:
    with pytest.raises(ContentError, match=r"content/programme\.yml"):
        shown({"content/programme.yml": trees.PROGRAMME.replace(before, "")})


def test_owners_and_ideas_that_cannot_be_read_are_left_out() -> None:
    idea = "content/ideas/en.md"
    found = shown({"content/owners.yml": "områder: nej\n", idea: "---\ntitel: En\nkerneelement: nej\n---\n"})
    assert found.how("content/owners.yml") == found.how(idea) == "er udeladt"
    assert found.site.ideas == ()
    assert not found.site.owners.areas


def test_what_was_done_is_reported_with_its_reasons(tmp_path: Path) -> None:
    root = trees.write(tmp_path, {**SOUND, EVENT: trees.event("kategri: musik")})
    lines = as_text(isolate(root)[1]).splitlines()
    assert lines[:2] == ["1 fil kunne ikke bruges, som den er:", f"{EVENT}: vises uden kategri"]
    assert lines[2].startswith(f"  {EVENT}:4:1: kategri: ")


@pytest.mark.parametrize(("failures", "title", "shows"), [(1, "Fest", True), (2, None, True), (3, None, False)])
def test_a_file_at_which_builds_fail_is_being_corrected_then_loses_its_title_then_is_nowhere(
    tmp_path: Path, failures: int, title: str | None, shows: bool
) -> None:
    found = isolated(trees.write(tmp_path, SOUND), {EVENT: ["KeyError-pages.events-1"] * failures})
    assert found.events.keys() == {ANOTHER}
    assert found.corrections == ({EVENT: Correction("nordby", "fest", EVENT, title)} if shows else {})
    assert "KeyError-pages.events-1" in found.fallbacks[EVENT].problems[0].message


def test_an_area_at_which_builds_fail_is_being_corrected_with_its_events(tmp_path: Path) -> None:
    found = isolated(trees.write(tmp_path, SOUND), {AREA: ["KeyError-pages.areas-1"]})
    assert found.areas == ["sydby"]
    assert {path: each.title for path, each in found.corrections.items()} == {AREA: "Nordby", EVENT: "Fest"}


# Who is left out


def renamed(name: str, **fields: str) -> str:
    area = trees.AREA.replace("Nordby", name)
    for key, value in fields.items():
        area = area.replace(f"{key}: offentlig", f"{key}: {value}")
    return area


def newcomers(root: Path) -> tuple[list[str], list[str]]:
    """The areas that are reported, and those that are shown."""
    _, problems = load(root)
    return sorted({problem.path.split("/")[1] for problem in problems}), isolated(root).areas


def test_of_two_areas_of_one_name_the_newcomer_is_left_out_whatever_it_is_called(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "root", SOUND)
    repository.commit({"areas/a-ny/area.yml": renamed("nordby")})
    assert newcomers(repository.root) == (["a-ny"], ["nordby", "sydby"])


def test_an_older_area_that_takes_the_name_of_a_younger_one_is_the_newcomer(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "root", {**trees.MINIMAL, OTHER: renamed("Sydby")})
    repository.commit({AREA: renamed("Nordby")})
    repository.commit({OTHER: renamed("Nordby")})
    assert newcomers(repository.root) == (["sydby"], ["nordby"])


def test_a_branch_that_is_merged_later_is_the_newcomer_whatever_its_clock_says(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "root", {**trees.MINIMAL, OTHER: renamed("Sydby")})
    repository.git("checkout", "--quiet", "-b", "gren")
    repository.hours = -100_000
    repository.commit({"areas/a-ny/area.yml": renamed("Nordby")})
    repository.git("checkout", "--quiet", "main")
    repository.hours = 5
    repository.commit({AREA: renamed("Nordby")})
    repository.git("merge", "--quiet", "--no-ff", "--message=x", "gren")
    assert newcomers(repository.root) == (["a-ny"], ["nordby", "sydby"])


def test_what_is_not_committed_yet_is_the_newcomer(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "root", SOUND)
    trees.write(repository.root, {"areas/a-ny/area.yml": renamed("Nordby")})
    assert newcomers(repository.root) == (["a-ny"], ["nordby", "sydby"])


def test_without_history_both_are_reported_and_neither_is_left_out(tmp_path: Path) -> None:
    tree = {**SOUND, "areas/a-ny/area.yml": renamed("Nordby")}
    assert newcomers(trees.write(tmp_path / "bare", tree)) == (["a-ny", "nordby"], ["a-ny", "nordby", "sydby"])
    repository = Repository(tmp_path / "root", tree)
    assert newcomers(repository.root) == (["a-ny", "nordby"], ["a-ny", "nordby", "sydby"])


def test_of_one_area_too_many_the_one_that_became_public_last_is_left_out(tmp_path: Path) -> None:
    two = {"content/programme.yml": trees.PROGRAMME.replace("11", "2")}
    repository = Repository(tmp_path / "root", {**SOUND, **two, "areas/a-ny/area.yml": renamed("Vestby", status="kladde")})
    assert newcomers(repository.root) == ([], ["nordby", "sydby"])
    repository.commit({"areas/a-ny/area.yml": renamed("Vestby")})
    assert newcomers(repository.root) == (["a-ny"], ["nordby", "sydby"])
    bare = trees.write(tmp_path / "bare", {**SOUND, **two, "areas/a-ny/area.yml": renamed("Vestby")})
    assert newcomers(bare) == (["a-ny", "nordby", "sydby"], ["nordby", "sydby", "a-ny"])


# Nothing stops it


PLACES = sorted(path for path in SOUND if path.startswith("areas/"))


@trees.modest
@given(
    st.dictionaries(st.sampled_from(PLACES), st.one_of(st.binary(max_size=60), st.text(max_size=60).map(str.encode)), min_size=1)
)
def test_whatever_is_in_one_areas_files_the_other_area_is_as_it_was(changed: Mapping[str, bytes]) -> None:
    found = shown(changed)
    touched = {path.split("/")[1] for path in changed}
    for area in sound().site.areas:
        if area.slug not in touched:
            assert found.site.area(area.slug) == area


@pytest.mark.parametrize("path", [AREA, EVENT, "areas/nordby/index.md", "content/om.md"])
def test_a_file_that_the_system_does_not_open_is_a_problem(tmp_path: Path, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    root = trees.write(tmp_path, {**SOUND, "content/om.md": "Om\n"})
    really = Path.open

    def refuse(file: Path, *arguments: Any, **options: Any) -> Any:
        if file == root / path:
            raise PermissionError(13, "Permission denied", str(file))
        return really(file, *arguments, **options)

    monkeypatch.setattr(Path, "open", refuse)
    _, problems = load(root)
    assert [(problem.path, problem.rule.code) for problem in problems] == [(path, "kan-ikke-aabnes")]
    assert isolated(root).fallbacks.keys() == {path}


@pytest.mark.parametrize("folder", ["areas/nordby/events", "areas/nordby", "areas", "content/events"])
def test_a_folder_that_the_system_does_not_open_is_a_problem(tmp_path: Path, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    root = trees.write(tmp_path, {**SOUND, "content/events/fest.md": trees.event()})
    really_list, really_scan = Path.iterdir, os.scandir

    def refuse(found: Path) -> Any:
        if found == root / folder:
            raise PermissionError(13, "Permission denied", str(found))
        return really_list(found)

    def refuse_scan(found: str) -> Any:
        if str(found).rstrip("/") == str(root / folder):
            raise PermissionError(13, "Permission denied", str(found))
        return really_scan(found)

    monkeypatch.setattr(Path, "iterdir", refuse)
    monkeypatch.setattr("os.scandir", refuse_scan)
    _, problems = load(root)
    assert {problem.rule.code for problem in problems} == {"kan-ikke-aabnes"}
    assert {problem.path.rstrip("/") for problem in problems} == {folder}
    if folder == "areas":
        with pytest.raises(ContentError):
            isolate(root)
    else:
        isolate(root)


def test_names_that_are_no_utf_8_are_problems(tmp_path: Path) -> None:
    root = trees.write(tmp_path, SOUND)
    name = b"f\xffst".decode("utf-8", "surrogateescape")
    for path in (f"areas/nordby/events/{name}.md", f"areas/{name}/area.yml", f"content/{name}.md"):
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text("x", "utf-8")
    _, problems = load(root)
    assert [problem.rule.code for problem in problems] == ["mappenavn", "filnavn", "filnavn"]
    assert isolated(root).events.keys() == {EVENT, ANOTHER}


@pytest.mark.parametrize(
    "where", ["generator.content.entries.event_of", "generator.reading.sources.split", "generator.checks.dates.is_series"]
)
def test_an_exception_that_nobody_foresaw_is_a_problem_of_its_file(
    tmp_path: Path, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = trees.write(tmp_path, {**SOUND, EVENT: trees.event("pladser: 77", text="Boom.\n")})
    module, _, name = where.rpartition(".")
    really = getattr(__import__(module, fromlist=[name]), name)

    def fail(*given: Any, **more: Any) -> Any:
        if any("Boom" in str(each) for each in given):
            raise KeyError("12345678")
        return really(*given, **more)

    monkeypatch.setattr(where, fail)
    if where.endswith("event_of"):
        monkeypatch.setattr("generator.content.salvage.event_of", fail)
    _, problems = load(root)
    found = [problem for problem in problems if problem.rule.code == "fejl-i-programmet"]
    assert problems
    assert problems == found
    assert all("nævn koden KeyError-" in problem.message and "12345678" not in problem.message for problem in problems)
    assert EVENT not in isolated(root).events


# What no file of today says is not shown


FULL_EVENT = {
    EVENT: """\
---
titel: Fest
resumé: Kom og dans
start: 2026-05-01 kl. 10.00
slut: 17.00
gentag: hver uge
gentag til: 2026-06-26
undtagen: 2026-05-15
flere datoer: 2026-07-03
status: aflyst
statustekst: Storm
ændringer:
  - dato: 2026-05-08
    status: udsat
sted:
  navn: Havnen
online: https://example.org/live
adgang: {trinfri: nej}
pris: 50 kr.
tilmelding: ingen
kontakt:
  navn: Hemmelig Person
  telefon: 87 65 43 21
  vis: nej
målgruppe: alle
kategori: musik
sprog: dansk
pladser: 80
links: [{titel: Mere, adresse: https://example.org}]
eksempel: ja
---
Alle er velkomne.
"""
}
FULL_AREA = {
    AREA: trees.AREA.replace("offentlig", "kladde")
    + "landsbyer: [Nordby]\nmål: [Sang]\nsteder: {havnen: {navn: Havnen}}\nvision: Sang\n"
    "kontakt:\n  navn: Hemmelig Person\n  telefon: 87 65 43 21\n  vis: nej\nresultater: [Kor]\npunkt: bølger\n"
}
DECIDE = [
    name for name, field in EventFacts.model_fields.items() if (field.alias or name) not in OPTIONAL[EventFacts] and name != "title"
]
garbage = st.one_of(
    st.sampled_from(
        ["", "?", "[", "]", "'", '"', "annulleret", "måske", "nej", "ja", "2026", "- x", "{a: b}", "\t", "x: y", "|", "\xff"]
    ),
    st.text(max_size=12),
)


@st.composite
def damaged(draw: st.DrawFn, text: str) -> str:
    """A file with one line of it changed: its value, its field's name, its indent, some letters, or all of it."""
    lines = text.splitlines()
    place = draw(st.integers(0, len(lines) - 1))
    line, new = lines[place], draw(garbage)
    key, colon, value = line.partition(":")
    spot = draw(st.integers(0, len(line)))
    lines[place] = draw(
        st.sampled_from(
            [f"{key}: {new}", f"{new}{colon}{value}", line[:spot] + new + line[spot + 1 :], new, f" {line}", line.lstrip()]
        )
    )
    return "\n".join([*lines, ""])


@trees.modest
@given(damaged(FULL_EVENT[EVENT]))
def test_an_event_with_a_problem_is_shown_with_each_deciding_field_as_written_or_not_at_all(text: str) -> None:
    before = sound(*FULL_EVENT.items()).events[EVENT]
    found = shown({EVENT: text.encode("utf-8", "replace")})
    assume(EVENT in found.fallbacks)
    event = found.events.get(EVENT)
    assert (event is None) == (EVENT in found.corrections)
    if event:
        for name in DECIDE:
            assert getattr(event, name) == getattr(before, name), name
        assert event.contact is None or not event.contact.shown
        assert event.front == ""
    else:
        correction = found.corrections[EVENT]
        assert correction.title is None or correction.title in text


@trees.modest
@given(damaged(FULL_AREA[AREA]))
def test_a_draft_with_a_problem_never_shows_a_name(text: str) -> None:
    found = shown({AREA: text.encode("utf-8", "replace")})
    assume(AREA in found.fallbacks)
    assert found.areas == ["sydby"]
    assert found.events.keys() == {ANOTHER}
    assert all(each.title is None and each.contact is None for each in found.corrections.values())


@trees.modest
@given(damaged(FULL_AREA[AREA].replace("kladde", "offentlig")))
def test_an_area_with_a_problem_never_shows_a_person_who_has_not_agreed(text: str) -> None:
    found = shown({AREA: text.encode("utf-8", "replace")})
    assume(AREA in found.fallbacks)
    contacts = [area.contact for area in found.site.areas] + [each.contact for each in found.corrections.values()]
    assert not any(contact and contact.shown for contact in contacts)


EVENTS = [each for each in broken.every() if each.ending == ".md"]


def test_every_known_mistake_is_shown_without_a_field_or_being_corrected() -> None:
    """All of the broken files at once: each event is shown or being corrected, and none stops the others."""
    paths = {f"areas/nordby/events/e{number}.md": each for number, each in enumerate(EVENTS)}
    found = shown({path: each.content for path, each in paths.items()})
    of_text = {rule.code for rule in RULES}
    for path, each in paths.items():
        assert each.rule.code in of_text
        assert (path in found.events) != (path in found.corrections), each.content


def test_every_optional_field_is_one_of_the_models() -> None:
    for model in (EventFacts, AreaFacts):
        assert set(model.field_keys()) >= OPTIONAL[model]
    assert not OPTIONAL[EventFacts] & {"titel", "start", "slut", "status", "sted", "ændringer", "eksempel", "adgang", "online"}
    assert not OPTIONAL[AreaFacts] & {"navn", "status", "kommune"}


def test_the_loader_has_no_problem_of_its_own_with_sound_pages(tmp_path: Path) -> None:
    loader = Loader(trees.write(tmp_path, {**SOUND, "content/om.md": "---\ntitle: Om\n---\n"}))
    loader.site()
    assert loader.problems == []


@pytest.mark.parametrize("folder", ["areas/nordby", "areas/nordby/events", "areas", "content/events", "content"])
def test_a_folder_that_can_be_listed_and_not_entered_is_a_problem(
    tmp_path: Path, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = trees.write(tmp_path, {**SOUND, "content/events/fest.md": trees.event()})

    def refusing(really: Any) -> Any:
        def refuse(file: Any, *arguments: Any, **options: Any) -> Any:
            if str(file).startswith(f"{root / folder}/"):
                raise PermissionError(13, "Permission denied", str(file))
            return really(file, *arguments, **options)

        return refuse

    for owner, name in ((os, "stat"), (os, "lstat"), (os, "scandir"), (Path, "open"), (Path, "iterdir")):
        monkeypatch.setattr(owner, name, refusing(getattr(owner, name)))
    _, problems = load(root)
    assert {problem.rule.code for problem in problems if problem.path.startswith(folder)} == {"kan-ikke-aabnes"}
    if folder == "content":
        with pytest.raises(ContentError):
            isolate(root)
    else:
        assert not [event for event in isolated(root).events if event.startswith(folder)]
