"""Data for programs: JSON, CSV, a catalogue, and structured data for search engines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tests.benchmark.rivals.material.programme import NOW, Date, Event, Programme

Record = dict[str, Any]
_STATUS = {"aflyst": "EventCancelled", "udsat": "EventPostponed", "flyttet": "EventRescheduled"}


def data(programme: Programme, site: str) -> Iterator[tuple[str, str]]:
    """Yield each file with its path."""
    made = {
        "arrangementer.json": _json({"version": 1, "generated": f"{NOW}", "events": [_event(e, site) for e in programme.events]}),
        "omraader.json": _json({"version": 1, "areas": [{"url": site + url, **facts} for url, facts in programme.areas]}),
        "eventdatabase.json": _json({"items": [_item(event, each, site) for event, each in programme.coming]}),
        "arrangementer.csv": _csv(_DATE_COLUMNS, (_date_row(event, each, site) for event, each in programme.entries)),
        "arrangementer-samlet.csv": _csv(_EVENT_COLUMNS, (_event_row(event, site) for event in programme.events)),
        "omraader.csv": _csv(_AREA_COLUMNS, (_area_row(programme, site + url, facts) for url, facts in programme.areas)),
        "partnere.csv": _csv(_PARTNER_COLUMNS, _partner_rows(programme)),
    }
    yield from ((f"data/v1/{name}", content) for name, content in made.items())
    yield "data/v1/katalog.jsonld", _json(_catalogue(made, f"{site}data/v1/"))
    yield "det-sker/kommende.json", json.dumps(_coming(programme), ensure_ascii=False)


def structured_data(event: Event, site: str) -> Record:
    """Return schema.org's words for an event: the series, with up to twelve dates to come."""
    facts, place = event.facts, event.facts["place"]
    address = {"streetAddress": place["address"], "postalCode": place["postcode"], "addressLocality": place["town"]}
    where = {"@type": "Place", "name": place["name"], "address": {"@type": "PostalAddress", "addressCountry": "DK", **address}}
    about = {
        "name": facts["title"],
        "description": event.text[:500],
        "url": site + event.url,
        "inLanguage": ["da"],
        "isAccessibleForFree": facts["price"] == "gratis",
        "organizer": [{"@type": "Organization", "name": name} for name in facts["organisers"]],
        "audience": {"@type": "Audience", "audienceType": ", ".join(facts["audience"])},
        "location": where,
        "offers": {"@type": "Offer", "price": facts["price"], "priceCurrency": "DKK", "url": site + event.url},
    }
    dates = [each for each in event.dates if each.state != "past"][:12] or [event.shown]
    each = [{**about, **_times(one)} for one in dates]
    return {"@context": "https://schema.org", "@graph": [each[0] if len(each) == 1 else {**about, **_series(each)}]}


def _series(each: list[Record]) -> Record:
    return {"@type": "EventSeries", "subEvent": each}


