"""`kulturpunkt serve`: shows the site while it is being written, as `mkdocs serve` does."""

from __future__ import annotations

import argparse
import subprocess
import sys

HELP = "vis siden, og følg med, når filerne ændres"


def arguments(parser: argparse.ArgumentParser) -> None:
    del parser


def run(chosen: argparse.Namespace) -> int:
    """Return the engine's own exit code."""
    del chosen
    return subprocess.run([sys.executable, "-m", "mkdocs", "serve"], check=False).returncode
