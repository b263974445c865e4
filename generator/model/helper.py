"""Whom an event seeks to help with it."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field

from generator.model import synonyms
from generator.model.address import FOUND_MAIL, FOUND_PHONE, WebAddress, found_in
from generator.model.contact import LONGEST_LINE, Contact, ContactOrLine
from generator.model.content import Content
from generator.model.synonyms import Synonyms
from generator.model.values import Count, Sentence
from generator.model.written import Written, text_up_to
from generator.problems.problem import RefusedError
from generator.problems.rules import values

_MANY = re.compile(r"(?P<count>[1-9][0-9]{0,2})\s+(?P<role>(?!kr\b)\D.*)")


def _without_ways(line: str) -> str:
    """Refuse a number or an address among words that everybody reads: it stands where its owner's consent is asked."""
    if FOUND_PHONE.search(line) or FOUND_MAIL.search(line):
        message = "Her står et nummer eller en mailadresse. Skriv det ved kontakt under hjælpere."
        raise RefusedError(values.WAY_AMONG_WORDS, message)
    return line


_Words = Annotated[Sentence, AfterValidator(_without_ways)]


class Helper(Content):
    """One task that people are sought for, and how they say yes."""

    synonyms: ClassVar[Synonyms] = synonyms.HELPER

    role: _Words = Field(alias="rolle", description="Hvad man hjælper med.", examples=["stille stole op"], max_length=120)
    count: Count | None = Field(None, alias="antal", description="Hvor mange I mangler.", examples=["3"])
    when: _Words | None = Field(
        None, alias="hvornår", description="Hvornår I skal bruge dem.", examples=["fra kl. 17"], max_length=120
    )
    contact: ContactOrLine | None = Field(
        None, alias="kontakt", description="Hvem man siger ja til, hvis det ikke er arrangementets egen kontakt."
    )
    link: WebAddress | None = Field(None, description="Siden, hvor man skriver sig på.", examples=["https://example.org/hjaelp"])


def short_helper(written: Any) -> Any:
    """Return the mapping that a line such as `3 til at stille stole op, skriv til kor@example.org` is short for.

    A phone number in it is shown only where its owner has agreed, which takes the field `kontakt` to say.
    """
    if not isinstance(written, str):
        return written
    ways, role = found_in(text_up_to(LONGEST_LINE, " ".join(written.split())))
    many = _MANY.fullmatch(role)
    said = {"antal": many["count"], "rolle": many["role"].removeprefix("til at ").removeprefix("til ")} if many else {"rolle": role}
    contact = {key: way for key, way in ways.items() if key in Contact.field_keys()}
    return said | ({"kontakt": contact} if contact else {}) | ({"link": ways["link"]} if "link" in ways else {})


HelperOrLine = Annotated[Helper, BeforeValidator(short_helper), Written()]
"""A task in fields, or in one line."""
