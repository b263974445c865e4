"""The pictures of a report, each with its credit and what was said of consent. One without an agreement is listed, and left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.evaluation.blocks import Image
from generator.media import pictures
from generator.model.consent import Consent
from generator.model.measures import NOT_SAID
from generator.model.values import Picture
from generator.pages.context import SiteContext

_WIDTH = 960


@dataclass(frozen=True, slots=True)
class Listed:
    """One picture of the list: its file in the pack (empty where it is left out), where it is from, and what was said of it."""

    file: str
    original: str
    source: str
    alt: str
    credit: str
    consent: str
    used: bool


@dataclass
class Pictures:
    """Make the pictures of a report and remember which they are. `cache` holds what was made before."""

    context: SiteContext
    cache: Path
    listed: list[Listed] = field(default_factory=list)
    contents: dict[str, bytes] = field(default_factory=dict)

    def images(self, owner: str, several: Iterable[Picture | None], source: str) -> Iterator[Image]:
        """Yield those pictures of an owner that may be shown. `source` is the file that names them."""
        yield from filter(None, (self._image(owner, picture, source) for picture in several))

    def _image(self, owner: str, picture: Picture | None, source: str) -> Image | None:
        """Return a picture of an owner for the document; None where there is none, or no agreement."""
        original = self.context.photo(owner, picture)
        if picture is None or original is None:
            return None
        consent = _consent(picture)
        used = consent in _AGREED
        made = pictures.picture_set(original, self.cache)
        variant = next((each for each in reversed(made.of_kind("jpg")) if each.width <= _WIDTH), made.of_kind("jpg")[0])
        name = f"billeder/{variant.name}" if used else ""
        path = original.relative_to(self.context.root).as_posix()
        self.listed.append(Listed(name, path, source, picture.alt or "", picture.credit, consent, used))
        if not used:
            return None
        content = self.contents.setdefault(name, pictures.content(made, variant, self.cache))
        caption = ". ".join(filter(None, (picture.caption, f"Foto: {picture.credit}")))
        return Image(content, picture.alt or "", caption)


_AGREED = {Consent.YES.value, Consent.PARENTS.value, Consent.NOBODY.value}


def _consent(picture: Picture) -> str:
    """Return what was said of consent, as the site's files say it; `ikke oplyst` where nothing was."""
    said = picture.consent
    return said.value if isinstance(said, Consent) else Consent.YES.value if said else NOT_SAID
