"""Named values in the programme's texts have a value, and numbers that somebody wrote there agree with the data."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.isolation import isolate
from generator.content.load import load
from generator.problems.rules import fields
from tests.trees import AREA, PROGRAMME, event, programme


def found(root: Path, text: str, path: str = "content/tidsplan.md") -> list[tuple[int, int, str]]:
    """The line, the column and the rule of each problem of a page of content/."""
    _, problems = load(programme(root, {path: text}), advice=True)
    return [(problem.line, problem.column, problem.rule.code) for problem in problems if problem.path == path]


@pytest.mark.parametrize(
    "text",
    [
        "Der er {{ antal_trin }} trin for {{antal_områder}} områder: {{ Beløb }} fra {{ giver }}.",
        "Skriv `{{ noget }}` og ``{{ andet`` sådan:\n\n```\n{{ ukendt\n```\n",
        "Der er { ingen } {navne}.",
    ],
)
def test_what_is_known_or_code_is_no_problem(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "column"),
    [("Der er {{ antal_trn }} trin.", 8), ("{{ antal_trin | upper }}", 1), ("Vi har {{ antal_trin", 8), ("{{}}", 1)],
)
@pytest.mark.parametrize("path", ["content/om.md", "content/ideas/kor.md", "content/rediger/ny.md"])
def test_an_unknown_name_is_a_problem_where_it_stands(tmp_path: Path, text: str, column: int, path: str) -> None:
    fields_above = "---\ntitel: Kor\nkerneelement: udvikling\n---\n"
    assert found(tmp_path, fields_above + text, path) == [(5, column, "navngivet-vaerdi")]


def test_a_name_that_is_nearly_right_is_offered_and_shown_as_left_out(tmp_path: Path) -> None:
    root = programme(tmp_path, {"content/om.md": "Alle {{ antal_trn }} trin."})
    (problem,) = load(root)[1]
    assert "Mente du «antal_trin»?" in problem.message
    _, (fallback,) = isolate(root)
    assert (fallback.path, fallback.problems) == ("content/om.md", (problem,))
    assert fallback.how.startswith("vises med …")


def test_fields_above_a_page_that_cannot_be_read_are_no_text(tmp_path: Path) -> None:
    assert [line for line, _, _ in found(tmp_path, "---\ndescription: {{ navn }} her\n---\nTekst\n")] == [2]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Der er 12 trin.", 8),
        ("Tolv trin er der.", 1),
        ("De 15 nordjyske lokalområder", 4),
        ("Vi er femten områder.", 7),
        ("Alle enogtyve lokalområder", 6),
        ("De får 60.000 kr. hver", 8),
        ("I alt 500000 kroner", 7),
        ("Det tager 17 måneder", 11),
        ("Mål på tre niveauer", 8),
    ],
)
def test_a_number_that_contradicts_the_data_is_asked_about(tmp_path: Path, text: str, column: int) -> None:
    assert found(tmp_path, text) == [(1, column, "tal-i-teksten")]


@pytest.mark.parametrize(
    "text",
    [
        *("Der er 2 trin, 11 lokalområder og 18 måneder.", "Elleve lokalområder får 50.000 kr., i alt 550.000 kr."),
        *("De første 3 trin er de sværeste.", "Trin 3 af 2", "Mindst 5 områder", "Entré 60 kr.", "3. trin", "syv landsbyer"),
        *("Et lokalområde er nok.", "1.-2. trin"),
    ],
)
def test_what_agrees_or_counts_something_else_is_not(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


def test_the_programmes_own_files_are_read_too(tmp_path: Path) -> None:
    root = programme(
        tmp_path, {"content/programme.yml": PROGRAMME.replace("tekst: Lokale mål", "tekst: I 12 nordjyske lokalområder")}
    )
    (problem,) = load(root, advice=True)[1]
    assert (problem.path, problem.line, problem.rule) == ("content/programme.yml", 11, fields.NUMBER_IN_TEXT)
    assert load(root)[1] == []


def test_a_named_value_is_asked_about_where_it_stays_as_it_is_written(tmp_path: Path) -> None:
    name = "Vi er {{ antal_omraader }}, med {{{{ }} og {{}}."
    tree = {
        "areas/nordby/area.yml": AREA + f"vision: {name}\n",
        "areas/nordby/index.md": f"Hej.\n\n{name}\n",
        "areas/nordby/events/fest.md": event(text=name),
        "content/events/start.md": event(f"resumé: {name}", text="Kom."),
        "content/historier/koret.md": f"---\ntitel: Koret\ndato: 2026-01-01\n---\n{name.split(',')[0]}\n",
    }
    _, problems = load(programme(tmp_path, tree), advice=True)
    asked = [(problem.path, problem.line, problem.column) for problem in problems if problem.rule is fields.NAMED_VALUE_ELSEWHERE]
    assert asked == [
        ("areas/nordby/area.yml", 5, 15),
        ("areas/nordby/events/fest.md", 5, 7),
        ("areas/nordby/index.md", 3, 7),
        ("content/events/start.md", 4, 15),
    ]


def test_a_story_of_the_programme_is_shown_with_what_is_known(tmp_path: Path) -> None:
    story = "---\ntitel: Koret\ndato: 2026-01-01\n---\nVi er {{ antal_omraader }} og {{ antal_trn }}.\n"
    site, fallbacks = isolate(programme(tmp_path, {"content/historier/koret.md": story}))
    assert [one.title for one in site.stories] == ["Koret"]
    assert [each.how for each in fallbacks] == ["vises med … i stedet for de navne, der ikke kendes"]
