"""Clean HTML as plain text, for programs that show no HTML: calendars, open data, structured data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import count, repeat

_TOKEN = re.compile(r'<(/?)([a-z0-9]+)((?:[^>"]|"[^"]*")*)>|[^<]+')
_START = re.compile(r'\bstart="(\d{1,9})"')
_HREF = re.compile(r'\bhref="([^"]*)"')
_BLOCKS = {"p", "h1", "h2", "h3", "h4", "blockquote", "dl", "dt", "dd", "table", "pre", "hr", "section"}
_CLOSED = _BLOCKS - {"dt"}
"""Blocks with an empty line after them."""
_INDENT = "  "
_WHITE, _WIDE, _EMPTY_LINES = re.compile(r"\s+"), re.compile(r"(?<=\S) {2,}"), re.compile(r"\n{3,}")
_POINT = re.compile(r"(?:-|\d+\.) ")


def plain_text(html: str) -> str:
    """Return HTML as text: paragraphs apart, points with a hyphen or a number, cells with a bar, links with their address.

    The HTML must be clean (`convert.cleaned`): tags are whole there, and their attributes stand in double quotes.
    """
    writer = _Writer()
    for token in _TOKEN.finditer(html):
        closes, tag, attributes = token.groups()
        if not tag:
            writer.write(unescape(token[0]))
        elif closes:
            writer.close(tag)
        else:
            writer.open(tag, attributes)
    lines = (_WIDE.sub(" ", line.rstrip()) for line in "".join(writer.parts).split("\n"))
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


class _Writer:
    """Collects the parts of a text. `points` has what stands before each point of the lists that are open."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.links: list[tuple[str, int]] = []
        self.points: list[Iterator[str]] = []
        self.cells = 0
        self.verbatim = False

    def open(self, tag: str, attributes: str) -> None:
        if tag == "a":
            href = _HREF.search(attributes)
            self.links.append((unescape(href[1]) if href else "", len(self.parts)))
        elif tag == "br":
            self._break()
        elif tag == "del":
            self.parts.append("~~")
        elif tag == "li":
            self._break(deeper=-1)
            self.parts.append(f"{next(self.points[-1]) if self.points else '-'} ")
        elif tag in ("ol", "ul"):
            self._open_list(tag, attributes)
        elif tag == "tr":
            self._break()
            self.cells = 0
        elif tag in ("td", "th"):
            self.parts += [" | "] if self.cells else []
            self.cells += 1
        elif tag in _BLOCKS and not self._is_at_a_point():
            self._break()
        self.verbatim = self.verbatim or tag == "pre"

    def close(self, tag: str) -> None:
        if tag == "a" and self.links:
            href, place = self.links.pop()
            address = href.removeprefix("mailto:").removeprefix("tel:")
            if address and not _says("".join(self.parts[place:]), address):
                self.parts.append(f" ({address})")
        elif tag == "del":
            self.parts.append("~~")
        elif tag in ("ol", "ul") and self.points:
            self.points.pop()
            self._break() if not self.points else None
        elif tag in _CLOSED:
            self._break()
        self.verbatim = self.verbatim and tag != "pre"

    def write(self, data: str) -> None:
        if self.verbatim:
            self.parts.append(data.rstrip("\n").replace("\n", "\n" + _INDENT * len(self.points)))
        else:
            text = _WHITE.sub(" ", data)
            text = text.lstrip() if self._is_at_a_line() or self._is_at_a_point() else text
            self.parts += [text] if text else []

    def _open_list(self, tag: str, attributes: str) -> None:
        if not self.points:
            self._break()
        start = _START.search(attributes)
        self.points.append(map("{}.".format, count(int(start[1]) if start else 1)) if tag == "ol" else repeat("-"))

    def _break(self, *, deeper: int = 0) -> None:
        self.parts.append("\n" + _INDENT * (len(self.points) + deeper))

    def _is_at_a_line(self) -> bool:
        return not self.parts or self.parts[-1].startswith("\n")

    def _is_at_a_point(self) -> bool:
        return bool(self.points and self.parts) and _POINT.fullmatch(self.parts[-1]) is not None


def _says(text: str, address: str) -> bool:
    """Return whether a link's text says its address, though without `https://` or with the gaps of a phone number."""
    digits = re.sub(r"\D", "", address)
    is_number = address.startswith("+") and len(digits) > 7 and re.sub(r"\D", "", text).endswith(digits.removeprefix("45"))
    return is_number or address.removeprefix("https://") in text
