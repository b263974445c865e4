"""The calendars, feeds and documents of what has moved, at their former addresses too: a program that follows one asks nowhere
else, and no page can lead on from a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator import urls
from generator.addresses.moves import beginnings, owners
from generator.pages.context import SiteContext


def moved(addresses: Mapping[str, str], feeds: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Yield each of these feeds once more at each address that it had before. `addresses` are the former ones of pages, with where
    each leads."""
    before_and_now = beginnings(addresses)
    found: dict[str, bytes] = {}
    for path, content in feeds:
        for before, now in before_and_now if path.startswith(_SECTIONS) else ():
            if path.startswith(now):
                found.setdefault(before + path.removeprefix(now), content)
    yield from found.items()


def documents(context: SiteContext, addresses: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Yield the documents of events that have moved, with their area or to another one, where one could fetch them before."""
    events = [event for event in context.site.all_events() if event.documents]
    shown = [(urls.event(event), context.document(event.owner, each)) for event in events for each in event.documents]
    found = {
        urls.document(owner, each.file.name): each.file
        for before, now in beginnings(addresses)
        for path, each in shown
        for owner in owners([before + path.removeprefix(now)] if path.startswith(now) else [])
    }
    yield from ((path, found[path].read_bytes()) for path in sorted(found.keys() - {each.url for _, each in shown}))


_SECTIONS = (urls.AREAS, urls.CALENDAR, urls.WEEK, urls.SCREEN)
"""Where feeds lie that somebody may follow."""
