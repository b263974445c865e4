"""All problems at once, as people, GitHub and programs read them.

`explained` is the address of the page of messages, empty where it is unknown.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from itertools import groupby

from generator.problems.problem import Problem, report, summary
from generator.problems.rules import explanation
from generator.text.github import code, prose
from generator.text.letters import harmless

MOST_ANNOTATIONS = 10
"""GitHub shows no more errors, and no more warnings, for each step of a run."""

_MOST_IN_SUMMARY = 200


def as_text(problems: Iterable[Problem], explained: str = "") -> str:
    """Return the problems, one on each line, a line with their number, and where they are explained."""
    found = sorted(set(problems))
    if not found:
        return report(found)
    return f"{report(found)}\nHver besked er forklaret i vejledningen: {explained or 'siden /rediger/beskeder/'}"


def as_github(problems: Iterable[Problem], explained: str = "") -> str:
    """Return commands that GitHub shows beside the lines of a pull request, errors first, then the rest and their number."""
    found = sorted(set(problems), key=lambda problem: (problem.rule.warning, problem))
    levels = [list(of_level) for _, of_level in groupby(found, key=lambda problem: problem.rule.warning)]
    lines = [_command(each, explained) for of_level in levels for each in of_level[:MOST_ANNOTATIONS]]
    rest = [str(each) for of_level in levels for each in of_level[MOST_ANNOTATIONS:]]
    note = f"::notice::GitHub viser kun {len(lines)} af {len(found)} beskeder her. Se dem alle i kørslens oversigt."
    return "\n".join([*lines, *rest, *([note] if rest else []), summary(found)])


def as_json(problems: Iterable[Problem], explained: str = "") -> str:
    """Return a JSON list with an object for each problem, sorted. Bytes of a name that are no text are escaped."""
    found = json.dumps([_record(each, explained) for each in sorted(set(problems))], ensure_ascii=False, indent=1)
    return found.encode("utf-8", "backslashreplace").decode()


def as_markdown(problems: Iterable[Problem], explained: str = "") -> str:
    """Return the summary of a run, with a list for each file. What was written cannot format, link or hide anything."""
    found = sorted(set(problems))
    lines = [f"## {summary(found)}", ""]
    if not found:
        return "\n".join([*lines, "Indholdet er i orden.", ""])
    for path, of_file in groupby(found[:_MOST_IN_SUMMARY], key=lambda problem: problem.path):
        lines += [f"### {code(path)}", "", *(_item(each, explained) for each in of_file), ""]
    if len(found) > _MOST_IN_SUMMARY:
        lines += [f"Her står de første {_MOST_IN_SUMMARY}. Ret dem, så kommer resten frem.", ""]
    return "\n".join([*lines, "Ret filen, og gem den igen. Så bliver den tjekket med det samme.", ""])


FORMATS: dict[str, Callable[[Iterable[Problem], str], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
    "markdown": as_markdown,
}


def _link(problem: Problem, explained: str) -> str:
    return explanation(explained, problem.rule.code) if explained else ""


def _command(problem: Problem, explained: str) -> str:
    more = f" Læs mere: {_link(problem, explained)}" if explained else ""
    place = f"file={_property(problem.path)},line={problem.line},col={problem.column},title={_property(problem.rule.title)}"
    level = "warning" if problem.rule.warning else "error"
    return f"::{level} {place}::{_data(problem.spoken + more)}"


def _item(problem: Problem, explained: str) -> str:
    more = f" [Læs mere]({_link(problem, explained)})" if explained else ""
    field = f"{code(problem.field)}: " if problem.field else ""
    level = " (advarsel)" if problem.rule.warning else ""
    return f"- **Linje {problem.line}, kolonne {problem.column}{level}.** {field}{prose(problem.message, 1000)}{more}"


def _record(problem: Problem, explained: str) -> dict[str, str | int]:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "field": problem.field,
        "message": problem.message,
        "code": problem.rule.code,
        "level": "warning" if problem.rule.warning else "error",
        "explained": _link(problem, explained),
    }


def _data(text: str) -> str:
    """Return a text that cannot end its command or begin another."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return harmless(_data(text)).replace(":", "%3A").replace(",", "%2C")
