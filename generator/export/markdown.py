"""Text as Markdown: what people wrote is kept as Markdown where it is harmless, and one line of text never becomes markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from markupsafe import Markup, escape

from generator.markup import cleaned, converted

_MARKUP = re.compile(r"[\\`*_{}\[\]#]")
_LIST = re.compile(r"^(\s*)(\d+(?=[.)](?:\s|$))|(?=[-+>]))")


def escaped(text: str) -> Markup:
    """One line of plain text as Markdown that shows just that text."""
    safe = _MARKUP.sub(r"\\\g<0>", text).replace("&", "&amp;").replace("<", "&lt;")
    return Markup(_LIST.sub(r"\1\2\\", safe))  # noqa: S704  no markup is left


def portable(text: str, root: str) -> Markup | None:
    """What an area wrote: as it stands where our cleaning takes nothing away, else as cleaned HTML, which Markdown holds too."""
    html = cleaned(text, root)
    if html is None:
        return None
    made = converted(text)
    given_up = made == f"<p>{escape(text)}</p>" and escaped(text) != text
    return Markup(text.strip()) if not given_up and _Outline.of(made) == _Outline.of(html) else html  # noqa: S704


class _Outline(HTMLParser):
    """Every tag of some HTML with its attributes, and all its text."""

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
