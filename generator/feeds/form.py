"""What the form for events fetches: of each area its places and its files' names, and the files themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator import urls
from generator.editing.form.source import event_source
from generator.pages.context import SiteContext


def of_owner(context: SiteContext, owner: str) -> Iterator[tuple[str, bytes]]:
    """Yield what the form must know of an area or of the programme, and each event's file under its name."""
    area, dot, events = context.calendar.areas.get(owner), context.cards.dot_of(owner), context.calendar.events_of(owner)
    places = area.places if area else {}
    data = {
        "name": area.name if area else context.site.programme.name,
        "form": dot.form,
        "colours": dot.colours,
        "places": [{"key": key, "name": place.name, "town": place.town} for key, place in places.items()],
        "events": [event.name for event in events],
    }
    yield urls.form_owner(owner), _written(data)
    yield urls.form_sources(owner), _written({event.name: event_source(event) for event in events})


def _written(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
