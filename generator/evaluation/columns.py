"""How wide the columns of a table are: word processors, unlike browsers, leave that to the one who writes the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_UNBROKEN = re.compile(r"[^\s/-]+[/-]?")
"""What stands on one line: lines are broken at spaces, and after the hyphens and slashes of files' names."""
_BESIDE = 2.5
"""The letters for which a cell's edges leave no room."""
_BOLD = 1.1
"""How many times as wide a letter of a heading is."""
_LONG = 60
"""A text of more letters is broken anyway, and asks for no more room than this."""


def shares(rows: Sequence[Sequence[str]], letters: int) -> list[float]:
    """Return for each column the share of the table's width that it is given; the sum is 1.

    The first row is the headings. Each column has room for its longest word, and of what is left as much as its longest text asks
    for. `letters` is how many letters stand side by side in the whole table.
    """
    columns = list(zip(*rows, strict=True))
    least = [max(_longest(cells[:1]) * _BOLD, _longest(cells[1:])) for cells in columns]
    more = [max(min(max(map(len, cells)), _LONG) - own, 0) for own, cells in zip(least, columns, strict=True)]
    left = max(letters - sum(least) - _BESIDE * len(columns), 0)
    given = [own + _BESIDE + left * wish / (sum(more) or 1) for own, wish in zip(least, more, strict=True)]
    return [each / sum(given) for each in given]


def _longest(texts: Iterable[str]) -> int:
    """Return the letters of the longest word, 1 where there is none."""
    return max((len(word) for text in texts for word in _UNBROKEN.findall(text)), default=1)
