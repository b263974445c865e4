"""How it stands with an event, as people say it: one word, or a sentence with one."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator

from generator.danish.patterns import MONTH_BEGINS
from generator.model.choice import Choice, one_of
from generator.model.content import without
from generator.model.written import Written, short, text_of
from generator.problems.problem import RefusedError, quoted
from generator.problems.rules import fields


class State(Choice):
    """What has become of an event or of one of its dates."""

    PLANNED = "planlagt"
    CANCELLED = "aflyst"
    POSTPONED = "udsat"
    MOVED = "flyttet"
    ONLINE = "flyttet online"
    SOLD_OUT = "udsolgt"
    FEW_LEFT = "få pladser"


_WORDS = {
    State.ONLINE: r"flytte[ts] online|(?:kun|nu|bliver|afholdes) online",
    State.FEW_LEFT: r"få (?:ledige |frie )?(?:pladser|billetter)|næsten (?:udsolgt|fyldt|fuldt)|enkelte (?:pladser|billetter)"
    r"|kun [1-9] (?:pladser|billetter)|[1-9] (?:pladser|billetter) tilbage",
    State.SOLD_OUT: r"udsolgt|fuldt? (?:booket|optaget)|(?:alt|alle pladser) (?:er )?optaget|fuldt hold"
    r"|ingen (?:ledige |flere )?(?:pladser|billetter)",
    State.CANCELLED: r"aflys(?:t|es|ning|te)|aflysts?|annulleret|cancell?ed"
    r"|udgår|nedlagt|droppet|indstillet|gennemføres ikke|bliver ikke til noget",
    State.POSTPONED: r"udsat|udskudt|udskydes|udsættes",
    State.MOVED: r"flytte[ts]|rykket|rykkes",
    State.PLANNED: r"planlagt|som planlagt|ikke aflyst|gennemføres",
}
_SAID = re.compile("|".join(rf"(?P<{state.name}>\b(?:{words})\b)" for state, words in _WORDS.items()), re.IGNORECASE)
STATE_PATTERN = rf"[\s\S]*(?:{'|'.join(_WORDS.values())})[\s\S]*"
"""A text that names a state, in any case; not all of them are read."""

_DENIED = re.compile(r"\b(?:ikke|ej|måske|muligvis|eventuelt|evt)\b|\?", re.IGNORECASE)
_NEW_DAY = re.compile(r"\bny(?:e|t)?\s+(?:dato|dag|tid|tidspunkt)", re.IGNORECASE)
_TO = re.compile(r"\btil\b|[0-9]", re.IGNORECASE)
_LATER = re.compile(r"\btil (?:senere|en senere|næste|foråret|sommeren|efteråret|vinteren)\b(?!.*\d\.)", re.IGNORECASE)
_WHERE_A_STATE_STANDS = ("statustekst", "pris", "tilmelding", "resumé")
_WITHOUT_MORE = frozenset({State.CANCELLED, State.POSTPONED, State.SOLD_OUT, State.FEW_LEFT})
"""The states that ask for no other day or place."""
_LONGEST = 200
"""Letters of a longer text are not searched for a state: the time that patterns take grows with the square of it."""
_CHOOSE = one_of(State)
_A_DAY = re.compile(
    rf"\b[0-3]?[0-9](?:/[01]?[0-9]\b|\. ?(?:{MONTH_BEGINS}|og\b))|\b(?:den|d\.) ?[0-3]?[0-9]\b",
    re.IGNORECASE,
)
_SERIES = {"gentag", "flere datoer"}
_OVER = re.compile(r"afholdt|gennemført|overstået|slut", re.IGNORECASE)
_AS_KEYS = {spelt for word in ("aflyst", "udsolgt", "udsat") for spelt in (word, word.title(), word.upper())}
_OF_PEOPLE = r"(?<!der er )(?<!som er )(?<!har )flyttet(?! (?:hertil|hjem|ind|sammen|tilbage)\b)"
_FULL = "fuldt (?:hold|booket)|alt optaget"
NAMED = re.compile(rf"\b(?:aflyst|aflysning|cancelled|udsolgt|udsat|udskudt|{_FULL}|{_OF_PEOPLE})\b", re.IGNORECASE)
STATE_BEFORE = (
    r"^[^a-zæøå0-9]*(?:aflyst|aflysning|cancelled|annulleret|udsolgt|udsat|udskudt|flyttet(?: online)?|få pladser|fuldt booket"
    r"|ny dato|ny tid|nyt sted|ændret(?: dato| tid| tidspunkt)?)[ ]*(?:[:!)\]*]|[ ][–—-](?=[ ]))[^a-zæøå0-9]*(?=[a-zæøå0-9])"
)
"""A state before a title, in any case, as Python and browsers read it."""
_ONE, _LOUD = "aflyst|udsolgt|udsat|udskudt", "AFLYST|AFLYSNING|CANCELLED|UDSOLGT|UDSAT|UDSKUDT"
_IN_TITLE = tuple(
    map(
        re.compile,
        (
            r"(?P<word>(?i:aflyst|udsolgt))(?:\s*[:!]+\s*|\s+[-–—]\s+)(?P<title>.*\w.*)",
            rf"[(\[](?P<word>(?i:{_ONE}))!*[)\]]\W*(?P<title>\w.*)",
            rf"[^\w(\[]*(?P<word>(?:{_LOUD})(?: (?:pga\.?|på grund af) [^:]{{2,60}}(?=:))?)\W+(?P<title>.*[a-zæøå].*)",
            rf"(?P<title>.*\w.*?)\s*[(\[](?P<word>(?i:{_ONE}))!*[)\]]!*",
            rf"(?P<title>.*\w.*?)\s*(?:\s[-–—]|,)\s*(?P<word>(?i:aflyst|udsolgt)|{_LOUD})!*",
            rf"(?P<title>.*\w.*?)\s*\*(?P<word>(?i:{_ONE}))\*!*",
            rf"(?P<title>.*\w.*?)\s*_(?P<word>{_LOUD})_!*",
            rf"(?P<title>.*[a-zæøå].*?)\s+(?P<word>{_LOUD})!*",
            rf"(?P<title>.*[a-zæøå].*?)\s+(?P<word>(?:{_LOUD}) (?:pga\.?|grundet|på grund af) .{{2,80}})",
        ),
    )
)
"""How a state stands before or after a title. Only capitals do where a word in small letters may belong to the title."""


def state_with_text(written: str) -> tuple[State, str | None] | None:
    """Return the state that a text names, and the whole text where it says more; None where that is not plain.

    What is moved or postponed to another day or place is not: the day and the place belong in other fields.
    """
    text = " ".join(written.split())
    named = {match.lastgroup for match in _SAID.finditer(text)}
    if len(named) != 1 or _DENIED.search(_SAID.sub("", text)):
        return None
    state = State[named.pop() or ""]
    if _SAID.fullmatch(text.strip(' .!*«»"')):
        return state, None
    if state is State.CANCELLED and _NEW_DAY.search(text):
        return None
    asks_where = state is State.MOVED or (state is State.POSTPONED and not _LATER.search(text))
    return None if asks_where and _TO.search(text) else (state, text)


def _state(written: Any) -> Any:
    """Return one of the states. Raise RefusedError for others, with how to write what was meant."""
    word = text_of(written)
    said = {match.lastgroup for match in _SAID.finditer(word)} if len(word) <= _LONGEST else set()
    if said & {State.CANCELLED.name, State.POSTPONED.name} and _NEW_DAY.search(word) and not _DENIED.search(word):
        how = (
            "Kommer der en ny dato, så skriv status: udsat. Kommer der ikke, så skriv status: aflyst. Skriv resten ved statustekst."
        )
        raise RefusedError(fields.CHOICE, f"{quoted(word)} kan betyde to ting. {how}")
    if said & {State.CANCELLED.name, State.SOLD_OUT.name} and _A_DAY.search(word):
        how = "Er det kun den dag, så skriv den ved ændringer. Er det alle dage, så skriv kun ordet, og resten ved statustekst."
        raise RefusedError(fields.CHOICE, f"{quoted(word)} kan betyde to ting. {how}")
    if said and "?" in word:
        raise RefusedError(
            fields.CHOICE, f"{quoted(word)} er ikke sikkert. Skriv det, når det er bestemt, og slet linjen indtil da."
        )
    if _OVER.fullmatch(word.strip(" .!")):
        raise RefusedError(fields.CHOICE, f"{quoted(word)} skriver siden af sig selv, når dagen er gået. Slet linjen.")
    if len(said) == 1 and said <= {State.MOVED.name, State.POSTPONED.name} and _TO.search(word) and not _DENIED.search(word):
        how = "Skriv status: flyttet. Skriv den nye dag ved start og den gamle ved før, eller det nye sted ved sted og det gamle "
        how += "ved før sted."
        raise RefusedError(fields.CHOICE, f"{quoted(word)} siger for meget på én gang. {how}")
    return _CHOOSE.func(written)  # type: ignore[call-arg]


StateWord = Annotated[State, BeforeValidator(_state), Written(STATE_PATTERN)]


def state_apart(fields_written: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of an event of which a key, the title or another field says its state, with that as `status`.

    `aflyst: ja` among the fields, `AFLYST - Sang`, `Sang (udsolgt)`, and `tilmelding: udsolgt`.
    """
    if "status" in fields_written:
        return fields_written
    if key := next(iter(fields_written.keys() & _AS_KEYS), None):
        return _state_in_key(fields_written, key)
    named = _state_in_title(fields_written)
    return named if "status" in named or "ændringer" in named else _state_in_words(named)


