"""Looks into pictures and makes smaller ones of them. `pictures.py` calls on it for what its cache does not have."""

from __future__ import annotations

import warnings
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from generator.problems.rules import files as rules
from generator.problems.rules.rule import Rule

MAX_PIXELS = 50_000_000
MAX_SIDE = 16_000
_READ = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",), "WEBP": (".webp",)}
_WRITTEN: dict[str, dict[str, Any]] = {
    "avif": {"format": "AVIF", "quality": 55, "speed": 6, "max_threads": 1},
    "webp": {"format": "WEBP", "quality": 75, "method": 4},
    "jpg": {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True},
}
_SIDEWAYS = range(5, 9)
_ORIENTATION = 0x0112


def fault_in(file: Path) -> tuple[str, Rule] | None:
    """What is wrong with a picture, in Danish and its kind; None for a good one."""
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(file, formats=list(_READ)) as image:
            kind, (width, height) = _kind(image), image.size
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        return "Filen er ikke et billede, vi kan læse. Gem det som JPEG, PNG eller WebP.", rules.PICTURE_UNREADABLE
    if width * height > MAX_PIXELS:
        return (
            f"Billedet er på {width} × {height} punkter, højst {MAX_PIXELS // 1_000_000} millioner i alt. Gem det mindre.",
            rules.PICTURE_SIZE,
        )
    if max(width, height) > MAX_SIDE:
        return (
            f"Billedet er på {width} × {height} punkter, højst {MAX_SIDE} på en led. Gem det mindre.",
            rules.PICTURE_SIZE,
        )
    if file.suffix not in _READ[kind]:
        return (
            f"Filen er et {kind}-billede, men navnet ender på {file.suffix}. Kald den {file.stem}{_READ[kind][0]}.",
            rules.PICTURE_ENDING,
        )
    try:
        with Image.open(file, formats=list(_READ)) as image:
            image.load()
    except (OSError, ValueError, SyntaxError):
        return "Billedet er gået i stykker undervejs. Læg det op igen.", rules.PICTURE_UNREADABLE
    return None


def _kind(image: Image.Image) -> str:
    """JPEG also for what many phones save: a JPEG with a second picture behind the first (MPO)."""
    return "JPEG" if image.format == "MPO" else str(image.format)


def size(file: Path) -> tuple[int, int]:
    """Width and height as the picture should be seen."""
    with Image.open(file, formats=list(_READ)) as image:
        width, height = image.size
        return (height, width) if image.getexif().get(_ORIENTATION) in _SIDEWAYS else (width, height)


def smaller(file: Path, key: str, kind: str, width: int, height: int) -> bytes:
    """A picture in another size and kind (`avif`, `webp` or `jpg`). `key` tells the contents of one file apart."""
    small = _upright(file, key).resize((width, height), Image.Resampling.LANCZOS)
    out = BytesIO()
    small.save(out, **_WRITTEN[kind])
    return out.getvalue()


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
