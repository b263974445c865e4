"""Whole numbers in words, as people write them: `elleve`, `femten`, `enogtyve`."""

from __future__ import annotations

_ONES = ("nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni")
_TEENS = ("ti", "elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten")
_TENS = ("tyve", "tredive", "fyrre")
_SMALL = (*_ONES, *_TEENS)
_LARGE = (
    f"{_ONES[number % 10]}og{_TENS[number // 10 - 2]}" if number % 10 else _TENS[number // 10 - 2] for number in range(20, 50)
)
NUMBERS = {word: number for number, word in enumerate((*_SMALL, *_LARGE))}
"""The numbers up to 49 by their words."""
ORDINALS = {
    **{"første": 1, "anden": 2, "andet": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6, "syvende": 7, "ottende": 8},
    **{"niende": 9, "tiende": 10, "ellevte": 11, "elvte": 11, "tolvte": 12, "trettende": 13, "fjortende": 14, "femtende": 15},
    **{"sekstende": 16, "syttende": 17, "attende": 18, "nittende": 19, "tyvende": 20, "tredivte": 30, "enogtredivte": 31},
    **{f"{one}ogtyvende": number for number, one in enumerate(_ONES[1:], 21)},
}
"""The places in a month by their words."""
PATTERN = rf"\d+(?:\.\d{{3}})*|{'|'.join(sorted(NUMBERS, key=len, reverse=True))}"
"""A number in digits, with or without dots between thousands, or in words, in small letters."""


def read(written: str) -> int:
    """Return the number that PATTERN has found."""
    word = written.lower()
    return NUMBERS[word] if word in NUMBERS else int(word.replace(".", ""))
