"""Which addresses the site has, asked of its content: what is broken today is a page again once it is mended.

No clock is asked, so that content that is right today is right tomorrow: what stands on some day is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from generator import urls
from generator.addresses.moves import moved, now_at
from generator.model.area import Municipality
from generator.model.event import Audience, Category, Event
from generator.model.folders import PROGRAMME, event_file, story_file
from generator.model.language import Language
from generator.model.occurrences import Occurrence, occurrences
from generator.model.programme import CONTACTS_FILE
from generator.model.site import Site, published
from generator.problems.rules import GROUPS
from generator.text.letters import slug

MADE = {
    *(
        urls.FRONT,
        urls.ARCHIVE,
        urls.SEARCH,
        urls.FORM,
        urls.FORM_DATES,
        urls.FILE_FORM,
        urls.FIELDS,
        urls.AREA_FIELDS,
        urls.MESSAGES,
        urls.STATUS,
    ),
    *(f"{urls.MESSAGES}{slug(group)}/" for group, _ in GROUPS),
    *(urls.RESULTS_OF_AREAS, urls.RESULT_PICTURES, urls.RESULTS_TABLE, urls.STORIES_FEED),
    *(urls.HELPERS, urls.FOLLOW, urls.FREE_FEED, urls.POSTERS),
    *map(urls.municipality_feed, Municipality),
    *map(urls.audience_feed, Audience),
    *(urls.STATEMENT, urls.DATA, urls.EVENT_TABLE, urls.AREAS_TABLE, urls.PARTNERS_TABLE, urls.EVENT_DATABASE, urls.CATALOGUE),
    *(urls.CALENDAR_FEED, urls.COMING, urls.TIMELINE_FEED, urls.NEWS_FEED, urls.NEWS_JSON_FEED),
    *(urls.EVENTS_DATA, urls.EVENTS_SCHEMA, urls.EVENTS_TABLE, urls.EVENT_FIELDS, urls.AREAS_DATA, urls.STATUS_DATA),
    *(urls.WEEK, urls.WEEK + urls.NEXT_WEEK, urls.week_feed("")),
    *(urls.SCREEN, urls.screen_feed(""), urls.EMBED, urls.EMBED_SCRIPT, urls.embed("")),
    *map(urls.category_feed, Category),
}
"""Pages and files that no file of the content stands for."""

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True)
class Addresses:
    """The addresses of what is shown of one site. What only a broken file can say is taken to be there."""

    root: Path
    site: Site

    @classmethod
    def of(cls, root: Path, site: Site, *, examples: bool) -> Addresses:
        """Return the addresses of a site; without `examples`, these have none."""
        return cls(root, published(site, examples=examples))

    def has(self, path: str) -> bool:
        """Return whether a page or file is found at `path`, which is from the site's root and does not begin with `/`.

        What has moved is found where it was before.
        """
        return self.stands(path) or any(map(self.stands, now_at(self._moved, path)))

    def stands(self, path: str) -> bool:
        """Return whether a page or file stands at `path` itself."""
        if path in MADE or any(self._has_translated(language, path) for language in self.site.languages):
            return True
        match path.split("/"):
            case [page, ""] if _NAME.fullmatch(page):
                return page != "index" and (self.root / "content" / f"{page}.md").is_file()
            case ["rediger", page, ""] if _NAME.fullmatch(page):
                return (self.root / "content/rediger" / f"{page}.md").is_file()
            case ["kontakt", card] if card.endswith(".vcf"):
                people = self.site.contacts.people
                return self.site.hides(CONTACTS_FILE) or path in {urls.contact_card(person.name) for person in people}
            case ["omraader", area, ("" | "kalender.ics")] | ["omraader", area, "plakat", ""]:
                return self._has_area(area)
            case ["uge" | "skaerm" | "indlejr" as section, *rest]:
                return self._has_view(f"{section}/", "/".join(rest))
            case ["omraader", area, "historier.xml"]:
                has_stories = any(owner == area for owner, _ in self._stories) or self.site.hides_area(area)
                return has_stories or (self._has_area(area) and self._hides_events)
            case ["det-sker", "arkiv", year, ""] if _YEAR.fullmatch(year):
                # A year in which something begins: it has a page once that has ended, and a link to it is right from then on.
                return year in self._years or self._hides_events
            case ["det-sker", "kommune", name, ""]:
                return self._has_municipality(name)
            case ["det-sker", month, ""] if _MONTH.fullmatch(month):
                return month in self._months or self._hides_events
            case ["det-sker", owner, name, ("" | "kalender.ics")] | ["det-sker", owner, name, "plakat", ""]:
                return (owner, name) in self._events or self._hides_event(owner, name)
            case ["det-sker", owner, name, feed] if feed.endswith(".ics"):
                event = self._events.get((owner, name))
                return path in _date_feeds(event) if event else self._hides_event(owner, name)
            case ["historier", owner, name, ""]:
                return (owner, name) in self._stories or self._hides_story(owner, name)
            case ["dokumenter", owner, name] if name.endswith(".pdf"):
                return (owner, name) in self._documents or self._hides_events
        return False

    def meant_by(self, path: str) -> str | None:
        """Return the page that is meant by the name of its file, or by a way from another page: `fest.md`, `../nordmors/`."""
        stems = [part.removesuffix(".md") for part in PurePosixPath(path).parts if part not in ("/", ".", "..")]
        if not stems:
            return None
        last = stems[-1]
        owners = [part for part in stems[:-1] if part not in ("areas", "events", "content", "omraader", "det-sker")]
        meant = ["/".join([*stems, ""]), urls.area(last)]
        if last in ("index", "area.yml"):
            meant.append(urls.area(owners[-1]) if owners else urls.FRONT)
        meant += [urls.event_named(owner, last) for owner in owners[-1:] or [area.slug for area in self.site.areas]]
        return next(filter(self.has, meant), None)

    def near(self, path: str) -> Iterator[str]:
        """Yield the addresses that a wrong one may have been meant to be: pages, areas, and events of the owner it names."""
        pages = (urls.ABOUT, urls.AREAS, urls.CALENDAR, urls.TIMELINE, urls.IDEAS, urls.CONTACT, urls.GUIDE)
        yield from (f"/{page}" for page in pages)
        yield from (f"/{urls.area(area.slug)}" for area in self.site.areas)
        yield from (f"/{urls.event(event)}" for event in self._events.values() if f"/{event.owner}/" in f"/{path}/")

    @cached_property
    def _moved(self) -> dict[str, str]:
        return moved(self.site)

    @cached_property
    def _events(self) -> dict[tuple[str, str], Event]:
        return {(event.owner, event.name): event for event in self.site.all_events()}

    @cached_property
    def _stories(self) -> set[tuple[str, str]]:
        return {(story.owner, story.name) for story in self.site.all_stories()}

    @cached_property
    def _documents(self) -> set[tuple[str, str]]:
        return {(event.owner, Path(each.file).name) for event in self._events.values() for each in event.documents}

    @cached_property
    def _years(self) -> set[str]:
        return {str(date.start.day.year) for date in _dates(self._events.values())}

    @cached_property
    def _months(self) -> set[str]:
        return {f"{first:%Y-%m}" for date in _dates(self._events.values()) for first in date.months()}

    @cached_property
    def _hides_events(self) -> bool:
        """Return whether a broken file may be an event, with any date and any document. Events of a broken area.yml are known."""
        unread = (path for path in self.site.unread if not path.endswith("/area.yml"))
        return any(path.startswith(("areas/", "content/events/")) for path in unread)

    @cached_property
    def _hides_areas(self) -> bool:
        """Return whether a broken file, or a folder that cannot be read, is an area, in any municipality."""
        return any(path.startswith("areas/") and (path.endswith("/area.yml") or path.count("/") == 1) for path in self.site.unread)

    def _has_translated(self, language: Language, path: str) -> bool:
        """Return whether a page in a language stands at `path`: one of its files, or a month of its calendar."""
        calendar, _, month = path.removesuffix("/").rpartition("/")
        is_month = f"{calendar}/" == language.url_of.get(urls.CALENDAR) and path.endswith("/")
        return language.page_at(path) is not None or (is_month and (month in self._months or self._hides_events))

    def _has_view(self, section: str, rest: str) -> bool:
        """Return whether a section has a week, a screen or a frame at `rest`: everybody's, an area's or a municipality's."""
        match rest.split("/", 2):
            case ["omraade", area, below]:
                there = self._has_area(area)
            case ["kommune", name, below]:
                there = self._has_municipality(name)
            case ["alle", *steps] if section == urls.EMBED:
                there, below = True, "/".join(steps)
            case _:
                there, below = section != urls.EMBED, rest
        return there and below in urls.BELOW_SCOPES[section]

    def _has_municipality(self, name: str) -> bool:
        """Return whether an area lies in the municipality of this name, `thisted`, or may do so."""
        found = (each for each in Municipality if slug(each.value) == name)
        return any(self._hides_areas or any(area.municipality is each for area in self.site.areas) for each in found)

    def _has_area(self, slug: str) -> bool:
        return self.site.area(slug) is not None or self.site.hides_area(slug)

    def _hides_event(self, owner: str, name: str) -> bool:
        """Return whether an event's file is broken, and its area is one that is shown or is broken too."""
        return (owner == PROGRAMME or self._has_area(owner)) and self.site.hides(event_file(owner, name))

    def _hides_story(self, owner: str, name: str) -> bool:
        """Return whether a story's file is broken, or is there while that of its area is broken."""
        path = story_file(owner, name)
        return self.site.hides(path) or (self.site.hides_area(owner) and (self.root / path).is_file())


def _dates(events: Iterable[Event]) -> Iterator[Occurrence]:
    return (date for event in events for date in occurrences(event))


def _date_feeds(event: Event) -> set[str]:
    """Return the calendar files of an event's single dates, where there are several: of those that one can come to."""
    dates = occurrences(event)
    return {urls.date_feed(event, date.anchor) for date in dates if len(dates) > 1 and not date.is_cancelled_or_postponed}
