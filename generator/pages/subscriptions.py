"""The calendars that one can follow: the addresses that keep them up to date in people's own programs, and the page /foelg/."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from typing import NamedTuple
from urllib.parse import quote

from generator import urls
from generator.danish.formatting import capital
from generator.model.area import Municipality
from generator.model.event import Audience, Category, Event
from generator.pages.context import SiteContext
from generator.pages.page import Crumb, Page
from generator.text.letters import slug


class Subscription(NamedTuple):
    """One calendar to subscribe to: its name, the path of its feed, and its address for different programs.

    `key` is its anchor on the page of all ways to follow, and the name of the code that leads there.
    """

    key: str
    name: str
    url: str
    address: str
    webcal: str
    google: str
    outlook: str

    @property
    def page(self) -> str:
        """Return where the page of all ways to follow speaks of it."""
        return urls.follow(self.key)

    @property
    def code(self) -> str:
        """Return the file of the code that leads a phone there."""
        return urls.follow_code(self.key)


def subscribe_to_all(context: SiteContext) -> Subscription:
    """Return the subscription to all events."""
    return _subscription(context, "det-hele", f"{context.site.programme.name}: det sker", urls.CALENDAR_FEED)


def subscribe_to_area(context: SiteContext, area: str, name: str) -> Subscription:
    """Return the subscription to the events of one area, by its slug and its name."""
    return _subscription(context, area, f"{context.site.programme.name} {name}", urls.area_feed(area))


Chosen = tuple[Subscription, Callable[[Event], bool]]
"""A calendar of some of all events, with what tells whether an event belongs to it."""


def chosen_calendars(context: SiteContext) -> Iterator[Chosen]:
    """Yield each calendar of some of all events."""
    for of_kind in (_by_category, _by_municipality, _by_audience, _of_what_is_free):
        yield from of_kind(context)


def subscribe_to_categories(context: SiteContext) -> list[Subscription]:
    """Return a subscription for each category that some event has."""
    return [calendar for calendar, _ in _by_category(context)]


def _by_category(context: SiteContext) -> Iterator[Chosen]:
    used = {event.category for event in context.calendar.events}
    for each in (each for each in Category if each in used):
        calendar = _subscription(context, f"kategori-{slug(each.value)}", capital(each.value), urls.category_feed(each))
        yield calendar, partial(_is_of, each)


def _by_municipality(context: SiteContext) -> Iterator[Chosen]:
    """Yield the calendar of each municipality that has an area, in Danish order: of what one of its areas holds."""
    used = {area.municipality for area in context.site.areas}
    for each in (each for each in Municipality if each in used):
        calendar = _subscription(context, f"kommune-{slug(each.value)}", each.in_full, urls.municipality_feed(each))
        yield calendar, partial(_is_in, context, each)


def _by_audience(context: SiteContext) -> Iterator[Chosen]:
    """Yield the calendar of each audience that some event is for, as the calendar's filter sees it: what is for all is, too."""
    used = {audience for event in context.calendar.events for audience in event.audience}
    for each in (each for each in Audience if each in used):
        calendar = _subscription(context, f"for-{slug(each.value)}", f"For {each.value}", urls.audience_feed(each))
        yield calendar, partial(_is_for, each)


def _of_what_is_free(context: SiteContext) -> Iterator[Chosen]:
    """Yield the calendar of what plainly costs nothing, where something does."""
    if any(map(_is_free, context.calendar.events)):
        yield _subscription(context, "gratis", "Gratis", urls.FREE_FEED), _is_free


def _is_of(category: Category, event: Event) -> bool:
    return event.category is category


def _is_in(context: SiteContext, municipality: Municipality, event: Event) -> bool:
    return municipality in context.calendar.municipalities_of(event)


def _is_for(audience: Audience, event: Event) -> bool:
    return audience in event.audience or Audience.EVERYONE in event.audience


def _is_free(event: Event) -> bool:
    return bool(event.price and event.price.free)


def _subscription(context: SiteContext, key: str, name: str, path: str) -> Subscription:
    return _made(context.site_url, key, name, path)


@lru_cache(maxsize=1_000)
def _made(site_url: str, key: str, name: str, path: str) -> Subscription:
    """Return a subscription. Cached, because each page names some, and all of them the same ones."""
    address = site_url + path
    webcal = "webcal://" + address.partition("://")[2]
    return Subscription(
        key=key,
        name=name,
        url=path,
        address=address,
        webcal=webcal,
        google=f"https://calendar.google.com/calendar/r?cid={quote(webcal, safe='')}",
        outlook=f"https://outlook.live.com/calendar/0/addfromweb?url={quote(address, safe='')}&name={quote(name, safe='')}",
    )


TITLE = "Følg med"


class _Way(NamedTuple):
    """Hold a way to follow a calendar, and what one does, in one line."""

    name: str
    text: str


WAYS = (
    _Way("Apple og andre", "Vælg linket på telefonen eller computeren, og sig ja til at abonnere."),
    _Way("Google", "Vælg linket på en computer, log ind, og sig ja til at tilføje. Så står den også på telefonen."),
    _Way("Outlook", "Vælg linket, log ind, og vælg Importér. Så står den alle de steder, du bruger Outlook."),
    _Way("Fil", "Filen er kalenderen, som den er i dag. Den fornyer sig ikke."),
)


def groups(context: SiteContext) -> list[tuple[str, Sequence[Subscription]]]:
    """Return every calendar by what it is a part of; no group is empty."""
    for_you = (*_by_audience(context), *_of_what_is_free(context))
    every = (
        ("Det hele", [subscribe_to_all(context)]),
        ("Et lokalområde", [subscribe_to_area(context, card.slug, card.name) for card in context.cards.areas]),
        ("En kommune", [calendar for calendar, _ in _by_municipality(context)]),
        ("Det, der er for dig", [calendar for calendar, _ in for_you]),
        ("Én slags", subscribe_to_categories(context)),
    )
    return [(title, calendars) for title, calendars in every if calendars]


def follow(context: SiteContext) -> Page:
    """Return the page."""
    values = {"title": TITLE, "ways": WAYS, "groups": [{"title": title, "calendars": of} for title, of in groups(context)]}
    description = "Få det, der sker, i din egen kalender: det hele, et lokalområde, en kommune, det gratis eller én slags."
    return Page(urls.FOLLOW, "follow.html", TITLE, description, values, colour="sky", crumbs=(Crumb(TITLE, None),))
