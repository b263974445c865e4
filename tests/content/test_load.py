"""What editors read: each mistake at its line and column, in Danish, with what to write; and never an exception."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.content.load import load
from generator.model.booking import Booking
from generator.model.change import Change
from generator.model.day import DayProgramme, Point
from generator.model.event import Event, EventFacts
from generator.model.place import Place
from generator.model.site import Site, published
from generator.model.values import Picture
from generator.problems.problem import Problem
from tests.trees import AREA, PROGRAMME, TIMELINE, event, modest, programme, write

EVENT = "areas/nordby/events/fest.md"


def reported(root: Path) -> list[str]:
    return [str(problem) for problem in load(root)[1]]


def loaded(root: Path) -> Site:
    site, problems = load(root)
    assert not problems
    assert site
    return site


def found_in_event(tmp_path: Path, *lines: str) -> list[str]:
    """What is said about an event with `lines` from line 4 on, without the path in front."""
    root = programme(tmp_path, {"areas/nordby/area.yml": AREA, EVENT: event(*lines).encode()})
    return [line.removeprefix(EVENT + ":") for line in reported(root)]


def found_in_area(tmp_path: Path, *lines: str) -> list[str]:
    """What is said about an area with `lines` from line 5 on, without the path in front."""
    root = programme(tmp_path, {"areas/nordby/area.yml": (AREA + "\n".join([*lines, ""])).encode()})
    return [line.removeprefix("areas/nordby/area.yml:") for line in reported(root)]


def test_the_smallest_programme_loads(tmp_path: Path) -> None:
    site = loaded(programme(tmp_path))
    assert site.programme.name == "Kulturpunkt"
    assert (site.areas, site.events, site.ideas) == ((), (), ())


def test_an_area_has_its_story_and_its_events_by_start(tmp_path: Path) -> None:
    tree = {
        "areas/nordby/area.yml": AREA,
        "areas/nordby/index.md": "## Byen\n",
        "areas/nordby/events/a.md": event().replace("2026-05-01", "2026-06-01"),
        "areas/nordby/events/b.md": event(),
        "content/events/kick-off.md": event(),
    }
    site = loaded(programme(tmp_path, tree))
    [area] = site.areas
    assert (area.slug, area.name, area.story) == ("nordby", "Nordby", "## Byen\n")
    assert [(one.name, one.owner, one.text) for one in area.events] == [
        ("b", "nordby", "Alle er velkomne.\n"),
        ("a", "nordby", "Alle er velkomne.\n"),
    ]
    assert [(one.name, one.owner) for one in site.events] == [("kick-off", "programmet")]


def test_areas_stand_in_danish_order(tmp_path: Path) -> None:
    names = ["Thisted", "Ærø", "Øster Hurup", "Aabybro", "Ålbæk", "Aars"]
    slugs = ["thisted", "aeroe", "oester-hurup", "aabybro", "aalbaek", "aars"]
    tree = {f"areas/{slug}/area.yml": AREA.replace("Nordby", name) for slug, name in zip(slugs, names, strict=True)}
    assert [area.name for area in loaded(programme(tmp_path, tree)).areas] == names


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["titl: x"], "4:1: titl: Feltet kendes ikke. Mente du «titel»?"),
        (["malgruppe: alle"], "4:1: malgruppe: Feltet kendes ikke. Mente du «målgruppe»?"),
        (["xyzzy: x"], "4:1: xyzzy: Feltet kendes ikke."),
        (["sted:", "  navn: Havnen", "  postnmr: 7900"], "6:3: sted.postnmr: Feltet kendes ikke. Mente du «postnummer»?"),
        (["titel: Mere"], "4:1: titel: Feltet står to gange (også i linje 2). Behold det ene."),
        (["Titel: Mere"], "4:1: Titel: Feltet står to gange (også i linje 2). Behold det ene."),
        (["sted: {navn: a, navn: b}"], "4:17: navn: Feltet står to gange (også i linje 4). Behold det ene."),
        (["resumé: Fest pris: 50"], '4:18: Der står et kolon i teksten. Sæt anførselstegn om den: resumé: "Fest pris: 50".'),
        (["arrangør: Koret", "- Venner"], "5:1: Listen begynder på linjen før."),
        (
            ["resumé: 'Sang' på havnen"],
            "4:16: Tegnet «'» står om en del af teksten. Sæt andre om hele: resumé: \"'Sang' på havnen\".",
        ),
        (["resumé: Sang", "på havnen"], "5:1: Her mangler et kolon efter feltets navn. Hører linjen til den før, så sæt"),
        (["medbring: sangbog"], "4:1: medbring: Feltet kendes ikke. Skriv det i teksten under felterne, og slet linjen."),
        (["flere datoer: 2. maj 2062"], "4:15: flere datoer: 2. maj 2062 er mange år fra nu. Er årstallet rigtigt? Ret det."),
        (["\tpris: gratis"], "4:1: Linjen er rykket ind med tabulator. Brug mellemrum i stedet."),
        (["sted:", "\tnavn: Havnen", "   by: Mors"], "5:1: Linjen er rykket ind med tabulator. Brug mellemrum i stedet."),
        (["pris: @gratis"], '4:7: Teksten begynder med et særligt tegn. Sæt anførselstegn om den: pris: "@gratis".'),
        (["pris: *gratis*"], "4:7: Henvisninger med & og * kan ikke bruges. Begynder teksten med et"),
        (
            ["pris: !gratis nu"],
            '4:7: «!gratis» kan ikke bruges. Begynder teksten med «!», så sæt anførselstegn om den: pris: "!gratis nu".',
        ),
        (
            ["arrangør:", "  - 'Koret' (Nordby)"],
            "5:13: Tegnet «'» står om en del af teksten. Sæt andre om hele: - \"'Koret' (Nordby)\".",
        ),
        (["resumé: | Sang"], '4:11: Teksten begynder med et særligt tegn. Sæt anførselstegn om den: resumé: "| Sang".'),
        (['pris: "gratis'], "4:7: Et anførselstegn er åbnet, men ikke lukket."),
        (["pris"], "4:1: Her mangler et kolon efter feltets navn."),
        (
            ["arrangør: &a Havnens Venner"],
            "4:11: Henvisninger med & og * kan ikke bruges. Begynder teksten med et af de tegn, så sæt anførselstegn om den: "
            'arrangør: "&a Havnens Venner".',
        ),
        (["? [a, b]", ": x"], "4:3: Et felts navn skal være et ord."),
        (["pris: " + "[" * 13 + "]" * 13], "4:19: Felterne ligger for dybt inde i hinanden. Ryk linjerne længere ud."),
        (["resumé: Alle\u202e ses"], "4:13: Her står et usynligt tegn (U+202E). Slet det, og skriv teksten igen."),
        (
            ["kategori: musk"],
            "4:11: kategori: «musk» kendes ikke. Mente du «musik»? Skriv musik, scene, kunst, natur, værksted, mad, "
            "fællesskab, fortælling, marked, sport eller møde.",
        ),
        (
            ["målgruppe: [alle, boern, hund]"],
            "4:26: målgruppe[3]: «hund» kendes ikke. Skriv alle, børn, familier, unge, voksne, seniorer eller tilflyttere.",
        ),
        (["slut: 9.00"], "4:7: slut: «9.00» ligger ikke efter arrangementets start."),
        (["slut: 10.00"], "4:7: slut: «10.00» ligger ikke efter arrangementets start."),
        (["slut: 25.00"], "4:7: slut: «25.00» er ikke et klokkeslæt på døgnet. Skriv fra 0.00 til 24.00."),
        (
            ["tilmelding: på biblioteket"],
            "4:13: tilmelding: «på biblioteket» er ikke en tilmelding. Skriv ingen, et link, en mailadresse eller ",
        ),
        (["tilmelding:", "  frist: i morgen"], "5:10: tilmelding.frist: «i morgen» er ikke en dato. Skriv for eksempel"),
        (["eksempel: måske"], "4:11: eksempel: «måske» er hverken ja eller nej."),
        (["sted: [havnen]"], "4:7: sted: Her skal stå en tekst, ikke en liste eller flere felter."),
        (["arrangør:", "  - Venner: havnens"], "5:5: arrangør[1]: Her skal stå en tekst, ikke en liste eller flere felter."),
        (["billede: havnen.jpg"], "4:10: billede: Her skal stå felter under hinanden: fil, beskrivelse,"),
        (["billede: {fil: images/a.jpg, dekorativ: ja}"], "4:10: billede.foto: Feltet mangler. Skriv for eksempel foto: "),
        (["billede: {fil: images/a.jpg, foto: Anna}"], "4:10: billede: Skriv ved beskrivelse, hvad man ser på billedet."),
        (
            ["billede: {fil: ../a.jpg, foto: Anna, dekorativ: ja}"],
            "4:16: billede.fil: «../a.jpg» er ikke et billede, vi kan bruge.",
        ),
        (["resumé: " + "å" * 201], "4:9: resumé: Teksten er for lang. Den må højst være på 200 bogstaver."),
    ],
)
def test_what_a_mistake_in_an_event_gets(tmp_path: Path, lines: list[str], said: str) -> None:
    [problem] = found_in_event(tmp_path, *lines)
    assert problem.startswith(said)


def test_a_suggested_line_with_quotes_in_it_can_be_pasted(tmp_path: Path) -> None:
    """The cure for a colon is itself YAML, also when the text holds quotation marks."""
    [problem] = found_in_event(tmp_path, 'resumé: Festen "Lys", pris: for alle')
    cure = problem.split("Sæt anførselstegn om den: ")[1].removesuffix(".")
    assert yaml.safe_load(cure) == {"resumé": 'Festen "Lys", pris: for alle'}


def test_a_place_by_its_name_is_the_areas_where_it_has_one(tmp_path: Path) -> None:
    """By its name, or by its key as Danes spell it; another one is a place of that name, and its address is asked for."""
    area = AREA + "steder:\n  aahallen: {navn: Nordby Hal, adresse: Byvej 1}\n"
    lines = ("flere datoer: [2026-05-08, 2026-05-15]", "ændringer:", "  - {dato: 2026-05-08, sted: Nordby hal}")
    tree = {
        "areas/nordby/area.yml": area,
        "areas/nordby/events/a.md": event("sted: NORDBY HAL"),
        "areas/nordby/events/b.md": event("sted: åhallen").replace("10.00", "11.00"),
        "areas/nordby/events/c.md": event("sted: Nordby Kirke", *lines, "  - {dato: 2026-05-15, sted: Salen i kroen}").replace(
            "0.0", "2.0"
        ),
    }
    site, problems = load(programme(tmp_path, tree), advice=True)
    assert site
    first, second, third = site.areas[0].events
    assert (first.place, second.place, third.changes[0].place) == ("aahallen", "aahallen", "aahallen")
    assert isinstance(third.place, Place)
    said = "Her står kun stedets navn. Skriv adressen efter med et komma, for eksempel {}, Havnevej 1, 7900 Nykøbing Mors."
    assert [str(problem).removeprefix("areas/nordby/events/") for problem in problems] == [
        f"c.md:4:7: advarsel: sted: {said.format('Nordby Kirke')}",
        f"c.md:8:30: advarsel: ændringer[2].sted: {said.format('Salen i kroen')}",
    ]


def test_the_points_of_a_programme_name_the_days_of_the_event(tmp_path: Path) -> None:
    def days_of(*lines: str) -> list[str]:
        tree = {"areas/nordby/area.yml": AREA, EVENT: event("slut: 2026-05-03", "program:", *lines).replace(" kl. 10.00", "")}
        [one] = loaded(programme(tmp_path, tree)).areas[0].events
        assert one.programme
        return [f"{point.day}"[-2:] for point in one.programme.points]

    points = [f"  - {{kl: 10, titel: Sang, dag: {day}}}" for day in ("fredag", "lør.", "3/5", "søndag d. 3.", "2026-05-02")]
    assert days_of(*points) == ["01", "02", "03", "03", "02"]
    assert days_of("  - Fredag kl. 17: Sang", "  - lør. d. 2. maj kl. 10-12 Tur", "  - søn 3/5 kl. 9: Kaffe") == ["01", "02", "03"]
    for day in ("mandag", "4/5"):
        [problem] = found_in_event(tmp_path, "slut: 2026-05-03 kl. 12", f"program: [{{kl: 10, titel: Sang, dag: {day}}}]")
        assert problem.startswith("5:38: program.punkter[1].dag: ")


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (("gentag: hver fredag undtagen 1/13", "gentag til: 2026-06-05"), "4:9: undtagen"),
        (("gentag: hver fredag til 31. februar 2026",), "4:9: gentag til"),
    ],
)
def test_what_a_field_says_of_another_is_told_where_it_stands(tmp_path: Path, lines: tuple[str, ...], place: str) -> None:
    assert place in [problem.partition("[")[0].partition(": «")[0] for problem in found_in_event(tmp_path, *lines)]


@pytest.mark.parametrize("written", ["[2026-05-01]", "{dag: 2026-05-01}"])
def test_a_list_where_a_date_is_meant_is_not_reported_to_be_fields(tmp_path: Path, written: str) -> None:
    [problem] = found_in_event(tmp_path, f"tilmelding: {{frist: {written}}}")
    assert problem == "4:21: tilmelding.frist: Her skal stå en tekst, ikke en liste eller flere felter."


@pytest.mark.parametrize("key", ["<<", "<sted>", "'<key>'", "''", "'[key]'"])
def test_odd_names_of_fields_are_reported_as_unknown(tmp_path: Path, key: str) -> None:
    [problem] = found_in_event(tmp_path, f"{key}: x")
    assert problem.startswith("4:1: ")
    assert "Feltet kendes ikke." in problem


@pytest.mark.parametrize(
    "line", [r'resumé: "Alle\u2066 ses"', r'resumé: "Alle\u202e ses"', r'arrangør: ["A", "B\U000e0041"]', r'"resum\u202eé": x']
)
def test_a_letter_that_can_deceive_cannot_be_spelt_out(tmp_path: Path, line: str) -> None:
    """YAML's own way of writing letters in quotation marks lets none in that a file may not hold."""
    [problem] = found_in_event(tmp_path, line)
    assert problem.startswith("4:")
    assert "Her står et usynligt tegn (U+" in problem


