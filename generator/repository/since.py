"""Since when a file has been as it is, by the branch's own history: what came in as one merge came at once, when it was merged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CalledProcessError, TimeoutExpired

from generator.repository.git import git


def unchanged_since(root: Path, path: str, as_today: Callable[[bytes], bool]) -> int:
    """Return how many steps of the branch ago a file of `root` became as it is today, and has been since. A step is a commit or
    a merge.

    -1 where the newest commit does not have it so, and where there is no history. Clocks are not asked: they can be wrong. The
    oldest step of a history that was fetched in part is as old as any.
    """
    try:
        steps = git(root, "rev-list", "--first-parent", "HEAD").decode("ascii").split() if (root / ".git").exists() else []
        order = {name: place for place, name in enumerate(steps)}
        touched = ("--literal-pathspecs", "log", "--first-parent", "-m", "--no-renames", "--format=tformat:%H", "--", path)
        since = -1
        for name in git(root, *touched).decode("ascii").split() if steps else ():
            if not as_today(git(root, "cat-file", "blob", f"{name}:{path}")):
                break
            since = order[name]
    except (OSError, CalledProcessError, TimeoutExpired, KeyError):
        return since if "since" in locals() else -1
    return since
