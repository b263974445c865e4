"""What every page, feed and search entry is made from: the calendar, the cards, and where the content and the site stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from generator import urls
from generator.media.pictures import Variant, picture_set
from generator.model.area import Area
from generator.model.calendar import Calendar
from generator.model.event import Event
from generator.model.folders import folder_of
from generator.model.grouped import grouped
from generator.model.measures import Kind, Measure, Sum, held, measures, summed
from generator.model.occurrences import Occurrence
from generator.model.one_round import OneRound
from generator.model.programme import Timeline
from generator.model.rounds import is_of_round
from generator.model.site import Site
from generator.model.values import Document, Picture
from generator.pages.cards import Cards
from generator.pages.values import PictureSource, ShownDocument, ShownPicture, Step, timeline_step
from generator.repository.history import History


@dataclass(frozen=True)
class SiteContext:
    """Hold what one build knows of the content at one moment. Nothing in it changes while pages are made.

    `root` is the folder with content/ and areas/, `examples` whether example content is shown. `site_url` ends with `/`.
    `picture_cache` is a folder that remembers the sizes of pictures; without one they are measured each time.
    `history` says when each file was changed. With `only`, what is counted and held is that of one round.
    `theme` has the colours of what is no page.
    """

    calendar: Calendar
    root: Path
    examples: bool
    site_url: str = "https://kulturpunkt.example/"
    picture_cache: Path | None = None
    history: History | None = None
    only: OneRound | None = None
    theme: Path = Path("theme")

    @property
    def site(self) -> Site:
        """Return the content."""
        return self.calendar.site

    @property
    def now(self) -> datetime:
        """Return the moment at which the site is shown."""
        return self.calendar.now

    @cached_property
    def cards(self) -> Cards:
        """Return what lists show of events and areas."""
        return Cards(self.calendar)

    @cached_property
    def event_at(self) -> dict[str, Event]:
        """Return the events by the address of their page, by start."""
        return {urls.event(event): event for event in self.calendar.events}

    @cached_property
    def area_at(self) -> dict[str, Area]:
        """Return the areas by the address of their page."""
        return {urls.area(area.slug): area for area in self.site.areas}

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Return the steps of the round that the site speaks of, as they stand today."""
        return self.steps_of(self.site.timeline)

    def steps_of(self, timeline: Timeline) -> tuple[Step, ...]:
        """Return the steps of a timeline as they stand today."""
        today = self.now.date()
        ahead = (step.period.begins for step in timeline.steps if step.period.begins > today)
        first = next(ahead, None)  # in the programme's order, which is not always that of the first days
        return tuple(timeline_step(number, step, today, first) for number, step in enumerate(timeline.steps, 1))

    @property
    def past_middle(self) -> bool:
        """Return whether half of the time of the programme's steps has gone, in any of its rounds."""
        today = self.now.date()
        return any(today > each.begins + (each.ends - each.begins) / 2 for each in self.site.rounds)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """Return all that can be counted of what the content says."""
        found = measures(self.calendar)
        return tuple(filter(self.only.has, found)) if self.only else found

    @cached_property
    def measures_of(self) -> dict[str, list[Measure]]:
        """Return the measures of each owner that has some."""
        return grouped((measure.owner, measure) for measure in self.measures)

    @cached_property
    def sums(self) -> dict[Kind, Sum]:
        """Return the sum of each kind of measure."""
        return {kind: summed(kind, self.measures) for kind in Kind}

    @cached_property
    def held(self) -> list[Occurrence]:
        """Return the dates that have been held, oldest first."""
        found = held(self.calendar)
        return list(filter(self.only.has_date, found)) if self.only else found

    @property
    def over(self) -> bool:
        """Return whether all of the programme's steps have ended. It is not said where a round cannot be read."""
        return bool(self.steps) and not any(map(is_of_round, self.site.unread)) and all(step.state == "past" for step in self.steps)

    def picture(self, owner: str, picture: Picture | None) -> ShownPicture | None:
        """Return a picture of an owner as a page shows it, with the files that it needs."""
        original = self.photo(owner, picture)
        if picture is None or original is None:
            return None
        files = picture_set(original, self.picture_cache)
        widest = files.of_kind("jpg")[-1]
        return ShownPicture(
            src=urls.picture(widest.name),
            width=widest.width,
            height=widest.height,
            sources=tuple(_source(files.of_kind(kind)) for kind in ("avif", "jpg")),
            alt=picture.alt or "",
            credit=picture.credit,
            caption=picture.caption,
            files=files,
        )

    def photo(self, owner: str, picture: Picture | None) -> Path | None:
        """Return the original of a picture."""
        return self.root / folder_of(owner) / picture.file if picture else None

    def document(self, owner: str, document: Document) -> ShownDocument:
        """Return a document of an owner as a link, with its size. Raises OSError."""
        file = self.root / folder_of(owner) / document.file
        size = f"pdf, {max(1, round(file.stat().st_size / 1000))} kB"
        return ShownDocument(document.title, urls.document(owner, file.name), size, file)


def _source(variants: Sequence[Variant]) -> PictureSource:
    return PictureSource(variants[0].media_type, tuple((urls.picture(each.name), each.width) for each in variants))
