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


def subscribe_to_categories(context: SiteContext) -> Sequence[Subscription]:
    """Return a subscription for each category that some event has."""
    used = {event.category for event in context.calendar.events}
    return [_of_category(context, each) for each in Category if each in used]


def subscribe_to_municipalities(context: SiteContext) -> Sequence[Subscription]:
    """Return a subscription for each municipality that has an area, in Danish order."""
    used = {area.municipality for area in context.site.areas}
    return [_of_municipality(context, each) for each in Municipality if each in used]


def subscribe_to_audiences(context: SiteContext) -> Sequence[Subscription]:
    """Return a subscription for each audience that some event is for."""
    used = {audience for event in context.calendar.events for audience in event.audience}
    return [_of_audience(context, each) for each in Audience if each in used]


def subscribe_to_free(context: SiteContext) -> Sequence[Subscription]:
    """Return the subscription to what is free, where something is."""
    return [_of_free(context)] if any(map(is_free, context.calendar.events)) else []


def chosen_calendars(context: SiteContext) -> Iterator[tuple[Subscription, Callable[[Event], bool]]]:
    """Yield each calendar of some of all events, with what tells whether an event belongs to it.

    Those with nothing in them are there too, although none is offered: somebody may follow one since there was something, and a
    program whose calendar is gone says nothing, or gives up.
    """
    yield from ((_of_category(context, each), partial(is_of, each)) for each in Category)
    yield from ((_of_municipality(context, each), partial(is_in, context, each)) for each in Municipality)
    yield from ((_of_audience(context, each), partial(is_for, each)) for each in Audience)
    yield _of_free(context), is_free


def _of_category(context: SiteContext, category: Category) -> Subscription:
    return _subscription(context, f"kategori-{slug(category.value)}", capital(category.value), urls.category_feed(category))


def _of_municipality(context: SiteContext, place: Municipality) -> Subscription:
    return _subscription(context, f"kommune-{slug(place.value)}", place.in_full, urls.municipality_feed(place))


def _of_audience(context: SiteContext, audience: Audience) -> Subscription:
    return _subscription(context, f"for-{slug(audience.value)}", f"For {audience.value}", urls.audience_feed(audience))


def _of_free(context: SiteContext) -> Subscription:
    return _subscription(context, "gratis", "Gratis", urls.FREE_FEED)


def is_of(category: Category, event: Event) -> bool:
    """Return whether an event is of a category."""
    return event.category is category


def is_free(event: Event) -> bool:
    """Return whether an event plainly costs nothing."""
    return bool(event.price and event.price.free)


def is_in(context: SiteContext, municipality: Municipality, event: Event) -> bool:
    """Return whether an event is held by an area of a municipality."""
    return municipality in context.calendar.municipalities_of(event)


def is_for(audience: Audience, event: Event) -> bool:
    """Return whether an event is for somebody, as the calendar's filter sees it: what is for everybody is, too."""
    return audience in event.audience or Audience.EVERYONE in event.audience


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
    every = (
        ("Det hele", [subscribe_to_all(context)]),
        ("Et lokalområde", [subscribe_to_area(context, card.slug, card.name) for card in context.cards.areas]),
        ("En kommune", subscribe_to_municipalities(context)),
        ("Det, der er for dig", [*subscribe_to_audiences(context), *subscribe_to_free(context)]),
        ("Én slags", subscribe_to_categories(context)),
    )
    return [(title, calendars) for title, calendars in every if calendars]


def follow(context: SiteContext) -> Page:
    """Return the page."""
    values = {"title": TITLE, "ways": WAYS, "groups": [{"title": title, "calendars": of} for title, of in groups(context)]}
    description = "Få det, der sker, i din egen kalender: det hele, et lokalområde, en kommune, det gratis eller én slags."
    return Page(urls.FOLLOW, "follow.html", TITLE, description, values, colour="sky", crumbs=(Crumb(TITLE, None),))
