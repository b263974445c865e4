"""Libraries, feeds, pages and lists become the same events as calendars do."""

from __future__ import annotations

import json
from datetime import date, time
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from generator.danish.dates import Moment
from generator.danish.recurrence import Repetition
from generator.importing.formats import kind_of, read_source
from generator.importing.imported import ImportedEvent, Reading, SourceError
from generator.importing.markdown import as_markdown
from generator.importing.table import records_in
from generator.importing.words import state_and_title
from generator.model.sources import SourceKind
from generator.model.state import State
from tests.importing.calendars import YEAR
from tests.trees import modest

EVENING = (Moment(date(2026, 5, 1), time(19)), Moment(date(2026, 5, 1), time(21)))
HALL = {"navn": "Salen", "adresse": "Vej 1", "postnummer": "7900", "by": "Byen"}


def read(content: str | bytes) -> Reading:
    return read_source(content if isinstance(content, bytes) else content.encode(), YEAR)


def one(content: str | bytes) -> ImportedEvent:
    [event] = read(content).events
    return event


def library(day: int, **more: Any) -> dict[str, Any]:
    dates = {"start": f"2026-05-{day:02}T17:00:00+00:00", "end": f"2026-05-{day:02}T19:00:00+00:00"}
    address = {"location": "Salen", "street": "Vej 1", "zip_code": 7900, "city": "Byen", "country": "DK"}
    whole = {"uuid": f"u{day}", "title": "Læsekreds", "url": "https://bib.example.org/l", "state": "Active", "date_time": dates}
    return {**whole, "address": address, "description": "<p>Kom &amp; læs</p>", **more}


def test_a_library_has_series_states_and_prices_in_oere() -> None:
    tickets = [
        {"title": "Voksen", "price": {"currency": "DKK", "value": 5000}},
        {"title": "Barn", "price": {"currency": "DKK", "value": 0}},
    ]
    series = {"series": {"uuid": "s"}, "ticket_categories": tickets}
    event = one(json.dumps([library(1, **series), library(8, state="Cancelled", **series)]))
    assert (event.start, event.end) == EVENING
    assert event.dates == (Moment(date(2026, 5, 8), time(19)),)
    assert [(change.day.day.day, change.state) for change in event.changes] == [(8, State.CANCELLED)]
    assert (event.price, event.place, event.text) == ("Voksen 50 kr., Barn gratis", HALL, "Kom & læs")
    assert one(json.dumps([library(1, state="SoldOut")])).state is State.SOLD_OUT


def test_what_a_library_has_taken_back_is_as_if_it_were_not_there() -> None:
    reading = read(json.dumps([library(1), library(8, state="Deleted", title="Væk")]))
    assert ([event.title for event in reading.events], reading.whole) == (["Læsekreds"], True)


def test_dates_of_a_series_end_when_each_of_them_ends() -> None:
    shorter = {"start": "2026-05-08T12:00:00+00:00", "end": "2026-05-08T13:00:00+00:00"}
    event = one(json.dumps([library(1, series={"uuid": "s"}), library(8, series={"uuid": "s"}, date_time=shorter)]))
    assert event.end == EVENING[1]
    assert [(change.day, change.end) for change in event.changes] == [
        (Moment(date(2026, 5, 8), time(14)), Moment(date(2026, 5, 8), time(15)))
    ]


def test_a_library_that_writes_its_keys_in_the_other_way_is_read_too() -> None:
    whole = library(1, ticketCategories=[{"title": "Alle", "price": {"currency": "DKK", "value": 2550}}])
    whole["dateTime"] = whole.pop("date_time")
    event = one(json.dumps([whole]))
    assert ((event.start, event.end), event.price) == (EVENING, "25,50 kr.")


RSS = """\
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:ev="http://purl.org/rss/1.0/modules/event/"><channel><title>Kalender</title>
<item><title>Sang</title><link>https://example.org/1</link><guid>1</guid><pubDate>Mon, 05 Jan 2026 10:00:00 GMT</pubDate>
<description>&lt;p&gt;Kom!&lt;/p&gt;</description><ev:startdate>2026-05-01T19:00:00+02:00</ev:startdate>
<ev:enddate>2026-05-01T21:00:00+02:00</ev:enddate><ev:location>Salen, Vej 1, 7900 Byen</ev:location></item>
<item><title>Nyhed</title><link>https://example.org/2</link><pubDate>Mon, 05 Jan 2026 10:00:00 GMT</pubDate></item>
</channel></rss>"""
FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "items": [
        {
            "id": "1",
            "title": "Sang",
            "content_html": "<p>Kom!</p>",
            "_event": {"start": "2026-05-01T19:00", "end": "2026-05-01T21:00"},
        }
    ],
}
EVENTS_CALENDAR = {
    "events": [
        {
            **{"id": 1, "title": "Sang", "description": "<p>Kom!</p>", "start_date": "2026-05-01 19:00:00", "status": "publish"},
            **{"end_date": "2026-05-01 21:00:00", "venue": {"venue": "Salen", "address": "Vej 1", "city": "Byen", "zip": "7900"}},
        }
    ]
}
LD = {
    "@context": "https://schema.org",
    "@graph": [
        {
            **{"@type": ["MusicEvent"], "name": "Sang", "startDate": "2026-05-01T19:00+02:00", "endDate": "2026-05-01T21:00+02:00"},
            **{"description": "Kom!", "location": {"@type": "Place", "name": "Salen", "address": {"streetAddress": "Vej 1"}}},
        }
    ],
}
PAGE = f'<!doctype html><body><script type="application/ld+json">{json.dumps(LD)}</script>'
MICRODATA = """\
<!doctype html><body><div itemscope itemtype="https://schema.org/Event"><h1 itemprop="name">Sang</h1>
<time itemprop="startDate" datetime="2026-05-01T19:00">i aften</time><meta itemprop="endDate" content="2026-05-01T21:00">
<p itemprop="description">Kom!</p>
<div itemprop="location" itemscope itemtype="https://schema.org/Place"><b itemprop="name">Salen</b></div>
</div>"""


