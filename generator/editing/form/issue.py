"""Reads the issue that GitHub's form wrote: a heading for each question, its answer below. Anyone may have written it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.editing.form.fields import PICTURE, FormField, Option, form_fields
from generator.editing.form.write import AREA, BODY
from generator.model.address import is_web_address
from generator.model.place import short_place
from generator.model.synonyms import CLOCK, DEADLINE, END_CLOCK, EVENT, POSTCODE, STREET, TICKET, TOWN, comparable
from generator.problems.problem import did_you_mean, listed
from generator.text.letters import folded
from generator.text.sanitise import line, lines

LONGEST_BODY = 66_000
"""Letters; GitHub itself stops at 65,536."""

_LONGEST_LINE = 500
_MOST_CHOICES = 20
_HEADING = "### "
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TICK = re.compile(r"[-*][ \t]+(?:\[([ xX])\][ \t]+)?")
_PLACE_KEY = re.compile(r"[a-zæøå0-9-]+")
_UNANSWERED = ("", "_No response_", "-", "–", "—", "n/a")
_FENCE = re.compile(r"^[ \t]*```.*$", re.MULTILINE)
_LOOSE_HEADING = re.compile(r"(?:#{1,6} ?|(?P<bold>\*\*))(?P<title>[^#*:]+?) ?:?(?(bold)\*\*):?")
_AREA_WORDS = "område,hvilket område,lokalområdet,kulturpunkt,area"
_SEVERAL = "Her er mere end ét arrangement. Send hvert for sig."
_NOT_IN_FORM = ("kontakt", "partnere", "hjælpere", "program")
_NOT_ASKED = "«{}» er ikke taget med: formularen spørger ikke om det. Skriv det i feltet {}, når forslaget er taget ind."
_LEFT_OUT = "Det her stod før det første svar og er ikke taget med: «{}». Hører det til arrangementet, så skriv det i teksten."


class Fault(NamedTuple):
    """What is wrong with one answer, in Danish.

    `question` is its title, empty where it is about the whole; `code` the message's own address on the page of messages.
    """

    question: str
    message: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered, by the questions' names, for `write.event_file`; what is wrong with it, and what was left out of it."""

    values: Mapping[str, str | Sequence[str]]
    faults: tuple[Fault, ...]
    notes: tuple[Fault, ...] = ()


def read_answers(issue_body: str, areas: Mapping[str, str]) -> Answers:
    """Return the answers in an issue; `areas` are the names of the areas by slug. Raise nothing for what the issue holds."""
    if len(issue_body) > LONGEST_BODY:
        return Answers({}, (Fault("", f"Teksten er for lang: højst {LONGEST_BODY} bogstaver."),))
    fields = form_fields(areas)
    written, faults = _by_question(issue_body, fields)
    notes: list[Fault] = []
    if not written and not faults:
        written, faults, notes = _by_label(issue_body, fields)
    if not written and faults:
        return Answers({}, tuple(faults))
    values: dict[str, str | Sequence[str]] = {}
    for field in fields:
        value = _value(field, written.get(field.name, ""))
        if value:
            values[field.name] = value
        elif field.required:
            cure = f"Skriv {listed(areas.values())}." if field.name == AREA and areas else f"Skriv for eksempel {field.example}."
            faults.append(Fault(field.title, f"Svaret mangler. {cure}" if field.example else "Svaret mangler."))
    return Answers(values, (*faults, *_wrong(fields, values)), tuple(notes))


def _lines(issue_body: str) -> list[str]:
    texts = _COMMENT.sub("", re.sub(r"\r\n?", "\n", issue_body)).split("\n")
    is_quoted = all(text.startswith(">") for text in texts if text.strip())
    return [re.sub("^> ?", "", text) for text in texts] if is_quoted else texts


def _by_question(issue_body: str, fields: Sequence[FormField]) -> tuple[dict[str, str], list[Fault]]:
    """Return the text below each question's heading, by the question's name, and what is wrong.

    The text of the event comes last, and may have headings of its own, also those of questions that stand above it. Anywhere
    else a question that stands twice is a fault: one of them is not the form's.
    """
    titles = {folded(field.title): field for field in fields}
    by_name, labels = {field.name: field for field in fields}, _labels(fields)
    found: dict[str, list[str]] = {}
    current: list[str] = []
    faults: list[Fault] = []
    for text in _lines(issue_body):
        clean = line(text)
        heading = _LOOSE_HEADING.fullmatch(clean)
        field = titles.get(folded(heading["title"])) if heading and (BODY not in found or clean.startswith(_HEADING)) else None
        if heading and field is None and BODY not in found:
            field = by_name.get(labels.get(comparable(heading["title"]), ""))
        if field and field.name == AREA and BODY in found and AREA in found:
            return {}, [Fault("", _SEVERAL)]
        if field is None or (BODY in found and field.name in found):
            current.append(text)
            continue
        if field.name in found or BODY in found:
            faults.append(Fault(field.title, f"Linjen «### {field.title}» må kun stå ét sted. Begynd ikke selv en linje med ###."))
        current = found.setdefault(field.name, [])
    return {name: "\n".join(texts).strip() for name, texts in found.items()}, faults


_LABEL = re.compile(
    r"[^\w\n]{0,12}(?:\d{1,2}[.)] )?(?P<label>[^\W\d][^:\n\t|]{0,40}?)[*_ ]*"
    r"(?:[:：][*_]*|\t|(?P<loose> [=–—|-] ))(?:[ \t]*(?P<answer>.*))?$"
)
_FENCE_LINE = re.compile(r"\s*(?:-{3,}|`{3}\w*|\|[-: |]+\|)\s*")
_WRAPPED = 60
"""Letters of a line that a mail program may have broken: what begins with a small letter right below it belongs to it."""


