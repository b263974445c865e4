"""Pages that have moved: where each stood before, and what moved with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from generator import paths, urls
from generator.model.area import Area
from generator.model.event import Event
from generator.model.folders import PROGRAMME
from generator.model.former import area_of
from generator.model.rounds import RoundFacts
from generator.model.site import ContentPage, Correction, Site
from generator.model.story import Story

_OF_AREA = (
    *(f"{section}{{}}/" for section in (urls.AREAS, urls.CALENDAR, urls.STORIES, urls.DOCUMENTS)),
    *(f"{section}omraade/{{}}/" for section in (urls.WEEK, urls.SCREEN, urls.EMBED)),
)
"""What an area's slug stands in: all of it moves with the area."""
SECTIONS = {
    *("assets", "billeder", "data", "det-sker", "dokumenter", "foelg", "historier", "hjaelp-til", "indlejr", "omraader", "rediger"),
    *("resultater", "skaerm", "soeg", "tidsplan", "uge", "was"),
}
"""Names right below the site's root that the generator itself makes something below."""
_MONTH = re.compile(r"\d{4}-\d{2}")


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
    yield from (Place(urls.round_page(each.name), each.facts.former, each.source) for each in site.rounds)
    yield from (Place(urls.corrected(each), each.former, each.source) for each in site.corrections)


def has_moved(site: Site) -> bool:
    """Return whether any page says where it stood before: mostly none does."""
    every: Iterator[Area | Event | Story | ContentPage | Correction | RoundFacts] = chain(
        site.areas, site.all_events(), site.all_stories(), site.pages, site.corrections, (each.facts for each in site.rounds)
    )
    return any(each.former for each in every)


def moved(site: Site) -> dict[str, str]:
    """Return where each former address leads that somebody has written: `{"det-sker/by/gammel/": "det-sker/by/ny/"}`.

    A page that came back to where it stood before names that address too, and stands there itself. In a build in spite of problems
    an address that is taken is left out.
    """
    every = [*places(site)] if has_moved(site) else []
    here = {place.url for place in every}
    found: dict[str, str] = {}
    for place in every:
        for former in place.former:
            if former not in here and may_have_been(place, former):
                found.setdefault(former, place.url)
    return found


def may_have_been(place: Place, former: str) -> bool:
    """Return whether a page can have stood somewhere: what only the generator makes there may come back on some day.

    Addresses right below the root are the programme's to give, not an area's.
    """
    match former.split("/"):
        case ["omraader", name, ""]:
            return name not in paths.TAKEN
        case ["det-sker" | "historier", owner, _, ""]:
            return owner == PROGRAMME or owner not in paths.TAKEN
        case ["tidsplan", _, ""]:
            return place.source.startswith("content/")
        case [first, *rest]:
            return place.source.startswith("content/") and first not in SECTIONS and not any(map(_MONTH.fullmatch, rest))
    return False


def moved_paths(site: Site) -> frozenset[str]:
    """Return the former addresses of pages, those too of an area's events and stories that moved with it."""
    addresses = moved(site)
    before_and_now = beginnings(addresses)
    here = [place.url for place in places(site)] if addresses else []
    return frozenset(addresses).union(
        before + url.removeprefix(now) for before, now in before_and_now for url in here if url.startswith(now)
    )


def owners(paths: Iterable[str]) -> set[str]:
    """Return the owners whose pages these are, each by its address; for another page, the second step of its address."""
    return {path.split("/")[1] for path in paths if path.count("/") > 1}


def moved_with(former: str, url: str) -> tuple[tuple[str, str], ...]:
    """Return pairs of beginnings, before and now, of all addresses that moved when a page moved from `former` to `url`.

    Nothing lies below the front page.
    """
    before, now = area_of(former), area_of(url)
    if url == urls.FRONT:
        return ()
    return tuple((each.format(before), each.format(now)) for each in _OF_AREA) if before and now else ((former, url),)


def beginnings(moved: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return what `moved_with` does, of every page that moved."""
    return [pair for each in moved.items() for pair in moved_with(*each)]


def now_at(moved: Mapping[str, str], path: str) -> Iterator[str]:
    """Yield what a former address may have become: that of a page, of what lies below it, and of all that an area has."""
    if path in moved:
        yield moved[path]
    yield from (now + path.removeprefix(before) for before, now in beginnings(moved) if path.startswith(before))
