"""A folder that becomes what is written to it, with as few system calls as will do: equal files are left as they are."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

Content = bytes | Iterable[bytes]
"""A file's bytes, or its parts one after the other where the whole would be large."""

_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


class Tree:
    """The files below `root`. What was there before stays until it is written anew, or until `prune`."""

    def __init__(self, root: Path) -> None:
        self.root = str(root)
        self.before = set(_files(self.root))
        self.written: set[str] = set()

    def write(self, path: str, content: Content) -> None:
        """Writes one file. `path` is relative, with `/`. Raises OSError."""
        file = f"{self.root}/{path}"
        self.written.add(path)
        if isinstance(content, bytes) and path in self.before and _holds(file, content):
            return
        descriptor = _opened(file)
        try:
            for part in (content,) if isinstance(content, bytes) else content:
                _write_all(descriptor, part)
        except OSError as error:
            error.filename = error.filename or file
            raise
        finally:
            os.close(descriptor)

    def prune(self) -> None:
        """Removes the files that were not written, and the folders that are empty then."""
        for path in self.before - self.written:
            _remove(self.root, path)


def replace_over(source: Path, target: Path) -> None:
    """Makes `target` hold what `source` holds, one whole file after the other. Hidden entries at its top are nobody's."""
    old = {path for path in _files(str(target)) if not path.startswith(".")} if target.exists() else set()
    new = list(_files(str(source)))
    for path in sorted(new, key=lambda path: path.endswith(".html")):
        content, file = (source / path).read_bytes(), f"{target}/{path}"
        if path not in old or not _holds(file, content):
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


def _holds(file: str, content: bytes) -> bool:
    descriptor = os.open(file, os.O_RDONLY)
    try:
        return os.fstat(descriptor).st_size == len(content) and os.read(descriptor, len(content)) == content
    finally:
        os.close(descriptor)


def _opened(file: str) -> int:
    """An empty file, open for writing, in folders that are there; what stands in its way, or in theirs, goes."""
    try:
        return os.open(file, _NEW, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(file), exist_ok=True)
    except IsADirectoryError:
        shutil.rmtree(file)
    except NotADirectoryError:
        parent = Path(file).parent
        while not parent.exists():
            parent = parent.parent
        parent.unlink()
        parent.mkdir()
    return _opened(file)


def _write_all(descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
