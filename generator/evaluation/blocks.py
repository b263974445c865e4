"""What a report is made of, before it is a file of a word processor: headings, texts, lists, tables, quotes and pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.feeds.texts import plain


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (a chapter, on a new page) to 3."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that nobody has written yet: shown as `Mangler: …`, so that it can be searched for and filled in."""

    text: str


@dataclass(frozen=True, slots=True)
class Points:
    """A list of lines."""

    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table under its caption. The first row is the headings of the columns."""

    caption: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, and who."""

    text: str
    said_by: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as the bytes of a JPEG file. `alt` is empty for one that is only decoration."""

    content: bytes
    alt: str
    caption: str


Block = Heading | Paragraph | Missing | Points | Table | Quote | Image


def paragraphs(markdown: str) -> list[str]:
    """Return what somebody wrote in Markdown as paragraphs of plain text; none of an empty text."""
    return [part.strip() for part in (plain(markdown, "") or "").split("\n\n") if part.strip()]
