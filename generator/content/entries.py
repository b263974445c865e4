"""Read the events and the stories of one owner: an area, or the programme."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator import paths
from generator.content.partial import partial_event
from generator.content.reader import Reader
from generator.model.event import Event, EventFacts
from generator.model.story import Story, StoryFacts
from generator.problems.problem import Problem
from generator.problems.rules import files
from generator.problems.unforeseen import unforeseen
from generator.reading.folders import NOT_A_FILE, may_be
from generator.reading.sources import Source, read_markdown, read_text


class EntryReader(Reader):
    """Read what an owner writes of its own accord.

    `partial` are what can be known of events with problems, and whether their dates are: they are checked, and never shown.
    """

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.partial: list[tuple[Event, bool]] = []

    def events(self, folder: str, owner: str, *, example: bool) -> tuple[Event, ...]:
        sources = [self.read(read_markdown, path) for path in self.files(folder, ".md") if self.is_address(path)]
        facts = [self.valid(EventFacts, source) for source in sources]
        for source in (source for source, known in zip(sources, facts, strict=True) if known is None):
            self._add_partial(owner, source, example=example)
        events = (event_of(owner, example, *each) for each in zip(sources, facts, strict=True))
        return in_order(filter(None, events))

    def _add_partial(self, owner: str, source: Source, *, example: bool) -> None:
        try:
            part = partial_event(source)
        except Exception as error:
            self.problems.append(unforeseen(error, source.path))
            return
        if part and (event := event_of(owner, example, source, part.facts)):
            self.partial.append((event, part.has_dates))

    def stories(self, folder: str, owner: str, *, example: bool) -> tuple[Story, ...]:
        """Return the stories of a folder, newest first."""
        paths = [path for path in self.files(folder, ".md") if self.is_address(path)]
        found = filter(None, (self._one_story(path, owner, example=example) for path in paths))
        return tuple(sorted(found, key=lambda story: (-story.day.toordinal(), story.name)))

    def _one_story(self, path: str, owner: str, *, example: bool) -> Story | None:
        source = self.read(read_markdown, path)
        facts = self.story_facts(source)
        return Story.of(_known(owner, example, source, facts)) if facts else None

    def story_facts(self, source: Source) -> StoryFacts | None:
        """Return the fields of a story; None where one of them has problems."""
        return self.valid(StoryFacts, source)

    def story(self, path: str) -> str:
        """Return an area's story; empty where there is none, and where it cannot be read."""
        if may_be((self.root / path).is_file):
            return self.read(read_text, path).body
        if os.path.lexists(self.root / path):
            self.problems.append(Problem.of_file(path, NOT_A_FILE, files.NOT_A_FILE))
        return ""

    def is_address(self, path: str) -> bool:
        name = Path(path).stem
        better = paths.better_name(name, "arrangement")
        if better:
            message = f"Filen «{name}.md» kan ikke være en adresse. Kald den for eksempel «{better}.md»."
            self.problems.append(Problem.of_file(path, message, files.FILE_NAME))
            self.unread.add(f"{Path(path).parent.as_posix()}/{better}.md")
        return better is None


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return events in the order of their first dates."""
    return tuple(sorted(events, key=lambda event: (event.start.at, event.name)))


def event_of(owner: str, example: bool, source: Source, facts: EventFacts | None) -> Event | None:
    """Return the event of a file's fields and its text; None where there are no fields."""
    return Event.of(_known(owner, example, source, facts)) if facts else None


def _known(owner: str, example: bool, source: Source, facts: EventFacts | StoryFacts) -> dict[str, Any]:
    """Return all that is known of an event or a story: what its fields say, its text, and whose and which file it is."""
    own = {"example": example or facts.example, "name": Path(source.path).stem, "owner": owner}
    return {**facts.__dict__, **own, "front": source.front, "text": source.body, "source": source.path}
