"""Read the files of the content one after the other, and collect their problems."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from generator import checks, urls
from generator.cache.leftovers import holds_only_leftovers, is_leftover
from generator.content.languages import is_language, language_of, words_file
from generator.content.model_errors import problems_of, problems_of_part
from generator.content.partial import partial_event
from generator.markdown.bounds import fault_in
from generator.model.area import Area, AreaFacts, Status
from generator.model.content import Content
from generator.model.event import Event, EventFacts
from generator.model.language import Language, LanguageFacts
from generator.model.owners import FILE as OWNERS_FILE
from generator.model.owners import Owners
from generator.model.programme import Contacts, Idea, IdeaFacts, Programme, Timeline
from generator.model.questions import FILE as QUESTIONS_FILE
from generator.model.questions import Questions
from generator.model.rounds import FOLDER, Round, RoundFacts, first_round
from generator.model.site import PROGRAMME, Site
from generator.model.sources import FILE as SOURCES_FILE
from generator.model.sources import Sources
from generator.model.story import Story, StoryFacts
from generator.problems.problem import Problem
from generator.problems.rules import files, reading
from generator.problems.unforeseen import source_of, unforeseen, unreadable
from generator.reading.folders import may_be, overfull
from generator.reading.sources import Source, read_markdown, read_text, read_yaml
from generator.text.letters import sort_key

_NOT_A_FILE = "Her skal ligge en fil, ikke en genvej eller en mappe. Læg selve filen her."

_OF_DOCUMENTS = (files.FILE_NAME, reading.UNREADABLE, reading.ENCODING, reading.LINK)

_Model = TypeVar("_Model", bound=Content)


def found_by(every: Iterable[checks.Check], root: Path, site: Site) -> list[Problem]:
    """Return all that some checks find. A check that fails is a problem of the file at which it failed."""
    return [problem for check in every for problem in _found_by(check, root, site)]


def _found_by(check: checks.Check, root: Path, site: Site) -> Iterator[Problem]:
    try:
        yield from check(root, site)
    except Exception as error:
        yield unforeseen(error, _opened(error, root) or source_of(error) or "areas")


def _opened(error: Exception, root: Path) -> str | None:
    """Return the path below `root` of the file or folder that the system did not open; None for another exception."""
    named = getattr(error, "filename", None)
    return os.path.relpath(named, root) if isinstance(named, str) and Path(named).is_relative_to(root) else None


def folder_fault(name: str) -> str | None:
    """Return why an area's folder cannot be called that, in Danish; None where it can."""
    better = _better_folder(name)
    return better and f"Mappen «{name}» kan ikke være en adresse. Kald den for eksempel «{better}»."


def _better_folder(name: str) -> str | None:
    return urls.better_name(name, "vores-by") or (f"{name}-by" if name in urls.TAKEN else None)


