"""The languages of the site: Danish, and those whose words stand in a folder of content/.

What the site itself says is looked up by its Danish words, as in gettext. What areas write stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from generator.danish.formatting import DANISH as DANISH_DATES
from generator.danish.patterns import MONTHS, WEEKDAYS
from generator.danish.wording import Wording
from generator.model.choice import Choice, one_of
from generator.model.content import Content
from generator.model.date_table import DateTable, with_braces
from generator.model.event import Audience, Category
from generator.model.phrases import ACCESS, PHRASES, SPOKEN, STATES
from generator.model.price import AMOUNT, WHOLE, Price
from generator.model.values import Line
from generator.model.written import matching
from generator.problems.problem import RefusedError, quoted
from generator.problems.rules import values

CODE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
"""The name of a language's folder: its code in HTML (BCP 47), in small letters."""

FILE = "words.yml"
_EXAMPLE = re.compile(r"1(?P<thousands>\D{0,2})234(?P<decimal>\D)50")

WORDS = frozenset((*PHRASES, *(each.value for kind in (Category, Audience) for each in kind), *ACCESS))
"""Every Danish word for which a language must have its own."""


SOUGHT = (*SPOKEN, *STATES, "Gratis", *(each.value for kind in (Category, Audience) for each in kind), *ACCESS[2:])
"""The Danish words that one also finds by the language's own."""


class Direction(Choice):
    """Which way a language is written, as HTML names it."""

    FROM_LEFT = "ltr"
    FROM_RIGHT = "rtl"


def _number(written: str) -> str:
    if not _EXAMPLE.fullmatch(written):
        raise RefusedError(values.LANGUAGE_PATTERN, f"{quoted(written)} skal være 1234,50, som det skrives på sproget.")
    return written


class LanguageFacts(Content):
    """The fields of content/<code>/words.yml."""

    name: Line = Field(alias="navn", description="Sprogets navn på sproget selv.", examples=["English"], max_length=40)
    direction: Annotated[Direction, one_of(Direction)] = Field(
        Direction.FROM_LEFT, alias="retning", description="rtl, når man læser fra højre.", examples=["ltr"]
    )
    locale: Annotated[
        Line, matching("[a-z]{2,3}_[A-Z]{2}", values.LANGUAGE_PATTERN, "{} er ikke et sprog og et land. Skriv for eksempel en_GB.")
    ] = Field(alias="sprog og land", description="Som sociale medier skriver det.", examples=["en_GB"])
    dates: DateTable = Field(alias="datoer", description="Hvordan dage og klokkeslæt skrives.")
    number: Annotated[Line, AfterValidator(_number)] = Field(
        alias="tal", description="Tallet 1234,50, som det skrives på sproget.", examples=["1,234.50"]
    )
    amount: Line = Field(alias="beløb", description="Et beløb i kroner.", examples=["{beløb} kr."])
    amounts: Line = Field(alias="beløb fra og til", description="To beløb.", examples=["{fra}-{til} kr."])
    words: Mapping[Line, Line] = Field(
        alias="ord", description="Hvert dansk ord på siden, og det samme på sproget.", max_length=500
    )

    search: Mapping[Line, Line] = Field(
        default_factory=dict,
        alias="søgning",
        description="Danske ord, som man kan søge på, og det, man skriver på sproget. Flere skilles med komma.",
        max_length=200,
    )

    @field_validator("amount", "amounts")
    @classmethod
    def _complete(cls, pattern: str, info: ValidationInfo) -> str:
        return with_braces(pattern, ("beløb",) if info.field_name == "amount" else ("fra", "til"))


class LanguagePage(NamedTuple):
    """A page in a language: its path, the path of the Danish page that says the same (None for none), and its title."""

    url: str
    danish: str | None
    title: str

    @property
    def source(self) -> str:
        """Return its file below content/."""
        return f"{self.url}index.md" if self.url.count("/") == 1 else f"{self.url.removesuffix('/')}.md"


