"""Why a text is not read as a day: what is missing or which sign is wrong, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from generator.danish.patterns import DASH, MONTHS, PARTS, fits_weekday, month_number
from generator.problems.problem import RefusedError, listed, quoted
from generator.problems.rules import dates as rules
from generator.text.letters import visible

_FIRST_YEAR = 2026
"""The first year that is proposed where somebody left the year out. No clock is asked: a message is always the same."""
_SHORT_YEAR = re.compile(rf"(\d{{1,2}})(?:{DASH}|[./])(\d{{1,2}})(?:{DASH}|[./])(\d{{2}})(?!\d)")
_WRONG_SIGN = re.compile(rf"(?<=\d)[a-zæøå](?=\d)|[^\W\da-zæøåéüäö]|(?!{DASH})[^\w\s.,:;/'\u2019…()!?]|_", re.IGNORECASE)
_FEAST = re.compile(r"ferie|påske|pinse|jul(?!i)|nytår|advent|himmelfart|fastelavn|sankt ?hans|skærtorsdag|langfredag|helligdag")


def why_no_day(written: str, example: str) -> RefusedError:
    """Return the refusal of a text that is no day. `example` ends it where nothing better is known."""
    text = written.strip().lower()
    days = list(islice(_without_year(text), 2))
    if days:
        return RefusedError(rules.YEAR, f"{quoted(written)} mangler året. Skriv {listed(days)}.")
    days = list(_of_short_year(text))
    if days:
        return RefusedError(rules.YEAR, f"{quoted(written)} har ikke hele året. Skriv {listed(days)}.")
    sign = _WRONG_SIGN.search(written.strip())
    if sign and any(letter.isdigit() for letter in written):
        return RefusedError(
            rules.DAY, f"{quoted(written)} er ikke en dato: tegnet «{visible(sign[0])}» kan ikke stå i den. {example}"
        )
    return RefusedError(rules.DAY, f"{quoted(written)} er ikke en dato.{cure_of_name(text)} {example}")


def cure_of_name(text: str) -> str:
    """Return the hint ` En uge er …` for a week or a feast, in small letters, that stands where a day should; else nothing."""
    if re.search(r"\buger?\b|\bugenr", text):
        return " En uge er flere dage, som skrives hver for sig."
    return " Skriv, hvilken dato det er det år." if _FEAST.search(text) else ""


def _without_year(text: str) -> Iterator[str]:
    """Yield a day that lacks its year in each year that it can be."""
    match = next(filter(None, (pattern.match(text) for pattern in PARTS[:2])), None)
    if not match or re.search(r"\d", text[match.end() :].partition("kl")[0]):
        return
    for year in range(_FIRST_YEAR, _FIRST_YEAR + 6):
        try:
            day = date(year, month_number(match["month"]), int(match["day"]))
        except ValueError:
            continue
        if fits_weekday(day, match["weekday"]):
            yield _in_words(day)


def _of_short_year(text: str) -> Iterator[str]:
    """Yield the days that three numbers of two digits can be."""
    match = _SHORT_YEAR.match(text)
    first, month, last = map(int, match.groups()) if match else (0, 0, 0)
    for year, day in ((last, first), *([(first, last)] if first > 19 else [])):
        try:
            yield _in_words(date(2000 + year, month, day))
        except ValueError:
            continue


def _in_words(day: date) -> str:
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
