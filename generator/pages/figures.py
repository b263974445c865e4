"""The sums of the results in words: what each number counts, who has said it, and what it leaves out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from generator.danish.formatting import joined, number, thousands
from generator.media.dots import Dot
from generator.model.measures import Kind, Sum, summed
from generator.model.site import PROGRAMME
from generator.pages.context import SiteContext

_ROW, _LARGEST, _SMALLEST, _GAP = 600, 90, 9, 10
"""Units of the drawing of dots: its width, the radii of the largest and the smallest dot, and the room between them."""


@dataclass(frozen=True, slots=True)
class SizedDot:
    """An area's dot, whose surface is as large as what it counts. `x` and `y` are its left and upper edge."""

    dot: Dot
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Share:
    """What one owner has of a number."""

    owner: str
    name: str
    value: int
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the results. `key` is its place on the page; `said` and `notes` are whole sentences.

    `shares` are the owners' parts of it; they may be more than the number where several owners have the same thing.
    """

    key: str
    number: str
    label: str
    said: str
    notes: Sequence[str]
    shares: Sequence[Share]
    dots: Sequence[SizedDot]
    height: float
    example: bool

    @property
    def text(self) -> str:
        """Return all of it as one line of text, for somebody who does not see it."""
        return " ".join((f"{self.number} {self.label}.", self.said, *self.notes))


@dataclass(frozen=True, slots=True)
class _Words:
    """How the sum of a kind is worded: for one and for several, how it begins to say who has said it, and what it leaves out."""

    one: str
    many: str
    said: str
    notes: Callable[[Sum], Sequence[str]]


def figures(context: SiteContext) -> list[Figure]:
    """Return the numbers that somebody has said something for, in the order of the page."""
    sums = (summed(kind, context.measures) for kind in _WORDS)
    return [figure(context, each) for each in sums if each.value]


def figure(context: SiteContext, sum_: Sum) -> Figure:
    """Return a sum in words. Its value is not None."""
    words, value = _WORDS[sum_.kind], sum_.value or 0
    shares = _shares(context, sum_)
    dots, height = sized_dots(context, {share.owner: share.value for share in shares})
    return Figure(
        key=sum_.kind.value.replace(" ", "-"),
        number=thousands(value),
        label=words.one if value == 1 else words.many,
        said=_said(context, sum_, words),
        notes=tuple(words.notes(sum_)),
        shares=shares,
        dots=dots,
        height=height,
        example=any(measure.example for measure in sum_.counted),
    )


def sized_dots(context: SiteContext, values: Mapping[str, int]) -> tuple[list[SizedDot], float]:
    """Return the dots of owners in rows, each as large as its value, and the height of the rows in units of the drawing."""
    most = max(values.values(), default=0)
    placed: list[SizedDot] = []
    row: list[tuple[Dot, float]] = []
    left, top = 0.0, 0.0

    def close_row() -> None:
        nonlocal left, top
        height = max((size for _, size in row), default=0.0)
        x = 0.0
        for dot, size in row:
            placed.append(SizedDot(dot, round(x, 1), round(top + height - size, 1), round(size, 1)))
            x += size + _GAP
        top, left = top + height + _GAP, 0.0
        row.clear()

    for owner, value in values.items():
        size = 2 * max(_SMALLEST, _LARGEST * sqrt(value / most)) if value > 0 else 0.0
        if left + size > _ROW:
            close_row()
        if size:
            row.append((context.cards.dot_of(owner), size))
            left += size + _GAP
    close_row()
    return placed, round(max(top - _GAP, 0), 1)


def area_count(context: SiteContext) -> int:
    """Return of how many areas it can be said how many have said something."""
    return max(context.site.programme.area_count, len(context.site.areas))


def owner_name(context: SiteContext, owner: str) -> str:
    """Return the name of an area, or of the programme."""
    return context.calendar.areas[owner].name if owner in context.calendar.areas else context.site.programme.name


def _shares(context: SiteContext, sum_: Sum) -> list[Share]:
    values: Counter[str] = Counter()
    for measure in (*sum_.counted, *sum_.doubles):
        values[measure.owner] += measure.value
    ordered = [owner for owner in (*(card.slug for card in context.cards.areas), PROGRAMME) if owner in values]
    return [Share(owner, owner_name(context, owner), values[owner], thousands(values[owner])) for owner in ordered]


def _said(context: SiteContext, sum_: Sum, words: _Words) -> str:
    programme = f" og {context.site.programme.name} selv" if PROGRAMME in sum_.owners else ""
    return f"{words.said} {sum_.areas} af {area_count(context)} områder{programme}."


def _notes_of_held(sum_: Sum) -> list[str]:
    notes = ["Hver dato i en række tæller for sig. Det aflyste og det, der kommer, tæller ikke."]
    if sum_.doubles:
        notes.append(f"Det, som flere holder sammen, tæller én gang ({_times(len(sum_.doubles))} trukket fra).")
    return notes


def _notes_of_partners(sum_: Sum) -> list[str]:
    sectors = {measure.group for measure in sum_.counted}
    notes = [f"De kommer fra {number(len(sectors))} {'del' if len(sectors) == 1 else 'dele'} af samfundet."]
    if sum_.doubles:
        names = sorted({measure.what for measure in sum_.doubles})
        shown = joined(names) if len(names) <= 3 else f"{len(names)} navne"
        notes.append(f"Den, som står flere steder med samme navn, tæller én gang: {shown}.")
    return notes


def _times(count: int) -> str:
    return "1 er" if count == 1 else f"{count} er"


_WORDS: Mapping[Kind, _Words] = {
    Kind.HELD: _Words(
        "gang har der været noget at komme til",
        "gange har der været noget at komme til",
        "Talt i kalenderen for",
        _notes_of_held,
    ),
    Kind.PARTNERS: _Words("partner er med", "partnere er med", "Oplyst af", _notes_of_partners),
}
