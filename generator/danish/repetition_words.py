"""The words of repetition: what is said in other words, what can be left then, and what to write instead of anything else.

The web form has the same patterns.
"""

from __future__ import annotations

from generator.danish import numbers
from generator.danish.patterns import DASH, MONTH_WORDS, WEEKDAYS
from generator.danish.recurrence import UNITS

EXAMPLE = "Skriv for eksempel hver uge, hver 14. dag, hver tirsdag, hver måned, 2. tirsdag i måneden eller sidste fredag i måneden."
ORDINALS = {word: number for word, number in numbers.ORDINALS.items() if number < 15}
BEGIN, _END = "(?<![a-zæøå])", "(?![a-zæøå])"
DAY = f"(?:{'|'.join(WEEKDAYS)})"
_LIST = r"(?:,? (?:og|samt) |, ?| ?[&+/] ?)"
_NOT_ONE = r"(?<!\d )(?<!\. )(?<!sidste )"


def _word(pattern: str) -> str:
    return f"{BEGIN}(?:{pattern}){_END}"


_ENGLISH = {
    **{"every|each": "hver", "other|second": "anden", "first": "første", "third": "tredje", "fourth": "fjerde", "last": "sidste"},
    **{
        "daily": "hver dag",
        "bi-?weekly": "hver 2. uge",
        "weekly": "hver uge",
        "fortnightly": "hver 14. dag",
        "monthly": "hver måned",
    },
    **{"yearly|annually": "hver år", "weekdays?": "hverdag", "weekends?": "weekend", "days?": "dag", "weeks?": "uge"},
    **{"months?": "måned", "years?": "år", "and": "og"},
    **{f"{word}days?": day for word, day in zip(("mon", "tues", "wednes", "thurs", "fri", "satur", "sun"), WEEKDAYS, strict=True)},
    "in the|of the|of|the|in": "i",
}
_SINGLE_DAYS = "(?:man|tirs|ons|tors|fre|lør|søn)dage(?:ne)?"

REPLACED = (
    (r"\s+", " "),
    (DASH, "-"),
    (r" ?[(:)]+ ?", " "),
    (r"^ |[ .,!]+$|^(?:det )?gentages? |(?:hele )?året rundt", ""),
    (r"^(?:(?:ja|fast|altid|det er|kører|afholdes|vi mødes|regelmæssigt)[ ,-]+)+", ""),
    (_word("on the"), ""),
    *((_word(english), danish) for english, danish in _ENGLISH.items()),
    (_word("on") + " (?=[a-zæøå]+dag)", ""),
    (r"(^| )d\.? ?(?=\d)", "$1den "),
    (BEGIN + r"hv\.", "hver"),
    (BEGIN + f"hver-?(?={DAY})", "hver "),
    (_word("eneste|både"), ""),
    (r" pr\.? (?=måned|md)", " i "),
    (r"(?:med )?(\d{1,2})\.? (dag|uge)e?r?s mellemrum", "hver $1. $2"),
    (r"(?:med )?(?:(?:en|én) uges|(to) ugers) mellemrum", "hver $1 uge"),
    (r"hver (?:to|two)(?= ?(?:uge|week|måned|month))", "hver 2."),
    (BEGIN + r"t\.? ?o\.? ?m\.?(?= )", "til"),
    (_word(r"(?:mdr|md|mnd)\.?"), "måned"),
    (r"(\d{1,2}) (?=" + _SINGLE_DAYS + ")", "$1 stk "),
    (_word(r"(?:en|én|1) ?(?:gang|x) (?:om|i|hver|pr\.?) (dag|uge|måned|år)(?:en|et|n)?"), "hver $1"),
    (_word("(?:en|én|1) gang") + " (?=dagl|ugentl|månedl|årl)", ""),
    (r"^pr\.? ", "hver "),
    (_word("alle ugens dage|ugens dage|hele ugen|hver (?:formiddag|eftermiddag|aften|morgen|nat)"), "hver dag"),
    ("ugens (?=[a-zæøå]+dage)|(?<= uge)(?:n|en)? -(?= )", ""),
    (
        r" ?[,(-]* ?" + _word(r"undt\.?|minus|pånær|(?:(?:men|dog) )?ikke(?: om)?(?= [a-zæøå]{3,}dag)") + r" ([a-zæøå, ]+)\)?",
        " undtagen $1",
    ),
    (r"(hver dag) hver dag", "$1"),
    (_word("hveranden"), "hver anden"),
    (_word("hvert|alle|samtlige"), "hver"),
    (_word("dagligt?"), "hver dag"),
    (_word("ugentligt?|ugevis"), "hver uge"),
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
    *((_word(f"{day[:-3]}(?:d|dag(?:e|en|ene|s|ens)?)?\\.?"), day) for day in WEEKDAYS),
    (_word("tir(?:dag)?\\.?"), "tirsdag"),
    (_word("tor\\.?"), "torsdag"),
    *((_word(rf"{day[:2]}(?= ?[-,/&+])|(?<=[-,/&+]){day[:2]}|(?<=[-,/&+] ){day[:2]}"), day) for day in WEEKDAYS),
    (f"({DAY})(?:s? ?(?:formiddag|eftermiddag|aften|morgen|nat)(?:en|e|er)?){_END}", "$1"),
    (f"({DAY})- ?og ", "$1 og "),
    (_word(r"på|om|i(?! (?:hver (?:\d+\.? ?)?)?måned)|af|samme"), ""),
    (r"(\d{1,2})\.? ?(?=[a-zæøå])", "$1. "),
    (r" +", " "),
    (r" (?=,)|^ | $", ""),
    (r"^måned (.+)$", "$1 måned"),
)
"""What is written in other words for what: patterns, and what is put in their place, one after the other. `$1` is a group."""

