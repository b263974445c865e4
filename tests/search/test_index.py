"""The search index: how words are compared, what can be found, and the files that a browser reads."""

from __future__ import annotations

import json
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.load import load
from generator.model.calendar import Calendar
from generator.model.site import published
from generator.pages.context import SiteContext
from generator.pages.page import Page
from generator.search import Document, Documents, files, of_area, of_event, of_page, ordered, stands_alone
from generator.search.index import CHUNK
from generator.search.words import FAMILIES, parts_of, stem, stems, words
from tests import trees
from tests.events_of_every_kind import NOW, view_of
from tests.trees import modest

SANG = "titel: Sang på kajen\nstart: 2026-10-01 kl. 19.00\nslut: 21.00"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fællesspisning på Ærø", ["faellesspisning", "paa", "aeroe"]),
        ("Rock'n'roll – Café Ö", ["rocknroll", "cafe", "oe"]),
        ("A\u030aben have_fest", ["aaben", "have", "fest"]),
        ("kl. 19.30, ½ pris", ["kl", "19", "30", "1", "2", "pris"]),
        ("Чорне море", ["чорне", "море"]),
    ],
)
def test_words_are_plain(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    "family",
    [
        "koncert koncerten koncerter koncerterne koncertens",
        "fuglekasse fuglekasser fuglekassen fuglekasserne",
        "klub klubben klubber klubberne klubbens",
        "aften aftener aftenen aftenens",
        "vandring vandringer vandringens vandringerne",
        "hus huset husets husene",
        "museet museer museerne museets",
        "kurser kurset kurserne kursets",
    ],
)
def test_a_words_forms_have_one_stem(family: str) -> None:
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize("text", ["Sct. Hans", "Skt Hans", "St. Hans", "Sankt-Hans", "SANCT HANS", "sankthans"])
def test_a_saint_is_written_in_many_ways_and_found_by_one(text: str) -> None:
    assert "sankthan" in stems(f"Vi fejrer {text} ved søen")


def test_no_street_is_a_saint() -> None:
    assert stems("Kl. st. Mortensgade, 2. st. th.") == stems("kl st mortensgade 2 th")


def test_a_familys_words_have_different_stems_that_stay_as_they_are() -> None:
    for family in FAMILIES:
        assert len(family) > 1 and list(map(stem, family)) == family
    assert ["barn", "boern"] in FAMILIES and ["muse", "museum"] in FAMILIES


@modest
@given(st.text(alphabet="abdeghklnorst", min_size=1, max_size=20))
def test_a_stem_is_a_beginning_and_stays_as_it_is(word: str) -> None:
    assert word.startswith(stem(word))
    assert len(stem(word)) >= min(3, len(word)) - 1
    assert stem(stem(word)) == stem(word)


def test_a_word_is_found_by_its_end_where_that_is_a_word() -> None:
    vocabulary = stems("fællesspisning sommerkoncert strandvandring strand xyspisning sangkor")
    found = {(whole, part) for whole, part in parts_of(vocabulary)}
    assert ("faellesspisning", "spisning") in found
    assert ("sommerkoncert", "koncert") in found
    assert ("sangkor", "kor") in found
    assert ("xyspisning", "spisning") not in found
    bent = set(parts_of(stems("børneteatret sommerkurserne sangbøger")))
    assert bent >= {("boerneteatr", "teatr"), ("sommerkurs", "kurs"), ("sangboeg", "boeg")}
    assert all(whole.endswith(part) and len(whole) > len(part) for whole, part in found)


def test_events_are_in_the_order_in_which_they_end(tmp_path: Path) -> None:
    series = "titel: Kor\nstart: 2026-09-05 kl. 19.00\nslut: 21.00\ngentag: hver uge\ngentag til: 2026-12-12"
    past = "titel: Bål\nstart: 2026-08-01\nstatus: aflyst"
    context = view_of(tmp_path, {"kor": series, "sang": SANG, "baal": past})
    found = ordered({event.name: of_event(context, event) for event in context.calendar.events}, (), ())
    assert [event.title for event in found.events] == ["Bål", "Sang på kajen", "Kor"]
    assert found.events[0].dates == (("2026-08-02T00:00", "lør. 1. aug. 2026", "Aflyst"),)
    assert found.events[1].dates == (("2026-10-01T21:00", "tors. 1. okt. 2026 kl. 19.00", None),)
    assert [date[0][:10] for date in found.events[2].dates][:2] == ["2026-09-05", "2026-09-12"]
    assert len(found.events[2].dates) == 15


def test_dates_that_ended_before_the_build_are_left_out_but_the_last(tmp_path: Path) -> None:
    series = "titel: Kor\nstart: 2026-08-04 kl. 19.00\ngentag: hver uge\ngentag til: 2026-08-25"
    event = only_event(view_of(tmp_path, {"kor": series}))
    assert [date[0][:10] for date in event.dates] == ["2026-08-26"]


