"""The Danish messages for what pydantic finds: what was written, and what to write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from generator.model.content import MOST_KEYS, Content, content_in
from generator.model.place import LOCATION_MARKS
from generator.model.synonyms import CLOCK, JOINED, comparable, may_mean
from generator.problems.problem import Problem, did_you_mean, listed
from generator.problems.rules import fields
from generator.problems.rules.rule import Rule
from generator.reading.places import Location, problem_at
from generator.reading.sources import Source
from generator.text.letters import folded

_MOST_PROBLEMS = 100
"""In one file: who has made so many has made one mistake many times."""


def problems_of(root: Path, model: type[Content], source: Source, error: ValidationError) -> Iterator[Problem]:
    """Yield what is wrong with a file's fields, each where it stands."""
    for fault in _without_empty(error.errors(include_url=False))[:_MOST_PROBLEMS]:
        location = [step for step in fault["loc"] if step not in LOCATION_MARKS]
        of_key = location[-1:] == ["[key]"] and fault["type"] != "extra_forbidden"
        if of_key:
            location.pop()
        below = _below(source.body, location) if fault["type"] == "missing" else None
        if below is not None:
            message = f"Feltet {location[0]} står nede i teksten. Flyt linjen op til de andre felter, over «---»."
            yield Problem(source.path, source.body_line + below, 1, str(location[0]), message, fields.MISSING)
            continue
        message, kind = message_for(model, location, fault)
        at_key = of_key or fault["type"] == "extra_forbidden"
        yield problem_at(root, source.path, location, message, kind, at_key=at_key)


def _below(body: str, location: Location) -> int | None:
    """Return the line of a text (from 0) that holds the field at `location`; None for other fields and where there is none."""
    found = (
        re.search(rf"^[ \t]*{re.escape(str(location[0]))}[ \t]*:", body, re.MULTILINE | re.IGNORECASE)
        if len(location) == 1
        else None
    )
    return body.count("\n", 0, found.start()) if found else None


def _without_empty(faults: list[Any]) -> list[Any]:
    """Return the faults of a ValidationError but for lists that are empty only because what stands in them has faults."""
    inside = {fault["loc"][:depth] for fault in faults for depth in range(len(fault["loc"]))}
    return [fault for fault in faults if fault["type"] != "too_short" or fault["loc"] not in inside]


def problems_of_part(root: Path, model: type[Content], source: Source) -> Iterator[Problem]:
    """Yield what is wrong with the fields that could be read of a file that could not be read whole.

    A line with a problem gets no second one, and a field that could not be read is not missing.
    """
    if not isinstance(source.part, dict):
        return
    try:
        model.model_validate(source.part)
    except ValidationError as error:
        lines = {problem.line for problem in source.problems}
        for problem in problems_of(root, model, source, error):
            if problem.line not in lines and not (problem.rule is fields.MISSING and _is_unread(problem.field, source)):
                yield problem


def _is_unread(field: str, source: Source) -> bool:
    known = [key for key in source.unread if key is not None]
    return "." not in field and (None in source.unread or any(key == folded(field) or may_mean(key, field) for key in known))


def message_for(model: type[Content], location: Location, fault: Mapping[str, Any]) -> tuple[str, Rule]:
    """Return the message and the rule for one of the errors of a ValidationError over `model`."""
    name, context = fault["type"], fault.get("ctx", {})
    if name == "value_error":
        return str(context["error"]), getattr(context["error"], "rule", fields.OTHER)
    if name == "missing":
        return "Feltet mangler." + _example(str(location[-1]), _field(model, location)), fields.MISSING
    if name == "extra_forbidden":
        home = model_at(model, location[:-1])
        return "Feltet kendes ikke." + (_other_keys(str(location[-1]), home) if home else ""), fields.UNKNOWN
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


def _other_keys(written: str, home: type[Content]) -> str:
    """Return what an unknown key was perhaps meant to be, else what can stand there."""
    keys = home.field_keys()
    if (meant := home.synonyms.get(comparable(written))) in keys:
        return f" Det hedder {meant}, og det står her i forvejen. Behold det ene."
    if meant == CLOCK:
        return " Skriv klokkeslættet ved start. Er det åbningstider, så skriv dem i teksten under felterne, og slet linjen."
    if meant in JOINED:
        return f" Skriv det i feltet {JOINED[meant]}."
    elsewhere = home.elsewhere.get(comparable(written))
    if elsewhere:
        return f" {elsewhere}"
    near = did_you_mean(written, keys)
    if near:
        return near
    return f" Her kan stå {listed(keys)}." if len(keys) <= MOST_KEYS else f" {home.unknown}"


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
        field = home.field_called(step)
        home, keyed = (content_in(field.annotation), "Mapping" in str(field.annotation)) if field else (None, False)
    return home


def _field(model: type[Content], location: Location) -> FieldInfo | None:
    home = model_at(model, location[:-1])
    return home.field_called(location[-1]) if home else None


def _example(key: str, field: FieldInfo | None) -> str:
    if field is None or not field.examples:
        return ""
    return f" Skriv for eksempel {key}: {str(field.examples[0]).removesuffix('.')}."
