"""Checks of what areas say of how it went, and of what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.checks.changes import Comparison
from generator.danish.formatting import joined, plain_day
from generator.model.after import After
from generator.model.area import Area
from generator.model.event import Event
from generator.model.folders import event_file
from generator.model.occurrences import Occurrence, occurrences
from generator.model.programme import PROGRAMME_FILE
from generator.model.reports import MEASURES, meant, written_reports
from generator.model.site import Site
from generator.model.story import Story
from generator.problems.problem import Problem, did_you_mean, quoted, unknown
from generator.problems.rules import fields
from generator.problems.rules import results as rules
from generator.reading.places import problem_at
from generator.text.letters import folded

_MOST_NAMED = 3
_KEYS = {name: After.model_fields[name].alias or name for name in MEASURES}


def reports_are_of_the_events_dates(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that what is said of how it went is of a date that the event has and that was not cancelled, and said once."""
    for event in _reported(site):
        dates, seen, whole = occurrences(event), set(), set()
        for location, day, after in written_reports(event):
            date = meant(day, dates) if day else dates[0] if len(dates) == 1 else None
            if day and date is None:
                message = f"Arrangementet er ikke den {plain_day(day.day)}. Skriv {_named(dates)}."
                yield problem_at(root, event.source, (*location, "dato"), message, rules.OF_A_DATE_IT_HAS_NOT)
            elif date in seen:
                message = f"Der står to gange, hvordan det gik{' den ' + plain_day(day.day) if day else ''}. Behold det ene."
                yield problem_at(root, event.source, location, message, rules.COUNTED_TWICE)
            elif date and date.is_cancelled_or_postponed and after.came and after.came.number:
                message = "Der står, hvor mange der kom, men det er aflyst eller udsat. Ret status, eller slet antal."
                yield problem_at(root, event.source, (*location, "antal"), message, rules.NOT_HELD)
            seen.add(date)
            whole |= {name for name in MEASURES if day is None and date is None and getattr(after, name)}
        yield from _counted_twice(root, event, whole)


def _counted_twice(root: Path, event: Event, whole: set[str]) -> Iterator[Problem]:
    """Yield the numbers that are said of a date, and of all dates together."""
    for location, day, after in written_reports(event):
        for name in sorted(whole) if day else ():
            if getattr(after, name):
                message = f"Der står {_KEYS[name]} både for denne dato og for alle datoer under ét. Behold det ene."
                yield problem_at(root, event.source, (*location, _KEYS[name]), message, rules.COUNTED_TWICE)


def reports_follow_the_event(root: Path, site: Site, compared: Comparison) -> Iterator[Problem]:
    """Ensure that nothing is said of how a date went that is still to come."""
    for event in _reported(site):
        dates = occurrences(event)
        for location, day, _ in written_reports(event):
            date = meant(day, dates) if day else dates[0]
            if date and date.begins > compared.now:
                message = f"Det er først {plain_day(date.start.day)}. Er datoen rigtig? Det vises, når dagen er forbi."
                yield problem_at(root, event.source, location, message, rules.NOT_YET_HELD)


def cooperations_are_between_partners(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that those who cooperate are partners of the area."""
    for area in site.areas:
        names = [*(partner.name for partner in area.partners), area.name]
        known = set(map(folded, names))
        for place, cooperation in enumerate(area.cooperations):
            for number, name in enumerate(cooperation.partners):
                if folded(name) not in known:
                    near = did_you_mean(name, names) or " Skriv navnet, som det står ved partnere, eller skriv partneren på dér."
                    message = f"{quoted(name)} er ikke en af jeres partnere.{near}"
                    yield problem_at(root, area.source, ("samarbejder", place, "partnere", number), message, rules.PARTNER)


def examples_are_of_core_elements(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that examples are of the programme's core elements, one of each."""
    keys = [element.key for element in site.programme.core_elements]
    for area in site.areas:
        seen: set[str] = set()
        for place, example in enumerate(area.in_practice):
            key, location = example.core_element, ("praksis", place, "kerneelement")
            if key not in keys and not site.hides(PROGRAMME_FILE):
                yield problem_at(root, area.source, location, unknown(key, keys), fields.CHOICE)
            elif key in seen:
                message = f"{quoted(key)} har allerede et eksempel. Skriv de to sammen, eller slet det ene."
                yield problem_at(root, area.source, location, message, rules.ELEMENT_TWICE)
            seen.add(key)


def stories_belong_to_what_is_there(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that the event, the goal and the core elements that a story names are there."""
    keys = [element.key for element in site.programme.core_elements]
    for story in site.all_stories():
        area = site.area(story.owner)
        if story.event and site.event_of(story) is None and not _may_be_hidden(site, story):
            names = [event.name for event in site.events_of(story.owner)]
            message = f"Arrangementet {quoted(story.event)} kendes ikke.{_known(story.event, names)}"
            yield problem_at(root, story.source, ("arrangement",), message, rules.BELONGS_TO)
        goals = _goals(site, area)
        known = not site.hides(PROGRAMME_FILE)
        if known and story.goal and folded(story.goal).rstrip(".") not in {folded(goal).rstrip(".") for goal in goals}:
            message = (
                f"Målet {quoted(story.goal)} kendes ikke.{did_you_mean(story.goal, goals) or ' Skriv det, som det står ved mål.'}"
            )
            yield problem_at(root, story.source, ("mål",), message, rules.BELONGS_TO)
        for place, key in enumerate(story.core_elements):
            if known and key not in keys:
                yield problem_at(root, story.source, ("kerneelementer", place), unknown(key, keys), fields.CHOICE)


def _may_be_hidden(site: Site, story: Story) -> bool:
    """Return whether the event that a story names may be one whose file, or whose area's, cannot be read."""
    owner, name = story.event_named
    return site.hides(event_file(owner, name)) or site.hides_area(owner)


def _goals(site: Site, area: Area | None) -> list[str]:
    own = [goal.text for goal in area.goals] if area else []
    return own + [text for goal in site.programme.goals for text in (goal.title, goal.text, *goal.points)]


def _known(written: str, names: list[str]) -> str:
    if near := did_you_mean(written, names):
        return near
    return f" Skriv navnet på dets fil, for eksempel {joined(names[:_MOST_NAMED])}." if names else " Slet linjen."


def _reported(site: Site) -> Iterator[Event]:
    return (event for event in site.all_events() if event.after or any(change.after for change in event.changes))


def _named(dates: tuple[Occurrence, ...]) -> str:
    days = [plain_day(date.original.day) for date in dates[: _MOST_NAMED + 1]]
    if len(days) == 1:
        return f"{days[0]}, eller slet datoen"
    return f"en af datoerne: {joined(days[:_MOST_NAMED])}{' …' if len(days) > _MOST_NAMED else ''}"
