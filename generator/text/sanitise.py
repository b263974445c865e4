"""Text as it is meant, without what nobody sees: hidden and control letters, odd spaces, line ends and digits."""

from __future__ import annotations

import re
import unicodedata

from generator.text.letters import HIDDEN, UNSEEN, UNUSUAL, normal

SPACES = re.compile(r"[\t-\r \x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
NEWLINE = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_REMOVED = re.compile(HIDDEN.pattern + r"|[\ud800-\udfff]")
_DIGIT = re.compile(r"(?![0-9])\d")
_WIDE = {code: code - 0xFEE0 for code in (*range(0xFF01, 0xFF10), *range(0xFF1A, 0xFF21))}

_WINDOWS = {byte: bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0xA0) if byte != 0x85}
_WORD = {"\x1e": "-", "\x1f": "", "\uf04a": "☺", "\uf04b": "😐", "\uf04c": "☹", "\uf0df": "←", "\uf0e0": "→", "\uf0f3": "↔"}
_BULLETS = dict.fromkeys("\uf06e\uf071\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc", "•")
MEANT = {**{chr(byte): letter for byte, letter in _WINDOWS.items()}, **_WORD, **_BULLETS}
"""What stands in a text for another letter: those of Windows that were read as control letters, and those of the symbol fonts
in which Word sets bullets, arrows and faces."""

_MEANT = str.maketrans(MEANT)


def as_meant(text: str, newline: str = "\n") -> str:
    """Return a text without letters that have no meaning, with those that are meant by others, and with `newline` for each line
    break of another kind than `\\n`. Letters that can deceive stay."""
    if not UNUSUAL.search(text):
        return text
    return NEWLINE.sub(newline, UNSEEN.sub("", text.translate(_MEANT)))


def with_ascii_digits(text: str) -> str:
    """Return a text whose digits are 0 to 9, whatever script they were written in, with the signs that go with wide ones."""
    if text.isascii() or not _DIGIT.search(text):
        return text
    return _DIGIT.sub(lambda digit: str(unicodedata.digit(digit[0])), text).translate(_WIDE)


def line(text: str) -> str:
    """Return a text as one line: without hidden and control letters, spaces single, letters composed, digits from 0 to 9."""
    shown = _REMOVED.sub("", NEWLINE.sub(" ", text.translate(_MEANT)))
    return SPACES.sub(" ", with_ascii_digits(normal(shown))).strip(" ")


def lines(text: str) -> str:
    """Return a longer text with its lines, but without empty ones first and last, and without hidden and control letters."""
    shown = normal(_REMOVED.sub("", NEWLINE.sub("\n", text.translate(_MEANT))))
    return re.sub(r"^(?:[ \t]*\n)+", "", shown).rstrip(" \t\n")
