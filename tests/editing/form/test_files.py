"""What the form for files is given of the content: the files as they stand, and nothing that the pages do not show."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.content.isolation import isolate
from generator.editing.form.files import editable
from generator.editing.form.source import event_source
from generator.editing.schema.templates import area_file
from generator.model.folders import PROGRAMME
from generator.model.site import published
from tests.trees import AREA, event, programme

AREA_FILE, STORY, EVENT = "areas/nordby/area.yml", "areas/nordby/index.md", "areas/nordby/events/fest.md"
SOUND = {AREA_FILE: AREA, STORY: "Om os.\n", EVENT: event()}


def given(root: Path, tree: Mapping[str, str | bytes]) -> dict[str, dict[str, Any]]:
    """What the forms of all owners are given, by path."""
    site, _ = isolate(programme(root, {**SOUND, **tree}))
    site = published(site, examples=False)
    return {file["path"]: file for owner in ("nordby", PROGRAMME) for file in editable(root, site, owner)}


PHONE = "23 45 67 89"
COMMENTS = {
    "in an area's fields": (AREA_FILE, f"{AREA}# Lone, {PHONE}\n"),
    "behind a field": (AREA_FILE, f"{AREA}mål: Sang # 23456789\n"),
    "fields that somebody took back": (AREA_FILE, f"{AREA}# kontakt:\n#   telefon: {PHONE}\n"),
    "in an event's fields": (EVENT, event(f"# ring til Lone, {PHONE}")),
    "a mail address": (EVENT, event("pris: gratis # lone@example.dk ved mere")),
    "in an event's text": (EVENT, event(text=f"Kom.\n\n<!-- Lone: {PHONE} -->\n")),
    "in a story": (STORY, f"Om os. <!--\nLone: {PHONE}\n"),
    "on a page": ("content/om.md", f"---\ntitle: Om\n---\nOm os.\n<!-- {PHONE} -->\n"),
    "in the fields of a page": ("content/om.md", f"---\ntitle: Om # {PHONE}\n---\nOm os.\n"),
}


@pytest.mark.parametrize(("path", "text"), COMMENTS.values(), ids=COMMENTS)
def test_a_comment_that_says_how_to_reach_somebody_is_not_given_to_the_form(tmp_path: Path, path: str, text: str) -> None:
    found = given(tmp_path, {path: text})
    assert not [number for number in (PHONE, "23456789", "lone@") if number in json.dumps(found)]
    assert not found.get(path, {}).get("parts")
    site, _ = isolate(tmp_path)
    sources = json.dumps([event_source(each) for each in site.all_events()])
    assert not [number for number in (PHONE, "lone@") if number in sources]


def test_the_comments_of_a_new_file_and_those_that_name_nobody_stay(tmp_path: Path) -> None:
    area = (
        area_file({"navn": "Nordby", "status": "offentlig", "kommune": "Thisted", "resum\u00e9": "En by."}) + "# den 2026-05-01\n"
    )
    found = given(tmp_path, {AREA_FILE: area})
    assert "".join(text for _, text in found[AREA_FILE]["parts"]) == area


@pytest.mark.parametrize("wrong", ["mål: [Sang\u2028Dans]", "kontakt: {rolle: A\u2028B, navn: C, ail: x}"])
def test_a_line_break_of_another_kind_in_a_field_stops_nothing(tmp_path: Path, wrong: str) -> None:
    given(tmp_path, {AREA_FILE: f"{AREA}{wrong}\n"})


def test_a_file_that_is_not_shown_as_it_is_is_not_even_read(tmp_path: Path) -> None:
    found = given(tmp_path, {AREA_FILE: f"{AREA}kontakt:\n  navn: Hemmelig\u2028 Person\n  vis: måske\n"})
    assert found.keys() >= {STORY, EVENT} and AREA_FILE not in found


def test_what_an_editor_left_beside_the_pages_is_not_given_to_the_form(tmp_path: Path) -> None:
    found = given(tmp_path, {"content/.kladde.md": "---\ntitle: Hemmelig\n---\nHemmelig\n"})
    assert "Hemmelig" not in json.dumps(found)


def test_a_page_without_fields_is_given_with_its_text(tmp_path: Path) -> None:
    found = given(tmp_path, {"content/ny.md": "Uden felter.\n"})["content/ny.md"]
    assert (found["body"], "front" in found) == ("Uden felter.\n", False)
