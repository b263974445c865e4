"""Ways to follow a calendar: the same calendar, whichever program people have."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from generator import urls
from generator.addresses.site import MADE
from generator.feeds import feeds
from generator.model.event import Category
from generator.pages.subscriptions import Subscription, follow, subscribe_to_all, subscribe_to_area, subscribe_to_categories
from generator.repository.history import read_history
from tests.events_of_every_kind import view_of

FEST = "titel: Fest\nstart: 2026-10-03 kl. 19.00"
EVENTS = {
    "a": FEST + "\nkategori: natur",
    "b": FEST + "\nkategori: musik",
    "c": FEST + "\nkategori: natur",
    "d": FEST + "\nkategori: værksted",
    "e": FEST,
}


@pytest.fixture(params=["https://kulturpunkt.example/", "https://example.github.io/kulturpunkt/", "http://localhost:8000/"])
def site_url(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def every(root: Path, site_url: str) -> list[Subscription]:
    context = view_of(root, EVENTS, site_url)
    return [subscribe_to_all(context), subscribe_to_area(context, "nordby", "Nordby"), *subscribe_to_categories(context)]


def test_what_can_be_followed(tmp_path: Path) -> None:
    """The categories in the order of the model, each once, and only those that some event has."""
    assert [(one.name, one.url) for one in every(tmp_path, "https://kulturpunkt.example/")] == [
        ("Kulturpunkt: det sker", "det-sker/kalender.ics"),
        ("Kulturpunkt Nordby", "omraader/nordby/kalender.ics"),
        ("Musik", "det-sker/kategori/musik.ics"),
        ("Natur", "det-sker/kategori/natur.ics"),
        ("Værksted", "det-sker/kategori/vaerksted.ics"),
    ]


def test_every_way_leads_to_the_same_calendar(tmp_path: Path, site_url: str) -> None:
    """What each program finds in its own address, when it has undone the escaping, is the calendar's address."""
    for one in every(tmp_path, site_url):
        assert one.address == site_url + one.url
        assert one.webcal == "webcal://" + one.address.split("://")[1]
        google, outlook = (urlsplit(link) for link in (one.google, one.outlook))
        assert (google.scheme, google.netloc, google.path) == ("https", "calendar.google.com", "/calendar/r")
        assert parse_qs(google.query, strict_parsing=True) == {"cid": [one.webcal]}
        assert not set(":/ ") & set(google.query + outlook.query)
        assert (outlook.scheme, outlook.netloc, outlook.path) == ("https", "outlook.live.com", "/calendar/0/addfromweb")
        assert parse_qs(outlook.query, strict_parsing=True) == {"url": [one.address], "name": [one.name]}


def test_every_calendar_that_can_be_followed_is_written(tmp_path: Path) -> None:
    context = view_of(tmp_path, EVENTS)
    written = dict(feeds(context, read_history(tmp_path, context.now)))
    assert {one.url for one in every(tmp_path, context.site_url)} <= set(written)


def test_without_categories_none_can_be_followed(tmp_path: Path) -> None:
    context = view_of(tmp_path, {"e": FEST})
    assert list(subscribe_to_categories(context)) == []
    assert subscribe_to_all(context).url == urls.CALENDAR_FEED


def test_a_name_with_signs_of_its_own_stays_whole(tmp_path: Path) -> None:
    one = subscribe_to_area(view_of(tmp_path, {}), "nordby", "Åby & Øby = #1?")
    assert parse_qs(urlsplit(one.outlook).query)["name"] == ["Kulturpunkt Åby & Øby = #1?"]


CHOSEN = {
    "alle": FEST + "\nmålgruppe: alle\npris: gratis",
    "boern": FEST + "\nmålgruppe: børn\npris: 0-50 kr.",
    "unge": FEST + "\nmålgruppe: [unge, seniorer]\npris: Gratis",
}


def test_a_municipality_an_audience_and_what_is_free_are_calendars_as_the_filter_sees_them(tmp_path: Path) -> None:
    context = view_of(tmp_path, CHOSEN)
    made = {
        path: content.decode() for path, content in feeds(context, read_history(tmp_path, context.now)) if path.endswith(".ics")
    }
    names = {"alle": {"alle"}, "boern": {"alle", "boern"}, "unge": {"alle", "unge"}, "seniorer": {"alle", "unge"}}
    expected = {urls.FREE_FEED: {"alle", "unge"}, urls.municipality_feed("Thisted"): set(CHOSEN)}
    expected |= {urls.audience_feed(name): events for name, events in names.items()}
    found = {path: {name for name in CHOSEN if f"nordby.{name}@" in made[path].replace("\r\n ", "")} for path in expected}
    assert found == expected
    # Somebody may follow a calendar since there was something in it: it stays, and is empty, but nobody is led there.
    every = {path for path in MADE if path.endswith(".ics")}
    empty = {path for path in every if "BEGIN:VEVENT" not in made[path]}
    assert {urls.municipality_feed("Læsø"), urls.category_feed(Category.ART)} <= empty
    assert not empty & {calendar.url for group in follow(context).values["groups"] for calendar in group["calendars"]}


def test_every_calendar_has_a_place_on_the_page_and_a_code_that_leads_there(tmp_path: Path) -> None:
    context = view_of(tmp_path, CHOSEN)
    made = dict(feeds(context, read_history(tmp_path, context.now)))
    calendars = [calendar for group in follow(context).values["groups"] for calendar in group["calendars"]]
    assert len({calendar.key for calendar in calendars}) == len(calendars) == 8
    assert all(calendar.url in made and made[calendar.code].startswith(b"<svg xmlns") for calendar in calendars)
    assert f"{context.site_url}foelg/#nordby".encode() in made["foelg/nordby.svg"]
