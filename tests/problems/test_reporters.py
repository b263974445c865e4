"""What is wrong, as people, GitHub and programs read it."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems.problem import Problem
from generator.problems.reporters import MOST_ANNOTATIONS, as_github, as_json, as_markdown, as_text
from generator.problems.rules import dates, fields, files
from tests.trees import modest

PAGE = "https://kultur.example.org/rediger/beskeder/"
DAY = f"{PAGE}dage-og-klokkeslaet/#dato"
DATE = Problem("areas/a/events/b.md", 3, 8, "start", "«1/5» er ikke en dato.", dates.DAY)
FIELD = Problem("areas/a/area.yml", 5, 1, "", "Feltet kendes ikke.", fields.UNKNOWN)


def test_a_text_says_where_all_is_explained() -> None:
    printed = as_text([DATE, FIELD], PAGE).splitlines()
    assert printed[0] == "areas/a/area.yml:5:1: Feltet kendes ikke."
    assert printed[-2:] == ["2 fejl i 2 filer", f"Hver besked er forklaret i vejledningen: {PAGE}"]
    assert as_text([], PAGE) == "Ingen fejl"


def test_an_annotation_stands_at_its_place_with_a_title_and_a_link() -> None:
    assert as_github([DATE], PAGE).splitlines() == [
        f"::error file={DATE.path},line=3,col=8,title={dates.DAY.title}::start: «1/5» er ikke en dato. Læs mere: {DAY}",
        "1 fejl i 1 fil",
    ]


def test_github_shows_ten_and_says_that_there_are_more() -> None:
    many = [Problem("a.md", line, 1, "", "Nej.", fields.OTHER) for line in range(1, 15)]
    printed = as_github(many).splitlines()
    assert [line.startswith("::error ") for line in printed] == [True] * MOST_ANNOTATIONS + [False] * 6
    assert printed[MOST_ANNOTATIONS] == "a.md:11:1: Nej."
    assert printed[-2:] == ["::notice::GitHub viser kun 10 af 14 beskeder her. Se dem alle i kørslens oversigt.", "14 fejl i 1 fil"]


ASKED = Problem("areas/a/.DS_Store", 1, 1, "", "Slet den.", files.LEFTOVER)


def test_a_warning_is_distinguished_from_an_error_everywhere() -> None:
    assert as_text([ASKED], PAGE).splitlines()[:2] == ["areas/a/.DS_Store:1:1: advarsel: Slet den.", "Ingen fejl, men 1 advarsel"]
    assert as_text([ASKED, DATE, FIELD], PAGE).splitlines()[3] == "2 fejl i 2 filer og 1 advarsel"
    assert [line.split(" ")[0] for line in as_github([ASKED, DATE]).splitlines()[:2]] == ["::error", "::warning"]
    assert "- **Linje 1, kolonne 1 (advarsel).** Slet den." in as_markdown([ASKED])
    assert [each["level"] for each in json.loads(as_json([ASKED, DATE]))] == ["warning", "error"]


def test_github_shows_ten_of_each_level() -> None:
    kinds = (("Nej.", fields.OTHER), ("Måske.", files.LEFTOVER))
    many = [Problem("a.md", line, 1, "", message, rule) for line in range(1, 13) for message, rule in kinds]
    printed = as_github(many).splitlines()
    assert [line.split(" ")[0] for line in printed[:20]] == ["::error"] * 10 + ["::warning"] * 10
    assert printed[-2:] == [
        "::notice::GitHub viser kun 20 af 24 beskeder her. Se dem alle i kørslens oversigt.",
        "12 fejl i 1 fil og 12 advarsler",
    ]


def test_programs_get_the_code_and_where_it_is_explained() -> None:
    assert json.loads(as_json([DATE], PAGE)) == [
        {
            "path": DATE.path,
            "line": 3,
            "column": 8,
            "field": "start",
            "message": "«1/5» er ikke en dato.",
            "code": "dato",
            "level": "error",
            "explained": DAY,
        }
    ]


def test_a_summary_of_a_run_has_a_list_for_each_file() -> None:
    assert as_markdown([DATE, FIELD], PAGE).splitlines()[:7] == [
        "## 2 fejl i 2 filer",
        "",
        "### ` areas/a/area.yml `",
        "",
        f"- **Linje 5, kolonne 1.** Feltet kendes ikke. [Læs mere]({PAGE}felterne/#ukendt-felt)",
        "",
        "### ` areas/a/events/b.md `",
    ]
    assert "Indholdet er i orden." in as_markdown([])


@pytest.mark.parametrize("message", ["a\n::error::b", "a\r::stop-commands::x", "100 %\n", "[x](http://e.org) @alle #1 <img src=x>"])
def test_what_was_written_cannot_command_link_or_format(message: str) -> None:
    hostile = Problem("areas/a/e\nvil::error::.md", 1, 1, "titel", message, fields.OTHER)
    for printed in (as_text([hostile]), as_github([hostile])):
        assert [line for line in printed.splitlines() if line.startswith("::")] == [
            line for line in printed.splitlines() if line.startswith("::error file=areas/a/e%0Avil%3A%3Aerror%3A%3A.md,line=1,")
        ]
    summary = as_markdown([hostile])
    assert "<img" not in summary
    assert not re.search(r"(?<!\\)\](?=\()", summary)
    assert "@alle" not in summary


@modest
@given(path=st.text(min_size=1), field=st.text(), message=st.text(min_size=1))
def test_any_problem_is_one_line_or_one_command(path: str, field: str, message: str) -> None:
    problem = Problem(path, 1, 1, field, message, fields.OTHER)
    assert len(as_text([problem]).splitlines()) == 3
    assert len(as_github([problem]).split("\n")) == 2


NAMES = (
    *("a\n::warning::x", "a\r::error::x", "::warning::x", "a\u2028::notice::x", "##[error]x"),
    *("\x1b[31mrød", "\udcff", "\u202egpj.a", "a\x85b"),
)
FORMS = {"text": as_text, "github": as_github, "json": as_json, "markdown": as_markdown}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", NAMES)
def test_a_name_does_nothing_in_a_log(form: str, name: str) -> None:
    """GitHub takes a line that begins with `::` for a command, and `##[` anywhere; a terminal obeys control letters."""
    problem = Problem(f"areas/{name}/area.yml", 1, 1, f"felt {name}", f"«{name}» findes ikke.", fields.OTHER)
    report = FORMS[form]([problem], PAGE)
    report.encode("utf-8")
    assert "##[" not in report or form in ("json", "markdown"), "these two stand in no log"
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202e]", report) or form == "json"
    commands = [line for line in re.split(r"[\r\n]", report) if line.lstrip().startswith("::")]
    assert len(commands) == (form == "github")
    assert report.count("\n") == FORMS[form]([FIELD], PAGE).count("\n")


@modest
@given(st.text(max_size=30))
def test_any_name_is_one_line_of_a_log(name: str) -> None:
    line = str(Problem(f"areas/{name}/area.yml", 1, 1, "", f"«{name}» findes ikke.", fields.OTHER))
    assert len(line.splitlines()) == 1
    assert "##[" not in line
    assert line.startswith("areas/")
