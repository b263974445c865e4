"""Danish letters: sorting, slugs, and comparing what people write with what was meant."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ALPHABET = {letter: place for place, letter in enumerate("abcdefghijklmnopqrstuvwxyzæøå")}
_ALIKE = str.maketrans({"ä": "æ", "ö": "ø", "ü": "y"})

LONGEST_TEXT = 20_000
"""Letters in one text of an editor: about eight pages."""

_UNSEEN = (
    r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    r"\u2060-\u2065\u206a-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff"
)
_DECEIVING = r"\u202a-\u202e\u2066-\u2069\ue000-\uf8ff\ufffd\U000e0000-\U0010ffff"
_JOINERS = r"(?<=[A-Za-z\u00c0-\u024f])[\u200c\u200d]|[\u200c\u200d](?=[A-Za-z\u00c0-\u024f])"

UNSEEN = re.compile(f"[{_UNSEEN}]|{_JOINERS}")
"""A letter without meaning, which nobody sees: control and format letters, and joiners beside a letter (between two emoji they
make one of them)."""

DECEIVING = re.compile(f"[{_DECEIVING}]")
"""A letter that can deceive: it turns the writing around it, hides words, or looks otherwise on each machine."""

HIDDEN = re.compile(rf"[{_UNSEEN}{_DECEIVING}\x0b\x0c\x85\u2028\u2029]|{_JOINERS}")
"""Both of them, and line breaks of other kinds than the usual."""

UNUSUAL = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\xac\xae-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]")
"""What a Danish text seldom holds. All that this module and `sanitise` change is among it, so one look is enough for most texts."""


def normal(text: str) -> str:
    """Return a text with letters composed (NFC), so that an å from a Mac equals an å from elsewhere."""
    return unicodedata.normalize("NFC", text)


_OTHER_ALPHABET = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
_LOOKALIKES = str.maketrans("аеіјорсухѕһԁкмтнвαεικνορτυχημβ", "aeijopcyxshdkmthbaeikvoptyxhmb")


def latin(text: str) -> str:
    """Return a text in small letters with Greek and Cyrillic letters that look like Latin ones as those, in words of both."""
    if text.isascii() or not _OTHER_ALPHABET.search(text):
        return text
    return re.sub(r"\w+", lambda word: word[0].translate(_LOOKALIKES) if re.search("[a-zæøå]", word[0]) else word[0], text)


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """Return what a word is compared by: `Målgruppe`, `maalgruppe` and `mål_gruppe` are one word, as are `resumé` and `Resume`."""
    return re.sub(r"[\s_-]+", "", without_marks(_spelt_out(latin(normal(text).lower()))))


def slug(text: str) -> str:
    """Return a name as it stands in an address: `Øster Hurup` gives `oester-hurup`."""
    spelt = _spelt_out(normal(text).lower().translate(_ALIKE))
    return re.sub(r"[^a-z0-9]+", "-", without_marks(spelt)).strip("-")


def _spelt_out(text: str) -> str:
    return text.replace("æ", "ae").replace("ø", "oe").replace("å", "aa")


def without_marks(text: str) -> str:
    """Return letters without accents: é is e."""
    return text if text.isascii() else _NOT_ASCII.sub(_unless_mark, unicodedata.normalize("NFKD", text))


def _unless_mark(letter: re.Match[str]) -> str:
    return "" if unicodedata.category(letter[0])[0] == "M" else letter[0]


_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


@lru_cache(maxsize=20_000)
def sort_key(text: str) -> tuple[tuple[int, ...], str]:
    """Return the place of a text in the Danish alphabet: … Z, Æ, Ø, Å, where Aa counts as Å. Marks and case weigh least."""
    letters = normal(text).lower().translate(_ALIKE).replace("aa", "å")
    return tuple(_weight(letter) for letter in letters if letter.isalnum() or letter.isspace()), text


def _weight(letter: str) -> int:
    if letter in _ALPHABET:
        return 100 + _ALPHABET[letter]
    base = unicodedata.normalize("NFKD", letter)[0]
    return 100 + _ALPHABET[base] if base in _ALPHABET else min(ord(letter), 99)


def slugify(text: str, separator: str) -> str:
    """Return the slug of a heading, with the signature that Markdown's table of contents calls."""
    return slug(text).replace("-", separator)


def visible(text: str) -> str:
    """Return a text whose hidden letters show: what has no shape of its own, or rests on the letter before it, as `\\u{202E}`."""
    return "".join(
        rf"\u{{{ord(letter):04X}}}" if unicodedata.category(letter)[0] in "CM" or letter in "\u2028\u2029" else letter
        for letter in text
    )


def harmless(text: str) -> str:
    """Return a text as one line of a log: line ends, control letters and bytes that are no text show as `\\u{000A}`.

    GitHub takes a line that begins with `::` for a command, and `##[` anywhere in a line.
    """
    return _OF_LOGS.sub(lambda match: visible(match[0]), text).replace("##[", "## [")


_OF_LOGS = re.compile(HIDDEN.pattern + r"|[\t-\r\x1c-\x1e\x85\u2028\u2029\ud800-\udfff]")
