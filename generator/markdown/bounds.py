"""What makes a text more than can be read in a moment, or would make much more of it than was written."""

from __future__ import annotations

import re

from generator.problems.rules import text as rules
from generator.problems.rules.rule import Rule
from generator.text.letters import LONGEST_TEXT

_MARKS = {**dict.fromkeys("<>", 1_000), **dict.fromkeys("[]`\\", 500)}
"""How often each sign may stand in a text: the converter's time grows with the square of them. Word pastes many tags."""

MAX_CELLS = 2_000
"""Cells of all tables in a text, those too that a short row leaves empty."""

_DIVIDER = re.compile(r"^[ >]*+[|:-][ |:-]*+$", re.MULTILINE)
_DEFINITION = re.compile(r"^[ >]*+\[[^\[\]\n]*+\]:.*+(?:\n.*+){0,2}", re.MULTILINE)
_MOST_REPEATED = 200_000


def fault_in(text: str) -> tuple[str, Rule] | None:
    """Return what makes a text too much to be read, in Danish and with its rule; None for a good one."""
    if len(text) > LONGEST_TEXT:
        return f"Teksten er for lang: højst {LONGEST_TEXT // 1000}.000 bogstaver. Gør den kortere.", rules.TOO_LONG
    mark = next((mark for mark, most in _MARKS.items() if text.count(mark) > most), None)
    if mark:
        return f"Tegnet {mark} står for mange gange i teksten: højst {_MARKS[mark]}. Slet nogle af dem.", rules.TOO_MANY_MARKS
    if ("|" in text and _cells(text) > MAX_CELLS) or text.count("\t") > MAX_CELLS:
        most = f"{MAX_CELLS // 1000}.000"
        return f"Der er for mange felter i tekstens tabeller: højst {most} i alt. Slet rækker eller kolonner.", rules.TOO_MANY_CELLS
    if "]:" in text and _repeated(text) > _MOST_REPEATED:
        return "Et link nederst i teksten er for langt til at bruges så mange gange. Skriv et kortere.", rules.TOO_LONG_LINK
    return None


def _cells(text: str) -> int:
    """Return how many cells the tables of a text can have: columns by rows, down to the next empty line."""
    cells = 0
    for divider in _DIVIDER.finditer(text):
        if columns := divider[0].count("|"):
            end = text.find("\n\n", divider.end())
            cells += (columns + 1) * (text.count("\n", divider.end(), end if end >= 0 else len(text)) + 2)
            if cells > MAX_CELLS:
                break
    return cells


def _repeated(text: str) -> int:
    """Return how many letters the definitions of links can become, each used wherever a bracket ends."""
    longest = max((len(found[0]) for found in _DEFINITION.finditer(text)), default=0)
    return longest * text.count("]")
