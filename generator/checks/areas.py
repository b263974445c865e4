"""Checks of what areas and ideas say about the programme and about each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

import yaml

from generator.danish.formatting import joined, months_from, plain_day
from generator.media import dots
from generator.model.apart import LONGEST
from generator.model.area import PLACEHOLDER, Area, Participation, Status
from generator.model.dot import DotForm
from generator.model.event import Event
from generator.model.grouped import grouped
from generator.model.membership import end_of, members, memberships
from generator.model.occurrences import occurrences
from generator.model.owners import FILE as OWNERS_FILE
from generator.model.programme import PROGRAMME_FILE, TIMELINE_FILE
from generator.model.rounds import Round, is_of_round
from generator.model.site import Site
from generator.model.sources import FILE as SOURCES_FILE
from generator.model.story import Story
from generator.problems.problem import Problem, quoted, unknown
from generator.problems.rules import dates as date_rules
from generator.problems.rules import fields, values
from generator.problems.rules.rule import Rule
from generator.reading.folders import area_folders
from generator.reading.places import problem_at, problem_in_text
from generator.reading.sources import parsed
from generator.repository.git import unchanged_since
from generator.text.letters import folded


def core_elements_exist(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that areas and ideas name the programme's core elements."""
    keys = [element.key for element in site.programme.core_elements]
    if site.hides(PROGRAMME_FILE):
        return
    for area in site.areas:
        for place, key in enumerate(area.core_elements):
            if key not in keys:
                yield problem_at(root, area.source, ("kerneelementer", place), unknown(key, keys), fields.CHOICE)
    for idea in site.ideas:
        if idea.core_element not in keys:
            yield problem_at(root, idea.source, ("kerneelement",), unknown(idea.core_element, keys), fields.CHOICE)


