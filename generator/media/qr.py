"""QR codes as SVG: one for each event's page, so that they are drawn ten times as fast as a general library draws them.

What is the same for all codes of one size (finders, timing, format) is taken from segno; here are the data, their error correction
(Reed-Solomon over GF(256)) and their way through the modules, by ISO/IEC 18004. Tests read our codes, and hold them
against segno's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import zip_longest
from operator import itemgetter
from typing import Any

from markupsafe import Markup

PAGE, POSTER = "m", "q"
"""Levels of error correction: a seventh, or a quarter, of the code may be damaged."""
_MASK = 2
"""To try all eight masks and choose costs more than the code itself, and phones read them alike."""
_QUIET = 2
_BLOCKS = {
    PAGE: (
        *((10, (16,)), (16, (28,)), (26, (44,)), (18, (32,) * 2), (24, (43,) * 2), (16, (27,) * 4), (18, (31,) * 4)),
        *((22, (38, 38, 39, 39)), (22, (36, 36, 36, 37, 37))),
    ),
    POSTER: (
        *((13, (13,)), (22, (22,)), (18, (17,) * 2), (26, (24,) * 2), (18, (15, 15, 16, 16)), (24, (19,) * 4)),
        *((18, (14, 14, 15, 15, 15, 15)), (22, (18, 18, 18, 18, 19, 19)), (20, (16, 16, 16, 16, 17, 17, 17, 17))),
    ),
}
"""For versions 1 to 9 of each level: the codewords of error correction of each block, and the codewords of data in each."""
_ALIGNED = ((), (6, 18), (6, 22), (6, 26), (6, 30), (6, 34), (6, 22, 38), (6, 24, 42), (6, 26, 46))
_HEAD = 0b0100
_PADS = (0xEC, 0x11)
_RUN = re.compile("0*1+")


@lru_cache(maxsize=64)
def code(address: str, name: str, level: str = PAGE) -> Markup:
    """Return an address as the SVG element of a QR code, of the class `name`, black on white with a quiet zone."""
    rows = modules(address, level)
    side = len(rows) + 2 * _QUIET
    drawn = "".join(map(_drawn, range(_QUIET, side), rows))
    return Markup(
        '<svg class="{}" role="img" aria-label="QR-kode til {}" viewBox="0 0 {} {}">'
        '<path fill="#fff" d="M0 0h{}v{}H0z"/><path stroke="#000" d="{}"/></svg>'
    ).format(name, address, side, side, side, side, drawn)


def _drawn(line: int, row: str) -> str:
    """Return a row as a part of an SVG path. From one run of dark modules to the next it moves by what is between them: a page is
    0.6 kB smaller, compressed, than with the place of each run."""
    return f"M{_QUIET} {line}.5{''.join(map(_RUNS.__getitem__, _RUN.findall(row)))}"


class _Runs(dict[str, str]):
    """Runs of dark modules, each with the light ones before it (`0011`), as parts of an SVG path (`m2 0h2`)."""

    def __missing__(self, run: str) -> str:
        light = run.index("1")
        return self.setdefault(run, (f"m{light} 0" if light else "") + f"h{len(run) - light}")


_RUNS = _Runs()


def image(address: str) -> bytes:
    """Return the same as a file."""
    return str(code(address, "qr")).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1).encode()


def modules(address: str, level: str = PAGE) -> list[str]:
    """Return the rows of a code, `1` for each dark module and `0` for each light one."""
    data = address.encode()
    version = next((version for version in range(1, 10) if len(data) + 2 <= sum(_BLOCKS[level][version - 1][1])), None)
    if version is None:
        return ["".join(map(str, row)) for row in _by_segno(data, level)]
    side, pick, masks, fixed = _layout(version, level)
    words = bytes(_codewords(_BLOCKS[level][version - 1], data))
    bits = f"{int.from_bytes(words) ^ masks:0{8 * len(words)}b}"
    flat = "".join(pick(bits + fixed))
    return [flat[begin : begin + side] for begin in range(0, side * side, side)]


def _codewords(blocks_of: tuple[int, tuple[int, ...]], data: bytes) -> Iterator[int]:
    """Yield the codewords as they are placed: those of all blocks by turns, then their error correction by turns."""
    correction, sizes = blocks_of
    head = (_HEAD << 8 | len(data)) << 8 * len(data) | int.from_bytes(data)
    message = (head << 4).to_bytes(len(data) + 2)
    room = sum(sizes) - len(message)
    message += (bytes(_PADS) * room)[:room]
    blocks, begin = [], 0
    for size in sizes:
        blocks.append(message[begin : begin + size])
        begin += size
    for turn in zip_longest(*blocks):
        yield from (word for word in turn if word is not None)
    for corrected in zip(*(_remainder(block, correction) for block in blocks), strict=True):
        yield from corrected


def _remainder(block: bytes, correction: int) -> bytes:
    steps, high, below = _steps(correction), 8 * (correction - 1), (1 << 8 * (correction - 1)) - 1
    left = 0
    for word in block:
        left = (left & below) << 8 ^ steps[word ^ left >> high]
    return left.to_bytes(correction)


@cache
def _steps(correction: int) -> list[int]:
    """Return, for each leading byte, what division by the generator polynomial of this degree takes away."""
    polynomial = [1]
    for power in range(correction):
        root = _power(power)
        longer = [*polynomial, 0]
        for place, factor in enumerate(polynomial):
            longer[place + 1] ^= _times(factor, root)
        polynomial = longer
    return [int.from_bytes(bytes(_times(factor, byte) for factor in polynomial[1:])) for byte in range(256)]


def _power(exponent: int) -> int:
    value = 1
    for _ in range(exponent):
        value = _times(value, 2)
    return value


def _times(one: int, other: int) -> int:
    product = 0
    while other:
        if other & 1:
            product ^= one
        one = one << 1 ^ (0x11D if one & 0x80 else 0)
        other >>= 1
    return product


@cache
def _layout(version: int, level: str) -> tuple[int, itemgetter[object], int, str]:
    """Return a version's side, what picks each module out of data bits and fixed ones, the mask of the data, and the fixed ones."""
    side = 17 + 4 * version
    correction, sizes = _BLOCKS[level][version - 1]
    count = 8 * (sum(sizes) + correction * len(sizes))
    drawn = _by_segno(b"-" * (sum(sizes) - 2), level, version=version, boost_error=False)
    places = [place for place in _zigzag(side) if not _is_fixed(version, side, *place)]
    order = {place: number for number, place in enumerate(places[:count])}
    fixed = [(row, column) for row in range(side) for column in range(side) if (row, column) not in order]
    order |= {place: count + number for number, place in enumerate(fixed)}
    mask = "".join("1" if column % 3 == 0 else "0" for _, column in places[:count])
    pick = itemgetter(*(order[row, column] for row in range(side) for column in range(side)))
    return side, pick, int(mask, 2), "".join(str(drawn[row][column]) for row, column in fixed)


