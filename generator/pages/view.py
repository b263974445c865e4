"""The site at one moment: what every page is made from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from generator import urls
from generator.danish.dates import INSTANTS
from generator.media import dots
from generator.media.dots import Dot
from generator.media.pictures import PictureSet, Variant, picture_set
from generator.model.area import Area, Status
from generator.model.event import Document, Event, State
from generator.model.occurrences import Occurrence, occurrences
from generator.model.place import Place
from generator.model.site import PROGRAMME, Site, folder_of
from generator.model.values import Picture
from generator.pages.cards import AreaCard, EventCard, PictureSource, ShownPicture, Step, map_point, timeline_step
from generator.pages.event_card import event_card
from generator.text.letters import sort_key

_CARDS = 5_000
"""The most cards that are kept while others are made."""


class Entry(NamedTuple):
    """An event on one of its dates."""

    event: Event
    occurrence: Occurrence


@dataclass(frozen=True)
class View:
    """`root` is the folder of the content, for pictures; `examples` whether example content is shown.

    `cache` is a folder that remembers pictures.
    """

    site: Site
    now: datetime
    root: Path
    examples: bool
    site_url: str = "https://kulturpunkt.example/"
    cache: Path | None = None
    pictures: dict[str, PictureSet] = field(default_factory=dict)
    documents: dict[str, bytes] = field(default_factory=dict)
    made: dict[tuple[str, str], EventCard] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "now", self.now.replace(tzinfo=INSTANTS))

    @cached_property
    def dots(self) -> dict[str, Dot]:
        return dots.deal((area.slug, dots.form_of(area.dot)) for area in self.site.areas)

    @cached_property
    def areas(self) -> dict[str, Area]:
        return {area.slug: area for area in self.site.areas}

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """All events, by start."""
        return tuple(sorted(self.site.all_events(), key=lambda event: (event.start.at, event.owner, event.name)))

    @cached_property
    def event_at(self) -> dict[str, Event]:
        """Events by address, by start."""
        return {urls.event(event): event for event in self.events}

    @cached_property
    def area_at(self) -> dict[str, Area]:
        """Areas by address."""
        return {urls.area(area.slug): area for area in self.site.areas}

    @cached_property
    def dates(self) -> dict[str, tuple[Occurrence, ...]]:
        """Each event's dates, by the event's address."""
        return {url: occurrences(event) for url, event in self.event_at.items()}

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every date of every event, by start."""
        entries = (Entry(event, occurrence) for event in self.events for occurrence in self.dates[urls.event(event)])
        return tuple(sorted(entries, key=_by_start))

    @cached_property
    def by_month(self) -> dict[date, list[Entry]]:
        """The dates that touch a month, by start, under the month's first day."""
        found: dict[date, list[Entry]] = {}
        for entry in self.entries:
            for first in entry.occurrence.months():
                found.setdefault(first, []).append(entry)
        return found

    @property
    def owners(self) -> tuple[str, ...]:
        """The programme, and each area."""
        return PROGRAMME, *self.areas

    def events_of(self, owner: str) -> tuple[Event, ...]:
        """An owner's events, by start."""
        return self.areas[owner].events if owner in self.areas else self.site.events

    def entries_of(self, owner: str) -> list[Entry]:
        """The owner's part of `entries`."""
        dates = (Entry(event, date) for event in self.events_of(owner) for date in self.dates[urls.event(event)])
        return sorted(dates, key=_by_start)

    @cached_property
    def coming(self) -> tuple[Entry, ...]:
        """The next (or running) date of each event that has not ended, by start. A series stands once."""
        following = filter(None, map(self.following, self.events))
        return tuple(sorted(following, key=_by_start))

    @cached_property
    def now_and_ahead(self) -> tuple[list[Entry], list[Entry]]:
        """What comes, parted by whether it has begun."""
        parted: tuple[list[Entry], list[Entry]] = ([], [])
        for entry in self.coming:
            parted[self.state(entry) != "now"].append(entry)
        return parted

    @cached_property
    def held(self) -> tuple[Entry, ...]:
        """What has ended, newest first: of each event the last date in each year, one that was not off where there is one."""
        last: dict[tuple[str, int], Entry] = {}
        for entry in self.entries:
            key = urls.event(entry.event), entry.occurrence.start.day.year
            if entry.occurrence.ends <= self.now and not (entry.occurrence.is_off and key in last):
                last[key] = entry
        return tuple(sorted(last.values(), key=_by_start, reverse=True))

    @cached_property
    def _by_owner(self) -> tuple[dict[str, list[Entry]], dict[str, list[Entry]]]:
        """What comes and what was held, by owner."""
        found: tuple[dict[str, list[Entry]], dict[str, list[Entry]]] = ({}, {})
        for entries, by_owner in zip((self.coming, self.held), found, strict=True):
            for entry in entries:
                by_owner.setdefault(entry.event.owner, []).append(entry)
        return found

    def coming_of(self, owner: str) -> list[Entry]:
        """The owner's part of `coming`."""
        return self._by_owner[0].get(owner, [])

    def held_of(self, owner: str) -> list[Entry]:
        """The owner's part of `held`."""
        return self._by_owner[1].get(owner, [])

    def following(self, event: Event) -> Entry | None:
        """An event with its next date, or the one that runs now; None when all have ended."""
        return next((Entry(event, date) for date in self.dates[urls.event(event)] if date.ends > self.now), None)

    def open_date(self, event: Event) -> Entry | None:
        """An event with the next date that takes place, before one that is sold out; None where there is none."""
        ahead = [date for date in self.dates[urls.event(event)] if date.ends > self.now and not date.is_off]
        date = min(ahead, key=lambda date: date.state is State.SOLD_OUT, default=None)
        return Entry(event, date) if date else None

    @cached_property
    def happening(self) -> tuple[Entry, ...]:
        """The open date of each event that has one, by start."""
        return tuple(sorted(filter(None, map(self.open_date, self.events)), key=_by_start))

    @cached_property
    def _firsts(self) -> dict[str, Entry]:
        """The first of `happening`, by owner."""
        return {entry.event.owner: entry for entry in reversed(self.happening)}

    def first_of(self, owner: str) -> Entry | None:
        """The owner's first of `happening`."""
        return self._firsts.get(owner)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        today = self.now.date()
        ahead = (step.period.begins for step in self.site.timeline.steps if step.period.begins > today)
        first = next(ahead, None)  # in the programme's order, which is not always that of the first days
        return tuple(timeline_step(number, step, today, first) for number, step in enumerate(self.site.timeline.steps, 1))

    @property
    def over(self) -> bool:
        """Whether all of the programme's steps have ended."""
        return all(step.state == "past" for step in self.steps)

    @cached_property
    def area_cards(self) -> tuple[AreaCard, ...]:
        return tuple(map(self.area_card, sorted(self.site.areas, key=lambda area: sort_key(area.name))))

    def card(self, entry: Entry) -> EventCard:
        """The card of one date."""
        key = (urls.event(entry.event), entry.occurrence.anchor)
        if key not in self.made:
            if len(self.made) == _CARDS:
                self.made.clear()
            self.made[key] = event_card(self, entry)
        return self.made[key]

    def cards(self, entries: Iterable[Entry]) -> list[EventCard]:
        return [self.card(entry) for entry in entries]

    def dot_of(self, owner: str) -> Dot:
        return self.dots.get(owner, dots.PROGRAMME_DOT)

    def owner_name(self, event: Event) -> str:
        return self.areas[event.owner].name if event.owner in self.areas else self.site.programme.name

    def place(self, owner: str, place: str | Place | None) -> Place | None:
        """A place written out, whether it was or not. A name that is no key is a place with that name."""
        if not isinstance(place, str):
            return place
        area = self.areas.get(owner)
        return area.places[place] if area and place in area.places else Place.model_construct(name=place)

    def state(self, entry: Entry) -> str:
        """`past`, `now`, `today` or `next`. Without an end one does not claim that it still runs."""
        occurrence = entry.occurrence
        if occurrence.ends <= self.now:
            return "past"
        if occurrence.begins <= self.now and (occurrence.end or not occurrence.start.clock) and not occurrence.is_off:
            return "now"
        return "today" if occurrence.start.day == self.now.date() else "next"

    def picture(self, owner: str, picture: Picture | None) -> ShownPicture | None:
        """The picture to show; `pictures` keeps it for the one who writes its files."""
        if picture is None:
            return None
        made = picture_set(self.root / folder_of(owner) / picture.file, self.cache)
        self.pictures[made.variants[0].name] = made
        widest = made.of_kind("jpg")[-1]
        return ShownPicture(
            src=urls.picture(widest.name),
            width=widest.width,
            height=widest.height,
            sources=tuple(_source(made.of_kind(kind)) for kind in ("avif", "webp", "jpg")),
            alt=picture.alt or "",
            credit=picture.credit,
            caption=picture.caption,
        )

    def photo(self, owner: str, picture: Picture | None) -> Path | None:
        """The original of a picture."""
        return self.root / folder_of(owner) / picture.file if picture else None

    def document(self, owner: str, document: Document) -> dict[str, str]:
        """A document's link, with its kind and size; its bytes are kept in `documents` for the one who writes."""
        content = (self.root / folder_of(owner) / document.file).read_bytes()
        path = urls.document(owner, Path(document.file).name)
        self.documents[path] = content
        return {"title": document.title, "url": path, "size": f"pdf, {max(1, round(len(content) / 1000))} kB"}

    def area_card(self, area: Area) -> AreaCard:
        """An area's card."""
        x, y = map_point(area.position) if area.position else (None, None)
        first = self.first_of(area.slug)
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
            next=self.card(first) if first else None,
            event_count=len(self.coming_of(area.slug)),
        )


def _source(variants: Sequence[Variant]) -> PictureSource:
    return PictureSource(variants[0].media_type, tuple((urls.picture(each.name), each.width) for each in variants))


def _by_start(entry: Entry) -> tuple[datetime, str, str]:
    return entry.occurrence.begins, entry.event.owner, entry.event.name
