"""What is different about one of an event's dates."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field, ValidationInfo, field_validator

from generator.danish.spans import parse_end
from generator.model import synonyms
from generator.model.address import WebAddress
from generator.model.after import AfterOrLine
from generator.model.apart import SOME_START, End, Start, end_apart
from generator.model.content import Content
from generator.model.place import PlaceOrKey
from generator.model.state import StateWord, split_state
from generator.model.synonyms import Synonyms
from generator.model.values import Line, When
from generator.model.written import short_text_of


class Change(Content):
    """One of an event's dates with what is different about it."""

    synonyms: ClassVar[Synonyms] = synonyms.CHANGE

    day: When = Field(alias="dato", description="Den dato, det handler om.", examples=["2026-05-08"])
    state: StateWord | None = Field(None, alias="status", description="Hvordan det står til med den dato.", examples=["aflyst"])
    start: Start | None = Field(
        None, alias="ny start", description="Den nye dag og det nye klokkeslæt.", examples=["2026-05-09 kl. 14.00"]
    )
    end: End | None = Field(None, alias="ny slut", description="Dag og klokkeslæt, det slutter.", examples=["2026-05-09 kl. 16.00"])
    online: WebAddress | None = Field(
        None, description="Linket, når den dato er flyttet online.", examples=["https://example.org/live"]
    )
    place: PlaceOrKey | None = Field(None, alias="sted", description="Et andet sted.", examples=["skolen"])
    text: Line | None = Field(None, alias="tekst", description="Hvad man skal vide.", examples=["Korlederen er syg."])
    after: AfterOrLine | None = Field(None, alias="efter", description="Hvordan det gik den dag.")

    @classmethod
    def _as_meant(cls, filled: dict[str, Any]) -> dict[str, Any]:
        return end_apart(split_state(filled, "tekst"), "ny start", "ny slut")

    @field_validator("end", mode="before")
    @classmethod
    def _end(cls, written: Any, info: ValidationInfo) -> Any:
        """Read an hour alone as one of the new day, or of the day that it is about."""
        return parse_end(short_text_of(written), info.data.get("start") or info.data.get("day") or SOME_START)
