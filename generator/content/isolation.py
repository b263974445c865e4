"""The content in spite of its problems: ten areas are never stopped by the eleventh.

Nothing is taken from history. What is shown is what the present files say, without what cannot be read: see `fallbacks`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeVar

from generator import checks
from generator.checks.areas import in_each_round
from generator.content import corrections
from generator.content.checking import found_by
from generator.content.fallbacks import Verdict, takes_back, verdict, without_reports
from generator.content.salvage import Salvager
from generator.danish.formatting import counted, joined
from generator.model.area import Area, AreaFacts, Status
from generator.model.content import Content
from generator.model.event import Event, EventFacts
from generator.model.former import KEY
from generator.model.grouped import grouped
from generator.model.owners import FILE as OWNERS_FILE
from generator.model.owners import Owners
from generator.model.site import Site
from generator.model.sources import FILE as SOURCES_FILE
from generator.model.sources import Sources
from generator.model.story import Story, StoryFacts
from generator.problems.problem import ContentError, Problem
from generator.problems.rules import fields, values
from generator.problems.rules import files as rules
from generator.problems.unforeseen import failed
from generator.text.letters import folded, harmless

_Item = TypeVar("_Item")
_OF_AREAS = (values.AREA_TWICE, values.TOO_MANY_AREAS)


@dataclass(frozen=True, slots=True)
class Fallback:
    """A file that is not shown as it is: what is done instead, in Danish, and why."""

    path: str
    how: str
    problems: tuple[Problem, ...] = ()


def isolate(root: Path, withheld: Mapping[str, Sequence[str]] | None = None) -> tuple[Site, list[Fallback]]:
    """Return the content below `root` less what has problems, and what became of each file that has, by path.

    `withheld` has the codes of the exceptions that ended builds, by file: see Salvager. Raise ContentError where the programme's
    own files have problems: without them there is no site.
    """
    salvager = Salvager(root, withheld or {})
    site = salvager.site()
    if site is None:
        raise ContentError(salvager.problems)
    isolation = _Isolation(root, salvager)
    site = isolation.settled(site)
    fallbacks = isolation.fallbacks()
    reduced = frozenset(fallback.path for fallback in fallbacks)
    return replace(site, corrections=tuple(salvager.corrections), reduced=reduced), fallbacks


def as_text(fallbacks: Sequence[Fallback]) -> str:
    """Return, for a terminal, each file with what is done instead, and its problems below it."""
    count = len(fallbacks)
    lines = [f"{counted(count, 'fil kunne ikke bruges, som den er', 'filer kunne ikke bruges, som de er')}:"]
    for fallback in fallbacks:
        lines += [harmless(f"{fallback.path}: {fallback.how}"), *(f"  {problem}" for problem in fallback.problems)]
    return "\n".join(lines)


def area_of(path: str) -> str | None:
    """Return the file of the area in whose folder a file lies; None for the programme's own files."""
    parts = path.split("/")
    return f"areas/{parts[1]}/area.yml" if parts[0] == "areas" and len(parts) > 2 else None


