"""The tables of fields that editors read say what the model takes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from PIL import Image

from generator.content.load import load
from generator.editing.schema.tables import FieldRow, guide_tables
from generator.model.after import Quote
from generator.model.area import AreaFacts, Municipality, Status
from generator.model.content import Content, content_in
from generator.model.event import Audience, Category, EventFacts
from generator.model.partners import Partner, Sector
from generator.model.values import Picture
from tests.trees import AREA, TIMELINE, programme

TABLES = {table.title: table for table in guide_tables()}


def models(annotation: Any) -> Iterator[type[Content]]:
    """Every mapping that can stand somewhere inside `annotation`."""
    if isinstance(annotation, type) and issubclass(annotation, Content):
        yield annotation
        for field in annotation.model_fields.values():
            yield from models(field.annotation)
    for part in get_args(annotation):
        yield from models(part)


WRITTEN = sorted({*models(AreaFacts), *models(EventFacts)}, key=lambda model: model.__name__)


def rows(title: str) -> dict[str, FieldRow]:
    return {row.key: row for row in TABLES[title].fields}


def shown_keys(model: type[Content]) -> list[str]:
    """The keys of a model, without what is not for editors."""
    return [key for key in model.field_keys() if key != "needed"]


@pytest.mark.parametrize("model", WRITTEN, ids=lambda model: model.__name__)
def test_every_mapping_that_an_area_can_write_has_a_table(model: type[Content]) -> None:
    assert shown_keys(model) in [list(rows(title)) for title in TABLES]


def test_every_field_is_explained() -> None:
    for table in TABLES.values():
        assert table.text.endswith(".")
        for row in table.fields:
            assert row.title, (table.title, row.key)
            assert row.description.endswith("."), (table.title, row.key)


def test_anchors_are_addresses_of_their_own() -> None:
    anchors = [table.anchor for table in TABLES.values()]
    assert len(set(anchors)) == len(anchors)
    assert TABLES["Området"].anchor == "felter-omraadet"


def test_every_field_has_an_example_and_an_address() -> None:
    tables = {table.anchor: table for table in TABLES.values()}
    anchors = [row.anchor for table in tables.values() for row in table.fields]
    assert len({*anchors, *tables}) == len(anchors) + len(tables)
    places = {(table.title, f"{table.page}#{table.anchor}") for table in tables.values()}
    for table in tables.values():
        for row in table.fields:
            assert bool(row.example) != bool(row.block), (table.title, row.key)
            assert row.inner is None or row.inner in places


@pytest.mark.parametrize("model", WRITTEN, ids=lambda model: model.__name__)
def test_an_example_in_lines_is_read_by_its_model(model: type[Content]) -> None:
    for row in next(table.fields for table in TABLES.values() if [row.key for row in table.fields] == shown_keys(model)):
        home = content_in(next(field.annotation for field in model.model_fields.values() if row.title == field.title))
        if row.block and home:
            [written] = yaml.load(row.block, yaml.BaseLoader).values()  # noqa: S506  texts only
            inner = written[0] if isinstance(written, list) else written.get("havnen", written.get("foreningen", written))
            assert home.model_validate(inner)


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


@pytest.mark.parametrize("key", ["titel", "pris", "eksempel", "start"])
def test_free_text_has_no_choices(key: str) -> None:
    assert rows("Arrangementet")[key].choices == ()


@pytest.mark.parametrize("model", WRITTEN, ids=lambda model: model.__name__)
def test_each_example_is_read_by_its_model(model: type[Content]) -> None:
    """Each field alone, beside those that must be there."""
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    needed = {key: field.examples[0] for key, field in fields.items() if field.is_required() and field.examples}
    needed |= {"beskrivelse": "Havnen"} if issubclass(model, Picture) else {}
    needed |= {"samtykke": "ja"} if model is Quote else {}
    needed |= {"gentag": "hver uge"} if model is EventFacts else {}
    for key, field in fields.items():
        for example in field.examples or ():
            assert model.model_validate({**needed, key: str(example)})


def test_an_area_written_with_all_its_examples_loads(tmp_path: Path) -> None:
    def mapping(title: str) -> str:
        return "{" + ", ".join(f"{key}: {row.example!r}" for key, row in rows(title).items() if row.example) + "}"

    lines = [f"{key}: {row.example!r}" for key, row in rows("Området").items() if row.example]
    lines += [f"kontakt: {mapping('Kontakten')}", f"steder: {{havnen: {mapping('Et sted')}}}", f"billede: {mapping('Et billede')}"]
    lines += [f"partnere: [{mapping('En partner')}]", f"styregruppe: [{mapping('Et medlem af styregruppen')}]"]
    lines += [f"links: [{mapping('Et link')}]", f"trin: [{mapping('Et trin, I har taget')}]"]
    tree = {
        "content/timeline.yml": TIMELINE + "  - {nøgle: samarbejdsaftale, titel: Aftale, periode: 2025-05}\n",
        "areas/nordmors/area.yml": "\n".join(lines),
    }
    root = programme(tmp_path, tree)
    (root / "areas/nordmors/images").mkdir()
    Image.new("RGB", (8, 8)).save(root / "areas/nordmors" / str(rows("Et billede")["fil"].example))
    site, problems = load(root)
    assert [str(problem) for problem in problems] == []
    assert site
    [partner] = site.areas[0].partners
    assert partner == Partner.model_validate({row.key: row.example for row in rows("En partner").values()})


def test_every_choice_is_read_as_it_is_listed(tmp_path: Path) -> None:
    audience = ", ".join(rows("Arrangementet")["målgruppe"].choices)
    tree = {
        f"areas/by-{number}/area.yml": AREA.replace("Thisted", name).replace("Nordby", name)
        for number, name in enumerate(Municipality)
    }
    for number, name in enumerate(rows("Arrangementet")["kategori"].choices):
        facts = f"titel: Fest\nstart: 2026-05-01\nkategori: {name}\nmålgruppe: [{audience}]\n"
        tree[f"content/events/{number}.md"] = f"---\n{facts}---\n"
    site, problems = load(programme(tmp_path, tree))
    assert problems == []
    assert site
    assert {one.category for one in site.events} == set(Category)
    assert {area.municipality for area in site.areas} == set(Municipality)
