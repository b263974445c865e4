"""The kinds of value a field can have, and how tolerantly each is read from text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, TypeVar, get_args

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from generator.danish.dates import Moment, parse_day, parse_moment
from generator.danish.patterns import DAY_PATTERN, SPAN_PATTERN
from generator.danish.recurrence import Repetition
from generator.danish.repetition import PATTERN as REPETITION_PATTERN
from generator.danish.repetition import parse_repetition
from generator.danish.spans import Period, parse_period
from generator.model.content import Content
from generator.model.written import Written, matching, parsed, text_of
from generator.problems.problem import RefusedError, did_you_mean, listed, quoted
from generator.problems.rules import fields, files, values
from generator.text.letters import LONGEST_TEXT, folded

_ANSWERS = {"ja": True, "yes": True, "true": True, "nej": False, "no": False, "false": False}
_KEY = re.compile(r"[a-zæøå0-9]+(?:-[a-zæøå0-9]+)*")


def _line(written: str) -> str:
    return " ".join(written.split())


def _yes(written: Any) -> bool:
    if isinstance(written, bool):
        return written
    word = text_of(written).lower()
    if word not in _ANSWERS:
        raise RefusedError(fields.YES_OR_NO, f"{quoted(written)} er hverken ja eller nej. Skriv ja eller nej.")
    return _ANSWERS[word]


def _count(written: Any) -> Any:
    """A whole number, in thousands with or without dots."""
    if not isinstance(written, str):
        return written
    if not re.fullmatch(r"\d{1,3}(\.\d{3}){1,2}|\d{1,6}", written.strip(), re.ASCII):
        raise RefusedError(fields.NUMBER, "Her skal stå et helt tal over nul. Skriv for eksempel 80.")
    return int(written.replace(".", ""))


def _several(written: Any) -> Any:
    """One value where a list is meant is a list of one."""
    return written if isinstance(written, list | tuple) else [written]


Text = Annotated[str, BeforeValidator(text_of), Field(max_length=LONGEST_TEXT)]
Line = Annotated[str, BeforeValidator(text_of), AfterValidator(_line), Field(max_length=500)]
Count = Annotated[int, BeforeValidator(_count), Field(gt=0)]
Key = Annotated[
    str, BeforeValidator(text_of), matching(_KEY.pattern, fields.KEY, "{} er ikke en nøgle. Brug små bogstaver, tal og bindestreg.")
]
PlaceKey = Annotated[
    str,
    BeforeValidator(text_of),
    matching(_KEY.pattern, values.PLACE, "{} er ikke nøglen på et sted. Skriv stedet ud med sted: og navn: under."),
]
Yes = Annotated[bool, BeforeValidator(_yes), Written("|".join(_ANSWERS))]
Day = Annotated[date, parsed(parse_day), Written(DAY_PATTERN)]
When = Annotated[Moment, parsed(parse_moment), Written(SPAN_PATTERN)]
Span = Annotated[Period, parsed(parse_period), Written(SPAN_PATTERN)]
Repeats = Annotated[Repetition, parsed(parse_repetition), Written(REPETITION_PATTERN)]
WebAddress = Annotated[
    Line,
    matching(
        r"""https?://[^\s<>"'.]+\.[^\s<>"']+""",
        values.WEB,
        "{} er ikke en webadresse. Den skal begynde med https://. Skriv for eksempel https://www.example.org.",
    ),
]
Mail = Annotated[
    Line,
    matching(
        r"""[^@\s<>"',;:?&]+@[^@\s<>"',;:?&]+\.[a-z]{2,}""",
        values.MAIL,
        "{} er ikke en mailadresse. Skriv for eksempel kontakt@example.org.",
    ),
]
Postcode = Annotated[
    Line,
    matching(r"\d{4}", values.POSTCODE, "{} er ikke et postnummer. Skriv fire cifre, for eksempel 7900."),
]
ImagePath = Annotated[
    Line,
    matching(
        r"images/[a-z0-9][a-z0-9_-]*\.(?:jpe?g|png|webp)",
        files.PICTURE_PATH,
        "{} er ikke et billede, vi kan bruge. Læg filen i mappen images, og skriv for eksempel images/havnen.jpg "
        "(bogstaver fra a til z, tal og bindestreg).",
    ),
]

_Item = TypeVar("_Item")
Several = Annotated[tuple[_Item, ...], BeforeValidator(_several), Field(max_length=200)]


class Choice(StrEnum):
    """One of a few Danish words."""

    def __setstate__(self, state: object) -> None:
        """Raise TypeError: each choice exists once for the whole program, so no stored value may change it."""
        raise TypeError(f"{self!r} has no state")

    @classmethod
    def _missing_(cls, value: object) -> Choice | None:
        return next((choice for choice in cls if folded(choice.value) == folded(str(value))), None)


_ChoiceType = TypeVar("_ChoiceType", bound=Choice)


def one_of(choices: type[_ChoiceType]) -> BeforeValidator:
    """Reads one of `choices`, with the whole list and the nearest word in the message."""

    def choose(written: Any) -> _ChoiceType:
        word = text_of(written)
        try:
            return choices(word)
        except ValueError:
            message = f"{quoted(word)} kendes ikke.{did_you_mean(word, choices)} Skriv {listed(choices)}."
            raise RefusedError(fields.CHOICE, message) from None

    return BeforeValidator(choose)


