"""The Markdown pages of content/, which the engine reads: what they may link to, and what is put in for names and dead links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin

from generator import paths, urls
from generator.addresses.moves import moved_paths
from generator.addresses.site import MADE, Addresses
from generator.content.languages import lost_pages
from generator.model.folders import PROGRAMME
from generator.model.named_values import filled, in_language
from generator.pages.context import SiteContext

_NAME = re.compile(r"[a-z0-9-]+")
_LINK = re.compile(r"""<a\b[^>]*?\bhref="(?P<address>[^"]*)"[^>]*>(?P<text>.*?)</a>""", re.DOTALL)

_FROM_ROOT = re.compile(r"\]\(\s*<?/([^)\s>?#]*)|href\s*=\s*[\"']/([^\"'?#]*)|^ {0,3}\[[^\]]+\]:\s*<?/([^\s>?#]*)", re.MULTILINE)
_PICTURE = re.compile(r"""<img\b[^>]*?\bsrc="(?P<address>[^"]*)"[^>]*>""")


@dataclass(frozen=True)
class ContentPages:
    """What is asked of the pages of content/ below `root`, for the content of one build."""

    root: Path
    context: SiteContext

    def filled(self, text: str, source: str) -> str:
        """Return a text of a page of content/ with its named values, as the language of the page says them. `source` is the path of
        its file below content/."""
        site = self.context.site
        language = next((each for each in site.languages if source.startswith(f"{each.code}/")), None)
        return filled(text, in_language(site.values, site.programme, language) if language and site.values else site.values)

    def lasting_addresses(self) -> Iterator[str]:
        """Yield what Markdown of content/ may link to, besides its own pages."""
        made = MADE - {urls.FRONT}
        yield from made
        yield from self.lasting
        yield from self.lost
        moved = moved_paths(self.context.site)
        yield from moved - self.lasting - self.lost
        yield from self.linked - made - self.lasting - self.lost - moved

    def led_to(self) -> Iterator[str]:
        """Yield the pages of content/, by their paths below it, that every page leads to: each is there even without its file."""
        yield from (path.removeprefix("content/") for path in paths.LED_TO)

    @cached_property
    def lost(self) -> frozenset[str]:
        """Return the addresses of pages in languages whose words cannot be read: they have no page."""
        return frozenset(lost_pages(self.root / "content", self.context.site.languages))

    def is_textless(self, source: str) -> bool:
        """Return whether a page of content/, by its path below it, is shown without its text."""
        return f"content/{source}" in self.context.site.textless

    def is_reported(self, source: str) -> bool:
        """Return whether the problems of a file of content/, by its path below it, are said already."""
        return f"content/{source}" in self.context.site.reduced

    def is_lost(self, source: str) -> bool:
        """Return whether a file of content/, by its path below it, is a page of a language that cannot be read."""
        return source.endswith(".md") and bool(self.lost) and paths.page_of(source) in self.lost

    @cached_property
    def lasting(self) -> frozenset[str]:
        """Return the addresses of areas and events that Markdown of content/ may link to: those whose names stand in it.

        One that is not shown today is among them: that an area is a draft, or left out, stops no page that links to it.
        """
        content, names = self.root / "content", set(_NAME.findall(self.texts))
        folders = [folder for folder in (self.root / "areas").glob("*/") if folder.name in names]
        events = ((PROGRAMME, content), *((folder.name, folder) for folder in folders))
        pages = (urls.event_named(owner, file.stem) for owner, folder in events for file in folder.glob("events/*.md"))
        named = (page for page in pages if page.split("/")[2] in names)
        return frozenset((*(urls.area(folder.name) for folder in folders), *named))

    @cached_property
    def texts(self) -> str:
        """Return all Markdown pages of content/, in Danish and in other languages, as one text."""
        folders = ("", *(f"{language.code}/" for language in self.context.site.languages))
        return "\n".join(_text_of(file) for each in folders for file in sorted((self.root / "content").glob(f"{each}*.md")))

    @cached_property
    def linked(self) -> frozenset[str]:
        """Return the addresses that links in these pages begin at the site's root, and where a page or file stands: of the site's
        months, for one, nobody knows the names."""
        addresses = Addresses.of(self.root, self.context.site, examples=True)
        written = (unquote("".join(found.groups(""))).removesuffix("index.html") for found in _FROM_ROOT.finditer(self.texts))
        return frozenset(filter(addresses.has, written))

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """Return those of the lasting addresses that have no page today."""
        corrections = map(urls.corrected, self.context.site.corrections)
        return self.lost | self.lasting.difference(self.context.area_at, self.context.event_at, corrections)

    def without_dead_ends(self, html: str, url: str) -> tuple[str, list[str]]:
        """Return a page of content/ with its links to withdrawn addresses, and to files that are not there, as plain text, and
        without pictures that are not there. The withdrawn addresses are returned, too: of the others the engine has warned.

        It has put an address in the place of each file that it has found.
        """
        dead: list[str] = []

        def shown(link: re.Match[str]) -> str:
            path = _path_of(url, link["address"])
            if path in self.withdrawn:
                dead.append(path)
                return link["text"]
            return link["text"] if path.endswith(".md") and "://" not in link["address"] else link[0]

        def pictured(picture: re.Match[str]) -> str:
            address = picture["address"]
            is_there = address.startswith("/") or ":" in address or (self.root / "content" / _path_of(url, address)).is_file()
            return picture[0] if is_there else ""

        return _PICTURE.sub(pictured, _LINK.sub(shown, html)), dead


def _path_of(url: str, address: str) -> str:
    """Return the path that a link on a page leads to, from the site's root."""
    return urljoin(f"/{url}", address).partition("#")[0].removesuffix("index.html").removeprefix("/")


def _text_of(file: Path) -> str:
    """Return what a page says, to look for names in it; nothing where it cannot be read, which its reader says."""
    try:
        return file.read_text("utf-8", "replace") if file.is_file() else ""
    except OSError:
        return ""
