"""Which types a value in the cache may have: facts that do nothing when they are made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from importlib import import_module
from typing import Any

from generator.cache.store import ValueTypes
from generator.model.choice import Choice
from generator.model.content import Content

_MODEL = "generator.model."
_FACTS = {
    "datetime": ("date", "datetime", "time", "timedelta"),
    "generator.build.artifacts": ("OwnerArtifact", "EventArtifact"),
    "generator.build.writer": ("ArtifactFiles",),
    "generator.danish.dates": ("Moment",),
    "generator.danish.spans": ("Period",),
    "generator.danish.recurrence": ("Repetition",),
    "generator.feeds.event_feeds": ("EventFeeds",),
    "generator.media.dots": ("Dot",),
    "generator.model.address": ("Phone",),
    "generator.model.estimate": ("Estimate",),
    "generator.model.price": ("Price",),
    "generator.model.values": ("Coordinates",),
    "generator.rendering.assets": ("Assets",),
    "generator.rendering.page_styles": ("Style",),
    "generator.search.documents": ("Document",),
}


def parts_of(value: Any) -> tuple[Any, ...] | None:
    """Return what the maker of a value's type makes it from again; None for what pickle takes apart as well."""
    kind = type(value)
    if issubclass(kind, Content):
        return (vars(value),)
    if is_dataclass(kind):
        return tuple(getattr(value, each.name) for each in fields(value))
    return tuple(value) if issubclass(kind, tuple) else None


@cache
def maker_of(module: str, name: str) -> Callable[..., Any]:
    """Return what makes values of the type that a cached value names. Raises LookupError for every other name.

    It is the bound `__call__` of the type, or of `of` for content: it calls what it is bound to and has no attribute to set. The
    type itself would have: then a forged value could give it others (pickle's BUILD sets attributes of what stands on its stack).
    """
    found = getattr(import_module(module), name, None) if module.startswith(_MODEL) or module in _FACTS else None
    if isinstance(found, type) and found.__module__ == module:
        if issubclass(found, Content):
            return found.of.__call__  # type: ignore[operator,no-any-return]
        if name in _FACTS.get(module, ()) or (issubclass(found, Choice) and len(found)):
            return type.__call__.__get__(found)  # type: ignore[no-any-return]
    raise LookupError(f"{module}.{name}")


TYPES = ValueTypes(parts_of, maker_of)
