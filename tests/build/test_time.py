"""The site is right at every hour, also when the clock is changed, and the same wherever the machine thinks that it is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.danish.dates import ZONE, Moment
from generator.feeds import feeds
from generator.model.calendar import Calendar
from generator.pages import generated
from generator.pages.context import SiteContext
from generator.repository.history import read_history
from tests import bless, sites
from tests.events_of_every_kind import view_of
from tests.sites import contents

CHANGES = [date(2026, 3, 29), date(2026, 10, 25)]
"""The days on which the clock is changed: 23 and 25 hours."""
YEARS = range(2025, 2036)


class At(NamedTuple):
    """What is said of an event at one moment."""

    state: str
    state_text: str | None
    countdown: str | None


def programme(day: date) -> dict[str, str]:
    """Events around a day: before and after each change of the clock, over midnight, without an end, without hours."""
    before, after = day - timedelta(days=1), day + timedelta(days=1)
    return {
        "nat": f"titel: Nat\nstart: {day} kl. 1.30\nslut: {day} kl. 4.00",
        "tidlig": f"titel: Tidlig\nstart: {day} kl. 0.15\nslut: {day} kl. 1.45",
        "morgen": f"titel: Morgen\nstart: {day} kl. 3.00\nslut: {day} kl. 3.30",
        "aften": f"titel: Aften\nstart: {day} kl. 23.00\nslut: {after} kl. 1.00",
        "fra-i-gaar": f"titel: Over midnat\nstart: {before} kl. 22.00\nslut: {day} kl. 6.00",
        "dagen": f"titel: Hele dagen\nstart: {day}",
        "uden-slut": f"titel: Uden slut\nstart: {day} kl. 12.00",
        "dage": f"titel: Tre dage\nstart: {before}\nslut: {after}",
    }


def at(context: SiteContext, moment: datetime) -> SiteContext:
    return SiteContext(Calendar.at(context.site, moment), context.root, context.examples, context.site_url)


def hours(day: date) -> Iterator[datetime]:
    """Each half hour of a day and of the nights around it, as time passes."""
    first = datetime(day.year, day.month, day.day, tzinfo=ZONE).astimezone(UTC) - timedelta(hours=3)
    for half in range(64):
        yield (first + timedelta(minutes=30 * half)).astimezone(ZONE)


def said(context: SiteContext, name: str) -> At:
    event = next(event for event in context.calendar.events if event.name == name)
    page = next(page for page in generated(context) if page.url.endswith(f"/{name}/"))
    card = context.cards.event(context.calendar.occurrences_of(event)[0])
    return At(card.state, card.state_text, page.values["countdown"])


def expected(start: Moment, end: Moment | None, now: datetime) -> str:
    """The state as time passes: everything in UTC."""
    begins = start.at.astimezone(UTC)
    last = end or start
    midnight = (Moment(last.day + timedelta(days=1))).at.astimezone(UTC)
    ends = last.at.astimezone(UTC) if end and end.clock else midnight
    if ends <= now.astimezone(UTC):
        return "past"
    if begins <= now.astimezone(UTC) and (end or not start.clock):
        return "now"
    return "today" if start.day == now.date() else "next"


@pytest.mark.parametrize("day", [*CHANGES, date(2028, 2, 29)], ids=str)
def test_each_half_hour_of_a_day_says_what_is_past_and_what_runs(tmp_path: Path, day: date) -> None:
    site = view_of(tmp_path, programme(day))
    for now in hours(day):
        context = at(site, now)
        states = {
            event.name: context.calendar.state(context.calendar.occurrences_of(event)[0]) for event in context.calendar.events
        }
        assert states == {event.name: expected(event.start, event.end, now) for event in context.calendar.events}, now.isoformat()
        held, coming = (
            {occurrence.event.name for occurrence in occurrences}
            for occurrences in (context.calendar.held, context.calendar.coming)
        )
        assert held == {name for name, state in states.items() if state == "past"}, now.isoformat()
        assert coming == set(states) - held


def test_the_hour_that_comes_twice_passes_twice(tmp_path: Path) -> None:
    context = view_of(tmp_path, {"nat": "titel: Nat\nstart: 2026-10-25 kl. 1.00\nslut: 2026-10-25 kl. 2.45"})
    first = datetime(2026, 10, 25, 2, 50, tzinfo=ZONE)
    second = datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=ZONE)
    assert [said(at(context, now), "nat").state for now in (first, second)] == ["past", "past"]


@pytest.mark.parametrize("year", YEARS)
def test_the_last_minute_of_a_year(tmp_path: Path, year: int) -> None:
    context = view_of(tmp_path, programme(date(year, 12, 31)) | {"nytaar": f"titel: Nytår\nstart: {year + 1}-01-01 kl. 14.00"})
    before, after = (at(context, datetime(year, 12, 31, 23, 59, tzinfo=ZONE) + timedelta(minutes=late)) for late in (0, 1))
    assert said(before, "nytaar") == At("next", None, "i morgen")
    assert said(after, "nytaar") == At("today", "I dag", "i dag")
    assert (said(before, "aften").state, said(after, "aften").state) == ("now", "now")
    assert (said(before, "dagen").state, said(after, "dagen").state) == ("now", "past")
    assert (said(before, "uden-slut").state, said(after, "uden-slut").state) == ("today", "past")
    years = [{page.url for page in generated(each) if "/arkiv/2" in page.url} for each in (before, after)]
    assert years == [{f"det-sker/arkiv/{year}/"}] * 2


@pytest.mark.parametrize("year", YEARS)
def test_a_series_keeps_its_hour_in_every_year(tmp_path: Path, year: int) -> None:
    weekly = f"titel: Sang\nstart: {year}-01-07 kl. 19.00\nslut: 21.00\ngentag: hver uge\ngentag til: {year}-12-30"
    leap = "" if year % 4 else f"\nflere datoer: {year}-02-29"
    context = view_of(tmp_path, {"sang": weekly + leap})
    [event] = context.calendar.events
    dates = context.calendar.occurrences_of(event)
    assert {f"{each.start.at:%H}-{each.end.at:%H}" for each in dates if each.end} == {"19-21"}
    assert any((each.start.day.month, each.start.day.day) == (2, 29) for each in dates) == (year % 4 == 0)
    assert {each.start.at.utcoffset() for each in dates} == {timedelta(hours=1), timedelta(hours=2)}


@pytest.mark.parametrize("now", [datetime(day.year, day.month, day.day, 2, 30, tzinfo=ZONE) for day in CHANGES], ids=str)
def test_feeds_do_not_change_with_the_hour_of_the_build(tmp_path: Path, now: datetime) -> None:
    """What a calendar holds is what happened to the files, not when the site was built."""
    site = view_of(tmp_path, programme(now.date()))
    made = [dict(feeds(at(site, moment), read_history(site.root, now))) for moment in (now, now + timedelta(hours=2))]
    calendars = [{path: content for path, content in each.items() if path.endswith("kalender.ics")} for each in made]
    assert calendars[0] == calendars[1]


ELSEWHERE = (
    {"TZ": "America/New_York", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "1", "PYTHONUTF8": "0"},
    {"TZ": "Pacific/Kiritimati", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4242"},
    {"TZ": "Europe/Copenhagen", "LC_ALL": "POSIX", "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "1"},
)


def test_the_same_bytes_on_every_machine_with_a_damaged_cache_and_from_nothing(tmp_path: Path) -> None:
    """In the hour that comes twice."""
    now = {"KULTURPUNKT_TODAY": "2026-10-25 02:30"}
    project, site = bless.copied(tmp_path / "first"), tmp_path / "site"
    first = contents(sites.built(site, project=project, **now, **ELSEWHERE[0]))
    assert len(first) > 50
    damage(project / ".cache")
    for made in (site, tmp_path / ".site.build"):
        shutil.rmtree(made)
    assert contents(sites.built(site, project=project, **now, **ELSEWHERE[1])) == first
    fresh = bless.copied(tmp_path / "second")
    assert contents(sites.built(tmp_path / "elsewhere/site", project=fresh, **now, **ELSEWHERE[2])) == first


def damage(cache: Path) -> None:
    """Each file is cut short, or garbage, or another's with one byte changed, or gone."""
    cached = sorted(file for file in cache.rglob("*") if file.is_file())
    bytes_of = [file.read_bytes() for file in cached]
    assert len(cached) > 4
    for place, file in enumerate(cached):
        damages = (bytes_of[place][: len(bytes_of[place]) // 2], b"\x80\x04garbage", bytes_of[place - 1][:-1] + b"x")
        if place % 4 == 3:
            file.unlink()
        else:
            file.write_bytes(damages[place % 4])
