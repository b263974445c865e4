"""Makes small, safe pictures of a large one: upright, in sRGB, without metadata, in three widths as AVIF, WebP and JPEG.

The bytes are made when they are written, and kept in a cache by the content of the original; a cache that is gone or
broken only costs time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from generator.cache.fingerprints import of_file, of_making
from generator.cache.store import get_or_make
from generator.problems.rules import files as rules
from generator.problems.rules.rule import Rule

WIDTHS = (480, 960, 1600)
MAX_BYTES = 20_000_000
PICTURE_CACHE = ".cache/pictures"
"""The cache's place in the project."""
_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}


@dataclass(frozen=True, slots=True)
class Variant:
    """One file of a picture: its name (a hash of the original is in it), kind and size in pixels."""

    name: str
    kind: str
    width: int
    height: int

    @property
    def media_type(self) -> str:
        return _TYPES[self.kind]


@dataclass(frozen=True, slots=True)
class PictureSet:
    """A picture in all its widths and kinds, narrow to wide. `key` is the hash of its content."""

    file: Path
    key: str
    variants: tuple[Variant, ...]

    def of_kind(self, kind: str) -> list[Variant]:
        return [variant for variant in self.variants if variant.kind == kind]


def fault_in(file: Path, cache: Path | None = None) -> tuple[str, Rule] | None:
    """What is wrong with a picture, in Danish and its kind.

    None for a good one, which `cache` remembers, because it had to be unpacked.
    """
    if file.stat().st_size > MAX_BYTES:
        return f"Billedet fylder for meget: højst {MAX_BYTES // 1_000_000} MB. Gem det mindre.", rules.PICTURE_SIZE
    if cache is None:
        return _photos().fault_in(file)  # type: ignore[no-any-return]
    fault = None

    def look() -> bytes:
        nonlocal fault
        fault = _photos().fault_in(file)
        return b"fault" if fault else b""

    get_or_make(cache / f"{of_file(file)}-{recipe()}{file.suffix}.fejl", look, unless=bool)
    return fault


def recipe() -> str:
    """Return a digest of the code that makes pictures. It names what is cached, but no address: those last."""
    return of_making("media/pictures", "media/photos", libraries=("pillow",))[:16]


def picture_set(file: Path, cache: Path | None = None) -> PictureSet:
    """The files that a picture becomes. No wider than the original; the same bytes give the same names.

    `cache` remembers how large it is.
    """
    content = of_file(file)
    key = content[:10]
    width, height = _size(file, content, cache)
    widths = sorted({min(wanted, width) for wanted in WIDTHS})
    return PictureSet(
        file,
        key,
        tuple(
            Variant(f"{file.stem}.{key}-{each}.{kind}", kind, each, max(1, round(height * each / width)))
            for kind in _TYPES
            for each in widths
        ),
    )


def files(picture: PictureSet, cache: Path) -> Iterator[tuple[str, bytes]]:
    """Each variant's name and bytes."""
    for variant in picture.variants:
        yield variant.name, content(picture, variant, cache)


@lru_cache(maxsize=1_000)
def _size(file: Path, content: str, cache: Path | None) -> tuple[int, int]:
    """Width and height as the picture should be seen. `content` is its key."""
    if cache is None:
        return _photos().size(file)  # type: ignore[no-any-return]
    measured = get_or_make(cache / f"{content}-{recipe()}.maal", lambda: b"%d %d" % _photos().size(file))
    width, height = map(int, measured.split())
    return width, height


def content(picture: PictureSet, variant: Variant, cache: Path) -> bytes:
    """A variant's bytes, from the cache where they are there and whole."""
    facts = (picture.file, picture.key, variant.kind, variant.width, variant.height)
    return get_or_make(cache / f"{recipe()}-{variant.name}", lambda: _photos().smaller(*facts))


def _photos() -> ModuleType:
    """What looks into pictures. It is loaded when it is needed: that takes longer than a small site."""
    from generator.media import photos

    return photos
