"""Why a text is not read as a day: what is missing or which sign is wrong, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from difflib import get_close_matches
from itertools import islice

from generator.danish.feasts import NAME, day_of, days_named
from generator.danish.patterns import CLOCK, DASH, MONTH_WORDS, MONTHS, PARTS, RANGE, fits_weekday, month_number
from generator.danish.spoken import two_hours, usual
from generator.problems.problem import RefusedError, listed, quoted
from generator.problems.rules import dates as rules
from generator.text.letters import visible

_YEARS = range(2026, 2032)
"""The years that are proposed where somebody left the year out. No clock is asked: a message is always the same."""
_SHORT_YEAR = re.compile(rf"(\d{{1,2}})(?:{DASH}|[./])(\d{{1,2}})(?:{DASH}|[./ ])(\d{{2}})(?!\d)")
_WRONG_SIGN = re.compile(rf"(?<=\d)[a-zæøå](?=\d)|[^\W\da-zæøåéüäö]|(?!{DASH})[^\w\s.,:;/'\u2019…()!?]|_", re.IGNORECASE)
_FEAST = re.compile(r"ferie|påske|pinse|jul(?!i)|nytår|advent|himmelfart|fastelavn|sankt ?hans|skærtorsdag|langfredag|helligdag")

_ABOUT = re.compile(r"\(?\b(?:ca|cirka|circa|omkring|omtrent|ved|forventet)\b\.?(?: ?tiden)?\)? ?|(?<=\d) ?-?(?:ish|tiden)\b")
_STATES = {"aflyst": "aflyst", "udsat": "udsat", "udskudt": "udsat", "udsolgt": "udsolgt"}
_STATE = re.compile("|".join(_STATES))
_HOUR_AFTER = re.compile(r" kl\.? ?\d[\d.:]*(?: ?(?:-|til) ?(?:kl\.? ?)?\d[\d.:]*)?$")
_EITHER = re.compile(r"\beller\b.*\d")
_OF_A_CLOCK = re.compile(r"(?:kl(?:okken)?\.? ?)?\d|(?:døgn|dag|uge|måned|time|min)")
_OTHER_DAY = re.compile(r"dag,?(?: den| d\.)?$")
_DOORS = re.compile(
    r"[ ,(–-]*\b(?:dør(?:ene|e)?|doors|indgang|pause|mødetid)\b(?: åbner| fra)?:?(?: kl\.?)? ?\d[\d.:]*(?:-\d[\d.:]*)?\)?[ ,–-]*"
)
_SHOW = re.compile(r"^(.*\d) ?(?:koncert(?:en)?|show|vi spiller|start|forestilling)(?: starter| begynder)?:?(?: kl\.?)? (?=\d)")
_NOT_YET = re.compile(r"følger|kommer|senere|\btb[acd]\b|bestemt|aftal|(?:for|efter)år|sommer|vinter|ukendt|ved ikke|^\W+$")
_PART_OF_DAY = re.compile(r"(?:om )?(?:morgen|formiddag|eftermiddag|aften|nat)")
_MIDNIGHT = re.compile(r"\b12(?:[.:](?:00|(?P<minutes>\d\d)))? (?:om )?nat")
_OFTEN = re.compile(
    r"^(?:(?:hver|alle|every)\b|ugentlig|månedlig|daglig)"
    r"|^(?:man|tirs|ons|tors|fre|lør|søn)dag(?:e(?:ne)?\b|(?:,| ?\+| og| &) ?[a-zæøå]+dag)"
)
_MOST_WORDS = 40
_MONTH_ALONE = re.compile(rf"(?:\d{{4}}(?:{DASH}|[./])\d\d?|(?:[^\d]* )?(?:{'|'.join(MONTH_WORDS)}),? \d{{4}})")
_DAYS = re.compile(rf"(?<![\d./])\d{{1,2}}(?:/\d{{1,2}}(?![\d/])|\.? (?:{'|'.join(MONTHS)})\b)")
_WEEK = re.compile(r"(?:i )?uge (?P<week>\d{1,2}),? (?P<year>20\d\d)")


def why_no_day(written: str, example: str) -> RefusedError:
    """Return the refusal of a text that is no day. `example` ends it where nothing better is known."""
    text = usual(written)
    if CLOCK.fullmatch(text) and not text.isdigit():
        return RefusedError(rules.DAY, f"{quoted(written)} er et klokkeslæt uden dag. {example}")
    if _OFTEN.search(text) or _OFTEN.search(written.strip().lower()):
        message = "siger, hvor tit det er. Skriv det ved gentag, og skriv den første dag her, for eksempel 1. maj 2026 kl. 10.00."
        return RefusedError(rules.DAY, f"{quoted(written)} {message}")
    days = list(islice(_without_year(text), 2))
    if days:
        lacks = "har ikke et rigtigt årstal" if re.search(r"\d{3}", text) else "mangler året"
        return RefusedError(rules.YEAR, f"{quoted(written)} {lacks}. Skriv {listed(days)}.")
    if not re.search(r"\d{4}", text) and len(_DAYS.findall(text)) > 1:
        return RefusedError(
            rules.YEAR, f"{quoted(written)} mangler året. Skriv det efter den sidste dag, for eksempel 3. maj 2026."
        )
    days = list(_of_short_year(text))
    if days:
        return RefusedError(rules.YEAR, f"{quoted(written)} har ikke hele året. Skriv {listed(days)}.")
    if not re.search(r"\d{4}", text) and re.search(rf"\d\.? ?(?:{'|'.join(MONTHS)})\b(?!\.? ?\d)", text):
        return RefusedError(rules.YEAR, f"{quoted(written)} mangler året. Skriv det efter måneden, for eksempel maj 2026.")
    if not re.search(r"\d", re.sub(r"20\d\d", "", text)) and _NOT_YET.search(text):
        message = "er ikke en dato. Vent med arrangementet, til dagen er bestemt, eller skriv om det i områdets tekst."
        return RefusedError(rules.DAY, f"{quoted(written)} {message}")
    if _MONTH_ALONE.fullmatch(text):
        return RefusedError(rules.DAY, f"{quoted(written)} er ikke en dato. Skriv også dagen i måneden. {example}")
    sign = _WRONG_SIGN.search(written.strip())
    if sign and any(letter.isdigit() for letter in written):
        return RefusedError(
            rules.DAY, f"{quoted(written)} er ikke en dato: tegnet «{visible(sign[0])}» kan ikke stå i den. {example}"
        )
    return RefusedError(rules.DAY, f"{quoted(written)} er ikke en dato.{cure_of_name(text)} {example}")


def cure_of_more(written: str, reads: Callable[[str], str | None]) -> str:
    """Return what to write instead of a text of which a part is read: `Skriv kun kl. 19.00 her, og resten i teksten.`

    `reads` returns what a text says as it should be written, or None. Nothing where no part is read.
    """
    text = usual(written)
    hours = two_hours(text)
    if hours:
        return f"Det kan være kl. {hours[0]} eller {hours[1]}. Skriv det rigtige med tal."
    night = _MIDNIGHT.search(text)
    if night and night["minutes"]:
        return f"Skriv 0.{night['minutes']} og den dag, der så lige er begyndt."
    if night:
        return "Midnat er kl. 24.00, når dagen slutter, og kl. 0.00, når den begynder."
    sure = _ABOUT.sub("", text).strip()
    if sure != text and any(map(reads, [sure, *(sure[: sign.start()] for sign in re.finditer(RANGE, sure))])):
        return f"Skriv det bedste gæt uden ca., for eksempel {sure}."
    without = _SHOW.sub(r"\1 kl. ", _DOORS.sub(" ", text)).strip()
    if without != text and (said := reads(without)):
        return f"Skriv kun {said} her, og resten i teksten."
    if _EITHER.search(text):
        return "Skriv kun det ene. Er det begge, så skriv «og»."
    words = text.split(" ")[:_MOST_WORDS]
    parts = [(words[:end], words[end:]) for end in range(len(words), 0, -1)]
    for part, rest in (*parts, *((last, first) for first, last in reversed(parts))):
        is_more = _OF_A_CLOCK.match(" ".join(rest)) or _OTHER_DAY.search(" ".join(rest))
        said = None if is_more else reads(" ".join(part).rstrip(" ,(-?"))
        if said and not ("kl." in said and _PART_OF_DAY.match(" ".join(rest))):
            return f"Skriv kun {said} her{_of_rest(' '.join(rest))}."
    return ""


def _of_rest(rest: str) -> str:
    state = _STATE.search(rest)
    return f", og skriv status: {_STATES[state[0]]}" if state else ", og resten i teksten" if rest else ""


def cure_of_name(text: str) -> str:
    """Return the hint ` En uge er …` for a week or a feast, in small letters, that stands where a day should; else nothing."""
    week = _WEEK.fullmatch(usual(text))
    if week and 0 < int(week["week"]) < 53:
        first, last = (date.fromisocalendar(int(week["year"]), int(week["week"]), day) for day in (1, 7))
        return f" Den uge går fra {_in_words(first)} til {_in_words(last)}. Skriv de dage, det er."
    if re.search(r"\buger?\b|\bugenr", text):
        return " En uge er flere dage, som skrives hver for sig."
    named, year = NAME.search(text), re.search(r"20\d\d", text)
    if named and year:
        return f" {named['feast'].capitalize()} det år er den {_in_words(day_of(named, int(year[0])))}."
    return " Skriv, hvilken dato det er det år." if _FEAST.search(text) else ""


def month_meant(word: str) -> int:
    """Return the number of the month that a word nearly is; 0 for none."""
    near = get_close_matches(word, MONTHS, n=1, cutoff=0.6)
    return month_number(near[0]) if near else 0


def _without_year(text: str) -> Iterator[str]:
    """Yield a day that lacks its year in each year that it can be."""
    match = next(filter(None, (pattern.match(text) for pattern in PARTS[:2])), None)
    after = re.search(r"\d+", text[match.end() :].partition("kl")[0]) if match else None
    if not match or (after and len(after[0]) not in (3, 5)):
        name = _HOUR_AFTER.sub("", text)
        yield from (f"{_in_words(day)}{text[len(name) :]}" for day in days_named(name, _YEARS))
        return
    hour = _HOUR_AFTER.fullmatch(text[match.end() :])
    for year in _YEARS:
        try:
            day = date(year, month_number(match["month"]) or month_meant(match["month"]), int(match["day"]))
        except ValueError:
            continue
        if fits_weekday(day, match["weekday"]):
            yield f"{_in_words(day)}{hour[0] if hour else ''}"


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
