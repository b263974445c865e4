"""What an area writes says the same wherever it is read: on the page, in calendars, in feeds and to search engines."""

from __future__ import annotations

import json
import re
from html import unescape

import feedparser  # type: ignore[import-untyped]
import icalendar
import pytest

from generator import pages, urls
from generator.content.load import load
from generator.feeds import jsonld
from generator.model.calendar import Calendar
from generator.model.site import published
from generator.pages.context import SiteContext
from tests import trees
from tests.events_of_every_kind import NOW
from tests.markdown.test_convert import Seen

WRITTEN = """\
Program:
Kl. 10: Kaffe
Kl. 11: Tur & <3

•\tSko
•\tMad
o\tSuppe

| Dag | Pris |
|---|---|
| lørdag | 50 kr. |

~~Kl. 12~~ Læs på https://example.org/tur, www.example.org
eller ring: tlf. 12 34 56 78

```
Linje et
Linje to
```
"""
SAID = """\
Program:
Kl. 10: Kaffe
Kl. 11: Tur & <3

- Sko
- Mad
  - Suppe

Dag | Pris
lørdag | 50 kr.

~~Kl. 12~~ Læs på https://example.org/tur, www.example.org eller ring: tlf. 12 34 56 78

Linje et
Linje to"""


FILE = f"---\ntitel: Fest\nstart: 2026-09-02 kl. 10.00\n---\n{WRITTEN}"
LINKS = ["https://example.org/tur", "https://www.example.org", "tel:+4512345678"]


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    tree: dict[str, str | bytes] = {"areas/nordby/area.yml": trees.AREA, "areas/nordby/events/fest.md": FILE.encode()}
    root = trees.programme(tmp_path_factory.mktemp("tekst"))
    site, problems = load(trees.write(root, tree))
    assert site and not problems
    return SiteContext(Calendar.at(published(site, examples=True), NOW), root, True)


def test_the_page_has_each_line_each_point_and_each_link(context: SiteContext) -> None:
    html = str(next(page for page in pages.generated(context) if page.url.endswith("/fest/")).values["text"])
    assert html.startswith("<p>Program:<br>\nKl. 10: Kaffe<br>\nKl. 11: Tur &amp; &lt;3</p>\n<ul>\n<li>Sko</li>")
    assert "<li>Mad<ul>\n<li>Suppe</li>\n</ul>" in html
    assert Seen(html).links == LINKS


def test_calendars_feeds_and_data_say_the_same_lines(context: SiteContext, written: dict[str, bytes]) -> None:
    [event] = icalendar.Calendar.from_ical(written[urls.event_feed(context.calendar.events[0])]).walk("VEVENT")
    [item] = json.loads(written[urls.NEWS_JSON_FEED])["items"]
    [data] = json.loads(written[urls.EVENTS_DATA])["events"]
    assert SAID in str(event["DESCRIPTION"])
    assert SAID in item["content_text"]
    assert data["text"] == SAID


def test_the_news_say_the_same_words(written: dict[str, bytes]) -> None:
    [entry] = feedparser.parse(written[urls.NEWS_FEED]).entries
    said = unescape(re.sub(r"<[^<>]+>", " ", entry.description))
    for line in filter(None, SAID.splitlines()):
        words = re.findall(r"\w+", line)
        assert re.search(r"\W+".join(words), said), line


def test_search_engines_are_reported_the_beginning(context: SiteContext) -> None:
    page = next(page for page in pages.generated(context) if page.url.endswith("/fest/"))
    described = next(iter(jsonld.graph_of(context, page)))["description"]
    assert " ".join(described.split()).startswith(" ".join(SAID.split())[:200])
