"""`kulturpunkt build`: builds the site, as `mkdocs build --strict` does; with `--isolate` also where the content is broken."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.content.isolation import Fallback, isolate, told
from generator.content.load import load
from generator.problems.problem import ContentError

HELP = "byg siden i site/"
WITH_SETBACKS = 3
"""The exit code of a site that was built, but not of all the content as it is."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--isolate",
        action="store_true",
        help=f"udelad det, der er galt, eller vis det, som det sidst var i orden, og byg resten; koden er så {WITH_SETBACKS}",
    )
    parser.add_argument(
        "--summary", type=Path, metavar="FIL", help="skriv også i FIL, hvad der er udeladt (Markdown, sidst i filen)"
    )


def run(chosen: argparse.Namespace) -> int:
    """The engine's own exit code; 1 when the content cannot be built at all."""
    root = Path.cwd()
    if not chosen.isolate or not load(root)[1]:
        return _engine()
    with TemporaryDirectory(prefix="kulturpunkt-", dir=_cache(root)) as copy:
        try:
            fallbacks = isolate(root, Path(copy))
        except ContentError as error:
            print(error, file=sys.stderr)
            return 1
        print(told(fallbacks), file=sys.stderr)
        if chosen.summary:
            with chosen.summary.open("a", encoding="utf-8") as summary:
                summary.write(_as_markdown(fallbacks))
        return _engine(KULTURPUNKT_CONTENT=copy) or WITH_SETBACKS


def _engine(**environment: str) -> int:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        check=False,
    ).returncode


def _cache(root: Path) -> Path:
    """On the same disk as the content, so that a copy costs nothing."""
    folder = root / ".cache"
    folder.mkdir(exist_ok=True)
    return folder


def _as_markdown(fallbacks: Sequence[Fallback]) -> str:
    """As a block of code, in which nothing that a stranger wrote can act."""
    text = told(fallbacks)
    fence = "`" * 3
    while fence in text:
        fence += "`"
    return f"### Siden er bygget, men ikke af alt\n\n{fence}text\n{text}\n{fence}\n"
