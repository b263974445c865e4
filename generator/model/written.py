"""How a rule of value is written: what reads it from a text, and the patterns that schemas and forms get of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import AfterValidator, BeforeValidator

from generator.problems.problem import RefusedError, quoted
from generator.problems.rules import fields
from generator.problems.rules.rule import Rule

_SHORT = 200
LONGEST_LINE = 500
"""Letters of a line that one may write instead of fields, and of a field that is one line."""


@dataclass(frozen=True, slots=True)
class Written:
    """Marks a rule of value that is read from a text, with the pattern of such texts, in any case; empty when any will do.

    `message` is what a form says of a text that does not follow the pattern; empty where a form has words of its own. `wider` is
    the form's pattern where more is read than editors of files are told: a form refuses nothing that is read.
    """

    pattern: str = ""
    message: str = ""
    wider: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A rule that the whole of a text follows, whatever its case; `{}` in the message is what was written."""

    pattern: str
    rule: Rule
    message: str

    def __call__(self, written: str) -> str:
        if not re.fullmatch(self.pattern, written, re.IGNORECASE):
            raise RefusedError(self.rule, self.message.format(quoted(written)))
        return written


@dataclass(frozen=True)
class Matching(AfterValidator):
    """A validator that tells its pattern, too."""

    pattern: str


def matching(pattern: str, rule: Rule, message: str) -> Matching:
    """Return a validator that lets through only texts that follow the pattern."""
    return Matching(Pattern(pattern, rule, message), pattern)


def parsed(parse: Callable[[str], Any], longest: int = _SHORT) -> BeforeValidator:
    """Return a validator that reads a text of at most `longest` letters with `parse`, and lets through what is read already."""

    def read(written: Any) -> Any:
        return parse(text_up_to(longest, text_of(written))) if isinstance(written, str | list | dict) else written

    return BeforeValidator(read)


def short_text_of(written: Any) -> str:
    """Return a text that is short enough to be looked at with patterns. Raises RefusedError for others, a list and fields."""
    return text_up_to(_SHORT, text_of(written))


def short(written: Any, longest: int = _SHORT) -> str:
    """Return a text that is short enough to be looked at with patterns; an empty one for others, for a list and for fields."""
    return written if isinstance(written, str) and len(written) <= longest else ""


def text_up_to(longest: int, text: str) -> str:
    """Return the text. Raises RefusedError where it has more letters than `longest`."""
    if len(text) > longest:
        raise RefusedError(fields.TOO_LONG, f"Teksten er for lang. Den må højst være på {longest} bogstaver. Gør den kortere.")
    return text


def text_of(written: Any) -> str:
    """Return a text without the space around it. Raise RefusedError for a list and for fields."""
    if not isinstance(written, str):
        raise RefusedError(fields.TEXT_WANTED, "Her skal stå en tekst, ikke en liste eller flere felter.")
    return written.strip()
