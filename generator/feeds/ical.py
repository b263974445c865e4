"""The calendars: all events, an area's, a category's, one event's, one date's, and the timeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import chain

import icalendar

from generator import urls
from generator.feeds import components
from generator.feeds.event_feeds import EventFeeds
from generator.feeds.lines import Component
from generator.model.event import Event
from generator.pages.context import SiteContext
from generator.pages.subscriptions import Subscription, subscribe_to_all, subscribe_to_area, subscribe_to_categories
from generator.repository.history import History

_MAKER = "-//Kulturpunkt//Det sker//DA"
_RENEWED = timedelta(hours=12)
_COLOUR = "goldenrod"
_TIMELINE_COLOUR = "steelblue"


def lines(context: SiteContext, history: History, event: Event) -> bytes:
    """An event as it stands in every calendar that it is in."""
    return _lines(components.whole(context, history, event))


def of_owner(context: SiteContext, history: History, owner: str, made: Mapping[str, EventFeeds]) -> Iterator[tuple[str, bytes]]:
    """An area's calendar, and a calendar for each of the owner's events and dates."""
    if owner in context.calendar.areas:
        area = context.calendar.areas[owner]
        yield _followed(subscribe_to_area(context, area.slug, area.name), area.events, made)
    for event in context.calendar.events_of(owner):
        yield urls.event_feed(event), _written([made[urls.event(event)].lines])
        yield from _dates(context, history, event)


def of_site(
    context: SiteContext, history: History, made: Mapping[str, EventFeeds]
) -> Iterator[tuple[str, bytes | Iterable[bytes]]]:
    """The calendars of all events (in parts), of each category, and of the timeline."""
    follow = subscribe_to_all(context)
    begins, ends = _envelope(follow.name, _COLOUR)
    yield follow.url, chain((begins,), (made[urls.event(event)].lines for event in context.calendar.events), (ends,))
    for follow in subscribe_to_categories(context):
        chosen = [event for event in context.calendar.events if event.category and urls.category_feed(event.category) == follow.url]
        yield _followed(follow, chosen, made)
    yield urls.TIMELINE_FEED, _timeline(context, history)


def _followed(follow: Subscription, events: Iterable[Event], made: Mapping[str, EventFeeds]) -> tuple[str, bytes]:
    return follow.url, _written((made[urls.event(event)].lines for event in events), follow.name)


def _dates(context: SiteContext, history: History, event: Event) -> Iterator[tuple[str, bytes]]:
    """A file for each date that can still be saved; what is past or off is not offered on its page."""
    dates = context.calendar.occurrences_of(event)
    coming = [date for date in dates if date.ends > context.now and not date.is_cancelled_or_postponed]
    for occurrence in coming if len(dates) > 1 else ():
        alone = components.one_date(context, history, event, occurrence)
        yield urls.date_feed(event, occurrence.anchor), _written([_lines([alone])])


def _timeline(context: SiteContext, history: History) -> bytes:
    revision = history.revision("content/timeline.yml")
    steps = [components.step(context, revision, step) for step in context.site.timeline.steps]
    return _written([_lines(steps)], f"{context.site.programme.name}: tidsplan", _TIMELINE_COLOUR)


def _lines(parts: Iterable[Component]) -> bytes:
    """Components as they stand in a file: written once, though they stand in several calendars."""
    return b"".join(part.to_ical() for part in parts)


def _written(parts: Iterable[bytes], name: str | None = None, colour: str = _COLOUR) -> bytes:
    """A calendar of the components' lines."""
    begins, ends = _envelope(name, colour)
    return b"".join((begins, *parts, ends))


@lru_cache(maxsize=256)
def _envelope(name: str | None, colour: str) -> tuple[bytes, bytes]:
    """What stands before and after the components.

    Only a calendar to follow has a name and is renewed: with a name, some programs make a calendar of what one saves.
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
    """Europe/Copenhagen by the rule that holds since 1996, which old programs read better than a list of days."""
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
