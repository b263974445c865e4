"""What `ændringer` says of several days in one line, parted: each change is of one day and says its year."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from generator.danish.dates import parse_moment
from generator.danish.patterns import CLOCK
from generator.danish.spans import completed, days_in
from generator.danish.spoken import usual
from generator.model.apart import Fields, first_day
from generator.model.synonyms import CHANGE, comparable
from generator.model.written import short
from generator.problems.problem import or_none

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
