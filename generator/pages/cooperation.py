"""Who worked with whom: the sectors of the areas' partners as a drawing of dots and strokes, and as a table of the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import cos, pi, sin, sqrt
from typing import NamedTuple

from generator.model.measures import Id, Kind, Measure
from generator.model.partners import Sector
from generator.pages.areas import SECTOR_NAMES
from generator.pages.context import SiteContext
from generator.text.letters import sort_key

_MIDDLE_X, _MIDDLE_Y, _ROUND = 500, 380, 270
_LARGEST, _SMALLEST = 74, 26
_THICKEST, _THINNEST = 16, 3


class SectorDot(NamedTuple):
    """A sector in the drawing (1000 × 760): its number, name, place and radius, and where its name stands."""

    number: int
    name: str
    x: int
    y: int
    radius: int
    name_x: int
    name_y: int
    anchor: str


class Strokes(NamedTuple):
    """All pairs of sectors that take part in equally many areas, as the path of one drawing. The more areas, the wider."""

    width: float
    path: str


class SectorRow(NamedTuple):
    """A sector in the table: how many partners and areas it has, and with whom it takes part in how many areas."""

    number: int
    name: str
    partners: int
    areas: int
    together: str


class Cooperation(NamedTuple):
    """The drawing and its table."""

    dots: Sequence[SectorDot]
    strokes: Sequence[Strokes]
    rows: Sequence[SectorRow]


def cooperation(context: SiteContext) -> Cooperation | None:
    """Return who worked with whom; None where no area names a partner."""
    counted = context.sums[Kind.PARTNERS]
    if not counted.counted:
        return None
    sector_of = {measure.of: Sector(measure.group) for measure in counted.counted}
    partners = Counter(Sector(measure.group) for measure in counted.counted)
    areas = _sectors_by_area((*counted.counted, *counted.doubles), sector_of)
    together = Counter(pair for sectors in areas.values() for pair in combinations(_in_order(sectors), 2))
    order = _in_order(partners)
    places = {sector: place for place, sector in enumerate(order)}
    dots = [_dot(place, sector, partners, len(order)) for place, sector in enumerate(order)]
    lines = {(dots[places[one]], dots[places[other]]): count for (one, other), count in sorted(together.items())}
    taking_part = Counter(sector for sectors in areas.values() for sector in sectors)
    rows = [
        SectorRow(place, SECTOR_NAMES[sector], partners[sector], taking_part[sector], _together(sector, order, together))
        for place, sector in enumerate(order, 1)
    ]
    return Cooperation(dots, list(_strokes(lines)), rows)


def _sectors_by_area(partners: Iterable[Measure], sector_of: Mapping[frozenset[Id], Sector]) -> dict[str, set[Sector]]:
    """Return the sectors that take part in each area, by its slug. A partner is of the sector in which it is counted."""
    found: defaultdict[str, set[Sector]] = defaultdict(set)
    for measure in partners:
        found[measure.owner].add(sector_of[measure.of])
    return found


def _in_order(sectors: Iterable[Sector]) -> list[Sector]:
    return sorted(sectors, key=lambda sector: sort_key(SECTOR_NAMES[sector]))


def _together(sector: Sector, order: Sequence[Sector], together: Counter[tuple[Sector, Sector]]) -> str:
    counts = [(together[sector, other] + together[other, sector], SECTOR_NAMES[other].lower()) for other in order]
    shown = [f"{name} ({count})" for count, name in sorted(counts, key=lambda each: -each[0]) if count]
    return ", ".join(shown) if shown else "ingen andre"


def _dot(place: int, sector: Sector, partners: Counter[Sector], count: int) -> SectorDot:
    turn = 2 * pi * place / count - pi / 2
    radius = max(_SMALLEST, _LARGEST * sqrt(partners[sector] / max(partners.values())))
    x, y = _MIDDLE_X + _ROUND * cos(turn), _MIDDLE_Y + _ROUND * 0.9 * sin(turn)
    beside = radius + 14
    anchor = "middle" if abs(cos(turn)) < 0.25 else "start" if cos(turn) > 0 else "end"
    name_x = x if anchor == "middle" else x + (beside if anchor == "start" else -beside)
    name_y = y + 10 if anchor != "middle" else y + (radius + 38 if sin(turn) > 0 else -beside)
    x, y, radius, name_x, name_y = map(round, (x, y, radius, name_x, name_y))
    return SectorDot(place + 1, SECTOR_NAMES[sector], x, y, radius, name_x, name_y, anchor)


def _strokes(lines: Mapping[tuple[SectorDot, SectorDot], int]) -> Iterator[Strokes]:
    """Yield the strokes by their width. `lines` has the number of areas of each pair."""
    most = max(lines.values(), default=1)
    for count in sorted(set(lines.values())):
        width = _THINNEST + (_THICKEST - _THINNEST) * (count - 1) / max(most - 1, 1)
        path = "".join(f"M{one.x} {one.y}L{other.x} {other.y}" for (one, other), each in lines.items() if each == count)
        yield Strokes(round(width, 1), path)
