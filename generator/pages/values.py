"""The values that many pages show: cards, steps, contacts, pictures and documents."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from math import cos, radians
from pathlib import Path
from typing import NamedTuple

from generator import urls
from generator.danish import formatting
from generator.media.dots import Dot
from generator.media.pictures import PictureSet
from generator.model.address import Phone
from generator.model.contact import Contact as ContentContact
from generator.model.programme import Step as ProgrammeStep
from generator.model.site import Site
from generator.model.values import Coordinates

_LATITUDE = cos(radians(57.1))
_MAP_SCALE = 1000 / (3.3 * _LATITUDE)


class OtherArea(NamedTuple):
    """An area that holds an event together with the one that arranges it."""

    slug: str
    name: str
    municipality: str


class EventCard(NamedTuple):
    """One date of an event as it stands in a list.

    `state` is `past`, `now`, `today` or `next`. `status` is `cancelled`, `postponed`, `moved`, `online`, `sold-out`, `few-left`
    or None, and `status_text` says it in Danish. `begins` and `ends` are instants (ISO 8601) for the script that follows the
    clock. `more` counts the dates after this one. `came` says how many came, where it is past and that is known. A tuple
    is made and cached ten times as fast as a dataclass, and there are many.
    """

    url: str
    anchor: str | None
    title: str
    summary: str | None
    when: str
    when_short: str
    weekday: str
    day: str
    month: str
    month_long: str
    year: str
    start: str
    end: str | None
    begins: str
    ends: str
    time: str
    place: str | None
    town: str | None
    area: str
    also_in: tuple[OtherArea, ...]
    area_slug: str
    area_url: str
    municipality: str | None
    dot: Dot
    price: str | None
    free: bool
    booking: str | None
    category: str | None
    audience: tuple[str, ...]
    example: bool
    state: str
    state_text: str | None
    status: str | None
    status_text: str | None
    status_note: str | None
    was: str | None
    more: int
    more_text: str | None
    repeats: str | None
    came: str | None = None

    @property
    def off(self) -> bool:
        """Return whether it is cancelled or postponed."""
        return self.status in {"cancelled", "postponed"}

    @property
    def several_days(self) -> bool:
        """Return whether it lasts several days."""
        return "-" in self.day + self.month

    @property
    def runs(self) -> bool:
        """Return whether one may say that it runs: it takes place, and its end is known."""
        return not self.off and (self.end is not None or "T" not in self.start)

    @property
    def where(self) -> str | None:
        """Return place and town. The town is left out where the place names it."""
        if self.place and self.town and self.town not in self.place:
            return f"{self.place}, {self.town}"
        return self.place or self.town

    @property
    def link(self) -> str:
        """Return the path of the page, and where it has several dates the place of this one on it."""
        return f"{self.url}#{self.anchor}" if self.anchor else self.url

    @property
    def title_in_letters(self) -> str:
        """Return `AFLYST: Eksempel: Fællessang`, as it stands where nothing but letters can say it."""
        state = f"{self.status_text.upper()}: " if self.status_text else ""
        return f"{state}{'Eksempel: ' if self.example else ''}{self.title}"

    @property
    def when_and_time(self) -> str:
        """Return `when`, with the hours where they do not stand in it."""
        return self.when if self.time in self.when else f"{self.when}, {self.time}"

    @property
    def when_short_in_full(self) -> str:
        """Return the date with its year: `lør. 14. nov. 2026 kl. 19.00`."""
        days, *clock = self.when_short.partition(" kl. ")
        return "".join((f"{days} {self.year}", *clock))

    @property
    def areas(self) -> str:
        """Return the area that arranges it, with others that hold it too: `Nordmors, også i Sydmors`."""
        return f"{self.area}, også i {formatting.joined(each.name for each in self.also_in)}" if self.also_in else self.area

    @property
    def series(self) -> str | None:
        """Return how it repeats and how many dates are left: `hver uge, og 3 datoer mere`."""
        return ", ".join(filter(None, (self.repeats, self.more_text))) if self.more_text else None


class AreaCard(NamedTuple):
    """An area as it stands in a list and on the map. `x` and `y` are map units (view box 1000 × 725), None without a position."""

    slug: str
    url: str
    name: str
    municipality: str
    summary: str
    example: bool
    dot: Dot
    x: float | None
    y: float | None
    side: str
    next: EventCard | None
    event_count: int


class Step(NamedTuple):
    """A step of the timeline. `state` is past, now, next or later; `state_text` says it in words."""

    number: int
    title: str
    who: str | None
    when: str
    text: str | None
    state: str
    state_text: str
    year: str


class Contact(NamedTuple):
    """Whom to write to or call, as far as it may be shown. `card` is the path of a vCard file."""

    role: str | None
    name: str | None
    mail: str | None
    phone: Phone | None
    card: str | None = None


class PictureSource(NamedTuple):
    """The files of a picture in one format: pairs of path and width in pixels, narrow to wide."""

    media_type: str
    files: tuple[tuple[str, int], ...]


class ShownPicture(NamedTuple):
    """A picture on a page, and the files that the page therefore needs. Paths start at the site's root; `src`, `width` and
    `height` are those of the widest JPEG."""

    src: str
    width: int
    height: int
    sources: tuple[PictureSource, ...]
    alt: str
    credit: str
    caption: str | None
    files: PictureSet = field(repr=False)


class ShownDocument(NamedTuple):
    """A document that one can download: its title, its path from the site's root, its size in words, and the file itself."""

    title: str
    url: str
    size: str
    file: Path


_STATES = {"past": "Afsluttet", "now": "I gang nu", "next": "Næste trin", "later": "Senere"}


def map_point(position: Coordinates) -> tuple[float, float]:
    """Return degrees as map units of the view box 1000 × 725."""
    return (round((position.longitude - 8.0) * _LATITUDE * _MAP_SCALE, 1), round((57.8 - position.latitude) * _MAP_SCALE, 1))


def timeline_step(number: int, step: ProgrammeStep, today: date, next_begins: date | None) -> Step:
    """Return a step of the timeline as it stands on a day. `next_begins` is the day on which the next steps begin."""
    period = step.period
    if period.ends < today:
        state = "past"
    elif period.begins <= today:
        state = "now"
    else:
        state = "next" if period.begins == next_begins else "later"
    when = formatting.capital(formatting.period(period))
    return Step(number, step.title, step.who, when, step.text, state, _STATES[state], str(period.begins.year))


def shown_contact(contact: ContentContact | None) -> Contact | None:
    """Return what may be shown of a contact: the role and the mail address always, a name and a phone number only with consent."""
    if contact is None:
        return None
    person = (contact.name, contact.phone) if contact.shown else (None, None)
    shown = Contact(contact.role, person[0], contact.mail, person[1])
    return shown if shown.mail or shown.phone or shown.name else None


def programme_people(site: Site) -> list[Contact]:
    """Return the programme's people, each with their own number."""
    return [Contact(None, person.name, None, person.phone, urls.contact_card(person.name)) for person in site.contacts.people]