def test_what_is_not_a_field_for_editors_is_unknown(tmp_path: Path) -> None:
    [problem] = found_in_event(tmp_path, "tilmelding:", "  needed: nej")
    assert problem == "5:3: tilmelding.needed: Feltet kendes ikke. Her kan stå link, mail, telefon, frist eller tekst."


@pytest.mark.parametrize("blank", ["''", "'  '", "'\u00a0'", ""])
def test_a_title_of_nothing_is_missing(tmp_path: Path, blank: str) -> None:
    root = programme(tmp_path, {"areas/nordby/area.yml": AREA, EVENT: event().replace("titel: Fest", f"titel: {blank}")})
    [problem] = reported(root)
    assert problem.endswith(": titel: Feltet mangler. Skriv for eksempel titel: Fællessang på havnen.")


def test_empty_entries_of_a_list_are_nothing(tmp_path: Path) -> None:
    """A `-` left behind makes no empty bullet on the page."""
    root = programme(tmp_path, {"areas/nordby/area.yml": AREA + "mål:\n  - Vi synger\n  -\n  - ' '\n"})
    site, problems = load(root)
    assert site
    assert problems or [goal.text for goal in site.areas[0].goals] == ["Vi synger"]


def test_an_empty_field_is_no_field(tmp_path: Path) -> None:
    assert found_in_event(tmp_path, "pris:", "slut: ''", "målgruppe: []", "tilmelding: {}") == []


