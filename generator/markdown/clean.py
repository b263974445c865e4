"""HTML that cannot act: an allow list of tags, links to web, mail and phone only, and pasted tags as what they mean."""

from __future__ import annotations

import re
from functools import cache

import nh3

from generator.text.letters import HIDDEN, UNUSUAL

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Outline:
    """Gives each heading a level below the page's own (h2 to h4), however far apart they were written."""

    def __init__(self) -> None:
        self.above: list[str] = []

    def level(self, written: str) -> str:
        """Return the tag of the next heading, which was written with another."""
        self.above = [*(tag for tag in self.above if tag < written), written]
        return self.current

    @property
    def current(self) -> str:
        """Return the tag of the heading that was read last."""
        return f"h{min(len(self.above) + 1, 4)}"


SCHEMES = {"http", "https", "mailto", "tel"}
_SPANS = {str(number) for number in range(2, 13)}
_TAGS = {
    *("p", "br", "hr", "blockquote", "em", "strong", "del", "sup", "sub", "code", "pre", "a", "ul", "ol", "li", "dl", "dt", "dd"),
    *("h2", "h3", "h4", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "section"),
}
_MEANT = {
    **{"b": "strong", "i": "em", "u": "em", "s": "del", "strike": "del", "tt": "code", "kbd": "code", "samp": "code"},
    **{"div": "br"},
}
"""What a tag of HTML is in Markdown. What stands in a `div` has a line of its own."""

_ATTRIBUTES = {
    "a": {"href", "title"},
    "section": {"aria-label"},
    "ol": {"start"},
}
_VALUES = {
    "section": {"tabindex": {"0"}},
    **{key: {"colspan": _SPANS, "rowspan": _SPANS} for key in ("th", "td")},
}
_CLASSES = {"th": {"align-center", "align-right"}, "td": {"align-center", "align-right"}, "section": {"table"}}
_MEANT_TAG = re.compile(rf"<(/?)({'|'.join(_MEANT)})>")
_PASTED = re.compile(rf"<(?:{'|'.join(_MEANT)}|a)>|<(?:p|h[1-6])>(?:\s|&nbsp;|<br>)*</")
"""What only pasted HTML has: one of those tags, a link to nowhere, or a paragraph or heading of nothing."""
_TABLE = re.compile(
    r'(?P<section><section aria-label="Tabel [0-9]+(?:: (?P<names>[^"]*))?" class="table" tabindex="0">)?<table>|(?P<end></table>)'
)
_HEAD = re.compile(r"<th(?: [^<>]*)?>(.*?)</th>", re.DOTALL)
_SIGNED_IN = re.compile(r'<a href="(?:https?:[/\\]*|[/\\]{2,})[^/?#"\\]*@[^"]*"', re.IGNORECASE)
"""A link that signs somebody in: what looks like its host is a name, and it leads to the host after the `@`."""
_NO_LINK = re.compile(r"<a>(.*?)</a>", re.DOTALL)
_LAST_BREAKS = re.compile(r"<br>\s*(?=</(?:li|td|th|dd|blockquote|p)>)")
_NOTHING = re.compile(r"<(p|h[1-6]|strong|em|del)>(?:\s|&nbsp;|<br>)*</\1>\s*")


def is_allowed(tag: str, attribute: str = "") -> bool:
    """Return whether cleaning leaves a tag, and an attribute of it."""
    if not attribute:
        return tag in _TAGS or tag in HEADINGS or tag in _MEANT
    named = (*_ATTRIBUTES.get(tag, ()), *_VALUES.get(tag, ()))
    return attribute in named or (attribute == "class" and tag in _CLASSES)


def clean(html: str) -> str:
    """Return HTML that cannot act, with headings from h2 on.

    Letters that nobody sees can be written as `&#8203;`. Without them a link may be another: it is cleaned again.
    """
    shown = _cleaner().clean(html)
    if UNUSUAL.search(shown) and HIDDEN.search(shown):
        shown = _cleaner().clean(HIDDEN.sub("", shown))
    if "@" in shown:
        shown = _SIGNED_IN.sub("<a", shown)
    if _PASTED.search(shown):
        shown = _as_meant(shown)
    if "<table" in shown:
        shown = _scrolling(shown)
    return _levelled(shown) if "<h" in shown else shown


def _as_meant(html: str) -> str:
    """Return clean HTML whose pasted tags are those of Markdown, without what is empty."""
    meant = _MEANT_TAG.sub(_tag_meant, html)
    return _NOTHING.sub("", _NO_LINK.sub(r"\1", _LAST_BREAKS.sub("", meant)))


def _tag_meant(found: re.Match[str]) -> str:
    tag = _MEANT[found[2]]
    if tag == "br":
        return "<br>" if found[1] else ""
    return f"<{found[1]}{tag}>"


def _scrolling(html: str) -> str:
    """Return HTML in which each table, also one written as HTML, stands in a section that a keyboard can scroll, numbered."""
    number = 0
    wrapped: list[bool] = []

    def replaced(found: re.Match[str]) -> str:
        nonlocal number
        if found["end"]:
            return "</table></section>" if wrapped and wrapped.pop() else "</table>"
        number += 1
        wrapped.append(not found["section"])
        names = found["names"] if found["section"] else _names(html[found.end() : html.find("</table>", found.end())])
        return f'<section aria-label="{table_label(number, names)}" class="table" tabindex="0"><table>'

    return _TABLE.sub(replaced, html)


def table_label(number: int, names: str) -> str:
    """Return what a screen reader says before a table: which one of the text it is, and the heads of its columns."""
    return f"Tabel {number}: {names}" if names else f"Tabel {number}"


def _names(table: str) -> str:
    """Return the words of a table's heads, as they stand in an attribute."""
    heads = (re.sub(r"<[^<>]*>", "", head).strip() for head in _HEAD.findall(table))
    return ", ".join(filter(None, heads)).replace('"', "&quot;")


def _levelled(html: str) -> str:
    """Return HTML with headings from h2 on, without jumps: those that were written as HTML too."""
    outline = Outline()
    return re.sub(r"<(/?)(h[1-6])>", lambda match: f"<{match[1]}{outline.current if match[1] else outline.level(match[2])}>", html)


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS | set(HEADINGS) | set(_MEANT),
        allowed_classes=_CLASSES,
        attributes=_ATTRIBUTES,
        tag_attribute_values=_VALUES,
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=True,
    )
