"""Text as Markdown: what people wrote stays Markdown where it is harmless, and one line of text never becomes markup."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from generator.markdown.convert import cleaned, converted, is_read_otherwise
from generator.markdown.reader import HtmlReader
from generator.text.letters import slug

_MARKUP = re.compile(r"[\\`*_{}\[\]#]")
_LIST = re.compile(r"^(\s*)(\d+(?=[.)](?:\s|$))|(?=[-+>]))")

_CODE = r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)[ ]*$"
_HEADING = r"^#{1,6} +(?P<title>[^\n{]+?) *$"
_PAGE = r"(?<=\]\()(?P<page>/?[a-z0-9.-][a-z0-9./-]*/)(?=[#)])"
_PROSE = re.compile(f"{_CODE}|{_HEADING}|{_PAGE}", re.MULTILINE | re.DOTALL)


def escaped(text: str) -> Markup:
    """Return one line of plain text as Markdown that shows just that text."""
    safe = _MARKUP.sub(r"\\\g<0>", text).replace("&", "&amp;").replace("<", "&lt;")
    return Markup(_LIST.sub(r"\1\2\\", safe))  # noqa: S704  no markup is left


def portable(text: str, root: str) -> Markup | None:
    """Return what an area wrote: as Markdown where nothing was sanitised and others read it as we do, else as clean HTML.

    A brace may be an attribute list, which could give an element any attribute.
    """
    html = cleaned(text, root)
    if html is None:
        return None
    made = converted(text)
    given_up = made == f"<p>{escape(text)}</p>" and escaped(text) != text
    safe = not given_up and "{" not in text and not is_read_otherwise(text) and _Outline.of(made) == _Outline.of(html)
    return Markup(text.strip()) if safe else html  # noqa: S704


def for_others(text: str, to: Callable[[str], str]) -> str:
    """Return the programme's own Markdown for other engines, which make another address of `ø` and follow links to files only.

    Each heading gets the address it has here, and `to` gives the file of a page that a link names. Code stays as it is.
    """

    def changed(found: re.Match[str]) -> str:
        if found["title"]:
            return f"{found[0]} {{: #{slug(found['title'])} }}"
        return to(found["page"]) if found["page"] else found[0]

    return _PROSE.sub(changed, text)


class _Outline(HtmlReader):
    """Hold every tag of some HTML with its attributes, and all its text."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[object] = []

    @classmethod
    def of(cls, html: str) -> list[object]:
        outline = cls()
        outline.feed(html)
        outline.close()
        return outline.parts

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append((tag, sorted(attrs, key=str)))

    def handle_comment(self, data: str) -> None:
        self.parts.append(data)

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.parts.append(data.strip())
