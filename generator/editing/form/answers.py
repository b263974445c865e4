"""From an event back to the answers that a form would have had: what `write` does, the other way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import time

from generator.danish.dates import Moment
from generator.danish.spans import parse_end
from generator.editing.form.write import AREA, BODY
from generator.model.booking import Booking
from generator.model.event import Event
from generator.model.helper import Helper, short_helper
from generator.model.place import Place
from generator.model.state import State

Answer = str | list[str]


def answers(event: Event) -> dict[str, Answer]:
    """Return the answers by the questions' names; what was not answered is left out."""
    given: dict[str, Answer] = {AREA: event.owner, **dict(_facts(event)), **dict(_dates(event)), **dict(_where(event))}
    given |= {"maalgruppe": [audience.value for audience in event.audience], BODY: event.text.strip("\n")}
    return {name: answer for name, answer in given.items() if answer}


def _facts(event: Event) -> Iterator[tuple[str, Answer]]:
    yield "titel", event.title
    yield "resume", event.summary or ""
    yield "english", event.english or ""
    yield "kategori", event.category.value if event.category else ""
    yield "pris", event.price.text if event.price else ""
    yield "arrangoer", _one_or_several(event.organisers)
    yield "ogsaa_i", _one_or_several(event.also_in)
    yield "hjaelpere", "\n".join(map(_helper_line, event.helpers))
    yield "sprog", _one_or_several(event.languages)
    yield "status", event.state.value if event.state is not State.PLANNED else ""
    yield "statustekst", event.state_text or ""
    yield "foer_sted", event.before_place or ""
    if event.booking:
        yield "tilmelding", _way(event.booking)
        yield "tilmelding_frist", event.booking.deadline.isoformat() if event.booking.deadline else ""
    if event.access:
        yield "trinfri", event.access.step_free or ""
        yield "handicaptoilet", event.access.toilet or ""
        yield "parkering", event.access.parking or ""


def _dates(event: Event) -> Iterator[tuple[str, Answer]]:
    yield from moment_answers("start", event.start)
    if event.before:
        yield from moment_answers("foer", event.before)
    yield from zip(("slut_dag", "slut_kl"), end_answers(event.start, event.end), strict=True)
    if event.repetition:
        yield "gentag", event.repetition.words()
    if event.until:
        yield "gentag_til", event.until.isoformat()
    yield "undtagen", "\n".join(day.isoformat() for day in event.except_days)


def _where(event: Event) -> Iterator[tuple[str, Answer]]:
    yield from place_answers(event.place)
    yield "online", event.online or ""


def place_answers(place: str | Place | None) -> Iterator[tuple[str, str]]:
    """Yield the answers about a place: the key of a known one, or all of one that is written out."""
    if isinstance(place, Place):
        yield "sted_navn", place.name
        yield "sted_adresse", place.address or ""
        yield "sted_postnummer", place.postcode or ""
        yield "sted_by", place.town or ""
        yield "sted_vej", place.way or ""
    elif place:
        yield "sted", place


def end_answers(start: Moment, end: Moment | None) -> tuple[str, str]:
    """Return the last day and the hour of an end. There is no day where the hour alone says it."""
    if end is None:
        return "", ""
    alone = end.clock and parse_end(f"{end.clock:%H:%M}", start) == end
    return "" if alone else end.day.isoformat(), clock_answer(end.clock)


def moment_answers(name: str, moment: Moment) -> Iterator[tuple[str, str]]:
    """Yield the answers about a day and its hour."""
    yield f"{name}_dag", moment.day.isoformat()
    yield f"{name}_kl", clock_answer(moment.clock)


def clock_answer(clock: time | None) -> str:
    """Return an hour as the form holds it: `19:00`, empty for none."""
    return f"{clock:%H:%M}" if clock else ""


def _way(booking: Booking) -> str:
    if not booking.needed:
        return "ingen"
    return next(iter(booking.ways), "")


def _helper_line(helper: Helper) -> str:
    """Return a task as one line of the form, which reads it as the same: what it cannot say is not in it."""
    mail = helper.contact.mail if helper.contact else None
    who = f"{helper.count} til at {helper.role}" if helper.count else helper.role
    return f"{who}, skriv til {mail}" if mail else f"{who}, {helper.link}" if helper.link else who


def says_all_of_helpers(event: Event) -> bool:
    """Return whether the lines of the form say all that an event says of whom it seeks."""
    return all(Helper.model_validate(short_helper(_helper_line(each))) == each for each in event.helpers)


def _one_or_several(names: Sequence[str]) -> Answer:
    return names[0] if len(names) == 1 else list(names)
