"""How fields look when they are written: an example of each in lines of YAML, and new files that are ready to fill in."""

from __future__ import annotations

from collections import abc
from collections.abc import Iterator, Mapping

from pydantic.fields import FieldInfo

from generator.editing.form.write import scalar
from generator.model.area import AreaFacts
from generator.model.choice import choices_in
from generator.model.content import Content, content_in, holds
from generator.model.event import EventFacts

_SHOWN = 3
_KEYS = {"steder": "havnen", "kilder": "foreningen"}


def example_lines(key: str, field: FieldInfo) -> list[str]:
    """Return a field with its example. One that holds fields of its own shows what they need and a few more."""
    if field.examples:
        return [f"{key}: {scalar(str(field.examples[0]))}"]
    home = content_in(field.annotation)
    inner = [line for name, each in _shown(home) for line in example_lines(name, each)] if home else []
    if holds(field.annotation, tuple):
        return [f"{key}:", *(f"  {'-' if place == 0 else ' '} {line}" for place, line in enumerate(inner))]
    if holds(field.annotation, abc.Mapping):
        return [f"{key}:", f"  {_KEYS.get(key, 'navn')}:", *(f"    {line}" for line in inner)]
    return [f"{key}:", *(f"  {line}" for line in inner)]


def _shown(home: type[Content]) -> Iterator[tuple[str, FieldInfo]]:
    """Return the fields that must be there, and so many of the free texts that they are three in all, at least one."""
    fields = {field.alias or name: field for name, field in home.model_fields.items() if field.examples}
    alone = fields if "samtykke" not in fields else fields.keys() - {"navn"}  # a name needs its owner's consent
    free = [key for key, field in fields.items() if key in alone and not field.is_required() and not _is_answer(field)]
    needed = [key for key, field in fields.items() if field.is_required()]
    chosen = {*needed, *free[: max(1, _SHOWN - len(needed))]}
    return ((key, field) for key, field in fields.items() if key in chosen)


def _is_answer(field: FieldInfo) -> bool:
    """Return whether an example is a yes, a no or a choice, which as an example among others could contradict them."""
    return field.annotation is bool or bool(choices_in(field.annotation))


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