def choices_in(annotation: Any) -> tuple[str, ...]:
    """The words of a Choice somewhere inside an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        return tuple(choice.value for choice in annotation)
    return next(filter(None, map(choices_in, get_args(annotation))), ())


@dataclass(frozen=True, slots=True)
class Coordinates:
    """Degrees north and east (WGS 84)."""

    latitude: float
    longitude: float


_TWO_NUMBERS = r"(-?\d{1,3}\.\d+)\s*[,;\s]\s*(-?\d{1,3}\.\d+)"
_POSITION = r"(\d{2}\.\d+)\s*[,;\s]\s*(\d{1,2}\.\d+)"


def _coordinates(written: str) -> Coordinates:
    match = re.fullmatch(_TWO_NUMBERS, written)
    if not match:
        raise RefusedError(values.COORDINATES, f"{quoted(written)} er ikke koordinater. Skriv bredde og længde: 56.92, 8.92.")
    latitude, longitude = float(match[1]), float(match[2])
    if not (56.4 <= latitude <= 57.9 and 7.9 <= longitude <= 11.4):
        message = f"{quoted(written)} ligger ikke i Nordjylland. Skriv bredden (56-57) først, så længden (8-11): 56.92, 8.92."
        raise RefusedError(values.ELSEWHERE, message)
    return Coordinates(latitude, longitude)


Position = Annotated[Coordinates, parsed(_coordinates), Written(_POSITION)]


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone number as it is read (`25 45 80 90`) and as a link (`tel:+4525458090`)."""

    text: str
    href: str


def _phone(written: str) -> Phone:
    digits = re.sub(r"[\s().-]", "", written)
    match = re.fullmatch(r"(?:(?:\+|00)45)?(\d{8})", digits)
    if match:
        pairs = re.findall("..", match[1])
        return Phone(" ".join(pairs), "tel:+45" + match[1])
    if re.fullmatch(r"\+(?!45)\d{7,15}", digits):
        return Phone(written, "tel:" + digits)
    raise RefusedError(values.PHONE, f"{quoted(written)} er ikke et telefonnummer. Skriv otte cifre: 25 45 80 90.")


PhoneNumber = Annotated[Phone, parsed(_phone), Written(r"[\s().-]*\+?(?:[\s().-]*\d){7,17}[\s().-]*")]


@dataclass(frozen=True, slots=True)
class Price:
    """A price as it is read, whether it is free, and its lowest amount in kroner where that is a number."""

    text: str
    free: bool
    lowest: int | None


FREE = ("gratis", "0", "0kr", "0,", "0kroner", "fri", "friadgang", "gratisadgang", "frientre", "gratisentre")
"""What is free, as words are compared, without a dot or an exclamation mark at the end."""
_AMOUNT = r"(\d{1,3}(?:\.\d{3})+|\d+)"


def _price(written: str) -> Price:
    text = " ".join(written.split())
    if folded(text).rstrip(".!") in FREE:
        return Price("Gratis", True, 0)
    match = re.fullmatch(rf"{_AMOUNT}(?:\s*(?:-|–|til)\s*{_AMOUNT})?\s*(?:kr\.?|,-|dkk)?", text, re.IGNORECASE)
    if not match:
        return Price(text, False, None)
    amounts = [int(amount.replace(".", "")) for amount in match.groups() if amount]
    return Price("-".join(f"{amount:,}".replace(",", ".") for amount in amounts) + " kr.", False, min(amounts))


Money = Annotated[Price, parsed(_price), Written()]


def _given(consent: bool) -> bool:
    if not consent:
        message = "Spørg dem, man kan genkende på billedet. Har de sagt ja, så skriv samtykke: ja. Ellers vælg et andet billede."
        raise RefusedError(files.CONSENT, message)
    return consent


class Picture(Content):
    """A picture with what a blind reader needs and whom to thank."""

    file: ImagePath = Field(alias="fil", title="Fil", description="Billedets fil i mappen images.", examples=["images/havnen.jpg"])
    alt: Line | None = Field(
        None,
        alias="beskrivelse",
        title="Beskrivelse",
        description="Hvad man ser på billedet. Den læses op for dem, der ikke kan se det.",
        examples=["Et kor synger på kajen i aftensol."],
        max_length=250,
    )
    decorative: Yes = Field(
        False, alias="dekorativ", title="Dekorativ", description="ja, hvis billedet kun er pynt.", examples=["ja"]
    )
    credit: Line = Field(
        alias="foto", title="Foto", description="Hvem der har taget eller lavet billedet.", examples=["Lokalarkivet"]
    )
    caption: Line | None = Field(
        None, alias="tekst", title="Billedtekst", description="En kort tekst under billedet.", examples=["Sangaften i 2025."]
    )

    consent: Annotated[Yes, AfterValidator(_given)] | None = Field(
        None,
        alias="samtykke",
        title="Samtykke",
        description="ja, når de, man kan genkende, har sagt ja (for børn forældrene). Det vises ikke på siden.",
        examples=["ja"],
    )

    @model_validator(mode="after")
    def _described(self) -> Picture:
        if self.alt is None and not self.decorative:
            raise RefusedError(
                files.PICTURE_TEXT, "Skriv ved beskrivelse, hvad man ser på billedet. Er det kun pynt, så skriv dekorativ: ja."
            )
        return self
