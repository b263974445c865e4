"""Read all of the content: the programme's own files, its rounds, and the areas."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from generator import paths
from generator.cache.leftovers import is_leftover
from generator.cache.walk import walk
from generator.content.entries import EntryReader
from generator.content.languages import is_language, language_of, words_file
from generator.model.area import Area, AreaFacts, Status
from generator.model.event import Event
from generator.model.folders import PROGRAMME
from generator.model.former import PageFacts, former_in
from generator.model.language import Language, LanguageFacts
from generator.model.owners import FILE as OWNERS_FILE
from generator.model.owners import Owners
from generator.model.programme import CONTACTS_FILE, PROGRAMME_FILE, TIMELINE_FILE, Contacts, Idea, IdeaFacts, Programme, Timeline
from generator.model.questions import FILE as QUESTIONS_FILE
from generator.model.questions import Questions
from generator.model.rounds import FOLDER, Round, RoundFacts, first_round, is_of_round
from generator.model.site import ContentPage, Site
from generator.model.sources import FILE as SOURCES_FILE
from generator.model.sources import Sources
from generator.problems.problem import Problem
from generator.problems.rules import files, reading
from generator.problems.unforeseen import unforeseen, unreadable
from generator.reading.folders import NO_LINKED_FOLDER, NOT_A_FILE, is_special, may_be, overfull
from generator.reading.sources import read_markdown, read_text
from generator.text.letters import sort_key

AREAS = "areas"
_OF_DOCUMENTS = (files.FILE_NAME, reading.UNREADABLE, reading.ENCODING, reading.LINK, reading.TOO_BIG)


def folder_fault(name: str) -> str | None:
    """Return why an area's folder cannot be called that, in Danish; None where it can."""
    better = _better_folder(name)
    return better and f"Mappen «{name}» kan ikke være en adresse. Kald den for eksempel «{better}»."


def _better_folder(name: str) -> str | None:
    return paths.better_name(name, "vores-by") or (f"{name}-by" if name in paths.TAKEN else None)


