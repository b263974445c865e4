"""An event's file cut into its fields, and its answers: nothing is lost, and nobody is shown who has not agreed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.load import load
from generator.editing.form.answers import answers
from generator.editing.form.fields import correction_fields, form_fields
from generator.editing.form.source import event_source
from generator.editing.form.write import proposed_event
from generator.model.event import Event
from tests.trees import AREA, event, programme

PATH = "areas/nordby/events/fest.md"


def only_event(root: Path) -> Event:
    site, problems = load(root)
    assert problems == []
    assert site
    return site.areas[0].events[0]


def with_event(root: Path, text: str) -> Event:
    return only_event(programme(root, {"areas/nordby/area.yml": AREA, PATH: text.encode()}))


def test_the_parts_are_the_file_itself(project: Path) -> None:
    site, _ = load(project)
    assert site
    for each in site.all_events():
        source = event_source(each)
        text = "---\n" + "".join(text for _, text in source["parts"]) + "---\n" + source["body"]
        assert text == (project / each.source).read_text("utf-8")


def test_a_form_filled_with_an_events_answers_makes_the_same_event(project: Path, tmp_path: Path) -> None:
    site, _ = load(project)
    assert site
    asked = {field.key.partition(".")[0] for field in form_fields()} - {"", "adgang", "tilmelding"}
    names = [name for name, field in Event.model_fields.items() if (field.alias or name) in asked]
    seen = 0
    for number, each in enumerate(site.all_events()):
        if each.more_dates or each.changes or isinstance(each.place, str):
            continue
        file = proposed_event({**answers(each), "omraade": "nordby"})
        made = only_event(programme(tmp_path / str(number), {"areas/nordby/area.yml": AREA, PATH: file.text.encode()}))
        differing = [name for name in names if getattr(made, name) != getattr(each, name)]
        assert not [name for name in differing if not getattr(each.place, name, None)] or differing == ["place"], each.source
        assert made.text.strip() == each.text.strip()
        seen += 1
    assert seen > 5


def test_what_the_form_does_not_ask_about_is_preserved(tmp_path: Path) -> None:
    lines = ("sted:", "    navn: Havnen", "    koordinater: 57.0, 9.0", "    adgang: {trinfri: ja}", "tilmelding:")
    made = with_event(tmp_path, event(*lines, "  Telefon: 12345678", "  mail: x@example.org", "  tekst: 'Skriv: nu'"))
    source = event_source(made)
    assert source["unasked"] == {
        "sted": "  koordinater: 57.0, 9.0\n  adgang:\n    trinfri: ja\n",
        "tilmelding": '  Telefon: 12345678\n  tekst: "Skriv: nu"\n',
    }
    assert source["answers"]["tilmelding"] == "x@example.org"


def test_what_no_line_can_say_of_helpers_is_not_asked(tmp_path: Path) -> None:
    said = with_event(tmp_path / "said", event("hjælpere: [2 til at bage, 'rydde op, skriv til kor@example.org']"))
    unsaid = with_event(tmp_path / "unsaid", event("hjælpere: [{rolle: bage, antal: 2, hvornår: fra kl. 17}]"))
    assert ("unsaid" in event_source(said), event_source(unsaid)["unsaid"]) == (False, ["hjaelpere"])


def test_comments_and_empty_lines_stay_where_they_are(tmp_path: Path) -> None:
    made = with_event(tmp_path, "---\n# Festen\ntitel: Fest\n\n# dagen\nSTART: 2026-05-01\n---\nKom.\n")
    parts = event_source(made)["parts"]
    assert parts == [("", "# Festen\n"), ("titel", "titel: Fest\n\n# dagen\n"), ("start", "START: 2026-05-01\n")]


@pytest.mark.parametrize(
    "text",
    [
        "---\n{titel: Fest, start: 2026-05-01}\n---\n",
        '---\ntitel: "Fest\npris: 5"\nstart: 2026-05-01\npris: 6\n---\n',
        event("kontakt:", "  rolle: Formand", "  navn: Navn Navnesen", "  vis: nej"),
    ],
    ids=["in one line", "a field that is none", "a person who has not agreed"],
)
def test_what_cannot_be_cut_or_shown_is_not_offered(tmp_path: Path, text: str) -> None:
    source = event_source(with_event(tmp_path, text))
    assert (source["parts"], source["body"]) == (None, "")
    assert "Navnesen" not in str(source)


def test_corrections_ask_how_it_stands() -> None:
    assert [field.key for field in correction_fields()] == ["status", "statustekst", "før", "før", "før sted"]
