"""News, open data and JSON-LD: valid by the rules of others, safe in every program, and true."""

from __future__ import annotations

import csv
import json
import re
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import feedparser  # type: ignore[import-untyped]
import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import pages, urls
from generator.content.load import load
from generator.danish.dates import ZONE
from generator.feeds import feeds, jsonld, spreadsheet, texts
from generator.feeds.spreadsheet import guarded
from generator.model.calendar import Calendar
from generator.model.site import published
from generator.pages.context import SiteContext
from generator.pages.page import Document, Page
from generator.repository.history import Commit, History, read_history
from tests import trees
from tests.events_of_every_kind import AREA, EVENTS, NOW, view_of
from tests.pictures import picture

WITH_CONTACT = AREA + "kontakt: {rolle: Formand, navn: Hemmelig Navnesen, telefon: 87 65 43 21, mail: by@example.org}\n"
MORE = {
    **EVENTS,
    "i-morgen": "titel: <script> & Ægte\nstart: 2026-09-02 kl. 19.00\npris: gratis\nsted: havnen\nonline: https://example.org/live\n"
    + "adgang: {handicaptoilet: nej}\ntilmelding: {link: 'https://example.org/til', frist: 2026-09-01}\npladser: 40\n"
    + "arrangør: Koret",
    "formel": "titel: =1+1\nstart: 2026-09-03 kl. 9.05\nstatustekst: +45",
    "i-gaar": "titel: Forbi\nstart: 2026-08-31 kl. 19.00",
}


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    return view_of(tmp_path_factory.mktemp("program"), MORE, area=WITH_CONTACT)


def history_of(*changes: tuple[str, int, int]) -> History:
    """A history of (name of the event's file, hours after 1 August, number of commits)."""
    first = datetime(2026, 8, 1, tzinfo=UTC)

    def commits(hours: int, count: int) -> frozenset[Commit]:
        return frozenset(Commit(int((first + timedelta(hours=hours - n)).timestamp()), f"{n}") for n in range(count))

    return History(first, {f"areas/nordby/events/{name}.md": commits(hours, count) for name, hours, count in changes})


def test_the_news_are_the_latest_changes_newest_first(context: SiteContext) -> None:
    history = history_of(("ugentlig", 5, 1), ("i-morgen", 9, 2), ("aflyst", 7, 2), ("flyttet", 6, 3), ("i-gaar", 20, 1))
    feed = feedparser.parse(dict(feeds(context, history))[urls.NEWS_FEED])
    assert not feed.bozo and feed.feed.language == "da"
    assert [entry.title for entry in feed.entries[:4]] == [
        *("Ændret: <script> & Ægte", "Aflyst: Fest", "Flyttet: Fest", "Nyt: Sang")
    ]
    assert feed.entries[0].id == "nordby.i-morgen@kulturpunkt#1"
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    assert feed.feed.updated_parsed[:4] == (2026, 8, 1, 9)
    assert not any("Forbi" in entry.title for entry in feed.entries), "what has ended is no news"


def test_both_feeds_say_the_same(context: SiteContext, written: dict[str, bytes]) -> None:
    feed, parsed = json.loads(written[urls.NEWS_JSON_FEED]), feedparser.parse(written[urls.NEWS_FEED])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == context.site_url + urls.NEWS_JSON_FEED
    assert [(item["id"], item["title"], item["url"]) for item in feed["items"]] == [
        (entry.id, entry.title, entry.link) for entry in parsed.entries
    ]
    assert all(datetime.fromisoformat(item["date_modified"]).tzinfo for item in feed["items"])
    assert {link["rel"]: link["href"] for link in parsed.feed.links}["self"] == context.site_url + urls.NEWS_FEED


