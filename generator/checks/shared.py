"""Checks of events that two areas show: the other area is there, and has said yes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.model.area import Area, Status
from generator.model.event import Event
from generator.model.folders import PROGRAMME
from generator.model.site import Site
from generator.problems.problem import Problem, quoted, unknown
from generator.problems.rules import values
from generator.reading.folders import area_folders
from generator.reading.places import problem_at


def shared_areas_exist(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that the areas an event or an area names are there: folders, for what their files say may be broken.

    It is a warning: an area that is gone takes nothing away from those that named it.
    """
    slugs = area_folders(root)
    for event in site.all_events():
        for place, slug in enumerate(event.also_in):
            if slug not in slugs and not site.hides_area(slug):
                yield problem_at(root, event.source, ("også i", place), unknown(slug, slugs), values.UNKNOWN_AREA)
    for area in site.areas:
        others = [*(slug for slug in slugs if slug != area.slug), PROGRAMME]
        for place, slug in enumerate(area.shares_with):
            if slug not in others and not site.hides_area(slug):
                yield problem_at(root, area.source, ("deler med", place), unknown(slug, others), values.UNKNOWN_AREA)


def shared_events_are_agreed(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that an area has said yes to the others whose events name it; both files are reported."""
    asked: set[tuple[str, str]] = set()
    for event in site.all_events():
        for place, slug in enumerate(event.also_in):
            area = site.area(slug)
            if area is None or area.status is Status.DRAFT or slug == event.owner or event.owner in area.shares_with:
                continue
            yield problem_at(root, event.source, ("også i", place), _to_owner(area, event), values.NOT_AGREED)
            if (slug, event.owner) not in asked:
                asked.add((slug, event.owner))
                yield problem_at(root, area.source, (), _to_host(site, event), values.NOT_AGREED)


def _to_owner(area: Area, event: Event) -> str:
    line = f"deler med: {event.owner}"
    return f"{area.name} har ikke sagt ja endnu, så det vises kun hos jer. Spørg dem: de skriver {line} i {area.source}."


def _to_host(site: Site, event: Event) -> str:
    owner = site.area(event.owner)
    name = owner.name if owner else site.programme.name
    return f"{name} vil gerne vise {quoted(event.title)} også hos jer. Siger I ja, så skriv deler med: {event.owner}."
