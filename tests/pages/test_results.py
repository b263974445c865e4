"""The page of results: what it shows of everything, half and nothing, when it is in the menu, and how numbers are worded."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from markupsafe import Markup

from generator import urls
from generator.build.build import Build
from generator.danish.dates import now_from
from generator.feeds import stories
from generator.model.calendar import Calendar
from generator.pages.context import SiteContext
from generator.pages.figures import figures
from generator.pages.page import Document, Page
from generator.pages.questions import answers
from generator.pages.result_pictures import result_pictures
from generator.pages.results import results, results_of_areas
from tests.results import NOW, context_of, tree
from tests.trees import AREA

DOCUMENT = Document("content/resultater.md", urls.RESULTS, "Resultater", "", Markup(), ())


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    return context_of(tmp_path_factory.mktemp("program"), tree())


def page_at(context: SiteContext, now: datetime) -> Page:
    return results(SiteContext(Calendar.at(context.site, now), context.root, True), DOCUMENT)


def test_a_number_says_who_has_said_it_and_what_it_leaves_out(context: SiteContext) -> None:
    shown = {figure.kind.value: figure for figure in figures(context)}
    people = shown["besøg"]
    assert (people.number, people.label, people.said) == ("ca. 62", "besøg", "Oplyst af 2 af 11 områder.")
    assert people.notes[:2] == ("Det gælder 3 af 6 gange; for 3 er det ikke oplyst.", "Heraf er 20 et skøn.")
    assert shown["afholdt"].said == "Talt i kalenderen for 2 af 11 områder."
    assert "tæller én gang: Skolen." in shown["partnere"].notes[-1]
    assert (shown["mål"].number, shown["mål"].said) == ("1", "Oplyst af 1 af 11 områder.")
    assert shown["mål"].notes == ("Områderne har sat sig 4 mål i alt. Resten: 1 delvist og 2 er der ikke sagt noget om.",)


def test_a_dot_is_as_large_as_what_it_counts(context: SiteContext) -> None:
    held = figures(context)[0]
    assert [share.text for share in held.shares] == ["5", "2"]
    large, small = held.dots
    assert (large.size / small.size) ** 2 == pytest.approx(5 / 2, rel=0.01)


def test_what_is_said_has_a_part_of_the_page(context: SiteContext) -> None:
    page = results(context, DOCUMENT)
    assert not page.values["empty"]
    [told] = results_of_areas(context)
    assert all(told.values[name] for name in ("goals", "lives_on", "answers", "core", "results")) and len(page.values["told"]) == 5
    assert [goal["state"] for goal in told.values["goals"]] == ["nået", "delvist"]
    assert [quote.text for quote in page.values["quotes"]] == ["Vi kommer igen."]
    assert [story.title for story in page.values["stories"]] == ["Koret blev ved"]
    assert [example["text"] for example in told.values["core"][0]["examples"]] == ["Sangaftenen blev til et kor."]
    assert [(area["name"], area["times"]) for area in page.values["map"]["areas"]] == [("Nordby", 5), ("Sydby", 2)]
    assert page.values["map"]["drawn"] == []
    assert [row.together for row in page.values["cooperation"].rows] == ["skoler (1)", "kulturliv (1)"]


def test_pictures_are_those_that_nobody_in_them_said_no_to(tmp_path: Path, context: SiteContext) -> None:
    page = results(context, DOCUMENT)
    assert [(each.picture.alt, each.title, each.owner) for each in page.values["pictures"]] == [("Salen.", "Fest", "Nordby")]
    assert page.values["pictures"][0].picture.files in page.pictures, "or the site has no such file"
    files = tree()
    said = str(files["areas/nordby/events/fest.md"])
    files["areas/nordby/events/fest.md"] = said.replace("samtykke: ingen", "samtykke: nej")
    taken_back = results(context_of(tmp_path, files), DOCUMENT)
    assert taken_back.values["pictures"] == [] and taken_back.pictures == ()


def test_nothing_said_is_said_with_what_there_is(tmp_path: Path) -> None:
    context = context_of(tmp_path, {"areas/vestby/area.yml": AREA})
    page = results(context, DOCUMENT)
    assert list(results_of_areas(context)) == []
    assert page.values["empty"]
    assert not any(page.values[name] for name in ("figures", "cooperation", "quotes", "pictures", "stories", "told", "map"))


def test_before_anything_was_held_nothing_of_it_is_counted(context: SiteContext) -> None:
    values = page_at(context, now_from("2025-01-01")).values
    kinds = [each["figure"].kind.value for each in values["figures"]]
    assert kinds == ["partnere", "nye samarbejder", "mål", "lever videre"]
    assert values["quotes"] == values["pictures"] == []


@pytest.mark.parametrize(("day", "there"), [("2025-04-23", False), ("2025-04-26", True), ("2027-01-01", True)])
def test_the_page_is_in_the_menu_when_the_programme_is_past_its_middle(context: SiteContext, day: str, there: bool) -> None:
    """The steps of these trees run from 1 March to 18 June 2025."""
    build = Build.__new__(Build)
    build.context = SiteContext(Calendar.at(context.site, now_from(f"{day} 12:00")), context.root, True)
    build.set_menu([("Forside", ""), ("Resultater", urls.RESULTS)])
    assert ("Resultater" in dict(build.menu)) == there


def test_answers_are_shown_of_five_or_more(context: SiteContext) -> None:
    shown = answers(context)
    assert shown
    [question] = shown.questions
    assert (question.before, question.after) == ("6 svar", "færre end 5 svar")
    assert [(answer.before, answer.after) for answer in question.answers] == [("4 af 6", ""), ("2 af 6", "")]


def test_each_number_and_quote_is_a_picture_with_the_same_as_text(context: SiteContext) -> None:
    page = result_pictures(context)
    pictures = page.values["pictures"]
    assert len(pictures) == len(figures(context)) + 1 == len(page.cards)
    assert pictures[-1]["alt"] == "»Vi kommer igen.« En nabo, Fest, Nordby."
    linked = [each["figure"].key for each in results(context, DOCUMENT).values["figures"]]
    assert [picture["key"] for picture in pictures[:-1]] == linked
    assert all(picture["alt"].startswith(picture["title"]) for picture in pictures[:-1])


def test_stories_are_a_feed_of_all_and_of_their_area(context: SiteContext) -> None:
    for feed in (stories.of_all(context, NOW), *dict(stories.of_area(context, "nordby")).values()):
        assert "<title>Koret blev ved</title>" in feed.decode()
    assert list(stories.of_area(context, "sydby")) == []
