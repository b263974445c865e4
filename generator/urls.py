"""Every path of the site, relative to its root, in one place. A page's path ends with `/`; the front page's is empty."""

from __future__ import annotations

from generator.model.event import Event

FRONT = ""
ABOUT = "om/"
AREAS = "omraader/"
CALENDAR = "det-sker/"
ARCHIVE = "det-sker/arkiv/"
TIMELINE = "tidsplan/"
IDEAS = "ideer/"
CONTACT = "kontakt/"
ACCESSIBILITY = "tilgaengelighed/"
PRIVACY = "privatliv/"
GUIDE = "rediger/"
ASSETS = "assets/"

RESERVED = ("arkiv", "programmet", "data")
"""Names below /det-sker/ and /omraader/ that an area cannot have."""


def area(slug: str) -> str:
    return f"{AREAS}{slug}/"


def event(happening: Event) -> str:
    return f"{CALENDAR}{happening.owner}/{happening.name}/"


def picture(owner: str, name: str) -> str:
    """A picture's file below the owner's own address."""
    return f"billeder/{owner}/{name}"


def root_from(path: str) -> str:
    """The way from a page up to the site's root: `./`, `../../`. Links that start with it hold under any base path."""
    return "../" * path.count("/") or "./"


def section_of(path: str) -> str:
    """The menu entry that a page belongs to: `det-sker/`."""
    return path.partition("/")[0] + "/" if path else FRONT
