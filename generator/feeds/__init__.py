"""What programs read: calendars, news and open data. `jsonld` is what search engines read inside each page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial

from generator import urls
from generator.addresses import moves
from generator.editing.schema import editors
from generator.feeds import (
    catalogue,
    data,
    event_database,
    event_records,
    form,
    ical,
    measures,
    moved,
    records,
    rss,
    screen,
    stories,
    tables,
    vcard,
    week,
)
from generator.feeds.event_feeds import EventFeeds as EventFeeds
from generator.media import qr
from generator.model.event import Event
from generator.pages import coming as coming_dates
from generator.pages import scopes, subscriptions
from generator.pages.context import SiteContext
from generator.repository.history import History

Feed = tuple[str, bytes | Iterable[bytes]]
"""A path, and the bytes of its file, in parts where it is large."""


def feeds(context: SiteContext, history: History) -> Iterator[tuple[str, bytes]]:
    """Yield every feed with its path."""
    made = of_events(context, history, context.calendar.events)
    for owner in context.calendar.owners:
        yield from of_owner(context, history, owner, made)
    yield from schemas(context.site_url)
    for group in of_site(context, history, made).values():
        yield from ((path, content if isinstance(content, bytes) else b"".join(content)) for path, content in group())


@cache
def schemas(site_url: str) -> tuple[tuple[str, bytes], ...]:
    """Return the JSON Schemas of the open data and of an event's file. Only the code decides them."""
    events = event_records.events_schema(site_url + urls.EVENTS_SCHEMA)
    return (urls.EVENTS_SCHEMA, events), (urls.EVENT_FIELDS, editors.published("event").encode())


def of_events(context: SiteContext, history: History, events: Sequence[Event]) -> dict[str, EventFeeds]:
    """Return what each event is in every feed that it stands in, by its address."""
    lines = [ical.lines(context, history, event) for event in events]
    records = [data.record(context, history, event) for event in events]
    rows = [tables.rows_of(context, event) for event in events]
    coming = [coming_dates.row(context, event) for event in events]
    imported = [event_database.item(context, event) for event in events]
    return dict(zip(map(urls.event, events), map(EventFeeds, lines, records, rows, coming, imported), strict=True))


def of_owner(context: SiteContext, history: History, owner: str, made: Mapping[str, EventFeeds]) -> Iterator[tuple[str, bytes]]:
    """Yield the feeds that are about one area, or about the programme's own events. `made` has its events by address."""
    yield from ical.of_owner(context, history, owner, made)
    yield from stories.of_area(context, owner)
    yield from form.of_owner(context, owner)
    if owner in context.calendar.areas:
        yield from _of_scope(context, history, scopes.of_area(context, context.calendar.areas[owner]))


def _of_scope(context: SiteContext, history: History, scope: scopes.Scope) -> Iterator[tuple[str, bytes]]:
    """Yield what newsletters, papers and screens read of some of all events."""
    yield from week.texts_and_feed(context, scope)
    yield screen.feed(context, history, scope)


def of_moved(context: SiteContext, history: History, made: Mapping[str, EventFeeds]) -> Iterator[tuple[str, bytes]]:
    """Yield the feeds of what has moved at their former addresses. `made` has all events by address."""
    addresses = moves.moved(context.site)
    for owner in sorted(moves.owners(addresses.values()).intersection(context.calendar.owners)):
        yield from moved.moved(addresses, of_owner(context, history, owner, made))
    yield from moved.documents(context, addresses)


def of_site(context: SiteContext, history: History, made: Mapping[str, EventFeeds]) -> dict[str, Callable[[], Iterable[Feed]]]:
    """Return what yields the feeds that are about more than one owner, by a name of several that are made together, those that take
    longest first. `made` has all events by address."""
    groups = {"calendars": ical.of_site, "data": _data, "weeks": _weeks, "news": _news}
    return {f"feeds/{name}": partial(group, context, history, made) for name, group in groups.items()}


def _data(context: SiteContext, history: History, made: Mapping[str, EventFeeds]) -> Iterator[Feed]:
    """Yield open data, large files in parts, and the data of the form, the filter and the contacts."""
    yield urls.EVENTS_DATA, event_records.joined_events(context.now, (made[url].record for url in context.event_at))
    yield urls.EVENTS_TABLE, tables.dates(context, made)
    yield urls.EVENT_TABLE, tables.events(context)
    yield urls.AREAS_TABLE, tables.areas(context)
    yield urls.PARTNERS_TABLE, tables.partners(context)
    yield urls.EVENT_DATABASE, event_database.joined(made[url].imported for url in context.event_at)
    yield urls.CATALOGUE, catalogue.catalogue(context)
    yield urls.RESULTS_TABLE, measures.table(context)
    yield from vcard.vcards(context.site)
    if context.calendar.coming:
        yield urls.COMING, coming_dates.file(context, lambda event: made[urls.event(event)].coming)
    yield from form.dates(context)
    yield urls.AREAS_DATA, records.written(data.areas(context))


def _weeks(context: SiteContext, history: History, _: Mapping[str, EventFeeds]) -> Iterator[Feed]:
    """Yield the weeks for newsletters, the screens, and the codes that lead to calendars."""
    for scope in scopes.of_site(context):
        yield from _of_scope(context, history, scope)
    yield from ((each.code, qr.image(context.site_url + each.page)) for _, group in subscriptions.groups(context) for each in group)


def _news(context: SiteContext, history: History, _: Mapping[str, EventFeeds]) -> Iterator[Feed]:
    items = rss.news(context, history)
    yield urls.NEWS_FEED, rss.rss(context.site_url, rss.news_channel(context), items, history.fallback)
    yield urls.STORIES_FEED, stories.of_all(context, history.fallback)
    yield urls.NEWS_JSON_FEED, rss.json_feed(context, items)
