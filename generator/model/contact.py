"""Whom to ask, and where to read more."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field

from generator.model import synonyms
from generator.model.address import (
    FOUND_MAIL,
    FOUND_WEB,
    NO_WEB,
    Mail,
    PhoneNumber,
    WebAddress,
    found_in,
    is_web_address,
    parse_web_address,
)
from generator.model.content import Content
from generator.model.synonyms import Synonyms, comparable
from generator.model.values import Line, Yes
from generator.model.written import LONGEST_LINE, Written, text_up_to
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
    r"|bestyrelse|(?:menige? )?medlem(?:mer)?"
    r"|repræsentant|frivillig|bibliotek|foreningen?|kontor|præst|sekretariat|medarbejder|gruppe|udvalg|skole)(?:en|et|n|r|rne|ne)?"
)
_ROLE = re.compile(rf"(?:vores\s+|vor\s+)?{_ROLES}(?![a-zæøå])", re.IGNORECASE)


def is_role(text: str) -> bool:
    """Return whether a text is what somebody does, `formand`, and nothing more."""
    return bool(_ROLE.fullmatch(text))


_OF_WHAT = re.compile(r"(?:i|for|på|ved|af|fra|hos)\s")


def short_contact(written: Any) -> Any:
    """Return the mapping that a line such as `formanden, tlf. 12 34 56 78, kontakt@example.org` is short for.

    What is not plainly a role is a name, which is shown only where the person has agreed.
    """
    if isinstance(written, list) and len(written) == 1:
        (written,) = written
    if isinstance(written, list):
        raise RefusedError(values.SEVERAL_CONTACTS, "Her er mere end én kontakt. Skriv kun den ene, og skriv de andre i teksten.")
    if not isinstance(written, str):
        return written
    ways, rest = found_in(text_up_to(LONGEST_LINE, " ".join(written.split())))
    if "link" in ways:
        message = "Her står en webadresse. Skriv den ved links, og skriv her en mail eller et telefonnummer."
        raise RefusedError(values.SEVERAL_CONTACTS, message)
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
    in_pairs: ClassVar[bool] = True

    title: Line = Field(alias="titel", description="Hvad man finder.", examples=["Vores egen side"])
    address: WebAddress = Field(alias="adresse", description="Webadressen.", examples=["https://example.org"])


_TITLE_KEYS, _ADDRESS_KEYS = (
    {key, *(word for word, meant in synonyms.LINK.items() if meant == key)} for key in ("titel", "adresse")
)
_MARKED = re.compile(r"\[(?P<titel>[^\[\]]{1,200})\]\((?P<adresse>[^\s()]{1,2000})\)")


def short_link(written: Any) -> Any:
    """Return the mapping that an address is short for: its title is what stands beside it, else its host."""
    if isinstance(written, dict) and len(written) == 1:
        ((title, address),) = written.items()
        if not isinstance(title, str) or not isinstance(address, str) or comparable(title) in _TITLE_KEYS:
            return written
        if comparable(title) in _ADDRESS_KEYS:
            return short_link(address)
        return {"titel": title, "adresse": address} if is_web_address(address.strip()) else written
    text = " ".join(written.split()) if isinstance(written, str) else ""
    if is_web_address(text):
        address = parse_web_address(text)
        return {"titel": (urlsplit(address).hostname or address).removeprefix("www."), "adresse": address}
    marked = _MARKED.fullmatch(text)
    if marked:
        return {"titel": marked["titel"], "adresse": marked["adresse"]}
    found = FOUND_WEB.findall(text[:LONGEST_LINE])
    if len(found) != 1 or len(text) > LONGEST_LINE or FOUND_MAIL.search(text):
        return written
    ways, rest = found_in(text)
    return short_link(ways["link"]) | ({"titel": rest} if rest else {})


def _link(written: Any) -> Any:
    """Return the mapping of a link. Raise RefusedError for a text that holds none, or several."""
    link = short_link(written)
    if not isinstance(link, str):
        return link
    if len(FOUND_WEB.findall(link[:LONGEST_LINE])) > 1:
        how = "Skriv hver af dem på sin egen linje med en bindestreg foran."
        raise RefusedError(values.WEB, f"{quoted(link)} er flere webadresser. {how}")
    raise RefusedError(values.WEB, NO_WEB.format(quoted(link)))


LinkOrAddress = Annotated[Link, BeforeValidator(_link), Written()]
"""A link with its title, or its address alone."""
