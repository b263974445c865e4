"""The file inside a mail, between two lines that say so. The web form's script writes it (theme/js/modules/form/mail.js).

    --- Filen herunder må ikke ændres ---
    Fil: areas/nordby/events/fest.md
    Kontrol: 1a2b3c4d
    Retter: 5e6f7a8b
    Linjer: 2-4/1 9-8/1
    Bliver: 9c8d7e6f
    1| titel: Fest
    2| pris: gratis
    --- Filen slutter her ---

Each line has its number, so that what mail programs do to lines can be undone, and the checksum says whether it was. A new file
stands there whole. A correction has the checksum of the file as it was (`Retter`), the lines of it that make way and how many take
their place (`Linjer`: one for the lines 2 to 4, and one before line 9), and the checksum of what the file becomes (`Bliver`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice, product
from typing import NamedTuple
from urllib.parse import unquote
from zlib import crc32

from generator.text.letters import normal

_MOST_BLOCKS = 10
_MOST_TRIED = 5_000_000
"""Letters: where trying both ways of joining each wrapped line takes more than that, all are joined in one way or in the other."""
_BEGINS = re.compile(r"Filen\s+herunder\s+m\S{1,8}\s+ikke\s+\S{1,8}ndres.*")
_ENDS = re.compile(r"Filen\s+slutter\s+her")
_RULE = re.compile(r"\s[-–—]{1,3}\s*\Z")
_QUOTED = re.compile(r"^(?:[ \t]*>)+[ \t]?|^[ \t]+", re.MULTILINE)
_LINK = re.compile(r"<(?:https?://|mailto:|tel:)[^<>\s]*>")
"""What Outlook writes after a word that it made a link of, in the plain text beside a page."""
_GUARDED = re.compile(r"https://[a-z0-9.-]+\.safelinks\.protection\.outlook\.com/\?url=([^&\s<>]+)[^\s<>]*", re.IGNORECASE)
"""What Outlook puts in place of an address, to look at it before it is opened."""
_PATH = re.compile(r"\bFil:\s*([^\s<>]+)")
_CHECKSUM = re.compile(r"\bKontrol:\s*([0-9a-f]{8})\b", re.IGNORECASE)
_CORRECTS = re.compile(r"\bRetter:\s*([0-9a-f]{8})\b", re.IGNORECASE)
_BECOMES = re.compile(r"\bBliver:\s*([0-9a-f]{8})\b", re.IGNORECASE)
_SPANS = re.compile(r"\bLinjer:((?:\s+\d{1,5}[-–—]\d{1,5}/\d{1,5}\b){1,500})")
_SPAN = re.compile(r"(\d+)[-–—](\d+)/(\d+)")


class Block(NamedTuple):
    """A file as a mail carries it; `corrects` is the checksum of the file that was to be changed, empty for a new one.

    Where it is not `whole`, the text is not as it was sent. Where it has `spans`, its lines take the place of others: of the first
    to the last (from 1) of each span, as many as its third number says. `becomes` is then the checksum of the whole file.
    """

    path: str
    text: str
    corrects: str
    whole: bool
    spans: tuple[tuple[int, int, int], ...] = ()
    becomes: str = ""

    def put_into(self, before: str) -> Block | None:
        """Return the block with all of the file's text; None where `before` is not the file that it corrects."""
        old, fresh = before.removesuffix("\n").split("\n"), self.text.split("\n")[:-1]
        lines: list[str] = []
        end = 0
        for first, last, count in self.spans:
            if not end < first <= last + 1:
                return None
            lines += [*old[end : first - 1], *fresh[:count]]
            fresh, end = fresh[count:], last
        text = "\n".join([*lines, *old[end:]]) + "\n"
        fits = checksum(before) == self.corrects and checksum(text) == self.becomes
        return self._replace(text=text, spans=()) if fits else None


def checksum(text: str) -> str:
    """Return eight hexadecimal digits that tell texts apart, whatever mail programs do to spaces.

    It guards against accidents only: whoever sends a file also sends its checksum.
    """
    lines = (line.rstrip(" ") for line in re.sub(r"[\t\u00a0]", " ", normal(text)).removesuffix("\n").split("\n"))
    return f"{crc32(chr(10).join(lines).encode('utf-8', 'replace')):08x}"