@pytest.mark.parametrize(
    "content",
    [RSS, json.dumps(FEED), json.dumps(EVENTS_CALENDAR), PAGE, MICRODATA],
    ids=["rss", "json feed", "the events calendar", "json-ld", "microdata"],
)
def test_one_evening_is_the_same_in_each_kind(content: str) -> None:
    event = one(content)
    assert (event.title, (event.start, event.end), event.text) == ("Sang", EVENING, "Kom!")


SHEET = """\
Forårets program;;;;;
;;;;;
Dato;Kl.;Titel;Sted;Pris;Beskrivelse
1/5-2026;19-21;Sang på havnen;Havnen;50;Kom og syng
02.05.2026;kl. 14;AFLYST: Tur;;gratis;
lør. 9/5-2026;;Marked;;;
i morgen;;Ingen dato;;;
"""


@pytest.mark.parametrize(("encoding", "separator"), [("utf-8", ";"), ("cp1252", ";"), ("utf-16", "\t"), ("utf-8-sig", ",")])
def test_a_list_has_danish_headings_anywhere(encoding: str, separator: str) -> None:
    reading = read(SHEET.replace(";", separator).encode(encoding))
    song, trip, market = reading.events
    assert (song.title, song.start, song.end, song.price) == ("Sang på havnen", *EVENING, "50 kr.")
    assert (trip.title, trip.state, trip.start.clock) == ("Tur", State.CANCELLED, time(14))
    assert market.start == Moment(date(2026, 5, 9))
    assert reading.notes == ("Række 7 har ingen titel eller ingen dag og tid, der kan læses, og er ikke med.",)
    assert not reading.whole


def test_a_sheet_of_excel_has_days_and_hours_in_cells_of_their_own() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Arrangement", "Dato", "Starttid", "Sluttid", "Sted", "Adresse", "Postnr.", "By"])
    for day in (1, 8):
        sheet.append(["Sang", date(2026, 5, day), time(19), time(21), "Salen", "Vej 1", 7900, "Byen"])
    hidden = book.create_sheet("Kun for bestyrelsen")
    hidden.sheet_state = "hidden"
    hidden.append(["Titel", "Dato"])
    hidden.append(["Bestyrelsesmøde", date(2026, 5, 2)])
    book.save(saved := BytesIO())
    event = one(saved.getvalue())
    assert ((event.start, event.end), event.place, len(event.dates)) == (EVENING, HALL, 1)


def test_a_row_of_a_season_names_its_day_of_the_week() -> None:
    """Its days are the first and the last, not one event of months."""
    event = one("Aktivitet;Ugedag;Tid;Fra;Til\nYoga;Tirsdag;19-20;6/1-2026;28/4-2026\n")
    assert (event.start, event.end) == (Moment(date(2026, 1, 6), time(19)), Moment(date(2026, 1, 6), time(20)))
    assert (event.repetition, event.until) == (Repetition("WEEKLY", weekdays=(1,)), date(2026, 4, 28))
    assert read("Aktivitet;Ugedag;Tid;Fra;Til\nYoga;Onsdag;19-20;6/1-2026;28/4-2026\n").events == ()
    assert one("Titel;Ugedag;Dato;Tid\nYoga;Tirsdag;6/1-2026;19-20\n").repetition is None


def test_links_of_a_document_are_words_and_the_title_leads_to_its_page() -> None:
    row = "[Sang](https://e.org/a);1-5-2026;[Salen](https://e.org/b);[Tilmeld](https://e.org/c)"
    event = one(f"Titel;Dato;Sted;Tilmelding\n{row}\n")
    assert (event.title, event.link, event.place) == ("Sang", "https://e.org/a", {"navn": "Salen"})
    assert event.booking == "[Tilmeld](https://e.org/c)"


