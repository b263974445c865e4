"""Patterns that any program reads (ECMA-262), for what our own reader takes in any case and spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.text.letters import folded

_SPELT_OUT = {"ae": "[æÆ]", "oe": "[øØ]", "aa": "[åÅ]"}
_TOKEN = re.compile(r"\\.|\[|\]|[a-zæøå]-[a-zæøå]|[a-zæøå]", re.IGNORECASE)
_ROUND = r"[\s_.!?,;:'“”„»«’‘" + '"-]*'
_BETWEEN = r"[\s_-]*"


def any_case(pattern: str) -> str:
    """Return a regular expression that also takes capitals: `[a-z]+@dk` gives `[a-zA-Z]+@[dD][kK]`."""
    inside = False

    def cased(match: re.Match[str]) -> str:
        nonlocal inside
        part = match.group()
        if part in ("[", "]"):
            inside = part == "["
        elif not part.startswith("\\"):
            both = part.lower() + part.upper()
            return both if inside else f"[{both}]"
        return part

    return _TOKEN.sub(cased, pattern)


def whole(pattern: str) -> str:
    """Return a pattern that the whole text has to match, in any case, with spaces around it."""
    return rf"^\s*(?:{any_case(pattern)})\s*$"


def spelling(word: str) -> str:
    """Return a pattern for all the ways to write a word that count as the same: `Målgruppe`, `maalgruppe`, `mål-gruppe`."""
    parts = re.findall("ae|oe|aa|.", folded(word))
    return _BETWEEN.join(f"(?:{any_case(part)}|{_SPELT_OUT[part]})" if part in _SPELT_OUT else _letter(part) for part in parts)


def spellings(words: Iterable[str]) -> str:
    """Return a pattern for any of the words in any spelling."""
    return rf"^{_ROUND}(?:{'|'.join(map(spelling, words))}){_ROUND}$"


def _letter(letter: str) -> str:
    return "[eEéÉ]" if letter == "e" else any_case(letter)
