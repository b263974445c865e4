"""Reads pictures and makes smaller ones of them. `pictures` calls on it for what its cache does not have.

One function, `upright`, reads every picture: for the check, for the sizes of a page and for a card. What it has read once has only
plain colours left, so nothing that a file holds can stop a build after the check.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image, ImageCms, UnidentifiedImageError

from generator.problems.problem import RefusedError
from generator.problems.rules import files as rules
from generator.problems.rules.rule import Rule

MAX_PIXELS = {"JPEG": 50_000_000, "PNG": 50_000_000, "WEBP": 25_000_000}
"""The largest picture of a phone has 48 million. A WebP is unpacked three times over, and no phone takes pictures as WebP."""
MAX_SIDE = 16_000
"""Pixels: the widest panorama of a phone; WebP holds no more."""
_ENOUGH = 3_200
"""Pixels of width from which every smaller picture is made: twice the widest, so that it is as sharp as from the original."""
LONGEST_SENT = 2_500
"""Pixels on the longest side of a picture that was sent to us."""
_STRIP = 4_000_000
"""Pixels that are turned into plain colours at a time."""
_READ = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",), "WEBP": (".webp",)}
# AVIF at speed 7 takes half of the time of speed 6 and 0 to 5 % more bytes; speed 8 takes a third, and up to 15 % more.
_WRITTEN: dict[str, dict[str, Any]] = {
    "avif": {"format": "AVIF", "quality": 55, "speed": 7, "max_threads": 1},
    "jpg": {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True},
}
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What sets a picture upright, by its EXIF orientation (TIFF 6, tag 274)."""
_SIDEWAYS = range(5, 9)
_SPACES = {"L": "GRAY", "RGB": "RGB ", "CMYK": "CMYK"}
"""What a profile must say of itself to be about the colours of such a picture."""


def fault_in(file: Path) -> tuple[str, Rule] | None:
    """Return what is wrong with a picture, in Danish, and its rule; None for a picture that all can be made from."""
    try:
        upright(file)
    except RefusedError as error:
        return str(error), error.rule
    return None


def size(file: Path) -> tuple[int, int]:
    """Return width and height as the picture should be seen. Raises RefusedError for what is no picture."""
    with _opened(file) as image:
        width, height = image.size
        return (height, width) if _orientation(image) in _SIDEWAYS else (width, height)


def smaller(file: Path, key: str, kind: str, width: int, height: int) -> bytes:
    """Return a picture in another size and kind (`avif` or `jpg`). `key` tells the contents of one file apart."""
    small = _upright(file, key).resize((width, height), Image.Resampling.LANCZOS)
    out = BytesIO()
    small.save(out, **_WRITTEN[kind])
    return out.getvalue()


def plain_jpeg(content: bytes) -> bytes:
    """Return a picture that somebody sent as a JPEG: upright, in sRGB, at most `LONGEST_SENT` pixels long, without metadata.

    Raises RefusedError for what is no picture, or one too large to be unpacked.
    """
    with TemporaryDirectory() as folder:
        file = Path(folder, "billede" + _suffix(content))
        file.write_bytes(content)
        image = upright(file)
    image.thumbnail((LONGEST_SENT, LONGEST_SENT), Image.Resampling.LANCZOS)
    out = BytesIO()
    image.save(out, **{**_WRITTEN["jpg"], "quality": 88})
    return out.getvalue()


def _suffix(content: bytes) -> str:
    """Return the ending of a picture's name by how its content begins; `.jpg` where Pillow is to find out what it is."""
    if content.startswith(b"\x89PNG"):
        return ".png"
    return ".webp" if content[:4] == b"RIFF" and content[8:12] == b"WEBP" else ".jpg"


