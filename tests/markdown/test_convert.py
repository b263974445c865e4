"""What areas write in Markdown becomes HTML that cannot act, and that everyone can read."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from generator.markdown.convert import Accessible, cleaned, converted, makeExtension
from tests.trees import modest

HARMLESS = {
    *("p", "br", "hr", "blockquote", "em", "strong", "del", "sup", "sub", "code", "pre", "a", "ul", "ol", "li", "dl", "dt", "dd"),
    *("h2", "h3", "h4", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "section"),
}
ATTRIBUTES = {("a", "href"), ("a", "title"), ("th", "class"), ("td", "class"), ("ol", "start")}
ATTRIBUTES |= {(cell, name) for cell in ("th", "td") for name in ("colspan", "rowspan")}
ATTRIBUTES |= {("section", name) for name in ("class", "aria-label", "tabindex")}


class Seen(HTMLParser):
    """The elements and attributes that a browser would see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    @property
    def headings(self) -> list[int]:
        return [int(tag[1]) for tag in self.tags if re.fullmatch("h[1-6]", tag)]

    @property
    def links(self) -> list[str]:
        return [value for tag, name, value in self.attributes if (tag, name) == ("a", "href")]


def html_of(text: str, root: str = "../../") -> str:
    html = cleaned(text, root)
    assert html is not None
    return str(html)


def assert_harmless(html: str) -> None:
    seen = Seen(html)
    assert set(seen.tags) <= HARMLESS
    assert {(tag, name) for tag, name, _ in seen.attributes} <= ATTRIBUTES
    for link in seen.links:
        scheme = re.match(r"([a-z][a-z0-9+.-]*):", re.sub(r"[\x00-\x20]", "", link).lower())
        assert scheme is None or scheme[1] in ("http", "https", "mailto", "tel") or " " in link.partition(":")[0]


def test_plain_markdown() -> None:
    text = "Vi *ses* på **havnen** & `kajen`.\n\n- ét\n- to\n\n> ord\n\n3. tre\n4. fire\n"
    assert html_of(text) == (
        "<p>Vi <em>ses</em> på <strong>havnen</strong> &amp; <code>kajen</code>.</p>\n<ul>\n<li>ét</li>\n<li>to</li>\n</ul>\n"
        '<blockquote>\n<p>ord</p>\n</blockquote>\n<ol start="3">\n<li>tre</li>\n<li>fire</li>\n</ol>'
    )


@pytest.mark.parametrize("text", ["", " ", "\n\n\t\n"])
def test_nothing_written_is_nothing(text: str) -> None:
    assert cleaned(text, "./") is None


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
        "<img src=x onerror=alert(1)>",
        "![x](x.png)",
        "<a href='javascript:alert(1)'>x</a>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java&#9;script:alert(1))",
        "[x](java&#x0A;script:alert(1))",
        "[x](&#x6A;avascript:alert(1))",
        "[x](vbscript:x)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](file:///etc/passwd)",
        "<javascript:alert(1)>",
        "[x]: javascript:alert(1)\n\n[x]",
        '[x](https://example.org "\\" onclick=x")',
        "<svg><script>alert(1)</script></svg>",
        "<svg/onload=alert(1)>",
        "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
        "<iframe src=https://evil.example></iframe>",
        "<iframe srcdoc='<script>alert(1)</script>'>",
        "<object data=x></object><embed src=x><base href=//evil.example><link rel=stylesheet href=x><meta http-equiv=refresh>",
        "<form action=//evil.example><input name=a><button formaction=javascript:x>x</button></form>",
        "<style>body{display:none}</style>",
        "<p style='position:fixed;inset:0' onclick=alert(1) id=x class=y>x</p>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
        "<!-- --!><img src=x onerror=alert(1)> -->",
        "<template><script>x</script></template>",
        "<a href='https://example.org' target=_blank ping=x download>x</a>",
        "`<script>`\n\n    <script>alert(1)</script>\n",
        "| <script>x</script> | <b onclick=x>b</b> |\n|---|---|\n| <img src=x onerror=x> | x |\n",
        '| "><script>x</script> |\n|---|\n| x |\n',
    ],
)
def test_hostile_html_cannot_act(text: str) -> None:
    html = html_of("Før\n\n" + text + "\n\nEfter")
    assert_harmless(html)
    assert html.startswith("<p>Før</p>")
    assert "alert(1)" not in re.sub(r"<code>.*?</code>", "", html, flags=re.DOTALL)


