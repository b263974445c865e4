"""One imported event and the file that is there: which fields change, and which stay as a person wrote them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from generator.editing.form.source import cut_fields
from generator.importing.written import BODY, ORIGIN, mark_of, marks_from_text, origin_part
from generator.model.event import Event, EventFacts
from generator.model.state import State

_DATES = frozenset({"start", "slut", "gentag", "gentag til", "undtagen", "flere datoer", "ændringer", "før"})
"""What says together when it is: all of it is changed, or none."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field: what stood there, and what the source says; empty where it says nothing."""

    key: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Merged:
    """A file as it would be, and the fields that `changed`. `conflicts` stay as a person wrote them, though the source differs."""

    text: str
    changed: tuple[Difference, ...] = ()
    conflicts: tuple[Difference, ...] = ()


def new_file(name: str, id_: str, fields: Mapping[str, str]) -> str:
    """Return the text of a new event's file."""
    marks = {key: mark_of(key, text) for key, text in fields.items()}
    parts: dict[str, str] = {}
    for key, text in {**fields, ORIGIN: origin_part(name, id_, marks)}.items():
        parts = parts if key == BODY else _inserted(parts, key, text)
    return event_text(parts.items(), fields.get(BODY, ""))


def merged(event: Event, fields: Mapping[str, str]) -> Merged | None:
    """Return an event's file with what the source says now; None where its fields do not stand one below the other.

    A field that is as it was written from the source follows the source. One that a person has changed stays, and is reported when
    the source changes, too.
    """
    parts = cut_fields(EventFacts, event.front)
    if parts is None or event.origin is None:
        return None
    current = {**dict(parts), BODY: event.text.strip("\n")}
    written = marks_from_text(event.origin.written)
    new = {key: mark for key, text in fields.items() if (mark := mark_of(key, text))}
    now = {key: mark_of(key, text) for key, text in current.items()}
    every = [*new, *(key for key in written if key not in new)]
    asked = [key for key in every if new.get(key, "") not in (now.get(key, ""), written.get(key, ""))]
    touched = {key for key in every if now.get(key, "") not in (written.get(key, ""), new.get(key, ""))}
    stays = [key for key in asked if key in touched or (key in _DATES and touched & _DATES) or _follows(key, fields, touched)]
    changed = [key for key in asked if key not in stays]
    if not asked:
        return Merged(event_text(parts, event.text))
    text = _with(current, {key: fields.get(key, "") for key in changed}, origin_part(event.origin.name, event.origin.id, new))
    return Merged(text, _differences(changed, current, fields), _differences(stays, current, fields))


def _follows(key: str, fields: Mapping[str, str], touched: Set[str]) -> bool:
    """Return whether a field says that the event is moved, while its dates stay as a person wrote them."""
    return key == "status" and State.MOVED.value in fields.get(key, "") and bool(touched & _DATES)


def cancelled(event: Event) -> Merged | None:
    """Return an event's file as cancelled, because its source does not have it any more; None as `merged` does.

    A state that a person wrote stays, and is reported once.
    """
    parts = cut_fields(EventFacts, event.front)
    if parts is None or event.origin is None:
        return None
    current = {**dict(parts), BODY: event.text.strip("\n")}
    written = marks_from_text(event.origin.written)
    fields = {"status": f"status: {State.CANCELLED.value}\n"}
    mark = mark_of("status", fields["status"])
    if written.get("status") == mark or event.state is State.CANCELLED:
        return Merged(event_text(parts, event.text))
    is_ours = mark_of("status", current.get("status")) == written.get("status", "")
    origin = origin_part(event.origin.name, event.origin.id, {**written, "status": mark})
    said = _differences(["status"], current, fields)
    return Merged(_with(current, fields if is_ours else {}, origin), said if is_ours else (), () if is_ours else said)


def matches(event: Event, fields: Mapping[str, str]) -> int:
    """Return how many fields of a file are as they were written from its source, to find which of two copies was imported."""
    parts = cut_fields(EventFacts, event.front) or []
    written = marks_from_text(event.origin.written if event.origin else "")
    return sum(mark_of(key, text) == written.get(key) for key, text in parts) + sum(key in written for key in fields)


def _differences(keys: Iterable[str], current: Mapping[str, str], fields: Mapping[str, str]) -> tuple[Difference, ...]:
    return tuple(Difference(key, current.get(key, "").strip(), fields.get(key, "").strip()) for key in keys)


def _with(current: Mapping[str, str], changed: Mapping[str, str], origin: str) -> str:
    """Return the text of a file with some of its fields changed, or left out where nothing is said of them any more."""
    parts = {key: text for key, text in current.items() if key != BODY}
    for key, text in {**changed, ORIGIN: origin}.items():
        if key == BODY:
            continue
        if not text:
            parts.pop(key, None)
        elif key in parts:
            parts[key] = text + _comments(parts[key])
        else:
            parts = _inserted(parts, key, text)
    return event_text(list(parts.items()), changed.get(BODY, current[BODY]))


def _comments(text: str) -> str:
    """Return the lines of a part that are a person's comments."""
    return "".join(f"{line}\n" for line in text.split("\n") if line.lstrip().startswith("#"))


def _inserted(parts: Mapping[str, str], key: str, text: str) -> dict[str, str]:
    """Return the parts with a new one, before the first that comes later in the model's order."""
    order = EventFacts.field_keys()
    later = next((place for place, each in enumerate(parts) if each in order and order.index(each) > order.index(key)), len(parts))
    items = list(parts.items())
    return dict([*items[:later], (key, text), *items[later:]])


def event_text(parts: Iterable[tuple[str, str]], body: str) -> str:
    """Return the text of an event's file of its parts and the text below them."""
    fields = "".join(text if text.endswith("\n") else text + "\n" for _, text in parts)
    return f"---\n{fields}---\n{body}" + ("\n" if body and not body.endswith("\n") else "")
