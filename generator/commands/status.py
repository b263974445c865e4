"""`kulturpunkt status`: what each area has and lacks, and what is left before the site is opened."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from generator.dates import now_from
from generator.history import read_history
from generator.load import load_readable
from generator.pages.status import as_json, as_text, standing
from generator.pages.view import View
from generator.problems import summary
from generator.settings import read_settings

HELP = "sig, hvad hvert område har og mangler, og hvad der er tilbage før åbningen"
_FORMATS = {"text": as_text, "json": as_json}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=_FORMATS, default="text", help="tekst eller JSON")


def run(chosen: argparse.Namespace) -> int:
    """Always 0. Drafts and examples are told of, too."""
    root = Path.cwd()
    site, problems = load_readable(root)
    view = View(site, now_from(os.environ.get("KULTURPUNKT_TODAY")), root, examples=True)
    stands = standing(view, read_history(root, view.now), read_settings(root))
    print(_FORMATS[chosen.format](stands))
    if problems and chosen.format == "text":
        print(f"\n{summary(problems)}. Se dem med: kulturpunkt check")
    return 0
