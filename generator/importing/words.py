"""What sources say in a few words: a state in a title, a place in one line, amounts, addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.importing.imported import LONGEST_TITLE
from generator.importing.markdown import one_line
from generator.model.address import is_web_address, parse_web_address
from generator.model.place import short_place
from generator.model.state import State
from generator.model.values import says_nothing
from generator.problems.problem import or_none
from generator.text.letters import folded

_STATES = {
    **dict.fromkeys(("aflyst", "cancelled", "canceled", "annulleret"), State.CANCELLED),
    **dict.fromkeys(("udsat", "udskudt", "postponed"), State.POSTPONED),
    **dict.fromkeys(("udsolgt", "sold out", "fuldt booket", "alt optaget"), State.SOLD_OUT),
    **dict.fromkeys(("få pladser", "få billetter"), State.FEW_LEFT),
}
_STATE_WORDS = "|".join(sorted(map(re.escape, _STATES), key=len, reverse=True))
_BEFORE = re.compile(rf"\s*[\[(*!]*\s*({_STATE_WORDS})\b\s*[\])*!]*\s*(?P<sign>[:–—-]|\.{{2,}}|(?<=[\])!*]))?\s*", re.IGNORECASE)
_AFTER = re.compile(rf"\s*(?:[-–—:,]\s*|[\[(*]\s*)+({_STATE_WORDS})\b\s*[\])*!.]*\s*$", re.IGNORECASE)
_MEETING_PLACE = re.compile(
    r"(?:microsoft |ms )?teams(?:[ -](?:møde|meeting))?|zoom(?:[ -](?:møde|meeting))?|google meet", re.IGNORECASE
)
_NOT_FOR_ALL = re.compile(
    r"(?:udlejet|reserveret|optaget|privat|foreløbig|kladde|udkast)(?![a-zæøå]).*|udlejning(?:\s*(?:[:–—-]|til\b).*)?"
    r"|.*\((?:internt?|privat|lukket|kun for [^()]*)\)\W*",
    re.IGNORECASE,
)
_COUNTRY = re.compile(r"(?:,\s*|\s+)(?:danmark|denmark|dk)\s*$", re.IGNORECASE)
_OF_SCHEMA = {
    **dict.fromkeys(("eventcancelled", "cancelled", "canceled", "aflyst"), State.CANCELLED),
    **dict.fromkeys(("eventpostponed", "postponed", "udsat"), State.POSTPONED),
    **dict.fromkeys(("soldout", "udsolgt"), State.SOLD_OUT),
    **dict.fromkeys(("limitedavailability", "fewleft", "fåpladser", "faapladser"), State.FEW_LEFT),
}
_NO_PRICE = re.compile(r"ja|nej|se link", re.IGNORECASE)
_FOR_NOTHING = re.compile(
    r"null|none|nan|undefined|n\.a\.|#(?:ref(?:erence)?|n/a|i/t|value|værdi|div(?:ision)?/0|na(?:me|vn)|num|nul?l)[!?]?",
    re.IGNORECASE,
)
"""What programs write for what is not there, and Excel for what it cannot count."""
_WITHDRAWN = frozenset(
    map(folded, ("deleted", "removed", "draft", "unpublished", "archived", "hidden", "slettet", "kladde", "skjult", "afpubliceret"))
)


def state_and_title(title: str, state: State) -> tuple[State, str]:
    """Return the state that a title names before or after its words, and the title without it: `AFLYST: Sang` is `Sang`."""
    before = _BEFORE.match(title)
    said = before if before and (before["sign"] is not None or before[1].isupper()) else _AFTER.search(title)
    rest = (title[: said.start()] + title[said.end() :]).strip() if said else ""
    if not said or not rest:
        return state, title
    return (_STATES[said[1].lower()] if state is State.PLANNED else state), rest


def state_of(written: str) -> State:
    """Return the state that a program's word says; what it does not know is planned."""
    return _OF_SCHEMA.get(folded(written.rpartition("/")[2]), _STATES.get(written.lower(), State.PLANNED))


def is_for_few(title: str) -> bool:
    """Return whether a title says that a room is let, or that it is not for everybody or not certain: `Udlejet til …`."""
    return bool(_NOT_FOR_ALL.fullmatch(title[:300]))


def is_withdrawn(written: str) -> bool:
    """Return whether a program's word for a state says that an event is not public, or not any more: as if it were not there."""
    return folded(written.rpartition("/")[2]) in _WITHDRAWN


def clipped_title(title: str) -> str:
    """Return a title that a card can hold, cut between words."""
    if len(title) <= LONGEST_TITLE:
        return title
    cut = title[: LONGEST_TITLE - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:-–") + "…"


def told(written: object) -> str:
    """Return what a cell or a value says, on one line; nothing for what only stands there for nothing: `?`, `null`, `#REF!`."""
    line = one_line(str(written or ""))
    is_empty = _FOR_NOTHING.fullmatch(line) or (says_nothing(line) and not line.lower().startswith("ingen"))
    return "" if is_empty else line


def place_of(written: str) -> tuple[Mapping[str, str], str]:
    """Return the place in one line by its Danish keys, and the address of a meeting where that stands for a place."""
    text = told(written)[:450].strip(" ,;")
    if not text:
        return {}, ""
    text = ";".join(part for part in text.split(";") if not _MEETING_PLACE.fullmatch(part.strip())).strip()
    if not text:
        return {}, ""
    if is_web_address(text) and not re.search(r"\s", text):
        return {}, web_address(text)
    text = re.sub(r"\s*,\s*(?:,\s*)+", ", ", _COUNTRY.sub("", text)).strip(" ,")
    place = short_place(text)
    return (place if isinstance(place, dict) else {"navn": text}), ""


def price_of(written: str) -> str:
    """Return a price on one line, at most as long as the site reads."""
    text = told(written)
    if _NO_PRICE.fullmatch(text):
        return ""
    if re.fullmatch(r"0+(?:[.,]0+)?(?:\s*(?:kr\.?|dkk))?", text, re.IGNORECASE):
        return "gratis"
    if re.fullmatch(r"\d+(?:[.,]\d{1,2})?", text):
        return amount(float(text.replace(",", ".")))
    return text if len(text) <= 200 else ""


def amount(kroner: float) -> str:
    """Return kroner as Danes write them: `50 kr.`, `49,50 kr.`, `gratis`."""
    if kroner <= 0:
        return "gratis"
    return f"{kroner:.0f} kr." if kroner == int(kroner) else f"{kroner:.2f} kr.".replace(".", ",", 1)


def web_address(written: str) -> str:
    """Return a web address as the site writes it; empty for anything else."""
    text = written.strip()
    is_web = re.match(r"https?://", text, re.IGNORECASE)
    return (or_none(parse_web_address, text) if is_web else None) or ""
