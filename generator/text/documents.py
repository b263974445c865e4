"""The text of a document of Word or LibreOffice: its lines, and its tables by their cells. Anyone may have sent it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, XMLParser
from zipfile import BadZipFile, ZipFile

_PARTS = ("word/document.xml", "content.xml")
_MOST_UNPACKED = 20_000_000
_MOST_LETTERS = 1_000_000
_DEEPEST = 100
_MOST_CELLS = 60
_UNSEEN = frozenset(
    [
        *("del", "moveFrom", "Fallback", "pPr", "rPr", "instrText", "delText", "sectPr", "tblPr"),
        *("tracked-changes", "annotation", "annotation-end", "note", "sequence-decls", "forms", "automatic-styles", "scripts"),
    ]
)
"""What stands in the file and is not shown: what was deleted, comments, footnotes, fields and how it looks."""
_SPACE = {"tab": "\t", "br": "\n", "cr": "\n", "line-break": "\n", "noBreakHyphen": "-"}

Table = list[list[str]]


class DocumentError(ValueError):
    """A document that cannot be read."""


class Document(NamedTuple):
    """The lines of a document, in which the cells of a row stand between tabs, and its tables."""

    lines: list[str]
    tables: list[Table]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)[:_MOST_LETTERS]


def is_document(content: bytes) -> bool:
    """Return whether a file is a document of Word or LibreOffice, by what is packed in it."""
    if not content.startswith(b"PK"):
        return False
    try:
        with ZipFile(BytesIO(content)) as packed:
            names = set(packed.namelist())
            return "word/document.xml" in names or (
                "content.xml" in names and b"opendocument.text" in packed.open("mimetype").read(100)
            )
    except (BadZipFile, KeyError, OSError, EOFError, ValueError, RuntimeError, NotImplementedError):
        return False


def read_document(content: bytes) -> Document:
    """Return what a document says. Raise DocumentError where it cannot be read, and for one that is made to cost much."""
    try:
        with ZipFile(BytesIO(content)) as packed:
            part = next(name for name in _PARTS if name in packed.namelist())
            with packed.open(part) as opened:
                xml = opened.read(_MOST_UNPACKED + 1)
        if len(xml) > _MOST_UNPACKED or re.search(rb"<!(?:DOCTYPE|ENTITY)", xml.replace(b"\0", b"")[:100_000], re.IGNORECASE):
            raise DocumentError(part)
        parser = XMLParser()  # noqa: S314  a document that declares entities is refused above
        parser.feed(xml)
        document = Document([], [])
        _collect(parser.close(), document, 0)
    except DocumentError:
        raise
    except (BadZipFile, ParseError, StopIteration, ValueError, LookupError, OSError, EOFError, RuntimeError) as error:
        raise DocumentError(str(error)) from error
    return document


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _collect(element: Element, document: Document, depth: int, sign: str = "") -> None:
    """Add the lines and the tables inside an element; what stands in a point of a list has its sign."""
    if depth > _DEEPEST:
        raise DocumentError("too deep")
    for child in element:
        name = _name(child)
        if name in _UNSEEN:
            continue
        if name in ("p", "h"):
            document.lines.extend(f"{sign if text else ''}{text}" for text in _line(child).split("\n"))
        elif name in ("tbl", "table"):
            table = list(_rows(child, depth))
            document.tables.append(table)
            document.lines.extend("\t".join(" ".join(cell.split()) for cell in row) for row in table)
        else:
            _collect(child, document, depth + 1, "- " if name == "list-item" else sign)


def _rows(table: Element, depth: int) -> Iterator[list[str]]:
    for row in table.iter():
        if _name(row) not in ("tr", "table-row"):
            continue
        cells: list[str] = []
        for cell in row:
            if _name(cell) in ("tc", "table-cell") and len(cells) < _MOST_CELLS:
                inside = Document([], [])
                _collect(cell, inside, depth + 1)
                cells.append("\n".join(inside.lines).strip())
        yield cells


def _line(paragraph: Element) -> str:
    is_point = any(_name(each) == "numPr" for each in paragraph.iter())
    text = "".join(_pieces(paragraph, 0))
    return f"- {text}" if is_point and text.strip() else text


def _pieces(element: Element, depth: int) -> Iterator[str]:
    """Yield the text inside an element as it is shown: in Word only `t` holds text, in LibreOffice all of them do."""
    name = _name(element)
    is_word = "wordprocessingml" in str(element.tag)
    if depth > _DEEPEST or name in _UNSEEN or (name == "r" and any(_name(each) == "vanish" for each in element.iter())):
        return
    if name in _SPACE:
        yield _SPACE[name]
    elif name == "s" and not is_word:
        yield " " * min(40, next((int(value) for key, value in element.items() if key.endswith("}c") and value.isdigit()), 1))
    elif element.text and (name == "t" or not is_word):
        yield element.text
    for child in element:
        yield from _pieces(child, depth + 1)
        if child.tail and not is_word:
            yield child.tail
