"""Which kind of source some bytes are, and what is read of them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.danish.formatting import joined
from generator.importing import ical, json_records, page, table, xml_records
from generator.importing.ical_text import decoded
from generator.importing.imported import MOST_BYTES, MOST_EVENTS, Reading, SourceError, Window
from generator.importing.records import LEFT_OUT, ROW, LeftOut, Record, events_of
from generator.model.sources import SourceKind

_MOST_NAMED = 20
_NOTHING = "Der er ingen arrangementer med dato i kilden. Er adressen den rigtige?"


def read_source(content: bytes, window: Window, kind: SourceKind | None = None) -> Reading:
    """Return the events of a source whose dates lie in a window, by their start. Raise SourceError with what to do instead."""
    if len(content) > MOST_BYTES:
        raise SourceError(f"Kilden fylder for meget: højst {MOST_BYTES // 1_000_000} MB.")
    if not content.strip():
        raise SourceError("Kilden er tom: Der er ingen arrangementer i den. Er adressen den rigtige?")
    kind = kind or kind_of(content)
    reading = ical.read(content, window) if kind is SourceKind.CALENDAR else _of_records(_RECORDS[kind](content), window, kind)
    events = sorted(reading.events, key=lambda event: (event.start.at, event.title, event.id))
    if len(events) <= MOST_EVENTS:
        return Reading(tuple(events), reading.notes, reading.whole)
    note = f"Kilden har {len(events)} arrangementer. Vi læser højst {MOST_EVENTS} ad gangen."
    return Reading(tuple(events[:MOST_EVENTS]), (*reading.notes, note), whole=False)


def kind_of(content: bytes) -> SourceKind:
    """Return the kind that a content looks like."""
    start = decoded(content[:4_000]).lstrip()[:2_000].lower()
    if content.startswith(b"PK"):
        return SourceKind.TABLE
    if "begin:vcalendar" in start:
        return SourceKind.CALENDAR
    if start.startswith(("{", "[")):
        return SourceKind.LIBRARY
    if re.match(r"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+)?(?:rss|feed|rdf:rdf)\b", start, re.DOTALL):
        return SourceKind.FEED
    return SourceKind.PAGE if start.startswith("<") else SourceKind.TABLE


def _json(content: bytes) -> Iterator[Record]:
    try:
        data = json.loads(decoded(content), strict=False)
    except (ValueError, RecursionError) as error:
        raise SourceError("Kilden er ikke hel JSON.") from error
    yield from json_records.records_in(data)


def _feed(content: bytes) -> Iterable[Record]:
    return _json(content) if content.lstrip()[:1] in (b"{", b"[") else xml_records.records_in(content)


_RECORDS: dict[SourceKind, Callable[[bytes], Iterable[Record]]] = {
    SourceKind.LIBRARY: _json,
    SourceKind.FEED: _feed,
    SourceKind.PAGE: lambda content: page.records_in(decoded(content)),
    SourceKind.TABLE: table.records_in,
}


def _of_records(records: Iterable[Record], window: Window, kind: SourceKind) -> Reading:
    found = list(records)
    events, unread = events_of((record for record in found if LEFT_OUT not in record), window)
    left_out = [record for record in found if LEFT_OUT in record]
    if not events and kind is not SourceKind.TABLE and not unread:
        raise SourceError(_NOTHING)
    whole = not (unread or left_out) or kind in (SourceKind.FEED, SourceKind.PAGE)
    reasons = {why: [record.get(ROW) for record in left_out if record[LEFT_OUT] is why] for why in LeftOut}
    reasons[LeftOut.UNREAD] = [record.get(ROW) for record in unread]
    return Reading(tuple(events), tuple(_note(why, rows) for why, rows in reasons.items() if rows), whole)


def _note(why: LeftOut, rows: Sequence[str | None]) -> str:
    """Return what is said of the records that are left out: the first rows of a list by their numbers."""
    if why is LeftOut.HIDDEN:
        return f"{len(rows)} {'række' if len(rows) == 1 else 'rækker'} {why.value}"
    numbers = [row for row in rows if row][:_MOST_NAMED]
    more = [f"{len(rows) - len(numbers)} til"] if len(rows) > len(numbers) else []
    which = f"Række {joined([*numbers, *more])}" if numbers else f"{len(rows)} i kilden"
    return f"{which} {why.value}"
