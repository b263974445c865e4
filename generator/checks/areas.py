"""Checks of what areas and ideas say about the programme and about each other."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from pathlib import Path

from generator.cache.leftovers import is_leftover
from generator.checks.words import unknown
from generator.model.area import PLACEHOLDER, Area, Status
from generator.model.owners import FILE as OWNERS_FILE
from generator.model.site import Site
from generator.problems.problem import Problem
from generator.problems.rules import fields, values
from generator.reading.sources import problem_at
from generator.text.letters import folded


def core_elements_exist(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that areas and ideas name the programme's core elements."""
    keys = [element.key for element in site.programme.core_elements]
    if site.hides("content/programme.yml"):
        return
    for area in site.areas:
        for place, key in enumerate(area.core_elements):
            if key not in keys:
                yield problem_at(root, area.source, ("kerneelementer", place), unknown(key, keys), fields.CHOICE)
    for idea in site.ideas:
        if idea.core_element not in keys:
            yield problem_at(root, idea.source, ("kerneelement",), unknown(idea.core_element, keys), fields.CHOICE)


def steps_exist(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that the steps an area has taken are the timeline's."""
    keys = [step.key for step in site.timeline.steps]
    if site.hides("content/timeline.yml"):
        return
    for area in site.areas:
        for place, taken in enumerate(area.steps):
            if taken.step not in keys:
                yield problem_at(root, area.source, ("trin", place, "trin"), unknown(taken.step, keys), fields.CHOICE)


def ideas_have_their_area(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that an idea's area is one of the areas."""
    slugs = [area.slug for area in site.areas]
    for idea in site.ideas:
        if idea.area and idea.area not in slugs and not site.hides(f"areas/{idea.area}/area.yml"):
            yield problem_at(root, idea.source, ("område",), unknown(idea.area, slugs), fields.CHOICE)


def areas_are_as_many_as_agreed(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that there are no more areas than the programme has, drafts apart, and no two of one name."""
    names: dict[str, Area] = {}
    most = inf if site.hides("content/programme.yml") else site.programme.area_count
    shown = 0
    for area in sorted(site.areas, key=lambda area: area.slug):
        draft = area.status is Status.DRAFT
        shown += not draft
        if shown > most and not draft:
            message = f"Der er flere end programmets {most} lokalområder. Slet et eksempels mappe, eller spørg programmet."
            yield problem_at(root, area.source, ("navn",), message, values.TOO_MANY_AREAS)
        twin = names.setdefault(folded(area.name), area)
        if twin is not area:
            message = f"«{area.name}» er også navnet i {twin.source}. Skriv et andet navn i en af dem."
            yield problem_at(root, area.source, ("navn",), message, values.AREA_TWICE)


def owners_have_their_area(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that each area with owners is there: its folder, for what it says may be broken."""
    slugs = sorted(folder.name for folder in (root / "areas").glob("*/") if not is_leftover(folder.name))
    for slug in site.owners.areas:
        if slug not in slugs and not site.hides(f"areas/{slug}"):
            yield problem_at(root, OWNERS_FILE, ("områder", slug), unknown(slug, slugs), fields.CHOICE)


def nothing_is_left_to_write(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that an area that is shown says something of itself where its file was made with a placeholder."""
    for area in site.areas:
        if area.status is not Status.DRAFT and area.summary == PLACEHOLDER:
            yield problem_at(root, area.source, ("resumé",), "Her mangler en tekst. Skriv området i én linje.", fields.PLACEHOLDER)
