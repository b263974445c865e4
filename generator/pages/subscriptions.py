"""Subscriptions: the addresses that keep a calendar up to date in the calendar program that people have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from generator import urls
from generator.danish.formatting import capital
from generator.model.event import Category
from generator.pages.context import SiteContext


@dataclass(frozen=True, slots=True)
class Subscription:
    """One calendar to subscribe to: its name, the path of its feed, and its address for different programs."""

    name: str
    url: str
    address: str
    webcal: str
    google: str
    outlook: str


def subscribe_to_all(context: SiteContext) -> Subscription:
    """Return the subscription to all events."""
    return _subscription(context, f"{context.site.programme.name}: det sker", urls.CALENDAR_FEED)


def subscribe_to_area(context: SiteContext, slug: str, name: str) -> Subscription:
    """Return the subscription to the events of one area."""
    return _subscription(context, f"{context.site.programme.name} {name}", urls.area_feed(slug))


def subscribe_to_categories(context: SiteContext) -> Sequence[Subscription]:
    """Return a subscription for each category that some event has."""
    used = {event.category for event in context.calendar.events}
    return [
        _subscription(context, capital(category.value), urls.category_feed(category)) for category in Category if category in used
    ]


def _subscription(context: SiteContext, name: str, path: str) -> Subscription:
    address = context.site_url + path
    webcal = "webcal://" + address.partition("://")[2]
    return Subscription(
        name=name,
        url=path,
        address=address,
        webcal=webcal,
        google=f"https://calendar.google.com/calendar/r?cid={quote(webcal, safe='')}",
        outlook=f"https://outlook.live.com/calendar/0/addfromweb?url={quote(address, safe='')}&name={quote(name, safe='')}",
    )
