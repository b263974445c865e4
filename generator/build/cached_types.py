"""Which classes a value in the cache may be made of: facts that do nothing when they are made."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from generator.model.content import again

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
    "generator.rendering.assets": ("Assets",),
    "generator.search.documents": ("Document",),
}


def find_type(module: str, name: str) -> Any:
    """Return the class or the function `again` that a cached value names. Raises LookupError for every other name."""
    if module.startswith(_MODEL) or name in _FACTS.get(module, ()):
        found = getattr(import_module(module), name, None)
        if found is again or (isinstance(found, type) and found.__module__ == module):
            return found
    raise LookupError(f"{module}.{name}")
