"""Markdown's lines as people mean them: a date begins no list, a list may follow a line of text, and `#byen` is a word."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor, HashHeaderProcessor
from markdown.extensions.sane_lists import SaneOListProcessor

_MONTH = (
    r"(?:(?i:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    r"|(?:jan|febr?|mar|apr|jun|jul|aug|sept?|okt|nov|dec)\.)|jan|febr?|mar|apr|jun|aug|sept?|okt|nov|dec)(?!\w)"
)
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])\."
_DATE = rf"{_DAY}[ ]+(?:(?:og|eller|til|[-–])[ ]+{_DAY}[ ]+)?{_MONTH}"
_DATES = re.compile(rf"^ {{0,3}}{_DATE}", re.MULTILINE)
_NEXT_DATE = re.compile(rf"(?<! ) ?\n(?= {{0,3}}{_DATE})")
_POINT = rf" {{0,3}}(?!{_DATE})(?:[*+-]|1\.) +\S"
_LATER_LIST = re.compile(rf"\n(?={_POINT})")
_LIST_UNDER_TEXT = re.compile(rf"^(?!{_POINT}|\d+\.) {{0,3}}[^\s#].*\n{_POINT}", re.MULTILINE)
_WORD = r"#[^#\s]"
_WORD_FIRST = re.compile(f"^{_WORD}", re.MULTILINE)
_CODE = re.compile(r"(?<!`)(`++)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)


def register(md: Markdown) -> None:
    """Has Markdown read lines so; for the lists, after the extension `sane_lists`."""
    processors = md.parser.blockprocessors
    processors.register(_Numbers(md.parser), "olist", 40)
    processors.register(_Headings(md.parser), "hashheader", 70)
    processors.register(_Lines(md.parser), "kulturpunkt-lines", 12)


def is_read_otherwise(text: str) -> bool:
    """Whether another reader of Markdown may make something else of a text."""
    return any(pattern.search(text) for pattern in (_DATES, _LIST_UNDER_TEXT, _WORD_FIRST))


class _Numbers(SaneOListProcessor):
    """Leaves `14. november` alone, which would be point 14 of a list, and the next line 15."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.RE = re.compile(rf"^ {{0,3}}(?!{_DATE})\d+\. +(.*)")
        self.CHILD_RE = re.compile(rf"^ {{0,3}}(?!{_DATE})((\d+\.)) +(.*)")


class _Headings(HashHeaderProcessor):
    RE = re.compile(rf"(?:^|\n)(?!{_WORD})" + HashHeaderProcessor.RE.pattern.removeprefix(r"(?:^|\n)"))


class _Lines(BlockProcessor):
    """A block of text: lines that begin with dates stay lines, and at a list it ends."""

    def test(self, parent: Element, block: str) -> bool:
        del parent
        return "\n" in block

    def run(self, parent: Element, blocks: list[str]) -> bool:
        prose = _CODE.sub(lambda code: "x" * len(code[0]), blocks[0])
        if later := _LATER_LIST.search(prose):
            before, after = blocks[0][: later.start()], blocks[0][later.end() :]
            blocks[0:1] = [after]
            self.parser.parseBlocks(parent, [before])
            return True
        if len(_DATES.findall(prose)) > 1:
            blocks[0] = _NEXT_DATE.sub("  \n", blocks[0])
        return False
