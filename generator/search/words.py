"""Words as search compares them. The browser does the same to what a visitor types, by these rules, which come with the index.

What has one stem is one word in the index. Words that are alike beyond that are found too, below those that have the stem: only
the browser looks for them, so that they cost the index nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from datetime import date
from functools import cache

from generator.text.letters import normal, without_marks

_SPELT = (("æ", "ae"), ("ä", "ae"), ("ø", "oe"), ("ö", "oe"), ("å", "aa"), ("'", ""), ("’", ""))
_WORD = re.compile(r"[^\W_]+")

_WHOLE = "muse|kurs"
"""Stems that lose nothing more: a museum is no mouse (`mus`), a course (`kursus`) no cure (`kur`)."""
ENDINGS = (
    f"^(?!.*(?:{_WHOLE})$)(.*(?:{_WHOLE})|.{{3,}}?)"
    "(?:erendes|erende|hedens|hederne|heder|heden|hed|ernes|erens|erne|eren|erer|ers|eres|ered|"
    "enes|ene|ens|endes|ende|etens|eten|ets|et|ede|edes|es|er|en|e|s)$"
)
"""What a Danish word loses, as often as it can: a pattern that Python and JavaScript read alike. The shortest stem wins."""
DOUBLED = r"([bdfghjklmnprstv])\1$"
"""A stem ends in one consonant: klub, klubben."""
_ENDING, _DOUBLE = re.compile(ENDINGS), re.compile(DOUBLED)
SAINT = r"\b(?:san[ck]t|s[ck]t|st(?=[. -]+hans))[. -]+([a-z]+)"
"""`Sct. Hans` in plain letters: with its name one word, as others write it (`sankthans`)."""
_SAINT = re.compile(SAINT)


def plain(text: str) -> str:
    """Return small letters a to z, digits, and what other alphabets have: `Fællesspisning` gives `faellesspisning`."""
    text = normal(unicodedata.normalize("NFKC", text).lower())
    for letter, spelt in _SPELT:
        text = text.replace(letter, spelt)
    return without_marks(text)


def words(text: str) -> list[str]:
    """Return the words of a text, plain, in their order."""
    return _WORD.findall(plain(text))


@cache
def stem(word: str) -> str:
    """Return a plain word without its endings: `koncerterne` gives `koncert`. At least three letters are left."""
    while True:
        ending = _ENDING.match(word)
        shorter = ending[1] if ending else word
        if _DOUBLE.search(shorter):
            shorter = shorter[:-1]
        if shorter == word:
            return word
        word = shorter


STOP = frozenset(
    words(
        """af alle alt at blev blive bliver da de dem den denne der deres det dette dig din disse dog du efter eller en end er et
        for fra ham han har havde hende her hos hun hvad hvis hvor i ikke ind ja jeg jer jeres kan kom kommer man med meget
        men mig min mod ned nej noget nogle nok nu når og også om op os over på se selv sig sin skal som så til ud under var
        ved vi vil vor være"""
    )
)
"""Words that say nothing alone; they are neither in the index nor sought."""

_ASKING = """
    hvad sker der, hvad sker, hvad foregår der, sker der noget, sker der, hvad kan man lave, hvad kan vi lave, hvad kan man,
    hvor er der, hvornår er der, hvornår, hvilke, findes der, er der noget, noget for, noget med, noget, jeg søger, vi søger, find,
    arrangementer, arrangement, begivenheder, begivenhed, events, event, aktiviteter, oplevelser, ting at lave,
    kan man komme med, kan man komme, kan jeg komme med, kan jeg komme, kan man tage, må man tage, hvad koster det,
    er der en, er der
    """
ASKING = sorted(map(str.strip, _ASKING.split(",")), key=lambda said: (-len(said), said))
"""What people write around what they seek, the longest first: left out where days are named, or where nothing has it."""

FAMILIES = [
    sorted(set(map(stem, words(family))))
    for family in """
    barn børn; mand mænd; bog bøger; fod fødder; hånd hænder; tand tænder; nat nætter; and ænder; gås gæs; rod rødder
    bonde bønder; stang stænger; tang tænger; kraft kræfter; stad stæder; tå tæer; øje øjne; lille små
    far fædre; mor mødre; bror brødre; datter døtre; søster søstre; fætter fætre; ko koen køer køerne
    by byen byer byerne; ø øen øer øerne; å åen åer åerne; bi bien bier bierne; is isen; ur uret ure urene
    museum museet; kursus kurserne; center centret centrum; forum fora; faktum fakta; kollega kolleger; leksikon leksika
    teater teatret; orkester orkestret; kloster klostret; mester mestre; minister ministre; semester semestre
    register registre; mønster mønstre; monster monstre; finger fingre; nummer numre; kammer kamre; hammer hamre; alter altre
    lager lagre; offer ofre; filter filtre; plaster plastre; cylinder cylindre; tiger tigre; skulder skuldre; ager agre
    sommer somre; vinter vintre; aften aftner; voksen voksne; åben åbne åbent; våben våbnene
    """.replace("\n", ";").split(";")
    if family.strip()
]
"""Stems of one word that no ending joins, also as the end of a longer word: who seeks `børn` finds `barn` and `legebarn` too."""

ALIKE = (
    ("^(.+[ei])um$", "$1"),
    ("^(.+[ei])$", "$1um"),
    ("^(.+a)$", "$1eum"),
    (r"^(.+?([bdfgkmnprst]))\2?el$", "$1l"),
    ("^(.+[bdfgkmnprst])l$", "$1el"),
    ("^(.+([dfgkmnprst]))l$", "$1$2el"),
)
"""The same for words that follow a rule: gymnasium and gymnasiet, jubilæum and jubilæet, cykel and cykler, gammel and gamle."""


TOKENS = "åæ"
"""What a token of the index begins with: no word that is typed does, once it is plain."""

ACCESS = {"step_free": "ætrinfri", "toilet": "ætoilet", "hearing_loop": "æslynge", "sign_language": "ætegn", "quiet": "æro"}
"""The token of each fact about access, for what states it as `ja`."""

NO_BOOKING = "ætilmeldingsfri"
"""The token of what one comes to without signing up: `uden tilmelding`, which the browser makes one word."""

MEANS = (
    (
        "^(?:koerestol(?!stoilet)|rullestol|rollator|krykke|gangbesvaer|gangstativ|el?scooter|elevator|barnevogn|klapvogn"
        "|handi[ck]ap(?:$|p?e[dt]|venlig|adgang|egne)|(?:trin|niveau)fri|ramper?$|rampen$|tilgaengelig$)",
        "ætrinfri",
        "trinfri adgang",
    ),
    ("^(?:(?:handi[ck]ap|koerestols|hc)?toilet|wc$|hc$)", "ætoilet", "handicaptoilet"),
    ("^(?:(?:tele)?slynge|hoereapparat|hoerehaemm|hoeretab|hoerenedsaet|tunghoer|nedsathoerelse)", "æslynge", "teleslynge"),
    ("^(?:tegnsprog|doev(?:e|blind)?)", "ætegn", "tegnsprog"),
    ("^udentilmelding$", NO_BOOKING, "ingen tilmelding"),
    ("^(?:autis|sanse|stilhed|skaerm(?:et|ning))", "æro", "roligt sted"),
)
"""Words about access, as plain words begin, each with the token that it seeks and how the fact is called."""

SYNONYMS = [
    [stem(word), said]
    for said, others in {
        "seniorer": "pensionister efterlønnere ældre",
        "unge": "teenagere teenage teens ungdom",
        "børn": "småbørn børnehavebørn skolebørn vuggestuebørn baby babyer spædbørn",
        "familier": "børnefamilie forældre",
        "tilflyttere": "nytilflyttere nytilkomne",
        "loppemarked": "kræmmermarked loppetorv bagagerumsmarked garagesalg",
        "fællesspisning": "folkekøkken aftensmad",
        "værksted": "kreativ kreativt krea male maling maleri",
        "natur": "udendørs friluft friluftsliv",
        "gåtur": "vandretur travetur spadseretur",
        "strikke": "strikning strik",
        "fortælling": "foredrag oplæsning",
        "online": "livestream streaming virtuelt",
    }.items()
    for word in words(others)
]
"""Stems of other words for what the calendar calls by one word, each with that word: what has it is found too."""


def day_token(day: date, *, evening: bool = False, clock: str = "") -> str:
    """Return the token of a day on which something is: `å20261114`, in the evening from 19.00 to 21.30 `å20261114a19002130`."""
    return f"å{day:%Y%m%d}{'a' if evening else ''}{clock}"


def age_token(low: int, high: int) -> str:
    """Return the token of what is for these ages: `æalder6-12`."""
    return f"æalder{low}-{high}"


def stems(text: str) -> set[str]:
    """Return what a text is found by."""
    found = {*words(text)} - STOP
    if not _SAINTS.isdisjoint(found):
        found |= {"sankt" + match[1] for match in _SAINT.finditer(plain(text))}
    return set(map(stem, found))


_SAINTS = {"sankt", "sanct", "sct", "skt", "st"}


_COMMON = stems(
    """kor sang koncert spisning vandring marked fest værksted forestilling foredrag fortælling udstilling rundvisning aften
    smagning gudstjeneste løb stævne festival træf teater musik dans café kaffe suppe brød have strand havn skole kirke
    museum bibliotek forening gruppe klub kursus orkester børn bog"""
)
_HEADS = _COMMON.union(*(family for family in FAMILIES if not _COMMON.isdisjoint(family)))
"""Ends that are common in a calendar, however they are bent; a short one must stand here."""
_BEGINS, _ENDS = 3, 4


def parts_of(stems: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield each stem with each of its ends that is a stem or a common end by itself."""
    for whole in stems:
        if whole[0] in TOKENS:
            continue
        for place in range(_BEGINS, len(whole) - 2):
            part = whole[place:]
            if (len(part) >= _ENDS and part in stems) or part in _HEADS:
                yield whole, part
