"""What days and hours look like as people write them: patterns that Python, schemas and the web form's script read alike.

They are for small letters. A parser refuses some of the texts that they take. What they refuse is read only where `spoken` first
puts it as it is usually written.
"""

from __future__ import annotations

import re
from datetime import date

from generator.danish.numbers import ORDINALS, in_words

MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MONTH_WORDS = (
    *MONTHS,
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"),
)
"""The months in Danish, then in English: a word that begins one of them, of at least three letters, is the month."""
MONTH_BEGINS = "|".join(month[:3] for month in MONTHS)
"""What a Danish month begins with, short or whole, for a pattern that need not know which."""

DASH = "[-\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]"
"""A hyphen, or a sign that Word, phones and web pages put in its place."""
RANGE = rf"(?:\s+til(?:\s+og\s+med)?\s+|\s*{DASH}+\s*|\s*\.{{2,3}}\s*|\s*…\s*)"
"""What stands between the two ends of a span."""
STOP = r"[\s.,;]*"
"""What may follow without saying anything."""

_APOSTROPHE = "['\u2019]"
_WEEKDAY_NAME = r"(?P<weekday>man|ma|tirs|tir|ti|ons|on|tors|tor|to|fre|fr|l(?:ø|oe)r|lø|s(?:ø|oe)n|sø)(?:dag)?"
_WEEKDAY = rf"(?:(?:på\s+)?{_WEEKDAY_NAME}(?:\.,?\s*|,\s*|\s+))?(?:(?:den|d(?![a-zæøå])\.?)\s*)?"
_SEPARATOR = rf"\s*(?:{DASH}|[./])\s*"
_MONTH = r"(?P<month>[a-zæøå]{3,9})"
_SPOKEN_YEAR = rf"(?:\.,?|,)?\s*{DASH}?\s*(?P<year>\d{{4}}|{_APOSTROPHE}?(?:2[4-9]|[34]\d))(?!\d)"
_NUMBER_YEAR = rf"(?:{_SEPARATOR}|[.,]?\s+)(?P<year>\d{{4}}|{_APOSTROPHE}?(?<=[-./'\u2010-\u2015\u2019\u2212])[2-4]\d)(?!\d)"
_HOURS = rf"\s*{DASH}\s*\d{{1,2}}\.\d\d(?!\d)"
"""What makes `8-10.30` two hours and no day."""

DAYS = (
    re.compile(rf"{_WEEKDAY}(?P<year>\d{{4}})(?:{_SEPARATOR}|\s+)(?P<month>\d{{1,2}})(?:{_SEPARATOR}|\s+)(?P<day>\d{{1,2}})(?!\d)"),
    re.compile(rf"{_WEEKDAY}(?P<day>\d{{1,2}})\.?\s*(?:{DASH}\s*)?{_MONTH}{_SPOKEN_YEAR}"),
    re.compile(rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?!{_HOURS}){_SEPARATOR}(?P<month>\d{{1,2}}){_NUMBER_YEAR}"),
    re.compile(rf"{_WEEKDAY}{_MONTH}\.?\s*(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)"),
    re.compile(r"(?P<year>(?:19|20|21)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>\d\d)(?!\d)"),
    re.compile(r"(?P<day>\d\d)(?P<month>0[1-9]|1[0-2])(?P<year>20\d\d)(?!\d)"),
)
"""How a day can be written, in the order in which it is tried."""

PARTS = (
    re.compile(rf"{_WEEKDAY}(?P<day>\d{{1,2}})\.?\s*(?:{DASH}\s*)?{_MONTH}(?![a-zæøå])\.?"),
    re.compile(rf"{_WEEKDAY}(?P<day>\d{{1,2}})\s*(?:{DASH}|[./])\s*(?P<month>\d{{1,2}})(?!\d)\.?"),
    re.compile(rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:\.(?!\d)|$)"),
    re.compile(r"(?:på\s+)?(?P<weekday>man|tirs|ons|tors|fre|l(?:ø|oe)r|s(?:ø|oe)n)dag"),
)
"""A day without its year, one without its month, and one of the week: what stands around it can say the rest."""

