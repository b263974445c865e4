"""`kulturpunkt build`: builds the site, as `mkdocs build --strict` does; with `--isolate` also where the content is broken."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.build.isolation_report import IsolationReport
from generator.content.isolation import area_of
from generator.reading.settings import wrong_settings
from generator.text.github import block
from generator.text.letters import harmless

HELP = "byg siden i site/"
LEFT_SOMETHING_OUT = 3
"""The exit code of a site that was built, but not of all the content as it is."""
_MOST_BUILDS = 30
_MOST_FAILURES = 3
"""At one file, or in one area, before all of it is left out."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--isolate", action="store_true", help=f"udelad det, der ikke kan bruges, og byg resten; koden er så {LEFT_SOMETHING_OUT}"
    )
    parser.add_argument(
        "--summary", type=Path, metavar="FIL", help="skriv også i FIL, hvad der er udeladt (Markdown, sidst i filen)"
    )


def run(chosen: argparse.Namespace) -> int:
    """Build the site. Return the engine's own exit code; 1 when the content cannot be built at all."""
    wrong = list(wrong_settings(Path.cwd()))
    for problem in wrong:
        print(harmless(str(problem)), file=sys.stderr)
    if wrong:
        return 1  # the engine would say it in English, or show what was to be hidden
    if not chosen.isolate:
        return _engine("--strict")
    with TemporaryDirectory(prefix="kulturpunkt-") as folder:
        code, report = _isolated(Path(folder) / "report.json")
    said = report.said if code == 0 else []
    for line in said:
        print(harmless(line), file=sys.stderr)
    if chosen.summary and said:
        with chosen.summary.open("a", encoding="utf-8", errors="backslashreplace") as summary:
            summary.write(_as_markdown(said))
    return code or (LEFT_SOMETHING_OUT if said else 0)


def _isolated(file: Path) -> tuple[int, IsolationReport]:
    """Build the site again and again, each time without the file at which the build before failed."""
    withheld: dict[str, list[str]] = {}
    for _ in range(_MOST_BUILDS):
        IsolationReport(file, withheld).write()
        code = _engine(KULTURPUNKT_ISOLATION=str(file))
        report = IsolationReport.read(file)
        if code == 0 or report.failed_at is None or not _withhold(withheld, report.failed_at, report.code):
            break
    return code, report


def _withhold(withheld: dict[str, list[str]], path: str, code: str) -> bool:
    """Add a failure to those known: at the event, or in its stead at its area where there are many.

    Return whether it is worth while to build once more.
    """
    area = area_of(path)
    in_area = [each for each in withheld if area and area_of(each) == area]
    if area and path != area and max(len(in_area), len(withheld.get(path, ()))) >= _MOST_FAILURES:
        path = area
        for each in in_area:
            del withheld[each]
    codes = withheld.setdefault(path, [])
    codes.append(code)
    return len(codes) <= _MOST_FAILURES


def _engine(*options: str, **environment: str) -> int:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options],
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        check=False,
    ).returncode


def _as_markdown(lines: Sequence[str]) -> str:
    """Return the lines as a block of code, in which nothing that a stranger wrote can act."""
    text = "\n".join(lines)
    return f"### Siden er bygget, men ikke af alt\n\n{block(text, 'text', len(text))}\n"
