"""The generators that are measured: how each writes its project and builds it, and what it does."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import mkdtemp

from generator.media.pictures import PICTURE_CACHE
from tests.benchmark.invention import Locality
from tests.benchmark.measure import Cost, cost_of, memory_of
from tests.benchmark.programme import PROJECT, commit, write_project
from tests.benchmark.rivals import bare, full

BENCH = PROJECT / ".venv-bench"
_PLAIN_ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "KULTURPUNKT_TODAY": "2026-05-01 12:00", "PYTHONDONTWRITEBYTECODE": ""}
_PLAIN_ENVIRONMENT["PYTHONPATH"] = str(PROJECT)  # the hooks of Material's project lie beside this file


@dataclass(frozen=True, slots=True)
class Side:
    """One generator.

    `write` makes a project of these areas; `made` is what a build leaves, its site first; `pictures` are the pictures and cards in
    it that the next build need not make again, and `given` what it did not make; `content` names the files of the events, in which
    a title follows `title`; `most` is the largest size that is built in bearable time.
    """

    name: str
    write: Callable[[Path, Sequence[Locality]], None]
    command: Sequence[str]
    made: Sequence[str]
    content: str
    pictures: Sequence[str] = ()
    given: Sequence[str] = ()
    title: str = "title: "
    publishing: Sequence[str] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    same_work: bool = True
    most: int = 3000

    def prepare(self, folder: Path, programme: Sequence[Locality], away: Path) -> None:
        """Write the project anew; pictures that were made before stay."""
        folder.mkdir(parents=True, exist_ok=True)
        with self._aside(folder, away, self.pictures):
            _move(list(folder.iterdir()), away)
        self.write(folder, programme)

    def first(self, folder: Path, away: Path) -> Cost:
        """Build with nothing that any build has made."""
        return self._from_nothing(folder, away, self.given)

    def full(self, folder: Path, away: Path) -> Cost:
        """Build with nothing but the pictures and cards that were made before."""
        return self._from_nothing(folder, away, (*self.pictures, *self.given))

    def again(self, folder: Path) -> Cost:
        """Build with all that the one before left."""
        return cost_of(self.command, folder, self._environment)

    def changed(self, folder: Path, number: int) -> Cost:
        """Build again after a new title on one event, another one for each number."""
        event = [file for file in sorted(folder.glob(self.content)) if file.stem[-1].isdigit()][number * 7]
        text = event.read_text("utf-8")
        event.write_text(text.replace(self.title, f"{self.title}{number}. nye ", 1), "utf-8")
        return self.again(folder)

    def published(self, folder: Path, away: Path) -> Cost:
        """Clone the project and build the clone, with the pictures that were made before, as a publishing robot does.

        The clone takes the project's place meanwhile: Material knows its cards again by where they lie.
        """
        original = folder.rename(Path(mkdtemp(dir=away)) / "original")
        fetched = cost_of(("git", "clone", "--quiet", "--no-local", str(original), str(folder)), away, {})
        for path in (*self.pictures, *self.given):
            if (original / path).exists() and not (folder / path).exists():
                shutil.copytree(original / path, folder / path)
        built = cost_of(self.publishing or self.command, folder, self._environment)
        _move([folder], away)
        original.rename(folder)
        return fetched + built

    def memory(self, folder: Path, away: Path) -> float | None:
        """Return the most MiB that all processes of a full build hold at once, or None where that cannot be seen."""
        self._clear(folder, away, (*self.pictures, *self.given))
        return memory_of(self.command, folder, self._environment)

    def files(self, folder: Path) -> list[Path]:
        """Return what was built."""
        return [file for file in (folder / self.made[0]).rglob("*") if file.is_file()]

    def dates(self, folder: Path) -> int:
        """Return how many dates of the areas' events the built data hold: all that do the same work have as many."""
        data = json.loads((folder / self.made[0] / "data/v1/arrangementer.json").read_text("utf-8"))
        return sum(len(event["dates"]) for event in data["events"] if not event["id"].startswith("programmet."))

    @property
    def _environment(self) -> Mapping[str, str]:
        return {**_PLAIN_ENVIRONMENT, **self.environment}

    def _from_nothing(self, folder: Path, away: Path, stays: Sequence[str]) -> Cost:
        self._clear(folder, away, stays)
        return self.again(folder)

    def _clear(self, folder: Path, away: Path, stays: Sequence[str]) -> None:
        """Move away what a build left. To delete it there and then would make the next files slow to create."""
        with self._aside(folder, away, stays):
            _move([folder / name for name in self.made], away)

    @contextmanager
    def _aside(self, folder: Path, away: Path, stays: Sequence[str]) -> Iterator[None]:
        """Put some folders aside, and back at the end."""
        aside = {}
        for path in (folder / name for name in stays):
            if path.exists():
                aside[path] = Path(mkdtemp(dir=away)) / "x"
                path.rename(aside[path])
        yield
        for path, place in aside.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            place.rename(path)


