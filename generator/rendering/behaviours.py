"""The behaviours of `js/` that act on a template's pages. The others would be weight."""

from __future__ import annotations

import re
from pathlib import Path

from generator.rendering import stylesheet
from generator.rendering.stylesheet import Templates

_ATTRIBUTE = re.compile(r"\[(data-[a-z-]+)")
"""What a behaviour looks for on a page."""
_OF_LAYOUT = frozenset({"menu.js", "preview.js", "search.js"})
"""The behaviours of the menu, the search and the footer, which a bare page does not have."""


def of_template(templates: Templates, template: str) -> list[Path]:
    """Return the files of the behaviours that act on the pages of a template (`event.html`)."""
    source = templates.source_of(template)
    files = sorted(templates.folder.glob("js/*.js"))
    if template in stylesheet.BARE:
        return [file for file in files if file.name not in _OF_LAYOUT and _finds_something(file, source)]
    return [file for file in files if _finds_something(file, source)]


def _finds_something(file: Path, source: str) -> bool:
    """Return whether a behaviour finds something to act on in the sources of a page. One that asks for no attribute may always."""
    asked = set(_ATTRIBUTE.findall(file.read_text("utf-8")))
    return not asked or any(name in source for name in asked)
