"""Descriptions of others as harmless Markdown: HTML by its meaning, plain text line by line."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urlsplit

from generator.importing.imported import MOST_TEXT
from generator.text.letters import DECEIVING
from generator.text.sanitise import lines

_IS_HTML = re.compile(
    r"<(?:/?(?:p|br|div|b|i|u|a|ul|ol|li|span|strong|em|html|body|h[1-6]|table|font)\b[^<>]*|!DOCTYPE[^<>]*)>", re.IGNORECASE
)
_BLOCK = re.compile(r"</?(?:p|br|div|li|ul|ol|h[1-6]|table|tr|body)\b", re.IGNORECASE)
_SIGNS = re.compile(r"([\\`*_\[\]<])")
_LINE_SIGNS = re.compile(r"^(\s*)(#{1,6}(?=\s)|[-+](?=\s)|>|\d{1,9}(?=[.)]\s))", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*[-=_*~·•—–]{3,}[ \t]*$", re.MULTILINE)
_MEETING = re.compile(
    r"-::~[:~]+::?-.*?(?:-::~[:~]+::?-|\Z)"
    r"|(?<!_)_{20,}+\s*+(?:<[^<>]*>\s*+)*+(?:Microsoft Teams|Deltag i (?:mødet|Teams)|Join (?:the|on)\b).*?(?:_{20,}|\Z)",
    re.DOTALL,
)
"""What Google Meet and Teams write below an invitation: links, numbers and codes that let anybody in."""
_SHORTCODE = re.compile(
    r"\[/?(?:gallery|caption|embed|audio|video|vc_\w+|et_pb_\w+|tribe_\w+|contact-form(?:-7)?)\b[^\[\]]{0,500}\]"
)
"""What WordPress makes something of, and nobody else."""
_GROUP_AND_DAY = re.compile(r"\A[^\n]{1,100}\n[A-Z][a-z]+day, [A-Z][a-z]+ \d{1,2} at \d{1,2}:\d\d [AP]M\n+")
"""What Meetup writes above each description: the group, and the day in English."""
_AUTOLINK = re.compile(r"(?P<word>(?<=\w))?<(?P<address>https?://[^\s<>]+|mailto:[^\s<>]+|tel:[^\s<>]+)>")
_TAG = re.compile(r"<(?=[a-zA-Z/!?])")
_SKIPPED = frozenset({"script", "style", "head", "title", "template", "noscript", "svg", "iframe", "object", "select"})
_LINES = frozenset({"div", "tr", "table", "section", "article", "header", "footer", "tbody", "thead", "dd", "dt", "address"})
_PARAGRAPHS = frozenset({"p", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "dl", "figure"})
_UNSEEN = re.compile(rf"<({'|'.join(sorted(_SKIPPED))})\b[^<>]*>.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL)
_TAGS = re.compile(r"</?[a-z!][^<>]{0,300}>", re.IGNORECASE)
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_MOST_TAGS = 20_000


def as_markdown(written: str) -> str:
    """Return a description as Markdown without HTML, at most `MOST_TEXT` letters of it."""
    text = _SHORTCODE.sub("", _MEETING.sub("", written[: MOST_TEXT * 12]))
    text = DECEIVING.sub("", _GROUP_AND_DAY.sub("", text))
    if not _IS_HTML.search(text):
        return _clipped(from_plain(text))
    return _clipped(from_html(text if _BLOCK.search(text) else text.replace("\n", "<br>")))


def from_plain(written: str) -> str:
    """Return plain text as Markdown that keeps its lines. What would be a tag is shown as it was written."""
    text = _TAG.sub(r"\\<", _AUTOLINK.sub(_bare, unescape(written) if "&" in written else written))
    return _tidied(_RULE.sub("", text))


def _bare(match: re.Match[str]) -> str:
    """Return the address of `her<https://…>`, as Outlook writes a link, apart from the word before it."""
    return match["address"] if match["word"] is None else f" {match['address']}"


def from_html(written: str) -> str:
    """Return HTML as Markdown: paragraphs, lines, points, bold, italic and links. Everything else is its text, or nothing."""
    reader = _Reader()
    reader.feed(written)
    reader.close()
    return _tidied(reader.text())


def one_line(written: str) -> str:
    """Return the text of a line that may hold HTML, on one line and without Markdown."""
    text = _less_tags(unescape(_less_tags(written[:4_000])))
    return DECEIVING.sub("", " ".join(lines(unescape(text)).split()))


def _less_tags(text: str) -> str:
    """Return a line without tags, and without what stands between those whose text nobody sees."""
    return _TAGS.sub(" ", _UNSEEN.sub(" ", text)) if "<" in text else text


def _tidied(text: str) -> str:
    whole = (line.rstrip() for line in lines(text).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(whole)).strip()


def _clipped(text: str) -> str:
    if len(text) <= MOST_TEXT:
        return text
    cut = text[:MOST_TEXT]
    return (cut.rpartition("\n")[0] or cut.rpartition(" ")[0] or cut).rstrip() + "\n\n…"


class _Reader(HTMLParser):
    """Collects the Markdown of what it is fed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.skipped = 0
        self.points: list[int] = []
        self.links: list[tuple[str, int]] = []
        self.tags = 0

    def text(self) -> str:
        """Return what was read. Marks around nothing are left out."""
        text = re.sub(r"(?<!\*)\*\*(\s*)\*\*(?!\*)", r"\1", "".join(self.parts))
        return re.sub(r" *\n *(?=\S)", lambda found: found[0] if found[0].count(" ") == 2 else "\n", text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags += 1
        if tag in _SKIPPED:
            self.skipped += 1
        if self.skipped or self.tags > _MOST_TAGS:
            return
        if tag == "br":
            self.parts.append("\n")
        elif tag == "li":
            self.parts.append("\n" + self._point())
        elif tag in ("td", "th"):
            self.parts.append(" ")
        elif tag in _MARKS:
            self.parts.append(_MARKS[tag])
        elif tag == "a":
            self.links.append((_web(dict(attrs).get("href") or ""), len(self.parts)))
        else:
            self._block(tag)
        if tag in ("ul", "ol"):
            self.points.append(0 if tag == "ol" else -1)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self.skipped = max(0, self.skipped - 1)
        elif self.skipped or self.tags > _MOST_TAGS:
            return
        elif tag in _MARKS:
            self._close_mark(_MARKS[tag])
        elif tag == "a" and self.links:
            self._close_link(*self.links.pop())
        else:
            if tag in ("ul", "ol") and self.points:
                self.points.pop()
            self._block(tag)

    def handle_data(self, data: str) -> None:
        if self.skipped:
            return
        text = _LINE_SIGNS.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", re.sub(r"[ \t\r\n\f]+", " ", data)))
        at_line = not self.parts or self.parts[-1].endswith("\n")
        self.parts.append(text.lstrip(" ") if at_line else text)

    def _block(self, tag: str) -> None:
        if tag in _PARAGRAPHS:
            self.parts.append("\n\n" if not self.points else "\n")
        elif tag in _LINES:
            self.parts.append("\n")

    def _point(self) -> str:
        if not self.points or self.points[-1] < 0:
            return "- "
        self.points[-1] += 1
        return f"{self.points[-1]}. "

    def _close_mark(self, mark: str) -> None:
        """Write a closing mark before the space that stands inside of it, or Markdown would not see it."""
        gap = ""
        while self.parts and self.parts[-1] and self.parts[-1] != mark and self.parts[-1] != self.parts[-1].rstrip():
            last = self.parts.pop()
            gap = last[len(last.rstrip()) :] + gap
            self.parts += [last.rstrip()] if last.rstrip() else []
        self.parts += [mark, gap]

    def _close_link(self, address: str, place: int) -> None:
        words = "".join(self.parts[place:]).strip()
        if not address:
            return
        said = words.replace("\\", "").rstrip("/")
        if said in ("", address.rstrip("/"), address.partition("://")[2].rstrip("/"), address.partition(":")[2]):
            self.parts[place:] = [address.removeprefix("mailto:").removeprefix("tel:")]
        else:
            self.parts[place:] = [f"[{' '.join(words.split())}]({address})"]


def _web(address: str) -> str:
    """Return an address that a link may have; empty for any other."""
    text = "".join(address.split())
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    if len(text) > 1_000 or (parts.scheme in ("http", "https") and not parts.hostname):
        return ""
    safe = text.replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E").replace('"', "%22")
    return safe if parts.scheme in ("http", "https", "mailto", "tel") else ""
