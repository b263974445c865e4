"""Places that events name, where they are those of their area: written by their name, or by their key as Danes spell it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.model.event import Event
from generator.model.place import Place
from generator.text.letters import folded


def with_known_places(events: Iterable[Event], places: Mapping[str, Place]) -> tuple[Event, ...]:
    """Return events of which each place that is one of the area's goes by its key, also where only its name was written."""
    known = {folded(word): key for key, each in places.items() for word in (each.name, key)}
    return tuple(_with_known_places(event, known) for event in events) if known else tuple(events)


def _with_known_places(event: Event, known: Mapping[str, str]) -> Event:
    place = _known(event.place, known)
    changes = tuple(
        change if (other := _known(change.place, known)) is change.place else change.model_copy(update={"place": other})
        for change in event.changes
    )
    is_same = place is event.place and all(one is other for one, other in zip(changes, event.changes, strict=True))
    return event if is_same else event.model_copy(update={"place": place, "changes": changes})


def _known(place: str | Place | None, known: Mapping[str, str]) -> str | Place | None:
    """Return the key of a place that is known; the place itself where it is written out, or unknown."""
    if place is None or (isinstance(place, Place) and not place.is_name):
        return place
    return known.get(folded(place.name if isinstance(place, Place) else place), place)
