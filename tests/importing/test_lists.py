"""Lists that forms and programs export: their headings, days in English, and what is not for everybody."""

from __future__ import annotations

from datetime import date, time
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.utils.datetime import MAC_EPOCH

from generator.danish.dates import Moment
from generator.importing.english_dates import Order, in_danish
from generator.importing.formats import read_source
from generator.importing.imported import ImportedEvent, Reading, SourceError
from generator.importing.moments import parse_time
from generator.model.state import State
from tests.importing.calendars import YEAR
from tests.importing.test_records import EVENING
from tests.text.test_documents import word
from tests.trees import modest

GOOGLE_FORM = (
    '"Tidsstempel","Hvad hedder arrangementet?","Hvornår er det?","Hvad tid starter det?","Hvornår slutter det?",'
    '"Hvor foregår det?","Beskriv arrangementet","Hvad koster det?"\n'
    '"2026/03/01 10.12.33 AM CET","Sang","2026-05-01","19:00:00","21:00:00","Salen","Kom!","50 kr"\n'
)
QUESTIONS = "Arrangementets navn;Dato for arrangementet;Start (klokkeslæt);Slut (klokkeslæt)\nSang;01-05-2026;19:00;21:00\n"
AMERICAN = (
    "Subject,Start Date,Start Time,End Date,End Time,Private\nSang,05/01/2026,7:00 PM,05/01/2026,9:00 PM,False\n"
    "Tandlæge,05/02/2026,,05/03/2026,,True\n"
)
FACEBOOK = '"Event Name","Start Time","End Time"\n"Sang","Friday, May 1, 2026 at 7:00 PM","Friday, May 1, 2026 at 9:00 PM"\n'
DANISH_FACEBOOK = (
    "Begivenhed;Starttidspunkt;Sluttidspunkt\nSang;fredag den 1. maj 2026 kl. 19.00;fredag den 1. maj 2026 kl. 21.00\n"
)
WORDPRESS = (
    "EVENT NAME,EVENT START DATE,EVENT START TIME,EVENT END DATE,EVENT END TIME\nSang,2026-05-01,19:00:00,2026-05-01,21:00:00\n"
)
OUTLOOK = (
    '"Emne","Startdato","Starttidspunkt","Slutdato","Sluttidspunkt","Privat"\n'
    '"Sang","01-05-2026","19:00:00","01-05-2026","21:00:00","Falsk"\n"Læge","02-05-2026","10:00:00","02-05-2026","11:00:00","Sand"\n'
)
HALL = "Dato;Dag;Fra;Til;Lokale;Aktivitet\n01-05-2026;Fredag;19:00;21:00;Salen;Sang\n"
BILLETTO = "Name,Starts at,Ends at\nSang,2026-05-01 19:00:00 +0200,2026-05-01 21:00:00 +0200\n"


def read(text: str) -> Reading:
    return read_source(text.encode(), YEAR)


def one(text: str) -> ImportedEvent:
    [event] = read(text).events
    return event


@pytest.mark.parametrize("text", [GOOGLE_FORM, QUESTIONS, AMERICAN, FACEBOOK, DANISH_FACEBOOK, WORDPRESS, OUTLOOK, HALL, BILLETTO])
def test_one_evening_is_the_same_in_each_export(text: str) -> None:
    event = one(text)
    assert (event.title, (event.start, event.end)) == ("Sang", EVENING)


def test_a_list_says_which_heading_it_lacks() -> None:
    with pytest.raises(SourceError, match=r"ingen overskrift for navnet\. "):
        read("Dato;Sted\n1/5 2026;Salen\n")
    with pytest.raises(SourceError, match="ingen overskrift for navnet og ingen overskrift for dagen"):
        read("a;b\nc;d\n")


ENGLISH = "Subject,Start Date,Location\n{}\n"


@pytest.mark.parametrize(
    ("rows", "days"),
    [
        ("Sang,05/01/2026,\nDans,05/13/2026,", [date(2026, 5, 1), date(2026, 5, 13)]),
        ("Sang,05/01/2026,\nDans,13/05/2026,", [date(2026, 1, 5), date(2026, 5, 13)]),
        ("Sang,05/01/2026,\nDans,05/05/2026,", [date(2026, 5, 5)]),
        ("Sang,05/01/2026 7:00 PM,", [date(2026, 5, 1)]),
    ],
)
def test_a_day_in_english_is_read_only_where_it_can_be_one_alone(rows: str, days: list[date]) -> None:
    reading = read(ENGLISH.format(rows))
    assert [event.start.day for event in reading.events] == days
    unclear = [note for note in reading.notes if "kan være to" in note]
    assert len(unclear) == rows.count("\n") + 1 - len(days)
    assert one("Titel;Dato\nSang;05/01/2026\n").start.day == date(2026, 1, 5), "Danes write the day first"


DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
HOURS = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))


@modest
@given(DAYS, HOURS)
def test_what_a_program_writes_in_english_is_read_as_it_was_meant(day: date, hour: time) -> None:
    moment = Moment(day, hour)
    half = f"{hour:%I:%M %p}"
    for text in (
        f"{day:%m/%d/%Y} {half}",
        f"{day:%A}, {day:%B} {day.day}, {day.year} at {half}",
        f"{day:%b} {day.day}, {day.year} {half}",
    ):
        said = in_danish(text, Order.MONTH_FIRST)
        assert parse_time(said) == (moment if moment.exists else None)


