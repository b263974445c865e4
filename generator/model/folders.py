"""Where the files of an owner lie: of an area, by its slug, or of the programme."""

from __future__ import annotations

PROGRAMME = "programmet"
"""Who owns what is no area's: the programme itself."""


def folder_of(owner: str) -> str:
    """Return the folder with all that an owner has written: `areas/nordmors`, or `content` for the programme."""
    return "content" if owner == PROGRAMME else f"areas/{owner}"


def area_file(slug: str) -> str:
    """Return the file with the facts of an area: `areas/nordmors/area.yml`."""
    return f"{folder_of(slug)}/area.yml"


def event_file(owner: str, name: str) -> str:
    """Return the file of an event: `areas/nordmors/events/sang.md`."""
    return f"{folder_of(owner)}/events/{name}.md"


def story_file(owner: str, name: str) -> str:
    """Return the file of a story: `areas/nordmors/historier/koret.md`."""
    return f"{folder_of(owner)}/historier/{name}.md"
