"""The calendar: what comes, by month; each month as a grid; what has been, by year."""

from __future__ import annotations

import calendar as months_and_weeks
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import groupby
from typing import Any

from generator import urls
from generator.danish import formatting
from generator.danish.dates import WEEKDAYS
from generator.model.event import Audience, Category
from generator.pages import pagination
from generator.pages.page import Crumb, Document, LazyMapping, Page
from generator.pages.pagination import SHOWN, by_month
from generator.pages.subscriptions import subscribe_to_all, subscribe_to_categories
from generator.pages.view import Entry, View
from generator.text.letters import sort_key

_HIGHLIGHTS_SHOWN = 4
_ARCHIVE_SHOWN = 12


def calendar(view: View, document: Document) -> Page:
    """The page /det-sker/: from now on, by month. What runs now stands first, and a series stands once."""
    running, ahead = view.now_and_ahead
    today = view.now.date()
    values = {
        "text": document.html,
        "next": next((view.card(entry) for entry in ahead if not entry.occurrence.is_off), None),
        "now": pagination.running(view) if running else None,
        "months": by_month(view, ahead, max(0, SHOWN - len(running))),
        "rest_url": urls.CALENDAR_REST,
        "sample": pagination.sample(view),
        "empty": None if view.coming else "Der er ingen kommende arrangementer i kalenderen.",
        "highlights": [] if view.coming else view.cards(view.held[:_HIGHLIGHTS_SHOWN]),
        "archive_url": urls.ARCHIVE,
        "month_pages": [_month_link(month) for month in sorted(view.by_month) if month >= today.replace(day=1)],
        "filters": _filters(view),
        "follow": subscribe_to_all(view),
        "follow_categories": subscribe_to_categories(view),
        "areas": [{"name": card.name, "url": card.url, "count": card.event_count} for card in view.area_cards],
        "today_parts": {"weekday": formatting.weekday(today), "day": today.day, "month": formatting.month_year(today)},
    }
    return Page(urls.CALENDAR, "calendar.html", document.title, document.description, values, colour="sky", source=document.source)


def months(view: View) -> Iterator[Page]:
    """The pages /det-sker/2026-05/: one for each month in which something is; none for an empty one."""
    all_months = sorted(view.by_month)
    for place, (first, entries) in enumerate(sorted(view.by_month.items())):
        title, today = formatting.month_year(first), view.now.date()
        before, after = all_months[:place][-1:], all_months[place + 1 :][:1]
        yield Page(
            urls.month(first),
            "month.html",
            f"Det sker i {title}",
            f"Alle arrangementer i {title} i lokalområderne i {view.site.programme.name}.",
            LazyMapping(partial(_month, view, first, before, after)),
            colour="sky",
            hidden=all(entry.event.example for entry in entries),
            crumbs=(Crumb("Det sker", urls.CALENDAR), Crumb(formatting.capital(title), None)),
            decided_by=(today if today.replace(day=1) == first else None, before, after),
            entries=entries,
        )


def _month(view: View, first: date, before: Sequence[date], after: Sequence[date]) -> dict[str, Any]:
    entries = view.by_month[first]
    return {
        "title": formatting.capital(formatting.month_year(first)),
        "weekdays": [{"name": name, "short": name[:2]} for name in WEEKDAYS],
        "weeks": _weeks(view, first, entries),
        "events": view.cards(entries),
        "previous": next(map(_month_link, before), None),
        "next": next(map(_month_link, after), None),
        "calendar_url": urls.CALENDAR,
    }


def archive(view: View) -> Iterator[Page]:
    """The pages /det-sker/arkiv/ (the newest, and a link to each year) and /det-sker/arkiv/2026/."""
    years = {year: list(entries) for year, entries in groupby(view.held, key=lambda entry: entry.occurrence.start.day.year)}
    links = [{"title": str(year), "url": urls.archive_year(year), "count": len(entries)} for year, entries in years.items()]
    here = Crumb("Tidligere arrangementer", None)
    yield Page(
        urls.ARCHIVE,
        "archive.html",
        "Tidligere arrangementer",
        "Arrangementer, som lokalområderne i Kulturpunkt har holdt, år for år.",
        {
            "title": "Tidligere arrangementer",
            "links": links,
            "months": by_month(view, view.held[:_ARCHIVE_SHOWN]),
            "empty": None if links else "Der er ikke holdt noget endnu.",
        },
        colour="rose",
        crumbs=(Crumb("Det sker", urls.CALENDAR), here),
    )
    for year, entries in years.items():
        yield Page(
            urls.archive_year(year),
            "archive.html",
            f"Det skete i {year}",
            f"Arrangementer, som lokalområderne i Kulturpunkt holdt i {year}.",
            LazyMapping(partial(_archive_year, view, year, entries, links)),
            colour="rose",
            hidden=all(entry.event.example for entry in entries),
            crumbs=(Crumb("Det sker", urls.CALENDAR), Crumb(here.title, urls.ARCHIVE), Crumb(str(year), None)),
            decided_by=(links,),
            entries=entries,
        )


def _archive_year(view: View, year: int, entries: Sequence[Entry], links: Sequence[dict[str, Any]]) -> dict[str, Any]:
    return {
        "title": f"Det skete i {year}",
        "links": [link for link in links if link["title"] != str(year)],
        "months": by_month(view, entries),
        "empty": None,
    }


def _filters(view: View) -> dict[str, Any]:
    """What one can choose by: only what is among the coming events."""
    events = [entry.event for entry in view.coming]
    areas = {event.owner: view.owner_name(event) for event in events}
    municipalities = {view.areas[event.owner].municipality.value for event in events if event.owner in view.areas}
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


def held_years(view: View) -> list[int]:
    """The years in which something was held, newest first."""
    return sorted({entry.occurrence.start.day.year for entry in view.held}, reverse=True)


def _month_link(first: date) -> dict[str, str]:
    return {"title": formatting.month_year(first), "url": urls.month(first)}


def _weeks(view: View, first: date, entries: Sequence[Entry]) -> list[list[dict[str, Any]]]:
    """The month's weeks from Monday, each of seven days; days of other months are empty."""
    weeks = months_and_weeks.Calendar().monthdatescalendar(first.year, first.month)
    on_days: dict[date, list[Entry]] = {}
    for entry in entries:
        for day in _days_of(entry, first):
            on_days.setdefault(day, []).append(entry)
    return [[_day(view, first, day, on_days.get(day, ())) for day in week] for week in weeks]


def _day(view: View, first: date, day: date, entries: Sequence[Entry]) -> dict[str, Any]:
    if day.month != first.month:
        return {"day": None, "date": None, "today": False, "events": []}
    return {"day": day.day, "date": formatting.full_day(day), "today": day == view.now.date(), "events": view.cards(entries)}


def _days_of(entry: Entry, first: date) -> Iterator[date]:
    """The days of the month that begins on `first` on which something is."""
    day = max(entry.occurrence.start.day, first)
    while day <= entry.occurrence.last_day and day.month == first.month:
        yield day
        day += timedelta(days=1)
