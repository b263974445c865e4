"""Whom an area does it together with, and who steers it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from generator.model import synonyms
from generator.model.address import WebAddress, without_ways
from generator.model.choice import Choice, Several, one_of
from generator.model.contact import is_role
from generator.model.content import Content, each_apart, pair_in
from generator.model.synonyms import Synonyms
from generator.model.values import Line
from generator.model.written import Written
from generator.problems.problem import RefusedError, quoted
from generator.problems.rules import fields
from generator.text.letters import folded


class Sector(Choice):
    """The part of society that a partner belongs to."""

    ASSOCIATION = "forening"
    MUNICIPALITY = "kommune"
    SCHOOL = "skole"
    DAYCARE = "daginstitution"
    EDUCATION = "uddannelse"
    BUSINESS = "erhverv"
    CHURCH = "kirke"
    CULTURE = "kultur"
    HEALTH = "sundhed"
    OTHER = "andet"

    @classmethod
    def other_words(cls) -> Mapping[str, str]:
        """Return the sector of each other word for one."""
        return synonyms.SECTOR


_SECTORS = frozenset(map(folded, Sector))
_BESIDE_SECTOR = re.compile(r"(?P<name>.{1,200}?)(?:\s*,|\s\(|\s[-–—]|:) ?(?P<sector>[^,():]{2,30})\)?\.?")


def _short_partner(written: Any) -> Any:
    """Return the mapping that `Banken, erhverv` or `Banken: erhverv` is short for. Raise RefusedError for a name alone."""
    if pair := pair_in(written, Partner):
        for name, word in sorted((pair, pair[::-1]), key=lambda each: folded(each[1]) not in _SECTORS):
            if sector := Sector.named(word):
                return {"navn": name, "sektor": sector.value}
    text = " ".join(written.split()) if isinstance(written, str) else ""
    match = _BESIDE_SECTOR.fullmatch(text)
    sector = Sector.named(match["sector"]) if match else None
    if match and sector:
        return {"navn": match["name"], "sektor": sector.value}
    if text.count(",") > 1:
        message = f"{quoted(text)} er flere partnere. Skriv hver på sin egen linje: - {text.split(',')[0].strip()}, forening."
        raise RefusedError(fields.CHOICE, message)
    if text:
        raise RefusedError(fields.CHOICE, f"{quoted(text)} mangler sin sektor. Skriv den til sidst, for eksempel {text}, forening.")
    return written


class Partner(Content):
    """Whom an area does it together with."""

    synonyms: ClassVar[Synonyms] = synonyms.PARTNER
    in_pairs: ClassVar[bool] = True

    name: Annotated[Line, without_ways("kontakt")] = Field(
        alias="navn", description="Partnerens navn.", examples=["Borgerforeningen"]
    )
    sector: Annotated[Sector, one_of(Sector)] = Field(
        alias="sektor", description="Hvilken del af samfundet partneren hører til.", examples=["forening"]
    )
    link: WebAddress | None = Field(None, description="Partnerens side.", examples=["https://example.org"])


Partners = Annotated[Several[Annotated[Partner, BeforeValidator(_short_partner), Written()]], each_apart(Partner)]


def _short_member(written: Any) -> Any:
    """Return the mapping that a role alone is short for. Raise RefusedError where somebody's name may stand beside it."""
    if pair := pair_in(written, Member):
        role, name = pair if is_role(pair[0]) else pair[::-1]
    elif isinstance(written, str) and written.strip():
        if is_role(written.strip()):
            return {"rolle": written}
        role, name = "Formand", " ".join(written.split())
    else:
        return written
    message = (
        f"{quoted(name)} kan være et navn. Har personen sagt ja til at stå på siden, så skriv rolle: {role} og navn: på hver sin "
        "linje. Er det en rolle, så skriv rolle: foran."
    )
    raise RefusedError(fields.FIELDS_WANTED, message)


class Member(Content):
    """One seat in the steering group."""

    synonyms: ClassVar[Synonyms] = synonyms.MEMBER
    in_pairs: ClassVar[bool] = True

    role: Line = Field(alias="rolle", description="Hvad personen gør.", examples=["Formand"])
    name: Line | None = Field(None, alias="navn", description="Kun når personen har sagt ja.", examples=["Navn Navnesen"])


Members = Annotated[Several[Annotated[Member, BeforeValidator(_short_member), Written()]], each_apart(Member)]
