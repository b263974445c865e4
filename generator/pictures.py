"""Makes a small, safe picture of a large one: upright, without metadata, JPEG."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

MAX_SIDE = 1600
MAX_PIXELS = 50_000_000
MAX_BYTES = 20_000_000
_FORMATS = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",), "WEBP": (".webp",)}


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture ready to publish. `name` holds a hash of the content, so that it can be cached for ever."""

    name: str
    content: bytes
    width: int
    height: int


def fault_in(file: Path) -> str | None:
    """What is wrong with a picture, in Danish, found without unpacking it; None for a good one."""
    if file.stat().st_size > MAX_BYTES:
        return f"Billedet fylder for meget: højst {MAX_BYTES // 1_000_000} MB."
    try:
        with Image.open(file, formats=list(_FORMATS)) as image:
            kind, (width, height) = str(image.format), image.size
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError):
        return "Filen er ikke et billede, vi kan læse. Gem det som JPEG, PNG eller WebP."
    if width * height > MAX_PIXELS:
        return f"Billedet er for stort: {width} × {height} punkter, højst {MAX_PIXELS // 1_000_000} millioner i alt."
    if file.suffix not in _FORMATS[kind]:
        return f"Filen er et {kind}-billede, men navnet ender på {file.suffix}. Kald den {file.stem}{_FORMATS[kind][0]}."
    return None


def small_picture(file: Path) -> PictureFile:
    """The picture, at most 1600 pixels on its longer side. The same bytes give the same result."""
    return _small(file.read_bytes(), file.stem)


@lru_cache(maxsize=64)
def _small(content: bytes, stem: str) -> PictureFile:
    with Image.open(BytesIO(content), formats=list(_FORMATS)) as image:
        upright = ImageOps.exif_transpose(image).convert("RGB")
    upright.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    plain = Image.new("RGB", upright.size)
    plain.paste(upright)
    out = BytesIO()
    plain.save(out, "JPEG", quality=80, optimize=True, progressive=True)
    name = f"{stem}.{sha256(content).hexdigest()[:10]}.jpg"
    return PictureFile(name, out.getvalue(), *upright.size)
