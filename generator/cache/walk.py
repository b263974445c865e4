"""All that lies below a folder, found with as few system calls as possible, and what tells a changed file from an unchanged one."""

from __future__ import annotations

import os
from collections.abc import Iterator

from generator.cache.leftovers import is_leftover

FileStat = tuple[int, int, int, int]
"""A file's inode, size, and the times at which its bytes and its metadata were last written: equal as long as nobody changes it."""


def file_stat(found: os.stat_result) -> FileStat:
    """Return the file stat of what the system says about a file."""
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def walk(folder: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield everything below a folder with its path from there (`events/fest.md`). What lies in one folder comes together, by name.

    Leftovers of programs are passed over. Links are yielded, and not followed. Raises OSError.
    """
    folders = [""]
    while folders:
        below = folders.pop()
        with os.scandir(f"{folder}/{below}") as found:
            ordered = sorted((entry for entry in found if not is_leftover(entry.name)), key=lambda entry: entry.name)
        for entry in ordered:
            path = below + entry.name
            if entry.is_dir(follow_symlinks=False):
                folders.append(path + "/")
            yield path, entry
