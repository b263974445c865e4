"""What the sources of one area change of its files: new events, changed, moved and cancelled ones, checked beside all content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from generator.content.load import load
from generator.editing.trial import tried
from generator.importing.draft import Draft
from generator.importing.imported import Reading, Window
from generator.importing.outcome import ImportProposal, Kind, Outcome
from generator.model.area import Area
from generator.model.event import Event
from generator.model.sources import CalendarSource
from generator.problems.problem import Problem
from generator.problems.rules import dates as rules

_AHEAD = timedelta(days=183)


def window_for(events: Iterable[Event], name: str, now: datetime) -> Window:
    """Return the days that are imported of a source: from this year's first, or from its first event, half a year ahead or more."""
    known = [event.start.day for event in events if event.origin and event.origin.name == name]
    return Window(min([date(now.year, 1, 1), *known]), date((now + _AHEAD).year, 12, 31))


def propose_import(
    root: Path, area: Area, readings: Mapping[str, Reading], sources: Mapping[str, CalendarSource], now: datetime
) -> ImportProposal:
    """Return what readings of an area's sources, by their names, propose for the content below `root`, which is not changed."""
    draft = Draft(root, area, now)
    notes = []
    for name, reading in readings.items():
        draft.add(name, reading, sources.get(name))
        notes += [f"{name}: {note}" for note in reading.notes]
    faults = _check(draft)
    outcomes = tuple(each for each in draft.outcomes if each.path not in draft.dropped or each.kind in (Kind.DOUBLE, Kind.REFUSED))
    return ImportProposal(area.slug, area.name, tuple(draft.files.values()), outcomes, tuple(notes), tuple(faults))


def _check(draft: Draft) -> list[str]:
    """Try all files beside the rest of the content, and leave out those that would be wrong. Return what cannot be mended."""
    if not draft.files:
        return []
    known = {each.identity for each in load(draft.root, advice=True)[1]}
    for _ in range(3):
        done = tried(draft.root, {path: file.text.encode() for path, file in draft.files.items()}, draft.now)
        if done is None:
            draft.files.clear()
            return ["Mappen events er en genvej (symbolsk link) eller ingen mappe. Den skal rettes først."]
        wrong = _wrong(draft, (each for each in done[1] if each.identity not in known))
        if not wrong:
            return []
        elsewhere = [str(each) for path, found in wrong.items() if path not in draft.files for each in found]
        if elsewhere:
            draft.files.clear()
            draft.outcomes.clear()
            return elsewhere[:10]
        for path, found in wrong.items():
            _drop(draft, path, found)
    draft.files.clear()
    return ["Arrangementerne kan ikke være på siden sammen. Tag nogle af dem ud med udelad."]


def _wrong(draft: Draft, problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    """Return what stops files from being proposed, by path: faults, and events that are there already."""
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        is_new = problem.path in draft.files and draft.files[problem.path].before is None
        twice = problem.rule is rules.WRITTEN_TWICE and is_new and _comes_second(draft, problem)
        if twice or not problem.rule.warning:
            found.setdefault(problem.path, []).append(problem)
    return found


def _comes_second(draft: Draft, problem: Problem) -> bool:
    """Return whether of two events that are one this is the one to leave out: the other is there, or is proposed first."""
    other = problem.message.partition(" ")[0]
    paths = list(draft.files)
    return other not in draft.files or paths.index(other) < paths.index(problem.path)


def _drop(draft: Draft, path: str, problems: Sequence[Problem]) -> None:
    del draft.files[path]
    draft.dropped.add(path)
    title = next((each.title for each in draft.outcomes if each.path == path), path)
    when = next((each.when for each in draft.outcomes if each.path == path), "")
    is_double = any(each.rule is rules.WRITTEN_TWICE for each in problems)
    said = tuple(each.message if is_double else f"{each.field}: {each.message}".removeprefix(": ") for each in problems[:5])
    draft.outcomes.append(Outcome(Kind.DOUBLE if is_double else Kind.REFUSED, path, title, when, said))
