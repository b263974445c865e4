"""Which kind of source some bytes are, and what is read of them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.danish.formatting import joined
from generator.importing import ical, json_records, page, table, xml_records
from generator.importing.ical_text import decoded
from generator.importing.imported import MOST_BYTES, MOST_EVENTS, Reading, SourceError, Window
from generator.importing.records import HIDDEN, ROW, Record, events_of
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
    shown = [record for record in found if HIDDEN not in record]
    events, unread = events_of(shown, window)
    hidden = len(found) - len(shown)
    if not events and kind is not SourceKind.TABLE and not unread:
        raise SourceError(_NOTHING)
    whole = not (unread or hidden) or kind in (SourceKind.FEED, SourceKind.PAGE)
    return Reading(tuple(events), tuple(_notes([record.get(ROW) for record in unread], hidden)), whole)


def _notes(unread: Sequence[str | None], hidden: int) -> Iterator[str]:
    """Yield what is said of the records that are left out: the first rows of a list by their numbers."""
    if unread:
        numbers = [row for row in unread if row][:_MOST_NAMED]
        more = [f"{len(unread) - len(numbers)} til"] if len(unread) > len(numbers) else []
        which = f"Række {joined([*numbers, *more])}" if numbers else f"{len(unread)} i kilden"
        yield f"{which} har ingen titel eller ingen dag og tid, der kan læses, og er ikke med."
    if hidden:
        yield f"{hidden} {'række' if hidden == 1 else 'rækker'} er skjult i arket og er ikke med. Vis dem, hvis de skal med."
