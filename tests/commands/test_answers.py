"""The steering groups' answers are counted, and no single one is ever written."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.commands.answers import lines_of, rows_of
from generator.model.questions import Question
from tests import processes
from tests.trees import programme

ROWS = [{"": "før", "a": answer} for answer in ("ja", "ja", "1", "nej", "ja", "", "måske")] + [{"": "Efter", "a": "nej"}] * 4


@pytest.mark.parametrize(("before", "said"), [((), "før: [4, 1]"), ((4, 1), "før: [4, 1]"), ((3, 2), "før: [4, 1]")])
def test_answers_are_counted_together(before: tuple[int, ...], said: str) -> None:
    question = Question.of({"key": "a", "text": "Går det?", "answers": ("ja", "nej"), "before": before, "after": ()})
    lines = list(lines_of(question, ROWS))
    assert lines[0] == said
    assert lines[1].startswith("# før: 1 svar er ikke en af svarmulighederne")
    assert lines[2] == "# efter: Der er færre end 5 svar. De vises ikke."


def test_a_few_new_answers_wait_for_more() -> None:
    question = Question.of({"key": "a", "text": "Går det?", "answers": ("ja", "nej"), "before": (), "after": (5, 0)})
    lines = list(lines_of(question, [{"": "efter", "a": "ja"}] * 7))
    assert [line for line in lines if "[" in line] == []
    assert "Der er færre end 5 nye svar" in lines[-1]


SHEET = (("Svar fra styregrupperne",), (), ("Hvornår", "a", "Går det?"), ("før", 1, "nej"), ("efter", None, "æh"))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16", "xlsx"])
def test_a_table_is_read_as_office_programs_save_it(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "svar"
    if encoding == "xlsx":
        book = Workbook()
        for row in SHEET:
            book.active.append(row)  # type: ignore[union-attr]
        book.save(file)
    else:
        file.write_text("\n".join(";".join("" if cell is None else str(cell) for cell in row) for row in SHEET), encoding)
    assert [(row[""], row["a"], row["gaardet?"]) for row in rows_of(file)] == [("før", "1", "nej"), ("efter", "", "æh")]


def test_a_table_without_a_time_says_what_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "svar.csv").write_text("a;b\n1;2\n", "utf-8")
    with pytest.raises(ValueError, match="hvornår"):
        rows_of(tmp_path / "svar.csv")


def test_a_form_asks_in_words_of_its_own_and_nothing_is_lost_in_silence(tmp_path: Path) -> None:
    file = tmp_path / "svar.csv"
    rows = ["2026/03/01,Før projektet,2 - Lidt"] * 6 + ["2026/09/01,Slut,Meget."] * 5 + ["2026/09/01,,Meget"] * 2
    file.write_text("\n".join(["Tidsstempel,Hvornår svarer I?,Arbejder I sammen?", *rows]), "utf-8")
    asked = "spørgsmål:\n" + "".join(
        f"  - {{nøgle: {key}, spørgsmål: {text}, svar: [Slet ikke, Lidt, Meget]}}\n"
        for key, text in (("sammen", "Arbejder I sammen?"), ("flere", "Er I flere?"))
    )
    done = processes.kulturpunkt(programme(tmp_path / "p", {"content/spoergsmaal.yml": asked}), "answers", str(file))
    assert "2 linjer siger hverken før eller efter" in done.stdout
    assert "- nøgle: sammen\n  før: [0, 6, 0]\n  efter: [0, 0, 5]\n" in done.stdout
    assert "- nøgle: flere\n  # Ingen kolonne hedder flere eller «Er I flere?».\n" in done.stdout