def _by_label(issue_body: str, fields: Sequence[FormField]) -> tuple[dict[str, str], list[Fault], list[Fault]]:
    """Return the answers of somebody who wrote `Titel: …` and `Dato: …` without the form, what is wrong, and what is left out.

    What stands above the first answer is a letter's beginning. The text begins with the first line of a paragraph that no answer
    follows; an answer may stand on the line below its label.
    """
    labels = _labels(fields)
    texts = [text for text in _lines(issue_body) if not _FENCE_LINE.fullmatch(text)]
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
            return {}, [Fault("", _SEVERAL)], []
        if in_body or (name and name in found):
            body.append(text)
        elif name:
            found[name] = [_answer(text)]
            last, in_body = name, name == BODY
        elif (asked := _asked_elsewhere(text)) and asked not in found:
            notes.append(Fault("", _NOT_ASKED.format(line(text)[:_LONGEST_LINE], asked)))
        elif text.strip() and last and not found[last][0]:
            found[last] = [text]
        elif last and text[:1].islower() and len(texts[place - 1]) >= _WRAPPED:
            found[last] = [f"{found[last][0]} {text.strip()}"]
        elif text.strip():
            body.append(text)
            in_body = not any(_until_empty(named, texts, place))
    if body:
        found.setdefault(BODY, []).extend(body)
    _place_apart(found)
    before = line(" ".join(texts[:first]))
    notes += [Fault("", _LEFT_OUT.format(before[:_LONGEST_LINE]))] if before else []
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


def _place_apart(found: dict[str, list[str]]) -> None:
    """Give a place that is written out, also in one line, its own answers."""
    written = found.get("sted", [""])[0]
    if not written or _PLACE_KEY.fullmatch(written):
        return
    del found["sted"]
    place = short_place(written)
    parts = place if isinstance(place, dict) else {"navn": written}
    for key, name in (
        ("navn", "sted_navn"),
        ("adresse", "sted_adresse"),
        ("postnummer", "sted_postnummer"),
        ("by", "sted_by"),
        ("vej", "sted_vej"),
    ):
        if key in parts:
            found.setdefault(name, [parts[key]])


def _labels(fields: Sequence[FormField]) -> dict[str, str]:
    """Return the question that a line's first word answers: by its title, its field's key, or another word for that."""
    by_key = {field.key: field.name for field in reversed(fields) if field.key}
    by_key |= {CLOCK: "start_kl", END_CLOCK: "slut_kl", DEADLINE: "tilmelding_frist", TICKET: "tilmelding", "slut": "slut_kl"}
    by_key |= {STREET: "sted_adresse", POSTCODE: "sted_postnummer", TOWN: "sted_by"}
    others = {word: by_key[key] for word, key in EVENT.items() if key in by_key}
    keys = {comparable(key): name for key, name in by_key.items()}
    areas = {comparable(word): AREA for word in _AREA_WORDS.split(",")}
    return areas | others | keys | {comparable(field.title): field.name for field in fields}


def _value(field: FormField, written: str) -> str | list[str]:
    if field.kind not in ("long", "picture"):
        written = _FENCE.sub("", written).strip()
    if written in _UNANSWERED or (field.choices and written == "None"):
        return ""
    if field.kind == "choices":
        return list(dict.fromkeys(_chosen(field.choices, word) for word in _ticked(written)))[:_MOST_CHOICES]
    if field.choices:
        return _chosen(field.choices, line(written))
    return lines(written) if field.kind in ("long", "picture") else line(written)


def _ticked(written: str) -> Iterator[str]:
    """Yield the words of `alle, børn`, of a list, or of the boxes that are ticked."""
    for text in re.split(r"[,\n]", written):
        tick = _TICK.match(text.strip())
        word = line(text.strip()[tick.end() :] if tick else text)
        if word and not (tick and tick[1] == " "):
            yield word


def _chosen(options: Sequence[Option], word: str) -> str:
    """Return the option that was meant by its value or its title; else the word, which the loader will refuse."""
    return next((option.value for option in options if folded(word) in (folded(option.value), folded(option.title))), word)


def _wrong(fields: Sequence[FormField], values: Mapping[str, str | Sequence[str]]) -> Iterator[Fault]:
    """Yield what the loader would not see: an area that is none, a place twice, and answers without end."""
    by_name = {field.name: field for field in fields}
    options = by_name[AREA].choices
    area = values.get(AREA)
    if isinstance(area, str) and area not in [option.value for option in options]:
        names = [option.title for option in options]
        yield Fault(by_name[AREA].title, f"«{area[:_LONGEST_LINE]}» kendes ikke.{did_you_mean(area, names)} Skriv {listed(names)}.")
    if "sted" in values and any(name.startswith("sted_") for name in values):
        yield Fault(by_name["sted"].title, "Vælg et sted, I har i forvejen, eller skriv et nyt, men ikke begge dele.")
    for name, value in values.items():
        longest = max(map(len, value.split("\n") if isinstance(value, str) else value), default=0)
        if name not in (BODY, PICTURE) and longest > _LONGEST_LINE and not (isinstance(value, str) and is_web_address(value)):
            yield Fault(by_name[name].title, f"Svaret er for langt: højst {_LONGEST_LINE} bogstaver.")
