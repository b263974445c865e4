"""The pages of the local areas: all of them together, and one for each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from generator import urls
from generator.danish import formatting
from generator.markdown.convert import cleaned
from generator.media.social_card import EXAMPLE_MARK, SocialCard
from generator.model.area import Area, Status
from generator.model.membership import ended, members, steps_taken
from generator.model.partners import Partner, Sector
from generator.pages import rounds, trust
from generator.pages.context import SiteContext
from generator.pages.outcome import core_with_examples, outcome, shown_goal
from generator.pages.page import AREAS, Crumb, Document, Page, Part
from generator.pages.stories import card_of
from generator.pages.subscriptions import subscribe_to_area
from generator.pages.values import AreaCard, map_point, programme_people, shown_contact
from generator.text.letters import sort_key

_PAST_SHOWN = 12
_MAP_BOX = 110


def areas(context: SiteContext, document: Document) -> Page:
    """Return the page /omraader/."""
    by_municipality = sorted(context.cards.areas, key=lambda card: sort_key(card.municipality))
    values = {
        "text": document.html,
        "areas": context.cards.areas,
        "groups": rounds.groups(context),
        "year": str(context.now.year),
        "areas_note": missing_note(context),
        "municipalities": [
            {"name": name, "areas": list(cards)} for name, cards in groupby(by_municipality, key=lambda card: card.municipality)
        ],
    }
    return document.page(urls.AREAS, "areas.html", values, "sky")


def missing_note(context: SiteContext) -> str | None:
    """Return a sentence that says how many areas have a page; None when all of the programme's areas have one."""
    site = context.site
    count = site.programme.area_count
    shown = len(members(site.areas, site.round, site.rounds) if site.round else site.areas)
    if shown >= count:
        return None
    if shown == 0:
        return f"Ingen af de {count} lokalområder{rounds.in_round(context)} har en side her endnu."
    ended = site.round is not None and site.round.ends < context.now.date()
    verb = "har" if shown > 1 or ended else "har foreløbig"
    return (
        f"{formatting.capital(formatting.number(shown))} af de {count} lokalområder{rounds.in_round(context)} {verb} en side her."
    )


def area(context: SiteContext, area: Area) -> Page:
    """Return the page of an area."""
    card = context.cards.area(area)
    first = context.calendar.first_of(area.slug)
    url, finished = urls.area(area.slug), ended(area, context.now.date())
    root = urls.root_from(url)
    picture = context.picture(area.slug, area.picture)
    stories = [card_of(context, story) for story in area.stories]
    gallery = [shown for each in area.gallery if (shown := context.picture(area.slug, each))]
    values = {
        "slug": area.slug,
        "name": area.name,
        "municipality": card.municipality,
        "summary": area.summary,
        "villages": area.villages,
        "example": card.example,
        "rounds": rounds.lines_on(context, area),
        "dot": card.dot,
        "picture": picture,
        "gallery": gallery,
        "text": cleaned(area.story, root),
        "challenge": cleaned(area.challenge or "", root),
        "vision": cleaned(area.vision or "", root),
        "idea": cleaned(area.idea or "", root),
        "core": core_with_examples(area, context.site.programme.core_elements),
        "goals": [shown_goal(goal) for goal in area.goals],
        "partners": list(partners_by_sector(area)),
        "steering": area.steering_group,
        "contact": shown_contact(area.contact),
        "programme_contact": {"mail": context.site.contacts.mail, "people": programme_people(context.site)},
        "links": area.links,
        "finished": finished is not None,
        "next": None if finished else card.next,
        "coming": context.cards.events(
            occurrence for occurrence in context.calendar.coming_of(area.slug) if occurrence is not first and not finished
        ),
        "past": context.cards.events(context.calendar.held_of(area.slug)[:_PAST_SHOWN]),
        "poster_url": urls.poster(area.slug),
        "follow": subscribe_to_area(context, area.slug, area.name),
        "changed": trust.area_changed(context, area),
        "tip": trust.tip(context, area.name, url),
        "steps": _steps(context, area),
        **outcome(area),
        "stories": stories,
        "places": [{"name": place.name, "address": place.whole_address, "way": place.way} for place in area.places.values()],
        "map": _local_map(area),
    }
    description = f"{context.site.programme.name} {area.name} i {card.municipality}: {area.summary}"
    return Page(
        url,
        "area.html",
        f"{area.name} · {context.site.programme.name}",
        description,
        values,
        colour="sky",
        source=area.source,
        parts=_editable(area),
        hidden=area.status is Status.EXAMPLE,
        crumbs=(AREAS, Crumb(area.name, None)),
        social=_social(context, area, card),
        pictures=tuple(shown.files for shown in [picture, *gallery, *(story.picture for story in stories)] if shown),
    )


def _editable(area: Area) -> tuple[Part, ...]:
    """Return the files that the page is made of."""
    facts = Part(f"Ret oplysningerne om {area.name}", area.source)
    return (facts, Part(f"Ret fortællingen om {area.name}", area.story_source)) if area.story else (facts,)


def _social(context: SiteContext, area: Area, card: AreaCard) -> SocialCard:
    mark = EXAMPLE_MARK if card.example else None
    return SocialCard(area.name, (card.municipality,), mark, card.dot, context.photo(area.slug, area.picture), "--sky")


def partners_by_sector(area: Area) -> Iterator[tuple[str, list[Partner]]]:
    """Yield the name of each sector with the area's partners there, both in Danish order."""
    ordered = sorted(area.partners, key=lambda partner: (sort_key(partner.sector.value), sort_key(partner.name)))
    for sector, partners in groupby(ordered, key=lambda partner: partner.sector):
        yield SECTOR_NAMES[sector], list(partners)


SECTOR_NAMES = dict(
    zip(
        Sector,
        (
            *("Foreninger", "Kommunen", "Skoler", "Daginstitutioner", "Uddannelser"),
            *("Erhvervsliv", "Kirker", "Kulturliv", "Sundhed", "Andre"),
        ),
        strict=True,
    )
)


def _steps(context: SiteContext, area: Area) -> list[dict[str, Any]]:
    taken = steps_taken(area, context.site.rounds)
    return [{"title": title, "when": when and formatting.period(when)} for title, when in taken]


def _local_map(area: Area) -> dict[str, Any] | None:
    """Return the square of the map around an area, with the names of its places; None for an area without a position."""
    if area.position is None:
        return None
    x, y = map_point(area.position)
    marks = [(area.name, x, y)] if not any(place.position for place in area.places.values()) else []
    marks += [(place.name, *map_point(place.position)) for place in area.places.values() if place.position]
    return {
        "x": x,
        "y": y,
        "left": round(x - _MAP_BOX / 2),
        "top": round(y - _MAP_BOX / 2),
        "side": _MAP_BOX,
        "marks": [{"name": name, "x": mark_x, "y": mark_y} for name, mark_x, mark_y in marks],
    }
