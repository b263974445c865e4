"""The pack for the report: read back with the libraries of those who will open it, true, and the same at each writing."""

from __future__ import annotations

import contextlib
import csv
import json
from argparse import Namespace
from io import BytesIO, StringIO
from pathlib import Path

import docx
import jsonschema  # type: ignore[import-untyped]
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm

from generator.cli import main
from generator.commands import CommandError, evaluate
from generator.evaluation.blocks import Block, Heading, Paragraph, Table
from generator.evaluation.columns import shares
from generator.evaluation.package import package
from generator.evaluation.word import MISSING, word
from generator.pages.context import SiteContext
from tests import trees
from tests.results import NOW, context_of, tree

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    return context_of(tmp_path_factory.mktemp("program"), tree())


@pytest.fixture(scope="module")
def files(context: SiteContext) -> Files:
    return dict(package(context, context.root / ".cache/pictures"))


@pytest.fixture(scope="module")
def report(files: Files) -> Document:
    return docx.Document(BytesIO(files["rapport.docx"]))


def rows_of(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig")), delimiter=";"))


def headings(report: Document, level: int) -> list[str]:
    return [each.text for each in report.paragraphs if each.style and each.style.name == f"Heading {level}"]


def chapter(report: Document, title: str) -> str:
    """Return the text of a chapter, with its tables' cells."""
    inside, found = False, []
    for element in report.element.body:
        text = "".join(node.text or "" for node in element.iter(qn("w:t")))
        if element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}[@{qn('w:val')}='Heading1']") is not None:
            inside = text == title
        if inside:
            found.append(text)
    return "\n".join(found)


def test_there_is_a_chapter_for_the_programme_for_each_area_and_for_the_origins(report: Document) -> None:
    assert headings(report, 1) == [
        *("Kulturpunkt i det hele", "Nordby", "Sydby", "Vestby"),
        *("Sådan er tallene lavet", "Billederne"),
    ]


def test_it_is_filled_with_what_is_there(report: Document) -> None:
    nordby = chapter(report, "Nordby")
    for said in ("Hele salen sang med.", "»Vi kommer igen.«", "En nabo", "Det lærte vi: Begynd en time før.", "Koret er vokset."):
        assert said in nordby
    assert "Sangaftenen blev til et kor." in nordby
    assert "Vi blev ti flere." in nordby


def test_it_is_marked_where_something_is_missing_and_nothing_unsaid_is_a_zero(report: Document) -> None:
    vestby = chapter(report, "Vestby")
    assert vestby.count(MISSING) >= 8
    assert MISSING + "områdets mål (mål)" in vestby
    sydby = chapter(report, "Sydby")
    assert MISSING + "hvor mange der kom 1 af 2 gange (efter: antal)" in sydby
    mad = next(row for table in report.tables for row in table.rows if "Mad" in [cell.text for cell in row.cells])
    assert [cell.text for cell in mad.cells][2:7] == ["ikke oplyst"] * 5


def test_no_number_stands_without_its_origin(report: Document, context: SiteContext) -> None:
    origins = chapter(report, "Sådan er tallene lavet")
    for each in context.sums.values():
        assert all(measure.source in origins for measure in each.counted if each.kind.value in ("besøg", "afholdt", "partnere"))


def test_assistive_technology_can_read_it(report: Document) -> None:
    assert {language.get(qn("w:val")) for language in report.styles.element.iter(qn("w:lang"))} == {"da-DK"}
    assert report.core_properties.language == "da-DK"
    for table in report.tables:
        assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert table._tbl.tblPr.find(qn("w:tblDescription")) is not None
    pictures = [shape._inline.docPr.get("descr") for shape in report.inline_shapes]
    assert sorted(pictures) == ["Havnen.", "Salen."]


def test_a_table_is_as_wide_as_the_text_and_its_columns_as_they_need(report: Document) -> None:
    for table in report.tables:
        assert abs(sum(column.width for column in table.columns) - Cm(16)) < Cm(0.01)
        assert all(cell.width == column.width for column in table.columns for cell in column.cells)


def test_a_column_has_room_for_its_longest_word_and_long_texts_have_what_is_left() -> None:
    day, word, text = shares([("Dato", "Antal", "Hvad"), ("1. maj", "bedstefar-", "en lang tekst " * 9)], 100)
    assert day + word + text == pytest.approx(1)
    assert day * 100 >= 6
    assert word * 100 >= 10
    assert text > 0.7
    assert shares([("Fil",), ("",)], 90) == [1]
    assert min(shares([("x" * 99, "Nej"), ("", "ja")], 90)) * 90 > 3


def test_pictures_are_listed_with_credit_and_consent_and_those_without_are_left_out(files: Files) -> None:
    listed = {Path(row["Oprindelig fil"]).name: row for row in rows_of(files["billeder.csv"])}
    said = {name: (row["Foto"], row["Samtykke"], row["Er med"]) for name, row in listed.items()}
    assert said == {
        "havn.jpg": ("Anna Ja", "ja", "ja"),
        "fest.jpg": ("Anna Ja", "ingen", "ja"),
        "kaj.jpg": ("Bo Tavs", "ikke oplyst", "nej"),
    }
    assert {path for path in files if path.startswith("billeder/")} == {row["Fil"] for row in listed.values() if row["Fil"]}


