"""The calendars, read by programs that we did not write, agree with the pages on every date."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import urls
from generator.content.load import load
from generator.danish.dates import ZONE, Moment
from generator.danish.recurrence import Repetition
from generator.danish.repetition import parse_repetition
from generator.feeds import feeds, ical, texts
from generator.feeds.lines import Component
from generator.model.calendar import Calendar
from generator.model.event import Category, Event
from generator.model.folders import PROGRAMME
from generator.model.occurrences import Occurrence
from generator.model.site import published
from generator.model.state import State
from generator.pages.context import SiteContext
from generator.repository.history import History, read_history
from tests import trees
from tests.calendars import Happening, by_recurring_ical_events, by_vobject, local
from tests.events_of_every_kind import EVENTS, NOW, PROJECT, view_of

_EVENT = Event(titel="Fest", start=Moment(date(2026, 5, 1)), name="fest", owner="nordby", front="titel: Fest", text="x", source="x")
_SITE = load(PROJECT / "tests/example")[0]
_STATUSES = {State.CANCELLED: "CANCELLED", State.POSTPONED: "TENTATIVE"}


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    return view_of(tmp_path_factory.mktemp("program"), EVENTS)


def expected(event: Event, occurrence: Occurrence) -> Happening:
    """What the pages say of a date."""
    start, last = occurrence.start, occurrence.end or occurrence.start
    end = last.day + timedelta(days=1) if not start.clock else last.at if last.clock else occurrence.ends
    return Happening(
        local(start.at if start.clock else start.day),
        local(end) if occurrence.end or not start.clock else None,
        texts.title(event, occurrence.state),
        _STATUSES.get(occurrence.state, "CONFIRMED"),
    )


def test_every_reader_sees_the_dates_that_the_pages_show(context: SiteContext, written: dict[str, bytes]) -> None:
    for event in context.calendar.events:
        dates = {expected(event, occurrence) for occurrence in context.calendar.occurrences_of(event)}
        assert by_recurring_ical_events(written[urls.event_feed(event)]) == dates, event.name
        assert by_vobject(written[urls.event_feed(event)]) == dates, event.name


def test_every_calendar_holds_what_it_says(context: SiteContext, written: dict[str, bytes]) -> None:
    everything = {expected(occurrence.event, occurrence) for occurrence in context.calendar.occurrences}
    for path in (urls.CALENDAR_FEED, urls.area_feed("nordby")):
        assert by_recurring_ical_events(written[path]) == by_vobject(written[path]) == everything
    music = {expected(occurrence.event, occurrence) for occurrence in context.calendar.occurrences if occurrence.event.category}
    assert by_recurring_ical_events(written["det-sker/kategori/musik.ics"]) == music
    filled = [path for path in written if "/kategori/" in path and by_vobject(written[path])]
    assert filled == ["det-sker/kategori/musik.ics"]


def test_each_date_of_a_series_that_can_be_saved_is_a_file_of_its_own(context: SiteContext, written: dict[str, bytes]) -> None:
    for occurrence in context.calendar.occurrences:
        event = occurrence.event
        path = urls.date_feed(event, occurrence.anchor)
        can_be_saved = occurrence.ends > NOW and not occurrence.is_cancelled_or_postponed
        assert (path in written) == (can_be_saved and len(context.calendar.occurrences_of(event)) > 1)
        if path in written:
            assert by_recurring_ical_events(written[path]) == {expected(event, occurrence)}
            assert f"UID:nordby.{event.name}.{occurrence.anchor}@kulturpunkt".encode() in unfolded(written[path])


def events_of(written: bytes) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(written).events


def test_no_calendar_has_a_date_that_outlook_or_google_does_not_show(written: dict[str, bytes]) -> None:
    for path, content in written.items():
        for event in events_of(content) if path.endswith(".ics") else ():
            assert "RDATE" not in event and "EXRULE" not in event, path
            assert "EXDATE" not in event or "RRULE" in event, path
            assert not ("RRULE" in event and "RECURRENCE-ID" in event), path


def test_only_a_changed_date_of_a_rule_shares_a_name(written: dict[str, bytes]) -> None:
    for path in (urls.CALENDAR_FEED, urls.area_feed("nordby")):
        names = [(event["UID"], event.get("RECURRENCE-ID")) for event in events_of(written[path])]
        assert len(set(map(str, names))) == len(names)
        alone = [name for name, replaced in names if replaced is None]
        assert len(set(alone)) == len(alone)


NAMES = {
    "datoer": {"", ".2026-05-08", ".2026-04-24", ".2026-11-06-1200"},
    "to-datoer": {"", ".2026-10-12", ".2026-10-05-1900"},
    "uden-start": {".2026-10-12", ".2026-10-19"},
    "en-dato-efter": {"", ".2026-11-20", ".2026-11-27"},
    "en-af-reglen": {"", ".2026-11-20"},
    "ingen-af-reglen": {".2026-11-20", ".2026-11-27"},
    "ugentlig": {""},
    "aflyst": {""},
}


@pytest.mark.parametrize(("name", "endings"), NAMES.items())
def test_a_rule_has_the_events_name_and_each_further_date_its_own(name: str, endings: set[str], written: dict[str, bytes]) -> None:
    found = events_of(written[f"det-sker/nordby/{name}/kalender.ics"])
    assert {event["UID"] for event in found} == {f"nordby.{name}{ending}@kulturpunkt" for ending in endings}
    for event in found:
        further = event["UID"] != f"nordby.{name}@kulturpunkt"
        assert not (further and {"RRULE", "RECURRENCE-ID", "EXDATE"} & set(event))


def test_a_further_date_renames_none_of_those_that_stood_there(tmp_path: Path) -> None:
    def names(*fields: str) -> set[str]:
        context = view_of(tmp_path, {"fest": "\n".join(("titel: Fest", "start: 2026-10-03 kl. 19.00", *fields))})
        return {str(event["UID"]) for event in events_of(dict(feeds(context, History(NOW)))["det-sker/nordby/fest/kalender.ics"])}

    rule = ("gentag: hver uge", "gentag til: 2026-11-28")
    before = names()
    assert before == names(*rule) == {"nordby.fest@kulturpunkt"}
    assert (
        names("flere datoer: 2026-09-30")
        == names(*rule, "flere datoer: 2026-09-30")
        == before | {"nordby.fest.2026-09-30@kulturpunkt"}
    )
    assert names("flere datoer: [2026-09-30, 2026-12-24]") == names("flere datoer: 2026-09-30") | {
        "nordby.fest.2026-12-24@kulturpunkt"
    }


_DAYS = st.dates(date(2026, 10, 1), date(2027, 4, 30))
_REPETITIONS = st.sampled_from(
    [
        None,
        *map(parse_repetition, ("hver dag", "hver uge", "hver 14. dag", "hver måned", "2. tirsdag i måneden", "den 31. i måneden")),
    ]
)
_STARTS = st.builds(Moment, st.just(date(2026, 10, 13)), st.sampled_from([None, time(19)]))


@trees.modest
@given(
    _STARTS,
    _REPETITIONS,
    _DAYS,
    st.lists(_DAYS, max_size=4),
    st.lists(st.builds(Moment, _DAYS, st.sampled_from([None, time(19), time(9)])), max_size=4),
)
def test_every_repetition_with_every_date_is_what_the_page_shows(
    start: Moment, repetition: Repetition | None, until: date, left_out: list[date], more: list[Moment]
) -> None:
    if repetition and start.day not in repetition.days(start.day, until):
        repetition = None
    dates = {"start": start, "repetition": repetition, "until": until, "except_days": tuple(left_out), "more_dates": tuple(more)}
    event = _EVENT.model_copy(update={**dates, "owner": PROGRAMME})
    assert _SITE
    site = replace(_SITE, areas=(), events=(event,))
    context = SiteContext(Calendar.at(site, NOW), PROJECT, True)
    content = b"".join((b"BEGIN:VCALENDAR\r\n", *ical.lines(context, History(NOW), event).values(), b"END:VCALENDAR\r\n"))
    assert b"RDATE" not in content
    dates_shown = {expected(event, occurrence) for occurrence in context.calendar.occurrences_of(event)}
    assert by_recurring_ical_events(content) == by_vobject(content) == dates_shown
    assert len(by_recurring_ical_events(content)) == len(context.calendar.occurrences_of(event))


LONG_AGO = {
    "forbi": "titel: Forbi\nstart: 2025-08-31 kl. 19.00\nslut: 21.00",
    "lige-et-aar": "titel: Et år\nstart: 2025-09-01 kl. 9.00\nslut: 10.00",
    "sent": "titel: Nat\nstart: 2025-08-30 kl. 22.00\nslut: 2025-09-01 kl. 2.00",
    "gammel-regel": "titel: Kor\nstart: 2024-09-03 kl. 19.00\ngentag: hver uge\ngentag til: 2025-09-02\nundtagen: 2024-09-10\n"
    + "kategori: musik\nændringer: [{dato: 2024-09-17, status: aflyst}]\nflere datoer: [2024-12-24, 2025-12-24]",
    "gamle-datoer": "titel: Læsning\nstart: 2024-05-01\nflere datoer: [2025-05-01, 2026-09-01]\nkategori: fortælling",
    "helt-forbi": "titel: Kunst\nstart: 2024-05-01\nkategori: kunst",
}


def test_what_ended_over_a_year_ago_leaves_the_calendars_to_subscribe_to_and_nothing_else(tmp_path: Path) -> None:
    context = view_of(tmp_path, LONG_AGO)
    written = dict(feeds(context, read_history(tmp_path, NOW)))
    left = {
        "nordby.lige-et-aar",
        "nordby.sent",
        "nordby.gammel-regel",
        "nordby.gammel-regel.2025-12-24",
        "nordby.gamle-datoer.2026-09-01",
    }
    for path in (urls.CALENDAR_FEED, urls.area_feed("nordby")):
        assert {event["UID"] for event in events_of(written[path])} == {f"{name}@kulturpunkt" for name in left}
    series = {happening for happening in by_vobject(written[urls.CALENDAR_FEED]) if happening.title.endswith("Kor")}
    assert len(series) == 52 + 1, "a rule stays whole while one of its dates is within the year"
    assert {event["UID"] for event in events_of(written[urls.category_feed(Category.STORIES)])} == {
        "nordby.gamle-datoer.2026-09-01@kulturpunkt"
    }
    assert events_of(written[urls.category_feed(Category.ART)]) == [], "an address that somebody subscribes to stays"
    for event in context.calendar.events:
        assert by_vobject(written[urls.event_feed(event)]) == {
            expected(event, occurrence) for occurrence in context.calendar.occurrences_of(event)
        }
    assert len(json.loads(written[urls.EVENTS_DATA])["events"]) == len(LONG_AGO)


def test_a_year_ago_is_a_day_on_the_29th_of_february_too(tmp_path: Path) -> None:
    site = view_of(tmp_path, {"foer": "titel: A\nstart: 2027-02-27", "paa": "titel: B\nstart: 2027-02-28"}).site
    context = SiteContext(Calendar.at(site, datetime(2028, 2, 29, 12, tzinfo=ZONE)), tmp_path, True)
    found = events_of(dict(feeds(context, History(NOW)))[urls.CALENDAR_FEED])
    assert [event["UID"] for event in found] == ["nordby.paa@kulturpunkt"]


def test_the_hour_stays_over_the_change_of_the_clock(context: SiteContext, written: dict[str, bytes]) -> None:
    for read in (by_recurring_ical_events, by_vobject):
        starts = sorted(str(happening.start) for happening in read(written["det-sker/nordby/ugentlig/kalender.ics"]))
        assert {start[11:] for start in starts} == {"19:00:00"}
        assert {"2026-10-20", "2026-10-27", "2027-03-23", "2027-03-30"} <= {start[:10] for start in starts}


def test_the_zone_is_denmarks(written: dict[str, bytes]) -> None:
    for content in written.values():
        assert content.count(b"BEGIN:VTIMEZONE") == content.count(b"BEGIN:VCALENDAR")
    zone = icalendar.Calendar.from_ical(written[urls.CALENDAR_FEED]).timezones[0].to_tz(lookup_tzid=False)
    for day, hour in itertools.product(range(0, 4000, 3), (1, 4, 12)):
        at = datetime(2025, 1, 1, hour) + timedelta(days=day)  # noqa: DTZ001  compared by two zones
        assert at.replace(tzinfo=zone).utcoffset() == at.replace(tzinfo=ZONE).utcoffset(), at


def test_what_is_cancelled_postponed_or_moved_says_so_under_the_same_name(written: dict[str, bytes]) -> None:
    cancelled = unfolded(written["det-sker/nordby/aflyst/kalender.ics"]).decode()
    assert "SUMMARY:AFLYST: Fest" in cancelled and "STATUS:CANCELLED" in cancelled and "Storm." in cancelled
    moved = unfolded(written["det-sker/nordby/flyttet/kalender.ics"]).decode()
    assert "SUMMARY:FLYTTET: Fest" in moved and "Før: lør. 3. okt. kl. 19.00\\, Skolen" in moved
    series = unfolded(written["det-sker/nordby/anderledes/kalender.ics"]).decode()
    assert "EXDATE;TZID=Europe/Copenhagen:20261027T190000,20261222T190000" in series
    assert "RECURRENCE-ID;TZID=Europe/Copenhagen:20261103T190000" in series
    assert "UNTIL=20270413T170000Z" in series, "in UTC, as the start has a zone"
    assert series.count("UID:nordby.anderledes@kulturpunkt") == 6
    whole = unfolded(written["det-sker/nordby/hele-dage/kalender.ics"]).decode()
    assert "UNTIL=20261117" in whole and "EXDATE;VALUE=DATE:20261027" in whole and "RECURRENCE-ID;VALUE=DATE:20261103" in whole
    assert "SUMMARY:Eksempel: Lejr" in unfolded(written["det-sker/nordby/dage/kalender.ics"]).decode()
    assert "LOCATION:Online: https://example.org/live" in unfolded(written["det-sker/nordby/online/kalender.ics"]).decode()


def test_a_calendar_to_subscribe_to_has_a_name_and_is_renewed(written: dict[str, bytes]) -> None:
    followed = unfolded(written["omraader/nordby/kalender.ics"]).decode()
    for line in ("NAME:Kulturpunkt Nordby", "X-WR-CALNAME:Kulturpunkt Nordby", "X-WR-TIMEZONE:Europe/Copenhagen"):
        assert f"\r\n{line}\r\n" in followed
    for line in ("REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H", "COLOR:goldenrod"):
        assert f"\r\n{line}\r\n" in followed
    assert "GEO:56.9;8.9" in followed and "LOCATION:Havnen\\, Kajen 1\\, 7900 Nordby" in followed
    assert b"X-WR-CALNAME" not in written["det-sker/nordby/aflyst/kalender.ics"]


def test_the_timeline_is_a_calendar_of_whole_days_and_months(written: dict[str, bytes]) -> None:
    steps = {(each.start, each.end, each.title) for each in by_vobject(written[urls.TIMELINE_FEED])}
    assert steps == {
        (date(2025, 3, 1), date(2025, 5, 1), "Kulturpunkt: Dialog"),
        (date(2025, 6, 18), date(2025, 6, 19), "Kulturpunkt: Kick-off"),
    }


def test_the_name_does_not_depend_on_title_date_or_address(tmp_path: Path) -> None:
    first = view_of(tmp_path / "a", {"fest": "titel: Fest\nstart: 2026-10-03 kl. 19.00"})
    other = view_of(tmp_path / "b", {"fest": "titel: Gilde\nstart: 2027-01-03"}, "https://example.org/sti/")
    for context in (first, other):
        assert b"UID:nordby.fest@kulturpunkt\r\n" in dict(feeds(context, read_history(context.root, NOW)))[urls.CALENDAR_FEED]


def test_two_builds_are_the_same_to_the_byte(context: SiteContext, written: dict[str, bytes]) -> None:
    again = SiteContext(Calendar.at(context.site, NOW), context.root, True, context.site_url)
    assert dict(feeds(again, read_history(context.root, NOW))) == written


def test_the_projects_own_calendars_agree_with_its_pages(project: Path) -> None:
    site, problems = load(project)
    assert site and not problems
    context = SiteContext(Calendar.at(published(site, examples=True), NOW), project, True)
    calendar = dict(feeds(context, History(NOW)))[urls.CALENDAR_FEED]
    within_a_year = {
        expected(occurrence.event, occurrence)
        for occurrence in context.calendar.occurrences
        if occurrence.last_day >= date(2025, 9, 1)
    }
    assert by_recurring_ical_events(calendar) == by_vobject(calendar) == within_a_year


@trees.modest
@given(st.text(min_size=1, max_size=200))
def test_no_text_breaks_a_line(text: str) -> None:
    event = _EVENT.model_copy(update={"title": text})
    component = icalendar.Event()
    component.add("SUMMARY", texts.title(event))
    component.add("DESCRIPTION", texts.clean(text))
    content = component.to_ical()
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert [line.partition(b":")[0] for line in unfolded(content).split(b"\r\n")] == [
        *(b"BEGIN", b"SUMMARY", b"DESCRIPTION", b"END", b"")
    ]
    assert not any(byte < 32 for byte in content.replace(b"\r\n", b""))


def test_lines_are_short_and_end_as_they_should(context: SiteContext, written: dict[str, bytes], tmp_path: Path) -> None:
    evil = view_of(tmp_path, {"ond": 'titel: "Fest\\r\\nEND:VEVENT\\r\\nBEGIN:VALARM æøåæøåæøåæøåæøå"\nstart: 2026-10-03'})
    made = {**written, **{f"ond/{path}": content for path, content in feeds(evil, read_history(evil.root, NOW))}}
    for path, content in made.items():
        if path.endswith(".ics"):
            assert b"\n" not in content.replace(b"\r\n", b"") and content.endswith(b"\r\n")
            assert all(len(line) <= 75 for line in content.split(b"\r\n")), path
            content.decode()
            assert b"\r\nBEGIN:VALARM" not in content


def unfolded(content: bytes) -> bytes:
    return content.replace(b"\r\n ", b"")


_VALUES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\\,;^")),
    st.integers(0, 99),
    st.dates(),
    st.datetimes(timezones=st.sampled_from([UTC, ZONE])),
)


@trees.modest
@given(st.dictionaries(st.sampled_from(["SUMMARY", "UID", "DTSTART", "SEQUENCE", "X-A", "LOCATION", "STATUS"]), _VALUES))
def test_lines_are_those_of_the_library(properties: dict[str, object]) -> None:
    ours, theirs = Component(), icalendar.Event()
    for name, value in properties.items():
        ours.add(name, value)
        kind = {str: icalendar.vText, int: icalendar.vInt}.get(type(value), icalendar.vDDDTypes)
        theirs.add(name, kind(value))
    assert ours.to_ical() == theirs.to_ical()
