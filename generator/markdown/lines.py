"""Rewrites Markdown as people and GitHub mean it, line by line, to the plain Markdown that the converter reads.

Lists may be nested by two spaces, may follow a line of text and may have the bullets of Word; a table may follow a line; lines
stay lines. Each thing becomes a block of its own, so that the converter's time grows no faster than the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markdown import Markdown
from markdown.preprocessors import NormalizeWhitespace
from markdown.util import code_escape

from generator.markdown import blocks, points
from generator.markdown.paragraphs import with_breaks
from generator.markdown.pasted import without_wrapping
from generator.text.sanitise import as_meant

_DEEPEST = 10
"""Levels of lists, and of quotations; what is nested deeper stands on the last of them."""


class Lines(NormalizeWhitespace):
    """Reads lines as people mean them, before anything else does.

    Of what areas write (`of_areas`) it also takes out code between fences, which another extension does elsewhere, and what HTML
    from a mail program only wraps text in. There, text that is indented is no code: it was pasted from Word or a mail.
    """

    def __init__(self, md: Markdown, *, of_areas: bool = False) -> None:
        super().__init__(md)
        self.fences = md if of_areas else None

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines of the text that means the same to the converter."""
        source = as_meant("\n".join(lines))
        if "\r" in source:
            source = source.replace("\r\n", "\n").replace("\r", "\n")
        writer = _Writer(self.fences)
        writer.read((without_wrapping(source) if self.fences else source).split("\n"))
        return [*writer.out, "", ""]


class _Item(NamedTuple):
    """An open point of a list: where it begins and where its text does, in columns, and the sign before it."""

    column: int
    inside: int
    sign: str