_N = r"\d{1,2}\.?"
_DAYS = f"{DAY}(?:(?:{_LIST}| )(?:hver )?{DAY}| ?- ?{DAY}| til (?:og med )?{DAY})*"
_NTH = rf"(?:{_N}|(?:næst ?)?sidste)"
_NTHS = rf"{_NTH}(?:{_LIST}(?:den )?{_NTH})*"
_EACH_MONTH = rf"hver (?:(?P<before>{_N}) )?måned,? (?:den |hver )*"
_IN_MONTH = rf",? (?:i )?(?:hver (?:(?P<after>{_N}) )?)?måned"
PATTERNS = {
    "unit": rf"hver (?:(?P<number>{_N}) )?(?P<unit>{'|'.join(UNITS)})",
    "two": rf"hver (?P<number>[2-5])\.? (?P<days>{_DAYS})",
    "weekdays": rf"(?:hver (?:(?P<before>{_N}) )?(?P<first>uge|dag),? )?(?:fra )?(?:hver (?:(?P<number>{_N}) )?)?(?P<days>{_DAYS})"
    rf"(?:,? hver (?:(?P<after>{_N}) )?(?P<last>uge|dag))?",
    "but": rf"(?:hver dag|(?:hver )?(?P<all>{_DAYS})),? (?:undtagen|bortset fra|på nær|nær) (?:hver )?(?P<days>{_DAYS})",
    "nth": rf"(?:{_EACH_MONTH})?(?:hver |den )*(?P<nths>{_NTHS}) (?P<days>{_DAYS})(?:{_IN_MONTH})?",
    "month_day": rf"(?:(?P<each>{_EACH_MONTH})|(?P<den>(?:hver )?den ))?(?:hver (?!\d+\.? dag))?(?P<nths>{_NTHS})(?: dag)?"
    rf"(?P<month>{_IN_MONTH})?",
}
"""What can be left when all is replaced, in the order in which it is tried; `two` can mean two things."""

