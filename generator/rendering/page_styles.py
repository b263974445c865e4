"""The style of one page: its template's, less the rules for classes and elements that the page does not have."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

from generator import urls
from generator.rendering import stylesheet

_FONT_ADDRESS = f"url({urls.ASSETS}"
_CLASSES = re.compile(r'class="([^"]*)"')
_ELEMENT = re.compile(r'(?<![\w.#:\["=-])(blockquote|code|dd|dl|dt|figcaption|hr|mark|pre|table|td|th)(?![\w-])')
"""The elements of Markdown that most pages have none of, in a selector."""
_COMMENT = re.compile(r"^\s*//.*$", re.MULTILINE)
_WORD = re.compile(r"[a-z][\w-]*")
_MADE = re.compile(r'"([a-z]+)"')
_IMPORTED = re.compile(r'from "\./([\w-]+\.js)"')
_EVERYWHERE = ("search/panel.js", "form/preview.js")
_FETCHED = {
    "{{ filter_script }}": "search/filter.js",
    "{{ form_script }}": "form/main.js",
    "{{ file_form_script }}": "form/file.js",
    "{{ qr_script }}": "screen/qr.js",
}
"""Where a template writes the address of a module, a script of the page fetches it."""


@dataclass(frozen=True, slots=True)
class Style:
    """Hold the style of a template's pages, and the names in it that a page may lack: classes (`went__quote`), elements
    (`<table`)."""

    text: str
    optional: frozenset[str]


class PageStyles:
    """The styles of all pages, by template and by what they lack. Most pages of a template lack the same."""

    def __init__(self, styles: Mapping[str, Style]) -> None:
        self.styles = styles
        self.made: dict[tuple[str, frozenset[str], str], tuple[Markup, str]] = {}

    def of_page(self, template: str, root: str, html: str) -> tuple[Markup, str]:
        """Return the style of a page, and its digest as a content security policy names it.

        `root` is the path to the site's root; `html` is all of the page but the layout.
        """
        style = self.styles[template]
        key = template, lacking(style, html), root
        if key not in self.made:
            text = without(style, key[1]).replace(_FONT_ADDRESS, f"url({root}{urls.ASSETS}")
            digest = b64encode(sha256(text.encode()).digest()).decode()
            self.made[key] = Markup(text), f"'sha256-{digest}'"  # noqa: S704  the theme's own
        return self.made[key]


def style_of(text: str, template: str, theme: Path) -> Style:
    """Return the style `text` of a template (`event.html`) with what a page may lack: all that neither the layout has nor a
    script makes."""
    always = stylesheet.layout_words(theme, template)
    scripts = [_COMMENT.sub("", file.read_text("utf-8")) for file in _scripts_of(theme, template)]
    always |= frozenset(word for script in scripts for word in _WORD.findall(script))
    made = frozenset("<" + word for script in scripts for word in _MADE.findall(script))
    names = frozenset(_names(text))
    return Style(text, frozenset(name for name in names - made if name.startswith("<") or not stylesheet.is_named(name, always)))


def lacking(style: Style, html: str) -> frozenset[str]:
    """Return the names in a style that a page does not have. `html` is all of it but the layout."""
    classes = frozenset().union(*map(_parted, set(_CLASSES.findall(html))))
    return frozenset(name for name in style.optional - classes if not (name.startswith("<") and name in html))


def without(style: Style, names: frozenset[str]) -> str:
    """Return a style less the rules that ask for one of these names."""
    return "".join(stylesheet.rules_used(style.text, lambda selector: names.isdisjoint(_asked(selector))))


@cache
def _parted(classes: str) -> frozenset[str]:
    return frozenset(classes.split())


@cache
def _asked(selector: str) -> frozenset[str]:
    """Return the classes and elements that a selector cannot match without."""
    elements = _ELEMENT.findall(stylesheet.without_arguments(selector))
    return frozenset([*stylesheet.classes_of(selector), *("<" + element for element in elements)])


def _names(style: str) -> Iterator[str]:
    for head, body in stylesheet.blocks(style):
        if head.startswith(("@media", "@supports")):
            yield from _names(body)
        elif not head.startswith("@"):
            for selector in stylesheet.selectors_of(head):
                yield from _asked(selector)


def _scripts_of(theme: Path, template: str) -> Iterator[Path]:
    """Yield the scripts that can act on a template's pages."""
    yield from theme.glob("js/*.js")
    own = theme / "js/pages" / f"{Path(template).stem}.js"
    if own.exists():
        yield own
    source = (theme / "pages" / template).read_text("utf-8")
    fetched = (module for written, module in _FETCHED.items() if written in source)
    yield from _with_imports(theme / "js/modules", [*_EVERYWHERE, *fetched])


def _with_imports(folder: Path, modules: Iterable[str]) -> Iterator[Path]:
    left, seen = list(modules), set()
    while left:
        name = left.pop()
        if name not in seen and (folder / name).exists():
            seen.add(name)
            yield folder / name
            left += [f"{name.partition('/')[0]}/{each}" for each in _IMPORTED.findall((folder / name).read_text("utf-8"))]
