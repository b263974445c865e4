"""Reads what can be shown of files with problems: the file without its optional fields, or the fact that it is being corrected."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from generator.content import own_files
from generator.content.entries import by_start, event_of
from generator.content.fallbacks import WHOLE, Verdict, takes_back, verdict, without, without_places, written_text
from generator.content.loader import Loader, folder_fault
from generator.model.area import Area, AreaFacts, Status
from generator.model.contact import Contact
from generator.model.content import Content
from generator.model.event import Event, EventFacts
from generator.model.former import KEY, PageFacts, former_in
from generator.model.membership import end_of
from generator.model.rounds import PROGRAMME_FILE, TIMELINE_FILE, is_of_round
from generator.model.site import ContentPage, Correction, Site
from generator.model.story import StoryFacts
from generator.problems.problem import Problem
from generator.problems.rules import files, reading
from generator.problems.unforeseen import unforeseen
from generator.reading.folders import NO_LINKED_FOLDER, may_be, overfull
from generator.reading.sources import Source, fields_that_break, read_markdown, read_yaml
from generator.text.letters import folded

_LONGEST_TITLE, _LONGEST_NAME = 80, 60
_STAND_IN = "…"
"""What stands for an area's summary while its other fields are read; the area is shown without one."""

TEXT = "teksten"
"""What is left out of a file whose Markdown cannot be shown."""
_TEXTLESS = Verdict(left_out=frozenset({TEXT}))

_YES = ("ja", "yes", "true")

_Model = TypeVar("_Model", bound=Content)


