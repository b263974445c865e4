"""HTML as mail programs and Word paste it: what only wraps or colours text goes, what has a meaning in Markdown stays."""

from __future__ import annotations

import re

_BLOCKS = "p|div|center|address|article|section|header|footer|main|aside|nav|figure|figcaption|html|body|head|fieldset"
_INLINE = r"span|font|big|small|ins|mark|abbr|label|time|o:p|[ovw]:[a-z]+|st1:[a-z]+|wbr|bdi|cite|dfn|var"
_HOLDING = "ul|ol|dl|table|pre|blockquote|h[1-6]"
_ATTRIBUTES = r"(?:\s[^<>]*)?/?"
_WRAPPING = re.compile(
    rf"(?P<code>(?<!`)(?P<ticks>`++)[^`\n].*?(?<!`)(?P=ticks)(?!`))|(?<!\\)<(?:/?(?:(?P<block>{_BLOCKS})|(?P<inline>{_INLINE}))|(?P<break>br)"
    rf"|(?P<closes>/)?(?P<holding>{_HOLDING})){_ATTRIBUTES}>|(?P<office>(?<!\\)<!\[(?:if [^<>\]]*|endif)\]>)"
    r"|(?<!\\)<!(?P<declared>\[)(?!endif\]--)|(?P<comment><!--.*?-->)",
    re.IGNORECASE,
)
_FENCE = re.compile(r"[ >]*(`{3,}|~{3,})")
_ACTING = re.compile(r"\son[a-z]+\s*=|javascript:", re.IGNORECASE)

SILENT_TAGS = frozenset(_BLOCKS.split("|")) | frozenset(
    [
        *(
            "span",
            "font",
            "big",
            "small",
            "ins",
            "mark",
            "abbr",
            "label",
            "time",
            "wbr",
            "bdi",
            "cite",
            "dfn",
            "var",
            "colgroup",
            "col",
        )
    ]
)
SILENT_ATTRIBUTES = frozenset(
    [
        *("style", "class", "id", "lang", "dir", "title", "name", "target", "rel", "align", "valign", "width", "height", "border"),
        *(
            "cellpadding",
            "cellspacing",
            "bgcolor",
            "color",
            "face",
            "size",
            "start",
            "type",
            "value",
            "colspan",
            "rowspan",
            "scope",
        ),
        *("summary", "role", "hreflang", "datetime", "clear", "nowrap", "compact", "tabindex", "translate", "spellcheck", "hidden"),
    ]
)
_OWN_ATTRIBUTE = re.compile(r"(?:data|aria)-|xmlns|[ovw]:")


def without_wrapping(source: str) -> str:
    """Return Markdown in which what only wraps text is a new paragraph, a new line or nothing.

    Inside of lists and tables that are HTML, and in code, all stays as it is.
    """
    if "<" not in source:
        return source
    scanner = _Scanner()
    return "\n".join(map(scanner.line, source.split("\n")))


def is_silent(tag: str, attribute: str = "") -> bool:
    """Return whether a tag, or an attribute of one, is left out without a message, because it only wraps text or colours it."""
    if not attribute:
        return tag in SILENT_TAGS or ":" in tag
    return attribute in SILENT_ATTRIBUTES or _OWN_ATTRIBUTE.match(attribute) is not None


class _Scanner:
    """Reads lines, and knows whether they stand between fences or inside of HTML that holds blocks."""

    def __init__(self) -> None:
        self.fence = ""
        self.holds = 0

    def line(self, line: str) -> str:
        """Return a line without what wraps its text; it may have become several."""
        if (found := _FENCE.match(line)) or self.fence:
            if found and not self.fence:
                self.fence = found[1]
            elif found and found[1].startswith(self.fence):
                self.fence = ""
            return line
        if "<" not in line:
            return line
        self.whole = "|" in line or line.lstrip().startswith("#")
        written = _WRAPPING.sub(self._replaced, line)
        return written.removesuffix("\n") if written.endswith("  \n") else written

    def _replaced(self, found: re.Match[str]) -> str:
        written = found[0]
        if found["code"] or found["comment"]:
            return written
        if found["office"]:
            return ""
        if found["declared"]:
            return "&lt;!["
        if found["holding"]:
            self.holds = max(self.holds + (-1 if found["closes"] else 1), 0)
            return written
        if self.holds or _ACTING.search(written):
            return written
        if found["inline"]:
            return ""
        if found["break"]:
            return written if self.whole else "  \n"
        return " " if self.whole else "\n\n"
