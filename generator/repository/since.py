"""Since when a file has been as it is, by the branch's own history: what came in as one merge came at once, when it was merged."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from subprocess import CalledProcessError, TimeoutExpired

from generator.repository.git import git


def unchanged_since(root: Path, path: str, as_today: Callable[[bytes], bool]) -> int:
    """Return how many steps of the branch ago a file of `root` became as it is today, and has been since. A step is a commit or
    a merge.

    -1 where the newest commit does not have it so, and where there is no history. Clocks are not asked: they can be wrong. The
    oldest step of a history that was fetched in part is as old as any.
    """
    since = -1
    if not (root / ".git").exists():
        return since
    touched = ("--literal-pathspecs", "log", "--first-parent", "-m", "--no-renames", "--format=tformat:%H", "--", path)
    with suppress(OSError, CalledProcessError, TimeoutExpired, KeyError):
        order = {name: place for place, name in enumerate(_commits(root, "rev-list", "--first-parent", "HEAD"))}
        for name in _commits(root, *touched):
            if not as_today(git(root, "cat-file", "blob", f"{name}:{path}")):
                break
            since = order[name]
    return since


def _commits(root: Path, *arguments: str) -> list[str]:
    return git(root, *arguments).decode("ascii").split()
