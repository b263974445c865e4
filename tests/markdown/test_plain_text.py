"""Clean HTML as plain text: nothing is run together, and what a list or a table orders stays in order."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.markdown.convert import cleaned
from generator.markdown.plain_text import plain_text

MARKDOWNS: Mapping[str, str] = {
    "Hej *du*.\n\nKom [her](/om/) og [skriv](mailto:a@b.dk).": "Hej du.\n\nKom her (https://x.dk/om/) og skriv (a@b.dk).",
    "- en\n- to\n\nSlut": "- en\n- to\n\nSlut",
    "- en\n\n- to\n\n    mere": "- en\n\n- to\n\n  mere",
    "3. klasse synger\n4. klasse\n    - på fløjte\n5. klasse": "3. klasse synger\n4. klasse\n  - på fløjte\n5. klasse",
    "1. a\n    1. b\n        - c\n        - d\n2. e\n\nf": "1. a\n  1. b\n    - c\n    - d\n2. e\n\nf",
    "|a|b|\n|-|-|\n|1|2|": "a | b\n1 | 2",
    "|a|b|c|\n|-|-|-|\n|1||3|": "a | b | c\n1 | | 3",
    "```\nen   to\n  tre\n```": "en to\n  tre",
    "# Over\nUnder  \nligger\n\n---\n> Citat": "Over\n\nUnder\nligger\n\nCitat",
    "[a@b.dk](mailto:a@b.dk) [12 34](tel:+451234)": "a@b.dk 12 34 (+451234)",
    "Vi <3 jer & 5 &gt; 3": "Vi <3 jer & 5 > 3",
    "<script>alert(1)</script>ok": "ok",
}


@pytest.mark.parametrize(("markdown", "text"), MARKDOWNS.items())
def test_markdown_becomes_text(markdown: str, text: str) -> None:
    html = cleaned(markdown, "https://x.dk/")
    assert html is not None
    assert plain_text(html) == text


def test_nothing_is_no_text() -> None:
    assert plain_text("") == plain_text("<p></p>\n<ul></ul>") == ""
