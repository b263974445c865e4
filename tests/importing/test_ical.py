"""Calendars of programs that people use, whole and broken, become events in our own words."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from generator.danish.dates import Moment
from generator.importing import ical
from generator.importing.formats import read_source
from generator.importing.imported import ImportedEvent, Reading, SourceError
from generator.importing.limit import within
from generator.model.sources import SourceKind
from generator.model.state import State
from tests.importing.calendars import APPLE, ASSOCIATION, CHOIR, GOOGLE, OUTLOOK, STAMP, WORDPRESS, YEAR, calendar
from tests.trees import modest


def events(text: str, encoding: str = "utf-8") -> dict[str, ImportedEvent]:
    return {event.title: event for event in ical.read(text.encode(encoding), YEAR).events}


def at(month: int, day: int, hour: int | None = None, minute: int = 0) -> Moment:
    return Moment(date(2026, month, day), None if hour is None else time(hour, minute))


def test_a_series_of_google_comes_in_words_with_its_moved_and_cancelled_dates() -> None:
    [choir] = events(GOOGLE).values()
    assert (choir.start, choir.end, choir.until) == (at(1, 6, 19), at(1, 6, 21), date(2026, 12, 29))
    assert choir.repetition and choir.repetition.words() == "hver tirsdag"
    assert choir.except_days == (date(2026, 2, 10),)
    moved, off = choir.changes
    assert (moved.day, moved.start, moved.end, moved.place) == (at(2, 17, 19), at(2, 18, 18), at(2, 18, 19, 30), {"navn": "Skolen"})
    assert (off.day, off.state) == (at(2, 24, 19), State.CANCELLED)
    assert choir.place == {"navn": "Forsamlingshuset", "adresse": "Byvej 1", "postnummer": "7900", "by": "Nykøbing"}
    assert choir.text == "Kom og **syng** med. [Læs mere](https://example.org/kor)\n\n- Kaffe"


def test_outlook_has_zones_of_windows_html_and_days_from_midnight_to_midnight() -> None:
    found = events(OUTLOOK)
    assert set(found) == {"Banko", "Sommerlejr"}, "nothing private or uncertain"
    bingo = found["Banko"]
    assert (bingo.start, bingo.end, bingo.state) == (at(5, 1, 19), at(5, 1, 21), State.CANCELLED)
    assert bingo.text == "Kom, og tag nogen med.\n\n*Kaffe* i pausen."
    assert (found["Sommerlejr"].start, found["Sommerlejr"].end) == (at(6, 1), at(6, 2))


def test_apple_has_whole_days_places_in_lines_and_durations() -> None:
    found = events(APPLE)
    assert (found["Havnefest"].start, found["Havnefest"].end) == (at(7, 3), at(7, 5))
    assert found["Havnefest"].place == {"navn": "Havnen", "adresse": "Kajen 1", "postnummer": "7900", "by": "Nykøbing"}
    circle = found["Læsekreds"]
    assert circle.end == at(1, 29, 20)
    assert circle.repetition and circle.repetition.words() == "sidste torsdag i måneden"
    assert circle.until == date(2026, 5, 28)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_an_association_writes_local_times_any_line_ends_and_one_id_for_all(encoding: str, newline: str) -> None:
    found = events(ASSOCIATION.replace("\n", newline), encoding)
    assert set(found) == {"Påskenat på Mors", "Grundlovsfest", "Årsmøde"}
    assert found["Påskenat på Mors"].start == at(3, 29, 3, 30), "the hour that the clock skips"
    assert found["Påskenat på Mors"].text == "Vi går\nfra kirken.\nTag tøj på."
    assert (found["Grundlovsfest"].start, found["Grundlovsfest"].text) == (at(5, 1), "Tre sange & kage: 2<3")
    assert found["Årsmøde"].start == at(5, 2, 14)
    assert len({event.id for event in found.values()}) == 3


def test_wordpress_has_entities_html_and_addresses_with_tracking() -> None:
    [party] = events(WORDPRESS).values()
    assert party.title == "Fest – for alle"
    assert party.text == "Kom!\n\n**Mad** fra 18."
    assert party.link == "https://forening.example.org/event/fest/"


RULES = {
    "FREQ=DAILY;COUNT=5": "hver dag",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO": "hver 2. uge, mandag",
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR": "hver mandag, tirsdag, onsdag, torsdag og fredag",
    "FREQ=MONTHLY;BYDAY=2MO": "anden mandag i måneden",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2": "anden mandag i måneden",
    "FREQ=MONTHLY;BYDAY=2MO,4MO": "anden og fjerde mandag i måneden",
    "FREQ=MONTHLY;BYMONTHDAY=12": "hver måned den 12.",
    "FREQ=WEEKLY;WKST=SU;BYDAY=MO;UNTIL=20260601T000000Z": "hver mandag",
    "FREQ=WEEKLY;BYDAY=MO;BYMONTH=1,2,3": "hver mandag",
}


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_comes_in_our_words(rule: str) -> None:
    [found] = events(calendar(f"UID:1\nDTSTART:20260112T190000\nRRULE:{rule}\nSUMMARY:A")).values()
    assert found.repetition and found.repetition.words() == RULES[rule]


@pytest.mark.parametrize(
    "rule", ["FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1", "FREQ=WEEKLY;BYDAY=MO;BYHOUR=9,19", "FREQ=MONTHLY;BYMONTHDAY=-2"]
)
def test_a_rule_without_words_comes_as_dates(rule: str) -> None:
    [found] = events(calendar(f"UID:1\nDTSTART:20260112T190000\nRRULE:{rule};COUNT=4\nSUMMARY:A")).values()
    assert found.repetition is None
    assert len(found.dates) >= 3


def test_what_is_broken_is_left_out_and_the_rest_is_read() -> None:
    broken = calendar(
        "UID:1\nDTSTART:i morgen\nSUMMARY:A",
        "UID:2\nSUMMARY:Uden dag",
        "UID:3\nDTSTART:20260501T100000\nDTEND:20260401T100000\nRRULE:FREQ=WEEKLY;BYDAY=XX\nSUMMARY:C",
        f"UID:5\nDTSTART;TZID=Europe/{'x' * 300}:20260501T100000\nSUMMARY:E",
        "UID:7\nDTSTART:20260501T100000\nSEQUENCE:ny\nSUMMARY:G",
        "UID:6\nDTSTART;TZID=Europe:20260501T100000\nSUMMARY:F",
        "UID:4\nDTSTART:20260501T100000\nDTEND:20260401T100000\nSUMMARY:Slut før start",
    )
    found = ical.read(broken.encode(), YEAR)
    assert "Slut før start" in {event.title for event in found.events}
    assert all(event.end is None for event in found.events)
    cut = ical.read(GOOGLE.encode()[:-60], YEAR)
    assert not cut.whole
    assert cut.notes == ("Kalenderens fil er ikke hel. Det, der kan læses, er læst, og intet er aflyst på grund af den.",)


def test_what_is_said_twice_is_read_once_and_two_days_or_states_are_left_out() -> None:
    begins = "DTSTART:20260501T100000"
    found = ical.read(
        calendar(
            f"UID:1\n{begins}\nSUMMARY:A\nSUMMARY:Anden\nLOCATION:Havnen\nLOCATION:Skolen\nX-COST:50 kr.\nX-COST:80 kr.",
            f"UID:2\n{begins}\n{begins}\nSUMMARY:B",
            f"UID:3\n{begins}\nDTSTART:20260502T100000\nSUMMARY:C",
            f"UID:4\n{begins}\nSTATUS:CONFIRMED\nSTATUS:CANCELLED\nSUMMARY:D",
            f"UID:5\nUID:6\n{begins}\nSUMMARY:E",
        ).encode(),
        YEAR,
    )
    read = [(event.title, event.place.get("navn"), event.price) for event in found.events]
    assert read == [("A", "Havnen", "50 kr."), ("B", None, "")]
    assert found.notes == ("3 i kalenderen kan ikke læses og er ikke med.",)


@pytest.mark.parametrize(
    ("content", "kind"), [(b"<html>Log ind</html>", SourceKind.CALENDAR), (b"", None), (b"\xff\x00\xfe", None)]
)
def test_what_is_no_calendar_is_said_in_danish(content: bytes, kind: SourceKind | None) -> None:
    with pytest.raises(SourceError, match=r"[Ii]kke|ingen"):
        read_source(content, YEAR, kind)


def test_a_rule_for_ever_ends_with_the_window_and_one_for_each_second_is_left_out() -> None:
    [choir] = events(calendar(CHOIR)).values()
    assert choir.until == date(2026, 12, 29)
    found = ical.read(calendar("UID:1\nDTSTART:20260112T190000\nRRULE:FREQ=SECONDLY\nSUMMARY:A").encode(), YEAR)
    assert (found.events, found.notes) == ((), ("1 i kalenderen kan ikke læses og er ikke med.",))


def test_what_asks_for_a_million_years_is_ended() -> None:
    never = "UID:1\nDTSTART:20260112T190000\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\nSUMMARY:A"
    with pytest.raises(SourceError, match="indviklet"), within(0.2):
        ical.read(calendar(never).encode(), YEAR)


@pytest.mark.parametrize(
    "zone",
    ['"(UTC+01:00) Brussels, Copenhagen, Madrid, Paris"', "/freeassociation.sourceforge.net/Europe/Copenhagen", "CET", "Ukendt"],
)
def test_zones_have_many_names(zone: str) -> None:
    [found] = events(calendar(f"UID:1\nDTSTART;TZID={zone}:20260701T190000\nSUMMARY:A")).values()
    assert found.start == at(7, 1, 19)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)


@settings(modest, max_examples=20)
@given(st.lists(st.tuples(WORDS, st.datetimes(YEAR_FIRST := STAMP.replace(tzinfo=None), YEAR_FIRST.replace(month=12))), max_size=4))
def test_what_the_library_writes_is_read_whole(written: list[tuple[str, Any]]) -> None:
    whole = Calendar()
    for place, (title, start) in enumerate(written):
        event = Event()
        event.add("uid", str(place))
        event.add("summary", f"x{title}x")
        event.add("dtstart", start.replace(microsecond=0))
        whole.add_component(event)
    reading: Reading = ical.read(whole.to_ical(), YEAR)
    assert {event.id for event in reading.events} == {str(place) for place in range(len(written))}


@modest
@given(st.data())
def test_no_damage_to_a_calendar_raises_anything_but_what_is_said(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from([GOOGLE, OUTLOOK, APPLE, ASSOCIATION])).encode())
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        read_source(bytes(content), YEAR)
    except SourceError as error:
        assert str(error).endswith((".", "?"))


# What calendars rarely say


def entry(*lines: str, title: str = "Fest", start: str = "DTSTART:20260501T190000", uid: str = "a@example.org") -> str:
    said = [f"UID:{uid}"] if uid else []
    return "\n".join(["BEGIN:VEVENT", *said, f"SUMMARY:{title}", start, *lines, "END:VEVENT", ""])


def of(*entries: str) -> Reading:
    return ical.read(f"BEGIN:VCALENDAR\nVERSION:2.0\n{''.join(entries)}END:VCALENDAR\n".encode(), YEAR)


def test_a_date_of_a_series_is_known_by_its_day_alone() -> None:
    moved = entry("RECURRENCE-ID;VALUE=DATE:20260508", start="DTSTART:20260509T200000")
    [event] = of(entry("RRULE:FREQ=WEEKLY;COUNT=3"), moved).events
    assert [(change.day, change.start) for change in event.changes] == [(at(5, 8, 19), at(5, 9, 20))]


def test_what_changes_the_only_date_of_an_event_is_the_event() -> None:
    [event] = of(entry(), entry("RECURRENCE-ID:20260501T190000", start="DTSTART:20260502T190000")).events
    assert (event.start, event.id) == (at(5, 2, 19), of(entry()).events[0].id)


@pytest.mark.parametrize("uid", ["", "the same for all"])
def test_events_without_an_id_of_their_own_are_parted_where_they_begin_together(uid: str) -> None:
    found = of(entry(uid=uid), entry(uid=uid, title="Bal"), entry(uid=uid)).events
    assert {event.title for event in found} == {"Fest", "Bal"}
    assert len({event.id for event in found}) == len(found) == 2


def test_a_date_that_is_added_without_an_hour_begins_when_the_others_do() -> None:
    [event] = of(entry("RDATE;VALUE=DATE:20260510")).events
    assert event.dates == (at(5, 10, 19),)


@pytest.mark.parametrize(
    "entries",
    [
        (entry("RRULE:FREQ=DAILY;INTERVAL=0"),),
        (entry("RRULE:FREQ=DAILY;COUNT=5", "EXRULE:FREQ=DAILY;INTERVAL=2"),),
        (
            entry("RRULE:FREQ=WEEKLY;COUNT=4"),
            entry("RECURRENCE-ID;RANGE=THISANDFUTURE:20260508T190000", start="DTSTART:20260508T200000"),
        ),
    ],
    ids=["a rule that stands still", "dates left out by a rule", "all dates from one on are changed"],
)
def test_a_series_whose_dates_would_be_wrong_is_not_read_and_cancels_nothing(entries: tuple[str, ...]) -> None:
    reading = of(*entries)
    assert (reading.events, reading.whole) == ((), False)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("<script>x</script>Fest", "Fest"),
        ("<b>Fest</b><style>p {}</style>", "Fest"),
        ("&lt;script&gt;x&lt;/script&gt;Fest<!-- x -->", "Fest"),
        ("Fest <3 for børn <5 år", "Fest <3 for børn <5 år"),
    ],
)
def test_a_title_has_no_markup_and_nothing_that_markup_hides(written: str, title: str) -> None:
    assert [event.title for event in of(entry(title=written)).events] == [title]


def test_what_is_not_for_everybody_is_left_out_and_counted() -> None:
    titles = ("Udlejet til Hanne Hansen", "Udlejning af kajakker", "Foreløbig: Sang", "Bestyrelsesmøde (internt)", "Private haver")
    entries = [f"BEGIN:VEVENT\nUID:{title}\nDTSTART:20260501T170000Z\nSUMMARY:{title}\nEND:VEVENT\n" for title in titles]
    away = "BEGIN:VEVENT\nUID:x\nDTSTART:20260501T170000Z\nSUMMARY:Bo er væk\nX-MICROSOFT-CDO-BUSYSTATUS:OOF\nEND:VEVENT\n"
    reading = ical.read(f"BEGIN:VCALENDAR\n{''.join(entries)}{away}END:VCALENDAR\n".encode(), YEAR)
    assert [event.title for event in reading.events] == ["Udlejning af kajakker", "Private haver"]
    assert reading.notes == ("3 i kalenderen ser ikke ud til at være for alle og er ikke med.",)
