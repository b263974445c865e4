"""Refuses symbolic links where a build writes: behind one, it would empty or fill a folder that is no part of the project."""

from __future__ import annotations

import os
from pathlib import Path


class LinkError(OSError):
    """A folder or file that a build writes to is a symbolic link. The message is Danish."""


def refuse_links(*places: Path) -> None:
    """Raise LinkError where one of these places is a symbolic link, whatever it leads to."""
    for place in places:
        if os.path.islink(place):  # noqa: PTH114  no exception where the folder above cannot be entered: nothing is written there
            raise LinkError(f"{place} er en genvej (et symbolsk link), som der ikke skrives igennem. Slet genvejen, og byg igen.")
