"""The programme's rounds: each has a period, a number of areas, an amount and a timeline of its own. Mostly there is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import Field

from generator.model.choice import Choice, Several, one_of
from generator.model.content import Content
from generator.model.former import FormerAddresses
from generator.model.named_values import Values, filled_in, values_of
from generator.model.price import Money
from generator.model.programme import PROGRAMME_FILE, TIMELINE_FILE, Goal, Points, Programme, Timeline
from generator.model.values import Count, Line, Span, Text

FOLDER = "content/runder"
"""The folder with a folder for each round after the first, which stands in programme.yml and timeline.yml."""


def is_of_round(path: str) -> bool:
    """Return whether a file or folder is one of a later round, by its path."""
    return path.startswith(f"{FOLDER}/")


class RoundStatus(Choice):
    """Whether a round is public."""

    PUBLIC = "offentlig"
    DRAFT = "kladde"


class RoundFacts(Content):
    """The fields of content/runder/<name>/round.yml."""

    period: Span = Field(alias="periode", description="Fra første til sidste måned.", examples=["2027-03..2028-08"])
    area_count: Count = Field(alias="områder", description="Hvor mange lokalområder der er med.", examples=["11"])
    amount: Money = Field(alias="beløb", description="Hvad hvert område får.", examples=["50.000 kr."])
    status: Annotated[RoundStatus, one_of(RoundStatus)] = Field(
        RoundStatus.PUBLIC, description="kladde vises ikke, før der står offentlig.", examples=["offentlig"]
    )
    title: Line | None = Field(
        None, alias="titel", description="Hvad runden kaldes, hvis ikke mappens navn.", examples=["Anden runde"], max_length=40
    )
    text: Text | None = Field(
        None, alias="tekst", description="Hvad der er særligt for runden.", examples=["I denne runde er øerne med."]
    )
    criteria: Points | None = Field(None, alias="kriterier", description="Hvad et Kulturpunkt er, hvis det er et andet end før.")
    goals: Several[Goal] = Field((), alias="mål", description="Målene på hvert niveau, hvis de er andre end før.")
    tasks: Points | None = Field(None, alias="opgaver", description="Det, områderne bliver bedt om, hvis det er andet end før.")
    former: FormerAddresses = ()


@dataclass(frozen=True, slots=True)
class Round:
    """One round. `name` is its folder's and stands in addresses; `source` and `steps_source` are its two files."""

    name: str
    facts: RoundFacts
    timeline: Timeline
    source: str
    steps_source: str

    @property
    def title(self) -> str:
        """Return what the round is called: `2027-2028`."""
        return self.facts.title or self.name

    @property
    def begins(self) -> date:
        """Return the first day of its period or of its first step."""
        return min([self.facts.period.begins, *(step.period.begins for step in self.timeline.steps)])

    @property
    def ends(self) -> date:
        """Return the last day of its last step, or of its period where no step can be read."""
        return max((step.period.ends for step in self.timeline.steps), default=self.facts.period.ends)

    @property
    def is_public(self) -> bool:
        """Return whether it is shown."""
        return self.facts.status is RoundStatus.PUBLIC

    def runs(self, day: date) -> bool:
        """Return whether it has begun and one of its steps is left."""
        return self.begins <= day <= self.ends

    def programme(self, programme: Programme) -> Programme:
        """Return the programme as it is in this round."""
        facts = self.facts
        own = {"criteria": facts.criteria, "goals": facts.goals, "tasks": facts.tasks}
        said = {name: value for name, value in own.items() if value}
        round_facts = {"area_count": facts.area_count, "amount": facts.amount, "period": facts.period}
        return Programme.of({**vars(programme), **round_facts, **said})

    def filled(self, programme: Programme) -> Round:
        """Return the round with the named values of its own in all of its texts."""
        values = self.values(programme)
        return Round(self.name, filled_in(self.facts, values), filled_in(self.timeline, values), self.source, self.steps_source)

    def values(self, programme: Programme) -> Values:
        """Return the named values as they are in this round."""
        return values_of(self.programme(programme), self.timeline)


def first_round(programme: Programme, timeline: Timeline) -> Round:
    """Return the round that stands in the programme's own files. Its name is the years of its period: `2025-2026`."""
    names = ("area_count", "amount", "period")
    defaults = {name: field.get_default() for name, field in RoundFacts.model_fields.items() if not field.is_required()}
    facts = RoundFacts.of({**defaults, **{name: getattr(programme, name) for name in names}})
    return Round(name_of_years(programme), facts, timeline, PROGRAMME_FILE, TIMELINE_FILE)


def name_of_years(programme: Programme) -> str:
    """Return the name of the first round: `2025-2026`, or `2025` where it begins and ends in one year."""
    first, last = programme.period.begins.year, programme.period.ends.year
    return str(first) if first == last else f"{first}-{last}"


def presented(rounds: Sequence[Round], day: date) -> Round:
    """Return the round that the site speaks of on a day.

    It is the one that runs, of several the one that began last; where none runs, the last that has ended, and before the first
    round that one.
    """
    running = [each for each in rounds if each.runs(day)]
    ended = [each for each in rounds if each.ends < day]
    if running:
        return max(running, key=lambda each: (each.begins, each.name))
    return max(ended, key=lambda each: (each.ends, each.name)) if ended else min(rounds, key=lambda each: (each.begins, each.name))
