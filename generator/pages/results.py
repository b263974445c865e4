"""What came of the programme, for citizens and journalists: the page /resultater/, and its numbers as pictures to share."""

from __future__ import annotations

from math import sqrt
from typing import Any

from generator import urls
from generator.danish import formatting
from generator.media.social_card import SocialCard
from generator.model.area import Area, Status
from generator.model.measures import Kind, summed
from generator.pages.areas import EXAMPLE_MARK, missing_note
from generator.pages.context import SiteContext
from generator.pages.cooperation import cooperation
from generator.pages.figures import Figure, figures
from generator.pages.page import Crumb, Document, Page, Part
from generator.pages.timeline import progress
from generator.pages.values import AreaCard

_GROUNDS = ("red", "sky", "yellow", "fjord", "rose", "night")
_MAP_LARGEST, _MAP_SMALLEST = 56, 16


def results(context: SiteContext, document: Document) -> Page:
    """Return the page /resultater/. What nobody has said anything of has no part of it."""
    numbers = figures(context)
    worked = cooperation(context)
    core = _core(context)
    lines = _lines(context)
    values = {
        "text": document.html,
        "day": formatting.plain_day(context.now.date()),
        "standing": progress(context)["sentence"],
        "areas_note": missing_note(context),
        "figures": _grounded(numbers),
        "cooperation": worked,
        "core": core,
        "map": _map(context),
        "results": lines,
        "empty": not (numbers or worked or lines),
        "example": context.examples and any(area.status is Status.EXAMPLE for area in context.site.areas),
        "pictures_url": urls.RESULT_PICTURES,
        "table_url": urls.RESULTS_TABLE,
        "mail": context.site.contacts.mail,
    }
    return Page(
        urls.RESULTS,
        "results.html",
        document.title,
        document.description,
        values,
        colour="night",
        source=document.source,
        parts=document.parts(Part("Ret kerneelementerne", "content/programme.yml")),
        social=_social(context, numbers),
    )


def result_pictures(context: SiteContext) -> Page:
    """Return the page /resultater/del/, where each number stands as a picture that one can share."""
    shown = [(figure, _card(context, figure, ground)) for figure, ground in _with_grounds(figures(context))]
    values = {
        "pictures": [
            {"key": figure.key, "title": f"{figure.number} {figure.label}", "src": urls.social(card.key), "alt": figure.text}
            for figure, card in shown
        ]
    }
    return Page(
        urls.RESULT_PICTURES,
        "result-pictures.html",
        "Resultater som billeder",
        "Tallene som billeder, man kan dele eller trykke.",
        values,
        colour="sky",
        crumbs=(Crumb("Resultater", urls.RESULTS), Crumb("Billeder", None)),
        cards=tuple(card for _, card in shown),
    )


def _with_grounds(numbers: list[Figure]) -> list[tuple[Figure, str]]:
    return [(figure, _GROUNDS[place % len(_GROUNDS)]) for place, figure in enumerate(numbers)]


def _grounded(numbers: list[Figure]) -> list[dict[str, Any]]:
    return [{"figure": figure, "ground": ground} for figure, ground in _with_grounds(numbers)]


def _card(context: SiteContext, figure: Figure, ground: str) -> SocialCard:
    mark = EXAMPLE_MARK if figure.example else None
    return SocialCard(figure.number, (figure.label, figure.said), mark, _largest(context, figure), None, f"--{ground}", "number")


def _largest(context: SiteContext, figure: Figure) -> Any:
    most = max(figure.shares, key=lambda share: share.value)
    return context.cards.dot_of(most.owner)


def _social(context: SiteContext, numbers: list[Figure]) -> SocialCard | None:
    return _card(context, numbers[0], _GROUNDS[0]) if numbers else None


def _core(context: SiteContext) -> list[dict[str, Any]]:
    """Return the core elements with the areas that work with them."""
    return [
        {
            "number": number,
            "title": element.title,
            "text": element.text,
            "areas": [_link(card) for card in context.cards.areas if element.key in _area(context, card).core_elements],
        }
        for number, element in enumerate(context.site.programme.core_elements, 1)
    ]


def _area(context: SiteContext, card: AreaCard) -> Area:
    return context.calendar.areas[card.slug]


def _link(card: AreaCard) -> dict[str, Any]:
    return {"name": card.name, "url": card.url, "dot": card.dot, "example": card.example}


def _map(context: SiteContext) -> dict[str, Any] | None:
    """Return the areas that have held something, each with how often; None where none has."""
    counted = summed(Kind.HELD, context.measures)
    times = {owner: sum(measure.owner == owner for measure in (*counted.counted, *counted.doubles)) for owner in counted.owners}
    cards = [card for card in context.cards.areas if card.slug in times]
    if not cards:
        return None
    most = max(times[card.slug] for card in cards)
    spots = [{**_link(card), **_spot(card, times[card.slug], most)} for card in cards]
    return {"areas": spots, "drawn": [spot for spot in spots if spot["x"] is not None]}


def _spot(card: AreaCard, times: int, most: int) -> dict[str, Any]:
    """Return where an area's dot stands on the map (1000 × 725) and its radius: its surface is as large as what it counts."""
    return {"x": card.x, "y": card.y, "times": times, "size": round(max(_MAP_SMALLEST, _MAP_LARGEST * sqrt(times / most)), 1)}


def _lines(context: SiteContext) -> list[dict[str, Any]]:
    """Return what each area says has come of it."""
    return [{**_link(card), "lines": lines} for card in context.cards.areas if (lines := _area(context, card).results)]
