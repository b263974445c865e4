"""The coastline of an area's own map: no more than the map shows, and all of it."""

from __future__ import annotations

import re
from itertools import pairwise
from math import dist

from generator.media import coast
from tests.sites import PROJECT

ISLAND: coast.Shape = ((10, 10), (20, 10), (20, 20), (10, 20))


def test_what_lies_inside_stays_as_it_is() -> None:
    assert coast.within([ISLAND], 0, 0, 100) == "M10 10l10 0 0 10-10 0z"


def test_what_lies_outside_is_left_out() -> None:
    assert coast.within([ISLAND], 50, 50, 100) == ""


def test_what_crosses_the_edge_is_cut_there() -> None:
    assert coast.within([((-5, 10), (5, 10), (5, 20), (-5, 20))], 0, 0, 100) == "M0 10l5 0 0 10-5 0z"


def test_land_all_around_fills_the_square() -> None:
    assert coast.within([((-50, -50), (150, -50), (150, 150), (-50, 150))], 0, 0, 10) == "M0 10l0-10 10 0 0 10z"


def test_the_theme_s_coast_is_read_whole() -> None:
    drawn = (PROJECT / "theme/parts/coast.html").read_text("utf-8")
    shapes = coast.shapes(PROJECT / "theme")
    assert len(shapes) == drawn.count("M")
    assert coast.within(shapes[:1], -5_000, -5_000, 10_000).startswith("M200 679l2 1 2-1-3 2-9 14")


def test_no_point_of_a_cut_lies_beyond_its_square() -> None:
    cut = coast.within(coast.shapes(PROJECT / "theme"), 678, 190, 110)
    assert 0 < len(cut) < 1_000
    for part in cut.removesuffix("z").split("z"):
        start, steps = part.removeprefix("M").split("l")
        x, y = map(float, start.split())
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", steps)]
        for dx, dy in zip([0.0, *numbers[::2]], [0.0, *numbers[1::2]], strict=True):
            x, y = x + dx, y + dy
            assert 677.9 <= x <= 788.1
            assert 189.9 <= y <= 300.1


def test_the_outline_is_half_the_drawing_and_nowhere_far_from_it() -> None:
    shapes = coast.shapes(PROJECT / "theme")
    outline = coast.outline(shapes)
    drawn = [coast._shape(part) for part in outline.split("z") if part]
    assert sum(map(len, drawn)) < 0.6 * sum(map(len, shapes))
    edges = [(one, other) for shape in drawn for one, other in pairwise((*shape, shape[0]))]
    for point in [point for shape in shapes if len(shape) > 2 for point in shape][::25]:
        assert min(_away(point, *edge) for edge in edges) < 2.7, point


def _away(point: coast.Point, begin: coast.Point, end: coast.Point) -> float:
    """How far a point is from an edge."""
    (x, y), (left, top), (right, bottom) = point, begin, end
    length = (right - left) ** 2 + (bottom - top) ** 2
    along = ((x - left) * (right - left) + (y - top) * (bottom - top)) / length if length else 0
    along = min(1.0, max(0.0, along))
    return dist(point, (left + along * (right - left), top + along * (bottom - top)))
