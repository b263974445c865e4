"""The content without what is broken: ten areas are never stopped by the eleventh.

It is a copy of the content, so that everything after it reads files as always. Each broken file gets one remedy after the other
(`remedies.py`) until the whole content has no problems.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.content.fallbacks import Remedy, remedies
from generator.content.load import load
from generator.problems.problem import ContentError, Problem
from generator.problems.rules import files as rules
from generator.text.letters import harmless

FOLDERS = ("areas", "content")


@dataclass(frozen=True, slots=True)
class Fallback:
    """A file that is not shown as it is: what is done instead, in Danish, and why."""

    path: str
    how: str
    problems: tuple[Problem, ...]


def isolate(root: Path, copy: Path) -> list[Fallback]:
    """Fills the empty folder `copy` with the content of `root` less what is broken, and says what that is, by path.

    Raises ContentError with all problems when the programme's own files have none that is good.
    """
    copy_content(root, copy)
    waiting: dict[str, Iterator[Remedy]] = {}
    fallbacks: dict[str, Fallback] = {}
    everything: list[Problem] = []
    while problems := _by_path(load(copy)[1]):
        everything += [problem for found in problems.values() for problem in found]
        for path, found in problems.items():
            remedy = next(waiting.setdefault(path, remedies(root, path, found)), None)
            if remedy is None:
                raise ContentError(everything)
            _apply(copy, remedy)
            first = fallbacks[path].problems if path in fallbacks else found
            fallbacks[path] = Fallback(path, remedy.how, first)
    return sorted(fallbacks.values(), key=lambda fallback: fallback.path)


def copy_content(root: Path, copy: Path) -> None:
    """Fills the empty folder `copy` with all content of `root`. Raises ContentError where a folder of it is missing or a link."""
    for folder in FOLDERS:
        if (root / folder).is_symlink() or not (root / folder).is_dir():
            raise ContentError(
                [
                    Problem(
                        folder, 1, 1, "", f"Mappen {folder} mangler eller er en genvej. Læg selve mappen her.", rules.FILE_MISSING
                    )
                ]
            )
        shutil.copytree(root / folder, copy / folder, symlinks=True, copy_function=_linked_or_copied)


def told(fallbacks: Sequence[Fallback]) -> str:
    """For a terminal: each file with what is done instead, and its problems below it."""
    lines = [f"{len(fallbacks)} {'fil' if len(fallbacks) == 1 else 'filer'} kunne ikke bruges, som de er:"]
    for fallback in fallbacks:
        lines += [harmless(f"{fallback.path}: {fallback.how}"), *(f"  {problem}" for problem in fallback.problems)]
    return "\n".join(lines)


def _by_path(problems: Sequence[Problem]) -> Mapping[str, tuple[Problem, ...]]:
    found: dict[str, tuple[Problem, ...]] = {}
    for problem in problems:
        found[problem.path] = (*found.get(problem.path, ()), problem)
    return found


def _linked_or_copied(source: str, copy: str) -> str:
    """A second name for the same file costs nothing; where that cannot be had, a copy."""
    try:
        os.link(source, copy)
    except OSError:
        shutil.copy2(source, copy)
    return copy


def _apply(copy: Path, remedy: Remedy) -> None:
    """Writes a new file, never into the one that the original shares, and never through a link."""
    place = copy
    for part in Path(remedy.path).parts:
        place /= part
        if place.is_symlink():
            place.unlink()
    if place.is_dir():
        shutil.rmtree(place)
    place.unlink(missing_ok=True)
    if remedy.content is not None:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(remedy.content)
