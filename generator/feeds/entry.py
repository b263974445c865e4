"""What the form for events fetches: of each area its places and its files' names, and the files themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator import urls
from generator.entry.source import event_source
from generator.model.site import PROGRAMME
from generator.pages.view import View


def owners(view: View) -> Iterator[tuple[str, bytes]]:
    """One file for each area and one for the programme."""
    for area in view.site.areas:
        places = [{"key": key, "name": place.name, "town": place.town} for key, place in area.places.items()]
        yield _owner(view, area.slug, area.name, [event.name for event in area.events], places)
    yield _owner(view, PROGRAMME, view.site.programme.name, [event.name for event in view.site.events], [])


def sources(view: View) -> Iterator[tuple[str, bytes]]:
    """One file for each area and one for the programme, with each event's file under its name."""
    owners = {area.slug: area.events for area in view.site.areas} | {PROGRAMME: view.site.events}
    for owner, events in owners.items():
        yield urls.entry_sources(owner), _written({event.name: event_source(event) for event in events})


def _owner(view: View, slug: str, name: str, events: list[str], places: list[dict[str, Any]]) -> tuple[str, bytes]:
    dot = view.dot_of(slug)
    data = {"name": name, "form": dot.form, "colours": dot.colours, "places": places, "events": events}
    return urls.entry_owner(slug), _written(data)


def _written(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
