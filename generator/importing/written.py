"""An imported event as the fields of our file, and the marks by which a later run knows what a person has changed since."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from generator.danish.dates import Moment
from generator.danish.spans import parse_end
from generator.editing.form.answers import end_answers
from generator.editing.form.write import Value, entry, scalar
from generator.importing.imported import DateChange, ImportedEvent
from generator.importing.markdown import as_markdown
from generator.importing.words import clipped_title
from generator.model.area import Area
from generator.model.booking import is_none, short_booking
from generator.model.event import Audience, Category
from generator.model.state import State
from generator.problems.problem import or_none
from generator.reading.sources import parsed
from generator.text.letters import folded, slug

BODY = "tekst"
"""What the text below the fields is called among the marks."""
ORIGIN = "kilde"


def fields_of(event: ImportedEvent, area: Area) -> dict[str, str]:
    """Return what an event says, as the YAML of each field by its key, and its text under `BODY`; what is not said is left out."""
    simple: dict[str, Value] = dict(_simple(event))
    written = {key: entry(key, value) for key, value in simple.items() if value}
    if event.place:
        written["sted"] = entry("sted", _place(event.place, area))
    if event.changes:
        written["ændringer"] = "ændringer:\n" + "".join(_change(change, area) for change in event.changes)
    if event.link:
        title = event.link.partition("://")[2].partition("/")[0].removeprefix("www.")
        written["links"] = f"links:\n  - titel: {scalar(title)}\n    adresse: {scalar(event.link)}\n"
    if body := _body(event):
        written[BODY] = body
    return written


def _body(event: ImportedEvent) -> str:
    """Return the text of an event, with what no field can hold: the end of a long title, and a sign-up without a way, as `ja`."""
    whole = event.title if clipped_title(event.title) != event.title else ""
    unread = f"Tilmelding: {as_markdown(event.booking)}" if event.booking and not _booking(event.booking) else ""
    return "\n\n".join(filter(None, (whole, event.text, unread)))


def _simple(event: ImportedEvent) -> Iterator[tuple[str, Value]]:
    yield "titel", [clipped_title(event.title)]
    yield "start", [spoken(event.start)]
    if event.end:
        yield "slut", [_end(event.start, event.end)]
    if event.repetition and event.until:
        yield "gentag", [event.repetition.words()]
        yield "gentag til", [event.until.isoformat()]
    if event.except_days:
        yield "undtagen", [day.isoformat() for day in event.except_days]
    if event.dates:
        yield "flere datoer", [spoken(each) if each.clock != event.start.clock else each.day.isoformat() for each in event.dates]
    if event.state is not State.PLANNED:
        yield "status", [event.state.value]
    if event.before:
        yield "før", [spoken(event.before)]
    if event.before_place:
        yield "før sted", [event.before_place]
    yield from _facts(event)


def _facts(event: ImportedEvent) -> Iterator[tuple[str, Value]]:
    if event.online:
        yield "online", [event.online]
    if event.price:
        yield "pris", [event.price]
    if event.booking and (booking := _booking(event.booking)):
        yield "tilmelding", booking
    if event.organiser:
        yield "arrangør", [event.organiser]
    audience = [each.value for each in Audience if folded(each.value) in map(folded, event.audience)]
    if audience:
        yield "målgruppe", audience
    category = next((each.value for each in Category if folded(each.value) == folded(event.category)), "")
    if category:
        yield "kategori", [category]


def _booking(written: str) -> Value | None:
    """Return how one signs up, where a line says it in a way that the site reads."""
    if is_none(written):
        return ["ingen"]
    said = or_none(short_booking, written) or {}
    ways: dict[str, Value] = {key: [value] for key, value in said.items() if value}
    return ways if any(key in ways for key in ("link", "mail", "telefon", "tekst")) else None


def spoken(moment: Moment) -> str:
    """Return a moment as the site's forms write it: `2026-05-01 kl. 19.00`."""
    return f"{moment.day.isoformat()} kl. {moment.clock:%H.%M}" if moment.clock else moment.day.isoformat()


def _end(start: Moment, end: Moment) -> str:
    day, clock = end_answers(start, end)
    hour = clock.replace(":", ".")
    if not day and parse_end(hour, start) == end:
        return hour
    return spoken(end)


def _place(place: Mapping[str, str], area: Area) -> Value:
    """Return the key of the area's own place of that name, or the place written out."""
    name = slug(place.get("navn", ""))
    known = next((key for key, each in area.places.items() if name and name in (slug(each.name), slug(key))), None)
    if known:
        return [known]
    return {key: [value] for key, value in place.items() if value}


def _change(change: DateChange, area: Area) -> str:
    lines: dict[str, Value] = {"dato": [spoken(change.day)]}
    if change.state:
        lines["status"] = [change.state.value]
    if change.start:
        lines["ny start"] = [spoken(change.start)]
    if change.end:
        lines["ny slut"] = [spoken(change.end)]
    if change.place:
        lines["sted"] = _place(change.place, area)
    if change.text:
        lines["tekst"] = [change.text]
    text = "".join(entry(key, value, "    ") for key, value in lines.items())
    return "  - " + text.removeprefix("    ")


def mark_of(key: str, text: str | None) -> str:
    """Return eight hexadecimal digits of what a field says, however it is written; empty where there is none."""
    if text is None or not text.strip():
        return ""
    value: Any = " ".join(text.split()) if key == BODY else _value(text)
    said = json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _value(text: str) -> Any:
    found = parsed(text)
    value = next(iter(found.values())) if isinstance(found, dict) and found else text
    return value[0] if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str) else value


def marks_as_text(marks: Mapping[str, str]) -> str:
    """Return marks on one line: `titel 1a2b3c4d, start 5e6f7a8b`."""
    return ", ".join(f"{key} {mark}" for key, mark in marks.items() if mark)


def marks_from_text(written: str | None) -> dict[str, str]:
    """Return the marks of a line; what is none is left out."""
    pairs = (part.strip().rpartition(" ") for part in (written or "").split(","))
    return {key: mark for key, _, mark in pairs if key and mark}


def origin_part(name: str, id_: str, marks: Mapping[str, str]) -> str:
    """Return the field that says where an event came from."""
    return entry(ORIGIN, {"navn": [name], "id": [id_], "skrevet": [marks_as_text(marks)]})
