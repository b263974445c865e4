"""What a page must have for a CSS selector to match anything on it: classes (`went__quote`), elements (`<table`), and elements
in what is written in Markdown (`prose<ul`)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from generator.rendering import css

_RARE = "blockquote|code|dd|dl|dt|figcaption|hr|mark|pre|table|td|th"
"""The elements of Markdown that most pages have none of."""
_WRITTEN = f"{_RARE}|details|h2|h3|h4|li|ol|section|summary|ul"
"""Those, and the ones that most pages have, but few in what is written in Markdown."""
_TAGS, _WRITTEN_TAGS = (re.compile(f"<(?:{elements})") for elements in (_RARE, _WRITTEN))
_ASKED, _WRITTEN_ASKED = (re.compile(rf'(?<![\w.#:\["=-])(?:{elements})(?![\w-])') for elements in (_RARE, _WRITTEN))
_CLASSES = re.compile(r'class="([^"]*)"')
_PROSE = re.compile(r'class="(?:[^"]* )?prose[ "]')
_DIV = re.compile("</?div")
_CHOICES = frozenset({":is", ":where", ":has"})
IN_PROSE = "prose<"


class Needs(NamedTuple):
    """Hold the names that a page must have all of, and the choices of which it must meet one each."""

    names: frozenset[str]
    choices: tuple[tuple[Needs, ...], ...]

    def are_met_without(self, lacking: Collection[str]) -> bool:
        """Return whether a page that lacks these names may have all that is needed."""
        if not self.choices:
            return self.names.isdisjoint(lacking)
        return self.names.isdisjoint(lacking) and all(any(each.are_met_without(lacking) for each in some) for some in self.choices)

    def all_names(self) -> Iterator[str]:
        """Yield all names, those of the choices too."""
        yield from self.names
        for some in self.choices:
            for each in some:
                yield from each.all_names()


@cache
def of_selector(selector: str, *, written: bool = False) -> Needs:
    """Return what a selector needs. `written` says that what stands before it leads into what is written in Markdown."""
    bare = css.without_arguments(selector)
    outside, _, inside = ("", "", bare) if written else bare.partition(".prose")
    elements = ["<" + name for name in _ASKED.findall(outside)]
    elements += [IN_PROSE + name for name in _WRITTEN_ASKED.findall(inside)]
    choices = (
        tuple(of_selector(one, written=written or ".prose" in before) for one in css.selectors_of(alternatives))
        for before, function, alternatives in css.arguments_of(selector)
        if function in _CHOICES
    )
    return Needs(frozenset([*css.classes_of(selector), *elements]), tuple(choices))


@cache
def of_style(style: str) -> frozenset[str]:
    """Return all names that the selectors of a style need."""
    return frozenset(name for selector in css.selectors_in(style) for name in of_selector(selector).all_names())


def names_on(html: str) -> set[str]:
    """Return the names that a page has. `html` is all of it but the layout."""
    names = {name for classes in set(_CLASSES.findall(html)) for name in _parted(classes)}
    names.update(_TAGS.findall(html))
    names.update("prose" + tag for prose in _proses(html) for tag in _WRITTEN_TAGS.findall(prose))
    return names


def _proses(html: str) -> Iterator[str]:
    """Yield what stands in the elements of class `prose`, or more."""
    for found in _PROSE.finditer(html):
        depth, end = 1, len(html)
        for tag in _DIV.finditer(html, found.end()):
            depth += 1 if tag[0] == "<div" else -1
            if not depth:
                end = tag.start()
                break
        yield html[found.end() : end]


@cache
def _parted(classes: str) -> frozenset[str]:
    return frozenset(classes.split())
