"""All that lies below a folder, found with as few system calls as will do."""

from __future__ import annotations

import os
from collections.abc import Iterator


def entries(folder: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything below a folder with its path from there, `events/fest.md`; the entries of one folder stand together, by name.

    Links are given, and not followed. Raises OSError.
    """
    waiting = [""]
    while waiting:
        below = waiting.pop()
        with os.scandir(f"{folder}/{below}") as found:
            ordered = sorted(found, key=lambda entry: entry.name)
        for entry in ordered:
            path = below + entry.name
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path + "/")
            yield path, entry
