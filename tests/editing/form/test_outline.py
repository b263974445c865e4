"""What the form for files asks of a model, and which answers it refuses at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from generator.danish import spoken
from generator.danish.dates import parse_clock, parse_day
from generator.danish.spans import parse_period
from generator.editing.form.files import MODELS
from generator.editing.form.outline import Outline, outline
from generator.problems.problem import or_none

_SAID = [
    *(example for *_, example in spoken._SAID),
    *("2026-05-01", "1. maj 2026", "1/5-26", "1.5.26", "1. maj '26", "20260501", "fredag d. 1/5 2026", "(2. maj 2026)", "2_5_2026"),
    *("påskedag 2026", "2025-08..2025-11", "maj 2026", "maj-juni 2026", "1.-3. maj 2026", "efteråret 2026", "2026"),
    *("14.30", "kl. 14", "halv otte om aftenen", "midnat", "middag", "klokken nitten", "ti over 7 om aftenen", "7pm", "19h00"),
]


def _fields(fields: list[Outline]) -> Iterator[Outline]:
    for field in fields:
        yield field
        yield from _fields(field.get("fields", []))


@pytest.fixture(scope="module")
def asked() -> list[Outline]:
    return [field for model in MODELS.values() for field in _fields(outline(model, {}))]


@pytest.mark.parametrize(
    ("key", "reads"), [("dag", parse_day), ("fornyet", parse_day), ("periode", parse_period), ("kl", parse_clock)]
)
def test_nonsense_is_refused_at_once_and_nothing_that_is_read(asked: list[Outline], key: str, reads: Callable[[str], Any]) -> None:
    [pattern, *others] = {field["pattern"] for field in asked if field["key"] == key}
    read = [text for text in _SAID if or_none(reads, text)]
    assert not others and len(read) > 5
    assert [text for text in read if not re.fullmatch(pattern, text.lower())] == []
    assert [text for text in ("bananer", "snart", "på fredag", "?") if re.fullmatch(pattern, text)] == []


def test_every_field_of_a_day_is_marked_as_one(asked: list[Outline]) -> None:
    days = {field["key"] for field in asked if field.get("day")}
    assert {"dag", "fornyet", "periode", "bekræftet", "afsluttet", "dato"} <= days
    assert not days & {"titel", "kl", "navn", "trin", "runder"}
