"""What can be found: every event, area and page, with the words it is found by and what a result shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from pydantic import BaseModel

from generator import urls
from generator.cache.spool import InKeyOrder
from generator.danish import formatting
from generator.model import facts
from generator.model.area import Area, Status
from generator.model.event import Event
from generator.model.occurrences import Occurrence
from generator.model.place import Place, stated_access
from generator.model.programme import Idea
from generator.model.reports import reports_of
from generator.model.story import Story
from generator.pages.context import SiteContext
from generator.pages.event_card import STATUSES
from generator.pages.page import Page
from generator.search.words import ACCESS, NO_BOOKING, age_token, day_token, stems

_MARKUP = re.compile(r"\]\([^)]*\)|https?://\S+|<[^>]*>")
_DENIED = re.compile(r"nej\b", re.IGNORECASE)
"""Who seeks a hearing loop is not led to where there is none."""
_ENDS = attrgetter("ends")
_OWN_PAGES = {"story.html", "event.html", "area.html", "poster.html"}


class Document(NamedTuple):
    """Hold one thing to find. `stems` are those of its title, of its facts and of its text, each in the first only.

    `url` is from the site's root; `note` stands below the title. `dates` are an event's dates that may still come (the last one
    where none does), by end: the end on a Danish clock (`2026-11-14T21:30`), when it is in words, and how it stands.
    """

    title: str
    url: str
    note: str
    stems: tuple[tuple[str, ...], ...]
    example: bool = False
    dates: tuple[tuple[str, str, str | None], ...] = ()

    @classmethod
    def of(
        cls,
        title: str,
        url: str,
        note: str,
        facts: str = "",
        text: str = "",
        example: bool = False,
        dates: tuple[tuple[str, str, str | None], ...] = (),
        tokens: Iterable[str] = (),
    ) -> Document:
        """Return a document that is found by these texts, and by tokens that no text has."""
        seen: set[str] = set()
        levels: list[tuple[str, ...]] = []
        for said in (title, facts, text):
            found = stems(said) - seen
            seen |= found
            levels.append(tuple(sorted(found)))
        levels[-1] = tuple(sorted({*levels[-1], *tokens}))
        return cls(title, url, note, tuple(levels), example, dates)


@dataclass(frozen=True, slots=True)
class Documents:
    """Hold all that can be found. Events are in the order in which their last date ends: at any moment the past ones are first."""

    events: Sequence[Document]
    areas: tuple[Document, ...]
    pages: tuple[Document, ...]


def ordered(events: Mapping[str, Document], areas: Iterable[Document], pages: Iterable[Document]) -> Documents:
    """Return what can be found on a site with these events (by address), areas (in Danish order) and pages."""
    return Documents(
        events=InKeyOrder(events, sorted(events, key=lambda url: (events[url].dates[-1][0], url))),
        areas=tuple(areas),
        pages=tuple(sorted(pages, key=lambda page: page.url)),
    )


def of_event(context: SiteContext, event: Event) -> Document:
    """Return what an event is found by: what, when and where it is, for whom and by whom, how one gets in, and all its texts."""
    url = urls.event(event)
    dates, ahead = context.calendar.occurrences_of(event), context.calendar.ahead_of(event)
    place = context.calendar.place(event.owner, event.place)
    where = ", ".join(filter(None, (place.name, place.town))) if place else ""
    area, hosts = context.calendar.areas.get(event.owner), context.calendar.hosts_of(event)
    facts = (
        context.calendar.name_of(event.owner),
        where,
        *((place.address, place.postcode) if place else ()),
        *(each.municipality.in_full for each in (area, *hosts) if each),
        *(host.name for host in hosts),
        *event.organisers,
        *event.partners,
        event.category.value if event.category else None,
        *(audience.value for audience in event.audience),
        event.age,
        *event.languages,
        "online" if event.online else None,
        "gratis" if event.price and event.price.free else None,
        *dict.fromkeys(STATUSES[date.state][1] for date in ahead if date.state in STATUSES),
        *dict.fromkeys(formatting.month_year(date.start.day) for date in dates),
        str(dates[0].start.day.day),
    )
    return Document.of(
        title=event.title,
        url=url,
        note=" · ".join(filter(None, (where, context.calendar.name_of(event.owner)))),
        facts=_joined(facts),
        text=_without_markup(_joined(_texts_of(context, event, place, dates))),
        example=event.example,
        dates=_dates(ahead or sorted(dates, key=_ENDS)[-1:]),
        tokens=_tokens(context, event, ahead),
    )


def _tokens(context: SiteContext, event: Event, ahead: Iterable[Occurrence]) -> Iterator[str]:
    """Yield the tokens of the days and hours at which an event is to come, of its ages, and of what it states about access."""
    today = context.now.date()
    if event.booking and not event.booking.needed:
        yield NO_BOOKING
    if ages := facts.ages(event):
        yield age_token(*ages)
    for date in ahead:
        evening, clock = facts.is_in_the_evening(date), facts.clock(date)
        for day in facts.days(date, today):
            yield day_token(day, evening=evening, clock=clock)
        place = context.calendar.place(event.owner, date.place)
        yield from (ACCESS[name] for name, said in facts.access(event, date, place).items() if said == "ja")


def _texts_of(context: SiteContext, event: Event, place: Place | None, dates: tuple[Occurrence, ...]) -> Iterator[str | None]:
    yield from (event.summary, event.english, event.text, event.booking.text if event.booking else None)
    yield from dict.fromkeys(date.text for date in dates)
    yield from (link.title for link in event.links)
    yield from (document.title for document in event.documents)
    for title, said in stated_access(event.access, place).stated():
        if not _DENIED.match(said):
            yield f"{title} {said}"
    for helper in context.calendar.helpers_of(event):
        yield f"hjælper hjælpere frivillig frivillige {helper.role} {helper.when or ''}"
    for report in reports_of(context.calendar, event):
        after = report.after
        yield from (after.text, after.lesson, *after.performers, *(quote.text for quote in after.quotes))
    if event.programme:
        yield from _said(event.programme)


def _dates(dates: Sequence[Occurrence]) -> tuple[tuple[str, str, str | None], ...]:
    by_end = sorted(dates, key=_ENDS)
    return tuple((date.ends.isoformat()[:16], _when(date), STATUSES.get(date.state, (None, None))[1]) for date in by_end)


def _when(date: Occurrence) -> str:
    """Return `lør. 14. nov. 2026 kl. 19.00`, `13.-15. nov. 2026`"""
    start, last = date.start, date.last_day
    if last != start.day:
        return f"{formatting.short_days(start.day, last)} {last.year}"
    hour = f" kl. {formatting.clock(start.clock)}" if start.clock else ""
    return f"{formatting.short_day(start.day)} {start.day.year}{hour}"


def of_area(area: Area) -> Document:
    """Return what an area is found by: all that it says of itself."""
    municipality = area.municipality.in_full
    places = (said for place in area.places.values() for said in (place.name, place.town))
    named = (*(partner.name for partner in area.partners), *(each.round for each in area.rounds))
    facts = (municipality, *area.villages, *places, *named)
    said = (area.summary, area.challenge, area.vision, area.idea, area.story, *_outcome(area))
    return Document.of(
        title=area.name,
        url=urls.area(area.slug),
        note=f"{municipality} · {area.summary}",
        facts=_joined(facts),
        text=_without_markup(_joined(said)),
        example=area.status is Status.EXAMPLE,
    )


def _outcome(area: Area) -> Iterator[str | None]:
    """Yield what an area says of its goals and of what came of its work."""
    for goal in area.goals:
        yield from (goal.text, goal.note)
    yield from area.results
    yield from (text for each in area.cooperations for text in (*each.partners, each.text))
    yield from (each.text for each in area.in_practice)
    yield from (text for each in area.lives_on for text in (each.what, each.who))
    yield from (each.item for each in area.spending)


def of_story(context: SiteContext, story: Story) -> Document:
    """Return what a story is found by: what it says, who wrote it and where it is from."""
    owner = context.calendar.name_of(story.owner)
    return Document.of(
        title=story.title,
        url=urls.story(story),
        note=" · ".join(filter(None, (owner, story.summary))),
        facts=_joined((owner, story.author)),
        text=_without_markup(_joined((story.summary, story.text, story.goal))),
        example=story.example,
    )


def stands_alone(page: Page) -> bool:
    """Return whether a page is found as a page: it is shown, and is not what an event or an area is found by.

    Nor is a month of the calendar in another language.
    """
    translated = not page.language.is_danish and page.source is None
    return page.template not in _OWN_PAGES and not page.hidden and not translated


def of_page(context: SiteContext, page: Page) -> Document:
    """Return what a page is found by: what is written on it, and the data that it shows; of the guide its description."""
    written = page.values.get("text") if page.source and page.url != urls.GUIDE else None
    said = (page.description, str(written or ""), *_behind(context, page.url))
    return Document.of(title=page.title, url=page.url, note=page.description, text=_without_markup(_joined(said)))


def _behind(context: SiteContext, url: str) -> Iterator[str]:
    """Yield the texts of the data that a page of the programme shows."""
    site = context.site
    shown: dict[str, tuple[BaseModel, ...]] = {
        urls.ABOUT: (site.programme,),
        urls.TIMELINE: (site.timeline,),
        urls.CONTACT: (site.contacts,),
        urls.IDEAS: tuple(site.ideas),
    }
    for part in shown.get(url, ()):
        yield from _said(part, {"source"} if isinstance(part, Idea) else None)


def _said(part: BaseModel, but: set[str] | None = None) -> Iterator[str]:
    """Yield every text in a part of the model."""
    yield from _texts(part.model_dump(mode="json", exclude=but))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def _without_markup(text: str) -> str:
    """Return Markdown or HTML without addresses and tags."""
    return _MARKUP.sub(" ", text)


def _joined(parts: Iterable[str | None]) -> str:
    return " ".join(filter(None, parts))
