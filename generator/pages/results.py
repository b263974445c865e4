"""What came of the programme, for citizens and journalists: the page /resultater/, and the one with the areas' own words."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt
from typing import Any

from generator import urls
from generator.danish import formatting
from generator.markdown.convert import cleaned
from generator.model.area import Area, Status
from generator.model.measures import Kind
from generator.model.programme import PROGRAMME_FILE
from generator.model.results import GoalState
from generator.pages.areas import missing_note
from generator.pages.context import SiteContext
from generator.pages.cooperation import cooperation
from generator.pages.page import Crumb, Document, Page, Part
from generator.pages.questions import answers
from generator.pages.result_pictures import figure_cards
from generator.pages.round_figures import round_table
from generator.pages.rounds import counted
from generator.pages.said import pictures, quotes, stories
from generator.pages.timeline import progress
from generator.pages.values import AreaCard

_TOLD = {
    "goals": ("Målene, og hvor langt de nåede", "h-maal"),
    "lives_on": ("Det lever videre", "h-videre"),
    "answers": ("Spurgt før og efter", "h-svar"),
    "core": ("Kerneelementerne", "h-kerne"),
    "results": ("Det siger områderne selv", "h-linjer"),
}
"""The title and the anchor of each part of what the areas themselves tell."""
_MAP_LARGEST, _MAP_SMALLEST = 56, 16


def results(context: SiteContext, document: Document) -> Page:
    """Return the page /resultater/. What nobody has said anything of has no part of it."""
    cards = figure_cards(context)
    seen, written, told = pictures(context), stories(context), _told(context)
    shown = {
        "figures": [
            {"figure": figure, "ground": card.ground.removeprefix("--"), **_fills(place, len(cards))}
            for place, (figure, card) in enumerate(cards, 1)
        ],
        "cooperation": cooperation(context),
        "quotes": quotes(context),
        "pictures": seen,
        "stories": written,
        "by_round": round_table(context),
    }
    values = {
        "text": document.html,
        "day": formatting.plain_day(context.now.date()),
        "now": progress(context)["sentence"],
        "areas_note": missing_note(context),
        "counted": counted(context),
        "told": [{"title": title, "anchor": anchor} for name, (title, anchor) in _TOLD.items() if told[name]],
        "told_url": urls.RESULTS_OF_AREAS,
        "map": _map(context),
        "empty": not any(shown.values()) and not any(told[name] for name in _TOLD if name != "core"),
        "example": any(area.status is Status.EXAMPLE for area in context.site.areas),
        "pictures_url": urls.RESULT_PICTURES,
        "table_url": urls.RESULTS_TABLE,
        "stories_feed": urls.STORIES_FEED,
        **shown,
    }
    page = document.page(urls.RESULTS, "results.html", values, "night")
    return page._replace(
        social=cards[0][1] if cards else None,
        pictures=(*(each.picture.files for each in seen), *(story.picture.files for story in written if story.picture)),
    )


def results_of_areas(context: SiteContext) -> Iterator[Page]:
    """Yield the page /resultater/omraader/ with what the areas themselves tell, if any does."""
    told, title = _told(context), "Det fortæller områderne"
    if any(told.values()):
        yield Page(
            urls.RESULTS_OF_AREAS,
            "results-areas.html",
            title,
            "Hvad der kom ud af det i hvert lokalområde: målene, det, der lever videre, og kerneelementerne i praksis.",
            {"title": title, **told},
            colour="night",
            source=PROGRAMME_FILE,
            parts=(Part("Ret kerneelementerne", PROGRAMME_FILE),),
            crumbs=(Crumb("Resultater", urls.RESULTS), Crumb(title, None)),
        )


def _told(context: SiteContext) -> dict[str, Any]:
    return {
        "goals": _goals(context),
        "lives_on": _lives_on(context),
        "answers": _answers(context),
        "core": _core(context),
        "results": _lines(context),
    }


def _fills(place: int, count: int) -> dict[str, bool]:
    """Return how the last field of a wall fills its row: of two fields, or alone or as the second of three."""
    last = place == count
    return {"half": last and count % 2 == 1, "third": last and count % 3 == 1, "two_thirds": last and count % 3 == 2}


def _answers(context: SiteContext) -> dict[str, Any] | None:
    asked = answers(context)
    if asked is None:
        return None
    return {
        "text": cleaned(asked.text or "", urls.root_from(urls.RESULTS_OF_AREAS)),
        "questions": asked.questions,
        "example": asked.example,
    }


def _core(context: SiteContext) -> list[dict[str, Any]]:
    """Return the core elements with the areas that work with them and their examples; none where no area says anything of one."""
    elements = [
        {
            "number": number,
            "title": element.title,
            "text": element.text,
            "areas": [_link(card) for card in context.cards.areas if element.key in _area(context, card).core_elements],
            "examples": [
                {**_link(card), "text": example.text}
                for card in context.cards.areas
                for example in _area(context, card).in_practice
                if example.core_element == element.key
            ],
        }
        for number, element in enumerate(context.site.programme.core_elements, 1)
    ]
    return elements if any(element["areas"] or element["examples"] for element in elements) else []


def _goals(context: SiteContext) -> list[dict[str, Any]]:
    """Return the goals of which an area has said how far it has come, the reached ones first."""
    states = list(GoalState)
    said = [
        {**_link(card), "text": goal.text, "note": goal.note, "state": goal.state.value, "place": states.index(goal.state)}
        for card in context.cards.areas
        for goal in _area(context, card).goals
        if goal.state
    ]
    return sorted(said, key=lambda goal: goal["place"])


def _lives_on(context: SiteContext) -> list[dict[str, Any]]:
    """Return what goes on, and who carries it."""
    every = ((card, each) for card in context.cards.areas for each in _area(context, card).lives_on)
    return [{**_link(card), "what": each.what, "who": each.who} for card, each in every]


def _lines(context: SiteContext) -> list[dict[str, Any]]:
    """Return what each area says has come of it."""
    return [{**_link(card), "lines": lines} for card in context.cards.areas if (lines := _area(context, card).results)]


def _area(context: SiteContext, card: AreaCard) -> Area:
    return context.calendar.areas[card.slug]


def _link(card: AreaCard) -> dict[str, Any]:
    return {"name": card.name, "url": card.url, "dot": card.dot, "example": card.example}


def _map(context: SiteContext) -> dict[str, Any] | None:
    """Return the areas that have held something, each with how often; None where none has."""
    counted = context.sums[Kind.HELD]
    times = {owner: sum(measure.owner == owner for measure in (*counted.counted, *counted.doubles)) for owner in counted.owners}
    cards = [card for card in context.cards.areas if card.slug in times]
    if not cards:
        return None
    most = max(times[card.slug] for card in cards)
    spots = [{**_link(card), **_spot(card, times[card.slug], most)} for card in cards]
    return {"areas": spots, "drawn": [spot for spot in spots if spot["left"] is not None]}


def _spot(card: AreaCard, times: int, most: int) -> dict[str, Any]:
    """Return where an area's dot stands on the map (1000 × 725) and its size: its surface is as large as what it counts."""
    radius = round(max(_MAP_SMALLEST, _MAP_LARGEST * sqrt(times / most)), 1)
    left, top = (None if place is None else round(place - radius) for place in (card.x, card.y))
    return {"left": left, "top": top, "size": round(2 * radius), "times": times}