class _Isolation:
    """Check a site, and take out of it what the checks find, until they find nothing more that can be taken out."""

    def __init__(self, root: Path, salvager: Salvager) -> None:
        self.root, self.salvager = root, salvager
        self.found: set[Problem] = set()
        self.left_out: set[str] = set()

    def settled(self, site: Site) -> Site:
        """Return the site without what its checks find."""
        while new := [each for each in found_by(checks.OF_ISOLATION, self.root, site) if each not in self.found]:
            self.found.update(new)
            changed = site
            for path, problems in grouped((problem.path, problem) for problem in new).items():
                changed = self._without(changed, path, problems)
            if changed is site:
                break
            site = changed
        return site

    def _without(self, site: Site, path: str, problems: Sequence[Problem]) -> Site:
        """Return the site without what some problems of one file take away; a named value that is not known is shown as `…`."""
        problems = [problem for problem in problems if problem.rule is not fields.NAMED_VALUE]
        if not problems:
            return site
        if path == OWNERS_FILE:
            return replace(site, owners=Owners())
        if path == SOURCES_FILE:
            return replace(site, sources=Sources())
        if any(page.source == path for page in site.pages) and all(problem.rule is values.FORMER_TAKEN for problem in problems):
            self.salvager.judge(path, Verdict(left_out=frozenset({KEY})))
            return replace(site, pages=tuple(replace(page, former=()) if page.source == path else page for page in site.pages))
        if any(path.startswith(f"content/{language.code}/") for language in site.languages):
            return replace(site, languages=tuple(each for each in site.languages if not path.startswith(f"content/{each.code}/")))
        if area := next((area for area in site.areas if area.source == path), None):
            return replace(site, areas=_with(site.areas, area, self._less_area(site, area, problems)))
        if any(idea.source == path for idea in site.ideas):
            return replace(site, ideas=tuple(idea for idea in site.ideas if idea.source != path))
        if story := next((story for story in site.all_stories() if story.source == path), None):
            return _with_entry(site, "stories", story, self._less_story(story, problems))
        event = next((event for event in site.all_events() if event.source == path), None)
        less = event and self._less_event(event, problems)
        return site if event is less else _with_entry(site, "events", event, less)

    def _less_event(self, event: Event, problems: Sequence[Problem]) -> Event | None:
        said = verdict(EventFacts, (problem for problem in problems if problem.rule is not rules.RUNNABLE))
        names = _left_out_of(EventFacts, said)
        if said.left_out and takes_back([getattr(event, name) for name in names]):
            said |= Verdict(deciding=said.left_out)
        self.salvager.judge(event.source, said)
        if said.deciding:
            correction = corrections.of_event(event)
            self.salvager.corrections.append(replace(correction, title=None if said.is_secret else correction.title))
            return None
        less = without_reports(event) if "after" in names else event
        return less.model_copy(update={**_defaults(EventFacts, names), "front": ""}) if names else event

    def _less_story(self, story: Story, problems: Sequence[Problem]) -> Story | None:
        said = verdict(StoryFacts, (problem for problem in problems if problem.rule is not rules.RUNNABLE))
        self.salvager.judge(story.source, said)
        names = _left_out_of(StoryFacts, said)
        return None if said.deciding else story.model_copy(update={**_defaults(StoryFacts, names), "front": ""})

    def _less_area(self, site: Site, area: Area, problems: Sequence[Problem]) -> Area | None:
        said = verdict(AreaFacts, (problem for problem in problems if problem.rule not in (*_OF_AREAS, rules.RUNNABLE)))
        if any(problem.rule in _OF_AREAS and self._is_newcomer(site, area, problem) for problem in problems):
            self.left_out.add(area.source)
            return None
        self.salvager.judge(area.source, said)
        if said.deciding:
            if area.status is not Status.DRAFT:
                self.salvager.correct(area)
            return None
        names = _left_out_of(AreaFacts, said)
        return area.model_copy(update={**_defaults(AreaFacts, names), **({"summary": ""} if "summary" in names else {})})

    def _is_newcomer(self, site: Site, area: Area, problem: Problem) -> bool:
        """Return whether a problem of several areas names only those that came last. Where history does not say who did, it names
        all."""
        reported = {each.path for each in self.found if each.rule is problem.rule}
        if problem.rule is values.AREA_TWICE:
            return any(each.source not in reported for each in site.areas if folded(each.name) == folded(area.name))
        return any(
            sum(each.source in reported for each in shown) <= len(shown) - most
            for shown, most, _ in in_each_round(site)
            if len(shown) > most and area in shown
        )

    def fallbacks(self) -> list[Fallback]:
        """Return what became of each file with problems, by path."""
        failures = (failed(path, code) for path, codes in self.salvager.withheld.items() for code in codes)
        every = grouped((problem.path, problem) for problem in sorted({*self.salvager.problems, *self.found, *failures}))
        return [Fallback(path, self._how(path, of_file), tuple(of_file)) for path, of_file in sorted(every.items())]

    def _how(self, path: str, problems: Sequence[Problem]) -> str:
        said = self.salvager.verdicts.get(path)
        if (area_of(path) or path) in self.salvager.drafts:
            return "er en kladde og vises ikke"
        if path in self.left_out:
            return "hele området er udeladt, fordi det er kommet til sidst"
        source = f"{path.removesuffix('/events')}/area.yml" if path.endswith("/events") else path
        if any(each.source == source for each in self.salvager.corrections):
            shown = "områdets og dets arrangementers sider siger" if source.endswith("/area.yml") else "siden siger"
            return f"{shown} kun, at oplysningerne bliver rettet{_because(said)}"
        if said is not None and said.deciding:
            return f"er udeladt{_because(said)}"
        if all(problem.rule is fields.NAMED_VALUE for problem in problems):
            return "vises med … i stedet for de navne, der ikke kendes"
        if said is None and not all(problem.rule is rules.RUNNABLE for problem in problems):
            return "er udeladt"
        return f"vises uden {joined(sorted(said.left_out))}" if said and said.left_out else "vises, som den er"


def _because(said: Verdict | None) -> str:
    fields = sorted(filter(None, said.deciding)) if said else []
    if fields:
        return f", fordi {joined(fields)} ikke kan bruges"
    return ", fordi filen ikke kan læses" if said and said.deciding else ""


def _left_out_of(model: type[Content], said: Verdict) -> set[str]:
    """Return the names of a model's fields that are left out."""
    keys = set(map(folded, said.left_out))
    return {name for name, field in model.model_fields.items() if folded(field.alias or name) in keys}


def _defaults(model: type[Content], names: set[str]) -> dict[str, object]:
    return {name: model.model_fields[name].get_default() for name in names if not model.model_fields[name].is_required()}


def _with_entry(site: Site, kind: Literal["events", "stories"], entry: Event | Story | None, changed: Event | Story | None) -> Site:
    """Return the site with an event or a story changed, or taken away."""
    for area in site.areas:
        if any(each is entry for each in getattr(area, kind)):
            less = area.model_copy(update={kind: _with(getattr(area, kind), entry, changed)})
            return replace(site, areas=_with(site.areas, area, less))
    own = _with(getattr(site, kind), entry, changed)
    return replace(site, events=own) if kind == "events" else replace(site, stories=own)


def _with(every: tuple[_Item, ...], one: _Item, changed: _Item | None) -> tuple[_Item, ...]:
    """Return values of which one is changed, or taken away."""
    return tuple(each for each in (changed if each is one else each for each in every) if each is not None)
