"""Plain texts that several feeds share: what an event says, without HTML and without anything that could break a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from itertools import count, repeat

from generator import urls
from generator.danish import formatting
from generator.markdown.convert import cleaned
from generator.model.booking import Booking
from generator.model.event import Event
from generator.model.occurrences import Occurrence
from generator.model.state import State
from generator.pages.context import SiteContext
from generator.pages.event_card import STATUSES

DOMAIN = "kulturpunkt"
"""The end of every permanent name. It is no host, so that a site that moves keeps its names."""

PREFIXES = {
    State.CANCELLED: "AFLYST: ",
    State.POSTPONED: "UDSAT: ",
    State.MOVED: "FLYTTET: ",
    State.ONLINE: "FLYTTET ONLINE: ",
    State.SOLD_OUT: "UDSOLGT: ",
}

_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_BLOCKS = {"p", "h2", "h3", "h4", "li", "tr", "blockquote", "ul", "ol", "dl", "dt", "dd", "table", "pre", "hr", "section"}
_TEXT_LENGTH = 1500
_KEPT = 1_000


def identity(event: Event, anchor: str | None = None) -> str:
    """The permanent name of an event, or of one of its dates: from the owner and the file's name, never from title or host."""
    return ".".join(filter(None, (event.owner, event.name, anchor))) + "@" + DOMAIN


def clean(text: str) -> str:
    """Text without control characters; a line feed stays."""
    return _CONTROLS.sub(" ", text.replace("\r\n", "\n"))


def line(text: str) -> str:
    """Text on one line."""
    return " ".join(clean(text).split())


def title(event: Event, state: State = State.PLANNED) -> str:
    """`AFLYST: Eksempel: Fællessang`: how it stands is said in the title, because some calendars hide what they are told of it."""
    return PREFIXES.get(state, "") + ("Eksempel: " if event.example else "") + line(event.title)


@lru_cache(maxsize=_KEPT)
def plain(markdown: str, site_url: str) -> str:
    """What an area wrote, as text: paragraphs apart, points with a hyphen, links with their address."""
    html = cleaned(markdown, site_url)
    if html is None:
        return ""
    reader = _Reader()
    reader.feed(html)
    lines = (" ".join(part.split()) for part in clean("".join(reader.parts)).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def shortened(text: str, length: int) -> str:
    """Text of at most `length` letters, cut between words."""
    if len(text) <= length:
        return text
    words = re.match(r"(.+)\s", text[:length], re.DOTALL)
    return (words[1] if words else text[: length - 1]).rstrip(" ,;:.-\n") + "…"


def booking_line(booking: Booking) -> str:
    """`Tilmelding senest fredag den 24. april 2026: https://… Skriv, hvor mange I kommer.`"""
    if not booking.needed:
        return "Ingen tilmelding"
    until = f" senest {formatting.full_day(booking.deadline)}" if booking.deadline else ""
    phone = booking.phone.text if booking.phone else None
    where = ", ".join(filter(None, (booking.link, booking.mail, phone)))
    said = f"Tilmelding{until}: {where}." if where else f"Tilmelding{until}."
    return line(f"{said} {booking.text or ''}")


def status_line(context: SiteContext, occurrence: Occurrence) -> str | None:
    """`Flyttet. Før: fre. 6. marts kl. 19.00. Korlederen er syg.`"""
    state = STATUSES.get(occurrence.state)
    told = (state and state[1], context.cards.event(occurrence).was, occurrence.text)
    return line(" ".join(f"{part.rstrip('.')}." for part in told if part)) or None


def description(context: SiteContext, occurrence: Occurrence, url: str) -> str:
    """All that a calendar says of an event on one of its dates; `url` is where there is more. The build's day plays no part."""
    event = occurrence.event
    parts = (
        status_line(context, occurrence),
        event.summary and line(event.summary),
        shortened(plain(event.text, context.site_url), _TEXT_LENGTH),
        f"Online: {occurrence.online}" if occurrence.online else None,
        f"Pris: {line(event.price.text)}" if event.price else None,
        booking_line(event.booking) if event.booking and not occurrence.is_off else None,
        url,
    )
    return "\n\n".join(filter(None, parts))


def address(context: SiteContext, occurrence: Occurrence) -> str:
    """The page's whole address, at the date where there are several."""
    url = urls.event(occurrence.event)
    anchor = f"#{occurrence.anchor}" if len(context.calendar.occurrences_of(occurrence.event)) > 1 else ""
    return context.site_url + url + anchor


_TOKEN = re.compile(r'<(/?)([a-z0-9]+)((?:[^>"]|"[^"]*")*)>|[^<]+')
_START = re.compile(r'\bstart="(\d{1,9})"')
_HREF = re.compile(r'\bhref="([^"]*)"')


class _Reader:
    """Collects the text of HTML that is cleaned: tags are whole there, and their attributes stand in double quotes."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.links: list[tuple[str, int]] = []
        self.points: list[Iterator[str]] = []

    def feed(self, html: str) -> None:
        for token in _TOKEN.finditer(html):
            closes, tag, attributes = token.groups()
            if not tag:
                self.handle_data(unescape(token[0]))
            elif closes:
                self.handle_endtag(tag)
            else:
                self.handle_starttag(tag, attributes)

    def handle_starttag(self, tag: str, attributes: str) -> None:
        if tag == "a":
            href = _HREF.search(attributes)
            self.links.append((unescape(href[1]) if href else "", len(self.parts)))
        elif tag == "br":
            self.parts.append("\n")
        elif tag in ("td", "th") and self.parts and not self.parts[-1].endswith("\n"):
            self.parts.append(" | ")
        elif tag == "li":
            self.parts.append(f"\n{next(self.points[-1]) if self.points else '-'} ")
        elif tag in ("ol", "ul"):
            start = _START.search(attributes)
            self.points.append(map("{}.".format, count(int(start[1]) if start else 1)) if tag == "ol" else repeat("-"))
            self.parts.append("\n")
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.links:
            href, place = self.links.pop()
            address = href.removeprefix("mailto:").removeprefix("tel:")
            if address and address not in "".join(self.parts[place:]):
                self.parts.append(f" ({address})")
        elif tag in _BLOCKS - {"li", "tr"}:
            self.parts.append("\n")
        if tag in ("ol", "ul") and self.points:
            self.points.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() or not self.parts[-1:] or not self.parts[-1].endswith("\n"):
            self.parts.append(re.sub(r"\s+", " ", data))
