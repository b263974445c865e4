"""Numbers as people say them of what they have seen: exact, about, at least, or from one to another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from generator.danish.numbers import in_figures, in_words
from generator.model.written import Written, parsed
from generator.problems.problem import RefusedError, quoted
from generator.problems.rules import results as rules

MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number that somebody said.

    Of a range, `number` is its lowest and `highest` its highest; else `highest` is None. It is `exact` where nothing was said of
    it but the number, and `at_least` where there were more: `over 100`.
    """

    number: float
    highest: float | None = None
    exact: bool = True
    at_least: bool = False

    @property
    def text(self) -> str:
        """Return it as the site writes it: `42`, `1.200`, `ca. 40`, `40-50`, `over 100`, `2,5`."""
        if self.highest is not None:
            return f"{spelt(self.number)}-{spelt(self.highest)}"
        return f"{'over ' if self.at_least else '' if self.exact else 'ca. '}{spelt(self.number)}"


@dataclass(frozen=True, slots=True)
class Total:
    """A sum of what was said, of `count` numbers. `exact` says whether all of them were; of a range, the lowest is counted."""

    number: float
    exact: bool
    count: int

    @property
    def text(self) -> str:
        """Return the sum as the site writes it: `142`, or `ca. 140` where one of the numbers is not exact."""
        return f"{'' if self.exact else 'ca. '}{spelt(self.number)}"


def total(estimates: list[Estimate]) -> Total | None:
    """Return the sum of numbers; None where there is none, which is not to say that there were none."""
    if not estimates:
        return None
    return Total(sum(each.number for each in estimates), all(each.exact for each in estimates), len(estimates))


def spelt(number: float) -> str:
    """Return a number as Danes write it: `1.200`, `2,5`."""
    return in_figures(number, 0 if number == int(number) else 1)


_WORDS = {
    **{in_words(number): number for number in range(100)},
    "ingen": 0,
    **dict.fromkeys(("et", "én", "ét"), 1),
    **dict.fromkeys(("hundrede", "et hundrede", "hundred"), 100),
    **{f"{in_words(number)} hundrede": number * 100 for number in range(2, 10)},
    **dict.fromkeys(("tusind", "tusinde", "et tusind"), 1000),
}

_DIGITS = r"(?:\d{1,3}(?:[. ]\d{3}){1,2}(?!\d)|\d{1,7})(?:,\d|½|\s?1/2)?"
_NUMBER = rf"(?:{_DIGITS}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_ABOUT = (
    r"(?:ca\b\.?|cirka|circa|omkring|omtrent|omkr\b\.?|rundt regnet|henved|knapt?|godt(?: og vel)?"
    r"|lidt (?:over|under|mere end|færre end)|tæt på|op mod|op imod|nok|vel|vist|vistnok|måske|nærmest|næsten|anslået"
    r"|skønsmæssigt|skønnet|skøn:?|estimeret|i omegnen af|en|et|~|≈|±)"
)
_OVER = r"(?:over|mere end|flere end|mindst|minimum|min\b\.?|>)"
_MORE = r"(?:\+|\s*(?:eller|og) (?:flere|mere))"
_PEOPLE = (
    r"(?:glade |betalende |fremmødte |lokale |solgte |frivillige |unge |voksne |forskellige )*"
    r"(?:personer|person|pers\b\.?|mennesker|menneske|gæster|gæst|deltagere|deltager|publikummer|publikum|tilskuere|tilhørere"
    r"|besøgende|fremmødte|stk\b\.?|stykker|mand|hoveder|naboer|borgere|børn og voksne|voksne og børn|frivillige|hjælpere|hjælper"
    r"|kunstnere|kunstner|musikere|optrædende|sangere|timers arbejde|timer|time|t\b\.?|frivilligtimer|arbejdstimer)"
)
_TAIL = r"(?:i alt|alt i alt|sammenlagt|tilsammen|kom|der kom|mødte op|deltog|var med|hjalp(?: til)?)"
_CAME = r"(?:(?:der kom|der var|vi var|vi blev|i alt:?) )?"
_READ = (
    rf"{_CAME}(?P<before>(?:(?:{_ABOUT}|{_OVER}|fra)\s*)*)"
    rf"(?:(?P<number>{_NUMBER})(?:\s*(?:-|–|—|til|eller)\s*(?:{_ABOUT}\s*)?(?P<highest>{_NUMBER}))?"
    rf"|mellem (?P<between>{_NUMBER}) og (?P<and>{_NUMBER}))"
    rf"(?P<more>{_MORE})?\s*{_PEOPLE}?\s*{_TAIL}?[.!]*"
)
"""Compiled when a number is read, which most builds do not: it takes 30 ms."""
PATTERN = rf"\s*{re.sub(r'[?]P<[a-z]+>', '?:', _READ)}\s*"
"""Texts that say a number; not all of them are read."""

_AXES = (
    "voksne|børn|unge|seniorer|ældre|pensionister|babyer|spædbørn|teenagere|forældre|bedsteforældre|skolebørn|børnehavebørn"
    "|elever|lærere|pædagoger",
    "kvinder|mænd|piger|drenge",
    "medlemmer|ikke-medlemmer|ikkemedlemmer|gæster",
)
"""Words for people of whom nobody is two: numbers of those can be added up."""
_BETWEEN = r"\s*(?:,?\s*\b(?:og|samt|plus)\b|[,+&/])\s*"
_SOME_OF = r"(?:\s*[,(:;]\s*|\s+)(?:(?:heraf|deraf|fordelt på|in[ck]l\b\.?|inklusive)\s+)?"


