"""The text of a content file, what is wrong with the file itself, and where a letter of it stands."""

from __future__ import annotations

import os
import re
from pathlib import Path

from generator.problems.problem import Problem
from generator.problems.rules import reading
from generator.problems.rules.rule import Rule
from generator.problems.unforeseen import unreadable
from generator.reading.folders import NO_LINK
from generator.reading.yaml_errors import hidden_message
from generator.text.letters import DECEIVING, normal
from generator.text.sanitise import as_meant

MAX_BYTES = 200_000
BREAK = "\ufdd0"
"""Holds the place of a line break of another kind (as U+2028) until it is known whether that stands in a field or in Markdown."""
PERSON_NUMBER = re.compile(r"(?<!\w|[./-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d-\d{4}(?!\w|-)")
_BETWEEN_FIELDS = re.compile(BREAK + r"(?=[ \t]*(?:[a-zæøå][\w -]*:(?:\s|$)|---\s))")


def text_of(root: Path, path: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a file with BREAK for unusual line breaks, or an empty one with what is wrong with it."""
    if _is_linked(root, path):
        return "", (Problem.of_file(path, NO_LINK, reading.LINK),)
    try:
        with (root / path).open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError:
        return "", (unreadable(path),)
    if len(content) > MAX_BYTES:
        message = f"Filen er for stor. Den må højst fylde {MAX_BYTES // 1000} kB. Gør teksten kortere."
        return "", (Problem.of_file(path, message, reading.TOO_BIG),)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = "Filen er ikke gemt som UTF-8-tekst. Gem den igen med tegnsættet UTF-8."
        return "", (Problem(path, content[: error.start].count(b"\n") + 1, 1, "", message, reading.ENCODING),)
    text = as_meant(normal(text.replace("\r\n", "\n").replace("\r", "\n")), BREAK)
    if BREAK in text:
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


def problem_at_letter(path: str, text: str, offset: int, message: str, rule: Rule) -> Problem:
    """Return a problem at the letter `offset` (from 0) of a whole file's text."""
    return Problem(path, *line_column(text, offset), "", message, rule)


def line_column(text: str, offset: int) -> tuple[int, int]:
    """Return the line and the column, from 1, of the letter at `offset`, from 0."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
