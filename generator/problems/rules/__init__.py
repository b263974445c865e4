"""Every rule. A Problem cannot be made without one, so that no message is unexplained."""

from __future__ import annotations

from types import ModuleType

from generator.problems.rules import dates, fields, files, reading, results, text, values
from generator.problems.rules.rule import Rule
from generator.text.letters import slug


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
"""The rules as the pages of messages group them."""

_PLACES = {rule.code: slug(name) for name, rules in GROUPS for rule in rules}

RULES: tuple[Rule, ...] = tuple(rule for _, group in GROUPS for rule in group)


def explanation(messages: str, code: str) -> str:
    """Return the address where the rule of this code is explained; `messages` is that of the page of messages."""
    return f"{messages}{_PLACES[code]}/#{code}"
