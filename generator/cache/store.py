"""What one build leaves for the next, below `.cache/` and `.site.build/`: content behind a seal that only this user can set.

Any of it may be deleted or damaged at any time, and a place where nothing can be written is no cache: that costs time, and nothing
else. Two walls stand between a forged file and the site. A file without the seal is not read, and the key of the seal is no part of
the project (`secret`), so a file that came with git, with any checksum, is as good as none. A value is read by an unpickler that
can only make facts: the stream holds no class, only what calls one, so that no opcode (BUILD, for one) can reach into what the rest
of the program uses.
"""

from __future__ import annotations

import io
import os
import pickle
from collections.abc import Callable, Container
from contextlib import suppress
from hashlib import blake2b
from hmac import compare_digest
from pathlib import Path
from typing import Any, NamedTuple

from generator.cache.secret import secret

_SEAL = 32
_OF_OWNERS = (".area", ".part")


class ValueTypes(NamedTuple):
    """Says which types the values of a store may have besides strings, numbers, lists, tuples, sets and dictionaries.

    `parts_of` returns what a value is made from; None for one that pickle takes apart as well. `maker_of` returns what makes
    values of the type that a module and a name stand for, from those parts: it must have no attribute that can be set. It raises
    LookupError for every other name.
    """

    parts_of: Callable[[Any], tuple[Any, ...] | None]
    maker_of: Callable[[str, str], Callable[..., Any]]


def read(file: Path) -> bytes | None:
    """Return what this user's builds wrote to a file; None where it is not there, not whole, another's, or behind a link."""
    try:
        stored = b"" if _is_linked(file) else file.read_bytes()
    except (OSError, MemoryError):
        return None
    seal, content = stored[:_SEAL], stored[_SEAL:]
    return content if compare_digest(seal, _seal(file, content)) else None


def write(file: Path, content: bytes) -> None:
    """Store content in one step. Where that cannot be done, nothing is stored; nothing is written through a link."""
    part = file.with_suffix(file.suffix + ".part")
    if _is_linked(part):
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as opened:
            opened.writelines((_seal(file, content), content))
        part.replace(file)
    except OSError:
        with suppress(OSError):
            part.unlink()


def _is_linked(file: Path) -> bool:
    """Return whether a file of the cache, its folder or the folder around that is a symbolic link."""
    return any(map(os.path.islink, (file, *file.parents[:2])))


def _seal(file: Path, content: bytes) -> bytes:
    """Return what only the holder of the secret can compute; a file is of no use under another name."""
    seal = blake2b(os.fsencode(file.name) + b"\0", key=secret(), digest_size=_SEAL)
    seal.update(content)
    return seal.digest()


def get_or_make(file: Path, make: Callable[[], bytes], unless: Callable[[bytes], bool] = lambda content: False) -> bytes:
    """Return what a file holds, else what `make` makes, which is stored unless `unless` says no."""
    content = read(file)
    if content is None:
        content = make()
        if not unless(content):
            write(file, content)
    return content


class Store:
    """Values by name, each with the key of all that it was made from. A name is a file's, so it holds no `/`."""

    def __init__(self, folder: Path, types: ValueTypes) -> None:
        self.folder, self.types = folder, types

    def get(self, name: str, key: str) -> Any:
        """Return the value that was put under this name with this key, else None."""
        content = read(self.folder / name)
        if content is None or not content.startswith(key.encode()):
            return None
        try:
            stored = io.BytesIO(content)
            stored.seek(len(key))
            return _Reader(stored, self.types).load()
        except Exception:
            return None

    def may_hold(self, name: str, key: str) -> bool:
        """Return whether a value seems to be stored under this name with this key, without reading it."""
        with suppress(OSError), (self.folder / name).open("rb") as stored:
            stored.seek(_SEAL)
            return stored.read(len(key)) == key.encode()
        return False

    def put(self, name: str, key: str, value: object) -> None:
        """Store one value under a name. `key` is a hash of fixed length."""
        stored = io.BytesIO()
        stored.write(key.encode())
        _Writer(stored, self.types).dump(value)
        write(self.folder / name, stored.getvalue())

    def prune(self, owners: Container[str]) -> None:
        """Remove what is stored of owners (`nordmors.area`, `nordmors.part`) that no longer exist."""
        with suppress(OSError):
            for file in list(self.folder.iterdir()):
                if file.name.count(".") == 1 and file.suffix in _OF_OWNERS and file.stem not in owners:
                    file.unlink()


class _Writer(pickle.Pickler):
    """Writes a value as a call of its type: all that the reader can do, and four times as fast to read as its fields one by one."""

    def __init__(self, stored: io.BytesIO, types: ValueTypes) -> None:
        super().__init__(stored, pickle.HIGHEST_PROTOCOL)
        self.parts_of = types.parts_of

    def reducer_override(self, value: Any) -> Any:
        parts = self.parts_of(value)
        return NotImplemented if parts is None else (type(value), parts)


class _Reader(pickle.Unpickler):
    """Reads values of the store's types, and no others."""

    def __init__(self, stored: io.BytesIO, types: ValueTypes) -> None:
        super().__init__(stored)
        self.find_class = types.maker_of  # type: ignore[method-assign]
