"""Files that several parts of the site may need: pictures, and cards for sharing. Each is made once in a build, if at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator import pictures, urls
from generator.kept import kept_or_made
from generator.pictures import PictureSet
from generator.social import SocialCard
from generator.tree import File


@dataclass(frozen=True, slots=True)
class Shared:
    """`cache` is the folder that keeps them, `look` changes when the theme does.

    `holds` tells, by a file's path and the look, whether it is in the site already.
    """

    cache: Path
    theme: Path
    look: str
    holds: Callable[[str, str], bool]

    def there(self, paths: Iterable[str]) -> bool:
        """Whether all of these are in the site."""
        return all(self.holds(path, self.look) for path in paths)

    def pictures(self, met: Iterable[PictureSet]) -> Iterator[File]:
        """The files of pictures. The names hold a hash of the original."""
        for picture in met:
            for variant in picture.variants:
                path = urls.picture(variant.name)
                if not self.holds(path, self.look):
                    yield File(path, pictures.content(picture, variant, self.cache), path, self.look)

    def cards(self, cards: Iterable[SocialCard]) -> Iterator[File]:
        """Cards for sharing. The names hold a hash of what stands on them."""
        for card in sorted(cards, key=lambda card: card.key):
            path = urls.social(card.key)
            if not self.holds(path, self.look):
                kept = self.cache / f"{card.key}-{self.look}.jpg"
                yield File(path, kept_or_made(kept, partial(_drawn, card, self.theme)), path, self.look)


def _drawn(card: SocialCard, theme: Path) -> bytes:
    """Drawing is loaded when a card is missing: that takes longer than a small site."""
    from generator.social_drawing import draw

    return draw(card, theme)
