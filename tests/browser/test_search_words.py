"""Some seventy queries as people write them: what is found, what is not, what is first. Events are planted beside the project's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from generator import urls
from generator.content.load import load
from generator.danish.dates import ZONE
from generator.model.calendar import Calendar
from generator.model.site import published
from generator.pages.context import SiteContext
from generator.search import Document, files, of_area, of_event, ordered
from tests import sites
from tests.sites import PROJECT

NOW = datetime(2026, 11, 22, 12, tzinfo=ZONE)
PLANTED = (
    *("Museet holder åbent", "Et museum for alle", "Kunstmuseets nye sal", "Musene i laden"),
    *("Kurserne begynder", "Kursus i knob", "Malekursus for øvede", "Kuren mod kulde"),
    *("Børneteatret spiller", "Et barn kom til verden", "Legebørn på tur", "Gymnasiets kor", "Jubilæet fejres", "Cirkusset kommer"),
    *("Mænd mødes ved bænken", "Spillemænd fra egnen", "Bøger under bøgen", "Bogcafé", "Mandagsklubben"),
    *("Vi køber køer", "Bedstefædre fortæller", "De gode nætter", "Skt. Mortens Kirke", "St. Hans på bakken", "Sankt Hansaften"),
    *("Orkestret øver", "Numre og navne", "Cyklerne efterses", "Artikler om Limfjorden", "Øerne rundt", "Byens bænke"),
    *("Åbne haver", "Voksne synger", "Gårdens æg", "Vandets vej"),
    *("Brætspil i Hjørring", "Seniorerne danser", "Dansk for nye naboer"),
)
"""Titles of events that the project's examples do not have, each a day after the one before."""


class Query(NamedTuple):
    """Hold what somebody types, titles that must be found, and titles that must not be."""

    typed: str
    found: tuple[str, ...]
    absent: tuple[str, ...] = ()


