"""The feeds that a page names in its head."""

from __future__ import annotations

from typing import NamedTuple

from generator import urls
from generator.feeds.rss import feed_title
from generator.feeds.stories import channel_of
from generator.pages.context import SiteContext
from generator.pages.page import Page
from generator.pages.subscriptions import subscribe_to_all, subscribe_to_area


class FeedLink(NamedTuple):
    """Hold the title of a feed and where it is: `url` is its path from the site's root, `type` its media type."""

    title: str
    type: str
    url: str


def feeds_of(context: SiteContext, page: Page) -> list[FeedLink]:
    """Return the news, and the calendar of what the page is about; nothing for a page that is shown at any address."""
    if page.url == "404.html":
        return []
    news = feed_title(context)
    return [
        *_stories(context, page),
        FeedLink(news, "application/rss+xml", urls.NEWS_FEED),
        FeedLink(news, "application/feed+json", urls.NEWS_JSON_FEED),
        _calendar(context, page),
    ]


def _stories(context: SiteContext, page: Page) -> list[FeedLink]:
    """Return the feed of the stories that a page shows: all of them, or those of one area."""
    area = context.area_at.get(page.url)
    if page.url != urls.RESULTS and not page.url.startswith(urls.STORIES) and not (area and area.stories):
        return []
    channel = channel_of(context, area if area and area.stories else None)
    return [FeedLink(channel.title, "application/rss+xml", channel.feed)]


def _calendar(context: SiteContext, page: Page) -> FeedLink:
    area = context.area_at.get(page.url)
    subscription = subscribe_to_area(context, area.slug, area.name) if area else subscribe_to_all(context)
    if page.url == urls.TIMELINE:
        return FeedLink(f"{context.site.programme.name}: tidsplan", "text/calendar", urls.TIMELINE_FEED)
    return FeedLink(subscription.name, "text/calendar", subscription.url)
