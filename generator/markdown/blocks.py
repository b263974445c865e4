"""What begins and ends a block of Markdown: a heading, a fence, a quotation, a table."""

from __future__ import annotations

import re

HEADING = re.compile(r"#(?![^#\s])")
UNDERLINE = re.compile(r"=+|-+")
QUOTED = re.compile(r"> ?")
DEEPLY_QUOTED = re.compile(r"[> ]+")
FENCE = re.compile(r"(`{3,})[^`]*|(~{3,}).*")
_DIVIDER = re.compile(r"(?=.*\|)\|? *:?-+:?(?: *\| *:?-+:?)* *\|?")
_BAR = re.compile(r"(?<!\\)\|")
VERBATIM = re.compile(r"<(?:(pre|script|style|textarea)\b|!--)", re.IGNORECASE)
STRUCTURE = re.compile(r"\s*(?::\s|\[[^\]\s]+\]:|\*\[|!!!|\?\?\?|\{[:#.]|</?(?!(?:a|b|i|u|s|em|strong|code|del)\b)[a-zA-Z])")
"""What other extensions read by its lines, and HTML."""


def outdented(line: str, most: int) -> str:
    """Return a line without as many of its first spaces."""
    spaces = len(line) - len(line.lstrip(" "))
    return line[min(spaces, most) :]


def closes(line: str, fence: str) -> bool:
    """Return whether a line ends the code that began with a fence."""
    text = line.strip()
    return text.startswith(fence) and not text.strip(fence[0])


def is_table(head: str, divider: str) -> bool:
    """Return whether two lines begin a table: as many cells above the dashes as there are of those."""
    return bool(_DIVIDER.fullmatch(divider)) and _bars(head) == _bars(divider)


def _bars(row: str) -> int:
    return len(_BAR.findall(row.removeprefix("|").removesuffix("|")))
