"""The browser that the tests find where the machine has none: the shell that Playwright has installed for itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.sites import PROJECT


def test_what_playwright_installs_is_found(tmp_path: Path) -> None:
    rest = {name: value for name, value in os.environ.items() if name != "KULTURPUNKT_BROWSER"}

    def said(*options: str) -> str:
        environment = {**rest, "PATH": "", "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path)}
        return subprocess.run(
            [sys.executable, *options], cwd=PROJECT, env=environment, capture_output=True, text=True, check=True
        ).stdout

    find = ("-c", "from tests import browsers; print(browsers.find())")
    assert said(*find) == "None\n"
    lines = said("-m", "playwright", "install", "--dry-run", "--only-shell", "chromium").splitlines()
    folder = next(Path(line.split()[-1]) for line in lines if "chromium_headless_shell" in line)
    shell = folder / "chrome-headless-shell-linux64/chrome-headless-shell"
    shell.parent.mkdir(parents=True)
    shell.touch()
    assert said(*find) == f"{shell}\n"
