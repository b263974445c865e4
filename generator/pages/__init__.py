"""From the model to what each page shows. `documents` are written in content/, `generated` come from the areas."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.pages import areas, calendar, events, form, front, poster, programme, site_index, texts, timeline
from generator.pages.page import Document, Page
from generator.pages.view import View

_DOCUMENTS: dict[str, Callable[[View, Document], Page]] = {
    "index.md": front.front,
    "om.md": programme.about,
    "omraader.md": areas.areas,
    "det-sker.md": calendar.calendar,
    "tidsplan.md": timeline.timeline,
    "ideer.md": programme.ideas,
    "kontakt.md": programme.contact,
    "rediger.md": texts.guide,
}


def from_document(view: View, document: Document) -> Page:
    """The page that a Markdown file of content/ becomes; a file of a new name is a page of text."""
    name = document.source.removeprefix("content/")
    return _DOCUMENTS.get(name, texts.text)(view, document)


def generated(view: View) -> Iterator[Page]:
    """The pages that no Markdown file of content/ stands for."""
    for owner in view.owners:
        yield from of_owner(view, owner)
    yield from of_site(view)


def of_owner(view: View, owner: str) -> Iterator[Page]:
    """The pages of one area, or of the programme's own events."""
    if owner in view.areas:
        yield areas.area(view, view.areas[owner])
        yield poster.poster(view, view.areas[owner])
    for event in view.events_of(owner):
        yield events.event(view, event)


def of_site(view: View) -> Iterator[Page]:
    """The pages that all areas are on."""
    yield site_index.contents(view)
    yield form.entry(view)
    yield texts.fields()
    yield texts.messages(view)
    yield from calendar.months(view)
    yield from calendar.archive(view)
