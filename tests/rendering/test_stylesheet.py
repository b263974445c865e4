"""Each page's stylesheet: all that its elements need, and little else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.rendering import css, needs, page_styles, stylesheet
from generator.rendering.bundle import styles_of
from tests import sites

THEME = sites.PROJECT / "theme"
CLASSES = re.compile(r'class="([^"]*)"')
SHEET = re.compile(r"<style>(.*?)</style>", re.DOTALL)
SCRIPT = re.compile(r'data-script="[^"]*(assets/[^"]+/)([^"/]+)"')
STATES = re.compile(
    r":not\(\*?:[a-z-]+\)|::?(?!is\b|where\b|not\b|has\b|nth|first-child|last-child|only-child|root|empty|scope)[a-z-]+(?:\([^()]*\))?"
)
"""What a browser knows of a selector's element only later: where the pointer is, what is open."""
MATCHES = """([html, selectors]) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  return selectors.map((selector) => page.querySelector(selector) !== null);
}"""


def rules(style: str) -> Iterator[tuple[str, str, str]]:
    """Each selector with the condition it stands under and what it says."""
    for head, body in css.blocks(style):
        if head.startswith("@media"):
            yield from ((head + " " + condition, selector, said) for condition, selector, said in rules(body))
        elif not head.startswith("@"):
            yield from (("", selector, body) for selector in css.selectors_of(head))


def bare(selector: str) -> str:
    return STATES.sub("", re.sub(r"(?<=[ >+~(,])(?=::?[a-z])", "*", selector)) or "*"


def test_a_page_has_every_rule_that_matches_something_on_it(site_at: Callable[..., Path], chromium: Browser) -> None:
    whole = "".join(file.read_text() for file in sorted(THEME.glob("css/*.css")))
    everything = list(dict.fromkeys(rules(css.without_comments(whole))))
    tab = chromium.new_page()
    looked_at: set[tuple[str, frozenset[str]]] = set()
    site = site_at("2026-05-01 12:00")
    for file in sorted(site.rglob("*.html")):
        page = file.read_text()
        classes = frozenset(word for named in CLASSES.findall(page) for word in named.split())
        found = SHEET.search(page)
        assert found, file
        if (found[1], classes) in looked_at:
            continue
        looked_at.add((found[1], classes))
        fetched = SCRIPT.findall(page)
        styles = [
            (site / folder / f"{name}.css").read_text()
            for folder, script in fetched
            for name in styles_of((site / folder / script).read_text())
        ]
        there = set(rules(found[1] + "".join(styles)))
        due = [rule for rule in everything if rule not in there and classes.issuperset(css.classes_of(rule[1]))]
        matching = tab.evaluate(MATCHES, [page, [bare(selector) for _, selector, _ in due]])
        lacking = [rule for rule, matches in zip(due, matching, strict=True) if matches]
        assert not lacking, f"{file}: {lacking[:3]}"
    tab.close()
    assert len({sheet for sheet, _ in looked_at}) > 10


def test_what_only_other_templates_name_is_left_out() -> None:
    words = {"a.html": frozenset({"card", "field--"}), "b.html": frozenset({"card", "map"})}
    style = (
        ".card,.map{color:red}.map__name{top:0}.field--red{top:1px}.made{top:2px}.card:not(.map){top:3px}"
        "@media print{.map .x{top:4px}}"
    )
    assert stylesheet.cut(style, "a.html", words) == (
        ".card{color:red}.map__name{top:0}.field--red{top:1px}.made{top:2px}.card:not(.map){top:3px}"
    )
    assert stylesheet.cut(style, "b.html", words).startswith(".card,.map{color:red}.map__name{top:0}.made")


def test_only_what_stands_inside_prose_may_be_markdown() -> None:
    words = {"a.html": frozenset({"prose", "card"}), "b.html": frozenset({"prose", "map"})}
    style = ".prose .map{top:1px}.card .prose{top:2px}.map .prose{top:3px}"
    assert stylesheet.cut(style, "a.html", words) == ".prose .map{top:1px}.card .prose{top:2px}"


def test_what_a_page_does_not_have_is_left_out_of_its_style() -> None:
    names = frozenset({"went", "went__quote", "stamp--moved", "<table", "prose<table"})
    style = page_styles.Style(
        "h1,.went{top:0}.went__quote p{top:1px}.stamp{top:2px}.stamp--moved{top:3px}.prose table,.prose p{top:4px}"
        "@media print{.went .went__quote{top:5px}}table td{top:6px}",
        names,
    )
    page = '<p class="stamp went">Et bord (table)</p>'
    assert page_styles.lacking(style, page) == {"went__quote", "stamp--moved", "<table", "prose<table"}
    assert page_styles.without(style, page_styles.lacking(style, page)) == "h1,.went{top:0}.stamp{top:2px}.prose p{top:4px}"
    whole = '<div class="went went__quote prose"><b class="stamp stamp--moved"></b><table></table></div>'
    assert page_styles.without(style, page_styles.lacking(style, whole)) == style.text


