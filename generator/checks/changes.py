"""What a change does to content that was public before it: known only where there is something to compare with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from subprocess import SubprocessError
from tempfile import TemporaryDirectory
from typing import TypeVar

from pydantic import ValidationError

from generator import paths, urls
from generator.addresses.moves import moved
from generator.danish.formatting import full_day
from generator.model.area import AreaFacts, Municipality, Status
from generator.model.content import Content
from generator.model.event import EventFacts
from generator.model.folders import PROGRAMME, area_file
from generator.model.former import KEY
from generator.model.occurrences import occurrences
from generator.model.site import Site
from generator.problems.problem import Problem
from generator.problems.rules import dates as date_rules
from generator.problems.rules import files as rules
from generator.reading.places import problem_at
from generator.reading.sources import read_markdown, read_yaml
from generator.repository.base import Base

_Facts = TypeVar("_Facts", bound=Content)

_EVENT_GONE = (
    "Arrangementet har en side, som nu forsvinder, og kalendere, der følger den, får ikke noget at vide. Læg filen tilbage. "
    "Er det aflyst, så skriv status: aflyst. Er det holdt, så lad det ligge: det flytter selv til arkivet."
)
_EVENT_RENAMED = (
    "Filen hed {}, og navnet er sidens adresse: links og kalendere, der følger den, dør. Giv filen sit gamle navn; titel og dato "
    "rettes i filen. Skal den hedde noget nyt, så skriv også i den: {}. Er det et nyt arrangement, så lad den gamle fil ligge, og "
    "lav en ny."
)
_AREA_GONE = (
    "Området har en side, som nu forsvinder med alle dets arrangementer, og kalendere, der følger dem, får ikke noget at vide. "
    "Læg mappen tilbage, hvis det ikke er ment."
)
_AREA_RENAMED = (
    "Området lå i {}, og mappens navn er dets adresse: alle links og kalendere, der følger det, dør. Giv mappen sit gamle navn. "
    "Det, området hedder, rettes ved navn i area.yml. Skal mappen hedde noget nyt, så skriv også dér: {}."
)
_AREA_HIDDEN = (
    "Området var offentligt. Nu forsvinder dets side og alle dets arrangementer, og kalendere, der følger dem, får ikke noget at "
    "vide. Skriv status: offentlig, hvis det ikke er ment."
)
_MUNICIPALITY_GONE = (
    "Der er ikke mere noget område i {}. Dens side forsvinder, og det gør også ugen, skærmen og rammerne, som andre viser hos sig "
    "selv. Ret kommunen, hvis det ikke er ment."
)
_PAGE_GONE = "Siden var offentlig, og nu forsvinder den, så links til den dør. Læg filen tilbage, hvis det ikke er ment."
_DOCUMENT_GONE = "Filen kunne hentes på siden, og nu forsvinder den, så links til den dør. Læg den tilbage, hvis det ikke er ment."


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the content is compared with, at one moment."""

    base: Base
    now: datetime

    def was_public(self, path: str) -> bool:
        """Return whether the file of an event or area was in order and shown in the base: no example, and in no draft."""
        owner = _owner(path)
        area = self._facts(AreaFacts, area_file(owner))
        if owner != PROGRAMME and (area is None or area.status is not Status.PUBLIC):
            return False
        event = self._facts(EventFacts, path) if path.endswith(".md") else None
        return not path.endswith(".md") or (event is not None and not event.example)

    def municipality_of(self, path: str) -> Municipality | None:
        """Return the municipality that an area lay in, by its file; None where it was not shown."""
        facts = self._facts(AreaFacts, path)
        return facts.municipality if facts and facts.status is Status.PUBLIC else None

    def _facts(self, model: type[_Facts], path: str) -> _Facts | None:
        """Return what a file of the base says; None where it was not there or was broken."""
        if path not in self.base.paths:
            return None
        with TemporaryDirectory() as folder:
            root = Path(folder).resolve()
            (root / path).parent.mkdir(parents=True)
            try:
                (root / path).write_bytes(self.base.content(path))
                data = (read_markdown if path.endswith(".md") else read_yaml)(root, path).data
                return None if data is None else model.model_validate(data)
            except (OSError, SubprocessError, ValidationError):
                return None