QUERIES = [
    Query("museum", ("Et museum for alle", "Museet holder åbent", "Kunstmuseets nye sal"), ("Musene i laden",)),
    Query("museet", ("Museet holder åbent", "Et museum for alle"), ("Musene i laden",)),
    Query("museer", ("Museet holder åbent", "Kunstmuseets nye sal"), ("Musene i laden",)),
    Query("kunstmuseum", ("Kunstmuseets nye sal",), ("Museet holder åbent",)),
    Query("mus", ("Musene i laden",)),
    Query("kursus", ("Kursus i knob", "Kurserne begynder", "Malekursus for øvede"), ("Kuren mod kulde",)),
    Query("kurser", ("Kurserne begynder", "Kursus i knob"), ("Kuren mod kulde",)),
    Query("malekurser", ("Malekursus for øvede",), ("Kursus i knob",)),
    Query("kur", ("Kuren mod kulde",)),
    Query("teater", ("Vinterteater i forsamlingshuset", "Børneteatret spiller"), ("Teltet ved vigen",)),
    Query("teatre", ("Børneteatret spiller", "Vinterteater i forsamlingshuset"), ("Teltet ved vigen",)),
    Query("børneteater", ("Børneteatret spiller",), ("Vinterteater i forsamlingshuset",)),
    Query("vinterteatret", ("Vinterteater i forsamlingshuset",), ("Børneteatret spiller",)),
    Query("barn", ("Et barn kom til verden", "Legebørn på tur", "Børneteatret spiller")),
    Query("børn", ("Børneteatret spiller", "Legebørn på tur", "Et barn kom til verden")),
    Query("boern", ("Legebørn på tur", "Et barn kom til verden")),
    Query("børnene", ("Legebørn på tur", "Et barn kom til verden")),
    Query("mand", ("Mænd mødes ved bænken",)),
    Query("mænd", ("Mænd mødes ved bænken",), ("Mandagsklubben", "Åben korprøve")),
    Query("maend", ("Mænd mødes ved bænken",), ("Mandagsklubben",)),
    Query("spillemand", ("Spillemænd fra egnen",), ("Mænd mødes ved bænken",)),
    Query("bog", ("Bogcafé", "Bøger under bøgen")),
    Query("bøger", ("Bøger under bøgen",), ("Gårdens æg",)),
    Query("ko", ("Vi køber køer",)),
    Query("køer", ("Vi køber køer",)),
    Query("bedstefar", ("Bedstefædre fortæller",), ("Fortælleaften: Da lyset gik ud",)),
    Query("nat", ("De gode nætter",)),
    Query(
        "sct. hans",
        ("Sankthans på stranden", "Sankthans ved fjorden", "St. Hans på bakken", "Sankt Hansaften"),
        ("Skt. Mortens Kirke",),
    ),
    Query("Skt Hans", ("Sankthans på stranden", "St. Hans på bakken"), ("Skt. Mortens Kirke",)),
    Query("st. hans", ("Sankthans ved fjorden", "St. Hans på bakken"), ("Skt. Mortens Kirke",)),
    Query("sankthans", ("Sankthans på stranden", "St. Hans på bakken"), ("Skt. Mortens Kirke",)),
    Query("sankthansaften", ("Sankt Hansaften",)),
    Query("sankt mortens kirke", ("Skt. Mortens Kirke",), ("Sankthans på stranden",)),
    Query("mortens kirke", ("Skt. Mortens Kirke",)),
    Query("gymnasium", ("Gymnasiets kor",), ("Fastelavn i gymnastiksalen",)),
    Query("jubilæum", ("Jubilæet fejres",), ("Juleklip for to generationer",)),
    Query("cirkus", ("Cirkusset kommer",)),
    Query("orkester", ("Orkestret øver",)),
    Query("nummer", ("Numre og navne",)),
    Query("cykel", ("Cyklerne efterses", "Cykeltur langs fjorden")),
    Query("cyklen", ("Cyklerne efterses", "Cykeltur langs fjorden")),
    Query("artikel", ("Artikler om Limfjorden",)),
    Query("gammel skole", ("Julemarked i den gamle skole",)),
    Query("åben have", ("Åben have i Prøvelund", "Åbne haver")),
    Query("voksen", ("Voksne synger",)),
    Query("ø", ("Øerne rundt",)),
    Query("by", ("Byens bænke",)),
    Query("byen", ("Byens bænke",), ("Byg et dige", "Byg en fuglekasse")),
    Query("bænk", ("Mænd mødes ved bænken", "Byens bænke")),
    Query("baenke", ("Byens bænke", "Mænd mødes ved bænken")),
    Query("gaarden", ("Gårdens æg",)),
    Query("markedet", ("Marked ved mølledammen", "Julemarked i den gamle skole")),
    Query("julen", ("Julemarked i den gamle skole", "Juleklip for to generationer")),
    Query("koncerterne", ("Luciakoncert med Fjordskolen",), ("Sangdag på kajen",)),
    Query("fællesspisninger", ("Månedens fællesspisning",), ("Digte & suppe",)),
    Query("naboen", ("Velkommen, nye naboer!", "Fredagscafé for nye og gamle naboer")),
    Query("hav", ("Havblikket",), ("Byg et dige",)),
    Query("værkstederne", ("Åbent værksted i smedjen",), ("Luciakoncert med Fjordskolen",)),
    Query("sankhans", ("Sankthans på stranden",)),
    Query("vand", ("Vandets vej",)),
    Query("xyzzy", (), ("Vandets vej",)),
    Query("bræt spil", ("Brætspil i Hjørring",), ("Børneteatret spiller",)),
    Query("Hjorring", ("Brætspil i Hjørring",)),
    Query("pensionister", ("Seniorerne danser",), ("Voksne synger",)),
    Query("dans", ("Seniorerne danser",), ("Dansk for nye naboer",)),
    Query("thisted kommune", ("Lys over vigen",), ("Åben korprøve",)),
    Query("concert", ("Luciakoncert med Fjordskolen",)),
    Query("the choir", ("Gymnasiets kor",), ("Orkestret øver",)),
    Query("elscooter", ("Julemarked i den gamle skole",), ("Brætspil i Hjørring",)),
    Query("on saturday", ("Lys over vigen",), ("Seniorerne danser",)),
    Query("hvad sker der i weekenden", ("Lys over vigen",), ("Seniorerne danser",)),
    Query("på lørdga", ("Lys over vigen",), ("Seniorerne danser",)),
    Query("og det er", (), ("Et barn kom til verden",)),
    Query("kor ikke gymnasiet", ("Åben korprøve",), ("Gymnasiets kor",)),
    Query("ikke lørdag", ("Åben korprøve",)),
    Query("ikke lørdag kor", ("Åben korprøve",), ("Korweekend i det gamle pakhus",)),
    Query("findes ikke nogen steder", (), ("Brætspil i Hjørring", "Vandets vej")),
    Query("ikke børn", ("Brætspil i Hjørring",), ("Legebørn på tur",)),
    Query("🎵 !!! «»", (), ("Vandets vej",)),
    Query("a" * 500, (), ("Vandets vej",)),
    Query("Hjørrings brætspil", ("Brætspil i Hjørring",)),
    Query("strikning", ("Strikkeaften og idéer",), ("Brætspil i Hjørring",)),
    Query("vandretur", ("Gåtur med gåholdet",), ("Brætspil i Hjørring",)),
    Query("aftensmad", ("Månedens fællesspisning",), ("Brætspil i Hjørring",)),
    Query("kreativt", ("Åbent værksted i smedjen",), ("Brætspil i Hjørring",)),
    Query("male", ("Malekursus for øvede", "Åbent værksted i smedjen")),
    Query("udendørs", ("Åben have i Prøvelund",)),
    Query("ny i byen", ("Velkommen, nye naboer!",)),
    Query("foredrag", ("Den store fortælledag i Bakkelandet",), ("Brætspil i Hjørring",)),
    Query("babyer", ("Legebørn på tur",), ("Brætspil i Hjørring",)),
    Query("this weekend", ("Lys over vigen",), ("Seniorerne danser",)),
]

