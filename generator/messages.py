"""What pydantic finds wrong, said in Danish with what was written and what to write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from pydantic.fields import FieldInfo

from generator.model.values import Content
from generator.problems import did_you_mean
from generator.sources import Location


def message_for(model: type[Content], location: Location, fault: Mapping[str, Any]) -> str:
    """The message for one of the faults of a ValidationError over `model`."""
    kind, context = fault["type"], fault.get("ctx", {})
    if kind == "value_error":
        return str(context["error"])
    if kind == "missing":
        return "Feltet mangler." + _example(str(location[-1]), _field(model, location))
    if kind == "extra_forbidden":
        home = model_at(model, location[:-1])
        return "Feltet kendes ikke." + (did_you_mean(str(location[-1]), home.field_keys()) if home else "")
    if kind == "too_long" and not isinstance(fault.get("input"), str):
        return f"Listen er for lang. Der må højst stå {context['max_length']}."
    if kind in ("string_too_long", "too_long"):
        return f"Teksten er for lang. Den må højst være på {context['max_length']} bogstaver."
    if kind in ("int_parsing", "int_type", "greater_than"):
        return "Her skal stå et helt tal over nul."
    if kind == "too_short":
        return "Listen er tom."
    if kind.endswith("_type"):
        return "Her skal stå felter under hinanden, ikke en tekst eller en liste."
    return "Feltet kan ikke læses."


def model_at(model: type[Content], location: Location) -> type[Content] | None:
    """The model of the mapping that stands at `location`."""
    home: type[Content] | None = model
    keyed = False
    for step in location:
        if home is None:
            return None
        if keyed or isinstance(step, int):
            keyed = False
            continue
        field = next((field for name, field in home.model_fields.items() if step in (name, field.alias)), None)
        home, keyed = (_content_in(field.annotation), "Mapping" in str(field.annotation)) if field else (None, False)
    return home


def _content_in(annotation: Any) -> type[Content] | None:
    """The model inside `tuple[Partner, ...]`, `Place | None`, `Mapping[str, Place]` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, Content):
        return annotation
    return next(filter(None, map(_content_in, get_args(annotation))), None)


def _field(model: type[Content], location: Location) -> FieldInfo | None:
    home = model_at(model, location[:-1])
    fields = home.model_fields.items() if home else ()
    return next((field for name, field in fields if location[-1] in (name, field.alias)), None)


def _example(key: str, field: FieldInfo | None) -> str:
    if field is None or not field.examples:
        return ""
    return f" Skriv for eksempel {key}: {str(field.examples[0]).removesuffix('.')}."
