"""The pages of the calendar: what comes, each month as a grid, and what has been, by year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from generator import urls
from generator.danish import formatting
from generator.model.calendar import only_examples
from generator.model.event import Category
from generator.model.occurrences import Occurrence
from generator.pages import correction, municipality, pagination
from generator.pages.context import SiteContext
from generator.pages.page import CALENDAR, Crumb, Document, LazyMapping, Page
from generator.pages.pagination import Room, by_month
from generator.pages.subscriptions import subscribe_to_all
from generator.pages.values import EventCard
from generator.text.letters import sort_key

_HIGHLIGHTS_SHOWN = 4
_ARCHIVE_SHOWN = 12


def calendar(context: SiteContext, document: Document) -> Page:
    """Return the page /det-sker/: what runs now, then every date that is to come, by month."""
    today, ahead = context.now.date(), context.calendar.ahead
    running, in_months = pagination.agenda(context, ahead, Room())
    values = {
        "text": document.html,
        "next": _next(context),
        "now": running,
        "months": in_months,
        "counted": formatting.events_and_dates(len(context.calendar.coming), len(ahead)),
        "coming_url": urls.COMING,
        "sample": _sample(context),
        "empty": None if ahead else correction.note(context) or "Der er ingen kommende arrangementer i kalenderen.",
        "highlights": [] if ahead else context.cards.events(context.calendar.held[:_HIGHLIGHTS_SHOWN]),
        "archive_url": urls.ARCHIVE,
        "month_pages": [{**group, "counted": formatting.number_of_dates(group["count"])} for group in in_months],
        "filters": _filters(context),
        "follow": subscribe_to_all(context),
        "areas": [{"name": card.name, "url": card.url, "count": card.event_count} for card in context.cards.areas],
        "municipalities": municipality.links(context),
        "today_parts": {"weekday": formatting.weekday(today), "day": today.day, "month": formatting.month_year(today)},
    }
    return document.page(urls.CALENDAR, "calendar.html", values, "sky")


def _next(context: SiteContext) -> EventCard | None:
    """Return the date that is called the next one: the first that has not begun and takes place."""
    ahead = (each for each in context.calendar.ahead if context.calendar.state(each) != "now")
    first = next((each for each in ahead if not each.is_cancelled_or_postponed), None)
    return context.cards.event(first) if first else None


def _sample(context: SiteContext) -> EventCard | None:
    """Return a card that has every possible part, from which the script makes other cards; None where nothing is to come."""
    if not context.calendar.ahead:
        return None
    return context.cards.event(context.calendar.ahead[0])._replace(
        example=True,
        state="next",
        state_text=None,
        status="moved",
        status_text="Flyttet",
        was="Før",
        time="kl. 19",
        place="Sted",
        booking="tilmelding",
        repeats="hver uge",
        price="Gratis",
    )


def archive(context: SiteContext) -> Iterator[Page]:
    """Yield the page /det-sker/arkiv/ with what ended last, and a page like /det-sker/arkiv/2026/ for each year."""
    years = {
        year: list(occurrences)
        for year, occurrences in groupby(context.calendar.held, key=lambda occurrence: occurrence.start.day.year)
    }
    links = [{"title": str(year), "url": urls.archive_year(year), "count": len(occurrences)} for year, occurrences in years.items()]
    here = Crumb("Tidligere arrangementer", None)
    yield Page(
        urls.ARCHIVE,
        "archive.html",
        "Tidligere arrangementer",
        "Arrangementer, som lokalområderne i Kulturpunkt har holdt, år for år.",
        {
            "title": "Tidligere arrangementer",
            "links": links,
            "months": by_month(context, context.calendar.held[:_ARCHIVE_SHOWN]),
            "empty": None if links else "Der er ikke holdt noget endnu.",
        },
        colour="rose",
        crumbs=(CALENDAR, here),
    )
    for year, occurrences in years.items():
        yield Page(
            urls.archive_year(year),
            "archive.html",
            f"Det skete i {year}",
            f"Arrangementer, som lokalområderne i Kulturpunkt holdt i {year}.",
            LazyMapping(partial(_archive_year, context, year, occurrences, links)),
            colour="rose",
            hidden=only_examples(occurrences),
            crumbs=(CALENDAR, Crumb(here.title, urls.ARCHIVE), Crumb(str(year), None)),
            decided_by=(links,),
            occurrences=occurrences,
        )


def _archive_year(
    context: SiteContext, year: int, occurrences: Sequence[Occurrence], links: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "title": f"Det skete i {year}",
        "links": [link for link in links if link["title"] != str(year)],
        "months": by_month(context, occurrences),
        "empty": None,
    }


def _filters(context: SiteContext) -> dict[str, Any]:
    """Return the first choices: only what some coming event has. The script makes the others from its file."""
    events = [occurrence.event for occurrence in context.calendar.coming]
    hosts = {host.slug: host for event in events for host in context.calendar.hosts_of(event)}
    hosts |= {event.owner: context.calendar.areas[event.owner] for event in events if event.owner in context.calendar.areas}
    areas = {event.owner: context.calendar.name_of(event.owner) for event in events} | {slug: hosts[slug].name for slug in hosts}
    categories = {event.category for event in events}
    return {
        "areas": [{"value": slug, "title": name} for slug, name in sorted(areas.items(), key=lambda pair: sort_key(pair[1]))],
        "categories": [{"value": each.value, "title": formatting.capital(each.value)} for each in Category if each in categories],
    }


def held_years(context: SiteContext) -> list[int]:
    """Return the years in which something ended, newest first."""
    return sorted({occurrence.start.day.year for occurrence in context.calendar.held}, reverse=True)
