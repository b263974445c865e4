"""Numbers as people write them: in words (`elleve`, `enogtyve`) and in figures (`1.200`, `2,5`)."""

from __future__ import annotations

_SMALL = (
    *("nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni"),
    *("ti", "elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten"),
)
_TENS = ("tyve", "tredive", "fyrre", "halvtreds", "tres", "halvfjerds", "firs", "halvfems")
_POINTS = str.maketrans(",.", ".,")


def in_words(number: int) -> str:
    """Return a whole number below a hundred in words."""
    if number < len(_SMALL):
        return _SMALL[number]
    tens, ones = _TENS[number // 10 - 2], number % 10
    return f"{_SMALL[ones]}og{tens}" if ones else tens


def in_figures(number: float, decimals: int = 0) -> str:
    """Return a number as Danes write it: `1.200`, `49,50`."""
    return f"{number:,.{decimals}f}".translate(_POINTS)


ORDINALS = {
    **{"første": 1, "anden": 2, "andet": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6, "syvende": 7, "ottende": 8},
    **{"niende": 9, "tiende": 10, "ellevte": 11, "elvte": 11, "tolvte": 12, "trettende": 13, "fjortende": 14, "femtende": 15},
    **{"sekstende": 16, "syttende": 17, "attende": 18, "nittende": 19, "tyvende": 20, "tredivte": 30, "enogtredivte": 31},
    **{f"{one}ogtyvende": number for number, one in enumerate(_SMALL[1:10], 21)},
}
"""The places in a month by their words."""
_NUMBERS = {in_words(number): number for number in range(50)}
PATTERN = rf"\d+(?:\.\d{{3}})*|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}"
"""A number in digits, with or without dots between thousands, or in words up to 49, in small letters."""


def read(written: str) -> int:
    """Return the number that PATTERN has found."""
    word = written.lower()
    return _NUMBERS[word] if word in _NUMBERS else int(word.replace(".", ""))
