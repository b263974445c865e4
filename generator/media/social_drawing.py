"""Draws the card that is shown when a page is shared: 1200 × 630."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, ImageOps

from generator.media.artwork import dot_picture
from generator.media.colours import colour
from generator.media.drawable import drawable
from generator.media.photos import upright
from generator.media.social_card import SocialCard

SIZE = (1200, 630)
_EDGE = 64
_TEXT_WIDTH = 660
_TITLE_SIZES = {
    "page": (104, 92, 80, 68, 58, 50),
    "number": (330, 280, 240, 200, 170, 140, 104),
    "quote": (68, 58, 50, 44, 38, 34, 30),
}
_LINE_SIZES = (36, 33, 30, 28)
_TITLE_TOP = 120


def draw(card: SocialCard, theme: Path) -> bytes:
    """Return the card as the bytes of a JPEG file."""
    card = _drawable(card, theme)
    ink = colour(theme, card.ground.replace("--", "--on-"))
    image = Image.new("RGB", SIZE, colour(theme, card.ground))
    _art(image, card, theme)
    pen = ImageDraw.Draw(image)
    name = _display(theme, 44)
    pen.text((_EDGE, 48), "Kulturpunkt", fill=ink, font=name)
    left = _EDGE + pen.textlength("Kulturpunkt", font=name) + 4
    pen.ellipse((left, 78, left + 15, 93), fill=colour(theme, "--dot-red"))
    small = _small(card, theme)
    below = card.lines if card.kind == "page" else [part for line in card.lines for part in _wrapped(line, small)]
    bottom = SIZE[1] - _EDGE - len(below) * 46 - (48 if card.mark else 0)
    font, lines = _fitted(card, theme, bottom - 28 - _TITLE_TOP)
    height = round(font.size * 0.98)
    top = bottom - 28 - height * len(lines)
    for place, line in enumerate(lines):
        pen.text((_EDGE, top + place * height), line, fill=ink, font=font)
    for place, line in enumerate(below):
        pen.text((_EDGE, bottom + place * 46), _cut(line, small, _TEXT_WIDTH), fill=ink, font=small)
    if card.mark:
        place = SIZE[1] - _EDGE - 38
        wide = pen.textlength(card.mark, font=_body(theme, 28))
        pen.rectangle((_EDGE, place, _EDGE + wide + 24, place + 42), outline=ink, width=2)
        pen.text((_EDGE + 12, place + 3), card.mark, fill=ink, font=_body(theme, 28))
    out = BytesIO()
    image.save(out, "JPEG", quality=84, optimize=True)
    return out.getvalue()


def _drawable(card: SocialCard, theme: Path) -> SocialCard:
    """Return a card with what its typefaces can draw. Where that is nothing of a title, the line below takes its place."""
    title = drawable(card.title, _display(theme, 44))
    lines = tuple(shown for line in card.lines if (shown := drawable(line, _body(theme, 36))) or not line)
    if card.title and not title and lines:
        title, lines = lines[0], lines[1:]
    return card._replace(title=title, lines=lines)


def _small(card: SocialCard, theme: Path) -> ImageFont.FreeTypeFont:
    """Return the largest font in which each line of a page's card fits: a time that is cut says another one."""
    sizes = _LINE_SIZES if card.kind == "page" else _LINE_SIZES[:1]
    fonts = [_body(theme, size) for size in sizes]
    return next((font for font in fonts if all(font.getlength(line) <= _TEXT_WIDTH for line in card.lines)), fonts[-1])


def _art(image: Image.Image, card: SocialCard, theme: Path) -> None:
    """Draw the picture in a great circle that runs off the right edge; the dot where there is no picture."""
    diameter = 640
    place = (SIZE[0] - 460, (SIZE[1] - diameter) // 2)
    art = dot_picture(theme, card.dot, diameter)
    if card.photo:
        photo = ImageOps.fit(upright(card.photo), (diameter, diameter), Image.Resampling.LANCZOS)
        photo.putalpha(art.getchannel("A"))
        art = photo
    image.paste(art, place, art)


def _fitted(card: SocialCard, theme: Path, height: int) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """Return the largest font in which a title fits, and its lines. A title that does not fit in the smallest is cut."""
    title = card.title
    *sizes, smallest = _TITLE_SIZES[card.kind]
    for size in sizes:
        font = _display(theme, size)
        lines = _wrapped(title, font)
        if len(lines) * size <= height and all(font.getlength(line) <= _TEXT_WIDTH for line in lines):
            return font, lines
    font = _display(theme, smallest)
    lines, room = _wrapped(title, font), height // smallest
    if len(lines) > room:
        lines[room - 1 :] = [" ".join(lines[room - 1 :])]
    return font, [_cut(line, font, _TEXT_WIDTH) for line in lines]


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in text.split():
        wider = f"{lines[-1]} {word}".strip()
        if font.getlength(wider) <= _TEXT_WIDTH or not lines[-1]:
            lines[-1] = wider
        else:
            lines.append(word)
    return lines


def _cut(text: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    """Return a text that is no wider than `width` pixels, with `…` where something is missing."""
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(text + "…") > width:
        text = text[:-1].rstrip()
    return text + "…"


@lru_cache(maxsize=16)
def _display(theme: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(theme / "fonts/bricolage-800.woff2", size)


@lru_cache(maxsize=16)
def _body(theme: Path, size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(theme / "fonts/punkt-sans-400-700.woff2", size)
    font.set_variation_by_axes([600])
    return font
