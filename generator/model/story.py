"""A story: what came of something, written like an article in a local paper."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, ClassVar

from pydantic import Field, field_validator

from generator.model import synonyms
from generator.model.address import without_ways
from generator.model.choice import Listed
from generator.model.consent import TakenThere
from generator.model.content import Content
from generator.model.folders import PROGRAMME
from generator.model.former import FormerAddresses, names_in
from generator.model.synonyms import Synonyms
from generator.model.values import CoreElementKey, Day, Line, Sentence, Yes

_WAY_TO_EVENT = re.compile(r"https?://[^/]+/|^areas/|(?<=/)events/", re.IGNORECASE)
"""What stands around an event's owner and name in the address of its page and in the path of its file."""


class StoryFacts(Content):
    """The front matter of areas/<slug>/historier/<name>.md and content/historier/<name>.md."""

    synonyms: ClassVar[Synonyms] = synonyms.STORY

    title: Line = Field(alias="titel", description="Historiens overskrift.", examples=["Koret blev ved"], max_length=90)
    summary: Sentence | None = Field(
        None,
        alias="resumé",
        description="Én eller to linjer, der giver lyst til at læse.",
        examples=["Det begyndte som én aften på havnen."],
        max_length=240,
    )
    day: Day = Field(alias="dato", description="Den dag, historien er skrevet.", examples=["2026-06-01"])
    author: Annotated[Line, without_ways("kontakt i area.yml")] | None = Field(
        None,
        alias="skrevet af",
        description="Foreningen, eller en person, der har sagt ja til det.",
        examples=["Havnens Venner"],
        max_length=80,
    )
    picture: TakenThere | None = Field(None, alias="billede", description="Et billede med samtykke.")
    event: Line | None = Field(
        None, alias="arrangement", description="Navnet på filen for det arrangement, den handler om.", examples=["sang-paa-havnen"]
    )
    goal: Line | None = Field(None, alias="mål", description="Det af jeres mål, den handler om.", examples=["Flere synger sammen."])
    core_elements: Listed[CoreElementKey] = Field(
        (), alias="kerneelementer", description="Nøgler på de kerneelementer, den viser.", examples=["forankring"]
    )
    former: FormerAddresses = Field((), examples=["/historier/gammelby/koret/"])
    example: Yes = Field(False, alias="eksempel", description="ja, hvis historien er opdigtet.", examples=["ja"])

    @field_validator("picture", mode="after")
    @classmethod
    def _shown(cls, picture: TakenThere | None) -> TakenThere | None:
        return picture if picture and picture.shown else None


class Story(StoryFacts):
    """A story with its owner and its file, as an event has them: `owner` is the area's slug or `programmet`, `text` Markdown."""

    name: str
    owner: str
    front: str
    text: str
    source: str

    @property
    def event_named(self) -> tuple[str, str]:
        """Return the owner of the event that it is about, and the event's name or title; of another owner it says `ejer/navn`."""
        way = _WAY_TO_EVENT.sub("", (self.event or "").strip("/"))
        owner, _, name = way.removesuffix(".md").rpartition("/")
        return (PROGRAMME if owner == "content" else owner or self.owner), name

    @property
    def permanent_name(self) -> tuple[str, str]:
        """Return the owner and the name that feeds know the story by: those that it had first, also after it has moved."""
        return next(names_in("historier", self.former), (self.owner, self.name))


def newest_first(stories: Iterable[Story]) -> list[Story]:
    """Return stories by their days, the newest first."""
    return sorted(stories, key=lambda story: (story.day, story.owner, story.name), reverse=True)
