"""Facts that span fields or files. Each check is a generator of Problems that begins with what it ensures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from generator.letters import folded
from generator.model.area import Area
from generator.model.event import Event, State
from generator.model.site import Site, folder_of
from generator.model.values import Picture
from generator.occurrences import MAX_DATES, is_series, planned, unknown_days
from generator.pictures import fault_in
from generator.problems import Problem, did_you_mean, listed
from generator.sources import Location, problem_at
from generator.wording import full_day, joined, plain_day

MAX_DOCUMENT_BYTES = 10_000_000

_ENDINGS = {"images": (".jpg", ".jpeg", ".png", ".webp"), "documents": (".pdf",)}

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
    places = {area.slug: list(area.places) for area in site.areas}
    for event in site.all_events():
        named: list[tuple[Location, object]] = [(("sted",), event.place)]
        named += [(("ændringer", place, "sted"), change.place) for place, change in enumerate(event.changes)]
        for location, key in named:
            if isinstance(key, str) and key not in places.get(event.owner, ()):
                yield problem_at(root, event.source, location, _place_message(key, places.get(event.owner, [])))


def repetitions_are_bounded(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that a repetition says until when, begins on one of its own days and has no more dates than a person can mean."""
    for event in site.all_events():
        if event.repetition is None:
            continue
        if event.until is None:
            yield problem_at(root, event.source, ("gentag",), "Skriv også, hvor længe det gentages: gentag til: 2026-12-15.")
            continue
        days = event.repetition.days(event.start.day, event.until)
        if event.until < event.start.day:
            yield problem_at(root, event.source, ("gentag til",), "Datoen ligger før start.")
        elif event.start.day not in days:
            first = f" Den første, der passer, er {full_day(days[0])}." if days else ""
            message = f"Start er {full_day(event.start.day)}, men det gentages {event.repetition.words()}.{first}"
            yield problem_at(root, event.source, ("start",), message)
        elif len(days) > MAX_DATES:
            yield problem_at(root, event.source, ("gentag til",), f"Det bliver {len(days)} datoer. Der kan højst være {MAX_DATES}.")


