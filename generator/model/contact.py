"""Whom to ask, and where to read more."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field

from generator.model import synonyms
from generator.model.address import Mail, PhoneNumber, WebAddress, found_in, is_web_address, parse_web_address
from generator.model.content import Content
from generator.model.synonyms import Synonyms
from generator.model.values import Line, Yes
from generator.model.written import Written, text_up_to
from generator.problems.problem import RefusedError, quoted
from generator.problems.rules import values


class Contact(Content):
    """Whom to ask. Name and phone are shown only where `shown` says so."""

    synonyms: ClassVar[Synonyms] = synonyms.CONTACT

    role: Line | None = Field(None, alias="rolle", description="Hvad personen gør.", examples=["Kontaktperson"])
    name: Line | None = Field(None, alias="navn", description="Vises kun med vis: ja.", examples=["Navn Navnesen"])
    mail: Mail | None = Field(None, description="Helst en fælles adresse.", examples=["kontakt@example.org"])
    phone: PhoneNumber | None = Field(None, alias="telefon", description="Vises kun med vis: ja.", examples=["12 34 56 78"])
    shown: Yes = Field(False, alias="vis", description="ja, når personen har sagt ja til at stå på siden.", examples=["ja"])

    @property
    def named(self) -> bool:
        """Return whether a person is shown, who has agreed to it."""
        return self.shown and bool(self.name or self.phone)

    @property
    def reachable(self) -> bool:
        """Return whether a reader finds someone to ask."""
        return self.named or self.mail is not None


_ROLES = (
    r"(?:kontakt|kontor|næst|vice|bestyrelses|forenings|projekt|frivillig|kultur|fritids|sogne|skole|kor|høv)?"
    r"(?:formand|forkvinde|forperson|kasserer|sekretær|kontaktperson|person|koordinator|leder|konsulent|tovholder|arrangør|vært|ansvarlig"
    r"|bestyrelse|bibliotek|foreningen?|kontor|præst|sekretariat|medarbejder|gruppe|udvalg|skole)(?:en|et|n|r|rne|ne)?"
)
_ROLE = re.compile(rf"(?:vores\s+|vor\s+)?{_ROLES}(?![a-zæøå])", re.IGNORECASE)
LONGEST_LINE = 500
_OF_WHAT = re.compile(r"(?:i|for|på|ved|af|fra|hos)\s")


def short_contact(written: Any) -> Any:
    """Return the mapping that a line such as `formanden, tlf. 12 34 56 78, kontakt@example.org` is short for.

    What is not plainly a role is a name, which is shown only where the person has agreed.
    """
    if not isinstance(written, str):
        return written
    ways, rest = found_in(text_up_to(LONGEST_LINE, " ".join(written.split())))
    if found_in(rest)[0].keys() & ways.keys():
        message = f"{quoted(written)} er mere end én kontakt. Skriv kun den ene, og skriv den anden i teksten."
        raise RefusedError(values.SEVERAL_CONTACTS, message)
    role = _ROLE.match(rest)
    name = rest[role.end() :].strip(" ,:;-–()") if role else rest
    if role and _OF_WHAT.match(name) and name == name.lower():
        return {**ways, "rolle": rest}
    return {**ways, "rolle": role.group() if role else "", "navn": name}


ContactOrLine = Annotated[Contact, BeforeValidator(short_contact), Written()]
"""Whom to ask, in fields or in one line."""


class Link(Content):
    """A page to read more on."""

    synonyms: ClassVar[Synonyms] = synonyms.LINK

    title: Line = Field(alias="titel", description="Hvad man finder.", examples=["Vores egen side"])
    address: WebAddress = Field(alias="adresse", description="Webadressen.", examples=["https://example.org"])


def short_link(written: Any) -> Any:
    """Return the mapping that an address alone is short for: its host is the title."""
    if not isinstance(written, str) or not is_web_address(" ".join(written.split())):
        return written
    address = parse_web_address(written)
    return {"titel": (urlsplit(address).hostname or address).removeprefix("www."), "adresse": address}


LinkOrAddress = Annotated[Link, BeforeValidator(short_link), Written()]
"""A link with its title, or its address alone."""