def test_letters_that_nobody_sees_do_not_come_in_as_entities() -> None:
    html = html_of("Kom &#x202e;gnus go&#x202C; mad&#8203;pakke &ZeroWidthSpace;&amp; &lrm;[mail](ma&#8203;ilto:a@example.org)")
    assert html == '<p>Kom gnus go madpakke &amp; <a href="mailto:a@example.org">mail</a></p>'


@pytest.mark.parametrize("letter", ["&#8203;", "&#x202E;", "&#xe000;"])
def test_a_link_without_its_hidden_letters_cannot_act(letter: str) -> None:
    html = html_of(
        f"[x](java{letter}script:alert(1)) <a href='java{letter}script:alert(1)'>x</a> <{letter}script>alert(1)</script>"
    )
    assert "href" not in html
    assert_harmless(html)


MARKS = [
    "<",
    ">",
    "</",
    "/>",
    '"',
    "'",
    "[",
    "](",
    ")",
    "&#",
    "&#8203;",
    "x3c;",
    "\n\n",
    "|",
    "|-|-|\n",
    "# ",
    "- ",
    "> ",
    "    ",
    "`",
    "```\n",
    "*",
    "\\",
]
WORDS = [
    "script",
    "img src=x onerror=x",
    "a href=",
    "javascript:x",
    "svg>",
    "table>",
    "p ",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "æ",
    " ",
]
pieces = st.sampled_from(MARKS + WORDS)


@modest
@given(st.one_of(st.text(), st.lists(pieces, max_size=25).map("".join)))
def test_any_text_becomes_harmless_html(text: str) -> None:
    html = cleaned(text, "../")
    assert (html is None) is (not text.strip())
    assert_harmless(str(html or ""))


@pytest.mark.parametrize(
    "bomb",
    [
        "> " * 500 + "x",
        "- " * 500 + "x",
        "1. " * 500,
        "*" * 2000,
        "[" * 500,
        "\n".join("    " * depth + "- x" for depth in range(150)),
    ],
)
def test_deep_nesting_does_not_stop_the_build(bomb: str) -> None:
    assert_harmless(html_of(bomb))


@pytest.mark.parametrize(
    ("written", "root", "link"),
    [
        ("/om/", "../../", "../../om/"),
        ("/om/", "./", "./om/"),
        ("/", "../", "../"),
        ("/omraader/nordmors/#mere", "../../", "../../omraader/nordmors/#mere"),
        ("//example.org/", "../../", "//example.org/"),
        ("https://example.org/a?b=c", "../../", "https://example.org/a?b=c"),
        ("mailto:kontakt@example.org", "../../", "mailto:kontakt@example.org"),
        ("tel:+4525458090", "../../", "tel:+4525458090"),
        ("#mere", "../../", "#mere"),
    ],
)
def test_links_start_from_the_sites_own_root(written: str, root: str, link: str) -> None:
    assert Seen(html_of(f"[her]({written})", root)).links == [link]


def test_one_text_does_not_change_the_next() -> None:
    """References and counts are forgotten between texts."""
    html_of("[her]: /om/\n\n|a|\n|-|\n|b|")
    assert Seen(html_of("[her][her]")).links == []
    assert "Tabel 1: c" in html_of("|c|\n|-|\n|d|")


@pytest.mark.parametrize(
    ("written", "levels"),
    [
        ([1], [2]),
        ([2, 3], [2, 3]),
        ([1, 3, 5], [2, 3, 4]),
        ([3, 3], [2, 2]),
        ([2, 4, 3], [2, 3, 3]),
        ([1, 2, 3, 4, 5, 6], [2, 3, 4, 4, 4, 4]),
    ],
)
def test_headings_begin_below_the_pages_own_without_jumps(written: list[int], levels: list[int]) -> None:
    assert Seen(html_of("\n\n".join("#" * level + " Ord" for level in written))).headings == levels


