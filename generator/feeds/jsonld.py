"""What search engines read inside a page: schema.org as JSON-LD, by the kind of page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from markupsafe import Markup

from generator import urls
from generator.feeds.jsonld_event import event_data
from generator.feeds.texts import title
from generator.model.occurrences import Occurrence
from generator.model.programme import PostalAddress
from generator.pages.context import SiteContext
from generator.pages.page import Page, embedded

Node = dict[str, Any]
LISTED = 10
"""Events that the calendar lists for search engines: each costs a phone 30 bytes, and every event has a page that says more."""


def script(context: SiteContext, page: Page) -> Markup | None:
    """Return the content of the page's script element, or None where there is nothing to say. It cannot end the element."""
    graph = list(graph_of(context, page))
    if not graph:
        return None
    return embedded({"@context": "https://schema.org", "@graph": graph})


def graph_of(context: SiteContext, page: Page) -> Iterator[Node]:
    """Yield the page's nodes: its own kind's, then the way to it."""
    yield from _KINDS.get(page.template, _nothing)(context, page)
    if page.crumbs:
        steps = [(crumb.title, page.url if crumb.url is None else crumb.url) for crumb in (page.home, *page.crumbs)]
        items = [
            {"@type": "ListItem", "position": place, "name": name, "item": context.site_url + url}
            for place, (name, url) in enumerate(steps, 1)
        ]
        yield {"@type": "BreadcrumbList", "itemListElement": items}


def _nothing(context: SiteContext, page: Page) -> Iterator[Node]:
    del context, page
    yield from ()


def _address(address: PostalAddress) -> Node:
    return {
        "@type": "PostalAddress",
        "streetAddress": address.street,
        "postalCode": address.postcode,
        "addressLocality": address.town,
        "addressCountry": "DK",
    }


def _front(context: SiteContext, page: Page) -> Iterator[Node]:
    """Yield the programme as an organization, and the site."""
    programme, contacts = context.site.programme, context.site.contacts
    yield {
        "@type": "Organization",
        "name": programme.name,
        "url": context.site_url,
        **({"email": contacts.mail} if contacts.mail else {}),
        "description": page.description,
        "parentOrganization": {"@type": "Organization", "name": programme.funder},
        **({"address": _address(contacts.address)} if contacts.address.name else {}),
    }
    yield {
        "@type": "WebSite",
        "name": programme.name,
        "url": context.site_url,
        "description": page.description,
        "inLanguage": "da",
        "publisher": {"@type": "Organization", "name": programme.name, "url": context.site_url},
    }


def _calendar(context: SiteContext, page: Page) -> Iterator[Node]:
    del page
    yield _events("Det sker", context, context.calendar.coming[:LISTED])


def _area(context: SiteContext, page: Page) -> Iterator[Node]:
    area = context.area_at[page.url]
    coming = context.calendar.coming_of(area.slug)
    if coming:
        yield _events(f"Det sker i {area.name}", context, coming)


def _areas(context: SiteContext, page: Page) -> Iterator[Node]:
    del page
    yield _list("Lokalområder", ((card.name, context.site_url + card.url) for card in context.cards.areas))


def _event(context: SiteContext, page: Page) -> Iterator[Node]:
    event = context.event_at[page.url]
    picture = page.values.get("picture")
    yield event_data(context, event, context.site_url + picture.src if picture else None)


def _story(context: SiteContext, page: Page) -> Iterator[Node]:
    """Yield a story as an article."""
    card = page.values["card"]
    yield {
        "@type": "Article",
        "headline": card.title,
        "url": context.site_url + page.url,
        "datePublished": card.iso,
        "inLanguage": "da",
        "author": {"@type": "Organization", "name": page.values["author"] or card.owner},
        "publisher": {"@type": "Organization", "name": context.site.programme.name, "url": context.site_url},
        **({"description": card.summary} if card.summary else {}),
        **({"image": context.site_url + card.picture.src} if card.picture else {}),
    }


def _events(name: str, context: SiteContext, occurrences: Iterable[Occurrence]) -> Node:
    return _list(name, ((title(each.event, each.state), context.site_url + urls.event(each.event)) for each in occurrences))


def _list(name: str, listed: Iterable[tuple[str, str]]) -> Node:
    """Return a list of pages, each by its name, without which some readers refuse it, and its address."""
    items = [{"@type": "ListItem", "position": place, "name": title, "url": url} for place, (title, url) in enumerate(listed, 1)]
    return {"@type": "ItemList", "name": name, "numberOfItems": len(items), "itemListElement": items}


_KINDS: dict[str, Callable[[SiteContext, Page], Iterator[Node]]] = {
    "front.html": _front,
    "calendar.html": _calendar,
    "areas.html": _areas,
    "area.html": _area,
    "event.html": _event,
    "story.html": _story,
}
