"""What is different about one of an event's dates, and how people write it: each change is of one day and says its year."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, ClassVar

from pydantic import Field, ValidationInfo, field_validator

from generator.danish.dates import parse_moment
from generator.danish.patterns import CLOCK
from generator.danish.spans import completed, days_in, parse_end
from generator.danish.spoken import usual
from generator.model import synonyms
from generator.model.address import WebAddress
from generator.model.after import AfterOrLine
from generator.model.apart import SOME_START, End, Fields, Start, end_apart, first_day
from generator.model.content import Content
from generator.model.place import PlaceOrKey
from generator.model.state import StateWord, split_state
from generator.model.synonyms import CHANGE, Synonyms, comparable
from generator.model.values import Line, When
from generator.model.written import short, short_text_of
from generator.problems.problem import or_none


class Change(Content):
    """One of an event's dates with what is different about it."""

    synonyms: ClassVar[Synonyms] = synonyms.CHANGE

    day: When = Field(alias="dato", description="Den dato, det handler om.", examples=["2026-05-08"])
    state: StateWord | None = Field(None, alias="status", description="Hvordan det står til med den dato.", examples=["aflyst"])
    start: Start | None = Field(
        None, alias="ny start", description="Den nye dag og det nye klokkeslæt.", examples=["2026-05-09 kl. 14.00"]
    )
    end: End | None = Field(None, alias="ny slut", description="Dag og klokkeslæt, det slutter.", examples=["2026-05-09 kl. 16.00"])
    online: WebAddress | None = Field(
        None, description="Linket, når den dato er flyttet online.", examples=["https://example.org/live"]
    )
    place: PlaceOrKey | None = Field(None, alias="sted", description="Et andet sted.", examples=["skolen"])
    text: Line | None = Field(None, alias="tekst", description="Hvad man skal vide.", examples=["Korlederen er syg."])
    after: AfterOrLine | None = Field(None, alias="efter", description="Hvordan det gik den dag.")

    @classmethod
    def _as_meant(cls, filled: dict[str, Any]) -> dict[str, Any]:
        return end_apart(split_state(filled, "tekst"), "ny start", "ny slut")

    @field_validator("end", mode="before")
    @classmethod
    def _end(cls, written: Any, info: ValidationInfo) -> Any:
        """Read an hour alone as one of the new day, or of the day that it is about."""
        return parse_end(short_text_of(written), info.data.get("start") or info.data.get("day") or SOME_START)


_DAY_AND_STATE = re.compile(
    r"(?P<day>.*\d\S*(?: [a-zæøå]+\.?)?)[ :,–-]+(?P<state>(?:er )?(?:aflyst|udsolgt|udsat|flyttet).*)", re.IGNORECASE
)


def changes_apart(fields: Fields) -> Fields:
    """Return fields of which each of `ændringer` is of one day and says its year: the first that fits from the start on."""
    changes = fields.get("ændringer")
    first = first_day(fields) if changes else None
    if not first:
        return fields
    written = changes if isinstance(changes, list) else [changes]
    return {**fields, "ændringer": [_with_year(each, first) for change in written for each in _changes_in(change, first)]}


def _changes_in(written: Any, first: date) -> list[Any]:
    """Return the changes that `12. maj aflyst`, `12. maj: aflyst` or one with several days is; others as they are."""
    said = _DAY_AND_STATE.fullmatch(short(written).strip())
    change = {"dato": said["day"], "status": said["state"]} if said else written
    if not isinstance(change, dict):
        return [written]
    key = _key_of(change, "dato")
    if key is None:
        parts = [(day, {"status": each} if isinstance(each, str) else each) for day, each in change.items()]
        are_days = all(short(day) and isinstance(each, dict) for day, each in parts)
        return _of_days(parts, "dato", first) or [written] if are_days else [written]
    day = change[key]
    return (_of_days([(day, change)], key, first) if short(day) else []) or [change]


def _of_days(parts: list[tuple[str, dict[str, Any]]], key: str, first: date) -> list[Any]:
    """Return each change for each of its days; nothing where one of these is no day."""
    each = [(day, change) for days, change in parts for day in days_in(days, first)]
    are_days = all(completed(day, first, months=True) or or_none(parse_moment, day) for day, _ in each)
    return [{**change, key: day} for day, change in each] if are_days else []


def _with_year(change: Any, first: date) -> Any:
    key, new = (_key_of(change, word) if isinstance(change, dict) else None for word in ("dato", "ny start"))
    day, start = (short(change[each]) if each else "" for each in (key, new))
    if not day:
        return change
    day = completed(day, first, months=True) or day
    if start and (of := or_none(parse_moment, day)):
        is_clock = CLOCK.fullmatch(usual(start))
        change = {**change, new: f"{of.day} kl. {start}" if is_clock else completed(start, of.day, months=True) or start}
    return {**change, key: day}


def _key_of(change: dict[Any, Any], word: str) -> str | None:
    """Return the key of a change that is `word` or another word for it."""
    words = {comparable(word), *(other for other, key in CHANGE.items() if key == word)}
    return next((key for key in change if isinstance(key, str) and comparable(key) in words), None)
