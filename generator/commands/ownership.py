"""`kulturpunkt ownership`: says whether someone may change what a branch changes."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.commands import CommandError
from generator.danish.formatting import counted
from generator.editing.ownership import OwnershipError, changes, ground, problems
from generator.problems.reporters import FORMATS

HELP = "sig, om nogen må ændre det, en gren ændrer"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--base", required=True, help="det, der skal rettes i, for eksempel origin/main; ejerne læses herfra")
    parser.add_argument("--head", default="HEAD", help="det, der er rettet (HEAD)")
    parser.add_argument("--author", required=True, help="kontoen på GitHub, der sender rettelsen")
    parser.add_argument("--team", action="append", default=[], help="et hold, som kontoen vides at være med i: organisation/hold")
    parser.add_argument("--format", choices=FORMATS, default="text", help="text, github, json eller markdown")


def run(chosen: argparse.Namespace) -> int:
    """Return 0 when all of it may be changed, 1 when some of it may not, 2 when that cannot be known."""
    root = Path.cwd()
    try:
        changed = changes(root, chosen.base, chosen.head)
        found = list(problems(changed, ground(root, chosen.base), chosen.author, frozenset(chosen.team)))
    except OwnershipError as error:
        raise CommandError(str(error)) from None
    if found or chosen.format == "json":
        print(FORMATS[chosen.format](found, ""))
    else:
        files = len({change.path for change in changed})
        print(f"@{chosen.author} må ændre det hele: {counted(files, 'fil', 'filer')}.")
    return 1 if found else 0
