"""What search engines read inside a page: schema.org as JSON-LD, by the kind of page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from markupsafe import Markup

from generator import urls
from generator.feeds.jsonld_event import event_data
from generator.feeds.texts import title
from generator.pages.page import Page, embedded
from generator.pages.pagination import SHOWN
from generator.pages.view import Entry, View

Node = dict[str, Any]


def script(view: View, page: Page) -> Markup | None:
    """The content of the page's script element, or None where there is nothing to say. It cannot end the element."""
    graph = list(graph_of(view, page))
    if not graph:
        return None
    return embedded({"@context": "https://schema.org", "@graph": graph})


def graph_of(view: View, page: Page) -> Iterator[Node]:
    """The page's nodes: its own kind's, then the way to it."""
    yield from _KINDS.get(page.template, _nothing)(view, page)
    if page.crumbs:
        steps = [("Forside", ""), *((crumb.title, page.url if crumb.url is None else crumb.url) for crumb in page.crumbs)]
        items = [
            {"@type": "ListItem", "position": place, "name": name, "item": view.site_url + url}
            for place, (name, url) in enumerate(steps, 1)
        ]
        yield {"@type": "BreadcrumbList", "itemListElement": items}


def _nothing(view: View, page: Page) -> Iterator[Node]:
    del view, page
    yield from ()


def _front(view: View, page: Page) -> Iterator[Node]:
    """Who runs the programme, and the site."""
    programme, contacts = view.site.programme, view.site.contacts
    yield {
        "@type": "Organization",
        "name": programme.name,
        "url": view.site_url,
        "email": contacts.mail,
        "description": page.description,
        "parentOrganization": {"@type": "Organization", "name": programme.funder},
        "address": {
            "@type": "PostalAddress",
            "streetAddress": contacts.address.street,
            "postalCode": contacts.address.postcode,
            "addressLocality": contacts.address.town,
            "addressCountry": "DK",
        },
    }
    yield {
        "@type": "WebSite",
        "name": programme.name,
        "url": view.site_url,
        "description": page.description,
        "inLanguage": "da",
        "publisher": {"@type": "Organization", "name": programme.name, "url": view.site_url},
    }


def _calendar(view: View, page: Page) -> Iterator[Node]:
    del page
    yield _events("Det sker", view, view.coming[:SHOWN])


def _area(view: View, page: Page) -> Iterator[Node]:
    area = view.area_at[page.url]
    coming = view.coming_of(area.slug)
    if coming:
        yield _events(f"Det sker i {area.name}", view, coming)


def _areas(view: View, page: Page) -> Iterator[Node]:
    del page
    yield _list("Lokalområder", ((card.name, view.site_url + card.url) for card in view.area_cards))


def _event(view: View, page: Page) -> Iterator[Node]:
    event = view.event_at[page.url]
    picture = page.values.get("picture")
    yield event_data(view, event, view.site_url + picture.src if picture else None)


def _events(name: str, view: View, entries: Iterable[Entry]) -> Node:
    return _list(name, ((title(event, date.state), view.site_url + urls.event(event)) for event, date in entries))


def _list(name: str, entries: Iterable[tuple[str, str]]) -> Node:
    items = [{"@type": "ListItem", "position": place, "name": title, "url": url} for place, (title, url) in enumerate(entries, 1)]
    return {"@type": "ItemList", "name": name, "numberOfItems": len(items), "itemListElement": items}


_KINDS: dict[str, Callable[[View, Page], Iterator[Node]]] = {
    "front.html": _front,
    "calendar.html": _calendar,
    "areas.html": _areas,
    "area.html": _area,
    "event.html": _event,
}