class Salvager(Loader):
    """Read all content, and of each file with problems what may be shown.

    `withheld` has the codes of the exceptions that ended builds, by file: after one the file is being corrected, after two its
    title is not shown either, after three it is nowhere. `corrections` and `verdicts` (by path) are what became of the files
    with problems.
    """

    def __init__(self, root: Path, withheld: Mapping[str, Sequence[str]]) -> None:
        super().__init__(root)
        self.withheld = withheld
        self.corrections: list[Correction] = []
        self.verdicts: dict[str, Verdict] = {}
        self.drafts: set[str] = set()

    def area(self, folder: str) -> Area | None:
        """Return the area of a folder as far as it can be shown; None for one that is not public or is being corrected."""
        name, path = Path(folder).name, f"{folder}/area.yml"
        if folder_fault(name) or self._is_link(folder):
            self.problems += [Problem(path, 1, 1, "", fault, files.FOLDER_NAME) for fault in [folder_fault(name)] if fault]
            return None
        if too_much := overfull(self.root / folder):
            self.problems.append(Problem(path, 1, 1, "", *too_much))
            self.lost_area(folder)
            return None
        source = self._area_source(path)
        facts = self._salvaged(AreaFacts, source)
        if facts is None or path in self.withheld:
            self._correct_area(folder, source)
            return None
        if facts.status is Status.DRAFT:
            self.drafts.add(path)
        story = self.story(f"{folder}/index.md")
        before = len(self.problems)
        events = self.events(f"{folder}/events", name, example=facts.status is Status.EXAMPLE)
        if any(problem.path == f"{folder}/events" for problem in self.problems[before:]):
            self._correct_area(folder, source)  # else the page would say that nothing is planned
            return None
        stories = self.stories(f"{folder}/historier", name, example=facts.status is Status.EXAMPLE)
        return Area.of({**facts.__dict__, "slug": name, "story": story, "events": events, "stories": stories})

    def story_facts(self, source: Source) -> StoryFacts | None:
        """Return the fields of a story that can be shown; None where it is left out: nobody waits for a story."""
        faulty = source.path in self.withheld or any(problem.path == source.path for problem in self.problems)
        facts = self._salvaged(StoryFacts, source)
        return None if faulty else facts

    def lost_area(self, folder: str) -> None:
        """Make a correction of an area whose folder could not be read."""
        self._judge(f"{folder}/area.yml", WHOLE)
        self._add(Correction(Path(folder).name, "", f"{folder}/area.yml"))

    def site(self) -> Site | None:
        """Return what can be shown of all content, also without a later round or the text of a page of content/."""
        found = super().site()
        textless = frozenset(path for path, said in self.verdicts.items() if TEXT in said.left_out)
        return found and replace(found, textless=textless, unread=frozenset(filter(_is_of_programme, self.unread)))

    def _rounds_are_whole(self) -> bool:
        return True

    def one(self, model: type[_Model], path: str) -> _Model | None:
        """Return the fields of a file; of one of the programme's own, those that can be read."""
        before = len(self.problems)
        found = super().one(model, path)
        if found or not own_files.may_be_left_out(model):
            return found
        fields = own_files.unknown_fields(model, (problem.field for problem in self.problems[before:]))
        written = read_yaml(self.root, path).data if may_be((self.root / path).is_file) else None
        self._judge(path, Verdict(left_out=fields))
        return own_files.less(model, written, fields)

    def _pages(self) -> Iterator[ContentPage]:
        before = len(self.problems)
        yield from super()._pages()
        for problem in self.problems[before:]:
            if problem.rule is files.NOT_A_FILE and problem.path.count("/") == 1:
                self._judge(problem.path, _TEXTLESS)

    def document(self, path: str) -> bool:
        """Return whether a page of content/ can be read; else it is shown without its text, as is one whose fields are broken."""
        if not super().document(path):
            if path.isprintable():
                self._judge(path, _TEXTLESS)
            return False
        if broken := fields_that_break(self.root, path):
            self.problems += broken
            self._judge(path, _TEXTLESS)
        return True

    def former(self, path: str) -> tuple[str, ...]:
        """Return where a page of content/ stood before; nothing where that cannot be read."""
        before = len(self.problems)
        found = super().former(path)
        if len(self.problems) > before:
            self._judge(path, Verdict(left_out=frozenset({KEY})))
        return found

    def events(self, folder: str, owner: str, *, example: bool) -> tuple[Event, ...]:
        """Return the events of a folder that can be shown; the others become corrections."""
        found = (self._guarded_event(path, owner, example=example) for path in self._event_paths(folder))
        return by_start(filter(None, found))

    def correct(self, area: Area) -> None:
        """Make corrections of an area and all of its events."""
        self.corrections.append(
            Correction(area.slug, "", area.source, area.name, area.status is Status.EXAMPLE, _still(area), area.former)
        )
        self.corrections += map(correction_of, area.events)

    def _guarded_event(self, path: str, owner: str, *, example: bool) -> Event | None:
        try:
            return self._event(path, owner, example=example)
        except Exception as error:
            self.problems.append(unforeseen(error, path))
            self._correct_event(path, owner, None)
            return None

    def _event(self, path: str, owner: str, *, example: bool) -> Event | None:
        if self._is_link(path) or not may_be((self.root / path).is_file):
            self._correct_event(path, owner, None)
            return None
        before = len(self.problems)
        source = self.read(read_markdown, path)
        of_text = len(self.problems) - before > len(source.problems)
        facts = self._salvaged(EventFacts, source)
        if facts is None or path in self.withheld or (of_text and takes_back(source.body)):
            self._correct_event(path, owner, source, example=example)
            return None
        event = event_of(owner, example, replace(source, body="" if of_text else source.body), facts)
        if of_text:
            self._judge(path, _TEXTLESS)
        return event and (event.model_copy(update={"front": ""}) if path in self.verdicts else event)

    def _correct_event(self, path: str, owner: str, source: Source | None, *, example: bool = False) -> None:
        """Make a correction of an event. Its title stands on it where its own file says it, and that it may be shown."""
        said = self.verdicts.get(path, WHOLE if path not in self.withheld else Verdict())
        title = None if said.is_secret or source is None else written_text(EventFacts, source.data, "titel", _LONGEST_TITLE)
        invented = source is not None and folded(written_text(EventFacts, source.data, "eksempel", _LONGEST_NAME) or "") in _YES
        self._judge(path, said)
        former = _former(source.data) if source else ()
        self._add(Correction(owner, Path(path).stem, path, title, example or invented, former=former))

    def _correct_area(self, folder: str, source: Source) -> None:
        """Make corrections of an area and its events; of one that says that it is a draft, nothing."""
        path, name = f"{folder}/area.yml", Path(folder).name
        said = self.verdicts.get(path, WHOLE if path not in self.withheld else Verdict())
        self._judge(path, said)
        status = None if "status" in map(folded, said.deciding) else _status(source.data)
        if status is Status.DRAFT:
            self.drafts.add(path)
            return
        if status is None or said.is_secret:
            self._add(Correction(name, "", path, former=_former(source.data)))
            self.corrections += (Correction(name, Path(event).stem, event) for event in self._event_paths(f"{folder}/events"))
            return
        example = status is Status.EXAMPLE
        title = written_text(AreaFacts, source.data, "navn", _LONGEST_NAME)
        self._add(Correction(name, "", path, title, example, _contact(source.data), _former(source.data)))
        for event in self.events(f"{folder}/events", name, example=example):
            self.corrections.append(correction_of(event))

    def _add(self, correction: Correction) -> None:
        failures = len(self.withheld.get(correction.source, ()))
        if failures < 3:
            self.corrections.append(replace(correction, title=correction.title if failures < 2 else None))

    def _salvaged(self, model: type[_Model], source: Source) -> _Model | None:
        """Return the fields of a file without the optional ones that have problems; None where one that decides has."""
        if source.data is None:
            self._judge(source.path, WHOLE)
            return None
        less = source
        while (facts := self._tried(model, less)) is None:
            said = self.verdicts[source.path]
            data = less.data if said.deciding else self._less(model, less, said)
            if data == less.data and not said.deciding:
                self._judge(source.path, WHOLE)
            if self.verdicts[source.path].deciding:
                return None
            less = replace(less, data=data)
        return facts

    def _tried(self, model: type[_Model], source: Source) -> _Model | None:
        """Return the fields of a file; None where there are problems, which are judged."""
        before = len(self.problems)
        facts = self.valid(model, source)
        if facts is None:
            self._judge(source.path, verdict(model, self.problems[before:]))
        elif getattr(facts, "summary", None) == _STAND_IN and _leaves(self.verdicts.get(source.path), "resumé"):
            return facts.model_copy(update={"summary": ""})
        return facts

    def _less(self, model: type[Content], source: Source, said: Verdict) -> dict[str, object]:
        fields = said.left_out - {"steder"} if model is AreaFacts else said.left_out
        data = without(model, source.data, fields)
        if model is EventFacts and takes_back({key: value for key, value in source.data.items() if key not in data}):
            self._judge(source.path, Verdict(deciding=said.left_out))
        if model is AreaFacts and "steder" in said.left_out:
            places = (problem for problem in self.problems if problem.path == source.path and problem.field.startswith("steder"))
            data = without_places(data, places)
        return {**data, "resumé": _STAND_IN} if model is AreaFacts and _leaves(said, "resumé") else data

    def _judge(self, path: str, said: Verdict) -> None:
        self.verdicts[path] = self.verdicts.get(path, Verdict()) | said

    def story(self, path: str) -> str:
        """Return an area's story; empty where it has problems."""
        before = len(self.problems)
        story = super().story(path)
        if len(self.problems) == before:
            return story
        self._judge(path, Verdict(left_out=frozenset({"fortællingen"})))
        return ""

    def _area_source(self, path: str) -> Source:
        if may_be((self.root / path).is_file):
            return self.read(read_yaml, path)
        message = "Filen mangler. Lav en fil, der hedder area.yml."
        return self._failed(Problem(path, 1, 1, "", message, files.FILE_MISSING))

    def _failed(self, problem: Problem) -> Source:
        self.problems.append(problem)
        return Source(problem.path, None, "", 1, (problem,))

    def _event_paths(self, folder: str) -> Iterator[str]:
        """Yield the paths of all events in a folder, those that are no files too. A folder that is a link holds none."""
        if self._is_link(folder):
            self.problems.append(Problem(folder, 1, 1, "", NO_LINKED_FOLDER, reading.LINK))
            return
        before = len(self.problems)
        paths = list(self.files(folder, ".md"))
        paths += [problem.path for problem in self.problems[before:] if problem.rule is files.NOT_A_FILE]
        yield from filter(self.is_address, sorted(paths))

    def _is_link(self, path: str) -> bool:
        return any(os.path.islink(self.root / step) for step in (path, *map(str, Path(path).parents)))  # noqa: PTH114  never raises


