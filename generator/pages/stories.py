"""The page of a story, and its card where stories are listed."""

from __future__ import annotations

from typing import Any, NamedTuple

from generator import urls
from generator.danish import formatting
from generator.markdown.convert import cleaned
from generator.media.dots import Dot
from generator.media.social_card import EXAMPLE_MARK, SocialCard
from generator.model.area import Area
from generator.model.story import Story
from generator.pages.context import SiteContext
from generator.pages.outcome import goal_of, shown_goal
from generator.pages.page import AREAS, Crumb, Page
from generator.pages.values import ShownPicture

_OTHERS = 3


class StoryCard(NamedTuple):
    """A story as it stands in a list. `day` is in words, `iso` for programs."""

    url: str
    title: str
    summary: str | None
    day: str
    iso: str
    owner: str
    dot: Dot
    picture: ShownPicture | None
    example: bool


def card_of(context: SiteContext, story: Story) -> StoryCard:
    """Return the card of a story."""
    return StoryCard(
        url=urls.story(story),
        title=story.title,
        summary=story.summary,
        day=formatting.plain_day(story.day),
        iso=story.day.isoformat(),
        owner=context.calendar.name_of(story.owner),
        dot=context.cards.dot_of(story.owner),
        picture=context.picture(story.owner, story.picture),
        example=story.example,
    )


def story(context: SiteContext, story: Story) -> Page:
    """Return the page of a story."""
    url = urls.story(story)
    card, area = card_of(context, story), context.calendar.areas.get(story.owner)
    titles = {element.key: element.title for element in context.site.programme.core_elements}
    others = [each for each in context.site.stories_of(story.owner) if each is not story][:_OTHERS]
    cards = [card_of(context, each) for each in others]
    values = {
        "card": card,
        "author": story.author,
        "text": cleaned(story.text, urls.root_from(url)),
        "area": area and {"name": area.name, "url": urls.area(area.slug), "municipality": area.municipality.in_full},
        "event": _event(context, story),
        "goal": _goal(area, story),
        "core": [titles[key] for key in story.core_elements if key in titles],
        "others": cards,
    }
    home = Crumb(area.name, urls.area(area.slug)) if area else Crumb(context.site.programme.name, urls.ABOUT)
    shown = [each.picture for each in (card, *cards) if each.picture]
    mark = EXAMPLE_MARK if story.example else None
    return Page(
        url,
        "story.html",
        f"{story.title} · {card.owner}",
        story.summary or f"En historie fra {card.owner}: {story.title}",
        values,
        colour="sand",
        source=story.source,
        hidden=story.example,
        crumbs=(*((AREAS,) if area else ()), home, Crumb(story.title, None)),
        social=SocialCard(
            story.title, (card.owner, card.day), mark, card.dot, context.photo(story.owner, story.picture), "--yellow"
        ),
        pictures=tuple(picture.files for picture in shown),
    )


def _event(context: SiteContext, story: Story) -> dict[str, Any] | None:
    event = context.site.event_of(story)
    if event is None:
        return None
    dates = context.calendar.occurrences_of(event)
    when = context.cards.event(dates[0]).when if len(dates) == 1 else None
    return {"title": event.title, "url": urls.event(event), "when": when}


def _goal(area: Area | None, story: Story) -> dict[str, Any] | None:
    goal = goal_of(area, story.goal) if area and story.goal else None
    return shown_goal(goal) if goal else {"text": story.goal, "state": None} if story.goal else None
