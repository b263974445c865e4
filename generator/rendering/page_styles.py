"""The style of one page: its template's, less the rules for classes and elements that the page does not have."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from generator import urls
from generator.rendering import behaviours, css, needs, stylesheet
from generator.rendering.bundle import imports_of, said, styles_of
from generator.rendering.stylesheet import Templates

_FONT_ADDRESS = f"url({urls.ASSETS}"
_WORD = re.compile(r"[a-z][\w-]*")
_MADE = re.compile(r'"([a-z]+)"')
_PROSE = "prose"
"""The class around what is written in Markdown, and the function that makes the same in a script."""
COLOUR = "field--"
"""What the class of a colour begins with. The layout's header has one of them."""
IN_SOME_LAYOUTS = frozenset({"breadcrumbs", "site-footer__parts", COLOUR})
"""The names of the layout that not every page has."""
_FETCHED = {
    "{{ filter_script }}": "search/filter.js",
    "{{ form_script }}": "form/main.js",
    "{{ file_form_script }}": "form/file.js",
    "{{ qr_script }}": "screen/qr.js",
}
"""Where a template writes the address of a module, a script of the page fetches it."""


class Style(NamedTuple):
    """Hold the style of a template's pages, and the names in it that a page may lack: see `needs`."""

    text: str
    optional: frozenset[str]


class PageStyles:
    """The styles of all pages, by template and by what they lack. Most pages of a template lack the same."""

    def __init__(self, styles: Mapping[str, Style]) -> None:
        self.styles = styles
        self.made: dict[tuple[str, frozenset[str], str], tuple[Markup, str]] = {}

    def of_page(self, template: str, root: str, html: str, layout: Collection[str]) -> tuple[Markup, str]:
        """Return the style of a page, and its digest as a content security policy names it.

        `root` is the path to the site's root; `html` is all of the page but the layout; `layout` are the names that the page's
        layout has, and others have not.
        """
        style = self.styles[template]
        key = template, lacking(style, html).difference(layout), root
        if key not in self.made:
            text = without(style, key[1]).replace(_FONT_ADDRESS, f"url({root}{urls.ASSETS}")
            digest = b64encode(sha256(text.encode()).digest()).decode()
            self.made[key] = Markup(text), f"'sha256-{digest}'"  # noqa: S704  the theme's own
        return self.made[key]


def style_of(text: str, put: TemplateNames) -> Style:
    """Return the style `text` of a template with what a page may lack: all but the names that its layout and scripts put there."""
    return Style(text, frozenset(name for name in needs.of_style(text) if not _is_put(name, put)))


def _is_put(name: str, put: TemplateNames) -> bool:
    if name.startswith(needs.IN_PROSE):
        return _PROSE in put.classes
    return name in put.elements if name.startswith("<") else stylesheet.is_named(name, put.classes)


class TemplateNames(NamedTuple):
    """The classes and elements that the layout and the scripts put on a template's pages, and the components whose styles the
    scripts fetch: its pages need not have these."""

    classes: frozenset[str]
    elements: frozenset[str]
    fetched: frozenset[str]


class LayoutNames:
    """The classes and elements (`<table`) that the layout and the scripts of a theme put on a template's pages.

    Each file of the theme is read once.
    """

    def __init__(self, templates: Templates) -> None:
        self.templates, self.theme = templates, templates.folder
        self.shells = {bare: templates.words_of_layout(bare=bare) - IN_SOME_LAYOUTS for bare in (False, True)}
        self.scripts: dict[Path, _Script] = {}

    def of(self, template: str) -> TemplateNames:
        """Return the names that are put on the pages of a template (`event.html`)."""
        scripts = list(self._scripts_of(template))
        return TemplateNames(
            self.shells[template in stylesheet.BARE].union(*(script.words for script in scripts)),
            frozenset().union(*(script.makes for script in scripts)),
            frozenset().union(*(script.styles for script in scripts)),
        )

    def _scripts_of(self, template: str) -> Iterator[_Script]:
        """Yield the scripts that can act on a template's pages, with all that they import."""
        source = self.templates[f"pages/{template}"].text
        fetched = (module for written, module in _FETCHED.items() if written in source)
        modules = [self.theme / "js/modules" / name for name in fetched]
        own = self.theme / "js/pages" / f"{Path(template).stem}.js"
        left = [*behaviours.of_template(self.templates, template), own, *modules]
        seen: set[Path] = set()
        while left:
            file = left.pop()
            if file not in seen and file.exists():
                seen.add(file)
                script = self._read(file)
                yield script
                left += [file.parent / name for name in script.imports]

    def _read(self, file: Path) -> _Script:
        if file not in self.scripts:
            source = file.read_text("utf-8")
            code = said(source)
            makes = frozenset("<" + word for word in _MADE.findall(code))
            self.scripts[file] = _Script(frozenset(_WORD.findall(code)), makes, imports_of(source), styles_of(source))
        return self.scripts[file]


class _Script(NamedTuple):
    """The words in a script that may be classes, the elements that it may make, the modules that it imports, and the components
    whose styles it fetches."""

    words: frozenset[str]
    makes: frozenset[str]
    imports: list[str]
    styles: list[str]


def lacking(style: Style, html: str) -> frozenset[str]:
    """Return the names in a style that a page does not have. `html` is all of it but the layout."""
    return style.optional.difference(needs.names_on(html))


def without(style: Style, names: frozenset[str]) -> str:
    """Return a style less the rules that need one of these names."""
    return "".join(css.rules_used(style.text, lambda selector: needs.of_selector(selector).are_met_without(names)))