def _is_of_programme(path: str) -> bool:
    return path in (PROGRAMME_FILE, TIMELINE_FILE) or is_of_round(path)


def correction_of(event: Event) -> Correction:
    """Return the correction of an event whose own file is in order."""
    return Correction(event.owner, event.name, event.source, event.title, event.example, former=event.former)


def _former(fields: object) -> tuple[str, ...]:
    """Return where a page stood before, by the fields of its file; nothing where that cannot be read."""
    try:
        return PageFacts.model_validate(former_in(fields)).former
    except ValidationError:
        return ()


def _still(area: Area) -> Contact | None:
    """Return whom an area names, if it does not say that it finishes."""
    return None if end_of(area) else area.contact


def _leaves(said: Verdict | None, key: str) -> bool:
    return said is not None and folded(key) in map(folded, said.left_out)


def _status(data: object) -> Status | None:
    written = written_text(AreaFacts, data, "status", _LONGEST_NAME)
    try:
        return Status(written) if written else None
    except ValueError:
        return None


def _contact(data: object) -> Contact | None:
    """Return whom an area's fields name, where all that they say of it can be read, and it does not say that it is finished."""
    fields: Iterable[tuple[str, object]] = data.items() if isinstance(data, dict) else ()
    if any(folded(str(key)) == "afsluttet" for key, _ in fields):
        return None
    written = next((value for key, value in fields if folded(key) == "kontakt"), None)
    try:
        return Contact.model_validate(written) if written else None
    except ValidationError:
        return None
