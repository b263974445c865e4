"""What came of an area's work, as the area says it: goals, cooperation, examples, what lives on and what the money went to."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from generator.model import synonyms
from generator.model.choice import Choice, Several, by_pattern
from generator.model.content import Content, alone, line_with_colon
from generator.model.price import Money
from generator.model.synonyms import Synonyms
from generator.model.values import Key, Line
from generator.model.written import Written, text_of
from generator.problems.problem import RefusedError, did_you_mean, listed, quoted
from generator.problems.rules import fields


class GoalState(Choice):
    """How far an area has come with a goal."""

    REACHED = "nået"
    PARTLY = "delvist"
    NOT_YET = "ikke endnu"
    NOT_REACHED = "ikke nået"


_GOAL_WORDS = {
    GoalState.NOT_YET: r"ikke endnu|endnu ikke(?: nået)?|(?:nej, )?ikke (?:nået )?endnu|på vej|i gang|undervejs",
    GoalState.NOT_REACHED: r"ikke (?:nået|opnået|opfyldt)|nåede vi ikke|nej|opgivet",
    GoalState.PARTLY: r"del(?:vist?|s)(?: nået| opfyldt| opnået)?|til dels|næsten(?: nået)?|noget af det",
    GoalState.REACHED: r"nået|opnået|opfyldt|lykkedes|ja|helt nået|fuldt nået",
}
_GOAL_PATTERN = rf"(?:{'|'.join(_GOAL_WORDS.values())})[.!]*"


def _goal_state(written: Any) -> Any:
    word = text_of(written)
    if state := by_pattern(_GOAL_WORDS, word):
        return state
    message = f"{quoted(word)} kendes ikke.{did_you_mean(word, GoalState)} Skriv {listed(GoalState)}."
    raise RefusedError(fields.CHOICE, message)


class AreaGoal(Content):
    """One of an area's own goals, and how far it has come with it where that is said."""

    text: Line = Field(alias="mål", description="Målet i en sætning.", examples=["Flere synger sammen."])
    state: Annotated[GoalState, BeforeValidator(_goal_state), Written(_GOAL_PATTERN)] | None = Field(
        None, alias="status", description="Hvor langt I er nået.", examples=["delvist"]
    )
    note: Line | None = Field(
        None, alias="tekst", title="Hvordan", description="Én sætning om, hvordan det gik.", examples=["Vi er blevet ti flere."]
    )


GoalOrLine = Annotated[AreaGoal, alone("mål", AreaGoal), Written()]


class Cooperation(Content):
    """A new cooperation of partners with each other; of one alone, with the area's own group."""

    partners: Several[Line] = Field(
        alias="partnere", description="Dem, der nu gør noget sammen.", examples=["Borgerforeningen"], min_length=1
    )
    text: Line | None = Field(
        None, alias="tekst", title="Hvad", description="Hvad de gør sammen.", examples=["De synger sammen hver måned."]
    )


class InPractice(Content):
    """An example of one of the programme's core elements."""

    core_element: Key = Field(alias="kerneelement", description="Nøglen på kerneelementet.", examples=["udvikling"])
    text: Line = Field(alias="tekst", title="Eksempel", description="Hvad I gjorde.", examples=["Sangaftenen blev til et kor."])


class LivesOn(Content):
    """Something that goes on after the programme, and who carries it where that is said."""

    synonyms: ClassVar[Synonyms] = synonyms.LIVES_ON

    what: Line = Field(alias="hvad", description="Det, der lever videre.", examples=["Sangaftenen hver måned"])
    who: Line | None = Field(
        None, alias="hvem", description="Foreningen eller gruppen, der bærer det.", examples=["Havnens Venner"]
    )


class Spending(Content):
    """Something that the money went to."""

    item: Line = Field(alias="post", description="Hvad pengene gik til.", examples=["Leje af telt"])
    amount: Money | None = Field(None, alias="beløb", description="Hvor meget.", examples=["12.000 kr."])


def _short_spending(written: Any) -> Any:
    """Return the mapping that a line such as `Leje af telt: 12.000 kr.` is short for."""
    written = line_with_colon(written, Spending)
    if not isinstance(written, str):
        return written
    match = re.fullmatch(
        r"(?P<item>.+?)\s*[:,–-]\s*(?P<amount>(?:ca\. )?\d[\d. ]*(?:,\d\d|,-)?\s*(?:kr\.?|kroner)?)", written.strip()
    )
    return {"post": match["item"], "beløb": match["amount"]} if match else {"post": written}


def _items_apart(written: Any) -> Any:
    """Return the items of a mapping whose keys are what the money went to, each for itself: `Leje: 12.000 kr.`"""
    own = not isinstance(written, dict) or any(did_you_mean(key, Spending.field_keys()) for key in written)
    return written if own else [{key: value} for key, value in written.items()]


LivesOnOrLine = Annotated[LivesOn, alone("hvad", LivesOn), Written()]
SpendingOrLine = Annotated[Spending, BeforeValidator(_short_spending), Written()]
ItemsOfSpending = Annotated[Several[SpendingOrLine], BeforeValidator(_items_apart)]
