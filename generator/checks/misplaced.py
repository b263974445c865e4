"""Lines of a text that were meant as fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.checks.texts import field_below
from generator.model.event import EventFacts
from generator.model.programme import CONTACTS_FILE, PROGRAMME_FILE, TIMELINE_FILE
from generator.model.site import Site
from generator.model.state import NAMED, State, state_with_text
from generator.model.synonyms import EVENT, JOINED, comparable
from generator.problems.problem import Problem, quoted
from generator.problems.rules import fields, reading
from generator.problems.rules import text as rules
from generator.reading.behind_hash import words_behind_hashes
from generator.reading.places import problem_at, problem_in_text

_WORDS = (
    *("titel", "overskrift", "dato", "dag", "tid", "tidspunkt", "hvornår", "start", "slut", "starter", "slutter", "dato og tid"),
    *("sted", "hvor", "lokation", "pris", "entré", "tilmelding", "tilmeldingsfrist", "arrangør", "arrangører", "kontakt"),
    "målgruppe",
)
_FIELDS = {**EVENT, **{comparable(key): key for key in EventFacts.field_keys()}}
FIELD_WORDS = {comparable(word): _FIELDS[comparable(word)] for word in _WORDS}
"""The field that is meant by a word with a colon at the beginning of a line."""

_LINE = re.compile(r"^[ \t>*_+-]*(?P<word>[^\W\d][\w ]{1,18}?)[*_ ]*[:：][*_]*[ \t]*\S.*$", re.MULTILINE)
_EXACT = re.compile(rf"(?:{'|'.join(map(re.escape, EventFacts.field_keys()))}):")
_COMMENTED = re.compile(r"^(?P<key>[ \t]*(?:- )?status:)[ \t]*#+[ \t]*(?P<said>[^\n]+)$", re.MULTILINE | re.IGNORECASE)
_HAS_STATUS = re.compile(r"^\s*[\"']?status[\"']?\s*:[ \t]*(?!#)\S", re.MULTILINE | re.IGNORECASE)
_SENTENCE = re.compile(r"[^\s.!?][^.!?\n]{4,150}\??")
_OFF = r"(?:aflyst|annulleret|udsat|udskudt|udsolgt)"
_STATED = re.compile(
    rf"^\W*(?:desværre |nu )?{_OFF}\b(?! (?:for|af)\b)|[(\[]{_OFF}[)\]]|\b(?:er|men) (?:[a-zæøå]+ ){{0,3}}{_OFF}\b(?! for\b)"
    r"|\b(?:må|måttet|valgt at|nødt til at) (?:[a-zæøå]+ ){0,2}(?:aflyse|udskyde|udsætte)\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:hvis|når|ikke|måske|kan|såfremt|ofte|altid|plejer|sidste (?:år|gang)|i fjor|tidligere)\b|\?", re.IGNORECASE
)
"""Of a sentence that says what may happen, or what happened before."""
_CODE = re.compile(r"^(?:```|~~~).*?^(?:```|~~~)[ \t]*$", re.MULTILINE | re.DOTALL)


def fields_do_not_stand_in_the_text(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that `Dato: …`, `Sted: …` and the like are fields of an event and not lines of its text.

    One such line may be a sentence; two are a form that somebody filled in where the text goes, and one that is spelt as the field
    is (`pris: 50 kr.`) has fallen below the line that ends the fields.
    """
    for event in site.all_events():
        if ":" not in event.text or field_below(event.text) is not None:
            continue
        text = _CODE.sub(lambda match: "\x00" * len(match.group()), event.text)
        found = [
            (match, key) for match in _LINE.finditer(text) if (key := FIELD_WORDS.get(comparable(match["word"])) or _exact(match))
        ]
        found = found if len({key for _, key in found}) > 1 else [each for each in found if _EXACT.match(each[0].group())]
        if found:
            match, key = found[0]
            message = (
                f"{quoted(match.group().strip())} ligner et felt, men står i teksten. "
                f"Skriv det i feltet {JOINED.get(key, key)}, og slet linjen her."
            )
            yield problem_in_text(root, event.source, match.start("word"), message, rules.FIELD_IN_TEXT)


def _exact(match: re.Match[str]) -> str | None:
    return match["word"] if _EXACT.match(match.group()) else None


def words_leave_the_state_to_status(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that what a title, a field or the text says of cancelling is also the event's status: calendars say only that."""
    for event in site.all_events():
        if event.state is not State.PLANNED or event.changes or _HAS_STATUS.search(event.front):
            continue
        how = "men det gør status ikke. Er det sådan, så skriv det ved status. Ellers skriv status: planlagt."
        if named := NAMED.search(event.title):
            yield problem_at(root, event.source, ("titel",), f"Titlen siger {quoted(named[0])}, {how}", rules.STATE_IN_WORDS)
        said = {"resumé": event.summary, "statustekst": event.state_text, "pris": event.price and event.price.text}
        for key, words in said.items():
            if named := _stated(words or ""):
                message = f"Her står {quoted(named[0].strip())}, {how}"
                yield problem_at(root, event.source, (key,), message, rules.STATE_IN_WORDS)
        if named := _stated(event.text):
            message = f"Teksten siger {quoted(named[0].strip())}, {how}"
            yield problem_in_text(root, event.source, named.start(), message, rules.STATE_IN_WORDS)


def _stated(text: str) -> re.Match[str] | None:
    """Return the sentence of a text that says plainly that an event is off, comes later, or is full."""
    return next((each for each in _SENTENCE.finditer(text) if _STATED.search(each[0]) and not _UNSURE.search(each[0])), None)


def texts_are_not_cut_off(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that no text goes on behind ` # `, where it would not be shown. It may be a note, so this is advice."""
    sources = [event.source for event in site.all_events() if "#" in event.front]
    sources += [story.source for story in site.all_stories() if "#" in story.front]
    sources += [area.source for area in site.areas]
    for path in (*sources, PROGRAMME_FILE, TIMELINE_FILE, CONTACTS_FILE):
        for line, column, cure in words_behind_hashes(root, path) if (root / path).is_file() else ():
            message = f"Det, der står efter #, kommer ikke med. Hører det til teksten, så sæt anførselstegn om det hele{cure}."
            yield Problem(path, line, column, "", message, reading.BEHIND_HASH)


def states_are_not_commented_out(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that what stands behind `#` at an empty `status:` is not what has become of the event: nobody would be shown it."""
    for event in site.all_events():
        if "#" not in event.front:
            continue
        for match in _COMMENTED.finditer(event.front):
            named = state_with_text(match["said"])
            if named and named[0] is not State.PLANNED:
                message = f"Det, der står efter #, er ikke med, så arrangementet står som planlagt. Skriv status: {named[0].value}."
                yield problem_at(root, event.source, ("status",), message, fields.COMMENTED)
