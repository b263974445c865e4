"""A synthetic programme in our own content format: `python -m tests.benchmark.programme DIR --areas 110 --events 3000`."""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from tests.benchmark.invention import PHOTOS, RICH, Locality, Shape, localities

PROJECT = Path(__file__).parents[2]
SIZES = {300: 11, 3000: 110, 30000: 1100}
"""Areas by events: the programme as it is, ten and a hundred times as large."""


def write_programme(folder: Path, areas: int, events: int, shape: Shape = RICH) -> None:
    """A whole project in a new folder: the programme's own pages and theme, with as many invented areas and events."""
    write_project(folder, list(localities(areas, events, shape)))


def write_project(folder: Path, programme: Sequence[Locality]) -> None:
    """Write a whole project of these areas."""
    shutil.copytree(PROJECT / "content", folder / "content")
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    (folder / "theme").symlink_to(PROJECT / "theme")
    facts = folder / "content/programme.yml"
    facts.write_text(re.sub(r"(?m)^områder: \d+", f"områder: {len(programme)}", facts.read_text("utf-8")), "utf-8")
    for idea in (folder / "content/ideas").glob("*.md"):
        idea.write_text(re.sub(r"(?m)^område: .*\n", "", idea.read_text("utf-8")), "utf-8")
    for locality in programme:
        _write_area(folder / "areas" / locality.name, locality)


def commit(folder: Path) -> None:
    """Commit all of a project but what builds leave, as its history of one commit."""
    git = ("git", "-c", "user.name=Benchmark", "-c", "user.email=benchmark@example.org")
    for arguments in (
        ("init", "--quiet"),
        ("add", ".", ":!.cache", ":!resources"),
        ("commit", "--quiet", "--message", "Synthetic"),
    ):
        subprocess.run([*git, *arguments], cwd=folder, check=True)


def photo(number: int) -> bytes:
    """A JPEG of 1600 × 1067: a sky, a sea, a sun and many small shapes."""
    return _photo(number % PHOTOS)


@cache
def _photo(number: int) -> bytes:
    gradient = Image.linear_gradient("L").resize((1600, 1067))
    picture = Image.merge("RGB", (gradient.point(lambda shade: (shade + number * 40) % 256), gradient.rotate(180), gradient))
    draw = ImageDraw.Draw(picture)
    for shape in range(400):
        left, top, size = shape * 211 % 1600, shape * 307 % 1067, 10 + shape * 17 % 90
        draw.ellipse((left, top, left + size, top + size), fill=(shape * 7 % 256, shape * 13 % 256, number * 40))
    saved = BytesIO()
    picture.save(saved, "JPEG", quality=88)
    return saved.getvalue()


def _write_area(folder: Path, locality: Locality) -> None:
    (folder / "events").mkdir(parents=True)
    (folder / "images").mkdir()
    facts = (*locality.facts, _picture(locality.photo))
    (folder / "area.yml").write_text("\n".join(facts) + "\n", "utf-8")
    (folder / "index.md").write_text(locality.story, "utf-8")
    for number in {locality.photo, *(event.photo for event in locality.events)} - {None}:
        (folder / f"images/foto-{number}.jpg").write_bytes(photo(number or 0))
    for event in locality.events:
        picture = () if event.photo is None else (_picture(event.photo),)
        lines = ("---", *event.facts, *picture, "---", event.text)
        (folder / f"events/{event.name}.md").write_text("\n".join(lines), "utf-8")


def _picture(number: int) -> str:
    return f"billede: {{fil: images/foto-{number}.jpg, beskrivelse: Farvede cirkler på en himmel., foto: Tegnet af et program}}"


def main() -> None:
    """Writes one programme."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--areas", type=int, default=SIZES[300])
    parser.add_argument("--events", type=int, default=300)
    options = parser.parse_args()
    write_programme(options.folder, options.areas, options.events)


if __name__ == "__main__":
    main()