@modest
@given(st.lists(st.integers(1, 6), min_size=1, max_size=8), st.booleans())
def test_no_order_of_headings_makes_a_jump(written: list[int], as_html: bool) -> None:
    """A reader who moves by headings never lands more than one level further in."""
    text = "\n\n".join(f"<h{level}>Ord</h{level}>" if as_html else "#" * level + " Ord" for level in written)
    levels = Seen(html_of(text)).headings
    for before, after in zip([1, *levels], levels, strict=False):
        assert 2 <= after <= before + 1


TABLE = "| Dag | Pris |\n|:---:|---:|\n| lørdag | 75 kr. |\n"


def test_a_table_can_be_scrolled_by_keyboard_and_needs_no_style() -> None:
    seen = Seen(html_of(TABLE))
    assert seen.tags[:2] == ["section", "table"]
    assert [(name, value) for tag, name, value in seen.attributes if tag == "section"] == [
        ("aria-label", "Tabel 1: Dag, Pris"),
        ("class", "table"),
        ("tabindex", "0"),
    ]
    assert [value for tag, name, value in seen.attributes if tag in ("th", "td")] == ["align-center", "align-right"] * 2
    assert "style" not in html_of(TABLE)


def test_tables_are_counted_and_text_after_them_stays() -> None:
    html = html_of(f"{TABLE}\nMellem\n\n{TABLE}\nEfter")
    assert re.findall(r"Tabel \d", html) == ["Tabel 1", "Tabel 2"]
    assert re.findall(r"</section>\s*<p>(\w+)</p>", html) == ["Mellem", "Efter"]


def test_a_table_in_a_quotation() -> None:
    assert Seen(html_of("> " + TABLE.replace("\n", "\n> "))).tags[:3] == ["blockquote", "section", "table"]


@pytest.mark.parametrize(
    ("head", "name"),
    [("**Dag**", "Dag"), ("`Dag`", "Dag"), ("Mad & drikke", "Mad & drikke"), ("a\\*b", "a*b"), ("<b>Dag</b>", "Dag")],
)
def test_the_name_of_a_table_is_its_words(head: str, name: str) -> None:
    labels = [
        value
        for tag, attribute, value in Seen(html_of(f"| {head} | Pris |\n|---|---|\n| a | b |\n")).attributes
        if attribute == "aria-label"
    ]
    assert labels == [f"Tabel 1: {name}, Pris"]


@pytest.mark.parametrize(
    "written", ["<section class='menu' tabindex='7'>x</section>", "<table><tr><td class='calendar'>x</td></tr></table>"]
)
def test_classes_and_focus_are_the_sites_own(written: str) -> None:
    """HTML in the text takes neither the look of other parts of the page nor a place in the order of focus."""
    taken = [value.split() for _, name, value in Seen(html_of(written)).attributes if name in ("class", "tabindex")]
    assert {word for words in taken for word in words} <= {"table", "0"}


def test_markdown_makes_the_extension_by_name() -> None:
    from markdown import Markdown

    assert Markdown(extensions=["generator.markdown.convert"]).convert("# Ord") == "<h2>Ord</h2>"
    assert type(makeExtension()).__name__ == "Accessible"


