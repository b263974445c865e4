"""`kulturpunkt check`: says what is wrong in the content, without building."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.load import load
from generator.problems import as_github, as_json, report

NAME = "check"
HELP = "sig, hvad der er galt i indholdet, uden at bygge"
_FORMATS = {"text": report, "github": as_github, "json": as_json}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=_FORMATS, default="text", help="tekst, GitHub-anmærkninger eller JSON")
    parser.add_argument("paths", nargs="*", type=Path, help="kun problemer i disse filer og mapper")


def run(chosen: argparse.Namespace) -> int:
    """0 when all is well, 1 when the content has problems."""
    root = Path.cwd()
    limits = [path.resolve() for path in chosen.paths]
    _, found = load(root)
    shown = [
        problem for problem in found if not limits or any((root / problem.path).resolve().is_relative_to(path) for path in limits)
    ]
    print(_FORMATS[chosen.format](shown))
    return 1 if shown else 0