@pytest.mark.parametrize(("length", "right"), [(80, True), (81, False)])
def test_a_title_has_at_most_80_letters(tmp_path: Path, length: int, right: bool) -> None:
    root = programme(tmp_path, {EVENT: event().replace("Fest", "å" * length), "areas/nordby/area.yml": AREA})
    too_long = [f"{EVENT}:2:8: titel: Teksten er for lang. Den må højst være på 80 bogstaver. Gør den kortere."]
    assert reported(root) == ([] if right else too_long)


def test_missing_fields_are_reported_with_an_example(tmp_path: Path) -> None:
    root = programme(tmp_path, {"areas/nordby/area.yml": "navn: Nordby\n", EVENT: "---\nresumé: Vi ses\n---\n"})
    assert reported(root) == [
        "areas/nordby/area.yml:1:1: kommune: Feltet mangler. Skriv for eksempel kommune: Morsø.",
        "areas/nordby/area.yml:1:1: resumé: Feltet mangler. Skriv for eksempel resumé: Fra Sundby til Feggeklit.",
        "areas/nordby/area.yml:1:1: status: Feltet mangler. Skriv for eksempel status: offentlig.",
        f"{EVENT}:1:1: start: Feltet mangler. Skriv for eksempel start: 2026-05-01 kl. 10.00.",
        f"{EVENT}:1:1: titel: Feltet mangler. Skriv for eksempel titel: Fællessang på havnen.",
    ]


