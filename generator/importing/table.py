"""Lists of events as people keep them: CSV, a sheet of Excel or a table in Word, with Danish headings in any order."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO, StringIO
from itertools import islice
from typing import Any, NamedTuple, TypeVar
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.datetime import WINDOWS_EPOCH, from_excel
from openpyxl.utils.exceptions import InvalidFileException

from generator.danish.dates import Moment, parse_clock
from generator.danish.repetition import parse_repetition
from generator.danish.spans import parse_end, two_clocks, two_moments
from generator.importing.english_dates import Order, day_order, in_danish
from generator.importing.headings import NEEDED, columns_of, is_english, missing
from generator.importing.ical_text import decoded
from generator.importing.imported import MOST_READ, SourceError
from generator.importing.moments import parse_time
from generator.importing.records import LEFT_OUT, ROW, LeftOut, Record
from generator.importing.words import is_for_few, state_of
from generator.importing.workbook import sheet_paths
from generator.model.state import State
from generator.problems.problem import or_none
from generator.text.documents import DocumentError, is_document, read_document
from generator.text.letters import folded

_Columns = TypeVar("_Columns")
_MOST_UNPACKED = 60_000_000
_MOST_COLUMNS = 60
_MOST_ABOVE = 15
"""Rows above the headings: the list's own title, and what its writer says of it."""
_HIDDEN_ROW = re.compile(rb"""<(?:\w+:)?row\s+r=["'](\d{1,7})["'][^<>]*\shidden=["'](?:1|true)["']""")
_DAY_NUMBER = re.compile(r"[4-6][0-9]{4}(?:\.[0-9]{1,15})?")
"""A day as Excel counts it, from 2009 to 2091, with the hour as a part of the day."""
_HOUR_NUMBER = re.compile(r"(?:1?[0-9]|2[0-3])\.[0-9]{1,20}")
_PARTS = {0.5: 30, 0.75: 45}
"""Minutes of what no clock shows. A quarter may be 19.15 or 19.25, and is neither."""
_STATES = re.compile(r"(?<!ikke )(?:aflyst|annulleret|cancell?ed|udsat|udskudt|udsolgt|få (?:pladser|billetter))", re.IGNORECASE)
_BESIDE = ("clock", "place", "price", "booking")
"""The cells in which people write a state where the list has no column for it."""
_WITHHELD = re.compile(
    r"kladde|udkast|forslag|slettet|skjul|privat|intern|foreløbig|afvent|tentativ|lukket (?:arr|for)|draft|pending"
    r"|hidden|unpublished|(?:ikke|ej) (?:endnu )?(?:offentlig|bekræftet|godkendt|klar|udgivet|endelig)|kun for (?:medl|best|os\b)",
    re.IGNORECASE,
)
"""What a list says of what is not for everybody, or not certain."""
_YES = frozenset(("ja", "yes", "sand", "true", "x", "1", "✓", "✔"))
_NO = frozenset(("nej", "no", "falsk", "false", "0", "ikke", "endnu ikke"))
_ONCE = _NO | {"ingen", "aldrig", "-", "–", "én gang", "en gang", "enkeltstående", "gentages ikke", "does not repeat", "none"}
_WITHOUT_YEAR = re.compile(
    r"(?:(?:den |d\. ?)?\d{1,2}\s*[./-]\s*)(?:\d{1,2}\.?|[a-zæøå]{3,9}\.?)|.*\d{1,2}\. [a-zæøå]{3,9}\.?", re.IGNORECASE
)
_A_WEEK = timedelta(days=7)
_DATED, _CLOCKS = ("start", "end", "until"), ("clock", "end_clock")


