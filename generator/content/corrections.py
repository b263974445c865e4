"""What stands for an event or an area that is being corrected: what its own file plainly says of it, and no more."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from generator.content.fallbacks import written_text
from generator.model.area import Area, AreaFacts, Status
from generator.model.contact import Contact
from generator.model.event import Event, EventFacts
from generator.model.former import PageFacts, former_in
from generator.model.membership import end_of
from generator.model.site import Correction
from generator.model.values import answer_in
from generator.reading.sources import Source
from generator.text.letters import folded

_LONGEST_TITLE, _LONGEST_NAME = 80, 60


def of_event(event: Event) -> Correction:
    """Return the correction of an event whose own file is in order."""
    return Correction(event.owner, event.name, event.source, event.title, event.example, former=event.former)


def of_area(area: Area) -> Correction:
    """Return the correction of an area whose own file is in order. One that finishes names nobody."""
    contact = None if end_of(area) else area.contact
    return Correction(area.slug, "", area.source, area.name, area.status is Status.EXAMPLE, contact, area.former)


def of_event_file(owner: str, path: str, source: Source | None, *, secret: bool, example: bool) -> Correction:
    """Return the correction of an event whose file has problems; `source` is None where it is not read at all.

    Its title stands on it where the file says one, and it is not `secret`.
    """
    data = source and source.data
    title = None if secret else written_text(EventFacts, data, "titel", _LONGEST_TITLE)
    invented = answer_in(written_text(EventFacts, data, "eksempel", _LONGEST_NAME) or "") is True
    return Correction(owner, Path(path).stem, path, title, example or invented, former=_former(data))


def of_area_file(name: str, source: Source, status: Status | None) -> Correction:
    """Return the correction of an area whose file has problems; it says no more than where it is where the status is None."""
    if status is None:
        return Correction(name, "", source.path, former=_former(source.data))
    title = written_text(AreaFacts, source.data, "navn", _LONGEST_NAME)
    return Correction(name, "", source.path, title, status is Status.EXAMPLE, _contact(source.data), _former(source.data))


def status_in(data: object) -> Status | None:
    """Return the status that an area's fields say; None where that cannot be read."""
    written = written_text(AreaFacts, data, "status", _LONGEST_NAME)
    try:
        return Status(written) if written else None
    except ValueError:
        return None


def _former(fields: object) -> tuple[str, ...]:
    """Return where a page stood before, by the fields of its file; nothing where that cannot be read."""
    try:
        return PageFacts.model_validate(former_in(fields)).former
    except ValidationError:
        return ()


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
