"""The stylesheet of one template: the rules that its pages can need, found by the classes that its sources name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CALLED = re.compile(r"""{%-?\s*(?:include|from|import|extends)\s+"([^"]+)""")
_WORD = re.compile(r"(?<![</])\b[a-z][\w-]*")
_CLASS = re.compile(r"\.([a-z][\w-]*)")
_ARGUMENTS = re.compile(r"\([^()]*\)")
_WRITTEN = "prose"
"""The class around what is written in Markdown."""
_SHELL = ("main.html", "base.html")


def words_of(templates: Path) -> dict[str, frozenset[str]]:
    """All words in the sources of each page template (`event.html`): its own, those that it calls on, and the shell's."""
    return {file.name: frozenset(_words(templates, [f"pages/{file.name}", *_SHELL])) for file in templates.glob("pages/*.html")}


def _words(templates: Path, names: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        file = templates / name
        if name not in seen and file.is_file():
            seen.add(name)
            source = file.read_text("utf-8")
            waiting += _CALLED.findall(source)
            yield from _WORD.findall(source)


def without_comments(style: str) -> str:
    """CSS on as few lines as its rules have."""
    return re.sub(r"\n\s*", "", _COMMENT.sub("", style))


def cut(style: str, template: str, words: Mapping[str, frozenset[str]]) -> str:
    """The rules of `style` (without comments) but those for classes that other templates name and this one does not.

    A class that no template names is made by Markdown, and stays; so does all that stands inside `.prose`.
    """
    own = words[template]
    others = frozenset().union(*words.values())
    return "".join(_kept(style, lambda name: _named(name, own) or not _named(name, others)))


def _kept(style: str, used: Callable[[str], bool]) -> Iterator[str]:
    for head, body in blocks(style):
        if head.startswith(("@media", "@supports")):
            inner = "".join(_kept(body, used))
            if inner:
                yield f"{head}{{{inner}}}"
        elif head.startswith("@"):
            yield f"{head}{{{body}}}"
        else:
            selectors = [one for one in selectors_of(head) if all(map(used, _asked(classes_of(one))))]
            if selectors:
                yield f"{','.join(selectors)}{{{body}}}"


def _asked(classes: list[str]) -> list[str]:
    return [_WRITTEN] if _WRITTEN in classes else classes


def blocks(style: str) -> Iterator[tuple[str, str]]:
    """The outermost blocks: what stands before the brace, and what stands between the braces."""
    depth, begin, opened = 0, 0, 0
    for match in re.finditer("[{}]", style):
        depth += 1 if match[0] == "{" else -1
        if match[0] == "{" and depth == 1:
            opened = match.start()
        elif depth == 0:
            yield style[begin:opened].strip(), style[opened + 1 : match.start()]
            begin = match.end()


def selectors_of(head: str) -> list[str]:
    """The selectors of a rule, parted at the commas that stand in no parentheses."""
    return [one.strip() for one in re.split(r",(?![^()]*\))", head)]


def classes_of(selector: str) -> list[str]:
    """The classes without which a selector finds nothing: those in parentheses are one of several, or none."""
    while (bare := _ARGUMENTS.sub("", selector)) != selector:
        selector = bare
    return _CLASS.findall(selector)


def _named(name: str, words: frozenset[str]) -> bool:
    """Whether a class is among the words, whole or as far as its template writes it (`stamp--` of `stamp--moved`)."""
    return name in words or name.partition("--")[0] + "--" in words
