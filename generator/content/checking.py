"""Run checks over the content, so that one that fails hides no other."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator import checks
from generator.model.site import Site
from generator.problems.problem import Problem
from generator.problems.unforeseen import source_of, unforeseen


def found_by(every: Iterable[checks.Check], root: Path, site: Site) -> list[Problem]:
    """Return all that some checks find. A check that fails is a problem of the file at which it failed."""
    return [problem for check in every for problem in _found_by(check, root, site)]


def _found_by(check: checks.Check, root: Path, site: Site) -> Iterator[Problem]:
    try:
        yield from check(root, site)
    except Exception as error:
        yield unforeseen(error, _opened(error, root) or source_of(error) or "areas")


def _opened(error: Exception, root: Path) -> str | None:
    """Return the path below `root` of the file or folder that the system did not open; None for another exception."""
    named = getattr(error, "filename", None)
    return os.path.relpath(named, root) if isinstance(named, str) and Path(named).is_relative_to(root) else None
