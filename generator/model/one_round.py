"""What belongs to one of the programme's rounds: which areas, which events and stories, and which numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.model.area import Area
from generator.model.calendar import Calendar
from generator.model.folders import PROGRAMME
from generator.model.measures import Measure
from generator.model.membership import members, memberships, round_at
from generator.model.occurrences import Occurrence
from generator.model.rounds import Round
from generator.model.site import Site


@dataclass(frozen=True, slots=True)
class OneRound:
    """One round among all `rounds`. `areas` are all of the site's by slug, also those that were not in it."""

    round: Round
    rounds: tuple[Round, ...]
    areas: Mapping[str, Area]

    @classmethod
    def of(cls, site: Site, one: Round) -> OneRound:
        """Return a round of a site, whose drafts are left out."""
        return cls(one, tuple(each for each in site.rounds if each.is_public), {area.slug: area for area in site.areas})

    def has_day(self, owner: str, day: date) -> bool:
        """Return whether what an owner did on a day belongs to the round."""
        found = None if owner != PROGRAMME and owner not in self.areas else round_at(self.areas.get(owner), day, self.rounds)
        return found is not None and found.name == self.round.name

    def has(self, measure: Measure) -> bool:
        """Return whether a number belongs to the round: by its day, or where it has none by its area, if that is in one round."""
        found = round_of(measure, self.areas, self.rounds)
        return found is not None and found.name == self.round.name

    def has_date(self, date: Occurrence) -> bool:
        """Return whether a date of an event belongs to the round."""
        return self.has_day(date.event.owner, date.start.day)

    def site(self, calendar: Calendar) -> Site:
        """Return a calendar's site with the round's areas, and its events and stories that have a date in the round."""
        site = calendar.site
        dated = {occurrence.event.source for occurrence in calendar.occurrences if self.has_date(occurrence)}
        areas = tuple(
            area.model_copy(
                update={
                    "events": tuple(event for event in area.events if event.source in dated),
                    "stories": tuple(story for story in area.stories if self.has_day(area.slug, story.day)),
                }
            )
            for area in members(site.areas, self.round, self.rounds)
        )
        return replace(
            site,
            areas=areas,
            rounds=(self.round,),
            events=tuple(event for event in site.events if event.source in dated),
            stories=tuple(story for story in site.stories if self.has_day(PROGRAMME, story.day)),
        )


def round_of(measure: Measure, areas: Mapping[str, Area], rounds: tuple[Round, ...]) -> Round | None:
    """Return the round that a number belongs to: by its day, or where it has none by its area, if that is in one round."""
    area, day = areas.get(measure.owner), measure.day or (measure.event and measure.event.start.day)
    if area is None and measure.owner != PROGRAMME:
        return None
    if day:
        return round_at(area, day, rounds)
    parts = memberships(area, rounds) if area else ()
    return parts[0].round if len(parts) == 1 else None
