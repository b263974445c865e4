"""An event's text says the same on its page, in the calendar, in both feeds, in the open data and in structured data."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import feedparser  # type: ignore[import-untyped]
import icalendar
import pytest

from generator import pages, urls
from generator.feeds import feeds, jsonld
from generator.feeds.texts import paragraph
from generator.markdown.plain_text import plain_text
from generator.pages.context import SiteContext
from generator.repository.history import read_history
from tests import trees
from tests.events_of_every_kind import AREA, NOW, context_at

TEXTS = {
    "afsnit": ("Kom til fest.\n\nVi ser *alle*.", "Kom til fest.\n\nVi ser alle."),
    "liste": ("Husk:\n\n- Sko\n- Mad\n\nVel mødt.", "Husk:\n\n- Sko\n- Mad\n\nVel mødt."),
    "lister": ("- Mad\n    - Suppe\n    - Brød\n- Drik", "- Mad\n  - Suppe\n  - Brød\n- Drik"),
    "spredt-liste": ("1. Kaffe\n\n2. Tur", "1. Kaffe\n\n2. Tur"),
    "links": ("Læs [mere](https://example.org/a?b=1&c=2).", "Læs mere (https://example.org/a?b=1&c=2)."),
    "egen-side": ("Se [om os](/om/).", "Se om os (https://kulturpunkt.example/om/)."),
    "tegn": ('Vi <3 mad & musik, 5 > 3 &amp; "Ægte"', 'Vi <3 mad & musik, 5 > 3 & "Ægte"'),
    "tabel": ("|Kl.|Hvad|\n|-|-|\n|10|Kaffe|\n|11||", "Kl. | Hvad\n10 | Kaffe\n11 |"),
    "kode": ("Sådan:\n\n    en\n    to", "Sådan:\n\nen\nto"),
    "linjer": ("Kaffe  \nTur", "Kaffe\nTur"),
}
FRONT = """---
titel: <b>Fest</b> & <3
resumé: Kom & syng <3
start: 2026-10-05 kl. 19.00
pris: 50 kr.
online: https://example.org/?a=1&b=2
tilmelding: {mail: fest@example.org, link: 'https://example.org/til', tekst: 'Skriv & <3.'}
---
"""
AFTER = (
    "Online: https://example.org/?a=1&b=2\n\nPris: 50 kr.\n\n"
    "Tilmelding: https://example.org/til, fest@example.org. Skriv & <3.\n\nhttps://kulturpunkt.example/det-sker/nordby/{}/"
)


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    root = tmp_path_factory.mktemp("program")
    files = {f"areas/nordby/events/{name}.md": FRONT + markdown for name, (markdown, _) in TEXTS.items()}
    trees.programme(root, {"areas/nordby/area.yml": AREA, **files})
    return context_at(root)


def news_of(written: dict[str, bytes], name: str) -> tuple[Any, dict[str, Any]]:
    """What a reader finds of an event in RSS and in JSON Feed."""
    [entry] = [
        entry
        for entry in feedparser.parse(written[urls.NEWS_FEED], sanitize_html=False).entries
        if entry.link.endswith(f"/{name}/")
    ]
    [item] = [item for item in json.loads(written[urls.NEWS_JSON_FEED])["items"] if item["url"] == entry.link]
    return entry, item


@pytest.mark.parametrize("name", TEXTS)
def test_all_say_the_same(name: str, context: SiteContext, written: dict[str, bytes]) -> None:
    said = f"Kom & syng <3\n\n{TEXTS[name][1]}"
    whole = f"{said}\n\n{AFTER.format(name)}"
    [event] = icalendar.Calendar.from_ical(written[f"det-sker/nordby/{name}/kalender.ics"]).events
    assert str(event["DESCRIPTION"]) == whole
    entry, item = news_of(written, name)
    when = "mandag den 5. oktober 2026 kl. 19.00"
    assert item["content_text"] == plain_text(entry.summary) == f"{when}\n\n{whole}"
    assert item["content_html"] == entry.summary.replace("<br />", "<br>"), "feedparser reads back what JSON Feed says"
    page = next(page for page in pages.generated(context) if page.url == f"det-sker/nordby/{name}/")
    assert next(iter(jsonld.graph_of(context, page)))["description"] == said
    assert plain_text(str(page.values["text"])).replace("(../../../", "(https://kulturpunkt.example/") == TEXTS[name][1]
    [record] = [event for event in json.loads(written[urls.EVENTS_DATA])["events"] if event["url"] == entry.link]
    assert record["text"] == TEXTS[name][1]


class _Structure(HTMLParser):
    """Reads the tags and the links of HTML, as a feed reader does."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]


def test_the_feeds_hold_html_that_a_reader_shows_as_it_is_meant(written: dict[str, bytes]) -> None:
    entry, item = news_of(written, "liste")
    for html in (entry.summary, item["content_html"]):
        structure = _Structure(html)
        assert structure.tags[:7] == ["p", "p", "p", "ul", "li", "li", "p"]
        assert structure.links == [
            *("https://example.org/?a=1&b=2", "https://example.org/til", "mailto:fest@example.org"),
            "https://kulturpunkt.example/det-sker/nordby/liste/",
        ]
    assert "Kom &amp; syng &lt;3" in item["content_html"]
    raw = written[urls.NEWS_FEED].decode()
    assert "&lt;p&gt;Kom &amp;amp; syng &amp;lt;3&lt;/p&gt;" in raw, "RSS holds escaped HTML"
    assert entry.title == item["title"] == "Nyt: <b>Fest</b> & <3"


def test_a_long_text_is_whole_in_the_feeds_and_cut_in_the_calendar(tmp_path: Path) -> None:
    text = "\n\n".join(f"Afsnit {number}: " + "ord " * 40 for number in range(20))
    trees.programme(tmp_path, {"areas/nordby/area.yml": AREA, "areas/nordby/events/langt.md": FRONT + text})
    written = dict(feeds(context_at(tmp_path), read_history(tmp_path, NOW)))
    _, item = news_of(written, "langt")
    [event] = icalendar.Calendar.from_ical(written["det-sker/nordby/langt/kalender.ics"]).events
    assert item["content_html"].count("<p>Afsnit") == 20 and "Afsnit 19" in item["content_text"]
    said, _, after = str(event["DESCRIPTION"]).partition("…")
    assert said.removeprefix("Kom & syng <3") in item["content_text"]
    assert 1400 < len(said) < 1600 and "\n\n" + AFTER.format("langt") == after


@pytest.mark.parametrize(
    ("said", "links"),
    [
        ("Se https://example.org/a, og skriv.", ["https://example.org/a"]),
        ("(https://example.org/a_b)", ["https://example.org/a_b"]),
        ("https://example.org/?a=1&b=2.", ["https://example.org/?a=1&b=2"]),
        ("https://example.org/'<i>x</i>", ["https://example.org/"]),
        ('"https://example.org/"', ["https://example.org/"]),
        ("a.b@example.org, c@example.org.", ["mailto:a.b@example.org", "mailto:c@example.org"]),
        ("javascript://example.org/%0Aalert(1) kl. 10", []),
    ],
)
def test_addresses_in_a_line_are_links(said: str, links: list[str]) -> None:
    html = paragraph(said)
    assert _Structure(html).links == links
    assert set(_Structure(html).tags) <= {"p", "a"}
    assert re.sub(r"\s+", " ", plain_text(html)) == said
