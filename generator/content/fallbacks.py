"""What the problems of one file leave of it: which fields can be left out, and which decide whether anything may be shown.

Nothing that a file once said is ever shown, and no field is guessed. A field that decides is one whose true value could take back
what the others say: that an event is cancelled, moved or postponed, when and where it is, that it or its area is not public,
that a person has not agreed to be named. Every field is one of these unless it is named here as optional, so that a new one
decides until somebody has thought about it. When in doubt, less is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from generator.model.area import AreaFacts
from generator.model.contact import Contact
from generator.model.content import Content
from generator.model.event import Event, EventFacts
from generator.model.story import StoryFacts
from generator.model.synonyms import JOINED, comparable
from generator.problems.problem import Problem
from generator.text.letters import folded

OPTIONAL: Mapping[type[Content], frozenset[str]] = {
    EventFacts: frozenset(
        {
            *("resumé", "statustekst", "pris", "tilmelding", "arrangør", "partnere", "kontakt", "målgruppe", "alder", "kategori"),
            *("english", "sprog", "pladser", "billede", "links", "dokumenter", "program", "efter", "også i", "hjælpere"),
            *("kilde", "tidligere adresser"),
        }
    ),
    AreaFacts: frozenset(
        {
            *("resumé", "landsbyer", "koordinater", "udfordring", "vision", "idé", "kerneelementer", "mål", "partnere"),
            *("styregruppe", "kontakt", "links", "billede", "billeder", "steder", "trin", "resultater", "punkt", "farver"),
            *("samarbejder", "praksis", "lever videre", "pengene", "deler med", "bekræftet", "kilder"),
            "tidligere adresser",
        }
    ),
    StoryFacts: frozenset({"resumé", "skrevet af", "billede", "arrangement", "mål", "kerneelementer", "tidligere adresser"}),
}
"""The fields without which the rest is still true.

Not an event's `adgang`: without it the place's own facts would be shown, which it may correct. An area's `steder` are: an event at
a place that is not known any more is itself being corrected. An area's `kontakt` is left out as a whole where its consent cannot
be read, and its page names the programme's people instead.
"""

_SECRET: Mapping[type[Content], set[str]] = {
    EventFacts: {"titel", "status", "eksempel"},
    AreaFacts: {"navn", "status"},
    StoryFacts: {"titel", "eksempel"},
}
"""The fields that say whether a title may be shown. `status: kladde` is none of an event's, but its writer meant a draft."""

_TAKES_BACK = re.compile(
    r"afl[yi]s|annul|cancel|udsat|udsæt|udsaet|udskud|udskyd|udgå|udgaa|\bflytte|\brykke|lukke|droppe|desværre|desvaerre|alligevel"
    r"|\bny(?:t|e)? (?:dato|dag|sted|tid|klokkeslæt)|(?:bliver|finder) ikke|\bikke (?:længere|afholdt|gennemført|til noget)",
    re.IGNORECASE,
)
_OF_A_REPORT = re.compile(rf"{folded('ændringer')}\[\d+\]\.{folded('efter')}\b")
"""A problem of how one date went, which changes nothing about that date."""

_NEAR, _CLOSE = 0.6, 0.8
"""How alike a field that nobody knows must be to one that may be meant by it, and to the one that is: `kladde` is not `pladser`."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What some problems do to a file: the fields to leave out as they were written, and those that decide.

    `is_secret` says that it is not known whether what the file is about is public at all.
    """

    left_out: frozenset[str] = frozenset()
    deciding: frozenset[str] = frozenset()
    is_secret: bool = False

    def __or__(self, other: Verdict) -> Verdict:
        return Verdict(self.left_out | other.left_out, self.deciding | other.deciding, self.is_secret or other.is_secret)


WHOLE = Verdict(deciding=frozenset({""}), is_secret=True)
"""The verdict on a file that cannot be read at all: the empty field is all of them."""


def verdict(model: type[Content], problems: Iterable[Problem]) -> Verdict:
    """Return what problems with the fields of a file do to it."""
    found = Verdict()
    for problem in problems:
        found |= _verdict(model, problem)
    return found


