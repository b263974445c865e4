"""What people said and saw of the programme: quotes, pictures and stories of all areas, as /resultater/ shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import zip_longest
from typing import NamedTuple, TypeVar

from generator import urls
from generator.danish import formatting
from generator.media.dots import Dot
from generator.model.event import Event
from generator.model.folders import PROGRAMME
from generator.model.reports import Report, reports_of
from generator.model.story import newest_first
from generator.pages.context import SiteContext
from generator.pages.stories import StoryCard, card_of
from generator.pages.values import ShownPicture

_T = TypeVar("_T")
_MOST_QUOTES, _MOST_PICTURES, _MOST_STORIES = 12, 12, 12


class ShownQuote(NamedTuple):
    """A quote, who said it, and where: the event it was said of, with its owner's name and dot. `key` is its place on the page."""

    key: str
    text: str
    speaker: str | None
    title: str
    url: str
    owner: str
    dot: Dot
    example: bool


class PictureOfEvent(NamedTuple):
    """A picture from an event that is over, and which event that was, with its owner's name."""

    picture: ShownPicture
    title: str
    url: str
    owner: str
    example: bool


def quotes(context: SiteContext) -> list[ShownQuote]:
    """Return the newest quotes: one of each owner in turn, so that all of them are heard."""
    return _in_turn(_quotes_of(context, owner) for owner in _owners(context))[:_MOST_QUOTES]


def pictures(context: SiteContext) -> list[PictureOfEvent]:
    """Return the newest pictures of what happened, one of each owner in turn: those that nobody in them has said no to."""
    return _in_turn(_pictures_of(context, owner) for owner in _owners(context))[:_MOST_PICTURES]


def _owners(context: SiteContext) -> tuple[str, ...]:
    return (*(card.slug for card in context.cards.areas), PROGRAMME)


def _in_turn(by_owner: Iterable[Iterator[_T]]) -> list[_T]:
    return [each for turn in zip_longest(*by_owner) for each in turn if each]


def _pictures_of(context: SiteContext, owner: str) -> Iterator[PictureOfEvent]:
    """Yield an owner's pictures, those of its newest events first. One that somebody has said no to is in no report."""
    for event, report in _reports_of(context, owner):
        for taken in report.after.pictures:
            if picture := context.picture(owner, taken):
                name, example = context.calendar.name_of(owner), context.calendar.is_example(event)
                yield PictureOfEvent(picture, event.title, urls.event(event), name, example)


def _quotes_of(context: SiteContext, owner: str) -> Iterator[ShownQuote]:
    """Yield an owner's quotes, those of its newest events first."""
    name, dot = context.calendar.name_of(owner), context.cards.dot_of(owner)
    for event, report in _reports_of(context, owner):
        for quote in report.after.quotes:
            key = "citat-" + sha256(repr((owner, event.name, quote.text)).encode()).hexdigest()[:8]
            speaker = formatting.capital(quote.speaker) if quote.speaker else None
            yield ShownQuote(
                key, quote.text, speaker, event.title, urls.event(event), name, dot, context.calendar.is_example(event)
            )


def _reports_of(context: SiteContext, owner: str) -> Iterator[tuple[Event, Report]]:
    """Yield an owner's events with each report of them, the newest events first."""
    for event in reversed(context.calendar.events_of(owner)):
        yield from ((event, report) for report in reports_of(context.calendar, event))


def stories(context: SiteContext) -> list[StoryCard]:
    """Return the cards of the newest stories of all owners."""
    newest = newest_first(context.site.all_stories())
    return [card_of(context, story)._replace(example=context.calendar.is_example(story)) for story in newest[:_MOST_STORIES]]
