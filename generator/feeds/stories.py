"""The stories of what came of it as RSS: of the whole site, and of each area that has written one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time

from generator import urls
from generator.danish.dates import ZONE
from generator.feeds.rss import Channel, Item, rss
from generator.feeds.texts import paragraph
from generator.markdown.convert import cleaned
from generator.model.area import Area
from generator.model.story import Story, newest_first
from generator.pages.context import SiteContext

_SHOWN = 30


def channel_of(context: SiteContext, area: Area | None = None) -> Channel:
    """Return the channel of all stories, or of those of one area."""
    name = f"{context.site.programme.name}{f' {area.name}' if area else ''}"
    text = f"Hvad der kom ud af det {f'i {area.name}' if area else 'i lokalområderne'}, fortalt i historier."
    feed, page = (urls.stories_feed(area.slug), urls.area(area.slug)) if area else (urls.STORIES_FEED, urls.RESULTS)
    return Channel(f"{name}: historier", text, feed, page)


def of_all(context: SiteContext, fallback: datetime) -> bytes:
    """Return the feed of the newest stories of the programme and all areas."""
    return _feed(context, channel_of(context), list(context.site.all_stories()), fallback)


def of_area(context: SiteContext, owner: str) -> Iterator[tuple[str, bytes]]:
    """Yield the feed of an area's stories with its path, where it has some."""
    area = context.calendar.areas.get(owner)
    if area and area.stories:
        channel = channel_of(context, area)
        yield channel.feed, _feed(context, channel, area.stories, _at_noon(area.stories[0]))


def _feed(context: SiteContext, channel: Channel, stories: Sequence[Story], fallback: datetime) -> bytes:
    newest = newest_first(stories)[:_SHOWN]
    return rss(context.site_url, channel, [_item(context, story) for story in newest], fallback)


def _item(context: SiteContext, story: Story) -> Item:
    html = "\n".join(filter(None, (paragraph(story.summary), cleaned(story.text, context.site_url))))
    mark = "Eksempel: " if context.calendar.is_example(story) else ""
    return Item(
        identity=f"{'.'.join(story.permanent_name)}.historie@kulturpunkt",
        url=context.site_url + urls.story(story),
        title=f"{mark}{story.title}",
        html=html,
        created=_at_noon(story),
        modified=_at_noon(story),
        tags=[context.calendar.name_of(story.owner)],
    )


def _at_noon(story: Story) -> datetime:
    """Return an instant on the day that a story bears: its hour is not written."""
    return datetime.combine(story.day, time(12), ZONE)
