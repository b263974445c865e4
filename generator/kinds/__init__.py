"""Every kind of problem with its explanation. A Problem cannot be made without one, so that no message is unexplained."""

from __future__ import annotations

from types import ModuleType

from generator.kinds import dates, fields, files, reading, text, values
from generator.kinds.kind import Kind


def _kinds(module: ModuleType) -> tuple[Kind, ...]:
    return tuple(value for value in vars(module).values() if isinstance(value, Kind))


GROUPS: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    ("Felterne", _kinds(fields)),
    ("Dage og klokkeslæt", _kinds(dates)),
    ("Adresser, numre og steder", _kinds(values)),
    ("Billeder, dokumenter og filer", _kinds(files)),
    ("Teksten under felterne", _kinds(text)),
    ("Når filen ikke kan læses", _kinds(reading)),
)
"""The kinds as the page of messages groups them."""

KINDS: tuple[Kind, ...] = tuple(kind for _, group in GROUPS for kind in group)