def upright(file: Path) -> Image.Image:
    """Return the picture as it should be seen: turned, in sRGB, on white where it was transparent, without metadata.

    It is smaller than the original where that is much wider than any page needs. Raises RefusedError with what is wrong.
    """
    with _opened(file) as image:
        orientation, profile, original = _orientation(image), image.info.get("icc_profile"), image.width
        factor = max(1, (image.height if orientation in _SIDEWAYS else image.width) // _ENOUGH)
        image.draft(None, (-(-image.width // factor), -(-image.height // factor)))
        plain = _reduced(image, max(1, factor * image.width // original))
        image.close()  # its pixels may take 200 MB
        plain = _in_srgb(plain, profile)
        plain = plain.transpose(_TURNS[orientation]) if orientation in _TURNS else plain
    plain.info = {}
    return plain


@lru_cache(maxsize=1)
def _upright(file: Path, key: str) -> Image.Image:
    del key
    return upright(file)


@contextmanager
def _opened(file: Path) -> Iterator[Image.Image]:
    """Open a picture of a kind and size that can be shown. Raises RefusedError for any other, and for whatever goes wrong then."""
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(file, formats=list(_READ)) as image:
            _refuse_unfit(file, image)
            yield image
    except RefusedError:
        raise
    except Image.DecompressionBombError:
        message = f"Billedet har for mange punkter: højst {max(MAX_PIXELS.values()) // 1_000_000} millioner i alt. Gem det mindre."
        raise RefusedError(rules.PICTURE_SIZE, message) from None
    except UnidentifiedImageError:
        message = "Filen er ikke et billede, vi kan læse. Gem det som JPEG, PNG eller WebP."
        raise RefusedError(rules.PICTURE_UNREADABLE, message) from None
    except Exception:  # Pillow raises whatever its readers stumble over: struct.error, KeyError, OverflowError, MemoryError, …
        message = "Billedet er gået i stykker undervejs. Læg det op igen, eller gem det på ny."
        raise RefusedError(rules.PICTURE_UNREADABLE, message) from None


def _refuse_unfit(file: Path, image: Image.Image) -> None:
    """Raise RefusedError for a picture that is too large to be unpacked, or whose name says another kind; nothing is unpacked."""
    kind, (width, height) = _kind(image), image.size
    points = f"Billedet er på {width} × {height} punkter"
    if width * height > MAX_PIXELS[kind]:
        message = f"{points}, højst {MAX_PIXELS[kind] // 1_000_000} millioner i alt. Gem det mindre."
        raise RefusedError(rules.PICTURE_SIZE, message)
    if max(width, height) > MAX_SIDE:
        raise RefusedError(rules.PICTURE_SIZE, f"{points}, højst {MAX_SIDE} på en led. Gem det mindre.")
    if file.suffix not in _READ[kind]:
        message = f"Filen er et {kind}-billede, men navnet ender på {file.suffix}. Kald den {file.stem}{_READ[kind][0]}."
        raise RefusedError(rules.PICTURE_ENDING, message)


def _kind(image: Image.Image) -> str:
    """Return the format; JPEG also for what many phones save: a JPEG with a second picture behind the first (MPO)."""
    return "JPEG" if image.format == "MPO" else str(image.format)


def _orientation(image: Image.Image) -> int:
    """Return how the picture lies in its file; 1, upright, where that cannot be read: then it is shown as it lies."""
    try:
        found = image.getexif().get(_ORIENTATION)
    except Exception:
        return 1
    return found if isinstance(found, int) else 1


def _reduced(image: Image.Image, factor: int) -> Image.Image:
    """Return the picture in plain colours (L, RGB or CMYK), `factor` times smaller.

    It is done strip by strip, because a second picture of the same size would double the memory.
    """
    image.load()
    if factor == 1 and image.mode in _SPACES and "transparency" not in image.info:
        return image.copy()
    rows = max(1, _STRIP // image.width // factor) * factor
    mode = _plain(image.crop((0, 0, 1, 1))).mode
    reduced = Image.new(mode, (-(-image.width // factor), -(-image.height // factor)))
    for top in range(0, image.height, rows):
        strip = image.crop((0, top, image.width, min(top + rows, image.height)))
        reduced.paste(_plain(strip).reduce(factor), (0, top // factor))
    return reduced


def _plain(strip: Image.Image) -> Image.Image:
    """Return a picture in L, RGB or CMYK, on white where it was transparent."""
    if strip.mode.startswith("I"):
        strip = strip.point(lambda value: value * (1 / 256)).convert("L")
    if "transparency" in strip.info or strip.mode in ("RGBA", "LA", "PA"):
        seen = strip.convert("RGBA")
        strip = Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen)
    return strip if strip.mode in _SPACES else strip.convert("L" if strip.mode == "1" else "RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return a picture in sRGB, through its profile where that is sound and about such colours."""
    with suppress(Exception):  # with a broken profile, the colours are shown as they are without one
        own = ImageCms.ImageCmsProfile(BytesIO(profile or b""))
        if own.profile.xcolor_space == _SPACES[image.mode]:
            return ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode="RGB") or image
    return image if image.mode == "RGB" else image.convert("RGB")
