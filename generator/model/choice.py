"""Words to choose from, and several of them in one line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from itertools import islice
from typing import Annotated, Any, Self, TypeVar, get_args

from pydantic import BeforeValidator, Field

from generator.danish.patterns import MONTH_BEGINS
from generator.model.written import text_of
from generator.problems.problem import RefusedError, did_you_mean, listed, quoted
from generator.problems.rules import fields
from generator.text.letters import folded

_ROUND = " .!?,;:\"'“”„»«’‘"
_DENIED = re.compile(r"(?:ikke|ej|ingen|måske)\b", re.IGNORECASE)
_MOST = 200
_LONGEST_WORD = 100
_BETWEEN = re.compile(r"\s*[,;/+&\n|]\s*|\s+(?:og|eller|samt)\s+")
_BETWEEN_TEXTS = re.compile(r"(?<!&amp)\s*;\s*|\s*\n\s*")
_BULLET = re.compile(r"[-–—•*·]\s+")
_FIRST = re.compile(r"1[.)]\s+(?=[A-ZÆØÅ])")
BETWEEN_WORDS = r"\s*(?:[,;/+&\n|]|\s(?:og|eller|samt)\s)\s*"
"""What stands between words in one line, as a pattern of schemas."""


class Choice(StrEnum):
    """One of a few Danish words."""

    def __setstate__(self, state: object) -> None:
        """Raise TypeError: each choice exists once for the whole program, so no stored value may change it."""
        raise TypeError(f"{self!r} has no state")

    @classmethod
    def other_words(cls) -> Mapping[str, str]:
        """Return the choice of each other word for one, as words are compared."""
        return {}

    @classmethod
    def named(cls, word: str) -> Self | None:
        """Return the choice that a word names; None for other words."""
        try:
            return cls(word)
        except ValueError:
            return None

    @classmethod
    def _missing_(cls, value: object) -> Choice | None:
        return _by_word(cls).get(folded(str(value).strip(_ROUND)))


@cache
def _by_word(choices: type[Choice]) -> dict[str, Choice]:
    others = {word: choices(meant) for word, meant in choices.other_words().items()}
    return others | {folded(choice.value): choice for choice in choices}


_ChoiceType = TypeVar("_ChoiceType", bound=Choice)


def by_pattern(patterns: Mapping[_ChoiceType, str], word: str) -> _ChoiceType | None:
    """Return the first choice whose pattern a text of people's own follows, in any case; None for other texts."""
    text = " ".join(word[:_LONGEST_WORD].split()).rstrip(".!\ufe0f ")
    return next((choice for choice, words in patterns.items() if re.fullmatch(words, text, re.IGNORECASE)), None)


def one_of(choices: type[_ChoiceType]) -> BeforeValidator:
    """Return what reads one of `choices`, with the whole list and the nearest word in the message."""

    def choose(written: Any) -> _ChoiceType:
        word = text_of(written)
        try:
            return choices(word)
        except ValueError:
            near = "" if _DENIED.match(word) else did_you_mean(word, choices)
            message = f"{quoted(word)} kendes ikke.{near} Skriv {listed(choices)}."
            raise RefusedError(fields.CHOICE, message) from None

    return BeforeValidator(choose)


def choices_in(annotation: Any) -> tuple[str, ...]:
    """Return the words of a Choice somewhere inside an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        return tuple(choice.value for choice in annotation)
    return next(filter(None, map(choices_in, get_args(annotation))), ())


def one_or_listed(written: Any) -> Any:
    """Return one text where a list is meant as a list, and an empty list where nothing stands."""
    if isinstance(written, str):
        return [written] if written.strip() else []
    return written or []


def _several(written: Any) -> Any:
    """Return the values of a list, of which one may stand alone; several lines, or what stands between semicolons, are several."""
    return _flat(written, _BETWEEN_TEXTS)


def _listed(written: Any) -> Any:
    """Return values as `_several` does; commas, slashes and "og" part them, too."""
    return _flat(written, _BETWEEN)


def _flat(written: Any, between: re.Pattern[str]) -> Any:
    values = written if isinstance(written, list | tuple) else [written]
    if not any(isinstance(value, str) and (between.search(value) or _FIRST.match(value)) for value in values):
        return values
    parts = (part for value in values for part in (_parts(value, between) if isinstance(value, str) else [value]))
    return [*islice(parts, _MOST + 1)]


def _parts(value: str, between: re.Pattern[str]) -> list[str]:
    parts = [_BULLET.sub("", part) for part in between.split(value.strip()) if part]
    return _unnumbered(parts) or [value]


def _unnumbered(parts: list[str]) -> list[str]:
    """Return the points of a list without their numbers: `1. Mødes`, `2. Spise`; also where they stand in one line."""
    if len(parts) == 1 and _FIRST.match(parts[0]):
        line, starts = parts[0], [0]
        while found := re.compile(rf"\s{len(starts) + 1}[.)]\s+(?=[A-ZÆØÅ])").search(line, starts[-1]):
            starts.append(found.start())
        parts = [line[start:end].strip() for start, end in zip(starts, [*starts[1:], len(line)], strict=True)]
    numbered = [re.match(rf"{number}[.)]\s+(?!(?i:{MONTH_BEGINS}))", part) for number, part in enumerate(parts, 1)]
    is_list = len(parts) > 1 and all(numbered)
    return [part[match.end() :] for part, match in zip(parts, numbered, strict=True) if match] if is_list else parts


_Item = TypeVar("_Item")
Several = Annotated[tuple[_Item, ...], BeforeValidator(_several), Field(max_length=_MOST)]
"""A list of texts, in which a comma may stand, or of mappings."""


class _InOneLine:
    """Marks a list whose values may stand in one line with commas between."""


IN_ONE_LINE = _InOneLine()
Listed = Annotated[tuple[_Item, ...], BeforeValidator(_listed), Field(max_length=_MOST), IN_ONE_LINE]
"""A list of words in which no comma can stand."""