def sides() -> list[Side]:
    """Return this generator first, then those that do the same work, then the bare ones. Raises FileNotFoundError without Hugo."""
    hugo = next(BENCH.glob("lib/python*/site-packages/hugo/binaries/hugo*"), None)
    if hugo is None:
        raise FileNotFoundError("Hugo is not installed: run `make bench`")
    mkdocs = (str(BENCH / "bin/mkdocs"), "build", "--quiet")
    hugo_builds, hugo_makes, hugo_reads = (str(hugo), "--quiet"), ("public", "resources"), "content/omraader/*/*.md"
    cards, fonts = ".cache/plugin/social", ".cache/plugin/social/fonts"
    ours = Side(
        "Kulturpunkt",
        write_ours,
        (sys.executable, "-m", "mkdocs", "build", "--quiet"),
        ("site", ".site.build", ".cache"),
        "areas/*/events/*.md",
        pictures=(PICTURE_CACHE,),
        title="titel: ",
        publishing=(str(Path(sys.executable).parent / "kulturpunkt"), "build", "--isolate"),
        most=30_000,
    )
    return [
        ours,
        Side("Hugo", full.write_hugo, hugo_builds, hugo_makes, hugo_reads, ("resources/_gen/images",), most=30_000),
        Side(
            "Material",
            full.write_material,
            mkdocs,
            ("site", ".cache"),
            "docs/omraader/*/*.md",
            (".cache/pictures", cards),
            (fonts,),
        ),
        replace(ours, name="Kulturpunkt, one process", environment={"KULTURPUNKT_WORKERS": "1"}),
        Side("Hugo, bare", bare.write_hugo, hugo_builds, hugo_makes, hugo_reads, same_work=False),
        Side("Material, bare", bare.write_material, mkdocs, ("site",), "docs/omraader/*/*.md", title="# ", same_work=False),
    ]


def versions() -> list[str]:
    """Return the rivals' names and versions."""
    names = ("mkdocs", "mkdocs-material", "mkdocs-rss-plugin", "mkdocs-git-revision-date-localized-plugin", "mkdocs-minify-plugin")
    asked = f"from importlib.metadata import version as v\nprint(*(f'{{n}} {{v(n)}}' for n in {(*names, 'hugo')!r}), sep='\\n')"
    return subprocess.run([BENCH / "bin/python", "-c", asked], capture_output=True, text=True, check=True).stdout.splitlines()


def write_ours(folder: Path, programme: Sequence[Locality]) -> None:
    """Write a project for this generator with a history of one commit."""
    write_project(folder, programme)
    commit(folder)


def _move(paths: Sequence[Path], away: Path) -> None:
    left = Path(mkdtemp(dir=away))
    for number, path in enumerate(paths):
        if path.exists() or path.is_symlink():
            path.rename(left / str(number))
