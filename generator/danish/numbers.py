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
PATTERN = rf"\d+(?:\.\d{{3}})*|{'|'.join(sorted(NUMBERS, key=len, reverse=True))}"
"""A number in digits, with or without dots between thousands, or in words, in small letters."""


def read(written: str) -> int:
    """Return the number that PATTERN has found."""
    word = written.lower()
    return NUMBERS[word] if word in NUMBERS else int(word.replace(".", ""))
