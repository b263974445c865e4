"""The golden site: what the miniature programme becomes. `python -m tests.bless` accepts what it becomes now."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from pathlib import Path

from tests import sites

EXAMPLE = Path(__file__).parent / "example"
EXPECTED = EXAMPLE / "expected"
TODAY = "2026-02-01 12:00"
ROUNDS = Path(__file__).parent / "example-rounds"
"""What lies on top of the miniature programme where a second round has begun; `expected` has the pages that rounds are on."""
IN_SECOND_ROUND = "2027-03-01 12:00"
PAGES_OF_ROUNDS = (
    *("index.html", "tidsplan/index.html", "tidsplan/2026/index.html", "tidsplan/kalender.ics", "omraader/index.html"),
    *("omraader/kysten/index.html", "omraader/nyland/index.html", "omraader/aabyen/index.html", "omraader/aabyen/kalender.ics"),
    *("om/index.html", "resultater/index.html", "data/v1/omraader.json"),
)
_HASH = re.compile(
    r"\.[0-9a-f]{8}(?=\.(?:js|svg|woff2)\b)|(?<=billeder/kort/)[0-9a-f]{10}|(?<=sha256-)[\w+/]{43}=|(?<=<style>).*?(?=</style>)"
)


def copied(folder: Path, *over: Path) -> Path:
    """The miniature programme below a folder, with its theme: what a clone of its repository would have. What lies in the folders
    `over` is put on top of it."""
    project = folder / "tests/example"
    for source in (EXAMPLE, *over):
        shutil.copytree(source, project, ignore=shutil.ignore_patterns("expected", ".cache"), dirs_exist_ok=True)
    (folder / "theme").symlink_to(sites.PROJECT / "theme")
    return sites.with_assets(project)


def example_site(folder: Path, *over: Path, today: str = TODAY, workers: str = "1") -> dict[str, str]:
    """The miniature programme with the project's own English, built outside any history: texts by path.

    Theme files, styles, pictures and hashes are left out. What lies in the folders `over` is put on top of it.
    """
    project = copied(folder, *over)
    shutil.copytree(sites.PROJECT / "content/en", project / "content/en")
    site = sites.built(folder / "site", project=project, KULTURPUNKT_TODAY=today, KULTURPUNKT_WORKERS=workers)
    files = (file for file in sorted(site.rglob("*")) if file.is_file() and not {"assets", "billeder"} & set(file.parts))
    return {file.relative_to(site).as_posix(): _text(file) for file in files}


def _text(file: Path) -> str:
    """Without hashes and styles; JSON that stands in one line in many, whose difference can be read."""
    text = _HASH.sub("", file.read_bytes().decode())
    in_one_line = file.suffix == ".json" and "\n" not in text
    return json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n" if in_one_line else text


def main() -> None:
    """Writes the golden site anew."""
    with tempfile.TemporaryDirectory() as folder:
        _write(EXPECTED, example_site(Path(folder)))
    with tempfile.TemporaryDirectory() as folder:
        made = example_site(Path(folder), ROUNDS, today=IN_SECOND_ROUND)
        _write(ROUNDS / "expected", {path: made[path] for path in PAGES_OF_ROUNDS})


def _write(expected: Path, made: dict[str, str]) -> None:
    shutil.rmtree(expected, ignore_errors=True)
    for path, text in made.items():
        (expected / path).parent.mkdir(parents=True, exist_ok=True)
        (expected / path).write_bytes(text.encode())


if __name__ == "__main__":
    main()
