"""Markdown to HTML: an extension that makes it accessible, and a cleaned rendering for what areas write."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any
from xml.etree import ElementTree

import markdown
import nh3
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions import Extension
from markdown.preprocessors import HtmlBlockPreprocessor
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, AtomicString
from markupsafe import Markup, escape

from generator.markdown import lines
from generator.problems.rules import text as rules
from generator.problems.rules.rule import Rule
from generator.text.letters import HIDDEN, LONGEST_TEXT

_TAGS = {
    *("p", "br", "hr", "blockquote", "em", "strong", "code", "pre", "a", "ul", "ol", "li", "dl", "dt", "dd"),
    *("h2", "h3", "h4", "table", "thead", "tbody", "tr", "th", "td", "section"),
}
_ATTRIBUTES = {
    "a": {"href", "title"},
    "section": {"aria-label"},
    "ol": {"start"},
}
_VALUES = {"section": {"tabindex": {"0"}}}
_CLASSES = {"th": {"align-center", "align-right"}, "td": {"align-center", "align-right"}, "section": {"table"}}
SCHEMES = {"http", "https", "mailto", "tel"}
MAX_MARKS = 500
_MARKS = "[]<>"
_KEPT = 1_000
_OWN_LINK = re.compile(r'(<a(?: title="[^"]*")? href=")/(?!/)')
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Accessible(Extension):
    """Headings without jumps below the page's own, and tables that a keyboard can scroll and that need no `style`.

    Lines are read as `layout` says. It goes after the extension `sane_lists`.
    """

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        md.treeprocessors.register(_Headings(md), "kulturpunkt-headings", 25)
        md.treeprocessors.register(_Tables(md), "kulturpunkt-tables", 1)
        lines.register(md)


def makeExtension(**options: object) -> Accessible:
    """What Markdown calls to make the extension from its name, `generator.markdown.convert`."""
    return Accessible(**options)


class _Outline:
    """Gives each heading a level below the page's own (h2 to h4), however far apart they were written."""

    def __init__(self) -> None:
        self.above: list[str] = []

    def level(self, written: str) -> str:
        self.above = [*(tag for tag in self.above if tag < written), written]
        return self.current

    @property
    def current(self) -> str:
        return f"h{min(len(self.above) + 1, 4)}"


class _Headings(Treeprocessor):
    def run(self, root: ElementTree.Element) -> None:
        outline = _Outline()
        for element in root.iter():
            if element.tag in _HEADINGS:
                element.tag = outline.level(element.tag)


class _Tables(Treeprocessor):
    def run(self, root: ElementTree.Element) -> None:
        parents = {child: parent for parent in root.iter() for child in parent}
        for number, table in enumerate(list(root.iter("table")), 1):
            for cell in table.iter():
                if cell.tag in ("th", "td"):
                    _align_by_class(cell)
            names = ", ".join(HTML_PLACEHOLDER_RE.sub("", "".join(cell.itertext())).strip() for cell in table.iter("th"))
            label = f"Tabel {number}: {names}" if names else f"Tabel {number}"
            parent = parents[table]
            section = ElementTree.Element("section", {"class": "table", "aria-label": label, "tabindex": "0"})
            section.tail, table.tail = table.tail, None
            parent[list(parent).index(table)] = section
            section.append(table)


def _align_by_class(cell: ElementTree.Element) -> None:
    style = cell.attrib.pop("style", "")
    side = style.removeprefix("text-align:").strip(" ;")
    if side in ("right", "center"):
        cell.set("class", f"align-{side}")


class _Inline(InlineProcessor):
    """Leaves a text alone in which no sign could mean anything: most of them, and twenty searches less for each."""

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N803  Markdown's own name
        if isinstance(data, AtomicString) or not _SIGNS.search(data):
            return data
        handled: str = super()._InlineProcessor__handleInline(data, patternIndex)  # type: ignore[misc]
        return handled

    def _InlineProcessor__applyPattern(self, pattern: Any, data: str, *places: int) -> tuple[str, bool, int]:
        signs = getattr(pattern, "signs", "")
        if signs and not any(sign in data for sign in signs):
            return data, False, 0
        applied: tuple[str, bool, int] = super()._InlineProcessor__applyPattern(pattern, data, *places)  # type: ignore[misc]
        return applied


