"""Which event a mail in somebody's own words is about, and what it says has become of it: «Luciakoncerten den 13. er aflyst.»"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from generator.content.load import load
from generator.danish.formatting import day_of_week
from generator.danish.patterns import MONTHS
from generator.editing.form.write import ProposedFile
from generator.editing.mail.present import as_read
from generator.model.event import Event
from generator.model.occurrences import Occurrence, occurrences
from generator.model.state import State, state_with_text
from generator.text.letters import without_marks

_MOST_NAMED = 3
_LONGEST = 200
_SENTENCE = re.compile(r"[^.!?\n]+\??")
_WORDS = re.compile(r"[^\W\d_]{4,}")
_TELLING_NOTHING = frozenset({"eksempel", "forsamlingshuset", "lokalområde"})
_LONG_WORD = 8
"""Letters of a word that few titles share: `Strikkeaften`."""
_ALIKE = 0.7
"""How much of the longer of two words both begin with: `Luciakoncert`, `Luciakoncerten`."""
_HAS_STATE = re.compile(r"^(?:status|ændringer)\s*:", re.MULTILINE | re.IGNORECASE)
_PLAIN = (State.CANCELLED, State.SOLD_OUT, State.FEW_LEFT)


class Named(NamedTuple):
    """Hold an event that a mail names, its dates ahead, those of them that the mail names, and whether that is plain."""

    event: Event
    ahead: Sequence[Occurrence]
    dates: Sequence[Occurrence]
    plainly: bool


class About(NamedTuple):
    """Hold what a mail is about: what has become of it and the file that then says so, or None, and what to say in Danish."""

    state: State | None
    file: ProposedFile | None
    said: str


def about(root: Path, text: str, now: datetime | None) -> About | None:
    """Return what a text says has become of an event below `root` that has not ended; None where it names no event."""
    site, _ = load(root)
    found = sorted(_named(site.all_events(), text, now), key=lambda each: not each.plainly) if site else []
    plain = [each for each in found if each.plainly]
    if not found:
        return None
    state = _state(text)
    meant = plain[0] if len(plain) == 1 else None
    file = _changed(root, meant, state) if meant and state else None
    if meant and state and file:
        says = f"Mailen er læst sådan: {_spelt(meant)} er {state.value}. Passer det ikke, så skriv rettelsen i hånden."
        return About(state, file, says)
    named = " eller ".join(f"{_spelt(each)} i {each.event.source}" for each in (plain or found)[:_MOST_NAMED])
    says = f"siger «{state.value}» og " if state else ""
    return About(state, None, f"Mailen {says}handler måske om {named}. Er det rigtigt, så skriv det selv i filen.")


def _named(events: Iterable[Event], text: str, now: datetime | None) -> Iterator[Named]:
    said = {without_marks(word) for word in _WORDS.findall(text.lower())}
    for event in events:
        words = {without_marks(word) for word in _WORDS.findall(event.title.lower())} - _TELLING_NOTHING
        there = {word for word in words if any(_alike(word, other) for other in said)}
        dates = [each for each in occurrences(event) if now is None or each.ends > now] if there else []
        if not dates:
            continue
        days = [each for each in dates if _names(each.start.day, text)]
        longest = max(words, key=len)
        plainly = there == words or bool(there and days) or (longest in there and len(longest) >= _LONG_WORD)
        if plainly or 2 * len(there) > len(words):
            yield Named(event, dates, days, plainly)


def _alike(one: str, other: str) -> bool:
    shared = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= _ALIKE * max(len(one), len(other))


def _names(day: date, text: str) -> bool:
    month = rf"(?:\. ?{MONTHS[day.month - 1][:3]}|[./-] ?0?{day.month}(?![0-9]))"
    return bool(re.search(rf"(?<![0-9])0?{day.day}{month}", text, re.IGNORECASE))


def _state(text: str) -> State | None:
    """Return what has become of the event, where all sentences that say so say the same."""
    said = (state_with_text(sentence.strip()) for sentence in _SENTENCE.findall(text) if len(sentence) <= _LONGEST)
    states = {found[0] for found in said if found} - {State.PLANNED}
    return states.pop() if len(states) == 1 else None


def _changed(root: Path, named: Named, state: State) -> ProposedFile | None:
    """Return the event's file with its new state, of one date where it has several; None where that is not plain."""
    event, text = named.event, as_read(root, named.event.source) or ""
    head, end, below = text.partition("\n---\n")
    several = len(named.ahead) > 1
    if state not in _PLAIN or not end or _HAS_STATE.search(head) or (several and len(named.dates) != 1):
        return None
    line = f"status: {state.value}"
    if several:
        line = f"ændringer:\n  - dato: {named.dates[0].original.day.isoformat()}\n    {line}"
    return ProposedFile(event.source, f"{head}\n{line}{end}{below}", text)


def _spelt(named: Named) -> str:
    days = " og ".join(day_of_week(each.start.day) for each in (named.dates or named.ahead[:1])[:_MOST_NAMED])
    return f"«{named.event.title}» {days}"
