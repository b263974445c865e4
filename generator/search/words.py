"""Words as search compares them. `theme/js/modules/search/words.js` does the same to what a visitor types, by these rules."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from generator.text.letters import normal

_SPELT = (("æ", "ae"), ("ä", "ae"), ("ø", "oe"), ("ö", "oe"), ("å", "aa"), ("'", ""), ("’", ""))
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_WORD = re.compile(r"[^\W_]+")

ENDINGS = (
    "^(.{3,}?)(?:erendes|erende|hedens|hederne|heder|heden|hed|ernes|erens|erne|eren|erer|ers|eres|ered|"
    "enes|ene|ens|endes|ende|etens|eten|ets|et|ede|edes|es|er|en|e|s)$"
)
"""What a Danish word loses, as often as it can: a pattern that Python and JavaScript read alike. The shortest stem wins."""
DOUBLED = r"([bdfghjklmnprstv])\1$"
"""A stem ends in one consonant: klub, klubben."""
_ENDING, _DOUBLE = re.compile(ENDINGS), re.compile(DOUBLED)


def plain(text: str) -> str:
    """Small letters a to z, digits, and what other alphabets have: Fællesspisning gives faellesspisning, café gives cafe."""
    text = normal(unicodedata.normalize("NFKC", text).lower())
    for letter, spelt in _SPELT:
        text = text.replace(letter, spelt)
    return text if text.isascii() else _NOT_ASCII.sub(_without_mark, unicodedata.normalize("NFKD", text))


def _without_mark(letter: re.Match[str]) -> str:
    return "" if unicodedata.category(letter[0])[0] == "M" else letter[0]


def words(text: str) -> list[str]:
    """The words of a text, plain, in their order."""
    return _WORD.findall(plain(text))


@cache
def stem(word: str) -> str:
    """A plain word without its endings: koncerterne and koncerten give koncert. At least three letters are left."""
    while True:
        ending = _ENDING.match(word)
        shorter = ending[1] if ending else word
        if _DOUBLE.search(shorter):
            shorter = shorter[:-1]
        if shorter == word:
            return word
        word = shorter


STOP = frozenset(
    words(
        """af alle alt at blev blive bliver da de dem den denne der deres det dette dig din disse dog du efter eller en end er et
        for fra ham han har havde hende her hos hun hvad hvis hvor i ikke ind ja jeg jer jeres kan kom kommer man med meget
        men mig min mod ned nej noget nogle nok nu når og også om op os over på se selv sig sin skal som så til ud under var
        ved vi vil vor være"""
    )
)
"""Words that say nothing alone; they are neither kept nor sought."""


def stems(text: str) -> set[str]:
    """What a text is found by."""
    return set(map(stem, set(words(text)) - STOP))