def test_a_wrong_start_is_reported_once_and_its_end_is_let_be(tmp_path: Path) -> None:
    root = programme(
        tmp_path, {"areas/nordby/area.yml": AREA, EVENT: "---\ntitel: Fest\nstart: 31. februar 2026\nslut: 9.00\n---\n"}
    )
    [problem] = reported(root)
    assert problem.startswith(f"{EVENT}:3:8: start: «31. februar 2026» er ikke en dato i kalenderen. Februar 2026 har 28 dage.")


def test_an_end_with_an_hour_wants_a_start_with_one(tmp_path: Path) -> None:
    root = programme(tmp_path, {"areas/nordby/area.yml": AREA, EVENT: "---\ntitel: Fest\nstart: 2026-05-01\nslut: 9.00\n---\n"})
    assert reported(root) == [f"{EVENT}:4:7: slut: Slut har et klokkeslæt, men start har ikke. Skriv klokkeslæt på begge."]


def test_an_end_on_the_day_of_the_start_is_not_before_it(tmp_path: Path) -> None:
    """`slut` may be a day, also the day on which it starts at an hour."""
    assert found_in_event(tmp_path, "slut: 2026-05-01") == []


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["kerneelementer: [udvikling, forankr]"], "5:29: kerneelementer[2]: «forankr» kendes ikke. Mente du «forankring»? Skriv "),
        (
            ["trin:", "  - trin: kickof"],
            "6:11: trin[1].trin: «kickof» kendes ikke. Mente du «kick-off»? Skriv dialog eller kick-off.",
        ),
        (["trin:", "  - {trin: dialog, dato: engang}"], "6:26: trin[1].dato: «engang» er ikke en periode. Skriv for eksempel "),
        (["partnere:", "  - navn: Skolen", "    sektor: skol"], "7:13: partnere[1].sektor: «skol» kendes ikke. Mente du «skole»?"),
        (
            ["partnere: Skolen"],
            "5:11: partnere[1]: «Skolen» mangler sin sektor. Skriv den til sidst, for eksempel Skolen, forening.",
        ),
        (["steder: {havn: {adresse: Vejen 1}}"], "5:16: steder.havn.navn: Feltet mangler. Skriv for eksempel navn: Ejerslev Havn."),
        (
            ["steder: {havn: {navn: a, postnummer: 79}}"],
            "5:38: steder.havn.postnummer: «79» er ikke et postnummer. Skriv fire cifre, for eksempel 7900.",
        ),
        (["steder: {havn: {navn: a, postnmr: 7900}}"], "5:26: steder.havn.postnmr: Feltet kendes ikke. Mente du «postnummer»?"),
        (
            ["koordinater: '56,92, 8'"],
            "5:14: koordinater: «56,92, 8» er ikke koordinater. Skriv bredde og længde: 56.92, 8.92.",
        ),
        (["koordinater: [56.92, 8.92, 3.1]"], "5:14: koordinater: Her skal stå en tekst, ikke en liste eller flere felter."),
        (["kontakt: {mail: kontakt}"], "5:17: kontakt.mail: «kontakt» er ikke en mailadresse."),
        (["links: [{titel: a, adresse: her}]"], "5:29: links[1].adresse: «her» er ikke en webadresse. Skriv den, som den står "),
        (["punkt: findes-ikke"], "5:8: punkt: «findes-ikke» kendes ikke."),
    ],
)
def test_what_a_mistake_in_an_area_gets(tmp_path: Path, lines: list[str], said: str) -> None:
    [problem] = found_in_area(tmp_path, *lines)
    assert problem.startswith(said)


