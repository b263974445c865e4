"""From files to the model. Whatever is wrong becomes Problems; content never causes an exception."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from generator import checks, urls
from generator.cache import fingerprints
from generator.cache.leftovers import holds_only_leftovers, is_leftover
from generator.cache.store import Store
from generator.checks.changes import Comparison
from generator.content.model_errors import problems_of, problems_of_part
from generator.content.partial import partial_event, problems_of_partial_events
from generator.markdown.convert import fault_in
from generator.model.area import Area, AreaFacts, Status
from generator.model.content import Content
from generator.model.event import Event, EventFacts
from generator.model.owners import FILE as OWNERS_FILE
from generator.model.owners import Owners
from generator.model.programme import Contacts, Idea, IdeaFacts, Programme, Timeline
from generator.model.site import PROGRAMME, Site
from generator.problems.problem import ContentError, Problem
from generator.problems.rules import files
from generator.reading.sources import Source, read_markdown, read_text, read_yaml
from generator.text.letters import sort_key

_MOST_LARGE = 5_000
"""Large files whose fingerprints are remembered."""
_DECIDING = ("content/programme.yml", "content/timeline.yml")
"""What an area is checked against, besides its own folder."""

_Model = TypeVar("_Model", bound=Content)


def load(root: Path, *, advice: bool = False, compared: Comparison | None = None) -> tuple[Site | None, list[Problem]]:
    """Return the whole content below `root`, and all that is wrong with it.

    With `advice`, the problems that stop no build are among them, and where it is `compared`, those of what has changed. Site is
    None when one of the programme's own files could not be read; broken areas and events are left out of it.
    """
    loader = _Loader(root)
    site, checked = loader.site(), loader.checkable()
    found = loader.problems + _told(checks.CHECKS + (checks.ADVICE if advice else ()), root, checked)
    found += problems_of_partial_events(root, checked, loader.partial)
    if compared:
        found += [problem for check in checks.OF_CHANGES for problem in check(root, checked, compared)]
    return site, sorted(set(found))


def load_incrementally(root: Path, kept: Store, code: str) -> tuple[Site | None, list[Problem]]:
    """The same, with fingerprints, where an area whose folder is as it was when it was in order is neither read nor checked.

    `code` is the fingerprint of what reads it.
    """
    loader = _IncrementalLoader(root, kept, code)
    site = loader.site()
    checked = loader.checkable()
    found = loader.problems + _told(checks.OF_AREAS, root, replace(checked, areas=())) + _told(checks.OF_SITE, root, checked)
    loader.keep_large()
    return site and replace(site, fingerprints=loader.fingerprints), sorted(set(found))


def _told(every: Iterable[checks.Check], root: Path, site: Site) -> list[Problem]:
    return [problem for check in every for problem in check(root, site)]


def load_readable(root: Path) -> tuple[Site, list[Problem]]:
    """The same. Raises ContentError with all problems where the programme's own files could not be read."""
    site, problems = load(root)
    if site is None:
        raise ContentError(problems)
    return site, problems


def load_owners(root: Path) -> tuple[Owners | None, list[Problem]]:
    """Who may change what in the content below `root`; None where the file is broken."""
    loader = _Loader(root)
    return loader.owners(), loader.problems


def folder_fault(name: str) -> str | None:
    """Why an area's folder cannot be called that; None where it can."""
    better = _better_folder(name)
    return better and f"Mappen «{name}» kan ikke være en adresse. Kald den for eksempel «{better}»."


def _better_folder(name: str) -> str | None:
    return urls.better_name(name, "vores-by") or (f"{name}-by" if name in urls.TAKEN else None)


