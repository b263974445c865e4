"""What a volunteer is asked about a new event, in the order one thinks of it; derived from the model.

The web form, the issue form and the e-mail ask the same, and all of them become the same file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.content.model_errors import model_at
from generator.model.choice import choices_in
from generator.model.event import EventFacts
from generator.text.letters import LONGEST_TEXT

FieldKind = Literal["text", "long", "date", "time", "choice", "choices", "link", "picture"]
Group = Literal["Status", "Hvad", "Hvornår", "Hvor", "Praktisk", "Billede", "Om"]


class Option(NamedTuple):
    """One answer to choose: what is written in the file, and what people read."""

    value: str
    title: str


@dataclass(frozen=True, slots=True)
class FormField:
    """One question.

    `key` is the way to the value in the front matter, with dots (`sted.navn`). It is empty for the area, which is the folder, for
    the text, which stands below, and for the picture, which is written into the file when its own file is there. Two questions that
    share a key are the day and the hour of one moment. `name` is the question's id (a-z and `_`), `most` the largest number of
    letters, or None. `several` answers stand one on a line.
    """

    key: str
    name: str
    title: str
    help: str
    required: bool
    kind: FieldKind
    choices: tuple[Option, ...]
    example: str | None
    most: int | None
    group: Group
    several: bool = False


class Fault(NamedTuple):
    """What is wrong with one answer, in Danish.

    `question` is its title, empty where it is about the whole; `code` the message's own address on the page of messages.
    """

    question: str
    message: str
    code: str = ""


class _Question(NamedTuple):
    """A question as it is asked here; what is None is the model's own."""

    group: Group
    name: str
    key: str
    kind: FieldKind = "text"
    title: str | None = None
    help: str | None = None
    example: str | None = None


_QUESTIONS = (
    _Question("Hvad", "titel", "titel"),
    _Question("Hvad", "resume", "resumé"),
    _Question("Hvad", "kategori", "kategori", "choice"),
    _Question("Hvad", "maalgruppe", "målgruppe", "choices"),
    _Question("Hvornår", "start_dag", "start", "date", "Dag", "Den første dag.", "2026-05-01"),
    _Question("Hvornår", "start_kl", "start", "time", "Begynder kl.", "Uden klokkeslæt varer det hele dagen.", "19.00"),
    _Question("Hvornår", "slut_kl", "slut", "time", "Slutter kl.", "Hvornår det slutter.", "21.30"),
    _Question("Hvornår", "slut_dag", "slut", "date", "Sidste dag", "Kun når det slutter en anden dag.", "2026-05-02"),
    _Question("Hvornår", "gentag", "gentag"),
    _Question("Hvornår", "gentag_til", "gentag til", "date"),
    _Question("Hvornår", "undtagen", "undtagen", "long", help="Datoer, det springes over. Skriv én på hver linje."),
    _Question(
        "Hvor",
        "sted",
        "sted",
        title="Et sted, I har i forvejen",
        help="Nøglen på et af jeres steder. Er stedet nyt, så skriv det i felterne herunder i stedet.",
    ),
    _Question("Hvor", "sted_navn", "sted.navn", title="Stedets navn", help="Kun når stedet er nyt."),
    _Question("Hvor", "sted_adresse", "sted.adresse"),
    _Question("Hvor", "sted_postnummer", "sted.postnummer"),
    _Question("Hvor", "sted_by", "sted.by"),
    _Question("Hvor", "sted_vej", "sted.vej"),
    _Question("Hvor", "online", "online", "link"),
    _Question("Praktisk", "pris", "pris"),
    _Question("Praktisk", "tilmelding", "tilmelding"),
    _Question("Praktisk", "tilmelding_frist", "tilmelding.frist", "date", "Frist for tilmelding"),
    _Question("Praktisk", "trinfri", "adgang.trinfri"),
    _Question("Praktisk", "handicaptoilet", "adgang.handicaptoilet"),
    _Question("Praktisk", "parkering", "adgang.parkering"),
    _Question("Praktisk", "sprog", "sprog"),
    _Question("Praktisk", "english", "english"),
    _Question("Praktisk", "ogsaa_i", "også i"),
    _Question(
        "Praktisk",
        "hjaelpere",
        "hjælpere",
        "long",
        help="Skriv én ting på hver linje, gerne med antal og en mailadresse. Et telefonnummer vises ikke herfra.",
        example="3 til at stille stole op, skriv til kontakt@example.org",
    ),
)
_ABOUT = (_Question("Om", "arrangoer", "arrangør"),)
PICTURE = "billede"
PICTURE_STEP = "Har I et billede?"
CHOOSE_PICTURE = "Vælg et fra telefonen. Det bliver gjort mindre her og bliver på telefonen, til du selv sender det."
ALT, CREDIT, ALLOWED, PEOPLE = (f"billede_{name}" for name in ("beskrivelse", "foto", "lov", "personer"))
NOBODY, AGREED, NOT_ASKED = "nej", "ja, og de har sagt ja", "ja, men de er ikke spurgt"
_PICTURE = (
    _Question(
        "Billede",
        PICTURE,
        "billede",
        "picture",
        help="Træk ét billede herind, eller vælg det med knappen under feltet. Svar så på de næste fire spørgsmål.",
    ),
    _Question(
        "Billede", ALT, "billede.beskrivelse", title="Hvad ser man på billedet?", help="Det læses op for dem, der ikke kan se det."
    ),
    _Question("Billede", CREDIT, "billede.foto", title="Hvem har taget billedet?", help="Navnet står under billedet."),
    _Question("Billede", ALLOWED, "billede.foto", "choice", "Må vi bruge billedet?", "Den, der har taget det, skal have sagt ja."),
    _Question(
        "Billede",
        PEOPLE,
        "billede.samtykke",
        "choice",
        "Kan man genkende nogen på billedet?",
        "Så skal de have sagt ja til at være på siden. For børn er det forældrene, der siger ja.",
    ),
)
_CHOICES = {ALLOWED: ("ja", "nej"), PEOPLE: (NOBODY, AGREED, NOT_ASKED)}
_CORRECTIONS = (
    _Question("Status", "status", "status", "choice"),
    _Question("Status", "statustekst", "statustekst"),
    _Question("Status", "foer_dag", "før", "date", "Den gamle dag", "Kun når det er flyttet til en anden dag.", "2026-05-01"),
    _Question("Status", "foer_kl", "før", "time", "Det gamle klokkeslæt", "Hvornår det skulle være begyndt.", "19.00"),
    _Question("Status", "foer_sted", "før sted", title="Det gamle sted", help="Kun når det er flyttet til et andet sted."),
)


