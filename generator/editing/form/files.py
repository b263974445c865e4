"""The content files that the form for files edits: each cut into its fields, so that a change of one loses no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BeforeValidator
from pydantic.fields import FieldInfo

from generator import paths, urls
from generator.cache.leftovers import is_leftover
from generator.editing.form.source import comments_reach_somebody, cut_fields, hides_somebody, key_spelling, takes_back_consent
from generator.model.after import After, Quote, short_after, short_quote
from generator.model.area import AreaFacts
from generator.model.contact import Contact, Link, short_contact, short_link
from generator.model.content import Content, content_in, holds
from generator.model.event import Event, EventFacts
from generator.model.folders import PROGRAMME
from generator.model.listed_days import days_apart, listed_days
from generator.model.place import Place, short_place
from generator.model.programme import Contacts, Idea, IdeaFacts, Programme, Timeline
from generator.model.rounds import RoundFacts
from generator.model.site import Site
from generator.model.story import Story, StoryFacts
from generator.model.synonyms import comparable
from generator.problems.rules.reading import FENCES
from generator.reading.sources import parsed, read_markdown, read_text, read_yaml

_Read = Callable[[], dict[str, Any] | None]
MODELS: dict[str, type[Content]] = {
    "område": AreaFacts,
    "arrangement": EventFacts,
    "idé": IdeaFacts,
    "historie": StoryFacts,
    "programmet": Programme,
    "tidsplanen": Timeline,
    "runden": RoundFacts,
    "kontakt": Contacts,
}
"""The models of the files that can be edited, by the name that the form knows them by."""
MORE_OF_EVENTS = ("flere datoer", "adgang", "alder", "pladser", "partnere", "kontakt", "links", "program", "tidligere adresser")
"""What the form for events does not ask, or only a part of."""
_SHORT: dict[type[Content] | None, Callable[[Any], Any]] = {
    Contact: short_contact,
    Link: short_link,
    Place: short_place,
    After: short_after,
    Quote: short_quote,
}
"""What reads a line that is short for fields."""
_OWN = {
    "programme.yml": ("programmet", urls.ABOUT),
    "timeline.yml": ("tidsplanen", urls.TIMELINE),
    "contacts.yml": ("kontakt", urls.CONTACT),
}


def editable(root: Path, site: Site, owner: str) -> Iterator[dict[str, Any]]:
    """Yield the files of an owner: `path`, `title`, `model` (None for plain text), `parts`, `values`, `body` and the public `page`.

    `parts` are pairs of key and text as they stand. A file that names a person who has not agreed to be shown has no parts: what
    is not public on the site is not given to its form either. Nor is a file of which only a part can be shown, or of which a
    comment says how to reach somebody, or in which somebody has taken back a picture or what they said.
    """
    for path, page, read in _files(root, site, owner):
        if path not in site.reduced and (made := read()) is not None:
            yield {"path": path, **made, "page": page}


def _files(root: Path, site: Site, owner: str) -> Iterator[tuple[str, str, _Read]]:
    """Yield the path of each file, its page and what reads it: one that may not be shown is not read at all."""
    area = site.area(owner)
    if area:
        page, story = urls.area(owner), area.story_source
        facts = partial(_facts, root, area.source, "område", f"Oplysningerne om {area.name}", hidden=hides_somebody(area.contact))
        yield area.source, page, facts
        yield story, page, partial(_text, root, story, f"Fortællingen om {area.name}")
        yield from map(_event, area.events)
        yield from map(_story, area.stories)
    elif owner == PROGRAMME:
        for name, (model, page) in _OWN.items():
            yield f"content/{name}", page, partial(_facts, root, f"content/{name}", model, model.capitalize())
        for each in site.rounds[1:]:
            page = urls.round_page(each.name)
            yield each.source, page, partial(_facts, root, each.source, "runden", f"Runden {each.title}")
            yield each.steps_source, page, partial(_facts, root, each.steps_source, "tidsplanen", f"Trinene i runden {each.title}")
        yield from map(_event, site.events)
        yield from map(_story, site.stories)
        for idea in site.ideas:
            yield idea.source, urls.IDEAS, partial(_idea, root, idea)
        for file in sorted((root / "content").glob("*.md")):
            if not is_leftover(file.name):
                path = f"content/{file.name}"
                yield path, paths.page_of(file.name), partial(_document, root, path, f"Teksten på siden {file.stem}")
        for translated in (page for language in site.languages for page in language.pages):
            path = f"content/{translated.source}"
            yield path, translated.url, partial(_document, root, path, f"Teksten på siden {translated.title}")


def _event(event: Event) -> tuple[str, str, _Read]:
    hidden = hides_somebody(*event.contacts)
    return event.source, urls.event(event), partial(_page, "arrangement", event.title, event.front, event.text, hidden=hidden)


def _story(story: Story) -> tuple[str, str, _Read]:
    return story.source, urls.story(story), partial(_page, "historie", story.title, story.front, story.text)


def _idea(root: Path, idea: Idea) -> dict[str, Any]:
    source = read_markdown(root, idea.source)
    return _page("idé", f"Idéen {idea.title}", source.front, source.body)


def _facts(root: Path, path: str, model: str, title: str, *, hidden: bool = False) -> dict[str, Any]:
    return {"title": title, **_fields(model, read_yaml(root, path).front, "", hidden=hidden), "wrap": False}


def _text(root: Path, path: str, title: str) -> dict[str, Any] | None:
    body = read_text(root, path).body if (root / path).is_file() else ""
    if comments_reach_somebody("", body):
        return None
    return {"title": title, "model": None, "parts": [], "values": {}, "body": body, "wrap": False}


def _document(root: Path, path: str, title: str) -> dict[str, Any] | None:
    """Return a page of content/, which may have no fields; None where it cannot be edited."""
    source = read_markdown(root, path)
    if any(problem.rule is FENCES for problem in source.problems):
        return _text(root, path, title)
    if comments_reach_somebody(source.front, source.body):
        return None
    return {"title": title, "model": None, "front": source.front, "parts": [], "values": {}, "body": source.body}


def _page(model: str, title: str, front: str, body: str, *, hidden: bool = False) -> dict[str, Any]:
    return {"title": title, **_fields(model, front, body, hidden=hidden), "wrap": True}


def _fields(model: str, front: str, body: str, *, hidden: bool) -> dict[str, Any]:
    withheld = comments_reach_somebody(front, body) or takes_back_consent(front)
    parts = None if hidden or withheld else cut_fields(MODELS[model], front)
    values = parsed(front) if parts and front else {}
    return {"model": model, "parts": parts, "values": _spelt(MODELS[model], values or {}), "body": "" if withheld else body}


class _Key(NamedTuple):
    """How a field's value is read: the model inside it, and whether it holds a mapping by name, or a list."""

    field: FieldInfo
    home: type[Content] | None
    is_map: bool
    is_list: bool


