"""A bound on the time that reading one source may take: a rule of a few letters can ask for a million years."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

from generator.importing.imported import SourceError

LONGEST = 60.0
"""Seconds, for all that one source holds."""


@contextmanager
def within(seconds: float = LONGEST) -> Iterator[None]:
    """End what takes longer with SourceError. Without such a timer, or outside of the main thread, nothing is."""
    if not hasattr(signal, "setitimer") or current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    except _LateError:
        message = "Kilden er for indviklet at læse. Er der noget i den, som gentages i det uendelige?"
        raise SourceError(message) from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


class _LateError(BaseException):
    """Ends what takes too long. It is no Exception, so that nothing on the way takes it for a fault of one event."""


def _end(number: int, frame: FrameType | None) -> None:
    raise _LateError
