"""Writes a report as a Word document (DOCX) that assistive technology reads: styles, header rows, alternative texts, language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import singledispatch
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from generator.evaluation.blocks import Block, Heading, Image, Missing, Paragraph, Points, Quote, Table
from generator.evaluation.columns import shares

MISSING = "Mangler: "
"""What every gap begins with, so that one search finds them all."""
_LANGUAGE = "da-DK"
_FJORD, _INK, _ALARM = RGBColor(0x0E, 0x4A, 0x5C), RGBColor(0x17, 0x24, 0x2D), RGBColor(0xA6, 0x3D, 0x1B)
_WIDTH = Cm(16)
_CELL = "Celle"
_LETTERS = 78
"""How many letters of a table stand side by side on a page, in a wide typeface: which one a machine has is not known."""
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def word(title: str, subject: str, blocks: Iterable[Block], now: datetime) -> bytes:
    """Return the document, the same to the byte for the same blocks at the same moment."""
    made = docx.Document()
    _prepare(made, title, subject, now)
    made.add_paragraph(_clean(title), style="Title")
    made.add_paragraph(_clean(subject), style="Subtitle")
    every = list(blocks)
    _contents(made, [block for block in every if isinstance(block, Heading) and block.level == 1])
    for block in every:
        _add(block, made)
    out = BytesIO()
    made.save(out)
    return _without_clock(out.getvalue())


def _prepare(made: Document, title: str, subject: str, now: datetime) -> None:
    facts = made.core_properties
    facts.title, facts.subject, facts.language = _clean(title), _clean(subject), _LANGUAGE
    facts.author = facts.last_modified_by = "Kulturpunkt"
    facts.comments, facts.revision = "", 1
    facts.created = facts.modified = now.astimezone(UTC).replace(tzinfo=None)
    for language in made.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), _LANGUAGE)
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3", "Subtitle", "Caption"):
        _style(made, name).font.color.rgb = _INK if name in ("Subtitle", "Caption") else _FJORD
    _style(made, "Normal").paragraph_format.space_after = Pt(6)
    _style(made, "Heading 1").paragraph_format.page_break_before = True
    for name in ("Heading 1", "Heading 2", "Heading 3", "Caption"):
        _style(made, name).paragraph_format.keep_with_next = True
    made.styles.add_style(_CELL, WD_STYLE_TYPE.PARAGRAPH).base_style = _style(made, "Normal")
    _style(made, _CELL).font.size = Pt(9)
    _style(made, _CELL).paragraph_format.space_after = Pt(2)
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    footer = section.footer.paragraphs[0]
    footer.add_run(f"{_clean(title)} · side ")
    _field(footer, "PAGE", "1")


def _style(made: Document, name: str) -> ParagraphStyle:
    found = made.styles[name]
    assert isinstance(found, ParagraphStyle)  # noqa: S101  the template's own styles
    return found


def _contents(made: Document, chapters: list[Heading]) -> None:
    """Write the list of chapters. A word processor puts the pages to it when its reader asks for that."""
    made.add_paragraph("Indhold", style="Subtitle")
    paragraph = made.add_paragraph()
    _field(paragraph, 'TOC \\o "1-2" \\h \\z', "\n".join(_clean(chapter.text) for chapter in chapters))


def _field(paragraph: WordParagraph, code: str, shown: str) -> None:
    """Write a field with what it shows until it is renewed."""
    for kind in ("begin", "separate", "end"):
        if kind == "separate":
            written = OxmlElement("w:instrText")
            written.set(qn("xml:space"), "preserve")
            written.text = f" {code} "
            paragraph.add_run()._r.append(written)
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        paragraph.add_run()._r.append(mark)
        if kind == "separate":
            paragraph.add_run(shown)


@singledispatch
def _add(block: Block, made: Document) -> None:
    """Write one block at the end of the document."""
    raise TypeError(f"{type(block).__name__} is no block")


@_add.register
def _(block: Heading, made: Document) -> None:
    made.add_heading(_clean(block.text), block.level)


@_add.register
def _(block: Paragraph, made: Document) -> None:
    made.add_paragraph(_clean(block.text))


@_add.register
def _(block: Missing, made: Document) -> None:
    run = made.add_paragraph().add_run(MISSING + _clean(block.text))
    run.bold, run.font.color.rgb = True, _ALARM


@_add.register
def _(block: Points, made: Document) -> None:
    for line in block.lines:
        made.add_paragraph(_clean(line), style="List Bullet")


@_add.register
def _(block: Quote, made: Document) -> None:
    paragraph = made.add_paragraph(f"»{_clean(block.text)}«", style="Quote")
    paragraph.add_run().add_break(WD_BREAK.LINE)
    paragraph.add_run(f"- {_clean(block.said_by)}").italic = False


@_add.register
def _(block: Table, made: Document) -> None:
    made.add_paragraph(_clean(block.caption), style="Caption")
    table = made.add_table(rows=1, cols=len(block.header))
    table.style = "Table Grid"
    table.autofit = False
    for column, share in zip(table.columns, shares([block.header, *block.rows], _LETTERS), strict=True):
        column.width = round(_WIDTH * share)
    _describe(table, block.caption)
    _fill(table, 0, block.header)
    for cell in table.rows[0].cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    for place, row in enumerate(block.rows, 1):
        table.add_row()
        _fill(table, place, row)
    made.add_paragraph()


def _fill(table: WordTable, place: int, texts: Iterable[str]) -> None:
    row = table.rows[place]
    whole = OxmlElement("w:cantSplit")
    row._tr.get_or_add_trPr().append(whole)
    for cell, column, text in zip(row.cells, table.columns, texts, strict=True):
        cell.width = column.width
        cell.paragraphs[0].style = _CELL
        cell.paragraphs[0].add_run(_clean(text))


def _describe(table: WordTable, caption: str) -> None:
    """Give the table the description that screen readers say before it."""
    described = OxmlElement("w:tblDescription")
    described.set(qn("w:val"), _clean(caption))
    table._tbl.tblPr.append(described)


@_add.register
def _(block: Image, made: Document) -> None:
    run = made.add_paragraph().add_run()
    shape = run.add_picture(BytesIO(block.content))
    if shape.width > _WIDTH:
        shape.height, shape.width = round(shape.height * _WIDTH / shape.width), _WIDTH
    properties = shape._inline.docPr
    properties.set("descr", _clean(block.alt))
    properties.set("name", _clean(block.alt or "Pynt")[:60])
    made.add_paragraph(_clean(block.caption), style="Caption")


def _clean(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return _NOT_IN_XML.sub("", text)


def _without_clock(archive: bytes) -> bytes:
    """Return the same archive with no times in it: a zip file says when each of its parts was written."""
    out = BytesIO()
    with ZipFile(BytesIO(archive)) as read, ZipFile(out, "w") as written:
        for name in read.namelist():
            entry = ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            written.writestr(entry, read.read(name))
    return out.getvalue()