def _times(each: Date) -> Record:
    return {
        "@type": "Event",
        "startDate": each.begins.isoformat(),
        "endDate": each.ends.isoformat(),
        "eventStatus": f"https://schema.org/{_STATUS.get(each.status, 'EventScheduled')}",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


def _event(event: Event, site: str) -> Record:
    facts = event.facts
    plain = ("title", "municipality", "category", "audience", "price", "booking", "organisers")
    return {
        "id": f"{event.uid}@kulturpunkt",
        "sequence": 0,
        "summary": facts["description"],
        "text": event.text,
        "url": site + event.url,
        "feed": f"{site}{event.url}kalender.ics",
        "area": {"slug": facts["area"], "name": facts["area_name"]},
        **{name: facts[name] for name in plain},
        "dates": [_date(event, each, site) for each in event.dates],
    }


def _date(event: Event, each: Date, site: str) -> Record:
    return {
        "anchor": each.day,
        "url": f"{site}{event.url}#{each.day}",
        "start": each.begins.isoformat(),
        "end": each.ends.isoformat(),
        "state": each.status,
        "state_text": each.text,
        "previous_start": each.before and each.before.isoformat(),
        "place": event.facts["place"],
    }


def _item(event: Event, each: Date, site: str) -> Record:
    facts, place = event.facts, event.facts["place"]
    return {
        "id": f"{event.uid}@kulturpunkt",
        "url": site + event.url,
        "title": facts["title"],
        "excerpt": facts["description"],
        "description": event.text,
        "start": each.begins.isoformat(),
        "end": each.ends.isoformat(),
        "price": facts["price"],
        "tags": [facts["category"], *facts["audience"]],
        "location": {"name": place["name"], "street": place["address"], "zip": place["postcode"], "city": place["town"]},
    }


def _coming(programme: Programme) -> Record:
    """What a calendar's filters would read."""
    areas = {facts["area"]: {"name": facts["title"], "municipality": facts["municipality"]} for _, facts in programme.areas}
    events = []
    for event, _ in programme.next:
        facts, place = event.facts, event.facts["place"]
        dates = [
            {"anchor": each.day, "begins": each.begins.isoformat(), "ends": each.ends.isoformat(), "status": each.status}
            for each in event.dates
            if each.state != "past"
        ]
        plain = {name: facts[name] for name in ("title", "area", "price", "category", "audience")}
        where = {"place": place["name"], "town": place["town"], "access": place["access"]}
        events.append({**plain, **where, "url": event.url, "dates": dates})
    return {"areas": areas, "events": events}


def _catalogue(files: Iterable[str], address: str) -> Record:
    sets = [
        {
            "@id": address + name,
            "@type": "dcat:Dataset",
            "dct:title": name,
            "dcat:distribution": [{"dcat:downloadURL": address + name}],
        }
        for name in files
    ]
    names = {"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/"}
    return {"@context": names, "@type": "dcat:Catalog", "dct:title": "Data fra Kulturpunkt", "dcat:dataset": sets}


_DATE_COLUMNS = (
    "Titel",
    "Dato",
    "Kl.",
    "Slut",
    "Status",
    "Statustekst",
    "Lokalområde",
    "Kommune",
    "Sted",
    "Adresse",
    "Postnummer",
    "By",
    "Pris",
    "Tilmelding",
    "Side",
)
_EVENT_COLUMNS = (
    "Titel",
    "Resumé",
    "Første",
    "Sidste",
    "Datoer",
    "Lokalområde",
    "Kommune",
    "Sted",
    "By",
    "Pris",
    "Kategori",
    "Målgruppe",
    "Arrangør",
    "Side",
)
_AREA_COLUMNS = ("Lokalområde", "Kommune", "Landsbyer", "Resumé", "Partnere", "Arrangementer", "Mail", "Side")
_PARTNER_COLUMNS = ("Partner", "Sektor", "Lokalområde", "Kommune", "Link")


def _date_row(event: Event, each: Date, site: str) -> Sequence[object]:
    facts, place = event.facts, event.facts["place"]
    when = (each.day, f"{each.begins:%H:%M}", f"{each.ends:%H:%M}", each.status or "planlagt", each.text)
    where = (facts["area_name"], facts["municipality"], *(place[name] for name in ("name", "address", "postcode", "town")))
    return facts["title"], *when, *where, facts["price"], facts["booking"], site + event.url


def _event_row(event: Event, site: str) -> Sequence[object]:
    facts, place = event.facts, event.facts["place"]
    when = (event.dates[0].day, event.dates[-1].day, len(event.dates))
    lists = (", ".join(facts["audience"]), ", ".join(facts["organisers"]))
    where = (facts["area_name"], facts["municipality"], place["name"], place["town"])
    return facts["title"], facts["description"], *when, *where, facts["price"], facts["category"], *lists, site + event.url


def _area_row(programme: Programme, address: str, facts: Any) -> Sequence[object]:
    counts = (len(facts["partners"]), len(programme.by_area[facts["area"]]))
    villages = ", ".join(facts["villages"])
    return facts["title"], facts["municipality"], villages, facts["description"], *counts, facts["contact"]["mail"], address


def _partner_rows(programme: Programme) -> Iterator[Sequence[object]]:
    for _, facts in programme.areas:
        for partner in facts["partners"]:
            yield partner["name"], partner["sector"], facts["title"], facts["municipality"], partner["link"]