@dataclass(frozen=True)
class Language:
    """A language that pages are in: `code` and `direction` as HTML has them, `name` in the language itself, and its pages, the
    front page first."""

    code: str
    name: str
    direction: str
    dates: Wording
    words: Mapping[str, str]
    locale: str = "da_DK"
    number: str = "1.234,50"
    amount: str = "{beløb} kr."
    amounts: str = "{fra}-{til} kr."
    pages: tuple[LanguagePage, ...] = ()
    search: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, code: str, facts: LanguageFacts, pages: tuple[LanguagePage, ...]) -> Language:
        """Return the language of a table."""
        return cls(
            code=code,
            name=facts.name,
            direction=facts.direction.value,
            dates=facts.dates.wording(),
            words=facts.words,
            locale=facts.locale,
            number=facts.number,
            amount=facts.amount,
            amounts=facts.amounts,
            pages=pages,
            search=facts.search,
        )

    @property
    def is_danish(self) -> bool:
        """Return whether it is the language that everything is written in."""
        return self.code == DANISH.code

    def say(self, danish: str) -> str:
        """Return what the site says, by its Danish words."""
        return self.words.get(danish, danish)

    def count(self, count: int, one: str, many: str) -> str:
        """Return a number of things, by the Danish words for one and for `{antal}` of them."""
        return self.say(one) if count == 1 else self.say(many).replace("{antal}", str(count))

    def price(self, price: Price) -> str | None:
        """Return a price that is free or only amounts; None for one that somebody wrote in words of their own."""
        if self.is_danish:
            return price.text
        if price.text == self._free:
            return self.say(self._free)
        if lowest := re.fullmatch(rf"fra\s+({WHOLE})", price.text.lower()):
            amount = self.price(replace(price, text=lowest[1]))
            return amount and self.say("fra {beløb}").replace("{beløb}", amount)
        whole = re.fullmatch(WHOLE, price.text.lower())
        if whole is None:
            return None
        first, *others = (self._spelt(each) for each in whole.groups() if each)
        if others:
            return self.amounts.replace("{fra}", first).replace("{til}", others[0])
        return self.amount.replace("{beløb}", first)

    def sought(self) -> Iterator[tuple[str, str]]:
        """Yield what one may type in the language, in small letters, with the Danish words for it."""
        days = zip((*self.dates.words.weekdays, *self.dates.words.months), (*WEEKDAYS, *MONTHS), strict=True)
        named = ((self.words[danish], danish) for danish in SOUGHT if danish in self.words)
        own = ((said, danish) for danish, others in self.search.items() for said in others.split(","))
        for said, danish in (*days, *named, *own):
            yield said.strip().lower(), danish.lower()

    @cached_property
    def url_of(self) -> Mapping[str, str]:
        """Return its pages by the Danish page that says the same."""
        return {page.danish: page.url for page in reversed(self.pages) if page.danish is not None}

    def page_at(self, url: str) -> LanguagePage | None:
        """Return its page at a path."""
        return next((page for page in self.pages if page.url == url), None)

    _free = "Gratis"

    def _spelt(self, amount: str) -> str:
        """Return an amount in Danish figures, `1.200,50`, as the language writes it."""
        match, signs = re.fullmatch(AMOUNT, amount), _EXAMPLE.fullmatch(self.number)
        if match is None or signs is None:
            return amount
        whole = f"{int(re.sub('[. ]', '', match[1])):,}".replace(",", signs["thousands"])
        return whole + (f"{signs['decimal']}{match[2]}" if match[2] else "")


DANISH = Language("da", "Dansk", Direction.FROM_LEFT.value, DANISH_DATES, {})


def lacking(words: Mapping[str, str]) -> Iterator[str]:
    """Yield the Danish words that a language must have and has not, in the order of the alphabet."""
    yield from sorted(WORDS - words.keys())
