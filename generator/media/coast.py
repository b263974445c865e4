"""The theme's coastline, cut to the square that an area's own map shows, so that the page does not carry all of North Jutland."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import pairwise
from math import dist
from pathlib import Path

Point = tuple[float, float]
Shape = tuple[Point, ...]

_LEAST_BEND = 2.5
_PATH = re.compile(r' d="([^"]+)"')
_NUMBER = re.compile(r"-?[\d.]+")


@lru_cache(maxsize=4)
def shapes(theme: Path) -> tuple[Shape, ...]:
    """Land and the waters in it, in map units. The drawing is closed shapes of straight lines: `M x y l dx dy … z`."""
    drawn = _PATH.search((theme / "parts/coast.html").read_text("utf-8"))
    if drawn is None:
        raise ValueError("parts/coast.html has no path")
    return tuple(_shape(part) for part in drawn[1].split("z") if part.strip())


def within(shapes: Iterable[Shape], left: float, top: float, side: float) -> str:
    """Return the path of what lies in the square, for `fill-rule: evenodd` without a stroke: the square's edge is a line of it."""
    cut = (_clipped(shape, left, top, left + side, top + side) for shape in shapes)
    return "".join(_path(shape) for shape in cut if len(shape) > 2)


@lru_cache(maxsize=4)
def outline(shapes: tuple[Shape, ...]) -> str:
    """Return the path of the whole coast for a map of all North Jutland, with no bend that is smaller than 2.5 units there: on a
    large screen two pixels. It weighs half of the theme's own drawing."""
    return "".join(_path(shape) for shape in map(_simplified, shapes) if len(shape) > 2)


def _simplified(shape: Shape) -> Shape:
    """Return a closed shape less the points that bend it by under 2.5 units: each half of it for itself."""
    farthest = max(range(len(shape)), key=lambda place: dist(shape[place], shape[0]))
    there, back = shape[: farthest + 1], (*shape[farthest:], shape[0])
    return (*_straightened(there)[:-1], *_straightened(back)[:-1])


def _straightened(line: Shape) -> Shape:
    """Ramer, Douglas and Peucker: the point that bends a line most stays, and each part is straightened again."""
    bends = [_bend(line[0], point, line[-1]) for point in line[1:-1]]
    if max(bends, default=0) <= _LEAST_BEND:
        return (line[0], line[-1])
    middle = bends.index(max(bends)) + 1
    return (*_straightened(line[: middle + 1])[:-1], *_straightened(line[middle:]))


def _bend(begin: Point, point: Point, end: Point) -> float:
    """Return how far a point is from the straight line between two others."""
    length = dist(begin, end)
    across = (end[0] - begin[0]) * (begin[1] - point[1]) - (begin[0] - point[0]) * (end[1] - begin[1])
    return abs(across) / length if length else dist(begin, point)


def _shape(drawn: str) -> Shape:
    numbers = [float(number) for number in _NUMBER.findall(drawn)]
    x, y = 0.0, 0.0
    points = []
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x, y))
    return tuple(points)


def _clipped(shape: Shape, left: float, top: float, right: float, bottom: float) -> Shape:
    """Sutherland and Hodgman: what is beyond each edge in turn is cut off."""
    shape = _cut(shape, 0, lambda point: point[0] >= left, left)
    shape = _cut(shape, 0, lambda point: point[0] <= right, right)
    shape = _cut(shape, 1, lambda point: point[1] >= top, top)
    return _cut(shape, 1, lambda point: point[1] <= bottom, bottom)


def _cut(shape: Shape, axis: int, inside: Callable[[Point], bool], edge: float) -> Shape:
    points: list[Point] = []
    for before, point in pairwise((*shape[-1:], *shape)):
        if inside(before) != inside(point):
            share = (edge - before[axis]) / (point[axis] - before[axis])
            other = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
            points.append((other, edge) if axis else (edge, other))
        if inside(point):
            points.append(point)
    return tuple(points)


def _path(shape: Shape) -> str:
    """Return rings as a path, as in the theme's own drawing: to a tenth of a unit, which is half a pixel."""
    rounded = [(round(x, 1), round(y, 1)) for x, y in shape]
    steps = ((x - was_x, y - was_y) for (was_x, was_y), (x, y) in pairwise(rounded) if (x, y) != (was_x, was_y))
    return f"M{_pair(*rounded[0])}l{' '.join(_pair(*step) for step in steps)}z".replace(" -", "-")


def _pair(x: float, y: float) -> str:
    return f"{round(x, 1):g} {round(y, 1):g}"
