"""What a page is before it becomes HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from typing import Any, NamedTuple

from markupsafe import Markup

from generator import urls
from generator.media.pictures import PictureSet
from generator.media.social_card import SocialCard
from generator.model.language import DANISH, Language
from generator.model.occurrences import Occurrence
from generator.pages.values import ShownDocument
from generator.text.compact import compact_json

_NOT_IN_HTML = re.compile("[<>&\x7f-\x9f\ue000-\uf8ff]")


class Crumb(NamedTuple):
    """One step of the breadcrumbs. `url` is None for the page itself."""

    title: str
    url: str | None


CALENDAR = Crumb("Det sker", urls.CALENDAR)
AREAS = Crumb("Lokalområder", urls.AREAS)
GUIDE = Crumb("Ret og tilføj", urls.GUIDE)


class Part(NamedTuple):
    """One of several files that a page is made of: what it is called, and its path."""

    title: str
    source: str


class Fetched(NamedTuple):
    """A file of JSON that a page's script fetches when it begins: inside the page it would be half of what a phone waits for.

    `url` is the path from the site's root, and `content` the file's bytes.
    """

    url: str
    content: bytes

    @classmethod
    def of(cls, url: str, data: Any) -> Fetched:
        """Return the file at `url` with these data."""
        return cls(url, compact_json(data).encode())

    @property
    def address(self) -> str:
        """Return what the page names: it changes with the content, so that no script of today reads a file of yesterday."""
        return f"{self.url}?{sha256(self.content).hexdigest()[:8]}"


class Page(NamedTuple):
    """One page: where it lies, what it is called, the values that its template shows, and the files that it needs.

    `url` is the path from the site's root. `source` is the file that a person edits, or None; `parts` are the files where there is
    more than one. `hidden` pages are for no search engine. `social` is the page's own card for sharing; without one it has the
    site's. `cards` are those that the page itself shows. A page with `leads_to` sends its readers on to that address at once; so
    does one with `moved_to`, the path of the page that stood there before.
    `shared_as` is its title where it is shared, if that says more than `title`.

    `decided_by` is everything that decides the values, besides the address, the title, the programme and the cards of
    `occurrences`; None where the values themselves are the shortest answer. The build uses it to see whether the page is
    current. `danish` is the path of the Danish page that says the same as a page in another language.
    """

    url: str
    template: str
    title: str
    description: str
    values: Mapping[str, Any]
    colour: str = "paper"
    source: str | None = None
    parts: tuple[Part, ...] = ()
    hidden: bool = False
    crumbs: tuple[Crumb, ...] = ()
    social: SocialCard | None = None
    cards: tuple[SocialCard, ...] = ()
    decided_by: tuple[object, ...] | None = None
    occurrences: Sequence[Occurrence] = ()
    pictures: tuple[PictureSet, ...] = ()
    documents: tuple[ShownDocument, ...] = ()
    fetched: tuple[Fetched, ...] = ()
    leads_to: str | None = None
    moved_to: str | None = None
    shared_as: str | None = None
    language: Language = DANISH
    danish: str | None = None

    def own_files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the paths and contents of the files that no other page needs. Raises OSError."""
        yield from ((document.url, document.file.read_bytes()) for document in self.documents)
        yield from self.fetched

    @property
    def home(self) -> Crumb:
        """Return the front page in the page's language."""
        return Crumb(self.language.say("Forside"), urls.front(self.language))

    @property
    def root(self) -> str:
        """Return the relative path from the page to the site's root."""
        return urls.root_from(self.url)

    @property
    def section(self) -> str:
        """Return the path of the menu item that the page belongs to."""
        return urls.section_of(self.url)


class LazyMapping(Mapping[str, Any]):
    """A mapping that is made when its first value is read. The values of a page that is current are never made."""

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

    def forget(self) -> None:
        """Free the values, once the page is written: the months of a large site would fill the memory together."""
        vars(self).pop("_made", None)


class Document(NamedTuple):
    """A Markdown page of content/ after the engine has made HTML of it. `html` is Markup."""

    source: str
    url: str
    title: str
    description: str
    html: Any
    contents: tuple[Mapping[str, str], ...]

    def page(self, url: str, template: str, values: Mapping[str, Any], colour: str, *others: Part) -> Page:
        """Return the page that shows the text of this document, and below it what stands in other files."""
        parts = (Part("Ret teksten øverst", self.source), *others) if others else ()
        return Page(url, template, self.title, self.description, values, colour=colour, source=self.source, parts=parts)


def embedded(data: Any) -> Markup:
    """Return JSON as the content of a script element. No value in it can end the element, and no letter is one HTML forbids."""
    text = compact_json(data)
    return Markup(_NOT_IN_HTML.sub(lambda match: f"\\u{ord(match[0]):04x}", text))  # noqa: S704  no markup is left