@cache
def _keys(model: type[Content]) -> dict[str, _Key]:
    """Return how the value of each field is read, by its Danish key."""
    return {field.alias or name: _key(field) for name, field in model.model_fields.items()}


def _key(field: FieldInfo) -> _Key:
    home = content_in(field.annotation)
    return _Key(field, home, home is not None and holds(field.annotation, Mapping), holds(field.annotation, tuple))


def _spelt(model: type[Content], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a mapping holds under the model's own keys, with a list where the model has one."""
    spelling, keys, found = key_spelling(model), _keys(model), {}
    for written, value in values.items():
        name = spelling.get(comparable(written), written)
        found[name] = _held(keys[name], value) if name in keys and value not in (None, "") else value
    return found


def _held(key: _Key, value: Any) -> Any:
    if key.is_map and key.home and isinstance(value, Mapping):
        return {name: _spelt(key.home, each) for name, each in value.items() if isinstance(each, Mapping)}
    if key.is_list:
        return [_entry(key.home, each) for each in _listed(key.field, value)]
    return _entry(key.home, value)


def _listed(field: FieldInfo, value: Any) -> list[Any]:
    """Return a list that may stand in one line, as the model parts it."""
    for rule in field.metadata:
        if isinstance(rule, BeforeValidator):
            value = days_apart(value) if rule.func is listed_days else rule.func(value)  # type: ignore[call-arg]
    return value if isinstance(value, list) else [value]


def _entry(home: type[Content] | None, value: Any) -> Any:
    """Return one value. A text where fields are meant (the name of a stall, the key of a place) stays a text."""
    value = _SHORT[home](value) if home in _SHORT else value
    return _spelt(home, value) if home and isinstance(value, Mapping) else value