def steps_exist(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that the steps an area has taken are of the rounds that it is in."""
    if not site.rounds or any(path == TIMELINE_FILE or is_of_round(path) for path in site.unread):
        return
    for area in site.areas:
        keys = [step.key for each in memberships(area, site.rounds) for step in each.round.timeline.steps]
        for place, taken in enumerate(area.steps):
            if taken.step not in keys:
                yield problem_at(root, area.source, ("trin", place, "trin"), unknown(taken.step, keys), fields.CHOICE)


def rounds_exist(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that the rounds that an area names are the programme's, each once, and its own period part of the round's."""
    rounds = {each.name: each for each in site.rounds}
    if not rounds or any(map(is_of_round, site.unread)):
        return
    for area in site.areas:
        for place, part in enumerate(area.rounds):
            wrong = _wrong_with(part, area.rounds[:place], rounds)
            if wrong:
                yield problem_at(root, area.source, ("runder", place, wrong[0]), *wrong[1:])


def _wrong_with(part: Participation, before: Sequence[Participation], rounds: Mapping[str, Round]) -> tuple[str, str, Rule] | None:
    """Return the field, the message and the rule of what is wrong with a round of an area; None where nothing is."""
    if part.round not in rounds:
        return "runde", unknown(part.round, list(rounds)), fields.CHOICE
    if any(each.round == part.round for each in before):
        return "runde", f"«{part.round}» står der to gange. Slet den ene.", values.ROUND
    begins, ends = rounds[part.round].begins, rounds[part.round].ends
    if part.when and (part.when.ends < begins or part.when.begins > ends):
        span = months_from(begins, ends)
        return "periode", f"Runden {part.round} løber fra {span}. Skriv den del af den, I er med i.", values.ROUND
    return None


def ideas_have_their_area(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that an idea's area is one of the areas: a folder of theirs, for what its file says may be broken."""
    slugs = area_folders(root)
    for idea in site.ideas:
        if idea.area and idea.area not in slugs and not site.hides_area(idea.area):
            yield problem_at(root, idea.source, ("område",), unknown(idea.area, slugs), fields.CHOICE)


def areas_are_as_many_as_agreed(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that no round has more areas than were agreed, drafts apart, and that no two areas have one name.

    The problem is the newcomer's, by main's own history; where that does not say who came last, it is everybody's.
    """
    for shown, most, name in in_each_round(site):
        agreed = f"de {most} lokalområder i runden {name}" if len(site.rounds) > 1 else f"programmets {most} lokalområder"
        for area in _newcomers(root, shown, max(0, len(shown) - most), lambda area: _is_shown):
            message = f"Der er flere end {agreed}. Slet et eksempels mappe, eller spørg programmet."
            yield problem_at(root, area.source, ("navn",), message, values.TOO_MANY_AREAS)
    named = grouped((folded(area.name), area) for area in sorted(site.areas, key=lambda area: area.slug))
    for alike in named.values():
        for area in _newcomers(root, alike, len(alike) - 1, _is_called):
            twin = next(each for each in alike if each is not area)
            message = f"«{area.name}» er også navnet i {twin.source}. Skriv et andet navn i en af dem."
            yield problem_at(root, area.source, ("navn",), message, values.AREA_TWICE)


def in_each_round(site: Site) -> Iterator[tuple[list[Area], int, str]]:
    """Yield the areas of each round that are shown, by slug, how many were agreed, and what the round is called."""
    for each in site.rounds:
        shown = (area for area in members(site.areas, each, site.rounds) if area.status is not Status.DRAFT)
        yield sorted(shown, key=lambda area: area.slug), each.facts.area_count, each.title


def dots_differ(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that no two dots look alike: are of one form, and of one colour too where there are more areas than forms."""
    alike: dict[tuple[object, ...], list[Area]] = {}
    for area in site.areas:
        form, colours = dots.choices_of(area, area.slug)
        alike.setdefault((form,) if len(site.areas) <= len(DotForm) else (form, colours), []).append(area)
    for areas in filter(lambda areas: len(areas) > 1, alike.values()):
        for area in areas:
            others = joined(other.name for other in areas if other is not area)
            form, _ = dots.choices_of(area, area.slug)
            message = f"{others} har også punktet {form}. Skal de kunne kendes fra hinanden, så vælg et andet."
            yield problem_at(root, area.source, ("punkt",), message, values.SAME_DOT)


def finished_areas_come_in_no_later_round(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that an area which says when it finished is in no round that begins after that: its page says that it is finished."""
    for area in site.areas:
        later = [each.round for each in memberships(area, site.rounds) if area.ended and each.round.begins > area.ended.ends]
        if later:
            message = f"I er med i runden {later[0].title}, som begynder senere. Er I med igen, så slet linjen."
            yield problem_at(root, area.source, ("afsluttet",), message, date_rules.AFTER_THE_END)


def steps_lie_near_their_round(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that no step of a round lies more than a year outside of its period: else its year is another round's."""
    for each in site.rounds:
        first, last = each.facts.period.begins, each.facts.period.ends
        for place, step in enumerate(each.timeline.steps):
            if step.period.ends < first - LONGEST or step.period.begins > last + LONGEST:
                message = f"Det er mere end et år fra rundens periode, {months_from(first, last)}. Er årstallet rigtigt?"
                yield problem_at(root, each.steps_source, ("trin", place, "periode"), message, date_rules.FAR_FROM_ROUND)


def events_come_before_the_end(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that a finished area has no dates after its end: its page does not announce them, and the calendar does."""
    for area in site.areas:
        end = end_of(area)
        late = (event for event in area.events if end and max(each.last_day for each in occurrences(event)) > end.ends)
        for event in late:
            day = plain_day(end.ends) if end else ""
            message = f"{area.name} slutter den {day}, og det her er bagefter. Er I med endnu, så ret «afsluttet» i area.yml."
            yield problem_at(root, event.source, ("start",), message, date_rules.AFTER_THE_END)


def _newcomers(
    root: Path, areas: Sequence[Area], surplus: float, as_today: Callable[[Area], Callable[[bytes], bool]]
) -> Sequence[Area]:
    """Return the `surplus` areas whose files have been as they are for the shortest time; all areas where that cannot be known.

    `as_today(area)` tells of an earlier version of the area's file whether it is like today's.
    """
    if surplus <= 0:
        return ()
    since = {area.slug: unchanged_since(root, area.source, as_today(area)) for area in areas}
    ordered = sorted(areas, key=lambda area: since[area.slug])
    last, before = ordered[: int(surplus)], ordered[int(surplus) :]
    return last if not before or since[last[-1].slug] < since[before[0].slug] else areas


def _is_shown(version: bytes) -> bool:
    return folded(_said(version, "status")) != folded(Status.DRAFT)


def _is_called(area: Area) -> Callable[[bytes], bool]:
    return lambda version: folded(_said(version, "navn")) == folded(area.name)


def _said(version: bytes, key: str) -> str:
    """Return what an earlier version of a file says in one field, to compare it; empty where it cannot be read."""
    try:
        written = parsed(version.decode("utf-8-sig"))
    except (UnicodeDecodeError, yaml.YAMLError, RecursionError):
        return ""
    fields = written if isinstance(written, dict) else {}
    return next((" ".join(str(value).split()) for name, value in fields.items() if folded(str(name)) == key), "")


def owners_and_sources_have_their_area(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that each area with owners or with sources is there: its folder, for what it says may be broken."""
    slugs = area_folders(root)
    named = [(OWNERS_FILE, slug) for slug in site.owners.areas] + [(SOURCES_FILE, slug) for slug in site.sources.areas]
    for path, slug in named:
        if slug not in slugs and not site.hides_area(slug):
            yield problem_at(root, path, ("områder", slug), unknown(slug, slugs), fields.CHOICE)


def nothing_is_left_to_write(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that nothing that is shown still says where somebody is to write, as files do that were made for it."""
    for area in site.areas:
        if area.status is not Status.DRAFT and area.summary == PLACEHOLDER:
            yield problem_at(root, area.source, ("resumé",), "Her mangler en tekst. Skriv området i én linje.", fields.PLACEHOLDER)
        if area.status is not Status.DRAFT:
            yield from _left_in(root, area.story_source, area.story)
    written_down: Iterator[Event | Story] = chain(site.all_events(), site.all_stories())
    for each in written_down:
        for key, written in (("titel", each.title), ("resumé", each.summary or "")):
            if found := _LEFT.search(written):
                yield problem_at(root, each.source, (key,), _LEFT_MESSAGE.format(quoted(found[0])), fields.PLACEHOLDER)
        yield from _left_in(root, each.source, each.text)


_LEFT = re.compile(r"\(skriv her\)|lorem ipsum|\[(?:indsæt|skriv)\b[^\[\]\n]{0,100}\](?!\()", re.IGNORECASE)
_LEFT_MESSAGE = "Her står stadig {}. Skriv det, der skal stå, eller slet det."


def _left_in(root: Path, source: str, text: str) -> Iterator[Problem]:
    if found := _LEFT.search(text):
        yield problem_in_text(root, source, found.start(), _LEFT_MESSAGE.format(quoted(found[0])), fields.PLACEHOLDER)
