"""Asks git in a way in which nothing that the repository or the environment says can run or change anything."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from subprocess import CalledProcessError, TimeoutExpired

_SECONDS = 30
_SAFE = (
    *("core.quotePath=off", "core.fsmonitor=false", f"core.hooksPath={os.devnull}", "log.showSignature=false"),
    *("log.showRoot=true", "diff.relative=false", "protocol.allow=never"),
)


def git(root: Path, *arguments: str) -> bytes:
    """Return what git prints, without the caller's GIT_ variables, pager, hooks and network.

    Raises subprocess.CalledProcessError with what git said on standard error, TimeoutExpired after 30 seconds, OSError without git.
    """
    settings = [part for setting in _SAFE for part in ("-c", setting)]
    own = {"LC_ALL": "C", "TZ": "UTC", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | own
    command = ["git", "--no-pager", "--no-replace-objects", *settings, *arguments]  # found on PATH, as everywhere
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, check=True, timeout=_SECONDS)  # noqa: S603
    return done.stdout


def paths_in(listed: bytes) -> list[str]:
    """Return the paths of a list that git wrote with `-z`; on a disk they have the same bytes."""
    return listed.decode("utf-8", "surrogateescape").split("\0")[:-1]


def changed(root: Path, *between: str) -> list[str]:
    """Return the paths that differ between two commits, or between one and the files of `root`. Raises what `git` raises."""
    return paths_in(git(root, "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", *between))


def tracked(root: Path, *folders: str) -> list[str]:
    """Return the paths that git has below some folders of `root`, with `/`; none without git or a repository of its own."""
    if not (root / ".git").exists():
        return []
    try:
        return paths_in(git(root, "ls-files", "-z", "--", *folders))
    except (OSError, subprocess.SubprocessError):
        return []


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
