"""The calendars, read by programs that we did not write, agree with the pages on every date."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import urls
from generator.content.load import load
from generator.danish.dates import ZONE, Moment
from generator.feeds import feeds, texts
from generator.feeds.lines import Component
from generator.model.calendar import Calendar
from generator.model.event import Event
from generator.model.occurrences import Occurrence
from generator.model.site import published
from generator.model.state import State
from generator.pages.context import SiteContext
from generator.repository.history import History, read_history
from tests import trees
from tests.calendars import Happening, by_recurring_ical_events, by_vobject, local
from tests.events_of_every_kind import EVENTS, NOW, PROJECT, view_of

_EVENT = Event(titel="Fest", start=Moment(date(2026, 5, 1)), name="fest", owner="nordby", front="titel: Fest", text="x", source="x")
_STATUSES = {State.CANCELLED: "CANCELLED", State.POSTPONED: "TENTATIVE"}


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    return view_of(tmp_path_factory.mktemp("program"), EVENTS)


@pytest.fixture(scope="module")
def written(context: SiteContext) -> dict[str, bytes]:
    return dict(feeds(context, read_history(context.root, NOW)))


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
    assert [path for path in written if "/kategori/" in path] == ["det-sker/kategori/musik.ics"]


def test_each_date_of_a_series_that_can_be_saved_is_a_file_of_its_own(context: SiteContext, written: dict[str, bytes]) -> None:
    for occurrence in context.calendar.occurrences:
        event = occurrence.event
        path = urls.date_feed(event, occurrence.anchor)
        can_be_saved = occurrence.ends > NOW and not occurrence.is_off
        assert (path in written) == (can_be_saved and len(context.calendar.occurrences_of(event)) > 1)
        if path in written:
            assert by_recurring_ical_events(written[path]) == {expected(event, occurrence)}
            assert f"UID:nordby.{event.name}.{occurrence.anchor}@kulturpunkt".encode() in unfolded(written[path])


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


def test_what_is_off_or_moved_says_so_under_the_same_name(written: dict[str, bytes]) -> None:
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


def test_a_calendar_to_follow_has_a_name_and_is_renewed(written: dict[str, bytes]) -> None:
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


def test_the_projects_own_calendars_agree_with_its_pages() -> None:
    site, problems = load(PROJECT)
    assert site and not problems
    context = SiteContext(Calendar.at(published(site, examples=True), NOW), PROJECT, True)
    calendar = dict(feeds(context, History(NOW)))[urls.CALENDAR_FEED]
    everything = {expected(occurrence.event, occurrence) for occurrence in context.calendar.occurrences}
    assert by_recurring_ical_events(calendar) == by_vobject(calendar) == everything


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
        *(b"BEGIN", b"SUMMARY", b"DESCRIPTION", b"END", b""),
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
