"""Reads a saved mail: its text, however it is wrapped up, and what is attached. Anyone may have sent it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from html import unescape
from typing import Any, NamedTuple

from generator.text.documents import DocumentError, read_document
from generator.text.sanitise import line

MOST_BYTES = 25_000_000
MOST_ATTACHMENTS = 20
_MOST_PARTS = 100
_MOST_TEXT = 1_000_000
_MOST_OF_HEADER = 4_000
_LONGEST_NAME = 200
_DEEP = re.compile(rb"boundary[ \t]*[*=]|message/(?:rfc822|partial|global)", re.IGNORECASE)
_CONTENT_HEADER = re.compile(rb"^content-[a-z-]{1,40}:(?:[^\r\n]*\r?\n?[ \t]+)*[^\r\n]*", re.IGNORECASE | re.MULTILINE)
_WINDOWS = ("us-ascii", "iso-8859-1", "latin-1", "windows-1252", "cp1252")
_CHARSETS = ("utf-8", "utf-16", "iso-8859-15", "macintosh")
_LINES = frozenset(
    [
        *("address", "article", "blockquote", "br", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol"),
        *("p", "pre", "section", "table", "tr", "ul"),
    ]
)
"""The elements of a page that begin a line."""
_CELLS = frozenset({"td", "th", "dd"})
"""Those that stand beside what is before them, as an answer beside its question."""
_UNSHOWN = frozenset({"script", "style", "title", "template"})
_AUTOMATIC = re.compile(
    r"(?:autosvar|automatisk svar|automatic reply|auto-?reply|ikke til stede|out of office|læst:|read:|ikke leveret|undeliver"
    r"|kan ikke leveres)",
    re.IGNORECASE,
)
_TAG = re.compile(r"(<[^<>]*>)")
_TAG_NAME = re.compile(r"<(?P<slash>/?)(?P<name>!--|[a-z][a-z0-9]*|[!?/])[^<>]*>", re.IGNORECASE)


class MailError(ValueError):
    """A file that cannot be read as a mail; the message says why, in Danish."""


class Attachment(NamedTuple):
    """What is attached to a mail, by the name that the sender's program gave it, on one line."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """What one mail says. `texts` are the same text, as plain text and as it was shown, where there are both.

    `omitted` counts the attachments that are not read, because there are too many. It is `automatic` where a program answered.
    """

    sender: str
    subject: str
    texts: tuple[str, ...]
    attachments: tuple[Attachment, ...] = ()
    omitted: int = 0
    automatic: bool = False


def read_mail(name: str, content: bytes) -> Mail:
    """Return the mail in a file: of the mail program's own kind (`.eml`), a page, a document, else a text. Raise MailError."""
    if len(content) > MOST_BYTES:
        raise MailError(f"Mailen fylder for meget: højst {MOST_BYTES // 1_000_000} MB. Gem den uden de store vedhæftede filer.")
    ending = name.lower().rpartition(".")[2]
    if content.startswith(b"\xd0\xcf\x11\xe0") and ending == "doc":
        raise MailError("Filen er gemt i Words gamle format. Gem den som .docx, eller kopiér dens tekst til en .txt-fil.")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise MailError("Filen er gemt i Outlooks eget format. Gem mailen som .eml, eller kopiér dens tekst til en .txt-fil.")
    if ending == "eml":
        return _from_message(content)
    if content.startswith(b"PK"):
        return Mail("", "", (document_text(content),))
    if content.startswith(b"%PDF"):
        raise MailError("Filen er en pdf. Kopiér dens tekst til en .txt-fil, og brug den.")
    text = _decoded(content, "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8")
    return Mail("", "", (_shown(text) if ending in ("html", "htm") else text[:_MOST_TEXT],))


def document_text(content: bytes) -> str:
    """Return the text of a document of Word or LibreOffice. Raise MailError."""
    try:
        return read_document(content).text
    except DocumentError as error:
        raise MailError("Dokumentet kan ikke læses. Kopiér dets tekst til en .txt-fil, og brug den.") from error


