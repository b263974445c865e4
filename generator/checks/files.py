"""Checks of what content names that lies elsewhere: places, pictures, documents; and of files that lie where none should."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from generator import paths
from generator.cache.leftovers import is_committed_by_mistake, is_leftover
from generator.cache.walk import walk
from generator.media.pictures import PICTURE_CACHE, fault_in
from generator.model.folders import folder_of
from generator.model.place import Place
from generator.model.reports import written_reports
from generator.model.site import Site
from generator.model.values import Picture
from generator.problems.problem import Problem, did_you_mean, listed, quoted
from generator.problems.rules import files as rules
from generator.problems.rules import reading, values
from generator.problems.rules.rule import Rule
from generator.reading import settings
from generator.reading.folders import NO_LINK, NO_PROGRAM, NOT_A_FILE, is_special
from generator.reading.places import Location, problem_at
from generator.repository.git import tracked

MAX_DOCUMENT_BYTES = 10_000_000

_MARKDOWN = {"events": "Et arrangement", "historier": "En historie"}
_ENDINGS = {"images": (".jpg", ".jpeg", ".png", ".webp"), "documents": (".pdf",)}


def settings_can_be_used(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that mkdocs.yml says nothing that the engine refuses in English, or passes over without a word."""
    del site
    yield from settings.wrong_settings(root)
    yield from settings.missing_pages(root)


