"""Reads YAML files and Markdown files with front matter, as text scalars, and finds where a field stands.

Every scalar stays text (`14.30`, `no` and `2026` are what people wrote); the model gives it a type. Positions
are looked up by reading the file once more, only when a problem needs one.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from generator.kinds import reading
from generator.kinds.kind import Kind
from generator.letters import HIDDEN, folded, normal
from generator.problems import Problem, quoted

MAX_BYTES = 200_000
MAX_DEPTH = 12

Location = Sequence[str | int]
"""The way to a value: keys and list numbers from the top, `("partnere", 2, "sektor")`."""

_CURL = re.compile("[“”„»«]")
_CURLED = re.compile(r"[“”„»«].*[“”»«]", re.DOTALL)
_SAFE_OPENERS = 500
_TOO_DEEP = "Felterne ligger for dybt inde i hinanden. Ryk linjerne længere ud."
_TEXT_TAGS = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map")
_TAGS = {yaml.ScalarNode: _TEXT_TAGS[0], yaml.SequenceNode: _TEXT_TAGS[1], yaml.MappingNode: _TEXT_TAGS[2]}


class _Loader(yaml.cyaml.CParser if yaml.__with_libyaml__ else yaml.BaseLoader):  # type: ignore[misc]
    """Composes nodes whose scalars are all text: there is nothing to resolve, which takes a third of the time."""

    def descend_resolver(self, current: object, index: object) -> None:
        """Asked on the way into a node, where a tag could follow from its place: none does."""

    def ascend_resolver(self) -> None:
        """The same on the way out."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        """The tag of a node that names none."""
        del value, implicit
        return _TAGS[kind]


@dataclass(frozen=True, slots=True)
class Source:
    """One file as read. `data` is None when that failed; `front` is the front matter as it stands, `body` the Markdown after it."""

    path: str
    data: Any
    body: str
    body_line: int
    problems: tuple[Problem, ...] = ()
    front: str = ""


def read_yaml(root: Path, path: str) -> Source:
    """The whole file as YAML. Never raises for what the file holds: faults are in `problems`."""
    text, problems = _text(root, path)
    if problems:
        return Source(path, None, "", 1, problems)
    return _parsed(path, text, 1, "", 1)


def read_markdown(root: Path, path: str) -> Source:
    """YAML front matter between two lines of `---`, then Markdown."""
    text, problems = _text(root, path)
    if problems:
        return Source(path, None, "", 1, problems)
    front, body, body_line = _split(text)
    if front is None:
        cure = "Skriv en linje «---» først i filen, så felterne, så en linje «---» mere og derefter teksten."
        return Source(path, None, "", 1, (Problem(path, 1, 1, "", cure, reading.FENCES),))
    return replace(_parsed(path, front, 2, body, body_line), front=front)


def read_text(root: Path, path: str) -> Source:
    """A file that is Markdown all through; `data` is an empty mapping."""
    text, problems = _text(root, path)
    return Source(path, None if problems else {}, text, 1, problems)


def parsed(text: str) -> Any:
    """YAML that has been read without a problem before, as texts, lists and mappings; None where there is nothing."""
    node = _composed(text)
    return _plain(node) if node else None


def problem_at(root: Path, path: str, location: Location, message: str, kind: Kind, *, at_key: bool = False) -> Problem:
    """A problem whose line and column are those of the value at `location`, or of the nearest thing above it.

    `at_key` asks for the place of the field's name instead of its value's.
    """
    line, column = _position(root, path, location, at_key=at_key)
    return Problem(path, line, column, _spoken(location), message, kind)


def problem_in_text(root: Path, path: str, offset: int, message: str, kind: Kind) -> Problem:
    """A problem at the letter `offset` (from 0) of a file's text, which follows its front matter where it has one."""
    source = read_text(root, path) if path.endswith("/index.md") else read_markdown(root, path)
    line, column = _line_column(source.body, offset)
    return Problem(path, line + source.body_line - 1, column, "", message, kind)


def _spoken(location: Location) -> str:
    """`("partnere", 2, "sektor")` as `partnere[3].sektor`: people count from one."""
    spoken = ""
    for step in location:
        spoken += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if spoken else step
    return spoken


