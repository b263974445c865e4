"""No text takes long, becomes far more than was written, or ends the build."""

from __future__ import annotations

from itertools import product
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.markdown.bounds import MAX_CELLS, fault_in
from generator.markdown.convert import cleaned, converted
from generator.markdown.lint import findings
from generator.text.letters import LONGEST_TEXT
from tests.markdown.test_convert import MARKS, WORDS, assert_harmless
from tests.trees import modest

SECONDS = 0.6
"""On a machine that does other work too: alone it takes half as long."""

SIGNS = [
    "a",
    " ",
    "\n",
    "*",
    "_",
    "!",
    "#",
    "-",
    "=",
    "|",
    "&",
    ";",
    '"',
    "~",
    "+",
    "1.",
    ":",
    "    ",
    "• ",
    "www.",
    "@",
    "tlf. ",
    "1. maj",
]
SLOW = [
    *(
        "- a\n===\n",
        "a\n=\n",
        "a\n-\n",
        "a\n***\n",
        "a\n# b\n",
        "\n- ",
        "- a\n  ",
        "  - a\n",
        "1. a\n - b\n",
        "a **b",
        "*a **b* ",
        "_a *b_",
        "~~a",
        "~~ ",
    ),
    *(
        "> a\n",
        "a\n> ",
        "|",
        "|a",
        "|-",
        "| a\n|-\n",
        "a|b\n-|-\n",
        "Kl. 10\n",
        "1. jan\n  ",
        "https://a.b/",
        "http://",
        "a@b.c ",
        "12345678 ",
    ),
    *(
        "tlf. 12 34 56 78\n",
        "tlf.",
        "www.a.b)",
        "https://a.b/)",
        "&amp;",
        "&#8203;",
        "\u200b",
        "\u2028",
        "o\t",
        "•",
        "– a\n",
        "-a\n",
        "[a]: b\n",
    ),
    *(
        "```\n",
        "~~~\n",
        "`",
        "``` a\n",
        "\\",
        "\\*",
        "<b>",
        "<p>",
        "<!--",
        "<![",
        "<a ",
        "</",
        "[a](",
        "![",
        "[x][",
        "a  \n",
        "\t",
        "\x0b",
        "１",
    ),
]


@pytest.mark.parametrize("piece", SLOW)
def test_a_piece_written_again_and_again_is_read_in_a_moment(piece: str) -> None:
    text = (piece * LONGEST_TEXT)[:LONGEST_TEXT]
    started = process_time()
    html = converted(text)
    list(findings(text))
    assert process_time() - started < SECONDS * 2
    assert len(html) <= 20 * len(text) + 1_000


def test_pairs_of_signs_grow_no_faster_than_the_text() -> None:
    """Of every two signs, 5,000 letters together: what grows with the square shows among the slowest."""
    slowest = max((_time(first + second, 5_000), first + second) for first, second in product(SIGNS, SIGNS))
    assert slowest[0] < SECONDS, slowest


def _time(piece: str, length: int) -> float:
    started = process_time()
    converted((piece * length)[:length])
    return process_time() - started


def test_a_table_of_too_many_cells_is_shown_as_it_was_written() -> None:
    wide = "|" + "a|" * 1_000 + "\n|" + "-|" * 1_000 + "\n" + "a\n" * 7_000
    assert fault_in(wide) == (
        "Der er for mange felter i tekstens tabeller: højst 2.000 i alt. Slet rækker eller kolonner.",
        fault_in(wide)[1],  # type: ignore[index]
    )
    html = cleaned(wide, "")
    assert html and "<table>" not in html and len(html) < 5 * len(wide)


@pytest.mark.parametrize("separator", ["|-|-|", "-|-", "|:-:|-:|", "> |-|-|"])
def test_tables_are_counted_together(separator: str) -> None:
    sign = "> " if separator[0] == ">" else ""
    rows = MAX_CELLS // 4
    table = f"{sign}|a|b|\n{separator}\n" + f"{sign}c\n" * (rows - 2)
    assert fault_in(table[: len(table) // 2]) is None
    assert fault_in(table + "\n" + table + "\n" + table)


def test_a_large_table_of_real_size_is_welcome() -> None:
    table = (
        "| Dag | Kl. | Hvad | Hvor | Pris | Hvem |\n|---|---|---|---|---|---|\n" + "| lø | 10 | Kor | Havnen | 0 | alle |\n" * 150
    )
    assert fault_in(table) is None
    assert str(cleaned(table, "")).count("<tr>") == 151


def test_a_link_that_is_used_often_does_not_fill_the_page() -> None:
    text = "[a]: https://example.org/" + "x" * 15_000 + "\n\n" + "[a] " * 490
    assert fault_in(text)
    assert len(converted(text)) < 2 * len(text)


HTML = [
    "<p ><![:",
    "<![",
    "<!",
    "<!DOCTYPE x[",
    "<?php",
    "]]>",
    "<![if x]>",
    "<a href='",
    "<b",
    "</",
    "<table><td>",
    "<ul><li>",
    "<pre>",
    "<script",
    "-->",
]


@modest
@example("<p ><![:")
@example("<table><!x")
@example("<ul>\n<![CDATA[")
@given(st.lists(st.sampled_from(MARKS + WORDS + HTML + SIGNS), max_size=20).map("".join) | st.text())
def test_no_text_ends_the_build_or_the_check(text: str) -> None:
    assert_harmless(str(cleaned(text, "../") or ""))
    for finding in findings(text):
        assert 0 <= finding.offset <= len(text)


@pytest.mark.parametrize("depth", [5, 50, 249])
@pytest.mark.parametrize("piece", ["> ", "- ", "1. ", "> - ", "<ul><li>", "<blockquote>", "<b>", "**a *", "• "])
def test_what_is_nested_deeply_is_still_shown(piece: str, depth: int) -> None:
    html = str(cleaned(piece * depth + "midt", "") or "")
    assert "midt" in html
    assert html.count("<blockquote>") + html.count("<ul>") + html.count("<ol>") <= depth + 1