def form_fields(areas: Mapping[str, str] | None = None) -> tuple[FormField, ...]:
    """Return all questions in their order; `areas` are the names to choose from by slug, in the order they are offered."""
    return (_area_field(areas or {}), *map(_field, _QUESTIONS), *map(_picture_field, _PICTURE), *map(_field, _ABOUT), _TEXT)


def correction_fields() -> tuple[FormField, ...]:
    """Return what more is asked about an event that is there already."""
    return tuple(map(_field, _CORRECTIONS))


def _area_field(areas: Mapping[str, str]) -> FormField:
    options = tuple(Option(slug, name) for slug, name in areas.items())
    return FormField(
        "", "omraade", "Lokalområde", "Det område, arrangementet hører til.", True, "choice", options, "nordmors", None, "Hvad"
    )


def _picture_field(question: _Question) -> FormField:
    """Return a question about the picture. An issue's own answer decides whether it has one, so none is required."""
    choices = tuple(Option(word, word) for word in _CHOICES.get(question.name, ()))
    field = _field(question)
    example = None if question.kind in ("picture", "choice") else field.example
    return replace(field, key="", required=False, choices=choices, example=example)


_TEXT = FormField(
    "",
    "tekst",
    "Tekst",
    "Det, gæsterne skal vide. En tom linje begynder et nyt afsnit.",
    False,
    "long",
    (),
    "Kom og syng med. Alle kan være med.",
    LONGEST_TEXT,
    "Om",
)


def model_field(key: str) -> FieldInfo | None:
    """Return the field of an event at a key with dots (`sted.navn`); None where a key leads to none."""
    *outer, last = key.split(".")
    home = model_at(EventFacts, outer) if outer else EventFacts
    return home.field_called(last) if home else None


def _field(question: _Question) -> FormField:
    field = model_field(question.key)
    if field is None:
        raise KeyError(question.key)
    return FormField(
        key=question.key,
        name=question.name,
        title=question.title or field.title or question.name,
        help=question.help or field.description or "",
        required="." not in question.key and field.is_required() and question.kind != "time",
        kind=question.kind,
        choices=tuple(Option(word, word) for word in choices_in(field.annotation)),
        example=question.example or (str(field.examples[0]) if field.examples else None),
        most=next(most_letters(field), None),
        group=question.group,
        several=question.kind == "long",
    )


def most_letters(part: Any) -> Iterator[int]:
    """Yield the largest numbers of letters inside a field or an annotation, its own first. A list's is that of its entries."""
    if isinstance(part, FieldInfo):
        several = get_origin(part.annotation) is tuple
        yield from (rule.max_length for rule in part.metadata if hasattr(rule, "max_length") and not several)
        yield from most_letters(part.annotation)
    else:
        for inside in get_args(part):
            yield from most_letters(inside)
