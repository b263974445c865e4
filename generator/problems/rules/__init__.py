"""Every kind of problem with its explanation. A Problem cannot be made without one, so that no message is unexplained."""

from __future__ import annotations

from types import ModuleType

from generator.problems.rules import dates, fields, files, reading, text, values
from generator.problems.rules.rule import Rule


def _kinds(module: ModuleType) -> tuple[Rule, ...]:
    return tuple(value for value in vars(module).values() if isinstance(value, Rule))


GROUPS: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("Felterne", _kinds(fields)),
    ("Dage og klokkeslæt", _kinds(dates)),
    ("Adresser, numre og steder", _kinds(values)),
    ("Billeder, dokumenter og filer", _kinds(files)),
    ("Teksten under felterne", _kinds(text)),
    ("Når filen ikke kan læses", _kinds(reading)),
)
"""The kinds as the page of messages groups them."""

KINDS: tuple[Rule, ...] = tuple(kind for _, group in GROUPS for kind in group)
