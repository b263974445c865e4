"""Pages that have moved: where each stood before, and what moved with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from generator import urls
from generator.model.area import Area
from generator.model.event import Event
from generator.model.former import area_of
from generator.model.site import ContentPage, Site
from generator.model.story import Story

_OF_AREA = (
    *(f"{urls.AREAS}{{}}/", f"{urls.CALENDAR}{{}}/", f"{urls.STORIES}{{}}/"),
    *(f"{section}omraade/{{}}/" for section in (urls.WEEK, urls.SCREEN, urls.EMBED)),
)
"""What an area's slug stands in: all of it moves with the area."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page with an address of its own: where it stands, where it stood before, and its file."""

    url: str
    former: tuple[str, ...]
    source: str


def places(site: Site) -> Iterator[Place]:
    """Yield every page that a file of the content stands for, and that can say where it stood before."""
    yield from (Place(urls.area(area.slug), area.former, area.source) for area in site.areas)
    yield from (Place(urls.event(event), event.former, event.source) for event in site.all_events())
    yield from (Place(urls.story(story), story.former, story.source) for story in site.all_stories())
    yield from (Place(page.url, page.former, page.source) for page in site.pages)


def has_moved(site: Site) -> bool:
    """Return whether any page says where it stood before: mostly none does."""
    every: Iterator[Area | Event | Story | ContentPage] = chain(site.areas, site.all_events(), site.all_stories(), site.pages)
    return any(each.former for each in every)


def moved(site: Site) -> dict[str, str]:
    """Return where each former address leads that somebody has written: `{"det-sker/by/gammel/": "det-sker/by/ny/"}`.

    A page that came back to where it stood before names that address too, and stands there itself.
    """
    every = places(site) if has_moved(site) else ()
    return {former: place.url for place in every for former in place.former if former != place.url}


def moved_paths(site: Site) -> frozenset[str]:
    """Return the former addresses of pages, those too of an area's events and stories that moved with it."""
    addresses = moved(site)
    before_and_now = [pair for each in addresses.items() for pair in moved_with(*each)]
    here = [place.url for place in places(site)] if addresses else []
    return frozenset(addresses).union(
        before + url.removeprefix(now) for before, now in before_and_now for url in here if url.startswith(now)
    )


def owners(paths: Iterable[str]) -> set[str]:
    """Return the owners whose pages these are, each by its address; for another page, the second step of its address."""
    return {path.split("/")[1] for path in paths if path.count("/") > 1}


def moved_with(former: str, url: str) -> tuple[tuple[str, str], ...]:
    """Return pairs of beginnings, before and now, of all addresses that moved when a page moved from `former` to `url`."""
    before, now = area_of(former), area_of(url)
    return tuple((each.format(before), each.format(now)) for each in _OF_AREA) if before and now else ((former, url),)


def now_at(moved: Mapping[str, str], path: str) -> Iterator[str]:
    """Yield what a former address may have become: that of a page, of what lies below it, and of all that an area has."""
    for former, url in moved.items():
        for before, now in moved_with(former, url):
            if path.startswith(before):
                yield now + path.removeprefix(before)
