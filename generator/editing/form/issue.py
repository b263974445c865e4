"""Reads the issue that GitHub's form wrote: a heading for each question, its answer below. Anyone may have written it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.editing.form.fields import PICTURE, Fault, FormField, Option, form_fields
from generator.editing.form.labelled import SEVERAL, by_label, labels_of
from generator.editing.form.write import AREA, BODY
from generator.model.address import is_web_address
from generator.model.synonyms import comparable
from generator.model.written import LONGEST_LINE
from generator.problems.problem import did_you_mean, listed
from generator.text.letters import folded
from generator.text.sanitise import line, lines

LONGEST_BODY = 66_000
"""Letters; GitHub itself stops at 65,536."""

_MOST_CHOICES = 20
_HEADING = "### "
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TICK = re.compile(r"[-*][ \t]+(?:\[([ xX])\][ \t]+)?")
_UNANSWERED = ("", "_No response_", "-", "–", "—", "n/a")
_FENCE = re.compile(r"^[ \t]*```.*$", re.MULTILINE)
_LOOSE_HEADING = re.compile(r"(?:#{1,6} ?|(?P<bold>\*\*))(?P<title>[^#*:]+?) ?:?(?(bold)\*\*):?")


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered, by the questions' names, for `proposed_event`; what is wrong with it, and what was left out of it."""

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
        written, faults, notes = by_label(_lines(issue_body), fields)
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
    by_name, labels = {field.name: field for field in fields}, labels_of(fields)
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
            return {}, [Fault("", SEVERAL)]
        if field is None or (BODY in found and field.name in found):
            current.append(text)
            continue
        if field.name in found or BODY in found:
            faults.append(Fault(field.title, f"Linjen «### {field.title}» må kun stå ét sted. Begynd ikke selv en linje med ###."))
        current = found.setdefault(field.name, [])
    return {name: "\n".join(texts).strip() for name, texts in found.items()}, faults


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
        yield Fault(by_name[AREA].title, f"«{area[:LONGEST_LINE]}» kendes ikke.{did_you_mean(area, names)} Skriv {listed(names)}.")
    if "sted" in values and any(name.startswith("sted_") for name in values):
        yield Fault(by_name["sted"].title, "Vælg et sted, I har i forvejen, eller skriv et nyt, men ikke begge dele.")
    for name, value in values.items():
        longest = max(map(len, value.split("\n") if isinstance(value, str) else value), default=0)
        if name not in (BODY, PICTURE) and longest > LONGEST_LINE and not (isinstance(value, str) and is_web_address(value)):
            yield Fault(by_name[name].title, f"Svaret er for langt: højst {LONGEST_LINE} bogstaver.")
