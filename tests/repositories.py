"""Real repositories for tests, with a clock of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests import trees

START = 1_750_000_000
"""When the first commit is made, in seconds since 1970: 15 June 2025."""


class Repository:
    """A repository in a folder. Each commit is an hour after the one before, and the first is at START.

    With a tree, it begins with one commit of that.
    """

    def __init__(self, root: Path, tree: Mapping[str, str | bytes] | None = None) -> None:
        self.root = root
        self.hours = 0
        if tree is None:
            root.mkdir(exist_ok=True)
            self.git("init", "--quiet", "--initial-branch=main", "--template=")
        else:
            shutil.copytree(_committed(tuple(tree.items())).name, root, symlinks=True, dirs_exist_ok=True)
            self.hours = 1

    def git(self, *arguments: str, **more: str) -> None:
        when = f"{START + 3600 * self.hours} +0000"
        names = {f"GIT_{who}_{what}": "nn@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when, "GIT_CONFIG_GLOBAL": os.devnull}
        environment = {"PATH": os.environ["PATH"], **names, **dates, **more}
        quiet = ("-c", "maintenance.auto=false")
        subprocess.run(["git", *quiet, *arguments], cwd=self.root, env=environment, check=True, capture_output=True)  # noqa: S607

    def commit(self, tree: Mapping[str, str | bytes]) -> None:
        trees.write(self.root, tree)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message=x")
        self.hours += 1


@cache
def _committed(tree: tuple[tuple[str, str | bytes], ...]) -> TemporaryDirectory[str]:
    """A repository with one commit of a tree. A copy of it costs a thirtieth of what git takes to make one."""
    folder = TemporaryDirectory()
    Repository(Path(folder.name)).commit(dict(tree))
    return folder
