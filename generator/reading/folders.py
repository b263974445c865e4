"""How much an area's folder may hold. It is asked before any of it is read."""

from __future__ import annotations

from pathlib import Path

from generator.cache.walk import walk
from generator.problems.rules import files as rules
from generator.problems.rules.rule import Rule

MAX_FILES = 3_000
"""Files and folders of one area. GitHub lists no more than 1,000 of a folder, and an area has three folders."""
MAX_FOLDER_BYTES = 400_000_000
"""All files of one area: eleven such areas are within the 5 GB that GitHub advises for a repository."""


def overfull(folder: Path) -> tuple[str, Rule] | None:
    """Return why a folder holds too much, in Danish, and the rule; None where it does not, and where it cannot be read."""
    count = size = 0
    try:
        for _, entry in walk(str(folder)):
            count, size = count + 1, size + entry.stat(follow_symlinks=False).st_size
            if count > MAX_FILES:
                return f"Mappen har mere end {MAX_FILES} filer. Slet dem, der ikke bruges.", rules.AREA_SIZE
            if size > MAX_FOLDER_BYTES:
                return (
                    f"Filerne i mappen fylder mere end {MAX_FOLDER_BYTES // 1_000_000} MB i alt. "
                    "Slet dem, der ikke bruges, eller gør billederne mindre."
                ), rules.AREA_SIZE
    except OSError:
        return None
    return None
