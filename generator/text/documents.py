"""The text of a document of Word or LibreOffice: its lines, and its tables by their cells. Anyone may have sent it.

A link is written as in Markdown, `[her](https://example.org)`, where its words do not say the address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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

_RELATIONS = "word/_rels/document.xml.rels"
_ADDRESS = re.compile(r"(?:https?://[^\s<>()\[\]]+|mailto:[^\s<>()\[\]]+@[^\s<>()\[\]]+)", re.IGNORECASE)
_FIELD = re.compile(r'\s*HYPERLINK\s+"([^"]*)"', re.IGNORECASE)

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
            top = xml_in(packed, part)
            relations = xml_in(packed, _RELATIONS) if part == _PARTS[0] and _RELATIONS in packed.namelist() else ()
        links = {each.get("Id", ""): each.get("Target", "") for each in relations}
        document = Document([], [])
        _collect(top, document, links, 0)
    except DocumentError:
        raise
    except (BadZipFile, ParseError, StopIteration, ValueError, LookupError, OSError, EOFError, RuntimeError) as error:
        raise DocumentError(str(error)) from error
    return document


def xml_in(packed: ZipFile, part: str) -> Element:
    """Return the top of an XML file that is packed in a document. Raise ParseError for what is none, and DocumentError for one that
    is made to cost much."""
    with packed.open(part) as opened:
        xml = opened.read(_MOST_UNPACKED + 1)
    if len(xml) > _MOST_UNPACKED or re.search(rb"<!(?:DOCTYPE|ENTITY)", xml.replace(b"\0", b"")[:100_000], re.IGNORECASE):
        raise DocumentError(part)
    parser = XMLParser()  # noqa: S314  a document that declares entities is refused above
    parser.feed(xml)
    return parser.close()


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _collect(element: Element, document: Document, links: Mapping[str, str], depth: int, sign: str = "") -> None:
    """Add the lines and the tables inside an element; what stands in a point of a list has its sign."""
    if depth > _DEEPEST:
        raise DocumentError("too deep")
    for child in element:
        name = _name(child)
        if name in _UNSEEN:
            continue
        if name in ("p", "h"):
            document.lines.extend(f"{sign if text else ''}{text}" for text in _line(child, links).split("\n"))
        elif name in ("tbl", "table"):
            table = list(_rows(child, links, depth))
            document.tables.append(table)
            document.lines.extend("\t".join(" ".join(cell.split()) for cell in row) for row in table)
        else:
            _collect(child, document, links, depth + 1, "- " if name == "list-item" else sign)


def _rows(table: Element, links: Mapping[str, str], depth: int) -> Iterator[list[str]]:
    for row in table.iter():
        if _name(row) not in ("tr", "table-row"):
            continue
        cells: list[str] = []
        for cell in row:
            if _name(cell) in ("tc", "table-cell") and len(cells) < _MOST_CELLS:
                inside = Document([], [])
                _collect(cell, inside, links, depth + 1)
                cells.append("\n".join(inside.lines).strip())
        yield cells


def _line(paragraph: Element, links: Mapping[str, str]) -> str:
    is_point = any(_name(each) == "numPr" for each in paragraph.iter())
    text = "".join(_pieces(paragraph, links, 0))
    return f"- {text}" if is_point and text.strip() else text


def _pieces(element: Element, links: Mapping[str, str], depth: int) -> Iterator[str]:
    """Yield the text inside an element as it is shown: in Word only `t` holds text, in LibreOffice all of them do."""
    if (address := _address_of(element, links)) and depth <= _DEEPEST:
        yield _linked("".join(_inside(element, links, depth)), address)
    else:
        yield from _inside(element, links, depth)


def _address_of(element: Element, links: Mapping[str, str]) -> str:
    """Return the address that an element links to; empty where it is no link out of the document."""
    name, said = _name(element), {key.rpartition("}")[2]: value for key, value in element.items()}
    address = ""
    if name == "hyperlink":
        address = links.get(said.get("id", ""), "")
    elif name == "fldSimple" and (field := _FIELD.match(said.get("instr", ""))):
        address = field[1]
    elif name == "a":
        address = said.get("href", "")
    return address if _ADDRESS.fullmatch(address) else ""


def _linked(text: str, address: str) -> str:
    """Return the words of a link with their address, or alone where they say it themselves, or are none."""
    words = " ".join(text.split())
    said, meant = (re.sub(r"^(?:https?://)?(?:www\.)?|^mailto:|/$", "", each.lower()) for each in (words, address))
    if not words or said == meant or (address.lower().startswith("mailto:") and "@" in words):
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}[{words.translate(_NO_BRACKETS)}]({address}){after}"


_NO_BRACKETS = str.maketrans("[]", "()")


def _inside(element: Element, links: Mapping[str, str], depth: int) -> Iterator[str]:
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
        yield from _pieces(child, links, depth + 1)
        if child.tail and not is_word:
            yield child.tail
