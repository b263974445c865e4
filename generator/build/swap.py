"""Lets a new folder take an old one's place, in one step where the system has such a step."""

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
    """Puts `new` where `old` is (or could be) and the other way round; False, with all as it was, where that cannot be done.

    `aside` is where the old folder is for a moment where there is no such step: see `recover`.
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
    """Ends what was killed between two steps: the old folder comes back."""
    if aside.exists() and not old.exists():
        aside.rename(old)
    shutil.rmtree(aside, ignore_errors=True)


def _in_one_step(new: Path, old: Path) -> bool:
    """False where neither the system nor the disk knows it. Raises OSError."""
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
