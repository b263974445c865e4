"""Questions to the steering groups, asked before and after, and how many have answered what.

A single answer is in no file of the content: `kulturpunkt answers` counts them, and only the counts are written here.
"""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from generator.model.choice import Several
from generator.model.content import Content
from generator.model.values import Key, Line, Text, Yes
from generator.model.written import Written, text_of
from generator.problems.problem import RefusedError, quoted
from generator.problems.rules import results as rules

FILE = "content/spoergsmaal.yml"
FEWEST = 5
"""How many answers there are at a time: fewer could be guessed to be somebody's."""


def _number(written: Any) -> Any:
    if not isinstance(written, str):
        return written
    if not (word := text_of(written)).isdecimal() or len(word) > 6:
        raise RefusedError(rules.TALLY, f"{quoted(written)} er ikke et tal. Skriv, hvor mange der har valgt svaret.")
    return int(word)


def _tally(written: Any) -> Any:
    return written.replace(",", " ").split() if isinstance(written, str) else written


Tally = Annotated[tuple[Annotated[int, BeforeValidator(_number), Written(r"\d{1,6}")], ...], BeforeValidator(_tally), Written()]
"""How many chose each of a question's answers, in their order; empty where nothing can be said."""


class Question(Content):
    """One question with its answers."""

    key: Key = Field(alias="nøgle", description="Spørgsmålets korte navn.", examples=["sammen"])
    text: Line = Field(alias="spørgsmål", description="Det, der spørges om.", examples=["Hvor godt kender I hinanden?"])
    answers: Several[Line] = Field(
        alias="svar", description="Svarmulighederne, den mindste først.", examples=["lidt"], min_length=2
    )
    before: Tally = Field((), alias="før", description="Hvor mange der valgte hvert svar, da det begyndte.")
    after: Tally = Field((), alias="efter", description="Hvor mange der valgte hvert svar, da det var slut.")

    @model_validator(mode="after")
    def _together(self) -> Self:
        for key, tally in (("før", self.before), ("efter", self.after)):
            if tally and len(tally) != len(self.answers):
                raise RefusedError(
                    rules.TALLY, f"Ved {key} står {len(tally)} tal, men der er {len(self.answers)} svar. Skriv et til hvert."
                )
            if tally and sum(tally) < FEWEST:
                message = f"Ved {key} er der færre end {FEWEST} svar. Lad det være tomt, til der er flere."
                raise RefusedError(rules.TOO_FEW_ANSWERS, message)
        return self


class Questions(Content):
    """The fields of content/spoergsmaal.yml."""

    text: Text | None = Field(None, alias="tekst", description="Hvem der er spurgt, og hvornår.")
    questions: Several[Question] = Field(alias="spørgsmål", description="Spørgsmålene i rækkefølge.")
    example: Yes = Field(False, alias="eksempel", description="ja, hvis svarene er opdigtede.", examples=["ja"])
