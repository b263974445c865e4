"""Signs that only look like those of YAML are read as those, and only where nothing else can be meant."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.problems.rules import reading
from generator.reading.lookalikes import read_lookalikes
from generator.reading.places import problem_at
from generator.reading.sources import read_markdown, read_yaml
from generator.reading.yaml_nodes import composed, plain
from tests.trees import modest, write

BULLETS = "–—•*·‐−▪●"


def read(text: str) -> Any:
    node = composed(text)
    return plain(node) if node else None


@pytest.mark.parametrize("bullet", [*BULLETS, "-"])
@pytest.mark.parametrize("gap", [" ", "\t", "", "\u00a0", "\u2003"])
@pytest.mark.parametrize("indent", ["", "  ", "\u00a0\u00a0", "\u3000"])
def test_a_list_with_any_bullet_is_a_list(bullet: str, gap: str, indent: str) -> None:
    text = f"arrangør:\n{indent}{bullet}{gap}Skolen\n{indent}{bullet}{gap}Kirken\npris: gratis"
    assert read(text) == {"arrangør": ["Skolen", "Kirken"], "pris": "gratis"}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("arrangør:\n  - A\n  – B", {"arrangør": ["A", "B"]}),
        ("arrangør: - A\n  - B\npris: 5", {"arrangør": ["A", "B"], "pris": "5"}),
        ("arrangør: – A's\n– B", {"arrangør": ["A's", "B"]}),
        (
            "partnere:\n  • navn: A\n    sektor: skole\n  • navn: B\n    sektor: kirke",
            {"partnere": [{"navn": "A", "sektor": "skole"}, {"navn": "B", "sektor": "kirke"}]},
        ),
        ("titel：Fest\nstart： 1. maj 2026", {"titel": "Fest", "start": "1. maj 2026"}),
        ("titel:\tFest\nsted:\n\u2003navn：Laden", {"titel": "Fest", "sted": {"navn": "Laden"}}),
        ("sted:\n\tnavn: Laden\n\tby: Mors", {"sted": {"navn": "Laden", "by": "Mors"}}),
        ("sted:\n    navn: Laden\n\tby: Mors", {"sted": {"navn": "Laden", "by": "Mors"}}),
        ("mål:\n  1. Sang\n  2. Dans", {"mål": ["Sang", "Dans"]}),
        ("mål:\n1) Sang\n2) Dans\n3) Mad\npris: 50", {"mål": ["Sang", "Dans", "Mad"], "pris": "50"}),
        ("datoer:\n  1. maj 2026\n  2. juni 2026", {"datoer": "1. maj 2026 2. juni 2026"}),
        ("tekst: |\n  1. Sang\n  2. Dans", {"tekst": "1. Sang\n2. Dans"}),
        ("titel: “Foredrag: Havet og os”", {"titel": "Foredrag: Havet og os"}),
        ("titel: »Fest«\nresumé: „Kom“", {"titel": "Fest", "resumé": "Kom"}),
        ('titel: ’Fest’\nresumé: "Kom”', {"titel": "Fest", "resumé": "Kom"}),
        ('titel: “Fest "2"”', {"titel": 'Fest "2"'}),
        ("“titel”: Fest", {"titel": "Fest"}),
        ("målgruppe: [“børn”, “unge”]", {"målgruppe": ["børn", "unge"]}),
        ("arrangør:\n  - “A: b”\n  - B", {"arrangør": ["A: b", "B"]}),
        ("**titel:** Fest\n__sted__: Laden", {"titel": "Fest", "sted": "Laden"}),
    ],
)
def test_what_looks_right_is_read(text: str, meant: Any) -> None:
    assert read(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "resumé: Vi synger\n  – og danser",
        "titel: »Fest« og »Sang«",
        "titel: Fest – nu",
        "titel: Fest： nu",
        "titel: ’90'er fest",
        "pris: –",
        "tekst: |\n  – a\n  “b”\n  c：d\n",
        "resumé: >\n  • a\n  • b\n",
        'resumé: "Vi synger\n  – og danser"',
        "a: -5\nb: 2026-05-01",
        "titel: “Kom” sagde hun, “nu”",
    ],
)
def test_what_could_mean_something_else_stays(text: str) -> None:
    assert read(text) == yaml.load(text, yaml.BaseLoader)  # noqa: S506  it makes nothing but texts


@modest
@given(st.text("ab:-–•“”» \n|'\"æ：[", max_size=40))
def test_a_text_keeps_its_lines_and_is_read_no_differently_twice(text: str) -> None:
    once = read_lookalikes(text)
    assert once.count("\n") == text.count("\n")
    assert read_lookalikes(once) == once


def test_a_problem_in_a_list_with_bullets_stands_where_it_is(tmp_path: Path) -> None:
    write(tmp_path, {"a.yml": "partnere:\n  • navn: A\n  • navn: B\n    sektor: x\n"})
    problem = problem_at(tmp_path, "a.yml", ("partnere", 1, "sektor"), "Nej.", reading.INDENT)
    assert (problem.line, problem.column) == (4, 13)


def test_the_fields_that_can_be_read_are_beside_one_that_cannot(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": '---\ntitel: "Fest\npris: a sted: b\nstatus: aflyst\nsted:\n  navn: Laden\n---\n'})
    source = read_markdown(tmp_path, "a.md")
    assert source.data is None
    assert [(problem.line, problem.rule) for problem in source.problems] == [(2, reading.OPEN_QUOTE), (3, reading.COLON)]
    assert source.part == {"status": "aflyst", "sted": {"navn": "Laden"}}
    assert source.unread == {"titel", "pris"}
    place = problem_at(tmp_path, "a.md", ("sted", "navn"), "Nej.", reading.INDENT)
    assert (place.line, place.column) == (6, 9)


def test_a_hostile_text_is_not_read_field_by_field_without_end(tmp_path: Path) -> None:
    write(tmp_path, {"a.yml": "a: b: c\n" * 20_000})
    assert len(read_yaml(tmp_path, "a.yml").problems) == 1
