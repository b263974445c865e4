"""`kulturpunkt evaluate DIR`: writes the pack for the evaluation report, filled with what the areas have written."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from generator.content.load import load
from generator.danish.dates import now_from
from generator.media.pictures import PICTURE_CACHE
from generator.model.calendar import Calendar
from generator.model.site import published
from generator.pages.context import SiteContext
from generator.problems.problem import report
from generator.reading.settings import read_settings

HELP = "skriv pakken til evalueringsrapporten: et Word-dokument, tallene som tabel og data, og billederne"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="MAPPE", help="en ny eller tom mappe")


def run(chosen: argparse.Namespace) -> int:
    """Return 0 when the pack is written, 1 when the content has problems or the folder is not empty."""
    root, folder = Path.cwd(), chosen.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        print(f"«{folder}» er ikke en tom mappe. Vælg en ny.")
        return 1
    site, problems = load(root)
    if problems or site is None:
        print(report(problems))
        return 1
    from generator.evaluation.package import package  # python-docx takes its time, also where the content has problems

    now, settings = now_from(os.environ.get("KULTURPUNKT_TODAY")), read_settings(root)
    calendar = Calendar.at(published(site, examples=settings.examples), now)
    context = SiteContext(calendar, root, settings.examples, settings.site_url.rstrip("/") + "/", root / PICTURE_CACHE)
    count = 0
    for path, content in package(context, root / PICTURE_CACHE):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
        count += 1
    print(f"{count} filer er skrevet i {folder}. Begynd med rapport.docx, og søg efter »Mangler:« i den.")
    return 0
