"""Exceptions that nobody foresaw: which file of the content they are about, and a code by which they can be reported.

Content must never cause one. Where it does all the same, one file is left out instead of a whole site.
"""

from __future__ import annotations

import errno
import re
import traceback
from pathlib import Path

from generator.problems.problem import Problem
from generator.problems.rules import reading

_GENERATOR = Path(__file__).parents[1]
_ENTRY = r"(?:events|historier)/[^/]+\.md"
_SOURCE = re.compile(rf"areas/[^/]+/(?:area\.yml|index\.md|{_ENTRY})|content/(?:{_ENTRY}|ideas/[^/]+\.md)")


_OF_SYSTEM = {
    errno.ENOENT: "filen eller mappen findes ikke",
    errno.ENOTDIR: "det er ikke en mappe",
    errno.EISDIR: "det er en mappe",
    errno.EEXIST: "den findes allerede",
    errno.EACCES: "det er der ikke adgang til",
    errno.EPERM: "det er der ikke adgang til",
    errno.EROFS: "den kan kun læses",
    errno.ENOSPC: "disken er fuld",
    errno.EDQUOT: "disken er fuld",
    errno.ENAMETOOLONG: "navnet er for langt",
}


def refusal(error: OSError) -> str:
    """Return why the system said no, in Danish where it is one of the common reasons."""
    return _OF_SYSTEM.get(error.errno or 0) or error.strerror or str(error)


def unforeseen(error: Exception, path: str) -> Problem:
    """Return the problem of a file, or of a folder, at which an exception was raised."""
    return unreadable(path) if isinstance(error, OSError) else failed(path, code_of(error))


def failed(path: str, code: str) -> Problem:
    """Return the problem of a file at which an exception of this code was raised."""
    message = f"Her er en fejl i vores program, ikke i filen. Skriv til programmet, og nævn koden {code}."
    return Problem.of_file(path, message, reading.UNFORESEEN)


def unreadable(path: str) -> Problem:
    """Return the problem of a file or folder that the system does not open."""
    message = "Kan ikke åbnes. Læg filen op igen, eller giv den læserettigheder."
    return Problem.of_file(path, message, reading.UNREADABLE)


def code_of(error: BaseException) -> str:
    """Return the type of an exception and the place in this generator that raised it: `KeyError-pages.events-41`."""
    place = ""
    for frame, line in traceback.walk_tb(error.__traceback__):
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(_GENERATOR):
            place = f"-{'.'.join(file.relative_to(_GENERATOR).with_suffix('').parts)}-{line}"
    return type(error).__name__ + place


def source_of(error: BaseException) -> str | None:
    """Return the path of the file that an exception is about: that of the innermost call which is about an event, a story, an idea
    or an area.

    What a call was given goes before what it found by itself, and an event or a story before its area. None where no call has any.
    """
    for frame, _ in reversed(list(traceback.walk_tb(error.__traceback__))):
        given = frame.f_code.co_varnames[: frame.f_code.co_argcount]
        found = sorted(
            (name not in given, not re.search(_ENTRY, source), source)
            for name, value in frame.f_locals.items()
            if (source := _source(value))
        )
        if found:
            return found[0][-1]
    return None


def _source(value: object) -> str | None:
    """Return the path of the file that a value is, or was read from; None where it is something else."""
    if type(value).__module__.startswith("generator."):
        value = getattr(value, "source", None) or getattr(getattr(value, "event", None), "source", None)
    return value if isinstance(value, str) and _SOURCE.fullmatch(value) else None