def addresses_stay(root: Path, site: Site, compared: Comparison) -> Iterator[Problem]:
    """Ensure that no page of a public event or area goes away: links to it die, and calendars that follow it hear nothing.

    It is a warning, since it may be meant, as where somebody asks for what stands there to be deleted. A renamed file is reported
    under the name that it has now, where GitHub shows it beside the change.
    """
    base = compared.base
    new_names = {old: new for new, old in base.renamed.items()}
    stays = moved(site)
    lacking = [path for path in sorted(base.paths) if _has_page(path) and not (root / path).is_file()]
    gone = [path for path in lacking if paths.address_of(path) not in stays]
    lost = {_owner(path) for path in gone if path.endswith("/area.yml")}
    for path in gone:
        is_area = path.endswith("/area.yml")
        if not compared.was_public(path) or (_owner(path) in lost and not is_area):
            continue
        new = new_names.get(path)
        if new:
            text, old = (_AREA_RENAMED, str(PurePosixPath(path).parent)) if is_area else (_EVENT_RENAMED, path)
            yield Problem.of_file(new, text.format(old, f"{KEY}: /{paths.address_of(path)}"), rules.ADDRESS_GONE)
        else:
            yield Problem.of_file(path, _AREA_GONE if is_area else _EVENT_GONE, rules.ADDRESS_GONE)
    for area in site.areas:
        if area.status is not Status.PUBLIC and compared.was_public(area.source):
            yield problem_at(root, area.source, ("status",), _AREA_HIDDEN, rules.ADDRESS_GONE)
    shown = {area.municipality for area in site.areas}
    for area in site.areas:
        before = compared.municipality_of(area.source)
        if before and before not in shown:
            said = _MUNICIPALITY_GONE.format(before.in_full)
            yield problem_at(root, area.source, ("kommune",), said, rules.ADDRESS_GONE)


def pages_and_documents_stay(root: Path, site: Site, compared: Comparison) -> Iterator[Problem]:
    """Ensure that no story, page of the programme or document that one could fetch goes away: links to it die.

    It is a warning, since it may be meant. What goes with its area is reported with that.
    """
    base, stays = compared.base, moved(site)
    new_names = {old: new for new, old in base.renamed.items()}
    for path in sorted(base.paths):
        address = None if _has_page(path) else paths.address_of(path)
        if address is None or (root / path).is_file() or address in stays or not _is_public_still(site, path):
            continue
        new, text = new_names.get(path), _DOCUMENT_GONE if address.startswith(urls.DOCUMENTS) else _PAGE_GONE
        renamed = f" Filen hed {path}: Giv den sit gamle navn, hvis ikke det er ment." if new else ""
        yield Problem.of_file(new or path, text + renamed, rules.ADDRESS_GONE)


def _is_public_still(site: Site, path: str) -> bool:
    """Return whether the owner of a path is still there and public."""
    owner = _owner(path)
    area = site.area(owner)
    return owner == PROGRAMME or (area is not None and area.status is Status.PUBLIC)


def new_events_lie_ahead(root: Path, site: Site, compared: Comparison) -> Iterator[Problem]:
    """Ensure that an event that was not there before has a date to come: else its year is often last year's.

    It is a warning, since an event that has been held may be written down for the archive.
    """
    known = {*compared.base.paths, *compared.base.renamed}
    for event in site.all_events():
        if event.source in known or event.example:
            continue
        last = max(occurrences(event), key=lambda occurrence: occurrence.ends)
        if last.ends <= compared.now:
            year = _next_year(event.start.day, compared.now.date())
            message = (
                f"Det er allerede forbi: {full_day(last.last_day)}. Mente I {year}, så ret årstallet. "
                "Er det holdt, og skal det i arkivet, så lad det stå."
            )
            yield problem_at(root, event.source, ("start",), message, date_rules.ALREADY_PAST)


def _next_year(day: date, today: date) -> int:
    """Return the first year in which a day of this date is still to come."""
    return today.year + ((day.month, day.day) < (today.month, today.day))


def _owner(path: str) -> str:
    first, second, *_ = path.split("/")
    return second if first == "areas" else PROGRAMME


def _has_page(path: str) -> bool:
    """Return whether a path is that of an event or an area."""
    match path.split("/"):
        case ["areas", _, "area.yml"]:
            return True
        case ["areas", _, "events", name] | ["content", "events", name]:
            return name.endswith(".md")
    return False
