"""What every kind of source is read into: plain values of one event, cleaned and bounded, without any knowledge of our files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from generator.danish.dates import Moment
from generator.danish.recurrence import Repetition
from generator.model.state import State

MOST_BYTES = 5_000_000
MOST_EVENTS = 300
"""Events that one source may give in one run; what comes later in the year is for a later run."""
MOST_READ = 5_000
"""Entries of one source that are looked at."""
MOST_DATES = 200
"""Dates that are listed one by one, as the model allows."""
MOST_TEXT = 8_000
LONGEST_ID = 200
LONGEST_TITLE = 80


class SourceError(ValueError):
    """A source that cannot be read; the message says why, in Danish."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days that are imported, both included."""

    first: date
    last: date

    def holds(self, moment: Moment) -> bool:
        """Return whether a moment lies on one of the days."""
        return self.first <= moment.day <= self.last


@dataclass(frozen=True, slots=True)
class DateChange:
    """What is different about one date of a series, which the series plans as `day`."""

    day: Moment
    state: State | None = None
    start: Moment | None = None
    end: Moment | None = None
    place: Mapping[str, str] = field(default_factory=dict)
    text: str = ""


@dataclass(frozen=True, slots=True)
class ImportedEvent:
    """One event of a source. `id` is what the source calls it; empty texts are what it does not say.

    `text` is Markdown. `place` holds the Danish keys of a place written out. `dates` are further ones. `before` and `before_place`
    are what it was moved from, which no source says: they follow from what was imported before.
    """

    id: str
    title: str
    start: Moment
    end: Moment | None = None
    repetition: Repetition | None = None
    until: date | None = None
    except_days: tuple[date, ...] = ()
    dates: tuple[Moment, ...] = ()
    changes: tuple[DateChange, ...] = ()
    state: State = State.PLANNED
    text: str = ""
    place: Mapping[str, str] = field(default_factory=dict)
    online: str = ""
    price: str = ""
    booking: str = ""
    link: str = ""
    organiser: str = ""
    category: str = ""
    audience: tuple[str, ...] = ()
    before: Moment | None = None
    before_place: str = ""

    @property
    def is_series(self) -> bool:
        """Return whether there is more than one date."""
        return self.repetition is not None or bool(self.dates)

    def end_at(self, start: Moment) -> Moment | None:
        """Return the end, by the clock, of a date that begins at another moment."""
        return Moment(start.day + (self.end.day - self.start.day), self.end.clock) if self.end else None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a source. `notes` say in Danish what was left out. What is not `whole` says nothing of what it lacks."""

    events: tuple[ImportedEvent, ...]
    notes: tuple[str, ...] = ()
    whole: bool = True


def short_id(written: str) -> str:
    """Return an id that a file can hold: as it is, or a digest where it is long or of letters that a line cannot hold."""
    text = " ".join(written.split())
    if 0 < len(text) <= LONGEST_ID and text.isprintable() and text == written.strip():
        return text
    return "sha256-" + sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:32]