def test_the_table_is_long_and_each_row_has_its_origin(files: Files, context: SiteContext) -> None:
    rows = rows_of(files["tal.csv"])
    assert len(rows) == len(context.measures)
    assert all(row["Hvordan"] and (context.root / row["Fil"]).is_file() for row in rows)
    assert {row["Side"] for row in rows if row["Måling"] == "historier"} == {f"{context.site_url}historier/nordby/koret/"}
    people = [tuple(row[key] for key in ("Lokalområde", "Værdi", "Hvad", "Tæller med")) for row in rows if row["Måling"] == "besøg"]
    assert people == [
        ("Nordby", "42", "42", "ja"),
        ("Sydby", "40", "40", "nej"),
        ("Nordby", "20", "ca. 20", "ja"),
        ("Nordby", "0", "0", "ja"),
    ]


def test_the_data_are_as_the_schema_says_and_agree_with_the_table(files: Files) -> None:
    data = json.loads(files["tal.json"])
    jsonschema.validate(data, json.loads(files["tal.schema.json"]))
    assert len(data["measures"]) == len(rows_of(files["tal.csv"]))
    for each in data["sums"]:
        own = [one for one in data["measures"] if one["measure"] == each["measure"] and one["counts"]]
        assert each["value"] == (1 if each["measure"] == "mål" else sum(one["value"] for one in own))


def test_the_pack_is_the_same_to_the_byte(files: Files, context: SiteContext) -> None:
    assert dict(package(context, context.root / ".cache/pictures")) == files


def test_letters_that_a_document_cannot_hold_are_left_out() -> None:
    blocks: list[Block] = [Heading("A\x00", 1), Paragraph("\x1b[31m\ufffe"), Table("T\x01", ("\x02",), [("\x03",)])]
    read = docx.Document(BytesIO(word("K\x00", "", blocks, NOW)))
    assert "[31m" in [paragraph.text for paragraph in read.paragraphs]


def test_the_command_writes_into_a_new_folder_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = trees.programme(tmp_path / "program", tree())
    monkeypatch.chdir(root)
    monkeypatch.setenv("KULTURPUNKT_TODAY", "2026-06-15 12:00")
    assert evaluate.run(Namespace(folder=Path("pakke"), round=None)) == 0
    assert sorted(path.name for path in (root / "pakke").iterdir()) == [
        *("billeder", "billeder.csv", "rapport.docx"),
        *("tal.csv", "tal.json", "tal.schema.json"),
    ]
    with pytest.raises(CommandError, match="er ikke en tom mappe"):
        evaluate.run(Namespace(folder=Path("pakke"), round=None))


def test_a_report_of_one_round_counts_only_that_round(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    partners = "partnere: [{navn: Koret, sektor: forening}]\n"
    root = trees.programme(
        tmp_path,
        {
            "content/runder/2027-2028/round.yml": "periode: 2027-03..2028-08\nområder: 2\nbeløb: 60.000 kr.\n",
            "content/runder/2027-2028/timeline.yml": "trin: [{nøgle: igen, titel: Igen, periode: 2027-03..2028-08}]\n",
            "areas/nordby/area.yml": trees.AREA
            + partners
            + "runder: [2025-2026, 2027-2028]\ntrin: [{trin: dialog}, {trin: igen}]\n",
            "areas/nordby/events/fest.md": trees.event().replace("2026", "2025"),
            "areas/nordby/events/bal.md": trees.event().replace("Fest", "Bal").replace("2026", "2027"),
            "areas/sydby/area.yml": trees.AREA.replace("Nordby", "Sydby") + partners,
        },
    )
    with contextlib.chdir(root), pytest.MonkeyPatch.context() as environment:
        environment.setenv("KULTURPUNKT_TODAY", "2028-01-01")
        assert [main(["evaluate", name, "--round", name]) for name in ("2025-2026", "2027-2028")] == [0, 0]
        assert main(["evaluate", "alle"]) == 0
        assert main(["evaluate", "x", "--round", "2029"]) == 2
    assert "Runden «2029» findes ikke. Skriv 2025-2026 eller 2027-2028." in capsys.readouterr().err
    first, second, every = ((root / name) for name in ("2025-2026", "2027-2028", "alle"))
    counted = {
        folder.name: [(row["Lokalområde"], row["Arrangement"]) for row in rows_of((folder / "tal.csv").read_bytes())]
        for folder in (first, second, every)
    }
    assert counted["2025-2026"] == [("Nordby", "Fest"), ("Sydby", "")], "the partners of Nordby are of both rounds"
    assert counted["2027-2028"] == [("Nordby", "Bal")]
    assert len(counted["alle"]) == 4
    report = docx.Document(str(second / "rapport.docx"))
    assert headings(report, 1) == ["Kulturpunkt i det hele", "Nordby", "Sådan er tallene lavet", "Billederne"]
    assert report.paragraphs[0].text == "Kulturpunkt: evaluering af runden 2027-2028"
    assert "Igen" in chapter(report, "Nordby")
    assert "Dialog" not in chapter(report, "Nordby")
