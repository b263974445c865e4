"""Lists of events as people keep them: CSV, or a sheet of Excel, with Danish headings in any order."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time
from io import BytesIO, StringIO
from itertools import islice
from typing import Any, NamedTuple, TypeVar
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.datetime import from_excel
from openpyxl.utils.exceptions import InvalidFileException

from generator.danish.dates import Moment, parse_clock
from generator.danish.spans import parse_end, two_clocks, two_moments
from generator.importing.ical_text import decoded
from generator.importing.imported import MOST_READ, SourceError
from generator.importing.moments import parse_time
from generator.importing.records import HIDDEN, ROW, Record
from generator.model.synonyms import CLOCK, END_CLOCK, EVENT, OF_PLACE, PLACE, TICKET, comparable
from generator.problems.problem import or_none
from generator.text.letters import folded

_Columns = TypeVar("_Columns")
_MOST_UNPACKED = 60_000_000
_MOST_COLUMNS = 60
_MOST_ABOVE = 15
"""Rows above the headings: the list's own title, and what its writer says of it."""
_FIELDS = {
    **{"titel": "title", "resumé": "summary", "start": "start", CLOCK: "clock", "slut": "end", END_CLOCK: "end_clock"},
    **{"pris": "price", "tilmelding": "booking", TICKET: "booking", "arrangør": "organiser", "kategori": "category"},
    **{"målgruppe": "audience", "status": "state", "links": "link", "gentag": "repetition", "gentag til": "until"},
    **{"sted": "place", "adresse": "street", "postnummer": "postcode", "by": "town", "online": "online"},
}
_OTHERS = {
    **dict.fromkeys(("tekst", "beskrivelse", "omtale", "langbeskrivelse", "indhold", "description"), "text"),
    **dict.fromkeys(("bemaerkninger", "bemaerkning", "noter", "note"), "text"),
    **dict.fromkeys(("id", "nr", "nummer", "loebenr", "uid", "arrangementsnr"), "id"),
    **dict.fromkeys(("title", "subject", "emne", "event"), "title"),
    **dict.fromkeys(("startdate", "date", "begyndelsesdato"), "start"),
    **dict.fromkeys(("starttime", "begyndelsestidspunkt", "time"), "clock"),
    **dict.fromkeys(("enddate",), "end"),
    **dict.fromkeys(("endtime",), "end_clock"),
    **dict.fromkeys(("location",), "place"),
    **dict.fromkeys(("gade", "vej"), "street"),
}
_HIDDEN_ROW = re.compile(rb"""<(?:\w+:)?row\s+r=["'](\d{1,7})["'][^<>]*\shidden=["'](?:1|true)["']""")
_DAY_NUMBER = re.compile(r"[4-6][0-9]{4}(?:\.[0-9]{1,15})?")
"""A day as Excel counts it, from 2009 to 2091, with the hour as a part of the day."""
_HOUR_NUMBER = re.compile(r"(?:1?[0-9]|2[0-3])\.[0-9]{1,20}")
_PARTS = {0.5: 30, 0.75: 45}
"""Minutes of what no clock shows. A quarter may be 19.15 or 19.25, and is neither."""
_STATES = re.compile(r"aflyst|udsat|udskudt|udsolgt|få (?:pladser|billetter)", re.IGNORECASE)


def records_in(content: bytes) -> Iterator[Record]:
    """Yield a record for each row of a list. Raise SourceError where it has no headings that name a title and a day."""
    sheets = sheets_in(content)
    lists = [(sheet, *found) for sheet in sheets if (found := headed(sheet.rows, _columns))]
    if not lists:
        raise SourceError("Listen har ingen overskrifter, vi kender. Skriv øverst for eksempel: Titel; Dato; Kl.; Sted.")
    for sheet, columns, first in lists:
        for number, row in enumerate(sheet.rows[first:][:MOST_READ], first + 1):
            said = {name: row[place] for place, name in columns.items() if place < len(row) and row[place] not in (None, "")}
            if any(str(cell).strip() for cell in row if cell is not None):
                where = f"{number} i {sheet.name}" if len(lists) > 1 else f"{number}"
                yield {ROW: where, **({HIDDEN: True} if number in sheet.hidden else _record(said))}


class Sheet(NamedTuple):
    """Hold the rows of a sheet of Excel or of a CSV, and the numbers, from 1, of those that are hidden."""

    rows: list[Sequence[Any]]
    name: str = ""
    hidden: frozenset[int] = frozenset()


def sheets_in(content: bytes) -> list[Sheet]:
    """Return each sheet of Excel that is not hidden, or a CSV as one. Raise SourceError for what is neither."""
    return _sheets(content) if content.startswith(b"PK") else [Sheet(_csv(content))]


def _csv(content: bytes) -> list[Sequence[Any]]:
    text = decoded(content)
    lines = [line for line in text.split("\n", 30)[:30] if line.strip()]
    separator = max(";\t,|", key=lambda sign: sorted(line.count(sign) for line in lines)[len(lines) // 2] if lines else 0)
    csv.field_size_limit(1_000_000)
    try:
        return [row[:_MOST_COLUMNS] for row in islice(csv.reader(StringIO(text), delimiter=separator), MOST_READ + _MOST_ABOVE)]
    except csv.Error as error:
        raise SourceError("Listen kan ikke læses. Gem den igen som CSV eller som Excel (.xlsx).") from error


def _sheets(content: bytes) -> list[Sheet]:
    try:
        with ZipFile(BytesIO(content)) as packed:
            if sum(each.file_size for each in packed.infolist()) > _MOST_UNPACKED or len(packed.infolist()) > 1_000:
                raise SourceError("Arket fylder for meget. Gem kun listen i et ark for sig.")
            book = load_workbook(BytesIO(content), read_only=True, data_only=True)
            return [_sheet(each, packed) for each in book.worksheets if each.sheet_state == "visible"][:10]
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError, EOFError, TypeError, AttributeError) as error:
        if isinstance(error, SourceError):
            raise
        raise SourceError("Filen kan ikke læses som et Excel-ark. Gem den igen som .xlsx eller CSV.") from error


def _sheet(sheet: Any, packed: ZipFile) -> Sheet:
    """Return what a sheet holds. Which rows are hidden only its part of the file says, unless all of it is read at once."""
    hidden = frozenset(map(int, _HIDDEN_ROW.findall(packed.read(sheet._worksheet_path))))
    return Sheet(list(islice(sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True), MOST_READ)), sheet.title, hidden)


