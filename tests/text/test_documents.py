"""Documents of Word and LibreOffice: what a reader of them sees, and nothing else."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st

from generator.text.documents import DocumentError, is_document, read_document
from tests.trees import modest

_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def word(*lines: str, table: tuple[tuple[str, ...], ...] = (), xml: str = "") -> bytes:
    """Return a document of Word with these paragraphs, then a table, then a paragraph of its own XML."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    if table:
        grid = document.add_table(len(table), len(table[0]))
        for row, cells in enumerate(table):
            for column, cell in enumerate(cells):
                grid.cell(row, column).text = cell
    if xml:
        document.element.body.insert(len(document.element.body) - 1, parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"))
    document.save(saved := BytesIO())
    return saved.getvalue()


def writer(body: str) -> bytes:
    """Return a document of LibreOffice."""
    spaces = f'xmlns:o="{_ODF}:office:1.0" xmlns:t="{_ODF}:text:1.0" xmlns:g="{_ODF}:table:1.0"'
    with ZipFile(saved := BytesIO(), "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        packed.writestr("content.xml", f"<o:document {spaces}><o:body><o:text>{body}</o:text></o:body></o:document>")
    return saved.getvalue()


def test_word_says_what_is_shown() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    xml = (
        f"<w:ins w:id='1' w:author='a'>{run.format('Indsat ')}</w:ins>"
        f"<w:del w:id='2' w:author='a'><w:r><w:delText>slettet</w:delText></w:r></w:del>"
        f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>skjult</w:t></w:r>{run.format('tekst')}<w:r><w:br/><w:t>ny</w:t><w:tab/><w:t>x</w:t></w:r>"
    )
    document = read_document(word("Titel: Sang", "", table=(("Dato", "1. maj 2026"), ("Kl.", "19")), xml=xml))
    assert document.lines == ["Titel: Sang", "", "Dato\t1. maj 2026", "Kl.\t19", "Indsat tekst", "ny\tx"]
    assert document.tables == [[["Dato", "1. maj 2026"], ["Kl.", "19"]]]


def test_libreoffice_says_what_is_shown() -> None:
    body = (
        "<t:tracked-changes><t:p>slettet</t:p></t:tracked-changes><t:h>Sang</t:h><t:p>Kom <t:span>og</t:span><t:s t:c='2'/>syng"
        "<o:annotation><t:p>kommentar</t:p></o:annotation><t:line-break/>nu</t:p><t:list><t:list-item><t:p>Kaffe</t:p></t:list-item>"
        "</t:list><g:table><g:table-row><g:table-cell><t:p>a</t:p></g:table-cell><g:table-cell><t:p>b</t:p></g:table-cell>"
        "</g:table-row></g:table>"
    )
    document = read_document(writer(body))
    assert document.lines == ["Sang", "Kom og  syng", "nu", "- Kaffe", "a\tb"]
    assert document.tables == [[["a", "b"]]]


def test_links_keep_their_address_where_their_words_do_not_say_it() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Tilmelding: ")
    for words, address in (("her", "https://example.org/tur"), ("www.example.org", "https://www.example.org/"), ("op", "#top")):
        link = document.part.relate_to(
            address, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", True
        )
        run = f"<w:r><w:t xml:space='preserve'>{words} </w:t></w:r>"
        paragraph._p.append(parse_xml(f"<w:hyperlink {nsdecls('w', 'r')} r:id='{link}'>{run}</w:hyperlink>"))
    field = (
        f"<w:fldSimple {nsdecls('w')} w:instr=' HYPERLINK &quot;mailto:a@example.org&quot; '>"
        "<w:r><w:t>skriv [til os]</w:t></w:r></w:fldSimple>"
    )
    paragraph._p.append(parse_xml(field))
    document.save(saved := BytesIO())
    said = "Tilmelding: [her](https://example.org/tur) www.example.org op [skriv (til os)](mailto:a@example.org)"
    assert read_document(saved.getvalue()).lines == [said]
    body = (
        '<t:p>Læs <t:a x:href="https://example.org/a">mere<t:s/></t:a>, skriv til '
        '<t:a x:href="mailto:a@b.dk?subject=x">a@b.dk</t:a>'
        ' <t:a x:href="javascript:x">nu</t:a></t:p>'
    ).replace("x:href", 'xmlns:x="http://www.w3.org/1999/xlink" x:href')
    assert read_document(writer(body)).lines == ["Læs [mere](https://example.org/a) , skriv til a@b.dk nu"]


def test_what_is_made_to_cost_much_is_refused() -> None:
    deep = "<t:section>" * 200 + "</t:section>" * 200
    entity = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    with ZipFile(saved := BytesIO(), "w") as packed:
        packed.writestr("word/document.xml", entity)
    with ZipFile(large := BytesIO(), "w", 8) as packed:
        packed.writestr("word/document.xml", b"<a>" + b" " * 20_000_001 + b"</a>")
    for content in (writer(deep), saved.getvalue(), large.getvalue(), b"PK\x03\x04", b"hej"):
        with pytest.raises(DocumentError):
            read_document(content)
    assert not is_document(b"PK\x03\x04 ikke noget")
    assert not is_document(b"Titel: Sang")


@modest
@given(st.binary(max_size=60), st.integers(0, 3_000))
def test_no_damage_raises_anything_but_what_is_said(damage: bytes, place: int) -> None:
    content = bytearray(WHOLE)
    content[place : place + len(damage)] = damage
    if is_document(bytes(content)):
        try:
            read_document(bytes(content))
        except DocumentError as error:
            assert error


WHOLE = writer("<t:p>Titel: Sang</t:p>" * 40)
