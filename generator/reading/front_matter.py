"""Where an event's fields end and its text begins, also where the lines of `---` are missing or another sign was used."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from generator.model.event import EventFacts
from generator.model.programme import IdeaFacts
from generator.model.synonyms import EVENT, comparable

_FENCED = re.compile(r"---[ \t]*\n(.*?\n)??---[ \t]*(?:\n|\Z)", re.DOTALL)
_FENCE = re.compile(r"[ \t]*(?:[-–—−―‐‑‒_]+|[*+=~]{3,}|`{3}(?:ya?ml)?)[ \t]*$")
_FIELD = re.compile(r"[“”\"]?[^\W\d][\w æøåÆØÅé./()-]{0,30}[“”\"]?[ \t]*[:：](?:\s|$|(?!//)\S)")
_CODE = re.compile(r"\s*(```\w*[ \t]*)\n\s*---[ \t]*\n")
_CODE_ENDS = re.compile(r"^```[ \t]*$", re.MULTILINE)
_BELOW = re.compile(r"[ \t]+\S|[-–—•·*][ \t]*\S|#")


class Parts(NamedTuple):
    """A file's front matter with the line it begins at, and its text with its own. `front` is None where there is none."""

    front: str | None
    front_line: int
    body: str
    body_line: int


def split(text: str) -> Parts:
    """Return the parts of a file. Two lines of `---` come first; where they do not, what stands there is read as it was meant."""
    match = _FENCED.match(text)
    if match:
        return Parts(match.group(1) or "", 2, text[match.end() :], text[: match.end()].count("\n") + 1)
    return _split_loosely(text)


def _split_loosely(text: str) -> Parts:
    """Return the parts where a line of `---` is missing, stands below empty lines, or is made of other signs.

    A file that ends in its fields, before a second `---`, may have been cut off above the one that takes the event back: it is
    not read.
    """
    lines = (_out_of_code(text) if text.lstrip().startswith("```") else text).split("\n")
    begins = next((place for place, line in enumerate(lines) if line.strip("\ufeff \t")), len(lines))
    if begins == len(lines):
        return Parts(None, 1, text, 1)
    fenced = _is_fence(lines[begins])
    first = begins + fenced
    last = next((place for place in range(first, len(lines)) if _is_fence(lines[place])), None)
    if last is not None and fenced and (last == first or _is_fields(lines[first:last])):
        return _parts(lines, first, last, last + 1)
    ends = _end_of_fields(lines, first)
    cut_off = fenced and not any(line.strip() for line in lines[ends:])
    if ends == first or cut_off:
        return Parts(None, 1, text, 1)
    return _parts(lines, first, ends, ends + (ends < len(lines) and _is_fence(lines[ends])))


def _out_of_code(text: str) -> str:
    """Return a file that stands in a block of code, as programs that write for people give it, without the lines around it."""
    opened = _CODE.match(text)
    return _CODE_ENDS.sub("", text[: opened.start(1)] + text[opened.end(1) :], count=1) if opened else text


def _parts(lines: list[str], first: int, last: int, body: int) -> Parts:
    front = "".join(line + "\n" for line in lines[first:last])
    return Parts(front, first + 1, "\n".join(lines[body:]), body + 1)


def _is_fence(line: str) -> bool:
    """Return whether a line parts the fields from the text: `---`, what Word and phones make of it, or `***` and `+++`."""
    return bool(_FENCE.match(line)) and line.strip() not in ("-", "–", "_")


def _is_fields(lines: list[str]) -> bool:
    first = next((line for line in lines if line.strip()), "")
    return bool(_FIELD.match(first.lstrip()))


def _is_known(line: str) -> bool:
    """Return whether a line begins with the name of a field, or with another word for one."""
    return comparable(re.split("[:：]", line, maxsplit=1)[0].strip(' \t"“”')) in _known_words()


@cache
def _known_words() -> frozenset[str]:
    keys = (*EventFacts.field_keys(), *IdeaFacts.field_keys())
    return frozenset({*map(comparable, keys), *EVENT})


def _end_of_fields(lines: list[str], first: int) -> int:
    """Return the line after the last field: what is below an empty line is fields only where all of that paragraph are."""
    ends = place = first
    while place < len(lines):
        end = place
        while end < len(lines) and lines[end].strip() and not _is_fence(lines[end]):
            end += 1
        paragraph = lines[place:end]
        read = next(
            (count for count, line in enumerate(paragraph) if not (_FIELD.match(line) or _BELOW.match(line))), len(paragraph)
        )
        begins = bool(paragraph) and bool(_FIELD.match(paragraph[0]))
        if not begins or (ends > first and (read < len(paragraph) or not _is_known(paragraph[0]))):
            return ends
        ends = place + read
        if read < len(paragraph) or (end < len(lines) and _is_fence(lines[end])):
            return ends
        place = end
        while place < len(lines) and not lines[place].strip():
            place += 1
        if place < len(lines) and _is_fence(lines[place]):
            return place
    return ends