def changed_days_are_the_events_own(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that days left out or changed are days that the event has."""
    for event in site.all_events():
        for key, place, day in unknown_days(event):
            location = (key, place) if key == "undtagen" else (key, place, "dato")
            yield problem_at(root, event.source, location, f"Arrangementet er ikke den {plain_day(day)}. {_dates_of(event)}")


def hours_exist(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that no date falls in the hour that is skipped when the clocks go forward."""
    for event in site.all_events():
        for moment in planned(event):
            if not moment.exists and moment != event.start:
                message = (
                    f"{plain_day(moment.day).capitalize()} findes klokkeslættet ikke: uret stilles frem fra kl. 2.00 til 3.00."
                )
                yield problem_at(root, event.source, ("start",), message)


def moves_say_from_where(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that what is moved says what it was before, and that a series says it for each date."""
    for event in site.all_events():
        told = event.before or event.before_place
        if event.state is State.MOVED and not told:
            message = (
                "Flyttet, men hvorfra? Skriv også den gamle dato (før: 2026-05-01 kl. 19.00) eller det gamle sted (før sted: …)."
            )
            yield problem_at(root, event.source, ("status",), message)
        if is_series(event) and event.before:
            yield problem_at(root, event.source, ("før",), "Når der er flere datoer, skrives den flyttede under ændringer.")


def booking_closes_before_the_start(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that a deadline is not after the last of the event's dates."""
    for event in site.all_events():
        if event.booking and event.booking.deadline and event.booking.deadline > planned(event)[-1].day:
            yield problem_at(root, event.source, ("tilmelding", "frist"), "Fristen ligger efter arrangementet.")


def points_fall_within_the_event(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that the points of a large day lie on the event's days."""
    for event in site.all_events():
        last = (event.end or event.start).day
        for place, point in enumerate(event.programme.points if event.programme else ()):
            if point.day and not event.start.day <= point.day <= last:
                location = ("program", "punkter", place, "dag")
                yield problem_at(root, event.source, location, f"Arrangementet er ikke den {plain_day(point.day)}.")


def documents_can_be_fetched(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that each document is a PDF file of a size that a phone can fetch, in the folder of the one who offers it."""
    for event in site.all_events():
        folder = folder_of(event.owner)
        for place, document in enumerate(event.documents):
            fault = _document_fault(root / folder / document.file, folder, document.file)
            if fault:
                yield problem_at(root, event.source, ("dokumenter", place, "fil"), fault)


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
    for path, folder, location, picture in _pictures(site):
        file = root / folder / picture.file
        missing = f"«{picture.file}» findes ikke. Læg filen i {folder}/images."
        fault = fault_in(file) if file.is_file() and not file.is_symlink() else missing
        if fault:
            yield problem_at(root, path, (*location, "fil"), fault)


def files_belong(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that an area's folder holds what the model names, and no links or programs."""
    del site
    top = {"area.yml", "index.md", "events", "images", "documents"}
    for entry in sorted((root / "areas").rglob("*")):
        parts = entry.relative_to(root / "areas").parts
        path = entry.relative_to(root).as_posix()
        if entry.is_symlink():
            yield Problem(path, 1, 1, "", "Genveje (symbolske links) kan ikke bruges her. Læg selve filen her.")
        elif (len(parts) == 1 and entry.is_file()) or (len(parts) == 2 and parts[1] not in top):
            yield Problem(path, 1, 1, "", f"Filen hører ikke til her.{did_you_mean(parts[-1], top)}")
        elif len(parts) == 3 and parts[1] == "events" and entry.suffix != ".md":
            yield Problem(path, 1, 1, "", "Et arrangement er en fil, hvis navn ender på .md.")
        elif len(parts) == 3 and parts[1] in _ENDINGS and (entry.is_dir() or entry.suffix not in _ENDINGS[parts[1]]):
            yield Problem(path, 1, 1, "", f"Her ligger kun filer, hvis navne ender på {listed(_ENDINGS[parts[1]])}.")
        elif entry.is_file() and entry.stat().st_mode & 0o111:
            yield Problem(path, 1, 1, "", "Filen er markeret som et program. Læg den her som en almindelig fil.")


def _document_fault(file: Path, folder: str, name: str) -> str | None:
    if not file.is_file() or file.is_symlink():
        return f"«{name}» findes ikke. Læg filen i {folder}/documents."
    if file.stat().st_size > MAX_DOCUMENT_BYTES:
        return f"Filen fylder for meget: højst {MAX_DOCUMENT_BYTES // 1_000_000} MB."
    with file.open("rb") as opened:
        return None if opened.read(5) == b"%PDF-" else "Filen er ikke en pdf."


def _dates_of(event: Event) -> str:
    days = [plain_day(moment.day) for moment in planned(event)[:4]]
    return f"Det er {joined(days)}." if len(days) < 4 else f"De første datoer er {joined(days[:3])}."


def _pictures(site: Site) -> Iterator[tuple[str, str, Location, Picture]]:
    """Each picture with the file that names it, the folder its path starts from, and where in the file it stands."""
    for area in site.areas:
        if area.picture:
            yield area.source, folder_of(area.slug), ("billede",), area.picture
        for place, picture in enumerate(area.gallery):
            yield area.source, folder_of(area.slug), ("billeder", place), picture
    for event in site.all_events():
        if event.picture:
            yield event.source, folder_of(event.owner), ("billede",), event.picture


def _unknown(key: str, keys: Sequence[str]) -> str:
    return f"«{key}» kendes ikke.{did_you_mean(key, keys)} Skriv {listed(keys)}."


def _place_message(key: str, keys: Sequence[str]) -> str:
    known = f" I area.yml står {listed(keys)}." if keys else ""
    return f"Stedet «{key}» kendes ikke.{did_you_mean(key, keys)}{known} Et andet sted skrives ud med sted: og navn: under."


CHECKS: tuple[Check, ...] = (
    core_elements_exist,
    steps_exist,
    places_exist,
    repetitions_are_bounded,
    changed_days_are_the_events_own,
    hours_exist,
    moves_say_from_where,
    booking_closes_before_the_start,
    points_fall_within_the_event,
    documents_can_be_fetched,
    ideas_have_their_area,
    areas_are_as_many_as_agreed,
    pictures_can_be_shown,
    files_belong,
)
