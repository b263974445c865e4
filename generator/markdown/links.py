"""Addresses in text become links: of the web, of mail, and phone numbers that a word or a sign announces."""

from __future__ import annotations

import re
from html import unescape

from markupsafe import Markup, escape

from generator.text.sanitise import with_ascii_digits

_NUMBER = re.compile(r"\d[\d .\u00a0-]{6}")
_WEB = r"(?P<web>(?<![\w@/.-])(?:https?://|www\.)(?=[^\s<>/?#\"]+\.[^\s<>/?#\".])[^\s<>\"«»“”„|\\^`{}\x00-\x20]+)"
_MAIL = r"(?P<mail>(?<![\w@/.+:&#=-])(?:mailto:)?[\w][\w.+-]{0,63}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w@-]))"
_GAP = "[ \u00a0]"
_EIGHT = "|".join(
    (
        r"\d{8}",
        rf"\d\d(?:{_GAP}\d\d){{3}}",
        r"\d\d(?:\.\d\d){3}",
        r"\d\d(?:-\d\d){3}",
        rf"\d{{4}}{_GAP}\d{{4}}",
        rf"\d\d{_GAP}\d{{3}}{_GAP}\d{{3}}",
        rf"\d{{3}}{_GAP}\d\d{_GAP}\d{{3}}",
    )
)
_ABROAD = r"\+(?!45)[1-9]\d{0,2}(?:[ \u00a0-]?\d{2,4}){2,5}(?!\d)"
_DANISH = rf"(?:(?P<country>\(?(?:\+|00)45\)?){_GAP}?)?(?:{_EIGHT})(?![\w/]|[.,:-]\d|{_GAP}\d\d(?![\d.:-]))"
_PHONE = rf"(?P<phone>(?<![\w+.,/-]){_DANISH}|(?<!\w)(?P<abroad>{_ABROAD}))"
_ADDRESS = re.compile(f"{_WEB}|{_MAIL}|{_PHONE}", re.IGNORECASE)
_ANNOUNCING = re.compile(
    r"\b(?:tlf|telefon(?:nummer|nr|en)?|tel|ring(?:e|er)?|mobil(?:nummer|nr|en|telefon)?|mob|sms|fastnet)\b"
    r"|[\u260e\u260f\u2706\U0001f4de\U0001f4f1\U0001f4f2]",
    re.IGNORECASE,
)
_OTHER_NUMBER = re.compile(r"\b(?:cvr|ean|konto|kontonr|reg|sagsnr|ordre|faktura|mobilepay|p-nr|isbn|kl)\b", re.IGNORECASE)
_USER = re.compile(r"(?:[a-z]+://)?[^/?#]*@", re.IGNORECASE)
"""An address that signs somebody in: what looks like its host is a name, and the host comes after it."""
_TRAILING = "?!.,:;*_~'’”»…"
_TOKEN = re.compile(r"<(/?)([a-z0-9]+)[^<>]*>|[^<]+|<")
_LINKLESS = frozenset(("a", "code", "pre", "script", "style", "textarea", "svg"))
_WITHIN_LINES = frozenset(("strong", "em", "b", "i", "u", "del", "sup", "sub"))
_LONGEST = 2_000
"""Letters in an address."""
_FAR = 80
"""Letters between the word that announces a number and the number."""


def linked(text: str) -> Markup | str:
    """Return a line of plain text with its addresses as links, escaped; the text itself where it holds none."""
    if not _may_hold_address(text):
        return text
    return Markup(_with_links(text))  # noqa: S704  each part is escaped


def links_in(html: str) -> str:
    """Return clean HTML in which addresses in text are links too, but not inside of links and code."""
    if not _may_hold_address(html):
        return html
    inside = 0
    before = ""
    parts = []
    for token in _TOKEN.finditer(html):
        closes, tag = token.groups()
        written = token[0]
        if tag in _LINKLESS:
            inside = max(inside + (-1 if closes else 1), 0)
        elif tag:
            before = before if tag in _WITHIN_LINES else ""
        elif not inside:
            text = unescape(written)
            written = _with_links(text, before) if _may_hold_address(text) else written
            before = (before + text)[-_FAR:]
        parts.append(written)
    return "".join(parts)


def holds_contact(text: str) -> bool:
    """Return whether a text holds a mail address, or a number that one could call, announced or not."""
    return any(found["mail"] or found["phone"] for found in _ADDRESS.finditer(text))


def _may_hold_address(text: str) -> bool:
    """Return whether a text, or HTML beside the links that it has, may hold an address: a quick look."""
    return (
        "@" in text
        or "&nbsp;" in text
        or text.count("://") > text.count('="http')
        or text.count("www.") > text.count("//www.")
        or "WWW." in text
        or "Www." in text
        or _NUMBER.search(text) is not None
    )


def _with_links(text: str, before: str = "") -> str:
    """Return text with links, as HTML. `before` is what stands before it on its line."""
    parts = []
    end = phone_ends = 0
    for found in _ADDRESS.finditer(text):
        address = found[0]
        if len(address) > _LONGEST:
            continue
        if found["phone"]:
            announced = (
                found["country"] or found["abroad"] or _is_announced(before + text[: found.start()], found.start() - phone_ends)
            )
            if not announced:
                continue
            phone_ends = found.end()
            href = _phone_href(address)
        elif found["mail"]:
            href = "mailto:" + address.removeprefix("mailto:")
        elif _USER.match(address):
            continue
        else:
            address = _without_trailing(address)
            href = address if address[:4].lower() == "http" else f"https://{address}"
        parts += [_escaped(text[end : found.start()]), f'<a href="{escape(href)}">', _escaped(address), "</a>"]
        end = found.start() + len(address)
    return "".join([*parts, _escaped(text[end:])])


def _escaped(text: str) -> str:
    """Return text as it stands between tags, where quotation marks mean nothing."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\u00a0", "&nbsp;")


def _is_announced(before: str, since_phone: int) -> bool:
    """Return whether a word before a number says that one can call it, with no other number between but those one can call.

    `since_phone` is how long ago the last of those ended, in letters.
    """
    line = before[-_FAR:].rpartition("\n")[2]
    announcing = [found.end() for found in _ANNOUNCING.finditer(line)]
    if not announcing:
        return False
    between = line[max(announcing[-1], len(line) - since_phone) :]
    return not _OTHER_NUMBER.search(between) and not any(letter.isdigit() for letter in between)


def _phone_href(written: str) -> str:
    digits = re.sub(r"\D", "", with_ascii_digits(written))
    return f"tel:+{digits}" if written[0] == "+" else f"tel:+45{digits[-8:]}"


def _without_trailing(address: str) -> str:
    """Return a web address without the signs after it that belong to the sentence, and without a bracket that it does not open."""
    open_brackets = sum(map(address.count, "([")) - sum(map(address.count, ")]"))
    while address[-1] in _TRAILING or (address[-1] in ")]" and open_brackets < 0):
        open_brackets += address[-1] in ")]"
        address = address[:-1]
    return address
