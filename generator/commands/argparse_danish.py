"""What the standard library's reader of commands says in English, in Danish."""

from __future__ import annotations

import argparse

_WORDS = {
    "usage: ": "brug: ",
    "positional arguments": "det, kommandoen handler om",
    "options": "valg",
    "show this help message and exit": "vis denne hjælp",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s.\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "the following arguments are required: %s": "her mangler %s",
    "unrecognized arguments: %s": "kommandoen kender ikke %s",
    "one of the arguments %s is required": "en af disse mangler: %s",
    "not allowed with argument %s": "kan ikke bruges sammen med %s",
    "expected one argument": "skriv én ting efter det",
    "expected at most one argument": "skriv højst én ting efter det",
    "expected at least one argument": "skriv mindst én ting efter det",
    "expected %s argument": "skriv %s ting efter det",
    "expected %s arguments": "skriv %s ting efter det",
    "ignored explicit argument %r": "der skal ikke stå %r efter det",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s kan være %(matches)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "«%(value)s» kan ikke vælges. Vælg mellem %(choices)s",
    "invalid choice: %(value)r, maybe you meant %(suggestion)r? (choose from %(choices)s)": "«%(value)s» kan ikke vælges. "
    "Mente du «%(suggestion)s»? Vælg mellem %(choices)s",
    "invalid %(type)s value: %(value)r": "«%(value)s» kan ikke læses",
}


def speak_danish() -> None:
    """Give argparse our words. It asks two functions for them, as it would ask a translated program's catalogue."""
    vars(argparse).update(_=_said, ngettext=lambda one, many, count: _said(one if count == 1 else many))


def _said(english: str) -> str:
    return _WORDS.get(english, english)