class _Writer:
    """Reads lines and holds what they become in `out`. `quotes` is how deep in quotations they stand."""

    def __init__(self, fences: Markdown | None, quotes: int = 0) -> None:
        self.fences, self.quotes = fences, quotes
        self.out: list[str] = []
        self.items: list[_Item] = []
        self.paragraph: list[str] = []
        self.lead = ""

    @property
    def indent(self) -> str:
        return "    " * len(self.items)

    def read(self, lines: Sequence[str]) -> None:
        place = 0
        while place < len(lines):
            place += self._read(lines, place)
        self._end()

    def _read(self, lines: Sequence[str], place: int) -> int:
        """Read what begins at a line, and return how many lines it takes."""
        line = lines[place]
        text = line.strip()
        if not text:
            self._end()
            self.out.append("")
            return 1
        first = text[0]
        if (
            first.isalpha()
            and first not in points.LETTERS
            and not self.items
            and line[0] == first
            and "|" not in text
            and "\t" not in text
        ):
            self.paragraph.append(line)
            return 1
        column = len(line) - len(line.lstrip()) if "\t" not in line else points.column_of(line)
        if (column >= 4 and not self.items and not self.paragraph and not self.fences) and not points.is_bullet(text):
            self.out.append(line.expandtabs(4))
            return 1
        return self._block(lines, place, text, column) or self._text(line, text, column)

    def _block(self, lines: Sequence[str], place: int, text: str, column: int) -> int:
        """Read a block that begins here, and return how many lines it takes; 0 where it is text."""
        first = text[0]
        if first in "`~" and blocks.FENCE.fullmatch(text):
            return self._fence(lines, place, column)
        if first == "#" and blocks.HEADING.match(text):
            return self._alone(text, column)
        if first in "-=" and self.paragraph and blocks.UNDERLINE.fullmatch(text) and self._underlined(text):
            return 1
        if points.is_rule(text):
            return self._alone(text, column)
        if first == ">":
            return self._quotation(lines, place, column)
        if first == "<" and (found := blocks.VERBATIM.match(text)):
            return self._verbatim(lines, place, f"</{found[1]}" if found[1] else "-->")
        if "|" in text and place + 1 < len(lines) and blocks.is_table(text, lines[place + 1].strip()):
            return self._table(lines, place, column)
        if (point := points.point_at(lines, place, text)) and self._point(point, column):
            return 1
        if "\t" in text and not self.items and (rows := blocks.rows_with_tabs(lines, place)):
            return self._rows(rows, column)
        return 0

    def _text(self, line: str, text: str, column: int) -> int:
        """Add a line of text to the paragraph, or begin one."""
        if not self.paragraph:
            self._leave(column)
            inside = column - (self.items[-1].inside if self.items else 0)
            if inside >= 4 and not self.fences:
                self.out.append(self.indent + " " * inside + text)
                return 1
            self.lead = self.indent
        self.paragraph.append(line)
        return 1

    def _end(self) -> None:
        """End the paragraph."""
        lines, self.paragraph = self.paragraph, []
        if len(lines) == 1:
            self.out.append(self.lead + lines[0].lstrip())
        elif any(map(blocks.STRUCTURE.match, lines)):
            self.out += [self.lead + lines[0].lstrip(), *(line.expandtabs(4) for line in lines[1:])]
        elif lines:
            first, *others = with_breaks(lines)
            if self.lead:  # an underline makes no heading of a point
                others = [f"    {line}" if blocks.UNDERLINE.fullmatch(line.strip()) else line for line in others]
            self.out += [self.lead + first, *others]
        self.lead = ""

    def _apart(self, column: int) -> None:
        """End the paragraph, and the lists that do not reach to a column; what follows stands apart."""
        self._end()
        self._leave(column)
        if self.out and self.out[-1]:
            self.out.append("")

    def _leave(self, column: int) -> _Item | None:
        """Leave the points whose text begins further in than a column, and return the last of them."""
        left = None
        while self.items and column < self.items[-1].inside:
            left = self.items.pop()
        return left

    def _alone(self, text: str, column: int) -> int:
        self._apart(column)
        self.out += [self.indent + text, ""]
        return 1

    def _underlined(self, text: str) -> bool:
        """Write the line above as a heading with this one under it, and return whether it is one."""
        if len(self.paragraph) > 1 or self.items:
            return False
        self.out += [self.lead + self.paragraph.pop().rstrip(), text, ""]
        return True

    def _fence(self, lines: Sequence[str], place: int, column: int) -> int:
        """Read code to the fence that ends it, or to the end."""
        self._apart(column)
        text = lines[place].strip()
        sign = text[0]
        fence = sign * (len(text) - len(text.lstrip(sign)))
        end = next((at for at in range(place + 1, len(lines)) if blocks.closes(lines[at], fence)), len(lines))
        code = [blocks.outdented(line, column) for line in lines[place + 1 : end]]
        if self.fences:
            html = code_escape("\n".join([*code, ""]))
            self.out += [self.indent + self.fences.htmlStash.store(f"<pre><code>{html}</code></pre>"), ""]
        else:
            self.out += [self.indent + line for line in (text, *code, fence)]
        return end + 1 - place

    def _quotation(self, lines: Sequence[str], place: int, column: int) -> int:
        """Read the lines of a quotation, with those that only run on from it."""
        self._apart(column)
        end = place
        while end < len(lines) and (text := lines[end].strip()) and (text[0] == ">" or self._runs_on(text)):
            end += 1
        sign = blocks.DEEPLY_QUOTED if self.quotes + 1 >= _DEEPEST else blocks.QUOTED
        inner = _Writer(self.fences, self.quotes + 1)
        inner.read([sign.sub("", line.lstrip(), count=1) if line.lstrip()[:1] == ">" else line for line in lines[place:end]])
        while inner.out and not inner.out[-1]:
            inner.out.pop()
        self.out += [f"{self.indent}> {line}" if line else f"{self.indent}>" for line in inner.out]
        self.out.append("")
        return end - place

    def _runs_on(self, text: str) -> bool:
        return text[0] not in "#`~|<" and not points.is_bullet(text) and not points.is_rule(text)

    def _verbatim(self, lines: Sequence[str], place: int, ending: str) -> int:
        """Read HTML in which lines are none of ours to change, to its end."""
        self._end()
        ends = (at for at in range(place, len(lines)) if ending in lines[at].lower())
        end = next(ends, len(lines) - 1)
        self.out += [line.expandtabs(4) for line in lines[place : end + 1]]
        return end + 1 - place

    def _table(self, lines: Sequence[str], place: int, column: int) -> int:
        self._apart(column)
        end = place + 2
        while end < len(lines) and (text := lines[end].strip()) and text[0] not in ">#" and not points.is_rule(text):
            end += 1
        self.out += [self.indent + line.strip() for line in lines[place:end]]
        self.out.append("")
        return end - place

    def _rows(self, rows: Sequence[Sequence[str]], column: int) -> int:
        self._apart(column)
        head, *others = (f"| {' | '.join(row)} |" for row in rows)
        self.out += [head, "|---" * len(rows[0]) + "|", *others, ""]
        return len(rows)

    def _point(self, point: points.Point, column: int) -> bool:
        """Begin a point of a list. False where a line of text runs on with what only looks like one."""
        begun = bool(self.paragraph)
        if begun and not self.items and column >= 4 and not self.fences and not points.is_sign(point.sign):
            return False
        if begun and point.sign == "1." != point.written and not any(item.sign == "1." for item in self.items):
            return False
        under_number = self.items and point.sign != "1." and self.items[-1].sign == "1."
        left = None if under_number and column >= self.items[-1].column + 2 else self._leave(column)
        loose = begun and bool(self.items or left) and not self.lead.strip()
        self._end()
        if loose:
            self.out.append("")
        if left and left.sign != point.sign:
            if _holds(left, point, begun=begun, open_signs=[item.sign for item in self.items]):
                self.items.append(left)
            elif "1." in (left.sign, point.sign) and self.out and self.out[-1]:
                self.out.append("")
        elif not left and not self.items and self.out and self.out[-1]:
            self.out.append("")
        if len(self.items) == _DEEPEST:
            self.items.pop()
        self.lead = f"{self.indent}{point.written} "
        self.items.append(_Item(column, column + point.width, point.sign))
        self.paragraph = [points.shallow(point.text)]
        return True


def _holds(left: _Item, point: points.Point, *, begun: bool, open_signs: Sequence[str]) -> bool:
    """Return whether a point as far out as the one before it, but of another sign, belongs inside of that."""
    if left.sign == "1.":
        return begun and not points.is_sign(point.sign)
    return points.is_sign(left.sign) and points.is_sign(point.sign) and point.sign not in open_signs
