"""A problem in the content, as it is reported to the person who wrote it: in Danish, with file, line and column."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from typing import TypeVar

from generator.problems.rules.rule import Rule
from generator.text.letters import folded, harmless, visible

_LONGEST_WORD = 60
_LONG_QUOTE = re.compile("«([^»]{100})[^»]+»")
_LONGEST_MESSAGE = 1000


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem in one file. Lines and columns count from 1; `path` is relative to the project, with `/`."""

    path: str
    line: int
    column: int
    field: str
    message: str
    rule: Rule = dataclasses.field(compare=False)

    @classmethod
    def of_file(cls, path: str, message: str, rule: Rule) -> Problem:
        """Return a problem of a file or folder as a whole: it stands at its first letter."""
        return cls(path, 1, 1, "", message, rule)

    def __post_init__(self) -> None:
        """Shorten what was quoted to a length that a person reads."""
        object.__setattr__(self, "message", _LONG_QUOTE.sub("«\\1…»", self.message)[:_LONGEST_MESSAGE])

    @property
    def identity(self) -> tuple[str, str, str]:
        """Return what stays of the problem when lines are put above it."""
        return self.path, self.field, self.message

    @property
    def spoken(self) -> str:
        """Return the field and the message, on one line that does nothing in a log."""
        return harmless(" ".join(f"{self.field}: {self.message}".split() if self.field else self.message.split()))

    def __str__(self) -> str:
        level = "advarsel: " if self.rule.warning else ""
        return f"{harmless(visible(self.path))}:{self.line}:{self.column}: {level}{self.spoken}"


_Value = TypeVar("_Value")


class RefusedError(ValueError):
    """Raised by what reads a value, with a Danish message and its rule."""

    def __init__(self, rule: Rule, message: str) -> None:
        super().__init__(message)
        self.rule = rule


def or_none(read: Callable[[str], _Value], written: str) -> _Value | None:
    """Return what a reader makes of a text; None where it raises RefusedError."""
    try:
        return read(written)
    except RefusedError:
        return None


class ContentError(Exception):
    """Raised where content with problems would have become a site. Carries all of them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(report(problems))
        self.problems = problems


def report(problems: Iterable[Problem]) -> str:
    """Return all problems, sorted, one on each line, and a line with their number."""
    found = sorted(set(problems))
    return "\n".join([*map(str, found), summary(found)])


def summary(problems: Iterable[Problem]) -> str:
    """Return how many problems there are and in how many files: `3 fejl i 2 filer`, `Ingen fejl, men 1 advarsel`."""
    found = set(problems)
    errors = [problem for problem in found if not problem.rule.warning]
    files = len({problem.path for problem in errors})
    parts = [f"{len(errors)} fejl i {files} {'fil' if files == 1 else 'filer'}"] if errors else ["Ingen fejl"]
    warnings = len(found) - len(errors)
    if warnings:
        parts.append(f"{warnings} {'advarsel' if warnings == 1 else 'advarsler'}")
    return (" og " if errors else ", men ").join(parts)


def quoted(written: object) -> str:
    """Return what somebody wrote, as `«…»` on one line."""
    return f"«{' '.join(str(written).split())}»"


def did_you_mean(written: str, choices: Iterable[str]) -> str:
    """Return the hint ` Mente du «titel»?` for a word that is nearly one of `choices`, else an empty text."""
    if len(written) > _LONGEST_WORD:
        return ""
    by_folded = {folded(choice): choice for choice in choices}
    near = get_close_matches(folded(written), by_folded, n=1, cutoff=0.6)
    return f" Mente du «{by_folded[near[0]]}»?" if near else ""


def unknown(key: str, keys: Sequence[str]) -> str:
    """Return the message for a key that is none of `keys`."""
    return f"{quoted(key)} kendes ikke." + (f"{did_you_mean(key, keys)} Skriv {listed(keys)}." if keys else " Slet linjen.")


def listed(choices: Iterable[str]) -> str:
    """Return choices as a Danish list: `musik, natur eller scene`."""
    *first, last = [*choices] or [""]
    return f"{', '.join(first)} eller {last}" if first else last
