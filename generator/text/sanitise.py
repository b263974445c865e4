"""Text of strangers without what nobody sees: hidden and control letters, odd spaces and line ends."""

from __future__ import annotations

import re

from generator.text.letters import HIDDEN, normal

SPACES = re.compile(r"[\t-\r \x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
NEWLINE = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_REMOVED = re.compile(HIDDEN.pattern + r"|[\ud800-\udfff]")


def line(text: str) -> str:
    """A text as one line: without hidden and control letters, spaces single, letters composed."""
    return SPACES.sub(" ", normal(_REMOVED.sub("", text))).strip(" ")


def lines(text: str) -> str:
    """A longer text: its lines kept, the empty ones first and last not, without hidden and control letters."""
    kept = normal(_REMOVED.sub("", NEWLINE.sub("\n", text)))
    return re.sub(r"^(?:[ \t]*\n)+", "", kept).rstrip(" \t\n")
