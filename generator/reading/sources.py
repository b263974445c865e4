"""Reads YAML files and Markdown files with front matter, and finds where a field stands.

The model gives each scalar, which is text, a type. Positions are looked up by reading the file once more, only when a problem
needs one.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from generator.model.synonyms import may_mean
from generator.problems.problem import Problem
from generator.problems.rules import reading
from generator.problems.rules.rule import Rule
from generator.problems.unforeseen import unreadable
from generator.reading.folders import NO_LINK
from generator.reading.front_matter import split
from generator.reading.lookalikes import read_lookalikes
from generator.reading.yaml_errors import NO_COLON, hidden_message, no_space_problem, structure_problems, yaml_problem
from generator.reading.yaml_nodes import Block, blocks, composed, plain, readable
from generator.text.letters import DECEIVING, UNUSUAL, folded, normal
from generator.text.sanitise import as_meant, with_ascii_digits

MAX_BYTES = 200_000
_BREAK = "\ufdd0"
"""Holds the place of a line break of another kind (as U+2028) until it is known whether that stands in a field or in Markdown."""
PERSON_NUMBER = re.compile(r"(?<!\w|[./-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d-\d{4}(?!\w|-)")
_BETWEEN_FIELDS = re.compile(_BREAK + r"(?=[ \t]*(?:[a-zæøå][\w -]*:(?:\s|$)|---\s))")
_FIELDS = re.compile(r"\s*+---[ \t]*+\n[ \t]*+[\w -]++:(?:[ \t][^\n]*+)?+\n(?:[^\n]*+\n)*?---[ \t]*+(?:\n|\Z)")

Location = Sequence[str | int]
"""The way to a value: keys and list numbers from the top, `("partnere", 2, "sektor")`."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file as read. `data` is None when that failed; `front` is the front matter, `body` the Markdown after it.

    Where `data` is None, `part` is what could be read, and `unread` the fields that could not; None among them where it is not
    known which.
    """

    path: str
    data: Any
    body: str
    body_line: int
    problems: tuple[Problem, ...] = ()
    front: str = ""
    part: Any = None
    unread: frozenset[str | None] = frozenset()


def read_yaml(root: Path, path: str) -> Source:
    """Return the whole file as YAML. It never raises for what the file holds: that is in `problems`."""
    text, problems = _text(root, path)
    if problems:
        return Source(path, None, "", 1, problems)
    return replace(_parsed(path, text, 1, "", 1), front=text.replace(_BREAK, " "))


def read_markdown(root: Path, path: str) -> Source:
    """Return a file of YAML front matter, then Markdown. Where lines of `---` are missing, fields are read as far as they go."""
    text, problems = _text(root, path)
    if problems:
        return Source(path, None, "", 1, problems)
    front, front_line, body, body_line = split(text)
    if front is None:
        cure = "Skriv en linje «---» først i filen, så felterne, så en linje «---» mere og derefter teksten."
        return Source(path, None, "", 1, (Problem(path, 1, 1, "", cure, reading.FENCES),))
    source = _parsed(path, front, front_line, body.replace(_BREAK, "\n"), body_line)
    return replace(source, front=read_lookalikes(front.replace(_BREAK, " ")))


def fields_that_break(root: Path, path: str) -> tuple[Problem, ...]:
    """Return what is wrong with the fields of a page that need have none; nothing where there are none. An engine that cannot read
    them shows them as text."""
    return read_markdown(root, path).problems if _FIELDS.match(_text(root, path)[0]) else ()


def read_text(root: Path, path: str) -> Source:
    """Return a file that is Markdown all through; `data` is an empty mapping. Fields in it are a problem: they would be shown."""
    text, problems = _text(root, path)
    text = text.replace(_BREAK, "\n")
    if _FIELDS.match(text):
        message = "Her er ingen felter. Slet linjerne fra «---» til «---», og lad teksten stå."
        problems = (problem_at_letter(path, text, text.index("---"), message, reading.NO_FIELDS),)
    return Source(path, None if problems else {}, text, 1, problems)


def parsed(text: str) -> Any:
    """Return YAML that has been read without a problem before as texts, lists and mappings; None where there is nothing."""
    node = composed(text)
    return _values(text, node) if node else None


def problem_at(root: Path, path: str, location: Location, message: str, rule: Rule, *, at_key: bool = False) -> Problem:
    """Return a problem whose line and column are those of the value at `location`, or of the nearest thing above it.

    `at_key` asks for the place of the field's name instead of its value's.
    """
    line, column = _position(root, path, location, at_key=at_key)
    return Problem(path, line, column, _spoken(location), message, rule)


def problem_in_text(root: Path, path: str, offset: int, message: str, rule: Rule) -> Problem:
    """Return a problem at the letter `offset` (from 0) of a file's text, which follows its front matter where it has one."""
    source = read_text(root, path) if path.endswith("/index.md") else read_markdown(root, path)
    line, column = _line_column(source.body, offset)
    return Problem(path, line + source.body_line - 1, column, "", message, rule)


def problem_at_letter(path: str, text: str, offset: int, message: str, rule: Rule) -> Problem:
    """Return a problem at the letter `offset` (from 0) of a whole file's text."""
    return Problem(path, *_line_column(text, offset), "", message, rule)


def problem_in_field(root: Path, path: str, field: str, value: str, offset: int, message: str, rule: Rule) -> Problem:
    """Return a problem at the letter `offset` of a field's value, or where that begins.

    YAML may have folded the value's lines: the word that stands there is looked for in the file.
    """
    found = problem_at(root, path, (field,), message, rule)
    text, _ = _text(root, path)
    word = re.split(r"\s", value[offset:], maxsplit=1)[0]
    start = sum(len(line) + 1 for line in text.split("\n")[: found.line - 1]) + found.column - 1
    places = [match.start() for match in re.finditer(re.escape(word), text[start:])]
    before = value.count(word, 0, offset)
    if not word or before >= len(places):
        return found
    line, column = _line_column(text, start + places[before])
    return replace(found, line=line, column=column)


