"""Tables that a spreadsheet opens right: UTF-8 with a byte order mark, semicolons, and no cell that is taken for a formula."""

from __future__ import annotations

import csv
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from io import StringIO
from typing import TypeVar

from generator.feeds.texts import line

_Of = TypeVar("_Of")
_SIGNS = "=\uff1d\ufe66\u207c\u208c+\uff0b\ufe62\u207a\u208a\ufb29-\uff0d\ufe63\u207b\u208b\u2212@\uff20\ufe6b\t\r\n"
_FORMULA = re.compile(rf"(^|[,;\t\r\n])(?=[\s\"'`´“”„«»‘’‚]*[{re.escape(_SIGNS)}])")
_HAS_NO_SIGN = frozenset(_SIGNS).isdisjoint
_NO_CENTS = re.compile(r"(?<=\d),-(?!\w)")
_CACHED = 4_000
"""Cells that are remembered: most stand in many rows."""


Columns = Mapping[str, Callable[[_Of], object]]
"""The heading of each column with what stands in it; an empty cell for None."""


def table(columns: Columns[_Of], rows: Iterable[_Of]) -> bytes:
    """Return a table; only its headings where it has no rows."""
    return headings(columns) + _written(cells(columns, of) for of in rows)


def headings(names: Iterable[str]) -> bytes:
    """Return what a table begins with, before its rows."""
    return BOM_UTF8 + row(names)


def row(cells: Iterable[str]) -> bytes:
    """Return one row with its end."""
    return _written([cells])


def cells(columns: Columns[_Of], of: _Of) -> Iterator[str]:
    """Yield what stands in each column of a row."""
    return (str(cell(of) or "") for cell in columns.values())


def _written(rows: Iterable[Iterable[str]]) -> bytes:
    out = StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL).writerows(map(_cell, cells) for cells in rows)
    return out.getvalue().encode()


@lru_cache(_CACHED)
def _cell(text: str) -> str:
    return guarded(line(text))


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula, also one that reads the file with commas or tabs.

    Such a reader begins a new cell within ours, so that the apostrophe stands before each sign that could begin one. The amount
    `50,-` is written `50`, lest every price in kroner gets one.
    """
    return cell if _HAS_NO_SIGN(cell) else _FORMULA.sub(r"\1'", _NO_CENTS.sub("", cell))


def yes(fact: bool) -> str:
    """Return a fact as a cell says it."""
    return "ja" if fact else "nej"
