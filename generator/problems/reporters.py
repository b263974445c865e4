"""All problems at once, as people, GitHub and programs read them. `explained` is the page of messages, empty where unknown."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from itertools import groupby

from generator.problems.problem import Problem, report, summary
from generator.text.github import code, prose
from generator.text.letters import harmless

MOST_ANNOTATIONS = 10
"""GitHub shows no more of a kind for each step of a run."""

_MOST_IN_SUMMARY = 200


def as_text(problems: Iterable[Problem], explained: str = "") -> str:
    """One a line, and a line that counts them."""
    found = sorted(set(problems))
    if not found:
        return report(found)
    return f"{report(found)}\nHver besked er forklaret i vejledningen: {explained or 'siden /rediger/beskeder/'}"


def as_github(problems: Iterable[Problem], explained: str = "") -> str:
    """Commands that GitHub shows beside the lines of a pull request, then the rest as text, and a line that counts them."""
    found = sorted(set(problems))
    lines = [_command(each, explained) for each in found[:MOST_ANNOTATIONS]]
    rest = list(map(str, found[MOST_ANNOTATIONS:]))
    note = f"::notice::GitHub viser kun de første {MOST_ANNOTATIONS} af {len(found)} fejl her. Se dem alle i kørslens oversigt."
    return "\n".join([*lines, *rest, *([note] if rest else []), summary(found)])


def as_json(problems: Iterable[Problem], explained: str = "") -> str:
    """A list of objects, sorted. Bytes of a name that are no text stand as JSON's escapes of them."""
    found = json.dumps([_record(each, explained) for each in sorted(set(problems))], ensure_ascii=False, indent=1)
    return found.encode("utf-8", "backslashreplace").decode()


def as_markdown(problems: Iterable[Problem], explained: str = "") -> str:
    """A summary of a run, a list for each file. What was written cannot format, link or hide anything."""
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
    return f"{explained}#{problem.rule.code}" if explained else ""


def _command(problem: Problem, explained: str) -> str:
    more = f" Læs mere: {_link(problem, explained)}" if explained else ""
    place = f"file={_property(problem.path)},line={problem.line},col={problem.column},title={_property(problem.rule.title)}"
    return f"::error {place}::{_data(problem.spoken + more)}"


def _item(problem: Problem, explained: str) -> str:
    more = f" [Læs mere]({_link(problem, explained)})" if explained else ""
    field = f"{code(problem.field)}: " if problem.field else ""
    return f"- **Linje {problem.line}, kolonne {problem.column}.** {field}{prose(problem.message, 1000)}{more}"


def _record(problem: Problem, explained: str) -> dict[str, str | int]:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "field": problem.field,
        "message": problem.message,
        "code": problem.rule.code,
        "explained": _link(problem, explained),
    }


def _data(text: str) -> str:
    """A text that cannot end its command or begin another."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return harmless(_data(text)).replace(":", "%3A").replace(",", "%2C")