def _spoken(location: Location) -> str:
    """Return `("partnere", 2, "sektor")` as `partnere[3].sektor`: people count from one."""
    spoken = ""
    for step in location:
        spoken += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if spoken else step
    return spoken


def _text(root: Path, path: str) -> tuple[str, tuple[Problem, ...]]:
    if _is_linked(root, path):
        return "", (Problem(path, 1, 1, "", NO_LINK, reading.LINK),)
    try:
        with (root / path).open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError:
        return "", (unreadable(path),)
    if len(content) > MAX_BYTES:
        message = f"Filen er for stor. Den må højst fylde {MAX_BYTES // 1000} kB. Gør teksten kortere."
        return "", (Problem(path, 1, 1, "", message, reading.TOO_BIG),)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = "Filen er ikke gemt som UTF-8-tekst. Gem den igen med tegnsættet UTF-8."
        return "", (Problem(path, content[: error.start].count(b"\n") + 1, 1, "", message, reading.ENCODING),)
    text = as_meant(normal(text.replace("\r\n", "\n").replace("\r", "\n")), _BREAK)
    if _BREAK in text:
        text = _BETWEEN_FIELDS.sub("\n", text)
    hidden = DECEIVING.search(text)
    if hidden:
        return "", (problem_at_letter(path, text, hidden.start(), hidden_message(hidden.group()), reading.HIDDEN_LETTER),)
    person = PERSON_NUMBER.search(text)
    if person:
        message = "Her står et cpr-nummer. Slet det, og skriv til programmet."
        return "", (problem_at_letter(path, text, person.start(), message, reading.PERSON_NUMBER),)
    return text, ()


def _is_linked(root: Path, path: str) -> bool:
    """Return whether any step of the way below `root` is a symbolic link."""
    way = str(root)
    for step in path.split("/"):
        way += "/" + step
        if os.path.islink(way):  # noqa: PTH114  four questions for each file: a Path for each costs more than the reading
            return True
    return False


def _line_column(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def _parsed(path: str, text: str, first_line: int, body: str, body_line: int) -> Source:
    try:
        node = composed(text)
    except (yaml.YAMLError, RecursionError) as error:
        return _in_part(path, text, first_line, error, Source(path, None, body, body_line))
    if node is None:
        return Source(path, {}, body, body_line)
    problems = tuple(structure_problems(path, text, node, first_line))
    if isinstance(node, yaml.ScalarNode) and (problem := no_space_problem(path, text.partition("\n")[0], first_line)):
        problems = (problem,)
    data = _values(text, node)
    if not problems:
        return Source(path, data, body, body_line)
    rules = {problem.rule.code for problem in problems}
    part = None if reading.HIDDEN_LETTER.code in rules else data
    return Source(
        path, None, body, body_line, problems, part=part, unread=frozenset({None} if reading.FIELD_NAME.code in rules else ())
    )


def _in_part(path: str, text: str, first_line: int, error: Exception, source: Source) -> Source:
    """Return what can be read of a text that YAML cannot read whole, with a problem for each field that it cannot read."""
    if isinstance(error, yaml.MarkedYAMLError):
        whole = yaml_problem(path, text, first_line, error)
    else:
        message = "Filen kan ikke læses som felter. Er der et tegn eller en indrykning for meget?"
        whole = Problem(path, first_line, 1, "", message, reading.INDENT)
    node = readable(text)
    broken = [block for block in blocks(text) if block.node is None]
    problems = tuple(_problem_of_block(path, block, first_line + block.line) for block in broken) or (whole,)
    if isinstance(node, yaml.MappingNode) and node.value:
        problems += tuple(structure_problems(path, text, node, first_line))
        unread = frozenset(_key_of(block) for block in broken) or frozenset({None})
        return replace(source, problems=problems, part=_values(text, node), unread=unread)
    return replace(source, problems=(whole,))


def _problem_of_block(path: str, block: Block, first_line: int) -> Problem:
    if block.error:
        return yaml_problem(path, block.text, first_line, block.error)
    first = block.text.partition("\n")[0]
    return no_space_problem(path, first, first_line) or Problem(path, first_line, 1, "", NO_COLON, reading.NO_COLON)


def _key_of(block: Block) -> str | None:
    """Return the field that a block is about, as it is compared; None where that cannot be seen."""
    key, colon, _ = block.text.partition(":")
    return folded(key) if colon and "\n" not in key else None


def _values(text: str, node: yaml.Node) -> Any:
    """Return a node's texts, lists and mappings as they are meant. Letters can also be written as escapes."""
    values = plain(node)
    return _as_meant(values) if "\\" in text or (not text.isascii() and UNUSUAL.search(text)) else values


def _as_meant(value: Any) -> Any:
    if isinstance(value, str):
        return with_ascii_digits(as_meant(value.replace(_BREAK, "\n")))
    if isinstance(value, list):
        return [_as_meant(each) for each in value]
    return {as_meant(key): _as_meant(each) for key, each in value.items()}


def _position(root: Path, path: str, location: Location, *, at_key: bool) -> tuple[int, int]:
    text, problems = _text(root, path)
    if problems:
        return 1, 1
    first_line = 1
    if path.endswith(".md"):
        front, first_line, _, _ = split(text)
        text = front or ""
    node = readable(text)
    place = (1, 1)
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
    if isinstance(node, yaml.MappingNode) and step == 0:  # one where several may stand
        return node, node
    return None
