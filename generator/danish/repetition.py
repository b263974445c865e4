"""Repetition as people write it: `hver uge`, `hver 14. dag`, `2. tirsdag i måneden`. The web form reads it alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import lru_cache

from generator.danish.patterns import WEEKDAYS
from generator.danish.recurrence import UNITS, Repetition
from generator.danish.repetition_words import BEGIN, DAY, EXAMPLE, HINTS, PATTERNS, REPLACED
from generator.problems.problem import RefusedError, quoted
from generator.problems.rules import dates as rules
from generator.text.letters import latin

_REPLACED = tuple((re.compile(pattern), re.sub(r"\$(\d)", r"\\g<\1>", put)) for pattern, put in REPLACED)
_PATTERNS = {name: re.compile(pattern) for name, pattern in PATTERNS.items()}
_Groups = Mapping[str, str | None]


@lru_cache(maxsize=1000)
def parse_repetition(written: str) -> Repetition:
    """Return the repetition that words say. Raise RefusedError with a Danish message and examples."""
    text = latin(written.lower())
    for pattern, put in _REPLACED:
        text = pattern.sub(put, text)
    two = _PATTERNS["two"].fullmatch(text)
    if two:
        raise RefusedError(rules.TWO_MEANINGS, f"{quoted(written)} kan betyde to ting. Skriv {' eller '.join(_meanings(two))}.")
    for name, make in _MAKERS.items():
        match = _PATTERNS[name].fullmatch(text)
        repetition = make(match.groupdict()) if match else None
        if repetition:
            return repetition
    raise RefusedError(
        rules.REPETITION, f"{quoted(written)} er ikke en gentagelse. {_meant(written.lower()) or _hint(written.lower())}"
    )


def _meanings(match: re.Match[str]) -> tuple[str, str]:
    """Return the two ways to say what `hver anden tirsdag` can mean, each of which has one meaning only."""
    number, days = _number(match["number"]), _weekdays(match["days"])
    weeks = Repetition("WEEKLY", number, days if len(days) > 1 else ())
    of_month = Repetition("MONTHLY", weekdays=days, nths=(number if number < 5 else -1,)).words()
    return weeks.words(), of_month if number == 5 else f"{number}.{of_month[of_month.index(' ') :]}"


def _meant(text: str) -> str:
    """Return `Mente du hver torsdag?` for a text of which only a day of the week is misspelt; else nothing."""
    near = re.sub(
        rf"{BEGIN}(?!{DAY})[a-zæøå]{{5,}}", lambda word: next(iter(get_close_matches(word[0], WEEKDAYS, 1, 0.8)), word[0]), text
    )
    try:
        return f"Mente du {parse_repetition(near).words()}?" if near != text else ""
    except RefusedError:
        return ""


def _hint(text: str) -> str:
    """Return what to write instead of a repetition that says more than how often, or not which days."""
    return next((instead for pattern, instead in HINTS if re.search(pattern, text)), EXAMPLE)


def _number(written: str | None) -> int:
    return int(written.rstrip(".")) if written else 1


def _weekdays(written: str) -> tuple[int, ...]:
    """Return the days of `mandag-onsdag og fredag`, from Monday."""
    found: list[int] = []
    through = False
    for token in re.findall(rf"{DAY}| ?- ?| til ", written):
        if token not in WEEKDAYS:
            through = True
            continue
        day = WEEKDAYS.index(token)
        while through and found[-1] != day:
            found.append((found[-1] + 1) % 7)
        found.append(day)
        through = False
    return tuple(sorted(set(found)))


def _nths(written: str) -> tuple[int, ...]:
    last = {"sidste": -1, "næstsidste": -2, "næst sidste": -2}
    found = {last[word] if word in last else int(word) for word in re.findall(r"\d+|(?:næst ?)?sidste", written)}
    return tuple(sorted(found, key=lambda nth: (nth < 0, nth)))


def _unit(found: _Groups) -> Repetition | None:
    number, unit = _number(found["number"]), str(found["unit"])
    if number < 1:
        return None
    if unit == "dag" and number % 7 == 0:
        return Repetition("WEEKLY", number // 7)
    return Repetition(UNITS[unit], number)


def _weekly(found: _Groups) -> Repetition | None:
    """Return days of the week, in every week or every few; every sixth of them or more can be of no month."""
    every = found["before"] or found["after"]
    number = _number(every)
    if every and "dag" in (found["first"], found["last"]):
        number = number // 7 if number % 7 == 0 else 0
    if found["number"]:
        number = number * _number(found["number"]) if _number(found["number"]) > 5 else 0
    return Repetition("WEEKLY", number, _weekdays(str(found["days"]))) if number else None


def _all_but(found: _Groups) -> Repetition | None:
    every = _weekdays(found["all"]) if found["all"] else range(7)
    left = tuple(day for day in every if day not in _weekdays(str(found["days"])))
    return Repetition("WEEKLY", weekdays=left) if left else None


def _nth(found: _Groups) -> Repetition | None:
    number, nths = _number(found["before"] or found["after"]), _nths(str(found["nths"]))
    if number < 1 or not all(nth in (1, 2, 3, 4, 5, -2, -1) for nth in nths):
        return None
    return Repetition("MONTHLY", number, _weekdays(str(found["days"])), nths)


def _month_day(found: _Groups) -> Repetition | None:
    number, days = _number(found["before"] or found["after"]), _nths(str(found["nths"]))
    said = found["each"] or (found["den"] and days != (-1,)) or found["month"]
    if not said or number < 1 or not all(day == -1 or 1 <= day <= 31 for day in days):
        return None
    return Repetition("MONTHLY", number, month_days=days)


_MAKERS: Mapping[str, Callable[[_Groups], Repetition | None]] = {
    "unit": _unit,
    "weekdays": _weekly,
    "but": _all_but,
    "nth": _nth,
    "month_day": _month_day,
}
