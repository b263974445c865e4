"""From the fields of a form to the file of an event. The web form's script writes the same: keep each rule here that simple."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeAlias

from generator.editing.form.fields import FormField, form_fields
from generator.model.booking import is_none, way_of
from generator.model.folders import event_file
from generator.model.state import STATE_BEFORE
from generator.paths import DEVICES, LONGEST_NAME
from generator.text.letters import slug
from generator.text.sanitise import line, lines

Values = Mapping[str, str | Sequence[str]]
"""What was written, by the fields' names. A field that nobody filled in is empty or not there."""

BODY, AREA = "tekst", "omraade"
PLAIN = re.compile(r"[A-Za-zÆØÅæøå0-9](?:[A-Za-zÆØÅæøå0-9 .,;/()+&%!?'’–@_=-]|:(?=/))*")
CLOCK = re.compile(r"(?:kl(?:okken)?\.? *)?([0-9]{1,2})(?:[.:]([0-9]{2}))?", re.IGNORECASE)

Value: TypeAlias = "list[str] | dict[str, Value]"
"""What a field holds: one text or several, or fields of its own."""


class ProposedFile(NamedTuple):
    """A file to be: its path from the project's top, its text, and the text that is there now; None for a new one."""

    path: str
    text: str
    before: str | None = None

    def is_free(self, root: Path) -> bool:
        """Return whether its path below `root` is taken by nothing, or by this very file."""
        place = root / self.path
        if not os.path.lexists(place):
            return True
        with suppress(OSError, ValueError):
            return not place.is_symlink() and place.read_bytes() == self.text.encode()
        return False


def proposed_event(values: Values) -> ProposedFile:
    """Return the file of a new event. Raise ValueError where the area is not a slug; all other faults are the loader's to find."""
    area = line(_texts(values, AREA)[0])
    if not area or area != slug(area):
        raise ValueError("The area is not a slug.")
    title = line(_texts(values, "titel")[0])
    return ProposedFile(event_file(area, file_name(title)), "---\n" + _front_matter(values) + "---\n" + body(values))


def file_name(title: str) -> str:
    """Return the name of an event's file without its ending: short, and none that a computer keeps for itself.

    The state of an event is no part of its name: `AFLYST: Sang` may be held another day.
    """
    name = slug(re.sub(STATE_BEFORE, "", title, count=1, flags=re.IGNORECASE)) or slug(title)
    if len(name) > LONGEST_NAME:
        name = name[: LONGEST_NAME + 1].rpartition("-")[0] or name[:LONGEST_NAME]
    return f"arrangement-{name}".rstrip("-") if not name or name in DEVICES else name


def body(values: Values) -> str:
    """Return the Markdown after the front matter, with one newline at its end; empty where nothing was written."""
    text = lines("\n".join(_texts(values, BODY)))
    return text + "\n" if text else ""


def scalar(text: str) -> str:
    """Return a line as YAML: plain where it holds nothing that could mean something, else in quotation marks."""
    if PLAIN.fullmatch(text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _front_matter(values: Values) -> str:
    """Return the fields in their order; those of a dotted key stand below what comes before the dot."""
    written: dict[str, Value] = {}
    for field in form_fields():
        given = _given(field, values)
        if not field.key or not given:
            continue
        top, _, below = field.key.partition(".")
        before = written.get(top)
        if not below:
            written[top] = _moment(before, given, field.kind) if isinstance(before, list) else given
        elif top == "tilmelding" and isinstance(before, list):
            written[top] = _booking(before, below, given)
        elif not isinstance(before, list):
            written[top] = {**(before or {}), below: given}
    return "".join(entry(key, value) for key, value in written.items())


def _given(field: FormField, values: Values) -> list[str]:
    texts = _texts(values, field.name)
    if field.several:
        texts = lines("\n".join(texts)).split("\n")
    given = [text for text in map(line, texts) if text]
    return [_clock(text) for text in given] if field.kind == "time" else given


_KL = re.compile(r"^kl(?:okken)?\b\.?:?\s*", re.IGNORECASE)


def _clock(text: str) -> str:
    """Return `19:00` and `kl. 19` as `19.00`; what is no hour stays for the loader to find."""
    match = CLOCK.fullmatch(text)
    return f"{match[1]}.{match[2] or '00'}" if match else text


def _moment(before: list[str], given: list[str], kind: str) -> list[str]:
    """Return a day and an hour under one key, whichever is asked first: `2026-05-01 kl. 10.00`."""
    day, clock = (before, given) if kind == "time" else (given, before)
    return [f"{day[0]} kl. {_KL.sub('', clock[0])}"]


def _booking(before: list[str], below: str, given: list[str]) -> Value:
    """Return how one signs up, written out, so that a deadline can stand with it; `ingen` has none."""
    return before if is_none(before[0]) else {way_of(before[0]): before, below: given}


def entry(key: str, value: Value, indent: str = "") -> str:
    """Return a field as YAML."""
    if isinstance(value, dict):
        return f"{indent}{key}:\n" + "".join(entry(below, given, indent + "  ") for below, given in value.items())
    if len(value) == 1:
        return f"{indent}{key}: {scalar(value[0])}\n"
    return f"{indent}{key}:\n" + "".join(f"{indent}  - {scalar(text)}\n" for text in value)


def _texts(values: Values, name: str) -> Sequence[str]:
    value = values.get(name, "")
    return [value] if isinstance(value, str) else list(value) or [""]
