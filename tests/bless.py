"""The golden site: what the miniature programme becomes. `python -m tests.bless` accepts what it becomes now."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from tests import sites

EXAMPLE = Path(__file__).parent / "example"
EXPECTED = EXAMPLE / "expected"
TODAY = "2026-02-01 12:00"
_HASH = re.compile(r"\.[0-9a-f]{8}(?=\.(?:css|js|svg|woff2)\b)")


def example_site(folder: Path) -> dict[str, str]:
    """The miniature programme, built: texts by path. Theme files are left out, and their hashes in addresses."""
    site = sites.built(folder / "site", project=EXAMPLE, KULTURPUNKT_TODAY=TODAY)
    files = sorted(file for file in site.rglob("*") if file.is_file() and "assets" not in file.parts)
    return {file.relative_to(site).as_posix(): _HASH.sub("", file.read_text("utf-8")) for file in files}


def main() -> None:
    """Writes the golden site anew."""
    with tempfile.TemporaryDirectory() as folder:
        made = example_site(Path(folder))
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for path, text in made.items():
        (EXPECTED / path).parent.mkdir(parents=True, exist_ok=True)
        (EXPECTED / path).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
