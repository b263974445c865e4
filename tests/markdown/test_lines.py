"""Lines, lists and tables are what people and GitHub's preview mean by them."""

from __future__ import annotations

import re
import textwrap
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.markdown.test_convert import Seen, html_of
from tests.trees import modest

INDENTED = (
    "<p>Hej</p>\n<p>Vi mødes <strong>nu</strong><br>\nog <strong>her</strong></p>\n<p>Kom</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>"
)
"""What is pasted from Word or a mail with its margin is text: nobody writes code here."""
TABLE = (
    '<section aria-label="Tabel 1: Kl., Hvad, Hvor" class="table" tabindex="0"><table>\n<thead>\n'
    "<tr>\n<th>Kl.</th>\n<th>Hvad</th>\n<th>Hvor</th>\n</tr>\n</thead>\n<tbody>\n"
    "<tr>\n<td>10.00</td>\n<td>Kaffe</td>\n<td></td>\n</tr>\n<tr>\n<td>11.00</td>\n<td>A|B</td>\n<td>Skov</td>\n</tr>\n"
    "</tbody>\n</table></section>"
)
SENTENCES = (
    "Vi mødes ved kirken og går en tur langs fjorden, hvor Karen fra museet fortæller om fuglene. Bagefter er der kaffe og kage "
    "i klubhuset, og børnene kan lege på legepladsen. Tag gerne en ven med, og husk varmt tøj, for det blæser tit derude ved "
    "vandet. Har du spørgsmål, er du velkommen til at ringe til formanden inden søndag."
)


@pytest.mark.parametrize(
    "text",
    [
        "Kl. 10: Kaffe\nKl. 11: Tur",
        "kl. 10 kaffe\nkl. 11 tur\nkl. 12 farvel",
        "10.00-11.00 Velkomst ved borgmesteren og fællessang med koret fra Nordby\n11.00-12.00 Rundvisning",
        "10:00 Kaffe\n10:30 Foredrag\n12:00 Frokost",
        "Fredag den 3. maj: Dans\nLørdag den 4. maj: Teater",
        "fredag kl. 10\nlørdag kl. 12",
        "Ma 10-12\nTi 10-14\nOn lukket",
        "man. 10-12\ntirs. 10-14",
        "3/5 Dans\n10/5 Sang",
        "d. 3. maj dans\nd. 10. maj sang",
        "Sted: Havnen\nPris: 50 kr.\nArrangør: Nordby Borgerforening",
        "Forsamlingshuset\nByvej 3\n7900 Nykøbing",
        "Anna Hansen\nBo Jensen\nCarl Nielsen",
        "støvler\nregntøj\nmadpakke",
        "☎ 12 34 56 78\n✉ skriv til os\n📍 Havnen",
        "😀 Sjov for børn\n🎵 Musik for voksne",
        "Jeg ved en lærkerede,\njeg siger ikke mer;\nden findes på en hede,\net sted, som ingen ser.",
        "Kom og vær med!\nVi starter kl. 10.\nAlle er velkomne",
        "Karen Hansen, formand for borgerforeningen i Nordby by\nBo Jensen, kasserer",
        "a) Kaffe\nb) Te",
        "Tlf. 12 34 56 78\nMail: a@example.org",
    ],
)
@pytest.mark.parametrize("before", ["", "> ", "- "])
def test_lines_that_people_set_apart_stay_lines(text: str, before: str) -> None:
    rest = {"> ": "> ", "- ": "  "}.get(before, "")
    html = html_of(before + text.replace("\n", "\n" + rest))
    assert html.count("<br>") == text.count("\n")
    assert html.count("<p>") + html.count("<li>") == 1


def test_a_line_of_several_sentences_is_a_line() -> None:
    """Who writes a paragraph in each line and leaves none empty means paragraphs."""
    html = html_of(f"{SENTENCES}\n{SENTENCES}")
    assert html.count("<br>") == 1


@modest
@given(st.integers(40, 100), st.lists(st.sampled_from(SENTENCES.split()), min_size=40, max_size=90))
def test_what_a_program_has_wrapped_is_one_paragraph(width: int, words: list[str]) -> None:
    assume(width >= 60 or any(word[0].islower() for word in words))
    lines = textwrap.wrap(" ".join(words), width)
    assume(max(map(len, lines[:-1])) >= 60 or any(b[0].islower() and a[-1] not in ".," for a, b in pairwise(lines)))
    assert "<br>" not in html_of("\n".join(lines))


