"""What a preview needs besides a build: word of each change, and the generator's own code read again where that has changed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from watchdog.events import FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent
from watchdog.observers import Observer

_CHANGES = [FileCreatedEvent, FileModifiedEvent, FileMovedEvent, FileDeletedEvent]
_STAYS = ("generator.plugin", __name__)


class Watcher(Observer):  # type: ignore[misc,valid-type]
    """Reports changes, and not that a file was read: otherwise each build would start another."""

    def schedule(self, handler: Any, path: str, *, recursive: bool = False, event_filter: Any = None) -> Any:
        """Watch a folder as the parent does, but for changes only."""
        del event_filter
        return super().schedule(handler, path, recursive=recursive, event_filter=_CHANGES)


def forget_generator() -> None:
    """Has all modules but the plugin's read again, where one of them has changed."""
    stamp = max(file.stat().st_mtime_ns for file in Path(__file__).parents[1].rglob("*.py"))
    if stamp == _read_at.setdefault("stamp", stamp):
        return
    _read_at["stamp"] = stamp
    for name in [name for name in sys.modules if name.partition(".")[0] == "generator" and name not in _STAYS]:
        del sys.modules[name]


_read_at: dict[str, int] = {}
