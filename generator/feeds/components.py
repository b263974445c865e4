"""An event as the components of a calendar: the whole series with what differs on some dates, or one date alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from generator import urls
from generator.danish.dates import ZONE, Moment
from generator.feeds.lines import Component
from generator.feeds.texts import address, description, identity, line, title
from generator.model.event import Event
from generator.model.occurrences import MAX_DATES, Occurrence, occurrences
from generator.model.programme import Step
from generator.model.state import State
from generator.pages.context import SiteContext
from generator.repository.history import History, Revision

_STATUSES = {State.CANCELLED: "CANCELLED", State.POSTPONED: "TENTATIVE"}


def whole(context: SiteContext, history: History, event: Event) -> list[Component]:
    """All dates of an event. A date that the series cannot hold (an hour in a series of whole days) stands alone."""
    revision = history.revision(*event.sources)
    dates = context.calendar.occurrences_of(event)
    if len(dates) == 1:
        return [_component(context, dates[0], revision, identity(event))]
    fitting = [occurrence for occurrence in dates if (occurrence.original.clock is None) == (event.start.clock is None)]
    strays = [occurrence for occurrence in dates if occurrence not in fitting]
    return [*_series(context, event, revision, fitting), *(_alone(context, event, revision, stray) for stray in strays)]


def one_date(context: SiteContext, history: History, event: Event, occurrence: Occurrence) -> Component:
    """One of several dates by itself, under a name of its own."""
    return _alone(context, event, history.revision(*event.sources), occurrence)


def step(context: SiteContext, revision: Revision, step: Step) -> Component:
    """A step of the timeline, from its first day through its last."""
    component = Component()
    component.add("UID", f"programmet.tidsplan.{step.key}@kulturpunkt")
    _add_revision(component, revision)
    component.add("SUMMARY", line(f"{context.site.programme.name}: {step.title}"))
    told = (step.who and line(step.who), step.text and line(step.text), context.site_url + urls.TIMELINE)
    component.add("DESCRIPTION", "\n\n".join(filter(None, told)))
    component.add("URL", context.site_url + urls.TIMELINE)
    component.add("DTSTART", step.period.begins)
    component.add("DTEND", step.period.ends + timedelta(days=1))
    component.add("STATUS", "CONFIRMED")
    component.add("TRANSP", "TRANSPARENT")
    return component


def _alone(context: SiteContext, event: Event, revision: Revision, occurrence: Occurrence) -> Component:
    return _component(context, occurrence, revision, identity(event, occurrence.anchor))


def _series(context: SiteContext, event: Event, revision: Revision, dates: Sequence[Occurrence]) -> Iterator[Component]:
    """The series as the file plans it, then each date that is different from that."""
    planned = occurrences(event.model_copy(update={"changes": ()})) if event.changes else context.calendar.occurrences_of(event)
    unchanged = {each.original: each for each in planned}
    originals = sorted((each.original for each in dates), key=lambda moment: moment.at)
    first = unchanged[originals[0]]
    master = _component(context, first, revision, identity(event), context.site_url + urls.event(event))
    _add_repetition(master, event, originals)
    yield master
    for occurrence in sorted(dates, key=lambda each: each.original.at):
        if not occurrence.agrees_with(unchanged[occurrence.original]) or not _lasts_alike(first, occurrence):
            override = _component(context, occurrence, revision, identity(event))
            override.add("RECURRENCE-ID", _value(occurrence.original))
            yield override


def _add_repetition(master: Component, event: Event, originals: Sequence[Moment]) -> None:
    """RRULE, EXDATE and RDATE, which together give exactly the dates planned.

    The series begins on the first date that is kept: a later day of a rule keeps its step. Where the first date is none of
    the rule's, all dates are written out, because a rule must begin on a date of its own.
    """
    days = event.repetition.days(event.start.day, event.until)[:MAX_DATES] if event.repetition and event.until else []
    rule = [moment for moment in (Moment(day, event.start.clock) for day in days) if moment.at >= originals[0].at]
    if event.repetition and rule and rule[0] == originals[0]:
        last: Any = rule[-1].at.astimezone(UTC) if rule[-1].clock else rule[-1].day
        master.add("RRULE", {**event.repetition.parts(), "UNTIL": last})
        _add_dates(master, "EXDATE", [moment for moment in rule if moment not in originals])
        _add_dates(master, "RDATE", [moment for moment in originals if moment not in rule])
    else:
        _add_dates(master, "RDATE", originals[1:])


def _add_dates(component: Component, name: str, moments: Sequence[Moment]) -> None:
    if moments:
        component.add(name, [_value(moment) for moment in moments])


def _lasts_alike(first: Occurrence, other: Occurrence) -> bool:
    """Whether a calendar gives this date the right end by itself, whether it counts hours that pass or hours on the clock."""
    if first.end is None or other.end is None or first.start.clock is None:
        return first.end == other.end or first.start.clock is None
    ends = [(_end(each), each.start.at) for each in (first, other)]
    on_the_clock = {str(_naive(end) - _naive(start)) for end, start in ends}
    passing = {str(_utc(end) - _utc(start)) for end, start in ends}
    return len(on_the_clock) == len(passing) == 1


def _component(context: SiteContext, occurrence: Occurrence, revision: Revision, uid: str, url: str | None = None) -> Component:
    event = occurrence.event
    url = url or address(context, occurrence)
    component = Component()
    component.add("UID", uid)
    _add_revision(component, revision)
    component.add("SUMMARY", title(event, occurrence.state))
    component.add("DESCRIPTION", description(context, occurrence, url))
    component.add("URL", url)
    component.add("DTSTART", _value(occurrence.start))
    end = _end(occurrence)
    if end is not None:
        component.add("DTEND", end)
    component.add("STATUS", _STATUSES.get(occurrence.state, "CONFIRMED"))
    component.add("TRANSP", "TRANSPARENT")
    if event.category:
        component.add("CATEGORIES", event.category.value)
    _add_place(component, context, occurrence)
    return component


def _add_revision(component: Component, revision: Revision) -> None:
    component.add("DTSTAMP", revision.modified)
    component.add("CREATED", revision.created)
    component.add("LAST-MODIFIED", revision.modified)
    component.add("SEQUENCE", revision.sequence)


def _add_place(component: Component, context: SiteContext, occurrence: Occurrence) -> None:
    """LOCATION and GEO. An example's place is nowhere on the map; what is moved online is at its link."""
    event = occurrence.event
    place = context.calendar.place(event.owner, occurrence.place)
    if occurrence.state is State.ONLINE or place is None:
        if occurrence.state is State.ONLINE or occurrence.online:
            component.add("LOCATION", f"Online: {occurrence.online}" if occurrence.online else "Online")
        return
    component.add("LOCATION", line(", ".join(filter(None, (place.name, place.whole_address)))))
    if place.position and not event.example:
        component.add("GEO", (place.position.latitude, place.position.longitude))


def _value(moment: Moment) -> date | datetime:
    """A day, or an instant in Denmark's own time."""
    return moment.at if moment.clock else moment.day


def _end(occurrence: Occurrence) -> date | datetime | None:
    """The end as a calendar counts it: the day after the last whole day. None where no end is said."""
    start, last = occurrence.start, occurrence.end or occurrence.start
    if start.clock is None:
        return max(start.day, last.day) + timedelta(days=1)
    if last.clock:
        return last.at if last.at > start.at else None
    return datetime.combine(last.day + timedelta(days=1), time(), ZONE) if last.day > start.day else None


def _naive(end: Any) -> datetime:
    return datetime.combine(end.date(), end.time())


def _utc(end: Any) -> datetime:
    at: datetime = end.astimezone(UTC)
    return at
