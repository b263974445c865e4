"""Every rule. A Problem cannot be made without one, so that no message is unexplained."""

from __future__ import annotations

from types import ModuleType

from generator.problems.rules import dates, fields, files, reading, results, text, values
from generator.problems.rules.rule import Rule


def _rules(module: ModuleType) -> tuple[Rule, ...]:
    return tuple(value for value in vars(module).values() if isinstance(value, Rule))


GROUPS: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("Felterne", _rules(fields)),
    ("Dage og klokkeslæt", _rules(dates)),
    ("Adresser, numre og steder", _rules(values)),
    ("Billeder, dokumenter og filer", _rules(files)),
    ("Hvordan det gik", _rules(results)),
    ("Teksten under felterne", _rules(text)),
    ("Når filen ikke kan læses", _rules(reading)),
)
"""The rules as the page of messages groups them."""

RULES: tuple[Rule, ...] = tuple(rule for _, group in GROUPS for rule in group)
