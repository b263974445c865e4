"""RSS and Atom with dates: the event module, xCal and others; an item's day of publication is not the day of an event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from xml.etree.ElementTree import Element, ParseError, XMLParser

from generator.importing.imported import MOST_READ, SourceError
from generator.importing.records import Record
from generator.text.letters import folded

_NAMES = {
    "start": ("startdate", "dtstart", "start", "starttime", "eventstart", "eventdate", "begin", "starts", "startdato"),
    "end": ("enddate", "dtend", "end", "endtime", "eventend", "ends", "slutdato"),
    "place": ("location", "venue", "place", "sted", "where"),
    "title": ("title",),
    "id": ("guid", "id", "uid"),
    "text": ("encoded", "content", "description", "summary"),
    "price": ("price", "cost", "pris"),
    "organiser": ("organizer", "organiser", "arrangoer"),
    "state": ("status", "eventstatus"),
}
_DEEPEST = 40


def records_in(content: bytes) -> Iterator[Record]:
    """Yield a record for each item of a feed. Raise SourceError for what is no XML, and for a DOCTYPE."""
    if re.search(rb"<!(?:DOCTYPE|ENTITY)", content.replace(b"\0", b"")[:100_000], re.IGNORECASE):
        raise SourceError("Feedet har en DOCTYPE, og den slags læser vi ikke. Bed om et almindeligt RSS-feed.")
    parser = XMLParser()  # noqa: S314  a document that declares entities is refused above
    try:
        parser.feed(content.lstrip())
        root = parser.close()
    except (ParseError, ValueError, LookupError) as error:
        raise SourceError("Feedet kan ikke læses: Det er ikke hel XML.") from error
    yield from map(_record, islice((each for each in _below(root) if _name(each) in ("item", "entry")), MOST_READ))


def _below(root: Element, depth: int = 0) -> Iterator[Element]:
    for child in root:
        yield child
        if depth < _DEEPEST:
            yield from _below(child, depth + 1)


def _name(element: Element) -> str:
    return folded(str(element.tag).rpartition("}")[2])


def _record(item: Element) -> Record:
    said: dict[str, str] = {}
    for child in item:
        name = _name(child)
        text = "".join(child.itertext()).strip() or child.get("href", "") or child.get("startTime", "")
        if name == "link" and child.get("rel", "alternate") == "alternate":
            said.setdefault("link", text)
        said.setdefault(name, text)
        if name == "when":
            said.update({folded(key): value for key, value in child.attrib.items()})
    record: dict[str, str] = {"link": said.get("link", "")}
    for field, names in _NAMES.items():
        record[field] = next((said[name] for name in names if said.get(name)), "")
    return {**record, "id": record["id"] or record["link"]}
