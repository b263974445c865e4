"""The cards of a site: what a list shows of one occurrence, and of one area."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache

from generator import urls
from generator.media import dots
from generator.media.dots import Dot
from generator.model.area import Area, Status
from generator.model.calendar import Calendar
from generator.model.membership import ended
from generator.model.occurrences import Occurrence
from generator.pages.event_card import event_card
from generator.pages.values import AreaCard, EventCard, map_point
from generator.text.letters import sort_key

_MOST_CACHED = 8_000
"""Event cards that are remembered, because an event stands in several lists: about 15 MB."""


class Cards:
    """Make the cards of a calendar. A card depends on nothing but the calendar."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self.event = lru_cache(_MOST_CACHED)(self._event)

    @cached_property
    def dots(self) -> dict[str, Dot]:
        """Return the dot of each area, by slug."""
        return {area.slug: dots.of_area(area, area.slug) for area in self.calendar.site.areas}

    def dot_of(self, owner: str) -> Dot:
        """Return the dot of an area, or of the programme."""
        return self.dots.get(owner, dots.PROGRAMME_DOT)

    def _event(self, occurrence: Occurrence) -> EventCard:
        return event_card(self.calendar, occurrence, self.dot_of(occurrence.event.owner))

    def events(self, occurrences: Iterable[Occurrence]) -> list[EventCard]:
        """Return the card of each occurrence."""
        return [self.event(occurrence) for occurrence in occurrences]

    @cached_property
    def areas(self) -> tuple[AreaCard, ...]:
        """Return the cards of all areas, in Danish order."""
        return tuple(map(self.area, sorted(self.calendar.site.areas, key=lambda area: sort_key(area.name))))

    def area(self, area: Area) -> AreaCard:
        """Return the card of an area."""
        x, y = map_point(area.position) if area.position else (None, None)
        finished = ended(area, self.calendar.now.date())
        first = None if finished else self.calendar.first_of(area.slug)
        return AreaCard(
            slug=area.slug,
            url=urls.area(area.slug),
            name=area.name,
            municipality=area.municipality.in_full,
            summary=area.summary,
            example=area.status is Status.EXAMPLE,
            dot=self.dots[area.slug],
            x=x,
            y=y,
            side="left" if x is not None and x > 620 else "right",
            next=self.event(first) if first else None,
            event_count=0 if finished else len(self.calendar.coming_of(area.slug)),
        )
