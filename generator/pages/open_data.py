"""The page /data/: what journalists, municipalities and programmers can fetch, each with its address, a sample and the licence."""

from __future__ import annotations

from typing import NamedTuple

from generator import urls
from generator.pages.context import SiteContext
from generator.pages.page import Crumb, Page


class Dataset(NamedTuple):
    """One thing to fetch. `paths` are its files, the first of which the sample is of; `words` are what it is found by."""

    key: str
    title: str
    text: str
    paths: tuple[str, ...]
    sample: str
    words: tuple[str, ...]


_EVENTS_ROWS = """"Titel";"Dato";"Kl.";"Slutdato";"Slut kl.";"Status"; …
"Fællessang (eksempel)";"2026-09-01";"19:00";"2026-09-01";"21:00";"planlagt"; …"""
_EVENTS_JSON = """{"version": 1, "generated": "2026-09-01T04:00:00+02:00", "events": [
  {"id": "nordby.sang@kulturpunkt", "title": "Fællessang (eksempel)", "dates": [
    {"start": "2026-09-01T19:00:00+02:00", "end": "2026-09-01T21:00:00+02:00", "state": "planned"}]}]}"""
_EVENT_ROWS = """"Titel";"Resumé";"Første dato";"Sidste dato";"Datoer"; …
"Fællessang (eksempel)";"Syng med.";"2026-09-01";"2026-11-24";"13"; …"""
_AREA_ROWS = """"Lokalområde";"Kommune";"Landsbyer";"Resumé"; …
"Nordby (eksempel)";"Thisted";"Nordby, Sydby";"En by mod nord."; …"""
_PARTNER_ROWS = """"Partner";"Sektor";"Lokalområde";"Kommune"; …
"Borgerforeningen (eksempel)";"forening";"Nordby";"Thisted"; …"""
_CALENDAR = """BEGIN:VEVENT
UID:nordby.sang@kulturpunkt
SUMMARY:Fællessang (eksempel)
DTSTART;TZID=Europe/Copenhagen:20260901T190000
END:VEVENT"""
_NEWS = """<item>
  <title>Nyt: Fællessang (eksempel)</title>
  <pubDate>Sat, 01 Aug 2026 09:00:00 +0000</pubDate>
</item>"""
_CITIES = """{"items": [{"id": "nordby.sang@kulturpunkt", "title": "Fællessang (eksempel)",
  "location": {"name": "Havnen", "city": "Nordby"},
  "occurrences": [{"start": "2026-09-01T19:00:00+02:00", "end": "2026-09-01T21:00:00+02:00", "price": "50 kr."}]}]}"""
_RESULT_ROWS = """"Lokalområde";"Arrangement";"Dato";"Måling";"Værdi"; …
"Nordby (eksempel)";"Fællessang";"2026-09-01";"besøg";"40"; …"""

DATASETS = (
    Dataset(
        "datoer",
        "Hver dato",
        "En række for hver dato af hvert arrangement: titel, dag, klokkeslæt, status, sted, pris og tilmelding.",
        (urls.EVENTS_TABLE,),
        _EVENTS_ROWS,
        ("arrangementer", "kalender", "kultur"),
    ),
    Dataset(
        "arrangementer",
        "Arrangementer",
        "En række for hvert arrangement, med den første og den sidste dato og hvor mange der er.",
        (urls.EVENT_TABLE,),
        _EVENT_ROWS,
        ("arrangementer", "kultur"),
    ),
    Dataset(
        "omraader",
        "Lokalområder",
        "Lokalområderne med kommune, landsbyer, partnere og en adresse at skrive til.",
        (urls.AREAS_TABLE, urls.AREAS_DATA),
        _AREA_ROWS,
        ("lokalområder", "landsbyer"),
    ),
    Dataset(
        "partnere",
        "Partnere",
        "Hvem hvert lokalområde arbejder sammen med, og hvilken sektor de hører til.",
        (urls.PARTNERS_TABLE,),
        _PARTNER_ROWS,
        ("partnere", "foreninger"),
    ),
    Dataset(
        "resultater",
        "Resultater",
        "En række for hvert tal, der er oplyst eller talt: hvor det kommer fra, og om det er et skøn.",
        (urls.RESULTS_TABLE,),
        _RESULT_ROWS,
        ("resultater", "besøg"),
    ),
    Dataset(
        "json",
        "Alt om arrangementer til programmer",
        "Alle arrangementer med alle datoer som JSON, efter et skema, der ikke ændrer sig. Felternes navne er på engelsk.",
        (urls.EVENTS_DATA,),
        _EVENTS_JSON,
        ("arrangementer", "json"),
    ),
    Dataset(
        "eventdatabasen",
        "Til andre kalendere",
        "Det, der kommer, i den form som Eventdatabasen i Aarhus henter ind. Eksempler er ikke med.",
        (urls.EVENT_DATABASE,),
        _CITIES,
        ("arrangementer", "eventdatabasen"),
    ),
    Dataset(
        "kalender",
        "Kalender",
        "Alle arrangementer som kalender (iCalendar). Hvert område og hver slags har også sin egen.",
        (urls.CALENDAR_FEED,),
        _CALENDAR,
        ("kalender", "icalendar"),
    ),
    Dataset(
        "nyt",
        "Nyt, uge for uge og til skærme",
        "Feeds (RSS): det nye og ændrede, ugens arrangementer hver mandag, og de næste syv dage med billeder.",
        (urls.NEWS_FEED, urls.week_feed(""), urls.screen_feed("")),
        _NEWS,
        ("nyheder", "rss"),
    ),
)


def open_data(context: SiteContext) -> Page:
    """Return the page."""
    title = "Åbne data"
    values = {
        "title": title,
        "licence": context.site.programme.licence,
        "mail": context.site.contacts.mail,
        "datasets": DATASETS,
        "site_url": context.site_url,
        "schemas": [("Alle arrangementer", urls.EVENTS_SCHEMA), ("Et arrangements fil", urls.EVENT_FIELDS)],
        "catalogue": urls.CATALOGUE,
        "embed": urls.EMBED,
        "screen": urls.SCREEN,
        "week": urls.WEEK,
    }
    description = (
        "Arrangementer, lokalområder, partnere og resultater som filer og feeds: til journalister, kommuner og programmører."
    )
    return Page(urls.DATA, "data.html", title, description, values, colour="sky", crumbs=(Crumb(title, None),))
