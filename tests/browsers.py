"""Finds a browser for the tests, and gets one where there is none: `python -m tests.browsers`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

# The shell is the same engine without the browser's own window, which takes a third of the suite's time.
_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """The path of a Chromium: the one that KULTURPUNKT_BROWSER names, one on the machine, else Playwright's own."""
    named = os.environ.get("KULTURPUNKT_BROWSER")
    if named:
        return named
    on_machine = next(filter(None, map(shutil.which, _NAMES)), None)
    if on_machine:
        return on_machine
    with sync_playwright() as playwright:
        whole = Path(playwright.chromium.executable_path)
    folder = next(folder for folder in whole.parents if folder.name.startswith("chromium-"))
    shell = folder.with_name(folder.name.replace("chromium", "chromium_headless_shell")).glob("*/*headless*shell*")
    return next((str(path) for path in (*shell, whole) if path.is_file()), None)


@contextmanager
def started() -> Iterator[Browser]:
    """A real browser; FileNotFoundError where there is none. Letters have the same width in the shell as in a window."""
    path = find()
    if not path:
        raise FileNotFoundError("No browser: run `make test`, which installs one.")
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none"]
        chromium = playwright.chromium.launch(executable_path=path, args=options)
        yield chromium
        chromium.close()


def install() -> None:
    """Asks Playwright for its browser, then, as root on Debian, the system's packages."""
    print("No browser found: installing one for the tests.", flush=True)
    if _succeeds(sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"):
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        _succeeds("apt-get", "update", "-q")
        any(_succeeds("apt-get", "install", "-y", "-q", "--no-install-recommends", name) for name in _NAMES[:2])


def _succeeds(*command: str) -> bool:
    try:
        return subprocess.run(command, check=False, timeout=600, stdin=subprocess.DEVNULL).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def main() -> int:
    """Makes sure that there is a browser; 1 with a word of advice when there is none to be had."""
    if not find():
        install()
    if find():
        return 0
    print("No browser could be installed. Install Chromium, or name one: KULTURPUNKT_BROWSER=/path make test", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
