"""Whom an event seeks to help: as people write it, and nobody's number without their word."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.content.load import load
from generator.danish.dates import parse_moment
from generator.editing.form.answers import answers
from generator.editing.form.files import editable
from generator.editing.form.source import event_source
from generator.model.calendar import Calendar
from generator.model.helper import Helper, short_helper
from generator.model.site import Site
from generator.pages.context import SiteContext
from generator.pages.helpers import helpers, shown_helper
from generator.search.documents import of_event
from tests.trees import AREA, event, programme


def site_of(root: Path, *fields: str) -> Site:
    made = programme(root, {"areas/nordby/area.yml": AREA, "areas/nordby/events/fest.md": event(*fields)})
    site, problems = load(made)
    assert site and not problems, problems
    return site


def context_of(site: Site, root: Path, now: str = "2026-04-01") -> SiteContext:
    return SiteContext(Calendar.at(site, parse_moment(now).at), root, examples=True)


@pytest.mark.parametrize(
    ("line", "role", "count", "ways"),
    [
        ("bage kage", "bage kage", None, {}),
        ("3 til at stille stole op", "stille stole op", 3, {}),
        ("2 til kaffen, skriv til Kaffe@Example.org", "kaffen", 2, {"mail": "kaffe@example.org"}),
        ("4 frivillige", "frivillige", 4, {}),
        ("stå i baren: https://example.org/vagt", "stå i baren", None, {}),
        ("parkering, ring 12 34 56 78", "parkering", None, {"phone": "12 34 56 78"}),
    ],
)
def test_a_task_is_read_from_one_line(line: str, role: str, count: int | None, ways: dict[str, str]) -> None:
    helper = Helper.model_validate(short_helper(line))
    contact = helper.contact
    found = {"mail": contact.mail, "phone": contact.phone and contact.phone.text} if contact else {}
    assert (helper.role, helper.count) == (role, count)
    assert {key: way for key, way in found.items() if way} == ways
    assert helper.link == ("https://example.org/vagt" if "https" in line else None)


@pytest.mark.parametrize(
    "written",
    [
        "- bage kage, ring til Karen på 12 34 56 78",
        "- {rolle: bage kage, kontakt: {navn: Karen, telefon: 12 34 56 78}}",
        "- {rolle: bage kage, kontakt: 'Karen, 12 34 56 78'}",
    ],
)
def test_a_persons_number_is_nowhere_on_the_site_without_their_word(tmp_path: Path, written: str) -> None:
    site = site_of(tmp_path, f"hjælpere:\n  {written}")
    context = context_of(site, tmp_path)
    [fest] = site.all_events()
    shown = shown_helper(context, fest, fest.helpers[0])
    said = [shown, event_source(fest), list(editable(tmp_path, site, "nordby")), of_event(context, fest), answers(fest)]
    assert "34 56" not in json.dumps(said, default=str) and "3456" not in repr(said)
    assert [way.text for way in shown.ways] == ["kontakt@example.org"], "there is always a way to say yes"


def test_who_has_agreed_is_named(tmp_path: Path) -> None:
    site = site_of(tmp_path, "hjælpere:\n  - {rolle: kage, kontakt: {navn: Navn Navnesen, telefon: 12 34 56 78, vis: ja}}")
    [fest] = site.all_events()
    shown = shown_helper(context_of(site, tmp_path), fest, fest.helpers[0])
    assert shown.who == "Navn Navnesen" and [way.href for way in shown.ways] == ["tel:+4512345678"]


@pytest.mark.parametrize("field", ["rolle: ring 12 34 56 78", "rolle: kage\n    hvornår: skriv til karen@example.org"])
def test_a_number_among_the_words_is_refused(tmp_path: Path, field: str) -> None:
    tree = {"areas/nordby/area.yml": AREA, "areas/nordby/events/fest.md": event(f"hjælpere:\n  - {field}")}
    assert [problem.rule.code for problem in load(programme(tmp_path, tree))[1]] == ["nummer-i-teksten"]


@pytest.mark.parametrize(
    ("fields", "now", "sought"),
    [
        ((), "2026-04-01", True),
        ((), "2026-05-02", False),
        (("status: aflyst",), "2026-04-01", False),
        (("status: udsolgt",), "2026-04-01", True),
        (("flere datoer: 2026-05-08", "ændringer:\n  - {dato: 2026-05-01, status: aflyst}"), "2026-04-01", True),
    ],
    ids=["ahead", "over", "cancelled", "sold out", "one date cancelled"],
)
def test_helpers_are_sought_while_the_event_is_to_be(tmp_path: Path, fields: tuple[str, ...], now: str, sought: bool) -> None:
    context = context_of(site_of(tmp_path, "hjælpere: bage kage", *fields), tmp_path, now)
    [fest] = context.calendar.events
    assert bool(context.calendar.helpers_of(fest)) == bool(helpers(context).values["events"]) == sought
    assert any("kag" in stem for level in of_event(context, fest).stems for stem in level) == sought
