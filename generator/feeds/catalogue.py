"""What there is to fetch, as a catalogue that data portals read: DCAT-AP, the European profile of DCAT, as JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from generator import urls
from generator.pages.context import SiteContext
from generator.pages.open_data import DATASETS, Dataset

Node = dict[str, Any]
_EU = "http://publications.europa.eu/resource/authority/"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_TYPES = {
    "csv": ("text/csv", "CSV"),
    "json": ("application/json", "JSON"),
    "ics": ("text/calendar", "iCalendar"),
    "xml": ("application/rss+xml", "RSS"),
}
"""The media type and the name of a file, by how its name ends."""


def catalogue(context: SiteContext) -> bytes:
    """Return the catalogue. Its licence is the programme's; until there is one, the catalogue says none."""
    node = {
        "@context": _CONTEXT,
        "@id": context.site_url + urls.CATALOGUE,
        "@type": "dcat:Catalog",
        "dct:title": _danish(f"Data fra {context.site.programme.name}"),
        "dct:description": _danish("Arrangementer, lokalområder, partnere og resultater, fornyet hver nat."),
        "dct:publisher": _publisher(context),
        "dct:language": _id(f"{_EU}language/DAN"),
        "dct:modified": {"@type": "xsd:dateTime", "@value": context.now.isoformat()},
        "foaf:homepage": _id(context.site_url + urls.DATA),
        **_licence(context),
        "dcat:dataset": [_dataset(context, dataset) for dataset in DATASETS],
    }
    return json.dumps(node, ensure_ascii=False, indent=1).encode()


def _dataset(context: SiteContext, dataset: Dataset) -> Node:
    return {
        "@id": f"{context.site_url}{urls.DATA}#{dataset.key}",
        "@type": "dcat:Dataset",
        "dct:title": _danish(dataset.title),
        "dct:description": _danish(dataset.text),
        "dct:publisher": _publisher(context),
        "dct:accrualPeriodicity": _id(f"{_EU}frequency/DAILY"),
        "dct:spatial": {"@type": "dct:Location", "rdfs:label": _danish("Nordjylland")},
        "dct:language": _id(f"{_EU}language/DAN"),
        "dcat:theme": _id(f"{_EU}data-theme/EDUC"),
        "dcat:keyword": [_danish(word) for word in dataset.words],
        "dcat:landingPage": _id(f"{context.site_url}{urls.DATA}#{dataset.key}"),
        "dcat:contactPoint": {
            "@type": "vcard:Organization",
            "vcard:fn": context.site.programme.name,
            **({"vcard:hasEmail": _id(f"mailto:{mail}")} if (mail := context.site.contacts.mail) else {}),
        },
        "dcat:distribution": [_distribution(context, path) for path in dataset.paths],
    }


def _distribution(context: SiteContext, path: str) -> Node:
    media, name = _TYPES[path.rpartition(".")[2]]
    schema = {urls.EVENTS_DATA: urls.EVENTS_SCHEMA}.get(path)
    node = {
        "@type": "dcat:Distribution",
        "dct:title": _danish(name),
        "dcat:accessURL": _id(context.site_url + path),
        "dcat:downloadURL": _id(context.site_url + path),
        "dcat:mediaType": _id(f"https://www.iana.org/assignments/media-types/{media}"),
        **_licence(context),
    }
    return node | ({"dct:conformsTo": {"@id": context.site_url + schema, "@type": "dct:Standard"}} if schema else {})


def _licence(context: SiteContext) -> Node:
    licence = context.site.programme.licence
    return {"dct:license": _id(licence.address)} if licence else {}


def _publisher(context: SiteContext) -> Node:
    return {"@type": "foaf:Organization", "foaf:name": context.site.programme.funder, "foaf:homepage": _id(context.site_url)}


def _danish(text: str) -> Node:
    return {"@language": "da", "@value": text}


def _id(address: str) -> Node:
    return {"@id": address}
