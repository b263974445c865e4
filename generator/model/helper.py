"""Whom an event seeks to help with it."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from generator.model import synonyms
from generator.model.address import WebAddress, found_in, without_ways
from generator.model.contact import Contact, ContactOrLine
from generator.model.content import Content
from generator.model.synonyms import Synonyms
from generator.model.values import Count, Sentence
from generator.model.written import LONGEST_LINE, Written, text_up_to

_MANY = re.compile(r"(?P<count>[1-9][0-9]{0,2})\s+(?P<role>(?!kr\b)\D.*)")


_Words = Annotated[Sentence, without_ways("kontakt under hjælpere")]


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
