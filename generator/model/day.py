"""The programme of a large day: what happens on the stages and when, and what one can do, eat, see and should know."""

from __future__ import annotations

import re
from datetime import time
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from generator.danish.dates import CLOCK_EXAMPLE, parse_clock
from generator.danish.patterns import CLOCK_PATTERN, CLOCKS_PATTERN, SPOKEN_CLOCK_PATTERN
from generator.danish.spans import two_clocks
from generator.model.address import WebAddress
from generator.model.choice import Several
from generator.model.content import Content, alone, line_with_colon
from generator.model.values import Day, Line
from generator.model.written import Written, parsed, short
from generator.problems.problem import RefusedError, quoted
from generator.problems.rules import fields

_NO_CLOCK = f"{{}} er ikke et klokkeslæt. {CLOCK_EXAMPLE}"
Clocks = Annotated[time, parsed(parse_clock), Written(CLOCKS_PATTERN, _NO_CLOCK, SPOKEN_CLOCK_PATTERN)]
Clock = Annotated[time, parsed(parse_clock), Written(CLOCK_PATTERN, _NO_CLOCK, SPOKEN_CLOCK_PATTERN)]


class Point(Content):
    """Something that happens at an hour. Without an end it lasts until the next on the same stage, at most two hours."""

    in_pairs: ClassVar[bool] = True

    at: Clocks = Field(alias="kl", title="Kl.", description="Klokkeslæt.", examples=["10.30"])
    end: Clock | None = Field(None, alias="slut", description="Hvornår det slutter.", examples=["11.00"])
    day: Day | None = Field(None, alias="dag", description="Kun når arrangementet varer flere dage.", examples=["2026-05-02"])
    title: Line = Field(alias="titel", description="Hvad der sker.", examples=["Åbningstale"])
    text: Line | None = Field(None, alias="tekst", description="Hvem og hvad.", examples=["Borgmesteren byder velkommen."])
    stage: Line | None = Field(None, alias="scene", description="Hvor det sker.", examples=["Kulturteltet"])
    tag: Line | None = Field(None, alias="mærke", description="Et ord om slagsen.", examples=["musik"])

    @classmethod
    def _as_meant(cls, filled: dict[str, Any]) -> dict[str, Any]:
        at = filled.get("kl")
        clocks = two_clocks(at) if isinstance(at, str) and "slut" not in filled else None
        return {**filled, "kl": clocks[0], "slut": clocks[1]} if clocks else filled


_LONGEST_POINT = 500
_HOUR = r"\d{1,2}(?:[.:]\d\d)?"
_HOURS = rf"{_HOUR}(?:\s*[-–]\s*{_HOUR})?(?=\s|:)"
_POINT = re.compile(rf"(?:ca\.? ?)?(?:kl\.? ?)?(?:ca\.? ?)?(?P<kl>{_HOURS})\s*[:–-]?\s+(?P<titel>\S.*)", re.IGNORECASE)


def short_point(written: Any) -> Any:
    """Return the mapping that `19.30 Koncert` is short for; YAML takes `19.30: Koncert` for a field."""
    line = line_with_colon(written)
    match = _POINT.fullmatch(" ".join(short(line, _LONGEST_POINT).split()))
    return match.groupdict() if match else written


class Activity(Content):
    """Something that one can take part in all day, or as long as `time` says."""

    title: Line = Field(alias="titel", description="Hvad man kan være med til.", examples=["Pileflet"])
    text: Line | None = Field(None, alias="tekst", description="Hvor og med hvem.", examples=["med husflidsforeningen"])
    place: Line | None = Field(None, alias="sted", description="Hvor på pladsen.", examples=["Kulturteltet"])
    time: Line | None = Field(None, alias="tid", description="Hvornår, hvis ikke hele dagen.", examples=["kl. 11-13"])
    tag: Line | None = Field(None, alias="mærke", description="Slagsen, som aktiviteterne samles efter.", examples=["workshop"])


class Stall(Content):
    """Somebody who sells or shows. In a file a name alone is read as the mapping."""

    name: Line = Field(alias="navn", description="Bodens navn.", examples=["Øens Mølle"])
    text: Line | None = Field(None, alias="tekst", description="Hvad man finder.", examples=["pandekager"])
    link: WebAddress | None = Field(None, description="Bodens side.", examples=["https://example.org"])


class Note(Content):
    """Something that guests should know, such as where to park."""

    title: Line = Field(alias="titel", description="Emnet.", examples=["Parkering"])
    text: Line = Field(alias="tekst", description="Det, man skal vide.", examples=["Ved havnen."])


Stalls = Several[Annotated[Stall, alone("navn"), Written()]]

_NEXT_POINT = re.compile(
    r"(?<!\s)(?<![kK]l\.)(?:\s*\n\s*|\s+(?=\d{1,2}[.:]\d\d(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?\s+[A-ZÆØÅ])"
    r"|\s*[,;]\s*(?=[kK]l\.? ?\d))"
)
Points = Several[Annotated[Point, BeforeValidator(short_point), Written()]]


def short_programme(written: Any) -> Any:
    """Return the programme that a list of points is, or lines of them. Raise RefusedError for a line among them without an hour."""
    lines = _NEXT_POINT.split(written.strip()) if isinstance(written, str) else written
    if not isinstance(lines, list) or all(short_point(line) is line for line in lines):
        return written
    for line in lines:
        if isinstance(line_with_colon(line), str) and short_point(line) is line:
            raise RefusedError(
                fields.FIELDS_WANTED,
                f"{quoted(line_with_colon(line))} har intet klokkeslæt. Skriv det først, for eksempel 13.30 Frokost.",
            )
    return {"punkter": lines}


class DayProgramme(Content):
    """All that a large day holds. Its points are in the order of the file; the page puts them in the order of the evening."""

    points: Points = Field((), alias="punkter", description="Det, der sker på et klokkeslæt.")
    activities: Several[Activity] = Field((), alias="aktiviteter", description="Det, man kan være med til hele dagen.")
    food: Stalls = Field((), alias="mad", title="Mad og drikke", description="Boder med mad og drikke.", examples=["Øens Mølle"])
    market: Stalls = Field((), alias="marked", description="Dem, der sælger og viser frem.", examples=["Husflidsforeningen"])
    market_opens: Clock | None = Field(None, alias="marked åbner", description="Klokkeslæt.", examples=["10.15"])
    notes: Several[Note] = Field((), alias="godt at vide", description="Parkering, børn, betaling.")
