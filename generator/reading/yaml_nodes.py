"""YAML as nodes whose scalars are all text: `14.30`, `no` and `2026` are what people wrote."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import yaml

MAX_DEPTH = 12
TEXT_TAGS = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map")
"""The tags of a text, a list and a mapping that name none."""

_TAGS = {yaml.ScalarNode: TEXT_TAGS[0], yaml.SequenceNode: TEXT_TAGS[1], yaml.MappingNode: TEXT_TAGS[2]}
_SAFE_OPENERS = 500


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


@lru_cache(maxsize=1)
def composed(text: str) -> yaml.Node | None:
    """The top node, None where there is nothing; kept for the positions of a file's problems, which may be thousands.

    A no-break space, which looks like a space and is none to YAML, is one here. Raises YAMLError for what YAML cannot be, and
    RecursionError.
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


def plain(node: yaml.Node) -> Any:
    """A node's value of texts, lists and mappings."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain(value) for value in node.value]
    return node.value


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
