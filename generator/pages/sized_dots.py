"""Areas' dots in rows, each as large as what it counts."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from typing import NamedTuple

from generator.media.dots import Dot
from generator.pages.context import SiteContext

_ROW, _LARGEST, _SMALLEST, _GAP = 600, 180, 18, 10
"""Units of the drawing: its width, the largest and the smallest dot, and the room between them."""


class SizedDot(NamedTuple):
    """A dot whose surface is as large as what it counts. `x` and `y` are its left and upper edge, in whole units: less than a
    pixel."""

    dot: Dot
    x: int
    y: int
    size: int


def sized_dots(context: SiteContext, values: Mapping[str, float]) -> tuple[list[SizedDot], int]:
    """Return the dots of owners in rows that stand on their lower edge, and the height of all rows. A zero has no dot."""
    most = max(values.values(), default=0)
    sizes = {owner: max(_SMALLEST, _LARGEST * sqrt(value / most)) for owner, value in values.items() if value > 0}
    placed: list[SizedDot] = []
    top = 0.0
    for row in _rows(sizes):
        height, left = max(row.values()), 0.0
        for owner, size in row.items():
            placed.append(SizedDot(context.cards.dot_of(owner), round(left), round(top + height - size), round(size)))
            left += size + _GAP
        top += height + _GAP
    return placed, round(max(top - _GAP, 0))


def _rows(sizes: Mapping[str, float]) -> list[dict[str, float]]:
    """Return the sizes in rows that are no wider than the drawing."""
    rows: list[dict[str, float]] = []
    left = float(_ROW)
    for owner, size in sizes.items():
        if left + size > _ROW:
            rows.append({})
            left = 0.0
        rows[-1][owner] = size
        left += size + _GAP
    return rows
