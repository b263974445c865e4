"""A week for the board, the paper and the newsletter: what stands in it, in which words, and that one sheet holds it."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import feedparser  # type: ignore[import-untyped]
import pytest

from generator import pages, urls
from generator.feeds import feeds
from generator.pages import newsletter, scopes, weeks
from generator.pages.context import SiteContext
from generator.repository.history import read_history
from tests import trees
from tests.events_of_every_kind import AREA, NOW, context_at, view_of

MONDAY = date(2026, 8, 31)
EVENTS = {
    "sang": "titel: Sang\nstart: 2026-09-01 kl. 19.00\nslut: 21.00\nsted: havnen\npris: 50-75 kr.\ntilmelding: ring",
    "aflyst": "titel: Hvad nu?\nstart: 2026-09-01 kl. 10.00\nstatus: aflyst\nslut: 2026-09-05\npris: 20 kr.",
    "laenge": "titel: Udstilling\nstart: 2026-08-20\nslut: 2026-09-20\neksempel: ja",
    "lejr": "titel: Lejr & <b>telt</b>\nstart: 2026-09-04 kl. 17.00\nslut: 2026-09-06 kl. 12.00",
    "nat": "titel: Nat\nstart: 2026-09-06 kl. 22.00\nslut: 2.00",
    "foer": "titel: Før\nstart: 2026-08-30 kl. 22.00\nslut: 2.00",
    "efter": "titel: Efter\nstart: 2026-09-07 kl. 9.00",
    "ugentlig": "titel: Kor\nstart: 2026-09-02 kl. 19.00\ngentag: hver uge\ngentag til: 2026-10-14",
}
TEXT = """Det sker i Nordby
Uge 36, 31. august-6. september 2026

Mandag den 31. august
Til og med søndag den 20. september: Eksempel: Udstilling.

Tirsdag den 1. september
Kl. 10.00: AFLYST: Hvad nu?
Kl. 19.00-21.00: Sang. Havnen, Nordby. 50-75 kr. Tilmelding.

Onsdag den 2. september
Kl. 19.00: Kor.

Fredag den 4. september
Kl. 17.00 til og med søndag den 6. september: Lejr & <b>telt</b>.

Søndag den 6. september
Kl. 22.00-2.00: Nat.

Læs mere: https://kulturpunkt.example/omraader/nordby/
"""


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    return view_of(tmp_path_factory.mktemp("program"), {**EVENTS, "sang": EVENTS["sang"].replace("ring", "ring@example.org")})


def nordby(context: SiteContext) -> weeks.Week:
    return weeks.week(context, scopes.of_area(context, context.site.areas[0]), MONDAY)


def test_a_paper_gets_day_hour_what_where_and_price(context: SiteContext) -> None:
    assert newsletter.as_text(nordby(context), context.site_url) == TEXT


def test_several_areas_are_known_by_their_names(context: SiteContext) -> None:
    text = newsletter.as_text(weeks.week(context, scopes.everybody(context), MONDAY), context.site_url)
    assert "Sang. Havnen, Nordby. 50-75 kr." in text and "Kor. Nordby." in text and text.startswith("Det sker\n")


@pytest.mark.parametrize(("day", "name"), [((2026, 12, 31), "2026-53"), ((2027, 1, 3), "2026-53"), ((2027, 1, 4), "2027-01")])
def test_a_week_has_its_calendar_number_also_at_new_year(day: tuple[int, int, int], name: str) -> None:
    assert weeks.name_of(weeks.monday_of(date(*day))) == name


ALLOWED = {"html", "head", "meta", "title", "body", "table", "tr", "td", "h1", "h2", "p", "a", "br"}


class _Elements(HTMLParser):
    """The elements of a file with their attributes, and those that are open at its end."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attributes)))
        self.open += [] if tag in ("meta", "br") else [tag]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_a_newsletter_is_tables_and_inline_styles_and_holds_no_markup_of_others(context: SiteContext) -> None:
    html = newsletter.as_html(nordby(context), context.site_url)
    elements = _Elements(html)
    assert elements.open == [] and {tag for tag, _ in elements.found} == ALLOWED, "nothing more, and each of them is there"
    known = {"style", "href", "role", "width", "cellpadding", "cellspacing", "border", "align", "colspan"}
    assert {name for tag, said in elements.found for name in said if tag not in ("meta", "html")} == known
    assert all("padding" in (said["style"] or "") for tag, said in elements.found if tag == "td")
    assert "url(" not in html and "Lejr &amp; &lt;b&gt;telt" in html
    links = [said["href"] or "" for tag, said in elements.found if tag == "a"]
    assert len(links) == 7 and all(link.startswith(context.site_url) for link in links)


