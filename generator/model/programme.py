"""The programme: what it is, its steps through time, whom to call, and the ideas it shares."""

from __future__ import annotations

from pydantic import Field

from generator.model.values import Content, Key, Line, Mail, Money, PhoneNumber, Postcode, Several, Span, Text, Yes


class CoreElement(Content):
    key: Key = Field(alias="nøgle")
    title: Line = Field(alias="titel")
    text: Line = Field(alias="tekst")


class Points(Content):
    """A heading with its points."""

    title: Line = Field(alias="titel")
    points: Several[Line] = Field(alias="punkter")


class Goal(Content):
    """What is aimed for on one of the three levels."""

    title: Line = Field(alias="titel")
    level: Line = Field(alias="niveau")
    text: Line = Field(alias="tekst")
    points: Several[Line] = Field((), alias="punkter")


class Programme(Content):
    """content/programme.yml"""

    name: Line = Field(alias="navn")
    funder: Line = Field(alias="giver")
    amount: Money = Field(alias="beløb")
    area_count: int = Field(alias="områder", gt=0)
    period: Span = Field(alias="periode")
    core_elements: Several[CoreElement] = Field(alias="kerneelementer")
    criteria: Points = Field(alias="kriterier")
    goals: Several[Goal] = Field(alias="mål")
    tasks: Points = Field(alias="opgaver")


class Step(Content):
    """One of the programme's steps. `who` and `text` are None where nothing is said."""

    key: Key = Field(alias="nøgle")
    title: Line = Field(alias="titel")
    who: Line | None = Field(None, alias="hvem")
    period: Span = Field(alias="periode")
    text: Text | None = Field(None, alias="tekst")


class Timeline(Content):
    """content/timeline.yml"""

    steps: Several[Step] = Field(alias="trin", min_length=1)


class Person(Content):
    name: Line = Field(alias="navn")
    phone: PhoneNumber = Field(alias="telefon")


class PostalAddress(Content):
    name: Line = Field(alias="navn")
    department: Line = Field(alias="afdeling")
    street: Line = Field(alias="gade")
    postcode: Postcode = Field(alias="postnummer")
    town: Line = Field(alias="by")


class Contacts(Content):
    """content/contacts.yml"""

    people: Several[Person] = Field(alias="personer")
    mail: Mail
    address: PostalAddress = Field(alias="adresse")


class IdeaFacts(Content):
    """The front matter of content/ideas/<name>.md"""

    title: Line = Field(alias="titel", max_length=80)
    core_element: Key = Field(alias="kerneelement")
    area: Key | None = Field(None, alias="område")
    ask: Line | None = Field(None, alias="spørg")
    example: Yes = Field(False, alias="eksempel")


class Idea(IdeaFacts):
    """An idea with its text (Markdown) and the file it stands in."""

    text: str
    source: str