def test_the_key_of_a_place_is_reported_by_its_own_name(tmp_path: Path) -> None:
    [problem] = found_in_area(tmp_path, "steder: {ny havn: {navn: a}}")
    assert problem.endswith("steder.ny havn: «ny havn» er ikke en nøgle. Brug små bogstaver, tal og bindestreg.")


@pytest.mark.parametrize("status", ["ofentlig", "[offentlig]"])
def test_a_wrong_status_is_reported_in_words_that_were_written(tmp_path: Path, status: str) -> None:
    [problem] = reported(programme(tmp_path, {"areas/nordby/area.yml": AREA.replace("offentlig", status)}))
    assert problem.startswith("areas/nordby/area.yml:2:9: status: ")
    assert "['" not in problem
    assert "kladde" in problem or "en tekst" in problem


def test_a_place_is_one_of_the_areas_own(tmp_path: Path) -> None:
    tree = {
        "areas/nordby/area.yml": AREA + "steder:\n  havnen: {navn: Havnen}\n  skolen: {navn: Skolen}\n",
        EVENT: event("sted: havn"),
        "areas/nordby/events/rigtig.md": event("sted: skolen"),
        "areas/nordby/events/skrevet-ud.md": event("sted: {navn: Et andet sted}"),
        "content/events/kick-off.md": event("sted: havnen"),
    }
    assert reported(programme(tmp_path, tree)) == [
        f"{EVENT}:4:7: sted: Stedet «havn» kendes ikke. Mente du «havnen»? I area.yml står havnen eller skolen. "
        "Et andet sted skrives ud med sted: og navn: under.",
        "content/events/kick-off.md:4:7: sted: Stedet «havnen» kendes ikke. Et andet sted skrives ud med sted: og navn: under.",
    ]


def test_an_idea_names_a_core_element_and_an_area(tmp_path: Path) -> None:
    idea = "---\ntitel: Idé\nkerneelement: udvkling\nområde: norby\n---\n"
    root = programme(tmp_path, {"areas/nordby/area.yml": AREA, "content/ideas/a.md": idea})
    assert reported(root) == [
        "content/ideas/a.md:3:15: kerneelement: «udvkling» kendes ikke. Mente du «udvikling»? Skriv udvikling eller forankring.",
        "content/ideas/a.md:4:9: område: «norby» kendes ikke. Mente du «nordby»? Skriv nordby.",
    ]


def test_an_idea_of_an_area_when_there_are_no_areas(tmp_path: Path) -> None:
    root = programme(tmp_path, {"content/ideas/a.md": "---\ntitel: Idé\nkerneelement: udvikling\nområde: nordby\n---\n"})
    [problem] = reported(root)
    assert problem.startswith("content/ideas/a.md:4:9: område: «nordby» kendes ikke.")


@pytest.mark.parametrize("path", ["content/programme.yml", "content/timeline.yml", "content/contacts.yml"])
def test_without_one_of_the_programmes_files_there_is_no_site(tmp_path: Path, path: str) -> None:
    root = programme(tmp_path)
    (root / path).unlink()
    site, problems = load(root)
    assert site is None
    assert list(map(str, problems)) == [f"{path}:1:1: Filen mangler. Lav en fil, der hedder {Path(path).name}."]


def test_the_programmes_files_are_reported_too(tmp_path: Path) -> None:
    root = programme(tmp_path, {"content/programme.yml": PROGRAMME.replace("områder: 11", "områder: elleve")})
    assert reported(root) == ["content/programme.yml:4:10: områder: Her skal stå et helt tal over nul. Skriv for eksempel 80."]
    write(root, {"content/programme.yml": PROGRAMME, "content/timeline.yml": TIMELINE.replace("2025-06-18", "snart")})
    [problem] = reported(root)
    assert problem.startswith("content/timeline.yml:3:49: trin[2].periode: «snart» er ikke en periode.")


def test_one_run_tells_all_problems_in_order(tmp_path: Path) -> None:
    tree = {
        "areas/nordby/area.yml": AREA + "titl: x\nlandsbyr: y\n",
        "areas/sydby/area.yml": AREA.replace("Nordby", "Sydby"),
        "areas/sydby/events/b.md": event("pris: @"),
        "areas/sydby/events/a.md": event("slut: 9.00", "kategori: x"),
        "areas/sydby/index.md": "Hej\u202e\n",
    }
    root = programme(tmp_path, tree)
    places = [(problem.path, problem.line) for problem in load(root)[1]]
    assert places == [
        ("areas/nordby/area.yml", 5),
        ("areas/nordby/area.yml", 6),
        ("areas/sydby/events/a.md", 4),
        ("areas/sydby/events/a.md", 5),
        ("areas/sydby/events/b.md", 4),
        ("areas/sydby/index.md", 1),
    ]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("areas/Nord By/area.yml", "Mappen «Nord By» kan ikke være en adresse. Kald den for eksempel «nord-by»."),
        ("areas/programmet/area.yml", "Mappen «programmet» kan ikke være en adresse."),
        ("areas/arkiv/area.yml", "Mappen «arkiv» kan ikke være en adresse."),
        (
            "areas/nordby/events/Fest på Øen.md",
            "Filen «Fest på Øen.md» kan ikke være en adresse. Kald den for eksempel «fest-paa-oeen.md».",
        ),
        ("areas/nordby/events/fest.txt", "Et arrangement er en fil, hvis navn ender på .md."),
        ("areas/nordby/indeks.md", "Filen hører ikke til her. Mente du «index.md»?"),
        ("areas/nordby.yml", "Filen hører ikke til her."),
        ("areas/nordby/images/spil.exe", ""),
        ("areas/nordby/images/tegning.svg", ""),
    ],
)
def test_files_that_do_not_belong(tmp_path: Path, path: str, said: str) -> None:
    root = programme(tmp_path, {"areas/nordby/area.yml": AREA, path: AREA.replace("Nordby", "Sydby")})
    [problem] = reported(root)
    assert problem.startswith(f"{path}:1:1: {said}")


