"""Finds a browser for the tests, and gets one where there is none: `python -m tests.browser`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """The path of a Chromium: the one that KULTURPUNKT_BROWSER names, one on the machine, else Playwright's own."""
    named = os.environ.get("KULTURPUNKT_BROWSER")
    if named:
        return named
    on_machine = next(filter(None, map(shutil.which, _NAMES)), None)
    if on_machine:
        return on_machine
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def install() -> None:
    """Asks Playwright for its browser, then, as root on Debian, the system's packages."""
    print("No browser found: installing one for the tests.", flush=True)
    if _succeeds(sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"):
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        _succeeds("apt-get", "update", "-q")
        _succeeds("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium")


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