def _by_segno(data: bytes, level: str, **how: Any) -> Sequence[Sequence[int]]:
    """Return the modules of a code as the general library draws it, 1 for each dark one."""
    import segno  # only where a code is drawn: it brings all that fetches from the network

    return segno.make(data, error=level, micro=False, mask=_MASK, **how).matrix


def _zigzag(side: int) -> Iterator[tuple[int, int]]:
    """Yield the modules in the order in which bits are placed: two columns at a time from the right, up and down by turns."""
    up = True
    for right in (*range(side - 1, 6, -2), *range(5, 0, -2)):
        for row in range(side - 1, -1, -1) if up else range(side):
            yield from ((row, right), (row, right - 1))
        up = not up


def _is_fixed(version: int, side: int, row: int, column: int) -> bool:
    """Return whether a module holds no data: finders and format, timing, alignment, and from version 7 on the version."""
    if (row < 9 and (column < 9 or column > side - 9)) or (row > side - 9 and column < 9) or 6 in (row, column):
        return True
    if version > 6 and ((row < 6 and column > side - 12) or (column < 6 and row > side - 12)):
        return True
    corners = ((6, 6), (6, side - 7), (side - 7, 6))
    centres = ((down, across) for down in _ALIGNED[version - 1] for across in _ALIGNED[version - 1])
    return any(abs(row - down) < 3 and abs(column - across) < 3 for down, across in centres if (down, across) not in corners)
