"""Each area's dot: a form and colours of its own, which never change because of another area."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from hashlib import sha256
from typing import NamedTuple, TypeVar

from generator.model.area import AreaFacts
from generator.model.dot import DotColours, DotForm

FORMS = tuple(f"d-{number:02}" for number in range(1, 31))
"""The symbols of theme/assets/dots.svg."""
PALETTES = tuple(f"dot--{number}" for number in range(1, 13))
"""The colours of theme/css/dot.css."""


class Dot(NamedTuple):
    """One drawn circle: the id of its symbol and the class of its colours."""

    form: str
    colours: str


_FORM_OF = dict(zip(DotForm, FORMS, strict=True))
_PALETTE_OF = dict(zip(DotColours, PALETTES, strict=True))
PROGRAMME_DOT = Dot(FORMS[4], PALETTES[0])

_Item = TypeVar("_Item")
Choices = tuple[DotForm, DotColours]
"""A dot as it is written in `area.yml`: `punkt` and `farver`."""


def of_area(area: AreaFacts, slug: str) -> Dot:
    """Return an area's dot: what its file says, and what it does not say follows from its slug alone."""
    form, colours = choices_of(area, slug)
    return Dot(_FORM_OF[form], _PALETTE_OF[colours])


def choices_of(area: AreaFacts, slug: str) -> Choices:
    """Return the form and the colours of an area's dot."""
    seed = _seed(slug)
    forms, palettes = tuple(DotForm), tuple(DotColours)
    return area.dot or forms[seed % len(forms)], area.colours or palettes[seed // len(forms) % len(palettes)]


def deal(slug: str, taken: Collection[Choices]) -> Choices:
    """Return a dot for a new area, to be written in its file: the form and the colours that the fewest others have."""
    seed = _seed(slug)
    form = _rarest(_from(tuple(DotForm), seed), [form for form, _ in taken])
    alike = [colours for each, colours in taken if each == form]
    left = [colours for colours in _from(tuple(DotColours), seed // len(DotForm)) if alike.count(colours) == 0]
    return form, _rarest(left or DotColours, [colours for _, colours in taken])


def spare_dots() -> list[Dot]:
    """Return a dot of each form, for the places of areas that do not exist yet."""
    return [Dot(form, PALETTES[place % len(PALETTES)]) for place, form in enumerate(FORMS)]


def _seed(slug: str) -> int:
    return int.from_bytes(sha256(slug.encode()).digest()[:8], "big")


def _from(choices: tuple[_Item, ...], seed: int) -> list[_Item]:
    """Return all choices, beginning where `seed` says."""
    start = seed % len(choices)
    return [*choices[start:], *choices[:start]]


def _rarest(choices: Iterable[_Item], taken: list[_Item]) -> _Item:
    """Return the first of the choices that the fewest have."""
    return min(choices, key=taken.count)
