"""What the content says that can be counted, one value at a time, and the sums of it.

A measure says its origin: what it is of, how it was counted, and the file in which it stands. A sum counts nothing twice and says
what it leaves out. What nobody has said has no measure, and the sum of no measures is None: what is unsaid is never a zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.area import Area, Status
from generator.model.calendar import Calendar
from generator.model.choice import Choice
from generator.model.event import Event
from generator.model.gatherings import gatherings, letters
from generator.model.occurrences import Occurrence
from generator.model.site import PROGRAMME

FROM_THE_CALENDAR = "optalt af kalenderen"
FROM_THE_LIST = "optalt af områdets liste"


class Kind(Choice):
    """What a measure counts."""

    HELD = "afholdt"
    PARTNERS = "partnere"
    GOALS = "mål"


@dataclass(frozen=True, slots=True)
class Measure:
    """One value: `value` of a `kind`, of an area's or the programme's own (`owner`), and of one date of an event where it has one.

    `what` names what is counted (a partner, a goal), `group` what it is counted by (a sector, a state). `how` says in Danish how
    it was counted, `source` is the file. Measures with the same `same` are about one thing.
    """

    kind: Kind
    owner: str
    value: int
    how: str
    source: str
    same: tuple[str, ...]
    what: str = ""
    group: str = ""
    event: Event | None = None
    day: date | None = None
    estimate: bool = False
    example: bool = False


@dataclass(frozen=True, slots=True)
class Sum:
    """All that is counted of one kind. `value` is None where nobody has said anything.

    `owners` are who has said it, `counted` the measures that make the value, `doubles` those left out because they are about what
    is counted already, and `silent` the owners' held dates, or owners, of which nothing is said.
    """

    kind: Kind
    value: int | None
    owners: tuple[str, ...]
    counted: tuple[Measure, ...]
    doubles: tuple[Measure, ...]

    @property
    def areas(self) -> int:
        """Return how many areas have said it. The programme itself is none."""
        return sum(owner != PROGRAMME for owner in self.owners)

    @property
    def estimated(self) -> int:
        """Return how much of the value is an estimate."""
        return sum(measure.value for measure in self.counted if measure.estimate)


def measures(calendar: Calendar) -> tuple[Measure, ...]:
    """Return every measure of a site at one moment, by kind and then in the order of owners and dates."""
    every = [*_held(calendar), *_of_areas(calendar)]
    order = {kind: place for place, kind in enumerate(Kind)}
    return tuple(sorted(every, key=lambda measure: order[measure.kind]))


def summed(kind: Kind, every: Iterable[Measure]) -> Sum:
    """Return the sum of one kind. Of measures about one thing, the first counts."""
    counted: dict[tuple[str, ...], Measure] = {}
    doubles: list[Measure] = []
    owners: dict[str, None] = {}
    for measure in every:
        if measure.kind is not kind:
            continue
        owners[measure.owner] = None
        if measure.same in counted:
            doubles.append(measure)
        else:
            counted[measure.same] = measure
    value = sum(measure.value for measure in counted.values()) if counted else None
    return Sum(kind, value, tuple(owners), tuple(counted.values()), tuple(doubles))


def held(calendar: Calendar) -> list[list[Occurrence]]:
    """Return what has been held, oldest first: each gathering once, with all dates that announce it.

    Each date of a series is one. What is cancelled, postponed or not over is none.
    """
    over = (each for each in calendar.occurrences if each.ends <= calendar.now and not each.is_cancelled_or_postponed)
    return gatherings(calendar, over)


def _held(calendar: Calendar) -> Iterator[Measure]:
    for gathering in held(calendar):
        first = gathering[0]
        same = (first.event.owner, first.event.name, first.anchor)
        yield from (_of_date(calendar, date, Kind.HELD, 1, FROM_THE_CALENDAR, same) for date in gathering)


def _of_date(calendar: Calendar, date: Occurrence, kind: Kind, value: int, how: str, same: tuple[str, ...]) -> Measure:
    event = date.event
    area = calendar.areas.get(event.owner)
    example = event.example or (area is not None and area.status is Status.EXAMPLE)
    return Measure(kind, event.owner, value, how, event.source, same, event=event, day=date.start.day, example=example)


def _of_areas(calendar: Calendar) -> Iterator[Measure]:
    for area in calendar.site.areas:
        for partner in area.partners:
            same = (letters(partner.name), partner.sector.value)
            yield _of_area(area, Kind.PARTNERS, same, partner.name, partner.sector.value)
        for goal in area.goals:
            yield _of_area(area, Kind.GOALS, (area.slug, letters(goal)), goal)


def _of_area(area: Area, kind: Kind, same: tuple[str, ...], what: str, group: str = "") -> Measure:
    example = area.status is Status.EXAMPLE
    return Measure(kind, area.slug, 1, FROM_THE_LIST, area.source, same, what=what, group=group, example=example)
