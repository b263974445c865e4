"""The card that is shown when a page is shared: title, date, place and picture or dot. `social_drawing` draws it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Literal, NamedTuple

from generator.cache.fingerprints import of_file, of_making
from generator.media.dots import Dot

EXAMPLE_MARK = "Eksempel"
"""What stands on the card of what is invented."""


class SocialCard(NamedTuple):
    """What stands on a card. `mark` is EXAMPLE_MARK or None, `photo` the original of a picture.

    `ground` is one of the design's fields: `--yellow`. `kind` says how the title is set: a number as large as it can be, a quote
    so that all of it is there.
    """

    title: str
    lines: tuple[str, ...]
    mark: str | None
    dot: Dot
    photo: Path | None
    ground: str
    kind: Literal["page", "number", "quote"] = "page"

    @property
    def words(self) -> str:
        """Return what stands on the card, for those who do not see it."""
        return ". ".join(said.removesuffix(".") for said in (self.title, *self.lines, self.mark) if said)

    @property
    def key(self) -> str:
        """Return a digest of all that stands on the card. It is part of the address of the card."""
        photo = of_file(self.photo) if self.photo else ""
        kind = () if self.kind == "page" else (self.kind,)
        shown = (self.title, *self.lines, self.mark, self.dot.form, self.dot.colours, photo, self.ground, *kind)
        return sha256(repr(shown).encode()).hexdigest()[:10]


def recipe() -> str:
    """Return a digest of the code that draws cards. It names what is cached, but no address: those last."""
    modules = ("social_card", "social_drawing", "drawable", "artwork", "colours", "photos")
    return of_making(*(f"media/{module}" for module in modules), libraries=("pillow", "resvg-py"))[:16]