def test_screen_systems_get_the_next_seven_days_with_pictures(context: SiteContext, written: dict[str, bytes]) -> None:
    feed = feedparser.parse(written[urls.screen_feed("omraade/nordby/")])
    assert not feed.bozo and [entry.title for entry in feed.entries] == ["<script> & Ægte", "=1+1", "Kor"]
    first = feed.entries[0]
    assert first.id == "nordby.i-morgen.2026-09-02@kulturpunkt" and first.summary.startswith(
        "onsdag den 2. september 2026 kl. 19.00. Havnen"
    )
    for entry in feed.entries:
        picture = entry.enclosures[0]
        assert picture.type == "image/jpeg" and picture.href == entry.media_content[0]["url"]
        assert picture.href.startswith(context.site_url + urls.SOCIAL_CARDS), "an event without a photo has its card for sharing"
    paths = {urls.social(page.social.key) for page in pages.generated(context) if page.social}
    assert {entry.enclosures[0].href.removeprefix(context.site_url) for entry in feed.entries} <= paths, "each of them is there"


def test_feeds_of_nothing_are_valid_too(tmp_path: Path) -> None:
    nothing = view_of(tmp_path, {})
    written = dict(feeds(nothing, read_history(tmp_path, NOW)))
    assert not feedparser.parse(written[urls.NEWS_FEED]).bozo
    assert json.loads(written[urls.EVENTS_DATA])["events"] == []
    assert len(written[urls.EVENTS_TABLE].splitlines()) == 1


def test_the_data_validates_against_its_schema(context: SiteContext, written: dict[str, bytes]) -> None:
    schema, data = json.loads(written[urls.EVENTS_SCHEMA]), json.loads(written[urls.EVENTS_DATA])
    validator = jsonschema.Draft202012Validator
    validator.check_schema(schema)
    check = validator(schema, format_checker=validator.FORMAT_CHECKER)
    assert not list(check.iter_errors(data))
    assert schema["$schema"].endswith("2020-12/schema") and data["version"] == 1
    assert all(model["additionalProperties"] is False for model in [schema, *schema["$defs"].values()])
    for wrong in ({**data, "mere": 1}, {**data, "version": 2}, {"version": 1}, {**data, "events": [{"id": "x"}]}):
        assert list(check.iter_errors(wrong))
    assert datetime.fromisoformat(data["generated"]) == NOW


def test_the_data_holds_every_date_and_only_what_is_stated(context: SiteContext, written: dict[str, bytes]) -> None:
    events = {event["id"]: event for event in json.loads(written[urls.EVENTS_DATA])["events"]}
    assert sum(len(event["dates"]) for event in events.values()) == len(context.calendar.occurrences)
    tomorrow = events["nordby.i-morgen@kulturpunkt"]
    assert tomorrow["price"] == {"text": "Gratis", "free": True, "lowest": 0, "highest": None}
    place = tomorrow["dates"][0]["place"]
    assert (place["name"], place["latitude"], place["access"]["toilet"], place["access"]["bus"]) == ("Havnen", 56.9, "nej", None)
    assert tomorrow["dates"][0]["start"] == "2026-09-02T19:00:00+02:00"
    moved = events["nordby.flyttet@kulturpunkt"]["dates"][0]
    assert (moved["state"], moved["previous_start"], moved["previous_place"]) == ("moved", "2026-10-03T19:00:00+02:00", "Skolen")
    assert events["nordby.hele-dage@kulturpunkt"]["dates"][0]["start"] == "2026-10-20"


@pytest.mark.parametrize("shown", [False, True])
def test_a_person_is_in_no_feed_unless_the_area_says_so(tmp_path: Path, *, shown: bool) -> None:
    contact = WITH_CONTACT.replace("mail: by@", "vis: ja, mail: by@") if shown else WITH_CONTACT
    own = "kontakt: {navn: Anden Andersen, telefon: 11 22 33 44" + (", vis: ja}" if shown else "}")
    context = view_of(tmp_path, {"fest": f"titel: Fest\nstart: 2026-09-03\n{own}"}, area=contact)
    everything = b"".join(dict(feeds(context, read_history(tmp_path, NOW))).values()).decode()
    everything += str([list(jsonld.graph_of(context, page)) for page in pages.generated(context)])
    for person in ("Hemmelig Navnesen", "87 65 43 21", "Anden Andersen", "11 22 33 44"):
        assert (person in everything) is shown
    assert "by@example.org" in everything, "a shared address is no person"


