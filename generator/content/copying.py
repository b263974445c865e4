"""A copy of the content, for trying something on it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from generator.problems.problem import ContentError, Problem
from generator.problems.rules import files as rules

FOLDERS = ("areas", "content")


def copy_content(root: Path, copy: Path) -> None:
    """Fill the empty folder `copy` with all content of `root`. Raise ContentError where a folder of it is missing or a link."""
    for folder in FOLDERS:
        if (root / folder).is_symlink() or not (root / folder).is_dir():
            message = f"Mappen {folder} mangler eller er en genvej. Læg selve mappen her."
            raise ContentError([Problem(folder, 1, 1, "", message, rules.FILE_MISSING)])
        shutil.copytree(root / folder, copy / folder, symlinks=True, copy_function=_linked_or_copied)


def _linked_or_copied(source: str, copy: str) -> str:
    """Give the same file a second name, which costs nothing; where that cannot be had, copy it."""
    try:
        os.link(source, copy)
    except OSError:
        shutil.copy2(source, copy)
    return copy
