"""What programs read: calendars, news and open data. `jsonld` is what search engines read inside each page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator import urls
from generator.editing.schema import editors
from generator.feeds import data, form, ical, records, rss, table, vcard
from generator.feeds.event_feeds import EventFeeds
from generator.model.event import Event
from generator.pages import pagination
from generator.pages.view import View
from generator.repository.history import History


def feeds(view: View, history: History) -> Iterator[tuple[str, bytes]]:
    """Every feed with its path."""
    made = of_events(view, history, view.events)
    for owner in view.owners:
        yield from of_owner(view, history, owner, made)
    yield from schemas(view.site_url)
    for path, content in of_site(view, history, made):
        yield path, content if isinstance(content, bytes) else b"".join(content)


def schemas(site_url: str) -> Iterator[tuple[str, bytes]]:
    """What the open data and an event's file may hold: the code decides it."""
    yield urls.EVENTS_SCHEMA, records.events_schema(site_url + urls.EVENTS_SCHEMA)
    yield urls.EVENT_FIELDS, editors.published("event").encode()


def of_events(view: View, history: History, events: Sequence[Event]) -> dict[str, EventFeeds]:
    """What each event is in every feed that it stands in, by its address."""
    lines = [ical.lines(view, history, event) for event in events]
    records = [data.record(view, history, event) for event in events]
    rows = [table.rows(view, event) for event in events]
    coming = [pagination.row(view, event) for event in events]
    return dict(zip(map(urls.event, events), map(EventFeeds, lines, records, rows, coming), strict=True))


def of_owner(view: View, history: History, owner: str, made: Mapping[str, EventFeeds]) -> Iterator[tuple[str, bytes]]:
    """The feeds that are about one area, or about the programme's own events. `made` has its events by address."""
    yield from ical.of_owner(view, history, owner, made)
    yield from form.of_owner(view, owner)


def of_site(view: View, history: History, made: Mapping[str, EventFeeds]) -> Iterator[tuple[str, bytes | Iterable[bytes]]]:
    """The feeds that are about more than one owner, large ones in parts. `made` has all events by address."""
    yield from ical.of_site(view, history, made)
    items = rss.news(view, history)
    yield urls.NEWS_FEED, rss.rss(view, items, history.fallback)
    yield urls.NEWS_JSON_FEED, rss.json_feed(view, items)
    yield urls.EVENTS_DATA, records.joined_events(view.now, (made[url].record for url in view.event_at))
    yield urls.EVENTS_TABLE, table.table(view, made)
    yield from vcard.vcards(view.site)
    if view.coming:
        yield urls.CALENDAR_REST, pagination.rest_file(view, lambda event: made[urls.event(event)].coming)
    yield urls.AREAS_DATA, records.written(data.areas(view))
