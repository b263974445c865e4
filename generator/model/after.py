"""How an event went: said by those who held it, when it is over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, Any, ClassVar, Self, TypeVar

from pydantic import BeforeValidator, Field, field_validator, model_validator

from generator.danish.dates import parse_moment
from generator.danish.patterns import MONTH_BEGINS
from generator.model import synonyms
from generator.model.address import without_ways
from generator.model.choice import Choice, Several
from generator.model.consent import Agreement, Consent, TakenThere, is_child
from generator.model.content import Content, pair_in, without
from generator.model.estimate import HELP, PEOPLE_PATTERN, Estimate, Hours, People, is_estimate, parse_whole
from generator.model.synonyms import Synonyms
from generator.model.values import Line, Said, When, Yes
from generator.model.written import Written, parsed, text_of
from generator.problems.problem import RefusedError, or_none, quoted
from generator.problems.rules import fields
from generator.problems.rules import results as rules

_Item = TypeVar("_Item")


def _entries(written: Any) -> Any:
    return written if isinstance(written, list | tuple) else [written]


Entries = Annotated[tuple[_Item, ...], BeforeValidator(_entries), Field(max_length=200)]
"""A list of mappings or of texts of several sentences, or one of them alone."""


class HowCounted(Choice):
    """How it is known how many came."""

    COUNTED = "talt"
    TICKETS = "billetter"
    ESTIMATED = "skøn"


_HOW = {
    HowCounted.COUNTED: r"(?:op)?talt[a-zæøå]*(?: op)?(?: (?:i|ved|med) [a-zæøå]+)?|tælle[a-zæøå]*",
    HowCounted.TICKETS: r"(?:solgte )?billet[a-zæøå]*(?:salg)?(?: solgt)?",
    HowCounted.ESTIMATED: r"skøn[a-zæøå]*|anslå[a-zæøå]*|gæt[a-zæøå]*|estimat[a-zæøå]*|cirka|ca\.?|omkring",
}
_HOW_SAID = re.compile("|".join(rf"(?P<{how.name}>\b(?:{words})\b\.?)" for how, words in _HOW.items()), re.IGNORECASE)
_BESIDE = rf"{_HOW[HowCounted.COUNTED]}|{_HOW[HowCounted.TICKETS]}|skøn[a-zæøå]*|anslå[a-zæøå]*"
_HOW_BESIDE = re.compile(
    rf"(?P<number>.*?\d.*?)(?:\s*[,;(]\s*|\s+)(?:(?:er|efter|et) )?(?P<how>{_BESIDE})\s*\)?[.!]*", re.IGNORECASE
)
Came = Annotated[
    Estimate, parsed(parse_whole), Written(rf"{PEOPLE_PATTERN}(?:[\s,;(]+(?:(?:er|efter|et) )?(?:{_BESIDE})\s*\)?[.!]*)?", HELP)
]


def _how(written: Any) -> Any:
    if isinstance(written, HowCounted):
        return written
    word = text_of(written)
    named = {match.lastgroup for match in _HOW_SAID.finditer(word[:200])}
    if len(named) != 1:
        raise RefusedError(fields.CHOICE, f"{quoted(word)} kendes ikke. Skriv talt, billetter eller skøn.")
    return HowCounted[named.pop() or ""]


class Quote(Content):
    """What somebody said. One that its speaker has taken back is not `shown`."""

    synonyms: ClassVar[Synonyms] = synonyms.QUOTE
    in_pairs: ClassVar[bool] = True

    text: Line = Field(
        alias="tekst", title="Citat", description="Det, der blev sagt.", examples=["Vi kommer igen."], max_length=400
    )
    role: Line | None = Field(
        None,
        alias="rolle",
        title="Hvem siger det",
        description="Uden navn, for eksempel en nabo.",
        examples=["En nabo"],
        max_length=80,
    )
    name: Line | None = Field(
        None,
        alias="navn",
        description="Kun når personen har sagt ja. Skriv så også samtykke.",
        examples=["Navn Navnesen"],
        max_length=80,
    )
    child: Yes = Field(False, alias="barn", description="ja, hvis det er et barn.", examples=["ja"])
    consent: Agreement | None = Field(
        None,
        alias="samtykke",
        description="ja, når den, der har navn, har sagt ja til at stå på siden. For et barn: forældrene. nej tager citatet væk.",
        examples=["ja"],
    )

    @property
    def shown(self) -> bool:
        """Return whether it may be shown."""
        return self.consent is not Consent.NO

    @property
    def speaker(self) -> str | None:
        """Return who said it, as a reader is shown it."""
        return ", ".join(filter(None, (self.name, self.role))) or None

    @model_validator(mode="after")
    def _agreed(self) -> Self:
        if self.name is None or self.consent is Consent.NO:
            return self
        if self.consent not in (Consent.YES, Consent.PARENTS):
            message = f"Har {quoted(self.name)} sagt ja til at stå på siden? Skriv samtykke: ja, eller slet navnet."
            raise RefusedError(rules.AGREEMENT, message)
        if (self.child or is_child(self.name, self.role)) and self.consent is not Consent.PARENTS:
            message = "For et barn er det forældrene, der siger ja. Har de det, så skriv samtykke: forældrene. Ellers slet navnet."
            raise RefusedError(rules.AGREEMENT, message)
        return self


_MARKS = ' "“”»«„'
_SAID_BY = re.compile(r"[\"“”»«„](?P<text>.+)[\"“”»«][.,]?\s*(?:[-–—,:]\s*)?(?P<who>[^\"“”»«]*)", re.DOTALL)


_WITH_DASH = re.compile(r"(?P<text>.{3,})\s[-–—]\s?(?P<who>[A-ZÆØÅ][^.!?]{1,59}|(?:en|et) [^.!?]{2,58})", re.DOTALL)
_SAYS = re.compile(r"(?:siger|sagde|udtaler|udtalte|fortæller|fortalte|skriver|skrev|sagt af)\s+", re.IGNORECASE)
_LONGEST_NAME = 5


def _speaker(written: str) -> dict[str, str]:
    """Return who said something, as a role or as a name, which asks for an agreement: `siger en nabo`, `(Emma, 8 år)`."""
    who = _SAYS.sub("", written.strip(" -–—,.()")).strip(" -–—,.()")
    return {"rolle" if re.match(r"(?:en|et)\s", who, re.IGNORECASE) else "navn": who} if who else {}


def short_quote(written: Any) -> Any:
    """Return the mapping that a line such as `«Vi kommer igen.» - Navn Navnesen` is short for."""
    if pair := pair_in(written, Quote):
        who, said = pair
        written = f"«{said.strip(_MARKS)}» - {who}" if len(who.split()) <= _LONGEST_NAME else f"{who}: {said}"
    if not isinstance(written, str):
        return written
    text = " ".join(written[:1000].split())
    match = _SAID_BY.fullmatch(text) or _WITH_DASH.fullmatch(text)
    return {"tekst": match["text"], **_speaker(match["who"])} if match else {"tekst": written}


QuoteOrLine = Annotated[Quote, BeforeValidator(short_quote), Written()]


class After(Content):
    """How an event went, or one of its dates. What was not said is None; a quote or picture that was taken back is not in it."""

    synonyms: ClassVar[Synonyms] = synonyms.AFTER

    day: When | None = Field(None, alias="dato", description="Kun når arrangementet har flere datoer.", examples=["2026-05-08"])
    came: Came | None = Field(
        None, alias="antal", title="Hvor mange kom", description="Et tal. Skriv ca. foran et skøn.", examples=["ca. 40"]
    )
    how: (
        Annotated[HowCounted, BeforeValidator(_how), Written("|".join(rf".*\b(?:{words}).*" for words in _HOW.values()))] | None
    ) = Field(None, alias="optælling", title="Hvordan ved I det", description="talt, billetter eller skøn.", examples=["talt"])
    helpers: People | None = Field(None, alias="hjælpere", description="Hvor mange der hjalp til uden løn.", examples=["12"])
    hours: Hours | None = Field(None, alias="timer", description="Hvor mange timer hjælperne brugte i alt.", examples=["60"])
    artists: People | None = Field(
        None,
        alias="antal kunstnere",
        title="Hvor mange kunstnere",
        description="Hvor mange der optrådte eller underviste.",
        examples=["4"],
    )
    performers: Several[Annotated[Line, without_ways("kontakt")]] = Field(
        (), alias="kunstnere", description="Navnene på dem, der optrådte, når de har sagt ja til det.", examples=["Nordmorskoret"]
    )
    text: Said | None = Field(
        None, alias="tekst", title="Sådan gik det", description="Fortæl det med jeres egne ord.", examples=["Hele salen sang med."]
    )
    pictures: Entries[TakenThere] = Field((), alias="billeder", description="Billeder fra dagen, hvert med samtykke.")
    quotes: Entries[QuoteOrLine] = Field((), alias="citater", description="Noget, en gæst eller hjælper sagde.")
    lesson: Said | None = Field(
        None,
        alias="læring",
        title="Det lærte vi",
        description="Det, I vil gøre på samme måde eller anderledes næste gang.",
        examples=["Begynd en time før."],
    )

    @classmethod
    def _as_meant(cls, filled: dict[str, Any]) -> dict[str, Any]:
        return _number_apart(_how_apart(filled))

    @field_validator("pictures", "quotes", mode="after")
    @classmethod
    def _shown(cls, every: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(each for each in every if each.shown)

    @property
    def counted(self) -> HowCounted | None:
        """Return how it is known how many came; a number that is not exact is an estimate."""
        return self.how or (HowCounted.ESTIMATED if self.came and not self.came.exact else None)


def _how_apart(filled: dict[str, Any]) -> dict[str, Any]:
    """Return the fields with the way of counting, which people write beside the number, in its own: `42, talt i døren`."""
    written = filled.get("antal")
    match = _HOW_BESIDE.fullmatch(written.strip()[:200]) if isinstance(written, str) and "optælling" not in filled else None
    return {**filled, "antal": match["number"], "optælling": match["how"]} if match else filled


def _number_apart(filled: dict[str, Any]) -> dict[str, Any]:
    """Return the fields with the number of artists in its own, where it stood instead of their names."""
    written = filled.get("kunstnere")
    if not isinstance(written, str) or "antal kunstnere" in filled or not is_estimate(written):
        return filled
    return {**without(filled, "kunstnere"), "antal kunstnere": written}


_DATE_AND_REST = re.compile(r"(?P<day>(?:den |d\. ?)?\d{1,4}[-./ ][^,:;]{1,24}?)\s*[:,;]\s+(?P<rest>\S.*)", re.DOTALL)


_DAY_AND_MONTH = re.compile(
    rf"(?:den |d\. ?)?\d{{1,2}}\s*(?:[/-]\s*\d{{1,2}}|\.\s*(?:\d{{1,2}}\.?|(?:{MONTH_BEGINS})[a-z]*\.?))",
    re.IGNORECASE,
)
"""A day whose year is missing, which is then asked for."""
_NOT_HELD = re.compile(r"(?:det )?(?:blev |er )?(?:aflyst|udsat|annulleret)\W*", re.IGNORECASE)


def short_after(written: Any) -> Any:
    """Return the mapping that a number alone, a text, or a date with one of them is short for: `5. maj 2026: 20`."""
    if isinstance(written, dict) and len(written) == 1:
        [(key, value)] = written.items()
        if isinstance(value, str) and isinstance(key, str) and _DATE_AND_REST.fullmatch(f"{key}: {value}"):
            written = f"{key}: {value}"
    if not isinstance(written, str):
        return written
    dated = _DATE_AND_REST.fullmatch(written[:2_000])
    if dated and (_DAY_AND_MONTH.fullmatch(dated["day"]) or or_none(parse_moment, dated["day"])):
        return {"dato": dated["day"], **short_after(dated["rest"])}
    if _NOT_HELD.fullmatch(written[:100]):
        raise RefusedError(fields.OTHER, f"{quoted(written)} er ikke, hvordan det gik. Skriv det ved status.")
    match = _HOW_BESIDE.fullmatch(written[:200])
    return {"antal" if is_estimate(match["number"] if match else written) else "tekst": written}


AfterOrLine = Annotated[After, BeforeValidator(short_after), Written()]