def blocks(text: str) -> Iterator[Block]:
    """Yield the files in a mail's text, at most ten. Never raises for what it holds."""
    plain = unquoted(text)
    begins = [*islice(_BEGINS.finditer(plain), _MOST_BLOCKS)]
    for begin, end in zip(begins, [*(match.start() for match in begins[1:]), len(plain)], strict=False):
        yield _block(plain[begin.end() : end])


def unquoted(text: str) -> str:
    """Return a text with the usual line ends and spaces, without the signs of quotation and what indents its lines."""
    return _QUOTED.sub("", re.sub(r"\r\n?", "\n", text).replace("\u00a0", " ").replace("\ufeff", ""))


def before_blocks(text: str) -> str:
    """Return what a person reads: all that stands above the first file."""
    plain = unquoted(text)
    begin = _BEGINS.search(plain)
    return plain[: begin.start()].rstrip("-–— \n") if begin else plain


def outside_blocks(text: str) -> str:
    """Return a text without its files."""
    plain = unquoted(text)
    outside = []
    while begin := _BEGINS.search(plain):
        outside.append(plain[: begin.start()])
        end = _ENDS.search(plain, begin.end())
        plain = plain[end.end() :] if end else ""
    return "\n".join([*outside, plain])


def _block(text: str) -> Block:
    end = _ENDS.search(text)
    inside = _without_rule(text[: end.start()]) if end else text
    head = re.split(r"(?:^|\s)1\|", inside, maxsplit=1)[0]
    patterns = (_PATH, _CHECKSUM, _CORRECTS, _BECOMES)
    path, sum_, corrects, becomes = (match[1] if (match := pattern.search(head)) else "" for pattern in patterns)
    listed = _SPANS.search(head)
    spans = tuple((int(a), int(b), int(count)) for a, b, count in _SPAN.findall(listed[1])) if listed else ()
    found = ""
    for sent in dict.fromkeys((inside, _as_addressed(inside))):
        for candidate in chain(_candidates(_lines(sent, r"^")), _candidates(_lines(sent, r"(?:^|(?<=\s))"))):
            found = found or candidate
            if checksum(candidate) == sum_.lower():
                return Block(path, normal(candidate), corrects.lower(), whole=True, spans=spans, becomes=becomes.lower())
    return Block(path, found, corrects.lower(), whole=False)


def _as_addressed(text: str) -> str:
    """Return a text with its addresses as they were before a mail program made links of them."""
    return _GUARDED.sub(lambda match: unquote(match[1]), _LINK.sub("", text))


def _without_rule(text: str) -> str:
    """Return a text without the dashes of the line that ends it."""
    rule = _RULE.search(text, max(0, len(text) - 12))
    return text[: rule.start()] if rule else text


def _lines(inside: str, before: str) -> list[list[str]]:
    """Return the file's lines, each as the pieces that a mail program made of it."""
    starts: list[re.Match[str]] = []
    for match in re.finditer(rf"{before}(\d{{1,5}})\|(?: |(?=\n|\Z)|(?=\S))", inside, re.MULTILINE):
        if int(match[1]) == len(starts) + 1:
            starts.append(match)
    ends = [*(match.start() for match in starts[1:]), len(inside)]
    return [_pieces(inside[match.end() : end]) for match, end in zip(starts, ends, strict=False)]


def _pieces(text: str) -> list[str]:
    first, *rest = text.split("\n")
    return [first.rstrip(" "), *(piece.strip(" ") for piece in rest if piece.strip(" "))]


def _candidates(lines: list[list[str]]) -> Iterator[str]:
    """Yield the texts that may have been meant. A line that was cut between words lost a space, one cut inside a word lost none."""
    joins = sum(len(pieces) - 1 for pieces in lines)
    letters = sum(len(piece) for pieces in lines for piece in pieces)
    uniform = ((" ",) * joins, ("",) * joins)
    ways: Iterable[tuple[str, ...]] = product((" ", ""), repeat=joins) if letters << min(joins, 32) <= _MOST_TRIED else uniform
    for way in ways:
        between = iter(way)
        yield "".join(_joined(pieces, between) + "\n" for pieces in lines)


def _joined(pieces: list[str], between: Iterator[str]) -> str:
    line, *rest = pieces
    for piece in rest:
        space = next(between)
        line += (space if line else "") + piece
    return line
