"""What begins and ends a block of Markdown: a heading, a fence, a quotation, a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

HEADING = re.compile(r"#(?![^#\s])")
UNDERLINE = re.compile(r"=+|-+")
QUOTED = re.compile(r"> ?")
DEEPLY_QUOTED = re.compile(r"[> ]+")
FENCE = re.compile(r"(`{3,})[^`]*|(~{3,}).*")
_DIVIDER = re.compile(r"(?=.*\|)\|? *:?-+:?(?: *\| *:?-+:?)* *\|?")
_HEADING_CELL = re.compile(r"[^\W\d_][^\d:]{0,40}")
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


def rows_with_tabs(lines: Sequence[str], place: int) -> list[list[str]]:
    """Return the rows of a table that Word pasted, which begins at a line: its cells have tabs between.

    The first row has to be headings, words in three to seven columns: two may be names with what they say.
    """
    rows: list[list[str]] = []
    for line in islice(lines, place, None):
        cells = [cell.strip() for cell in line.replace("|", r"\|").split("\t")]
        fits = 0 <= len(rows[0]) - len(cells) <= 1 if rows else 3 <= len(cells) <= 7 and all(map(_HEADING_CELL.fullmatch, cells))
        if not fits:
            break
        rows.append(cells)
    return rows if len(rows) > 1 else []


def _bars(row: str) -> int:
    return len(_BAR.findall(row.removeprefix("|").removesuffix("|")))
