"""Addresses in text are links: of the web, of mail, and phone numbers that a word announces."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from generator.markdown.links import linked
from tests.markdown.test_convert import Seen, assert_harmless, html_of
from tests.trees import modest

LINKS = [
    ("Læs mere på https://example.org/tur", ["https://example.org/tur"]),
    ("(se https://example.org/tur).", ["https://example.org/tur"]),
    ("Se http://example.org, eller HTTPS://EXAMPLE.ORG/A!", ["http://example.org", "HTTPS://EXAMPLE.ORG/A"]),
    ("Se https://da.wikipedia.org/wiki/Mors_(ø).", ["https://da.wikipedia.org/wiki/Mors_(ø)"]),
    ("»https://example.org/a«", ["https://example.org/a"]),
    ("https://example.org/?a=1&b=2&copy=3#x", ["https://example.org/?a=1&b=2&copy=3#x"]),
    ("https://example.org/a_b_c/d*e*f", ["https://example.org/a_b_c/d*e*f"]),
    ("www.example.org", ["https://www.example.org"]),
    ("Se Www.example.org/a, tak", ["https://Www.example.org/a"]),
    ("https://æbleø.dk/blåbær", ["https://æbleø.dk/blåbær"]),
    ("Skriv til karen.hansen+x@mail.example.org.", ["mailto:karen.hansen+x@mail.example.org"]),
    ("bådelauget@ærø.dk", ["mailto:bådelauget@ærø.dk"]),
    ("mailto:a@example.org", ["mailto:a@example.org"]),
    ("Tlf. 12 34 56 78", ["tel:+4512345678"]),
    ("tlf 12345678", ["tel:+4512345678"]),
    ("Telefon: 1234 5678", ["tel:+4512345678"]),
    ("Ring til formanden på 12.34.56.78.", ["tel:+4512345678"]),
    ("mobil 12-34-56-78", ["tel:+4512345678"]),
    ("☎ 12 34 56 78", ["tel:+4512345678"]),
    ("☎️12 34 56 78", ["tel:+4512345678"]),
    ("📞 (+45) 12 34 56 78", ["tel:+4512345678"]),
    ("tel.nr. 12 345 678", ["tel:+4512345678"]),
    ("Karen, +45 12 34 56 78", ["tel:+4512345678"]),
    ("0045 12345678", ["tel:+4512345678"]),
    ("Ring på +46 70 123 45 67", ["tel:+46701234567"]),
    ("Ring på 12 34 56 78 eller 87 65 43 21", ["tel:+4512345678", "tel:+4587654321"]),
    ("Tlf. 12 34 56 78 (Anna), 87 65 43 21 (Bo)", ["tel:+4512345678", "tel:+4587654321"]),
    ("tlf. １２３４５６７８", ["tel:+4512345678"]),
    ("tlf.\u00a012\u00a034\u00a056\u00a078", ["tel:+4512345678"]),
    (
        "Mail a@example.org, tlf. 12 34 56 78, www.example.org",
        ["mailto:a@example.org", "tel:+4512345678", "https://www.example.org"],
    ),
]


@pytest.mark.parametrize(("text", "links"), LINKS)
def test_an_address_is_a_link_in_markdown_and_in_a_plain_field(text: str, links: list[str]) -> None:
    for html in (html_of(text), str(escape(linked(text)))):
        assert Seen(html).links == links
        assert_harmless(html)
        said = re.sub(r"<[^<>]*>", "", html)
        assert unescape(said).replace("\u00a0", " ") == text.replace("\u00a0", " ")


NO_LINKS = [
    *("https://", "http://localhost/x", "www.", "a@b", "@havnen", "kl. 10.00-12.00", "pris 12 34 56 78", "12345678", "2026-05-01"),
    *(
        "CVR 12345678",
        "Ring først. CVR: 12345678",
        "tlf. 123 456",
        "tlf. 12 34 56 78 90",
        "konto 1234 12345678",
        "mobilepay 12345678",
    ),
    *(
        "eksempel.dk",
        "http://a@b.dk",
        "https://www.example.org:443@b.dk/x",
        "www.a@b.dk",
        "[x](http://a@b.dk)",
        "[x](https:/\\a:b@c.dk/)",
        "ftp://example.org",
        "javascript://example.org/%0aalert(1)",
        "data:text/html,x",
        "x@example",
        "Tlf.\n12 34 56 78",
    ),
]


@pytest.mark.parametrize("text", NO_LINKS)
def test_what_is_no_address_is_no_link(text: str) -> None:
    assert Seen(html_of(text)).links == []
    assert linked(text) == text or Seen(str(linked(text))).links == []


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("`https://example.org` og\n\n```\nwww.example.org\na@example.org\n```", []),
        ("[https://example.org](https://example.com)", ["https://example.com"]),
        ("<a href='https://example.com'>www.example.org</a>", ["https://example.com"]),
        ("<https://example.org> <a@example.org>", ["https://example.org", "mailto:a@example.org"]),
        ("[x](https://example.org 'tlf. 12345678')", ["https://example.org"]),
        ("**Telefon:** 12345678", ["tel:+4512345678"]),
        ("**https://example.org/a_b**", ["https://example.org/a_b"]),
        ("- www.example.org\n- *a@example.org*", ["https://www.example.org", "mailto:a@example.org"]),
        ("| a | b |\n|-|-|\n| https://example.org | tlf. 12345678 |", ["https://example.org", "tel:+4512345678"]),
        ("Telefon:\n\n12345678", []),
    ],
)
def test_links_are_made_in_text_only(text: str, links: list[str]) -> None:
    assert Seen(html_of(text)).links == links


PIECES = [
    "https://",
    "www.",
    "a.b",
    "@",
    "c.dk",
    "tlf. ",
    "+45",
    " 12345678",
    '"',
    "'",
    "<",
    ">",
    "&",
    "&#58;",
    "\u00a0",
    "\n",
    "(",
    ")",
    "]",
]


@modest
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text())
def test_a_plain_field_cannot_become_html(text: str) -> None:
    html = str(escape(linked(text)))
    assert_harmless(html)
    assert unescape(re.sub(r"<a href=\"[^\"]*\">|</a>", "", html)) == text
    for link in Seen(html).links:
        assert re.match(r"https?://|mailto:|tel:\+\d+$", link, re.IGNORECASE)
