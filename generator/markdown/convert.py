"""Markdown to HTML: an extension that reads it as people mean it, and a clean rendering for what areas write."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html import unescape
from xml.etree import ElementTree

import markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions import Extension
from markdown.extensions.sane_lists import SaneOListProcessor
from markdown.extensions.toc import TocExtension
from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE
from markupsafe import Markup, escape

from generator.markdown import quick
from generator.markdown.bounds import fault_in
from generator.markdown.clean import HEADINGS, Outline, clean, table_label
from generator.markdown.lines import Lines
from generator.markdown.links import links_in
from generator.markdown.paragraphs import DATE
from generator.text.letters import slugify

_CACHED = 1_000
_MOST_GROWTH = 20
_OWN_LINK = re.compile(r'(<a(?: title="[^"]*")? href=")/(?!/)')
_STRUCK = r"(?<!~)(~~)(?=[^\s~])([^~]+)(?<=\S)~~(?!~)"
_ANCHOR = re.compile(r'<[a-z][^<>]*\s(?:id|name)="([^"]*)"')
_IN_ADDRESS = r"[^\s<>\[\]()\x02\x03"
_ADDRESS = rf"(?:https?://|(?<!\w)www\.){_IN_ADDRESS}]{{0,300}}[*_~](?={_IN_ADDRESS}*_~.,:;!?]){_IN_ADDRESS}*~]{{0,300}}"


class Accessible(Extension):
    """Headings without jumps below the page's own, tables that a keyboard can scroll and that need no `style`, and lines, lists and
    addresses as people mean them. It goes after the extension `sane_lists`.

    Of what areas write (`of_areas`) it also reads code between fences and HTML from mail programs; its links come after cleaning.
    """

    def __init__(self, *, of_areas: bool = False) -> None:
        super().__init__()
        self.of_areas = of_areas

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        md.treeprocessors.register(_Headings(md), "kulturpunkt-headings", 25)
        md.treeprocessors.register(_Tables(md), "kulturpunkt-tables", 1)
        md.preprocessors.register(Lines(md, of_areas=self.of_areas), "normalize_whitespace", 30)
        md.parser.blockprocessors.register(_Numbers(md.parser), "olist", 40)
        md.parser.blockprocessors.register(_HashHeadings(md.parser), "hashheader", 70)
        md.inlinePatterns.register(SimpleTagInlineProcessor(_STRUCK, "del"), "strikethrough", 65)
        md.inlinePatterns.register(_Address(_ADDRESS, md), "address", 75)
        if not self.of_areas:
            md.postprocessors.register(_Links(md), "kulturpunkt-links", 5)


def makeExtension(**options: bool) -> Accessible:
    """Return the extension. Markdown calls this to make it from its name, `generator.markdown.convert`."""
    return Accessible(**options)


class _Headings(Treeprocessor):
    def run(self, root: ElementTree.Element) -> None:
        outline = Outline()
        for element in root.iter():
            if element.tag in HEADINGS:
                element.tag = outline.level(element.tag)


class _Tables(Treeprocessor):
    def run(self, root: ElementTree.Element) -> None:
        tables = list(root.iter("table"))
        parents = {child: parent for parent in root.iter() for child in parent} if tables else {}
        for number, table in enumerate(tables, 1):
            for cell in table.iter():
                if cell.tag in ("th", "td"):
                    _align_by_class(cell)
            names = ", ".join(HTML_PLACEHOLDER_RE.sub("", "".join(cell.itertext())).strip() for cell in table.iter("th"))
            parent = parents[table]
            section = ElementTree.Element("section", {"class": "table", "aria-label": table_label(number, names), "tabindex": "0"})
            section.tail, table.tail = table.tail, None
            parent[list(parent).index(table)] = section
            section.append(table)


def _align_by_class(cell: ElementTree.Element) -> None:
    style = cell.attrib.pop("style", "")
    side = style.removeprefix("text-align:").strip(" ;")
    if side in ("right", "center"):
        cell.set("class", f"align-{side}")


class _Numbers(SaneOListProcessor):
    """Leaves `14. november` alone, which would be point 14 of a list, and the next line 15."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.RE = re.compile(rf"^ {{0,3}}(?!{DATE})\d+\. +(.*)")
        self.CHILD_RE = re.compile(rf"^ {{0,3}}(?!{DATE})((\d+\.)) +(.*)")


class _HashHeadings(HashHeaderProcessor):
    """Leaves `#byen` alone, which is a word."""

    RE = re.compile(r"(?:^|\n)(?!#[^#\s])" + HashHeaderProcessor.RE.pattern.removeprefix(r"(?:^|\n)"))


class _Address(InlineProcessor):
    """Leaves the signs in a web address alone."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]
        del data
        return m[0], m.start(), m.end()


class _Links(Postprocessor):
    def run(self, text: str) -> str:
        return links_in(text)


@cache
def _converter() -> markdown.Markdown:
    converter = markdown.Markdown(extensions=["tables", "sane_lists", Accessible(of_areas=True)], output_format="html")
    quick.register(converter)
    return converter


PAGE_EXTENSIONS = (
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "pymdownx.details",
    "pymdownx.superfences",
    "sane_lists",
    "tables",
)
"""What the engine reads pages of content/ with besides our own extension and the anchors of headings, as mkdocs.yml names it."""


@cache
def _page_converter() -> markdown.Markdown:
    anchors = TocExtension(permalink=False, slugify=slugify)
    return markdown.Markdown(extensions=[*PAGE_EXTENSIONS, Accessible(), anchors], output_format="html")


@lru_cache(maxsize=_CACHED)
def anchors_of_page(text: str) -> frozenset[str]:
    """Return what a link to a page of content/ may name after `#`: the anchors of its headings, and those that it writes."""
    return frozenset(map(unescape, _ANCHOR.findall(_page_converter().reset().convert(text))))


def converted(text: str) -> str:
    """Return Markdown as HTML. What is too much to be read, or what the converter gives up on, is shown as it was written."""
    if fault_in(text):
        return _as_written(text)
    try:
        html = _converter().reset().convert(text)
    except Exception:  # a library that reads what anyone may write: one text must not stop a site
        _converter.cache_clear()
        return _as_written(text)
    return html if len(html) <= _MOST_GROWTH * len(text) + 1_000 else _as_written(text)


def is_read_otherwise(text: str) -> bool:
    """Return whether another reader of Markdown may make something else of a text, or nothing."""
    plain = markdown.Markdown(extensions=["tables", "sane_lists"], output_format="html")
    plain.treeprocessors.register(_Headings(plain), "kulturpunkt-headings", 25)
    plain.treeprocessors.register(_Tables(plain), "kulturpunkt-tables", 1)
    try:
        return links_in(converted(text)) != plain.convert(text)
    except Exception:  # as above
        return True


def _as_written(text: str) -> str:
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return "\n".join(f"<p>{escape(paragraph)}</p>".replace("\n", "<br>\n") for paragraph in paragraphs)


def cleaned(text: str, root: str) -> Markup | None:
    """Return what an area wrote as HTML that cannot act, or None for an empty text.

    A link that begins with `/` is to the site's own root, which lies at `root`.
    """
    if not text.strip():
        return None
    return Markup(_OWN_LINK.sub(lambda match: match[1] + root, _safe(text)))  # noqa: S704  nh3 has cleaned it


@lru_cache(maxsize=_CACHED)
def _safe(text: str) -> str:
    """Return the same with links from the site's root. Cached, because an event's text stands on its page and in several feeds."""
    return links_in(clean(converted(text)))
