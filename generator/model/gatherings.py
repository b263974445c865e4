"""Whether two dates are one gathering that was written twice: by two people, or by two areas that hold it together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.model.calendar import Calendar
from generator.model.occurrences import Occurrence
from generator.model.place import Place
from generator.text.letters import slug


def letters(text: str) -> str:
    """Return a text's letters and digits, by which it is compared; the text itself where it has none."""
    return slug(text).replace("-", "") or text


def are_one(one: Occurrence, other: Occurrence, places: tuple[str, str]) -> bool:
    """Return whether two dates have the same title, day, hour and place. `places` are the letters of their places' names.

    An hour or a place that only one of them gives is no difference.
    """
    if one.start.day != other.start.day or letters(one.event.title) != letters(other.event.title):
        return False
    hours = {one.start.clock, other.start.clock} - {None}
    return len(hours) < 2 and len(set(places) - {""}) < 2


def place_letters(place: str | Place | None) -> str:
    """Return the letters of a place's name; none where there is no place."""
    return letters(place.name if isinstance(place, Place) else place or "")


def gatherings(calendar: Calendar, dates: Iterable[Occurrence]) -> list[list[Occurrence]]:
    """Return dates in groups, each of which is one gathering, in the order of its first date.

    Two dates of one event are two gatherings, whatever their hours.
    """
    groups: list[list[tuple[Occurrence, str]]] = []
    alike: dict[tuple[str, date], list[list[tuple[Occurrence, str]]]] = {}
    titled = {(event.owner, event.name): letters(event.title) for event in calendar.events}
    for each in dates:
        place = place_letters(calendar.place(each.event.owner, each.place))
        near = alike.setdefault((titled[each.event.owner, each.event.name], each.start.day), [])
        same = next((group for group in near if all(_same(each, place, *other) for other in group)), None)
        if same is None:
            same = []
            groups.append(same)
            near.append(same)
        same.append((each, place))
    return [[each for each, _ in group] for group in groups]


def _same(one: Occurrence, place: str, other: Occurrence, other_place: str) -> bool:
    return one.event is not other.event and are_one(one, other, (place, other_place))
