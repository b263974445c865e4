"""The card of one occurrence of an event."""

from __future__ import annotations

from datetime import date, datetime

from generator import urls
from generator.danish import formatting
from generator.media.dots import Dot
from generator.model.calendar import Calendar
from generator.model.event import Event
from generator.model.language import DANISH, Language
from generator.model.occurrences import Occurrence
from generator.model.state import State
from generator.pages.attendance import came
from generator.pages.values import EventCard, OtherArea

STATUSES = {
    State.CANCELLED: ("cancelled", "Aflyst"),
    State.POSTPONED: ("postponed", "Udsat, ny dato følger"),
    State.MOVED: ("moved", "Flyttet"),
    State.ONLINE: ("online", "Flyttet online"),
    State.SOLD_OUT: ("sold-out", "Udsolgt"),
    State.FEW_LEFT: ("few-left", "Få pladser"),
}
_STATE_TEXTS = {"past": "Afholdt", "now": "I gang nu", "today": "I dag", "next": None}


def event_card(calendar: Calendar, occurrence: Occurrence, dot: Dot, language: Language = DANISH) -> EventCard:
    """Return all that a list shows of an occurrence, in a language. `dot` is the dot of its area."""
    dates, say = language.dates, language.say
    event = occurrence.event
    start, end = occurrence.start, occurrence.end
    last_day = occurrence.last_day
    several = last_day != start.day
    place = calendar.place(event.owner, occurrence.place)
    area = calendar.areas.get(event.owner)
    state = calendar.state(occurrence)
    status, status_text = _status(occurrence, state)
    more = _more(calendar, occurrence)
    return EventCard(
        url=urls.event(event),
        anchor=occurrence.anchor if len(calendar.occurrences_of(event)) > 1 else None,
        title=event.title,
        summary=event.summary,
        when=dates.when(start, end),
        when_short=dates.short_when(start, end),
        weekday=dates.short_weekday(start.day),
        day=dates.large_days(start.day, last_day),
        month=dates.large_months(start.day, last_day),
        month_long=dates.month(start.day) if start.day.month == last_day.month else dates.large_months(start.day, last_day),
        year=str(last_day.year),
        start=_iso(start.day, start.at if start.clock else None),
        end=_iso(end.day, end.at if end.clock else None) if end else None,
        begins=occurrence.begins.isoformat(timespec="minutes"),
        ends=occurrence.ends.isoformat(timespec="minutes"),
        time=dates.time_of_day(start, end) or (say("hele dagen") if not several else ""),
        place=place.name if place else None,
        town=place.town if place else None,
        area=calendar.name_of(event.owner),
        also_in=tuple(OtherArea(host.slug, host.name, host.municipality.value) for host in calendar.hosts_of(event)),
        area_slug=event.owner,
        area_url=urls.area(event.owner) if area else urls.ABOUT,
        municipality=area.municipality.value if area else None,
        dot=dot,
        price=(language.price(event.price) or event.price.text) if event.price else None,
        free=bool(event.price and event.price.free),
        booking=_booking(event, language),
        category=event.category.value if event.category else None,
        audience=tuple(audience.value for audience in event.audience),
        example=event.example,
        state=state,
        state_text=None if occurrence.is_cancelled_or_postponed else _state_text(state, language),
        status=status,
        status_text=status_text and say(status_text),
        status_note=occurrence.text,
        was=_was(calendar, occurrence, language),
        more=more,
        more_text=f"og {formatting.number_of_dates(more)} mere" if more else None,
        repeats=event.repetition.words() if event.repetition else None,
        came=came(calendar, occurrence) if state == "past" else None,
    )


def _status(occurrence: Occurrence, state: str) -> tuple[str | None, str | None]:
    """Return the status for styles and in words. That something was sold out or moved does not matter once it is past."""
    if state == "past" and not occurrence.is_cancelled_or_postponed:
        return None, None
    return STATUSES.get(occurrence.state, (None, None))


def _state_text(state: str, language: Language) -> str | None:
    text = _STATE_TEXTS[state]
    return text and language.say(text)


def before(calendar: Calendar, occurrence: Occurrence, language: Language) -> tuple[str | None, str | None]:
    """Return the day and hour, and the name of the place, that an occurrence was moved from."""
    place = calendar.place(occurrence.event.owner, occurrence.before_place)
    when = language.dates.short_when(occurrence.before, None) if occurrence.before else None
    return when, place.name if place else None


def _was(calendar: Calendar, occurrence: Occurrence, language: Language) -> str | None:
    """Return where an occurrence was moved from: `Før: fre. 6. marts kl. 19.00, Forsamlingshuset`."""
    facts = [*filter(None, before(calendar, occurrence, language))]
    return f"{language.say('Før')}: {', '.join(facts)}" if facts else None


def _more(calendar: Calendar, occurrence: Occurrence) -> int:
    this = occurrence.begins
    return sum(date.begins > this and not date.is_cancelled_or_postponed for date in calendar.occurrences_of(occurrence.event))


def _booking(event: Event, language: Language) -> str | None:
    if event.booking is None:
        return None
    return language.say("tilmelding" if event.booking.needed else "ingen tilmelding")


def _iso(day: date, at: datetime | None) -> str:
    return at.isoformat(timespec="minutes") if at else day.isoformat()
