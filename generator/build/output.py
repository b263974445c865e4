"""Writes the site: the next one is put together beside the one there is, and takes its place in one step when it is whole.

Beside `site/` lies `.site.build/` with the next site in it. After that step the folders have changed places, and what was the
site waits there to become the next but one, so that what is the same is not written again. Killed at any moment, or with the
disk full, `site/` is the old one or the new one. Beside `next` stands which files of either folder belong to which part of the
site, with the stamp that each got when it was written: what has another stamp now is compared with the real bytes or made anew.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import sys
import time
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


class BusyError(OSError):
    """Another build of the same site does not come to an end."""


class Output:
    """The next site. `write` and `write_folder` fill it; nothing of it is seen before `publish`. Everything raises OSError.

    `engine` is a folder for what the engine writes by itself; `spare` is where all this lies when it cannot lie beside the site.
    """

    def __init__(self, site: Path, spare: Path) -> None:
        self.site = site.parent.resolve() / site.name
        refuse_links(self.site)
        self.room = _room(self.site, spare)
        self.lock = _locked(self.room / "lock", self.site)
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
        """Whether all files of a part are in the next site as this key decides them, if only by taking them from the site."""
        if self.writer.is_current(artifact, key):
            return True
        files = unchanged(str(self.site), self.site_manifest, artifact, key)
        for path in files.paths if files else ():
            self.write(File(path, (self.site / path).read_bytes(), artifact, key))
        return files is not None

    def publish(self) -> None:
        """Makes the next site the site, and says so on standard error where that takes more than one step."""
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
        """Lets the next build begin."""
        shutil.rmtree(self.engine, ignore_errors=True)
        os.close(self.lock)


class Preview:
    """The same for a site that is only looked at: files are written where they are shown. `known` is what the one before held."""

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
    """Each file that the engine wrote and we did not."""
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
    except PermissionError:
        room = spare / f"site-{sha256(os.fsencode(site)).hexdigest()[:10]}"
        refuse_links(spare, room)
        room.mkdir(mode=0o700, parents=True, exist_ok=True)
    return room


def _locked(file: Path, site: Path) -> int:
    """Return a file that is locked as long as it is open: the lock of a build that was killed is gone with its process."""
    refuse_links(file)
    lock = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    waits_until = time.monotonic() + _PATIENCE
    told = False
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not told:
                print(WAITS.format(site=site), file=sys.stderr, flush=True)
            told = True
            if time.monotonic() > waits_until:
                os.close(lock)
                raise BusyError(GAVE_UP.format(site=site, minutes=_PATIENCE // 60)) from None
            time.sleep(0.1)
        else:
            return lock


def _has_usual_mode(folder: Path) -> bool:
    """Whether a folder was made under the present mask for new files."""
    mask = os.umask(0)
    os.umask(mask)
    return folder.is_dir() and not folder.is_symlink() and S_IMODE(folder.stat().st_mode) & 0o777 == 0o777 & ~mask


def _hindrance(site: Path) -> str | None:
    """Why a site's folder cannot change places, in Danish. Hidden entries (`.git`) stay, as the engine always left them."""
    if not site.exists():
        return None
    if site.is_mount():
        return "mappen er et drev for sig"
    hidden = next((entry.name for entry in site.iterdir() if entry.name.startswith(".")), None)
    return hidden and f"{hidden} ligger i den"
