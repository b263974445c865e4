"""How one signs up for an event."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from pydantic import Field

from generator.danish.dates import parse_day
from generator.model import synonyms
from generator.model.address import Mail, PhoneNumber, WebAddress, found_in, is_mail, is_phone, is_web_address
from generator.model.content import Content
from generator.model.synonyms import Synonyms
from generator.model.values import Day, Line
from generator.model.written import LONGEST_LINE, short, text_up_to
from generator.problems.problem import RefusedError, quoted
from generator.problems.rules import values
from generator.text.unmarked import unmarked


class Booking(Content):
    """How one signs up. `needed` is False for `ingen`."""

    synonyms: ClassVar[Synonyms] = synonyms.BOOKING

    @classmethod
    def _as_meant(cls, filled: dict[str, Any]) -> dict[str, Any]:
        """Return the fields, with a way that stands only in the text as a link, too."""
        text = short(filled.get("tekst"), LONGEST_LINE)
        if not text or filled.keys() & {"link", "mail", "telefon"}:
            return filled
        return {**found_in(text)[0], **filled}

    needed: bool = Field(True, alias="\x00needed", exclude=True)
    link: WebAddress | None = Field(None, description="Siden, hvor man tilmelder sig.", examples=["https://example.org/tilmelding"])
    mail: Mail | None = Field(None, description="Adressen, man skriver til.", examples=["kontakt@example.org"])
    phone: PhoneNumber | None = Field(None, alias="telefon", description="Nummeret, man ringer til.", examples=["12 34 56 78"])
    deadline: Day | None = Field(None, alias="frist", description="Den sidste dag for tilmelding.", examples=["2026-04-24"])
    text: Line | None = Field(None, alias="tekst", description="Det, man skal vide.", examples=["Skriv, hvor mange I kommer."])

    @property
    def ways(self) -> tuple[str, ...]:
        """Return where one signs up: the link, the mail address and the phone number, as far as there are any."""
        return tuple(filter(None, (self.link, self.mail, self.phone.text if self.phone else None)))


NONE_NEEDED = (
    r"(?:(?:ingen|nej|no|ikke|uden|unødvendig|kræves ikke|kræver ikke|tilmelding (?:er )?(?:ikke|unødvendig))"
    r"(?: tilmelding| nødvendigt?| krævet| påkrævet)*|drop[- ]?in"
    r"|(?:man kan |du kan |i kan )?(?:bare |blot )?(?:kom|mød(?:er?)?|duk(?:ker)?)"
    r" (?:bare |blot )?(?:op|forbi|som (?:du|I) er))"
    r"(?:(?:[,.:]| [-–])? (?:man kan )?(?:bare|du skal bare|i skal bare)? ?(?:kom|møde?|dukke?)(?: bare)?(?: op| forbi)?)?[.!]*"
)
"""What says that one need not sign up, in any case."""

_DEADLINE = re.compile(r"(?:(?P<before>.*?)[\s,;]*)?\b(?:senest|inden|frist:?)\s+(?:den\s+)?(?P<day>.+)", re.IGNORECASE)


_AT_THE_DOOR = re.compile(r"\b(?:døren|indgangen|på dagen|på stedet)\b", re.IGNORECASE)
_NEEDED = re.compile(
    r"(?:ja|senest|inden|frist|påkrævet|nødvendig|kræves|krævet|bindende|(?:gerne )?tilmelding)\b(?! ikke)", re.IGNORECASE
)


def is_none(text: str) -> bool:
    """Return whether a text says that one need not sign up."""
    return bool(re.fullmatch(NONE_NEEDED, text, re.IGNORECASE))


_ONE_WAY = (("mail", is_mail), ("link", is_web_address), ("telefon", is_phone))


def way_of(text: str) -> str:
    """Return the field that a text on how to sign up belongs in: `mail`, `link`, `telefon`, or `tekst` where it is more."""
    return next((key for key, is_one in _ONE_WAY if is_one(text)), "tekst")


def short_booking(written: Any) -> Any:
    """Return the mapping that `ingen`, a link, a mail address, a phone number, or a sentence with one of them is short for."""
    if not isinstance(written, str):
        return written
    word = unmarked(" ".join(written.split()))
    if is_none(word):
        return {"\x00needed": False}
    if (way := way_of(word)) != "tekst":
        return {way: word}
    ways, rest = found_in(text_up_to(LONGEST_LINE, word))
    if not ways:
        message = f"{quoted(word)} er ikke en tilmelding. {_cure(word)}"
        raise RefusedError(values.BOOKING, message)
    return ways | ({"tekst": word} if len(ways) > 1 or found_in(rest)[0] else _deadline_and_text(rest))


def _cure(word: str) -> str:
    if _AT_THE_DOOR.search(word):
        return "Kan man bare møde op, så skriv ingen, og skriv resten ved pris."
    if _NEEDED.match(word):
        return "Skriv også hvordan: et link, en mailadresse eller et telefonnummer."
    return "Skriv ingen, et link, en mailadresse eller et telefonnummer."


def _deadline_and_text(rest: str) -> dict[str, str]:
    found = _DEADLINE.fullmatch(rest)
    if found:
        try:
            day = parse_day(found["day"])
        except RefusedError:
            return {"tekst": rest}
        return {"frist": day.isoformat(), "tekst": found["before"] or ""}
    return {"tekst": rest}
