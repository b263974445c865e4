"""The sums of the results in words: what each number counts, who has said it, and what it leaves out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.danish.formatting import joined, number
from generator.model.estimate import spelt
from generator.model.folders import PROGRAMME
from generator.model.measures import NOT_SAID, Kind, Measure, Sum
from generator.model.partners import Sector
from generator.model.price import Amount
from generator.model.results import GoalState
from generator.pages.context import SiteContext
from generator.pages.rounds import several
from generator.pages.sized_dots import SizedDot, sized_dots
from generator.text.letters import slug


class Share(NamedTuple):
    """What one owner has of a number."""

    owner: str
    name: str
    text: str


class Origin(NamedTuple):
    """Where an owner's part of a number is from: how it was counted, and in which files it stands."""

    owner: str
    value: str
    how: str
    sources: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the results. `key` is its place on the page; `said` and `notes` are whole sentences.

    `shares` are the owners' parts of it; they may be more than the number where several owners have the same thing. `largest` is
    the owner of the largest of them.
    """

    kind: Kind
    key: str
    value: Amount
    number: str
    label: str
    said: str
    notes: Sequence[str]
    shares: Sequence[Share]
    dots: Sequence[SizedDot]
    height: int
    largest: str
    example: bool

    @property
    def text(self) -> str:
        """Return all of it as one line of text, for somebody who does not see it."""
        return " ".join((f"{self.number} {self.label}.", self.said, *self.notes, *(["Eksempel."] if self.example else [])))


class _Words(NamedTuple):
    """How the sum of a kind is worded: for one and for several, how it begins to say who has said it, and what it leaves out."""

    one: str
    many: str
    said: str
    notes: Callable[[SiteContext, Sum], Iterator[str]] = lambda context, sum_: iter(())


def figures(context: SiteContext) -> list[Figure]:
    """Return the numbers that somebody has said something for, in the order of the page."""
    return [_figure(context, each) for each in (context.sums[kind] for kind in _WORDS) if each.value is not None and _is_said(each)]


def unsaid(context: SiteContext) -> list[str]:
    """Return the labels of the numbers that nobody has said anything for."""
    return [words.many for kind, words in _WORDS.items() if context.sums[kind].value is None]


def origins(context: SiteContext, kind: Kind) -> list[Origin]:
    """Return where the sum of a kind is from, by owner."""
    sum_ = context.sums[kind]
    every = (*sum_.counted, *sum_.doubles)
    return [
        Origin(
            share.name,
            share.text,
            joined(dict.fromkeys(measure.how for measure in every if measure.owner == share.owner)),
            joined(sorted({measure.source for measure in every if measure.owner == share.owner})),
        )
        for share in _shares(context, every)
    ]


def label_of(kind: Kind, number: str = "") -> str:
    """Return what a number of a kind counts, for several or for the number `1`."""
    return _WORDS[kind].one if number == "1" else _WORDS[kind].many


def number_of(sum_: Sum) -> str | None:
    """Return a sum as pages show it, `ca. 1.200`; None where nobody has said anything, and for goals of which none is reached."""
    shown = _reached(sum_) if sum_.kind is Kind.GOALS else sum_
    return None if shown.value is None or not _is_said(sum_) else f"{'ca. ' if shown.estimated else ''}{spelt(shown.value)}"


def area_count(context: SiteContext) -> int:
    """Return of how many areas it can be said how many have said something: of several rounds, those that have a page."""
    return len(context.site.areas) if several(context) else max(context.site.programme.area_count, len(context.site.areas))


def _is_said(sum_: Sum) -> bool:
    """Return whether a sum is one for a poster: of goals, some are reached."""
    return sum_.kind is not Kind.GOALS or any(measure.group == GoalState.REACHED for measure in sum_.counted)


def _figure(context: SiteContext, sum_: Sum) -> Figure:
    words = _WORDS[sum_.kind]
    shown = _reached(sum_) if sum_.kind is Kind.GOALS else sum_
    value = shown.value or 0
    every = (*shown.counted, *shown.doubles)
    values = _by_owner(context, every)
    dots, height = sized_dots(context, values)
    return Figure(
        kind=sum_.kind,
        key=slug(sum_.kind.value),
        value=value,
        number=number_of(sum_) or "",
        label=words.one if value == 1 else words.many,
        said=_said(context, shown, words),
        notes=tuple(words.notes(context, sum_)),
        shares=_shares(context, every),
        dots=dots,
        height=height,
        largest=max(values, key=lambda owner: values[owner]),
        example=any(measure.example for measure in shown.counted),
    )


def _reached(sum_: Sum) -> Sum:
    """Return the sum of the goals that are reached, said by those who say of a goal how far they have come."""
    reached = tuple(measure for measure in sum_.counted if measure.group == GoalState.REACHED)
    owners = tuple(dict.fromkeys(measure.owner for measure in sum_.counted if measure.group != NOT_SAID))
    return replace(sum_, value=len(reached), counted=reached, doubles=(), owners=owners)


def _by_owner(context: SiteContext, every: Sequence[Measure]) -> dict[str, float]:
    """Return the owners' values: the areas in Danish order, then the programme."""
    values: defaultdict[str, float] = defaultdict(int)
    for measure in every:
        values[measure.owner] += measure.value
    order = (*(card.slug for card in context.cards.areas), PROGRAMME)
    return {owner: values[owner] for owner in order if owner in values}


