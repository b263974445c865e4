"""What others fetch: the page that says what there is, the tables, the catalogue, and what other calendars import."""

from __future__ import annotations

import csv
import json
import re
from datetime import datetime
from io import StringIO
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from generator import urls
from generator.feeds import catalogue, feeds, jsonld
from generator.model.event import Event
from generator.model.state import State
from generator.pages.context import SiteContext
from generator.pages.open_data import DATASETS, open_data
from generator.pages.page import Page
from generator.repository.history import read_history
from tests import trees
from tests.events_of_every_kind import AREA, EVENTS, NOW, context_at, view_of

MORE = {
    **EVENTS,
    "formel": "titel: =1+1\nstart: 2026-09-03\nsted: havnen\npris: 20 kr.\ntilmelding: https://example.org/til\nmålgruppe: børn",
    "forbi": "titel: Forbi\nstart: 2026-08-01",
}
WITH_PARTNERS = (
    AREA + "partnere: [{navn: Koret, sektor: forening}, {navn: '+Skolen', sektor: skole, link: 'https://example.org'}]\n"
)


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    return view_of(tmp_path_factory.mktemp("program"), MORE, area=WITH_PARTNERS)


def rows(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_page_names_files_that_are_there_with_samples_that_are_like_them(
    context: SiteContext, written: dict[str, bytes]
) -> None:
    for dataset in DATASETS:
        assert set(dataset.paths) <= written.keys(), dataset.key
        content = written[dataset.paths[0]].decode("utf-8-sig")
        first = dataset.sample.splitlines()[0]
        if dataset.paths[0].endswith(".csv"):
            assert content.startswith(first.removesuffix(" …")), dataset.key
        elif dataset.paths[0].endswith(".json"):
            assert _is_like(json.loads(dataset.sample), json.loads(content)), dataset.key
        assert len(dataset.sample.splitlines()) > 1 and "(eksempel)" in dataset.sample
    assert open_data(context).values["licence"] is None, "nobody has chosen one"


def _is_like(sample: Any, real: Any) -> bool:
    """Return whether every key of a sample is one of some real thing, with the same kind of value."""
    if isinstance(sample, dict):
        return sample.keys() <= real.keys() and all(_is_like(value, real[key]) for key, value in sample.items())
    if isinstance(sample, list):
        return any(_is_like(sample[0], each) for each in real)
    return type(sample) is type(real)


def test_tables_have_a_row_for_each_event_area_and_partner(context: SiteContext, written: dict[str, bytes]) -> None:
    events = {row["Side"].split("/")[-2]: row for row in rows(written[urls.EVENT_TABLE])}
    assert len(events) == len(context.calendar.events) and events["formel"]["Titel"] == "'=1+1"
    weekly = events["ugentlig"]
    said = [weekly[name] for name in ("Første dato", "Sidste dato", "Datoer", "Gentages")]
    assert said == ["2026-10-13", "2027-04-13", "27", "hver uge"]
    assert (events["forbi"]["Kommende datoer"], events["aflyst"]["Kommende datoer"]) == ("0", "0")
    (area,) = rows(written[urls.AREAS_TABLE])
    assert (area["Lokalområde"], area["Partnere"], area["Arrangementer"]) == ("Nordby", "2", str(len(MORE)))
    assert [row["Partner"] for row in rows(written[urls.PARTNERS_TABLE])] == ["Koret", "'+Skolen"]


TEXTS = {"id", "url", "title", "excerpt", "description", "image", "ticketUrl", "start", "end", "price"}
KEYS = TEXTS | {"tags", "location", "occurrences"}
PLACE = {"name", "street", "postalCode", "city", "country", "region", "coordinates", "disabilityAccess", "url"}


def test_other_calendars_get_what_comes_in_their_own_shape(context: SiteContext, written: dict[str, bytes]) -> None:
    items = {item["id"].split("@")[0].split(".")[1]: item for item in json.loads(written[urls.EVENT_DATABASE])["items"]}
    assert items.keys() == MORE.keys() - {"forbi", "dage"}, "neither what is over nor an example"
    for item in items.values():
        assert item.keys() == KEYS and item["location"].keys() == PLACE
        assert all(isinstance(item[key], str) for key in TEXTS), "their importer knows no null"
        for each in (item, *item["occurrences"]):
            start, end = datetime.fromisoformat(each["start"]), datetime.fromisoformat(each["end"])
            assert start.tzinfo and start <= end
        assert item["start"] == item["occurrences"][0]["start"] and item["image"].endswith(".jpg")
        assert all(each["start"][:10] >= "2026-08-31" for each in item["occurrences"]) and 0 < len(item["occurrences"]) <= 60
    whole = items["formel"]
    assert (whole["start"], whole["end"]) == ("2026-09-03T00:00:00+02:00", "2026-09-03T23:59:00+02:00")
    assert (whole["price"], whole["ticketUrl"], whole["tags"]) == ("20 kr.", "https://example.org/til", ["børn"])
    assert whole["location"]["coordinates"] == {"latitude": 56.9, "longitude": 8.9} and whole["location"]["city"] == "Nordby"
    assert items["aflyst"]["occurrences"][0]["status"] == "cancelled" and items["aflyst"]["title"] == "AFLYST: Fest"


def test_an_example_area_is_in_no_other_calendar(tmp_path: Path) -> None:
    example = view_of(tmp_path, {"sang": "titel: Sang\nstart: 2026-10-01"}, area=AREA.replace("offentlig", "eksempel"))
    assert json.loads(dict(feeds(example, read_history(tmp_path, NOW)))[urls.EVENT_DATABASE]) == {"items": []}


MUST = {
    "dcat:Catalog": {"dct:title", "dct:description", "dct:publisher", "dcat:dataset"},
    "dcat:Dataset": {"dct:title", "dct:description", "dcat:distribution", "dcat:contactPoint", "dct:publisher", "dcat:theme"},
    "dcat:Distribution": {"dcat:accessURL", "dcat:downloadURL", "dcat:mediaType"},
    "foaf:Organization": {"foaf:name"},
}


def test_the_catalogue_says_what_dcat_ap_asks(tmp_path: Path) -> None:
    licence = "licens: {titel: CC0, adresse: 'https://example.org/cc0'}\n"
    trees.programme(tmp_path, {"content/programme.yml": trees.PROGRAMME + licence})
    node = json.loads(catalogue.catalogue(context_at(tmp_path)))
    found: dict[str, int] = {}

    def look(part: Any) -> None:
        for each in part if isinstance(part, list) else [part]:
            if isinstance(each, dict):
                kind = each.get("@type", "")
                found[kind] = found.get(kind, 0) + 1
                assert MUST.get(kind, set()) <= each.keys(), kind
                assert kind != "dcat:Distribution" or each["dct:license"] == {"@id": "https://example.org/cc0"}
                assert all(":" in key or key.startswith("@") for key in each)
                for key, value in each.items():
                    if key != "@context":
                        look(value)

    look(node)
    assert found["dcat:Dataset"] == len(DATASETS) and found["dcat:Distribution"] == sum(len(each.paths) for each in DATASETS)
    used = set(re.findall(r'"([a-z]+):', json.dumps({key: value for key, value in node.items() if key != "@context"})))
    assert used - {"https", "mailto", "http"} <= node["@context"].keys()
    addresses = [dataset["@id"] for dataset in node["dcat:dataset"]]
    assert len(set(addresses)) == len(addresses) and all(address.startswith("https://") for address in addresses)


EVENING = "start: 2026-10-03 kl. 19.00"
WHEN = [EVENING, f"{EVENING}\nslut: 2.00", "start: 2026-10-03\nslut: 2026-10-05", "start: 2026-10-03"]
LIVE = "online: https://example.org/live"
WHERE = ["sted: havnen", "sted: {navn: Skolen}", LIVE, f"sted: havnen\n{LIVE}", ""]
COST = ["pris: gratis", "pris: 50-75 kr.", "pris: 49,50 kr.\ntilmelding: https://example.org/til", "pris: efter evne", ""]
ORGANISER = ["", "arrangør: [Koret, Skolen]", "sprog: engelsk\nmålgruppe: [børn, familier]\npladser: 20"]
DATES = ["", "flere datoer: [2026-10-10, 2026-10-17]"]
ADDRESS = re.compile(r"https?://\S+")
DAY = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d\+0[12]:00)?")


