"""The tables of fields that editors read say what the model takes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from generator.load import load
from generator.model.area import AreaFacts, Contact, Link, Member, Municipality, Partner, Sector, Status, StepTaken
from generator.model.event import Audience, Booking, Category, EventFacts, Place
from generator.model.values import Content, Picture
from generator.schema import FieldRow, FieldTable, guide_tables
from tests.trees import AREA, TIMELINE, programme

TABLES = {table.title: table for table in guide_tables()}
MODELS: dict[str, type[Content]] = {
    **{"Området": AreaFacts, "Arrangementet": EventFacts, "Et sted": Place, "Tilmeldingen": Booking, "Et billede": Picture},
    **{"Kontakten": Contact, "En partner": Partner, "Et medlem af styregruppen": Member, "Et link": Link},
    "Et trin, I har taget": StepTaken,
}


def rows(title: str) -> dict[str, FieldRow]:
    return {row.key: row for row in TABLES[title].fields}


def written(table: FieldTable) -> dict[str, str]:
    """The examples of a table, as someone would copy them."""
    return {row.key: row.example for row in table.fields if row.example}


@pytest.mark.parametrize("title", MODELS)
def test_each_table_has_every_field_that_can_be_written(title: str) -> None:
    assert [key for key in MODELS[title].field_keys() if key != "needed"] == list(rows(title))


def test_every_field_is_explained() -> None:
    assert set(TABLES) == set(MODELS)
    for table in TABLES.values():
        for row in table.fields:
            assert row.title and row.description.endswith("."), (table.title, row.key)


def test_anchors_are_addresses_of_their_own() -> None:
    anchors = [table.anchor for table in TABLES.values()]
    assert len(set(anchors)) == len(anchors)
    assert TABLES["Området"].anchor == "felter-omraadet"


def test_required_fields_are_marked() -> None:
    assert [key for key, row in rows("Området").items() if row.required] == ["navn", "status", "kommune", "resumé"]
    assert [key for key, row in rows("Arrangementet").items() if row.required] == ["titel", "start"]


@pytest.mark.parametrize(
    ("title", "key", "choices"),
    [
        ("Området", "status", Status),
        ("Området", "kommune", Municipality),
        ("Arrangementet", "kategori", Category),
        ("Arrangementet", "målgruppe", Audience),
        ("En partner", "sektor", Sector),
    ],
)
def test_choices_are_listed_whole(title: str, key: str, choices: type[Status]) -> None:
    assert rows(title)[key].choices == tuple(choice.value for choice in choices)


def test_free_text_has_no_choices() -> None:
    assert rows("Arrangementet")["titel"].choices == ()
    assert rows("Arrangementet")["pris"].choices == ()


def test_examples_can_be_copied_as_they_stand(tmp_path: Path) -> None:
    """An area and an event written with every example of the tables load without a problem."""
    quoted = {
        title: "{" + ", ".join(f"{key}: {example!r}" for key, example in written(table).items()) + "}"
        for title, table in TABLES.items()
    }
    area = [f"{key}: {example!r}" for key, example in written(TABLES["Området"]).items()]
    area += [f"kontakt: {quoted['Kontakten']}", f"steder: {{havnen: {quoted['Et sted']}}}", f"partnere: [{quoted['En partner']}]"]
    area += [f"styregruppe: [{quoted['Et medlem af styregruppen']}]", f"links: [{quoted['Et link']}]"]
    area += [f"trin: [{quoted['Et trin, I har taget']}]", f"billede: {quoted['Et billede']}"]
    facts = [f"{key}: {example!r}" for key, example in written(TABLES["Arrangementet"]).items()]
    tree = {
        "content/timeline.yml": TIMELINE + "  - {nøgle: samarbejdsaftale, titel: Aftale, periode: 2025-05}\n",
        "areas/nordmors/area.yml": "\n".join(area),
        "areas/nordmors/events/a.md": "\n".join(["---", *facts, "---", ""]),
        "areas/nordmors/events/b.md": f"---\ntitel: Fest\nstart: 2026-05-01\ntilmelding: {quoted['Tilmeldingen']}\n---\n",
    }
    root = programme(tmp_path, tree)
    (root / "areas/nordmors/images").mkdir()
    Image.new("RGB", (8, 8)).save(root / "areas/nordmors" / rows("Et billede")["fil"].example)  # type: ignore[operator]
    site, problems = load(root)
    assert [str(problem) for problem in problems] == []
    assert site
    assert len(list(site.all_events())) == 2


def test_every_choice_is_read_as_it_is_listed(tmp_path: Path) -> None:
    audience = ", ".join(rows("Arrangementet")["målgruppe"].choices)
    tree = {
        f"areas/by-{number}/area.yml": AREA.replace("Thisted", name).replace("Nordby", name)
        for number, name in enumerate(Municipality)
    }
    for number, name in enumerate(rows("Arrangementet")["kategori"].choices):
        tree[f"content/events/{number}.md"] = (
            f"---\ntitel: Fest\nstart: 2026-05-01\nkategori: {name}\nmålgruppe: [{audience}]\n---\n"
        )
    site, problems = load(programme(tmp_path, tree))
    assert problems == []
    assert site
    assert {one.category for one in site.events} == set(Category)
    assert {area.municipality for area in site.areas} == set(Municipality)
