"""What filters and search ask of an event, as plain facts: how one gets in, how old one should be, and in which languages it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.danish.dates import NIGHT_ENDS
from generator.model import age
from generator.model.age import OLDEST, Ages
from generator.model.area import Area
from generator.model.event import Audience, Event
from generator.model.occurrences import Occurrence
from generator.model.place import Place, stated_access
from generator.model.towns import TOWNS
from generator.model.values import Coordinates

ACCESS = ("step_free", "toilet", "hearing_loop", "sign_language", "quiet")
"""The facts about access that one can ask for."""
DANISH = "dansk"

_AUDIENCES: dict[Audience, Ages] = {
    Audience.EVERYONE: (0, OLDEST),
    Audience.FAMILIES: (0, OLDEST),
    Audience.CHILDREN: (0, 12),
    Audience.YOUNG: (13, 25),
    Audience.ADULTS: (18, OLDEST),
    Audience.SENIORS: (60, OLDEST),
}
"""The ages of an audience, where the event names none itself. People who have moved here are of any age, and none is stated."""

_MOST_DAYS = 400
_EVENING, _EVENING_HAS_BEGUN = 17, 18
_YES = re.compile(r"ja\b")
_NO = re.compile(r"(?:nej|desværre|ikke|mangler)\b|(?:der er )?(?:ingen|intet)\b(?! (?:trin|trappe|kant|niveau))")
_LANGUAGE = re.compile(r"\b(?:[a-zæøå]{2,}sk|arabisk|dari|farsi|hindi|pashto|somali|swahili|tamil|thai|tigrinya|urdu|tegnsprog)\b")


def position(place: Place | None, area: Area | None) -> Coordinates | None:
    """Return where a place is: its coordinates, else those of its town or of its area; None for what has no place."""
    if place is None:
        return None
    return place.position or TOWNS.get(place.town or "") or (area.position if area else None)


def access(event: Event, occurrence: Occurrence, place: Place | None) -> dict[str, str]:
    """Return which facts about access are stated, `ja` or `nej`. Words that are neither say nothing for sure, as silence does.

    What the event says of its own place is not said of another that one date has moved to.
    """
    own = event.access if occurrence.place == event.place else None
    stated = stated_access(own, place)
    return {name: answer for name in ACCESS if (answer := _answer(getattr(stated, name)))}


def _answer(stated: str | None) -> str | None:
    said = (stated or "").lower()
    return "ja" if _YES.match(said) else "nej" if _NO.match(said) else None


def ages(event: Event) -> Ages | None:
    """Return the ages that an event is for: those that it states, else those of its audiences; None where nothing is stated."""
    stated = age.ages(event.age) if event.age else None
    if stated or not event.audience:
        return stated
    spans = [_AUDIENCES[audience] for audience in event.audience if audience in _AUDIENCES]
    return (min(low for low, _ in spans), max(high for _, high in spans)) if spans else None


def languages(event: Event) -> tuple[str, ...]:
    """Return the languages that an event is in. One that names none is in Danish."""
    named = (found for line in event.languages for found in _LANGUAGE.findall(line.lower()))
    return tuple(dict.fromkeys(named)) or (DANISH,)


def days(occurrence: Occurrence, first: date) -> Iterator[date]:
    """Yield the days on which an occurrence is, from `first`; of one that never ends the first 400."""
    day, last = max(occurrence.start.day, first), occurrence.last_day
    for _ in range(min((last - day).days + 1, _MOST_DAYS)):
        yield day
        day += timedelta(days=1)


def is_in_the_evening(occurrence: Occurrence) -> bool:
    """Return whether an occurrence is on in the evening: it begins after 17, or before and lasts beyond 18."""
    begins = occurrence.start.clock
    if begins is None:
        return False
    if begins.hour >= _EVENING or begins < NIGHT_ENDS:
        return True
    end = occurrence.end
    return end is not None and end.clock is not None and (end.day > occurrence.start.day or end.clock.hour >= _EVENING_HAS_BEGUN)


def clock(occurrence: Occurrence) -> str:
    """Return when an occurrence begins and ends on its day, `19002130`: the end only where it is stated, nothing without an hour.

    Of one that is on for days, nothing is said for sure of the hours of each.
    """
    begins, end = occurrence.start.clock, occurrence.end
    if begins is None or occurrence.last_day != occurrence.start.day:
        return ""
    stated = end and end.clock
    return f"{begins:%H%M}{stated:%H%M}" if stated else f"{begins:%H%M}"
