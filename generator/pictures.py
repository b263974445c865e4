"""Makes small, safe pictures of a large one: upright, in sRGB, without metadata, in three widths as AVIF, WebP and JPEG.

The bytes are made when they are written, and kept in a cache by the content of the original; a cache that is gone or
broken only costs time.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from generator.kinds import files as kinds
from generator.kinds.kind import Kind

WIDTHS = (480, 960, 1600)
MAX_PIXELS = 50_000_000
MAX_SIDE = 16_000
MAX_BYTES = 20_000_000
KEPT_PICTURES = ".cache/pictures"
"""The cache's place in the project."""
_VERSION = "1"
_READ = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",), "WEBP": (".webp",)}
_WRITTEN: dict[str, dict[str, Any]] = {
    "avif": {"format": "AVIF", "quality": 55, "speed": 6, "max_threads": 1},
    "webp": {"format": "WEBP", "quality": 75, "method": 4},
    "jpg": {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True},
}
_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
_SIDEWAYS = range(5, 9)
_ORIENTATION = 0x0112


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


def fault_in(file: Path, cache: Path | None = None) -> tuple[str, Kind] | None:
    """What is wrong with a picture, in Danish and its kind.

    None for a good one, which `cache` remembers, because it had to be unpacked.
    """
    if file.stat().st_size > MAX_BYTES:
        return f"Billedet fylder for meget: højst {MAX_BYTES // 1_000_000} MB. Gem det mindre.", kinds.PICTURE_SIZE
    if cache is None:
        return _fault_in(file)
    fault = None

    def look() -> bytes:
        nonlocal fault
        fault = _fault_in(file)
        return b"fault" if fault else b""

    kept_or_made(cache / f"{content_key(file)}{file.suffix}.fejl", look, unless=bool)
    return fault


def _fault_in(file: Path) -> tuple[str, Kind] | None:
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(file, formats=list(_READ)) as image:
            kind, (width, height) = _kind(image), image.size
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        return "Filen er ikke et billede, vi kan læse. Gem det som JPEG, PNG eller WebP.", kinds.PICTURE_UNREADABLE
    if width * height > MAX_PIXELS:
        return (
            f"Billedet er på {width} × {height} punkter, højst {MAX_PIXELS // 1_000_000} millioner i alt. Gem det mindre.",
            kinds.PICTURE_SIZE,
        )
    if max(width, height) > MAX_SIDE:
        return (
            f"Billedet er på {width} × {height} punkter, højst {MAX_SIDE} på en led. Gem det mindre.",
            kinds.PICTURE_SIZE,
        )
    if file.suffix not in _READ[kind]:
        return (
            f"Filen er et {kind}-billede, men navnet ender på {file.suffix}. Kald den {file.stem}{_READ[kind][0]}.",
            kinds.PICTURE_ENDING,
        )
    try:
        with Image.open(file, formats=list(_READ)) as image:
            image.load()
    except (OSError, ValueError, SyntaxError):
        return "Billedet er gået i stykker undervejs. Læg det op igen.", kinds.PICTURE_UNREADABLE
    return None


def content_key(file: Path) -> str:
    """A hash of a picture's bytes, read once while the file is as it was."""
    found = file.stat()
    return _content_key(file, found.st_mtime_ns, found.st_size, found.st_ino)


@lru_cache(maxsize=10_000)
def _content_key(file: Path, *stamp: int) -> str:
    del stamp
    return sha256(_VERSION.encode() + file.read_bytes()).hexdigest()


def _kind(image: Image.Image) -> str:
    """JPEG also for what many phones save: a JPEG with a second picture behind the first (MPO)."""
    return "JPEG" if image.format == "MPO" else str(image.format)


def picture_set(file: Path) -> PictureSet:
    """The files that a picture becomes. No wider than the original; the same bytes give the same names."""
    key = content_key(file)[:10]
    width, height = _size(file, key)
    widths = sorted({min(wanted, width) for wanted in WIDTHS})
    return PictureSet(
        file,
        key,
        tuple(
            Variant(f"{file.stem}.{key}-{each}.{kind}", kind, each, max(1, round(height * each / width)))
            for kind in _WRITTEN
            for each in widths
        ),
    )


@lru_cache(maxsize=10_000)
def _size(file: Path, key: str) -> tuple[int, int]:
    """Width and height as the picture should be seen. `key` tells its contents apart."""
    del key
    with Image.open(file, formats=list(_READ)) as image:
        width, height = image.size
        return (height, width) if image.getexif().get(_ORIENTATION) in _SIDEWAYS else (width, height)


def files(picture: PictureSet, cache: Path) -> Iterator[tuple[str, bytes]]:
    """Each variant's name and bytes, from the cache where they are there and whole."""
    for variant in picture.variants:
        make = partial(_variant, picture, variant)
        yield variant.name, kept_or_made(cache / variant.name, make)


def kept_or_made(kept: Path, make: Callable[[], bytes], unless: Callable[[bytes], bool] = lambda content: False) -> bytes:
    """What the cache has in the file `kept`, else what `make` makes, which is kept unless `unless` says no."""
    content = _kept(kept)
    if content is None:
        content = make()
        if not unless(content):
            _keep(kept, content)
    return content


def _variant(picture: PictureSet, variant: Variant) -> bytes:
    return _encoded(_upright(picture.file, picture.key), variant)


@lru_cache(maxsize=1)
def _upright(file: Path, key: str) -> Image.Image:
    """The picture as it should be seen: turned, in sRGB, on white where it was transparent, without metadata.

    `key` tells its contents apart.
    """
    del key
    with Image.open(file, formats=list(_READ)) as image:
        profile = image.info.get("icc_profile")
        turned = ImageOps.exif_transpose(image)
        if turned.mode.startswith("I"):
            turned = turned.point(lambda value: value * (1 / 256)).convert("L")
        if "transparency" in turned.info or turned.mode in ("RGBA", "LA", "PA"):
            seen = turned.convert("RGBA")
            ground = Image.new("RGBA", seen.size, "white")
            turned = Image.alpha_composite(ground, seen)
        plain = _in_srgb(turned.convert("RGB"), profile) if turned.mode != "CMYK" else turned.convert("RGB")
    clean = Image.new("RGB", plain.size)
    clean.paste(plain)
    return clean


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if not profile:
        return image
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode="RGB") or image
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image


def _encoded(image: Image.Image, variant: Variant) -> bytes:
    small = image.resize((variant.width, variant.height), Image.Resampling.LANCZOS)
    out = BytesIO()
    small.save(out, **_WRITTEN[variant.kind])
    return out.getvalue()


def _kept(file: Path) -> bytes | None:
    """What the cache has, without the checksum in front; None when it is not there or not whole."""
    try:
        stored = file.read_bytes()
    except OSError:
        return None
    checksum, content = stored[:32], stored[32:]
    return content if checksum == sha256(content).digest() else None


def _keep(file: Path, content: bytes) -> None:
    """Stores a file in one step. A cache that cannot be written is none."""
    part = file.with_suffix(file.suffix + ".part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(sha256(content).digest() + content)
        part.replace(file)
    except OSError:
        part.unlink(missing_ok=True)
