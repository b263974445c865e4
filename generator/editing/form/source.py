"""An event's file as the form for corrections needs it: cut into its fields, so that all but what is changed stays as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

import yaml

from generator.editing.form.answers import answers, clock_answer, end_answers, moment_answers, place_answers, says_all_of_helpers
from generator.editing.form.fields import correction_fields, form_fields
from generator.editing.form.write import BODY, Value, entry
from generator.markdown.links import holds_contact
from generator.model.booking import short_booking
from generator.model.change import Change
from generator.model.consent import gives_consent
from generator.model.contact import Contact
from generator.model.content import Content
from generator.model.event import Event, EventFacts
from generator.model.occurrences import Occurrence, concerns, is_series, occurrences
from generator.model.state import State
from generator.model.synonyms import BOOKING, PLACE, comparable
from generator.reading.sources import parsed
from generator.reading.yaml_nodes import composed
from generator.text.letters import folded

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
        {
            "anchor": _anchor(change, planned),
            "text": own,
            "answers": {name: answer for name, answer in _answers_of(change) if answer},
        }
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


def _answers_of(change: Change) -> Iterator[tuple[str, str]]:
    yield "status", change.state.value if change.state and change.state is not State.PLANNED else ""
    yield "statustekst", change.text or ""
    yield "online", change.online or ""
    if change.start:
        yield from moment_answers("start", change.start)
    if change.end:
        yield from moment_answers("slut", change.end)
    yield from place_answers(change.place)


_KEY = re.compile(r"^(?![\s#-])[^:\n]+:(?=\s)", re.MULTILINE)
_INNER = {**BOOKING, **PLACE}
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*", re.MULTILINE)
_HTML_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_OF_EXAMPLES = re.compile(r"\b12 ?34 ?56 ?78\b|[\w.+-]+@example\.(?:org|com)\b")
_WAYS = ("link", "mail", "telefon")


def _holders() -> dict[str, set[str]]:
    """Return the fields that hold others, with those that the form asks about, folded."""
    held: dict[str, set[str]] = {}
    for outer, _, below in (field.key.partition(".") for field in (*form_fields(), *correction_fields())):
        if below:
            held.setdefault(outer, set()).add(folded(below))
    return held


_HOLDERS = _holders()


def event_source(event: Event) -> dict[str, Any]:
    """Return an event's path, its answers, and its file: `parts` are pairs of key and text as it stands, `body` what follows them.

    `parts` is None where the fields do not stand one below the other, are not all shown, or hold a person who has not agreed to be
    shown or has taken back what they said, and where a comment says how to reach somebody; `unasked` is what the form does not
    ask below a field, ready to stand there again; `unsaid` are questions that are not asked, since their answers hold less than the
    file does.
    """
    withheld = (
        hides_somebody(*event.contacts) or takes_back_consent(event.front) or comments_reach_somebody(event.front, event.text)
    )
    parts = cut_fields(EventFacts, event.front) if event.front and not withheld else None
    return {
        "path": event.source,
        "answers": _shown_answers(event),
        "parts": parts,
        "body": event.text if parts else "",
        "unasked": _unasked(parts or ()),
        **({"series": dates} if (dates := series(event, parts)) else {}),
        **({} if says_all_of_helpers(event) else {"unsaid": ["hjaelpere"]}),
    }


def _shown_answers(event: Event) -> dict[str, Any]:
    """Return an event's answers, of which the text has no comment that says how to reach somebody."""
    said = answers(event)
    return {**said, BODY: _HTML_COMMENT.sub("", event.text).strip("\n")} if comments_reach_somebody("", event.text) else said


def hides_somebody(*contacts: Contact | None) -> bool:
    """Return whether fields name a person who has not agreed to be shown."""
    return any(contact and not contact.shown and (contact.name or contact.phone) for contact in contacts)


def comments_reach_somebody(front: str, body: str) -> bool:
    """Return whether a comment in the fields or the text of a file, which no page shows, holds a phone number or a mail address.

    Those of the examples in a new file belong to nobody.
    """
    comments = (*_COMMENT.findall(front), *_HTML_COMMENT.findall(body))
    return any(holds_contact(_OF_EXAMPLES.sub("", comment)) for comment in comments)


@lru_cache(maxsize=1_000)
def takes_back_consent(front: str) -> bool:
    """Return whether the fields of a file say that somebody has taken back a picture or what they said."""
    return "samtykke" in folded(front) and _has_no(parsed(front))


def _has_no(value: Any) -> bool:
    """Return whether a field for consent, somewhere inside, does not say yes."""
    if isinstance(value, dict):
        own = (each for key, each in value.items() if folded(str(key)) == "samtykke")
        return any(isinstance(each, str) and each.strip() and not gives_consent(each) for each in own) or any(
            map(_has_no, value.values())
        )
    return isinstance(value, list) and any(map(_has_no, value))


def cut_fields(model: type[Content], front: str) -> list[tuple[str, str]] | None:
    """Return the fields of a file as pairs of key and text, in its order; None where they do not stand one below the other.

    What stands before the first field has an empty key.
    """
    spelling = key_spelling(model)
    starts = [match.start() for match in _KEY.finditer(front)]
    texts = [front[begin:end] for begin, end in zip(starts, [*starts[1:], len(front)], strict=True)]
    keys = [spelling.get(comparable(text.partition(":")[0]), "") for text in texts]
    if not starts or not all(keys) or len(set(keys)) < len(keys):
        return None
    before = [("", front[: starts[0]])] if starts[0] else []
    return [*before, *zip(keys, texts, strict=True)]


@cache
def key_spelling(model: type[Content]) -> dict[str, str]:
    """Return the Danish keys of a model by every word that is read as one of them, as words are compared."""
    known = model.field_keys()
    return {word: key for word, key in model.synonyms.items() if key in known} | {folded(key): key for key in known}


def _unasked(parts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return, for each field that holds others, those of them that the form does not ask about."""
    unasked = {}
    for key, text in parts:
        holds = key in _HOLDERS and (key == "tilmelding" or text.count(":") > 1)
        inside = next(iter(parsed(text).values())) if holds else None
        if key == "tilmelding" and isinstance(inside, str) and inside.strip():
            words = short_booking(inside).get("tekst")
            inside = {"tekst": words} if words else {}
        if isinstance(inside, Mapping):
            inside = {_INNER.get(comparable(below), below): value for below, value in inside.items()}
            asked = _HOLDERS[key] | ({_first_way(inside)} if key == "tilmelding" else set())
            unknown = {below: value for below, value in inside.items() if folded(below) not in asked}
            unasked[key] = "".join(entry(below, _held(value), "  ") for below, value in unknown.items())
    return {key: text for key, text in unasked.items() if text}


def _first_way(booking: Mapping[str, Any]) -> str:
    """Return the one of the ways to sign up that the form shows."""
    return next((way for way in _WAYS if way in map(folded, booking)), "")


def _held(value: Any) -> Value:
    if isinstance(value, Mapping):
        return {key: _held(below) for key, below in value.items()}
    return [value] if isinstance(value, str) else list(value)
