"""Which round the site speaks of on each day, and what pages say of the others: none running, one, two at once, three."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.load import load
from generator.danish.dates import parse_moment
from generator.model.calendar import Calendar
from generator.model.site import published
from generator.pages import areas, rounds
from generator.pages.context import SiteContext
from generator.pages.front import lead
from generator.pages.timeline import progress, rounds_of
from tests.trees import AREA, PROGRAMME, TIMELINE, event, programme


def later(name: str, period: str, *fields: str, last: str = "") -> dict[str, str]:
    """A round with one step from its first to its last month, or one step on the day `last`."""
    facts = [f"periode: {period}", "områder: 15", "beløb: 60.000 kr.", *fields, ""]
    steps = f"trin:\n  - {{nøgle: fest, titel: Fest, periode: {last or period}}}\n"
    return {f"content/runder/{name}/round.yml": "\n".join(facts), f"content/runder/{name}/timeline.yml": steps}


def area(name: str, *lines: str) -> dict[str, str]:
    return {f"areas/{name.lower()}/area.yml": AREA.replace("Nordby", name) + "\n".join([*lines, ""])}


FIRST = {
    "content/programme.yml": PROGRAMME,
    "content/timeline.yml": TIMELINE + "  - {nøgle: slut, titel: Slut, periode: 2026-08}\n",
    **area("Nordby"),
}
SECOND = later("2027-2028", "2027-03..2028-08")
OVERLAPPING = later("2026-2027", "2026-06..2027-08")
THIRD = later("2029", "2029-01..2029-12", "titel: Tredje runde")


def at(root: Path, today: str, *trees: dict[str, str]) -> SiteContext:
    site, problems = load(programme(root, {path: text for tree in (FIRST, *trees) for path, text in tree.items()}))
    assert site
    assert problems == []
    return SiteContext(Calendar.at(published(site, examples=True), parse_moment(today).at), root, examples=True)


@pytest.mark.parametrize(
    ("today", "trees", "name"),
    [
        ("2025-01-01", (), "2025-2026"),
        ("2026-01-01", (), "2025-2026"),
        ("2026-12-01", (), "2025-2026"),
        ("2025-01-01", (SECOND,), "2025-2026"),
        ("2026-12-01", (SECOND,), "2025-2026"),
        ("2027-02-28", (SECOND,), "2025-2026"),
        ("2027-03-01", (SECOND,), "2027-2028"),
        ("2028-12-01", (SECOND,), "2027-2028"),
        ("2026-05-31", (OVERLAPPING,), "2025-2026"),
        ("2026-06-01", (OVERLAPPING,), "2026-2027"),
        ("2026-09-01", (OVERLAPPING,), "2026-2027"),
        ("2027-06-01", (OVERLAPPING, SECOND, THIRD), "2027-2028"),
        ("2028-12-31", (OVERLAPPING, SECOND, THIRD), "2027-2028"),
        ("2029-06-01", (OVERLAPPING, SECOND, THIRD), "2029"),
        ("2027-06-01", (later("2027", "2027-03..2028-08", "status: kladde"),), "2025-2026"),
    ],
)
def test_the_site_speaks_of_the_round_that_runs_or_the_last(
    tmp_path: Path, today: str, trees: tuple[dict[str, str], ...], name: str
) -> None:
    context = at(tmp_path, today, *trees)
    assert context.site.round
    assert context.site.round.name == name
    assert context.past_middle == (today >= "2026"), "results of an ended round are shown while the next one begins"
    assert context.site.programme.area_count == (11 if name == "2025-2026" else 15)
    assert context.site.values["antal_omraader"] == str(context.site.programme.area_count)
    assert len(context.steps) == len(context.site.round.timeline.steps)


@pytest.mark.parametrize("today", ["2025-01-01", "2026-01-01", "2026-12-01"])
def test_with_one_round_nobody_says_the_word(tmp_path: Path, today: str) -> None:
    context = at(tmp_path, today)
    said = [lead(context), *map(str, progress(context).values()), *rounds.standing(context, context.site.areas[0])]
    assert "runde" not in " ".join(said).lower()
    assert [group["title"] for group in rounds.groups(context)] == ["Alle lokalområder"]
    assert (list(rounds_of(context)), rounds.others(context), rounds.counted(context.site.rounds)) == ([], [], None)


def test_between_two_rounds_the_last_one_leads_and_the_next_is_announced(tmp_path: Path) -> None:
    context = at(tmp_path, "2026-12-01", SECOND)
    assert lead(context).startswith(
        "11 lokalområder i Nordjylland var med i Kulturpunkt i runden 2025-2026, der løb fra marts 2025 til august 2026. De fik "
    )
    said = progress(context)
    assert said["heading"] == "Runden 2025-2026 er afsluttet"
    assert said["sentence"].endswith("Alle tre trin er taget. Runden 2027-2028 begynder i marts 2027.")


def test_two_rounds_at_once_are_both_named(tmp_path: Path) -> None:
    context = at(tmp_path, "2026-06-15", OVERLAPPING)
    assert progress(context)["heading"] == "Vi er ved trin 1 af 1 i runden 2026-2027"
    assert progress(context)["sentence"].endswith("Samtidig løber runden 2025-2026, til august 2026.")


def test_each_round_has_a_page_and_stands_under_the_timeline_with_what_it_counts(tmp_path: Path) -> None:
    context = at(tmp_path, "2029-06-01", SECOND, THIRD, area("Sydby", "runder: [2029]"))
    assert [page.url for page in rounds_of(context)] == ["tidsplan/2025-2026/", "tidsplan/2027-2028/", "tidsplan/2029/"]
    assert [(other["url"], other["text"]) for other in rounds.others(context)] == [
        (
            "tidsplan/2027-2028/",
            "Runden 2027-2028 løb fra marts 2027 til august 2028. 15 lokalområder fik hver 60.000 kr. fra Region Nordjylland.",
        ),
        (
            "tidsplan/2025-2026/",
            "Runden 2025-2026 løb fra marts 2025 til august 2026. 11 lokalområder fik hver 50.000 kr. fra Region Nordjylland.",
        ),
    ]
    last = list(rounds_of(context))[-1]
    assert last.values["title"] == "Tredje runde"
    assert [card.name for card in last.values["areas"]] == ["Sydby"]
    assert rounds.counted(context.site.rounds) == "Tallene er for alle runder, fra marts 2025."


AREAS = (
    area("Begge", "runder: [2025-2026, 2027-2028]"),
    area("Kommer", "runder:", "  - {runde: 2027-2028, periode: 2027-10..2028-08}"),
    area("Gik", "runder:", "  - {runde: 2027-2028, periode: 2027-03..2027-04}"),
    area("Ny", "runder: 2027-2028"),
)


@pytest.mark.parametrize(
    ("today", "grouped"),
    [
        ("2026-01-01", {"Med nu": ["Begge", "Nordby"], "Med næste gang": ["Gik", "Kommer", "Ny"]}),
        ("2026-12-01", {"Med i runden 2025-2026": ["Begge", "Nordby"], "Med næste gang": ["Gik", "Kommer", "Ny"]}),
        ("2027-06-01", {"Med nu": ["Begge", "Ny"], "Med næste gang": ["Kommer"], "Tidligere": ["Gik", "Nordby"]}),
        ("2028-12-01", {"Med i runden 2027-2028": ["Begge", "Ny"], "Tidligere": ["Gik", "Kommer", "Nordby"]}),
    ],
)
def test_areas_are_grouped_by_whether_they_take_part(tmp_path: Path, today: str, grouped: dict[str, list[str]]) -> None:
    context = at(tmp_path, today, SECOND, *AREAS)
    assert {group["title"]: [card.name for card in group["areas"]] for group in rounds.groups(context)} == grouped


def test_an_area_says_its_rounds(tmp_path: Path) -> None:
    context = at(tmp_path, "2027-06-01", SECOND, *AREAS)
    said = {area.name: rounds.standing(context, area) for area in context.site.areas}
    assert said["Nordby"] == ["Med i runden 2025-2026 (marts 2025 til august 2026)."]
    assert said["Begge"] == [
        "Med i runden 2025-2026 (marts 2025 til august 2026) og runden 2027-2028 (marts 2027 til august 2028)."
    ]
    assert said["Gik"] == ["Afsluttet i april 2027.", "Med i runden 2027-2028 (marts-april 2027)."]


def test_the_note_counts_the_areas_of_its_round(tmp_path: Path) -> None:
    context = at(tmp_path, "2027-06-01", SECOND, *AREAS)
    assert areas.missing_note(context) == "Fire af de 15 lokalområder i runden 2027-2028 har en side her."
    assert [card.name for card in rounds.present_cards(context)] == ["Begge", "Gik", "Kommer", "Ny"]


def test_while_no_area_of_a_new_round_has_a_page_the_others_are_shown(tmp_path: Path) -> None:
    context = at(tmp_path, "2027-06-01", SECOND)
    assert areas.missing_note(context) == "Ingen af de 15 lokalområder i runden 2027-2028 har en side her endnu."
    assert [card.name for card in rounds.present_cards(context)] == ["Nordby"]


CONTACTS = ("kontakt: {rolle: Formand, navn: Navn Navnesen, mail: nordby@example.org, vis: ja}", "styregruppe: [{rolle: Kasserer}]")
FEST = {"areas/nordby/events/fest.md": event("kontakt: {navn: Navn Navnesen, vis: ja}").replace("2026-05-01", "2026-10-01")}


@pytest.mark.parametrize(("today", "finished"), [("2026-08-31", False), ("2026-09-01", True)])
def test_an_area_that_is_finished_says_so_and_names_nobody(tmp_path: Path, today: str, finished: bool) -> None:
    context = at(tmp_path, today, area("Nordby", "afsluttet: 2026-08", *CONTACTS), FEST)
    (one,) = context.site.areas
    values = areas.area(context, one).values
    assert rounds.standing(context, one) == (["Afsluttet i august 2026."] if finished else [])
    assert (values["contact"] is None, values["steering"] == [], values["next"] is None) == (finished, finished, finished)
    assert (one.events[0].contact is None) == finished
    assert (context.cards.area(one).next is None) == finished
