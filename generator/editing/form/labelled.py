"""Answers that somebody wrote line by line without the form: `Titel: …`, `Dato: …`, then the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.editing.form.fields import Fault, FormField
from generator.editing.form.write import AREA, BODY
from generator.model.place import short_place
from generator.model.synonyms import CLOCK, DEADLINE, END_CLOCK, EVENT, POSTCODE, STREET, TICKET, TOWN, comparable
from generator.model.written import LONGEST_LINE
from generator.text.sanitise import line

SEVERAL = "Her er mere end ét arrangement. Send hvert for sig."
_PLACE_KEY = re.compile(r"[a-zæøå0-9-]+")
_AREA_WORDS = "område,hvilket område,lokalområdet,kulturpunkt,area"
_NOT_IN_FORM = ("kontakt", "partnere", "hjælpere", "program")
_NOT_ASKED = "«{}» er ikke taget med: formularen spørger ikke om det. Skriv det i feltet {}, når forslaget er taget ind."
_LEFT_OUT = "Det her stod før det første svar og er ikke taget med: «{}». Hører det til arrangementet, så skriv det i teksten."
_LABEL = re.compile(
    r"[^\w\n]{0,12}(?:\d{1,2}[.)] )?(?P<label>[^\W\d][^:\n\t|]{0,40}?)[*_ ]*"
    r"(?:[:：][*_]*|\t|(?P<loose> [=–—|-] ))(?:[ \t]*(?P<answer>.*))?$"
)
_FENCE_LINE = re.compile(r"\s*(?:-{3,}|`{3}\w*|\|[-: |]+\|)\s*")
_WRAPPED = 60
"""Letters of a line that a mail program may have broken: what begins with a small letter right below it belongs to it."""


def by_label(lines: Sequence[str], fields: Sequence[FormField]) -> tuple[dict[str, str], list[Fault], list[Fault]]:
    """Return the answers of somebody who wrote `Titel: …` and `Dato: …` without the form, what is wrong, and what is left out.

    What stands above the first answer is a letter's beginning. The text begins with the first line of a paragraph that no answer
    follows; an answer may stand on the line below its label.
    """
    labels = labels_of(fields)
    texts = [text for text in lines if not _FENCE_LINE.fullmatch(text)]
    named = _all_named(texts, labels)
    first = next((place for place, name in enumerate(named) if name), None)
    if first is None:
        return {}, [], []
    found: dict[str, list[str]] = {}
    body: list[str] = []
    notes: list[Fault] = []
    last, in_body = "", False
    for place in range(first, len(texts)):
        text, name = texts[place], named[place]
        if name == "titel" and name in found:
            return {}, [Fault("", SEVERAL)], []
        if in_body or (name and name in found):
            body.append(text)
        elif name:
            found[name] = [_answer(text)]
            last, in_body = name, name == BODY
        elif (asked := _asked_elsewhere(text)) and asked not in found:
            notes.append(Fault("", _NOT_ASKED.format(line(text)[:LONGEST_LINE], asked)))
        elif text.strip() and last and not found[last][0]:
            found[last] = [text]
        elif last and text[:1].islower() and len(texts[place - 1]) >= _WRAPPED:
            found[last] = [f"{found[last][0]} {text.strip()}"]
        elif text.strip():
            body.append(text)
            in_body = not any(_until_empty(named, texts, place))
    if body:
        found.setdefault(BODY, []).extend(body)
    _place_apart(found, fields)
    before = line(" ".join(texts[:first]))
    notes += [Fault("", _LEFT_OUT.format(before[:LONGEST_LINE]))] if before else []
    return {name: "\n".join(parts).strip() for name, parts in found.items()}, [], notes


def _asked_elsewhere(text: str) -> str:
    """Return the field of an event that a line says and that the form does not ask about: a contact is not to stand in the text."""
    match = _LABEL.match(text)
    word = comparable(match["label"]) if match else ""
    return next((key for key in _NOT_IN_FORM if word == comparable(key) or EVENT.get(word) == key), "")


def _named(text: str, labels: Mapping[str, str]) -> str:
    match = _LABEL.match(text)
    return labels.get(comparable(match["label"]), "") if match else ""


def _all_named(texts: Sequence[str], labels: Mapping[str, str]) -> list[str]:
    """Return the question of each line that answers one; `Pris - 50 kr.` does only beside another that does."""
    named = [_named(text, labels) for text in texts]
    loose = [bool(name and (match := _LABEL.match(text)) and match["loose"]) for name, text in zip(named, texts, strict=True)]
    beside = zip(["", *named[:-1]], [*named[1:], ""], strict=True) if named else ()
    return ["" if is_loose and not any(both) else name for name, is_loose, both in zip(named, loose, beside, strict=True)]


def _answer(text: str) -> str:
    match = _LABEL.match(text)
    return (match["answer"] or "").strip(" \t|" if match["loose"] else None) if match else ""


def _until_empty(named: Sequence[str], texts: Sequence[str], place: int) -> Iterator[str]:
    """Yield the questions that the rest of a paragraph answers."""
    while place < len(texts) and texts[place].strip():
        yield named[place]
        place += 1


def _place_apart(found: dict[str, list[str]], fields: Sequence[FormField]) -> None:
    """Give a place that is written out, also in one line, its own answers."""
    written = found.get("sted", [""])[0]
    if not written or _PLACE_KEY.fullmatch(written):
        return
    del found["sted"]
    place = short_place(written)
    parts = place if isinstance(place, dict) else {"navn": written}
    for field in fields:
        outer, _, key = field.key.partition(".")
        if outer == "sted" and key in parts:
            found.setdefault(field.name, [parts[key]])


def labels_of(fields: Sequence[FormField]) -> dict[str, str]:
    """Return the question that a line's first word answers: by its title, its field's key, or another word for that."""
    by_key = {field.key: field.name for field in reversed(fields) if field.key}
    by_key |= {CLOCK: "start_kl", END_CLOCK: "slut_kl", DEADLINE: "tilmelding_frist", TICKET: "tilmelding", "slut": "slut_kl"}
    by_key |= {STREET: "sted_adresse", POSTCODE: "sted_postnummer", TOWN: "sted_by"}
    others = {word: by_key[key] for word, key in EVENT.items() if key in by_key}
    keys = {comparable(key): name for key, name in by_key.items()}
    areas = {comparable(word): AREA for word in _AREA_WORDS.split(",")}
    return areas | others | keys | {comparable(field.title): field.name for field in fields}
