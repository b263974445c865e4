"""Write files for a command: into the working copy, or a whole new folder of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from generator.commands import CommandError
from generator.commands.context import context_of
from generator.content.load import load_readable
from generator.pages.context import SiteContext
from generator.problems.problem import ContentError


def folder_name(written: str) -> str:
    """Return an area's name as a command is given it, also as the way to its folder: `areas/nordmors/`."""
    return written.removeprefix("areas/").rstrip("/")


def put(target: Path, content: bytes) -> None:
    """Write a file beside its place and put it there, so that a file shared under another name is not changed."""
    target.parent.mkdir(exist_ok=True)
    beside = target.with_name(f".{target.name}.ny")
    beside.unlink(missing_ok=True)
    beside.write_bytes(content)
    beside.replace(target)


def lay(target: Path, content: bytes) -> None:
    """Write a file into a folder, which is made where it is not there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def fill(folder: Path, files_of: Callable[[SiteContext], Iterable[tuple[str, bytes]]]) -> int:
    """Write what is made of the content into a new folder. Return the number of files.

    Raise CommandError where the folder is not empty, and ContentError where the content has problems.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CommandError(f"«{folder}» er ikke en tom mappe. Vælg en ny.")
    root = Path.cwd()
    site, problems = load_readable(root)
    if problems:
        raise ContentError(problems)
    count = 0
    for path, content in files_of(context_of(root, site)):
        lay(folder / path, content)
        count += 1
    return count
