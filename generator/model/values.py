"""The kinds of value a field can have, and how tolerantly each is read from text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from generator.danish.dates import DAY_EXAMPLE, Moment, parse_day, parse_moment
from generator.danish.patterns import DAY_PATTERN, SPAN_PATTERN, SPOKEN_DAY_PATTERN
from generator.danish.recurrence import Repetition
from generator.danish.repetition import parse_repetition
from generator.danish.repetition_words import PATTERN as REPETITION_PATTERN
from generator.danish.spans import PERIOD_EXAMPLE, Period, parse_period
from generator.model import synonyms
from generator.model.content import Content
from generator.model.synonyms import Synonyms
from generator.model.written import LONGEST_LINE, Written, matching, parsed, text_of
from generator.problems.problem import RefusedError, quoted
from generator.problems.rules import fields, files, values
from generator.text.letters import LONGEST_TEXT, slug
from generator.text.unmarked import unmarked

YES_WORDS, _NO = ("ja", "yes", "true", "x", "[x]", "✓", "✔", "☑"), ("nej", "no", "false", "[ ]")
_ANSWERS = dict.fromkeys(YES_WORDS, True) | dict.fromkeys(_NO, False)
YES_PATTERN = r"(?:ja|yes|true|\[?x\]?|✓|✔|☑|nej|no|false|\[ \])[.!]*"
_NUMBER = r"[0-9]{1,3}(?:\.[0-9]{3}){1,2}|[0-9]{1,6}"
COUNT_PATTERN = (
    r"(?:(?:(?:der er )?plads til|begrænset til|max|maks|maksimum|maksimalt|op til|højst|ca|cirka|omkring)\.?:? ?){0,3}"
    rf"(?:{_NUMBER})"
    r"(?: ?(?:ledige )?(?:(?:sidde|stå|deltager|gæste|publikums|tilskuer)?plads(?:er)?|pers(?:on(?:er)?)?|deltagere?|gæst(?:er)?"
    r"|børn|unge|voksne|mennesker|mand|stk|stole|siddende|tilskuere|billetter|frivillige|hjælpere)\.?)?"
    r"(?: (?:i alt|max|maks|maksimalt|højst)\.?)?"
)
"""A number of people, alone or with what is counted: the 80 of `ca. 80 siddepladser`."""
_KEY = re.compile(r"[a-zæøå0-9]+(?:-[a-zæøå0-9]+)*")


def _line(written: str) -> str:
    return unmarked(" ".join(written.split()))


def answer_in(written: str) -> bool | None:
    """Return whether a word says yes or no, however it is written; None for other words."""
    return _ANSWERS.get(written.strip().lower().rstrip(".!\ufe0f "))


def _yes(written: Any) -> bool:
    answer = written if isinstance(written, bool) else answer_in(text_of(written))
    if answer is None:
        raise RefusedError(fields.YES_OR_NO, f"{quoted(written)} er hverken ja eller nej. Skriv ja eller nej.")
    return answer


_NOTHING = re.compile(
    r"[-–—?.…_x/]+|(?:ingen|intet|ikke noget|ukendt|ved ikke|vides ikke|følger|kommer)(?: endnu| senere| snart)?"
    r"|(?:skrives|udfyldes) senere"
    r"|ikke (?:endnu|besluttet|afklaret|oplyst)|endnu ikke|tba|tbd|todo|n/?a|lorem ipsum.*|\[(?:indsæt|skriv)[^\]]*\]",
    re.IGNORECASE | re.DOTALL,
)
"""What stands where words are still to come."""


def says_nothing(line: str) -> bool:
    """Return whether a line only stands where words are still to come: `?`, `kommer senere`."""
    return bool(_NOTHING.fullmatch(line.rstrip(".! ") or line))


def _no_answer(line: str) -> str:
    if line.lower().removesuffix(" tak").rstrip(".! ") in _ANSWERS or says_nothing(line):
        raise RefusedError(fields.OTHER, f"{quoted(line)} siger ikke hvad. Skriv ordene selv her, eller slet linjen.")
    return line


def _count(written: Any) -> Any:
    """Return a whole number, written in thousands with or without dots, and perhaps with what is counted."""
    if not isinstance(written, str):
        return written
    written = " ".join(written[:200].split())
    if not re.fullmatch(COUNT_PATTERN, written, re.IGNORECASE):
        raise RefusedError(fields.NUMBER, "Her skal stå et helt tal over nul. Skriv for eksempel 80.")
    return int(re.findall(_NUMBER, written)[0].replace(".", ""))


Text = Annotated[str, BeforeValidator(text_of), Field(max_length=LONGEST_TEXT)]
Line = Annotated[str, BeforeValidator(text_of), AfterValidator(_line), Field(max_length=LONGEST_LINE)]
Said = Annotated[Text, AfterValidator(_no_answer)]
Sentence = Annotated[Line, AfterValidator(_no_answer)]
"""A line, or a text, that everybody reads: no `ja` or `kommer senere` where the words themselves are wanted."""
Count = Annotated[int, BeforeValidator(_count), Field(gt=0), Written(COUNT_PATTERN)]
Key = Annotated[
    str,
    BeforeValidator(text_of),
    matching(_KEY.pattern, fields.KEY, "{} er ikke en nøgle. Brug små bogstaver, tal og bindestreg."),
    AfterValidator(str.lower),
]
CoreElementKey = Annotated[Line, AfterValidator(str.lower)]
"""A key of the programme's core elements; a check says which there are, also where no key can be written so."""
Slug = Annotated[Line, AfterValidator(lambda name: slug(name) or name)]
"""A folder of an area, by its name or by the area's: `Vendsyssel Kyst` is `vendsyssel-kyst`."""
PlaceKey = Annotated[
    str,
    BeforeValidator(text_of),
    Written(rf"{_KEY.pattern}|[^,]*,[\s\S]*"),
    matching(
        _KEY.pattern,
        values.PLACE,
        "{} er ikke nøglen på et sted. Skriv adressen efter navnet med et komma, eller skriv sted: og navn: under.",
    ),
    AfterValidator(str.lower),
]
Yes = Annotated[bool, BeforeValidator(_yes), Written(YES_PATTERN)]
Day = Annotated[date, parsed(parse_day), Written(DAY_PATTERN, f"{{}} er ikke en dato. {DAY_EXAMPLE}", SPOKEN_DAY_PATTERN)]
When = Annotated[Moment, parsed(parse_moment), Written(SPAN_PATTERN)]
Span = Annotated[
    Period, parsed(parse_period), Written(SPAN_PATTERN, f"{{}} er ikke en periode. {PERIOD_EXAMPLE}", SPOKEN_DAY_PATTERN)
]
Repeats = Annotated[Repetition, parsed(parse_repetition), Written(REPETITION_PATTERN)]
Postcode = Annotated[Line, matching(r"\d{4}", values.POSTCODE, "{} er ikke et postnummer. Skriv fire cifre, for eksempel 7900.")]
ImagePath = Annotated[
    Line,
    matching(
        r"images/[a-z0-9][a-z0-9_-]*\.(?:jpe?g|png|webp)",
        files.PICTURE_PATH,
        "{} er ikke et billede, vi kan bruge. Læg filen i mappen images, og skriv for eksempel images/havnen.jpg "
        "(bogstaver fra a til z, tal og bindestreg).",
    ),
]


