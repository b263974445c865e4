"""Repetition as people write it: `hver uge`, `hver 14. dag`, `2. tirsdag i måneden`. The web form has the same patterns."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from generator.danish import numbers
from generator.danish.patterns import DASH, MONTH_WORDS, WEEKDAYS
from generator.danish.recurrence import UNITS, Repetition
from generator.problems.problem import RefusedError, quoted
from generator.problems.rules import dates as rules

EXAMPLE = "Skriv for eksempel hver uge, hver 14. dag, hver tirsdag, hver måned, 2. tirsdag i måneden eller sidste fredag i måneden."
ORDINALS = {word: number for word, number in numbers.ORDINALS.items() if number < 15}
_BEGIN, _END = "(?<![a-zæøå])", "(?![a-zæøå])"
_DAY = f"(?:{'|'.join(WEEKDAYS)})"
_LIST = r"(?:,? (?:og|samt) |, ?| ?[&+] ?)"


_NOT_ONE = r"(?<!\d )(?<!\. )(?<!sidste )"


def _word(pattern: str) -> str:
    return f"{_BEGIN}(?:{pattern}){_END}"


REPLACED = (
    (r"\s+", " "),
    (DASH, "-"),
    (r"^ |[ .,!]+$|^(?:det )?gentages? ", ""),
    (_word("(?:en|én|1) gang (?:om|i|hver) (dag|uge|måned|år)(?:en|et|n)?"), "hver $1"),
    (_word("hveranden"), "hver anden"),
    (_word("hvert|alle|samtlige"), "hver"),
    (_word("dagligt?"), "hver dag"),
    (_word("ugentligt?"), "hver uge"),
    (_word("fjortendagligt?"), "hver 14. dag"),
    (_word("månedligt?|månedsvist?"), "hver måned"),
    (_word("kvartalsvist?|kvartalsvis|kvartårligt?|hver kvartal"), "hver 3. måned"),
    (_word("halvårligt?|halvårsvist?|hver halve år|hver halvår"), "hver 6. måned"),
    (_word("årligt?"), "hver år"),
    *((_word(word), f"{number}.") for word, number in ORDINALS.items()),
    (_word("ugen|uger|ugerne"), "uge"),
    (_word("måneden|måneder|månedens"), "måned"),
    (_word("dagen|dage"), "dag"),
    (_word("året"), "år"),
    (_NOT_ONE + _word("(?:hver )?(?:hverdag|hverdage|hverdagene)"), "mandag-fredag"),
    (_NOT_ONE + _word("(?:hver )?(?:weekend|weekenden|weekender)"), "lørdag og søndag"),
    *((_word(f"{day[:-3]}(?:dag(?:e|en|ene|s|ens)?)?\\.?"), day) for day in WEEKDAYS),
    (_word("tir(?:dag)?\\.?"), "tirsdag"),
    (_word("tor\\.?"), "torsdag"),
    (f"({_DAY})(?:s? ?(?:formiddag|eftermiddag|aften|morgen|nat)(?:en|e|er)?){_END}", "$1"),
    (f"({_DAY})- ?og ", "$1 og "),
    (_word(r"på|om|i(?! (?:hver (?:\d+\.? ?)?)?måned)|af|samme"), ""),
    (r"(\d{1,2})\.? ?(?=[a-zæøå])", "$1. "),
    (r" +", " "),
    (r" (?=,)|^ | $", ""),
    (r"^måned (.+)$", "$1 måned"),
)
"""What is written in other words for what: patterns, and what is put in their place, one after the other. `$1` is a group."""

_N = r"\d{1,2}\.?"
_DAYS = f"{_DAY}(?:{_LIST}(?:hver )?{_DAY}| ?- ?{_DAY}| til (?:og med )?{_DAY})*"
_NTHS = rf"(?:{_N}|sidste)(?:{_LIST}(?:den )?(?:{_N}|sidste))*"
_EACH_MONTH = rf"hver (?:(?P<before>{_N}) )?måned,? (?:den |hver )*"
_IN_MONTH = rf",? (?:i )?(?:hver (?:(?P<after>{_N}) )?)?måned"
PATTERNS = {
    "unit": rf"hver (?:(?P<number>{_N}) )?(?P<unit>{'|'.join(UNITS)})",
    "two": rf"hver (?P<number>[2-5])\.? (?P<days>{_DAYS})",
    "weekdays": rf"(?:hver (?:(?P<before>{_N}) )?(?P<first>uge|dag),? )?(?:fra )?(?:hver (?:(?P<number>{_N}) )?)?(?P<days>{_DAYS})"
    rf"(?:,? hver (?:(?P<after>{_N}) )?(?P<last>uge|dag))?",
    "but": rf"hver dag,? (?:undtagen|bortset fra|på nær|nær) (?:hver )?(?P<days>{_DAYS})",
    "nth": rf"(?:{_EACH_MONTH})?(?:hver |den )*(?P<nths>{_NTHS}) (?P<days>{_DAYS})(?:{_IN_MONTH})?",
    "month_day": rf"(?:(?P<each>{_EACH_MONTH})|(?P<den>den ))?(?:hver (?!\d+\.? dag))?(?P<nths>{_NTHS})(?: dag)?"
    rf"(?P<month>{_IN_MONTH})?",
}
"""What can be left when all is replaced, in the order in which it is tried; `two` can mean two things."""

_ONLY = "Skriv kun, hvor tit det er, for eksempel hver uge"
_SINGLE = "Er dagene ikke faste, så skriv dem ved flere datoer."
HINTS = (
    (r"undtagen|bortset|på nær|ikke i", f"{_ONLY}, og skriv de dage, der springes over, ved undtagen."),
    (_word("u?lige"), "Skriv hver 14. dag, og lad start ligge i en af de rigtige uger."),
    (r"kl\.|klokken|\d[.:]\d\d", f"{_ONLY}. Klokkeslættet står ved start."),
    (_word("(?:ind)?til"), f"{_ONLY}, og skriv den sidste dag ved gentag til."),
    (
        _word(r"(?:\d+|to|tre|fire|fem|flere|et par|nogle) gange (?:om|i|hver) (?:dag|uge|måned|år|sæson)[a-zæøå]*"),
        f"Skriv, hvilke dage det er, for eksempel hver mandag og torsdag. {_SINGLE}",
    ),
    (
        _word(r"gange?|de (?:næste|første) .*|i (?:\d+|to|tre|fire|fem|seks) (?:dage|uger|måneder|år)|count.*"),
        f"{_ONLY}, og skriv den sidste dag ved gentag til.",
    ),
    (
        rf"(?:hver (?!\d|år).*(?:i|fra)|måned.*)[ (](?:{'|'.join(word[:3] for word in MONTH_WORDS[:12])})(?![a-zæøå]*dag)",
        f"{_ONLY}. Den første dag står ved start, og den sidste ved gentag til.",
    ),
    (
        _word("|".join((*MONTH_WORDS[:12], "advent", "påske", "pinse", "jul"))),
        f"Er det den samme dato hvert år, så skriv hvert år. {_SINGLE}",
    ),
    (
        r"ferie|sommer|vinter|forår|efterår|sæson|skole|jævnlig|løbende|af og til|tit|nogle gange",
        f"Skriv, hvor tit det er, for eksempel hver tirsdag, og den sidste dag ved gentag til. {_SINGLE}",
    ),
)
"""What to write instead of what is no repetition, by what is found in it, in small letters; the first that fits counts."""

_WORDS = (
    *("det", "gentages?", "en", "én", "gang", "gange", "om", "i", "på", "af", "samme", "hvert?", "hveranden", "alle", "samtlige"),
    *("dagligt?", "ugentligt?", "fjortendagligt?", "månedligt?", "månedsvist?", "kvartalsvist?", "kvartårligt?", "kvartal"),
    *("halvårligt?", "halvårsvist?", "halve", "halvår", "årligt?", "uge[nr]?", "ugerne", "måned(?:en|ens|er)?", "dag(?:en|e)?"),
    *(
        "år(?:et)?",
        "hverdag(?:e|ene)?",
        "weekend(?:en|er)?",
        "og",
        "til",
        "med",
        "fra",
        "den",
        "d",
        "sidste",
        "undtagen",
        "bortset",
    ),
    *("nær", "frem", "indtil", "t", "o", "m"),
)
_PART_OF_DAY = "s?(?:(?:formiddag|eftermiddag|aften|morgen|nat)(?:en|e|er)?)"
_ANY_DAY = f"(?:man?|tirs?|ti|ons?|tors?|to|fre?|lør?|søn?|loer|soen)(?:dag(?:e|en|ene|s|ens)?(?:{_PART_OF_DAY})?)?"
_MONTH = f"(?:{'|'.join(word[:3] for word in MONTH_WORDS)})[a-zæøå]*"
PATTERN = (
    rf"(?:(?:{'|'.join((*_WORDS, *ORDINALS, _ANY_DAY, _PART_OF_DAY, _MONTH))}){_END}|\d(?:st|nd|rd|th)?|[\s.,!&+/'\u2019]|{DASH})+"
)
"""What a text looks like that is a repetition, in small letters: of which words it is made."""

_REPLACED = tuple((re.compile(pattern), put.replace("$1", r"\g<1>")) for pattern, put in REPLACED)
_PATTERNS = {name: re.compile(pattern) for name, pattern in PATTERNS.items()}
_Groups = Mapping[str, str | None]


@lru_cache(maxsize=1000)
def parse_repetition(written: str) -> Repetition:
    """Return the repetition that words say. Raise RefusedError with a Danish message and examples."""
    text = written.lower()
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
    raise RefusedError(rules.REPETITION, f"{quoted(written)} er ikke en gentagelse. {_hint(written.lower())}")


def _meanings(match: re.Match[str]) -> tuple[str, str]:
    """Return the two ways to say what `hver anden tirsdag` can mean, each of which has one meaning only."""
    number, days = _number(match["number"]), _weekdays(match["days"])
    weeks = Repetition("WEEKLY", number, days if len(days) > 1 else ())
    of_month = Repetition("MONTHLY", weekdays=days, nths=(number if number < 5 else -1,)).words()
    return weeks.words(), of_month if number == 5 else f"{number}.{of_month[of_month.index(' ') :]}"


def _hint(text: str) -> str:
    """Return what to write instead of a repetition that says more than how often, or not which days."""
    return next((instead for pattern, instead in HINTS if re.search(pattern, text)), EXAMPLE)


def _number(written: str | None) -> int:
    return int(written.rstrip(".")) if written else 1


def _weekdays(written: str) -> tuple[int, ...]:
    """Return the days of `mandag-onsdag og fredag`, from Monday."""
    found: list[int] = []
    through = False
    for token in re.findall(rf"{_DAY}| ?- ?| til ", written):
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
    found = {-1 if word == "sidste" else int(word) for word in re.findall(r"\d+|sidste", written)}
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
    left = tuple(day for day in range(7) if day not in _weekdays(str(found["days"])))
    return Repetition("WEEKLY", weekdays=left) if left else None


def _nth(found: _Groups) -> Repetition | None:
    number, nths = _number(found["before"] or found["after"]), _nths(str(found["nths"]))
    if number < 1 or not all(nth in (1, 2, 3, 4, 5, -1) for nth in nths):
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
