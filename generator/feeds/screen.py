"""What is on in the next seven days, as RSS with pictures: what screen systems such as OS2display take in."""

from __future__ import annotations

from datetime import timedelta

from feedgen.feed import FeedGenerator  # type: ignore[import-untyped]

from generator import urls
from generator.feeds.rss import Channel, add_entry, begun, written
from generator.feeds.texts import address, identity, line, revision, title
from generator.model.occurrences import Occurrence
from generator.pages import scopes
from generator.pages.context import SiteContext
from generator.pages.events import social_card
from generator.pages.scopes import Scope
from generator.repository.history import History

_AHEAD = timedelta(days=7)
_SHOWN = 40


def feed(context: SiteContext, history: History, scope: Scope) -> tuple[str, bytes]:
    """Return the feed of a scope with its path: each date that takes place and has not ended, by start."""
    until = context.now + _AHEAD
    dates = [each for each in scope.occurrences(context) if context.now < each.ends and each.begins < until]
    shown = [each for each in dates if not each.is_cancelled_or_postponed][:_SHOWN]
    name = f"{scopes.full_name(context, scope)}: det sker de næste syv dage"
    text = "Til skærme: et arrangement ad gangen, med billede."
    channel = Channel(name, text, urls.screen_feed(scope.path), scope.home)
    midnight = context.now.replace(hour=0, minute=0)  # what is made again by the hour is made again for its events
    made = begun(context.site_url, channel, midnight)
    made.load_extension("media", atom=False)
    made.ttl(60)
    for occurrence in shown:
        _add(made, context, history, occurrence)
    return channel.feed, written(made)


def _add(made: FeedGenerator, context: SiteContext, history: History, occurrence: Occurrence) -> None:
    event, card = occurrence.event, context.cards.event(occurrence)
    name, published = identity(event, occurrence.anchor), revision(history, event).modified
    entry = add_entry(made, title(event, occurrence.state), address(context, occurrence), name, published)
    facts = (card.when, None if card.time in card.when else card.time, card.where or card.area, card.price, event.summary)
    entry.description(". ".join(line(fact).rstrip(".") for fact in facts if fact) + ".")
    picture = context.picture(event.owner, event.picture)
    image = picture.src if picture else urls.social(social_card(context, event).key)
    width, height = (picture.width, picture.height) if picture else (1200, 630)
    entry.enclosure(context.site_url + image, "0", "image/jpeg")
    entry.media.content(
        {"url": context.site_url + image, "medium": "image", "type": "image/jpeg", "width": f"{width}", "height": f"{height}"}
    )
