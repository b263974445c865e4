"""What stands where a page stood before it moved: a link to where it is now, which is also followed at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.addresses.moves import moved_with
from generator.pages.context import SiteContext
from generator.pages.page import Page

TITLE = "Siden er flyttet"


def moved(context: SiteContext, addresses: Mapping[str, str], shown: Iterable[Page]) -> Iterator[Page]:
    """Yield a page at each former address of pages that are shown: at those that somebody has written (`addresses`, with where each
    leads), and where an area has moved, at all that lay below it."""
    name = context.site.programme.name
    title_of = {page.url: page.title.removesuffix(f" · {name}") for page in shown}
    for former, url in addresses.items():
        if url in title_of:
            yield _moved(former, url, title_of[url])
    for former, url in addresses.items():
        for before, now in moved_with(former, url):
            below = ((before + path.removeprefix(now), path) for path in title_of if path.startswith(now) and path != url)
            yield from (_moved(old, path, title_of[path]) for old, path in below if old not in addresses)


def _moved(former: str, url: str, title: str) -> Page:
    values = {"title": TITLE, "to": url, "name": title}
    return Page(former, "moved.html", TITLE, f"Siden er flyttet: {title}", values, hidden=True, moved_to=url)
