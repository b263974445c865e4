"""An event as the components of a calendar: a rule with what differs on some of its dates, and each further date by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from generator import urls
from generator.danish.dates import ZONE, Moment
from generator.feeds.lines import Component
from generator.feeds.texts import DOMAIN, address, description, identity, line, title
from generator.feeds.texts import revision as revision_of
from generator.model.area import Area
from generator.model.event import Event
from generator.model.occurrences import MAX_DATES, Occurrence, occurrences
from generator.model.programme import Step
from generator.model.state import State
from generator.pages.context import SiteContext
from generator.repository.history import History, Revision

_STATUSES = {State.CANCELLED: "CANCELLED", State.POSTPONED: "TENTATIVE"}


def of_event(context: SiteContext, history: History, event: Event) -> Iterator[tuple[date, list[Component]]]:
    """Yield the VEVENTs of an event, in groups that share a UID, each with the day on which the last of its dates ends.

    The dates of the rule (or the start, where there is no rule) have the event's UID; each further date has a UID of its own, as
    its own file has. There is no RDATE: Outlook opens nothing that has one without an RRULE, and Google shows none after UNTIL.
    """
    revision, dates = revision_of(history, event), context.calendar.occurrences_of(event)
    rule = {*_rule(event)} or {event.start}
    ruled = [occurrence for occurrence in dates if occurrence.original in rule]
    series = ruled if len(ruled) > 1 else []
    if series:
        yield max(occurrence.last_day for occurrence in series), list(_series(context, event, revision, rule, series))
    for occurrence in dates:
        if occurrence not in series:
            uid = identity(event, None if occurrence in ruled else occurrence.anchor)
            yield occurrence.last_day, [_component(context, occurrence, revision, uid)]


def one_date(context: SiteContext, history: History, event: Event, occurrence: Occurrence) -> Component:
    """Return one of several dates by itself, with a UID of its own."""
    return _component(context, occurrence, revision_of(history, event), identity(event, occurrence.anchor))


def step(context: SiteContext, revision: Revision, step: Step, later_round: str | None = None) -> Component:
    """Return a step of the timeline, from its first day through its last. A round after the first one is named."""
    of_round, url = f".{later_round}" if later_round else "", context.site_url + urls.TIMELINE
    said = "\n\n".join(filter(None, (step.who and line(step.who), step.text and line(step.text), url)))
    summary = line(f"{context.site.programme.name}: {step.title}")
    period = step.period
    return _whole_days(f"programmet.tidsplan{of_round}.{step.key}", revision, summary, said, url, period.begins, period.ends)


def end_of(context: SiteContext, revision: Revision, area: Area, day: date) -> Component:
    """Return the day on which an area finished, for those who follow its calendar."""
    url = context.site_url + urls.area(area.slug)
    said = f"{line(area.name)} er ikke længere med i {context.site.programme.name}.\n\n{url}"
    return _whole_days(f"{area.permanent_slug}.afsluttet", revision, line(f"{area.name} er afsluttet"), said, url, day, day)


def _whole_days(name: str, revision: Revision, summary: str, text: str, url: str, first: date, last: date) -> Component:
    """Return what is no event of anybody's, but a note on some days. `name` is permanent."""
    component = Component()
    component.add("UID", f"{name}@{DOMAIN}")
    _add_revision(component, revision)
    component.add("SUMMARY", summary)
    component.add("DESCRIPTION", text)
    component.add("URL", url)
    component.add("DTSTART", first)
    component.add("DTEND", last + timedelta(days=1))
    component.add("STATUS", "CONFIRMED")
    component.add("TRANSP", "TRANSPARENT")
    return component


def _rule(event: Event) -> list[Moment]:
    """Return the dates of the event's rule, those that are left out too."""
    days = event.repetition.days(event.start.day, event.until)[:MAX_DATES] if event.repetition and event.until else []
    return [Moment(day, event.start.clock) for day in days]


def _series(
    context: SiteContext, event: Event, revision: Revision, rule: Collection[Moment], dates: Sequence[Occurrence]
) -> Iterator[Component]:
    """Yield the rule as the file plans it, then each of its dates that is different from that."""
    planned = occurrences(event.model_copy(update={"changes": ()})) if event.changes else context.calendar.occurrences_of(event)
    unchanged = {each.original: each for each in planned}
    dates = sorted(dates, key=lambda each: each.original.at)
    first = unchanged[dates[0].original]
    master = _component(context, first, revision, identity(event), context.site_url + urls.event(event))
    _add_rule(master, event, rule, [each.original for each in dates])
    yield master
    for occurrence in dates:
        if not occurrence.agrees_with(unchanged[occurrence.original]) or not _lasts_alike(first, occurrence):
            override = _component(context, occurrence, revision, identity(event))
            override.add("RECURRENCE-ID", _value(occurrence.original))
            yield override


def _add_rule(master: Component, event: Event, rule: Collection[Moment], dates: Sequence[Moment]) -> None:
    """Add RRULE and EXDATE, which together give exactly these dates of the rule, from the first of them to the last."""
    first, last = dates[0], dates[-1]
    until: Any = last.at.astimezone(UTC) if last.clock else last.day
    master.add("RRULE", {**(event.repetition.parts() if event.repetition else {}), "UNTIL": until})
    left_out = sorted((moment for moment in {*rule} - {*dates} if first.at < moment.at < last.at), key=lambda moment: moment.at)
    if left_out:
        master.add("EXDATE", [_value(moment) for moment in left_out])


def _lasts_alike(first: Occurrence, other: Occurrence) -> bool:
    """Return whether this date lasts as long as the first, by the hours that pass and by the clock: calendars count either way."""
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
    """Add LOCATION and GEO. An example has no place on the map; what is moved online is at its link."""
    event = occurrence.event
    place = context.calendar.place(event.owner, occurrence.place)
    if occurrence.state is State.ONLINE or place is None:
        if occurrence.state is State.ONLINE or occurrence.online:
            component.add("LOCATION", f"Online: {occurrence.online}" if occurrence.online else "Online")
        return
    component.add("LOCATION", line(place.in_one_line))
    if place.position and not event.example:
        component.add("GEO", (place.position.latitude, place.position.longitude))


def _value(moment: Moment) -> date | datetime:
    """Return a day, or an instant in Denmark's own time."""
    return moment.at if moment.clock else moment.day


def _end(occurrence: Occurrence) -> date | datetime | None:
    """Return the end as a calendar counts it: the day after the last whole day; None where no end is said."""
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
