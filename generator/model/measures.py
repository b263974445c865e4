"""What the content says that can be counted, one value at a time, and the sums of it.

A measure says its origin: what it is of, how it was counted, and the file in which it stands. A sum counts nothing twice and says
what it leaves out. What nobody has said has no measure, and the sum of no measures is None: what is unsaid is never a zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.after import HowCounted
from generator.model.area import Area, Status
from generator.model.calendar import Calendar
from generator.model.choice import Choice
from generator.model.event import Event
from generator.model.folders import PROGRAMME
from generator.model.gatherings import gatherings, letters
from generator.model.occurrences import Occurrence
from generator.model.price import Amount
from generator.model.questions import FILE as QUESTIONS_FILE
from generator.model.questions import Questions
from generator.model.reports import MEASURES, Report, reports_of

BY_THE_CALENDAR = "optalt af kalenderen"
BY_THE_FILE = "optalt af filen"
SAID = "oplyst"
NOT_SAID = "ikke oplyst"


class Kind(Choice):
    """What a measure counts."""

    HELD = "afholdt"
    PEOPLE = "besøg"
    HELPERS = "hjælpere"
    HOURS = "hjælpertimer"
    ARTISTS = "optrædende"
    PARTNERS = "partnere"
    COOPERATIONS = "nye samarbejder"
    GOALS = "mål"
    LIVES_ON = "lever videre"
    STORIES = "historier"
    SPENDING = "kroner"
    ANSWERS = "svar"


REPORTED = dict(zip((Kind.PEOPLE, Kind.HELPERS, Kind.HOURS, Kind.ARTISTS), MEASURES, strict=True))
"""The kinds that are said of how an event went, with the field of the report."""

Id = tuple[str, ...]
"""What identifies one thing that is counted."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One value: `value` of a `kind`, of an area's or the programme's own (`owner`), and of one date of an event where it has one.

    `what` names what is counted (a partner, a goal) or says the number as it was written, `group` what it is counted by (a sector,
    a state). `how` says in Danish how it was counted, `source` is the file. `of` identifies what it is about: one thing, or of a
    series that was reported as a whole all of its dates.
    """

    kind: Kind
    owner: str
    value: Amount
    how: str
    source: str
    of: frozenset[Id]
    what: str = ""
    group: str = ""
    event: Event | None = None
    day: date | None = None
    estimate: bool = False
    example: bool = False


@dataclass(frozen=True, slots=True)
class Sum:
    """All that is counted of one kind. `value` is None where nobody has said anything.

    `owners` are who has said it, `counted` the measures that make the value, and `doubles` those left out because what they are
    about is counted already. `covered` counts the things that something was said of.
    """

    kind: Kind
    value: Amount | None
    owners: tuple[str, ...]
    counted: tuple[Measure, ...]
    doubles: tuple[Measure, ...]
    covered: int

    @property
    def areas(self) -> int:
        """Return how many areas have said it. The programme itself is none."""
        return sum(owner != PROGRAMME for owner in self.owners)

    @property
    def estimated(self) -> Amount:
        """Return how much of the value is an estimate."""
        return sum(measure.value for measure in self.counted if measure.estimate)


def measures(calendar: Calendar) -> tuple[Measure, ...]:
    """Return every measure of a site at one moment, by kind and then in the order of dates and owners."""
    every = [*_of_events(calendar), *_of_areas(calendar), *_of_answers(calendar.site.questions)]
    order = {kind: place for place, kind in enumerate(Kind)}
    return tuple(sorted(every, key=lambda measure: order[measure.kind]))


def summed(kind: Kind, every: Iterable[Measure]) -> Sum:
    """Return the sum of one kind.

    Of measures about one thing the first counts; one of several things comes before those of each, for they are in it.
    """
    own = [measure for measure in every if measure.kind is kind]
    taken: set[Id] = set()
    counted: list[Measure] = []
    doubles: list[Measure] = []
    for measure in sorted(own, key=lambda measure: len(measure.of) == 1):
        (counted if taken.isdisjoint(measure.of) else doubles).append(measure)
        taken |= measure.of
    value = sum(measure.value for measure in counted) if counted else None
    return Sum(kind, value, tuple(dict.fromkeys(each.owner for each in own)), tuple(counted), tuple(doubles), len(taken))


def held(calendar: Calendar) -> list[Occurrence]:
    """Return the dates that have been held, oldest first. What is cancelled, postponed or not over is none of them."""
    return [each for each in calendar.occurrences if calendar.was_held(each)]


def _of_events(calendar: Calendar) -> Iterator[Measure]:
    """Yield what is counted of events: that each date was held, and what is said of how it went."""
    gathering_of: dict[Occurrence, frozenset[Id]] = {}
    for gathering in gatherings(calendar, held(calendar)):
        first = gathering[0].event
        gathering_of |= dict.fromkeys(gathering, frozenset({(first.owner, first.name, gathering[0].anchor)}))
    examples = {(event.owner, event.name) for event in calendar.events if calendar.is_example(event)}
    for occurrence, of in gathering_of.items():
        event, day = occurrence.event, occurrence.start.day
        for owner in (event.owner, *(area.slug for area in calendar.hosts_of(event))):
            example = (event.owner, event.name) in examples
            yield Measure(Kind.HELD, owner, 1, BY_THE_CALENDAR, event.source, of, event=event, day=day, example=example)
    for event in calendar.events:
        for report in reports_of(calendar, event):
            dates = [report.occurrence] if report.occurrence else calendar.occurrences_of(event)
            of = frozenset().union(*(gathering_of[each] for each in dates if each in gathering_of))
            yield from _of_report(report, of, example=(event.owner, event.name) in examples)


def _of_report(report: Report, of: frozenset[Id], *, example: bool) -> Iterator[Measure]:
    event, day = report.event, report.occurrence.start.day if report.occurrence else None
    for kind, field in REPORTED.items():
        if said := report.measure(field):
            how = (report.after.counted or NOT_SAID) if kind is Kind.PEOPLE else SAID if said.exact else HowCounted.ESTIMATED
            estimate = how is HowCounted.ESTIMATED or not said.exact
            value, text = said.number, said.text
            yield Measure(kind, event.owner, value, str(how), event.source, of, text, "", event, day, estimate, example)


def _of_areas(calendar: Calendar) -> Iterator[Measure]:
    for each in calendar.site.areas:
        yield from _of_area(each)
    for story in calendar.site.all_stories():
        of = frozenset({(story.owner, story.name)})
        example = calendar.is_example(story)
        yield Measure(Kind.STORIES, story.owner, 1, BY_THE_FILE, story.source, of, what=story.title, day=story.day, example=example)


def _of_area(area: Area) -> Iterator[Measure]:
    def one(kind: Kind, of: Id, what: str, group: str = "", value: Amount = 1, how: str = BY_THE_FILE) -> Measure:
        example = area.status is Status.EXAMPLE
        return Measure(kind, area.slug, value, how, area.source, frozenset({of}), what=what, group=group, example=example)

    for partner in area.partners:
        yield one(Kind.PARTNERS, (letters(partner.name),), partner.name, partner.sector.value)
    for cooperation in area.cooperations:
        names = tuple(sorted(map(letters, cooperation.partners)))
        yield one(Kind.COOPERATIONS, (area.slug, *names, letters(cooperation.text or "")), " og ".join(cooperation.partners))
    for goal in area.goals:
        yield one(Kind.GOALS, (area.slug, letters(goal.text)), goal.text, goal.state.value if goal.state else NOT_SAID)
    for each in area.lives_on:
        yield one(Kind.LIVES_ON, (area.slug, letters(each.what)), each.what, each.who or NOT_SAID)
    for place, spent in enumerate(area.spending):
        if spent.amount and spent.amount.lowest is not None:
            yield one(Kind.SPENDING, (area.slug, str(place)), spent.item, value=spent.amount.lowest, how=SAID)


def _of_answers(questions: Questions | None) -> Iterator[Measure]:
    for question in questions.questions if questions else ():
        for time, tally in (("før", question.before), ("efter", question.after)):
            for answer, count in zip(question.answers, tally, strict=False):
                of = frozenset({(question.key, time, answer)})
                what = f"{question.text} {answer}"
                example = questions is not None and questions.example
                yield Measure(Kind.ANSWERS, PROGRAMME, count, SAID, QUESTIONS_FILE, of, what=what, group=time, example=example)