@pytest.mark.parametrize(
    ("selector", "lacking", "met"),
    [
        (":is(.a,.b) .c", {"a"}, True),
        (":is(.a,.b) .c", {"a", "b"}, False),
        (":is(.a,.b:has(.d)) p", {"a", "d"}, False),
        ("p:not(.a)", {"a"}, True),
        ("html:has(.a) p", {"a"}, False),
        (".prose :is(.a,details)>*", {"a"}, True),
        (".prose :is(.a,details)>*", {"a", "prose<details"}, False),
        (".prose ul", {"<ul", "ul"}, True),
        (".a td", {"prose<td"}, True),
        (".a td", {"<td"}, False),
    ],
)
def test_of_alternatives_a_page_must_have_one(selector: str, lacking: set[str], met: bool) -> None:
    assert needs.of_selector(selector).are_met_without(lacking) is met


def test_elements_count_as_written_only_inside_prose() -> None:
    page = '<ul></ul><div class="lead prose"><div class="admonition"><p>a</p></div><ol><li></li></ol></div><h2></h2><dl></dl>'
    assert needs.names_on(page) == {"lead", "prose", "admonition", "prose<ol", "prose<li", "<dl"}
    assert "prose<h2" in needs.names_on('<section class="prose"><div></div><h2></h2></section>')


def test_what_holds_on_paper_stands_last() -> None:
    style = "a{top:0}@media print{a{top:1px}}b{top:2px}@media print,(min-width:60em){a{top:3px}}@media print{b{top:4px}}"
    last = "a{top:0}b{top:2px}@media print,(min-width:60em){a{top:3px}}@media print{a{top:1px}b{top:4px}}"
    assert css.paper_last(style) == last


def test_what_no_rule_calls_is_left_out() -> None:
    style = "@keyframes grow{to{top:0}}@keyframes part{to{top:1px}}.a{animation:.2s grow}@media print{@page a3{size:A3}.b{top:0}}"
    assert css.without_uncalled(style) == "@keyframes grow{to{top:0}}.a{animation:.2s grow}@media print{.b{top:0}}"
    called = style + "body{page:a3}.c{animation-name:part}"
    assert css.without_uncalled(called) == called


def test_what_a_script_may_make_stays_in_the_style() -> None:
    """The calendar's cards are made anew for each choice; an event's page makes none."""
    text = ".event-card--moved{top:0}.playbill{top:1px}.site-header{top:2px}.search__form{top:3px}.prose ul{top:4px}"
    names = page_styles.LayoutNames(stylesheet.Templates(THEME))
    calendar, event, form = (
        page_styles.style_of(text, names.of(template)).optional for template in ("calendar.html", "event.html", "file-form.html")
    )
    assert calendar == {"playbill", "search__form", "prose", "prose<ul"}
    assert event == {"playbill", "event-card--moved", "search__form", "prose", "prose<ul"}
    assert "prose<ul" not in form


def test_a_variable_of_a_template_names_no_class(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    source = (
        "{#- the hero -#}{% for person in area.people %}"
        """<p class="card{{ " card--new" if person.day }}" role="status">{{ person.name }} today</p>{% endfor %}"""
    )
    (tmp_path / "pages/a.html").write_text(source)
    words = stylesheet.Templates(tmp_path).words_of_pages()["a.html"]
    assert {"card", "card--new"} <= words
    assert not words & {"hero", "person", "people", "day", "area", "status", "today", "p"}


def test_braces_and_commas_part_rules_at_the_outermost_only() -> None:
    assert css.blocks("a{b:c}@media x{d{e:f}g{h:i}}") == (("a", "b:c"), ("@media x", "d{e:f}g{h:i}"))
    assert css.selectors_of(":is(.a,.b) .c,.d:not(:is(.e,.f))") == [":is(.a,.b) .c", ".d:not(:is(.e,.f))"]
    assert css.selectors_of(":is(.a,.b:has(.c)),.d") == [":is(.a,.b:has(.c))", ".d"]
    assert css.classes_of(":is(.a,.b) .c.d:not(:is(.e,.f))") == ["c", "d"]


def test_nothing_is_left_or_right_but_start_or_end() -> None:
    """A page that is read from the right is mirrored by its `dir` alone."""
    sided = re.compile(
        r"(?<![\w-])(?:[a-z-]+-)?(?:left|right)(?:-[a-z]+)?\s*:"
        r"|(?:text-align|float|clear)\s*:\s*(?:left|right)|(?<![\w-])(?:margin|padding|inset)\s*:\s*([^;}]*)"
    )
    for file in sorted(THEME.glob("css/**/*.css")):
        for said in sided.finditer(css.without_comments(file.read_text())):
            sides = re.sub(r"\([^()]*(?:\([^()]*\)[^()]*)*\)|!important", "", said[1] or "").split()
            assert said[1] and (len(sides) < 4 or sides[1] == sides[3]), f"{file.name}: {said[0]}: write inline-start or inline-end"
