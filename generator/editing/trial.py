"""Tries files on a copy of the content, so that a proposal is checked beside all that the repository holds before it is written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.checks.changes import Comparison
from generator.content.load import load
from generator.model.site import Site
from generator.problems.problem import ContentError, Problem
from generator.problems.rules import files as rules
from generator.repository.base import Base

_FOLDERS = ("areas", "content")


def tried(root: Path, files: Mapping[str, bytes], now: datetime | None = None) -> tuple[Site | None, list[Problem]] | None:
    """Return the site and the problems that the content below `root`, which is not changed, would have with some files in it.

    Files go by their path from `root`. Without a `now`, nothing is past. None where a file's folder is a link or no folder.
    """
    with TemporaryDirectory() as folder:
        copy = Path(folder).resolve()
        _copy_content(root, copy)
        for path in files:
            target = copy / path
            if target.parent.resolve() != target.parent or (target.parent.exists() and not target.parent.is_dir()):
                return None
            target.parent.mkdir(exist_ok=True)
        known = frozenset(path.relative_to(copy).as_posix() for path in copy.rglob("*.md"))
        for path, content in files.items():
            (copy / path).unlink(missing_ok=True)  # the copy may share its files with the original
            (copy / path).write_bytes(content)
        compared = Comparison(Base(copy, "", known, {}), now) if now else None
        return load(copy, advice=True, compared=compared)


def _copy_content(root: Path, copy: Path) -> None:
    """Fill the empty folder `copy` with all content of `root`. Raise ContentError where a folder of it is missing or a link."""
    for folder in _FOLDERS:
        if (root / folder).is_symlink() or not (root / folder).is_dir():
            message = f"Mappen {folder} mangler eller er en genvej. Læg selve mappen her."
            raise ContentError([Problem.of_file(folder, message, rules.FILE_MISSING)])
        shutil.copytree(root / folder, copy / folder, symlinks=True, copy_function=_linked_or_copied)


def _linked_or_copied(source: str, copy: str) -> str:
    """Give the same file a second name, which costs nothing; where that cannot be had, copy it."""
    try:
        os.link(source, copy)
    except OSError:
        shutil.copy2(source, copy)
    return copy
