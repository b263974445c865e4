"""`kulturpunkt schema`: writes the files of the repository that are generated from the model, or says which are stale."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.content.load import load_readable
from generator.editing.schema import files

HELP = "skriv de filer, der følger af modellen: skemaer, formularer, CODEOWNERS"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="skriv intet, men sig, hvilke filer der er forældede")


def run(chosen: argparse.Namespace) -> int:
    """Return 0 when all files are up to date (now), 1 when one is stale."""
    root = Path.cwd()
    site, _ = load_readable(root)
    wanted = files.generated_files(root, site.contacts, site.owners)
    changed = list(files.stale(root, wanted)) if chosen.check else files.write(root, wanted)
    for path in changed:
        print(f"{path}: forældet" if chosen.check else f"{path}: skrevet" if path in wanted else f"{path}: slettet")
    if not changed:
        print(f"Alle {len(wanted)} filer passer til modellen.")
    elif chosen.check:
        print("Kør kulturpunkt schema, og læg de ændrede filer med i rettelsen.")
    return 1 if chosen.check and changed else 0