class Loader(EntryReader):
    """Read all content.

    `stranded` are the events of areas whose own file could not be read, and `whole` tells whether all of the programme's own files
    could.
    """

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.stranded: list[Event] = []
        self.whole = True

    def site(self) -> Site | None:
        """Return all that could be read; None where one of the programme's own files is not among it."""
        self.own = self._own()
        areas = sorted(filter(None, self.areas(self._area_folders())), key=lambda area: sort_key(area.name))
        self.found = replace(self.own, areas=tuple(areas))
        return self.found if self.whole else None

    def _area_folders(self) -> list[str]:
        """Return the folders of the areas. Where the folder of them all cannot be gone through, there is no site: it would say that
        there are no areas."""
        folder, before = self.root / AREAS, len(self.problems)
        if folder.is_symlink():
            self.problems.append(Problem.of_file(AREAS, NO_LINKED_FOLDER, reading.LINK))
        elif folder.is_dir() and not os.access(folder, os.R_OK | os.X_OK):
            self.problems.append(unreadable(AREAS))
        found = [] if len(self.problems) > before else list(self.folders(AREAS))
        if len(self.problems) > before:
            self.whole = False
            self.unread.add(AREAS)
        return found

    def checkable(self) -> Site:
        """Return what was read, with what is not known of the rest, so that one broken file hides no other one's problems.

        Events of an area whose own file is broken stand among the programme's.
        """
        return replace(self.found, events=(*self.found.events, *self.stranded), unread=frozenset(self.unread))

    def _own(self) -> Site:
        """Return the programme without its areas. A file of its own that is broken holds nothing."""
        programme = self.one(Programme, PROGRAMME_FILE)
        timeline = self.one(Timeline, TIMELINE_FILE)
        contacts = self.one(Contacts, CONTACTS_FILE)
        events = self.events("content/events", PROGRAMME, example=False)
        ideas = tuple(filter(None, map(self._idea, self.files("content/ideas", ".md"))))
        stories = self.stories("content/historier", PROGRAMME, example=False)
        owners = self.owners()
        sources = self.one_if_there(Sources, SOURCES_FILE)
        languages = tuple(filter(None, map(self._language, filter(is_language, self.folders("content")))))
        questions = self.one_if_there(Questions, QUESTIONS_FILE)
        pages = tuple(self._pages())
        rounds = self._rounds(first_round(programme, timeline)) if programme and timeline else ()
        self.whole = bool(self._is_of_files() and programme and timeline and contacts) and self._rounds_are_whole()
        return Site(
            programme or Programme.of({"core_elements": (), "goals": (), "area_count": 0}),
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
            pages=pages,
        )

    def _is_of_files(self) -> bool:
        """Report what lies in content/ and is neither a file nor a folder, as a link. Return whether the engine can go through the
        rest: a linked folder would lead it out of the project, or in circles."""
        walkable = True
        with suppress(OSError):  # a folder that cannot be opened is reported where it is read
            for below, entry in walk(str(self.root / "content")):
                if is_special(entry):
                    self.problems.append(Problem.of_file(f"content/{below}", NOT_A_FILE, files.NOT_A_FILE))
                    walkable = walkable and not entry.is_dir()
        return walkable

    def _rounds_are_whole(self) -> bool:
        return not any(map(is_of_round, self.unread))

    def _rounds(self, first: Round) -> tuple[Round, ...]:
        """Return the rounds, the first one first and the others by their beginning. A later one that cannot be read is missing."""
        later = sorted(filter(None, map(self._round, self.below(FOLDER))), key=lambda each: (each.begins, each.name))
        for each in later:
            if each.name == first.name:
                self.unread.add(each.source)
                message = f"«{each.name}» er navnet på den første runde, som står i {first.source}. Giv mappen et andet navn."
                self.problems.append(Problem.of_file(each.source, message, files.FOLDER_NAME))
        return first, *later

    def _round(self, folder: Path) -> Round | None:
        """Return the round of a folder; None where it is no folder, or its files have problems."""
        path = f"{FOLDER}/{folder.name}"
        if is_leftover(folder.name) or not may_be(folder.is_dir):
            return None
        if better := paths.better_name(folder.name, "ny-runde"):
            self.unread.add(path)
            message = f"Mappen «{folder.name}» kan ikke være en adresse. Kald den for eksempel «{better}»."
            self.problems.append(Problem.of_file(f"{path}/round.yml", message, files.FOLDER_NAME))
            return None
        facts = self.one(RoundFacts, f"{path}/round.yml")
        timeline = self.one(Timeline, f"{path}/timeline.yml")
        return Round(folder.name, facts, timeline, f"{path}/round.yml", f"{path}/timeline.yml") if facts and timeline else None

    def _pages(self) -> Iterator[ContentPage]:
        """Yield the Markdown pages of content/ that can be read."""
        for folder in ("content", *filter(is_language, self.folders("content"))):
            for path in self.files(folder, ".md"):
                if folder != "content" or self.document(path):
                    yield ContentPage(paths.page_of(path.removeprefix("content/")), self.former(path), path)

    def former(self, path: str) -> tuple[str, ...]:
        """Return where a page of content/ stood before; its other fields are the engine's."""
        source = read_markdown(self.root, path)
        asked = former_in(source.data)
        facts = self.valid(PageFacts, replace(source, data=asked)) if asked else None
        self.unread.discard(path)
        return facts.former if facts else ()

    def document(self, path: str) -> bool:
        """Return whether the engine can read a page of content/; what is written in it is not asked."""
        found = [problem for problem in self._document_problems(path) if problem.rule in _OF_DOCUMENTS]
        self.problems += found
        return not found

    def _document_problems(self, path: str) -> Iterator[Problem]:
        if not path.isprintable():
            message = "Filens navn kan ikke være en adresse. Brug bogstaver fra a til z, tal og bindestreg."
            yield Problem.of_file(path, message, files.FILE_NAME)
        yield from read_text(self.root, path).problems

    def _language(self, folder: str) -> Language | None:
        """Return the language of a folder; None where its words or one of its pages have problems."""
        before = len(self.problems)
        facts = self.one(LanguageFacts, words_file(folder))
        pages = [self.read(read_markdown, path) for path in self.files(folder, ".md")]
        return language_of(folder, facts, pages) if facts and len(self.problems) == before else None

    def owners(self) -> Owners | None:
        """Return who may change what: without such a file nobody is named."""
        return self.one(Owners, OWNERS_FILE) if may_be((self.root / OWNERS_FILE).is_file) else Owners()

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
        if not (self.is_named_well(folder) and self.is_not_overfull(folder)):
            return None
        facts = self.one(AreaFacts, f"{folder}/area.yml")
        story = self.story(f"{folder}/index.md")
        example = facts is not None and facts.status is Status.EXAMPLE
        events = self.events(f"{folder}/events", name, example=example)
        stories = self.stories(f"{folder}/historier", name, example=example)
        if facts is None:
            self.stranded += events
            return None
        return Area.of({**facts.__dict__, "slug": name, "story": story, "events": events, "stories": stories})

    def is_named_well(self, folder: str) -> bool:
        """Return whether an area's folder can be an address; report where it cannot."""
        name = Path(folder).name
        fault = folder_fault(name)
        if fault:
            self.problems.append(Problem.of_file(f"{folder}/area.yml", fault, files.FOLDER_NAME))
            self.unread.add(f"areas/{_better_folder(name)}")
        return fault is None

    def is_not_overfull(self, folder: str) -> bool:
        """Return whether an area's folder holds no more than can be read; report where it does."""
        too_much = overfull(self.root / folder)
        if too_much:
            self.problems.append(Problem.of_file(f"{folder}/area.yml", *too_much))
            self.unread.add(folder)
        return too_much is None

    def _idea(self, path: str) -> Idea | None:
        source = self.read(read_markdown, path)
        facts = self.valid(IdeaFacts, source)
        return Idea.of({**facts.__dict__, "text": source.body, "source": path}) if facts else None
