"""Assigns each area a dot: a form and colours of its own, the same at every build."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from generator.model.area import DotForm

FORMS = tuple(f"d-{number:02}" for number in range(1, 31))
"""The symbols of theme/assets/dots.svg."""
PALETTES = tuple(f"dot--{number}" for number in range(1, 13))
"""The colours of theme/css/dot.css."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One drawn circle: the id of its symbol and the class of its colours."""

    form: str
    colours: str


_FORM_OF = dict(zip(DotForm, FORMS, strict=True))
PROGRAMME_DOT = Dot(FORMS[4], PALETTES[0])


def assign(areas: Iterable[tuple[str, str | None]]) -> dict[str, Dot]:
    """Return dots by slug, from pairs of slug and chosen form. No two have the same form while there are forms left."""
    pairs = sorted(areas)
    taken_forms = {form for _, form in pairs if form}
    taken_palettes: set[str] = set()
    assigned = {}
    for slug, chosen in pairs:
        seed = int.from_bytes(sha256(slug.encode()).digest()[:8], "big")
        form = chosen or _free(FORMS, seed, taken_forms)
        palette = _free(PALETTES, seed // len(FORMS), taken_palettes)
        assigned[slug] = Dot(form, palette)
    return assigned


def form_of(choice: DotForm | None) -> str | None:
    """Return the symbol of the form that an area chose; None where it chose none."""
    return _FORM_OF[choice] if choice else None


def spare_dots() -> list[Dot]:
    """Return a dot of each form, for the places of areas that do not exist yet."""
    return [Dot(form, PALETTES[place % len(PALETTES)]) for place, form in enumerate(FORMS)]


def _free(choices: tuple[str, ...], seed: int, taken: set[str]) -> str:
    """Return the first free choice from `seed` on. All are free again when none is left."""
    if taken.issuperset(choices):
        taken.clear()
    start = seed % len(choices)
    choice = next(choice for choice in choices[start:] + choices[:start] if choice not in taken)
    taken.add(choice)
    return choice
