"""Makes a folder hold what is written to it, with as few system calls as possible: equal files are not touched."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from generator.cache.walk import FileStat, file_stat

_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


Content = bytes | Iterable[bytes]


class File(NamedTuple):
    """A file to write: its path below the site, with `/`, and its bytes, or an iterable of chunks where the whole is large.

    `artifact` is the name of what it belongs to, and `key` the fingerprint of all that decides that; both are None for a file
    that is made in every build.
    """

    path: str
    content: Content
    artifact: str | None = None
    key: str | None = None


@dataclass(slots=True)
class ArtifactFiles:
    """The files of one artifact: the fingerprint of what decided them, their paths, and a digest of their file stats.

    The system's number, size and times of a file tell that nobody has changed it since it was written, without reading it.
    """

    key: str
    paths: list[str] = field(default_factory=list)
    stats: bytes = b""

    def add(self, path: str, written: FileStat) -> None:
        """Add a file that was written."""
        self.paths.append(path)
        self.stats = _with(self.stats, written)


Manifest = dict[str, ArtifactFiles]
"""The files of each artifact, by its name."""


class Written(NamedTuple):
    """What one of several processes has written: the paths of its files, and the artifacts that they belong to."""

    paths: set[str]
    manifest: Manifest


class OutputWriter:
    """Make the folder `root` hold what is written to it.

    What was there before stays until it is written anew, or until `prune`. `known` is the manifest of what `root` held when it was
    last written; `manifest` is what it holds now. Everything raises OSError.
    """

    def __init__(self, root: Path, known: Manifest | None = None) -> None:
        self.root = str(root)
        self.known: Manifest = known or {}
        self.before = set(_files(self.root))
        self.written: set[str] = set()
        self.manifest: Manifest = {}

    def write(self, file: File) -> None:
        """Write one file, unless the same bytes are there."""
        path = f"{self.root}/{file.path}"
        self.written.add(file.path)
        same = _stat_if_same(path, file.content) if isinstance(file.content, bytes) and file.path in self.before else None
        written = same or _write(path, file.content)
        if file.artifact is not None and file.key is not None:
            files = self.manifest.get(file.artifact)
            if files is None or files.key != file.key:
                files = self.manifest[file.artifact] = ArtifactFiles(file.key)
            files.add(file.path, written)

    def is_current(self, artifact: str, key: str) -> bool:
        """Return whether all files of an artifact are here as they were written for this key. If so, they stay."""
        if artifact in self.manifest and self.manifest[artifact].key == key:
            return True
        files = unchanged(self.root, self.known, artifact, key)
        if files is None:
            return False
        self.written.update(files.paths)
        self.manifest[artifact] = files
        return True

    def written_so_far(self) -> Written:
        """Return what is written: from a moment before a fork on, `written_since` says what a process has written itself."""
        return Written(set(self.written), dict(self.manifest))

    def written_since(self, before: Written) -> Written:
        """Return what was written since then."""
        new = self.manifest.keys() - before.manifest
        return Written(self.written - before.paths, {artifact: self.manifest[artifact] for artifact in new})

    def take_in(self, other: Written) -> None:
        """Take over what another process has written here."""
        self.written |= other.paths
        self.manifest |= other.manifest

    def prune(self) -> None:
        """Remove the files that were not written, and the folders that are empty then."""
        for path in self.before - self.written:
            _remove(self.root, path)


def unchanged(root: str, known: Manifest, artifact: str, key: str) -> ArtifactFiles | None:
    """Return the files of an artifact below `root` that was written for this key; None where one of them was changed since."""
    files = known.get(artifact)
    if files is None or files.key != key:
        return None
    stats = b""
    with suppress(OSError):
        for path in files.paths:
            stats = _with(stats, file_stat(os.lstat(f"{root}/{path}")))
        return files if stats == files.stats else None
    return None


def _with(stats: bytes, one: FileStat) -> bytes:
    return blake2b(b"%b %d %d %d %d" % (stats, *one), digest_size=16).digest()


def replace_over(source: Path, target: Path) -> None:
    """Make `target` hold what `source` holds, one whole file after the other. Hidden files at its top stay."""
    old = {path for path in _files(str(target)) if not path.startswith(".")} if target.exists() else set()
    new = list(_files(str(source)))
    for path in sorted(new, key=lambda path: path.endswith(".html")):
        content, file = (source / path).read_bytes(), f"{target}/{path}"
        if path not in old or not _stat_if_same(file, content):
            os.close(_opened(file + ".part"))
            Path(file + ".part").write_bytes(content)
            os.replace(file + ".part", file)
    for path in old.difference(new):
        _remove(str(target), path)


def _remove(root: str, path: str) -> None:
    """Remove a file, if it still is one, and the folders that are empty then."""
    file = f"{root}/{path}"
    with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
        os.unlink(file)
    folder = os.path.dirname(file)
    with suppress(OSError):
        while folder != root:
            os.rmdir(folder)
            folder = os.path.dirname(folder)


def _files(root: str, below: str = "") -> Iterator[str]:
    """Yield the paths of all files. Remove what is neither a file nor a folder: a link could lead out of the site."""
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


def _stat_if_same(file: str, content: bytes) -> FileStat | None:
    """Return the file stat of a file that has this content; None if it has another."""
    descriptor = os.open(file, os.O_RDONLY)
    try:
        found = os.fstat(descriptor)
        same = found.st_size == len(content) and os.read(descriptor, len(content) + 1) == content
        return file_stat(found) if same else None
    finally:
        os.close(descriptor)


def _write(file: str, content: Content) -> FileStat:
    descriptor = _opened(file)
    try:
        for part in (content,) if isinstance(content, bytes) else content:
            rest = memoryview(part)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
        return file_stat(os.fstat(descriptor))
    except OSError as error:
        error.filename = error.filename or file
        raise
    finally:
        os.close(descriptor)


def _opened(file: str) -> int:
    """Return an empty file, open for writing. Missing folders are made, and whatever is in the way of them is removed."""
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
