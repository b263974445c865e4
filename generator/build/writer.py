"""A folder that becomes what is written to it, with as few system calls as will do: equal files are left as they are."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from generator.cache.walk import FileStat, stamp

_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


Content = bytes | Iterable[bytes]


class File(NamedTuple):
    """A file to write: its path, relative, with `/`, and its bytes, or their parts where the whole would be large.

    `part` is the part of the site that it belongs to, and `key` the fingerprint of all that decides the part; None where no part
    is told of.
    """

    path: str
    content: Content
    part: str | None = None
    key: str | None = None


@dataclass(slots=True)
class OwnedFiles:
    """The files of one part: the fingerprint of what decided them, their paths, and a mark of the stamps that they got."""

    key: str
    paths: list[str] = field(default_factory=list)
    mark: bytes = b""

    def add(self, path: str, stamped: FileStat) -> None:
        self.paths.append(path)
        self.mark = _marked(self.mark, stamped)


Parts = dict[str, OwnedFiles]
"""What a tree holds, by part."""


class OutputWriter:
    """The files below `root`. What was there before stays until it is written anew, or until `prune`.

    `known` says which parts it held when it was last written; `parts` is what it holds now.
    """

    def __init__(self, root: Path, known: Parts | None = None) -> None:
        self.root = str(root)
        self.known: Parts = known or {}
        self.before = set(_files(self.root))
        self.written: set[str] = set()
        self.parts: Parts = {}

    def write(self, file: File) -> None:
        """Writes one file. Raises OSError."""
        place = f"{self.root}/{file.path}"
        self.written.add(file.path)
        held = _held(place, file.content) if isinstance(file.content, bytes) and file.path in self.before else None
        stamped = held or _written(place, file.content)
        if file.part is not None and file.key is not None:
            part = self.parts.get(file.part)
            if part is None or part.key != file.key:
                part = self.parts[file.part] = OwnedFiles(file.key)
            part.add(file.path, stamped)

    def holds(self, part: str, key: str) -> bool:
        """Whether all files of a part are here as they were written for this key, now or before; then they stay."""
        if part in self.parts and self.parts[part].key == key:
            return True
        held = untouched(self.root, self.known, part, key)
        if held is None:
            return False
        self.written.update(held.paths)
        self.parts[part] = held
        return True

    def prune(self) -> None:
        """Removes the files that were not written, and the folders that are empty then."""
        for path in self.before - self.written:
            _remove(self.root, path)


def untouched(root: str, known: Parts, part: str, key: str) -> OwnedFiles | None:
    """A part that was written below `root` for this key, where nobody has changed its files since."""
    held = known.get(part)
    if held is None or held.key != key:
        return None
    mark = b""
    with suppress(OSError):
        for path in held.paths:
            mark = _marked(mark, stamp(os.lstat(f"{root}/{path}")))
        return held if mark == held.mark else None
    return None


def _marked(before: bytes, stamped: FileStat) -> bytes:
    return blake2b(b"%b %d %d %d %d" % (before, *stamped), digest_size=16).digest()


def replace_over(source: Path, target: Path) -> None:
    """Makes `target` hold what `source` holds, one whole file after the other. Hidden entries at its top are nobody's."""
    old = {path for path in _files(str(target)) if not path.startswith(".")} if target.exists() else set()
    new = list(_files(str(source)))
    for path in sorted(new, key=lambda path: path.endswith(".html")):
        content, file = (source / path).read_bytes(), f"{target}/{path}"
        if path not in old or not _held(file, content):
            os.close(_opened(file + ".part"))
            Path(file + ".part").write_bytes(content)
            os.replace(file + ".part", file)
    for path in old.difference(new):
        _remove(str(target), path)


def _remove(root: str, path: str) -> None:
    """Removes a file, where it still is one, and the folders that are empty then."""
    file = f"{root}/{path}"
    with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
        os.unlink(file)
    folder = os.path.dirname(file)
    with suppress(OSError):
        while folder != root:
            os.rmdir(folder)
            folder = os.path.dirname(folder)


def _files(root: str, below: str = "") -> Iterator[str]:
    """The paths of all files. What is neither a file nor a folder (a link, which could lead out of the tree) is removed."""
    with os.scandir(f"{root}/{below}") as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(root, f"{below}{entry.name}/")
            elif entry.is_file(follow_symlinks=False):
                yield below + entry.name
            else:
                os.unlink(entry.path)


def _make_folder(folder: str) -> None:
    try:
        os.mkdir(folder)
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
    except FileExistsError:
        pass


def _held(file: str, content: bytes) -> FileStat | None:
    """The stamp of a file that has this content; None for another."""
    descriptor = os.open(file, os.O_RDONLY)
    try:
        found = os.fstat(descriptor)
        same = found.st_size == len(content) and os.read(descriptor, len(content) + 1) == content
        return stamp(found) if same else None
    finally:
        os.close(descriptor)


def _written(file: str, content: Content) -> FileStat:
    descriptor = _opened(file)
    try:
        for part in (content,) if isinstance(content, bytes) else content:
            rest = memoryview(part)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
        return stamp(os.fstat(descriptor))
    except OSError as error:
        error.filename = error.filename or file
        raise
    finally:
        os.close(descriptor)


def _opened(file: str) -> int:
    """An empty file, open for writing, in folders that are there; what stands in its way, or in theirs, goes."""
    try:
        return os.open(file, _NEW, 0o666)
    except FileNotFoundError:
        _make_folder(file.rpartition("/")[0])
    except IsADirectoryError:
        shutil.rmtree(file)
    except NotADirectoryError:
        parent = Path(file).parent
        while not parent.exists():
            parent = parent.parent
        parent.unlink()
        parent.mkdir()
    return _opened(file)
