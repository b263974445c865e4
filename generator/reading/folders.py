"""The folders of areas, and how much each may hold. It is asked before any of it is read."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from generator.cache.leftovers import is_leftover
from generator.cache.walk import walk
from generator.problems.problem import quoted
from generator.problems.rules import files as rules
from generator.problems.rules.rule import Rule

NO_LINK = "Genveje (symbolske links) kan ikke bruges her. Læg selve filen her."
NO_LINKED_FOLDER = "Genveje kan ikke bruges her. Læg selve mappen her."
NO_PROGRAM = "Filen er markeret som et program. Læg den her som en almindelig fil."
NOT_A_FILE = "Her skal ligge en fil, ikke en genvej eller en mappe. Læg selve filen her."
_TEXTS = (".md", ".yml")
MAX_FILES = 3_000
"""Files and folders of one area. GitHub lists no more than 1,000 of a folder, and an area has three folders."""
MAX_TEXT_BYTES = 10_000_000
"""All texts of one area: twice the Bible. Each is read, checked and made into HTML."""
MAX_FOLDER_BYTES = 400_000_000
"""All files of one area: eleven such areas are within the 5 GB that GitHub advises for a repository."""


def area_folders(root: Path) -> list[str]:
    """Return the names of the folders of areas, also of those that cannot be read."""
    return sorted(folder.name for folder in (root / "areas").glob("*/") if not is_leftover(folder.name))


def areas_with_a_file(root: Path) -> list[str]:
    """Return the names of the areas whose own file is there. What git knows of an area may be gone, and its folder still stand."""
    return sorted(file.parent.name for file in (root / "areas").glob("*/area.yml"))


def overfull(folder: Path) -> tuple[str, Rule] | None:
    """Return why a folder holds too much, in Danish, and the rule; None where it does not, and where it cannot be read."""
    count = size = text = 0
    with suppress(OSError):
        for path, entry in walk(str(folder)):
            bytes_of_file = entry.stat(follow_symlinks=False).st_size
            count, size = count + 1, size + bytes_of_file
            text += bytes_of_file if path.endswith(_TEXTS) else 0
            if count > MAX_FILES:
                return f"Mappen har mere end {MAX_FILES} filer. Slet dem, der ikke bruges.", rules.AREA_SIZE
            if max(size - MAX_FOLDER_BYTES, text - MAX_TEXT_BYTES) > 0:
                every = size > MAX_FOLDER_BYTES
                what, most = ("Filerne", MAX_FOLDER_BYTES) if every else ("Teksterne", MAX_TEXT_BYTES)
                largest = quoted(_largest(folder, "" if every else _TEXTS))
                said = f"{what} i mappen fylder mere end {most // 1_000_000} MB i alt. Slet dem, der ikke bruges, eller gør dem"
                return f"{said} mindre. Den største er {largest}.", rules.AREA_SIZE
    return None


def _largest(folder: Path, endings: str | tuple[str, ...]) -> str:
    """Return the path of the largest file of these endings."""
    sizes = ((entry.stat(follow_symlinks=False).st_size, path) for path, entry in walk(str(folder)) if path.endswith(endings))
    return max(sizes)[1]


def is_special(entry: os.DirEntry[str]) -> bool:
    """Return whether what lies in a folder is neither a file nor a folder: a link, a pipe, a socket."""
    return not (entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False))


def may_be(question: Callable[[], bool]) -> bool:
    """Return the answer to a question about a file, as `file.is_file`.

    True where the system gives none, as below a folder that cannot be entered: reading the file then says so.
    """
    try:
        return question()
    except OSError:
        return True
