"""Lines that are shown as plain text and were written as Markdown: what only dresses words goes, an address stays beside them."""

from __future__ import annotations

import re

_LINK = re.compile(r"!?\[([^\[\]]{1,300})\]\(\s*<?((?:https?://|mailto:|tel:|www\.)[^\s()<>]{1,2000})>?\s*\)", re.IGNORECASE)
_FAT = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*]+)(?<=\S)\1(?![\w*])")
_LOW = re.compile(r"(?<!\w)(_{1,3})(?=[^\s_])([^_]+)(?<=\S)\1(?!\w)")


def unmarked(line: str) -> str:
    """Return a line of plain text without the signs of Markdown: `**Gratis**` is `Gratis`, a link its words and its address."""
    if "](" in line:
        line = _LINK.sub(_beside, line)
    if "*" in line:
        line = _FAT.sub(r"\2", line)
    return _LOW.sub(r"\2", line) if "_" in line else line


def _beside(link: re.Match[str]) -> str:
    words, address = link.groups()
    said = re.sub(r"^(?:mailto|tel):", "", address, flags=re.IGNORECASE)
    return words if said in words else f"{words} ({said})"
