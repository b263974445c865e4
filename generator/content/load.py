"""From files to the model. Whatever is wrong becomes Problems; content never causes an exception."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from generator import checks
from generator.cache import fingerprints, workers
from generator.cache.store import Store
from generator.checks.changes import Comparison
from generator.content.checking import found_by
from generator.content.loader import Loader, folder_fault
from generator.content.partial import problems_of_partial_events
from generator.model.area import Area
from generator.model.folders import PROGRAMME
from generator.model.owners import Owners
from generator.model.programme import PROGRAMME_FILE, TIMELINE_FILE
from generator.model.rounds import FOLDER
from generator.model.site import Site
from generator.problems.problem import ContentError, Problem
from generator.reading.folders import overfull

_MOST_LARGE = 5_000
"""Large files whose fingerprints are remembered."""
_DECIDING = (PROGRAMME_FILE, TIMELINE_FILE)
"""What an area is checked against, besides its own folder."""


def load(root: Path, *, advice: bool = False, compared: Comparison | None = None) -> tuple[Site | None, list[Problem]]:
    """Return the whole content below `root`, and all that is wrong with it.

    With `advice`, the problems that stop no build are among them, and where it is `compared`, those of what has changed. The site
    is None when one of the programme's own files could not be read; areas and events with problems are left out of it.
    """
    loader = Loader(root)
    site, checked = loader.site(), loader.checkable()
    found = loader.problems + found_by(checks.CHECKS + (checks.ADVICE if advice else ()), root, checked)
    found += problems_of_partial_events(root, checked, loader.partial)
    if compared:
        found += found_by((_of_changes(check, compared) for check in checks.OF_CHANGES), root, checked)
    return site, sorted(set(found))


def _of_changes(check: checks.ChangeCheck, compared: Comparison) -> checks.Check:
    return lambda root, site: check(root, site, compared)


def load_incrementally(root: Path, cache: Store, code: str) -> tuple[Site | None, list[Problem]]:
    """Return the content with fingerprints, and its problems. An area whose folder is as when it was in order is not read again.

    `code` is the fingerprint of what reads it.
    """
    loader = _IncrementalLoader(root, cache, code)
    site = loader.site()
    checked = loader.checkable()
    found = loader.problems + found_by(checks.OF_AREAS, root, replace(checked, areas=()))
    found += found_by(checks.OF_SITE, root, checked)
    loader.cache_large()
    return site and replace(site, fingerprints=loader.fingerprints), sorted(set(found))


def load_readable(root: Path) -> tuple[Site, list[Problem]]:
    """Return the content and its problems. Raise ContentError with all of them where the programme's own files have any."""
    site, problems = load(root)
    if site is None:
        raise ContentError(problems)
    return site, problems


def load_owners(root: Path) -> tuple[Owners | None, list[Problem]]:
    """Return who may change what in the content below `root`, and the problems of the file; None where it has any."""
    loader = Loader(root)
    return loader.owners(), loader.problems


class _IncrementalLoader(Loader):
    """Take areas from the cache where nothing that decides them has changed."""

    def __init__(self, root: Path, cache: Store, code: str) -> None:
        super().__init__(root)
        self.cache = cache
        self.large: fingerprints.Known = cache.get("large", "") or {}
        rounds = sorted(path.relative_to(root).as_posix() for path in root.glob(f"{FOLDER}/*/*.yml"))
        self.decides = fingerprints.of_values(code, rounds, *(_bytes_of(root / path) for path in (*_DECIDING, *rounds)))
        self.fingerprints: dict[str, str] = {}
        self.keys: dict[str, str | None] = {}
        with suppress(OSError):  # a folder that cannot be read is never current
            self.fingerprints[PROGRAMME] = fingerprints.of_folder(root / "content")

    def areas(self, folders: Sequence[str]) -> Iterable[Area | None]:
        """Return the areas of these folders; many that are to be read are read into the cache by several processes before."""
        self.keys = {folder: self._key(folder) for folder in folders}
        missing = [folder for folder, key in self.keys.items() if key and not self.cache.may_hold(f"{Path(folder).name}.area", key)]
        texts = {folder: sum(1 for _ in (self.root / folder / "events").glob("*.md")) for folder in missing}
        if workers.are_worth_it(len(missing), sum(texts.values())):
            list(workers.ahead(self._area, sorted(missing, key=texts.__getitem__, reverse=True)))
        return super().areas(folders)

    def area(self, folder: str) -> Area | None:
        key = self.keys[folder]
        if key is None:
            return super().area(folder)
        found: Area | None = self.cache.get(f"{Path(folder).name}.area", key)
        return found or self._fresh(folder, key)

    def _key(self, folder: str) -> str | None:
        """Return the fingerprint of all that decides an area; None where its folder cannot be read as one."""
        name = Path(folder).name
        with suppress(OSError):
            if not (folder_fault(name) or (self.root / folder).is_symlink() or overfull(self.root / folder)):
                self.fingerprints[name] = fingerprints.of_folder(self.root / folder, self.large)
                return fingerprints.of_values(self.decides, self.fingerprints[name])
        return None

    def _fresh(self, folder: str, key: str) -> Area | None:
        """Read and check an area, and write it to the cache where it has no problems. Return it as the cache holds it: that is a
        third smaller, without the copies of its texts that reading leaves beside them. An area that somebody changed meanwhile has
        no fingerprint."""
        before = len(self.problems)
        area = super().area(folder)
        if area is None:
            return None
        alone = replace(self.own, areas=(area,), events=(), ideas=(), unread=frozenset(self.unread))
        self.problems += found_by(checks.OF_AREAS, self.root, alone)
        name = area.slug
        if fingerprints.of_folder(self.root / folder, self.large) != self.fingerprints[name]:
            del self.fingerprints[name]
        elif len(self.problems) == before and self.whole:
            self.cache.put(f"{name}.area", key, area)
            area = self.cache.get(f"{name}.area", key) or area
        return area

    def cache_large(self) -> None:
        """Write the fingerprints of large files to the cache, so that these are not read again."""
        self.cache.put("large", "", dict(list(self.large.items())[-_MOST_LARGE:]))


def _bytes_of(file: Path) -> bytes:
    """Return what a file holds; nothing where it cannot be read, which is said when it is loaded."""
    try:
        return file.read_bytes()
    except OSError:
        return b""
