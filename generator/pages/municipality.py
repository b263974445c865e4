"""The pages of what is to come in each municipality."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from generator import urls
from generator.danish import formatting
from generator.model.area import Municipality
from generator.model.calendar import only_examples
from generator.model.occurrences import Occurrence
from generator.pages import pagination
from generator.pages.context import SiteContext
from generator.pages.page import CALENDAR, Crumb, LazyMapping, Page
from generator.pages.pagination import Room
from generator.pages.scopes import municipalities_of_areas

_CARDS, _LINES = 60, 400


def municipalities(context: SiteContext) -> Iterator[Page]:
    """Yield a page like /det-sker/kommune/rebild/ for each municipality that has an area."""
    every = links(context)
    for place in municipalities_of_areas(context):
        ahead = _ahead_in(context, place)
        yield Page(
            urls.municipality(place),
            "municipality.html",
            f"Det sker i {place.in_full}",
            f"Kommende arrangementer i {place.in_full}, måned for måned.",
            LazyMapping(partial(_municipality, context, place, ahead, every)),
            colour="sky",
            hidden=only_examples(ahead),
            crumbs=(CALENDAR, Crumb(place.in_full, None)),
            decided_by=(context.calendar.this_month, every),
            occurrences=ahead,
        )


def _municipality(
    context: SiteContext, place: Municipality, ahead: Sequence[Occurrence], every: list[dict[str, Any]]
) -> dict[str, Any]:
    running, in_months = pagination.agenda(context, ahead, Room(_CARDS, _LINES))
    events = len({(occurrence.event.owner, occurrence.event.name) for occurrence in ahead})
    return {
        "title": place.in_full,
        "now": running,
        "months": in_months,
        "counted": formatting.events_and_dates(events, len(ahead)) if ahead else "Der er intet i kalenderen lige nu.",
        "links": [link for link in every if link["url"] != urls.municipality(place)],
        "calendar_url": urls.CALENDAR,
    }


def links(context: SiteContext) -> list[dict[str, Any]]:
    """Return each municipality's page with the number of events to come there."""
    found = [
        (place, {(each.event.owner, each.event.name) for each in _ahead_in(context, place)})
        for place in municipalities_of_areas(context)
    ]
    return [{"name": place.in_full, "url": urls.municipality(place), "count": len(events)} for place, events in found]


def _ahead_in(context: SiteContext, place: Municipality) -> list[Occurrence]:
    return context.calendar.ahead_by_municipality.get(place, [])
