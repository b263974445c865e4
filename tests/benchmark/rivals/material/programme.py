"""What the hooks know: each event with its dates, in order, and what is past, runs or comes at one moment."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from dateutil.rrule import WEEKLY, rrule

Facts = Mapping[str, Any]
ZONE = ZoneInfo("Europe/Copenhagen")
NOW = datetime(2026, 5, 1, 12, tzinfo=ZONE)
_DAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december")
_FRONT = re.compile(r"---\n(.*?)\n---\n(.*)", re.DOTALL)
_MARKS = re.compile(r"[#*]+ ?|\[([^]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Date:
    """One date of an event, as it is now."""

    day: str
    begins: datetime
    ends: datetime
    status: str
    text: str
    before: datetime | None

    @property
    def state(self) -> str:
        """Return `past`, `now` or `next`."""
        return "past" if self.ends <= NOW else "now" if self.begins <= NOW else "next"

    @property
    def cancelled(self) -> bool:
        """Return whether nobody can come."""
        return self.status in ("aflyst", "udsat")

    @property
    def weekday(self) -> str:
        """Return the day in Danish: `lørdag den 2. maj`."""
        return f"{_DAYS[self.begins.weekday()]} den {self.begins.day}. {MONTHS[self.begins.month - 1]}"

    @property
    def hours(self) -> str:
        """Return `kl. 17.00-19.30`."""
        return f"kl. {self.begins:%H.%M}-{self.ends:%H.%M}"

    @property
    def monday(self) -> date:
        """Return the first day of its week."""
        return self.begins.date() - timedelta(days=self.begins.weekday())


@dataclass(frozen=True)
class Event:
    """An event: its front matter, its address and its text without marks."""

    facts: Facts
    url: str
    text: str

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """Return all dates in order."""
        return tuple(_dates(self.facts))

    @cached_property
    def next(self) -> Date | None:
        """Return the first date that has not ended."""
        return next((each for each in self.dates if each.state != "past"), None)

    @property
    def shown(self) -> Date:
        """Return the date that the page is about."""
        return self.next or self.dates[-1]

    @property
    def uid(self) -> str:
        """Return what names it in calendars."""
        return f"{self.facts['area']}.{self.facts['key']}"


Entry = tuple[Event, Date]


@dataclass(frozen=True)
class Programme:
    """All areas and events. Entries are an event with one of its dates, by when it begins."""

    areas: tuple[tuple[str, Facts], ...]
    events: tuple[Event, ...]
    by_area: dict[str, list[Event]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        """Deal the events out among their areas."""
        for event in self.events:
            self.by_area[event.facts["area"]].append(event)

    @cached_property
    def entries(self) -> list[Entry]:
        """Return each date of each event."""
        return _in_order((event, each) for event in self.events for each in event.dates)

    @cached_property
    def coming(self) -> list[Entry]:
        """Return each date that has not ended."""
        return [entry for entry in self.entries if entry[1].state != "past"]

    @cached_property
    def next_by_area(self) -> dict[str, list[Entry]]:
        """Return the next date of each event of each area."""
        return {area: _in_order((event, event.next) for event in events if event.next) for area, events in self.by_area.items()}

    @cached_property
    def next(self) -> list[Entry]:
        """Return the next date of each event."""
        return _in_order(entry for entries in self.next_by_area.values() for entry in entries)

    @cached_property
    def by_month(self) -> dict[str, list[Entry]]:
        """Return the entries of each month: `2026-05`."""
        return _grouped(self.entries, lambda entry: entry[1].day[:7])

    @cached_property
    def by_week(self) -> dict[Any, list[Entry]]:
        """Return the entries of each week, by its Monday, and by its Monday and an area."""
        areas = _grouped(self.entries, lambda entry: (entry[1].monday, entry[0].facts["area"]))
        return _grouped(self.entries, lambda entry: entry[1].monday) | areas


def read(text: str) -> tuple[Facts, str]:
    """Return a file's front matter and its Markdown."""
    found = _FRONT.match(text)
    return (yaml.load(found[1], yaml.CSafeLoader), found[2]) if found else ({}, text)


def plain(body: str) -> str:
    """Return Markdown without its heading and marks."""
    return _MARKS.sub(r"\1", body.split("\n", 2)[-1]).strip()


def _grouped(entries: Iterable[Entry], key: Any) -> dict[Any, list[Entry]]:
    groups = defaultdict(list)
    for entry in entries:
        groups[key(entry)].append(entry)
    return groups


def _in_order(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: (entry[1].begins, entry[0].url))


def _dates(facts: Facts) -> Iterator[Date]:
    changes = {change["day"]: change for change in facts.get("changes", ())}
    for day in _days(facts):
        change = changes.get(day, {})
        begins, ends = at(day, facts["begins"]), at(day, facts["ends"])
        status, text = change.get("status") or facts.get("status", ""), change.get("text") or facts.get("status_text", "")
        if hour := change.get("begins"):
            moved = at(day, hour)
            yield Date(day, moved, moved + (ends - begins), "flyttet", text, begins)
        else:
            before = at(*facts["before"].split()) if "before" in facts else None
            yield Date(day, begins, ends, status, text, before)


def _days(facts: Facts) -> list[str]:
    if "weekly_until" not in facts:
        return [facts["day"]]
    first, last = (datetime.fromisoformat(facts[name]) for name in ("day", "weekly_until"))
    return [day for each in rrule(WEEKLY, first, until=last) if (day := f"{each:%Y-%m-%d}") not in facts["left_out"]]


def at(day: str, hour: str) -> datetime:
    """Return a moment in Denmark."""
    return datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=ZONE)
