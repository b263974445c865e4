"""A colon in the text of a field: read where one thing is meant, and told where two fields may have come onto one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems.rules import reading
from generator.reading.sources import read_markdown
from tests.trees import write


def fields_of(root: Path, *lines: str) -> tuple[object, list[tuple[int, str]]]:
    source = read_markdown(write(root, {"a.md": "\n".join(["---", *lines, "---", "Kom.", ""])}), "a.md")
    return source.data, [(problem.line, problem.rule.code) for problem in source.problems]


@pytest.mark.parametrize(
    ("line", "key", "text"),
    [
        ("titel: Foredrag: Havet og os", "titel", "Foredrag: Havet og os"),
        ('Titel: Udstilling: "Lys" af N. N.', "Titel", 'Udstilling: "Lys" af N. N.'),
        ("resumé: Program for Anna's aften:", "resumé", "Program for Anna's aften:"),
        ("start: lørdag d. 2. maj 2026 kl: 19", "start", "lørdag d. 2. maj 2026 kl: 19"),
        ("tilmelding: Skriv inden fredag på mail: a@example.org", "tilmelding", "Skriv inden fredag på mail: a@example.org"),
        ("pris: 1/1-1/4: 350 kr., derefter: 425 kr.", "pris", "1/1-1/4: 350 kr., derefter: 425 kr."),
    ],
)
def test_a_text_with_a_colon_is_a_text(tmp_path: Path, line: str, key: str, text: str) -> None:
    assert fields_of(tmp_path, line, "kategori: musik") == ({key: text, "kategori": "musik"}, [])


@pytest.mark.parametrize(
    ("line", "key", "text"),
    [
        ('titel: "Fest" på havnen', "titel", '"Fest" på havnen'),
        ('resumé: "Kom", sagde hun: og alle kom', "resumé", '"Kom", sagde hun: og alle kom'),
        ('partnere:\n  - "Vi kommer igen", sagde en mor\n  - Skolen', "partnere", ['"Vi kommer igen", sagde en mor', "Skolen"]),
    ],
)
def test_a_text_may_begin_with_a_quotation(tmp_path: Path, line: str, key: str, text: object) -> None:
    assert fields_of(tmp_path, line, "kategori: musik") == ({key: text, "kategori": "musik"}, [])


@pytest.mark.parametrize(
    "line",
    [
        "titel: Fest pris: 50 kr.",
        "titel: Fest (sted: havnen)",
        "tilmelding: mail: a@example.org",
        "kontakt: Anna Navnesen vis: nej",
        "titel: Fest: sang # og dans",
        "ukendt: Fest: sang",
        "resumé: Fest: sang\n  og dans",
    ],
)
def test_what_may_be_two_fields_is_told(tmp_path: Path, line: str) -> None:
    data, problems = fields_of(tmp_path, line, "kategori: musik")
    assert data is None
    assert problems
    assert {rule for _, rule in problems} <= {reading.COLON.code, reading.INDENT.code, reading.HASH.code}


def test_a_colon_below_a_field_and_in_a_list_is_read_too(tmp_path: Path) -> None:
    lines = (
        "sted:",
        "  navn: Havnen: kajen",
        "  vej: Gå ned: til vandet",
        "links:",
        "  - titel: Se mere: her",
        "    adresse: www.a.dk",
    )
    assert fields_of(tmp_path, *lines) == (
        {
            "sted": {"navn": "Havnen: kajen", "vej": "Gå ned: til vandet"},
            "links": [{"titel": "Se mere: her", "adresse": "www.a.dk"}],
        },
        [],
    )
