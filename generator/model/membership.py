"""Which rounds an area is or was in, and since when it is finished. An area that names no round is in the first one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.danish.spans import Period
from generator.model.area import Area
from generator.model.rounds import Round


@dataclass(frozen=True, slots=True)
class Membership:
    """An area's part in one round. `when` is its own period there; None where it is in all of the round."""

    round: Round
    when: Period | None

    def includes(self, day: date) -> bool:
        """Return whether the area is in the round on a day on which the round runs."""
        return self.round.runs(day) and (self.when is None or self.when.begins <= day <= self.when.ends)


def memberships(area: Area, rounds: Sequence[Round]) -> tuple[Membership, ...]:
    """Return the area's part in each of these rounds that it is or was in, in the order of the rounds."""
    when = {each.round: each.when for each in area.rounds}
    named = tuple(Membership(each, when[each.name]) for each in rounds if each.name in when)
    return named if area.rounds else tuple(Membership(each, None) for each in rounds[:1])


def members(areas: Iterable[Area], of: Round, rounds: Sequence[Round]) -> tuple[Area, ...]:
    """Return the areas that are or were in a round."""
    return tuple(area for area in areas if any(each.round.name == of.name for each in memberships(area, rounds)))


def steps_taken(area: Area, rounds: Sequence[Round]) -> Iterator[tuple[str, Period | None]]:
    """Yield the title and the time of each step that an area has taken in these rounds; a step of another round is left out."""
    titles = {step.key: step.title for part in memberships(area, rounds) for step in part.round.timeline.steps}
    yield from ((titles[taken.step], taken.when) for taken in area.steps if taken.step in titles)


def end_of(area: Area) -> Period | None:
    """Return when an area finishes: what it says, or the end of its own period in its last round; None where neither is said."""
    own = [each.when for each in area.rounds]
    return area.ended or (max(own, key=lambda when: when.ends) if own and all(own) else None)  # type: ignore[union-attr]


def ended(area: Area, day: date) -> Period | None:
    """Return when an area finished that is finished on a day."""
    last = end_of(area)
    return last if last and last.ends < day else None


def takes_part(area: Area, rounds: Sequence[Round], spoken_of: Round | None, day: date) -> bool:
    """Return whether an area is not finished, and is in the round that the site speaks of, in one that runs or in one to come."""
    parts = memberships(area, rounds)
    now = any(each.round is spoken_of or each.includes(day) or each.round.begins > day for each in parts)
    return ended(area, day) is None and (now or spoken_of is None)


def round_at(area: Area | None, day: date, rounds: Sequence[Round]) -> Round | None:
    """Return the round in which something of an area was on a day; of two at once the one that began last. None is the programme,
    which is in every round."""
    parts = memberships(area, rounds) if area else [Membership(each, None) for each in rounds]
    on = [each.round for each in parts if each.includes(day)]
    return max(on, key=lambda each: (each.begins, each.name)) if on else None
