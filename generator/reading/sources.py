"""Reads YAML files and Markdown files with front matter. The model gives each scalar, which is text, a type."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from generator.problems.problem import Problem
from generator.problems.rules import reading
from generator.reading.front_matter import split
from generator.reading.lookalikes import read_lookalikes
from generator.reading.texts import BREAK, problem_at_letter, text_of
from generator.reading.yaml_errors import NO_COLON, no_space_problem, structure_problems, yaml_problem
from generator.reading.yaml_nodes import Block, blocks, composed, plain, readable
from generator.text.letters import UNUSUAL, folded
from generator.text.sanitise import as_meant, with_ascii_digits

_FIELDS = re.compile(r"\s*+---[ \t]*+\n[ \t]*+[\w -]++:(?:[ \t][^\n]*+)?+\n(?:[^\n]*+\n)*?---[ \t]*+(?:\n|\Z)")


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
    text, problems = text_of(root, path)
    if problems:
        return Source(path, None, "", 1, problems)
    return replace(_parsed(path, text, 1, "", 1), front=text.replace(BREAK, " "))


def read_markdown(root: Path, path: str) -> Source:
    """Return a file of YAML front matter, then Markdown. Where lines of `---` are missing, fields are read as far as they go."""
    text, problems = text_of(root, path)
    if problems:
        return Source(path, None, "", 1, problems)
    front, front_line, body, body_line = split(text)
    if front is None:
        cure = "Skriv en linje «---» først i filen, så felterne, så en linje «---» mere og derefter teksten."
        return Source(path, None, "", 1, (Problem.of_file(path, cure, reading.FENCES),))
    source = _parsed(path, front, front_line, body.replace(BREAK, "\n"), body_line)
    return replace(source, front=read_lookalikes(front.replace(BREAK, " ")))


def fields_that_break(root: Path, path: str) -> tuple[Problem, ...]:
    """Return what is wrong with the fields of a page that need have none; nothing where there are none. An engine that cannot read
    them shows them as text."""
    return read_markdown(root, path).problems if _FIELDS.match(text_of(root, path)[0]) else ()


def read_page(root: Path, path: str) -> Source:
    """Return a page of content/, which need have no fields: its text is then the whole file."""
    return read_markdown(root, path) if _FIELDS.match(text_of(root, path)[0]) else read_text(root, path)


def read_text(root: Path, path: str) -> Source:
    """Return a file that is Markdown all through; `data` is an empty mapping. Fields in it are a problem: they would be shown."""
    text, problems = text_of(root, path)
    text = text.replace(BREAK, "\n")
    if _FIELDS.match(text):
        message = "Her er ingen felter. Slet linjerne fra «---» til «---», og lad teksten stå."
        problems = (problem_at_letter(path, text, text.index("---"), message, reading.NO_FIELDS),)
    return Source(path, None if problems else {}, text, 1, problems)


def parsed(text: str) -> Any:
    """Return YAML that has been read without a problem before as texts, lists and mappings; None where there is nothing."""
    node = composed(text)
    return _values(text, node) if node else None


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
        return with_ascii_digits(as_meant(value.replace(BREAK, "\n")))
    if isinstance(value, list):
        return [_as_meant(each) for each in value]
    return {as_meant(key): _as_meant(each) for key, each in value.items()}
