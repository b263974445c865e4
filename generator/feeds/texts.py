"""Texts that several feeds share: what an event says, as plain text and as HTML."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

from generator import urls
from generator.danish import formatting
from generator.markdown.convert import cleaned
from generator.markdown.plain_text import plain_text
from generator.model.booking import Booking
from generator.model.event import Event
from generator.model.occurrences import Occurrence
from generator.model.state import State
from generator.pages.context import SiteContext
from generator.pages.event_card import STATUSES
from generator.repository.history import History, Revision

DOMAIN = "kulturpunkt"
"""The end of every permanent name. It is no host, so that a site that moves keeps its names."""

WORDS = {
    State.CANCELLED: "Aflyst",
    State.POSTPONED: "Udsat",
    State.MOVED: "Flyttet",
    State.ONLINE: "Flyttet online",
    State.SOLD_OUT: "Udsolgt",
}
"""The states that a title says: what one must know before one goes."""
_PREFIXES = {state: f"{word.upper()}: " for state, word in WORDS.items()}

_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_ADDRESS = re.compile(r"https?://(?:[^\s<>&]|&amp;|&#39;)*(?:[\w/=~_-]|&amp;)|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)", re.ASCII)
TEXT_LENGTH = 1500
_CACHED = 1_000


def identity(event: Event, anchor: str | None = None) -> str:
    """Return the permanent name of an event, or of one of its dates: never made from its title or a host."""
    owner, name = event.permanent_name if event.former else (event.owner, event.name)
    return ".".join(filter(None, (owner, name, anchor))) + "@" + DOMAIN


def revision(history: History, event: Event) -> Revision:
    """Return the revision of an event: of its file, also where that lay before, and of its area's file, where the places stand."""
    return history.revision(*event.sources, earlier=event.earlier_sources)


def clean(text: str) -> str:
    """Return text without control characters; line feeds stay."""
    return _CONTROLS.sub(" ", text.replace("\r\n", "\n"))


def line(text: str) -> str:
    """Return text on one line. Nearly all is printable, and so without control characters."""
    return " ".join((text if text.isprintable() else clean(text)).split())


def title(event: Event, state: State = State.PLANNED) -> str:
    """Return `AFLYST: Eksempel: Fællessang`. The title says the state too, because some calendars hide STATUS."""
    return _PREFIXES.get(state, "") + ("Eksempel: " if event.example else "") + line(event.title)


@lru_cache(maxsize=_CACHED)
def plain(markdown: str, site_url: str) -> str:
    """Return Markdown of an area as plain text. `site_url` is where links to the site's own root lead."""
    html = cleaned(markdown, site_url)
    return clean(plain_text(html)) if html else ""


def shortened(text: str, length: int) -> str:
    """Return text of at most `length` letters, cut between words."""
    if len(text) <= length:
        return text
    words = re.match(r"(.+)\s", text[:length], re.DOTALL)
    return (words[1] if words else text[: length - 1]).rstrip(" ,;:.-\n") + "…"


def booking_line(booking: Booking) -> str:
    """Return `Tilmelding senest fredag den 24. april 2026: https://… Skriv, hvor mange I kommer.`"""
    if not booking.needed:
        return "Ingen tilmelding"
    until = f" senest {formatting.full_day(booking.deadline)}" if booking.deadline else ""
    where = ", ".join(booking.ways)
    said = f"Tilmelding{until}: {where}." if where else f"Tilmelding{until}."
    return line(f"{said} {booking.text or ''}")


def status_line(context: SiteContext, occurrence: Occurrence) -> str | None:
    """Return `Flyttet. Før: fre. 6. marts kl. 19.00. Korlederen er syg.`"""
    state = STATUSES.get(occurrence.state)
    said = (state and state[1], context.cards.event(occurrence).was, occurrence.text)
    return line(" ".join(f"{part.rstrip('.')}." for part in said if part)) or None


def description(context: SiteContext, occurrence: Occurrence, url: str) -> str:
    """Return all that a calendar says of an event on one of its dates; `url` is where there is more. It is the same on any day."""
    return "\n\n".join(filter(None, (introduction(context, occurrence), *_after_the_text(context, occurrence), url)))


def introduction(context: SiteContext, occurrence: Occurrence, length: int = TEXT_LENGTH) -> str:
    """Return how it stands with an occurrence, the event's summary, and up to `length` letters of its text."""
    text = shortened(plain(occurrence.event.text, context.site_url), length)
    return "\n\n".join(filter(None, (*_before_the_text(context, occurrence), text)))


def description_html(context: SiteContext, occurrence: Occurrence, url: str) -> str:
    """Return the same as HTML, with the whole of the text: `plain_text` of it is the description."""
    before, after = _before_the_text(context, occurrence), _after_the_text(context, occurrence)
    text = cleaned(occurrence.event.text, context.site_url) or ""
    return "\n".join(filter(None, (*map(paragraph, before), clean(text), *map(paragraph, (*after, url)))))


def paragraph(said: str | None) -> str:
    """Return one line as a paragraph of HTML, in which web and mail addresses are links."""
    return f"<p>{_ADDRESS.sub(_link, escape(said))}</p>" if said else ""


def _link(address: re.Match[str]) -> str:
    return f'<a href="{"mailto:" if address["mail"] else ""}{address[0]}">{address[0]}</a>'


def _before_the_text(context: SiteContext, occurrence: Occurrence) -> tuple[str | None, ...]:
    """Return what is said of an event before its text, a line each."""
    event = occurrence.event
    return status_line(context, occurrence), event.summary and line(event.summary)


def _after_the_text(context: SiteContext, occurrence: Occurrence) -> tuple[str | None, ...]:
    """Return what is said of an event after its text, a line each."""
    event = occurrence.event
    return (
        f"In English: {line(event.english)}" if event.english else None,
        f"Online: {occurrence.online}" if occurrence.online else None,
        f"Pris: {line(event.price.text)}" if event.price else None,
        f"Arrangeres af {context.cards.event(occurrence).areas}" if context.calendar.hosts_of(event) else None,
        booking_line(event.booking) if event.booking and not occurrence.is_cancelled_or_postponed else None,
    )


def address(context: SiteContext, occurrence: Occurrence) -> str:
    """Return the page's whole address, at the date where there are several."""
    url = urls.event(occurrence.event)
    anchor = f"#{occurrence.anchor}" if len(context.calendar.occurrences_of(occurrence.event)) > 1 else ""
    return context.site_url + url + anchor
