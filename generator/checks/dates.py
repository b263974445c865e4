"""Checks of what an event says about its dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import MAXYEAR, time, timedelta
from functools import wraps
from pathlib import Path

from generator.danish.formatting import clock, full_day, joined, month_year, plain_day
from generator.danish.patterns import WEEKDAYS
from generator.danish.recurrence import Repetition
from generator.model.apart import LONGEST
from generator.model.event import Event
from generator.model.occurrences import MAX_DATES, concerns, is_series, occurrences, planned, unknown_days
from generator.model.programme import PROGRAMME_FILE
from generator.model.site import Site
from generator.model.state import State
from generator.problems.problem import Problem
from generator.problems.rules import dates as rules
from generator.problems.rules.rule import Rule
from generator.problems.rules.values import NO_WAY_TO_BOOK
from generator.reading.places import Location, problem_at

Said = tuple[Location, str, Rule]
"""What is wrong with an event: the way to the field, the message and its rule."""
_YEARS_BEYOND = 15


def _of_each_event(check: Callable[[Event], Iterator[Said]]) -> Callable[[Path, Site], Iterator[Problem]]:
    """Return a check of a site that asks each of its events."""

    @wraps(check)
    def of_site(root: Path, site: Site) -> Iterator[Problem]:
        for event in site.all_events():
            for location, message, rule in check(event):
                yield problem_at(root, event.source, location, message, rule)

    return of_site


def years_are_of_our_time(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that an event or a story is within a few years of the programme: `2062` for `2026` would stand as coming for ever."""
    if site.hides(PROGRAMME_FILE):
        return
    first, last = site.programme.period.begins.year - _YEARS_BEYOND, site.programme.period.ends.year + _YEARS_BEYOND
    for event in site.all_events():
        days = [("start", event.start.day), ("gentag til", event.until), *(("flere datoer", each.day) for each in event.more_dates)]
        far = next(((key, day) for key, day in days if day and not first <= day.year <= last), None)
        if far:
            message = f"{plain_day(far[1])} er mange år fra nu. Er årstallet rigtigt? Ret det."
            yield problem_at(root, event.source, (far[0],), message, rules.FAR_AWAY)
    for story in site.all_stories():
        if not first <= story.day.year <= last:
            message = f"{plain_day(story.day)} er mange år fra nu. Er årstallet rigtigt? Ret det."
            yield problem_at(root, story.source, ("dato",), message, rules.FAR_AWAY)


@_of_each_event
def repetitions_are_bounded(event: Event) -> Iterator[Said]:
    """Ensure that a repetition says until when, begins on one of its own days and has no more dates than a person can mean."""
    if event.repetition is None:
        return
    if event.until is None:
        last = event.start.day + timedelta(weeks=12) if event.start.day.year < MAXYEAR else event.start.day
        message = f"Skriv også, hvor længe det gentages, for eksempel gentag til: {last}."
        yield ("gentag",), message, rules.NO_UNTIL
        return
    days = event.repetition.days(event.start.day, event.until)
    if event.until < event.start.day:
        message = f"Datoen ligger før start, {full_day(event.start.day)}. Skriv den sidste dag, det kan være."
        yield ("gentag til",), message, rules.UNTIL_FIRST
    elif event.start.day not in days:
        first = f" Skriv den første, der passer: {full_day(days[0])}." if days else " Ret start eller gentag."
        message = f"Start er {full_day(event.start.day)}, men det gentages {event.repetition.words()}.{first}"
        yield ("start",), message, rules.START_OFF_BEAT
    elif len(days) > MAX_DATES:
        message = f"Det bliver mere end {MAX_DATES} datoer. Skriv en tidligere dag."
        yield ("gentag til",), message, rules.TOO_MANY


@_of_each_event
def repetitions_leave_nothing_out(event: Event) -> Iterator[Said]:
    """Ensure that a repetition comes in every month that it is said to, also in those without a 31st or a fifth Friday."""
    if event.repetition is None or event.until is None or event.until < event.start.day:
        return
    days = event.repetition.days(event.start.day, event.until)
    months = list(event.repetition.left_out(days, event.until)) if event.start.day in days and len(days) <= MAX_DATES else []
    if months:
        named = joined([*map(month_year, months[:3]), *(["flere måneder"] if len(months) > 3 else [])])
        message = f"Det springer {named} over, som ikke har {_missing(event)}. {_instead(event)}"
        yield ("gentag",), message, rules.LEAVES_OUT