_SIGNS = re.compile(r"[\\`*_\[\]<>&\x02\x03]|  \n")
_SIGNS_OF = {
    **{"backtick": "`", "escape": "\\", "linebreak": "\n", "entity": "&", "em_strong": "*_"},
    **dict.fromkeys(("reference", "link", "short_reference"), "["),
    **dict.fromkeys(("image_link", "image_reference", "short_image_ref"), "!"),
    **dict.fromkeys(("autolink", "automail", "html"), "<"),
}
"""Of each of Markdown's patterns a sign without which it finds nothing."""


class _HtmlBlock(HtmlBlockPreprocessor):
    """Looks for HTML only where a text could hold some."""

    def run(self, lines: list[str]) -> list[str]:
        return super().run(lines) if any("<" in line or "&" in line for line in lines) else lines


class _Words(ParagraphProcessor):
    """Takes lines that all begin with a letter for the paragraph that they are, before ten other questions are asked of them."""

    def test(self, parent: ElementTree.Element, block: str) -> bool:
        del parent
        return _LINES_OF_WORDS.fullmatch(block) is not None


_LINES_OF_WORDS = re.compile(r"(?:[^\W\d_].*(?:\n|\Z))+")


@cache
def _converter() -> markdown.Markdown:
    converter = markdown.Markdown(extensions=["tables", "sane_lists", Accessible()], output_format="html")
    converter.treeprocessors.register(_Inline(converter), "inline", 20)
    converter.preprocessors.register(_HtmlBlock(converter), "html_block", 20)
    converter.parser.blockprocessors.register(_Words(converter.parser), "words", 110)
    patterns: Any = converter.inlinePatterns
    for name in filter(patterns.__contains__, _SIGNS_OF):
        patterns[name].signs = _SIGNS_OF[name]
    return converter


def is_kept(tag: str, attribute: str = "") -> bool:
    """Whether cleaning keeps a tag, and an attribute of it."""
    if not attribute:
        return tag in _TAGS or tag in _HEADINGS
    named = (*_ATTRIBUTES.get(tag, ()), *_VALUES.get(tag, ()))
    return attribute in named or (attribute == "class" and tag in _CLASSES)


def fault_in(text: str) -> tuple[str, Rule] | None:
    """What makes a text more than the converter can read in a moment, in Danish and its kind; None for a good one.

    The time grows with the square of some marks: 3,000 `[` take a second, 30,000 a minute.
    """
    if len(text) > LONGEST_TEXT:
        return f"Teksten er for lang: højst {LONGEST_TEXT // 1000}.000 bogstaver. Gør den kortere.", rules.TOO_LONG
    mark = next((mark for mark in _MARKS if text.count(mark) > MAX_MARKS), None)
    if mark is None:
        return None
    return f"Tegnet {mark} står for mange gange i teksten: højst {MAX_MARKS}. Slet nogle af dem.", rules.TOO_MANY_MARKS


def converted(text: str) -> str:
    """Markdown as HTML; a text that has a fault, or is so deeply nested that the converter gives up, is shown as it was written."""
    try:
        if not fault_in(text):
            return _converter().reset().convert(text)
    except RecursionError:
        _converter.cache_clear()
    return f"<p>{escape(text)}</p>"


def _levelled(html: str) -> str:
    """Headings from h2 on, without jumps: those that were written as HTML too."""
    outline = _Outline()
    return re.sub(r"<(/?)(h[1-6])>", lambda match: f"<{match[1]}{outline.current if match[1] else outline.level(match[2])}>", html)


def cleaned(text: str, root: str) -> Markup | None:
    """What an area wrote, as HTML that cannot act: an allow list of tags, and links to web, mail and phone only.

    A link that begins with `/` is to the site's own root, which lies at `root`. None for an empty text.
    """
    if not text.strip():
        return None
    return Markup(_OWN_LINK.sub(lambda match: match[1] + root, _safe(text)))  # noqa: S704  nh3 has cleaned it


@lru_cache(maxsize=_KEPT)
def _safe(text: str) -> str:
    """The same with links from the site's root. Kept, because an event's text stands on its page and in several feeds.

    Letters that nobody sees can be written as `&#8203;`. Without them a link may be another: it is cleaned again.
    """
    html = _cleaner().clean(converted(text))
    shown = HIDDEN.sub("", html)
    return _levelled(html if shown == html else _cleaner().clean(shown))


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS | set(_HEADINGS),
        allowed_classes=_CLASSES,
        attributes=_ATTRIBUTES,
        tag_attribute_values=_VALUES,
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=True,
    )
