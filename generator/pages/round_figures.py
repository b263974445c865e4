"""The sums of the results, round by round; none where there is one round."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.danish.formatting import capital
from generator.model.measures import Kind, Measure, summed
from generator.model.one_round import round_of
from generator.model.rounds import Round
from generator.pages.context import SiteContext
from generator.pages.figures import KINDS, label_of, number_of
from generator.pages.rounds import called, several

NOTE = (
    "En dato tæller i den runde, området var med i den dag. Det, der ikke har en dag, for eksempel partnere, tæller i områdets "
    "runde, når det er med i én."
)
"""How it is decided which round a number belongs to."""
_NOTHING = "ikke oplyst"


class RoundTable(NamedTuple):
    """The numbers of all rounds that have begun: the columns' names, and for each number its label and what it is in each column.

    The last column is of what belongs to no single round.
    """

    rounds: list[str]
    rows: list[tuple[str, list[str]]]
    note: str


def round_table(context: SiteContext) -> RoundTable | None:
    """Return the numbers of the rounds beside each other; None where there are no two with something to count."""
    begun = [each for each in context.site.rounds if each.begins <= context.now.date()]
    if not several(context) or len(begun) < 2:
        return None
    columns = [_measures_of(context, each) for each in (*begun, None)]
    rows = [(capital(label_of(kind)), [_text(kind, measures) or _NOTHING for measures in columns]) for kind in KINDS]
    rows = [row for row in rows if set(row[1]) != {_NOTHING}]
    return RoundTable([*(capital(called(each)) for each in begun), "Flere runder eller ingen"], rows, NOTE) if rows else None


def numbers_of(context: SiteContext, one: Round) -> list[tuple[str, str]]:
    """Return the numbers of one round that somebody has said something for, each with its label."""
    measures = _measures_of(context, one)
    return [(text, label_of(kind, text)) for kind in KINDS if (text := _text(kind, measures))]


def _measures_of(context: SiteContext, one: Round | None) -> list[Measure]:
    """Return what belongs to a round, or to no single one."""
    return [measure for measure in context.measures if round_of(measure, context.calendar.areas, context.site.rounds) is one]


def _text(kind: Kind, measures: Sequence[Measure]) -> str | None:
    return number_of(summed(kind, measures))