def _verdict(model: type[Content], problem: Problem) -> Verdict:
    field = "efter" if model is EventFacts and _OF_A_REPORT.match(folded(problem.field)) else first_step(problem.field)
    if not field:
        return WHOLE
    near = _meant(model, field)
    if near and near <= OPTIONAL[model] and not (model is EventFacts and _is_consent(problem.field)):
        return Verdict(left_out=frozenset({field}))
    return Verdict(deciding=frozenset({field}), is_secret=not near or bool(near & _SECRET[model]))


def _meant(model: type[Content], field: str) -> set[str]:
    """Return the field that a name is, or those that it may have been meant to be; none where it is hardly like any field."""
    spelling = {folded(key): key for key in model.field_keys()}
    if folded(field) in spelling:
        return {spelling[folded(field)]}
    if not get_close_matches(folded(field), spelling, n=1, cutoff=_CLOSE):
        return set()
    return {spelling[near] for near in get_close_matches(folded(field), spelling, n=len(spelling), cutoff=_NEAR)}


def _is_consent(field: str) -> bool:
    """Return whether a field of a contact is the one that says yes to being named, or may have been meant to be."""
    outer, _, inner = re.sub(r"^hjælpere(?:\[\d+\])?\.", "", field).partition(".")
    if folded(outer) != "kontakt" or not inner:
        return False
    meant = _meant(Contact, first_step(inner))
    return not meant or "vis" in meant


def first_step(field: str) -> str:
    """Return the outermost field of a problem's: `sted` of `sted.navn`, `ændringer` of `ændringer[2].status`."""
    return re.split(r"[.\[]", field)[0]


def without(model: type[Content], written: Mapping[str, Any], fields: Iterable[str]) -> dict[str, Any]:
    """Return the fields of a file but those named, as `first_step` names them, and but other words for these."""
    gone = set(map(folded, fields))
    rest = {key: value for key, value in written.items() if not gone & _names(model, first_step(key))}
    return {key: _without_report(value) for key, value in rest.items()} if "efter" in gone and model is EventFacts else rest


def _without_report(value: Any) -> Any:
    """Return a field of an event without how each of its dates went, where it is the list of changes."""
    if isinstance(value, dict):
        return {key: below for key, below in value.items() if folded(str(key)) != "efter"}
    return [_without_report(each) if isinstance(each, dict) else each for each in value] if isinstance(value, list) else value


def without_reports(event: Event) -> Event:
    """Return an event without all that is said of how it went."""
    changes = tuple(change.model_copy(update={"after": None}) for change in event.changes)
    return event.model_copy(update={"after": (), "changes": changes})


def _names(model: type[Content], written: str) -> set[str]:
    """Return a key as it is compared, and the field that it is another word for, or that holds what it says."""
    meant = model.synonyms.get(comparable(written), written)
    return {folded(name) for name in (written, meant, JOINED.get(meant, meant))}


def without_places(written: Mapping[str, Any], problems: Iterable[Problem]) -> dict[str, Any]:
    """Return the fields of an area but those of its places that have problems; all of them where it cannot be said which have."""
    for key, places in written.items():
        if folded(key) == "steder" and isinstance(places, dict):
            broken = {problem.field.split(".")[1] for problem in problems if problem.field.count(".")}
            if broken and broken <= set(places):
                return {**written, key: {name: place for name, place in places.items() if name not in broken}}
    return without(AreaFacts, written, {"steder"})


def takes_back(values: object) -> bool:
    """Return whether something in what is left out may say that an event is not as the rest of its file says."""
    return any(_TAKES_BACK.search(text) for text in _texts(values))


def written_text(model: type[Content], data: object, key: str, longest: int) -> str | None:
    """Return the text of a field as it was written, on one line; None where there is none, and where it is too long."""
    fields = data.items() if isinstance(data, dict) else ()
    found = next((value for name, value in fields if folded(key) in _names(model, name)), None)
    text = " ".join(found.split()) if isinstance(found, str) else ""
    return text if 0 < len(text) <= longest else None


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Content):
        yield from _texts(value.model_dump())
    elif isinstance(value, dict):
        for key, below in value.items():
            yield str(key)
            yield from _texts(below)
    elif isinstance(value, list | tuple):
        for below in value:
            yield from _texts(below)
