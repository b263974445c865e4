"""What the name and the path of a content file say: which names it can have, and the address of what it stands for."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator import urls
from generator.model.folders import PROGRAMME
from generator.model.language import CODE
from generator.text.letters import slug as slug_of

TAKEN = ("arkiv", "kategori", "kommune", "maalgruppe", "plakater", "programmet")
"""Names below /det-sker/ and /omraader/ that an area cannot have."""

_ON_EVERY_PAGE = (urls.CALENDAR, urls.AREAS, urls.TIMELINE, urls.RESULTS, urls.IDEAS, urls.ABOUT, urls.CONTACT)
_BELOW = (urls.GUIDE, urls.ACCESSIBILITY, urls.PRIVACY)
LED_TO = ("content/index.md", *(f"content/{url.removesuffix('/')}.md" for url in (*_ON_EVERY_PAGE, *_BELOW)))
"""The pages of content/ that every page leads to, in its menu or at its foot."""

LONGEST_NAME = 60
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
"""Names that some computers keep for themselves."""


def better_name(name: str, otherwise: str) -> str | None:
    """Return the name that a folder or file should have, to be an address, and a file on any machine; None for a good one.

    `otherwise` is for a name that holds no letter of an address.
    """
    good = slug_of(name)[:LONGEST_NAME].strip("-") or otherwise
    if good in DEVICES:
        good += "-1"
    return None if name == good else good


def page_of(source: str) -> str:
    """Return the address of a Markdown page by its path below content/: `en/calendar.md`."""
    stem = source.removesuffix(".md")
    return stem.removesuffix("index") if PurePosixPath(stem).name == "index" else f"{stem}/"


def address_of(path: str) -> str | None:
    """Return the address of what a file stands for, by its path alone: `areas/kysten/events/sang.md`; None where it has none of its
    own."""
    first, *below = path.split("/")
    if first not in ("areas", "content"):
        return None
    owner, rest = (below[0], below[1:]) if first == "areas" and below else (PROGRAMME, below)
    match rest:
        case ["area.yml"] if first == "areas":
            return urls.area(owner)
        case ["events", name] if name.endswith(".md"):
            return urls.event_named(owner, name.removesuffix(".md"))
        case ["historier", name] if name.endswith(".md"):
            return urls.story_named(owner, name.removesuffix(".md"))
        case ["documents", name]:
            return urls.document(owner, name)
        case [name] if first == "content" and name.endswith(".md"):
            return page_of(name)
        case [language, name] if first == "content" and name.endswith(".md") and CODE.fullmatch(language.lower()):
            return page_of(f"{language}/{name}")
    return None