@_of_each_event
def weekends_are_whole(event: Event) -> Iterator[Said]:
    """Ensure that `første lørdag og søndag i måneden` means one thing: the first Sunday can be before the first Saturday."""
    repetition, until = event.repetition, event.until
    if not repetition or not until or not repetition.nths or repetition.weekdays[1:] != (repetition.weekdays[0] + 1,):
        return
    days = repetition.days(event.start.day, until)[:MAX_DATES]
    begun = [day for day in days if day.weekday() == repetition.weekdays[0] and day < until]
    apart = next((day for day in begun if day + timedelta(1) not in days), None)
    if apart:
        both = joined(WEEKDAYS[day] for day in repetition.weekdays)
        message = f"I {month_year(apart)} er {both} ikke lige efter hinanden. Skriv datoerne ved flere datoer i stedet for gentag."
        yield ("gentag",), message, rules.TWO_MEANINGS


@_of_each_event
def changed_days_are_the_events_own(event: Event) -> Iterator[Said]:
    """Ensure that days left out or changed are days that the event has, each named once, and that a day is left."""
    for key, place, day in unknown_days(event):
        location = (key, place) if key == "undtagen" else (key, place, "dato")
        if key == "ændringer" and day in event.except_days:
            message = (
                f"Den {plain_day(day)} er også sprunget over ved undtagen. "
                "Slet den dér, hvis gæsterne skal se ændringen. Slet ellers ændringen."
            )
            yield location, message, rules.LEFT_OUT_AND_CHANGED
            continue
        message = f"Arrangementet er ikke den {plain_day(day)}. {_dates_of(event)}"
        yield location, message, rules.NOT_A_DATE_OF_IT
    if event.except_days and all(moment.day in event.except_days for moment in planned(event)):
        message = "Alle datoer er undtaget. Er det hele aflyst, så skriv status: aflyst."
        yield ("undtagen",), message, rules.ALL_LEFT_OUT
    for place, change in enumerate(event.changes):
        if change.day in [earlier.day for earlier in event.changes[:place]]:
            message = f"Den {plain_day(change.day.day)} står to gange. Skriv det hele under én dato."
            yield ("ændringer", place, "dato"), message, rules.CHANGED_TWICE


@_of_each_event
def changed_dates_make_sense(event: Event) -> Iterator[Said]:
    """Ensure that a moved date ends after it begins, with an hour on both or on neither, and is not one of the others."""
    dates = occurrences(event) if event.changes else ()
    for place, change in enumerate(event.changes):
        of_change = [date for date in dates if concerns(change, date.original)]
        for date in of_change:
            if date.end and (date.end.clock is None) != (date.start.clock is None):
                message = "Kun den ene af start og slut har et klokkeslæt. Skriv klokkeslæt på begge."
                yield ("ændringer", place, "ny slut"), message, rules.HALF_CLOCK
            elif date.end and date.end.at < date.start.at:
                message = f"Slut ligger før start, {full_day(date.start.day)}. Ret den nye slut eller den nye start."
                yield ("ændringer", place, "ny slut"), message, rules.END_FIRST
            elif date.end and date.end.at - date.start.at > LONGEST:
                message = "Slut er mere end et år efter start. Er årstallet rigtigt? Ret den af dem, der er forkert."
                yield ("ændringer", place, "ny slut"), message, rules.FAR_AWAY
            if change.start and any(date.start == other.start for other in dates if other is not date):
                message = "Den nye dato er allerede en af arrangementets andre datoer. Skriv en anden."
                yield ("ændringer", place, "ny start"), message, rules.MOVED_ONTO_ANOTHER


@_of_each_event
def hours_exist(event: Event) -> Iterator[Said]:
    """Ensure that no date falls in the hour that is skipped when the clocks go forward."""
    for moment in planned(event) if is_series(event) else ():
        if not moment.exists and moment != event.start:
            night = plain_day(moment.day).capitalize()
            message = f"{night} findes klokkeslættet ikke: uret stilles frem fra kl. 2.00 til 3.00. Vælg et andet klokkeslæt."
            yield ("start",), message, rules.SKIPPED_HOUR