def _state_in_key(fields_written: dict[str, Any], key: str) -> dict[str, Any]:
    """Return the fields without a key that is a state: its value is yes or no, why, or the day of a series that it is about."""
    answer = fields_written[key]
    if not isinstance(answer, str) or len(answer) >= _LONGEST:
        return fields_written
    others = without(fields_written, key)
    if re.search("[0-9]", answer):
        is_series = fields_written.keys() & _SERIES and "ændringer" not in fields_written
        return {**others, "ændringer": {"dato": answer, "status": key}} if is_series else fields_written
    said = re.fullmatch(r"(?P<yes>ja|x|true|sandt|)|nej|false|falsk", answer.strip(), re.IGNORECASE)
    return others if said and said["yes"] is None else {**others, "status": key if said else f"{key}: {answer}"}


def _state_in_title(fields_written: dict[str, Any]) -> dict[str, Any]:
    """Return the fields with the state that stands plainly beside the title."""
    title = short(fields_written.get("titel"), _LONGEST)
    if not NAMED.search(title):
        return fields_written
    match = next(filter(None, (way.fullmatch(title.strip()) for way in _IN_TITLE)), None)
    return {**fields_written, "titel": match["title"], "status": match["word"]} if match else fields_written


def _state_in_words(fields_written: dict[str, Any]) -> dict[str, Any]:
    """Return the fields with the state that is all that another field says, or that the words on the state name plainly."""
    for key in _WHERE_A_STATE_STANDS:
        match = _SAID.fullmatch(short(fields_written.get(key), _LONGEST).strip(' .!*«»"'))
        if match and State[match.lastgroup or ""] in _WITHOUT_MORE:
            return {**without(fields_written, key), "status": match[0]}
    text = short(fields_written.get("statustekst"), _LONGEST)
    said = None if _A_DAY.search(text) else state_with_text(text)
    return {**fields_written, "status": said[0].value} if said and said[0] in _WITHOUT_MORE else fields_written


def split_state(fields_written: dict[str, Any], text_key: str) -> dict[str, Any]:
    """Return the fields of an event or of a change with a `status` of many words as state and text."""
    said = state_with_text(short(fields_written.get("status"), _LONGEST))
    if said is None:
        return fields_written
    state, text = said
    if text and state in (State.CANCELLED, State.SOLD_OUT) and _A_DAY.search(text) and fields_written.keys() & _SERIES:
        return fields_written
    before = fields_written.get(text_key)
    if text and isinstance(before, str):
        text = f"{text.rstrip('.')}. {before}"
    return {**fields_written, "status": state.value, **({text_key: text} if text else {})}
