"""CSS as text: its blocks, its selectors, and what a selector is made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import accumulate

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CLASS = re.compile(r"\.([a-z][\w-]*)")
_ARGUMENTS = re.compile(r"\([^()]*\)")
_FUNCTION = re.compile(r":[a-z-]+$")
_NAMED = re.compile(r"@(?:keyframes|page) ([\w-]+)")
_CALLS = re.compile(r"(?<![\w-])(?:animation(?:-name)?|page):([^;}]*)")
PAPER = "@media print"
_NAME = re.compile(r"\b[a-z][\w-]*")


def without_comments(style: str) -> str:
    """Return CSS with one rule on each line."""
    return re.sub(r"\n\s*", "", _COMMENT.sub("", style))


def paper_last(style: str) -> str:
    """Return a style (without comments) whose rules for paper stand at its end, so that none for screens takes their place."""
    parts = blocks(style)
    paper = "".join(body for head, body in parts if head == PAPER)
    return "".join(f"{head}{{{body}}}" for head, body in (*(each for each in parts if each[0] != PAPER), (PAPER, paper)))


def rules_used(style: str, used: Callable[[str], bool]) -> Iterator[str]:
    """Yield the rules of a style (without comments) with those of their selectors that are used."""
    for head, body in blocks(style):
        if head.startswith(("@media", "@supports")):
            inner = "".join(rules_used(body, used))
            if inner:
                yield f"{head}{{{inner}}}"
        elif head.startswith("@"):
            yield f"{head}{{{body}}}"
        else:
            selectors = [one for one in selectors_of(head) if used(one)]
            if selectors:
                yield f"{','.join(selectors)}{{{body}}}"


def selectors_in(style: str) -> Iterator[str]:
    """Yield every selector of a style."""
    for head, body in blocks(style):
        if head.startswith(("@media", "@supports")):
            yield from selectors_in(body)
        elif not head.startswith("@"):
            yield from selectors_of(head)


def without_uncalled(style: str) -> str:
    """Return a style less the animations and kinds of sheet (`@page a3`) that no rule calls by their names."""
    called = frozenset(_NAME.findall(" ".join(_CALLS.findall(style))))
    uncalled = [name for name in _NAMED.findall(style) if name not in called]
    return "".join(_without_named(style, frozenset(uncalled))) if uncalled else style


def _without_named(style: str, names: frozenset[str]) -> Iterator[str]:
    for head, body in blocks(style):
        named = _NAMED.fullmatch(head)
        if head.startswith(("@media", "@supports")):
            yield f"{head}{{{''.join(_without_named(body, names))}}}"
        elif not (named and named[1] in names):
            yield f"{head}{{{body}}}"


@cache
def blocks(style: str) -> tuple[tuple[str, str], ...]:
    """Yield the outermost blocks as pairs: what stands before the brace, and what stands between the braces."""
    return tuple(_blocks(style))


def _blocks(style: str) -> Iterator[tuple[str, str]]:
    depth, begin, opened = 0, 0, 0
    for match in re.finditer("[{}]", style):
        depth += 1 if match[0] == "{" else -1
        if match[0] == "{" and depth == 1:
            opened = match.start()
        elif depth == 0:
            yield style[begin:opened].strip(), style[opened + 1 : match.start()]
            begin = match.end()


@cache
def selectors_of(head: str) -> list[str]:
    """Return the selectors of a rule. Commas inside parentheses do not part them."""
    depths = accumulate({"(": 1, ")": -1}.get(letter, 0) for letter in head)
    parts = "".join("\n" if letter == "," and depth == 0 else letter for letter, depth in zip(head, depths, strict=True))
    return [one.strip() for one in parts.split("\n")]


@cache
def classes_of(selector: str) -> list[str]:
    """Return the classes that a selector cannot match without. Those in parentheses are alternatives or exclusions, and do not
    count."""
    return _CLASS.findall(without_arguments(selector))


def without_arguments(selector: str) -> str:
    """Return a selector less all that stands in parentheses."""
    while (bare := _ARGUMENTS.sub("", selector)) != selector:
        selector = bare
    return selector


def arguments_of(selector: str) -> Iterator[tuple[str, str, str]]:
    """Yield, for each pair of outermost parentheses, what stands before it, its function (`:is`) and what stands in it."""
    depth, opened = 0, 0
    for match in re.finditer("[()]", selector):
        depth += 1 if match[0] == "(" else -1
        if match[0] == "(" and depth == 1:
            opened = match.start()
        elif depth == 0:
            before = selector[:opened]
            function = _FUNCTION.search(before)
            yield before, function[0] if function else "", selector[opened + 1 : match.start()]
