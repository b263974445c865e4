"""The generators that are measured: how each writes its project and builds it, and what it does."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import mkdtemp

from generator.media.pictures import PICTURE_CACHE
from tests.benchmark.measure import Cost, cost_of
from tests.benchmark.programme import PROJECT, write_programme
from tests.benchmark.rivals.bare import write_hugo, write_material

_ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "KULTURPUNKT_TODAY": "2026-05-01 12:00", "PYTHONDONTWRITEBYTECODE": ""}
_MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")


@dataclass(frozen=True, slots=True)
class Side:
    """One generator. `write` makes a project for so many areas and events; `made` is what it leaves, its site first."""

    name: str
    does: str
    write: Callable[[Path, int, int], None]
    command: Sequence[str]
    made: Sequence[str]

    def prepare(self, folder: Path, areas: int, events: int) -> None:
        """Writes the project anew; pictures that were made before stay."""
        for path in folder.glob("*"):
            if path.name != ".cache":
                _remove(path)
        self.write(folder, areas, events)

    def build(self, folder: Path, away: Path) -> Cost:
        """A full build: what the one before left is moved away, but our pictures.

        It is not deleted there and then: after thousands of deleted files a file system makes new ones slowly.
        """
        left = Path(mkdtemp(dir=away))
        for number, path in enumerate([path for pattern in self.made for path in folder.glob(pattern)]):
            if path.relative_to(folder) != Path(PICTURE_CACHE):
                path.rename(left / str(number))
        return self.build_again(folder)

    def build_again(self, folder: Path) -> Cost:
        """A build with all that the one before left."""
        return cost_of(self.command, folder, _ENVIRONMENT)

    def files(self, folder: Path) -> list[Path]:
        """What was built."""
        return [file for file in (folder / self.made[0]).rglob("*") if file.is_file()]


def sides() -> list[Side]:
    """This generator, Material and Hugo. Raises FileNotFoundError when Hugo is not there."""
    hugo = next((PROJECT / ".venv-bench").glob("lib/python*/site-packages/hugo/binaries/hugo*"), None)
    if hugo is None:
        raise FileNotFoundError("Hugo is not installed: run `make bench`")
    said = subprocess.run([hugo, "version"], capture_output=True, text=True, check=True).stdout
    return [
        Side(
            "Kulturpunkt",
            "areas, events, a calendar by month and year, posters, search, iCalendar, RSS and JSON feeds, open data, structured "
            "data, pictures in nine files each and cards for sharing (both cached by the build before); all content is checked",
            _write_committed_programme,
            _MKDOCS,
            ("site", ".site.build", ".cache/*"),
        ),
        Side(
            "Material",
            f"MkDocs {version('mkdocs')} and Material {version('mkdocs-material')}: a page for each area and event, 20 of them in "
            "the menu, a search index, a sitemap; photos are copied as they are; no calendar, no feeds, no checks",
            write_material,
            _MKDOCS,
            ("site",),
        ),
        Side(
            "Hugo",
            f"{said.split()[1].partition('-')[0]}, bare templates of ten lines: a page for each area and event, lists with RSS, a "
            "sitemap; photos are copied as they are; no menu, no calendar, no search, no checks",
            write_hugo,
            (str(hugo), "--quiet"),
            ("public", "resources"),
        ),
    ]


def _write_committed_programme(folder: Path, areas: int, events: int) -> None:
    """With a history of one commit, which the build reads."""
    write_programme(folder, areas, events)
    git = ("git", "-c", "user.name=Benchmark", "-c", "user.email=benchmark@example.org")
    for arguments in (("init", "--quiet"), ("add", "areas", "content"), ("commit", "--quiet", "--message", "Synthetic")):
        subprocess.run([*git, *arguments], cwd=folder, check=True)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