def test_the_table_opens_right_in_a_spreadsheet(context: SiteContext, written: dict[str, bytes]) -> None:
    content = written[urls.EVENTS_TABLE]
    assert content.startswith(b"\xef\xbb\xbf") and b"\n" not in content.replace(b"\r\n", b"")
    rows = list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert len(rows) == len(context.calendar.occurrences)
    assert [row["Dato"] for row in rows] == sorted(row["Dato"] for row in rows)
    formula = next(row for row in rows if row["Titel"] == "'=1+1")
    assert (formula["Dato"], formula["Kl."], formula["Statustekst"]) == ("2026-09-03", "09:05", "'+45")


SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫−⁼"


@pytest.mark.parametrize("start", [*SIGNS, "\t", "\r", "\n"])
def test_no_cell_is_a_formula(start: str) -> None:
    assert guarded(start + "x") == f"'{start}x"
    assert guarded("x" + start) == "x" + start
    for before in (" ", "\u00a0", '"', "'", ' "', "“"):
        assert guarded(f"{before}{start}x") == f"'{before}{start}x"
    assert guarded(f"Mad,{start}x;{start}y, {start}z") == f"Mad,'{start}x;'{start}y,' {start}z"


@pytest.mark.parametrize(
    ("amount", "cell"),
    [
        ("kr. 50,-", "kr. 50"),
        ("50,- kr.", "50 kr."),
        ("50,-/75,-", "50/75"),
        ("1.250,50 kr.", "1.250,50 kr."),
        ("50-75 kr.", "50-75 kr."),
    ],
)
def test_an_amount_is_readable_without_an_apostrophe(amount: str, cell: str) -> None:
    assert guarded(amount) == cell


@trees.modest
@given(st.lists(st.text(alphabet=f"a1 ,;\t\r\n\"'{SIGNS}", max_size=12), min_size=1, max_size=4), st.sampled_from(";,\t"))
def test_no_reader_finds_a_formula(cells: list[str], delimiter: str) -> None:
    written = spreadsheet.row(cells).decode()
    assert list(csv.reader(StringIO(written, newline=""), delimiter=";")) == [[guarded(texts.line(cell)) for cell in cells]]
    formula = re.compile(rf'[\s"]*[{re.escape(SIGNS)}]')
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
        for row in csv.reader(StringIO(written, newline=""), delimiter=delimiter, quoting=quoting):
            assert not list(filter(formula.match, row))


def data_of(context: SiteContext, kind: str, url: str = "", **values: Any) -> list[dict[str, Any]]:
    return list(jsonld.graph_of(context, Page(url, f"{kind}.html", "Titel", "Tekst", values)))


def event_of(context: SiteContext, name: str) -> dict[str, Any]:
    return data_of(context, "event", f"det-sker/nordby/{name}/")[0]


STATUSES = {
    "aflyst": "EventCancelled",
    "udsat": "EventPostponed",
    "flyttet": "EventRescheduled",
    "online": "EventMovedOnline",
    "dage": "EventScheduled",
}


def test_search_engines_read_the_state(context: SiteContext) -> None:
    for name, status in STATUSES.items():
        assert event_of(context, name)["eventStatus"] == f"https://schema.org/{status}"
    assert event_of(context, "flyttet")["previousStartDate"] == "2026-10-03T19:00:00+02:00"
    assert event_of(context, "online")["location"] == {"@type": "VirtualLocation", "url": "https://example.org/live"}
    assert (event_of(context, "dage")["startDate"], event_of(context, "dage")["endDate"]) == ("2026-12-30", "2027-01-02")


def test_search_engines_read_what_it_is(context: SiteContext) -> None:
    event = event_of(context, "i-morgen")
    assert event["isAccessibleForFree"] is True and event["maximumAttendeeCapacity"] == 40
    assert (event["offers"]["price"], event["offers"]["priceCurrency"]) == (0, "DKK")
    assert event["eventAttendanceMode"].endswith("/MixedEventAttendanceMode")
    assert [each["@type"] for each in event["location"]] == ["Place", "VirtualLocation"]
    assert event["location"][0]["address"]["addressLocality"] == "Nordby"
    assert event["organizer"] == [{"@type": "Organization", "name": "Koret"}]