def of_each_kind() -> dict[str, str]:
    """One event of each state, time, place, price, organiser and number of dates that the model can say."""
    kinds = {}
    for number, (state, when, where) in enumerate(product(State, WHEN, WHERE)):
        cost, organiser, dates = COST[number % 5], ORGANISER[number % 3], DATES[number % 7 // 6]
        before = "før: 2026-10-01 kl. 19.00\n" if state is State.MOVED else ""
        dates = "" if before else dates
        where = f"{where}\n{LIVE}" if state is State.ONLINE and "online" not in where else where
        kinds[f"e{number}"] = f"titel: Fest\n{when}\n{where}\n{cost}\n{organiser}\n{dates}\n{before}status: {state.value}"
    return {name: re.sub(r"\n+", "\n", front) for name, front in kinds.items()}


def test_googles_rules_hold_for_every_kind_of_event_that_can_be_said(tmp_path: Path) -> None:
    context = view_of(tmp_path, of_each_kind())
    statuses, modes = set(), set()
    for event in context.calendar.events:
        for node in _nodes(context, event):
            _check(node)
            statuses.add(node["eventStatus"].rpartition("/")[2])
            modes.add(node["eventAttendanceMode"].rpartition("/")[2])
    assert statuses == {"EventScheduled", "EventCancelled", "EventPostponed", "EventRescheduled", "EventMovedOnline"}
    assert modes == {"OfflineEventAttendanceMode", "OnlineEventAttendanceMode", "MixedEventAttendanceMode"}


def _nodes(context: SiteContext, event: Event) -> list[dict[str, Any]]:
    (node,) = jsonld.graph_of(context, Page(urls.event(event), "event.html", "Titel", "Tekst", {}))
    return [node, *node.get("subEvent", ())]


def _check(node: dict[str, Any]) -> None:
    """Hold what Google asks of Event: what must be there, and the form of what may be."""
    assert node["name"] and node["description"] and ADDRESS.fullmatch(node["url"]) and node["inLanguage"]
    assert DAY.fullmatch(node["startDate"]) and DAY.fullmatch(node.get("endDate", node["startDate"]))
    assert node["startDate"][:10] <= node.get("endDate", node["startDate"])[:10]
    assert len(node.get("endDate", node["startDate"])) == len(node["startDate"]), "both have an hour, or neither"
    places = node["location"] if isinstance(node["location"], list) else [node["location"]]
    kinds = {place["@type"] for place in places}
    mode = node["eventAttendanceMode"].rpartition("/")[2].removesuffix("EventAttendanceMode")
    assert kinds == {"Offline": {"Place"}, "Online": {"VirtualLocation"}, "Mixed": {"Place", "VirtualLocation"}}[mode]
    for place in places:
        assert ADDRESS.fullmatch(place.get("url", "https://x")) and (place["@type"] != "Place" or place["name"])
        assert place["@type"] != "Place" or {"@type", "addressLocality", "addressCountry"} <= place["address"].keys()
    assert ("previousStartDate" in node) == node["eventStatus"].endswith("/EventRescheduled")
    assert not node["eventStatus"].endswith("/EventMovedOnline") or mode == "Online"
    offer = node.get("offers")
    if offer:
        assert isinstance(offer["price"], int | float) and offer["priceCurrency"] == "DKK" and ADDRESS.fullmatch(offer["url"])
        assert re.fullmatch(r"https://schema.org/(InStock|SoldOut|LimitedAvailability)", offer["availability"])
    assert all(each["name"] for each in node["organizer"]) and node["organizer"]
