"""Text of strangers without what nobody sees: hidden and control letters, odd spaces and line ends."""

from __future__ import annotations

import re

from generator.letters import normal

_SPACES = re.compile(r"[\t-\r \x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_NEWLINE = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_REMOVED = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\uffff"
    r"\U000e0000-\U000e007f]"
)


def line(text: str) -> str:
    """A text as one line: without hidden and control letters, spaces single, letters composed."""
    return _SPACES.sub(" ", normal(_REMOVED.sub("", text))).strip(" ")


def lines(text: str) -> str:
    """A longer text: its lines kept, the empty ones first and last not, without hidden and control letters."""
    kept = normal(_REMOVED.sub("", _NEWLINE.sub("\n", text)))
    return re.sub(r"^(?:[ \t]*\n)+", "", kept).rstrip(" \t\n")