def places_exist(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that a place named by its key is one of the area's own."""
    places = {area.slug: list(area.places) for area in site.areas}
    for event in site.all_events():
        named: list[tuple[Location, object]] = [(("sted",), event.place)]
        named += [(("ændringer", place, "sted"), change.place) for place, change in enumerate(event.changes)]
        for location, key in named:
            if not isinstance(key, str) or key in places.get(event.owner, ()):
                continue
            if not site.hides_area(event.owner):
                message = _place_message(key, places.get(event.owner, []))
                yield problem_at(root, event.source, location, message, values.PLACE)


def places_can_be_found(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that a place in one line says more than its name, which not all know."""
    for event in site.all_events():
        named: list[tuple[Location, object]] = [(("sted",), event.place)]
        named += [(("ændringer", place, "sted"), change.place) for place, change in enumerate(event.changes)]
        for location, place in named:
            if (
                isinstance(place, Place)
                and place.is_name
                and re.search(rf"(?<!navn):[ \t]*[\"']?{re.escape(place.name)}", event.front)
            ):
                how = f"Skriv adressen efter med et komma, for eksempel {place.name}, Havnevej 1, 7900 Nykøbing Mors."
                yield problem_at(root, event.source, location, f"Her står kun stedets navn. {how}", values.PLACE_NAME)


def pages_that_all_lead_to_are_there(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that the pages of content/ that the menu, the footer and other pages lead to are there: a site with its settings has
    them all."""
    del site
    for path in paths.LED_TO if (root / settings.FILE).is_file() else ():
        if not os.path.lexists(root / path):
            message = "Siden mangler, og menuen eller bunden af alle sider leder til den. Læg filen tilbage."
            yield Problem.of_file(path, message, rules.FILE_MISSING)


def documents_can_be_fetched(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that each document is a PDF file of a size that a phone can fetch, in the folder of the one who offers it."""
    for event in site.all_events():
        folder = folder_of(event.owner)
        for place, document in enumerate(event.documents):
            file = root / folder / document.file
            fault = None if _is_reported(file, folder) else _document_fault(file, folder, document.file)
            if fault:
                yield problem_at(root, event.source, ("dokumenter", place, "fil"), *fault)


def pictures_can_be_shown(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that each picture's file is in the folder of the one who shows it, and is a picture."""
    for path, folder, location, picture in _pictures(site):
        file = root / folder / picture.file
        if _is_reported(file, folder):
            continue
        missing = f"«{picture.file}» findes ikke. Læg filen i {folder}/images.", rules.PICTURE_MISSING
        fault = fault_in(file, root / PICTURE_CACHE) if file.is_file() and not file.is_symlink() else missing
        if fault:
            yield problem_at(root, path, (*location, "fil"), *fault)


def named_files_are_files(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that no picture or document is a link, a folder or a pipe, which is reported at the file itself: where content is
    shown in spite of that, this is what leaves out the field that names it."""
    named = [(path, folder, (*location, "fil"), picture.file) for path, folder, location, picture in _pictures(site)]
    for event in site.all_events():
        documents = enumerate(event.documents)
        named += [(event.source, folder_of(event.owner), ("dokumenter", place, "fil"), each.file) for place, each in documents]
    for path, folder, location, name in named:
        if _is_reported(root / folder / name, folder):
            yield problem_at(root, path, location, f"«{name}» er ikke en fil. Læg selve filen i {folder}.", rules.NOT_A_FILE)


def files_belong(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that an area's folder holds what the model names, and no links or programs."""
    del site
    top = {"area.yml", "index.md", "events", "historier", "images", "documents"}
    for below, entry in walk(str(root / "areas")) if (root / "areas").is_dir() else ():
        parts, path, ending = below.split("/"), f"areas/{below}", PurePosixPath(below).suffix
        if entry.is_symlink():
            yield Problem.of_file(path, NO_LINK, reading.LINK)
        elif is_special(entry):
            yield Problem.of_file(path, NOT_A_FILE, rules.NOT_A_FILE)
        elif (len(parts) == 1 and entry.is_file()) or (len(parts) == 2 and parts[1] not in top):
            home = did_you_mean(parts[-1], top) or " Flyt den ind i et områdes mappe, eller slet den."
            yield Problem.of_file(path, f"Filen hører ikke til her.{home}", rules.MISPLACED)
        elif len(parts) == 3 and parts[1] in _MARKDOWN and ending != ".md":
            message = f"{_MARKDOWN[parts[1]]} er en fil, hvis navn ender på .md. Giv den et nyt navn."
            yield Problem.of_file(path, message, rules.ENDING)
        elif len(parts) == 3 and parts[1] in _ENDINGS and (entry.is_dir() or ending not in _ENDINGS[parts[1]]):
            message = f"Her ligger kun filer, hvis navne ender på {listed(_ENDINGS[parts[1]])}. Gem den sådan, eller slet den."
            yield Problem.of_file(path, message, rules.ENDING)
        elif entry.is_file() and entry.stat().st_mode & 0o111:
            yield Problem.of_file(path, NO_PROGRAM, rules.RUNNABLE)


def leftovers_are_not_committed(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that git knows no file of the content that a program left there: it is not shown, and comes back to everyone."""
    del site
    for path in sorted({_leftover(path) for path in tracked(root, "areas", "content") if is_committed_by_mistake(path)}):
        message = "Den er lavet af et program og kommer ikke med på siden. Slet den."
        yield Problem.of_file(path, message, rules.LEFTOVER)


def _leftover(path: str) -> str:
    """Return the outermost part of a path that is a leftover: of a program's folder only the folder is reported."""
    parts = path.split("/")
    first = next(place for place, name in enumerate(parts, 1) if is_leftover(name))
    return "/".join(parts[:first])


def _is_reported(file: Path, folder: str) -> bool:
    """Return whether a file is there, but not as a file, which is reported at the file itself where an area's files belong."""
    return folder.startswith("areas/") and os.path.lexists(file) and (file.is_symlink() or not file.is_file())


def _document_fault(file: Path, folder: str, name: str) -> tuple[str, Rule] | None:
    if not file.is_file() or file.is_symlink():
        return f"«{name}» findes ikke. Læg filen i {folder}/documents.", rules.DOCUMENT_MISSING
    if file.stat().st_size > MAX_DOCUMENT_BYTES:
        return (
            f"Filen fylder for meget: højst {MAX_DOCUMENT_BYTES // 1_000_000} MB. Gem den med mindre billeder i.",
            rules.DOCUMENT_SIZE,
        )
    with file.open("rb") as opened:
        is_pdf = opened.read(5) == b"%PDF-"
    return None if is_pdf else ("Filen er ikke en pdf. Gem den som pdf, og læg den op igen.", rules.DOCUMENT_UNREADABLE)


def _pictures(site: Site) -> Iterator[tuple[str, str, Location, Picture]]:
    """Yield each picture with the file that names it, the folder its path starts from, and where in the file it stands."""
    for area in site.areas:
        if area.picture:
            yield area.source, folder_of(area.slug), ("billede",), area.picture
        for place, picture in enumerate(area.gallery):
            yield area.source, folder_of(area.slug), ("billeder", place), picture
    for event in site.all_events():
        if event.picture:
            yield event.source, folder_of(event.owner), ("billede",), event.picture
        for location, _, after in written_reports(event):
            for place, picture in enumerate(after.pictures):
                yield event.source, folder_of(event.owner), (*location, "billeder", place), picture
    for story in site.all_stories():
        if story.picture:
            yield story.source, folder_of(story.owner), ("billede",), story.picture


def _place_message(key: str, keys: Sequence[str]) -> str:
    known = f" I area.yml står {listed(keys)}." if keys else ""
    return f"Stedet {quoted(key)} kendes ikke.{did_you_mean(key, keys)}{known} Et andet sted skrives ud med sted: og navn: under."
