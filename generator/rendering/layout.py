"""The layout around a page's body: rendered once for each combination it comes in, and filled in for each page."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count

from markupsafe import Markup

from generator.rendering.render import LayoutContext


class LayoutCache:
    """Render the layout with placeholders, and put the words of each page there: five times faster than to render it for each
    page."""

    def __init__(self, shell: Callable[[LayoutContext], str]) -> None:
        self.shell = shell
        self.cached: dict[object, list[bytes]] = {}

    def __call__(self, layout: LayoutContext) -> bytes:
        """Return a whole page as UTF-8. Most of it is the layout, which is encoded once."""
        values = [value.encode() for value in _values(layout)]
        return b"".join(values[int(part)] if place % 2 else part for place, part in enumerate(self.pieces(layout)))

    def pieces(self, layout: LayoutContext) -> list[bytes]:
        """Return the pieces of the layout: text, and at every other place the number of the value that stands there."""
        entries = tuple(entry["current"] for entry in layout.menu)
        numbers = len(layout.crumbs), len(layout.edits)
        key = (layout.root, layout.section, entries, *numbers, layout.script, layout.bare, *_languages(layout))
        if key not in self.cached:
            self.cached[key] = _MARK.split(_BLANK.sub("\n", self.shell(_marked(layout))).encode())
        return self.cached[key]


_MARK = re.compile("\ue000([0-9]+)\ue001".encode())
_BLANK = re.compile(r"\n\s*\n")


def _marked(layout: LayoutContext) -> LayoutContext:
    """Return the same layout with marks for all that differs between pages of one layout: see `_values`."""
    marks = (f"\ue000{number}\ue001" for number in count())
    title, csp, style, head, body = (next(marks) for _ in range(5))
    edits = [{"title": next(marks), "href": next(marks)} for _ in layout.edits]
    crumbs = [{"title": next(marks), "href": crumb["href"] and next(marks)} for crumb in layout.crumbs]
    return layout._replace(
        title=title,
        csp=csp,
        style=Markup(style),  # noqa: S704  marks only
        head=Markup(head),  # noqa: S704
        body=Markup(body),  # noqa: S704
        edits=edits,
        crumbs=crumbs,
    )


def _values(layout: LayoutContext) -> list[str]:
    """Return the values at the placeholders, in their order, as HTML."""
    values = [layout.title, layout.csp, layout.style, layout.head, layout.body]
    for edit in layout.edits:
        values += edit["title"], edit["href"]
    for crumb in layout.crumbs:
        values += filter(None, (crumb["title"], crumb["href"]))
    return [str(Markup.escape(value)) for value in values]


def _languages(layout: LayoutContext) -> tuple[str, ...]:
    """Return the page's language, and where it is to be found in others."""
    return layout.language.code, *(other["href"] for other in layout.languages)
