"""Words behind a `#` in the middle of a line of fields, which YAML takes for a note and nobody is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from generator.reading.front_matter import split
from generator.reading.texts import text_of
from generator.reading.yaml_errors import in_quotes
from generator.reading.yaml_nodes import readable

_WORDS = re.compile(r" #[ \t]+(?=[^\W\d])")
"""One space before the sign: a note that somebody sets beside a value has two, as programs and our templates write it."""


class Lost(NamedTuple):
    """Where words are lost, from 1, and what to write instead: `: vision: "Vi vil # mødes"`, or nothing."""

    line: int
    column: int
    cure: str


def words_behind_hashes(root: Path, path: str) -> Iterator[Lost]:
    """Yield each place of a file's fields where a text ends at ` # ` and words go on behind it."""
    text, problems = text_of(root, path)
    if problems or not _WORDS.search(text):
        return
    first_line = 1
    if path.endswith(".md"):
        front, first_line, _, _ = split(text)
        text = front or ""
    lines = text.split("\n")
    for node in _texts(readable(text)):
        mark = node.end_mark
        written = lines[mark.line] if mark.line < len(lines) else ""
        if not node.style and re.search(r"[^\W\d]", node.value) and (found := _WORDS.match(written, mark.column)):
            yield Lost(mark.line + first_line, found.start() + 2, in_quotes(written) if node.start_mark.line == mark.line else "")


def _texts(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """Yield the texts below a node in the order of the file; not the names of fields."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _texts(each)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _texts(value)