def _parts(axis: str) -> str:
    one = rf"(?:{_ABOUT}\s*)?{_NUMBER}\s+(?:{axis})"
    return rf"{one}(?:{_BETWEEN}{one})*"


_SUM = "|".join(_parts(axis) for axis in _AXES)
_IN_PARTS = (
    rf"{_CAME}(?:(?P<whole>(?:{_ABOUT}\s*)?{_NUMBER}(?:\s*{_PEOPLE})?)(?P<of>{_SOME_OF}))?"
    rf"(?P<parts>{_SUM})\)?(?:\s*{_TAIL})?[.!]*"
)
PEOPLE_PATTERN = rf"(?:{PATTERN}|\s*{re.sub(r'[?]P<[a-z]+>', '?:', _IN_PARTS)}\s*)"
"""Texts that say a number of people, also by groups: `120 voksne og 40 børn`."""

HELP = "Skriv et tal, for eksempel 42, ca. 40 eller 40-50."
_LONGEST = 200
_ROUGHLY = 5
"""How many times as much the end of a range may be as its beginning: `2-300` means from 200."""


def parse_estimate(written: str) -> Estimate:
    """Return the number that a text says. Raise RefusedError where it says none, or more than one."""
    match = re.fullmatch(_READ, " ".join(written.split()), re.IGNORECASE)
    if match is None:
        unknown = " Ved I det ikke, så slet linjen." if not re.search(r"\d", written) else ""
        raise RefusedError(rules.ESTIMATE, f"{quoted(written)} er ikke ét tal. {HELP}{unknown}")
    number, *ends = [_value(each) for each in match.group("number", "highest", "between", "and") if each]
    if max(number, *ends, 0) > MOST:
        raise RefusedError(rules.ESTIMATE, f"{quoted(written)} er for stort et tal. Er der skrevet et nul for meget?")
    if ends:
        return _range(written, number, ends[0])
    before = match["before"].lower()
    over = bool(match["more"] or re.search(_OVER, before)) and not re.search(r"lidt (?:over|mere)", before)
    return Estimate(number, exact=not (before.strip() or match["more"]), at_least=over)


def is_estimate(written: str) -> bool:
    """Return whether a text says a number and nothing else."""
    return bool(re.fullmatch(PATTERN, written[:_LONGEST], re.IGNORECASE))


def parse_whole(written: str) -> Estimate:
    """Return the number of people that a text says, also by groups. Raise RefusedError for half a one."""
    estimate = _added_up(written) or parse_estimate(written)
    if estimate.number != int(estimate.number) or (estimate.highest or 0) != int(estimate.highest or 0):
        raise RefusedError(rules.ESTIMATE, f"{quoted(written)} er ikke et helt tal. {HELP}")
    return estimate


def _added_up(written: str) -> Estimate | None:
    """Return the sum of groups of people, or the whole that they are `heraf` a part of. None where no group is named, or one twice.

    Raise RefusedError where the groups are more than the whole, or all of it and yet not as many.
    """
    match = re.fullmatch(_IN_PARTS, " ".join(written.split()), re.IGNORECASE)
    if match is None:
        return None
    parts = [_part(each) for each in re.split(_BETWEEN, match["parts"])]
    words = [word for _, word in parts]
    if len(set(words)) < len(words):
        return None
    added = Estimate(sum(each.number for each, _ in parts), exact=all(each.exact for each, _ in parts))
    if match["whole"] is None:
        return added
    whole = parse_estimate(match["whole"])
    some = bool(re.search(r"heraf|deraf|in[ck]l", match["of"], re.IGNORECASE))
    if added.number > whole.number or (not some and added.exact and whole.exact and added.number != whole.number):
        message = f"{quoted(written)} går ikke op: det er {added.text}, ikke {whole.text}. {HELP}"
        raise RefusedError(rules.ESTIMATE, message)
    return whole


def _part(written: str) -> tuple[Estimate, str]:
    number, _, word = written.strip().rpartition(" ")
    return parse_estimate(number), word.lower()


def parse_hours(written: str) -> Estimate:
    """Return the hours that a text says. Raise RefusedError where it says those of one person."""
    if re.search(r"\bhver\b|\bpr\b|\bper\b|\d\s*[x*×]|\bpåp? mand", written, re.IGNORECASE):
        message = f"{quoted(written)} er timerne for én. Læg timerne for alle sammen, og skriv for eksempel 20."
        raise RefusedError(rules.ESTIMATE, message)
    return parse_estimate(written)


def _range(written: str, lowest: float, highest: float) -> Estimate:
    if highest <= lowest:
        raise RefusedError(rules.ESTIMATE, f"{quoted(written)} begynder med det største tal. Skriv det mindste først: 40-50.")
    if highest > lowest * _ROUGHLY:
        raise RefusedError(rules.ESTIMATE, f"{quoted(written)} kan betyde flere ting. Skriv begge tal helt ud: 200-300.")
    return Estimate(lowest, highest, exact=False)


def _value(written: str) -> float:
    word = " ".join(written.lower().split())
    if word in _WORDS:
        return _WORDS[word]
    half = re.fullmatch(r"(.*?)\s?(?:½|1/2)", word)
    whole, _, tenth = (half[1] if half else word).partition(",")
    number = int(re.sub("[. ]", "", whole)) + int(tenth or 0) / 10 + (0.5 if half else 0)
    return int(number) if number == int(number) else number


_WRITTEN = Written(PATTERN, HELP)
People = Annotated[Estimate, parsed(parse_whole), Written(PEOPLE_PATTERN, HELP)]
Hours = Annotated[Estimate, parsed(parse_hours), _WRITTEN]