@pytest.mark.parametrize(("folder", "said"), [("event", "Filen hører ikke til her. Mente du «events»?"), ("images/mere", "")])
def test_folders_that_do_not_belong(tmp_path: Path, folder: str, said: str) -> None:
    root = programme(tmp_path, {"areas/nordby/area.yml": AREA, f"areas/nordby/{folder}/fest.md": event()})
    assert any(problem.startswith(f"areas/nordby/{folder}:1:1: {said}") for problem in reported(root))


def test_an_area_without_its_file_is_reported(tmp_path: Path) -> None:
    root = programme(tmp_path, {"areas/nordby/index.md": "Hej\n"})
    assert reported(root) == ["areas/nordby/area.yml:1:1: Filen mangler. Lav en fil, der hedder area.yml."]


@pytest.mark.parametrize(
    "path", [EVENT, "areas/nordby/index.md", "areas/nordby/area.yml", "areas/nordby/images", "areas/nordby/events", "areas/nordby"]
)
def test_symbolic_links_are_refused(tmp_path: Path, path: str) -> None:
    root = programme(tmp_path / "project", {"areas/nordby/area.yml": AREA, EVENT: event(), "areas/nordby/index.md": "Hej\n"})
    outside = tmp_path / "outside"
    if (root / path).exists():
        shutil.move(root / path, outside)
    else:
        outside.mkdir()
    (root / path).symlink_to(outside)
    assert any(problem.startswith(f"{path}:1:1: ") and "genvej" in problem.lower() for problem in reported(root))


def test_what_a_link_leads_to_is_never_read_out(tmp_path: Path) -> None:
    """A link to a file elsewhere on the machine does not bring its text into a message."""
    (tmp_path / "secret").write_text("navn: x\nstatus: hemmeligt-ord\n")
    root = programme(tmp_path / "project", {"areas/nordby/events/fest.md": event()})
    (root / "areas/nordby/area.yml").symlink_to(tmp_path / "secret")
    problems = reported(root)
    assert problems
    assert "hemmeligt-ord" not in "\n".join(problems)


def test_a_program_is_refused(tmp_path: Path) -> None:
    root = programme(tmp_path, {"areas/nordby/area.yml": AREA, EVENT: event()})
    (root / EVENT).chmod(0o755)
    [problem] = reported(root)
    assert problem.startswith(f"{EVENT}:1:1: ")


def test_a_folder_where_a_file_is_meant(tmp_path: Path) -> None:
    root = programme(tmp_path, {"areas/nordby/area.yml": AREA})
    (root / EVENT).mkdir(parents=True)
    assert reported(root) == [f"{EVENT}:1:1: Her skal ligge en fil, ikke en genvej eller en mappe. Læg selve filen her."]


PICTURE = "billede: {fil: images/havn.jpg, beskrivelse: Havnen, foto: Anna}"


@pytest.fixture
def pictured(tmp_path: Path) -> Path:
    """A programme whose area and whose event show images/havn.jpg, which is not there yet."""
    root = programme(tmp_path, {"areas/nordby/area.yml": AREA + PICTURE + "\n", EVENT: event(PICTURE)})
    (root / "areas/nordby/images").mkdir()
    return root


def found_in_picture(root: Path) -> set[str]:
    """The one message that the area and the event get about their picture."""
    problems = load(root)[1]
    assert [(one.path, one.line, one.column, one.field) for one in problems] == [
        ("areas/nordby/area.yml", 5, 16, "billede.fil"),
        (EVENT, 4, 16, "billede.fil"),
    ]
    return {problem.message for problem in problems}


def test_a_picture_that_is_there(pictured: Path) -> None:
    Image.new("RGB", (8, 8)).save(pictured / "areas/nordby/images/havn.jpg")
    assert reported(pictured) == []


def test_a_picture_that_is_missing(pictured: Path) -> None:
    assert found_in_picture(pictured) == {"«images/havn.jpg» findes ikke. Læg filen i areas/nordby/images."}


def test_a_picture_that_is_a_link(pictured: Path) -> None:
    Image.new("RGB", (8, 8)).save(pictured / "elsewhere.jpg")
    (pictured / "areas/nordby/images/havn.jpg").symlink_to(pictured / "elsewhere.jpg")
    assert "areas/nordby/images/havn.jpg:1:1: Genveje (symbolske links) kan ikke bruges her. Læg selve filen her." in reported(
        pictured
    )


