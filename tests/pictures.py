"""Pictures that tests make."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image


def picture(size: tuple[int, int] = (400, 300), color: str = "teal", kind: str = "JPEG", **how: Any) -> bytes:
    """Return a picture of one colour, as a file of the kind."""
    out = BytesIO()
    Image.new("RGB", size, color).save(out, kind, **how)
    return out.getvalue()