def _from_message(content: bytes) -> Mail:
    if len(_DEEP.findall(content)) > _MOST_PARTS or any(
        len(match[0]) > _MOST_OF_HEADER for match in _CONTENT_HEADER.finditer(content)
    ):
        raise MailError("Mailen er for indviklet at læse. Kopiér dens tekst til en .txt-fil, og brug den.")
    try:
        message: EmailMessage = BytesParser(policy=policy.default).parsebytes(content)
        parts = [part for part in message.walk() if isinstance(part, EmailMessage)]
    except Exception as error:  # the parser raises whatever it stumbles over: RecursionError, IndexError, ValueError, …
        raise MailError("Filen kan ikke læses som en mail. Gem mailen igen som .eml.") from error
    if len(parts) > _MOST_PARTS:
        raise MailError(f"Mailen har for mange dele: højst {_MOST_PARTS}. Kopiér dens tekst til en .txt-fil, og brug den.")
    plain, shown, attached = [], [], []
    for part in parts:
        kind, file_name = _safely(part.get_content_type, ""), _name(part)
        if part.is_multipart():
            continue
        if file_name or kind not in ("text/plain", "text/html"):
            attached.append(Attachment(file_name or kind, _payload(part)))
        elif kind == "text/html":
            shown.append(_shown(_text(part)))
        else:
            plain.append(_text(part)[:_MOST_TEXT])
    texts = tuple("\n".join(each) for each in (plain, shown) if each)
    omitted = max(0, len(attached) - MOST_ATTACHMENTS)
    subject = _header(message, "subject")
    automatic = _header(message, "auto-submitted").lower() not in ("", "no") or bool(_AUTOMATIC.match(subject))
    return Mail(_sender(message), subject, texts, tuple(attached[:MOST_ATTACHMENTS]), omitted, automatic)


def _safely(read: Callable[[], Any], otherwise: str) -> str:
    """Return what a header says. The standard library's reader of headers raises many things for headers that are none."""
    try:
        return str(read() or otherwise)
    except Exception:
        return otherwise


def _header(message: EmailMessage, name: str) -> str:
    raw = next((value for key, value in message.raw_items() if key.lower() == name), "")
    return line(_safely(lambda: message[name], ""))[:_LONGEST_NAME] if len(str(raw)) <= _MOST_OF_HEADER else ""


def _sender(message: EmailMessage) -> str:
    """Return the sender's name, without the address."""
    return line(re.sub(r"<[^>]*>|\S+@\S+", "", _header(message, "from"))).strip('" ')


def _name(part: EmailMessage) -> str:
    return line(re.split(r"[\\/]", _safely(part.get_filename, ""))[-1])[:_LONGEST_NAME]


def _payload(part: EmailMessage) -> bytes:
    try:
        content = part.get_payload(decode=True)
    except Exception:
        return b""
    return content if isinstance(content, bytes) else b""


def _text(part: EmailMessage) -> str:
    return _decoded(_payload(part), _safely(part.get_content_charset, "utf-8"))


def _decoded(content: bytes, charset: str) -> str:
    """Return a text in the charset that it names, where mails are written in that; else in UTF-8 or that of Windows."""
    named = "cp1252" if charset.lower() in _WINDOWS else charset.lower() if charset.lower() in _CHARSETS else "utf-8"
    for each in (named, "utf-8"):
        try:
            return content.decode(each).removeprefix("\ufeff")
        except UnicodeError:
            continue
    return content.decode("cp1252", "replace")


def _shown(page: str) -> str:
    """Return the text of a page, with the lines that a reader sees.

    It is read in one go, since readers that build the page's tree take minutes for some that are made to be slow.
    """
    parts: list[str] = []
    inside = ""
    exact = 0
    for token in _TAG.split(page[: 4 * _MOST_TEXT]):
        tag = _TAG_NAME.match(token)
        name = tag["name"].lower() if tag else ""
        if inside:
            ends = "-->" in token if inside == "!--" else bool(tag and tag["slash"] and name == inside)
            inside = "" if ends else inside
        elif name == "!--" or (name in _UNSHOWN and tag and not tag["slash"]):
            inside = "" if token.endswith("-->") else name
        elif tag:
            exact += (-1 if tag["slash"] else 1) if name == "pre" else 0
            parts.append("\n" if name in _LINES else "\t" if name in _CELLS and not tag["slash"] else "")
        else:
            parts.append(token if exact > 0 else re.sub(r"[ \t\r\n\f]+", " ", token))
    return "\n".join(part.strip(" \t") for part in unescape("".join(parts)).split("\n"))