def headed(rows: Sequence[Sequence[Any]], columns_of: Callable[[Sequence[Any]], _Columns | None]) -> tuple[_Columns, int] | None:
    """Return what is known of the columns, and the place of the first row below their headings, from 0.

    `columns_of` tells what it knows by a row; None where that has no headings. None where no row has.
    """
    known = ((columns_of(row), place) for place, row in enumerate(rows[:_MOST_ABOVE], 1))
    return next(((columns, place) for columns, place in known if columns is not None), None)


def _columns(row: Sequence[Any]) -> dict[int, str] | None:
    """Return the field of each column; None where a row does not name a title and a day."""
    columns: dict[int, str] = {}
    for column, cell in enumerate(row):
        name = _field(str(cell or ""))
        if name and name not in columns.values():
            columns[column] = name
    return columns if {"title", "start"} <= set(columns.values()) else None


def _other_word(word: str) -> str:
    meant = EVENT.get(word) or PLACE.get(word, "")
    return OF_PLACE.get(meant, meant)


def _field(heading: str) -> str:
    word = comparable(heading)
    key = next((key for key in _FIELDS if folded(key) == word), "") or _other_word(word)
    return _OTHERS.get(word) or _FIELDS.get(key, "")


def _record(row: dict[str, Any]) -> Record:
    row = {name: _day(value) if name in ("start", "end", "until") else value for name, value in row.items()}
    said = {name: cell_text(value) for name, value in row.items()}
    start, end = _span(row)
    state = _STATES.search(said.get("state", ""))
    text = "\n\n".join(filter(None, (said.get("summary"), said.get("text"))))
    return {**said, "start": start, "end": end, "until": row.get("until"), "state": state[0] if state else "", "text": text}


def cell_text(value: Any) -> str:
    """Return what stands in a cell: a whole number without its decimals, an hour as one writes it, nothing for an empty one."""
    if value is None:
        return ""
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return f"{value.hour}.{value.minute:02}" if isinstance(value, time) else str(value)


def _span(row: dict[str, Any]) -> tuple[Moment | None, Moment | None]:
    """Return the start and the end of a row, whose day, hour, last day and last hour may stand in one cell or in four."""
    written = row.get("start")
    pair = two_moments(str(written)) if isinstance(written, str) else None
    start = parse_time(pair[0] if pair else written)
    clock, last = _clocks(row.get("clock"))
    if start is None or (clock is None and re.search("[0-9]", cell_text(row.get("clock")))):
        return None, None
    midnight = isinstance(written, datetime) and start.clock == time()
    whole = Moment(start.day, clock or (None if midnight else start.clock))
    return whole, _end(row, whole, pair[1] if pair else last)


def _clocks(written: Any) -> tuple[time | None, str | None]:
    """Return the hour of a cell, and the last one where it holds two."""
    first, last = two_clocks(cell_text(written)) or (written, None)
    return _clock(first), last


def _day(value: Any) -> Any:
    """Return a cell of a day as the day that its number is to Excel, where it is one of our time; any other cell as it is."""
    text = cell_text(value).replace(",", ".")
    return from_excel(float(text)) if _DAY_NUMBER.fullmatch(text) else value


def _end(row: dict[str, Any], start: Moment, said: str | None) -> Moment | None:
    last = row.get("end")
    hour = row.get("end_clock") or (said if said else None)
    day = parse_time(last) if isinstance(last, date | datetime) or (isinstance(last, str) and re.search(r"\d{4}", last)) else None
    if hour is None and day is None and last is not None:
        hour = last
    clock = _clock(hour)
    if day:
        midnight = isinstance(last, datetime) and day.clock == time()
        return Moment(day.day, clock or (None if midnight else day.clock))
    return or_none(lambda text: parse_end(text, start), f"{clock:%H.%M}" if clock else str(hour)) if hour is not None else None


def _clock(value: Any) -> time | None:
    """Return the hour of a cell. `19.50` is what a clock shows, 19.5 is half past, and `19,50` may be either: no hour at all."""
    if isinstance(value, datetime | time):
        return time(value.hour, value.minute)
    clock = or_none(parse_clock, value) if isinstance(value, str) and "," not in value else None
    if clock:
        return clock
    text = f"{value:.2f}" if isinstance(value, float) and value >= 1 else cell_text(value).replace(",", ".")
    number = float(text) if _HOUR_NUMBER.fullmatch(text) else 0
    if 0 < number < 1:
        minutes = round(number * 24 * 60)
        return time(minutes // 60 % 24, minutes % 60)
    if number % 1 == 0.25 or (isinstance(value, str) and text.endswith(".50")):
        return None
    return time(int(number), _PARTS[number % 1]) if number % 1 in _PARTS else or_none(parse_clock, text)
