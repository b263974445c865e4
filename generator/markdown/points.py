"""What begins a point of a list: the signs of Markdown, numbers, and the bullets that Word and others put in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.markdown.paragraphs import DATE

_BULLETS = "•‣◦▪▫■□●○◆◇∙⁃➢➤►▸❖"
_WINGDINGS = "oØ§üqvà"
"""What Word's bullets are in letters: only before a tab or a gap."""

LETTERS = frozenset(_WINGDINGS)
_POINT = re.compile(
    rf"(?P<mark>[-*+])[ \t]+(?=\S)|(?P<number>\d{{1,9}})[.)][ \t]+(?=\S)|(?P<bullet>[{_BULLETS}])[ \t\u00a0]*(?=\S)"
    rf"|(?P<letter>[{_WINGDINGS}])(?:\t| {{2}})[ \t]*(?=\S)|(?P<dash>[–—−‐‑·])[ \t\u00a0]+(?=\S)|(?P<tight>[-–—·])(?=[^\W\d_])"
)
_DATE = re.compile(DATE)
_TASK = re.compile(r"\[([ xX])\][ \t]+(?=\S)")
_RULE = re.compile(r"(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}")
_DEEP = re.compile(r"(?:(?:[-*+>]|\d{1,9}[.)])[ \t]+|>){6,}")


class Point(NamedTuple):
    """A point of a list. `sign` is `1.`, a bullet, or `-` for those of Markdown; `written` is what it becomes.

    `width` is how far in its text begins, in columns, and `text` the rest of the line.
    """

    sign: str
    written: str
    width: int
    text: str


def point_at(lines: Sequence[str], place: int, text: str) -> Point | None:
    """Return the point that begins a line, or None. A dash that is not Markdown's needs a neighbour, or a tab after it."""
    found = _POINT.match(text)
    if not found or _DATE.match(text):
        return None
    sign = found.lastgroup or ""
    gap = text[found.end(sign) : found.end()]
    if sign in ("dash", "tight") and "\t" not in gap and not _has_neighbour(lines, place, found[sign], tight=sign == "tight"):
        return None
    if sign == "number":
        number = found["number"]
        return Point("1.", f"{number}.", found.end(), _with_box(text[found.end() :]))
    own = "-" if sign in ("mark", "tight") and found[sign] in "-*+" else found[sign]
    return Point(own, found["mark"] or "-", max(found.end(), 2), _with_box(text[found.end() :]))


def _has_neighbour(lines: Sequence[str], place: int, sign: str, *, tight: bool) -> bool:
    """Return whether the line above ends with a colon, or one beside begins with the same dash."""
    beside = [lines[at].strip() for at in (place - 1, place + 1) if 0 <= at < len(lines)]
    above = lines[place - 1].strip() if place else ""
    return above.endswith(":") or any(
        line[:1] == sign and (line[1:2].isalpha() if tight else line[1:2].isspace()) for line in beside
    )


def _with_box(text: str) -> str:
    """Return the text of a point, whose `[x]` or `[ ]` is the box that GitHub makes of it."""
    return _TASK.sub(lambda task: "☐ " if task[1] == " " else "☑ ", text, count=1) if text[:1] == "[" else text


def is_sign(sign: str) -> bool:
    """Return whether a point's sign is a bullet of a word processor, where another bullet means a level further in."""
    return sign not in ("-", "1.")


def is_bullet(text: str) -> bool:
    """Return whether a line begins with a bullet that is nothing else, or with the sign of a list."""
    return text[0] in _BULLETS or bool((found := _POINT.match(text)) and found.lastgroup in ("bullet", "letter"))


def is_rule(text: str) -> bool:
    """Return whether a line is a rule across the page."""
    return text[0] in "-*_" and text[-1] in "-*_ \t" and _RULE.fullmatch(text) is not None


def column_of(line: str) -> int:
    """Return the column in which the first letter of a line stands, with tabs of four."""
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())


def shallow(text: str) -> str:
    """Return the text of a point without more signs of lists before it than could be meant."""
    return _DEEP.sub("", text, count=1)
