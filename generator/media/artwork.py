"""Draws the areas' dots as pictures, from the theme's own drawings and colours."""

from __future__ import annotations

import re
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import resvg_py
from PIL import Image, ImageDraw

from generator.media.colours import colour
from generator.media.dots import Dot

_SYMBOL = r'<symbol id="{}" viewBox="0 0 100 100">(.*?)</symbol>'
_VARIABLE = re.compile(r"var\((--[a-z0-9-]+)\)")
_SMOOTHING = 4


@lru_cache(maxsize=1)
def _drawings(theme: Path) -> tuple[str, str]:
    """Return the sprite and the palettes."""
    return (theme / "assets/dots.svg").read_text("utf-8"), (theme / "css/dot.css").read_text("utf-8")


@lru_cache(maxsize=16)
def dot_picture(theme: Path, dot: Dot, size: int) -> Image.Image:
    """Return a dot as a round RGBA picture of `size` pixels. Raises ValueError for one that the theme does not draw."""
    sprite, palettes = _drawings(theme)
    symbol = re.search(_SYMBOL.format(dot.form), sprite, re.DOTALL)
    palette = re.search(rf"\.{dot.colours}\{{(.*?)\}}", palettes)
    if symbol is None or palette is None:
        raise ValueError(f"{dot} is not drawn in the theme")
    own = {name: colour(theme, token) for name, token in re.findall(r"(--e\d):var\((--[a-z-]+)\)", palette[1])}
    drawing = _VARIABLE.sub(lambda match: own.get(match[1]) or colour(theme, match[1]), symbol[1])
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{drawing}</svg>'
    square = Image.open(BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg, width=size, height=size, skip_system_fonts=True))))
    picture = square.convert("RGBA")
    picture.putalpha(_round_mask(size))
    return picture


@lru_cache(maxsize=4)
def _round_mask(size: int) -> Image.Image:
    large = size * _SMOOTHING
    mask = Image.new("L", (large, large))
    ImageDraw.Draw(mask).ellipse((0, 0, large - 1, large - 1), fill=255)
    return mask.resize((size, size), Image.Resampling.LANCZOS)
