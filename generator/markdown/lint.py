"""Findings in a text of an area: its links, and what does not come through, as tags that can act, pictures, headings without
words, and letters that can deceive.

The converter says what there is; where it stands in what was written is found by looking for it, outside of code first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from html import unescape
from typing import NamedTuple

from generator.markdown.bounds import fault_in
from generator.markdown.clean import is_allowed
from generator.markdown.convert import converted
from generator.markdown.pasted import is_silent
from generator.markdown.reader import HtmlReader
from generator.text.letters import DECEIVING

_EMPTY_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]*+#*+[ \t]*+$", re.MULTILINE)
_HASHES = re.compile(r"^[ >]*+#", re.MULTILINE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,9}|#[xX][0-9A-Fa-f]{1,8}|[A-Za-z]{2,31});")
_SUSPECT = re.compile(
    rf"\]\s*+[(\[]|^ {{0,3}}\[[^\]]*\]:|\)\[|<[A-Za-z/!?]|{_EMPTY_HEADING.pattern}|{_ENTITY.pattern}", re.MULTILINE
)
_FINE_LINK = re.compile(
    r"(?<![!\\])\[(?=[^\w\[\]\n]*\w)[^\[\]\n]*+\]\("
    r"(?:https?://[\w-]++\.\w|mailto:[\w.+-]++@[\w-]++\.\w|tel:\+?\d)[^\s()<>]*+\)"
)
_APART = re.compile(r"(?<![!\\])\[[^\[\]\n]++\][ \t]++(?P<place>\()(?:https?:/|mailto:|tel:|www\.)")
_SWAPPED = re.compile(r"\([^()\n]{1,100}\)\[(?:https?:/|www\.)[^\[\]\s]+\]")
_CODE = re.compile(
    r"^[ >]*+(`{3,}+|~{3,}+)[^\n`]*+\n(?:.*?\n)??(?:[ >]*+\1|\Z)"
    r"|(?<!`)(`+)(?!`)((?:(?!\n\s*\n).)+?)(?<!`)\2(?!`)",
    re.DOTALL | re.MULTILINE,
)
"""Code between fences and between backticks."""
_NO_ADDRESS = re.compile(r"\]\(\s*+(?:<\s*+>)?(?P<place>)(?=\s*+[)\"'])|\]:\s*+<\s*+>|<a\b[^>]*?\bhref\b")


class FindingKind(Enum):
    """The kinds of finding that a check looks at."""

    LINK = auto()
    EMPTY_LINK = auto()
    PICTURE = auto()
    TAG = auto()
    ATTRIBUTE = auto()
    EMPTY_HEADING = auto()
    DECEIVING = auto()
    APART = auto()
    SWAPPED = auto()


class Finding(NamedTuple):
    """A finding in a text, at the letter `offset` from its beginning. `value` is an address, or the name of a tag or attribute.

    `about` is a picture's description, the tag of an attribute, or how a letter that can deceive is written.
    """

    kind: FindingKind
    value: str
    offset: int
    about: str = ""


def findings(text: str) -> Iterator[Finding]:
    """Yield all links but plain ones out of the site, and all that does not come through."""
    if fault_in(text) or not _SUSPECT.search(_FINE_LINK.sub("", text)):
        return
    found = _Found()
    found.feed(converted(text))
    found.close()
    places = _Places(text)
    by_hashes = _HASHES.search(places.prose)
    for kind, value, about in found.findings:
        if kind is FindingKind.EMPTY_HEADING and not by_hashes:
            continue  # one of HTML, which is left out
        yield Finding(kind, value, places.of(kind, value), about)
    yield from _deceiving(places.prose)
    for apart in _APART.finditer(places.prose):
        yield Finding(FindingKind.APART, "", apart.start("place"))
    for swapped in _SWAPPED.finditer(places.prose):
        yield Finding(FindingKind.SWAPPED, swapped[0], swapped.start())


def _deceiving(prose: str) -> Iterator[Finding]:
    """Yield entities of letters that can deceive."""
    for entity in _ENTITY.finditer(prose):
        if (deceiving := DECEIVING.search(unescape(entity[0]))) and deceiving[0] != "\ufffd":
            yield Finding(FindingKind.DECEIVING, deceiving[0], entity.start(), entity[0])


class _Places:
    """Finds where something stands in a text, each after the one of its kind before it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.prose = _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
        self.after: dict[FindingKind, int] = {}

    def of(self, kind: FindingKind, value: str) -> int:
        pattern = _pattern(kind, value)
        after = self.after.get(kind, 0)
        match = pattern.search(self.prose, after) or pattern.search(self.prose) or pattern.search(self.text)
        if match is None:
            return after
        self.after[kind] = match.end()
        place = match.start("place") if match.groupdict().get("place") is not None else match.start()
        return max(self.text.rfind("![", 0, place), 0) if kind is FindingKind.PICTURE and not match[0].startswith("<") else place


def _pattern(kind: FindingKind, value: str) -> re.Pattern[str]:
    written = re.escape(value)
    match kind:
        case FindingKind.LINK if not value.strip():
            return _NO_ADDRESS
        case FindingKind.LINK:
            return re.compile(rf"(?:\]\(\s*<?|\]:\s*<?|href\s*=\s*[\"']?|<)(?P<place>{written})|{written}")
        case FindingKind.EMPTY_LINK:
            return re.compile(rf"\[\s*\](?=[(\[])|<a\b[^>]*{written}|{written}")
        case FindingKind.TAG:
            return re.compile(rf"<{written}(?=[\s/>])", re.IGNORECASE)
        case FindingKind.ATTRIBUTE:
            return re.compile(rf"(?<=[\s\"'/]){written}(?=[\s=/>])", re.IGNORECASE)
        case FindingKind.PICTURE:
            return re.compile(rf"<img\b[^>]*{written}|{written}", re.IGNORECASE)
        case FindingKind.EMPTY_HEADING:
            return _EMPTY_HEADING
        case FindingKind.DECEIVING:
            return _ENTITY
        case FindingKind.APART:
            return _APART
        case FindingKind.SWAPPED:
            return _SWAPPED


class _Found(HtmlReader):
    """Collects what is wrong in converted HTML, as (kind, value, about)."""

    def __init__(self) -> None:
        super().__init__()
        self.findings: list[tuple[FindingKind, str, str]] = []
        self.open: tuple[str, str, list[str]] | None = None

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        written = {name: value or "" for name, value in attributes}
        if tag == "img":
            self._add(FindingKind.PICTURE, written.get("src", ""), written.get("alt", ""))
            self._words(written.get("alt", ""))
            return
        if not is_allowed(tag):
            if is_silent(tag) and not any(attribute.startswith("on") for attribute in written):
                return
            self._add(FindingKind.TAG, tag)
            return
        for name in written:
            if not is_allowed(tag, name) and not is_silent(tag, name):
                self._add(FindingKind.ATTRIBUTE, name, tag)
        if tag == "a" and "href" in written:
            self._add(FindingKind.LINK, written["href"])
        if (tag == "a" and "href" in written) or re.fullmatch("h[1-6]", tag):
            self.open = (tag, written.get("href", ""), [])

    def handle_data(self, data: str) -> None:
        self._words(data)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[0] == tag:
            _, href, words = self.open
            if not "".join(words).strip():
                self._add(FindingKind.EMPTY_LINK if tag == "a" else FindingKind.EMPTY_HEADING, href)
            self.open = None

    def _words(self, words: str) -> None:
        if self.open:
            self.open[2].append(words)

    def _add(self, kind: FindingKind, value: str, about: str = "") -> None:
        self.findings.append((kind, value, about))