def test_an_event_is_found_by_all_that_it_says(tmp_path: Path) -> None:
    facts = SANG + "\nsted: havnen\narrangør: Havnens Venner\nkategori: musik\npris: Gratis\nresumé: Stemmebånd i brug."
    event = only_event(view_of(tmp_path, {"sang": facts}))
    title, others, text = map(set, event.stems)
    assert title == stems("sang kajen")
    assert stems("nordby venner musik gratis oktober 2026 thisted") <= others
    assert stems("stemmebånd brug") <= text
    assert event.note == "Havnen, Nordby · Nordby"


def test_an_event_is_found_by_how_one_gets_in_and_what_is_different(tmp_path: Path) -> None:
    fields = SANG + (
        "\nsted: {navn: Salen, adgang: {teleslynge: ja, bus: ved kirken, trinfri: 'nej, to trin'}}"
        "\nadgang: {tegnsprog: tolk på scenen, bus: ved søen}\nsprog: [dansk, ukrainsk]\nalder: fra 12 år"
        "\nstatustekst: Korlederen er syg.\nflere datoer: 2026-10-08\nændringer: [{dato: 2026-10-08, tekst: Husk lygte.}]"
        "\ntilmelding: {mail: a@example.org, tekst: Skriv om allergi.}\nonline: https://example.org/live"
        "\nlinks: [{titel: Noderne, adresse: 'https://example.org/hemmelig'}]"
        "\ndokumenter: [{titel: Sangarket, fil: documents/ark.pdf}]"
    )
    trees.write(tmp_path, {"areas/nordby/documents/ark.pdf": b"%PDF-1.4"})
    _, facts, text = map(set, only_event(view_of(tmp_path, {"sang": fields})).stems)
    assert stems("ukrainsk 12 år online") <= facts
    assert stems("teleslynge tegnsprog tolk scenen bus søen korlederen syg lygte allergi noderne sangarket") <= text
    assert not stems("trinfri kirken hemmelig live ark") & (facts | text)


def test_addresses_are_not_words(tmp_path: Path) -> None:
    context = view_of(tmp_path, {"sang": SANG + "\nresumé: Se [noderne](https://example.org/hemmelig) her."})
    text = only_event(context).stems[2]
    assert stems("noderne") <= set(text)
    assert not stems("hemmelig") & set(text)


def test_pages_are_found_unless_they_are_hidden_or_of_an_event(project: Path) -> None:
    page = Page("om/", "about.html", "Om", "Hvad det er.", {"text": "<p>Skjult <b>skat</b></p>"}, source="content/om.md")
    site, problems = load(project)
    assert site is not None
    assert not problems
    context = SiteContext(Calendar.at(published(site, examples=False), NOW), project, examples=False)
    found = of_page(context, page)
    assert stems("skat forankring hvad") <= set(found.stems[2])
    assert "b" not in found.stems[2]
    assert stands_alone(page)
    assert not stands_alone(Page("x/", "text.html", "X", "", {}, hidden=True))
    assert not stands_alone(Page("x/", "event.html", "X", "", {}))
    assert all(not of_area(area).example for area in context.site.areas)


titles = st.lists(st.text(alphabet="abdeg æøå-", min_size=1, max_size=20), min_size=1, max_size=60)


@modest
@given(titles)
def test_every_word_of_every_title_leads_to_its_document(found: list[str]) -> None:
    made = index_of(found)
    for number, title in enumerate(found):
        for word in stems(title):
            assert number in made["hits"][word][0]
    assert list(made["hits"]) == sorted(made["hits"])
    assert [row[0] for row in made["shown"]] == found


def test_the_index_is_repeatable_named_by_its_content_and_small() -> None:
    one, again = (dict(files(all_of(["Sang", "Dans"] * CHUNK))) for _ in range(2))
    other = dict(files(all_of(["Sang", "Dands"] * CHUNK)))
    assert one == again
    assert set(one) & set(other) == {"soeg/indeks.json"}
    assert len(one) == 1 + 2 + 1 + 1


def only_event(context: SiteContext) -> Document:
    [event] = context.calendar.events
    return of_event(context, event)


def all_of(found: list[str]) -> Documents:
    events = (Document.of(title, f"{number}/", "", dates=(("2026-01-01T00:00", "", None),)) for number, title in enumerate(found))
    return Documents(tuple(events), (), ())


def index_of(found: list[str]) -> dict[str, Any]:
    """What a browser makes of the files: the documents' numbers by word and level, and what is shown of each."""
    made = {path.rpartition("/")[2].removesuffix(".json"): json.loads(content) for path, content in files(all_of(found))}
    shards = [entry for number in range(len(made["indeks"]["shards"])) for entry in made[f"ord-{number}"]]
    chunks = sum(name.startswith("fund-") for name in made)
    return {
        "hits": {word: [list(accumulate(level)) for level in levels] for word, *levels in shards},
        "shown": [row for number in range(chunks) for row in made[f"fund-{number}"]],
    }