def test_a_price_in_words_says_neither_that_it_is_free_nor_that_it_is_not(tmp_path: Path) -> None:
    context = view_of(tmp_path, {"fest": "titel: Fest\nstart: 2027-05-01\npris: Gratis for børn"})
    assert "isAccessibleForFree" not in event_of(context, "fest")
    assert "isAccessibleForFree" in event_of(
        view_of(tmp_path / "b", {"fest": "titel: Fest\nstart: 2027-05-01\npris: 20 kr."}), "fest"
    )


def test_a_series_has_its_next_dates(context: SiteContext) -> None:
    series = event_of(context, "ugentlig")
    assert series["@type"] == "EventSeries" and len(series["subEvent"]) == 12
    assert series["subEvent"][2]["startDate"] == "2026-10-27T19:00:00+01:00"
    assert series["subEvent"][0]["url"].endswith("/ugentlig/#2026-10-13")


ASKED = {"name", "description", "startDate", "location", "eventStatus", "eventAttendanceMode", "organizer", "inLanguage"}
"""What Google asks of each event that the file can always answer."""
FULL = (
    "titel: Kor\nstart: 2026-09-08 kl. 19.00\nslut: 21.00\ngentag: hver uge\ngentag til: 2026-12-29\nsted: havnen\npris: 50 kr.\n"
    "arrangør: Koret\nonline: https://example.org/live\ntilmelding: https://example.org/til\n"
    "billede: {fil: images/kor.jpg, beskrivelse: Koret, foto: Anna}\n"
)


def test_a_series_says_all_that_google_asks_of_an_event_and_each_of_its_dates_too(tmp_path: Path) -> None:
    trees.write(tmp_path, {"areas/nordby/images/kor.jpg": picture((900, 600))})
    context = view_of(tmp_path, {"kor": FULL})
    page = next(page for page in pages.generated(context) if page.template == "event.html")
    series = next(iter(jsonld.graph_of(context, page)))
    assert (series["@type"], series["startDate"], series["endDate"]) == (
        *("EventSeries", "2026-09-08T19:00:00+02:00", "2026-12-29T21:00:00+01:00"),
    )
    assert series["url"] == context.site_url + page.url
    for node in (series, *series["subEvent"]):
        assert node.keys() >= ASKED | {"endDate", "offers", "image"}
        assert (node["offers"]["price"], node["offers"]["availability"]) == (50, "https://schema.org/InStock")
        assert [place["@type"] for place in node["location"]] == ["Place", "VirtualLocation"]
        assert node["eventStatus"] == "https://schema.org/EventScheduled"
        assert node["image"].startswith(context.site_url)


def test_every_event_of_every_kind_answers_what_google_asks(context: SiteContext) -> None:
    for event in context.calendar.events:
        node = event_of(context, event.name)
        assert (node["@type"] == "EventSeries") == (len(context.calendar.occurrences_of(event)) > 1) == ("subEvent" in node)
        for each in (node, *node.get("subEvent", ())):
            assert each.keys() >= ASKED, event.name
        assert all(part["@type"] == "Event" for part in node.get("subEvent", ()))
        ends = [part.get("endDate", part["startDate"]) for part in node.get("subEvent", ())]
        assert not ends or (node["startDate"] <= node["subEvent"][0]["startDate"] and max(ends) <= node["endDate"])


