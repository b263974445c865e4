"""What an import proposes: files, and what is said of each event of a source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.editing.form.write import ProposedFile
from generator.importing.merge import Difference


class Kind(StrEnum):
    """What becomes of one event of a source, as a heading says it."""

    NEW = "Nye"
    CHANGED = "Rettet"
    MOVED = "Flyttet"
    CANCELLED = "Aflyst"
    GONE = "Står ikke længere i kilden, og er derfor foreslået aflyst"
    CONFLICT = "Rettet af jer, så kildens ændring er ikke taget med"
    DOUBLE = "Står der allerede"
    REFUSED = "Kan ikke tages med"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One event of a source: its file, where there is one, its title, and what is said of it, line by line or field by field."""

    kind: Kind
    path: str
    title: str
    when: str = ""
    said: tuple[str, ...] = ()
    fields: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportProposal:
    """What the sources of an area propose. `faults` are of sources, or of the area, that cannot be read."""

    slug: str
    name: str
    files: tuple[ProposedFile, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    notes: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
