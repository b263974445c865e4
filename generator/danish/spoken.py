"""Days and hours as they are spoken, put as they are usually written: `lørdag den anden maj`, `halv otte om aftenen`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from difflib import get_close_matches
from functools import lru_cache

from generator.danish.feasts import NAME, dated, unless_dated
from generator.danish.numbers import ORDINALS, in_words
from generator.danish.patterns import DASH, MONTH_WORDS, MONTHS, WEEKDAYS, month_number, unnamed
from generator.text.letters import latin

_Put = str | Callable[[re.Match[str]], str]

_DAY = rf"(?:{'|'.join(WEEKDAYS)})"
_SHORT_DAY = r"(?:(?:man|tirs?|ons|tors?|fre|lør|søn)(?:dag)?\.?)"
_FOREIGN_DAYS = {
    "monday": "mon(?:day|tag)?",
    "tuesday": "tue(?:s(?:day)?)?|dienstag",
    "wednesday": "wed(?:nesday)?|mittwoch",
    "thursday": "thu(?:rs?(?:day)?)?|donnerstag",
    "friday": "fri(?:day)?|freitag",
    "saturday": "sat(?:urday)?|samstag|sonnabend",
    "sunday": "sun(?:day)?|sonntag",
}
_DEN = r"(?:den |d\.? ?)?"
_MONTH = rf"(?:{'|'.join(sorted({word[:3] for word in MONTH_WORDS}))})"
_TO = rf" ?(?:{DASH}+|til) ?"
_CLOCK = r"\d{1,2}(?:[.:]\d\d)?"
_CLOCKS = rf"{_CLOCK}(?:{_TO}{_CLOCK})?"
_SURE_CLOCK = r"\d{1,2}(?::\d\d|\.(?:00|1[3-9]|[2-5]\d))(?![./]?\d)"
"""An hour that cannot be a day of a month: `13.05` can."""
_KL = r"(?:kl\.? ?)"
_ABOUT = r"(?:ca|cirka|omkring|omtrent)\b\.? ?"
_HOURS_FIRST = (
    rf"(?:(?:fra )?{_KL}{_CLOCK}(?:{_TO}{_KL}?{_CLOCK})?|{_SURE_CLOCK}(?:{_TO}{_KL}?{_CLOCK})?|{_CLOCK}{_TO}{_SURE_CLOCK})"
)
_WHOLE_DAY = rf"(?:{_SHORT_DAY},? )?{_DEN}\d{{1,2}}(?:\.? ?{_MONTH}[a-zæøå]*\.?|[./]\d{{1,2}})[ .,/-]+\d{{4}}"

_PLAIN = re.compile(
    rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}[./-]\d{{1,2}}[./ -]\d{{4}}"
    rf"|(?:{_DAY} (?:den |d\. )?)?\d{{1,2}}\. (?:{'|'.join(MONTHS)}) \d{{4}})"
    rf"(?: kl\. {_CLOCKS})?|{_CLOCK}"
)
"""What most texts are: nothing of it is spoken."""

_PARTS_OF_DAY = {
    "morgen": range(4, 12),
    "formiddag": range(6, 13),
    "eftermiddag": range(12, 19),
    "aften": range(17, 24),
    "nat": (22, 23, *range(6)),
}
_PART = rf"(?P<part>{'|'.join(_PARTS_OF_DAY)})(?:t?en)?(?![a-zæøå])"
_HOURS = {in_words(number): number for number in range(1, 25)} | {"et": 1, "én": 1}
_HOUR_WORDS = "|".join(sorted(_HOURS, key=len, reverse=True))
_HOUR = rf"(?P<hour>{_HOUR_WORDS}|1[0-2]|[1-9])(?![a-zæøå\d.:])"
_BESIDE = {"halv": -30, "kvart over": 15, "kvart i": -15, "fem over halv": -25, "fem i halv": -35} | {
    f"{word}{minutes} {side}": sign * number
    for word, number in (("fem", 5), ("ti", 10), ("tyve", 20))
    for minutes in (" minutter", "")
    for side, sign in (("over", 1), ("i", -1))
}
_SPOKEN_CLOCK = re.compile(
    rf"(?:(?:kl(?:okken)?\.? )?(?P<beside>{'|'.join(_BESIDE)}) {_HOUR}|kl(?:okken)?\.? (?P<word>{_HOUR_WORDS})(?![a-zæøå]))"
    rf"(?P<said>(?= (?:om )?(?:{'|'.join(_PARTS_OF_DAY)})))?"
)


def two_hours(text: str) -> tuple[str, str] | None:
    """Return the two hours that `halv otte` can be: `7.30` and `19.30`. None where no hour of twelve is spoken of."""
    match = _SPOKEN_CLOCK.search(usual(text))
    minutes = _minutes(match) if match else 0
    return (_spelt(minutes), _spelt(minutes + 720)) if 0 < minutes < 720 else None


_MINUTES_SAID = {
    **{"en halv time": 30, "en time": 60, "tre kvarter": 45, "fem kvarter": 75, "halvanden time": 90},
    **{f"{in_words(hours)} timer": 60 * hours for hours in range(2, 9)},
}
_LENGTH = re.compile(
    rf"(?:i |efter |\+ ?)?(?:(?P<word>{'|'.join(_MINUTES_SAID)})|(?P<hours>\d{{1,2}})(?P<half>[.,]5|½| ½)? ?(?:timer?|t\.?)"
    r"(?: ?(?:og |, ?)?(?P<more>\d{1,2}) ?(?:min(?:utter)?|m)?\.?)?|(?P<minutes>\d{1,3}) ?min(?:utter)?\.?)"
    r"(?:,? \(?(?:inkl(?:usive?)?|med)\b\.?[^\d]{1,40})?"
)


def length_said(text: str) -> timedelta | None:
    """Return how long something lasts by a text in small letters: `2 timer`, `halvanden time`. None for other texts."""
    match = _LENGTH.fullmatch(text)
    if not match:
        return None
    minutes = _MINUTES_SAID[match["word"]] if match["word"] else int(match["minutes"] or match["more"] or 0)
    return timedelta(hours=int(match["hours"] or 0), minutes=minutes + 30 * bool(match["half"]))


def _minutes(match: re.Match[str]) -> int:
    word = match["hour"] or match["word"]
    hour = _HOURS.get(word) or int(word)
    return hour * 60 + _BESIDE.get(match["beside"], 0)


def _spelt(minutes: int) -> str:
    return f"{minutes // 60}.{minutes % 60:02}"


def _ordinal(match: re.Match[str]) -> str:
    return f"{ORDINALS[match[1]]}."


def _nearest_weekday(match: re.Match[str]) -> str:
    near = get_close_matches(match[1], WEEKDAYS, n=1, cutoff=0.72)
    return f"{near[0]} " if near else match[0]


_NTHS = {"første": 1, "anden": 2, "tredje": 3, "fjerde": 4, "sidste": -1}


def _nth_of_month(match: re.Match[str]) -> str:
    nth, month = _NTHS.get(match["nth"]) or int(match["nth"][0]), month_number(match["month"])
    month_of_days = (date(int(match["year"]), month, 1) + timedelta(days=number) for number in range(31))
    days = [day for day in month_of_days if day.month == month and day.weekday() == WEEKDAYS.index(match["day"])]
    return f"{days[nth - (nth > 0)]:%d.%m.%Y}"


def _of_week(match: re.Match[str]) -> str:
    try:
        return f"{date.fromisocalendar(int(match['year']), int(match['week']), WEEKDAYS.index(match['day']) + 1):%d.%m.%Y}"
    except ValueError:
        return match[0]


def _in_digits(match: re.Match[str]) -> str:
    minutes = _minutes(match)
    return f"kl. {_spelt(minutes)}" if match["said"] is not None or minutes > 720 else match[0]


def _at_part_of_day(match: re.Match[str]) -> str:
    """Return hours on the clock of 24; the text as it is where they are not in the part of the day that is said."""
    hours = re.sub(_CLOCK, lambda clock: _on_24(clock[0], match["part"]), match["hours"])
    return match[0] if "?" in hours else f"{match.groupdict().get('before') or ''}{match.groupdict().get('rest') or ''}{hours}"


def _on_24(clock: str, part: str) -> str:
    hour, minutes = int(re.split("[.:]", clock)[0]), clock.lstrip("0123456789")
    fits = [each for each in (hour, hour + 12) if each in _PARTS_OF_DAY[part]]
    return f"{fits[0]}{minutes}" if fits else "?"


_SAID: tuple[tuple[str, _Put, str], ...] = (
    (r"[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f]|\s+", " ", "📅3. maj"),
    (r"^(?:[ *_«»“”\"]+|\d\d?\) )+|[ !*_«»“”\"]+$", "", "**3. maj!**"),
    (r"^\(([^()]+)\)$|\((20\d\d)\)|(?<=20\d\d) \(((?:kl|fra|\d{1,2}[.:-])[^()]*)\)", r" \1\2\3", "3. maj 2026 (kl. 10-16)"),
    (r"^(?:dato|dag|hvornår|tid|tidspunkt)\b[: ]+(?=\S)", "", "dato: 3. maj"),
    (r"(?<=\d) \.(?= )", ".", "3 . maj"),
    (r"\bthe (?=\d)", "", "the 3rd of may"),
    (r"(?<=\d)(?: uhr)? (?:to|bis) (?=\d|kl)", " - ", "19 to 21"),
    (r"\bmai\b", "maj", "6. mai 2026"),
    (r"\bdez(?:ember|\b)", "december", "6. dez 2026"),
    (r"\bfrom (?=\d)", "fra ", "from 19"),
    (rf"^({_MONTH}[a-z]*\.?) (\d{{1,2}}) ?{DASH}+ ?(\d{{1,2}}),? (?=\d{{4}})", r"\2.-\3. \1 ", "may 2-4, 2026"),
    (r"(?<=\d)[\\_](?=\d)|(?<=\d)\. i (?=\d{1,2}\.? \d{4})|(?<=\d)\.-(?=\d{4})", "/", "3. i 5. 2026"),
    (rf"^(20\d\d)[,:]? (\d{{1,2}}\.? ?{_MONTH}[a-zæøå]*)\.?(?=$| )", r"\2 \1", "2026, 3. maj"),
    (rf"^(20\d\d),? ({_MONTH}[a-zæøå]*)\.? (\d{{1,2}})\.?(?=$|[ ,])", r"\3. \2 \1", "2026 maj 3"),
    (r",? og (?:igen|så) (?=\d|den |d\.)", " og ", "3. maj og igen 4. maj"),
    (r"^(?:både|i (?:dagene|perioden)|perioden|dagene):? (?=fra |\d|den |d\.)", "", "i dagene 2.-3. maj"),
    (r"\bt\.? ?o\.? ?m\b\.?|\bog til(?= (?:kl|\d|midnat))", "til", "2. maj t.o.m. 3. maj"),
    (r"(\d{4}-\d\d-\d\d) ?/ ?(?=\d{4}-\d\d-\d\d)", r"\1 - ", "2026-05-02/2026-05-03"),
    (rf"^({_DAY}) ?(?:[:|]|{DASH}+) ?(?={_DEN}\d)", r"\1 ", "lørdag: 2. maj"),
    (r"(?<=\d)(?:st|nd|rd|th)(?: of)?(?= [a-z])|(?<=\d)(?:ste|den|det|die|de|te)(?= [a-z])", ".", "3rd of may"),
    *(
        (rf"^(?:{word})\.?,? (?:den )?(?=\d|{_MONTH})", f"{WEEKDAYS[number]} ", f"{day}, 3 may")
        for number, (day, word) in enumerate(_FOREIGN_DAYS.items())
    ),
    (rf"\b({'|'.join(ORDINALS)})(?= (?:{_MONTH}|(?:søndag )?i advent|juledag|påskedag|pinsedag))", _ordinal, "tredje maj"),
    (rf"^(.{{1,40}}?),? ((?:fra )?{_KL}{_CLOCKS}),? (20\d\d)$", r"\1 \3 \2", "3. maj kl. 19 2026"),
    (NAME.pattern, dated, "grundlovsdag 2026"),
    (rf"(?:(?<=\d)[ ,]+)?\(?{NAME.pattern}\)?[ ,:]*", unless_dated, "grundlovsdag, 5. juni 2026"),
    (rf"^([a-zæøå]{{4,9}})\.?,? (?={_DEN}\d{{1,2}}(?:\.? ?{_MONTH}|[./-]))", _nearest_weekday, "lørdg den 2. maj"),
    (rf"^(?:i )?weekenden? {_DEN}(?=\d)", "", "weekenden den 2.-3. maj"),
    (rf"^({_SHORT_DAY}){_TO}({_SHORT_DAY}),? {_DEN}(\d{{1,2}})\.?{_TO}{_DEN}(?=\d)", r"\1 \3. - \2 ", "lør-søn 2.-3. maj"),
    (
        rf"^fra (?=(?:{_SHORT_DAY} )?{_DEN}\d{{1,2}}(?:\.? ?{_MONTH}|/\d|\.?{_TO}(?:{_SHORT_DAY} )?{_DEN}\d{{1,2}}\.? ?{_MONTH}))",
        "",
        "fra 2. maj til 3. maj",
    ),
    (rf"^(.*\d{{4}}),? \(?({_DAY})\)?(?=,| |$)(?!.*\d{{4}})", r"\2 \1", "2. maj 2026 (lørdag)"),
    (rf"^(?P<day>{_DAY}),? (?:i )?uge (?P<week>\d{{1,2}}),? (?P<year>20\d\d)(?!\d)", _of_week, "lørdag i uge 18, 2026"),
    (r"(?<=\d),? (?:forestillinger|afgange|hold):? (?=kl|\d{1,2}[.:]\d\d)", " ", "2. maj 2026, forestillinger kl. 11 og kl. 14"),
    (
        r"(?<=[\d ,])(?<!dørene )(?:at|@|[|•·]|/(?= ?kl)|(?:det |vi )?(?:starter|begynder|mødes|start|mødetid|tidspunkt|klokkeslæt"
        r"|tid|åbent?|åbner)(?: er)?:?) ?(?=kl|fra|\d)",
        "kl. ",
        "2. maj at 19",
    ),
    (rf"({_MONTH}[a-zæøå]*\.?) (?:i|år(?:et)?) (?=\d{{4}})", r"\1 ", "2. maj i 2026"),
    (rf"(kl\.? {_CLOCK})/({_CLOCK})$", r"\1 og \2", "kl. 10/14"),
    (r"\bklokka\b", "klokken", "klokka 19"),
    (r"(?<=\d)h(?=\d\d\b)", ".", "19h30"),
    (r"(?<=\d) ?(?:h(?:rs?)?|uhr)\b", "", "19 h"),
    (rf"\b{_KL}({_ABOUT})(?=\d)", r"\1kl. ", "kl. ca. 19"),
    (rf"(?<=\d){_TO}{_ABOUT}(?=kl|\d)", " - ", "kl. 19 - ca. 21"),
    (rf"(?<=\d),? \(?(?:varer |varighed:? |{_ABOUT})*({unnamed(_LENGTH)})\)?$", r" - \1", "kl. 19 (ca. 2 timer)"),
    (rf"(?<=\d),? ?\(?(?:og )?(?:slut(?:ter)?|ender|lukker):? ?(?:{_ABOUT})?(?=kl|\d)([^()]*)\)?$", r" - \1", "kl. 19, slut 21"),
    (r"(?<=\d) ?(?:[-=]+>|→|~) ?(?=\d|kl)", " - ", "kl. 19 -> 21"),
    (rf"^((?:{_DAY},? )?)({_HOURS_FIRST}),? ({_WHOLE_DAY})$", r"\1\3 kl. \2", "19.30-21, 2. maj 2026"),
    (
        rf"(\d{{4}}|[-/]\d\d)(?:(?: {DASH}+ |(?: ?[:;]| /) ?)(?=kl|fra|{_SURE_CLOCK})|(?:[:;] ?| / ?| )(?={_CLOCK}{_TO}{_CLOCK}$))"
        r"(?!\d+[./]\d+[./-]|\d+-\d+-)",
        r"\1 kl. ",
        "2. maj 2026 - 19.00",
    ),
    (rf"(?<=\d{{4}}) / (?=(?:{_SHORT_DAY} )?{_DEN}\d{{1,2}}[./])", ", ", "2. maj 2026 / 3. maj 2026"),
    (r"\bmellem ((?:kl\.? ?)?[\d.:]+) og ", r"fra \1 - ", "mellem 19 og 21"),
    (r"\b(?:kl\.? )?(?:12 )?middag\b", "kl. 12", "12 middag"),
    (r"(?<=\d) (?:præcis|prompte|sharp|dansk tid|ces?t)\b", "", "kl. 19 præcis"),
    (rf"(?<=\d)(?:{_TO}(?:\?+|sent|ud på natten|$)| og frem(?:ad|efter)?| ?[-=]*>)$", "", "kl. 19 til sent"),
    (r"\(?\bhele dagen\b\)?", "", "2. maj (hele dagen)"),
    (_SPOKEN_CLOCK.pattern, _in_digits, "klokken syv om aftenen"),
    (rf"(?P<hours>{_CLOCKS}),? (?:om )?{_PART}", _at_part_of_day, "7 om aftenen"),
    (
        rf"(?P<before>.*?)(?:(?<=dag)s?| (?:om )?) ?{_PART}(?P<rest>,? .*?)(?P<hours>{_CLOCKS})$",
        _at_part_of_day,
        "lørdag aften den 2. maj kl. 7",
    ),
    (r"\bkl\. (?=kl\b)", "", "kl. kl. 19"),
    (r"^(20\d{6})t(\d\d)(\d\d)\d\d$", r"\1 kl. \2.\3", "20260502t190000"),
    (
        rf"(?P<nth>[1-4]\.|{'|'.join(_NTHS)}) (?P<day>{_DAY}) i (?P<month>{_MONTH})[a-zæøå]*\.?,? (?P<year>20\d\d)",
        _nth_of_month,
        "første lørdag i maj 2026",
    ),
    (r"^[ ,]+|[ ,]+$", "", "2. maj,"),
)
"""What is said otherwise than it is written: patterns for small letters, what is put in their place, and an example of each. They
are tried one after the other."""
PLAIN_PUT = tuple((pattern, re.sub(r"\\(\d)", r"$\1", put)) for pattern, put, _ in _SAID if isinstance(put, str))
"""Those of them that put a text and compute nothing, as the web form's script has them: `$1` is a group."""
_LONGEST = 400
"""Letters of a longer text are not read: the time that some patterns take grows with the cube of the length."""
_REPLACED = tuple((re.compile(pattern), put) for pattern, put, _ in _SAID)


@lru_cache(maxsize=4000)
def usual(written: str) -> str:
    """Return a text in small letters, with its days and hours as they are usually written."""
    text = latin(written.strip().lower())
    if len(text) > _LONGEST or _PLAIN.fullmatch(text):
        return text
    for pattern, put in _REPLACED:
        text = pattern.sub(put, text)
    return text
