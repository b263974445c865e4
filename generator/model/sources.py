"""Calendars that others keep and that events are imported from, and where an imported event came from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, Field

from generator.model.address import LONGEST_ADDRESS, NO_WEB, WEB_PATTERN, parse_web_address
from generator.model.choice import Choice, Several, one_of, one_or_listed
from generator.model.content import Content
from generator.model.values import Key, Line
from generator.model.written import Written, parsed
from generator.problems.problem import RefusedError
from generator.problems.rules import values

FILE = "content/sources.yml"

_CALENDAR = re.compile(r"\s*webcals?:(?://)?", re.IGNORECASE)
_SECRET = re.compile(r"/private-[0-9a-f]{8,}|/owa/calendar/[^/]+/[^/]+/[^/]*secret", re.IGNORECASE)


def parse_source_address(written: str) -> str:
    """Return the address of a calendar: `webcal://` is `https://`. Raise RefusedError for a secret one, and for none."""
    if _SECRET.search(written):
        message = (
            "Det er kalenderens hemmelige adresse, og alle kan læse denne fil. "
            "Gør kalenderen offentlig, og skriv dens offentlige adresse i iCal-format."
        )
        raise RefusedError(values.SECRET_ADDRESS, message)
    return parse_web_address(_CALENDAR.sub("https://", written))


SourceAddress = Annotated[
    str, parsed(parse_source_address, LONGEST_ADDRESS), Written(rf"(?:webcals?:(?://)?)?{WEB_PATTERN}", NO_WEB)
]


class SourceKind(Choice):
    """What a source is written in."""

    CALENDAR = "kalender"
    LIBRARY = "bibliotek"
    FEED = "feed"
    PAGE = "side"
    TABLE = "liste"


class CalendarSource(Content):
    """A calendar that an area keeps elsewhere."""

    address: SourceAddress = Field(
        alias="adresse", description="Kalenderens offentlige adresse.", examples=["https://example.org/kalender.ics"]
    )
    kind: Annotated[SourceKind, one_of(SourceKind)] | None = Field(
        None, alias="slags", description="Kun hvis vi gætter forkert.", examples=["kalender"]
    )
    left_out: Several[Line] = Field(
        (), alias="udelad", description="Titler på det i kalenderen, som ikke skal på siden.", examples=["Bestyrelsesmøde"]
    )


class Origin(Content):
    """Where an imported event came from, and what was written of it. `kulturpunkt import` writes it."""

    name: Key = Field(alias="navn", description="Kildens nøgle i områdets kilder.", examples=["foreningen"])
    id: Line = Field(description="Hvad kilden kalder arrangementet.", examples=["123@example.org"], max_length=300)
    written: Line | None = Field(
        None,
        alias="skrevet",
        description="Kendetegn på det, der er hentet. Ret det ikke.",
        examples=["titel 1a2b3c4d"],
        max_length=500,
    )


class Sources(Content):
    """The fields of content/sources.yml."""

    areas: Mapping[Key, Annotated[tuple[SourceAddress, ...], BeforeValidator(one_or_listed), Field(max_length=50)]] = Field(
        {},
        alias="områder",
        description="Områdets mappe, og de adresser der må hentes arrangementer fra.",
        examples=[{"nordmors": ["https://example.org/kalender.ics"]}],
    )

    def allow(self, slug: str, address: str) -> bool:
        """Return whether an area's events may be fetched from an address. One that ends in `/` allows all below it."""
        allowed = self.areas.get(slug, ())
        return any(address == each or (each.endswith("/") and address.startswith(each)) for each in allowed)
