"""The calendars and feeds of what has moved, at their former addresses too: a program that follows one asks nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator import urls
from generator.checks.moves import beginnings


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


_SECTIONS = (urls.AREAS, urls.CALENDAR, urls.WEEK, urls.SCREEN)
"""Where feeds lie that somebody may follow."""
