"""`kulturpunkt changed`: lists the pages that a change since a revision is seen on, for those who review it."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from generator import paths, urls
from generator.commands import CommandError
from generator.model.language import CODE
from generator.repository.base import parting
from generator.repository.git import changed

HELP = "vis adresserne på de sider, der er ændret siden en udgave"
MOST = 20
_SAMPLE = (urls.FRONT, urls.CALENDAR, urls.AREAS, urls.TIMELINE, urls.GUIDE)
"""The pages to look at when templates, styles or the generator have changed."""

_DOCUMENTS = {"index.md": urls.FRONT, "programme.yml": urls.ABOUT, "timeline.yml": urls.TIMELINE, "contacts.yml": urls.CONTACT}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--base", required=True, help="udgaven, der sammenlignes med, for eksempel main")


def run(chosen: argparse.Namespace) -> int:
    """Return 0 after a path of the site on each line, 2 when the revision is none."""
    root = Path.cwd()
    try:
        files = changed(root, parting(root, chosen.base), "HEAD")
    except LookupError as error:
        raise CommandError(error.args[0]) from None
    for page in list(dict.fromkeys(page for path in files for page in pages_of(path)))[:MOST]:
        print(page or "/")
    return 0


def pages_of(path: str) -> Iterator[str]:
    """Yield the pages that a file of the repository is seen on, by its path alone."""
    page = paths.address_of(path)
    own = [page] if page and page.endswith("/") and all(map(_plain, page.split("/")[:-1])) else []
    match path.split("/"):
        case ["areas", area, *_] if _plain(area):
            yield from dict.fromkeys((*own, urls.area(area)))
        case ["content", "ideas", _]:
            yield urls.IDEAS
        case ["content", name] if name in _DOCUMENTS:
            yield _DOCUMENTS[name]
        case ["content", code, _] if CODE.fullmatch(code):
            yield from own or (f"{code}/",)
        case ["content", *_]:
            yield from own
        case ["theme" | "generator", *_]:
            yield from _SAMPLE


def _plain(name: str) -> bool:
    return re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name) is not None