def _text(root: Path, path: str) -> tuple[str, tuple[Problem, ...]]:
    if _is_linked(root, path):
        message = "Genveje (symbolske links) kan ikke bruges her. Læg selve filen her."
        return "", (Problem(path, 1, 1, "", message, reading.LINK),)
    with (root / path).open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        message = f"Filen er for stor. Den må højst fylde {MAX_BYTES // 1000} kB. Gør teksten kortere."
        return "", (Problem(path, 1, 1, "", message, reading.TOO_BIG),)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = "Filen er ikke gemt som UTF-8-tekst. Gem den igen med tegnsættet UTF-8."
        return "", (Problem(path, content[: error.start].count(b"\n") + 1, 1, "", message, reading.ENCODING),)
    text = normal(text.replace("\r\n", "\n").replace("\r", "\n"))
    hidden = HIDDEN.search(text)
    if hidden:
        line, column = _line_column(text, hidden.start())
        return "", (Problem(path, line, column, "", _hidden_message(hidden.group()), reading.HIDDEN_LETTER),)
    return text, ()


def _is_linked(root: Path, path: str) -> bool:
    """Whether any step of the way below `root` is a symbolic link."""
    way = str(root)
    for step in path.split("/"):
        way += "/" + step
        if os.path.islink(way):  # noqa: PTH114  four questions for each file: a Path for each costs more than the reading
            return True
    return False


def _hidden_message(letter: str) -> str:
    return f"Her står et usynligt tegn (U+{ord(letter):04X}). Slet det, og skriv teksten igen."