def test_a_picture_that_is_something_else(pictured: Path) -> None:
    write(pictured, {"areas/nordby/images/havn.jpg": "<svg onload='alert(1)'/>"})
    assert found_in_picture(pictured) == {"Filen er ikke et billede, vi kan læse. Gem det som JPEG, PNG eller WebP."}


def test_a_picture_in_disguise(pictured: Path) -> None:
    Image.new("RGB", (8, 8)).save(pictured / "areas/nordby/images/havn.jpg", "PNG")
    assert found_in_picture(pictured) == {"Filen er et PNG-billede, men navnet ender på .jpg. Kald den havn.png."}


def test_a_picture_with_too_many_points(pictured: Path) -> None:
    Image.new("1", (8000, 8000)).convert("L").save(pictured / "areas/nordby/images/havn.jpg")
    assert found_in_picture(pictured) == {"Billedet er på 8000 × 8000 punkter, højst 50 millioner i alt. Gem det mindre."}


def test_no_more_areas_than_agreed_and_no_two_of_one_name(tmp_path: Path) -> None:
    tree = {
        "content/programme.yml": PROGRAMME.replace("områder: 11", "områder: 2"),
        **{f"areas/{slug}/area.yml": AREA.replace("Nordby", name) for slug, name in (("a", "A"), ("b", "B"), ("c", "a"))},
    }
    assert reported(programme(tmp_path, tree)) == [
        "areas/a/area.yml:1:7: navn: Der er flere end programmets 2 lokalområder. Slet et eksempels mappe, eller spørg programmet.",
        "areas/a/area.yml:1:7: navn: «A» er også navnet i areas/c/area.yml. Skriv et andet navn i en af dem.",
        "areas/b/area.yml:1:7: navn: Der er flere end programmets 2 lokalområder. Slet et eksempels mappe, eller spørg programmet.",
        "areas/c/area.yml:1:7: navn: Der er flere end programmets 2 lokalområder. Slet et eksempels mappe, eller spørg programmet.",
        "areas/c/area.yml:1:7: navn: «a» er også navnet i areas/a/area.yml. Skriv et andet navn i en af dem.",
    ]


@pytest.fixture
def mixed(tmp_path: Path) -> Site:
    """Public, draft and example content side by side."""
    idea = "---\ntitel: Idé\nkerneelement: udvikling\n{}---\n"
    tree = {
        **{
            f"areas/{slug}/area.yml": AREA.replace("Nordby", slug).replace("offentlig", status)
            for slug, status in (("klar", "offentlig"), ("gemt", "kladde"), ("opdigtet", "eksempel"))
        },
        **{f"areas/{slug}/events/fest.md": event() for slug in ("klar", "gemt", "opdigtet")},
        "areas/klar/events/eksempel.md": event("eksempel: ja"),
        "content/events/moede.md": event(),
        "content/events/eksempel.md": event("eksempel: ja"),
        "content/ideas/a.md": idea.format(""),
        "content/ideas/b.md": idea.format("eksempel: ja\n"),
        "content/ideas/c.md": idea.format("område: gemt\n"),
        "content/ideas/d.md": idea.format("område: opdigtet\n"),
    }
    return loaded(programme(tmp_path, tree))


@pytest.mark.parametrize(
    ("examples", "areas", "events", "ideas"),
    [
        (False, ["klar"], ["klar/fest", "programmet/moede"], ["a"]),
        (
            *(True, ["klar", "opdigtet"]),
            ["klar/eksempel", "klar/fest", "opdigtet/fest", "programmet/eksempel", "programmet/moede"],
            ["a", "b", "d"],
        ),
    ],
)
def test_drafts_are_never_shown_and_examples_only_when_asked_for(
    mixed: Site, examples: bool, areas: list[str], events: list[str], ideas: list[str]
) -> None:
    shown = published(mixed, examples=examples)
    assert [area.slug for area in shown.areas] == areas
    assert sorted(f"{one.owner}/{one.name}" for one in shown.all_events()) == events
    assert [Path(idea.source).stem for idea in shown.ideas] == ideas


