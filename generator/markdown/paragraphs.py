"""Where the lines of a paragraph break: lines that people set apart stay lines, and what a program has wrapped is one paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MONTH = (
    r"(?:(?i:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    r"|(?:jan|febr?|mar|apr|jun|jul|aug|sept?|okt|nov|dec)\.)|jan|febr?|mar|apr|jun|aug|sept?|okt|nov|dec)(?!\w)"
)
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])\."
DATE = rf"{_DAY}[ ]+(?:(?:og|eller|til|[-–])[ ]+{_DAY}[ ]+)?{_MONTH}"
"""A day as it begins a line: `14. november`, which is no point 14 of a list."""

_WEEKDAY = r"(?i:(?:man|tirs|ons|tors|fre|lør|søn)(?:dage?n?)?|ma|ti|on|to|fr|lø|sø)(?!\w)"
_HOUR = r"(?:(?i:kl|klokken)\b\.? ?\d|\d{1,2}[.:]\d\d(?!\d)|\d{1,2} ?[-–] ?\d{1,2}(?!\d))"
_LABEL = r"[A-ZÆØÅ0-9][^.!?:\n]{0,30}:(?:\s|$)"
_NUMBER = r"(?:\d{1,2}|[A-Za-z])\)(?=\s)|\d{4} +[A-ZÆØÅ]|\d{1,2}/\d{1,2}(?!\d)|(?i:d(?:en)?\.?) \d{1,2}\."
_SIGN = r"[\u2190-\u2bff\U0001f000-\U0001faff]"
_ITEM = re.compile(
    rf"{DATE}|{_HOUR}|{_LABEL}|{_NUMBER}|{_SIGN}|{_WEEKDAY}[ .,:]*(?:d\. ?)?(?:$|[\d:–-]|(?i:kl|den)\b)|(?i:tlf|mobil)\b"
)
_CODE = re.compile(r"(?<!`)(`++)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_DONE = re.compile(r"[.!?…][\"”»')\]*_]*$")
_PAUSE = re.compile(r"[.!?…:;][\"”»')\]*_]*$")
_OWN_BREAK = re.compile(r"(?:  |(?<!\\)\\)$")
_NARROW, _NARROWEST, _WIDEST = 60, 30, 110
"""Letters in the longest line of what a program has wrapped: at least so many, fewer where a sentence runs on, at most so many."""


def with_breaks(lines: Sequence[str]) -> list[str]:
    """Return the lines of one paragraph, with two spaces after each that stays a line of its own, as Markdown writes a break."""
    written = [_OWN_BREAK.sub("", line).strip() for line in lines]
    breaks = _breaks(written) | {place for place, line in enumerate(lines[:-1]) if _OWN_BREAK.search(line)}
    if any("`" in line for line in lines):
        breaks -= _inside_code(written)
    return [f"{line}  " if place in breaks else line for place, line in enumerate(written)]


def _breaks(lines: list[str]) -> set[int]:
    """Return the numbers of the lines after which one begins anew."""
    ends = range(len(lines) - 1)
    longest = max(map(len, lines))
    full = {end for end in ends if len(lines[end]) + 1 + len(lines[end + 1].split(" ", 1)[0]) > longest}
    items = [place for place, line in enumerate(lines) if _ITEM.match(line)]
    anew = {item - 1 for item in items if item and (len(items) > 1 or item - 1 not in full or lines[item - 1].endswith(":"))}
    rest = [end for end in ends if end not in anew]
    runs_on = [end for end in rest if lines[end + 1][:1].islower() and not _PAUSE.search(lines[end])]
    if len(runs_on) == len(rest) and _DONE.search(lines[-1]):
        return anew
    wrapped = all(end in full for end in rest) and longest <= _WIDEST
    if wrapped and longest >= (_NARROWEST if runs_on else _NARROW):
        return anew
    return set(ends)


def _inside_code(lines: Sequence[str]) -> frozenset[int]:
    """Return the numbers of the lines whose end lies inside of code."""
    text = "\n".join(lines)
    inside: set[int] = set()
    for code in _CODE.finditer(text):
        inside.update(range(text.count("\n", 0, code.start()), text.count("\n", 0, code.end())))
    return frozenset(inside)