class _Loader:
    """Reads one file after the other and collects what is wrong."""

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
        areas = sorted(filter(None, map(self.area, self._folders("areas"))), key=lambda area: sort_key(area.name))
        self.read = replace(self.own, areas=tuple(areas))
        return self.read if self.whole else None

    def checkable(self) -> Site:
        """Return what was read with what is not known of the rest, so that one broken file hides no other one's problems.

        Events of an area whose own file is broken stand among the programme's.
        """
        return replace(self.read, events=(*self.read.events, *self.stranded), unread=frozenset(self.unread))

    def _own(self) -> Site:
        """The programme without its areas. A file of its own that is broken holds nothing."""
        programme = self._one(Programme, "content/programme.yml")
        timeline = self._one(Timeline, "content/timeline.yml")
        contacts = self._one(Contacts, "content/contacts.yml")
        events = self._events("content/events", PROGRAMME, example=False)
        ideas = tuple(filter(None, map(self._idea, self._files("content/ideas", ".md"))))
        self.whole = bool(programme and timeline and contacts)
        return Site(
            programme or Programme.of({"core_elements": (), "area_count": 0}),
            timeline or Timeline.of({"steps": ()}),
            contacts or Contacts.of({"people": ()}),
            (),
            events,
            ideas,
            self.owners() or Owners(),
        )

    def owners(self) -> Owners | None:
        """Who may change what: nobody is named where there is no such file."""
        return self._one(Owners, OWNERS_FILE) if (self.root / OWNERS_FILE).is_file() else Owners()

    def area(self, folder: str) -> Area | None:
        name = Path(folder).name
        path = f"{folder}/area.yml"
        if fault := folder_fault(name):
            self.problems.append(Problem(path, 1, 1, "", fault, files.FOLDER_NAME))
            self.unread.add(f"areas/{_better_folder(name)}")
            return None
        facts = self._one(AreaFacts, path)
        index = f"{folder}/index.md"
        story = self._read(read_text, index).body if (self.root / index).is_file() else ""
        example = facts is not None and facts.status is Status.EXAMPLE
        events = self._events(f"{folder}/events", name, example=example)
        if facts is None:
            self.stranded += events
            return None
        return Area.of({**facts.__dict__, "slug": name, "story": story, "events": events})

    def _events(self, folder: str, owner: str, *, example: bool) -> tuple[Event, ...]:
        sources = [self._read(read_markdown, path) for path in self._files(folder, ".md") if self._is_address(path)]
        facts = [self._valid(EventFacts, source) for source in sources]
        for source, known in zip(sources, facts, strict=True):
            if known is None and (part := partial_event(source)) and (event := _event(owner, example, source, part.facts)):
                self.partial.append((event, part.has_dates))
        events = (_event(owner, example, *each) for each in zip(sources, facts, strict=True))
        return tuple(sorted(filter(None, events), key=lambda event: (event.start.at, event.name)))

    def _is_address(self, path: str) -> bool:
        name = Path(path).stem
        better = urls.better_name(name, "arrangement")
        if better:
            message = f"Filen «{name}.md» kan ikke være en adresse. Kald den for eksempel «{better}.md»."
            self.problems.append(Problem(path, 1, 1, "", message, files.FILE_NAME))
            self.unread.add(f"{Path(path).parent.as_posix()}/{better}.md")
        return better is None

    def _idea(self, path: str) -> Idea | None:
        source = self._read(read_markdown, path)
        facts = self._valid(IdeaFacts, source)
        return Idea.of({**facts.__dict__, "text": source.body, "source": path}) if facts else None

    def _one(self, model: type[_Model], path: str) -> _Model | None:
        if not (self.root / path).is_file():
            message = f"Filen mangler. Lav en fil, der hedder {Path(path).name}."
            self.problems.append(Problem(path, 1, 1, "", message, files.FILE_MISSING))
            self.unread.add(path)
            return None
        return self._valid(model, self._read(read_yaml, path))

    def _read(self, read: Any, path: str) -> Source:
        source: Source = read(self.root, path)
        self.problems += source.problems
        fault = fault_in(source.body)
        if fault:
            self.problems.append(Problem(path, source.body_line, 1, "", *fault))
        return source

    def _valid(self, model: type[_Model], source: Source) -> _Model | None:
        if source.data is None:
            self.unread.add(source.path)
            self.problems += problems_of_part(self.root, model, source)
            return None
        try:
            return model.model_validate(source.data)
        except ValidationError as error:
            self.unread.add(source.path)
            self.problems += problems_of(self.root, model, source, error)
            return None

    def _folders(self, parent: str) -> Iterator[str]:
        """The folders right below `parent`, by name, but for what programs left there."""
        for entry in sorted((self.root / parent).glob("*/")):
            is_area = (entry / "area.yml").exists() or not holds_only_leftovers(entry)
            if is_area and not is_leftover(entry.name):
                yield f"{parent}/{entry.name}"

    def _files(self, folder: str, ending: str) -> Iterator[str]:
        for entry in sorted((self.root / folder).glob("*" + ending)):
            if is_leftover(entry.name):
                continue
            if entry.is_symlink() or not entry.is_file():
                message = "Her skal ligge en fil, ikke en genvej eller en mappe. Læg selve filen her."
                self.problems.append(Problem(f"{folder}/{entry.name}", 1, 1, "", message, files.NOT_A_FILE))
                self.unread.add(f"{folder}/{entry.name}")
            else:
                yield f"{folder}/{entry.name}"


def _event(owner: str, example: bool, source: Source, facts: EventFacts | None) -> Event | None:
    if facts is None:
        return None
    own = {"example": example or facts.example, "name": Path(source.path).stem, "owner": owner}
    return Event.of({**facts.__dict__, **own, "front": source.front, "text": source.body, "source": source.path})


class _IncrementalLoader(_Loader):
    """Takes areas as they were kept, where nothing that decides them has changed."""

    def __init__(self, root: Path, kept: Store, code: str) -> None:
        super().__init__(root)
        self.kept = kept
        self.large: fingerprints.Known = kept.get("large", "") or {}
        self.decides = fingerprints.of_values(code, *((root / path).read_bytes() for path in _DECIDING if (root / path).is_file()))
        self.fingerprints = {PROGRAMME: fingerprints.of_folder(root / "content")} if (root / "content").is_dir() else {}

    def area(self, folder: str) -> Area | None:
        name = Path(folder).name
        if folder_fault(name) or (self.root / folder).is_symlink():
            return super().area(folder)
        self.fingerprints[name] = fingerprints.of_folder(self.root / folder, self.large)
        key = fingerprints.of_values(self.decides, self.fingerprints[name])
        found: Area | None = self.kept.get(f"{name}.area", key)
        return found or self._fresh(folder, key)

    def _fresh(self, folder: str, key: str) -> Area | None:
        """Reads and checks an area, and keeps it where it is in order. It is given as it was kept: a third smaller, without the
        copies of its texts that reading leaves beside them. What somebody changed meanwhile has no fingerprint any more."""
        before = len(self.problems)
        area = super().area(folder)
        if area is None:
            return None
        alone = replace(self.own, areas=(area,), events=(), ideas=(), unread=frozenset(self.unread))
        self.problems += _told(checks.OF_AREAS, self.root, alone)
        name = area.slug
        if fingerprints.of_folder(self.root / folder, self.large) != self.fingerprints[name]:
            del self.fingerprints[name]
        elif len(self.problems) == before and self.whole:
            self.kept.put(f"{name}.area", key, area)
            area = self.kept.get(f"{name}.area", key) or area
        return area

    def keep_large(self) -> None:
        """Keeps the fingerprints of large files, which are not read again."""
        self.kept.put("large", "", dict(list(self.large.items())[-_MOST_LARGE:]))
