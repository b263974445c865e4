"""Files are read as text, whatever program saved them, and each fault is reported where it stands."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.problems.rules import reading
from generator.reading.places import problem_at
from generator.reading.sources import read_markdown, read_text, read_yaml
from generator.reading.texts import MAX_BYTES
from tests.trees import write


def test_every_scalar_stays_what_was_written(tmp_path: Path) -> None:
    write(tmp_path, {"a.yml": "hour: 14.30\nanswer: no\nyear: 2026\nday: 2026-05-01\nnone:\nlist: [1.0, ~]\n"})
    assert read_yaml(tmp_path, "a.yml").data == {
        **{"hour": "14.30", "answer": "no", "year": "2026", "day": "2026-05-01", "none": ""},
        "list": ["1.0", "~"],
    }


def test_front_matter_and_text_come_apart(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "---\ntitel: Fest\n---\n\nFørste linje\n---\nmere\n"})
    source = read_markdown(tmp_path, "a.md")
    assert source.data == {"titel": "Fest"}
    assert source.body == "\nFørste linje\n---\nmere\n"
    assert source.body_line == 4
    assert source.problems == ()


def test_front_matter_can_be_empty_and_the_text_too(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "---\n---"})
    source = read_markdown(tmp_path, "a.md")
    assert (source.data, source.body, source.problems) == ({}, "", ())


@pytest.mark.parametrize(
    "saved",
    [
        "---\r\ntitel: Fest på havnen\r\n---\r\nVi ses\r\n".encode(),
        "---\rtitel: Fest på havnen\r---\rVi ses\r".encode(),
        b"\xef\xbb\xbf" + "---\ntitel: Fest på havnen\n---\nVi ses\n".encode(),
        "---\ntitel: Fest pa\u030a havnen\n---\nVi ses\n".encode(),
        "---  \ntitel: Fest på havnen   \n--- \nVi ses\n".encode(),
    ],
    ids=["Windows", "old Mac", "byte order mark", "letters apart", "spaces at the end"],
)
def test_any_editor_saves_the_same_file(tmp_path: Path, saved: bytes) -> None:
    write(tmp_path, {"a.md": saved})
    source = read_markdown(tmp_path, "a.md")
    assert (source.data, source.body) == ({"titel": "Fest på havnen"}, "Vi ses\n")


def test_all_of_the_fields_may_be_indented(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": b"  ---\n  titel: Fest\n  pris: gratis\n  ---\nTekst"})
    source = read_markdown(tmp_path, "a.md")
    assert (source.data, source.body) == ({"titel": "Fest", "pris": "gratis"}, "Tekst")


@pytest.mark.parametrize(
    "saved", ["---\ntitel: Fest\nstart: 3. maj 2026", "---\ntitel: Fest\nændringer:\n  - dato: 3. maj 2026\n\n"]
)
def test_a_file_that_was_cut_off_in_its_fields_is_not_read(tmp_path: Path, saved: str) -> None:
    write(tmp_path, {"a.md": saved.encode()})
    [problem] = read_markdown(tmp_path, "a.md").problems
    assert problem.rule == reading.FENCES


@pytest.mark.parametrize(
    ("saved", "body", "line"),
    [
        ("titel: Fest\n", "", 2),
        ("titel: Fest\n---\nTekst\n", "Tekst\n", 3),
        ("---\ntitel: Fest\n\nTekst\n", "\nTekst\n", 3),
        ("---\n\ntitel: Fest\nTekst: nej\n---\n", "", 6),
        ("titel: Fest\n\nKom og syng: vi ses\n", "\nKom og syng: vi ses\n", 2),
        ("---\ntitel: Fest\n\nstart: 3. maj 2026\nKom: ja\n\nHusk: mad\n", "\nHusk: mad\n", 6),
        ("titel: Fest\n\nTekst\nmere: nej\n", "\nTekst\nmere: nej\n", 2),
        ("—\ntitel: Fest\n—\nTekst", "Tekst", 4),
        ("***\ntitel: Fest\n***\nTekst", "Tekst", 4),
        ("+++\ntitel: Fest\n+++\nTekst", "Tekst", 4),
        ("———\ntitel: Fest\n———\nTekst", "Tekst", 4),
        ("--\ntitel: Fest\n--\nTekst", "Tekst", 4),
        ("–-\ntitel: Fest\n----\nTekst", "Tekst", 4),
        ("\n \n---\ntitel: Fest\n---\nTekst", "Tekst", 6),
        ("```yaml\ntitel: Fest\n```\nTekst", "Tekst", 4),
        (" ---\ntitel: Fest\n ---\nTekst\n---\n", "Tekst\n---\n", 4),
        ("```yaml\n---\ntitel: Fest\n---\nTekst\n```\n", "Tekst\n\n", 5),
    ],
)
def test_fields_are_found_whatever_stands_around_them(tmp_path: Path, saved: str, body: str, line: int) -> None:
    write(tmp_path, {"a.md": saved.encode()})
    source = read_markdown(tmp_path, "a.md")
    assert source.problems == ()
    assert source.data["titel"] == "Fest"
    assert (source.body, source.body_line) == (body, line)
    place = problem_at(tmp_path, "a.md", ("titel",), "Nej.", reading.INDENT)
    assert saved.split("\n")[place.line - 1] == "titel: Fest"
    assert place.column == 8


@pytest.mark.parametrize("saved", ["", "\n\n", "Kom til fest\n\ntitel: Fest\n", "# Fest\n", "Kom til fest.\n---\nVi ses\n"])
def test_a_file_without_fields_is_reported(tmp_path: Path, saved: str) -> None:
    write(tmp_path, {"a.md": saved.encode()})
    source = read_markdown(tmp_path, "a.md")
    assert source.data is None
    [problem] = source.problems
    assert str(problem).startswith("a.md:1:1: Skriv en linje «---» først i filen")


@pytest.mark.parametrize(
    ("letter", "said"),
    [
        ("\u202e", "Her står et usynligt tegn (U+202E). Slet det, og skriv teksten igen."),
        ("\u2066", "Her står et usynligt tegn (U+2066). Slet det, og skriv teksten igen."),
        ("\U000e0041", "Her står et usynligt tegn (U+E0041). Slet det, og skriv teksten igen."),
        ("\ue000", "Her står et tegn, der ikke kan vises (U+E000). Slet det, og skriv teksten igen."),
        ("\ufffd", "Her står «\ufffd», hvor et bogstav er gået tabt. Slet det, og skriv bogstavet igen."),
    ],
)
def test_a_letter_that_can_deceive_is_found_where_it_stands(tmp_path: Path, letter: str, said: str) -> None:
    write(tmp_path, {"a.yml": f"navn: Nordby\nby: Ål{letter}bæk\n".encode()})
    source = read_yaml(tmp_path, "a.yml")
    assert source.data is None
    assert [str(problem) for problem in source.problems] == [f"a.yml:2:7: {said}"]


UNSEEN = "\x00\x07\x1b\x1f\x7f\xad\u034f\u061c\u180e\u200b\u200d\u200e\u200f\u2060\u2063\u206a\u3164\ufeff\ufff9\ufffc"


@pytest.mark.parametrize("letter", UNSEEN, ids=lambda letter: f"U+{ord(letter):04X}")
def test_a_letter_without_meaning_is_dropped(tmp_path: Path, letter: str) -> None:
    escape = f"\\u{ord(letter):04x}"
    saved = f'---\nti{letter}tel: Fe{letter}st\nsted: "Hav{escape}nen"\n---\nVi {letter}ses{letter}\n'
    write(tmp_path, {"a.md": saved.encode()})
    source = read_markdown(tmp_path, "a.md")
    assert (source.problems, source.data, source.body) == ((), {"titel": "Fest", "sted": "Havnen"}, "Vi ses\n")


@pytest.mark.parametrize("other", "\u2028\u2029\x85\v\f", ids=lambda letter: f"U+{ord(letter):04X}")
def test_every_kind_of_line_break_is_a_new_line(tmp_path: Path, other: str) -> None:
    """In a field it is one inside of the value, unless the next field begins there."""
    saved = f"---\ntitel: Fest\nsted: Havnen{other}Kajen 1{other}pris: gratis\n---\nKl. 10{other}Kl. 11\n"
    write(tmp_path, {"a.md": saved.encode(), "b.md": f"Kl. 10{other}Kl. 11".encode()})
    source = read_markdown(tmp_path, "a.md")
    assert source.data == {"titel": "Fest", "sted": "Havnen\nKajen 1", "pris": "gratis"}
    assert source.body == "Kl. 10\nKl. 11\n"
    assert "\ufdd0" not in source.front
    assert read_text(tmp_path, "b.md").body == "Kl. 10\nKl. 11"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("\uf0b7 Sko", "• Sko"),
        ("Kom \uf04a", "Kom ☺"),
        ("A\uf0e0B", "A→B"),
        ("Det\x92s \x93nu\x94", "Det’s “nu”"),
        ("a\x1eb", "a-b"),
    ],
)
def test_letters_of_word_and_windows_are_the_ones_that_were_meant(tmp_path: Path, written: str, meant: str) -> None:
    write(tmp_path, {"a.md": f"---\ntitel: x\n---\n{written}\n".encode()})
    assert read_markdown(tmp_path, "a.md").body == meant + "\n"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("２５４５８０９０", "25458090"),
        ("＋４５ ２５．４５．８０．９０", "+45 25.45.80.90"),
        ("٢٠٢٦-٠٥-٠١", "2026-05-01"),
        ("۱۹.۳۰", "19.30"),
        ("५० kr.", "50 kr."),
        ("m² og ½", "m² og ½"),
        ("Ｆｅｓｔ", "Ｆｅｓｔ"),
    ],
)
def test_digits_of_other_scripts_are_read_in_fields_only(tmp_path: Path, written: str, read: str) -> None:
    write(tmp_path, {"a.md": f"---\npris: {written}\nliste: [{written}]\n---\n{written}\n".encode()})
    source = read_markdown(tmp_path, "a.md")
    assert (source.data, source.body) == ({"pris": read, "liste": [read]}, written + "\n")


def test_a_file_that_is_not_utf_8_is_reported_at_its_line(tmp_path: Path) -> None:
    write(tmp_path, {"a.yml": "navn: Nordby\nby: Ålbæk\n".encode("latin-1")})
    [problem] = read_yaml(tmp_path, "a.yml").problems
    assert str(problem) == "a.yml:2:1: Filen er ikke gemt som UTF-8-tekst. Gem den igen med tegnsættet UTF-8."


def test_a_file_can_be_as_large_as_the_limit_and_no_larger(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": b"a" * MAX_BYTES, "b.md": b"a" * (MAX_BYTES + 1)})
    assert read_text(tmp_path, "a.md").problems == ()
    assert read_text(tmp_path, "b.md").problems[0].message == "Filen er for stor. Den må højst fylde 200 kB. Gør teksten kortere."


@pytest.mark.parametrize(
    ("path", "location", "place", "spoken"),
    [
        ("a.yml", ("navn",), (1, 7), "navn"),
        ("a.yml", ("partnere", 1, "sektor"), (5, 13), "partnere[2].sektor"),
        ("a.yml", ("partnere", 1), (4, 5), "partnere[2]"),
        ("a.yml", ("mål", 1), (6, 10), "mål[2]"),
        ("a.yml", ("maal", 0), (6, 7), "maal[1]"),
        ("a.yml", ("partnere", 0, "link"), (3, 5), "partnere[1].link"),
        ("a.yml", ("ukendt",), (1, 1), "ukendt"),
        ("a.yml", ("tom",), (7, 1), "tom"),
        ("a.md", ("titel",), (2, 8), "titel"),
        ("a.md", ("sted", "navn"), (4, 9), "sted.navn"),
    ],
)
def test_a_problem_stands_at_the_value(
    tmp_path: Path, path: str, location: tuple[str | int, ...], place: tuple[int, int], spoken: str
) -> None:
    yml = "navn: Ålbæk\npartnere:\n  - navn: a\n  - navn: ø\n    sektor: b\nmål: [æ, ø, å]\ntom:\n"
    write(tmp_path, {"a.yml": yml, "a.md": "---\ntitel: Fest\nsted:\n  navn: Havn\n---\n"})
    problem = problem_at(tmp_path, path, location, "Nej.", reading.INDENT)
    assert (problem.line, problem.column) == place
    assert str(problem) == f"{path}:{place[0]}:{place[1]}: {spoken}: Nej."


def test_places_hold_in_files_from_windows_and_from_a_mac(tmp_path: Path) -> None:
    write(tmp_path, {"a.yml": "by: A\u030albæk\r\nliste: [a\u030a, x]\r\n".encode()})
    problem = problem_at(tmp_path, "a.yml", ("liste", 1), "Nej.", reading.INDENT)
    assert (problem.line, problem.column) == (2, 12)


def test_lists_that_hold_lists_are_read_to_a_depth_and_no_deeper(tmp_path: Path) -> None:
    write(tmp_path, {"a.yml": "a: " + "[" * 11 + "]" * 11, "b.yml": "a: " + "[" * 13 + "]" * 13})
    assert read_yaml(tmp_path, "a.yml").problems == ()
    assert "b.yml:1:16: Felterne ligger for dybt inde i hinanden. Ryk linjerne længere ud." in map(
        str, read_yaml(tmp_path, "b.yml").problems
    )


@pytest.mark.parametrize("bomb", ["'[' * 90_000", "'[' * 90_000 + ']' * 90_000", "'- ' * 90_000 + 'x'", "'{a: ' * 45_000"])
def test_very_deep_nesting_does_not_bring_the_program_down(tmp_path: Path, bomb: str) -> None:
    """In a process of its own: what it guards against ends the process."""
    program = (
        "from pathlib import Path; from generator.reading.sources import read_yaml; "
        f"Path('a.yml').write_text({bomb}); print(len(read_yaml(Path(), 'a.yml').problems) > 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "True\n"), done.stderr


def test_an_alias_that_holds_itself_is_reported(tmp_path: Path) -> None:
    write(tmp_path, {"a.yml": "a: &a [*a]\n"})
    [problem] = read_yaml(tmp_path, "a.yml").problems
    assert (
        problem.message
        == "Henvisninger med & og * kan ikke bruges. Begynder teksten med et af de tegn, så sæt anførselstegn om den."
    )


def test_aliases_that_multiply_are_reported_at_once(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x]", *(f"a{place}: &a{place} [{', '.join([f'*a{place - 1}'] * 9)}]" for place in range(1, 12))]
    write(tmp_path, {"a.yml": "\n".join(lines)})
    source = read_yaml(tmp_path, "a.yml")
    assert source.data is None
    assert {problem.message for problem in source.problems} == {
        "Henvisninger med & og * kan ikke bruges. Begynder teksten med et af de tegn, så sæt anførselstegn om den."
    }


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: Vores fortælling\n---\nHej\n", 1),
        ("\n---\ntitel: Os\n\nresumé:\n--- \n", 2),
        ("---\ntitel: x\n\nHej\n", None),
        ("---\nHej\n---\n", None),
        ("---\n\nProgram: sang\n\n---\n", None),
        ("Hej\n\n---\nProgram: sang\n---\n", None),
    ],
)
def test_a_text_has_no_fields(tmp_path: Path, text: str, line: int | None) -> None:
    write(tmp_path, {"index.md": text})
    found = [(problem.line, problem.column, problem.rule) for problem in read_text(tmp_path, "index.md").problems]
    assert found == ([(line, 1, reading.NO_FIELDS)] if line else [])


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("sted: {navn: Vejen 1, 7900 Nykøbing, vej: fra torvet}", {"navn": "Vejen 1, 7900 Nykøbing", "vej": "fra torvet"}),
        ("efter: {timer: 1.200,5}", {"timer": "1.200,5"}),
        ("efter: [{tekst: Kom glad, og tag\n  nogen med}]", [{"tekst": "Kom glad, og tag nogen med"}]),
        ("kontakt: {navn: Anna, vis}", {"navn": "Anna", "vis": "vis"}),
        ("kontakt: {navn: Anna, vis: , mail: 'a, b'}", {"navn": "Anna", "vis": "", "mail": "a, b"}),
        ("kategori: [kor, dans]", ["kor", "dans"]),
    ],
)
def test_a_comma_between_curly_brackets_ends_no_value_that_goes_on_after_it(tmp_path: Path, written: str, value: object) -> None:
    source = read_yaml(write(tmp_path, {"a.yml": written + "\n"}), "a.yml")
    assert list(source.data.values()) == [value]