_ONLY = "Skriv kun, hvor tit det er, for eksempel hver uge"
_SINGLE = "Er dagene ikke faste, så skriv dem ved flere datoer."
_NOT_OF_ITSELF = "Det kan ikke gentages af sig selv. Skriv dagene ved flere datoer."
HINTS = (
    (r"(?:første|sidste|\d\.?) (?:hverdag|arbejdsdag|bankdag|weekend)", _NOT_OF_ITSELF),
    (
        rf"(?:\d|{BEGIN}(?:en|én|to|tre|fire)) (?:{_SINGLE_DAYS}|{DAY}) (?:om|i måned|hver|pr)",
        "Skriv, hvilke det er, for eksempel første og tredje onsdag i måneden.",
    ),
    (rf"\d ?(?:stk )?{_SINGLE_DAYS}| x ?\d|\d ?x$", f"{_ONLY}, og skriv den sidste dag ved gentag til."),
    (r"undtagen|bortset|på nær|minus|ikke (?:i|den|d\.|\d)", f"{_ONLY}, og skriv de dage, der springes over, ved undtagen."),
    (
        _word("u?lige"),
        "Skriv hver 14. dag, lad start ligge i en af de rigtige uger, og lad det slutte ved nytår, hvis året har 53 uger.",
    ),
    (r"\buger? ?\d", f"{_ONLY}, den sidste dag ved gentag til, og de uger, der springes over, ved undtagen."),
    (r"fra (?:den |d\.? ?)?\d|i 20\d\d|hele året", f"{_ONLY}. Den første dag står ved start, og den sidste ved gentag til."),
    (r"kl\.|kl \d|klokken|\d[.:]\d\d|\d-\d", f"{_ONLY}. Klokkeslættet står ved start."),
    (_word("(?:ind)?til"), f"{_ONLY}, og skriv den sidste dag ved gentag til."),
    (
        _word(r"(?:\d+|to|tre|fire|fem|flere|et par|nogle) ?(?:gange|x) (?:om|i|hver) (?:dag|uge|måned|år|sæson)[a-zæøå]*"),
        f"Skriv, hvilke dage det er, for eksempel hver mandag og torsdag. {_SINGLE}",
    ),
    (
        _word(r"gange?|de (?:næste|første) .*|i (?:\d+|to|tre|fire|fem|seks) (?:dage|uger|måneder|år)|count.*"),
        f"{_ONLY}, og skriv den sidste dag ved gentag til.",
    ),
    (
        rf"(?:(?:hver|alle|samtlige) (?!\d|år).*(?:i|fra|dag|dage|dagene)|måned.*)[ (]"
        rf"(?:{'|'.join(word[:3] for word in MONTH_WORDS[:12])})(?![a-zæøå]*dag)",
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
    *("år(?:et)?", "hverdag(?:e|ene)?", "weekend(?:en|er)?", "og", "til", "med", "fra", "den", "d", "sidste", "undtagen"),
    *("bortset", "nær", "frem", "indtil", "t", "o", "m", "næst(?:sidste)?", "hele", "ugens", "pr", "mdr?", "mnd", "minus"),
    *("undt", "pånær", "men", "dog", "ikke"),
    *_ENGLISH,
)
_PART_OF_DAY = "s?(?:(?:formiddag|eftermiddag|aften|morgen|nat)(?:en|e|er)?)"
_ANY_DAY = f"(?:man?|tirs?|ti|ons?|tors?|to|fre?|lør?|søn?|loer|soen)(?:dag(?:e|en|ene|s|ens)?(?:{_PART_OF_DAY})?)?"
_MONTH = f"(?:{'|'.join(word[:3] for word in MONTH_WORDS)})[a-zæøå]*"
PATTERN = (
    rf"(?:(?:{'|'.join((*_WORDS, *ORDINALS, _ANY_DAY, _PART_OF_DAY, _MONTH))}){_END}|\d(?:st|nd|rd|th)?|[\s.,!&+/'\u2019]|{DASH})+"
)
"""What a text looks like that is a repetition, in small letters: of which words it is made."""
