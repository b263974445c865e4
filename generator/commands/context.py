"""The moment that a command is for, and the content as pages show it then."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from generator.commands import CommandError
from generator.content.load import load
from generator.danish.dates import now_from
from generator.media.pictures import PICTURE_CACHE
from generator.model.calendar import Calendar
from generator.model.site import Site, published
from generator.pages.context import SiteContext
from generator.reading.settings import read_settings


def now() -> datetime:
    """Return the moment of KULTURPUNKT_TODAY, else the present. Raise RefusedError for one that is none."""
    return now_from(os.environ.get("KULTURPUNKT_TODAY"))


def site_at(root: Path) -> Site:
    """Return the content of `root` as far as it can be read. Raise CommandError where the programme's own files have problems."""
    site, _ = load(root)
    if site is None:
        raise CommandError("Programmets egne filer har fejl. Kør: kulturpunkt check")
    return site


def context_of(root: Path, site: Site, *, examples: bool | None = None) -> SiteContext:
    """Return what is shown of a site, as pages are made from it. Without `examples`, the settings say whether these are shown."""
    settings = read_settings(root)
    shown = settings.examples if examples is None else examples
    calendar = Calendar.at(published(site, examples=shown), now())
    return SiteContext(calendar, root, shown, settings.site_url.rstrip("/") + "/", root / PICTURE_CACHE)