def _shares(context: SiteContext, every: Sequence[Measure]) -> list[Share]:
    return [Share(owner, context.calendar.name_of(owner), spelt(value)) for owner, value in _by_owner(context, every).items()]


def _said(context: SiteContext, sum_: Sum, words: _Words) -> str:
    programme = f" og {context.site.programme.name} selv" if PROGRAMME in sum_.owners else ""
    of_those = " med en side her" if several(context) else ""
    return f"{words.said} {sum_.areas} af {area_count(context)} områder{of_those}{programme}."


def _notes_of_held(context: SiteContext, sum_: Sum) -> Iterator[str]:
    yield "Hver dato i en række tæller for sig. Det aflyste, det udsatte og det, der kommer, tæller ikke."
    if sum_.doubles:
        yield f"Det, som flere holder sammen, tæller én gang ({len(sum_.doubles)} trukket fra)."


def _notes_of_reports(context: SiteContext, sum_: Sum) -> Iterator[str]:
    times = context.sums[Kind.HELD].value or 0
    left = f"; for {spelt(times - sum_.covered)} er det ikke oplyst" if times > sum_.covered else ""
    yield f"Det gælder {sum_.covered} af {spelt(times)} gange{left}."
    if sum_.estimated:
        yield f"Heraf er {spelt(sum_.estimated)} et skøn."
    if sum_.doubles:
        yield "Det, som flere holder sammen, tæller én gang."


def _notes_of_times(did: str) -> Callable[[SiteContext, Sum], Iterator[str]]:
    def notes(context: SiteContext, sum_: Sum) -> Iterator[str]:
        yield from _notes_of_reports(context, sum_)
        yield f"Den, der {did} tre gange, tæller tre gange."

    return notes


def _notes_of_partners(context: SiteContext, sum_: Sum) -> Iterator[str]:
    sectors = {Sector(measure.group) for measure in sum_.counted}
    yield f"De kommer fra {number(len(sectors))} {'del' if len(sectors) == 1 else 'dele'} af samfundet."
    names = sorted({measure.what for measure in sum_.doubles})
    if names:
        shown = joined(names) if len(names) <= _MOST_NAMED else f"{len(names)} navne"
        yield f"Den, som står flere steder med samme navn, tæller én gang: {shown}."


def _notes_of_goals(context: SiteContext, sum_: Sum) -> Iterator[str]:
    states = Counter(measure.group for measure in sum_.counted)
    rest = [f"{states[state]} {state.value}" for state in GoalState if states[state] and state is not GoalState.REACHED]
    rest += [f"{states[NOT_SAID]} er der ikke sagt noget om"] if states[NOT_SAID] else []
    yield f"Områderne har sat sig {sum_.value} mål i alt." + (f" Resten: {joined(rest)}." if rest else "")


_MOST_NAMED = 3
_WORDS: Mapping[Kind, _Words] = {
    Kind.HELD: _Words(
        "gang har der været noget at komme til", "gange har der været noget at komme til", "Talt i kalenderen for", _notes_of_held
    ),
    Kind.PEOPLE: _Words("besøg", "besøg", "Oplyst af", _notes_of_times("kom")),
    Kind.HELPERS: _Words(
        "gang gav nogen en hånd med", "gange gav nogen en hånd med", "Oplyst af", _notes_of_times("gav en hånd med")
    ),
    Kind.HOURS: _Words("frivillig time", "frivillige timer", "Oplyst af", _notes_of_reports),
    Kind.ARTISTS: _Words("gang stod nogen på scenen", "gange stod nogen på scenen", "Oplyst af", _notes_of_times("optrådte")),
    Kind.PARTNERS: _Words("partner er med", "partnere er med", "Oplyst af", _notes_of_partners),
    Kind.COOPERATIONS: _Words("nyt samarbejde", "nye samarbejder", "Oplyst af"),
    Kind.GOALS: _Words("mål er nået", "mål er nået", "Oplyst af", _notes_of_goals),
    Kind.LIVES_ON: _Words("ting lever videre", "ting lever videre", "Oplyst af"),
}
KINDS = tuple(_WORDS)
"""The kinds that have a number, in the order of the page."""