@pytest.mark.parametrize("width", [60, 65, 70, 72, 76, 80])
@pytest.mark.parametrize("before", ["", "> ", "- "])
def test_a_mail_that_is_wrapped_stays_a_paragraph(width: int, before: str) -> None:
    rest = {"> ": "> ", "- ": "  "}.get(before, "")
    lines = textwrap.wrap(SENTENCES + " Vi ses 1. maj kl. 10 ved 7900 Nykøbing.", width)
    html = html_of(before + f"\n{rest}".join(lines))
    assert "<br>" not in html
    assert html.count("<p>") + html.count("<li>") == 1


def test_a_wrapped_point_of_a_programme_is_one_line_and_the_next_another() -> None:
    text = "Kl. 10: Kaffe og rundstykker i det store telt, hvor vi også synger\nsammen med koret\nKl. 11: Tur"
    assert html_of(text) == "<p>" + text.replace("koret\n", "koret<br>\n") + "</p>"


@pytest.mark.parametrize("written", ["a  \nb", "a\\\nb", "a <br>b", "a<br />\nb", "a\u2028b", "a\x0bb", "a\x85b", "a\r\nb"])
def test_every_way_to_break_a_line_breaks_it_once(written: str) -> None:
    assert html_of(written).replace(" <", "<") == "<p>a<br>\nb</p>"


POINTS = "<ul>\n<li>Sko</li>\n<li>Mad</li>\n</ul>"


@pytest.mark.parametrize(
    "written",
    [
        *(f"{sign}\tSko\n{sign}\tMad" for sign in "•‣◦▪·–—−*+-o§Ø\uf0b7"),
        *(f"{sign} Sko\n{sign} Mad" for sign in "•‣◦▪·–—−*+-\uf0b7\uf0a7\uf0fc"),
        *("•Sko\n•Mad", "-Sko\n-Mad", "–Sko\n–Mad", "  *   Sko\n  *   Mad", "o   Sko\no   Mad", "\t•\tSko\n\t•\tMad"),
        *("·\u00a0\u00a0 Sko\n·\u00a0\u00a0 Mad", "•\u200b Sko\n•\u200b Mad"),
    ],
)
@pytest.mark.parametrize("before", ["", "Husk:\n"])
def test_bullets_of_any_kind_are_a_list(written: str, before: str) -> None:
    assert html_of(before + written).removeprefix("<p>Husk:</p>\n") == POINTS


