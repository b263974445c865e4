"""Text of strangers inside what GitHub shows: it is read as text, and does not link, mention, refer, format or hide."""

from __future__ import annotations

import re

from generator.text.sanitise import line

_GAP = "&#8203;"
_MARKS = re.compile(r"[\\`*_\[\]<>|~$&]|^[-+#=]|(?<=^\d)[.)]")
_REFERRING = re.compile(r"(?<=[@#])|(?<=://)|(?<=www)(?=\.)|(?<=gh-)", re.IGNORECASE)
_COMMITS = re.compile(r"([0-9a-f]{6})(?=[0-9a-f])", re.IGNORECASE)


def prose(text: str, most: int = 300) -> str:
    """Return one line to stand among other words.

    Names, numbers, addresses and commits get a gap that nobody sees, so that GitHub makes no link of them. The gap stands before
    the dot of `www.`: GitHub begins a link at these four characters, whatever comes after them.
    """
    shown = _MARKS.sub(_escaped, clipped(line(text), most))
    return _COMMITS.sub(rf"\1{_GAP}", _GAP.join(_REFERRING.split(shown)))


def code(text: str, most: int = 200) -> str:
    """Return one line set apart as written, between more backticks than it holds."""
    shown = clipped(line(text), most)
    fence = "`" * (_longest_run(shown) + 1)
    return f"{fence} {shown} {fence}" if shown else ""


def block(text: str, language: str = "", most: int = 8_000) -> str:
    """Return several lines as written, between fences longer than any they hold."""
    shown = clipped(text, most)
    fence = "`" * max(_longest_run(shown) + 1, 3)
    return f"{fence}{language}\n{shown.rstrip()}\n{fence}"


def clipped(text: str, most: int) -> str:
    """Return a text, cut where it is longer than `most` letters."""
    return text if len(text) <= most else text[:most].rstrip() + " …"


def _escaped(match: re.Match[str]) -> str:
    letter = match.group()
    return {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(letter, "\\" + letter)


def _longest_run(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)
