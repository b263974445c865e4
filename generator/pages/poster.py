"""Posters for the notice board: an area's next six weeks, or one event, on one A4 or A3 with a code that leads to the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from math import ceil
from typing import NamedTuple

from generator import urls
from generator.danish import formatting
from generator.media import qr
from generator.media.dots import Dot
from generator.model.area import Area, Status
from generator.model.event import Event
from generator.model.folders import PROGRAMME
from generator.model.occurrences import Occurrence
from generator.pages.context import SiteContext
from generator.pages.page import AREAS, CALENDAR, Crumb, Page
from generator.pages.values import EventCard

_WEEKS = 6
_FEWEST = 4
"""Where so few dates are within its weeks, a poster says what comes after them, too."""
_EARLIEST = timedelta(days=200)
"""An event has a poster from half a year before it: nobody hangs one up earlier."""


class _Size(NamedTuple):
    """Hold one size of type in `poster.css`: how many letters a line has, and, in millimetres on A4, the height of a line and
    the room for all of it; on an area's poster also the height of a day's numeral."""

    name: str
    title_letters: int
    title_line: float
    facts_letters: int
    facts_line: float
    room: float
    numeral: float = 0


_SIZES = (
    _Size("huge", 30, 14.2, 42, 9.6, 104, 26.0),
    _Size("large", 46, 9.4, 62, 6.6, 106, 17.2),
    _Size("medium", 62, 7.0, 76, 5.5, 133, 12.7),
    _Size("small", 84, 5.1, 98, 4.4, 157, 8.3),
)
_BETWEEN = 3.7
_MORE = 9
"""Millimetres between two events, and of the line that counts those that are not on the poster."""


_SUMMARY_LETTERS = 186
"""In the largest type an event's summary stands below it, in no more than three lines of 62 letters, 6.6 mm each."""


_CAPITAL, _WIDTHS = 1.3, {"W": 2.0, "M": 1.8, "w": 1.5, "m": 1.5, "@": 1.8, "%": 1.6}
"""How many small letters are as wide as a capital, and as the widest letters."""


class Line(NamedTuple):
    """Hold one date on a poster, with the instants by which the page takes it away once it is over."""

    card: EventCard
    facts: str


class Sheet(NamedTuple):
    """Hold an area's poster. `lines` are as many dates as have room in type of this size, `more` counts the others."""

    name: str
    municipality: str
    summary: str
    dot: Dot
    example: bool
    period: str
    lines: Sequence[Line]
    size: str
    more: int
    address: str
    code: str
    area_url: str


def poster(context: SiteContext, area: Area) -> Page:
    """Return the page /omraader/<slug>/plakat/."""
    here = Crumb(area.name, urls.area(area.slug))
    return Page(
        urls.poster(area.slug),
        "poster.html",
        f"Plakat for {area.name}",
        f"En plakat til opslagstavlen: det sker i {area.name}.",
        {"sheets": [sheet(context, area)], "back": {"title": f"Tilbage til {area.name}", "url": here.url}},
        hidden=True,
        crumbs=(AREAS, here, Crumb("Plakat", None)),
    )


def posters(context: SiteContext) -> Page:
    """Return the page /omraader/plakater/: the posters of all areas, each on a sheet of its own, to print at once."""
    title = "Plakater for alle lokalområder"
    values = {
        "sheets": [sheet(context, context.calendar.areas[card.slug]) for card in context.cards.areas],
        "back": {"title": "Alle lokalområder", "url": urls.AREAS},
    }
    crumbs = (AREAS, Crumb("Plakater", None))
    return Page(urls.POSTERS, "poster.html", title, f"{title}, til at printe på én gang.", values, hidden=True, crumbs=crumbs)


def sheet(context: SiteContext, area: Area) -> Sheet:
    """Return an area's poster: what is in its next six weeks, or what comes first after them; what is over is never on it."""
    first = context.now.date()
    last = first + timedelta(weeks=_WEEKS) - timedelta(days=1)
    ahead = context.calendar.not_ended(context.calendar.shown_by(area.slug))
    within = [each for each in ahead if each.start.day <= last]
    chosen = within if len(within) >= _FEWEST else ahead[:_FEWEST]
    lines = _lines(context, area, chosen)
    size, count = _fitting(lines)
    address = context.site_url + urls.area(area.slug)
    return Sheet(
        name=area.name,
        municipality=area.municipality.in_full,
        summary=area.summary,
        dot=context.cards.dot_of(area.slug),
        example=area.status is Status.EXAMPLE,
        period=formatting.days(first, last) if len(chosen) == len(within) else "Det næste, der sker",
        lines=lines[:count],
        size=size,
        more=len(lines) - count,
        address=address,
        code=qr.code(address, "poster__code", qr.POSTER),
        area_url=urls.area(area.slug),
    )


def _lines(context: SiteContext, area: Area, occurrences: Iterable[Occurrence]) -> list[Line]:
    return [
        Line(card, _facts(card.when_short, card.place, card.price, None if card.area_slug == area.slug else card.area))
        for card in context.cards.events(occurrences)
    ]


def _facts(*facts: str | None) -> str:
    return "\u00a0· ".join(filter(None, facts))