@pytest.mark.parametrize(
    "written", ["– Karen Blixen", "Hun sagde\n– Nej", "-5 grader\n-3 grader", "o i slangen\no i ål", "Ø er en ø"]
)
def test_a_dash_alone_is_no_list(written: str) -> None:
    assert "<ul>" not in html_of(written)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("1) Sko\n2) Mad", "<ol>\n<li>Sko</li>\n<li>Mad</li>\n</ol>"),
        ("1.\tSko\n2.\tMad", "<ol>\n<li>Sko</li>\n<li>Mad</li>\n</ol>"),
        ("3) Sko\n4) Mad", '<ol start="3">\n<li>Sko</li>\n<li>Mad</li>\n</ol>'),
        ("- Mad\n  - Suppe", "<ul>\n<li>Mad<ul>\n<li>Suppe</li>\n</ul>\n</li>\n</ul>"),
        ("- Mad\n    - Suppe", "<ul>\n<li>Mad<ul>\n<li>Suppe</li>\n</ul>\n</li>\n</ul>"),
        ("* Mad\n\t* Suppe", "<ul>\n<li>Mad<ul>\n<li>Suppe</li>\n</ul>\n</li>\n</ul>"),
        ("- Mad\n  1. Suppe", "<ul>\n<li>Mad<ol>\n<li>Suppe</li>\n</ol>\n</li>\n</ul>"),
        ("1. Mad\n   - Suppe\n2. Sko", "<ol>\n<li>Mad<ul>\n<li>Suppe</li>\n</ul>\n</li>\n<li>Sko</li>\n</ol>"),
        ("1. Mad\n  - Suppe", "<ol>\n<li>Mad<ul>\n<li>Suppe</li>\n</ul>\n</li>\n</ol>"),
        ("•\tMad\no\tSuppe\n•\tSko", "<ul>\n<li>Mad<ul>\n<li>Suppe</li>\n</ul>\n</li>\n<li>Sko</li>\n</ul>"),
        (
            "- Mad\n  - Suppe\n    - Tomat\n- Sko",
            "<ul>\n<li>Mad<ul>\n<li>Suppe<ul>\n<li>Tomat</li>\n</ul>\n</li>\n</ul>\n</li>\n<li>Sko</li>\n</ul>",
        ),
        ("- a\n\n  b\n- c", "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>"),
        ("- a\n\n1. b", "<ul>\n<li>a</li>\n</ul>\n<ol>\n<li>b</li>\n</ol>"),
        ("- a\n1. b", "<ul>\n<li>a</li>\n</ul>\n<ol>\n<li>b</li>\n</ol>"),
        ("Kl.\tHvad\tHvor\n10.00\tKaffe\t\n11.00\tA|B\tSkov", TABLE),
        ("Program:\nKl.\tHvad\tHvor\n10.00\tKaffe\t\n11.00\tA|B\tSkov\n\nSlut", f"<p>Program:</p>\n{TABLE}\n<p>Slut</p>"),
        ("Hvad\tSang\nHvor\tHavnen", "<p>Hvad\tSang<br>\nHvor\tHavnen</p>"),
        ("10.00\tKaffe\tSal\n11.00\tTur\tSkov", "<p>10.00\tKaffe\tSal<br>\n11.00\tTur\tSkov</p>"),
        ("> - a\n>   - b", "<blockquote>\n<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n</blockquote>"),
        ("- [ ] Book sal\n- [x] Bag kage", "<ul>\n<li>☐ Book sal</li>\n<li>☑ Bag kage</li>\n</ul>"),
        ("- [x](https://e.org)", '<ul>\n<li><a href="https://e.org">x</a></li>\n</ul>'),
        ("Hej\n\n    Vi mødes **nu**\n    og <b>her</b>\n\n\tKom\n\n    - a\n    - b", INDENTED),
        ("- a\n\n        b\n\n- c", "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>"),
        ("~~aflyst~~ *og ~~fed~~*", "<p><del>aflyst</del> <em>og <del>fed</del></em></p>"),
        ("ca. ~50 og ~60", "<p>ca. ~50 og ~60</p>"),
        ("```\n- a\n  **b**\n```", "<pre><code>- a\n  **b**\n</code></pre>"),
        ("~~~ text\n<b>\n~~~\nslut", "<pre><code>&lt;b&gt;\n</code></pre>\n<p>slut</p>"),
        ("Kode:\n```\na", "<p>Kode:</p>\n<pre><code>a\n</code></pre>"),
        ("> ```\n> a\n> ```", "<blockquote>\n<pre><code>a\n</code></pre>\n</blockquote>"),
        ("- a\n  ```\n    b\n  ```", "<ul>\n<li>\n<p>a</p>\n<pre><code>  b\n</code></pre>\n</li>\n</ul>"),
        ("Program\n-------\nKl. 10", "<h2>Program</h2>\n<p>Kl. 10</p>"),
        ("a\n\n---\nb", "<p>a</p>\n<hr>\n<p>b</p>"),
        ("# A\n## B\ntekst\n### C", "<h2>A</h2>\n<h3>B</h3>\n<p>tekst</p>\n<h4>C</h4>"),
        ("- a\n===\n- b", "<ul>\n<li>a<br>\n    ===</li>\n<li>b</li>\n</ul>"),
        ("Vi er 5\n2. plads", "<p>Vi er 5<br>\n2. plads</p>"),
    ],
)
def test_markdown_is_what_github_shows(written: str, shown: str) -> None:
    assert html_of(written) == shown


TABLE = "| a | b |\n|---|---|\n| 1 | 2 |"


@pytest.mark.parametrize("table", [TABLE, "a | b\n--|--\n1 | 2", "| a |\n|---|\n| 1 |", "|a|b|\n|:-:|-:|\n|1|2|"])
@pytest.mark.parametrize("before", ["Priser:\n", "> Priser:\n> ", "- Priser:\n  ", "# Priser\n"])
def test_a_table_may_follow_a_line(table: str, before: str) -> None:
    rest = {">": "> ", "-": "  "}.get(before[0], "")
    html = html_of(before + table.replace("\n", "\n" + rest))
    assert "<table>" in html
    assert "|" not in html
    assert html.index("Priser") < html.index("<table>")


def test_what_only_looks_like_a_table_is_text() -> None:
    assert html_of("a | b\nc | d") == "<p>a | b<br>\nc | d</p>"
    assert "<table>" not in html_of("Tekst\n---|---\nmere")


@modest
@given(st.lists(st.tuples(st.integers(0, 6), st.sampled_from(["- ", "1. ", "• ", "", "> ", "| a | b |", "|-|-|"])), max_size=12))
def test_no_word_is_lost_in_whatever_order_things_stand(pieces: list[tuple[int, str]]) -> None:
    lines = [" " * indent + sign + (f"ord{number}" if "|" not in sign else "") for number, (indent, sign) in enumerate(pieces)]
    text = "\n".join(lines)
    html = html_of(text + "\n\nslut")
    words = re.findall(r"\bord\d+\b", text)
    assert re.findall(r"\bord\d+\b", html) == words
    assert Seen(html).tags
