"""The whole content of a site in one value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePosixPath

from generator.model.area import Area, Status
from generator.model.contact import Contact
from generator.model.event import Event
from generator.model.folders import PROGRAMME, area_file
from generator.model.language import Language
from generator.model.membership import ended
from generator.model.named_values import Values, filled_in
from generator.model.owners import Owners
from generator.model.programme import Contacts, Idea, Programme, Timeline
from generator.model.questions import Questions
from generator.model.rounds import Round, presented
from generator.model.sources import Sources
from generator.model.story import Story
from generator.text.letters import folded


@dataclass(frozen=True, slots=True)
class Correction:
    """An event or an area that is being corrected: its address stands, and its page says nothing of what it is about.

    `name` is the event's, and empty for an area. `title` is None where it cannot be read, or may belong to a draft. `contact` is
    whom an area's own file names, where that can be read, `former` where its page stood before.
    """

    owner: str
    name: str
    source: str
    title: str | None = None
    example: bool = False
    contact: Contact | None = None
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContentPage:
    """A Markdown page of content/: its address, where it stood before, and its file."""

    url: str
    former: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Site:
    """The programme with its areas in Danish order, and events ordered by start. `languages` are those beside Danish, by code.

    `fingerprints` are of the folder that each owner's files were read from, by owner, where they were asked for. `corrections`
    are what a build in spite of problems shows as being corrected, and `reduced` the paths of all files that it does not show as
    they are: what they say is not to be published in any other way.
    `unread` are the paths of files and folders that could not be read: what they hold is not known, which is not to say that it
    is not there.
    `sources` are the addresses that areas' events may be imported from.
    `textless` are the paths of files of which such a build does not show the text.
    `stories` are the programme's own, newest first; `questions` None where the programme has asked none.
    `pages` are the Markdown pages of content/, those in other languages too.
    `rounds` are all of the programme's, the first one first. `at_day` leaves those that are public, and adds the `round` that the
    site speaks of, with its named `values`.
    """

    programme: Programme
    timeline: Timeline
    contacts: Contacts
    areas: tuple[Area, ...]
    events: tuple[Event, ...]
    ideas: tuple[Idea, ...]
    owners: Owners
    languages: tuple[Language, ...] = ()
    fingerprints: Mapping[str, str] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    corrections: tuple[Correction, ...] = ()
    reduced: frozenset[str] = frozenset()
    textless: frozenset[str] = frozenset()
    stories: tuple[Story, ...] = ()
    questions: Questions | None = None
    rounds: tuple[Round, ...] = ()
    round: Round | None = None
    values: Values = field(default_factory=dict)
    sources: Sources = field(default_factory=Sources)
    pages: tuple[ContentPage, ...] = ()

    def all_stories(self) -> Iterator[Story]:
        """Yield the stories of the programme and of every area, in no order."""
        yield from self.stories
        for area in self.areas:
            yield from area.stories

    def all_events(self) -> Iterator[Event]:
        """Yield the events of the programme and of every area, in no order."""
        yield from self.events
        for area in self.areas:
            yield from area.events

    def area(self, slug: str) -> Area | None:
        """Return the area with a slug; None where there is none."""
        return next((area for area in self.areas if area.slug == slug), None)

    def events_of(self, owner: str) -> tuple[Event, ...]:
        """Return the events of an area or of the programme; none of an area that is not there."""
        area = self.area(owner)
        return area.events if area else self.events if owner == PROGRAMME else ()

    def stories_of(self, owner: str) -> tuple[Story, ...]:
        """Return the stories of an area or of the programme, newest first; none of an area that is not there."""
        area = self.area(owner)
        return area.stories if area else self.stories if owner == PROGRAMME else ()

    def event_of(self, story: Story) -> Event | None:
        """Return the event that a story is about, which it names by the event's file or title."""
        owner, name = story.event_named
        wanted = folded(name)
        found = (event for event in self.events_of(owner) if wanted in (event.name, folded(event.title)))
        return next(found, None) if wanted else None

    def hides_area(self, slug: str) -> bool:
        """Return whether the file with an area's facts could not be read, so that there may be such an area."""
        return self.hides(area_file(slug))

    def hides(self, path: str) -> bool:
        """Return whether a file, or a folder on its way, could not be read, so that nothing can be said of what it holds."""
        return not self.unread.isdisjoint([path, *map(str, PurePosixPath(path).parents)])


def at_day(site: Site, day: date) -> Site:
    """Return the site as it speaks on a day: of the round that runs, or of the last one, with all named values in its texts.

    Of areas that are finished nobody is named any more: neither whom to ask nor who was in the steering group.
    """
    finished = tuple(area for area in site.areas if ended(area, day))
    site = replace(
        site,
        areas=tuple(_less_people(area) if ended(area, day) else area for area in site.areas),
        reduced=site.reduced.union(*map(_naming, finished)),
    )
    public = tuple(each.filled(site.programme) for each in site.rounds if each.is_public)
    if not public:
        return site
    spoken_of = presented(public, day)
    values = spoken_of.values(site.programme)
    return replace(
        site,
        rounds=public,
        round=spoken_of,
        programme=filled_in(spoken_of.programme(site.programme), values),
        timeline=spoken_of.timeline,
        ideas=tuple(filled_in(idea, values) for idea in site.ideas),
        stories=tuple(filled_in(story, values) for story in site.stories),
        values=values,
    )


def _naming(area: Area) -> Iterator[str]:
    """Yield the files of an area that name somebody: they are not given to the form either."""
    if area.contact or area.steering_group:
        yield area.source
    yield from (event.source for event in area.events if event.contacts)


def _less_people(area: Area) -> Area:
    events = tuple(_without_contacts(event) if event.contacts else event for event in area.events)
    return area.model_copy(update={"contact": None, "steering_group": (), "events": events})


def _without_contacts(event: Event) -> Event:
    helpers = tuple(helper.model_copy(update={"contact": None}) for helper in event.helpers)
    return event.model_copy(update={"contact": None, "helpers": helpers, "front": ""})


def published(site: Site, *, examples: bool) -> Site:
    """Return the part of a site that is shown: never drafts, and example content only with `examples`."""

    def shown(content: Event | Idea | Correction | Story) -> bool:
        return examples or not content.example

    areas = tuple(
        area.model_copy(update={"events": tuple(filter(shown, area.events)), "stories": tuple(filter(shown, area.stories))})
        for area in site.areas
        if area.status is Status.PUBLIC or (examples and area.status is Status.EXAMPLE)
    )
    slugs = {area.slug for area in areas}
    ideas = tuple(idea for idea in site.ideas if shown(idea) and (idea.area is None or idea.area in slugs))
    corrected = tuple(filter(shown, site.corrections))
    owners = {PROGRAMME, *slugs, *(each.owner for each in corrected if not each.name)}
    return replace(
        site,
        areas=areas,
        events=tuple(filter(shown, site.events)),
        ideas=ideas,
        corrections=tuple(each for each in corrected if each.owner in owners),
        stories=tuple(filter(shown, site.stories)),
        questions=site.questions if site.questions and (examples or not site.questions.example) else None,
    )