@pytest.mark.parametrize(
    ("changes", "status", "availability", "place"),
    [
        ("2026-09-08, status: aflyst, tekst: Syg.", "EventScheduled", "InStock", "Havnen"),
        ("2026-09-08, sted: {navn: Skolen}", "EventScheduled", "InStock", "Havnen"),
        ("2026-09-08, status: udsolgt", "EventScheduled", "InStock", "Havnen"),
        ("2026-09-08, status: aflyst}, {dato: 2026-09-15, status: udsolgt", "EventScheduled", "SoldOut", "Havnen"),
        ("2026-09-08, status: aflyst}, {dato: 2026-09-15, status: aflyst", "EventCancelled", None, "Havnen"),
        ("2026-09-08, status: aflyst}, {dato: 2026-09-15, status: udsat", "EventPostponed", None, "Havnen"),
    ],
)
def test_a_series_is_cancelled_or_sold_out_only_when_all_its_dates_are(
    tmp_path: Path, changes: str, status: str, availability: str | None, place: str
) -> None:
    event = "titel: Kor\nstart: 2026-09-08 kl. 19.00\nflere datoer: 2026-09-15 kl. 19.00\nsted: havnen\npris: gratis\n"
    series = event_of(view_of(tmp_path, {"kor": f"{event}ændringer: [{{dato: {changes}}}]"}), "kor")
    assert series["eventStatus"] == f"https://schema.org/{status}"
    assert series.get("offers", {}).get("availability") == (availability and f"https://schema.org/{availability}")
    assert series["location"]["name"] == place
    assert not series["description"].startswith("Aflyst") or status == "EventCancelled"


def test_search_engines_read_lists_the_way_and_the_site(context: SiteContext) -> None:
    (listed,) = data_of(context, "calendar", urls.CALENDAR)
    assert (
        listed["numberOfItems"]
        == min(jsonld.LISTED, len(context.calendar.coming))
        == len({item["url"] for item in listed["itemListElement"] if item["name"]})
    )
    assert data_of(context, "areas", urls.AREAS)[0]["itemListElement"][0]["name"] == "Nordby"
    assert [node["@type"] for node in data_of(context, "front")] == ["Organization", "WebSite"]
    way = next(list(jsonld.graph_of(context, page)) for page in pages.generated(context) if page.template == "area.html")[-1]
    assert [item["name"] for item in way["itemListElement"]] == ["Forside", "Lokalområder", "Nordby"]


def test_the_script_cannot_be_left(context: SiteContext) -> None:
    page = next(page for page in pages.generated(context) if page.url.endswith("/i-morgen/"))
    script = str(jsonld.script(context, page))
    assert not set("<>&") & set(script)
    assert json.loads(script)["@graph"][0]["name"] == "<script> & Ægte"
    document = Document("content/om.md", urls.ABOUT, "Om", "Om", "", ())
    assert jsonld.script(context, pages.from_document(context, document)) is None


MARKDOWNS = {
    "Hej *du*.\n\nKom [her](/om/) og [skriv](mailto:a@b.dk).": "Hej du.\n\nKom her (https://x.dk/om/) og skriv (a@b.dk).",
    "- en\n- to\n\nSlut": "- en\n- to\n\nSlut",
    "3. klasse synger\n4. klasse\n    - på fløjte\n5. klasse": "3. klasse synger\n4. klasse\n  - på fløjte\n5. klasse",
    "|a|b|\n|-|-|\n|1|2|": "a | b\n1 | 2",
    "<script>alert(1)</script>\x07ok": "ok",
    "": "",
}


@pytest.mark.parametrize(("markdown", "text"), MARKDOWNS.items())
def test_markdown_becomes_text(markdown: str, text: str) -> None:
    assert texts.plain(markdown, "https://x.dk/") == text


def test_long_texts_are_cut_between_words() -> None:
    assert texts.shortened("et to tre fire", 10) == "et to tre…"
    assert texts.shortened("et to", 10) == "et to"


def test_the_projects_own_data_is_valid(project: Path) -> None:
    site, problems = load(project)
    assert site and not problems
    context = SiteContext(Calendar.at(published(site, examples=True), datetime(2026, 5, 1, 12, tzinfo=ZONE)), project, True)
    written = dict(feeds(context, read_history(project, context.now)))
    jsonschema.validate(json.loads(written[urls.EVENTS_DATA]), json.loads(written[urls.EVENTS_SCHEMA]))
    assert not feedparser.parse(written[urls.NEWS_FEED]).bozo
    assert len(json.loads(written[urls.AREAS_DATA])["areas"]) == len(context.site.areas)
