"""Where the sheets of an Excel file lie in it, which openpyxl knows and does not say."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError
from zipfile import ZipFile

from generator.text.documents import xml_in

_BOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"


def sheet_paths(packed: ZipFile) -> dict[str, str]:
    """Return the path in the file of each sheet by its title. Raise KeyError or ValueError for what is no workbook."""
    targets = {each.get("Id"): each.get("Target", "") for each in _elements(packed, _RELATIONS, "Relationship")}
    sheets = _elements(packed, _BOOK, "sheet")
    return {sheet.get("name", ""): _whole(targets.get(_id_of(sheet), "")) for sheet in sheets}


def _id_of(sheet: Element) -> str | None:
    return next((value for name, value in sheet.items() if name.endswith("}id")), None)


def _whole(target: str) -> str:
    """Return a path from the file's top, of one that may begin at the workbook's folder."""
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))


def _elements(packed: ZipFile, path: str, name: str) -> Iterator[Element]:
    try:
        return (each for each in xml_in(packed, path).iter() if str(each.tag).rpartition("}")[2] == name)
    except ParseError as error:
        raise ValueError(path) from error
