"""The site at one moment: what every page is made from, with each card made once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path

from generator import dots, urls, wording
from generator.dots import Dot
from generator.letters import sort_key
from generator.model.area import Area, Status
from generator.model.event import Event, Place
from generator.model.site import PROGRAMME, Site
from generator.model.values import Picture
from generator.pages.cards import AreaCard, EventCard, ShownPicture, Step, map_point, timeline_step
from generator.pictures import PictureFile, small_picture


@dataclass(frozen=True)
class View:
    """`root` is the project's folder, for pictures; `examples` whether example content is shown."""

    site: Site
    now: datetime
    root: Path
    examples: bool
    pictures: dict[str, PictureFile] = field(default_factory=dict)

    @cached_property
    def dots(self) -> dict[str, Dot]:
        return dots.deal((area.slug, area.dot) for area in self.site.areas)

    @cached_property
    def areas(self) -> dict[str, Area]:
        return {area.slug: area for area in self.site.areas}

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """All events, by start."""
        return tuple(sorted(self.site.all_events(), key=lambda event: (event.start.at, event.owner, event.name)))

    @cached_property
    def cards(self) -> dict[str, EventCard]:
        """Cards by the event's address."""
        return {urls.event(event): self._card(event) for event in self.events}

    @cached_property
    def coming(self) -> tuple[Event, ...]:
        """Events that have not ended, by start."""
        return tuple(event for event in self.events if event.ends > self.now)

    @cached_property
    def held(self) -> tuple[Event, ...]:
        """Events that have ended, newest first."""
        return tuple(event for event in reversed(self.events) if event.ends <= self.now)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        today = self.now.date()
        ahead = [step.period.begins for step in self.site.timeline.steps if step.period.begins > today]
        return tuple(
            timeline_step(number, step, today, min(ahead, default=None)) for number, step in enumerate(self.site.timeline.steps, 1)
        )

    @property
    def over(self) -> bool:
        """Whether all of the programme's steps have ended."""
        return all(step.state == "past" for step in self.steps)

    @cached_property
    def area_cards(self) -> tuple[AreaCard, ...]:
        return tuple(map(self._area_card, sorted(self.site.areas, key=lambda area: sort_key(area.name))))

    def cards_of(self, events: Iterable[Event]) -> list[EventCard]:
        return [self.cards[urls.event(event)] for event in events]

    def dot_of(self, owner: str) -> Dot:
        return self.dots.get(owner, dots.PROGRAMME_DOT)

    def owner_name(self, event: Event) -> str:
        return self.areas[event.owner].name if event.owner in self.areas else self.site.programme.name

    def place_of(self, event: Event) -> Place | None:
        if isinstance(event.place, str):
            return self.areas[event.owner].places[event.place]
        return event.place

    def state(self, event: Event) -> tuple[str, str | None]:
        """`past`, `now`, `today` or `next`, and what is said of it. Without an end one does not claim that it still runs."""
        if event.ends <= self.now:
            return "past", "Afholdt"
        if event.start.at <= self.now and (event.end or not event.start.clock):
            return "now", "I gang nu"
        if event.start.day == self.now.date():
            return "today", "I dag"
        return "next", None

    def picture(self, owner: str, picture: Picture | None) -> ShownPicture | None:
        """The picture to show, made small; its bytes are kept in `pictures` for the one who writes."""
        if picture is None:
            return None
        folder = self.root / ("content" if owner == PROGRAMME else f"areas/{owner}")
        small = small_picture(folder / picture.file)
        src = urls.picture(owner, small.name)
        self.pictures[src] = small
        return ShownPicture(src, small.width, small.height, picture.alt or "", picture.credit, picture.caption)

    def _card(self, event: Event) -> EventCard:
        start, end = event.start, event.end
        several = end is not None and not wording.same_evening(start, end)
        place = self.place_of(event)
        state, state_text = self.state(event)
        return EventCard(
            url=urls.event(event),
            title=event.title,
            summary=event.summary,
            when=wording.when(start, end),
            when_short=wording.short_when(start, end),
            weekday=wording.short_weekday(start.day),
            day=_days(start.day, end.day) if end and several else str(start.day.day),
            month=wording.short_month(start.day),
            month_long=wording.month(start.day),
            year=str(start.day.year),
            start=_iso(start.day, start.at if start.clock else None),
            end=_iso(end.day, end.at if end.clock else None) if end else None,
            time=wording.time_of_day(start, end) or ("hele dagen" if not several else ""),
            place=place.name if place else None,
            town=place.town if place else None,
            area=self.owner_name(event),
            area_url=urls.area(event.owner) if event.owner in self.areas else urls.ABOUT,
            dot=self.dot_of(event.owner),
            price=event.price.text if event.price else None,
            free=bool(event.price and event.price.free),
            booking=(("tilmelding" if event.booking.needed else "ingen tilmelding") if event.booking else None),
            category=event.category.value if event.category else None,
            example=event.example,
            state=state,
            state_text=state_text,
        )

    def _area_card(self, area: Area) -> AreaCard:
        x, y = map_point(area.position) if area.position else (None, None)
        coming = [event for event in area.events if event.ends > self.now]
        return AreaCard(
            slug=area.slug,
            url=urls.area(area.slug),
            name=area.name,
            municipality=f"{area.municipality.value} Kommune",
            summary=area.summary,
            example=area.status is Status.EXAMPLE,
            dot=self.dots[area.slug],
            x=x,
            y=y,
            side="left" if x is not None and x > 620 else "right",
            next=self.cards_of(coming[:1])[0] if coming else None,
            event_count=len(area.events),
        )


def _days(first: date, last: date) -> str:
    """`13.-15.`: the numerals of several days; only the first where they reach into another month."""
    return f"{first.day}.-{last.day}." if last - first < timedelta(days=31) and first.month == last.month else f"{first.day}.-"


def _iso(day: date, at: datetime | None) -> str:
    return at.isoformat(timespec="minutes") if at else day.isoformat()
