"""The report's chapter of one area: what it says of itself, what came of it, and what nobody has written yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.danish import formatting
from generator.evaluation.blocks import Block, Heading, Missing, Paragraph, Points, Table, paragraphs
from generator.evaluation.events import event_blocks
from generator.evaluation.pictures import Pictures
from generator.model.area import Area, Status
from generator.model.measures import NOT_SAID
from generator.model.membership import steps_taken
from generator.model.story import Story
from generator.pages.areas import partners_by_sector
from generator.pages.context import SiteContext


def area_chapter(context: SiteContext, area: Area, pictures: Pictures) -> Iterator[Block]:
    """Yield the chapter of an area."""
    example = " (eksempel)" if area.status is Status.EXAMPLE else ""
    yield Heading(f"{area.name}{example}", 1)
    yield Paragraph(f"{area.summary} {area.municipality.in_full}.")
    yield from pictures.images(area.slug, (area.picture, *area.gallery), area.source)
    yield from _said("Udfordring", area.challenge, "den udfordring, området ville gøre noget ved (udfordring)")
    yield from _said("Vision", area.vision, None)
    yield from _said("Idé", area.idea, "idéen (idé)")
    yield from _steps(context, area)
    yield from _goals(area)
    yield from _events(context, area, pictures)
    yield from _partners(area)
    yield from _core(context, area)
    yield from _results(area)
    yield from _lives_on(area)
    yield from _spending(area)
    yield Heading("Historier", 2)
    yield from story_blocks(area.stories, "historier (mappen historier)", pictures)


def _said(title: str, text: str | None, missing: str | None) -> Iterator[Block]:
    if text or missing:
        yield Heading(title, 2)
        yield from map(Paragraph, paragraphs(text or ""))
    if not text and missing:
        yield Missing(missing)


def _steps(context: SiteContext, area: Area) -> Iterator[Block]:
    yield Heading("Trin, området har taget", 2)
    taken = steps_taken(area, context.site.rounds)
    rows = [(title, formatting.period(when) if when else NOT_SAID) for title, when in taken]
    yield Table(f"Trin, {area.name} har taget", ("Trin", "Hvornår"), rows) if rows else Missing("de trin, området har taget (trin)")


def _goals(area: Area) -> Iterator[Block]:
    yield Heading("Områdets egne mål", 2)
    if not area.goals:
        yield Missing("områdets mål (mål)")
        return
    rows = [(goal.text, goal.state.value if goal.state else NOT_SAID, goal.note or NOT_SAID) for goal in area.goals]
    yield Table(f"Mål i {area.name}", ("Mål", "Hvor langt", "Hvordan det gik"), rows)
    unsaid = sum(goal.state is None for goal in area.goals)
    if unsaid:
        yield Missing(f"hvor langt området er nået med {formatting.number(unsaid)} af målene (status)")


def _events(context: SiteContext, area: Area, pictures: Pictures) -> Iterator[Block]:
    yield Heading("Det, der er holdt", 2)
    yield from event_blocks(context, area.slug, pictures)


def _partners(area: Area) -> Iterator[Block]:
    yield Heading("Hvem der gør det sammen", 2)
    if area.partners:
        rows = [(sector, formatting.joined(partner.name for partner in partners)) for sector, partners in partners_by_sector(area)]
        yield Table(f"Partnere i {area.name}", ("Del af samfundet", "Partnere"), rows)
    else:
        yield Missing("dem, området gør det sammen med (partnere)")
    if area.cooperations:
        yield Points([": ".join(filter(None, (formatting.joined(each.partners), each.text))) for each in area.cooperations])
    else:
        yield Missing("nye samarbejder (samarbejder)")


def _core(context: SiteContext, area: Area) -> Iterator[Block]:
    yield Heading("Kerneelementer i praksis", 2)
    titles = {element.key: element.title for element in context.site.programme.core_elements}
    examples = {example.core_element: example.text for example in area.in_practice}
    keys = [key for key in titles if key in area.core_elements or key in examples]
    if not keys:
        yield Missing("de kerneelementer, området arbejder med (kerneelementer)")
        return
    yield Table(
        f"Kerneelementer i {area.name}", ("Kerneelement", "Eksempel"), [(titles[key], examples.get(key, NOT_SAID)) for key in keys]
    )
    if lacking := [titles[key] for key in keys if key not in examples]:
        yield Missing(f"et eksempel på {formatting.joined(lacking)} (i praksis)")


def _results(area: Area) -> Iterator[Block]:
    yield Heading("Det kom der ud af det", 2)
    yield Points(area.results) if area.results else Missing("hvad der er kommet ud af det (resultater)")


def _lives_on(area: Area) -> Iterator[Block]:
    yield Heading("Det lever videre", 2)
    rows = [(each.what, each.who or NOT_SAID) for each in area.lives_on]
    if rows:
        yield Table(f"Det, der lever videre i {area.name}", ("Hvad", "Hvem der bærer det"), rows)
    else:
        yield Missing("hvad der lever videre, og hvem der bærer det (lever videre)")


def _spending(area: Area) -> Iterator[Block]:
    if area.spending:
        yield Heading("Det gik pengene til", 2)
        rows = [(each.item, each.amount.text if each.amount else NOT_SAID) for each in area.spending]
        yield Table(f"Det gik pengene til i {area.name}", ("Hvad", "Beløb"), rows)


def story_blocks(stories: Sequence[Story], missing: str, pictures: Pictures) -> Iterator[Block]:
    """Yield the stories of an owner, or that there are none."""
    if not stories:
        yield Missing(missing)
    for story in stories:
        yield Heading(story.title, 3)
        yield Paragraph(", ".join(filter(None, (formatting.plain_day(story.day), story.author))))
        yield from pictures.images(story.owner, (story.picture,), story.source)
        yield from map(Paragraph, paragraphs(story.text))
