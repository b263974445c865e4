"""`kulturpunkt export DIR`: writes the site as plain Markdown, data and pictures, which other engines build."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from generator.commands.files import fill
from generator.export.tree import tree
from generator.media.pictures import PICTURE_CACHE
from generator.pages.context import SiteContext
from generator.repository.history import read_history

HELP = "skriv siderne som Markdown, data og billeder, som andre programmer kan bygge"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="MAPPE", help="en ny eller tom mappe")


def run(chosen: argparse.Namespace) -> int:
    """Return 0 when the tree is written, 1 when the content has problems, 2 when the folder is not empty."""
    count = fill(chosen.folder, _tree)
    print(f"{count} filer er skrevet i {chosen.folder}. Byg dem dér, for eksempel med zensical build.")
    return 0


def _tree(context: SiteContext) -> Iterator[tuple[str, bytes]]:
    root = context.root
    return tree(context, read_history(root, context.now), root / "theme", root / PICTURE_CACHE)
