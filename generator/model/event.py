"""An event: something that happens at a time, for people to come to."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, Tag, ValidationInfo, field_validator

from generator.dates import ZONE, Moment, parse_end
from generator.model.values import (
    Choice,
    Content,
    Day,
    Key,
    Line,
    Mail,
    Money,
    PhoneNumber,
    Picture,
    Position,
    Postcode,
    Several,
    WebAddress,
    When,
    Yes,
    one_of,
)


class Category(Choice):
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


class Audience(Choice):
    EVERYONE = "alle"
    CHILDREN = "børn"
    FAMILIES = "familier"
    YOUNG = "unge"
    ADULTS = "voksne"
    SENIORS = "seniorer"
    NEWCOMERS = "tilflyttere"


class Place(Content):
    """Where it is: written once in the area's `steder`, or on the event."""

    name: Line = Field(alias="navn", title="Navn", description="Stedets navn.", examples=["Ejerslev Havn"])
    address: Line | None = Field(None, alias="adresse", title="Adresse", description="Vej og nummer.", examples=["Havnevej 1"])
    postcode: Postcode | None = Field(None, alias="postnummer", title="Postnummer", description="Fire cifre.", examples=["7900"])
    town: Line | None = Field(None, alias="by", title="By", description="Byen, postnummeret hører til.", examples=["Nykøbing Mors"])
    position: Position | None = Field(
        None, alias="koordinater", title="Koordinater", description="Bredde og længde.", examples=["56.92, 8.92"]
    )
    way: Line | None = Field(
        None,
        alias="vej",
        title="Sådan kommer du dertil",
        description="Bus, parkering, indgang.",
        examples=["Parkering ved havnen."],
    )


PlaceOrKey = Annotated[
    Annotated[Key, Tag("<key>")] | Annotated[Place, Tag("<place>")],
    Discriminator(lambda written: "<place>" if isinstance(written, dict | Place) else "<key>"),
]
"""A place written out, or the key of one of the area's. Tags in angle brackets are left out of a problem's location."""


class Booking(Content):
    """How one signs up. `needed` is False for `ingen`."""

    needed: bool = True
    link: WebAddress | None = Field(
        None, title="Link", description="Siden, hvor man tilmelder sig.", examples=["https://example.org/tilmelding"]
    )
    mail: Mail | None = Field(None, title="Mail", description="Adressen, man skriver til.", examples=["kontakt@example.org"])
    phone: PhoneNumber | None = Field(
        None, alias="telefon", title="Telefon", description="Nummeret, man ringer til.", examples=["12 34 56 78"]
    )
    deadline: Day | None = Field(
        None, alias="frist", title="Frist", description="Den sidste dag for tilmelding.", examples=["2026-04-24"]
    )
    text: Line | None = Field(
        None, alias="tekst", title="Tekst", description="Det, man skal vide.", examples=["Skriv, hvor mange I kommer."]
    )


def _booking(written: Any) -> Any:
    """`ingen`, a link, a mail address or a phone number alone are short for the mapping."""
    if not isinstance(written, str):
        return written
    word = written.strip()
    if word.lower() in ("ingen", "ingen tilmelding", "nej", "no"):
        return {"needed": False}
    kind = "link" if word.startswith(("http://", "https://")) else "mail" if "@" in word else "telefon"
    if kind == "telefon" and sum(letter.isdigit() for letter in word) < 6:
        raise ValueError(f"«{word}» er ikke en tilmelding. Skriv ingen, et link, en mailadresse eller et telefonnummer.")
    return {kind: word}


class EventFacts(Content):
    """The front matter of an event's file."""

    title: Line = Field(
        alias="titel", title="Titel", description="Hvad arrangementet hedder.", examples=["Fællessang på havnen"], max_length=80
    )
    summary: Line | None = Field(
        None,
        alias="resumé",
        title="Resumé",
        description="Én linje, der giver lyst til at komme.",
        examples=["Syng med på gamle og nye sange."],
        max_length=200,
    )
    start: When = Field(
        title="Start", description="Dag og klokkeslæt. Uden klokkeslæt varer det hele dagen.", examples=["2026-05-01 kl. 10.00"]
    )
    end: When | None = Field(
        None, alias="slut", title="Slut", description="Klokkeslæt samme dag, en anden dag eller begge dele.", examples=["17.00"]
    )
    place: PlaceOrKey | None = Field(
        None,
        alias="sted",
        title="Sted",
        description="Nøglen på et sted fra area.yml eller et sted skrevet ud.",
        examples=["havnen"],
    )
    price: Money | None = Field(
        None, alias="pris", title="Pris", description="gratis, et beløb, fra-til eller en kort tekst.", examples=["50-75 kr."]
    )
    booking: Annotated[Booking, BeforeValidator(_booking)] | None = Field(
        None,
        alias="tilmelding",
        title="Tilmelding",
        description="ingen, et link, en mailadresse eller et telefonnummer.",
        examples=["ingen"],
    )
    organisers: Several[Line] = Field(
        (), alias="arrangør", title="Arrangør", description="Hvem der står for det.", examples=["Havnens Venner"]
    )
    audience: Several[Annotated[Audience, one_of(Audience)]] = Field(
        (), alias="målgruppe", title="Målgruppe", description="Hvem det er for.", examples=["familier"]
    )
    category: Annotated[Category, one_of(Category)] | None = Field(
        None, alias="kategori", title="Kategori", description="Hvad slags arrangement det er.", examples=["musik"]
    )
    picture: Picture | None = Field(None, alias="billede", title="Billede", description="Et billede med beskrivelse og fotograf.")
    example: Yes = Field(
        False, alias="eksempel", title="Eksempel", description="ja, hvis arrangementet er opdigtet.", examples=["ja"]
    )

    @field_validator("end", mode="before")
    @classmethod
    def _end(cls, written: Any, info: ValidationInfo) -> Any:
        """An hour alone takes its day from `start`."""
        start = info.data.get("start")
        if not isinstance(written, str):
            return written
        if not isinstance(start, Moment):
            return None
        end = parse_end(written, start)
        if end.clock and not start.clock:
            raise ValueError("Slut har et klokkeslæt, men start har ikke. Skriv klokkeslæt på begge.")
        if end.at < start.at or (end.at == start.at and end.clock):
            raise ValueError(f"«{written}» ligger før arrangementets start.")
        return end


class Event(EventFacts):
    """An event with whose it is and where it stands. `owner` is the area's slug, or `programmet`."""

    name: str
    owner: str
    text: str
    source: str

    @property
    def ends(self) -> datetime:
        """The instant after which it is past: the end, else the end of the last day."""
        last = self.end or self.start
        if last.clock and self.end:
            return last.at
        return datetime.combine(last.day + timedelta(days=1), time(), ZONE)
