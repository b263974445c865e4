"""Reads what can be shown of files with problems: the file without its optional fields, or the fact that it is being corrected."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from generator.content import corrections, own_files
from generator.content.entries import event_of, in_order
from generator.content.fallbacks import WHOLE, Verdict, takes_back, verdict, without, without_places
from generator.content.loader import Loader
from generator.model.area import Area, AreaFacts, Status
from generator.model.content import Content
from generator.model.event import Event, EventFacts
from generator.model.former import KEY
from generator.model.programme import PROGRAMME_FILE, TIMELINE_FILE
from generator.model.rounds import is_of_round
from generator.model.site import ContentPage, Correction, Site
from generator.model.story import StoryFacts
from generator.problems.problem import Problem
from generator.problems.rules import files, reading
from generator.problems.unforeseen import unforeseen
from generator.reading.folders import NO_LINKED_FOLDER, may_be
from generator.reading.sources import Source, fields_that_break, read_markdown, read_yaml
from generator.text.letters import folded

_STAND_IN = "Resuméet bliver rettet."
"""What stands for an area's summary while its other fields are read; the area is shown without one."""

TEXT = "teksten"
"""What is left out of a file whose Markdown cannot be shown."""
_TEXTLESS = Verdict(left_out=frozenset({TEXT}))

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
        if not self.is_named_well(folder):
            return None
        if self._is_link(folder) or not self.is_not_overfull(folder):
            self.lost_area(folder)
            return None
        source = self.read_needed(path)
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
        self.judge(f"{folder}/area.yml", WHOLE)
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
        self.judge(path, Verdict(left_out=fields))
        return own_files.less(model, written, fields)

    def _pages(self) -> Iterator[ContentPage]:
        before = len(self.problems)
        yield from super()._pages()
        for problem in self.problems[before:]:
            if problem.rule is files.NOT_A_FILE and problem.path.count("/") == 1:
                self.judge(problem.path, _TEXTLESS)

    def document(self, path: str) -> bool:
        """Return whether a page of content/ can be read; else it is shown without its text, as is one whose fields are broken."""
        if not super().document(path):
            if path.isprintable():
                self.judge(path, _TEXTLESS)
            return False
        if broken := fields_that_break(self.root, path):
            self.problems += broken
            self.judge(path, _TEXTLESS)
        return True

    def former(self, path: str) -> tuple[str, ...]:
        """Return where a page of content/ stood before; nothing where that cannot be read."""
        before = len(self.problems)
        found = super().former(path)
        if len(self.problems) > before:
            self.judge(path, Verdict(left_out=frozenset({KEY})))
        return found

    def events(self, folder: str, owner: str, *, example: bool) -> tuple[Event, ...]:
        """Return the events of a folder that can be shown; the others become corrections."""
        found = (self._guarded_event(path, owner, example=example) for path in self._event_paths(folder))
        return in_order(filter(None, found))

    def correct(self, area: Area) -> None:
        """Make corrections of an area and all of its events."""
        self.corrections += (corrections.of_area(area), *map(corrections.of_event, area.events))

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
            self.judge(path, _TEXTLESS)
        return event and (event.model_copy(update={"front": ""}) if path in self.verdicts else event)

    def _correct_event(self, path: str, owner: str, source: Source | None, *, example: bool = False) -> None:
        said = self._said(path)
        self.judge(path, said)
        self._add(corrections.of_event_file(owner, path, source, secret=said.is_secret, example=example))

    def _correct_area(self, folder: str, source: Source) -> None:
        """Make corrections of an area and its events; of one that says that it is a draft, nothing."""
        path, name = f"{folder}/area.yml", Path(folder).name
        said = self._said(path)
        self.judge(path, said)
        status = None if "status" in map(folded, said.deciding) else corrections.status_in(source.data)
        if status is Status.DRAFT:
            self.drafts.add(path)
            return
        known = None if said.is_secret else status
        self._add(corrections.of_area_file(name, source, known))
        if known is None:
            self.corrections += (Correction(name, Path(event).stem, event) for event in self._event_paths(f"{folder}/events"))
            return
        self.corrections += map(corrections.of_event, self.events(f"{folder}/events", name, example=known is Status.EXAMPLE))

    def _said(self, path: str) -> Verdict:
        """Return what the problems of a file do to it, of which nothing is shown for these or for an exception."""
        return self.verdicts.get(path, WHOLE if path not in self.withheld else Verdict())

    def _add(self, correction: Correction) -> None:
        failures = len(self.withheld.get(correction.source, ()))
        if failures < 3:
            self.corrections.append(replace(correction, title=correction.title if failures < 2 else None))

    def _salvaged(self, model: type[_Model], source: Source) -> _Model | None:
        """Return the fields of a file without the optional ones that have problems; None where one that decides has."""
        if source.data is None:
            self.judge(source.path, WHOLE)
            return None
        less = source
        while (facts := self._tried(model, less)) is None:
            said = self.verdicts[source.path]
            data = less.data if said.deciding else self._less(model, less, said)
            if data == less.data and not said.deciding:
                self.judge(source.path, WHOLE)
            if self.verdicts[source.path].deciding:
                return None
            less = replace(less, data=data)
        return facts

    def _tried(self, model: type[_Model], source: Source) -> _Model | None:
        """Return the fields of a file; None where there are problems, which are judged."""
        before = len(self.problems)
        facts = self.valid(model, source)
        if facts is None:
            self.judge(source.path, verdict(model, self.problems[before:]))
        elif getattr(facts, "summary", None) == _STAND_IN and _leaves_summary(self.verdicts.get(source.path)):
            return facts.model_copy(update={"summary": ""})
        return facts

    def _less(self, model: type[Content], source: Source, said: Verdict) -> dict[str, object]:
        fields = said.left_out - {"steder"} if model is AreaFacts else said.left_out
        data = without(model, source.data, fields)
        if model is EventFacts and takes_back({key: value for key, value in source.data.items() if key not in data}):
            self.judge(source.path, Verdict(deciding=said.left_out))
        if model is AreaFacts and "steder" in said.left_out:
            places = (problem for problem in self.problems if problem.path == source.path and problem.field.startswith("steder"))
            data = without_places(data, places)
        return {**data, "resumé": _STAND_IN} if model is AreaFacts and _leaves_summary(said) else data

    def judge(self, path: str, said: Verdict) -> None:
        """Add a verdict to what is known of a file."""
        self.verdicts[path] = self.verdicts.get(path, Verdict()) | said

    def story(self, path: str) -> str:
        """Return an area's story; empty where it has problems."""
        before = len(self.problems)
        story = super().story(path)
        if len(self.problems) == before:
            return story
        self.judge(path, Verdict(left_out=frozenset({"fortællingen"})))
        return ""

    def _event_paths(self, folder: str) -> Iterator[str]:
        """Yield the paths of all events in a folder, those that are no files too. A folder that is a link holds none."""
        if self._is_link(folder):
            self.problems.append(Problem.of_file(folder, NO_LINKED_FOLDER, reading.LINK))
            return
        before = len(self.problems)
        paths = list(self.files(folder, ".md"))
        paths += [problem.path for problem in self.problems[before:] if problem.rule is files.NOT_A_FILE]
        yield from filter(self.is_address, sorted(paths))

    def _is_link(self, path: str) -> bool:
        return any(os.path.islink(self.root / step) for step in (path, *map(str, Path(path).parents)))  # noqa: PTH114  never raises


def _is_of_programme(path: str) -> bool:
    return path in (PROGRAMME_FILE, TIMELINE_FILE) or is_of_round(path)


def _leaves_summary(said: Verdict | None) -> bool:
    return said is not None and folded("resumé") in map(folded, said.left_out)