def records_in(content: bytes) -> Iterator[Record]:
    """Yield a record for each row of a list. Raise SourceError where it has no headings that name a title and a day."""
    sheets = sheets_in(content)
    lists = [(sheet, *found) for sheet in sheets if (found := headed(sheet.rows, _columns))]
    if not lists:
        lacks = missing([row for sheet in sheets for row in sheet.rows[:_MOST_ABOVE]])
        raise SourceError(f"Listen har ingen {lacks}. Skriv øverst for eksempel: Titel; Dato; Kl.; Sted.")
    for sheet, columns, first in lists:
        rows = [
            {name: row[place] for place, name in columns.items() if place < len(row) and row[place] not in (None, "")}
            for row in sheet.rows[first:][:MOST_READ]
        ]
        order = day_order(_written(rows), english=is_english(sheet.rows[first - 1]))
        for number, (row, said) in enumerate(zip(sheet.rows[first:], rows, strict=False), first + 1):
            if any(str(cell).strip() for cell in row if cell is not None):
                where = f"{number} i {sheet.name}" if len(lists) > 1 else f"{number}"
                yield {ROW: where, **({LEFT_OUT: LeftOut.HIDDEN} if number in sheet.hidden else _record(said, order, sheet.epoch))}


def _written(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the texts of a list that say a day or an hour."""
    for row in rows:
        yield from (row[name] for name in (*_DATED, *_CLOCKS) if isinstance(row.get(name), str))


class Sheet(NamedTuple):
    """Hold the rows of a sheet of Excel or of a CSV, the numbers, from 1, of those that are hidden, and when its days begin."""

    rows: list[Sequence[Any]]
    name: str = ""
    hidden: frozenset[int] = frozenset()
    epoch: datetime = WINDOWS_EPOCH


def sheets_in(content: bytes) -> list[Sheet]:
    """Return each sheet of Excel that is not hidden, each table of a document, or a CSV. Raise SourceError for what is none."""
    if is_document(content):
        return _document(content)
    return _sheets(content) if content.startswith(b"PK") else [Sheet(_csv(content))]


def _document(content: bytes) -> list[Sheet]:
    """Return the tables of a document of Word or LibreOffice, which many write their programme in."""
    try:
        tables = read_document(content).tables[:10]
    except DocumentError as error:
        raise SourceError("Dokumentet kan ikke læses. Gem listen som Excel (.xlsx) eller CSV.") from error
    if not tables:
        raise SourceError("Dokumentet har ingen tabel. Skriv listen i en tabel eller i et regneark, med overskrifter øverst.")
    return [Sheet([row[:_MOST_COLUMNS] for row in table[:MOST_READ]], f"tabel {number}") for number, table in enumerate(tables, 1)]


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
            paths = sheet_paths(packed)
            return [_sheet(each, packed.read(paths[each.title]), book.epoch) for each in book.worksheets if _is_shown(each)][:10]
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError, EOFError, TypeError, AttributeError) as error:
        if isinstance(error, SourceError):
            raise
        raise SourceError("Filen kan ikke læses som et Excel-ark. Gem den igen som .xlsx eller CSV.") from error


def _is_shown(sheet: Any) -> bool:
    return str(sheet.sheet_state) == "visible"


def _sheet(sheet: Any, part: bytes, epoch: datetime) -> Sheet:
    """Return what a sheet holds. Which rows are hidden only its part of the file says, unless all of it is read at once."""
    hidden = frozenset(map(int, _HIDDEN_ROW.findall(part)))
    return Sheet(list(islice(sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True), MOST_READ)), sheet.title, hidden, epoch)


def headed(rows: Sequence[Sequence[Any]], columns_of: Callable[[Sequence[Any]], _Columns | None]) -> tuple[_Columns, int] | None:
    """Return what is known of the columns, and the place of the first row below their headings, from 0.

    `columns_of` tells what it knows by a row; None where that has no headings. None where no row has.
    """
    known = ((columns_of(row), place) for place, row in enumerate(rows[:_MOST_ABOVE], 1))
    return next(((columns, place) for columns, place in known if columns is not None), None)


def _columns(row: Sequence[Any]) -> dict[int, str] | None:
    """Return the field of each column; None where a row does not name a title and a day."""
    columns = columns_of(row)
    return columns if NEEDED.keys() <= set(columns.values()) else None


def _record(row: dict[str, Any], order: Order, epoch: datetime) -> Record:
    if _is_withheld(row):
        return {LEFT_OUT: LeftOut.WITHHELD}
    dated = {name: _in_danish(name, value, order, epoch) for name, value in row.items()}
    if None in dated.values():
        return {LEFT_OUT: LeftOut.UNCLEAR}
    said = _without_links({name: cell_text(value) for name, value in dated.items()})
    if said.get("title") and _WITHOUT_YEAR.fullmatch(said.get("start", "").strip()):
        return {LEFT_OUT: LeftOut.NO_YEAR}
    start, end = _span(dated)
    if start and end and end.day >= start.day + _A_WEEK and said.get("weekday") and not said.get("repetition"):
        said["repetition"] = f"hver {said['weekday']}"
        weekly = or_none(parse_repetition, said["repetition"][:100])
        if not weekly or start.day not in weekly.days(start.day, start.day):
            return {LEFT_OUT: LeftOut.UNCLEAR}
    until, end = _until(dated, said.get("repetition", ""), start, end)
    if until is None and said.get("repetition", "").lower().strip(" .") not in {"", *_ONCE}:
        return {LEFT_OUT: LeftOut.REPEATED}
    text = "\n\n".join(filter(None, (said.get("summary"), said.get("text"))))
    return {**said, **_state(said), "start": start, "end": end, "until": until, "text": text}


def _state(said: Mapping[str, str]) -> dict[str, str]:
    """Return the state that a row says, and nothing for the cell where it stands in place of other words."""
    named = _STATES.search(said.get("state", ""))
    beside = next((name for name in _BESIDE if state_of(said.get(name, "").strip(" .!")) is not State.PLANNED), "state")
    return {beside: "", "state": named[0] if named else said.get(beside, "").strip(" .!")}


_LINK = re.compile(r"\[([^\[\]]+)\]\(([^\s()]+)\)")
_KEEPING_LINKS = frozenset(("text", "summary", "booking"))


def _without_links(said: Mapping[str, str]) -> dict[str, str]:
    """Return cells in which links of a document are their words; the title's own is the event's, where it has no other."""
    title = _LINK.search(said.get("title", ""))
    link = {"link": title[2]} if title and not said.get("link") else {}
    cells = {name: text if name in _KEEPING_LINKS else _LINK.sub(r"\1", text) for name, text in said.items()}
    address = _LINK.fullmatch(said.get("link", "").strip())
    return {**cells, **link, **({"link": address[2]} if address else {})}


def _until(row: Mapping[str, Any], repetition: str, start: Moment | None, end: Moment | None) -> tuple[date | None, Moment | None]:
    """Return the last day of a repetition, which some call the end, and the end of one date; None where it is not repeated."""
    if start is None or or_none(parse_repetition, repetition[:100]) is None:
        return None, end
    last = parse_time(row.get("until"))
    if last is None and end and end.day > start.day:
        return end.day, Moment(start.day, end.clock) if end.clock else None
    return (last.day if last else None), end


def _is_withheld(row: Mapping[str, Any]) -> bool:
    """Return whether a list says that an event is not for everybody, or not certain."""
    private, public = (folded(cell_text(row.get(name))).strip(" .!") for name in ("private", "public"))
    said = bool(_WITHHELD.search(cell_text(row.get("state")))) or is_for_few(cell_text(row.get("title")))
    return private in _YES or public in _NO or said


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


def _in_danish(name: str, value: Any, order: Order, epoch: datetime) -> Any:
    """Return a cell of a field with its day or its hour as Danes write it; every other cell as it is."""
    if name in _DATED:
        return _day(value, order, epoch)
    return in_danish(value) if name in _CLOCKS and isinstance(value, str) else value


def _day(value: Any, order: Order, epoch: datetime) -> Any:
    """Return a cell of a day as the day that its number is to Excel, where it is one of our time, or as Danes write it.

    None for a text that may be two days.
    """
    text = cell_text(value).replace(",", ".")
    if _DAY_NUMBER.fullmatch(text):
        return from_excel(float(text), epoch)
    return in_danish(value, order) if isinstance(value, str) else value


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
