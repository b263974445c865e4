"""Whom to ask, and where to read more."""

from __future__ import annotations

from pydantic import Field

from generator.model.content import Content
from generator.model.values import Line, Mail, PhoneNumber, WebAddress, Yes


class Contact(Content):
    """Whom to ask. Name and phone are shown only where `shown` says so."""

    role: Line | None = Field(None, alias="rolle", title="Rolle", description="Hvad personen gør.", examples=["Kontaktperson"])
    name: Line | None = Field(None, alias="navn", title="Navn", description="Vises kun med vis: ja.", examples=["Navn Navnesen"])
    mail: Mail | None = Field(None, title="Mail", description="Helst en fælles adresse.", examples=["kontakt@example.org"])
    phone: PhoneNumber | None = Field(
        None, alias="telefon", title="Telefon", description="Vises kun med vis: ja.", examples=["12 34 56 78"]
    )
    shown: Yes = Field(
        False, alias="vis", title="Vis", description="ja, når personen har sagt ja til at stå på siden.", examples=["ja"]
    )

    @property
    def named(self) -> bool:
        """Whether a person is shown, who has agreed to it."""
        return self.shown and bool(self.name or self.phone)

    @property
    def reachable(self) -> bool:
        """Whether a reader is told of someone to ask."""
        return self.named or self.mail is not None


class Link(Content):
    title: Line = Field(alias="titel", title="Titel", description="Hvad man finder.", examples=["Vores egen side"])
    address: WebAddress = Field(alias="adresse", title="Adresse", description="Webadressen.", examples=["https://example.org"])
