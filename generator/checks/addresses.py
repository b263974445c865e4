"""Which addresses the site has, asked of its files: what is broken today is still a page.

No clock is asked, so that content that is right today is right tomorrow: what stands on some day is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from generator import urls
from generator.model.area import Status
from generator.model.event import Category, Event
from generator.model.occurrences import Occurrence, occurrences
from generator.model.site import Site, folder_of, published

_MADE = {
    *(urls.FRONT, urls.ARCHIVE, urls.SEARCH, urls.FORM, urls.FORM_DATES, urls.FILE_FORM, urls.FIELDS, urls.MESSAGES, urls.STATUS),
    *(urls.CALENDAR_FEED, urls.CALENDAR_REST, urls.TIMELINE_FEED, urls.NEWS_FEED, urls.NEWS_JSON_FEED),
    *(urls.EVENTS_DATA, urls.EVENTS_SCHEMA, urls.EVENTS_TABLE, urls.EVENT_FIELDS, urls.AREAS_DATA, urls.STATUS_DATA),
    *map(urls.category_feed, Category),
}
"""Pages and files that no file of the content stands for."""

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_there(root: Path, site: Site, path: str) -> bool:
    """Whether a page or file stands at `path`, which is from the site's root and does not begin with `/`."""
    if path in _MADE:
        return True
    match path.split("/"):
        case [page, ""] if _NAME.fullmatch(page):
            return page != "index" and (root / "content" / f"{page}.md").is_file()
        case ["kontakt", _]:
            return path in {urls.contact_card(person.name) for person in site.contacts.people}
        case ["omraader", area, ("" | "kalender.ics")] | ["omraader", area, "plakat", ""]:
            return _has_area(root, site, area)
        case ["det-sker", "arkiv", year, ""]:
            # A year in which something begins: it has a page once that has ended, and a link to it is right from then on.
            return year in {str(date.start.day.year) for date in _dates(_events(site))}
        case ["det-sker", month, ""]:
            return month in {f"{first:%Y-%m}" for date in _dates(_events(site)) for first in date.months()}
        case ["det-sker", owner, name, ("" | "kalender.ics")]:
            return _has_event(root, site, owner, name)
        case ["det-sker", owner, name, _]:
            event = next((event for event in _events(site) if (event.owner, event.name) == (owner, name)), None)
            return event is not None and path in _date_feeds(event)
        case ["dokumenter", owner, name]:
            return any(
                event.owner == owner and name in (Path(each.file).name for each in event.documents) for event in _events(site)
            )
    return False


def written_as(root: Path, site: Site, path: str) -> str | None:
    """The page that somebody means who names its file, or its way from another page: `events/fest.md`, `../nordmors/`."""
    stems = [part.removesuffix(".md") for part in PurePosixPath(path).parts if part not in ("/", ".", "..")]
    if not stems:
        return None
    last, owners = stems[-1], [part for part in stems[:-1] if part not in ("areas", "events", "content", "omraader", "det-sker")]
    meant = ["/".join([*stems, ""]), urls.area(last)]
    if last in ("index", "area.yml"):
        meant.append(urls.area(owners[-1]) if owners else urls.FRONT)
    meant += [f"{urls.CALENDAR}{owner}/{last}/" for owner in owners[-1:] or [area.slug for area in site.areas]]
    return next((page for page in meant if is_there(root, site, page)), None)


def addresses_near(site: Site, path: str) -> Iterator[str]:
    """The addresses that a wrong one may have been meant to be: pages, areas, and events of the owner it names."""
    yield from (f"/{page}" for page in (urls.ABOUT, urls.AREAS, urls.CALENDAR, urls.TIMELINE, urls.IDEAS, urls.CONTACT, urls.GUIDE))
    yield from (f"/{urls.area(area.slug)}" for area in site.areas if area.status is not Status.DRAFT)
    yield from (f"/{urls.event(event)}" for event in _events(site) if f"/{event.owner}/" in f"/{path}/")


def _has_area(root: Path, site: Site, name: str) -> bool:
    if not _NAME.fullmatch(name) or not (root / "areas" / name / "area.yml").is_file():
        return False
    area = site.area(name)
    return area is None or area.status is not Status.DRAFT


def _has_event(root: Path, site: Site, owner: str, name: str) -> bool:
    if not _NAME.fullmatch(name) or not _NAME.fullmatch(owner):
        return False
    is_shown = owner == "programmet" or _has_area(root, site, owner)
    return is_shown and (root / folder_of(owner) / "events" / f"{name}.md").is_file()


def _events(site: Site) -> Iterator[Event]:
    """The events of those areas that are shown."""
    return published(site, examples=True).all_events()


def _dates(events: Iterable[Event]) -> Iterator[Occurrence]:
    return (date for event in events for date in occurrences(event))


def _date_feeds(event: Event) -> set[str]:
    """The calendar files of an event's single dates, where there are several: of those that one can come to."""
    dates = occurrences(event)
    return {urls.date_feed(event, date.anchor) for date in dates if len(dates) > 1 and not date.is_off}
