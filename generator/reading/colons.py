"""Lines of fields with a colon in their text, `titel: Foredrag: Havet`, which YAML cannot read and which mean one thing only."""

from __future__ import annotations

import re
from functools import cache

from generator.model.after import After, Quote
from generator.model.area import AreaFacts
from generator.model.booking import Booking
from generator.model.change import Change
from generator.model.contact import Contact, Link
from generator.model.content import Content
from generator.model.day import Activity, Point
from generator.model.event import EventFacts
from generator.model.partners import Member, Partner
from generator.model.place import Access, Place
from generator.model.programme import IdeaFacts
from generator.model.story import StoryFacts
from generator.model.synonyms import comparable
from generator.model.values import Picture

_LINE = re.compile(
    r"(?P<key>[ ]*(?:- +)?(?P<word>[^\W\d][^:\"'#{}\[\]\n]{0,40}?)[ ]*:[ ]+)"
    r"(?P<text>[^\s\"'\[\]{}|>&*!%@`#?,-][^\n]*?(?::[ ][^\n]*|:))[ ]*"
)
"""A field whose text begins as plain text does and has a colon before a space or at its end."""
_PARTLY = re.compile(
    r"(?P<key>[ ]*(?:- +)?(?:[^\W\d][^:\"'#{}\[\]\n]{0,40}?[ ]*:[ ]+|(?<=- )))"
    r"(?P<text>\"[^\"\n]+\"[ ,.;!?()–-]*[^\s\"#][^\n]*?)[ ]*"
)
"""A field or an item whose text begins with a quotation: `- "Vi kommer igen", sagde en mor`."""
_BEFORE_COLON = re.compile(r"((?:[^\s:]+ )?[^\s:]+):(?=\s|$)")
_MODELS: tuple[type[Content], ...] = (
    *(EventFacts, AreaFacts, StoryFacts, IdeaFacts, Contact, Link, Booking, Place, Access, Change, Point, Activity, After, Quote),
    *(Partner, Member, Picture),
)
_WAYS = frozenset(("mail", "email", "telefon", "tlf", "mobil", "link", "nummer"))
_HOURS = frozenset(("kl", "klokken"))
"""Words that are a field and stand in texts as well: `lørdag kl: 19`."""


def with_quotes(text: str) -> str | None:
    """Return YAML with quotation marks around each text that has a colon in it; None where there is none.

    A word before such a colon that names a field may be one that has slipped up to the line before: those lines stay as they are.
    """
    lines = text.split("\n")
    quoted = [_quoted(line) for line in lines]
    return "\n".join(quoted) if quoted != lines else None


def _quoted(line: str) -> str:
    match = _LINE.fullmatch(line) if line.count(":") > 1 else None
    if match and comparable(match["word"]) not in _words():
        return line
    match = match or (_PARTLY.fullmatch(line) if '"' in line else None)
    if not match or " #" in match["text"]:
        return line
    before = [(found[1], found.start()) for found in _BEFORE_COLON.finditer(match["text"])]
    if any(_is_field(each, within=bool(place)) for words, place in before for each in (words, words.rpartition(" ")[2])):
        return line
    text = match["text"].replace("'", "''")
    return f"{match['key']}'{text}'"


def _is_field(word: str, *, within: bool) -> bool:
    """Return whether a word before a colon may be a field; what reaches somebody is one only where the text begins with it."""
    name = comparable(word.strip("(-–"))
    return name in _words() and name not in _HOURS and not (within and name in _WAYS)


@cache
def _words() -> frozenset[str]:
    """Return the names of fields, and other words for them, as they are compared."""
    keys = {comparable(key) for model in _MODELS for key in (*model.field_keys(), *model.synonyms)}
    return frozenset(key for key in keys if not key.startswith("\x00"))
