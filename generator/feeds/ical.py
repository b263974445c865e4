"""The calendars: all events, an area's, a category's, one event's, one date's, and the timeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import chain

import icalendar
from dateutil.relativedelta import relativedelta

from generator import urls
from generator.feeds import components
from generator.feeds.event_feeds import EventFeeds
from generator.feeds.lines import Component
from generator.model.area import Area
from generator.model.event import Event
from generator.model.membership import ended
from generator.pages.context import SiteContext
from generator.pages.subscriptions import Subscription, chosen_calendars, subscribe_to_all, subscribe_to_area
from generator.repository.history import History

_MAKER = "-//Kulturpunkt//Det sker//DA"
_RENEWED = timedelta(hours=12)
_COLOUR = "goldenrod"
_TIMELINE_COLOUR = "steelblue"


def lines(context: SiteContext, history: History, event: Event) -> dict[str, bytes]:
    """Return the lines of an event in every calendar that it is in, by the last day of what they hold (`2026-05-01`)."""
    found: dict[str, bytes] = {}
    for last_day, parts in components.of_event(context, history, event):
        day = last_day.isoformat()
        found[day] = found.get(day, b"") + _lines(parts)
    return found


def of_owner(context: SiteContext, history: History, owner: str, made: Mapping[str, EventFeeds]) -> Iterator[tuple[str, bytes]]:
    """Yield an area's calendar, and a calendar for each of the owner's events and dates. `made` has its events by address."""
    if owner in context.calendar.areas:
        area = context.calendar.areas[owner]
        shown = (*area.events, *context.calendar.guests_of(owner))
        url, calendar = _subscribed(context, subscribe_to_area(context, area.slug, area.name), shown, made)
        yield url, _with_end(context, history, area, b"".join(calendar))
    for event in context.calendar.events_of(owner):
        yield urls.event_feed(event), _written(made[urls.event(event)].lines.values())
        yield from _dates(context, history, event)


def _with_end(context: SiteContext, history: History, area: Area, calendar: bytes) -> bytes:
    """Return an area's calendar; where the area is finished, with a day on which it says so, once."""
    finished = ended(area, context.now.date())
    if finished is None:
        return calendar
    before, end, after = calendar.rpartition(b"END:VCALENDAR")
    return before + components.end_of(context, history.revision(area.source), area, finished.ends).to_ical() + end + after


def of_site(
    context: SiteContext, history: History, made: Mapping[str, EventFeeds]
) -> Iterator[tuple[str, bytes | Iterable[bytes]]]:
    """Yield the calendars of all events and of each category, in parts, and of the timeline. `made` has all events by address."""
    every = context.calendar.events
    yield _subscribed(context, subscribe_to_all(context), every, made)
    for subscription, belongs in chosen_calendars(context):
        yield _subscribed(context, subscription, filter(belongs, every), made)
    yield urls.TIMELINE_FEED, _timeline(context, history)


def _subscribed(
    context: SiteContext, subscription: Subscription, events: Iterable[Event], made: Mapping[str, EventFeeds]
) -> tuple[str, Iterator[bytes]]:
    begins, ends = _envelope(subscription.name, _COLOUR)
    return subscription.url, chain((begins,), _lately(context, events, made), (ends,))


def _lately(context: SiteContext, events: Iterable[Event], made: Mapping[str, EventFeeds]) -> Iterator[bytes]:
    """Yield the lines of what a calendar to subscribe to holds: a subscription that held all that ever was would grow for ever."""
    since = (context.now.date() - relativedelta(years=1)).isoformat()
    for event in events:
        yield from (lines for day, lines in made[urls.event(event)].lines.items() if day >= since)


def _dates(context: SiteContext, history: History, event: Event) -> Iterator[tuple[str, bytes]]:
    """Yield a file for each date that can still be saved: what is past, cancelled or postponed is not offered on its page."""
    several = len(context.calendar.occurrences_of(event)) > 1
    for occurrence in context.calendar.open_dates(event) if several else ():
        alone = components.one_date(context, history, event, occurrence)
        yield urls.date_feed(event, occurrence.anchor), _written([_lines([alone])])


def _timeline(context: SiteContext, history: History) -> bytes:
    steps = [
        components.step(context, history.revision(one.steps_source), step, one.name if place else None)
        for place, one in enumerate(context.site.rounds)
        for step in one.timeline.steps
    ]
    return _written([_lines(steps)], f"{context.site.programme.name}: tidsplan", _TIMELINE_COLOUR)


def _lines(parts: Iterable[Component]) -> bytes:
    """Return components as they stand in a file: they are written once, although they stand in several calendars."""
    return b"".join(part.to_ical() for part in parts)


def _written(parts: Iterable[bytes], name: str | None = None, colour: str = _COLOUR) -> bytes:
    """Return a calendar of the components' lines."""
    begins, ends = _envelope(name, colour)
    return b"".join((begins, *parts, ends))


@lru_cache(maxsize=256)
def _envelope(name: str | None, colour: str) -> tuple[bytes, bytes]:
    """Return what stands before and after the components.

    Only a calendar to subscribe to has a name and is renewed: some programs make a new calendar of a saved file that has a name.
    """
    calendar = icalendar.Calendar()
    calendar.add("PRODID", _MAKER)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    if name:
        calendar.add("NAME", name)
        calendar.add("X-WR-CALNAME", name)
        calendar.add("X-WR-TIMEZONE", "Europe/Copenhagen")
        calendar.add("REFRESH-INTERVAL", icalendar.vDuration(_RENEWED), parameters={"VALUE": "DURATION"})
        calendar.add("X-PUBLISHED-TTL", "PT12H")
        calendar.add("COLOR", colour)
    calendar.add_component(_zone())
    begins, end, rest = calendar.to_ical().partition(b"END:VCALENDAR")
    return begins, end + rest


def _zone() -> icalendar.Timezone:
    """Return Europe/Copenhagen by the rule that holds since 1996, which old programs read better than a list of days."""
    zone = icalendar.Timezone()
    zone.add("TZID", "Europe/Copenhagen")
    for kind, name, begins, month, before in (
        (icalendar.TimezoneDaylight(), "CEST", datetime(1996, 3, 31, 2), 3, 1),  # noqa: DTZ001  a zone's own rule has no zone
        (icalendar.TimezoneStandard(), "CET", datetime(1996, 10, 27, 3), 10, 2),  # noqa: DTZ001
    ):
        kind.add("TZNAME", name)
        kind.add("DTSTART", begins)
        kind.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": "-1SU"})
        kind.add("TZOFFSETFROM", timedelta(hours=before))
        kind.add("TZOFFSETTO", timedelta(hours=3 - before))
        zone.add_component(kind)
    return zone
