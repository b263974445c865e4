"""Read single files and folders of the content, and collect what is wrong with them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from generator.cache.leftovers import holds_only_leftovers, is_leftover
from generator.content.model_errors import problems_of, problems_of_part
from generator.markdown.bounds import fault_in
from generator.model.content import Content
from generator.problems.problem import Problem
from generator.problems.rules import files
from generator.problems.unforeseen import unforeseen, unreadable
from generator.reading.folders import NOT_A_FILE, may_be
from generator.reading.sources import Source, read_yaml

_Model = TypeVar("_Model", bound=Content)


class Reader:
    """Read one file after the other, and collect what is wrong in `problems`.

    `unread` are the paths of files and folders that could not be read.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.unread: set[str] = set()

    def read(self, read: Any, path: str) -> Source:
        """Return a file as one of the readers of `reading` reads it."""
        source: Source
        try:
            source = read(self.root, path)
        except Exception as error:
            source = Source(path, None, "", 1, (unforeseen(error, path),))
        self.problems += source.problems
        fault = fault_in(source.body)
        if fault:
            self.problems.append(Problem(path, source.body_line, 1, "", *fault))
        return source

    def valid(self, model: type[_Model], source: Source) -> _Model | None:
        """Return the fields of a file as values; None where one of them has problems."""
        found: _Model | None = None
        try:
            if source.data is None:
                self.problems += problems_of_part(self.root, model, source)
            else:
                found = self._validated(model, source)
        except Exception as error:
            self.problems.append(unforeseen(error, source.path))
        if found is None:
            self.unread.add(source.path)
        return found

    def _validated(self, model: type[_Model], source: Source) -> _Model | None:
        try:
            return model.model_validate(source.data)
        except ValidationError as error:
            self.problems += problems_of(self.root, model, source, error)
            return None

    def one(self, model: type[_Model], path: str) -> _Model | None:
        """Return the fields of a YAML file that must be there; None where they have problems."""
        return self.valid(model, self.read_needed(path))

    def one_if_there(self, model: type[_Model], path: str) -> _Model | None:
        """Return the fields of a YAML file; None where it is not there, or they have problems."""
        return self.one(model, path) if may_be((self.root / path).is_file) else None

    def read_needed(self, path: str) -> Source:
        """Return a YAML file that must be there."""
        if may_be((self.root / path).is_file):
            return self.read(read_yaml, path)
        message = f"Filen mangler. Lav en fil, der hedder {Path(path).name}."
        problem = Problem.of_file(path, message, files.FILE_MISSING)
        self.problems.append(problem)
        return Source(path, None, "", 1, (problem,))

    def folders(self, parent: str) -> Iterator[str]:
        """Yield the folders right below `parent`, by name, but for what programs left there."""
        for entry in self.below(parent):
            if (
                may_be(entry.is_dir)
                and not is_leftover(entry.name)
                and (may_be((entry / "area.yml").exists) or not holds_only_leftovers(entry))
            ):
                yield f"{parent}/{entry.name}"

    def files(self, folder: str, ending: str) -> Iterator[str]:
        """Yield the paths of the files right below `folder` whose names have this ending, by name."""
        for entry in self.below(folder):
            if not entry.name.endswith(ending) or is_leftover(entry.name):
                continue
            if os.path.islink(entry) or not may_be(entry.is_file):  # noqa: PTH114  never raises
                self.problems.append(Problem.of_file(f"{folder}/{entry.name}", NOT_A_FILE, files.NOT_A_FILE))
                self.unread.add(f"{folder}/{entry.name}")
            else:
                yield f"{folder}/{entry.name}"

    def below(self, folder: str) -> list[Path]:
        """Return what lies right below a folder, by name; nothing where the folder is not there."""
        try:
            return sorted((self.root / folder).iterdir())
        except FileNotFoundError:
            return []
        except NotADirectoryError:
            message = "Her skal ligge en mappe, ikke en fil. Slet filen, eller giv den et andet navn."
            self.problems.append(Problem.of_file(folder, message, files.MISPLACED))
            return []
        except OSError:
            self.problems.append(unreadable(folder))
            return []
