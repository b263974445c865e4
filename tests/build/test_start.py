"""What a build loads before it has read anything: much of a small build's time."""

from __future__ import annotations

import subprocess
import sys

LOADED = "import sys, generator.plugin, generator.build.output, generator.build.builder; print(*sys.modules)"


def test_what_only_some_builds_or_commands_need_is_not_loaded_at_the_start() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert {"icalendar", "feedgen", "pydantic"} <= loaded
    assert not {"PIL", "docx", "openpyxl", "recurring_ical_events", "segno", "ssl", "urllib.request"} & loaded
