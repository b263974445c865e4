"""A web page with schema.org's events in it: as JSON-LD, or as microdata between its elements."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from generator.importing.imported import MOST_READ
from generator.importing.json_records import schema_events
from generator.importing.records import Record

_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_ADDRESSES = ("href", "src", "data")


def records_in(text: str) -> Iterator[Record]:
    """Yield a record for each event that a page says to programs. What it only shows to readers is not guessed."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    for script in reader.scripts[:200]:
        try:
            yield from schema_events(json.loads(script, strict=False))
        except (ValueError, RecursionError):
            continue
    yield from schema_events(reader.items[:MOST_READ])


class _Reader(HTMLParser):
    """Collects the scripts of JSON-LD, and the outermost items of microdata in the shape of JSON-LD."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[str] = []
        self.items: list[dict[str, Any]] = []
        self.open: list[tuple[str, dict[str, Any] | None, str]] = []
        self.in_script = False
        self.texts: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "script" and said.get("type", "").strip().lower() == "application/ld+json":
            self.in_script = True
            self.scripts.append("")
        if len(self.open) > 500:
            return
        item = {"@type": said.get("itemtype", ""), "@id": said.get("itemid", "")} if "itemscope" in said else None
        names = said.get("itemprop", "").split()
        if item is not None:
            self._add(names, item) if names and self._around() is not None else self.items.append(item)
        elif names and (value := _value(tag, said)):
            self._add(names, value)
            names = []
        if tag not in _VOID:
            self.open.append((tag, item, " ".join(names) if item is None else ""))
            self.texts.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self.in_script = False
        if not any(tag == each for each, *_ in self.open):
            return
        while self.open:
            opened, _, names = self.open.pop()
            text = " ".join("".join(self.texts.pop()).split())
            if names and text:
                self._add(names.split(), text)
            if self.texts and text:
                self.texts[-1].append(f" {text} ")
            if opened == tag:
                return

    def handle_data(self, data: str) -> None:
        if self.in_script and self.scripts:
            self.scripts[-1] += data
        elif self.texts and self._around() is not None:
            self.texts[-1].append(data)

    def _around(self) -> dict[str, Any] | None:
        return next((item for _, item, _ in reversed(self.open) if item is not None), None)

    def _add(self, names: list[str], value: Any) -> None:
        around = self._around()
        for name in names[:10]:
            if around is not None:
                around.setdefault(name, value)


def _value(tag: str, said: dict[str, str]) -> str:
    """Return what an attribute says for programs: a time, an address, or the content of a `meta`; empty where the text does."""
    if "content" in said:
        return said["content"]
    if tag == "time":
        return said.get("datetime", "")
    return next((said[name] for name in _ADDRESSES if tag in ("a", "link", "img", "object") and said.get(name)), "")
