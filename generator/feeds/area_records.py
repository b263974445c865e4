"""The records of areas in the open data, with what came of their work, and their file."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from generator.feeds.records import Address, ContactData, Data, Day


class PartnerData(Data):
    """One who takes part in an area."""

    name: str
    sector: str
    link: str | None


class RoundData(Data):
    """A round that an area is or was in. `start` and `end` are the first and the last day of its part in it."""

    name: str
    title: str
    start: date
    end: date


class GoalData(Data):
    """One of an area's goals, and how far it has come; null where that is not said."""

    text: str
    state: str | None = Field(description="nået, delvist, ikke endnu or ikke nået.")
    note: str | None


class CooperationData(Data):
    """A new cooperation between partners; of one alone, with the area's own group."""

    partners: tuple[str, ...]
    text: str | None


class ExampleData(Data):
    """An example of a core element."""

    core_element: str
    text: str


class LivesOnData(Data):
    """What goes on, and who carries it."""

    what: str
    who: str | None


class SpendingData(Data):
    """What the money went to."""

    item: str
    amount: str | None = Field(description="The amount as people read it, in Danish.")
    lowest: int | float | None = Field(description="The amount in DKK; null where it is only words.")


class StoryData(Data):
    """A story of what came of something."""

    title: str
    summary: str | None
    day: Day
    url: Address
    example: bool


class OutcomeData(Data):
    """What came of an area's work, as the area says it."""

    goals: tuple[GoalData, ...]
    results: tuple[str, ...]
    cooperations: tuple[CooperationData, ...]
    in_practice: tuple[ExampleData, ...]
    lives_on: tuple[LivesOnData, ...]
    spending: tuple[SpendingData, ...]
    stories: tuple[StoryData, ...]


class AreaData(Data):
    """A local area."""

    slug: str = Field(description="Permanent: it is in the address.")
    name: str
    example: bool = Field(description="Made up, to show how the site works.")
    municipality: str
    summary: str
    villages: tuple[str, ...]
    latitude: float | None
    longitude: float | None
    url: Address
    feed: Address = Field(description="The area's iCalendar file.")
    core_elements: tuple[str, ...]
    goals: tuple[str, ...]
    outcome: OutcomeData
    partners: tuple[PartnerData, ...]
    contact: ContactData | None
    rounds: tuple[RoundData, ...] = Field(description="The rounds of the programme that it is or was in, the first one first.")
    ended: date | None = Field(description="The day on which it finished; null while it is not finished.")
    events: tuple[str, ...] = Field(description="The ids of its events, by start.")
    events_of_others: tuple[str, ...] = Field(description="The ids of other areas' events that it holds with them, by start.")


class AreasFile(Data):
    """data/v1/omraader.json: all areas of Kulturpunkt."""

    version: Literal[1]
    generated: datetime
    areas: tuple[AreaData, ...]
