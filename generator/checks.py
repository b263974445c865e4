"""Facts that span fields or files. Each check is a generator of Problems that begins with what it ensures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from generator.letters import folded
from generator.model.area import Area
from generator.model.site import PROGRAMME, Site
from generator.model.values import Picture
from generator.pictures import fault_in
from generator.problems import Problem, did_you_mean, listed
from generator.sources import problem_at

Check = Callable[[Path, Site], Iterator[Problem]]


def core_elements_exist(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that areas and ideas name the programme's core elements."""
    keys = [element.key for element in site.programme.core_elements]
    for area in site.areas:
        for place, key in enumerate(area.core_elements):
            if key not in keys:
                yield problem_at(root, area.source, ("kerneelementer", place), _unknown(key, keys))
    for idea in site.ideas:
        if idea.core_element not in keys:
            yield problem_at(root, idea.source, ("kerneelement",), _unknown(idea.core_element, keys))


def steps_exist(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that the steps an area has taken are the timeline's."""
    keys = [step.key for step in site.timeline.steps]
    for area in site.areas:
        for place, taken in enumerate(area.steps):
            if taken.step not in keys:
                yield problem_at(root, area.source, ("trin", place, "trin"), _unknown(taken.step, keys))


def places_exist(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that a place named by its key is one of the area's own."""
    for area in site.areas:
        for event in area.events:
            if isinstance(event.place, str) and event.place not in area.places:
                yield problem_at(root, event.source, ("sted",), _place_message(event.place, list(area.places)))
    for event in site.events:
        if isinstance(event.place, str):
            yield problem_at(root, event.source, ("sted",), _place_message(event.place, []))


def ideas_have_their_area(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that an idea's area is one of the areas."""
    slugs = [area.slug for area in site.areas]
    for idea in site.ideas:
        if idea.area and idea.area not in slugs:
            yield problem_at(root, idea.source, ("område",), _unknown(idea.area, slugs))


def areas_are_as_many_as_agreed(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that there are no more areas than the programme has, and no two of one name."""
    names: dict[str, Area] = {}
    for place, area in enumerate(sorted(site.areas, key=lambda area: area.slug)):
        if place >= site.programme.area_count:
            message = f"Der er flere end de {site.programme.area_count} lokalområder, programmet har."
            yield problem_at(root, area.source, ("navn",), message)
        twin = names.setdefault(folded(area.name), area)
        if twin is not area:
            yield problem_at(root, area.source, ("navn",), f"«{area.name}» er også navnet i {twin.source}.")


def pictures_can_be_shown(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that each picture's file is in the folder of the one who shows it, and is a picture."""
    for path, folder, picture in _pictures(site):
        if picture is None:
            continue
        file = root / folder / picture.file
        missing = f"«{picture.file}» findes ikke. Læg filen i {folder}/images."
        fault = fault_in(file) if file.is_file() and not file.is_symlink() else missing
        if fault:
            yield problem_at(root, path, ("billede", "fil"), fault)


def files_belong(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that an area's folder holds what the model names, and no links or programs."""
    del site
    top = {"area.yml", "index.md", "events", "images"}
    for entry in sorted((root / "areas").rglob("*")):
        parts = entry.relative_to(root / "areas").parts
        path = entry.relative_to(root).as_posix()
        if entry.is_symlink():
            yield Problem(path, 1, 1, "", "Genveje (symbolske links) kan ikke bruges her. Læg selve filen her.")
        elif (len(parts) == 1 and entry.is_file()) or (len(parts) == 2 and parts[1] not in top):
            yield Problem(path, 1, 1, "", f"Filen hører ikke til her.{did_you_mean(parts[-1], top)}")
        elif len(parts) == 3 and parts[1] == "events" and entry.suffix != ".md":
            yield Problem(path, 1, 1, "", "Et arrangement er en fil, hvis navn ender på .md.")


def _pictures(site: Site) -> Iterator[tuple[str, str, Picture | None]]:
    """Each picture with the file that names it and the folder its path starts from."""
    for area in site.areas:
        yield area.source, f"areas/{area.slug}", area.picture
    for event in site.all_events():
        yield event.source, "content" if event.owner == PROGRAMME else f"areas/{event.owner}", event.picture


def _unknown(key: str, keys: Sequence[str]) -> str:
    return f"«{key}» kendes ikke.{did_you_mean(key, keys)} Skriv {listed(keys)}."


def _place_message(key: str, keys: Sequence[str]) -> str:
    known = f" I area.yml står {listed(keys)}." if keys else ""
    return f"Stedet «{key}» kendes ikke.{did_you_mean(key, keys)}{known} Et andet sted skrives ud med sted: og navn: under."


CHECKS: tuple[Check, ...] = (
    core_elements_exist,
    steps_exist,
    places_exist,
    ideas_have_their_area,
    areas_are_as_many_as_agreed,
    pictures_can_be_shown,
    files_belong,
)
