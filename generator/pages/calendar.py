"""The pages of the calendar: what comes, each month as a grid, and what has been, by year."""

from __future__ import annotations

import calendar as months_and_weeks
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import groupby
from typing import Any

from generator import urls
from generator.danish import formatting
from generator.danish.patterns import WEEKDAYS
from generator.model.event import Audience, Category
from generator.model.occurrences import Occurrence
from generator.pages import pagination
from generator.pages.context import SiteContext
from generator.pages.page import Crumb, Document, LazyMapping, Page
from generator.pages.pagination import SHOWN, by_month
from generator.pages.subscriptions import subscribe_to_all, subscribe_to_categories
from generator.text.letters import sort_key

_HIGHLIGHTS_SHOWN = 4
_ARCHIVE_SHOWN = 12


def calendar(context: SiteContext, document: Document) -> Page:
    """Return the page /det-sker/: what runs now, then what comes, by month. A series stands once, at its next date."""
    running, ahead = context.calendar.now_and_ahead
    today = context.now.date()
    values = {
        "text": document.html,
        "next": next((context.cards.event(occurrence) for occurrence in ahead if not occurrence.is_cancelled_or_postponed), None),
        "now": pagination.running(context) if running else None,
        "months": by_month(context, ahead, max(0, SHOWN - len(running))),
        "rest_url": urls.CALENDAR_REST,
        "sample": pagination.sample(context),
        "empty": None if context.calendar.coming else "Der er ingen kommende arrangementer i kalenderen.",
        "highlights": [] if context.calendar.coming else context.cards.events(context.calendar.held[:_HIGHLIGHTS_SHOWN]),
        "archive_url": urls.ARCHIVE,
        "month_pages": [_month_link(month) for month in sorted(context.calendar.by_month) if month >= today.replace(day=1)],
        "filters": _filters(context),
        "follow": subscribe_to_all(context),
        "follow_categories": subscribe_to_categories(context),
        "areas": [{"name": card.name, "url": card.url, "count": card.event_count} for card in context.cards.areas],
        "today_parts": {"weekday": formatting.weekday(today), "day": today.day, "month": formatting.month_year(today)},
    }
    return Page(urls.CALENDAR, "calendar.html", document.title, document.description, values, colour="sky", source=document.source)


def months(context: SiteContext) -> Iterator[Page]:
    """Yield a page like /det-sker/2026-05/ for each month that has an occurrence."""
    all_months = sorted(context.calendar.by_month)
    for place, (first, occurrences) in enumerate(sorted(context.calendar.by_month.items())):
        title, today = formatting.month_year(first), context.now.date()
        before, after = all_months[:place][-1:], all_months[place + 1 :][:1]
        yield Page(
            urls.month(first),
            "month.html",
            f"Det sker i {title}",
            f"Alle arrangementer i {title} i lokalområderne i {context.site.programme.name}.",
            LazyMapping(partial(_month, context, first, before, after)),
            colour="sky",
            hidden=all(occurrence.event.example for occurrence in occurrences),
            crumbs=(Crumb("Det sker", urls.CALENDAR), Crumb(formatting.capital(title), None)),
            decided_by=(today if today.replace(day=1) == first else None, before, after),
            occurrences=occurrences,
        )


def _month(context: SiteContext, first: date, before: Sequence[date], after: Sequence[date]) -> dict[str, Any]:
    occurrences = context.calendar.by_month[first]
    return {
        "title": formatting.capital(formatting.month_year(first)),
        "weekdays": [{"name": name, "short": name[:2]} for name in WEEKDAYS],
        "weeks": _weeks(context, first, occurrences),
        "events": context.cards.events(occurrences),
        "previous": next(map(_month_link, before), None),
        "next": next(map(_month_link, after), None),
        "calendar_url": urls.CALENDAR,
    }


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
        crumbs=(Crumb("Det sker", urls.CALENDAR), here),
    )
    for year, occurrences in years.items():
        yield Page(
            urls.archive_year(year),
            "archive.html",
            f"Det skete i {year}",
            f"Arrangementer, som lokalområderne i Kulturpunkt holdt i {year}.",
            LazyMapping(partial(_archive_year, context, year, occurrences, links)),
            colour="rose",
            hidden=all(occurrence.event.example for occurrence in occurrences),
            crumbs=(Crumb("Det sker", urls.CALENDAR), Crumb(here.title, urls.ARCHIVE), Crumb(str(year), None)),
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
    """Return what one can filter by: only what some coming event has."""
    events = [occurrence.event for occurrence in context.calendar.coming]
    hosts = {host.slug: host for event in events for host in context.calendar.hosts_of(event)}
    hosts |= {event.owner: context.calendar.areas[event.owner] for event in events if event.owner in context.calendar.areas}
    areas = {event.owner: context.calendar.owner_name(event) for event in events} | {slug: hosts[slug].name for slug in hosts}
    municipalities = {area.municipality.value for area in hosts.values()}
    audiences = {audience for event in events for audience in event.audience}
    categories = {event.category for event in events}
    return {
        "areas": [{"value": slug, "title": name} for slug, name in sorted(areas.items(), key=lambda pair: sort_key(pair[1]))],
        "municipalities": [{"value": name, "title": name} for name in sorted(municipalities, key=sort_key)],
        "categories": [_choice(category) for category in Category if category in categories],
        "audiences": [_choice(audience) for audience in Audience if audience in audiences],
        "free": any(event.price and event.price.free for event in events),
    }


def _choice(choice: Category | Audience) -> dict[str, str]:
    return {"value": choice.value, "title": formatting.capital(choice.value)}


def held_years(context: SiteContext) -> list[int]:
    """Return the years in which something ended, newest first."""
    return sorted({occurrence.start.day.year for occurrence in context.calendar.held}, reverse=True)


def _month_link(first: date) -> dict[str, str]:
    return {"title": formatting.month_year(first), "url": urls.month(first)}


def _weeks(context: SiteContext, first: date, occurrences: Sequence[Occurrence]) -> list[list[dict[str, Any]]]:
    """Return the weeks of a month as lists of seven days from Monday. Days of other months are empty."""
    weeks = months_and_weeks.Calendar().monthdatescalendar(first.year, first.month)
    on_days: dict[date, list[Occurrence]] = {}
    continued: dict[date, list[Occurrence]] = {}
    for occurrence in occurrences:
        first_shown, *others = _days_of(occurrence, first)
        on_days.setdefault(first_shown, []).append(occurrence)
        for day in () if occurrence.is_cancelled_or_postponed else others:
            continued.setdefault(day, []).append(occurrence)
    return [[_day(context, first, day, on_days.get(day, ()), continued.get(day, ())) for day in week] for week in weeks]


def _day(
    context: SiteContext, first: date, day: date, occurrences: Sequence[Occurrence], continued: Sequence[Occurrence]
) -> dict[str, Any]:
    """Return one day of a month: the occurrences that are links on it, and those that are links on an earlier day and go on."""
    if day.month != first.month:
        return {"day": None, "date": None, "today": False, "events": [], "continued": []}
    return {
        "day": day.day,
        "date": formatting.full_day(day),
        "today": day == context.now.date(),
        "events": context.cards.events(occurrences),
        "continued": context.cards.events(continued),
    }


def _days_of(occurrence: Occurrence, first: date) -> Iterator[date]:
    """Yield the days of an occurrence that lie in the month that begins on `first`."""
    day = max(occurrence.start.day, first)
    while day <= occurrence.last_day and day.month == first.month:
        yield day
        day += timedelta(days=1)
