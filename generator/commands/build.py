"""`kulturpunkt build`: builds the site, as `mkdocs build --strict` does."""

from __future__ import annotations

import argparse
import subprocess
import sys

NAME = "build"
HELP = "byg siden i site/"


def arguments(parser: argparse.ArgumentParser) -> None:
    del parser


def run(chosen: argparse.Namespace) -> int:
    """The engine's own exit code."""
    del chosen
    return subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict"], check=False).returncode