@dataclass(frozen=True, slots=True)
class Coordinates:
    """Degrees north and east (WGS 84)."""

    latitude: float
    longitude: float


_TWO_NUMBERS = r"(-?\d{1,3}\.\d+)\s*[,;\s]\s*(-?\d{1,3}\.\d+)"
_POSITION = r"(\d{2}\.\d+)\s*[,;\s]\s*(\d{1,2}\.\d+)"


_IN_LINK = re.compile(r"https?://\S*?(?:[@=]|#map=\d{1,2}/|!3d)(\d{2}\.\d+)(?:,|%2C|/|!4d|&mlon=)(\d{1,2}\.\d+)\S*", re.IGNORECASE)
_SHORT_LINK = re.compile(r"https?://(?:maps\.app\.goo\.gl|goo\.gl|g\.co|maps\.apple|krak|www\.krak)\S*", re.IGNORECASE)
_MINUTES = r"(\d{1,2})\s*°\s*(\d{1,2}(?:[.,]\d+)?)\s*['′’](?:\s*(\d{1,2}(?:[.,]\d+)?)\s*(?:[\"″”]|''))?\s*"
_DEGREES = re.compile(rf"{_MINUTES}N?[\s,;]*{_MINUTES}[EØ]?", re.IGNORECASE)
_COMMAS = re.compile(r"(\d{1,2}),(\d+)(?:\s*[;/]\s*|,?\s+)(\d{1,2}),(\d+)")
_SIDES = re.compile(r"(?<=\d)\s*(?:°\s*[NEØ]?|[NEØ]\b)", re.IGNORECASE)


