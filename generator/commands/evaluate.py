"""`kulturpunkt evaluate DIR`: writes the pack for the evaluation report, filled with what the areas have written."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from generator.commands.files import fill
from generator.media.pictures import PICTURE_CACHE
from generator.pages.context import SiteContext

HELP = "skriv pakken til evalueringsrapporten: et Word-dokument, tallene som tabel og data, og billederne"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="MAPPE", help="en ny eller tom mappe")


def run(chosen: argparse.Namespace) -> int:
    """Return 0 when the pack is written, 1 when the content has problems or the folder is not empty."""
    count = fill(chosen.folder, _package)
    if count is None:
        return 1
    print(f"{count} filer er skrevet i {chosen.folder}. Begynd med rapport.docx, og søg efter »Mangler:« i den.")
    return 0


def _package(context: SiteContext) -> Iterator[tuple[str, bytes]]:
    from generator.evaluation.package import package  # python-docx takes its time, also where the content has problems

    return package(context, context.root / PICTURE_CACHE)
