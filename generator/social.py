"""The card that is shown when a page is shared: title, date, place and picture or dot. `social_drawing` draws it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.dots import Dot
from generator.fingerprints import of_file, of_making


@dataclass(frozen=True, slots=True)
class SocialCard:
    """What stands on a card. `mark` is "Eksempel" or None, `photo` the original of a picture.

    `ground` is one of the design's fields: `--yellow`.
    """

    title: str
    lines: tuple[str, ...]
    mark: str | None
    dot: Dot
    photo: Path | None
    ground: str

    @property
    def key(self) -> str:
        """A hash of all that decides how the card looks, but the theme."""
        drawn_by = of_making("social", "social_drawing", "artwork", libraries=("pillow", "resvg-py"))
        photo = of_file(self.photo) if self.photo else ""
        told = (drawn_by, self.title, *self.lines, self.mark, self.dot.form, self.dot.colours, photo, self.ground)
        return sha256(repr(told).encode()).hexdigest()[:10]