@modest
@given(st.text(alphabet="ab*_`[]()!<>&\\\n\t #-=1.:|\"'~é", max_size=80))
def test_what_is_not_looked_for_would_not_have_been_found(text: str) -> None:
    plain = Markdown(extensions=["tables", "sane_lists", Accessible(of_areas=True)], output_format="html")
    assert converted(text) == plain.convert(text)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("14. november: Kor\n20. november: Dans", "<p>14. november: Kor<br>\n20. november: Dans</p>"),
        ("Program:\n1. maj: Kor  \n2. Maj: Dans", "<p>Program:<br>\n1. maj: Kor<br>\n2. Maj: Dans</p>"),
        ("1. maj mødes vi\npå havnen.", "<p>1. maj mødes vi\npå havnen.</p>"),
        ("  3. jan. kl. 10\n  4. nov kl. 11", "<p>3. jan. kl. 10<br>\n4. nov kl. 11</p>"),
        ("14. og 15. november: Kor", "<p>14. og 15. november: Kor</p>"),
        ("14. - 15. november: Kor", "<p>14. - 15. november: Kor</p>"),
        ("- 14. november: Kor", "<ul>\n<li>14. november: Kor</li>\n</ul>"),
        ("> 14. november: Kor", "<blockquote>\n<p>14. november: Kor</p>\n</blockquote>"),
        ("1. Kor\n14. november: Dans", "<ol>\n<li>Kor<br>\n14. november: Dans</li>\n</ol>"),
        ("    14. november\n    15. november", "<p>14. november<br>\n15. november</p>"),
        ("`a\n14. november`", "<p><code>a\n14. november</code></p>"),
        ("1. Jul på torvet\n2. Majstang", "<ol>\n<li>Jul på torvet</li>\n<li>Majstang</li>\n</ol>"),
        ("32. maj", '<ol start="32">\n<li>maj</li>\n</ol>'),
    ],
)
def test_a_date_first_in_a_line_is_that_date(written: str, shown: str) -> None:
    assert html_of(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Hej\n- a\n- b", "<p>Hej</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("Hej\ndu\n* a", "<p>Hej<br>\ndu</p>\n<ul>\n<li>a</li>\n</ul>"),
        ("Hej\n1. a\n2. b", "<p>Hej</p>\n<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("1. a\n- b\n2. c", "<ol>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ol>"),
        ("> Hej\n> - a", "<blockquote>\n<p>Hej</p>\n<ul>\n<li>a</li>\n</ul>\n</blockquote>"),
        ("Vi var\n14. Nej, 15.", "<p>Vi var<br>\n14. Nej, 15.</p>"),
        ("Hej\n-a", "<p>Hej<br>\n-a</p>"),
        ("```\nHej\n- a\n```", "<pre><code>Hej\n- a\n</code></pre>"),
        ("    Hej\n    - a", "<p>Hej</p>\n<ul>\n<li>a</li>\n</ul>"),
    ],
)
def test_a_list_may_follow_a_line_of_text(written: str, shown: str) -> None:
    assert html_of(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("#nordmors er vores", "<p>#nordmors er vores</p>"),
        ("Vi er\n#nordmors", "<p>Vi er<br>\n#nordmors</p>"),
        ("# Nordmors", "<h2>Nordmors</h2>"),
        ("##Nordmors", "<h2>Nordmors</h2>"),
    ],
)
def test_a_word_with_a_hash_is_no_heading(written: str, shown: str) -> None:
    assert html_of(written) == shown


@pytest.mark.parametrize("line", ["1. maj\n", "a\n- ", "`a\n", "#a\n", "1. jan\n  ", " 1"])
def test_a_long_text_is_read_in_a_moment(line: str) -> None:
    started = process_time()
    converted(line * (20_000 // len(line)))
    assert process_time() - started < 1


def test_pages_of_the_programme_keep_the_html_that_they_are_written_with() -> None:
    """Their authors are trusted, and other extensions read fences, notes and definitions there."""
    md = Markdown(extensions=["attr_list", "def_list", "admonition", "tables", "sane_lists", "pymdownx.superfences", Accessible()])
    html = md.convert(
        'Vælg <span lang="en">Add file</span>.\n\n<div class="x">\n<b>a</b>\n</div>\n\n!!! note "Husk"\n    Ord\n    mere\n\n'
        "Ord\n:   Forklaring\n\n```\n- a\n```\n\n- a\n  - b\n\nSe https://example.org\n\nAfsnit\n{: .lead }\n"
    )
    assert '<span lang="en">Add file</span>' in html
    assert '<div class="x">' in html
    assert '<p class="admonition-title">Husk</p>\n<p>Ord\nmere</p>' in html
    assert "<dt>Ord</dt>\n<dd>Forklaring</dd>" in html
    assert "- a\n</code></pre>" in html
    assert "<li>a<ul>\n<li>b</li>" in html
    assert '<a href="https://example.org">https://example.org</a>' in html
    assert '<p class="lead">Afsnit</p>' in html
