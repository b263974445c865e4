"""The number of areas on the front page, as numerals that are drawn from the areas' dots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle

from generator.media.dots import Dot, spare_dots

_ROWS = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" #", "##", " #", " #", " #"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", " ##", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", " # ", " # ", " # "),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
}
_TALL = 5
"""The dots of a one where there is no other numeral: with the full stop, eleven is drawn from eleven dots."""


@dataclass(frozen=True, slots=True)
class Numerals:
    """A number as numerals, left to right, and the dot that ends its sentence.

    A numeral is its cells from left to right and top to bottom, None where there is no dot. `tall` numerals are ones, whose cells
    are the dot of the upstroke and then those of the stem; `columns` are of the others.
    """

    count: int
    tall: bool
    cells: tuple[tuple[Dot | None, ...], ...]
    columns: tuple[int, ...]
    stop: Dot


def numerals(count: int, own: Sequence[Dot]) -> Numerals:
    """Return the number of areas, drawn from the dots they have and spare ones for those that are missing, again and again."""
    digits = str(count)
    dots = _dots(count, own)
    tall = set(digits) == {"1"}
    cells = tuple(tuple(_drawn("#" * _TALL if tall else "".join(_ROWS[digit]), dots)) for digit in digits)
    return Numerals(count, tall, cells, tuple(len(_ROWS[digit][0]) for digit in digits), next(dots))


def _drawn(pattern: str, dots: Iterator[Dot]) -> Iterator[Dot | None]:
    return (next(dots) if cell == "#" else None for cell in pattern)


def _dots(count: int, own: Sequence[Dot]) -> Iterator[Dot]:
    spare = [dot for dot in spare_dots() if dot.form not in {one.form for one in own}]
    return cycle([*own, *spare][: max(count, len(own))])
