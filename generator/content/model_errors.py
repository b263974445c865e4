"""The Danish messages for what pydantic finds: what was written, and what to write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic.fields import FieldInfo

from generator.model.content import MOST_KEYS, Content, content_in
from generator.problems.problem import did_you_mean, listed
from generator.problems.rules import fields
from generator.problems.rules.rule import Rule
from generator.reading.sources import Location


def message_for(model: type[Content], location: Location, fault: Mapping[str, Any]) -> tuple[str, Rule]:
    """Return the message and the rule for one of the errors of a ValidationError over `model`."""
    name, context = fault["type"], fault.get("ctx", {})
    if name == "value_error":
        return str(context["error"]), getattr(context["error"], "rule", fields.OTHER)
    if name == "missing":
        return "Feltet mangler." + _example(str(location[-1]), _field(model, location)), fields.MISSING
    if name == "extra_forbidden":
        home = model_at(model, location[:-1])
        return "Feltet kendes ikke." + (_other_keys(str(location[-1]), home.field_keys()) if home else ""), fields.UNKNOWN
    if name == "too_long" and not isinstance(fault.get("input"), str):
        return f"Listen er for lang. Der må højst stå {context['max_length']}. Gør den kortere.", fields.LONG_LIST
    if name in ("string_too_long", "too_long"):
        return f"Teksten er for lang. Den må højst være på {context['max_length']} bogstaver. Gør den kortere.", fields.TOO_LONG
    if name in ("int_parsing", "int_type", "greater_than"):
        return "Her skal stå et helt tal over nul. Skriv for eksempel 80.", fields.NUMBER
    if name == "too_short":
        return "Listen er tom. Skriv mindst én ting på den.", fields.EMPTY_LIST
    if name.endswith("_type"):
        return "Her skal stå felter under hinanden, ikke en tekst eller en liste.", fields.FIELDS_WANTED
    return "Feltet kan ikke læses. Skriv det som i vejledningen.", fields.OTHER


def _other_keys(written: str, keys: Sequence[str]) -> str:
    """Return what an unknown key was perhaps meant to be, else what can stand there."""
    near = did_you_mean(written, keys)
    if near:
        return near
    return f" Her kan stå {listed(keys)}." if len(keys) <= MOST_KEYS else " Ret ordet, eller slet linjen."


def model_at(model: type[Content], location: Location) -> type[Content] | None:
    """Return the model of the mapping that stands at `location`; None where none does."""
    home: type[Content] | None = model
    keyed = False
    for step in location:
        if home is None:
            return None
        if keyed or isinstance(step, int):
            keyed = False
            continue
        field = next((field for name, field in home.model_fields.items() if step in (name, field.alias)), None)
        home, keyed = (content_in(field.annotation), "Mapping" in str(field.annotation)) if field else (None, False)
    return home


def _field(model: type[Content], location: Location) -> FieldInfo | None:
    home = model_at(model, location[:-1])
    fields = home.model_fields.items() if home else ()
    return next((field for name, field in fields if location[-1] in (name, field.alias)), None)


def _example(key: str, field: FieldInfo | None) -> str:
    if field is None or not field.examples:
        return ""
    return f" Skriv for eksempel {key}: {str(field.examples[0]).removesuffix('.')}."