CLOCK = re.compile(
    r"(?:(?:fra|kl(?:okken)?\.?:?)\s*)*(?:midnat|(?P<hour>\d{1,2})(?:(?:\s*[.:]\s*|[,;]|\s+)?(?P<minute>\d{2}))?(?:[.:]00)?"
    rf"(?:\s*(?P<half>[ap])\.?m\.?)?(?!\d)){STOP}"
)
JOINT = re.compile(rf"(?:\s*t\s*|[\s.,]*[\s,])(?=kl|fra|midnat|\d)|\s*{DASH}?\s*(?=kl|fra)|{STOP}$")
"""What stands between a day and its hour, or ends it."""
OFFSET = re.compile(r"\d{4}-\d\d-\d\dt\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)")
"""A day and an hour as programs write them, with the hours that they are ahead of Greenwich."""


PLAIN = re.compile(r"\d{4}-\d\d-\d\d(?: kl\. \d{1,2}\.\d\d)?")
"""One moment as the form writes it: nothing else needs to be tried."""


def unnamed(*patterns: re.Pattern[str]) -> str:
    """Return patterns as one, without named groups: as schemas and other languages read it."""
    return "|".join(re.sub(r"\?P<\w+>", "?:", pattern.pattern) for pattern in patterns)


def month_number(word: str) -> int:
    """Return 1-12 for a number or a word, or 0 for a word that is no month."""
    if word.isdigit():
        return int(word)
    return next((place % 12 + 1 for place, month in enumerate(MONTH_WORDS) if len(word) > 2 and month.startswith(word)), 0)


def fits_weekday(day: date, word: str | None) -> bool:
    """Return whether a day is the day of the week that a word says, short or whole; any is, without a word."""
    return not word or WEEKDAYS[day.weekday()].startswith(word.replace("oe", "ø"))


_WORDS = "|".join(
    sorted(
        {
            *(word[:length] for word in MONTH_WORDS for length in range(len(word), 2, -1)),
            *("man", "ma", "tirs", "tir", "ti", "ons", "on", "tors", "tor", "to", "fre", "fr", "lør", "lø", "søn", "sø", "dag"),
            *("loer", "soen", "på", "den", "kl", "klokken", "fra", "til", "og", "samt", "med", "midnat"),
            *("sun", "mon", "tue", "tues", "wed", "wednes", "thu", "thurs", "fri", "sat", "satur", "day", "of", "at", "the"),
            *("om", "en", "morgen", "formiddag", "eftermiddag", "middag", "aften", "nat", "mellem", "hele", "uge", "weekend", "i"),
            *("halv", "kvart", "over", "næste", "efter", "samme", "ind", "slutter", "senest", "timer", "time", "frem", "præcis"),
            *("advent", "påske", "pinse", "jule", "lille", "nytårs", "palme", "skær", "lang", "fastelavns", "himmelfarts", "kr"),
            *("ca", "slut", "år", "åbent", "starter", "begynder", "mødes", "vi", "hver", "alle", "begge", "dage"),
            *("kristi", "sankt", "sct", "skt", "hans", "mortens", "lucia", "halloween", "grundlovs", "valentins"),
            *map(in_words, range(1, 13)),
            *(word for word, number in ORDINALS.items() if number < 13),
        },
        key=lambda word: (-len(word), word),
    )
)
_LOOSE = rf"(?:{_WORDS}|d(?![a-zæøå])|t(?=\d)|[ap]\.?m|\d(?:st|nd|rd|th)?|[\s.,:;/&+…'\u2019]|{DASH})+"
_YEAR = r"(?=[\s\S]*(?:\d{4}|[-./'\u2010-\u2015\u2019\u2212][2-4]\d|[a-zæøå][.,]?\s*(?:2[4-9]|[34]\d)))"

CLOCK_PATTERN = unnamed(CLOCK)
SPOKEN_CLOCK_PATTERN = rf"[\s\S]*(?:\d|mid(?:nat|dag)|{'|'.join(map(in_words, range(1, 25)))})[\s\S]*"
SPOKEN_DAY_PATTERN = rf"{_YEAR}[\s\S]*"
"""What an hour or a day must have at the least, however it is spoken: all others are neither."""
DAY_PATTERN = rf"(?:{unnamed(*DAYS)}){STOP}"
SPAN_PATTERN = rf"{_YEAR}(?:{_LOOSE}|{OFFSET.pattern})"
"""What two moments or more may look like, of which all but one can leave out what the other says."""
PART_PATTERN = rf"(?=[\s\S]*(?:\d|dag|midnat))(?:{_LOOSE}|{OFFSET.pattern})"
"""What moments may look like that leave out what another field says."""
CLOCKS_PATTERN = rf"{CLOCK_PATTERN}(?:{RANGE}{CLOCK_PATTERN})?"
