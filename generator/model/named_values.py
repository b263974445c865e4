"""Named values: what counts in the programme's texts is counted, not written. `{{ antal_trin }}` stands for the number of steps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from generator.danish.formatting import month_year
from generator.danish.numbers import in_figures
from generator.model.content import Content
from generator.model.language import Language
from generator.model.price import parse_price
from generator.model.programme import Programme, Timeline
from generator.text.letters import folded

NAMES: Mapping[str, str] = {
    "navn": "programmets navn",
    "giver": "hvem der giver pengene",
    "antal_omraader": "hvor mange lokalområder der er med",
    "beloeb": "hvad hvert lokalområde får",
    "beloeb_i_alt": "hvad de får tilsammen",
    "antal_trin": "hvor mange trin tidsplanen har",
    "antal_maaneder": "hvor mange måneder perioden er",
    "fra": "periodens første måned, for eksempel marts 2025",
    "til": "periodens sidste måned",
    "antal_kerneelementer": "hvor mange kerneelementer der er",
    "antal_niveauer": "hvor mange niveauer målene har",
}
"""What each name stands for, in Danish. The values are those of the round that the site speaks of."""

_SPELLING = {folded(name): name for name in NAMES}
_CODE = r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)|(?P<tick>`+)[^`\n]+(?P=tick)"
_MARK = re.compile(rf"(?P<code>{_CODE})|\{{\{{(?:(?P<name>[^{{}}\n]*)\}}\}})?", re.MULTILINE | re.DOTALL)
"""A named value, or the beginning of one; what stands as code is passed over."""

Values = Mapping[str, str]
_Model = TypeVar("_Model", bound=Content)


def values_of(programme: Programme, timeline: Timeline) -> Values:
    """Return the text of each named value, for the programme as it is in one round. What could not be read counts nothing."""
    values = {
        "navn": programme.name,
        "giver": programme.funder,
        "antal_omraader": str(programme.area_count),
        "beloeb": programme.amount.text,
        "beloeb_i_alt": in_all(programme),
        "antal_trin": str(len(timeline.steps)),
        "antal_maaneder": str(months(programme)),
        "fra": month_year(programme.period.begins),
        "til": month_year(programme.period.ends),
        "antal_kerneelementer": str(len(programme.core_elements)),
        "antal_niveauer": str(len(programme.goals)),
    }
    return {name: text for name, text in values.items() if text != "0"}


def in_language(values: Values, programme: Programme, language: Language) -> Values:
    """Return named values as a page in a language says them: amounts and months in its own words."""
    amounts = {name: language.price(parse_price(values[name])) or values[name] for name in ("beloeb", "beloeb_i_alt")}
    months = {"fra": programme.period.begins, "til": programme.period.ends}
    return {**values, **amounts, **{name: language.dates.month_year(day) for name, day in months.items()}}


def in_all(programme: Programme) -> str:
    """Return what all areas get together: `550.000 kr.`; what each gets where that is no single amount."""
    each = programme.amount
    if each.lowest is None or each.highest is not None:
        return f"{programme.area_count} gange {each.text}"
    return f"{in_figures(int(each.lowest * programme.area_count))} kr."


def months(programme: Programme) -> int:
    """Return the number of months of the programme's period, the first and the last among them."""
    begins, ends = programme.period.begins, programme.period.ends
    return (ends.year - begins.year) * 12 + ends.month - begins.month + 1


def filled(text: str, values: Values) -> str:
    """Return a text with its named values. A name that is not known becomes `…`: nothing is guessed, and code stays as it is."""

    def value(mark: re.Match[str]) -> str:
        return mark["code"] or values.get(_SPELLING.get(folded(mark["name"] or ""), ""), "…")

    return _MARK.sub(value, text) if "{{" in text else text


def filled_in(content: _Model, values: Values) -> _Model:
    """Return a mapping with the named values in all of its texts, at any depth."""
    return type(content).of({name: _filled(value, values) for name, value in vars(content).items()})


def _filled(value: Any, values: Values) -> Any:
    if isinstance(value, str) and type(value) is str:
        return filled(value, values)
    if isinstance(value, tuple):
        return tuple(_filled(each, values) for each in value)
    return filled_in(value, values) if isinstance(value, Content) else value


def unknown(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each name stands that no value has, and what is written there; empty where `}}` is missing."""
    for mark in _MARK.finditer(text):
        if mark["code"] is None and folded(mark["name"] or "") not in _SPELLING:
            yield mark.start(), (mark["name"] or "").strip()