def test_events_of_an_example_area_are_examples_by_themselves(mixed: Site) -> None:
    examples = {(one.owner, one.name) for one in mixed.all_events() if one.example}
    assert examples == {("klar", "eksempel"), ("opdigtet", "fest"), ("programmet", "eksempel")}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A programme with one area, in which property tests overwrite one event."""
    return programme(tmp_path_factory.mktemp("shelf"), {"areas/nordby/area.yml": AREA})


def one_event(root: Path, content: bytes) -> Iterator[Event | Problem]:
    """What comes of an event with this content: itself, problems that point into it, or both where a check finds them."""
    write(root, {EVENT: content})
    site, problems = load(root)
    assert site
    yield from site.areas[0].events
    lines = content.count(b"\n") + content.count(b"\r") + 2
    for problem in problems:
        assert problem.path == EVENT
        assert 1 <= problem.line <= lines
        assert problem.column >= 1
        assert problem.message
        yield problem


KEYS = [*EventFacts.field_keys(), *Place.field_keys(), *Booking.field_keys(), *Change.field_keys(), *DayProgramme.field_keys()]
KEYS += [*Picture.field_keys(), *Point.field_keys(), "<<", "<key>", ""]
keys = st.one_of(st.sampled_from(KEYS), st.text(max_size=8))
scalars = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["2026-05-01 kl. 10.00", "17.00", "ja", "gratis", "images/a.jpg", "https://example.org", "a@b.dk", "12345678"]),
    st.sampled_from(
        ["hver uge", "hver 14. dag", "2026-06-01", "2026-05-08 kl. 12.00", "aflyst", "flyttet", "9999-12-31", "1. maj 1900"]
    ),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.none(),
    st.dates(),
)
structures = st.dictionaries(
    keys,
    st.recursive(
        scalars, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=3)), max_leaves=6
    ),
    max_size=6,
)


@modest
@given(content=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_any_bytes_in_an_event_give_problems_and_no_exception(shelf: Path, content: bytes) -> None:
    for found in one_event(shelf, b"---\n" + content + b"\n---\n"):
        assert isinstance(found, Problem)


@modest
@given(line=st.text(max_size=60))
def test_any_line_in_an_event_gives_an_event_or_problems(shelf: Path, line: str) -> None:
    """Whatever one types after a field's name, or instead of a line."""
    for content in (event("resumé: " + line), event(line), event(text=line)):
        assert list(one_event(shelf, content.encode(errors="replace")))


@settings(modest, max_examples=200)
@given(front=structures, start=st.sampled_from(["", "titel: Fest\nstart: 2026-05-01\n"]))
def test_any_structure_in_an_event_gives_an_event_or_problems(shelf: Path, front: dict[str, object], start: str) -> None:
    rest = {key: value for key, value in front.items() if not start or key not in ("titel", "start")}
    fields = start + (yaml.safe_dump(rest, allow_unicode=True) if rest else "")
    assert list(one_event(shelf, f"---\n{fields}---\nTekst.\n".encode(errors="replace")))


def test_digits_of_any_script_are_dates_prices_and_numbers(tmp_path: Path) -> None:
    root = programme(
        tmp_path,
        {
            "areas/nordby/area.yml": AREA + "kontakt: {rolle: Formand, telefon: ＋４５ ２５ ４５ ８０ ９０}\n",
            EVENT: event(
                "slut: １２．３０",
                "pris: ５０-٧٥ kr.",
                "tilmelding: ۲۵۴۵۸۰۹۰",
                "sted: {navn: Havnen, by: Nordby, postnummer: ７９００}",
            ),
        },
    )
    site, problems = load(root)
    assert site and problems == []
    [area] = site.areas
    [fest] = area.events
    assert fest.end and fest.end.clock and fest.end.clock.isoformat() == "12:30:00"
    assert fest.price and (fest.price.text, fest.price.lowest) == ("50-75 kr.", 50)
    assert fest.booking and fest.booking.phone and fest.booking.phone.href == "tel:+4525458090"
    assert area.contact and area.contact.phone and area.contact.phone.href == "tel:+4525458090"


def test_all_faults_of_a_file_come_at_once(tmp_path: Path) -> None:
    """Whatever cannot be read of a file does not hide what is wrong with the rest."""
    lines = [
        "resumé: Kom: det bliver sjovt",
        "kategori: musk",
        "pladser: mange",
        "slut: 25.00",
        'statustekst: "Vi ses',
        "sted: laden",
    ]
    assert [problem.partition(": ")[2].split(".")[0] for problem in found_in_event(tmp_path, *lines)] == [
        "Der står et kolon i teksten",
        "kategori: «musk» kendes ikke",
        "pladser: Her skal stå et helt tal over nul",
        "slut: «25",
        "Et anførselstegn er åbnet, men ikke lukket",
        "sted: Stedet «laden» kendes ikke",
    ]


def test_a_fault_in_one_field_does_not_hide_what_others_lack_together(tmp_path: Path) -> None:
    """But nothing is said of what depends on the field that cannot be read."""
    assert len(found_in_event(tmp_path, "kategori: musk", "gentag: hver uge", "tilmelding: {frist: 2026-04-01}")) == 3
    assert len(found_in_event(tmp_path, "gentag: hver uge", "gentag til: snart")) == 1
    assert len(found_in_event(tmp_path, "gentag: tit", "gentag til: 2026-06-01")) == 1


def test_a_field_that_cannot_be_read_is_not_missing(tmp_path: Path) -> None:
    tree = {"areas/nordby/area.yml": AREA, EVENT: "---\nHvornår: i dag: nu\ntitel: Fest\n---\n"}
    [problem] = reported(programme(tmp_path, tree))
    assert "Der står et kolon i teksten" in problem


def test_a_fault_in_a_field_by_another_name_stands_there(tmp_path: Path) -> None:
    tree = {
        "areas/nordby/area.yml": AREA,
        EVENT: "---\ntitel: Fest\nDato: 31. februar 2026\nTid: 19\nHvor: laden\nsted: laden\n---\n",
    }
    found = reported(programme(tmp_path, tree))
    assert [problem.removeprefix(EVENT + ":")[:4] for problem in found] == ["3:7:", "5:1:"]
    assert "Det hedder sted, og det står her i forvejen. Behold det ene." in found[1]
