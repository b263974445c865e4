"""Makes small, safe pictures of a large one: upright, in sRGB, without metadata, in three widths as AVIF and as JPEG.

The bytes are made when they are written, and cached by the content of the original. The cache may be deleted at any time; the next
build is then slower.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from generator.cache.fingerprints import of_file, of_making
from generator.cache.store import get_or_make
from generator.problems.rules import files as rules
from generator.problems.rules.rule import Rule

WIDTHS = (480, 960, 1600)
MAX_BYTES = 20_000_000
PICTURE_CACHE = ".cache/pictures"
"""The folder of the cache, from the project's."""
_TYPES = {"avif": "image/avif", "jpg": "image/jpeg"}
"""What one browser in twenty cannot show as AVIF, it is given as JPEG."""


class Variant(NamedTuple):
    """One file of a picture: its name, which holds a digest of the original, its kind, and its size in pixels."""

    name: str
    kind: str
    width: int
    height: int

    @property
    def media_type(self) -> str:
        """Return the type for HTML: `image/avif`."""
        return _TYPES[self.kind]


class PictureSet(NamedTuple):
    """One picture in all its widths and kinds, narrow to wide. `key` is a digest of its content."""

    file: Path
    key: str
    variants: tuple[Variant, ...]

    def of_kind(self, kind: str) -> list[Variant]:
        """Return the variants of one kind: `avif` or `jpg`."""
        return [variant for variant in self.variants if variant.kind == kind]


def fault_in(file: Path, cache: Path | None = None) -> tuple[str, Rule] | None:
    """Return what is wrong with a picture, in Danish, and its rule; None where all its files can be made.

    `cache` remembers a good one, because it had to be unpacked.
    """
    try:
        return _fault_in(file, cache)
    except OSError:
        return "Filen kan ikke læses. Læg den op igen.", rules.PICTURE_UNREADABLE


def _fault_in(file: Path, cache: Path | None) -> tuple[str, Rule] | None:
    """Return what `fault_in` does. Raises OSError for a file that cannot be read."""
    if file.stat().st_size > MAX_BYTES:
        return f"Billedet fylder for meget: højst {MAX_BYTES // 1_000_000} MB. Gem det mindre.", rules.PICTURE_SIZE
    if cache is None:
        return _photos().fault_in(file)  # type: ignore[no-any-return]
    fault = None

    def check() -> bytes:
        nonlocal fault
        fault = _photos().fault_in(file)
        return b"fault" if fault else b""

    get_or_make(cache / f"{of_file(file)}-{recipe()}{file.suffix}.fejl", check, unless=bool)
    return fault


def recipe() -> str:
    """Return a digest of the code that makes pictures. It names what is cached, but no address: those last."""
    return of_making("media/pictures", "media/photos", libraries=("pillow",))[:16]


def picture_set(file: Path, cache: Path | None = None) -> PictureSet:
    """Return the files that a picture becomes. None is wider than the original, and the same bytes give the same names.

    `cache` remembers how large the picture is.
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


@lru_cache(maxsize=1_000)
def _size(file: Path, content: str, cache: Path | None) -> tuple[int, int]:
    """Return width and height as the picture should be seen. `content` is the digest of the file."""
    if cache is None:
        return _photos().size(file)  # type: ignore[no-any-return]
    measured = get_or_make(cache / f"{content}-{recipe()}.maal", lambda: b"%d %d" % _photos().size(file))
    width, height = map(int, measured.split())
    return width, height


def content(picture: PictureSet, variant: Variant, cache: Path) -> bytes:
    """Return a variant's bytes: from the cache, or made anew."""
    facts = (picture.file, picture.key, variant.kind, variant.width, variant.height)
    return get_or_make(cache / f"{recipe()}-{variant.name}", lambda: _photos().smaller(*facts))


def _photos() -> ModuleType:
    """Return the module that reads pictures. Loading it takes longer than building a small site, so that waits."""
    from generator.media import photos

    return photos
