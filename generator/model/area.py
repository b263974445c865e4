"""A local area: one of the programme's Kulturpunkter and all that it says of itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, field_validator

from generator.model.choice import Choice, Listed, Several, one_of
from generator.model.contact import ContactOrLine, LinkOrAddress
from generator.model.content import Content, alone, each_apart, line_with_colon
from generator.model.dot import DotColours, DotForm
from generator.model.event import Event
from generator.model.folders import area_file, folder_of
from generator.model.former import FormerAddresses, area_of
from generator.model.partners import Members, Partners
from generator.model.place import Place, named_place, places_by_key
from generator.model.results import Cooperation, Examples, Goals, ItemsOfSpending, ThingsThatLiveOn, names_apart
from generator.model.sources import CalendarSource
from generator.model.story import Story
from generator.model.synonyms import AREA, OF_AREA_ELSEWHERE, Synonyms, synonyms
from generator.model.values import CoreElementKey, Day, Key, Line, Picture, Position, Said, Sentence, Slug, Span
from generator.model.written import Written
from generator.problems.problem import RefusedError, quoted
from generator.problems.rules import fields

PLACEHOLDER = "(skriv her)"
"""What stands in a new area's file where only its people know what to write."""


class Status(Choice):
    """Whether an area is public, a draft, or an example that is shown only where examples are."""

    PUBLIC = "offentlig"
    DRAFT = "kladde"
    EXAMPLE = "eksempel"

    @classmethod
    def other_words(cls) -> Mapping[str, str]:
        """Return the status of each other word for one."""
        drafts = "udkast,ikke offentlig,draft,skjult,privat,under opbygning,ikke klar,ikke udgivet,ikke færdig,på vej"
        return synonyms({"kladde": drafts, "offentlig": "public,offentliggjort,udgivet,publiceret"})


class Municipality(Choice):
    """The region's eleven municipalities. Never derived from a postcode: those cross borders."""

    AALBORG = "Aalborg"
    BROENDERSLEV = "Brønderslev"
    FREDERIKSHAVN = "Frederikshavn"
    HJOERRING = "Hjørring"
    JAMMERBUGT = "Jammerbugt"
    LAESOE = "Læsø"
    MARIAGERFJORD = "Mariagerfjord"
    MORSOE = "Morsø"
    REBILD = "Rebild"
    THISTED = "Thisted"
    VESTHIMMERLAND = "Vesthimmerland"

    @classmethod
    def other_words(cls) -> Mapping[str, str]:
        """Return the municipality of each longer name."""
        return synonyms({each.value: f"{each.value} Kommune,{each.value}s Kommune,{each.in_full}" for each in cls})

    @property
    def in_full(self) -> str:
        """Return `Morsø Kommune`; one of them calls itself Vesthimmerlands."""
        return f"{self.value}{'s' if self is Municipality.VESTHIMMERLAND else ''} Kommune"


class StepTaken(Content):
    """One of the programme's steps that the area has taken."""

    in_pairs: ClassVar[bool] = True

    step: Key = Field(alias="trin", description="Trinnets nøgle i tidsplanen.", examples=["samarbejdsaftale"])
    when: Span | None = Field(None, alias="dato", description="Dag eller måned.", examples=["2025-05"])


_STEP_AND_DAY = re.compile(r"(?P<step>[^(,:]{1,80}?)\s*(?:\((?P<in>[^()]{1,60})\)|: (?P<after>.{1,60}))")


def _short_step(written: Any) -> Any:
    """Return the mapping that `dialog (april 2025)` or `dialog: april 2025` is short for."""
    line = line_with_colon(written) if isinstance(written, dict) and not written.keys() & set(StepTaken.field_keys()) else written
    match = _STEP_AND_DAY.fullmatch(line.strip()) if isinstance(line, str) else None
    return {"trin": match["step"], "dato": match["in"] or match["after"]} if match else written


StepTakenOrKey = Annotated[StepTaken, alone("trin"), BeforeValidator(_short_step), Written()]
"""A step in fields, or its key alone."""


class Participation(Content):
    """One of the programme's rounds that the area is or was in. Without `when` it is in all of it."""

    round: Key = Field(alias="runde", description="Rundens navn.", examples=["2027-2028"])
    when: Span | None = Field(None, alias="periode", description="Fra hvornår til hvornår I er med.", examples=["2027-06..2028-08"])


ParticipationOrName = Annotated[Participation, alone("runde"), Written()]
"""A round with the area's own period in it, or its name alone."""


_NO_VILLAGE = re.compile(
    r"(?:.*\s)?(?:m\.? ?fl|m\.? ?v|osv|etc)\.?|(?:og )?flere|.*omegn|(?:det )?opland(?:et)?|(?:de )?omkringliggende.*|andre\b.*",
    re.IGNORECASE,
)


def _village(name: str) -> str:
    if _NO_VILLAGE.fullmatch(name):
        raise RefusedError(fields.OTHER, f"{quoted(name)} er ikke navnet på en by. Skriv kun navne, ét for hver by.")
    return name


def _between_dashes(written: Any) -> Any:
    return re.sub(r"\s+[-–—]\s+", ", ", written) if isinstance(written, str) else written


Villages = Annotated[Listed[Annotated[Line, AfterValidator(_village)]], BeforeValidator(_between_dashes)]


