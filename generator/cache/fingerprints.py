"""Digests that tell whether something has changed: a folder with all that lies in it, the code, a value."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from functools import cache, lru_cache
from hashlib import blake2b, file_digest
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from stat import S_ISREG

from generator.cache.walk import FileStat, file_stat, walk

_SIZE = 16
_READ_WHOLE = 20_000
_GENERATOR = Path(__file__).parents[1]


def of_values(*values: object) -> str:
    """Return the fingerprint of values. The `repr` of each must tell it from every other value."""
    return blake2b("\0".join(map(repr, values)).encode("utf-8", "surrogateescape"), digest_size=_SIZE).hexdigest()


Known = dict[FileStat, str]
"""The digests of large files by their file stats; those that were used last stand at the end."""


def of_folder(folder: Path, known: Known | None = None) -> str:
    """Return the fingerprint of the names, kinds, rights and bytes of all that lies in a folder. Raises OSError.

    Links are not followed. A large file that is in `known` is not read again; `known` takes in the others.
    """
    found = blake2b(digest_size=_SIZE)
    for part in _parts(str(folder), {} if known is None else known):
        found.update(b"%d:" % len(part))
        found.update(part)
    return found.hexdigest()


def _parts(folder: str, known: Known) -> Iterator[bytes]:
    for path, entry in walk(folder):
        yield os.fsencode(path)
        if entry.is_symlink():
            yield os.fsencode(Path(entry.path).readlink())
            continue
        found = entry.stat()
        yield b"%o" % found.st_mode
        if S_ISREG(found.st_mode):
            yield _content(entry.path) if found.st_size <= _READ_WHOLE else _large(Path(entry.path), file_stat(found), known)


def _large(file: Path, stat: FileStat, known: Known) -> bytes:
    known[stat] = known.pop(stat, "") or of_file(file)
    return known[stat].encode()


def _content(file: str) -> bytes:
    descriptor = os.open(file, os.O_RDONLY)
    try:
        return os.read(descriptor, _READ_WHOLE)
    finally:
        os.close(descriptor)


def of_file(file: Path) -> str:
    """Return the digest of a file's bytes. The file is read once as long as its file stat is the same. Raises OSError."""
    return _of_file(file, file_stat(file.stat()))


@lru_cache(maxsize=1_000)
def _of_file(file: Path, stat: FileStat) -> str:
    del stat
    with file.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()


def of_code(theme: Path) -> str:
    """Return the fingerprint of what makes a site from content: this generator, the theme, and the libraries of both."""
    return of_values(of_libraries(), of_folder(_GENERATOR), of_folder(theme))


@cache
def of_making(*modules: str, libraries: tuple[str, ...] = ()) -> str:
    """Return a digest of some modules of this generator (`media/photos`) and the versions of some libraries.

    Raises OSError and PackageNotFoundError for what is not there.
    """
    sources = ((_GENERATOR / f"{module}.py").read_bytes() for module in modules)
    return of_values(*sources, *((name, version(name)) for name in libraries))


@cache
def of_libraries() -> str:
    """Return the fingerprint of the versions of Python and of the libraries that this project depends on."""
    try:
        named = [match[0] for each in requires("kulturpunkt") or [] if (match := re.match(r"[\w.-]+", each))]
        return of_values(sys.version, *((name, version(name)) for name in named))
    except PackageNotFoundError:
        return of_values(sys.version)
