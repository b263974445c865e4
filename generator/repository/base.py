"""What a change is compared with: the revision that it parted from, as git has it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.repository.git import git, paths_in

_REVISION = re.compile(r"[0-9A-Za-z][0-9A-Za-z._/~^-]*")
_RENAMES = ("diff", "--name-status", "-z", "--find-renames", "--diff-filter=R", "--no-ext-diff", "--no-textconv")


@dataclass(frozen=True, slots=True)
class Base:
    """The files that one commit holds in some folders; `renamed` leads from a file that is there now to the one it was."""

    root: Path
    commit: str
    paths: frozenset[str]
    renamed: Mapping[str, str]

    def content(self, path: str) -> bytes:
        """Return a file as the commit holds it. Raises what `git` raises."""
        return git(self.root, "cat-file", "blob", f"{self.commit}:{path}")


def parting(root: Path, revision: str) -> str:
    """Return the commit that `HEAD` parted from `revision` at. Raises LookupError, in Danish, where there is none."""
    if not _REVISION.fullmatch(revision):
        raise LookupError(f"«{revision}» er ikke en udgave.")
    try:
        return git(root, "merge-base", revision, "HEAD").decode("ascii").strip()
    except subprocess.CalledProcessError:
        raise LookupError(f"«{revision}» er ikke en udgave, der har noget tilfælles med denne.") from None


def base_at(root: Path, revision: str, *folders: str) -> Base | None:
    """Return what the files in some folders are compared with; None without git or a repository, where nothing can be compared.

    Raises LookupError for a revision that is none.
    """
    if not (root / ".git").exists():
        return None
    try:
        commit = parting(root, revision)
        listed = git(root, "ls-tree", "-r", "-z", "--full-tree", "--name-only", commit, "--", *folders)
        renames = paths_in(git(root, *_RENAMES, commit, "--", *folders))
    except (OSError, subprocess.SubprocessError):
        return None
    return Base(root, commit, frozenset(paths_in(listed)), dict(zip(renames[2::3], renames[1::3], strict=True)))
