"""A screen in a hall, a library or a shop: one event after the other, each as large as the screen, today's first."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

from generator import urls
from generator.danish import formatting
from generator.media import qr
from generator.model.occurrences import Occurrence
from generator.pages.context import SiteContext
from generator.pages.page import Crumb, LazyMapping, Page
from generator.pages.scopes import Scope

_SHOWN = 10
_COUNTED = timedelta(days=14)
_MEDIUM, _LONG = 20, 44
"""Letters of a title from which on it is set smaller."""
_GROUNDS = ("yellow", "fjord", "rose", "fjord", "red", "sky", "rose", "yellow", "night", "rose", "sky", "fjord")
"""The field that goes with each of the dots' colours, in the order of theme/css/dot.css."""


def shown(context: SiteContext, scope: Scope) -> list[Occurrence]:
    """Return what a screen shows: what begins today, then what runs, then what comes; a series at its next date."""
    today = context.now.date()
    return sorted(scope.coming(context), key=lambda each: each.start.day != today)[:_SHOWN]


def screen(context: SiteContext, scope: Scope) -> Page:
    """Return the screen of a scope."""
    title = "Skærm" if scope.is_all else f"Skærm for {scope.name}"
    occurrences = shown(context, scope)
    return Page(
        urls.SCREEN + scope.path,
        "screen.html",
        title,
        f"Det, der sker i {scope.name}, til en skærm i hallen, på biblioteket eller i butikken.",
        LazyMapping(partial(_values, context, scope, occurrences)),
        colour="yellow",
        hidden=True,
        crumbs=(Crumb(title, None),),
        decided_by=(scope, context.site.programme.name, [context.calendar.state(each) for each in occurrences]),
        occurrences=occurrences,
    )


def _values(context: SiteContext, scope: Scope, occurrences: list[Occurrence]) -> dict[str, Any]:
    return {
        "name": scope.name,
        "programme": context.site.programme.name,
        "slides": [_slide(context, occurrence) for occurrence in occurrences],
        "home": scope.home,
        "address": context.site_url + scope.home,
        "code": None if occurrences else qr.code(context.site_url + scope.home, "qr"),
    }


def _slide(context: SiteContext, occurrence: Occurrence) -> dict[str, Any]:
    """Return one event. The page's script draws its code: here all of them would take longer than the rest of the screens."""
    card = context.cards.event(occurrence)
    address = context.site_url + card.link
    palette = int(card.dot.colours.rpartition("-")[2])
    counts = occurrence.start.day - context.now.date() <= _COUNTED
    countdown = formatting.countdown(context.now, occurrence.start) if counts else None
    return {
        "card": card,
        "palette": palette,
        "ground": _GROUNDS[palette - 1],
        "size": "long" if len(card.title) > _LONG else "medium" if len(card.title) > _MEDIUM else "short",
        "weekday": "" if card.several_days else formatting.weekday(occurrence.start.day),
        "month": card.month_long if not card.several_days else card.month,
        "counts": counts,
        "said": card.state_text or countdown or "",
        "address": address,
    }
