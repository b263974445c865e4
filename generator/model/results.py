"""What came of an area's work, as the area says it: goals, cooperation, examples, what lives on and what the money went to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, Field, model_validator

from generator.model import synonyms
from generator.model.choice import Choice, Several, by_pattern
from generator.model.content import Content, alone, each_apart, line_with_colon, pair_in
from generator.model.price import Money
from generator.model.synonyms import Synonyms
from generator.model.values import CoreElementKey, Line, Sentence
from generator.model.written import Written, text_of
from generator.problems.problem import RefusedError, did_you_mean, listed, quoted
from generator.problems.rules import fields
from generator.text.letters import folded


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

    synonyms: ClassVar[Synonyms] = synonyms.GOAL
    in_pairs: ClassVar[bool] = True

    text: Sentence = Field(alias="mål", description="Målet i en sætning.", examples=["Flere synger sammen."])
    state: Annotated[GoalState, BeforeValidator(_goal_state), Written(_GOAL_PATTERN)] | None = Field(
        None, alias="status", description="Hvor langt I er nået.", examples=["delvist"]
    )
    note: Sentence | None = Field(
        None, alias="tekst", title="Hvordan", description="Én sætning om, hvordan det gik.", examples=["Vi er blevet ti flere."]
    )


_STATED = re.sub(r"\|(?:ja|nej)\b", "", "|".join(_GOAL_WORDS.values()))
"""The same where they stand beside a goal: `Flere siger: ja` is a goal."""
_WITH_STATE = re.compile(
    rf"(?P<goal>.{{3,400}}?)(?:\s*\((?P<in>{_STATED})\)|(?:\s[-–—]\s|:\s)(?P<after>{_STATED}))[.! ]*", re.IGNORECASE
)


def _goal_and_state(written: Any) -> Any:
    """Return the mapping that `Et hus (delvist)` or `Et hus: delvist` is short for."""
    line = line_with_colon(written, AreaGoal)
    match = _WITH_STATE.fullmatch(" ".join(line.split())) if isinstance(line, str) else None
    return {"mål": match["goal"], "status": match["in"] or match["after"]} if match else line


Goals = Annotated[Several[Annotated[AreaGoal, alone("mål"), BeforeValidator(_goal_and_state), Written()]], each_apart(AreaGoal)]


def names_apart(written: tuple[str, ...], known: Sequence[str]) -> tuple[str, ...]:
    """Return names one by one, of which several stand in one line: only where all of those are known."""
    by_word = {folded(name): name for name in known}
    parted: list[str] = []
    for line in written:
        parts = [line] if folded(line) in by_word else re.split(r"\s*[,+&/]\s*|\s+(?:og|samt)\s+", line)
        parted += parts if all(folded(part) in by_word for part in parts) else [line]
    return tuple(parted)


class Cooperation(Content):
    """A new cooperation of partners with each other; of one alone, with the area's own group."""

    in_pairs: ClassVar[bool] = True
    synonyms: ClassVar[Synonyms] = synonyms.COOPERATION

    partners: Several[Line] = Field(
        alias="partnere", description="Dem, der nu gør noget sammen.", examples=["Borgerforeningen"], min_length=1
    )
    text: Sentence | None = Field(
        None, alias="tekst", title="Hvad", description="Hvad de gør sammen.", examples=["De synger sammen hver måned."]
    )


_TOGETHER = re.compile(r"(?P<partners>[^:]{3,200}?(?:\s[+&]\s|\sog\s|,\s)[^:]{2,100}):\s+(?P<text>\S.*)", re.DOTALL)


def _short_cooperation(written: Any) -> Any:
    """Return the mapping that `Koret og Skolen: de synger sammen` is short for."""
    line = line_with_colon(written, Cooperation)
    match = _TOGETHER.fullmatch(line.strip()[:1_000]) if isinstance(line, str) else None
    return {"partnere": match["partners"], "tekst": match["text"]} if match else written


Cooperations = Annotated[Several[Annotated[Cooperation, BeforeValidator(_short_cooperation), Written()]], each_apart(Cooperation)]


class InPractice(Content):
    """An example of one of the programme's core elements."""

    synonyms: ClassVar[Synonyms] = synonyms.IN_PRACTICE
    in_pairs: ClassVar[bool] = True

    core_element: CoreElementKey = Field(alias="kerneelement", description="Nøglen på kerneelementet.", examples=["udvikling"])
    text: Sentence = Field(alias="tekst", title="Eksempel", description="Hvad I gjorde.", examples=["Sangaftenen blev til et kor."])


