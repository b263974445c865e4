"""What the headings of a list mean: of our own words, of the programs that export lists, and of forms that ask questions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from generator.model.synonyms import CLOCK, END_CLOCK, EVENT, OF_PLACE, PLACE, TICKET, comparable
from generator.text.letters import folded

_FIELDS = {
    **{"titel": "title", "resumé": "summary", "start": "start", CLOCK: "clock", "slut": "end", END_CLOCK: "end_clock"},
    **{"pris": "price", "tilmelding": "booking", TICKET: "booking", "arrangør": "organiser", "kategori": "category"},
    **{"målgruppe": "audience", "status": "state", "links": "link", "gentag": "repetition", "gentag til": "until"},
    **{"sted": "place", "adresse": "street", "postnummer": "postcode", "by": "town", "online": "online"},
}
_OTHERS = {
    **dict.fromkeys(("tekst", "beskrivelse", "omtale", "langbeskrivelse", "indhold", "description"), "text"),
    **dict.fromkeys(("bemaerkninger", "bemaerkning", "noter", "note"), "text"),
    **dict.fromkeys(("id", "nr", "nummer", "loebenr", "uid", "arrangementsnr", "arrnr"), "id"),
    **dict.fromkeys(("title", "subject", "emne", "event", "aktivitet"), "title"),
    **dict.fromkeys(("startdate", "date", "begyndelsesdato"), "start"),
    **dict.fromkeys(("starttime", "begyndelsestidspunkt", "time"), "clock"),
    **dict.fromkeys(("enddate",), "end"),
    **dict.fromkeys(("endtime",), "end_clock"),
    **dict.fromkeys(("location", "stednavn", "lokale", "venue"), "place"),
    **dict.fromkeys(("gade", "vej"), "street"),
    **dict.fromkeys(("privat", "private", "intern", "internt", "skjult", "hidden"), "private"),
    **dict.fromkeys(("offentlig", "offentligt", "public", "publiceret", "udgivet", "synlig", "godkendt", "published"), "public"),
    **dict.fromkeys(("vises", "visespaahjemmesiden", "paahjemmesiden", "vispaahjemmesiden", "vis"), "public"),
}
_PHRASES = {
    "title": r"hvad(?:er)?(?:hedder|kalder)|(?:navn|titel|overskrift)(?:et|en)?(?:paa|til|for)|arrangementets(?:navn|titel)"
    r"|begivenhed(?:ens(?:navn|titel))?$|event(?:name|title)$",
    "clock": r"hvadtid(?:starter|begynder|er)|hvilket(?:klokkeslaet|tidspunkt)|klokkenhvad|hvaderklokken|startklok|eventstarttime$",
    "end_clock": r"hvadtidslutter|slutklok|eventendtime$",
    "end": r"hvornaar(?:erdet)?slut|eventenddate$|endsat$",
    "start": r"hvornaar|hvilkenda(?:g|to)|dato(?:en)?(?:for|paa)|eventstartdate$|startsat$",
    "place": r"hvor(?:er|foregaar|afholdes|holdes|finder|skal|moedes)|sted(?:et)?for|(?:event)?venue(?:name)?$",
    "text": r"beskriv|fortael|omarrangementet|eventdescription$",
    "price": r"hvadkoster|pris|eventcost$|pricefrom$",
    "organiser": r"hvem(?:arrangerer|staarbag|staarfor)|eventorgani[sz]er(?:name)?$",
    "link": r"event(?:website|url)$",
    "booking": r"ticketurl$|hvordantilmelder",
}
"""How forms ask, and how programs call it, as words are compared (`folded`): without spaces."""
_ENGLISH = frozenset(
    [
        *("subject", "title", "name", "event", "eventname", "date", "time", "location", "description", "price", "timestamp"),
        *("startdate", "enddate", "starttime", "endtime", "eventstartdate", "eventstarttime", "venue", "alldayevent"),
    ]
)
_DAYS = frozenset(("dato", "startdato", "date", "eventstartdate", "begyndelsesdato", "startdate", "startdag"))
"""Headings of a day and nothing else: beside one of them, `fra` and `til` are hours, and `dag` is the day of the week."""
_DAY_ASKED = re.compile(r"dato|hvornaar(?!.*slut)|hvilkendag")
_HOURS_BESIDE_DAY = {
    **dict.fromkeys(("fra", "start", "begynder", "starter"), "clock"),
    **dict.fromkeys(("til", "slut", "slutter", "ender"), "end_clock"),
}
_WEEKDAY = frozenset(("dag", "dage"))
_WEEKDAYS = frozenset(("ugedag", "ugedage"))
NEEDED = {"title": "navnet", "start": "dagen"}
"""The fields that a list must have, and what they are called where it has not."""


def _word(cell: Any) -> str:
    return comparable(re.sub(r"\s*\([^()]*\)\s*$", "", str(cell or "")[:200].strip()))


def _other_word(word: str) -> str:
    meant = EVENT.get(word) or PLACE.get(word, "")
    return OF_PLACE.get(meant, meant)


def _field(word: str) -> str:
    key = next((key for key in _FIELDS if folded(key) == word), "") or _other_word(word)
    known = _OTHERS.get(word) or _FIELDS.get(key, "")
    return known or next((field for field, phrases in _PHRASES.items() if re.match(phrases, word)), "")


def columns_of(row: Sequence[Any]) -> dict[int, str]:
    """Return the field of each column that a row of headings names, each field once; without a day, an hour may hold it."""
    words = [_word(cell) for cell in row]
    has_day = bool(_DAYS.intersection(words)) or any(map(_DAY_ASKED.match, words))
    columns: dict[int, str] = {}
    for column, word in enumerate(words):
        is_weekday = word in _WEEKDAYS or (has_day and word in _WEEKDAY)
        name = "weekday" if is_weekday else (_HOURS_BESIDE_DAY.get(word) if has_day else None) or _field(word)
        if name and name not in columns.values():
            columns[column] = name
    if "start" not in columns.values():
        moved = {"clock": "start", "end_clock": "end"}
        columns = {column: moved.get(name, name) for column, name in columns.items()}
    return columns


def is_english(row: Sequence[Any]) -> bool:
    """Return whether headings are those of a program that speaks English, whose `5/1/2026` may be 1 May."""
    return len(_ENGLISH.intersection(map(_word, row))) > 1


def missing(rows: Sequence[Sequence[Any]]) -> str:
    """Return which heading is missing in the row that comes closest to being headings, in Danish."""
    known: Mapping[int, str] = max(map(columns_of, rows), key=len, default={})
    lacks = [said for name, said in NEEDED.items() if name not in known.values()]
    return " og ingen ".join(f"overskrift for {said}" for said in lacks)
