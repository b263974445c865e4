"""YAML as nodes whose scalars are all text: `14.30`, `no` and `2026` are what people wrote."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from itertools import chain, pairwise
from typing import Any, NamedTuple

import yaml

from generator.reading.colons import with_quotes
from generator.reading.lookalikes import read_lookalikes, without_tabs

MAX_DEPTH = 12
TEXT_TAGS = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map")
"""The tags of a text, a list and a mapping that name none."""

_TAGS = {yaml.ScalarNode: TEXT_TAGS[0], yaml.SequenceNode: TEXT_TAGS[1], yaml.MappingNode: TEXT_TAGS[2]}
_SAFE_OPENERS = 500
_LONE = re.compile(r"[{,][^{}\[\],:]+(?=[,}])")
"""What may be a field without a value between curly brackets; most texts hold none, and are not looked through."""


class _Loader(yaml.cyaml.CParser if yaml.__with_libyaml__ else yaml.BaseLoader):  # type: ignore[misc]
    """One reading of a text into nodes whose scalars are all text: there is nothing to resolve, which takes a third of the time."""

    def descend_resolver(self, current: object, index: object) -> None:
        """Asked on the way into a node, where a tag could follow from its place: none does."""

    def ascend_resolver(self) -> None:
        """Asked on the way out of a node."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        """Return the tag of a node that names none."""
        del value, implicit
        return _TAGS[kind]


@lru_cache(maxsize=1)
def composed(text: str) -> yaml.Node | None:
    """Return the top node, None where there is nothing. The last is remembered for the positions of a file's problems.

    Signs that look like those of YAML are read as those. Raises YAMLError for what YAML cannot be, and RecursionError.
    """
    text = read_lookalikes(text)
    try:
        return _composed(text)
    except yaml.YAMLError:
        for spaced in (*without_tabs(text), with_quotes(text)):
            with suppress(yaml.YAMLError):
                if spaced is not None:
                    return _composed(spaced)
        raise


def _composed(text: str) -> yaml.Node | None:
    if "&" in text or sum(map(text.count, "[{-?:")) > _SAFE_OPENERS:
        _refuse_depth_and_anchors(text)
    loader = _Loader(text)
    try:
        node: yaml.Node | None = loader.get_single_node()
        if node is not None and "{" in text and _LONE.search(text):
            _read_commas(node, text)
        return node
    finally:
        loader.dispose()


def _read_commas(node: yaml.Node, text: str) -> None:
    """Read a comma within a value between curly brackets as part of it: `{navn: Vejen 1, 7900 Byen}`, `{timer: 2,5}`.

    YAML ends the value there, and what follows is a field that says nothing. A single word may be meant as a field: it gets itself
    as its value, so that it is reported.
    """
    if isinstance(node, yaml.SequenceNode):
        for each in node.value:
            _read_commas(each, text)
    if not isinstance(node, yaml.MappingNode):
        return
    pairs: list[tuple[yaml.Node, yaml.Node]] = []
    for key, value in node.value:
        if not (node.flow_style and _is_lone(key, value, text)):
            _read_commas(value, text)
            pairs.append((key, value))
        elif pairs and _is_plain(pairs[-1][1]) and (key.value[0].isdigit() or " " in key.value):
            before = pairs[-1][1]
            whole = " ".join(text[before.start_mark.index : key.end_mark.index].split())
            pairs[-1] = (pairs[-1][0], yaml.ScalarNode(TEXT_TAGS[0], whole, before.start_mark, key.end_mark))
        else:
            pairs.append((key, yaml.ScalarNode(TEXT_TAGS[0], key.value, key.start_mark, key.end_mark)))
    node.value = pairs


def _is_lone(key: yaml.Node, value: yaml.Node, text: str) -> bool:
    """Return whether a field is only a name, without a colon after it."""
    return _is_plain(key) and value.value == "" and ":" not in text[key.end_mark.index : value.start_mark.index]


def _is_plain(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and bool(node.value)


class Block(NamedTuple):
    """A field at the top of a text that could not be read whole, with all that stands below it.

    `line` counts from 0; `node` is None where the block itself is what cannot be read, and `error` says why.
    """

    line: int
    text: str
    node: yaml.MappingNode | None
    error: yaml.MarkedYAMLError | None


MOST_BLOCKS = 300
"""A text with more is no event of anyone: it is not tried block by block."""


@lru_cache(maxsize=1)
def blocks(text: str) -> tuple[Block, ...]:
    """Return the fields at the top of a text, each read by itself, with the lines and columns that they have in the text."""
    lines = text.split("\n")
    starts = [place for place, line in enumerate(lines) if line[:1].strip() and line[0] not in "#-–—•*]})"]
    if not starts or len(starts) > MOST_BLOCKS:
        return ()
    starts[0] = 0
    return tuple(_block(start, "\n".join(lines[start:end])) for start, end in pairwise([*starts, len(lines)]))


def _block(line: int, text: str) -> Block:
    try:
        node = composed.__wrapped__(text)
    except yaml.MarkedYAMLError as error:
        return Block(line, text, None, error)
    except (yaml.YAMLError, RecursionError):
        return Block(line, text, None, None)
    if not isinstance(node, yaml.MappingNode):
        return Block(line, text, None, None)
    _move(node, line)
    return Block(line, text, node, None)


def _move(node: yaml.Node, lines: int) -> None:
    """Move the marks of a node, and of all in it, that many lines down."""
    for name in ("start_mark", "end_mark"):
        mark = getattr(node, name)
        setattr(node, name, Place(mark.line + lines, mark.column))
    inner = (
        node.value if isinstance(node, yaml.SequenceNode) else [*chain(*node.value)] if isinstance(node, yaml.MappingNode) else ()
    )
    for each in inner:
        _move(each, lines)


class Place(NamedTuple):
    """A line and a column, both from 0, as YAML marks them."""

    line: int
    column: int


def readable(text: str) -> yaml.Node | None:
    """Return the top node of a text, or of what can be read of it where the whole cannot."""
    try:
        return composed(text)
    except (yaml.YAMLError, RecursionError):
        pairs = [pair for block in blocks(text) if block.node for pair in block.node.value]
        top: Any = Place(0, 0)
        return yaml.MappingNode(TEXT_TAGS[2], pairs, top, top)


def plain(node: yaml.Node) -> Any:
    """Return a node's value of texts, lists and mappings."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: plain(value) for key, value in node.value if isinstance(key, yaml.ScalarNode)}
    if isinstance(node, yaml.SequenceNode):
        return [plain(value) for value in node.value]
    return node.value


def _refuse_depth_and_anchors(text: str) -> None:
    """Raise for nesting so deep that the C composer, which calls itself, would end the process, and for anchors.

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