class AreaFacts(Content):
    """The fields of areas/<slug>/area.yml."""

    synonyms: ClassVar[Synonyms] = AREA
    elsewhere: ClassVar[Mapping[str, str]] = OF_AREA_ELSEWHERE

    name: Line = Field(alias="navn", description="Lokalområdets navn.", examples=["Nordmors"], max_length=60)
    status: Annotated[Status, one_of(Status)] = Field(
        description="offentlig vises, kladde vises ikke, eksempel er opdigtet.", examples=["offentlig"]
    )
    municipality: Annotated[Municipality, one_of(Municipality)] = Field(
        alias="kommune", description="Kommunens navn.", examples=["Morsø"]
    )
    summary: Sentence = Field(
        alias="resumé", description="Området i én linje.", examples=["Fra Sundby til Feggeklit."], max_length=160
    )
    villages: Villages = Field((), alias="landsbyer", description="Byer i området.", examples=["Sundby"])
    position: Position | None = Field(
        None, alias="koordinater", description="Bredde og længde: prikken på kortet.", examples=["56.92, 8.92"]
    )
    challenge: Said | None = Field(
        None, alias="udfordring", description="Det, I vil gøre noget ved.", examples=["Vi mødes for sjældent."]
    )
    vision: Said | None = Field(None, description="Det, I drømmer om.", examples=["En havn, alle bruger."])
    idea: Said | None = Field(None, alias="idé", description="Hvordan det skal ske i praksis.", examples=["En fælles kulturdag."])
    core_elements: Listed[CoreElementKey] = Field(
        (), alias="kerneelementer", description="Nøgler på programmets kerneelementer.", examples=["udvikling"]
    )
    goals: Goals = Field((), alias="mål", description="Jeres egne mål, senere med hvor langt I er nået.")
    partners: Partners = Field((), alias="partnere", description="Dem, I gør det sammen med.")
    steering_group: Members = Field((), alias="styregruppe", description="Hvem der styrer.")
    contact: ContactOrLine | None = Field(None, alias="kontakt", description="Hvem man skriver eller ringer til.")
    links: Several[LinkOrAddress] = Field((), description="Sider, I vil vise hen til.")
    picture: Picture | None = Field(None, alias="billede", description="Et billede med beskrivelse og fotograf.")
    gallery: Several[Picture] = Field((), alias="billeder", description="Flere billeder, hvert som billede.")
    places: Annotated[Mapping[Key, Annotated[Place, BeforeValidator(named_place), Written()]], BeforeValidator(places_by_key)] = (
        Field({}, alias="steder", description="Steder, I bruger igen, hver med sin nøgle.", max_length=200)
    )
    sources: Mapping[Key, CalendarSource] = Field(
        {}, alias="kilder", description="Kalendere, I har et andet sted, hver med sin nøgle.", max_length=20
    )
    steps: Annotated[Listed[StepTakenOrKey], each_apart(StepTaken)] = Field(
        (), alias="trin", description="Programmets trin, som I har taget."
    )
    results: Several[Annotated[Sentence, BeforeValidator(line_with_colon)]] = Field(
        (), alias="resultater", description="Hvad der er kommet ud af det.", examples=["Koret er vokset til 41 sangere."]
    )
    confirmed: Day | None = Field(
        None,
        alias="bekræftet",
        description="Den dag, I sidst så siden igennem, og alt var rigtigt. Det står på siden.",
        examples=["2026-11-01"],
    )
    shares_with: Listed[Slug] = Field(
        (),
        alias="deler med",
        description="Områder, hvis arrangementer må stå på jeres side, når de skriver også i og jeres navn.",
        examples=["sydmors"],
        max_length=20,
    )
    cooperations: Several[Cooperation] = Field(
        (), alias="samarbejder", description="Nye samarbejder, og mellem hvilke af jeres partnere."
    )
    in_practice: Examples = Field(
        (), alias="praksis", title="I praksis", description="Ét eksempel på hvert kerneelement, I arbejder med."
    )
    lives_on: ThingsThatLiveOn = Field((), alias="lever videre", description="Det, der lever videre, og hvem der bærer det.")
    spending: ItemsOfSpending = Field((), alias="pengene", description="Hvad pengene gik til, i nogle få poster.")
    dot: Annotated[DotForm, one_of(DotForm)] | None = Field(
        None, alias="punkt", description="Hvad jeres cirkel forestiller.", examples=["bølger"]
    )
    colours: Annotated[DotColours, one_of(DotColours)] | None = Field(
        None, alias="farver", description="Cirklens farver.", examples=["fjord-gul"]
    )
    rounds: Listed[ParticipationOrName] = Field(
        (), alias="runder", description="De runder, I er eller var med i. Uden er det den første."
    )
    ended: Span | None = Field(None, alias="afsluttet", description="Hvornår jeres forløb sluttede.", examples=["2026-08"])
    former: FormerAddresses = ()

    @field_validator("cooperations", mode="after")
    @classmethod
    def _partners_apart(cls, cooperations: tuple[Cooperation, ...], info: ValidationInfo) -> tuple[Cooperation, ...]:
        """Part the names in one line, `Koret og Skolen`, where all of them are partners."""
        names = [partner.name for partner in info.data.get("partners", ())] + [info.data.get("name", "")]
        return tuple(each.model_copy(update={"partners": names_apart(each.partners, names)}) for each in cooperations)


class Area(AreaFacts):
    """An area with its slug (the folder's name), story (Markdown), events, sorted by start, and stories, newest first."""

    slug: str
    story: str
    events: tuple[Event, ...]
    stories: tuple[Story, ...] = ()

    @property
    def source(self) -> str:
        """Return the path of the file with its facts."""
        return area_file(self.slug)

    @property
    def story_source(self) -> str:
        """Return the path of the file with its story, also where it has none yet."""
        return f"{folder_of(self.slug)}/index.md"

    @property
    def permanent_slug(self) -> str:
        """Return the slug that calendars know the area by: the one that it had first, also after it has moved."""
        return next(filter(None, map(area_of, self.former)), self.slug)
