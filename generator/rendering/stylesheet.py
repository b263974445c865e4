"""The stylesheet of one template: the rules that its pages can need, found by the classes that its sources name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from generator.rendering import css, needs

_CALLED = re.compile(r"""{%-?\s*(?:include|from|import|extends)\s+"([^"]+)""")
_CLASSES = re.compile(r'\bclass="([^"]*)"')
_NAME = re.compile(r"\b[a-z][\w-]*")
_STATEMENTS = re.compile(r"{#.*?#}|{[{%].*?[%}]}", re.DOTALL)
"""What a template tells the engine. Its names are variables; a class can only be in its quoted texts."""
_QUOTED = re.compile(r'"[^"]*"|\'[^\']*\'')
_WRITTEN = ".prose"
"""The class around what is written in Markdown."""
_SHELL = ("main.html", "base.html")
_BARE_SHELL = ("bare.html",)
BARE = frozenset({"screen.html", "embed.html"})
"""The templates of pages without menu and footer."""


class Template(NamedTuple):
    """The text of a template, which templates it includes, and which words it names in a class or quotes."""

    text: str
    includes: list[str]
    words: set[str]


class Templates(dict[str, Template]):
    """The templates below a folder, by path (`pages/event.html`), each read once."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def __missing__(self, name: str) -> Template:
        file = self.folder / name
        text = file.read_text("utf-8") if file.is_file() else ""
        quoted = (said for each in _STATEMENTS.findall(text) if not each.startswith("{#") for said in _QUOTED.findall(each))
        written = [*_CLASSES.findall(_STATEMENTS.sub("", text)), *quoted]
        self[name] = Template(text, _CALLED.findall(text), set(_NAME.findall(" ".join(written))))
        return self[name]

    def words_of_pages(self) -> dict[str, frozenset[str]]:
        """Return, for each page template (`event.html`), every word that can be a class in its sources: its own, its includes and
        the layout."""
        names = (file.name for file in self.folder.glob("pages/*.html"))
        return {name: self._words([f"pages/{name}", *_shell(bare=name in BARE)]) for name in names}

    def words_of_layout(self, *, bare: bool) -> frozenset[str]:
        """Return every word that can be a class in the layout around pages, or around bare ones."""
        return self._words(_shell(bare=bare))

    def source_of(self, page: str) -> str:
        """Return the text of a page template (`event.html`) and of all that it includes."""
        return "".join(self[name].text for name in sorted(self.reached([f"pages/{page}"])))

    def _words(self, names: Iterable[str]) -> frozenset[str]:
        return frozenset(word for name in self.reached(names) for word in self[name].words)

    def reached(self, names: Iterable[str]) -> set[str]:
        """Return the names of these templates and of all that they include."""
        found: set[str] = set()
        left = list(names)
        while left:
            name = left.pop()
            if name not in found:
                found.add(name)
                left += self[name].includes
        return found


def _shell(*, bare: bool) -> tuple[str, ...]:
    return _BARE_SHELL if bare else _SHELL


def cut(style: str, template: str, words: Mapping[str, frozenset[str]]) -> str:
    """Return `style` (without comments) less the rules for classes that other templates name and this one does not.

    A class that no template names is made by Markdown or a script, and stays. So do all rules inside `.prose`.
    """
    own, others = words[template], frozenset().union(*words.values())
    left_out = frozenset(name for name in needs.of_style(style) if is_named(name, others) and not is_named(name, own))
    return "".join(css.rules_used(style, lambda selector: _before_prose(selector).are_met_without(left_out)))


@cache
def _before_prose(selector: str) -> needs.Needs:
    """Return what a selector needs, but for what stands inside `.prose`."""
    before, written, _ = selector.partition(_WRITTEN)
    return needs.of_selector(before + written)


def is_named(name: str, words: frozenset[str]) -> bool:
    """Return whether a class is among the words, whole or as far as its template writes it (`stamp--` of `stamp--moved`)."""
    return name in words or name.partition("--")[0] + "--" in words
