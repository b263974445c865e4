"""The programme: what it is, its steps through time, whom to call, and the ideas it shares."""

from __future__ import annotations

from pydantic import Field

from generator.model.address import Mail, PhoneNumber, WebAddress
from generator.model.choice import Several
from generator.model.contact import LinkOrAddress
from generator.model.content import Content
from generator.model.price import Money
from generator.model.values import Day, Key, Line, Postcode, Span, Text, Yes

PROGRAMME_FILE, TIMELINE_FILE, CONTACTS_FILE = "content/programme.yml", "content/timeline.yml", "content/contacts.yml"


class CoreElement(Content):
    """One of the elements that every area works with in its own way."""

    key: Key = Field(alias="nøgle", description="Det, områder og idéer henviser til.", examples=["udvikling"])
    title: Line = Field(alias="titel", description="Kerneelementets navn.", examples=["Udvikling"])
    text: Line = Field(alias="tekst", description="Hvad det går ud på.", examples=["Bygge videre på eksisterende initiativer"])


class Points(Content):
    """A heading with its points."""

    title: Line = Field(alias="titel", description="Overskriften.", examples=["Et Kulturpunkt er …"])
    points: Several[Line] = Field(alias="punkter", description="Det, der står under den.", examples=["Et lokalområde"])


class Goal(Content):
    """What is aimed for on one of the three levels."""

    title: Line = Field(alias="titel", description="Hvis mål det er.", examples=["Lokalområder"])
    level: Line = Field(alias="niveau", description="Hvilket niveau målet ligger på.", examples=["lokalt niveau"])
    text: Line = Field(alias="tekst", description="Målet i en sætning.", examples=["Lokalt definerede mål."])
    points: Several[Line] = Field((), alias="punkter", description="Eksempler på målet.", examples=["Et fælles forum"])


class Statement(Content):
    """The accessibility statement that the programme's authority has made, and the day on which it was last renewed."""

    address: WebAddress = Field(alias="adresse", description="Hvor erklæringen står.", examples=["https://example.org/erklaering"])
    renewed: Day = Field(alias="fornyet", description="Dagen, den sidst blev set efter.", examples=["2026-11-01"])


class Programme(Content):
    """The fields of content/programme.yml."""

    name: Line = Field(alias="navn", description="Programmets navn.", examples=["Kulturpunkt"])
    funder: Line = Field(alias="giver", description="Hvem der giver pengene.", examples=["Region Nordjylland"])
    amount: Money = Field(alias="beløb", description="Hvad hvert område får.", examples=["50.000 kr."])
    area_count: int = Field(alias="områder", description="Hvor mange lokalområder der er.", examples=["11"], gt=0)
    period: Span = Field(alias="periode", description="Fra første til sidste måned.", examples=["2025-03..2026-08"])
    core_elements: Several[CoreElement] = Field(alias="kerneelementer", description="Det, programmet bygger på.")
    criteria: Points = Field(alias="kriterier", description="Hvad et Kulturpunkt er.")
    goals: Several[Goal] = Field(alias="mål", description="Programmets mål på hvert niveau.")
    tasks: Points = Field(alias="opgaver", description="Det, lokalområderne bliver bedt om.")
    statement: Statement | None = Field(
        None, alias="tilgængelighedserklæring", description="Erklæringen i WAS-Tool. Adressen /was/ på siden leder derhen."
    )
    licence: LinkOrAddress | None = Field(
        None, alias="licens", description="Det, andre må bruge sidens data til. Står på siden /data/."
    )


class Step(Content):
    """One of the programme's steps. `who` and `text` are None where nothing is said."""

    key: Key = Field(alias="nøgle", description="Det, områderne henviser til.", examples=["samarbejdsaftale"])
    title: Line = Field(alias="titel", description="Trinnets navn.", examples=["Samarbejdsaftale"])
    who: Line | None = Field(None, alias="hvem", description="Hvem der tager trinnet.", examples=["Region og lokalområder"])
    period: Span = Field(alias="periode", description="En dag, en måned eller flere.", examples=["2025-05"])
    text: Text | None = Field(
        None, alias="tekst", description="Hvad der sker.", examples=["Lokalområderne underskriver en aftale."]
    )


class Timeline(Content):
    """The fields of content/timeline.yml."""

    steps: Several[Step] = Field(alias="trin", description="Programmets trin i den rækkefølge, de kommer.", min_length=1)


class Person(Content):
    """One of the programme's people, with a number of their own."""

    name: Line = Field(alias="navn", description="Personens navn.", examples=["Navn Navnesen"])
    phone: PhoneNumber = Field(alias="telefon", description="Otte cifre.", examples=["12 34 56 78"])


class PostalAddress(Content):
    """Where letters to the programme go."""

    name: Line = Field(alias="navn", description="Hvem der bor der.", examples=["Region Nordjylland"])
    department: Line = Field(alias="afdeling", description="Afdelingens navn.", examples=["Regional Udvikling"])
    street: Line = Field(alias="gade", description="Vej og nummer.", examples=["Eksempelvej 1"])
    postcode: Postcode = Field(alias="postnummer", description="Fire cifre.", examples=["9220"])
    town: Line = Field(alias="by", description="Byen, postnummeret hører til.", examples=["Aalborg Øst"])


class Contacts(Content):
    """The fields of content/contacts.yml."""

    people: Several[Person] = Field(alias="personer", description="Dem, man kan ringe til.")
    mail: Mail = Field(description="Programmets adresse.", examples=["kontakt@example.org"])
    address: PostalAddress = Field(alias="adresse", description="Programmets postadresse.")


class IdeaFacts(Content):
    """The front matter of content/ideas/<name>.md."""

    title: Line = Field(alias="titel", description="Idéen i få ord.", examples=["Giv de unge nøglen"], max_length=80)
    core_element: Key = Field(alias="kerneelement", description="Det kerneelement, den hører til.", examples=["samler"])
    area: Key | None = Field(None, alias="område", description="Det lokalområde, den kommer fra.", examples=["nordmors"])
    ask: Line | None = Field(None, alias="spørg", description="Hvem man kan spørge.", examples=["kontakt@example.org"])
    example: Yes = Field(False, alias="eksempel", description="ja, hvis idéen er opdigtet.", examples=["ja"])


class Idea(IdeaFacts):
    """An idea with its text (Markdown) and the file it stands in."""

    text: str
    source: str
