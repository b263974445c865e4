"""How one signs up for an event."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from generator.model.content import Content
from generator.model.values import Day, Line, Mail, PhoneNumber, WebAddress
from generator.problems.problem import RefusedError, quoted
from generator.problems.rules import values


class Booking(Content):
    """How one signs up. `needed` is False for `ingen`."""

    needed: bool = Field(True, alias="\x00needed", exclude=True)
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


def short_booking(written: Any) -> Any:
    """`ingen`, a link, a mail address or a phone number alone are short for the mapping."""
    if not isinstance(written, str):
        return written
    word = written.strip()
    if word.lower() in ("ingen", "ingen tilmelding", "nej", "no"):
        return {"\x00needed": False}
    kind = "link" if word.lower().startswith(("http://", "https://")) else "mail" if "@" in word else "telefon"
    if kind == "telefon" and sum(letter.isdigit() for letter in word) < 6:
        raise RefusedError(
            values.BOOKING, f"{quoted(word)} er ikke en tilmelding. Skriv ingen, et link, en mailadresse eller et telefonnummer."
        )
    return {kind: word}
