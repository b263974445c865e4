"""How long a preview takes to show a changed event: `python -m tests.benchmark.preview 300 3000`, after `make bench`."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.benchmark.measure import spread
from tests.benchmark.programme import PROJECT

_ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "KULTURPUNKT_TODAY": "2026-05-01 12:00", "SITE_URL": "http://127.0.0.1/"}
_ADDRESS = "127.0.0.1:8123"
_CHANGES = 5
_PATIENCE = 600
_PAUSE = 2
"""Seconds between two changes."""
_LOOKS = 0.05
"""Seconds between two looks at the page: more of them would take the server's time from the build."""


@contextmanager
def previewed(folder: Path) -> Iterator[None]:
    """A preview of a project, once it is served."""
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", _ADDRESS],
        cwd=folder,
        env={**os.environ, **_ENVIRONMENT},
        stderr=subprocess.DEVNULL,
    )
    try:
        shown("", "Kulturpunkt")
        time.sleep(_PAUSE)
        yield
    finally:
        server.terminate()
        server.wait()


def shown(path: str, words: str) -> None:
    """Waits until a page has these words. Raises TimeoutError."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"http://{_ADDRESS}/{path}") as page:
                if words in page.read().decode():
                    return
        except urllib.error.URLError:
            pass
        time.sleep(_LOOKS)
    raise TimeoutError(path)


def waits(folder: Path) -> list[float]:
    """Seconds from saving an event until its page shows what was saved, for some events one after the other."""
    found = []
    with previewed(folder):
        for number, event in enumerate(sorted(folder.glob("areas/*/events/*.md"))[:: 7 * _CHANGES][:_CHANGES]):
            before = event.read_text("utf-8")
            title = f"{number}. ændring {time.time_ns()}"
            begun = time.perf_counter()
            event.write_text(before.replace("titel: ", f"titel: {title} ", 1), "utf-8")
            shown(f"det-sker/{event.parts[-3]}/{event.stem}/", title)
            found.append(time.perf_counter() - begun)
            time.sleep(_PAUSE)
            event.write_text(before, "utf-8")
            time.sleep(_PAUSE)
    return found


def main(sizes: Sequence[str]) -> None:
    """Prints a table."""
    print("| events | s from saving to shown, median (least-most) |\n|---|---|")
    for size in sizes:
        print(f"| {size} | {spread(waits(PROJECT / '.cache/benchmark' / size / 'kulturpunkt'))} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:] or ["300", "3000"])
