"""When each file was first written and last changed, how often, and by whom: from one `git log` for the whole repository.

A file is its name; renames are not followed. Where there is no history (no git, no repository at the project's own folder, a
shallow clone, a file that was never committed) a file counts as written once, at midnight UTC of the build's own day.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from generator.repository.git import git

SHALLOW = (
    "Historikken er kun hentet delvist (shallow clone), så kalenderne ved ikke, hvornår noget er ændret. "
    "Hent den hele: git fetch --unshallow (i GitHub Actions: fetch-depth: 0)."
)
UNREADABLE = "Historikken kunne ikke læses, så kalenderne ved ikke, hvornår noget er ændret: {}"
_LATEST = 4_102_444_800

_HEAD = "%x00%ct %H%x1f%ae%x1f%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x1f)"
_LISTED = ("-z", "--no-merges", "--name-only", "--no-renames", "--no-ext-diff", f"--format=tformat:{_HEAD}")
_MAIL = re.compile(r"<([^<>]*)>")


class Commit(NamedTuple):
    """One commit: its committer's clock, in seconds since 1970, and its hash."""

    seconds: int
    name: str


class Revision(NamedTuple):
    """How often and when one file was changed. Times are UTC; `sequence` counts the changes since it was first written."""

    created: datetime
    modified: datetime
    sequence: int


@dataclass(frozen=True, slots=True)
class FolderHistory:
    """The commits that changed something in a folder, and the authors of all commits."""

    commits: frozenset[Commit] = frozenset()
    authors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def latest(self, is_by: Callable[[tuple[str, ...]], bool] = lambda mails: True) -> datetime | None:
        """Return when it was last changed, by such authors; None where no commit is known to be theirs."""
        found = (commit for commit in self.commits if is_by(self.authors.get(commit.name, ())))
        return max((_instant(commit) for commit in found), default=None)


@dataclass(frozen=True, slots=True)
class History:
    """The commits of each path (NFC). `fallback` is the time of a path without any; `note` says in Danish why there are none.

    `authors` are the mail addresses of who wrote a commit, by its hash: its author, and whom its message names as co-author.
    """

    fallback: datetime
    commits: Mapping[str, frozenset[Commit]] = field(default_factory=dict)
    note: str | None = None
    authors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def revision(self, path: str, *others: str, earlier: Iterable[str] = ()) -> Revision:
        """Return the revision of a file: its own commits, and since its first one also those of the `others` that it depends on.

        `earlier` are the paths that the file had before.

        Both sets only grow as commits are added, so SEQUENCE and LAST-MODIFIED in a calendar never go back.
        """
        own = self._of(path).union(*map(self._of, earlier))
        if own:
            first = min(own).seconds
            own = own.union(commit for other in others for commit in self._of(other) if commit.seconds > first)
        return self._revision(own)

    def by_folder(self) -> dict[str, FolderHistory]:
        """Return the history of each folder two steps down, `areas/nordby`, of those in which something was changed."""
        found: dict[str, set[Commit]] = {}
        for path, commits in self.commits.items():
            found.setdefault("/".join(path.split("/")[:2]), set()).update(commits)
        return {folder: FolderHistory(frozenset(commits), self.authors) for folder, commits in found.items()}

    def latest(self, *paths: str) -> datetime | None:
        """Return when one of some files was last changed; None where none of them has a history."""
        commits = [commit for path in paths for commit in self._of(path)]
        return _instant(max(commits)) if commits else None

    def _of(self, path: str) -> frozenset[Commit]:
        return self.commits.get(_composed(path), frozenset())

    def _revision(self, commits: frozenset[Commit]) -> Revision:
        if not commits:
            return Revision(self.fallback, self.fallback, 0)
        return Revision(_instant(min(commits)), _instant(max(commits)), len(commits) - 1)


def read_history(root: Path, now: datetime) -> History:
    """Return the history of the repository whose top folder is `root`. Never raises, and never runs what the repository names."""
    fallback = datetime.combine(now.date(), time(), UTC)
    if not (root / ".git").exists() or shutil.which("git") is None:
        return History(fallback)
    try:
        if git(root, "rev-parse", "--is-shallow-repository").strip() == b"true":
            return History(fallback, note=SHALLOW)
        if not git(root, "rev-list", "--max-count=1", "--all"):
            return History(fallback)
        listed = git(root, "log", *_LISTED)
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        return History(fallback, note=UNREADABLE.format(said[0] if said else f"git gav {error.returncode}"))
    except (OSError, subprocess.TimeoutExpired) as error:
        return History(fallback, note=UNREADABLE.format(type(error).__name__))
    return _read(listed, fallback)


def _read(listed: bytes, fallback: datetime) -> History:
    """Return the history in what git lists. Files with the same commits share one set."""
    found: dict[str, set[Commit]] = {}
    authors: dict[str, tuple[str, ...]] = {}
    for commit, written_by, path in _touched(listed):
        found.setdefault(path, set()).add(commit)
        authors[commit.name] = written_by
    shared: dict[frozenset[Commit], frozenset[Commit]] = {}
    commits = {path: shared.setdefault(each, each) for path, each in zip(found, map(frozenset, found.values()), strict=True)}
    return History(fallback, commits, authors=authors)


def _touched(listed: bytes) -> Iterator[tuple[Commit, tuple[str, ...], str]]:
    """Yield each commit with its authors and one path, from `\\0SECONDS HASH|MAIL|CO-AUTHOR\\0\\nPATH\\0PATH\\0`; | is U+001F."""
    commit = Commit(0, "")
    authors: tuple[str, ...] = ()
    for before, part in pairwise(listed.split(b"\0")):
        if part and not before:
            head, author, *others = part.decode("utf-8", "replace").split("\x1f")
            seconds, _, name = head.partition(" ")
            commit = Commit(int(seconds), name)
            authors = (author, *(mail for other in others for mail in _MAIL.findall(other)))
        elif part:
            yield commit, authors, _composed(part.removeprefix(b"\n").decode("utf-8", "surrogateescape"))


def _instant(commit: Commit) -> datetime:
    """Return a commit's time, within what a calendar can write: a committer's clock can be wrong by any amount."""
    return datetime.fromtimestamp(min(max(commit.seconds, 0), _LATEST), UTC)


def _composed(path: str) -> str:
    """Return a path with composed letters (NFC): git on a Mac may have stored an å as two."""
    return unicodedata.normalize("NFC", path)
