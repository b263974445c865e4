"""Writes the site: the next one is put together beside the present one, and takes its place in one step when it is whole.

Beside `site/` lies `.site.build/` with the next site in it. The step swaps the two folders, so the build after that starts from a
site that is nearly right, and files that are the same are not written again. If a build is killed at any moment, or the disk is
full, `site/` is the old site or the new one. Manifests beside `next` say which files of either folder belong to which artifact,
with the file stats from when they were written: a file with another file stat is compared byte for byte, or made again.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import sys
import time
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from stat import S_IMODE
from tempfile import mkdtemp

from generator.build.cached_types import TYPES
from generator.build.swap import recover, swap
from generator.build.writer import File, Manifest, OutputWriter, replace_over, unchanged
from generator.cache.links import refuse_links
from generator.cache.store import Store

_MANIFESTS = "manifests"
_PATIENCE = 600
"""Seconds that a build waits for another one of the same site."""
WAITS = "En anden bygning af {site} er i gang. Denne venter, til den er færdig."
GAVE_UP = "En anden bygning af {site} har været i gang i {minutes} minutter. Se, om den hænger, og byg så igen."
IN_MANIFESTS = "{site} kan ikke skiftes ud i ét trin, fordi {reason}. Filerne er skrevet en ad gangen."


def overwritten(site: Path, folders: Iterable[Path]) -> Path | None:
    """Return the first of some folders that a site would be written over: it is the site's own, below it, or around it."""
    site = site.resolve()
    for folder in map(Path.resolve, folders):
        if folder.exists() and (folder == site or folder in site.parents or site in folder.parents):
            return folder
    return None


class BusyError(OSError):
    """Another build of the same site has not ended in time."""


class Output:
    """The next site. `write` fills it, and nothing of it is seen before `publish`. Every method raises OSError.

    `engine` is a folder for what the engine writes by itself. `spare` holds it all where nothing can be written beside the site.
    Raises LinkError where one of these folders is a symbolic link.
    """

    def __init__(self, site: Path, spare: Path) -> None:
        self.site = site.parent.resolve() / site.name
        refuse_links(self.site)
        self.room = _room(self.site, spare)
        self.lock: int | None = _locked(self.room / "lock", self.site)
        self.next, self.aside, self.engine = (self.room / name for name in ("next", "aside", "engine"))
        refuse_links(self.next, self.aside, self.engine)
        recover(self.site, self.aside)
        if not _has_usual_mode(self.next):
            shutil.rmtree(self.next, ignore_errors=True)
        self.next.mkdir(exist_ok=True)
        self.cache = Store(self.room, TYPES)
        known: dict[str, Manifest] = self.cache.get(_MANIFESTS, "") or {}
        self.writer, self.site_manifest = OutputWriter(self.next, known.get("next")), known.get("site", {})
        self.write = self.writer.write

    def is_current(self, artifact: str, key: str) -> bool:
        """Return whether the next site has all files of an artifact as this key decides them, if only as copies from the site."""
        if self.writer.is_current(artifact, key):
            return True
        files = unchanged(str(self.site), self.site_manifest, artifact, key)
        for path in files.paths if files else ():
            self.write(File(path, (self.site / path).read_bytes(), artifact, key))
        return files is not None

    def publish(self) -> None:
        """Make the next site the site. Where that takes more than one step, say so on standard error."""
        _take_over(self.writer, self.engine)
        self.writer.prune()
        reason = _hindrance(self.site) or (
            None if swap(self.next, self.site, self.aside) else "den ligger på et andet drev eller er låst"
        )
        if reason:
            print(IN_MANIFESTS.format(site=self.site, reason=reason), file=sys.stderr)
            replace_over(self.next, self.site)
        self.cache.put(
            _MANIFESTS, "", {"next": self.writer.manifest} if reason else {"site": self.writer.manifest, "next": self.site_manifest}
        )

    def close(self) -> None:
        """Let the next build begin. A build that MkDocs ends over a warning is closed twice: when it is done, and as failed."""
        shutil.rmtree(self.engine, ignore_errors=True)
        if self.lock is not None:
            os.close(self.lock)
        self.lock = None


class Preview:
    """The output of a preview: files are written where they are shown. `known` is the manifest of the build before."""

    def __init__(self, site: Path, known: Manifest) -> None:
        self.engine = Path(mkdtemp(prefix="kulturpunkt-"))
        self.writer = OutputWriter(site, known)
        self.write, self.is_current = self.writer.write, self.writer.is_current

    def publish(self) -> None:
        _take_over(self.writer, self.engine)
        self.writer.prune()

    def close(self) -> None:
        shutil.rmtree(self.engine, ignore_errors=True)


def _take_over(writer: OutputWriter, engine: Path) -> None:
    """Write each file that the engine wrote and we did not."""
    for file in engine.rglob("*"):
        path = file.relative_to(engine).as_posix()
        if path not in writer.written and file.is_file():
            writer.write(File(path, file.read_bytes()))


def _room(site: Path, spare: Path) -> Path:
    """Return the folder beside the site in which the next one is put together; only its owner can look into it."""
    room = site.parent / f".{site.name}.build"
    refuse_links(room)
    try:
        room.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        room = spare / f"site-{sha256(os.fsencode(site)).hexdigest()[:10]}"
        refuse_links(spare, room)
        room.mkdir(mode=0o700, parents=True, exist_ok=True)
    return room


def _locked(file: Path, site: Path) -> int:
    """Return a file that is locked as long as it is open: the lock of a build that was killed is gone with its process."""
    refuse_links(file)
    lock = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    waits_until = time.monotonic() + _PATIENCE
    reported = False
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not reported:
                print(WAITS.format(site=site), file=sys.stderr, flush=True)
            reported = True
            if time.monotonic() > waits_until:
                os.close(lock)
                raise BusyError(GAVE_UP.format(site=site, minutes=_PATIENCE // 60)) from None
            time.sleep(0.1)
        else:
            return lock


def _has_usual_mode(folder: Path) -> bool:
    """Return whether a folder was made with the present umask."""
    mask = os.umask(0)
    os.umask(mask)
    return folder.is_dir() and not folder.is_symlink() and S_IMODE(folder.stat().st_mode) & 0o777 == 0o777 & ~mask


def _hindrance(site: Path) -> str | None:
    """Return why a site's folder cannot be swapped, in Danish. Hidden files (`.git`) stay where they are, as MkDocs has it."""
    if not site.exists():
        return None
    if site.is_mount():
        return "mappen er et drev for sig"
    hidden = next((entry.name for entry in site.iterdir() if entry.name.startswith(".")), None)
    return hidden and f"{hidden} ligger i den"
