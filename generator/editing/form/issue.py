"""Reads the issue that GitHub's form wrote: a heading for each question, its answer below. Anyone may have written it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.editing.form.fields import PICTURE, FormField, Option, form_fields
from generator.editing.form.write import AREA, BODY
from generator.model.address import is_web_address
from generator.model.synonyms import CLOCK, DEADLINE, END_CLOCK, EVENT, TICKET, comparable
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
_UNANSWERED = ("", "_No response_")


class Fault(NamedTuple):
    """What is wrong with one answer, in Danish.

    `question` is its title, empty where it is about the whole; `code` the message's own address on the page of messages.
    """

    question: str
    message: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered, by the questions' names, for `write.event_file`; and what is wrong with it."""

    values: Mapping[str, str | Sequence[str]]
    faults: tuple[Fault, ...]


def read_answers(issue_body: str, areas: Mapping[str, str]) -> Answers:
    """Return the answers in an issue; `areas` are the names of the areas by slug. Raise nothing for what the issue holds."""
    if len(issue_body) > LONGEST_BODY:
        return Answers({}, (Fault("", f"Teksten er for lang: højst {LONGEST_BODY} bogstaver."),))
    fields = form_fields(areas)
    written, faults = _by_question(issue_body, fields)
    if not written:
        written = _by_label(issue_body, fields)
    values: dict[str, str | Sequence[str]] = {}
    for field in fields:
        value = _value(field, written.get(field.name, ""))
        if value:
            values[field.name] = value
        elif field.required:
            faults.append(
                Fault(field.title, "Svaret mangler." + (f" Skriv for eksempel {field.example}." if field.example else ""))
            )
    return Answers(values, (*faults, *_wrong(fields, values)))


def _lines(issue_body: str) -> list[str]:
    return _COMMENT.sub("", re.sub(r"\r\n?", "\n", issue_body)).split("\n")


def _by_question(issue_body: str, fields: Sequence[FormField]) -> tuple[dict[str, str], list[Fault]]:
    """Return the text below each question's heading, by the question's name, and what is wrong.

    The text of the event comes last, and may have headings of its own, also those of questions that stand above it. Anywhere
    else a question that stands twice is a fault: one of them is not the form's.
    """
    titles = {folded(field.title): field for field in fields}
    found: dict[str, list[str]] = {}
    current: list[str] = []
    faults: list[Fault] = []
    for text in _lines(issue_body):
        clean = line(text)
        field = titles.get(folded(clean.removeprefix(_HEADING))) if clean.startswith(_HEADING) else None
        if field is None or (BODY in found and field.name in found):
            current.append(text)
            continue
        if field.name in found or BODY in found:
            faults.append(Fault(field.title, f"Linjen «### {field.title}» må kun stå ét sted. Begynd ikke selv en linje med ###."))
        current = found.setdefault(field.name, [])
    return {name: "\n".join(texts).strip() for name, texts in found.items()}, faults


_LABEL = re.compile(r"[ \t>*_-]*(?P<label>[^\W\d][^:\n]{0,40}?)[*_ ]*[:：][*_]*(?:[ \t]+(?P<answer>.*))?$")


def _by_label(issue_body: str, fields: Sequence[FormField]) -> dict[str, str]:
    """Return the answers of somebody who wrote `Titel: …` and `Dato: …` without the form. The lines after them are the text."""
    labels = _labels(fields)
    found: dict[str, list[str]] = {}
    for text in _lines(issue_body):
        label = _LABEL.match(text)
        name = labels.get(comparable(label["label"])) if label and BODY not in found else None
        if name == "sted" and label and not _PLACE_KEY.fullmatch((label["answer"] or "").strip()):
            name = "sted_navn"
        if name and name not in found and label:
            found[name] = [label["answer"] or ""]
        elif text.strip() or BODY in found:
            found.setdefault(BODY, []).append(text)
    return {name: "\n".join(texts).strip() for name, texts in found.items()} if found.keys() - {BODY} else {}


def _labels(fields: Sequence[FormField]) -> dict[str, str]:
    """Return the question that a line's first word answers: by its title, its field's key, or another word for that."""
    by_key = {field.key: field.name for field in reversed(fields) if field.key}
    by_key |= {CLOCK: "start_kl", END_CLOCK: "slut_kl", DEADLINE: "tilmelding_frist", TICKET: "tilmelding", "slut": "slut_kl"}
    others = {word: by_key[key] for word, key in EVENT.items() if key in by_key}
    keys = {comparable(key): name for key, name in by_key.items()}
    return others | keys | {comparable(field.title): field.name for field in fields}


def _value(field: FormField, written: str) -> str | list[str]:
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
