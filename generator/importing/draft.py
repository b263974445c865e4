"""Collects what the sources of an area change of its files, event by event, before any of it is checked."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from generator.danish.formatting import short_when
from generator.editing.form.write import ProposedFile, file_name
from generator.importing.imported import ImportedEvent, Reading
from generator.importing.merge import Merged, cancelled, event_text, matches, merged, new_file
from generator.importing.outcome import Kind, Outcome
from generator.importing.since import is_over, settled
from generator.importing.written import fields_of
from generator.model.area import Area
from generator.model.event import Event
from generator.model.folders import event_file, folder_of
from generator.model.sources import CalendarSource
from generator.model.state import State
from generator.text.letters import slug

_MOST_UNREADABLE = 200_000


class Draft:
    """Collects the files of one proposal by their paths, and what is said of them."""

    def __init__(self, root: Path, area: Area, now: datetime) -> None:
        self.root, self.area, self.now = root, area, now
        self.files: dict[str, ProposedFile] = {}
        self.outcomes: list[Outcome] = []
        self.dropped: set[str] = set()
        self.unreadable = list(_unreadable(root, area))

    def add(self, name: str, reading: Reading, source: CalendarSource | None) -> None:
        """Add what one source says."""
        left_out = {slug(title) for title in source.left_out} if source else set()
        existing = self._existing(name, reading)
        for event in reading.events:
            if before := existing.pop(event.id, None):
                self._change(before, event)
            elif slug(event.title) not in left_out and event.id not in (source.left_out if source else ()):
                self._begin(name, event)
        if reading.whole and reading.events:
            for event_before in existing.values():
                self._cancel(event_before)
        elif existing and reading.whole:
            said = "Kilden er tom. Intet er aflyst på grund af det."
            self.outcomes.append(Outcome(Kind.REFUSED, "", name, said=(said,)))

    def _existing(self, name: str, reading: Reading) -> dict[str, Event]:
        """Return the events that came from a source by their ids: of two copies the one that is most as written."""
        said = {event.id: fields_of(event, self.area) for event in reading.events}
        found: dict[str, Event] = {}
        for event in sorted(self.area.events, key=lambda event: event.source):
            if event.origin is None or event.origin.name != name:
                continue
            other = found.get(event.origin.id)
            fields = said.get(event.origin.id, {})
            if other is None or matches(event, fields) > matches(other, fields):
                found[event.origin.id] = event
        return found

    def _begin(self, name: str, event: ImportedEvent) -> None:
        if _last_day(event) < self.now.date() or event.state is State.CANCELLED:
            return
        when = short_when(event.start, event.end)
        if any(event.id in text for text in self.unreadable):
            said = "Arrangementet har en fil, som ikke kan læses. Ret den først."
            self.outcomes.append(Outcome(Kind.REFUSED, "", event.title, when, (said,)))
            return
        path = self._free(event)
        self.files[path] = ProposedFile(path, new_file(name, event.id, fields_of(event, self.area)), None)
        self.outcomes.append(Outcome(Kind.NEW, path, event.title, when))

    def _free(self, event: ImportedEvent) -> str:
        """Return a path that no file has: the title, with the day where another event is called the same."""
        name, day = file_name(event.title), event.start.day
        names = (name, f"{name}-{day.year}", f"{name}-{day}", *(f"{name}-{day}-{number}" for number in range(2, 400)))
        files = (event_file(self.area.slug, each) for each in names)
        return next(file for file in files if file not in self.files and not os.path.lexists(self.root / file))

    def _change(self, before: Event, event: ImportedEvent) -> None:
        if is_over(before, self.now) and not event.is_series and event.start.at < self.now:
            return
        self._put(before, settled(event, before, self.area, self.now))

    def _cancel(self, before: Event) -> None:
        """Propose to cancel what the source does not have any more, if it is still to come."""
        if not is_over(before, self.now):
            self._settle(before, cancelled(before), Kind.GONE)

    def _put(self, before: Event, event: ImportedEvent) -> None:
        done = merged(before, fields_of(event, self.area))
        kind = Kind.CHANGED
        if event.state is State.CANCELLED is not before.state:
            kind = Kind.CANCELLED
        elif done and any(each.key in ("før", "før sted") for each in done.changed):
            kind = Kind.MOVED
        self._settle(before, done, kind)

    def _settle(self, before: Event, done: Merged | None, kind: Kind) -> None:
        if done is None:
            said = "Felterne i filen kan ikke skilles ad. Skriv dem under hinanden, ét på hver linje."
            self.outcomes.append(Outcome(Kind.REFUSED, before.source, before.title, said=(said,)))
            return
        if not done.changed and not done.conflicts:
            return
        text = event_text([("", before.front)], before.text)
        self.files[before.source] = ProposedFile(before.source, done.text, text)
        if done.changed:
            self.outcomes.append(Outcome(kind, before.source, before.title, fields=done.changed))
        if done.conflicts:
            self.outcomes.append(Outcome(Kind.CONFLICT, before.source, before.title, fields=done.conflicts))


def _unreadable(root: Path, area: Area) -> Iterator[str]:
    """Yield the texts of the files of events that could not be read: one of them may be an imported event."""
    known = {event.source for event in area.events}
    for file in sorted((root / folder_of(area.slug) / "events").glob("*.md")):
        if event_file(area.slug, file.stem) not in known and file.is_file() and not file.is_symlink():
            with file.open("rb") as opened:
                yield opened.read(_MOST_UNREADABLE).decode("utf-8", "replace")


def _last_day(event: ImportedEvent) -> date:
    days = [(event.end or event.start).day, event.start.day, *(each.day for each in event.dates)]
    return max([*days, event.until] if event.until else days)