def _fitting(lines: Sequence[Line]) -> tuple[str, int]:
    """Return the largest size in which all dates have room on the sheet; else the smallest, and how many have room in it."""
    for size in _SIZES:
        if sum(_height(line, size) for line in lines) <= size.room:
            return size.name, len(lines)
    count, left = 0, _SIZES[-1].room - _MORE
    for line in lines:
        left -= _height(line, _SIZES[-1])
        if left < 0:
            break
        count += 1
    return _SIZES[-1].name, count


def _height(line: Line, size: _Size) -> float:
    """Return the millimetres of a date on paper, estimated by its letters."""
    facts = " · ".join(filter(None, (line.card.status_text, line.facts)))
    titles, lines = _lines_of(line.card.title, size.title_letters), _lines_of(facts, size.facts_letters)
    summary = ceil(min(len(line.card.summary or ""), _SUMMARY_LETTERS) / 62) * 6.6 if size is _SIZES[0] else 0
    return max(size.numeral, titles * size.title_line + lines * size.facts_line + summary) + _BETWEEN


def _width(text: str) -> float:
    """Return how many small letters are as wide as a text."""
    return sum(_WIDTHS.get(letter, _CAPITAL if letter.isupper() else 1) for letter in text)


def _lines_of(text: str, letters: int) -> int:
    """Return on how many lines a text stands where a line has room for so many small letters, and a word goes on whole."""
    lines, taken = 1, 0.0
    for width in map(_width, text.split(" ")):
        if taken and taken + width > letters:
            lines, taken = lines + 1, 0
        more, rest = divmod(width, letters)
        lines, taken = lines + int(more), taken + rest + 1
    return lines


_EVENT_SIZES = (
    _Size("first", 17, 21.2, 60, 7.5, 92),
    _Size("second", 24, 15.6, 60, 7.5, 92),
    _Size("third", 34, 11.3, 70, 6.6, 108),
    _Size("fourth", 44, 8.5, 88, 5.3, 124),
)
_BETWEEN_FACTS = 3
_DATES_SHOWN, _LONGEST_FACT = 6, 240


def has_poster(context: SiteContext, happening: Event) -> bool:
    """Return whether an event has a poster: one can come to it, and it is not further away than half a year."""
    occurrence = context.calendar.open_date(happening)
    return occurrence is not None and occurrence.start.day - context.now.date() < _EARLIEST


def event_poster(context: SiteContext, happening: Event) -> Page:
    """Return the page /det-sker/<owner>/<name>/plakat/, for the next date that one can come to, with the dates after it."""
    calendar = context.calendar
    occurrence = calendar.open_date(happening) or calendar.occurrences_of(happening)[-1]
    card, address = context.cards.event(occurrence), context.site_url + urls.event(happening)
    size, facts = _with_facts(happening.title, [fact for fact in _event_facts(context, occurrence) if fact])
    values = {
        "card": card,
        "size": size,
        "from_area": None if happening.owner == PROGRAMME else card.areas,
        "facts": facts,
        "address": address,
        "code": qr.code(address, "poster__code", qr.POSTER),
        "back": {"title": "Tilbage til arrangementet", "url": card.url},
    }
    crumbs = (CALENDAR, Crumb(happening.title, card.url), Crumb("Plakat", None))
    title, description = f"Plakat for {happening.title}", f"En plakat til opslagstavlen: {happening.title}, {card.when}."
    return Page(
        urls.event_poster(happening), "event-poster.html", title, description, values, colour="yellow", hidden=True, crumbs=crumbs
    )


def _event_facts(context: SiteContext, occurrence: Occurrence) -> Iterator[str | None]:
    """Yield what an event's poster says below its name, the most needed first."""
    calendar, happening, card = context.calendar, occurrence.event, context.cards.event(occurrence)
    place = calendar.place(happening.owner, occurrence.place)
    later = [each for each in calendar.occurrences_of(happening) if each.begins > occurrence.begins]
    shown = [context.cards.event(each).when_short for each in later if not each.is_cancelled_or_postponed]
    more = f" og {len(shown) - _DATES_SHOWN} mere" if len(shown) > _DATES_SHOWN else ""
    yield ". ".join(filter(None, (card.status_text, card.was))) or None
    yield card.when_and_time
    yield _facts(place.name, place.whole_address) if place else "Online" if occurrence.online else None
    yield _facts(card.price, card.booking) or None
    yield happening.summary
    yield f"Også {'; '.join(shown[:_DATES_SHOWN])}{more}." if shown else None
    yield f"Arrangør: {formatting.joined(happening.organisers)}" if happening.organisers else None


def _with_facts(title: str, facts: Sequence[str]) -> tuple[str, Sequence[str]]:
    """Return the largest size in which a name and its facts have room; else the smallest, with the facts that have."""
    short = [fact for fact in facts if len(fact) <= _LONGEST_FACT]
    for size in _EVENT_SIZES:
        if _event_height(title, short, size) <= size.room:
            return size.name, short
    while short and _event_height(title, short, _EVENT_SIZES[-1]) > _EVENT_SIZES[-1].room:
        short = short[:-1]
    return _EVENT_SIZES[-1].name, short


def _event_height(title: str, facts: Sequence[str], size: _Size) -> float:
    lines = sum(_lines_of(fact, size.facts_letters) for fact in facts)
    longest = max(map(_width, title.split()), default=0)
    if longest > size.title_letters and size is not _EVENT_SIZES[-1]:
        return size.room + 1  # a long word would be cut in two
    return _lines_of(title, size.title_letters) * size.title_line + lines * size.facts_line + len(facts) * _BETWEEN_FACTS
