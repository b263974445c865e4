"""What others show on their own pages: a frame with what comes, and the page that makes the lines to paste.

There are two files for each choice of events: a list, of which `#naeste` shows only the first, and a month. The kind of event, how
many and the colours are asked for in the address and answered in the browser.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from itertools import islice
from typing import Any

from generator import urls
from generator.danish import formatting
from generator.danish.patterns import WEEKDAYS
from generator.model.event import Category
from generator.model.grouped import grouped
from generator.model.occurrences import Occurrence
from generator.pages import scopes
from generator.pages.context import SiteContext
from generator.pages.page import Crumb, LazyMapping, Page
from generator.pages.scopes import Scope
from generator.pages.weeks import weeks_of

_SHOWN = 20
_OF_EACH_KIND = 10
"""A list holds the next 20 events, and enough of each kind that a choice of kinds is answered truly."""
_IN_A_MONTH = 40
HEIGHT = 480


def frames(context: SiteContext, scope: Scope) -> Iterator[Page]:
    """Yield the list and the month of a scope."""
    coming = _listed(scope.coming(context))
    yield _page(context, scope, urls.embed(scope.path), coming, partial(_list, context, scope, coming))
    first, in_month = _month_of(context, scope)
    yield _page(context, scope, urls.embed_month(scope.path), in_month, partial(_month, context, scope, first, in_month))


def _page(context: SiteContext, scope: Scope, url: str, occurrences: Sequence[Occurrence], values: Any) -> Page:
    states = [context.calendar.state(each) for each in occurrences]
    return Page(
        url,
        "embed.html",
        scope.title,
        f"{scope.title}: til andres sider.",
        LazyMapping(values),
        hidden=True,
        decided_by=(scope, context.site.programme.name, states, url.endswith(urls.MONTH_BELOW) and context.now.date()),
        occurrences=occurrences,
    )


def _listed(coming: Sequence[Occurrence]) -> list[Occurrence]:
    """Return the next occurrences, and the first of each category beyond them."""
    counts = dict.fromkeys(Category, 0)
    listed = []
    for place, occurrence in enumerate(coming):
        category = occurrence.event.category
        if place < _SHOWN or (category and counts[category] < _OF_EACH_KIND):
            listed.append(occurrence)
        if category:
            counts[category] += 1
    return listed


def _list(context: SiteContext, scope: Scope, occurrences: Sequence[Occurrence]) -> dict[str, Any]:
    rows = [
        {"card": card, "beyond": place >= _SHOWN, "anchor": None} for place, card in enumerate(context.cards.events(occurrences))
    ]
    return {**_common(context, scope), "rows": rows, "month": None}


def _common(context: SiteContext, scope: Scope) -> dict[str, Any]:
    return {"title": scope.title, "several": scope.has_several, "programme": context.site.programme.name, "home": scope.home}


def _month_of(context: SiteContext, scope: Scope) -> tuple[date, list[Occurrence]]:
    """Return the first month from today's on that has something to come, and what comes in it; today's month where none has."""
    this = context.calendar.this_month
    ahead = context.calendar.not_ended(scope.occurrences(context))
    first = max(this, ahead[0].start.day.replace(day=1)) if ahead else this
    return first, [each for each in ahead if first in each.months()][:_IN_A_MONTH]


def _month(context: SiteContext, scope: Scope, first: date, occurrences: Sequence[Occurrence]) -> dict[str, Any]:
    shown = [(f"a{place}", occurrence) for place, occurrence in enumerate(occurrences, 1)]
    rows = [{"card": context.cards.event(occurrence), "beyond": False, "anchor": anchor} for anchor, occurrence in shown]
    days = ((anchor, islice(each.days_in(first), 1 if each.is_cancelled_or_postponed else None)) for anchor, each in shown)
    on_day = grouped((day, anchor) for anchor, of_one in days for day in of_one)
    grid = {
        "title": formatting.capital(formatting.month_year(first)),
        "weekdays": [{"name": name, "short": name[0].upper()} for name in WEEKDAYS],
        "weeks": [[_day(context, first, day, on_day.get(day, [])) for day in week] for week in weeks_of(first)],
    }
    return {**_common(context, scope), "rows": rows, "month": grid}


def _day(context: SiteContext, first: date, day: date, anchors: Sequence[str]) -> dict[str, Any] | None:
    """Return one day of the grid; None for a day of another month."""
    if day.month != first.month:
        return None
    said = f"{day.day}. {formatting.month(day)}, {formatting.counted(len(anchors), 'arrangement', 'arrangementer')}"
    today = day == context.now.date()
    return {"number": day.day, "date": day, "today": today, "anchor": anchors[0] if anchors else None, "said": said}


def maker(context: SiteContext) -> Page:
    """Return the page that makes the lines to paste."""
    title = "Vis kalenderen på jeres egen side"
    choices = [
        {**choice, "url": urls.embed(choice["path"]), "month": urls.embed_month(choice["path"])}
        for choice in scopes.choices(context, urls.EMBED)
    ]
    values = {
        "title": title,
        "choices": choices,
        "categories": [{"value": each.value, "title": formatting.capital(each.value)} for each in Category],
        "base": context.site_url,
        "height": HEIGHT,
        "script": context.site_url + urls.EMBED_SCRIPT,
        "snippet": f'<iframe src="{context.site_url}{urls.embed("")}" title="Det sker" width="100%" height="{HEIGHT}" '
        'loading="lazy" frameborder="0"></iframe>',
    }
    description = "Lav en ramme med det, der sker, til kommunens, foreningens eller avisens side. Uden cookies."
    return Page(urls.EMBED, "embed-maker.html", title, description, values, colour="sky", crumbs=(Crumb(title, None),))
