"""Which round the site speaks of on each day, and what pages say of the others: none running, one, two at once, three."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.content.load import load
from generator.danish.dates import parse_moment
from generator.danish.formatting import joined
from generator.editing.form.files import editable
from generator.evaluation.blocks import Table
from generator.evaluation.pictures import Pictures
from generator.evaluation.programme_chapter import programme_chapter
from generator.model.calendar import Calendar
from generator.model.named_values import filled, in_language
from generator.model.site import published
from generator.pages import areas, file_form, form, rounds
from generator.pages import coming as coming_dates
from generator.pages.context import SiteContext
from generator.pages.front import lead
from generator.pages.mailing import addressees
from generator.pages.readiness import readiness
from generator.pages.reminder import reminders
from generator.pages.round_figures import round_table
from generator.pages.timeline import progress, rounds_of
from generator.problems.rules import dates
from generator.reading.settings import read_settings
from tests.sites import PROJECT
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
    said = [lead(context), *map(str, progress(context).values()), *rounds.lines_on(context, context.site.areas[0])]
    assert "runde" not in " ".join(said).lower()
    assert [group["title"] for group in rounds.groups(context)] == ["Alle lokalområder"]
    assert (list(rounds_of(context)), rounds.others(context), rounds.counted(context)) == ([], [], None)


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
    assert rounds.counted(context) == "Tallene er for alle runder, fra marts 2025."


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


@pytest.mark.parametrize("today", ["2027-06-01", "2028-12-01"])
def test_an_area_that_returns_after_a_round_without_it_will_take_part(tmp_path: Path, today: str) -> None:
    context = at(tmp_path, today, SECOND, THIRD, area("Ny", "runder: 2027-2028"), area("Igen", "runder: [2025-2026, '2029']"))
    groups = {group["title"]: [card.name for card in group["areas"]] for group in rounds.groups(context)}
    assert (groups["Med næste gang"], groups["Tidligere"]) == (["Igen"], ["Nordby"])


def test_only_areas_that_take_part_are_written_to_and_have_something_to_do(tmp_path: Path) -> None:
    slut = area("Slut", "afsluttet: 2026-08", "runder: [2025-2026, 2027-2028]")
    context = at(tmp_path, "2027-06-01", SECOND, THIRD, *AREAS, area("Igen", "runder: [2025-2026, '2029']"), slut)
    part = ["Begge", "Igen", "Kommer", "Ny"]
    assert [each.area for each in addressees(context)] == part
    assert [each.slug for each in reminders(context, None)] == ["begge", "igen", "kommer", "nordby", "ny"]
    asked = [each for group in form.form(context).values["groups"] for block in group["blocks"] for each in block["fields"]]
    [choices] = [each["choices"] for each in asked if each["name"] == "omraade"]
    assert [each["value"] for each in choices] == ["begge", "igen", "kommer", "nordby", "ny"]
    points = {point.title: point.detail for point in readiness(context.site, read_settings(tmp_path), [], context.now.date())}
    assert points["Alle 15 lokalområder på siden"] == "Der er 4 med `status: offentlig`."
    assert points["En kontakt i hvert område"] == f"Det mangler i {joined(part)}."


def test_rounds_and_steps_stand_in_one_line(tmp_path: Path) -> None:
    begge = area("Begge", "runder: 2025-2026, 2027-2028 og 2029", "trin: dialog")
    [found] = [each for each in at(tmp_path, "2026-01-01", SECOND, THIRD, begge).site.areas if each.name == "Begge"]
    assert [each.round for each in found.rounds] == ["2025-2026", "2027-2028", "2029"]
    assert [each.step for each in found.steps] == ["dialog"]


def test_what_contradicts_the_rounds_is_asked_about(tmp_path: Path) -> None:
    far = later("2027-2028", "2027-03..2028-08", last="2026-02-27")
    igen = area("Igen", "runder: [2025-2026, '2029']", "afsluttet: 2026-08")
    tree = {path: text for part in (FIRST, far, THIRD, igen) for path, text in part.items()}
    _, problems = load(programme(tmp_path, tree), advice=True)
    asked = [(problem.path, problem.line, problem.rule) for problem in problems if problem.rule.warning]
    assert ("areas/igen/area.yml", 6, dates.AFTER_THE_END) in asked
    assert ("content/runder/2027-2028/timeline.yml", 2, dates.FAR_FROM_ROUND) in asked
    (tmp_path / "content/runder/2027-2028/timeline.yml").write_text(
        later("x", "", last="2026-02-28")["content/runder/x/timeline.yml"]
    )
    assert dates.FAR_FROM_ROUND not in {problem.rule for problem in load(tmp_path, advice=True)[1]}


def test_an_area_says_its_rounds(tmp_path: Path) -> None:
    context = at(tmp_path, "2027-06-01", SECOND, *AREAS)
    said = {area.name: rounds.lines_on(context, area) for area in context.site.areas}
    assert said["Nordby"] == ["Med i runden 2025-2026 (marts 2025 til august 2026)."]
    assert said["Begge"] == [
        "Med i runden 2025-2026 (marts 2025 til august 2026) og runden 2027-2028 (marts 2027 til august 2028)."
    ]
    assert said["Gik"] == ["Afsluttet i april 2027.", "Med i runden 2027-2028 (marts-april 2027)."]


def test_the_note_counts_the_areas_of_its_round(tmp_path: Path) -> None:
    context = at(tmp_path, "2027-06-01", SECOND, *AREAS)
    assert areas.missing_note(context) == "Fire af de 15 lokalområder i runden 2027-2028 har en side her."
    assert [card.name for card in rounds.present_cards(context)] == ["Begge", "Gik", "Kommer", "Ny"]


@pytest.mark.parametrize(("today", "verb"), [("2026-06-01", "har foreløbig"), ("2026-12-01", "har")])
def test_one_area_alone_is_the_first_of_more_only_until_the_round_ends(tmp_path: Path, today: str, verb: str) -> None:
    assert areas.missing_note(at(tmp_path, today)) == f"En af de 11 lokalområder {verb} en side her."


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
    assert rounds.lines_on(context, one) == (["Afsluttet i august 2026."] if finished else [])
    assert (values["contact"] is None, values["steering"] == (), values["next"] is None) == (finished, finished, finished)
    assert (one.events[0].contact is None) == finished
    assert (context.cards.area(one).next is None) == finished


@pytest.mark.parametrize(("today", "named"), [("2026-08-31", True), ("2026-09-01", False)])
def test_nor_does_it_name_whom_its_helpers_say_yes_to(tmp_path: Path, today: str, named: bool) -> None:
    fest = event("hjælpere:", "  - {rolle: kage, kontakt: {navn: Navn Navnesen, vis: ja}}")
    context = at(tmp_path, today, area("Nordby", "afsluttet: 2026-08"), {"areas/nordby/events/fest.md": fest})
    (helper,) = context.site.areas[0].events[0].helpers
    assert ((helper.contact is not None), helper.role) == (named, "kage")
    paths = [file["path"] for file in editable(context.root, context.site, "nordby")]
    assert ("areas/nordby/events/fest.md" in paths) == named, "what is not shown is not given to the form"


def test_dates_after_the_end_are_asked_about(tmp_path: Path) -> None:
    tree = {**FIRST, **area("Nordby", "afsluttet: 2026-08"), **FEST, "areas/nordby/events/foer.md": event()}
    _, problems = load(programme(tmp_path, tree), advice=True)
    assert [(problem.path, problem.rule) for problem in problems] == [("areas/nordby/events/fest.md", dates.AFTER_THE_END)]


def test_the_timeline_shows_the_steps_of_the_other_rounds_under_those_of_its_own(tmp_path: Path) -> None:
    context = at(tmp_path, "2027-06-01", SECOND, THIRD)
    shown = rounds.others(context)
    assert [other["title"] for other in shown] == ["Tredje runde", "Runden 2025-2026"]
    assert [(step.title, step.state) for step in shown[1]["steps"]] == [(title, "past") for title in ("Dialog", "Kick-off", "Slut")]
    assert [step.state for step in shown[0]["steps"]] == ["next"]


GIK = "efter: {{antal: {}}}"


def test_results_are_counted_round_by_round(tmp_path: Path) -> None:
    def held(day: str, came: int) -> str:
        return event(GIK.format(came)).replace("2026-05-01", day)

    tree = {
        **area("Nordby", "runder: [2025-2026, 2027-2028]", "partnere: [{navn: Kirken, sektor: kirke}]"),
        **area("Sydby", "runder: 2027-2028", "partnere: [{navn: Skolen, sektor: skole}]"),
        "areas/nordby/events/a.md": held("2026-05-01", 20),
        "areas/nordby/events/b.md": held("2026-12-01", 5),
        "areas/nordby/events/c.md": held("2027-05-01", 30),
        "areas/sydby/events/d.md": held("2027-06-01", 40),
    }
    context = at(tmp_path, "2027-10-01", SECOND, THIRD, tree)
    table = round_table(context)
    assert table
    assert table.rounds == ["Runden 2025-2026", "Runden 2027-2028", "Flere runder eller ingen"]
    assert table.rows == [
        ("Gange har der været noget at komme til", ["1", "2", "1"]),
        ("Besøg", ["20", "70", "5"]),
        ("Partnere er med", ["ikke oplyst", "1", "1"]),
    ]
    report = [each for each in programme_chapter(context, Pictures(context, tmp_path)) if isinstance(each, Table)]
    assert [each.rows[1] for each in report if each.caption == "Runde for runde"] == [("Besøg", "20", "70", "5")]


@pytest.mark.parametrize("trees", [(), (SECOND,)], ids=["one round", "a round that has not begun"])
def test_nothing_is_counted_by_round_before_there_are_two(tmp_path: Path, trees: tuple[dict[str, str], ...]) -> None:
    context = at(tmp_path, "2026-10-01", *trees, FEST)
    assert round_table(context) is None
    assert rounds.counted(context) == ("Tallene er fra marts 2025." if trees else None)


def test_what_comes_can_be_chosen_by_round_where_there_are_two_to_choose_from(tmp_path: Path) -> None:
    coming = {f"areas/{name}/events/fest.md": event().replace("2026-05-01", "2026-08-01") for name in ("nordby", "ny", "begge")}
    context = at(
        tmp_path,
        "2026-07-01",
        OVERLAPPING,
        area("Ny", "runder: 2026-2027"),
        area("Begge", "runder: [2025-2026, 2026-2027]"),
        coming,
    )
    made = json.loads(coming_dates.file(context, lambda event: coming_dates.row(context, event)))
    assert made["rounds"] == [["2025-2026", "2025-2026"], ["2026-2027", "2026-2027"]]
    assert {slug: each["rounds"] for slug, each in made["areas"].items()} == {
        "begge": ["2025-2026", "2026-2027"],
        "nordby": ["2025-2026"],
        "ny": ["2026-2027"],
    }
    alone = at(tmp_path / "alone", "2026-07-01", SECOND, coming | area("Ny") | area("Begge"))
    without = json.loads(coming_dates.file(alone, lambda event: coming_dates.row(alone, event)))
    assert "rounds" not in without
    assert "rounds" not in without["areas"]["ny"]


def test_the_form_knows_the_files_of_a_round_and_the_steps_of_all(tmp_path: Path) -> None:
    context = at(tmp_path, "2027-06-01", SECOND, later("2029", "2029-01..2029-12", "status: kladde"))
    files = {file["path"]: file for file in editable(context.root, context.site, "programmet")}
    own = files["content/runder/2027-2028/round.yml"]
    assert (own["model"], own["page"], own["values"]["områder"]) == ("runden", "tidsplan/2027-2028/", "15")
    assert files["content/runder/2027-2028/timeline.yml"]["model"] == "tidsplanen"
    assert not any(path.startswith("content/runder/2029") for path in files), "a draft is not public, and not given to the form"
    rules = json.loads(file_form.file_form(context).fetched[0].content)
    steps = next(field for field in rules["outlines"]["område"] if field["key"] == "trin")["fields"][0]["choices"]
    assert [key for key, _ in steps] == ["dialog", "kick-off", "slut", "fest"]
    assert rules["named"]["antalomraader"] == "15"


def test_named_values_are_said_in_the_words_of_a_language(tmp_path: Path) -> None:
    words = (PROJECT / "content/en/words.yml").read_text("utf-8")
    pages = {"content/en/index.md": "---\ntitle: English\n---\nHi.\n", "content/index.md": "Hej.\n"}
    context = at(tmp_path, "2027-06-01", SECOND, {"content/en/words.yml": words, **pages})
    (english,) = context.site.languages
    said = in_language(context.site.values, context.site.programme, english)
    assert filled("{{ antal_omraader }} areas get {{ beloeb }} each, {{ beloeb_i_alt }} in all, {{ fra }} to {{ til }}.", said) == (
        "15 areas get 60,000 kr. each, 900,000 kr. in all, March 2027 to August 2028."
    )