_SEEK = """async (queries) => {
  const { open } = await import(new URL("js/index.js", location));
  const { seek, document } = await open(new URL("soeg/indeks.json", location));
  const titles = async (query) => {
    const { groups } = await seek(query);
    const rows = await Promise.all(groups.flatMap(({ numbers }) => numbers).map(document));
    return rows.map(([title]) => title);
  };
  return Promise.all(queries.map(titles));
}"""


@pytest.fixture(scope="module")
def page(chromium: Browser, project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page beside the index of the project's content with the events that are planted."""
    site, problems = load(project)
    assert site and not problems
    context = SiteContext(Calendar.at(published(site, examples=True), NOW), project, examples=True)
    events = {urls.event(event): of_event(context, event) for event in context.calendar.events}
    for number, title in enumerate(PLANTED, 1):
        ends = f"2027-{number // 28 + 1:02}-{number % 28 + 1:02}T12:00"
        events[f"{number}/"] = Document.of(title, f"{number}/", "", dates=((ends, ends, None),))
    root = tmp_path_factory.mktemp("search")
    scripts = PROJECT / "theme/js/modules"
    modules = {f"js/{file.name}": file.read_bytes() for each in ("*.js", "search/*.js") for file in scripts.glob(each)}
    for path, content in {
        **dict(files(ordered(events, map(of_area, site.areas), ()), site.languages)),
        **modules,
        "index.html": b"<!doctype html>",
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    with sites.served(root) as address:
        page = chromium.new_page()
        page.clock.set_fixed_time(NOW)
        page.goto(address)
        yield page
        page.close()


def test_what_people_mean_is_found_and_nothing_like_it(page: Page) -> None:
    assert len(QUERIES) >= 60
    wrong = {}
    for query, found in zip(QUERIES, page.evaluate(_SEEK, [query.typed for query in QUERIES]), strict=True):
        missed = [title for title in query.found if title not in found]
        noise = [title for title in query.absent if title in found]
        if missed or noise:
            wrong[query.typed] = {"missed": missed, "noise": noise, "found": found[:10]}
    assert wrong == {}


@pytest.mark.parametrize(
    ("typed", "exact", "bent"),
    [
        ("museum", "Et museum for alle", "Museet holder åbent"),
        ("museet", "Museet holder åbent", "Et museum for alle"),
        ("kursus", "Kursus i knob", "Kurserne begynder"),
        ("kurserne", "Kurserne begynder", "Kursus i knob"),
        ("bøger", "Bøger under bøgen", "Bogcafé"),
        ("barn", "Et barn kom til verden", "Legebørn på tur"),
        ("mænd", "Mænd mødes ved bænken", "Spillemænd fra egnen"),
        ("åbne", "Åbne haver", "Åben korprøve"),
    ],
)
def test_what_is_written_as_it_was_typed_comes_first(page: Page, typed: str, exact: str, bent: str) -> None:
    [found] = page.evaluate(_SEEK, [typed])
    assert found.index(exact) < (found.index(bent) if bent in found else len(found))
