"""New content files, ready to fill in: the fields that must be there, and all others behind `#` with an example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.editing.form.write import scalar
from generator.editing.schema.examples import example_lines
from generator.model.area import AreaFacts
from generator.model.content import Content
from generator.model.event import EventFacts

HOW = (
    "Fjern # og mellemrummet foran de linjer, I vil bruge, og skriv jeres eget.",
    "Resten må gerne slettes. Alle felter er forklaret på siden /rediger/.",
)
_LATER = ("runder", "afsluttet")
"""Fields of an area that a new one does not need: with one round nobody has to know the word."""


def area_file(facts: Mapping[str, str]) -> str:
    """Return an `area.yml` that says `facts`, by their Danish keys; the rest is behind `#`."""
    return "\n".join(_lines(AreaFacts, facts)) + "\n"


def event_file(facts: Mapping[str, str]) -> str:
    """Return the file of an event that says `facts`; its text is still to be written."""
    return "\n".join(["---", *_lines(EventFacts, facts), "---", ""])


def _lines(model: type[Content], facts: Mapping[str, str]) -> Iterator[str]:
    yield from (f"{key}: {scalar(value)}" for key, value in facts.items())
    yield from ("", *(f"## {line}" for line in HOW))
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key not in (*facts, *_LATER):
            yield from ("", f"## {field.description}", *(f"# {line}" for line in example_lines(key, field)))