def test_a_mail_service_gets_an_entry_a_week_and_none_for_an_empty_one(context: SiteContext) -> None:
    made = dict(feeds(context, read_history(context.root, NOW)))
    feed = feedparser.parse(made[urls.week_feed("")])
    assert not feed.bozo and [entry.title for entry in feed.entries] == [
        *("Det sker: uge 36, 31. august-6. september 2026", "Det sker: uge 35, 24.-30. august 2026"),
        "Det sker: uge 34, 17.-23. august 2026",
    ]
    assert feed.entries[0].link.endswith("/uge/2026-36/") and feed.entries[0].id == "uge.2026-36@kulturpunkt"
    assert feed.entries[0].published_parsed[:5] == (2026, 8, 31, 4, 0), "six in the morning in Denmark"
    assert "<table" in feed.entries[0].content[-1].value
    assert made["uge/omraade/nordby/avis.txt"].decode() == TEXT


def test_each_week_that_held_something_has_an_address_that_lasts(context: SiteContext) -> None:
    found = {page.url for page in pages.generated(context) if page.template == "week.html"}
    lasting = sorted(re.findall(r"uge/(\d{4}-\d\d)/", " ".join(found)))
    assert lasting == [*("2026-34", "2026-35", "2026-36", "2026-37", "2026-38", "2026-39", "2026-40")]
    assert {"uge/", "uge/naeste/", "uge/omraade/nordby/", "uge/omraade/nordby/naeste/"} <= found


def test_what_others_show_of_a_municipality_goes_on_when_an_area_joins_it_or_leaves_it(tmp_path: Path) -> None:
    second = AREA.replace("Nordby", "Sydby")
    trees.programme(tmp_path / "one", {"areas/nordby/area.yml": AREA})
    trees.programme(tmp_path / "two", {"areas/nordby/area.yml": AREA, "areas/sydby/area.yml": second})
    one, context = context_at(tmp_path / "one"), context_at(tmp_path / "two")
    assert [(scope.path, scope.owners) for scope in scopes.of_site(one)] == [
        ("", None),
        ("kommune/thisted/", frozenset({"nordby"})),
    ]
    assert [(scope.path, scope.owners) for scope in scopes.of_site(context)] == [
        ("", None),
        ("kommune/thisted/", frozenset({"nordby", "sydby"})),
    ]
    assert scopes.choices(one, "uge/")[-1] == scopes.choices(context, "uge/")[-1]
    urls_of = {choice["title"]: choice["url"] for choice in scopes.choices(context, "uge/")}
    assert urls_of["Thisted Kommune"] == "uge/kommune/thisted/"


@pytest.mark.parametrize(("count", "size"), [(2, "large"), (20, "medium"), (28, "small"), (34, "dense"), (200, "dense")])
def test_the_type_is_as_large_as_one_sheet_allows(tmp_path: Path, count: int, size: str) -> None:
    events = {f"m-{n}": f"titel: Møde og sang {n}\nstart: 2026-09-0{n % 6 + 1} kl. 19.00\nsted: havnen" for n in range(count)}
    shown = next(page for page in pages.generated(view_of(tmp_path, events)) if page.url == "uge/").values
    assert shown["size"] == size and (shown["over"] > 0) == (count == 200)
    assert sum(line["over"] for day in shown["days"] for line in day["lines"]) == shown["over"]
