"""`kulturpunkt reminder`: writes what each area is asked once a month, in a folder each. GitHub runs it."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.commands.context import context_of, site_at
from generator.commands.files import lay
from generator.pages.reminder import AGAIN, reminders
from generator.reading.settings import read_settings
from generator.repository.links import repository_at

HELP = "skriv, hvad hvert område skal se efter på sin side"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--output", type=Path, required=True, help="mappen, som det skrives i")


def run(chosen: argparse.Namespace) -> int:
    """Return 0, also where some of the content is broken, for the rest is asked about; 2 when nothing can be read."""
    root = Path.cwd()
    for reminder in reminders(context_of(root, site_at(root), examples=False), repository_at(read_settings(root).repo_url)):
        for name, text in (("title", reminder.title + "\n"), ("body.md", reminder.body), ("again.md", AGAIN + "\n")):
            lay(chosen.output / reminder.slug / name, text.encode())
    return 0
