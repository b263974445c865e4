"""What the typefaces of the cards have letters for: they hold those of Danish, and hardly any others."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from PIL import ImageFont

from generator.text.letters import without_marks

_NEAR = {
    **{"ß": "ss", "ẞ": "SS", "œ": "oe", "Œ": "OE", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th"},
    **{"Þ": "Th", "ı": "i", "ö": "ø", "Ö": "Ø", "ä": "æ", "Ä": "Æ"},
    **{"‐": "-", "‑": "-", "‒": "-", "—": "–", "―": "–", "−": "-", "~": "-", "‘": "’", "`": "’", "´": "’", "‚": ",", "„": "”"},
    **{"«": "”", "»": "”", "‹": "’", "›": "’", "[": "(", "]": ")", "{": "(", "}": ")", "|": "/", "\\": "/", "×": "x"},
    **{"½": " 1/2", "¼": " 1/4", "¾": " 3/4", "€": " euro", "$": " dollar", "£": " pund", "°": " grader", "§": " paragraf "},
}
"""What stands for a letter or sign that a typeface does not have, where it has this."""


def drawable(text: str, font: ImageFont.FreeTypeFont) -> str:
    """Return a text with only what a typeface can draw, near to what was written; empty where some of its words are in letters
    that it does not have. Signs that it does not have, as emoji, are left out."""
    drawn = ""
    for letter in unicodedata.normalize("NFC", text):
        near = next((each for each in (letter, _NEAR.get(letter, ""), without_marks(letter)) if each and _has_all(font, each)), "")
        if not near and letter.isalnum():
            return ""
        drawn += near
    return " ".join(drawn.split())


def _has_all(font: ImageFont.FreeTypeFont, letters: str) -> bool:
    return all(letter.isspace() or _has(str(font.path), letter) for letter in letters)


@lru_cache(maxsize=4_000)
def _has(path: str, letter: str) -> bool:
    """Return whether anything is seen of a letter."""
    return ImageFont.truetype(path, 20).getmask(letter).getbbox() is not None
