"""`kulturpunkt status`: says what each area has and lacks, and what is left before the site is opened."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.commands.context import now
from generator.content.load import load_readable
from generator.model.calendar import Calendar
from generator.pages.context import SiteContext
from generator.pages.status import as_json, as_text, site_status
from generator.problems.problem import summary
from generator.reading.settings import read_settings
from generator.repository.history import read_history

HELP = "sig, hvad hvert område har og mangler, og hvad der er tilbage før åbningen"
_FORMATS = {"text": as_text, "json": as_json}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=_FORMATS, default="text", help="tekst eller JSON")


def run(chosen: argparse.Namespace) -> int:
    """Return 0 after the status of all areas, drafts and examples too."""
    root = Path.cwd()
    site, problems = load_readable(root)
    context = SiteContext(Calendar.at(site, now()), root, examples=True)
    stands = site_status(context, read_history(root, context.now), read_settings(root))
    print(_FORMATS[chosen.format](stands))
    if problems and chosen.format == "text":
        print(f"\n{summary(problems)}. Se dem med: kulturpunkt check")
    return 0
