"""The browser that the tests find where the machine has none: the shell that Playwright has installed for itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests import browser


def test_what_playwright_installs_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    monkeypatch.delenv("KULTURPUNKT_BROWSER", raising=False)
    assert browser.find() is None
    dry_run = [sys.executable, "-m", "playwright", "install", "--dry-run", "--only-shell", "chromium"]
    said = subprocess.run(dry_run, capture_output=True, text=True, check=True).stdout
    folder = next(Path(line.split()[-1]) for line in said.splitlines() if "chromium_headless_shell" in line)
    shell = folder / "chrome-headless-shell-linux64/chrome-headless-shell"
    shell.parent.mkdir(parents=True)
    shell.touch()
    assert browser.find() == str(shell)