class Loader:
    """Read one file after the other, and collect what is wrong in `problems`.

    `unread` are the paths of files and folders that could not be read, `stranded` the events of areas whose own file could not,
    and `whole` tells whether all of the programme's own files could. `partial` are what can be known of events with problems, and
    whether their dates are: they are checked, and never shown.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.partial: list[tuple[Event, bool]] = []
        self.unread: set[str] = set()
        self.stranded: list[Event] = []
        self.whole = True

    def site(self) -> Site | None:
        """Return all that could be read; None where one of the programme's own files is not among it."""
        self.own = self._own()
        areas = sorted(filter(None, self.areas(list(self._folders("areas")))), key=lambda area: sort_key(area.name))
        self.found = replace(self.own, areas=tuple(areas))
        return self.found if self.whole else None

    def checkable(self) -> Site:
        """Return what was read, with what is not known of the rest, so that one broken file hides no other one's problems.

        Events of an area whose own file is broken stand among the programme's.
        """
        return replace(self.found, events=(*self.found.events, *self.stranded), unread=frozenset(self.unread))

    def _own(self) -> Site:
        """Return the programme without its areas. A file of its own that is broken holds nothing."""
        programme = self._one(Programme, "content/programme.yml")
        timeline = self._one(Timeline, "content/timeline.yml")
        contacts = self._one(Contacts, "content/contacts.yml")
        events = self.events("content/events", PROGRAMME, example=False)
        ideas = tuple(filter(None, map(self._idea, self.files("content/ideas", ".md"))))
        stories = self.stories("content/historier", PROGRAMME, example=False)
        owners = self.owners()
        sources = self.sources()
        languages = tuple(filter(None, map(self._language, filter(is_language, self._folders("content")))))
        asks = may_be((self.root / QUESTIONS_FILE).is_file)
        questions = self._one(Questions, QUESTIONS_FILE) if asks else None
        for path in self.files("content", ".md"):
            self.document(path)
        rounds = self._rounds(first_round(programme, timeline)) if programme and timeline else ()
        self.whole = bool(programme and timeline and contacts) and not any(path.startswith(FOLDER) for path in self.unread)
        return Site(
            programme or Programme.of({"core_elements": (), "area_count": 0}),
            timeline or Timeline.of({"steps": ()}),
            contacts or Contacts.of({"people": ()}),
            (),
            events,
            ideas,
            owners or Owners(),
            languages=languages,
            stories=stories,
            questions=questions,
            rounds=rounds,
            sources=sources or Sources(),
        )

    def _rounds(self, first: Round) -> tuple[Round, ...]:
        """Return the rounds, the first one first and the others by their beginning. A later one that cannot be read is missing."""
        later = sorted(filter(None, map(self._round, self._below(FOLDER))), key=lambda each: (each.begins, each.name))
        for each in later:
            if each.name == first.name:
                self.unread.add(each.source)
                message = f"«{each.name}» er navnet på den første runde, som står i {first.source}. Giv mappen et andet navn."
                self.problems.append(Problem(each.source, 1, 1, "", message, files.FOLDER_NAME))
        return first, *later

    def _round(self, folder: Path) -> Round | None:
        """Return the round of a folder; None where it is no folder, or its files have problems."""
        path = f"{FOLDER}/{folder.name}"
        if is_leftover(folder.name) or not may_be(folder.is_dir):
            return None
        if better := urls.better_name(folder.name, "ny-runde"):
            self.unread.add(path)
            message = f"Mappen «{folder.name}» kan ikke være en adresse. Kald den for eksempel «{better}»."
            self.problems.append(Problem(f"{path}/round.yml", 1, 1, "", message, files.FOLDER_NAME))
            return None
        facts = self._one(RoundFacts, f"{path}/round.yml")
        timeline = self._one(Timeline, f"{path}/timeline.yml")
        return Round(folder.name, facts, timeline, f"{path}/round.yml", f"{path}/timeline.yml") if facts and timeline else None

    def document(self, path: str) -> bool:
        """Return whether the engine can read a page of content/; what is written in it is not asked."""
        found = [problem for problem in self._document_problems(path) if problem.rule in _OF_DOCUMENTS]
        self.problems += found
        return not found

    def _document_problems(self, path: str) -> Iterator[Problem]:
        if not path.isprintable():
            message = "Filens navn kan ikke være en adresse. Brug bogstaver fra a til z, tal og bindestreg."
            yield Problem(path, 1, 1, "", message, files.FILE_NAME)
        yield from read_text(self.root, path).problems

    def _language(self, folder: str) -> Language | None:
        """Return the language of a folder; None where its words or one of its pages have problems."""
        before = len(self.problems)
        facts = self._one(LanguageFacts, words_file(folder))
        pages = [self.read(read_markdown, path) for path in self.files(folder, ".md")]
        return language_of(folder, facts, pages) if facts and len(self.problems) == before else None

    def owners(self) -> Owners | None:
        """Return who may change what: without such a file nobody is named."""
        return self._one(Owners, OWNERS_FILE) if may_be((self.root / OWNERS_FILE).is_file) else Owners()

    def sources(self) -> Sources | None:
        """Return what areas' events may be imported from: without such a file, nothing."""
        return self._one(Sources, SOURCES_FILE) if may_be((self.root / SOURCES_FILE).is_file) else Sources()

    def areas(self, folders: Sequence[str]) -> Iterable[Area | None]:
        """Return the areas of these folders; None for one whose own file has problems."""
        return map(self._area, folders)

    def _area(self, folder: str) -> Area | None:
        try:
            return self.area(folder)
        except Exception as error:
            self.problems.append(unforeseen(error, f"{folder}/area.yml"))
            return self.lost_area(folder)

    def lost_area(self, folder: str) -> Area | None:
        """Return what stands for an area whose folder could not be read."""
        del folder
        return None

    def area(self, folder: str) -> Area | None:
        """Return the area of a folder; None where its own file has problems."""
        name = Path(folder).name
        path = f"{folder}/area.yml"
        if fault := folder_fault(name):
            self.problems.append(Problem(path, 1, 1, "", fault, files.FOLDER_NAME))
            self.unread.add(f"areas/{_better_folder(name)}")
            return None
        if too_much := overfull(self.root / folder):
            self.problems.append(Problem(path, 1, 1, "", *too_much))
            self.unread.add(folder)
            return None
        facts = self._one(AreaFacts, path)
        story = self.story(f"{folder}/index.md")
        example = facts is not None and facts.status is Status.EXAMPLE
        events = self.events(f"{folder}/events", name, example=example)
        stories = self.stories(f"{folder}/historier", name, example=example)
        if facts is None:
            self.stranded += events
            return None
        return Area.of({**facts.__dict__, "slug": name, "story": story, "events": events, "stories": stories})

    def story(self, path: str) -> str:
        """Return an area's story; empty where there is none, and where it cannot be read."""
        if may_be((self.root / path).is_file):
            return self.read(read_text, path).body
        if os.path.lexists(self.root / path):
            self.problems.append(Problem(path, 1, 1, "", _NOT_A_FILE, files.NOT_A_FILE))
        return ""

    def events(self, folder: str, owner: str, *, example: bool) -> tuple[Event, ...]:
        sources = [self.read(read_markdown, path) for path in self.files(folder, ".md") if self.is_address(path)]
        facts = [self.valid(EventFacts, source) for source in sources]
        for source in (source for source, known in zip(sources, facts, strict=True) if known is None):
            self._add_partial(owner, source, example=example)
        events = (event_of(owner, example, *each) for each in zip(sources, facts, strict=True))
        return by_start(filter(None, events))

    def stories(self, folder: str, owner: str, *, example: bool) -> tuple[Story, ...]:
        """Return the stories of a folder, newest first."""
        paths = [path for path in self.files(folder, ".md") if self.is_address(path)]
        found = filter(None, (self._one_story(path, owner, example=example) for path in paths))
        return tuple(sorted(found, key=lambda story: (-story.day.toordinal(), story.name)))

    def _one_story(self, path: str, owner: str, *, example: bool) -> Story | None:
        source = self.read(read_markdown, path)
        facts = self.story_facts(source)
        if facts is None:
            return None
        own = {"example": example or facts.example, "name": Path(path).stem, "owner": owner}
        return Story.of({**facts.__dict__, **own, "front": source.front, "text": source.body, "source": path})

    def story_facts(self, source: Source) -> StoryFacts | None:
        """Return the fields of a story; None where one of them has problems."""
        return self.valid(StoryFacts, source)

    def _add_partial(self, owner: str, source: Source, *, example: bool) -> None:
        try:
            part = partial_event(source)
        except Exception as error:
            self.problems.append(unforeseen(error, source.path))
            return
        if part and (event := event_of(owner, example, source, part.facts)):
            self.partial.append((event, part.has_dates))

    def is_address(self, path: str) -> bool:
        name = Path(path).stem
        better = urls.better_name(name, "arrangement")
        if better:
            message = f"Filen «{name}.md» kan ikke være en adresse. Kald den for eksempel «{better}.md»."
            self.problems.append(Problem(path, 1, 1, "", message, files.FILE_NAME))
            self.unread.add(f"{Path(path).parent.as_posix()}/{better}.md")
        return better is None

    def _idea(self, path: str) -> Idea | None:
        source = self.read(read_markdown, path)
        facts = self.valid(IdeaFacts, source)
        return Idea.of({**facts.__dict__, "text": source.body, "source": path}) if facts else None

    def _one(self, model: type[_Model], path: str) -> _Model | None:
        if not may_be((self.root / path).is_file):
            message = f"Filen mangler. Lav en fil, der hedder {Path(path).name}."
            self.problems.append(Problem(path, 1, 1, "", message, files.FILE_MISSING))
            self.unread.add(path)
            return None
        return self.valid(model, self.read(read_yaml, path))

    def read(self, read: Any, path: str) -> Source:
        """Return a file as one of the readers of `reading` reads it."""
        source: Source
        try:
            source = read(self.root, path)
        except Exception as error:
            source = Source(path, None, "", 1, (unforeseen(error, path),))
        self.problems += source.problems
        fault = fault_in(source.body)
        if fault:
            self.problems.append(Problem(path, source.body_line, 1, "", *fault))
        return source

    def valid(self, model: type[_Model], source: Source) -> _Model | None:
        """Return the fields of a file as values; None where one of them has problems."""
        found: _Model | None = None
        try:
            if source.data is None:
                self.problems += problems_of_part(self.root, model, source)
            else:
                found = self._validated(model, source)
        except Exception as error:
            self.problems.append(unforeseen(error, source.path))
        if found is None:
            self.unread.add(source.path)
        return found

    def _validated(self, model: type[_Model], source: Source) -> _Model | None:
        try:
            return model.model_validate(source.data)
        except ValidationError as error:
            self.problems += problems_of(self.root, model, source, error)
            return None

    def _folders(self, parent: str) -> Iterator[str]:
        """Yield the folders right below `parent`, by name, but for what programs left there."""
        for entry in self._below(parent):
            if (
                may_be(entry.is_dir)
                and not is_leftover(entry.name)
                and (may_be((entry / "area.yml").exists) or not holds_only_leftovers(entry))
            ):
                yield f"{parent}/{entry.name}"

    def files(self, folder: str, ending: str) -> Iterator[str]:
        """Yield the paths of the files right below `folder` whose names have this ending, by name."""
        for entry in self._below(folder):
            if not entry.name.endswith(ending) or is_leftover(entry.name):
                continue
            if os.path.islink(entry) or not may_be(entry.is_file):  # noqa: PTH114  never raises
                self.problems.append(Problem(f"{folder}/{entry.name}", 1, 1, "", _NOT_A_FILE, files.NOT_A_FILE))
                self.unread.add(f"{folder}/{entry.name}")
            else:
                yield f"{folder}/{entry.name}"

    def _below(self, folder: str) -> list[Path]:
        """Return what lies right below a folder, by name; nothing where the folder is not there."""
        try:
            return sorted((self.root / folder).iterdir())
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError:
            self.problems.append(unreadable(folder))
            return []


def by_start(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return events in the order of their first dates."""
    return tuple(sorted(events, key=lambda event: (event.start.at, event.name)))


def event_of(owner: str, example: bool, source: Source, facts: EventFacts | None) -> Event | None:
    """Return the event of a file's fields and its text; None where there are no fields."""
    if facts is None:
        return None
    own = {"example": example or facts.example, "name": Path(source.path).stem, "owner": owner}
    return Event.of({**facts.__dict__, **own, "front": source.front, "text": source.body, "source": source.path})
