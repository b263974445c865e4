"""Where a field stands in its file. The file is read once more for that, only when a problem needs a place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import yaml

from generator.model.synonyms import may_mean
from generator.problems.problem import Problem
from generator.problems.rules.rule import Rule
from generator.reading.front_matter import split
from generator.reading.sources import read_page, read_text
from generator.reading.texts import line_column, text_of
from generator.reading.yaml_nodes import readable
from generator.text.letters import folded

Location = Sequence[str | int]
"""The way to a value: keys and list numbers from the top, `("partnere", 2, "sektor")`."""


_SAID_AT: Mapping[str | int, Sequence[str]] = {
    "slut": ("start",),
    "gentag": ("start",),
    "gentag til": ("gentag", "slut", "start"),
    "undtagen": ("gentag", "gentag til"),
    "flere datoer": ("start", "gentag"),
    "alder": ("målgruppe",),
}
"""The fields that may hold what is another's, where that is not written: `gentag: hver tirsdag undtagen 5. maj`."""


def problem_at(root: Path, path: str, location: Location, message: str, rule: Rule, *, at_key: bool = False) -> Problem:
    """Return a problem whose line and column are those of the value at `location`, or of the nearest thing above it.

    `at_key` asks for the place of the field's name instead of its value's.
    """
    line, column = _position(root, path, location, at_key=at_key)
    return Problem(path, line, column, _spoken(location), message, rule)


def problem_in_text(root: Path, path: str, offset: int, message: str, rule: Rule) -> Problem:
    """Return a problem at the letter `offset` (from 0) of a file's text, which follows its front matter where it has one."""
    is_story = path.startswith("areas/") and path.endswith("/index.md")
    source = read_text(root, path) if is_story else read_page(root, path)
    line, column = line_column(source.body, offset)
    return Problem(path, line + source.body_line - 1, column, "", message, rule)


def problem_in_field(root: Path, path: str, field: str, value: str, offset: int, message: str, rule: Rule) -> Problem:
    """Return a problem at the letter `offset` of a field's value, or where that begins.

    YAML may have folded the value's lines: the word that stands there is looked for in the file.
    """
    found = problem_at(root, path, (field,), message, rule)
    text, _ = text_of(root, path)
    word = re.split(r"\s", value[offset:], maxsplit=1)[0]
    start = sum(len(line) + 1 for line in text.split("\n")[: found.line - 1]) + found.column - 1
    places = [match.start() for match in re.finditer(re.escape(word), text[start:])]
    before = value.count(word, 0, offset)
    if not word or before >= len(places):
        return found
    line, column = line_column(text, start + places[before])
    return replace(found, line=line, column=column)


def _spoken(location: Location) -> str:
    """Return `("partnere", 2, "sektor")` as `partnere[3].sektor`: people count from one."""
    spoken = ""
    for step in location:
        spoken += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if spoken else step
    return spoken


def _position(root: Path, path: str, location: Location, *, at_key: bool) -> tuple[int, int]:
    text, problems = text_of(root, path)
    if problems:
        return 1, 1
    first_line = 1
    if path.endswith(".md"):
        front, first_line, _, _ = split(text)
        text = front or ""
    node = readable(text)
    place = (1, 1)
    if location and _step(node, location[0]) is None:
        location = next(([other] for other in _SAID_AT.get(location[0], ()) if _step(node, other)), location)
    for depth, step in enumerate(location, 1):
        found = _step(node, step)
        if found is None:
            break
        key, node = found
        shown = node if getattr(node, "value", None) and not (at_key and depth == len(location)) else key
        place = (shown.start_mark.line + first_line, shown.start_mark.column + 1)
    return place


def _step(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    """Return the nodes of the key and of the value one step further in."""
    if isinstance(node, yaml.MappingNode) and isinstance(step, str):
        pairs = [pair for pair in node.value if isinstance(pair[0].value, str)]
        found = next((pair for pair in pairs if folded(pair[0].value) == folded(step)), None)
        return found or next((pair for pair in pairs if may_mean(pair[0].value, step)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    if isinstance(node, yaml.SequenceNode) and step == "punkter":  # a programme that is a list of them
        return node, node
    if isinstance(node, yaml.MappingNode) and step == 0:  # one where several may stand
        return node, node
    return None
