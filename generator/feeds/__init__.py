"""What programs read: calendars, news and open data. `jsonld` is what search engines read inside each page."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.feeds import data, entry, ical, news, records, table, vcard
from generator.history import History
from generator.pages import long_list
from generator.pages.view import View
from generator.schema import editors


def feeds(view: View, history: History) -> Iterator[tuple[str, bytes]]:
    """Every feed with its path."""
    yield from ical.calendars(view, history)
    items = news.news(view, history)
    yield urls.NEWS_FEED, news.rss(view, items, history.fallback)
    yield urls.NEWS_JSON_FEED, news.json_feed(view, items)
    yield urls.EVENTS_DATA, b"".join(records.written_events(view.now, data.events(view, history)))
    yield urls.EVENTS_SCHEMA, records.events_schema(view.site_url + urls.EVENTS_SCHEMA)
    yield urls.EVENT_FIELDS, editors.published("event").encode()
    yield urls.EVENTS_TABLE, table.table(view)
    yield from vcard.vcards(view.site)
    if long_list.rest(view):
        yield urls.CALENDAR_REST, long_list.rest_file(view)
    yield urls.AREAS_DATA, records.written(data.areas(view))
    yield from entry.owners(view)
    yield from entry.sources(view)
