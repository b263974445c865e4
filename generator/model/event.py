"""An event: something that happens at a time, for people to come to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from generator.danish.dates import parse_moment
from generator.danish.patterns import PART_PATTERN
from generator.danish.spans import parse_end
from generator.model.address import WebAddress, without_ways
from generator.model.after import After, AfterOrLine, Entries
from generator.model.age import BESIDE_AUDIENCE, AgeLine, ages_apart, without_ages
from generator.model.apart import SOME_START, End, Start, dates_apart, end_after, end_apart
from generator.model.as_spoken import deadline_apart, joined
from generator.model.booking import Booking, short_booking
from generator.model.change import Change, changes_apart
from generator.model.choice import Choice, Listed, Several, one_of
from generator.model.contact import Contact, ContactOrLine, LinkOrAddress
from generator.model.content import Content, each_apart
from generator.model.day import DayProgramme, short_programme, with_days
from generator.model.elsewhere import OF_EVENT_ELSEWHERE
from generator.model.folders import PROGRAMME, area_file, event_file
from generator.model.former import FormerAddresses, names_in
from generator.model.helper import HelperOrLine
from generator.model.listed_days import LastDay, listed_days
from generator.model.place import Access, PlaceOrKey
from generator.model.price import Money
from generator.model.repeated import often_apart, repetition_apart
from generator.model.sources import Origin
from generator.model.state import State, StateWord, split_state, state_apart
from generator.model.synonyms import AUDIENCE, CATEGORY, EVENT, Synonyms
from generator.model.values import Count, Day, Document, Line, Picture, Repeats, Sentence, Slug, When, Yes
from generator.model.written import Written, short, short_text_of
from generator.problems.problem import RefusedError, or_none
from generator.problems.rules import dates as rules

DaysInOneLine = Annotated[Several[Day], BeforeValidator(listed_days), Written(PART_PATTERN)]
MomentsInOneLine = Annotated[Several[When], BeforeValidator(listed_days), Written(PART_PATTERN)]
"""Days in a list, or several of them in one line."""


_Name = Annotated[Sentence, without_ways("kontakt")]


class Category(Choice):
    """What kind of event it is."""

    MUSIC = "musik"
    STAGE = "scene"
    ART = "kunst"
    NATURE = "natur"
    WORKSHOP = "værksted"
    FOOD = "mad"
    COMMUNITY = "fællesskab"
    STORIES = "fortælling"
    MARKET = "marked"
    SPORT = "sport"
    MEETING = "møde"

    @classmethod
    def other_words(cls) -> Mapping[str, str]:
        """Return the category of each other word for one."""
        return CATEGORY


class Audience(Choice):
    """Whom an event is for."""

    EVERYONE = "alle"
    CHILDREN = "børn"
    FAMILIES = "familier"
    YOUNG = "unge"
    ADULTS = "voksne"
    SENIORS = "seniorer"
    NEWCOMERS = "tilflyttere"

    @classmethod
    def other_words(cls) -> Mapping[str, str]:
        """Return the audience of each other word for one."""
        return AUDIENCE


class EventFacts(Content):
    """The front matter of an event's file: all that its author says but the text."""

    synonyms: ClassVar[Synonyms] = EVENT
    elsewhere: ClassVar[Mapping[str, str]] = OF_EVENT_ELSEWHERE
    unknown: ClassVar[str] = "Ret ordet, eller skriv det i teksten under felterne, og slet linjen."

    title: Line = Field(alias="titel", description="Hvad arrangementet hedder.", examples=["Fællessang på havnen"], max_length=80)
    summary: Sentence | None = Field(
        None,
        alias="resumé",
        description="Én linje, der giver lyst til at komme.",
        examples=["Syng med på gamle og nye sange."],
        max_length=200,
    )
    english: Sentence | None = Field(
        None,
        title="På engelsk",
        description="Én linje på engelsk til dem, der ikke læser dansk.",
        examples=["Sing along to old and new Danish songs."],
        max_length=200,
    )
    start: Start = Field(description="Dag og klokkeslæt. Uden klokkeslæt varer det hele dagen.", examples=["2026-05-01 kl. 10.00"])
    end: End | None = Field(
        None, alias="slut", description="Klokkeslæt samme dag, en anden dag eller begge dele.", examples=["17.00"]
    )
    repetition: Repeats | None = Field(None, alias="gentag", description="Hvor tit det kommer igen.", examples=["hver 14. dag"])
    until: LastDay | None = Field(None, alias="gentag til", description="Den sidste dag, det kan være.", examples=["2026-12-15"])
    except_days: DaysInOneLine = Field((), alias="undtagen", description="Datoer, det springes over.", examples=["2026-10-13"])
    more_dates: MomentsInOneLine = Field((), alias="flere datoer", description="Datoer ud over start.", examples=["2026-05-08"])
    state: StateWord = Field(
        State.PLANNED, alias="status", description="Hvordan det står til. Slet ikke det aflyste.", examples=["aflyst"]
    )
    state_text: Sentence | None = Field(
        None, alias="statustekst", description="Hvorfor, og hvad så nu.", examples=["Koncerten er aflyst på grund af storm."]
    )
    before: When | None = Field(
        None,
        alias="før",
        description="Den gamle dag og det gamle klokkeslæt, når det er flyttet.",
        examples=["2026-05-01 kl. 19.00"],
    )
    before_place: Line | None = Field(
        None, alias="før sted", description="Det gamle sted, når det er flyttet.", examples=["Forsamlingshuset"]
    )
    changes: Several[Change] = Field((), alias="ændringer", description="Det, der er anderledes på en enkelt dato.")
    place: PlaceOrKey | None = Field(
        None, alias="sted", description="Nøglen på et sted fra area.yml eller et sted skrevet ud.", examples=["havnen"]
    )
    online: WebAddress | None = Field(
        None, description="Linket, hvis man kan være med hjemmefra.", examples=["https://example.org/live"]
    )
    access: Access | None = Field(None, alias="adgang", description="Det, der er anderledes end det, stedet siger.")
    price: Money | None = Field(
        None, alias="pris", description="gratis, et beløb, fra-til eller en kort tekst.", examples=["50-75 kr."]
    )
    booking: Annotated[Booking, BeforeValidator(short_booking), Written()] | None = Field(
        None, alias="tilmelding", description="ingen, et link, en mailadresse eller et telefonnummer.", examples=["ingen"]
    )
    organisers: Several[_Name] = Field((), alias="arrangør", description="Hvem der står for det.", examples=["Havnens Venner"])
    partners: Several[_Name] = Field((), alias="partnere", description="Hvem der er med.", examples=["Skolen"])
    also_in: Listed[Slug] = Field(
        (),
        alias="også i",
        description="Andre områder, der holder det sammen med jer. Deres side viser det, når de har sagt ja.",
        examples=["sydmors"],
        max_length=11,
    )
    helpers: Several[HelperOrLine] = Field((), alias="hjælpere", description="Hvad I søger hjælp til.", max_length=12)
    contact: ContactOrLine | None = Field(None, alias="kontakt", description="Hvem man spørger om netop dette.")
    audience: Listed[Annotated[Audience, one_of(Audience), BeforeValidator(without_ages), Written(BESIDE_AUDIENCE)]] = Field(
        (), alias="målgruppe", description="Hvem det er for.", examples=["familier"]
    )
    age: AgeLine | None = Field(None, alias="alder", description="Aldersgrænse eller vejledning.", examples=["fra 12 år"])
    category: Annotated[Category, one_of(Category)] | None = Field(
        None, alias="kategori", description="Hvad slags arrangement det er.", examples=["musik"]
    )
    languages: Several[Line] = Field(
        (), alias="sprog", description="Kun når det ikke bare er på dansk.", examples=["dansk og ukrainsk"]
    )
    capacity: Count | None = Field(None, alias="pladser", description="Hvor mange der er plads til.", examples=["80"])
    picture: Picture | None = Field(None, alias="billede", description="Et billede med beskrivelse og fotograf.")
    links: Several[LinkOrAddress] = Field((), description="Sider, man kan læse mere på.")
    documents: Several[Document] = Field((), alias="dokumenter", description="Pdf-filer, man kan hente.")
    programme: Annotated[DayProgramme, BeforeValidator(short_programme), Written()] | None = Field(
        None, alias="program", description="En stor dags punkter, aktiviteter og boder."
    )
    origin: Origin | None = Field(
        None, alias="kilde", description="Den kalender, arrangementet er hentet fra. Skrives af sig selv."
    )
    after: Annotated[Entries[AfterOrLine], each_apart(After)] = Field(
        (), alias="efter", description="Hvordan det gik. Har det flere datoer, så skriv én for hver dato."
    )
    former: FormerAddresses = Field((), examples=["/det-sker/gammelby/fest/"])
    example: Yes = Field(False, alias="eksempel", description="ja, hvis arrangementet er opdigtet.", examples=["ja"])

    @classmethod
    def _as_meant(cls, filled: dict[str, Any]) -> dict[str, Any]:
        fields = dates_apart(often_apart(joined(split_state(state_apart(ages_apart(filled)), "statustekst"))))
        return _with_days(deadline_apart(changes_apart(repetition_apart(end_apart(fields, "start", "slut")))))

    @field_validator("end", mode="before")
    @classmethod
    def _end(cls, written: Any, info: ValidationInfo) -> Any:
        """Read an hour alone as one of the day of `start`, and refuse an end that does not follow it."""
        start = info.data.get("start")
        return end_after(start, short_text_of(written)) if start else parse_end(short_text_of(written), SOME_START)

    @field_validator("until", mode="after")
    @classmethod
    def _until(cls, until: Any, info: ValidationInfo) -> Any:
        """Refuse a last day of no repetition."""
        if until and "repetition" in info.data and info.data["repetition"] is None:
            message = "Her står, hvor længe det gentages, men ikke hvor tit. Skriv også for eksempel gentag: hver uge."
            raise RefusedError(rules.NO_REPETITION, message)
        return until


