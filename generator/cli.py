"""The command `kulturpunkt`: check the content, build the site, serve it."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.load import load
from generator.problems import as_github, as_json, report

_FORMATS = {"text": report, "github": as_github, "json": as_json}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code: 0 when all is well, 1 when the content has problems."""
    parser = argparse.ArgumentParser(prog="kulturpunkt", description="Bygger Kulturpunkts side af content/ og areas/.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="sig, hvad der er galt i indholdet, uden at bygge")
    check.add_argument("--format", choices=_FORMATS, default="text", help="tekst, GitHub-anmærkninger eller JSON")
    check.add_argument("paths", nargs="*", type=Path, help="kun problemer i disse filer og mapper")
    commands.add_parser("build", help="byg siden i site/")
    commands.add_parser("serve", help="vis siden, og følg med, når filerne ændres")
    chosen = parser.parse_args(arguments)
    if chosen.command == "check":
        return _check(Path.cwd(), chosen.paths, chosen.format)
    engine = [sys.executable, "-m", "mkdocs", chosen.command]
    return subprocess.run(engine + (["--strict"] if chosen.command == "build" else []), check=False).returncode  # noqa: S603


def _check(root: Path, paths: Sequence[Path], form: str) -> int:
    limits = [path.resolve() for path in paths]
    _, found = load(root)
    shown = [
        problem for problem in found if not limits or any((root / problem.path).resolve().is_relative_to(path) for path in limits)
    ]
    print(_FORMATS[form](shown))
    return 1 if shown else 0


if __name__ == "__main__":
    sys.exit(main())