def _as_numbers(written: str) -> str:
    """Return `56.92, 8.92` for a link to a map, degrees with minutes, and decimals with commas; other texts as they are."""
    text = _IN_LINK.sub(r"\1, \2", written.strip("() "))
    text = re.sub(r"\b[NEØ] ?(?=\d)", "", re.sub(r"(\.\d+)\s*/\s*(?=\d)", r"\1, ", text))
    if degrees := _DEGREES.fullmatch(text):
        numbers = [float((part or "0").replace(",", ".")) for part in degrees.groups()]
        return ", ".join(f"{whole + minutes / 60 + seconds / 3600:.6f}" for whole, minutes, seconds in (numbers[:3], numbers[3:]))
    return _COMMAS.sub(r"\1.\2, \3.\4", _SIDES.sub("", text))


def _coordinates(written: str) -> Coordinates:
    match = re.fullmatch(_TWO_NUMBERS, _as_numbers(written[:500]))
    if _SHORT_LINK.fullmatch(written):
        message = "Linket siger ikke selv, hvor stedet er. Åbn det, højreklik på stedet på kortet, og kopiér de to tal."
        raise RefusedError(values.COORDINATES, message)
    if not match:
        raise RefusedError(values.COORDINATES, f"{quoted(written)} er ikke koordinater. Skriv bredde og længde: 56.92, 8.92.")
    latitude, longitude = float(match[1]), float(match[2])
    if not (56.4 <= latitude <= 57.9 and 7.9 <= longitude <= 11.4):
        message = f"{quoted(written)} ligger ikke i Nordjylland. Skriv bredden (56-57) først, så længden (8-11): 56.92, 8.92."
        raise RefusedError(values.ELSEWHERE, message)
    return Coordinates(latitude, longitude)


_LATITUDE = ("lat", "latitude", "bredde", "breddegrad", "n")
_LONGITUDE = ("lon", "lng", "long", "longitude", "længde", "længdegrad", "e", "ø")


def _two_values(written: Any) -> Any:
    """Return two numbers, in a list or in fields, as one text."""
    if isinstance(written, dict) and len(written) == 2:
        by_word = {str(key).strip(" .:").lower(): value for key, value in written.items()}
        written = [next((by_word[word] for word in words if word in by_word), None) for words in (_LATITUDE, _LONGITUDE)]
    is_two = isinstance(written, list) and len(written) == 2 and all(isinstance(each, str) for each in written)
    return ", ".join(written) if is_two else written


Position = Annotated[Coordinates, parsed(_coordinates), BeforeValidator(_two_values), Written(_POSITION)]


def _given(consent: bool) -> bool:
    if not consent:
        message = "Spørg dem, man kan genkende på billedet. Har de sagt ja, så skriv samtykke: ja. Ellers vælg et andet billede."
        raise RefusedError(files.CONSENT, message)
    return consent


class Picture(Content):
    """A picture with what a blind reader needs and whom to thank."""

    synonyms: ClassVar[Synonyms] = synonyms.PICTURE

    file: ImagePath = Field(alias="fil", description="Billedets fil i mappen images.", examples=["images/havnen.jpg"])
    alt: Line | None = Field(
        None,
        alias="beskrivelse",
        description="Hvad man ser på billedet. Den læses op for dem, der ikke kan se det.",
        examples=["Et kor synger på kajen i aftensol."],
        max_length=250,
    )
    decorative: Yes = Field(False, alias="dekorativ", description="ja, hvis billedet kun er pynt.", examples=["ja"])
    credit: Line = Field(alias="foto", description="Hvem der har taget eller lavet billedet.", examples=["Lokalarkivet"])
    caption: Line | None = Field(
        None, alias="tekst", title="Billedtekst", description="En kort tekst under billedet.", examples=["Sangaften i 2025."]
    )

    consent: Annotated[Yes, AfterValidator(_given)] | None = Field(
        None,
        alias="samtykke",
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


class Document(Content):
    """A PDF file of the area or the programme, with the words of its link."""

    title: Line = Field(alias="titel", description="Hvad det er.", examples=["Programmet til print"])
    file: Annotated[
        Line,
        matching(
            r"documents/[a-z0-9][a-z0-9_-]*\.pdf",
            files.DOCUMENT_PATH,
            "{} er ikke en pdf i mappen documents. Skriv for eksempel documents/program.pdf.",
        ),
    ] = Field(alias="fil", description="En pdf i mappen documents.", examples=["documents/program.pdf"])