def _with_days(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of an event with the whole days of its programme's points, where it lasts for several."""
    if "program" not in fields or "slut" not in fields:
        return fields
    first = or_none(parse_moment, short(fields.get("start")))
    last = or_none(lambda said: parse_end(said, first or SOME_START), short(fields["slut"]))
    if not first or not last or last.day == first.day:
        return fields
    return {**fields, "program": with_days(fields["program"], first, last)}


class Event(EventFacts):
    """An event with its owner and its file.

    `owner` is the area's slug, or `programmet`; `name` is the file's name without its ending, and with the owner the event's
    address; `front` holds the fields as written, `source` the file's path.
    """

    name: str
    owner: str
    front: str
    text: str
    source: str

    @property
    def permanent_name(self) -> tuple[str, str]:
        """Return the owner and the name that calendars know the event by: those that it had first, also after it has moved."""
        return next(names_in("det-sker", self.former), (self.owner, self.name))

    @property
    def earlier_sources(self) -> tuple[str, ...]:
        """Return the paths that its file had before it moved."""
        before = names_in("det-sker", self.former) if self.former else ()
        return tuple(event_file(owner, name) for owner, name in before)

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Return everybody whom its file names to be asked, whether they have agreed to be shown or not."""
        return tuple(filter(None, (self.contact, *(helper.contact for helper in self.helpers))))

    @property
    def sources(self) -> tuple[str, ...]:
        """Return the paths of the files that say what the event is: its own, then that of its area, where the places stand.

        The file of an area that it was in before is among them.
        """
        if not self.former:
            return (self.source,) if self.owner == PROGRAMME else (self.source, area_file(self.owner))
        owners = dict.fromkeys((self.owner, *(owner for owner, _ in names_in("det-sker", self.former))))
        return (self.source, *(area_file(owner) for owner in owners if owner != PROGRAMME))
