"""The dates of an event as the form needs them to change one: each as it is planned, and what `ændringer` says of it today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from generator.editing.form.answers import clock_answer, end_answers, moment_answers, place_answers
from generator.model.change import Change
from generator.model.event import Event
from generator.model.occurrences import Occurrence, concerns, is_series, occurrences
from generator.model.state import State
from generator.reading.yaml_nodes import composed

_CHANGES = "ændringer"


def series(event: Event, parts: list[tuple[str, str]] | None) -> dict[str, Any] | None:
    """Return the dates of a series by anchor, and its changes in the order of the file; None for an event with one date.

    A date is its day, hour, last day and last hour as a form's answers. A change is its anchor (None where it fits no date), its
    text as it stands in the file, and its answers. `indent` is how far the entries of the list stand in. The whole is None where
    the list is not written with one entry below the other, because it cannot be cut then.
    """
    if not is_series(event) or parts is None:
        return None
    planned = occurrences(event.model_copy(update={"changes": ()}))
    text = next((text for key, text in parts if key == _CHANGES), "")
    cut = _cut(text) if text else []
    if cut is None or len(cut) != len(event.changes):
        return None
    changes = [
        {"anchor": _anchor(change, planned), "text": own, "answers": {name: answer for name, answer in _answers(change) if answer}}
        for change, own in zip(event.changes, cut, strict=True)
    ]
    dates = {
        each.anchor: [each.start.day.isoformat(), clock_answer(each.start.clock), *end_answers(each.start, each.end)]
        for each in planned
    }
    indent = len(cut[0]) - len(cut[0].lstrip(" ")) if cut else 2
    return {"dates": dates, "changes": changes, "indent": indent}


def _cut(text: str) -> list[str] | None:
    """Return the lines of each entry of the list; None where they do not stand one below the other."""
    node = composed(text)
    listed = node.value[0][1] if isinstance(node, yaml.MappingNode) else None
    if not isinstance(listed, yaml.SequenceNode) or listed.flow_style:
        return None
    lines = text.splitlines(keepends=True)
    starts = [entry.start_mark.line for entry in listed.value]
    if len(set(starts)) < len(starts) or not all(lines[start].lstrip(" ").startswith("- ") for start in starts):
        return None
    return ["".join(lines[begin:end]) for begin, end in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _anchor(change: Change, planned: Sequence[Occurrence]) -> str | None:
    return next((each.anchor for each in planned if concerns(change, each.original)), None)


def _answers(change: Change) -> Iterator[tuple[str, str]]:
    yield "status", change.state.value if change.state and change.state is not State.PLANNED else ""
    yield "statustekst", change.text or ""
    yield "online", change.online or ""
    if change.start:
        yield from moment_answers("start", change.start)
    if change.end:
        yield from moment_answers("slut", change.end)
    yield from place_answers(change.place)
