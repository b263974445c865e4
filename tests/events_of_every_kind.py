"""Events of every kind: each repetition, each state and each way to be different on one date, in one small area."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from generator.content.load import load
from generator.danish.dates import ZONE
from generator.model.calendar import Calendar
from generator.model.site import published
from generator.pages.context import SiteContext
from tests import trees

NOW = datetime(2026, 9, 1, 12, tzinfo=ZONE)
PROJECT = Path(__file__).parent.parent
AREA = trees.AREA + "steder: {havnen: {navn: Havnen, adresse: Kajen 1, postnummer: 7900, by: Nordby, koordinater: '56.9, 8.9'}}\n"
WEEKLY = "titel: Sang\nstart: 2026-10-13 kl. 19.00\nslut: 21.00\ngentag: hver uge\ngentag til: 2027-04-13\n"
EVENTS = {
    "ugentlig": WEEKLY + "kategori: musik\nsted: havnen\npris: 50-75 kr.\nmålgruppe: [alle, børn]",
    "anderledes": WEEKLY
    + "undtagen: [2026-10-27, 2026-12-22]\nflere datoer: [2026-10-15 kl. 10.00, 2026-12-23]\nændringer:\n"
    + "  - {dato: 2026-11-03, status: aflyst, tekst: Korlederen er syg.}\n"
    + "  - {dato: 2026-11-10, ny start: 2026-11-11 kl. 20.00}\n  - {dato: 2026-11-17, sted: havnen}\n"
    + "  - {dato: 2026-11-24, status: udsat}\n  - {dato: 2026-12-01, status: udsolgt, ny start: 2026-11-30}",
    "uden-den-foerste": WEEKLY + "undtagen: 2026-10-13",
    "tidligere-dato": WEEKLY + "flere datoer: 2026-10-01",
    "datoer": "titel: Læsning\nstart: 2026-05-01 kl. 10.00\nflere datoer: [2026-05-08, 2026-04-24, 2026-11-06 kl. 12.00]",
    "to-datoer": "titel: Læsning\nstart: 2026-10-05\nflere datoer: [2026-10-12, 2026-10-05 kl. 19.00]\nundtagen: []",
    "uden-start": "titel: Læsning\nstart: 2026-10-05 kl. 10.00\nflere datoer: [2026-10-12, 2026-10-19]\nundtagen: 2026-10-05",
    "en-dato-efter": "titel: Tur\nstart: 2026-10-06 kl. 10.00\ngentag: hver uge\ngentag til: 2026-10-26\n"
    + "flere datoer: [2026-11-20, 2026-11-27]\n"
    + "ændringer: [{dato: 2026-11-20, status: aflyst}, {dato: 2026-10-13, sted: havnen}]",
    "en-af-reglen": "titel: Tur\nstart: 2026-10-06 kl. 10.00\ngentag: hver uge\ngentag til: 2026-10-13\nundtagen: 2026-10-13\n"
    + "flere datoer: 2026-11-20",
    "ingen-af-reglen": "titel: Tur\nstart: 2026-10-06 kl. 10.00\ngentag: hver uge\ngentag til: 2026-10-13\n"
    + "undtagen: [2026-10-06, 2026-10-13]\nflere datoer: [2026-11-20, 2026-11-27]",
    "fjortende-dag": "titel: Gang\nstart: 2026-10-06 kl. 10.00\ngentag: hver 14. dag\ngentag til: 2027-04-20\nundtagen: 2026-10-06",
    "anden-tirsdag": "titel: Café\nstart: 2026-09-08 kl. 14.30\ngentag: 2. tirsdag i måneden\ngentag til: 2027-06-30",
    "to-dage": "titel: Dans\nstart: 2026-10-06 kl. 17.00\nslut: 18.00\ngentag: hver tirsdag og torsdag\ngentag til: 2026-12-31",
    "sidste-dag": "titel: Måned\nstart: 2026-08-31 kl. 9.00\ngentag: sidste dag i måneden\ngentag til: 2027-08-31",
    "to-mandage": "titel: Kor\nstart: 2026-09-07 kl. 19.00\ngentag: 1. og 3. mandag i måneden\ngentag til: 2027-04-30",
    "to-maanedsdage": "titel: Bog\nstart: 2026-10-15\ngentag: den 1. og 15. i hver anden måned\ngentag til: 2027-06-30",
    "anden-uge": "titel: Strik\nstart: 2026-10-08 kl. 9.00\ngentag: hver anden uge, torsdag og lørdag\ngentag til: 2027-01-31",
    "spring": "titel: Fest\nstart: 2027-03-27 kl. 21.00\nslut: 2.00",
    "nat": "titel: Nat\nstart: 2026-10-10 kl. 22.00\nslut: 2026-10-11 kl. 6.00\ngentag: hver uge\ngentag til: 2027-04-03",
    "hele-dage": "titel: Åbent\nstart: 2026-10-20\nslut: 2026-10-22\ngentag: hver uge\ngentag til: 2026-11-17\n"
    + "undtagen: 2026-10-27\nflere datoer: [2026-12-01, 2026-12-03 kl. 10.00]\nændringer:\n  - {dato: 2026-11-03, status: aflyst}",
    "aflyst": "titel: Fest\nstart: 2026-10-03 kl. 19.00\nstatus: aflyst\nstatustekst: Storm.",
    "flyttet": "titel: Fest\nstart: 2026-10-04 kl. 19.00\nfør: 2026-10-03 kl. 19.00\nfør sted: Skolen",
    "udsat": "titel: Fest\nstart: 2026-10-05\nstatus: udsat",
    "online": "titel: Møde\nstart: 2026-10-05 kl. 19.00\nstatus: flyttet online\nonline: https://example.org/live\nsted: havnen",
    "dage": "titel: Lejr\nstart: 2026-12-30\nslut: 2027-01-02\neksempel: ja",
    "aendret-alene": "titel: En\nstart: 2026-10-05 kl. 19.00\nændringer:\n  - {dato: 2026-10-05, ny start: 2026-10-06 kl. 18.00}",
}


def view_of(
    root: Path, events: Mapping[str, str], site_url: str = "https://kulturpunkt.example/", *, area: str = AREA
) -> SiteContext:
    """The site with these events (front matter by name) in one area, examples shown."""
    tree = {f"areas/nordby/events/{name}.md": f"---\n{fields}\n---\nVelkommen.\n" for name, fields in events.items()}
    trees.programme(root, {"areas/nordby/area.yml": area, **tree})
    return context_at(root, site_url)


def context_at(root: Path, site_url: str = "https://kulturpunkt.example/") -> SiteContext:
    """Return the site with the content of a folder, examples shown."""
    site, problems = load(root)
    assert site and not problems, problems
    return SiteContext(Calendar.at(published(site, examples=True), NOW), root, True, site_url)