def _line_column(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def _split(text: str) -> tuple[str | None, str, int]:
    """Front matter, body and the body's first line; front matter None where the fence is missing."""
    match = re.match(r"---[ \t]*\n(.*?\n)??---[ \t]*(?:\n|\Z)", text, re.DOTALL)
    if not match:
        return None, text, 1
    return match.group(1) or "", text[match.end() :], text[: match.end()].count("\n") + 1


def _parsed(path: str, text: str, first_line: int, body: str, body_line: int) -> Source:
    try:
        node = _composed(text)
    except yaml.MarkedYAMLError as error:
        return Source(path, None, body, body_line, (_yaml_problem(path, text, first_line, error),))
    except (yaml.YAMLError, RecursionError):
        message = "Filen kan ikke læses som felter. Er der et tegn eller en indrykning for meget?"
        return Source(path, None, body, body_line, (Problem(path, first_line, 1, "", message, reading.INDENT),))
    if node is None:
        return Source(path, {}, body, body_line)
    problems = tuple(_structure_problems(path, text, node, first_line))
    return Source(path, None if problems else _plain(node), body, body_line, problems)


@lru_cache(maxsize=1)
def _composed(text: str) -> yaml.Node | None:
    """The top node; kept for the positions of a file's problems, which may be thousands.

    A no-break space, which looks like a space and is none to YAML, is one here.
    """
    text = text.replace("\u00a0", " ")
    if "&" in text or sum(map(text.count, "[{-?:")) > _SAFE_OPENERS:
        _refuse_depth_and_anchors(text)
    loader = _Loader(text)
    try:
        node: yaml.Node | None = loader.get_single_node()
        return node
    finally:
        loader.dispose()


def _refuse_depth_and_anchors(text: str) -> None:
    """Raises for nesting so deep that the C composer, which calls itself, would end the process, and for anchors.

    It costs a reading of its own, so it is only asked where a text could hold either.
    """
    depth = 0
    for event in yaml.parse(text, _Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        mark: Any = event.start_mark
        if depth > MAX_DEPTH + 1:
            raise yaml.MarkedYAMLError(problem="too deep", problem_mark=mark)
        if getattr(event, "anchor", None) and not isinstance(event, yaml.AliasEvent):
            raise yaml.MarkedYAMLError(problem="anchor", problem_mark=mark)


def _plain(node: yaml.Node) -> Any:
    """A node's value of texts, lists and mappings."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(value) for value in node.value]
    return node.value


def _structure_problems(path: str, text: str, top: yaml.Node, first_line: int) -> Iterator[Problem]:
    """Ensure that a key stands once, is text, and that nothing is tagged or nested very deep.

    A hidden letter that does not stand in the text itself was written as an escape.
    """
    waiting = [(top, 0)]
    escapes, curled = "\\" in text, _CURL.search(text)
    while waiting:
        node, depth = waiting.pop()
        mark = node.start_mark
        line, column = mark.line + first_line, mark.column + 1
        if node.tag not in _TEXT_TAGS:
            message = f"{quoted(node.tag)} kan ikke bruges. Begynder teksten med «!», så sæt anførselstegn om den."
            yield Problem(path, line, column, "", message, reading.EXCLAMATION)
        if depth > MAX_DEPTH:
            yield Problem(path, line, column, "", _TOO_DEEP, reading.TOO_DEEP)
            continue
        if isinstance(node, yaml.MappingNode):
            yield from _key_problems(path, node, first_line, escapes)
            waiting += [(value, depth + 1) for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            waiting += [(value, depth + 1) for value in node.value]
        elif escapes and (hidden := HIDDEN.search(node.value)):
            yield Problem(path, line, column, "", _hidden_message(hidden.group()), reading.HIDDEN_LETTER)
        elif curled and not getattr(node, "style", None) and _CURLED.fullmatch(node.value):
            message = 'Teksten står i krøllede anførselstegn. Brug lige ("), eller lad dem være.'
            yield Problem(path, line, column, "", message, reading.CURLED_QUOTES)


def _key_problems(path: str, mapping: yaml.MappingNode, first_line: int, escapes: bool) -> Iterator[Problem]:
    lines: dict[str, int] = {}
    for key, _ in mapping.value:
        line, column = key.start_mark.line + first_line, key.start_mark.column + 1
        if not isinstance(key, yaml.ScalarNode):
            yield Problem(
                path, line, column, "", "Et felts navn skal være et ord. Skriv for eksempel titel: Fest.", reading.FIELD_NAME
            )
            continue
        if escapes and (hidden := HIDDEN.search(key.value)):
            yield Problem(path, line, column, "", _hidden_message(hidden.group()), reading.HIDDEN_LETTER)
        name = folded(key.value)
        if name in lines:
            message = f"Feltet står to gange (også i linje {lines[name]}). Behold det ene."
            yield Problem(path, line, column, key.value, message, reading.TWICE)
        lines.setdefault(name, line)


def _yaml_problem(path: str, text: str, first_line: int, error: yaml.MarkedYAMLError) -> Problem:
    begun = error.context in ("while scanning a quoted scalar", "while scanning a simple key", "while scanning an alias")
    mark = error.context_mark if begun else error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    written = text.split("\n")[line] if line < text.count("\n") + 1 else ""
    message, kind = _yaml_message(f"{error.context or ''}: {error.problem or ''}", written, column)
    return Problem(path, line + first_line, column + 1, "", message, kind)


def _yaml_message(problem: str, written: str, column: int) -> tuple[str, Kind]:
    """The Danish cure for what libyaml says in English."""
    key, colon, value = written.strip().partition(":")
    if "mapping values are not allowed" in problem and ":" not in written[:column]:
        return "Linjen er rykket for langt ind. Lad den begynde lige under linjen før.", reading.INDENT
    if "mapping values are not allowed" in problem and colon:
        return f"Der står et kolon i teksten. Sæt anførselstegn om den: {key}: {_quoted(value.strip())}.", reading.COLON
    if "too deep" in problem:
        return _TOO_DEEP, reading.TOO_DEEP
    if "tab character" in problem or ("cannot start any token" in problem and "\t" in written):
        return "Linjen er rykket ind med tabulator. Brug mellemrum i stedet.", reading.TAB
    if "cannot start any token" in problem:
        return "Teksten begynder med et særligt tegn. Sæt anførselstegn om den.", reading.SPECIAL_START
    if "could not find expected ':'" in problem:
        return "Her mangler et kolon efter feltets navn. Skriv for eksempel pris: gratis.", reading.NO_COLON
    if "unexpected end of stream" in problem or "document separator" in problem:
        return "Et anførselstegn er åbnet, men ikke lukket. Skriv det sidste, eller slet det første.", reading.OPEN_QUOTE
    if "alias" in problem or "anchor" in problem:
        return (
            "Henvisninger med & og * kan ikke bruges. Begynder teksten med et af de tegn, så sæt anførselstegn om den.",
            reading.ANCHOR,
        )
    return "Linjen kan ikke læses. Se efter indrykning, kolon og anførselstegn, også i linjen før.", reading.INDENT


def _quoted(text: str) -> str:
    """A text in the quotation marks that it does not hold itself."""
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"


def _position(root: Path, path: str, location: Location, *, at_key: bool) -> tuple[int, int]:
    text, problems = _text(root, path)
    if problems:
        return 1, 1
    first_line = 1
    if path.endswith(".md"):
        front, _, _ = _split(text)
        text, first_line = front or "", 2
    node = _composed(text)
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
    """The key's and the value's node one step further in."""
    if isinstance(node, yaml.MappingNode) and isinstance(step, str):
        return next(((key, value) for key, value in node.value if folded(key.value) == folded(step)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None