def _short_example(written: Any) -> Any:
    pair = pair_in(written, InPractice)
    return {"kerneelement": pair[0], "tekst": pair[1]} if pair else written


Examples = Annotated[Several[Annotated[InPractice, BeforeValidator(_short_example)]], each_apart(InPractice)]


class LivesOn(Content):
    """Something that goes on after the programme, and who carries it where that is said."""

    synonyms: ClassVar[Synonyms] = synonyms.LIVES_ON
    in_pairs: ClassVar[bool] = True

    what: Sentence = Field(alias="hvad", description="Det, der lever videre.", examples=["Sangaftenen hver måned"])
    who: Sentence | None = Field(
        None, alias="hvem", description="Foreningen eller gruppen, der bærer det.", examples=["Havnens Venner"]
    )


class Spending(Content):
    """Something that the money went to."""

    in_pairs: ClassVar[bool] = True

    item: Line = Field(alias="post", description="Hvad pengene gik til.", examples=["Leje af telt"])
    amount: Money | None = Field(None, alias="beløb", description="Hvor meget.", examples=["12.000 kr."])

    @model_validator(mode="after")
    def _read(self) -> Self:
        """Refuse an amount that is not one number, also where it stands among the words: the report would lack it."""
        if (self.amount and self.amount.lowest is None) or (self.amount is None and _MONEY.search(self.item)):
            said = self.amount.text if self.amount else self.item
            raise RefusedError(fields.NUMBER, f"{quoted(said)} er ikke ét beløb. Skriv hver post for sig: Leje af telt: 12.000 kr.")
        if self.amount and self.amount.lowest == 0:
            raise RefusedError(fields.NUMBER, f"{quoted(self.item)} kostede ikke noget. Slet posten, eller ret beløbet.")
        if _SUM.fullmatch(self.item):
            raise RefusedError(fields.OTHER, f"{quoted(self.item)} er summen. Skriv kun posterne, så tælles intet to gange.")
        return self


_MONEY = re.compile(r"\d\s*(?:t?\.?kr\b|kroner|,-|dkk)|\bkr\.? ?\d|\d\.\d{3}\b", re.IGNORECASE)
_SUM = re.compile(r"(?:i alt|ialt|total(?:t)?|samlet|sum)\W*", re.IGNORECASE)


def _short_spending(written: Any) -> Any:
    """Return the mapping that a line such as `Leje af telt: 12.000 kr.` is short for."""
    written = line_with_colon(written, Spending)
    if not isinstance(written, str):
        return written
    text = " ".join(written[:1_000].split())
    match = next(filter(None, (pattern.fullmatch(text) for pattern in _SPENT)), None)
    return {"post": match["item"], "beløb": match["amount"]} if match else {"post": written}


_FIGURE = r"(?:ca\.? )?(?:kr\.? ?)?\d[\d. ]*(?:,\d\d|,-)?"
_CROWNS = r"\s*(?:kr\.?|kroner|dkk)"
_PLAINLY_MONEY = rf"(?:ca\.? )?(?:kr\.? ?\d[\d.]*(?:,\d\d|,-)?|\d[\d.]*(?:,-|{_CROWNS})|\d{{1,3}}(?:\.\d{{3}})+(?:,\d\d)?)"
_SPENT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<item>.+?)(?:\s*[:,=]\s*|\s+[–-]\s+)(?P<amount>{_FIGURE}(?:{_CROWNS})?)\.?",
        rf"(?P<item>.+?)\s*\((?P<amount>{_FIGURE}(?:{_CROWNS})?)\)",
        rf"(?P<item>[^\d]+?)\s+(?P<amount>{_PLAINLY_MONEY})\.?",
        rf"(?P<amount>{_FIGURE}{_CROWNS})\s*(?:til|på|for|:|-|–)\s+(?P<item>\D+)",
    )
)
"""How people write an item and its amount in one line. Without a sign between them, the amount is plainly one of money."""


LivesOnOrLine = Annotated[LivesOn, alone("hvad", LivesOn), Written()]
ThingsThatLiveOn = Annotated[Several[LivesOnOrLine], each_apart(LivesOn)]
SpendingOrLine = Annotated[Spending, BeforeValidator(_short_spending), Written()]
ItemsOfSpending = Annotated[Several[SpendingOrLine], each_apart(Spending)]
