"""What the site shows of its events at one moment: what comes, what runs, what has been, and each as a card."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.danish.dates import ZONE, parse_moment
from generator.model.calendar import Calendar
from generator.model.occurrences import Occurrence
from generator.model.site import Site
from generator.pages import areas, calendar, month, pagination
from generator.pages.context import SiteContext
from generator.pages.events import event
from generator.pages.front import front
from generator.pages.page import Document
from generator.pages.values import EventCard
from tests.events_of_every_kind import EVENTS, view_of
from tests.trees import AREA, modest

HOME = Document("index.md", "", "Forside", "", Markup(), ())
WEEKLY = "titel: Sang\nstart: 2026-05-05 kl. 19.00\nslut: 21.00\ngentag: hver uge\ngentag til: 2026-06-02"
THREE = {
    "marked": "titel: Marked\nstart: 2026-04-20 kl. 10.00\nslut: 16.00",
    "sang": WEEKLY,
    "udstilling": "titel: Udstilling\nstart: 2026-05-01\nslut: 2026-05-31",
}


class Moments:
    """The views of one site as time goes."""

    def __init__(self, root: Path, events: dict[str, str]) -> None:
        self.root = root
        self.site: Site = view_of(root, events).site

    def at(self, now: str) -> SiteContext:
        return SiteContext(Calendar.at(self.site, parse_moment(now).at), self.root, examples=True)


def only_card(root: Path, fields: str, now: str) -> EventCard:
    """The card of the one date that an event has."""
    context = Moments(root, {"fest": "titel: Fest\n" + fields}).at(now)
    [occurrence] = context.calendar.occurrences
    return context.cards.event(occurrence)


def next_card(root: Path, fields: str, now: str) -> EventCard:
    """The card that a series stands with in the calendar."""
    context = Moments(root, {"sang": fields}).at(now)
    [occurrence] = context.calendar.coming
    return context.cards.event(occurrence)


def said(occurrences: Iterable[Occurrence]) -> list[str]:
    return [f"{occurrence.event.name} {occurrence.anchor}" for occurrence in occurrences]


@pytest.mark.parametrize(
    ("now", "coming", "held"),
    [
        ("2026-04-01", ["marked 2026-04-20", "udstilling 2026-05-01", "sang 2026-05-05"], []),
        ("2026-05-12 kl. 20.00", ["udstilling 2026-05-01", "sang 2026-05-12"], ["sang 2026-05-05", "marked 2026-04-20"]),
        ("2026-07-01", [], ["sang 2026-06-02", "udstilling 2026-05-01", "marked 2026-04-20"]),
    ],
    ids=["before", "during", "after"],
)
def test_what_comes_and_what_has_been(tmp_path: Path, now: str, coming: list[str], held: list[str]) -> None:
    context = Moments(tmp_path, THREE).at(now)
    assert said(context.calendar.coming) == coming
    assert said(context.calendar.held) == held


@pytest.mark.parametrize(
    ("now", "anchor", "more"),
    [
        ("2026-05-01", "2026-05-05", "og 4 datoer mere"),
        ("2026-05-05 kl. 20.59", "2026-05-05", "og 4 datoer mere"),
        ("2026-05-05 kl. 21.00", "2026-05-12", "og 3 datoer mere"),
        ("2026-05-20", "2026-05-26", "og 1 dato mere"),
        ("2026-05-30", "2026-06-02", None),
    ],
)
def test_a_series_stands_once_with_its_next_date(tmp_path: Path, now: str, anchor: str, more: str | None) -> None:
    card = next_card(tmp_path, WEEKLY, now)
    assert (card.anchor, card.more_text, card.repeats) == (anchor, more, "hver uge")


def test_what_ends_has_been_at_that_very_minute(tmp_path: Path) -> None:
    found = Moments(tmp_path, {"marked": THREE["marked"]})
    last, ended = found.at("2026-04-20 kl. 15.59"), found.at("2026-04-20 kl. 16.00")
    assert (said(last.calendar.coming), said(last.calendar.held)) == (["marked 2026-04-20"], [])
    assert (said(ended.calendar.coming), said(ended.calendar.held)) == ([], ["marked 2026-04-20"])


def test_dates_that_are_cancelled_or_postponed_are_not_counted_as_more(tmp_path: Path) -> None:
    off = (
        "\nændringer: [{dato: 2026-05-12, status: aflyst}, {dato: 2026-05-19, status: udsat}, {dato: 2026-05-26, status: udsolgt}]"
    )
    assert next_card(tmp_path, WEEKLY + off, "2026-05-01").more_text == "og 2 datoer mere"


def test_the_next_date_is_shown_also_when_it_is_cancelled(tmp_path: Path) -> None:
    card = next_card(tmp_path, WEEKLY + "\nændringer: [{dato: 2026-05-05, status: aflyst, tekst: Storm.}]", "2026-05-01")
    assert (card.status, card.status_text, card.status_note) == ("cancelled", "Aflyst", "Storm.")


NOT_THE_FIRST = (
    "\nændringer: [{dato: 2026-05-05, status: udsolgt, tekst: Ingen billetter.}, {dato: 2026-05-12, status: aflyst, tekst: Storm.}]"
)


def test_a_series_has_a_page_seen_from_the_next_date_that_one_can_come_to(tmp_path: Path) -> None:
    booking = "\ntilmelding: {link: 'https://example.org/', tekst: Kun spisende.}"
    found = Moments(tmp_path, {"sang": WEEKLY + NOT_THE_FIRST + booking})
    said = {}
    for now in ("2026-05-01", "2026-05-06", "2026-05-13", "2026-06-03"):
        context = found.at(now)
        values = event(context, context.calendar.events[0]).values
        others = [(date["card"].status, date["note"]) for date in values["not_those"]]
        said[now] = values["card"].anchor, values["card"].status, others, values["booking"] and values["booking"]["href"]
    assert said == {
        "2026-05-01": ("2026-05-19", None, [("sold-out", "Ingen billetter."), ("cancelled", "Storm.")], "https://example.org/"),
        "2026-05-06": ("2026-05-19", None, [("cancelled", "Storm.")], "https://example.org/"),
        "2026-05-13": ("2026-05-19", None, [], "https://example.org/"),
        "2026-06-03": ("2026-06-02", None, [], None),
    }


@pytest.mark.parametrize(
    ("fields", "status", "booking"),
    [
        ("status: aflyst\ntilmelding: a@example.org", "cancelled", None),
        ("status: udsolgt\ntilmelding: a@example.org", "sold-out", ("Der er ikke flere pladser", None, None)),
        ("tilmelding: a@example.org", None, (None, "mailto:a@example.org", None)),
        ("tilmelding: {telefon: 12 34 56 78, tekst: Kun spisende.}", None, ("Kun spisende.", "tel:+4512345678", None)),
        (
            "tilmelding: {mail: a@example.org, tekst: Kun spisende., frist: 2026-04-30}",
            None,
            ("Kun spisende.", None, "Tilmeldingen sluttede torsdag den 30. april 2026"),
        ),
        ("tilmelding: {frist: 2026-05-02, tekst: Sig det.}", None, ("Sig det.", None, "Senest lørdag den 2. maj 2026")),
        ("tilmelding: ingen", None, ("Ingen tilmelding", None, None)),
    ],
)
def test_one_can_sign_up_while_that_is_open(
    tmp_path: Path, fields: str, status: str | None, booking: tuple[str | None, ...] | None
) -> None:
    context = Moments(tmp_path, {"fest": f"titel: Fest\nstart: 2026-05-03\n{fields}"}).at("2026-05-01")
    values = event(context, context.calendar.events[0]).values
    said = values["booking"] and tuple(values["booking"][name] for name in ("text", "href", "deadline"))
    assert (values["card"].status, said) == (status, booking)


def test_what_is_cancelled_or_postponed_is_not_the_next_that_happens(tmp_path: Path) -> None:
    events = {
        "fest": "titel: Fest\nstart: 2026-05-02\nstatus: udsat",
        "sang": WEEKLY + NOT_THE_FIRST,
        "leg": "titel: Leg\nstart: 2026-05-11",
    }
    found = Moments(tmp_path, events)
    assert said(found.at("2026-05-01").calendar.coming) == ["fest 2026-05-02", "sang 2026-05-05", "leg 2026-05-11"]
    context = found.at("2026-05-06")
    assert said(context.calendar.coming) == ["leg 2026-05-11", "sang 2026-05-12"]
    assert said(context.calendar.happening) == ["leg 2026-05-11", "sang 2026-05-19"]
    [card] = found.at("2026-05-12").cards.areas
    assert (card.next and card.next.anchor, card.event_count) == ("2026-05-19", 1)
    page = areas.area(found.at("2026-05-12"), found.site.areas[0])
    assert [each.anchor for each in (page.values["next"], *page.values["coming"])] == ["2026-05-19", "2026-05-12"]
    only = Moments(tmp_path / "only", {"fest": events["fest"]}).at("2026-05-01")
    assert (only.calendar.happening, only.cards.areas[0].next) == ((), None)
    assert front(only, HOME).values["next"] == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("start: 2026-11-14 kl. 19.00\nslut: 21.00", "lør. 14. nov. 2026 kl. 19.00"),
        ("start: 2026-11-14", "lør. 14. nov. 2026"),
        ("start: 2026-12-30\nslut: 2027-01-02", "30. dec.-2. jan. 2027"),
    ],
)
def test_a_short_date_in_another_year_has_its_year(tmp_path: Path, fields: str, said: str) -> None:
    assert only_card(tmp_path, fields, "2026-01-01").when_short_in_full == said


@pytest.mark.parametrize(
    ("fields", "now", "state", "text"),
    [
        ("start: 2026-05-01 kl. 10.00\nslut: 12.00", "2026-04-30 kl. 23.59", "next", None),
        ("start: 2026-05-01 kl. 10.00\nslut: 12.00", "2026-05-01 kl. 9.59", "today", "I dag"),
        ("start: 2026-05-01 kl. 10.00\nslut: 12.00", "2026-05-01 kl. 10.00", "now", "I gang nu"),
        ("start: 2026-05-01 kl. 10.00\nslut: 12.00", "2026-05-01 kl. 11.59", "now", "I gang nu"),
        ("start: 2026-05-01 kl. 10.00\nslut: 12.00", "2026-05-01 kl. 12.00", "past", "Afholdt"),
        ("start: 2026-05-01 kl. 10.00", "2026-05-01 kl. 10.30", "today", "I dag"),
        ("start: 2026-05-01 kl. 10.00", "2026-05-01 kl. 23.59", "today", "I dag"),
        ("start: 2026-05-01 kl. 10.00", "2026-05-02 kl. 0.00", "past", "Afholdt"),
        ("start: 2026-05-01", "2026-05-01 kl. 0.00", "now", "I gang nu"),
        ("start: 2026-05-01\nslut: 2026-05-03", "2026-05-03 kl. 23.59", "now", "I gang nu"),
        ("start: 2026-05-01\nslut: 2026-05-03", "2026-05-04 kl. 0.00", "past", "Afholdt"),
        ("start: 2026-05-01 kl. 22.00\nslut: 2.00", "2026-05-02 kl. 1.00", "now", "I gang nu"),
        ("start: 2026-05-01 kl. 10.00\nslut: 12.00\nstatus: aflyst", "2026-05-01 kl. 11.00", "today", None),
        ("start: 2026-05-01 kl. 10.00\nslut: 12.00\nstatus: udsat", "2026-05-01 kl. 11.00", "today", None),
        ("start: 2026-05-01 kl. 10.00\nslut: 12.00\nstatus: aflyst", "2026-05-02 kl. 11.00", "past", None),
    ],
)
def test_how_it_stands_with_the_clock(tmp_path: Path, fields: str, now: str, state: str, text: str | None) -> None:
    card = only_card(tmp_path, fields, now)
    assert (card.state, card.state_text) == (state, text)


@pytest.mark.parametrize(
    ("status", "ahead", "after"),
    [
        ("aflyst", ("cancelled", "Aflyst"), ("cancelled", "Aflyst")),
        ("udsat", ("postponed", "Udsat, ny dato følger"), ("postponed", "Udsat, ny dato følger")),
        ("flyttet online\nonline: https://example.org/live", ("online", "Flyttet online"), (None, None)),
        ("udsolgt", ("sold-out", "Udsolgt"), (None, None)),
        ("få pladser", ("few-left", "Få pladser"), (None, None)),
        ("flyttet\nfør: 2026-04-30 kl. 19.00\nfør sted: Skolen", ("moved", "Flyttet"), (None, None)),
        ("planlagt", (None, None), (None, None)),
    ],
)
def test_how_it_stands_with_an_event_while_that_matters(
    tmp_path: Path, status: str, ahead: tuple[str, str], after: tuple[str, str]
) -> None:
    """That it was cancelled is still true afterwards; that it was sold out is no news."""
    found = Moments(tmp_path, {"fest": f"titel: Fest\nstart: 2026-05-01 kl. 10.00\nstatus: {status}"})
    for now, expected in (("2026-04-01", ahead), ("2026-06-01", after)):
        context = found.at(now)
        card = context.cards.event(context.calendar.occurrences[0])
        assert (card.status, card.status_text) == expected


def test_what_was_moved_says_from_when_and_where(tmp_path: Path) -> None:
    card = only_card(tmp_path, "start: 2026-05-02 kl. 19.00\nfør: 2026-05-01 kl. 20.00\nfør sted: Skolen", "2026-04-01")
    assert card.was == "Før: fre. 1. maj kl. 20.00, Skolen"


def test_a_card_says_all_that_a_list_shows(tmp_path: Path) -> None:
    fields = (
        "start: 2026-05-01 kl. 19.00\nslut: 21.30\nsted: havnen\npris: gratis\ntilmelding: ingen\nkategori: musik\nmålgruppe: alle"
    )
    card = only_card(tmp_path, fields, "2026-04-01")
    assert (card.url, card.anchor) == ("det-sker/nordby/fest/", None)
    assert (card.when, card.when_short) == ("fredag den 1. maj 2026 kl. 19.00-21.30", "fre. 1. maj kl. 19.00")
    assert (card.weekday, card.day, card.month, card.year, card.time) == ("fre.", "1", "maj", "2026", "kl. 19.00-21.30")
    assert (card.begins, card.ends) == ("2026-05-01T19:00+02:00", "2026-05-01T21:30+02:00")
    assert (card.place, card.town, card.area, card.municipality) == ("Havnen", "Nordby", "Nordby", "Thisted")
    assert (card.price, card.free, card.booking) == ("Gratis", True, "ingen tilmelding")
    assert (card.category, card.audience, card.more_text, card.repeats) == ("musik", ("alle",), None, None)


@pytest.mark.parametrize(
    ("fields", "day", "month", "time"),
    [
        ("start: 2026-11-13\nslut: 2026-11-15", "13.-15.", "nov.", ""),
        ("start: 2026-11-28\nslut: 2026-12-06", "28", "nov.-\u200b6.\u00a0dec.", ""),
        ("start: 2026-11-13", "13", "nov.", "hele dagen"),
        ("start: 2026-11-13 kl. 22.00\nslut: 2.00", "13", "nov.", "kl. 22.00-2.00"),
    ],
)
def test_the_days_of_a_card(tmp_path: Path, fields: str, day: str, month: str, time: str) -> None:
    card = only_card(tmp_path, fields, "2026-10-01")
    assert (card.day, card.month, card.time) == (day, month, time)


NIGHT = "titel: Koncert\nstart: 2028-04-30 kl. 20.00\nslut: 2.00"


@pytest.mark.parametrize(
    ("fields", "urls"),
    [
        (NIGHT, ["det-sker/2028-04/"]),
        (NIGHT.replace("slut: 2.00", "slut: 2028-05-01 kl. 7.00"), ["det-sker/2028-04/", "det-sker/2028-05/"]),
        ("titel: Åbent\nstart: 2028-01-10\nslut: 2028-03-20", ["det-sker/2028-01/", "det-sker/2028-02/", "det-sker/2028-03/"]),
    ],
    ids=["past midnight", "until morning", "a month between"],
)
def test_a_month_has_a_page_when_something_is_on_one_of_its_days(tmp_path: Path, fields: str, urls: list[str]) -> None:
    months = list(month.months(Moments(tmp_path, {"koncert": fields}).at("2028-01-01")))
    assert [page.url for page in months] == urls
    for page in months:
        assert any(day["events"] for week in page.values["weeks"] for day in week)


CAMP = "titel: Lejr\nstart: 2028-04-29\nslut: 2028-06-02"


@pytest.mark.parametrize(
    ("others", "now", "months"),
    [
        ({}, "2028-04-30 kl. 23.00", {"april 2028": (1, 1)}),
        ({}, "2028-05-01 kl. 1.00", {}),
        (
            {"lejr": "titel: Lejr\nstart: 2028-04-29\nslut: 2028-06-02"},
            "2028-05-01 kl. 1.00",
            {"maj 2028": (1, 1), "juni 2028": (1, 0)},
        ),
    ],
    ids=["before midnight", "after it", "beside something that goes on"],
)
def test_what_runs_now_stands_apart_and_is_counted_in_its_month(
    tmp_path: Path, others: dict[str, str], now: str, months: dict[str, tuple[int, int]]
) -> None:
    """Each month has how many dates, and how many of them run now."""
    context = Moments(tmp_path, {"koncert": NIGHT, **others}).at(now)
    running, found = pagination.agenda(context, context.calendar.ahead, pagination.Room())
    assert len(running) == 1 + len(others)
    assert {month["title"]: (month["count"], month["apart"]) for month in found} == months


@pytest.mark.parametrize(("cards", "lines"), [(50, 50), (2, 50), (2, 4), (0, 0), (1, 1)])
def test_every_date_is_a_card_a_line_or_counted_as_the_rest(tmp_path: Path, cards: int, lines: int) -> None:
    weekly = "titel: Sang\nstart: 2026-10-01 kl. 19.00\ngentag: hver uge\ngentag til: 2026-12-31"
    camp = "titel: Lejr\nstart: 2026-10-30\nslut: 2026-11-02"
    context = Moments(tmp_path, {"sang": weekly, "lejr": camp, "fest": "titel: Fest\nstart: 2026-10-08"}).at("2026-10-02")
    _, months = pagination.agenda(context, context.calendar.ahead, pagination.Room(cards, lines))
    shown = [sum(entry.dates for entry in (*month["cards"], *month["lines"])) for month in months]
    assert [month["count"] for month in months] == [6, 5, 5]
    assert [here + month["rest"] for here, month in zip(shown, months, strict=True)] == [6, 5, 5]
    assert sum(len(month["cards"]) for month in months) == min(cards, 6)


def test_a_series_over_two_years_is_in_the_archive_of_both(tmp_path: Path) -> None:
    fields = "titel: Sang\nstart: 2025-12-02 kl. 19.00\ngentag: hver uge\ngentag til: 2026-02-24"
    context = Moments(tmp_path, {"sang": fields, "fest": "titel: Fest\nstart: 2025-06-01"}).at("2026-01-15")
    assert said(context.calendar.held) == ["sang 2026-01-13", "sang 2025-12-30", "fest 2025-06-01"]
    assert said(context.calendar.coming) == ["sang 2026-01-20"]
    newest, *years = calendar.archive(context)
    assert newest.values["links"] == [
        {"title": "2026", "url": "det-sker/arkiv/2026/", "count": 1},
        {"title": "2025", "url": "det-sker/arkiv/2025/", "count": 2},
    ]
    assert [page.url for page in years] == ["det-sker/arkiv/2026/", "det-sker/arkiv/2025/"]
    assert [[card.anchor for group in page.values["months"] for card in group["events"]] for page in years] == [
        ["2026-01-13"],
        ["2025-12-30", None],
    ]
    assert [[group["title"] for group in page.values["months"]] for page in years] == [
        ["januar 2026"],
        ["december 2025", "juni 2025"],
    ]


def test_what_was_cancelled_was_not_held(tmp_path: Path) -> None:
    """A series stands in the archive with a date that was, and the front page counts events, not dates or what was called off."""
    events = {
        "sang": WEEKLY + "\nændringer: [{dato: 2026-06-02, status: aflyst}]",
        "over-to-aar": "titel: Læsning\nstart: 2025-12-02\nflere datoer: 2026-01-06",
        "aflyst": "titel: Fest\nstart: 2026-03-01\nstatus: aflyst",
    }
    context = Moments(tmp_path, events).at("2026-07-01")
    assert said(context.calendar.held) == [
        "sang 2026-05-26",
        "aflyst 2026-03-01",
        "over-to-aar 2026-01-06",
        "over-to-aar 2025-12-02",
    ]
    figures = front(context, HOME).values["figures"]
    assert {"number": 2, "label": "arrangementer er holdt"} in figures


def test_an_archive_with_nothing_says_so(tmp_path: Path) -> None:
    [page] = calendar.archive(Moments(tmp_path, {}).at("2026-01-01"))
    assert page.values["empty"] == "Der er ikke holdt noget endnu."


def test_a_card_is_made_once(tmp_path: Path) -> None:
    context = Moments(tmp_path, THREE).at("2026-05-12")
    assert context.cards.event(context.calendar.occurrences[0]) is context.cards.event(context.calendar.occurrences[0])


def test_the_next_event_of_an_area_stands_on_its_card(tmp_path: Path) -> None:
    found = Moments(tmp_path, THREE)
    titles = [[card.next and card.next.title for card in found.at(now).cards.areas] for now in ("2026-04-01", "2026-07-01")]
    assert titles == [["Marked"], [None]]


def test_a_place_that_is_no_key_is_one_of_that_name(tmp_path: Path) -> None:
    context = view_of(tmp_path, {}, area=AREA + "steder: {havnen: {navn: Havnen, by: Nordby}}\n")
    named, known = context.calendar.place("nordby", "Skolen"), context.calendar.place("nordby", "havnen")
    assert named and known
    assert [(named.name, named.town), (known.name, known.town)] == [("Skolen", None), ("Havnen", "Nordby")]
    assert context.calendar.place("nordby", None) is None


@pytest.fixture(scope="module")
def all_kinds(tmp_path_factory: pytest.TempPathFactory) -> Moments:
    return Moments(tmp_path_factory.mktemp("view"), EVENTS)


@modest
@given(minutes=st.integers(0, 800 * 24 * 60))
def test_at_any_moment_nothing_past_is_coming_and_nothing_coming_is_past(all_kinds: Moments, minutes: int) -> None:
    """Each event is coming once at most, and what runs has both begun and an end, and is not off."""
    now = datetime(2026, 4, 1, tzinfo=ZONE) + timedelta(minutes=minutes)
    context = SiteContext(Calendar.at(all_kinds.site, now), all_kinds.root, examples=True)
    coming, held = context.cards.events(context.calendar.coming), context.cards.events(context.calendar.held)
    assert "past" not in {card.state for card in coming}
    assert {card.state for card in held} <= {"past"}
    assert len({card.url for card in coming}) == len(coming)
    assert {card.url for card in coming + held} == {f"det-sker/nordby/{name}/" for name in EVENTS}
    for card in coming + held:
        if card.state_text == "I gang nu":
            assert datetime.fromisoformat(card.begins) <= now < datetime.fromisoformat(card.ends)
            assert card.end or "kl." not in card.time
            assert card.status not in ("cancelled", "postponed")
