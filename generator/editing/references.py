"""What names an area, an event, a story or a page that is given another name: the text of other files, following it.

Only what certainly means the page is changed: the fields that refer to areas and events by name, and links to its addresses.
All else in a file stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from os.path import normpath, relpath
from pathlib import Path, PurePosixPath

from generator.addresses.moves import moved_with
from generator.model.former import KEY
from generator.text.letters import folded

FIELD = re.compile(r"^(?P<key>[^\s#:][^:\n]*):.*\n(?:[ \t-].*\n|\n)*", re.MULTILINE)
FRONT = re.compile(r"---[ \t]*\n(?P<fields>.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)
_TARGET = re.compile(r"(?<=\]\()(?P<file>[^()\s#?]+\.md)(?=[)\s#?])")
_OF_AREAS = frozenset(map(folded, ("også i", "deler med", "område")))
_KEYED_BY_AREA = ("content/owners.yml", "content/sources.yml")
_SETTINGS = "mkdocs.yml"


@dataclass(frozen=True)
class Move:
    """One move: the path of a file or of an area's folder, before and now, and the addresses of all pages that it took along."""

    before: str
    now: str
    addresses: Mapping[str, str]

    @cached_property
    def names(self) -> tuple[str, str]:
        """Return the name before and now, as fields say it: an area's slug, an event's file without its ending."""
        before, now = PurePosixPath(self.before), PurePosixPath(self.now)
        return before.name.removesuffix(".md"), now.name.removesuffix(".md")

    @property
    def _is_area(self) -> bool:
        return self.before.startswith("areas/") and self.before.count("/") == 1

    @cached_property
    def links(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """Return what finds a link to one of the addresses from the site's root, and what stands there now."""
        pairs = {pair for former, url in self.addresses.items() for pair in moved_with(former, url)}
        return tuple((_link_to(before), now.rstrip("/")) for before, now in sorted(pairs, reverse=True))

    def followed(self, path: str, text: str) -> str:
        """Return the text of a file with what named the page by its old name or address. Its former addresses stay."""
        if path == _SETTINGS:
            return self._in_settings(text)
        if not path.endswith(".md"):
            return self._in_fields(path, text)
        front = FRONT.match(text)
        if front is None:
            return self._linked(path, text)
        first, last = front.span("fields")
        return text[:first] + self._in_fields(path, front["fields"]) + self._linked(path, text[last:])

    def _in_fields(self, path: str, fields: str) -> str:
        return FIELD.sub(lambda field: self._field(path, field), fields)

    def _field(self, path: str, field: re.Match[str]) -> str:
        key, text = folded(field["key"]), field[0]
        if key == folded(KEY):
            return text
        text = self._linked(path, text)
        before, now = self.names
        head, value = text[: len(field["key"]) + 1], text[len(field["key"]) + 1 :]
        if self._is_area:
            if path in _KEYED_BY_AREA and key == folded("områder"):
                return head + re.sub(rf"(?<![\w/-]){re.escape(before)}(?=[ \t]*:)", now, value)
            return head + _renamed(value, before, now) if key in _OF_AREAS else text
        if key == folded("arrangement") and self._has_story(path):
            return head + _renamed(value, before, now)
        if key == folded("dansk") and self.before.startswith("content/"):
            return head + _renamed(value, self.before.removeprefix("content/"), self.now.removeprefix("content/"))
        return text

    def _has_story(self, path: str) -> bool:
        """Whether a file is a story of the owner of an event that stays with that owner: nobody else's story can name the event."""
        events, stories = PurePosixPath(self.before).parent, PurePosixPath(path).parent
        return events == PurePosixPath(self.now).parent and events.name == "events" and stories == events.with_name("historier")

    def _linked(self, path: str, text: str) -> str:
        for link, now in self.links:
            text = link.sub(lambda found, now=now: found["root"] + now, text)  # type: ignore[misc]
        return _TARGET.sub(lambda found: self._file(path, found), text) if path.startswith("content/") else text

    def _file(self, path: str, found: re.Match[str]) -> str:
        here = PurePosixPath(path).parent
        return relpath(self.now, here) if normpath(here / found["file"]) == self.before else found[0]

    def _in_settings(self, text: str) -> str:
        if not self.before.startswith("content/"):
            return text
        return _renamed(text, self.before.removeprefix("content/"), self.now.removeprefix("content/"))


def _renamed(text: str, before: str, now: str) -> str:
    return re.sub(rf"(?<![\w./-]){re.escape(before)}(?![\w./-])", now, text, flags=re.IGNORECASE)


def _link_to(address: str) -> re.Pattern[str]:
    """Return what finds an address from the site's root, or as many steps up, and all that lies below it."""
    return re.compile(rf"(?<![\w.:/-])(?P<root>/|(?:\.\./)+){re.escape(address.rstrip('/'))}(?![\w.-])")


def naming_files(root: Path) -> Iterator[Path]:
    """Yield the files that may name a page: texts of the content and the settings, and no links."""
    for pattern in ("areas/*/area.yml", "areas/**/*.md", "content/**/*.md", "content/*.yml", _SETTINGS):
        yield from sorted(file for file in root.glob(pattern) if file.is_file() and not file.is_symlink())


def rewrite(file: Path, change: Callable[[str], str]) -> bool:
    """Write a file as a function of its text with plain line ends makes it; the file's own ends stay. Return whether it differs."""
    before = file.read_bytes()
    text = before.decode("utf-8-sig")
    end = "\r\n" if "\r\n" in text else "\n"
    plain = text.replace("\r\n", "\n")
    changed = change(plain)
    if changed == plain:
        return False
    file.write_bytes(changed.replace("\n", end).encode())
    return True