@pytest.mark.parametrize("charset", ["cp1252", "cp850", "mac_roman", "utf-8"])
def test_old_charsets_are_told_by_their_danish_letters(charset: str) -> None:
    [event] = read_source("Titel;Dato\nÆbler på øen i Ålbæk;1. maj 2026\n".encode(charset), YEAR).events
    assert event.title == "Æbler på øen i Ålbæk"


def test_what_is_not_for_everybody_or_not_certain_is_left_out_and_said() -> None:
    withheld = ["Kladde", "udkast", "Ikke bekræftet", "Foreløbig", "Skjult", "Kun for medlemmer", "ikke offentlig"]
    held = ["OK", "Bekræftet", "Offentlig", ""]
    rows = "".join(f"A{place};1. maj 2026;{state}\n" for place, state in enumerate([*withheld, *held]))
    reading = read(f"Titel;Dato;Status\n{rows}")
    assert [event.title for event in reading.events] == ["A10", "A7", "A8", "A9"]
    assert reading.notes == ("Række 2, 3, 4, 5, 6, 7 og 8 er ikke for alle eller ikke sikker endnu og er ikke med.",)
    assert not reading.whole
    shown = read("Titel;Dato;Vises på hjemmesiden\nSang;1. maj 2026;x\nMøde;1. maj 2026;Nej\nUdlejet til Bo;1. maj 2026;\n")
    assert [event.title for event in shown.events] == ["Sang"]


def test_states_and_prices_of_other_systems() -> None:
    states = {
        state: one(f"Titel;Dato;Status;Pris\nSang;1. maj 2026;{state};-\n") for state in ("Annulleret", "Udskudt", "ikke aflyst")
    }
    assert [event.state for event in states.values()] == [State.CANCELLED, State.POSTPONED, State.PLANNED]
    assert {event.price for event in states.values()} == {""}, "nothing that only stands there for nothing"


def test_a_repetition_that_is_not_read_whole_is_not_one_date() -> None:
    weekly = one("Titel;Dato;Kl;Gentagelse;Til\nStrik;5. maj 2026;19-21;hver tirsdag;30. juni 2026\n")
    assert (weekly.until, weekly.end) == (date(2026, 6, 30), None)
    assert one("Titel;Dato;Gentagelse\nSang;1. maj 2026;nej\n").until is None
    for row in ("hver tirsdag;", "når vi har lyst;30. juni 2026"):
        reading = read(f"Titel;Dato;Gentagelse;Gentag til\nStrik;5. maj 2026;{row}\n")
        assert reading.events == ()
        assert "siger ikke tydeligt, hvordan det gentages" in reading.notes[0]


def test_a_day_without_its_year_is_said() -> None:
    reading = read("Titel;Dato\nSang;1. maj\nDans;4/1\nMad;1. maj 2026\n")
    assert [event.title for event in reading.events] == ["Mad"]
    assert reading.notes[0].startswith("Række 2 og 3 mangler årstallet")


def test_a_workbook_that_counts_from_1904_says_the_same_days() -> None:
    book = Workbook()
    book.epoch = MAC_EPOCH
    sheet = book.active
    assert sheet is not None
    sheet.append(["Titel", "Dato"])
    sheet.append(["Sang", (date(2026, 5, 1) - MAC_EPOCH.date()).days])
    book.save(saved := BytesIO())
    [event] = read_source(saved.getvalue(), YEAR).events
    assert event.start == Moment(date(2026, 5, 1))


def test_a_table_in_a_document_is_a_list() -> None:
    rows = (("Dato", "Kl.", "Hvad"), ("1/5 2026", "19-21", "Sang"), ("i morgen", "", "Ingen dag"))
    reading = read_source(word("Program for foråret", table=rows), YEAR)
    assert [(event.title, (event.start, event.end)) for event in reading.events] == [("Sang", EVENING)]
    assert reading.notes[0].startswith("Række 3 har ingen titel")
    with pytest.raises(SourceError, match="Dokumentet har ingen tabel"):
        read_source(word("Sang den 1. maj"), YEAR)


@pytest.mark.parametrize("heading", ["Adresse", "By", "Postnummer", "Sted", "Pris", "Tilmelding", "Arrangør", "Kategori"])
def test_a_cell_of_what_is_not_seen_or_not_known_says_nothing(heading: str) -> None:
    cells = (
        "\t",
        "\u200b",
        "\ufeff",
        "<script>x</script>",
        "?",
        "-",
        "ukendt",
        "Kommer senere",
        "TBA",
        "null",
        "NaN",
        "#REF!",
        "#I/T",
    )
    plain = one("Titel;Dato\nSang;1. maj 2026\n")
    assert {cell: found for cell in cells if (found := one(f"Titel;Dato;{heading}\nSang;1. maj 2026;{cell}\n")) != plain} == {}


@pytest.mark.parametrize("heading", ["Kl.", "Sted", "Pris", "Tilmelding", "Status"])
@pytest.mark.parametrize(("cell", "state"), [("aflyst", State.CANCELLED), ("Udsat!", State.POSTPONED), ("UDSOLGT", State.SOLD_OUT)])
def test_a_state_is_read_in_the_cell_where_people_write_it(heading: str, cell: str, state: State) -> None:
    event = one(f"Titel;Dato;{heading}\nSang;1. maj 2026;{cell}\n")
    assert (event.state, event.place, event.price, event.booking) == (state, {}, "", "")
