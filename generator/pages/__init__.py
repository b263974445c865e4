"""From the model to the pages: each page with its address, its template and the values that the template shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from generator.addresses import moves
from generator.pages import (
    areas,
    calendar,
    correction,
    embed,
    events,
    file_form,
    form,
    front,
    helpers,
    languages,
    month,
    moved,
    municipality,
    open_data,
    poster,
    programme,
    result_pictures,
    results,
    scopes,
    screen,
    site_index,
    stories,
    subscriptions,
    texts,
    timeline,
    week,
)
from generator.pages.context import SiteContext
from generator.pages.page import Document, Page

_DOCUMENTS: dict[str, Callable[[SiteContext, Document], Page]] = {
    "index.md": front.front,
    "om.md": programme.about,
    "omraader.md": areas.areas,
    "det-sker.md": calendar.calendar,
    "tidsplan.md": timeline.timeline,
    "resultater.md": results.results,
    "ideer.md": programme.ideas,
    "kontakt.md": programme.contact,
    "rediger.md": texts.guide,
    "skriv-filen-selv.md": texts.guide,
}


def from_document(context: SiteContext, document: Document) -> Page:
    """Return the page that a Markdown file of content/ becomes. A file whose name has no page of its own is a page of text."""
    name = document.source.removeprefix("content/")
    language = next((each for each in context.site.languages if name.startswith(f"{each.code}/")), None)
    if language:
        return languages.page(context, document, language)
    return _DOCUMENTS.get(name, texts.text)(context, document)


def generated(context: SiteContext) -> Iterator[Page]:
    """Yield every page that no Markdown file of content/ stands for."""
    for owner in context.calendar.owners:
        yield from of_owner(context, owner)
    yield from of_site(context)


def of_owner(context: SiteContext, owner: str) -> Iterator[Page]:
    """Yield the pages of one area, or of the programme's own events."""
    if owner in context.calendar.areas:
        yield areas.area(context, context.calendar.areas[owner])
        yield poster.poster(context, context.calendar.areas[owner])
        yield from _of_scope(context, scopes.of_area(context, context.calendar.areas[owner]))
    for event in context.calendar.events_of(owner):
        yield events.event(context, event)
        if poster.has_poster(context, event):
            yield poster.event_poster(context, event)
    for story in context.site.stories_of(owner):
        yield stories.story(context, story)


def _of_scope(context: SiteContext, scope: scopes.Scope) -> Iterator[Page]:
    """Yield what others print, hang up and show on their own pages of some of all events."""
    yield from week.this_and_next(context, scope)
    yield screen.screen(context, scope)
    yield from embed.frames(context, scope)


def moved_pages(context: SiteContext, documents: Iterable[Page]) -> Iterator[Page]:
    """Yield a page at each former address of a page. `documents` are those that a Markdown file of content/ stands for."""
    addresses = moves.moved(context.site)
    owners = moves.owners(addresses.values()).intersection(context.calendar.owners)
    others = (*timeline.rounds_of(context), *correction.corrections(context))
    shown = chain(documents, others, *(of_owner(context, owner) for owner in sorted(owners)))
    yield from moved.moved(context, addresses, shown) if addresses else ()


def of_site(context: SiteContext) -> Iterator[Page]:
    """Yield the pages that all areas are on."""
    yield site_index.site_index(context)
    yield form.form(context)
    yield file_form.file_form(context)
    yield from results.results_of_areas(context)
    yield result_pictures.result_pictures(context)
    yield helpers.helpers(context)
    yield subscriptions.follow(context)
    yield poster.posters(context)
    yield from texts.fields()
    yield from texts.messages(context)
    yield from month.months(context)
    yield from municipality.municipalities(context)
    yield texts.statement(context)
    yield open_data.open_data(context)
    yield from calendar.archive(context)
    yield from timeline.rounds_of(context)
    for scope in scopes.of_site(context):
        yield from _of_scope(context, scope)
    yield from week.every(context)
    yield embed.maker(context)
    yield from correction.corrections(context)
    yield from languages.months(context)
