"""Events of which something cannot be read: the rest is checked all the same, so that all problems come at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from generator.checks import dates, files
from generator.model.area import Area
from generator.model.event import Event, EventFacts
from generator.model.folders import PROGRAMME
from generator.model.site import Site
from generator.model.synonyms import may_mean
from generator.problems.problem import Problem
from generator.reading.sources import Source
from generator.text.letters import folded

_ALWAYS = (files.places_exist, files.documents_can_be_fetched, files.pictures_can_be_shown, dates.booking_says_how)
_OF_DATES = (
    dates.repetitions_are_bounded,
    dates.changed_days_are_the_events_own,
    dates.changed_dates_make_sense,
    dates.hours_exist,
    dates.moves_say_from_and_to_where,
    dates.booking_closes_before_the_start,
    dates.points_fall_within_the_event,
)
_DATES = {
    *("start", "slut", "gentag", "gentag til", "undtagen", "flere datoer"),
    *("ændringer", "status", "før", "før sted", "sted", "online", "program"),
}
"""Fields that a check of dates may need: where one cannot be read, nothing is said of what depends on it."""


class Partial(NamedTuple):
    """The facts of an event without the fields that could not be read, and whether a check of dates can say what is so."""

    facts: EventFacts
    has_dates: bool


def partial_event(source: Source) -> Partial | None:
    """Return what can be known of an event whose file has problems; None where that is not even a title and a start."""
    written = source.part if source.data is None else source.data
    if not isinstance(written, dict) or None in source.unread:
        return None
    broken = _broken(written)
    rest = {key: value for key, value in written.items() if not any(_is(key, name) for name in broken)}
    try:
        facts = EventFacts.model_validate(rest)
    except ValidationError:
        return None
    unknown = broken | {key for key in source.unread if key}
    return Partial(facts, not any(_is(key, name) for key in unknown for name in _DATES))


def _broken(written: dict[str, Any]) -> set[str]:
    """Return the fields at the top in which something is wrong."""
    try:
        EventFacts.model_validate(written)
    except ValidationError as error:
        return {str(fault["loc"][0]) for fault in error.errors(include_url=False) if fault["loc"]}
    return set()


def _is(key: str, name: str) -> bool:
    return folded(key) == folded(name) or may_mean(key, name)


def problems_of_partial_events(root: Path, site: Site, events: Iterable[tuple[Event, bool]]) -> Iterator[Problem]:
    """Yield what is wrong with events that are not on the site, beyond what could not be read."""
    for event, has_dates in events:
        area = site.area(event.owner)
        if area is None and event.owner != PROGRAMME:
            continue
        own = (event,) if area is None else ()
        areas = (Area.of({**area.__dict__, "events": (event,)}),) if area else ()
        alone = replace(site, areas=areas, events=own, ideas=())
        for check in (*_ALWAYS, *(_OF_DATES if has_dates else ())):
            yield from (problem for problem in check(root, alone) if problem.path == event.source)
