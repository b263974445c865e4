"""Files that several owners may need: pictures, and cards for sharing. A build makes each of them once, if at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator import urls
from generator.build.writer import File
from generator.cache.store import get_or_make
from generator.media import pictures, social_card
from generator.media.pictures import PictureSet
from generator.media.social_card import SocialCard


@dataclass(frozen=True, slots=True)
class SharedFiles:
    """Make pictures and cards that are not in the site yet.

    `cache` is the folder that caches them, and `look` a digest of the theme's drawings. `is_current(path, key)` tells whether
    the site has the file at `path` as `key` decides it.
    """

    cache: Path
    theme: Path
    look: str
    is_current: Callable[[str, str], bool]

    def has_all(self, paths: Iterable[str]) -> bool:
        """Return whether the site has all of these files as this code and theme make them."""
        return all(self.is_current(path, self._key(path)) for path in paths)

    def pictures(self, found: Iterable[PictureSet]) -> Iterator[File]:
        """Yield the missing files of pictures. Their names hold a digest of the original."""
        for picture in found:
            for variant in picture.variants:
                path = urls.picture(variant.name)
                if not self.is_current(path, self._key(path)):
                    yield File(path, pictures.content(picture, variant, self.cache), path, self._key(path))

    def cards(self, cards: Iterable[SocialCard]) -> Iterator[File]:
        """Yield the missing cards for sharing. Their names hold a digest of what stands on them."""
        for card in sorted(cards, key=lambda card: card.key):
            path = urls.social(card.key)
            if not self.is_current(path, self._key(path)):
                cached = self.cache / f"{card.key}-{self._key(path)}.jpg"
                yield File(path, get_or_make(cached, partial(_drawn, card, self.theme)), path, self._key(path))

    def _key(self, path: str) -> str:
        """Return a digest of the code, and for a card of the theme, that makes a file."""
        return f"{self.look}-{social_card.recipe()}" if path.startswith(urls.SOCIAL_CARDS) else pictures.recipe()


def _drawn(card: SocialCard, theme: Path) -> bytes:
    from generator.media.social_drawing import draw  # only when a card is missing: loading it takes longer than a small site

    return draw(card, theme)
