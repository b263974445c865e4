"""Puts a new folder in the place of an old one, in one step where the system has such a step."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from pathlib import Path

_HERE = -100
_EXCHANGE = 2
_TWO_STEPS = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)


def swap(new: Path, old: Path, aside: Path) -> bool:
    """Swap the folders `new` and `old`; where there is no `old`, move `new` there. Return False, with nothing changed, if it fails.

    Where the system cannot swap in one step, `aside` holds the old folder for a moment: see `recover`.
    """
    try:
        if not old.exists():
            new.rename(old)
        elif not _in_one_step(new, old):
            _in_two_steps(new, old, aside)
    except OSError:
        return False
    return True


def recover(old: Path, aside: Path) -> None:
    """Put the old folder back where a build was killed between the two steps of a swap."""
    if aside.exists() and not old.exists():
        aside.rename(old)
    shutil.rmtree(aside, ignore_errors=True)


def _in_one_step(new: Path, old: Path) -> bool:
    """Swap two folders; return False where the system or the disk has no such step. Raises OSError."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_HERE, os.fsencode(new), _HERE, os.fsencode(old), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _TWO_STEPS:
        return False
    raise OSError(number, os.strerror(number), str(old))


def _in_two_steps(new: Path, old: Path, aside: Path) -> None:
    old.rename(aside)
    try:
        new.rename(old)
    except OSError:
        aside.rename(old)
        raise
    aside.rename(new)
