"""Which problems are not a branch's own: they were there already, in files that it does not change."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from subprocess import SubprocessError
from tempfile import TemporaryDirectory

from generator.content.load import load
from generator.problems.problem import Problem
from generator.repository.base import Base
from generator.repository.git import changed, git, paths_in

_FOLDERS = ("areas", "content")


def older(root: Path, base: Base, found: Iterable[Problem]) -> frozenset[Problem]:
    """Return those of the problems that the base has too, in files that are the same there. None where git does not say so."""
    try:
        unknown = paths_in(git(root, "ls-files", "-z", "--others", "--", *_FOLDERS))
        touched = {*changed(root, base.commit, "--", *_FOLDERS), *unknown}
        unchanged = [problem for problem in found if not problem.rule.warning and problem.path not in touched]
        before = _problems_of(root, base) if unchanged else ()
    except (OSError, SubprocessError, tarfile.TarError):
        return frozenset()
    known = {(problem.path, problem.message) for problem in before}
    return frozenset(problem for problem in unchanged if (problem.path, problem.message) in known)


def _problems_of(root: Path, base: Base) -> Sequence[Problem]:
    """Return what is wrong in the content of the base, which is written to a folder for that, without links."""
    archive = git(root, "archive", "--format=tar", base.commit, "--", *_FOLDERS)
    with TemporaryDirectory(prefix="kulturpunkt-") as folder, tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(folder, [file for file in files if file.isfile() or file.isdir()], filter="data")
        return load(Path(folder).resolve(), advice=True)[1]
