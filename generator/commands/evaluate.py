"""`kulturpunkt evaluate DIR`: writes the pack for the evaluation report, filled with what the areas have written."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.commands import CommandError
from generator.commands.files import fill
from generator.media.pictures import PICTURE_CACHE
from generator.model.calendar import Calendar
from generator.model.one_round import OneRound
from generator.pages.context import SiteContext
from generator.problems.problem import listed, quoted

HELP = "skriv pakken til evalueringsrapporten: et Word-dokument, tallene som tabel og data, og billederne"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="MAPPE", help="en ny eller tom mappe")
    parser.add_argument("--round", metavar="RUNDE", help="kun en af runderne, for eksempel 2025-2026")


def run(chosen: argparse.Namespace) -> int:
    """Return 0 when the pack is written, 1 when the content has problems, 2 where the folder is not empty or the round unknown."""
    count = fill(chosen.folder, partial(_package, chosen.round))
    print(f"{count} filer er skrevet i {chosen.folder}. Begynd med rapport.docx, og søg efter »Mangler:« i den.")
    return 0


def _package(name: str | None, context: SiteContext) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the pack, of all rounds or of the one of a name. Raise CommandError where there is none."""
    from generator.evaluation.package import package  # python-docx takes its time, also where the content has problems

    rounds = {each.name: each for each in context.site.rounds}
    if name is None:
        return package(context, context.root / PICTURE_CACHE)
    if name not in rounds:
        raise CommandError(f"Runden {quoted(name)} findes ikke. Skriv {listed(list(rounds))}.")
    only = OneRound.of(context.site, rounds[name])
    calendar = Calendar.at(only.site(context.calendar), context.now)
    return package(replace(context, calendar=calendar, only=only), context.root / PICTURE_CACHE)
