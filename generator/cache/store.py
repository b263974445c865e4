"""What one build keeps for the next, below `.cache/`: content with a checksum in front.

Any of it may be lost or broken at any time, and a place where nothing can be written is none: that costs time, and nothing else.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Container
from contextlib import suppress
from dataclasses import fields, is_dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

_CHECKSUM = 32
_OF_OWNERS = (".area", ".part")

FindType = Callable[[str, str], Any]
"""Return what a module and a name stand for in a cached value; raise LookupError for what may not be in one."""


def read(file: Path) -> bytes | None:
    """What was kept in a file; None when it is not there or not whole."""
    try:
        stored = file.read_bytes()
    except OSError:
        return None
    checksum, content = stored[:_CHECKSUM], stored[_CHECKSUM:]
    return content if checksum == sha256(content).digest() else None


def write(file: Path, content: bytes) -> None:
    """Stores content in one step."""
    part = file.with_suffix(file.suffix + ".part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as opened:
            opened.writelines((sha256(content).digest(), content))
        part.replace(file)
    except OSError:
        with suppress(OSError):
            part.unlink()


def get_or_make(file: Path, make: Callable[[], bytes], unless: Callable[[bytes], bool] = lambda content: False) -> bytes:
    """What is kept in a file, else what `make` makes, which is kept unless `unless` says no."""
    content = read(file)
    if content is None:
        content = make()
        if not unless(content):
            write(file, content)
    return content


class Store:
    """Values by name, each with the key of all that it was made from.

    A name is a file's, so it holds no `/`. What is read can only become facts: a file that a stranger put here runs nothing.
    """

    def __init__(self, folder: Path, find_type: FindType) -> None:
        self.folder, self.find_type = folder, find_type

    def get(self, name: str, key: str) -> Any:
        """The value that was put under this name with this key, else None."""
        content = read(self.folder / name)
        if content is None or not content.startswith(key.encode()):
            return None
        try:
            stored = io.BytesIO(content)
            stored.seek(len(key))
            return _Reader(stored, self.find_type).load()
        except Exception:
            return None

    def put(self, name: str, key: str, value: object) -> None:
        """Keeps one value under a name. `key` is a hash of fixed length."""
        stored = io.BytesIO()
        stored.write(key.encode())
        _Writer(stored, pickle.HIGHEST_PROTOCOL).dump(value)
        write(self.folder / name, stored.getvalue())

    def prune(self, owners: Container[str]) -> None:
        """Removes what was kept of owners (`nordmors.area`, `nordmors.part`) that are no more."""
        with suppress(OSError):
            for file in list(self.folder.iterdir()):
                if file.name.count(".") == 1 and file.suffix in _OF_OWNERS and file.stem not in owners:
                    file.unlink()


class _Writer(pickle.Pickler):
    """Writes a dataclass as what it is called with: it is read four times as fast as its fields one by one."""

    def reducer_override(self, value: Any) -> Any:
        if not is_dataclass(type(value)):
            return NotImplemented
        return type(value), tuple(getattr(value, each.name) for each in fields(value))


class _Reader(pickle.Unpickler):
    """Reads values whose classes `find_type` knows, and no other."""

    def __init__(self, stored: io.BytesIO, find_type: FindType) -> None:
        super().__init__(stored)
        self.find_class = find_type  # type: ignore[method-assign]