@_of_each_event
def moves_say_from_and_to_where(event: Event) -> Iterator[Said]:
    """Ensure that what is moved says what it was before and what it is now, and that a series says it for each date."""
    moved_from = event.before or event.before_place
    if event.state is State.MOVED and not moved_from:
        message = "Flyttet, men hvorfra? Skriv også den gamle dato (før: 2026-05-01 kl. 19.00) eller det gamle sted (før sted: …)."
        yield ("status",), message, rules.MOVED_FROM_WHERE
    if event.before == event.start:
        message = "Den gamle dato er den samme som start. Skriv den nye dato ved start."
        yield ("før",), message, rules.MOVED_TO_WHERE
    if event.state is State.ONLINE and not event.online:
        message = "Flyttet online, men hvorhen? Skriv linket ved online."
        yield ("status",), message, rules.MOVED_TO_WHERE
    for place, change in enumerate(event.changes):
        new = change.online or event.online if change.state is State.ONLINE else change.start or change.place
        if change.state in (State.MOVED, State.ONLINE) and not new:
            message = "Flyttet, men hvorhen? Skriv også ny start, sted eller online."
            yield ("ændringer", place, "status"), message, rules.MOVED_TO_WHERE
    if is_series(event) and event.before:
        message = "Når der er flere datoer, skrives den flyttede under ændringer. Slet før."
        yield ("før",), message, rules.MOVE_IN_A_SERIES


@_of_each_event
def booking_closes_before_the_start(event: Event) -> Iterator[Said]:
    """Ensure that a deadline is not after the last of the event's dates."""
    deadline = event.booking and event.booking.deadline
    last = occurrences(event)[-1].start.day if deadline else None
    if deadline and last and deadline > last:
        message = f"Fristen ligger efter arrangementet. Skriv en dag, der senest er {full_day(last)}."
        yield ("tilmelding", "frist"), message, rules.DEADLINE_LATE


@_of_each_event
def booking_says_how(event: Event) -> Iterator[Said]:
    """Ensure that there is a way to sign up, or words about it, where that is needed."""
    booking = event.booking
    if booking and booking.needed and not (booking.link or booking.mail or booking.phone or booking.text):
        message = "Hvordan tilmelder man sig? Skriv også link, mail, telefon eller tekst."
        yield ("tilmelding",), message, NO_WAY_TO_BOOK


@_of_each_event
def points_fall_within_the_event(event: Event) -> Iterator[Said]:
    """Ensure that the points of a large day lie on the event's days, and end after they begin."""
    last = (event.end or event.start).day
    for place, point in enumerate(event.programme.points if event.programme else ()):
        if point.day and not event.start.day <= point.day <= last:
            location = ("program", "punkter", place, "dag")
            first = plain_day(event.start.day)
            days = f"en dag fra {first} til {plain_day(last)}" if last > event.start.day else first
            message = f"Arrangementet er ikke den {plain_day(point.day)}. Skriv {days}."
            yield location, message, rules.NOT_A_DATE_OF_IT
        if point.end and time(6) < point.end <= point.at:
            message = f"Punktet slutter, før det begynder kl. {clock(point.at)}. Ret det ene klokkeslæt."
            yield ("program", "punkter", place, "slut"), message, rules.END_FIRST


def _missing(event: Event) -> str:
    """Return the day that some months do not have: `en 31. dag`, `en femte fredag`."""
    repetition = event.repetition
    if repetition and repetition.nths:
        return f"en femte {joined(WEEKDAYS[day] for day in repetition.weekdays)}"
    return f"en {max(repetition.month_days if repetition else (), default=event.start.day.day)}. dag"


def _instead(event: Event) -> str:
    repetition = event.repetition
    if repetition and repetition.frequency == "YEARLY":
        return "Vælg en anden dag, eller skriv datoerne ved flere datoer i stedet for gentag."
    if repetition and repetition.nths:
        wanted = replace(
            repetition, nths=tuple(sorted({-1 if nth == 5 else nth for nth in repetition.nths}, key=lambda nth: nth < 0))
        )
    else:
        wanted = Repetition("MONTHLY", repetition.interval if repetition else 1, month_days=(-1,))
    return f"Skriv gentag: {wanted.words()}, eller skriv datoerne ved flere datoer i stedet for gentag."


def _dates_of(event: Event) -> str:
    days = [plain_day(moment.day) for moment in planned(event)[:4]]
    if len(days) == 1:
        return f"Skriv {days[0]}."
    return f"Skriv en af datoerne: {joined(days)}." if len(days) < 4 else f"Skriv en af datoerne. De første er {joined(days[:3])}."
