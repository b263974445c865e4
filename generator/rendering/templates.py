"""Jinja as the theme needs it: compiled templates and repeated macros are cached, and text with nothing to escape is not
escaped."""

from __future__ import annotations

import re
import sys
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from generator.cache import fingerprints
from generator.markdown.links import linked

_CACHED = 2_000


class Compiled(jinja2.FileSystemBytecodeCache):
    """A cache of compiled templates: for pages of each depth, and for all builds of a preview.

    With `lasts` it serves the next build too, and lies in the virtual environment beside the libraries' own compiled code. Other
    versions of the libraries or of this module have a cache of their own.
    """

    def __init__(self, *, lasts: bool) -> None:
        self.codes: dict[tuple[str, str], CodeType] = {}
        compiled_by = fingerprints.of_values(fingerprints.of_libraries(), fingerprints.of_making("rendering/templates"))
        self.folder = Path(sys.prefix) / "kulturpunkt" / compiled_by
        self.lasts = lasts and sys.prefix != sys.base_prefix
        super().__init__(str(self.folder), "%s")

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return a template's name alone: copies of one theme share what is the same."""
        return super().get_cache_key(name)

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.codes.get((bucket.key, bucket.checksum))
        if bucket.code is None and self.lasts:
            super().load_bytecode(bucket)
            self._remember(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._remember(bucket)
        with suppress(OSError):
            if self.lasts:
                self.folder.mkdir(parents=True, exist_ok=True)
                super().dump_bytecode(bucket)

    def _remember(self, bucket: Bucket) -> None:
        if bucket.code:
            self.codes[bucket.key, bucket.checksum] = bucket.code


_COMPILED = Compiled(lasts=True)
SHELL = Compiled(lasts=False)
"""For the engine's own environment, which escapes nothing by itself."""


def environment(theme: Path, **known: object) -> jinja2.Environment:
    """Return the theme's templates, with the globals that all of them know."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(theme),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_COMPILED,
    )
    made.template_class = _Template
    made.globals.update(known, once=_Once())
    made.filters["linked"] = linked
    made.filters["tied"] = tied
    made.filters["parted"] = parted
    made.filters["minutes"] = minutes
    return made


_TIES = re.compile(
    r"(?<=\bkl\.) (?=\d)|(?<=\bca\.) (?=\d)|(?<=\d) (?=(?:kr\.|km|kom)(?!\w))"
    r"|(?<=\d\.) (?=(?:jan|feb|marts|april|maj|juni|juli|aug|sep|okt|nov|dec))"
)

_BETWEEN_DATES = re.compile(r"-(?=\d{1,2}\.\s)")


def tied(text: str) -> str:
    """Return a text whose hours, dates and amounts stay whole at the end of a line: `kl. 19.00`, `3. dec.`, `60 kr.`.

    Of two dates, the second may begin a line: no browser parts a dash from a number by itself.
    """
    return _BETWEEN_DATES.sub("-\u200b", _TIES.sub("\u00a0", text))


def minutes(begins: str, ends: str) -> int:
    """Return how long something lasts. Many events last as long as others: a page of them is smaller than with their ends."""
    return int((datetime.fromisoformat(ends) - datetime.fromisoformat(begins)).total_seconds()) // 60


_AFTER_SLASH = re.compile(r"(?<=[^/:]/)(?=[^/])")


def parted(address: str) -> Markup:
    """Return an address that breaks between its folders rather than within a word."""
    return Markup(_AFTER_SLASH.sub("<wbr>", escape(address)))  # noqa: S704  escaped


class _Template(jinja2.Template):
    """A template that escapes only texts in which there is something to escape: to mark each of the others as safe, and what is
    marked already once more, takes four times as long."""

    @classmethod
    def from_code(cls, *code: Any, **how: Any) -> jinja2.Template:
        made = super().from_code(*code, **how)
        made.root_render_func.__globals__["escape"] = _escaped
        return made


def _escaped(value: object) -> str:
    if type(value) is str:
        return escape(value) if _MARKUP.search(value) else value
    return value if type(value) is Markup else escape(value)


_MARKUP = re.compile("[&<>\"']")


class _Once:
    """Cache what a macro makes of one thing: the same card stands on the pages of all its neighbours."""

    def __init__(self) -> None:
        self.made: OrderedDict[tuple[object, ...], tuple[object, str]] = OrderedDict()

    def __call__(self, root: str, macro: Callable[..., str], shown: object, *how: object) -> str:
        """`macro(shown, *how)` at the way `root`."""
        key = (root, macro.name, id(shown), *how)  # type: ignore[attr-defined]
        if key not in self.made:
            self.made[key] = shown, macro(shown, *how)
            if len(self.made) > _CACHED:
                self.made.popitem(last=False)
        return self.made[key][1]
