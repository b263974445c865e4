"""A calendar in another language: every date stands on it or on the page of its month, and what stays Danish is marked."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from markupsafe import Markup

from generator import pages
from generator.content.load import load
from generator.danish.dates import parse_moment
from generator.model.calendar import Calendar
from generator.pages import languages
from generator.pages.context import SiteContext
from generator.pages.page import Document
from tests import trees
from tests.languages import language, other_letters

DAILY = "---\ntitel: Sang\nstart: 2026-05-05 kl. 19.00\ngentag: hver dag\ngentag til: 2026-08-20\npris: 50-75 kr.\nsprog: {}\n---\n"
DATES = 108


def context_of(root: Path, spoken: str, more: str = "", area: str = "") -> SiteContext:
    tree = {
        "content/index.md": "Forside\n",
        "content/det-sker.md": "Det sker\n",
        "areas/nordby/area.yml": trees.AREA + area,
        "areas/nordby/events/sang.md": DAILY.format(spoken).replace("---\n", f"---\n{more}", 1),
        **language("qaa"),
    }
    site, problems = load(trees.programme(root, tree))
    assert site
    assert problems == []
    return SiteContext(Calendar.at(site, parse_moment("2026-05-01 kl. 12.00").at), root, examples=True)


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    return context_of(tmp_path_factory.mktemp("languages"), "dansk og engelsk")


def calendar(context: SiteContext) -> list[dict[str, object]]:
    document = Document("content/qaa/days.md", "qaa/days/", "", "", Markup(), ())
    return pages.from_document(context, document).values["months"]  # type: ignore[no-any-return]


def days(months: list[dict[str, object]]) -> list[str]:
    return [entry.card.start[:10] for month in months for entry in month["cards"]]  # type: ignore[attr-defined]


def test_each_date_stands_on_the_calendar_or_on_the_page_of_its_month(context: SiteContext) -> None:
    all_days = [(date(2026, 5, 5) + timedelta(days=day)).isoformat() for day in range(DATES)]
    months = calendar(context)
    assert days(months) == all_days[: languages.SHOWN]
    others = {page.url: days(page.values["months"]) for page in languages.months(context)}
    assert list(others) == ["qaa/days/2026-06/", "qaa/days/2026-07/", "qaa/days/2026-08/"]
    assert [month["rest_url"] for month in months] == [None, *others]
    assert sorted({*days(months), *(day for shown in others.values() for day in shown)}) == all_days


def test_what_is_known_is_translated_and_the_rest_is_danish(context: SiteContext, tmp_path: Path) -> None:
    entry = calendar(context)[0]["cards"][0]  # type: ignore[index]
    assert entry.price == languages.Said("50 עד 75 כר", False)
    assert entry.spoken == languages.Said(", ".join(map(other_letters, ("dansk", "engelsk"))), False)
    other = calendar(context_of(tmp_path, "dansk og volapyk"))[0]["cards"][0]  # type: ignore[index]
    assert other.spoken == languages.Said("dansk og volapyk", True)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("ja", [(other_letters("ja"), False)]),
        ("ja, ad rampen i gavlen", [(other_letters("ja"), False), ("ad rampen i gavlen", True)]),
        ("Nej. Der er fire trin, og døren er smal", [(other_letters("nej"), False), ("Der er fire trin, og døren er smal", True)]),
        ("ad rampen, ja", [("ad rampen, ja", True)]),
        ("ja tak", [("ja tak", True)]),
    ],
)
def test_a_yes_or_no_is_translated_also_where_more_follows(tmp_path: Path, written: str, shown: list[tuple[str, bool]]) -> None:
    """Whether one can get in is what somebody without Danish must know first."""
    found = calendar(context_of(tmp_path, "dansk", f'adgang: {{trinfri: "{written}"}}\n'))[0]["cards"][0]  # type: ignore[index]
    [(_, facts)] = found.access
    assert list(map(tuple, facts)) == shown


PLACE = "steder: {salen: {navn: Salen, adgang: {trinfri: %s}}}\n"
OTHERS = {
    "its title's language": ("english: Come and sing with us.\n", ""),
    "an audience": ("målgruppe: unge\n", ""),
    "a category": ("kategori: musik\n", ""),
    "access": ("adgang: {teleslynge: ja}\n", ""),
    "a place": ("sted: salen\n", PLACE % "ja"),
    "a place with less access": ("sted: salen\n", PLACE % "nej"),
    "that one can see it online": ("online: https://example.org/live\n", ""),
}


def test_whatever_a_card_shows_decides_whether_its_month_is_made_again(context: SiteContext, tmp_path: Path) -> None:
    def shown(one: SiteContext) -> str:
        return repr([page.values["months"] for page in languages.months(one)])

    def decided(one: SiteContext) -> str:
        [event] = one.calendar.events
        return repr((one.cards.events(one.calendar.occurrences_of(event)), languages.beyond_danish(one, event)))

    contexts = {"as it was": context, "its languages": context_of(tmp_path / "spoken", "dansk")}
    for name, (more, area) in OTHERS.items():
        contexts[name] = context_of(tmp_path / name.replace(" ", "-"), "dansk og engelsk", more, area)
    assert len(set(map(shown, contexts.values()))) == len(contexts), "each is seen"
    assert len(set(map(decided, contexts.values()))) == len(contexts)
