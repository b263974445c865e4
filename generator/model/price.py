"""Prices as Danes write them: what is shown, whether it is free, and the amounts in kroner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BeforeValidator

from generator.danish.numbers import in_figures
from generator.danish.patterns import MONTH_BEGINS
from generator.model.written import Written, parsed
from generator.text.letters import folded, latin
from generator.text.unmarked import unmarked

Amount = int | float
"""Kroner: a whole number, or one with øre."""


@dataclass(frozen=True, slots=True)
class Price:
    """A price as it is read, whether it is free, and its lowest amount in kroner where one is named.

    `highest` is the largest amount where several are named, else None.
    """

    text: str
    free: bool
    lowest: Amount | None
    highest: Amount | None = None


FREE = (
    *("gratis", "fri", "friadgang", "gratisadgang", "adganggratis", "frientre", "gratisentre", "entregratis", "ingenentre"),
    *("ingen", "ingenting", "intet", "nul", "nej", "free", "freeentry", "freeadmission", "freeofcharge", "nocharge", "friindgang"),
    "gratisindgang",
    *("nulkroner", "ingenbetaling", "udenbetaling", "ingendeltagerbetaling", "frit", "vederlagsfrit", "kvitogfrit", "nocost"),
    *("deterganskegratis", "detergratis", "gratisatdeltage", "gratisdeltagelse", "gratisforalle"),
)
"""What is free, as words are compared, without a dot or an exclamation mark at the end."""

_NUMBER = r"(?:[0-9]{1,3}(?:[. '\u2019][0-9]{3})+(?![0-9])|[0-9]+)"
_CENTS = r"(?:[,.](?:[0-9]{2}(?![0-9])|[-–—]{1,2})|[:;][-–—])?"
_DRESS = re.compile(r"^[^\w*]+|[^\w*]+$")
_ONE = rf"(?:{_NUMBER}{_CENTS}(?!%|[,.]?[0-9]))"
_KRONER = r"(?:danske\s+)?(?:d\.?kr|kroner|krone|kr|dkk)(?![a-zæøå])\.?(?:,-)?"
_DASHED = rf"{_NUMBER}(?:\s?,|[.:;])?[-–—](?![0-9])"
_RANGE = r"\s*(?:-|–|—|til)\s*"

WHOLE = rf"(?:{_KRONER}:?\s*)?({_ONE})(?:{_RANGE}({_ONE}))?\s*(?:\.?{_KRONER}|,-)?"
"""A price that is nothing but an amount, or one to another, in small letters; the groups are the amounts."""

AMOUNT = rf"({_NUMBER})(?:[,.:;]([0-9]{{2}})?[-–—]*)?"
"""One amount; the groups are its kroner and its øre."""

_JOINED = rf"{_ONE}(?:(?:\s*[-–—/,+&]\s*|\s+(?:til|og|eller|samt)\s+){_ONE})*"
_PEOPLE = (
    r"(?:børn|barn|unge|voks(?:en|ne)|pens(?:\.|ionist(?:er)?)|senior(?:er)?|stud(?:\.|erende)|(?:ikke-?)?medl(?:\.|em(?:mer)?)|gæster|par"
    r"|familie(?:r)?)"
)
_PAYERS = rf"(?:{_PEOPLE}|andre|øvrige|ellers|derefter|herefter|forsalg|entr[eé]|pris|billet(?:ter|pris)?)"
_AMOUNTS = re.compile(
    rf"(?<![\w.,'\u2019])(?:(?P<before>{_KRONER}:?\s*{_JOINED})|(?P<after>{_JOINED}\s*\.?{_KRONER})|(?P<dashed>{_DASHED})"
    rf"|{_PAYERS}:?\s+(?P<payer>{_ONE})(?=\s*(?:$|[.,;:/)+&-]|og\b|eller\b|{_PAYERS}\b))"
    rf"|(?P<plain>{_JOINED})\s+for\s+(?:{_PAYERS}|alle|andre|øvrige|resten)(?![a-zæøå])|^(?:gratis\s*(?:/|eller)\s*)?(?P<alone>{_JOINED})(?=\s*(?:$|/\s*gratis)))"
)
"""The amounts in a text: `kr. 50`, `50 kr.`, `50,-`, `voksne 50`, `50 for voksne`, and a text that is nothing but them."""
_MONEY = rf"(?:{_KRONER}\s*{_ONE}|{_ONE}(?:{_RANGE}{_ONE})?\s*(?:{_KRONER}|,-))"
_OTHER_MONEY = (
    r"(?:tilskud|støt(?:te[tr]?)?(?: os)?(?: gerne)?|frivillig\w* (?:bidrag|betaling)|donation(?:er)?|donér"
    r"|sponsorat|bevilling|budget(?:tet)?|overskud(?:det)?|indtægt(?:er)?|honorar|løn|(?:hoved)?(?:præmie|gevinst)"
    r"(?:r|n|er|sum|summen)?|depositum|pant|gebyr(?:er)?|rabat(?:ten)?|spar|besparelse|bøde|maks(?:imalt|imum)?|max(?:imum)?|højst"
    r"|op til|værdi|mindstekøb)"
)
_BESIDE_PRICE = re.compile(
    rf"\b{_OTHER_MONEY}\b\.?:?[^0-9.;,]{{0,40}}?{_MONEY}"
    rf"|{_MONEY}\s*(?:(?:i|som)\s+(?:\w+\s+)?{_OTHER_MONEY}|(?:rabat|tilskud|depositum|pant|gebyr)|billigere|dyrere|til\s+vinder\w*)\b"
    r"(?!\s*(?:på|:)?\s*[0-9])"
)
"""Money that a text names and that nobody pays to come in: subsidies, prizes, deposits, discounts, and the most that is paid."""
_GOODS = (
    r"(?:kaffe|te|kage|brød|mad|spisning|fællesspisning|fortæring|forplejning|drikkevarer|drikke|øl|vin|vand|sandwich|pølser?|suppe"
    r"|frokost|aftensmad|grillmad|garderobe|parkering|lodder|lodseddel|bankoplader?|plader|materialer|t-shirts?|program(?:mer)?)"
)
_EXTRAS = re.compile(
    rf"(?<!inkl\. )(?<!inkl )(?<!inklusive )(?<!inklusiv )(?<!med )(?<!og )\b{_GOODS}(?:\s+(?:og|&)\s+{_GOODS})*"
    rf"(?:\s+(?:kan|købes|koster|fås|for|fra|til|à|kun|sælges))*:?\s*\(?{_MONEY}|{_MONEY}\s+for\s+{_GOODS}\b"
)
"""What can be bought beside the price, with what it costs."""
_FREE_GOODS = re.compile(rf"\b{_GOODS}(?:\s*(?:,|og|&)\s*{_GOODS})*\s+(?:er\s+)?gratis\b")
_FOLLOWED_BY_MONEY = rf"(?!\s*(?:{_KRONER}|[,.]-))"
_UNITS = (
    r"år(?:ige|s)?|årig(?:e)?|personer|person|pers|deltagere|pladser|mand|stk|timer?|min(?:utter)?|km|m|uger?|dage?|gange?|klip"
    r"|måneder|mdr|kl|euro?|eur|sek|nok|usd|%"
)
_NO_AMOUNT = (
    (rf"\b{_PAYERS}\s*\(?[0-9]{{1,2}}\s*(?:[-–]\s*[0-9]{{1,2}}|\+)\)?:?(?=\s+[0-9])", "børn 3-12 30 kr."),
    (
        r"\bkl(?:okken)?\.?\s*[0-9]{1,2}(?:[.:][0-9]{2})?(?:\s*(?:-|–|—|til|og)\s*[0-9]{1,2}(?:[.:][0-9]{2})?)?"
        rf"(?![0-9])(?!\s*(?:{_KRONER}))",
        "kl. 19-21",
    ),
    (rf"[0-9]+(?:\s*(?:-|–|—|til|/|\+)\s*[0-9]+)?\s*\+?\s*(?:{_UNITS})(?![a-zæøå])", "12-14 år"),
    (
        rf"(?:\b(?:under|over|fra|u)\s*[/.]?|\bo/|[+<>])\s*[0-9]+\+?(?![0-9.,:;]|\s*(?:-|–|—|til|/|,-)\s*[0-9]){_FOLLOWED_BY_MONEY}",
        "under 12",
    ),
    (
        r"\b(?:mobile?\s*pay|swipp|tlf|telefon|mobil|nr|nummer|konto(?:nr|nummer)?|reg|box|boks|cvr|sms|kode)\b[.:]*\s*[#:]?\s*"
        rf"[0-9](?:[0-9 -]*[0-9])?(?![0-9]){_FOLLOWED_BY_MONEY}",
        "mobilepay 12345",
    ),
    (rf"[0-9]{{1,2}}\.\s*(?:{MONTH_BEGINS})[a-z]*(?:\s+[0-9]{{4}})?", "3. maj 2026"),
    (
        rf"[0-9]{{1,2}}[/.][0-9]{{1,2}}[-/.](?:[0-9]{{4}}|[0-9]{{2}})(?![0-9])(?!\s*{_KRONER}(?!\.?:?\s*[0-9]))",
        "3/5-2026",
    ),
    (r"[€$£]\s*[0-9.,]+|[0-9.,]+\s*[€$£]", "10 €"),
)
"""Numbers that are no amounts in kroner: patterns for small letters, each with an example."""
_NO_AMOUNTS = re.compile("|".join(pattern for pattern, _ in _NO_AMOUNT))
_GRATIS = re.compile(
    r"(?<!ikke )(?<!ej )(?<!ikke helt )(?<!næsten )(?<!delvis )(?<!delvist )(?<!ikke spor )(?<!tidligere )(?<!førhen )"
    r"\b(?:gratis|ingen\s+entr[eé]"
    r"|fri\s+(?:adgang|entr[eé]|indgang)|uden\s+beregning|koster\s+(?:ikke\s+noget|intet)|free(?:\s+(?:entry|admission|of\s+charge))?)\b"
    r"(?=\s*(?:$|[.,;:!/()*–—+&-]|for\b|adgang|entr[eé]|indgang|at\b|men\b|dog\b|og\b|eller\b|til\b|hvis\b|når\b|inkl|ved\b|inden\b|under\b"
    r"|deltagelse|arrangement))"
)
"""Something is free: `gratis for medlemmer`, but not `ikke gratis` or `gratis kaffe`."""
_EVERYBODY = (
    r"alle(?=\s*(?:$|[.,;:!()/-]|at\b|er\b|kan\b|der\b|som\b|og\b|uanset|velkom|interesse|aldre))"
    r"|voksne|hele|enhver|publikum|gæster"
)
_ONLY_FOR_SOME = re.compile(
    rf"\bfor\s+(?!(?:{_EVERYBODY})\b|alle\s+børn\s+og\s+voksne)[\wæøå]|\b(?:under|til|første)\b|\b[uo][/.]?\s*[0-9]|\b{_PEOPLE}(?![a-zæøå])|[0-9]\s*år"
)
_ALSO_FOR_OTHERS = re.compile(rf"\b(?:{_EVERYBODY})\b")
_OTHERS_PAY = re.compile(r"\b(?:andre|øvrige|ellers|resten|betal\w*|koster(?!\s+(?:ikke|intet)))\b")


@lru_cache(maxsize=2_000)
def parse_price(written: str) -> Price:
    """Return the price that a text names. Any text is one: where it names no amount, `lowest` is None.

    A price that is only an amount, or one to another, is written in one way; any other text stays as it was written.
    """
    text = unmarked(" ".join(written.split()))
    small = latin(text.lower())
    if _DRESS.sub("", folded(text)) in FREE:
        return Price("Gratis", True, 0)
    whole = re.fullmatch(WHOLE, small)
    amounts = sorted({_kroner(each) for each in whole.groups() if each} if whole else _amounts(small))
    if amounts == [0]:
        return Price("Gratis" if whole else text, True, 0)
    if not amounts:
        return Price(text, False, None)
    shown = "-".join(_spelt(_kroner(each)) for each in whole.groups() if each) + " kr." if whole else text
    return Price(shown, False, amounts[0], amounts[-1] if len(amounts) > 1 else None)


def _in_one_line(written: Any) -> Any:
    """Return prices in a list, or each beside who pays it, as one text: `børn 20, voksne 50`."""
    parts = [f"{key} {value}" for key, value in written.items()] if isinstance(written, dict) else written
    is_prices = isinstance(parts, list) and all(
        isinstance(each, str) and (parse_price(each[:200]).lowest is not None or "gratis" in each.lower()) for each in parts
    )
    return ", ".join(parts) if is_prices else written


Money = Annotated[Price, parsed(parse_price), BeforeValidator(_in_one_line), Written()]


def _amounts(text: str) -> set[Amount]:
    """Return the amounts that a text in small letters names; 0 where something of it is free for all, or beside another amount.

    What can be bought beside it counts only where nothing else is said.
    """
    text = _FREE_GOODS.sub(_blank, text)
    if not re.search("[0-9]", text):
        return {0} if _GRATIS.search(text) and _for_all(text) else set()
    text = _BESIDE_PRICE.sub(_blank, text)
    without = _EXTRAS.sub(_blank, text)
    return _named(without) or (_named(text) if without != text else set())


def _named(text: str) -> set[Amount]:
    found = {_kroner(number) for match in _AMOUNTS.finditer(_NO_AMOUNTS.sub(_blank, text)) for number in _numbers(match)}
    if found == {0} and not _for_all(text):
        return set()
    return found | {0} if _GRATIS.search(text) and (found or _for_all(text)) else found


def _blank(match: re.Match[str]) -> str:
    return "\x00" * len(match.group())


def _for_all(text: str) -> bool:
    """Return whether what is free is so for everyone: "gratis for medlemmer" says nothing of what others pay."""
    return not _ONLY_FOR_SOME.search(text) or bool(_ALSO_FOR_OTHERS.search(text) and not _OTHERS_PAY.search(text))


def _numbers(match: re.Match[str]) -> Iterator[str]:
    yield from re.findall(_ONE, next(filter(None, match.groups())))


def _kroner(written: str) -> Amount:
    """Return an amount as a number: `1.200,50` is 1200.5, `50,-` is 50."""
    match = re.fullmatch(AMOUNT, written)
    if match is None:
        raise ValueError(written)
    whole = int(re.sub("[. '\u2019]", "", match[1]))
    cents = int(match[2] or 0)
    return round(whole + cents / 100, 2) if cents else whole


def _spelt(amount: Amount) -> str:
    """Return an amount as Danes write it: `1.200`, `49,50`."""
    return in_figures(amount, 0 if isinstance(amount, int) else 2)
