"""What a page is before it is HTML: where it lies, what it is called, and the values its template gets."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup

from generator import urls
from generator.media.pictures import PictureSet
from generator.media.social_card import SocialCard
from generator.model.occurrences import Occurrence
from generator.pages.values import ShownDocument


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step on the way to a page. `url` is None for the page itself."""

    title: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `url` is its path from the site's root; `source` the file that a person edits, or None.

    `social` is its own card for sharing, None for the site's. `decided_by` is all that decides its values, besides its address,
    its title, what the programme says of itself and the cards of `occurrences`, where that is less than the values are.
    """

    url: str
    template: str
    title: str
    description: str
    values: Mapping[str, Any]
    colour: str = "paper"
    source: str | None = None
    hidden: bool = False
    crumbs: tuple[Crumb, ...] = ()
    social: SocialCard | None = None
    decided_by: tuple[object, ...] | None = None
    occurrences: Sequence[Occurrence] = ()
    pictures: tuple[PictureSet, ...] = ()
    documents: tuple[ShownDocument, ...] = ()

    @property
    def root(self) -> str:
        return urls.root_from(self.url)

    @property
    def section(self) -> str:
        return urls.section_of(self.url)


class LazyMapping(Mapping[str, Any]):
    """Values that are made when the first of them is asked for: of a page that is there already, none is."""

    def __init__(self, make: Callable[[], Mapping[str, Any]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Mapping[str, Any]:
        return self._make()

    def __getitem__(self, name: str) -> Any:
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown page of content/ after the engine has made HTML of it. `html` is Markup."""

    source: str
    url: str
    title: str
    description: str
    html: Any
    contents: tuple[Mapping[str, str], ...]


def embedded(data: Any) -> Markup:
    """JSON as the content of a script element, which it cannot end."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # noqa: S704  no markup is left
