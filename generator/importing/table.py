"""Lists of events as people keep them: CSV, or a sheet of Excel, with Danish headings in any order."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from io import BytesIO, StringIO
from itertools import islice
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from generator.danish.dates import Moment, parse_clock
from generator.danish.spans import parse_end, two_clocks, two_moments
from generator.importing.ical_text import decoded
from generator.importing.imported import MOST_READ, SourceError
from generator.importing.moments import parse_time
from generator.importing.records import Record
from generator.model.synonyms import CLOCK, END_CLOCK, EVENT, OF_PLACE, PLACE, TICKET, comparable
from generator.problems.problem import or_none
from generator.text.letters import folded

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
_STATES = re.compile(r"aflyst|udsat|udskudt|udsolgt|få (?:pladser|billetter)", re.IGNORECASE)


def records_in(content: bytes) -> Iterator[Record]:
    """Yield a record for each row of a list. Raise SourceError where it has no headings that name a title and a day."""
    headed = [found for sheet in sheets_in(content) if (found := _headed(sheet))]
    if not headed:
        raise SourceError("Listen har ingen overskrifter, vi kender. Skriv øverst for eksempel: Titel; Dato; Kl.; Sted.")
    for columns, below in headed:
        for row in below[:MOST_READ]:
            if any(str(cell).strip() for cell in row if cell is not None):
                yield _record(
                    {name: row[place] for place, name in columns.items() if place < len(row) and row[place] not in (None, "")}
                )


def sheets_in(content: bytes) -> list[list[Sequence[Any]]]:
    """Return the rows of each sheet of Excel that is not hidden, or those of a CSV. Raise SourceError for what is neither."""
    return _sheets(content) if content.startswith(b"PK") else [_csv(content)]


def _csv(content: bytes) -> list[Sequence[Any]]:
    text = decoded(content)
    lines = [line for line in text.split("\n", 30)[:30] if line.strip()]
    separator = max(";\t,|", key=lambda sign: sorted(line.count(sign) for line in lines)[len(lines) // 2] if lines else 0)
    csv.field_size_limit(1_000_000)
    try:
        return [row[:_MOST_COLUMNS] for row in islice(csv.reader(StringIO(text), delimiter=separator), MOST_READ + _MOST_ABOVE)]
    except csv.Error as error:
        raise SourceError("Listen kan ikke læses. Gem den igen som CSV eller som Excel (.xlsx).") from error


def _sheets(content: bytes) -> list[list[Sequence[Any]]]:
    try:
        with ZipFile(BytesIO(content)) as packed:
            if sum(each.file_size for each in packed.infolist()) > _MOST_UNPACKED or len(packed.infolist()) > 1_000:
                raise SourceError("Arket fylder for meget. Gem kun listen i et ark for sig.")
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"][:10]
        return [list(islice(sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True), MOST_READ)) for sheet in shown]
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError, EOFError, TypeError, AttributeError) as error:
        if isinstance(error, SourceError):
            raise
        raise SourceError("Filen kan ikke læses som et Excel-ark. Gem den igen som .xlsx eller CSV.") from error


def _headed(rows: Sequence[Sequence[Any]]) -> tuple[dict[int, str], Sequence[Sequence[Any]]] | None:
    """Return the field of each column, and the rows below the headings; None where no row names a title and a day."""
    for place, row in enumerate(rows[:_MOST_ABOVE]):
        columns: dict[int, str] = {}
        for column, cell in enumerate(row):
            name = _field(str(cell or ""))
            if name and name not in columns.values():
                columns[column] = name
        if {"title", "start"} <= set(columns.values()):
            return columns, rows[place + 1 :]
    return None


def _other_word(word: str) -> str:
    meant = EVENT.get(word) or PLACE.get(word, "")
    return OF_PLACE.get(meant, meant)


def _field(heading: str) -> str:
    word = comparable(heading)
    key = next((key for key in _FIELDS if folded(key) == word), "") or _other_word(word)
    return _OTHERS.get(word) or _FIELDS.get(key, "")


def _record(row: dict[str, Any]) -> Record:
    said = {name: value if name in ("start", "end", "until") else cell_text(value) for name, value in row.items()}
    start, end = _span(row)
    state = _STATES.search(said.get("state", ""))
    text = "\n\n".join(filter(None, (said.get("summary"), said.get("text"))))
    return {**said, "start": start, "end": end, "state": state[0] if state else "", "text": text}


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
    if start is None:
        return None, None
    if isinstance(written, datetime) and start.clock == time() and "clock" in row:
        start = Moment(start.day)
    clocks = two_clocks(cell_text(row["clock"])) if "clock" in row else None
    clock = _clock(clocks[0] if clocks else row.get("clock"))
    whole = Moment(start.day, clock or start.clock)
    if isinstance(written, datetime) and clock is None and start.clock == time():
        whole = Moment(start.day)
    return whole, _end(row, whole, pair[1] if pair else clocks[1] if clocks else None)


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
    if isinstance(value, datetime):
        return value.time().replace(second=0, microsecond=0)
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0)
    if isinstance(value, float) and 0 < value < 1:
        minutes = round(value * 24 * 60)
        return time(minutes // 60, minutes % 60)
    return or_none(parse_clock, cell_text(value)) if value is not None else None
