"""The questions about a new event: the model's own, each once, and answerable."""

from __future__ import annotations

import re

import pytest

from generator.editing.form.fields import FormField, form_fields
from generator.model.event import Audience, Category, EventFacts

FIELDS = {field.name: field for field in form_fields({"aabyerne": "Åbyerne", "nordmors": "Nordmors"})}
KEYED = [field for field in FIELDS.values() if field.key]


def test_names_and_titles_are_each_questions_own() -> None:
    assert len(FIELDS) == len(form_fields()), "two questions of one name"
    assert len({field.title for field in FIELDS.values()}) == len(FIELDS)
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", name) for name in FIELDS)


def test_every_question_is_explained() -> None:
    for field in FIELDS.values():
        assert field.help.endswith("."), field.name
        assert field.example or field.kind in ("choice", "choices", "picture"), field.name


def test_what_must_be_answered_is_what_the_model_needs() -> None:
    assert [name for name, field in FIELDS.items() if field.required] == ["omraade", "titel", "start_dag"]


def test_choices_are_the_models() -> None:
    assert [option.value for option in FIELDS["kategori"].choices] == [category.value for category in Category]
    assert [option.value for option in FIELDS["maalgruppe"].choices] == [audience.value for audience in Audience]
    assert FIELDS["omraade"].choices == (("aabyerne", "Åbyerne"), ("nordmors", "Nordmors"))
    assert FIELDS["pris"].choices == ()


def test_lengths_are_the_models() -> None:
    assert (FIELDS["titel"].most, FIELDS["resume"].most, FIELDS["pris"].most) == (80, 200, None)


def test_questions_of_a_group_stand_together() -> None:
    groups = [field.group for field in FIELDS.values()]
    changes = [group for place, group in enumerate(groups) if place == 0 or groups[place - 1] != group]
    assert changes == ["Hvad", "Hvornår", "Hvor", "Praktisk", "Billede", "Om"]


@pytest.mark.parametrize("field", KEYED, ids=lambda field: field.name)
def test_each_example_is_read_by_the_model(field: FormField) -> None:
    *outer, last = field.key.split(".")
    value: object = field.example
    if field.kind == "time":
        value = f"2026-05-01 kl. {field.example}"
    value = {last: value, **({"navn": "Havnen"} if outer == ["sted"] and last != "navn" else {})} if outer else value
    facts = {"titel": "Fest", "start": "2026-05-01", "gentag": "hver uge", (outer or [last])[0]: value}
    if field.name == "slut_kl":
        facts["start"] = "2026-05-01 kl. 10.00"
    assert EventFacts.model_validate(facts)


def test_two_questions_of_one_key_are_a_day_and_an_hour() -> None:
    keys = [field.key for field in KEYED]
    shared = {key: {field.kind for field in KEYED if field.key == key} for key in keys if keys.count(key) > 1}
    assert shared == {"start": {"date", "time"}, "slut": {"date", "time"}}
