"""`kulturpunkt check`: says what is wrong in the content, without building."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.checks.changes import Comparison
from generator.commands import CommandError
from generator.commands.context import now
from generator.commands.older import older
from generator.content.load import load
from generator.problems.problem import quoted
from generator.problems.reporters import FORMATS
from generator.reading.settings import read_settings
from generator.repository.base import base_at

HELP = "sig, hvad der er galt i indholdet, uden at bygge"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="text: en linje for hver fejl; github: anmærkninger; json: til programmer; markdown: en oversigt",
    )
    parser.add_argument("--base", metavar="UDGAVE", help="sig også, hvad der er sket siden den udgave")
    parser.add_argument("paths", nargs="*", type=Path, metavar="STI", help="kun fejl i disse filer og mapper")
    parser.epilog = (
        "Svarer 0, når alt er i orden eller der kun er advarsler, 1, når der er fejl, og 2, når kommandoen ikke kan bruges sådan."
    )


def run(chosen: argparse.Namespace) -> int:
    """Return 0 when all is well or only asked about, 1 when the content has errors, 2 when the question makes no sense.

    With `--base`, errors that were there before, in files that are not changed, are only counted: nobody is stopped by another's.
    Without git, nothing is compared.
    """
    root = Path.cwd()
    if refused := list(_refused(root, chosen.paths)):
        raise CommandError("\n".join(refused))
    try:
        base = None if chosen.base is None else base_at(root, chosen.base, "areas", "content")
    except LookupError as error:
        raise CommandError(error.args[0]) from None
    compared = Comparison(base, now()) if base else None
    limits = [path.resolve() for path in chosen.paths]
    _, found = load(root, advice=True, compared=compared)
    shown = [
        problem for problem in found if not limits or any((root / problem.path).resolve().is_relative_to(path) for path in limits)
    ]
    before = older(root, base, shown) if base else frozenset()
    shown = [problem for problem in shown if problem not in before]
    print(FORMATS[chosen.format](shown, read_settings(root).messages))
    if before:
        print(f"{len(before)} fejl var der i forvejen og vises ikke her. Se dem med: kulturpunkt check", file=sys.stderr)
    return 1 if any(not problem.rule.warning for problem in shown) else 0


def _refused(root: Path, paths: Sequence[Path]) -> Iterator[str]:
    """Yield why there is nothing to check, in Danish."""
    folders = [root / "content", root / "areas"]
    for path in paths:
        if not path.exists():
            yield f"{quoted(path)} findes ikke. Skriv en fil eller en mappe i content eller areas."
        elif (
            not any(folder.resolve() in (path.resolve(), *path.resolve().parents) for folder in folders) and path.resolve() != root
        ):
            yield f"{quoted(path)} er ikke indhold. Skriv en fil eller en mappe i content eller areas."
