"""Whom the programme may write to, and what it writes about a meeting."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from generator.content.load import load_readable
from generator.danish.dates import ZONE
from generator.model.calendar import Calendar
from generator.pages.context import SiteContext
from generator.pages.mailing import Addressee, addressees, letter, meetings
from tests.trees import AREA, event, programme

MEETING = event(
    "slut: 12.00",
    "kategori: møde",
    "sted: {navn: Salen, adresse: Vejen 1, postnummer: 9000, by: Aalborg}",
    "tilmelding: {mail: kontakt@example.org, frist: 2026-04-24}",
    text="Vi **mødes** om [planen](https://example.org/plan).\n",
).replace("titel: Fest", "titel: Netværksmøde")


def context(root: Path, *contacts: str) -> SiteContext:
    names = ("Aaby", "Bøby", "Cæby", "Ebby", "Ekseby")
    areas = {f"areas/{name[0].lower()}{place}/area.yml": AREA.replace("Nordby", name) for place, name in enumerate(names)}
    said = {path: text + contact for (path, text), contact in zip(areas.items(), contacts, strict=True)}
    site, _ = load_readable(programme(root, {**said, "content/events/moede.md": MEETING, "content/events/fest.md": event()}))
    return SiteContext(
        Calendar.at(site, datetime(2026, 4, 1, 12, tzinfo=ZONE)), root, examples=False, site_url="https://example.org/"
    )


def test_only_who_agreed_is_written_to_and_the_rest_is_named(tmp_path: Path) -> None:
    found = addressees(
        context(
            tmp_path,
            "kontakt: {rolle: Formand, mail: aaby@example.org}\n",
            "kontakt: {navn: Bo Bøby, mail: bo@example.org, vis: ja}\n",
            "kontakt: {navn: Skjult, mail: skjult@example.org}\n",
            "kontakt: {navn: Ebbe, telefon: 12 34 56 78, vis: ja}\n",
            "",
        )
    )
    assert sorted(found, key=lambda each: each.area) == [
        Addressee("Aaby", "Formand", "aaby@example.org"),
        Addressee("Bøby", "Bo Bøby", "bo@example.org"),
        Addressee("Cæby", lacks="har en kontakt, som ikke har sagt ja (vis: ja)"),
        Addressee("Ebby", "Ebbe", lacks="har en kontakt uden mail"),
        Addressee("Ekseby", lacks="har ingen kontakt"),
    ]


def test_a_letter_is_made_of_the_programmes_next_meeting(tmp_path: Path) -> None:
    made = context(tmp_path, *[""] * 5)
    [meeting] = meetings(made)
    assert letter(made, meeting) == (
        "Emne: Netværksmøde, fre. 1. maj kl. 10.00\n\n"
        "Kære alle i lokalområderne\n\n"
        "Vi mødes om planen (https://example.org/plan).\n\n"
        "Hvornår: Fredag den 1. maj 2026 kl. 10.00-12.00\n"
        "Hvor: Salen, Vejen 1, 9000 Aalborg\n"
        "Tilmelding: kontakt@example.org\n"
        "Frist: fredag den 24. april 2026\n\n"
        "Læs mere, og gem mødet i jeres kalender: https://example.org/det-sker/programmet/moede/\n\n"
        "Venlig hilsen\nKulturpunkt\nkontakt@example.org\n"
    )
