"""What is newly announced or changed, newest first, as RSS and as JSON Feed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from feedgen.feed import FeedGenerator  # type: ignore[import-untyped]

from generator import urls
from generator.feeds.texts import WORDS, description_html, identity, paragraph, title
from generator.markdown.plain_text import plain_text
from generator.model.event import Event
from generator.model.occurrences import Occurrence
from generator.pages.context import SiteContext
from generator.repository.history import History, Revision

_SHOWN = 30


class Item(NamedTuple):
    """Hold one piece of news. `identity` is permanent, and another one after each change, so that a reader shows it again."""

    identity: str
    url: str
    title: str
    html: str
    created: datetime
    modified: datetime
    tags: Sequence[str]


class Channel(NamedTuple):
    """Say what a feed is called and about, and where it and the page of the same are: paths from the site's root."""

    title: str
    text: str
    feed: str
    page: str


def news_channel(context: SiteContext) -> Channel:
    """Return the channel of what is newly announced or changed."""
    text = f"Nye og ændrede arrangementer i lokalområderne i {context.site.programme.name}."
    return Channel(feed_title(context), text, urls.NEWS_FEED, urls.CALENDAR)


def news(context: SiteContext, history: History) -> list[Item]:
    """Return of each event that has not ended what happened last to its own file, newest first.

    A change of the area's places is not news: it would announce every event of the area again.
    """
    coming = [(occurrence, _own_revision(history, occurrence.event)) for occurrence in context.calendar.coming]
    coming.sort(key=lambda pair: (-pair[1].modified.timestamp(), pair[0].begins, identity(pair[0].event)))
    return [_item(context, occurrence, revision) for occurrence, revision in coming[:_SHOWN]]


def rss(site_url: str, channel: Channel, items: Sequence[Item], fallback: datetime) -> bytes:
    """Return RSS 2.0, with escaped HTML in each description. `fallback` is when an empty feed was last changed."""
    feed = begun(site_url, channel, max((item.modified for item in items), default=fallback))
    for item in items:
        entry = add_entry(feed, item.title, item.url, item.identity, item.modified)
        entry.description(item.html)
        entry.category([{"term": tag} for tag in item.tags])
    return written(feed)


def begun(site_url: str, channel: Channel, changed: datetime) -> FeedGenerator:
    """Return a feed without entries. `changed` is when something in it last was."""
    feed = FeedGenerator()
    feed.title(channel.title)
    feed.description(channel.text)
    feed.language("da")
    feed.generator("Kulturpunkt")
    feed.link(href=site_url + channel.feed, rel="self", type="application/rss+xml")
    feed.link(href=site_url + channel.page, rel="alternate")
    feed.lastBuildDate(changed)
    return feed


def add_entry(feed: FeedGenerator, title: str, url: str, identity: str, published: datetime) -> Any:
    """Add an entry at the end of a feed. Return it, for what else it has to say."""
    entry = feed.add_entry(order="append")
    entry.title(title)
    entry.link(href=url)
    entry.guid(identity, permalink=False)
    entry.pubDate(published)
    return entry


def written(feed: FeedGenerator) -> bytes:
    """Return a feed as RSS 2.0."""
    content: bytes = feed.rss_str(pretty=True)
    return content


def json_feed(context: SiteContext, items: Sequence[Item]) -> bytes:
    """Return JSON Feed 1.1, with each text as HTML and as plain text."""
    channel = news_channel(context)
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "description": channel.text,
        "home_page_url": context.site_url + channel.page,
        "feed_url": context.site_url + urls.NEWS_JSON_FEED,
        "language": "da",
        "items": [
            {
                "id": item.identity,
                "url": item.url,
                "title": item.title,
                "content_html": item.html,
                "content_text": plain_text(item.html),
                "date_published": item.created.isoformat(),
                "date_modified": item.modified.isoformat(),
                "tags": list(item.tags),
            }
            for item in items
        ],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode()


def _own_revision(history: History, event: Event) -> Revision:
    return history.revision(event.source, earlier=event.earlier_sources)


def _item(context: SiteContext, occurrence: Occurrence, revision: Revision) -> Item:
    event, card = occurrence.event, context.cards.event(occurrence)
    url = context.site_url + urls.event(event)
    when = f"{card.when} ({card.series})" if card.series else card.when
    return Item(
        identity=f"{identity(event)}#{revision.sequence}",
        url=url,
        title=f"{_word(context, event, revision)}: {title(event)}",
        html=f"{paragraph(when)}\n{description_html(context, occurrence, url)}",
        created=revision.created,
        modified=revision.modified,
        tags=[event.category.value] if event.category else [],
    )


def _word(context: SiteContext, event: Event, revision: Revision) -> str:
    """Return what the news is: the state that all coming dates share, else whether the event is new or changed."""
    states = {date.state for date in context.calendar.ahead_of(event)}
    word = WORDS.get(states.pop()) if len(states) == 1 else None
    return word or ("Ændret" if revision.sequence else "Nyt")


def feed_title(context: SiteContext) -> str:
    """Return what the feed is called."""
    return f"{context.site.programme.name}: nyt om det, der sker"
