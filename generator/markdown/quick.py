"""Markdown's own steps, each with a look before at whether it could find anything: most texts need few of them."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions.tables import TableProcessor
from markdown.inlinepatterns import IMAGE_LINK_RE, LINK_RE, ImageInlineProcessor, LinkInlineProcessor
from markdown.preprocessors import HtmlBlockPreprocessor
from markdown.treeprocessors import InlineProcessor, UnescapeTreeprocessor
from markdown.util import AtomicString

_LONGEST_ADDRESS = 2_000
"""Letters, with a title."""

_SIGNS = re.compile(r"[\\`*_\[\]<>&~\x02\x03]|  \n")
_SIGNS_OF = {
    **{"em_strong": ("*", "_"), "address": ("://", "www.")},
    **{
        name: (sign, sign)
        for sign, names in {
            **{"`": "backtick", "\\": "escape", "  \n": "linebreak", "&": "entity", "~~": "strikethrough"},
            **{"[": "reference link short_reference", "![": "image_link image_reference short_image_ref"},
            **{"<": "autolink automail html"},
        }.items()
        for name in names.split()
    },
}
"""Of each pattern the two signs, which may be one, without either of which it finds nothing."""


def register(md: Markdown) -> None:
    """Have Markdown look before it works."""
    md.treeprocessors.register(_Unescape(md), "unescape", 0)
    md.preprocessors.register(_HtmlBlock(md), "html_block", 20)
    md.inlinePatterns.register(_Link(LINK_RE, md), "link", 160)
    md.inlinePatterns.register(_Image(IMAGE_LINK_RE, md), "image_link", 150)
    md.treeprocessors.register(_Inline(md), "inline", 20)
    parser: Any = md.parser
    parser.blockprocessors.register(_Words(md.parser), "words", 110)
    parser.blockprocessors.register(_Table(md.parser, {"use_align_attribute": False}), "table", 75)
    parser.blockprocessors = tuple(parser.blockprocessors)


class _Inline(InlineProcessor):
    """Leaves a text alone in which no sign could mean anything: most of them, and twenty searches less for each."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        named = ((pattern, _name(md, pattern)) for pattern in md.inlinePatterns)
        self.patterns = [(pattern, *_SIGNS_OF.get(name, ("", ""))) for pattern, name in named]

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N803  Markdown's own name
        if isinstance(data, AtomicString) or not _SIGNS.search(data):
            return data
        for place, (pattern, sign, other) in enumerate(self.patterns[patternIndex:], patternIndex):
            start, found = 0, sign in data or other in data
            while found:
                data, found, start = self._InlineProcessor__applyPattern(pattern, data, place, start)  # type: ignore[attr-defined]
        return data


def _name(md: Markdown, pattern: Any) -> str:
    patterns: Any = md.inlinePatterns
    return next((name for name in _SIGNS_OF if name in patterns and patterns[name] is pattern), "")


class _Link(LinkInlineProcessor):
    """Looks for the end of an address no further away than one could be long."""

    def getLink(self, data: str, index: int) -> Any:
        return super().getLink(data[: index + _LONGEST_ADDRESS], index)


class _Image(_Link, ImageInlineProcessor):
    """The same for a picture."""


class _Unescape(UnescapeTreeprocessor):
    """Looks for escaped signs only where a text holds some."""

    def unescape(self, text: str) -> str:
        return super().unescape(text) if "\x02" in text else text


class _HtmlBlock(HtmlBlockPreprocessor):
    """Looks for HTML only where a text could hold some."""

    def run(self, lines: list[str]) -> list[str]:
        return super().run(lines) if any("<" in line or "&" in line for line in lines) else lines


class _Words(ParagraphProcessor):
    """Takes lines that all begin with a letter for the paragraph that they are, before ten other questions are asked of them."""

    def test(self, parent: ElementTree.Element, block: str) -> bool:
        del parent
        return _LINES_OF_WORDS.fullmatch(block) is not None


class _Table(TableProcessor):
    """Looks at the rows of a block only where there are bars."""

    def test(self, parent: ElementTree.Element, block: str) -> bool:
        return "|" in block and super().test(parent, block)


_LINES_OF_WORDS = re.compile(r"(?:[^\W\d_].*(?:\n|\Z))+")