def test_days_and_hours_that_are_numbers_and_rows_that_are_hidden() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Titel", "Dato", "Kl.", "Slut kl."])
    day = date(2026, 5, 1)
    hours = ((day, 19.5), (day, 0.8125), (46143, 19.3), (46143.8125, None), ("46143", "19,5"), (day, "0,8125"), (day, 1930))
    for written in (*hours, (day, 19.25), (day, "kl. 99"), ("engang", 19), (day, "hele dagen")):
        sheet.append(["Sang", *written, 21.5 if written in hours else None])
    sheet.append(["Kun for os", day])
    sheet.row_dimensions[13].hidden = True
    book.save(saved := BytesIO())
    records = [record for record in records_in(saved.getvalue()) if "left out" not in record]
    assert [record["start"] for record in records[:7]] == [Moment(day, time(19, 30))] * 7
    assert {record["end"] for record in records[:7]} == {Moment(day, time(21, 30))}
    assert records[-1]["start"] == Moment(day)
    reading = read(saved.getvalue())
    assert [note.partition(" har ")[0] for note in reading.notes] == [
        "Række 9, 10 og 11",
        "1 række er skjult i arket og er ikke med. Vis dem, hvis de skal med.",
    ]
    assert not reading.whole
    weekly = one("Titel;Dato;Kl.;Gentag;Gentag til\nSang;46143;19,5;hver uge;46157\n")
    assert (weekly.start, weekly.until) == (Moment(day, time(19, 30)), date(2026, 5, 15))
    assert one("Titel;Dato;Kl.\nSang;1-5-2026;19.50\n").start == Moment(day, time(19, 50))
    assert read(b"Titel;Dato;Kl.\nSang;1-5-2026;19,50\n").notes[0].startswith("Række 2 har ingen")


def test_xml_that_declares_entities_and_packed_bombs_are_refused() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa">]><rss><channel><item><title>&a;</title></item></channel></rss>'
    with pytest.raises(SourceError, match="DOCTYPE"):
        read(bomb)
    with pytest.raises(SourceError, match="Excel"):
        read(b"PK\x03\x04" + b"x" * 100)
    with pytest.raises(SourceError, match="højst 5 MB"):
        read(b"x" * 5_000_001)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<p>Se <a href='javascript:x()'>her</a></p><script>x</script>", "Se her"),
        ("<b>Mad</b><br>og <i>drikke</i> *", "**Mad**\nog *drikke* \\*"),
        ("<ol><li>En</li><li>To</li></ol>", "1. En\n2. To"),
        ("Linje et\r\nLinje to\n\n\n\nTo <3 hjerter", "Linje et\nLinje to\n\nTo <3 hjerter"),
        ("Mød op\n-::~:~::~:~:~:~::-\nJoin with Google Meet\n-::~:~::~:~:~:~::-", "Mød op"),
        (f"Kom\n{'_' * 30}\nMicrosoft Teams-møde\nAdgangskode: abc<https://teams.example.org/1>", "Kom"),
        ("Deltag nu<https://example.org/x>", "Deltag nu https://example.org/x"),
        ('Kom[gallery ids="1,2"] og [se]', "Kom og [se]"),
        ("Strikkeklubben\nFriday, May 1 at 7:00 PM\n\nKom og strik", "Kom og strik"),
        ("<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert(1)>"),
        ("Se <https://example.org/x> nu", "Se https://example.org/x nu"),
        ('<a href="https://example.org/x">example.org/x</a>', "https://example.org/x"),
    ],
)
def test_descriptions_become_harmless_markdown(written: str, shown: str) -> None:
    assert as_markdown(written) == shown


@pytest.mark.parametrize(
    ("title", "state", "rest"),
    [
        ("AFLYST: Sang", State.CANCELLED, "Sang"),
        ("Aflyst - Sang", State.CANCELLED, "Sang"),
        ("[UDSOLGT] Sang", State.SOLD_OUT, "Sang"),
        ("Sang (aflyst)", State.CANCELLED, "Sang"),
        ("AFLYST Sang", State.CANCELLED, "Sang"),
        ("Udsat for fare", State.PLANNED, "Udsat for fare"),
        ("Aflyst", State.PLANNED, "Aflyst"),
    ],
)
def test_a_title_may_say_how_it_stands(title: str, state: State, rest: str) -> None:
    assert state_and_title(title, State.PLANNED) == (state, rest)


def test_kinds_are_reported_by_what_stands_in_them() -> None:
    shown = {RSS: SourceKind.FEED, PAGE: SourceKind.PAGE, SHEET: SourceKind.TABLE, "[]": SourceKind.LIBRARY}
    assert {kind_of(content.encode()): kind for content, kind in shown.items()} == {kind: kind for kind in shown.values()}


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.floats(allow_nan=False)
    | st.text(max_size=8)
    | st.sampled_from(["2026-05-01", "x://[", "1/5-2026"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["uuid", "dateTime", "start", "title", "name", "@type", "events", "address", "offers", "price", "items"]
            ),
            inner | st.just("Event"),
            max_size=5,
        )
    ),
    max_leaves=12,
)


@modest
@given(
    JSON
    | st.lists(st.fixed_dictionaries({"uuid": JSON, "date_time": JSON, "title": JSON, "address": JSON}), min_size=1, max_size=2)
)
def test_no_json_raises_anything_but_what_is_said(data: Any) -> None:
    try:
        read(json.dumps(data))
    except SourceError as error:
        assert str(error).endswith((".", "?"))
