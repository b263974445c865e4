"""What is left of the programme's own files where some of their fields cannot be read: the areas are shown without these.

A field that is not known is empty, and nothing is said in its stead. What the programme is called, who gives what to how many areas
and when, its core elements, licence and statement are said all over the site: without one of these there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from generator.content.fallbacks import first_step, without
from generator.model.content import Content
from generator.model.programme import Contacts, Points, PostalAddress, Programme, Timeline
from generator.text.letters import folded

_Model = TypeVar("_Model", bound=Content)

_NO_POINTS = Points.of({"title": "", "points": ()})
_NO_ADDRESS = PostalAddress.of(dict.fromkeys(PostalAddress.model_fields, ""))
_POINTS = {"titel": "x", "punkter": ["x"]}
_ADDRESS = {"navn": "x", "afdeling": "x", "gade": "x", "postnummer": "9000", "by": "x"}
_SPARE: Mapping[type[Content], Mapping[str, tuple[Any, Any]]] = {
    Contacts: {
        "personer": ([{"navn": "x", "telefon": "12 34 56 78"}], ()),
        "mail": ("x@example.org", ""),
        "adresse": (_ADDRESS, _NO_ADDRESS),
    },
    Timeline: {"trin": ([{"nøgle": "x", "titel": "x", "periode": "2026-01"}], ())},
    Programme: {
        "kriterier": (_POINTS, _NO_POINTS),
        "mål": ([{"titel": "x", "niveau": "x", "tekst": "x"}], ()),
        "opgaver": (_POINTS, _NO_POINTS),
    },
}
"""The fields that can be left out: what stands for each while the others are read, and what it is then."""


def may_be_left_out(model: type[Content]) -> bool:
    """Return whether a file of this model is shown without some of its fields."""
    return model in _SPARE


def unknown_fields(model: type[Content], broken: Iterable[str]) -> frozenset[str]:
    """Return the fields that problems are about, as the model calls them; all of them where one is about the whole file."""
    known = {folded(key): key for key in model.field_keys()}
    named = [first_step(field) for field in broken]
    return frozenset(known.values()) if "" in named else frozenset(known.get(folded(name), name) for name in named)


def less(model: type[_Model], written: Any, fields: frozenset[str]) -> _Model | None:
    """Return a file without some of its fields; None where one of them decides."""
    spare = _SPARE[model]
    known = {key for key in fields if key in model.field_keys()}
    if not known <= spare.keys():
        return None
    rest = without(model, written if isinstance(written, dict) else {}, fields)
    stand_ins = {key: spare[key][0] for key in known}
    names = {field.alias or name: name for name, field in model.model_fields.items()}
    try:
        found = model.model_validate({**rest, **stand_ins})
    except ValidationError:
        return None
    return found.model_copy(update={names[key]: spare[key][1] for key in known})
