"""The front page: what Kulturpunkt is, what happens next, where, how far the programme is, and how to take part."""

from __future__ import annotations

from typing import Any

from generator import urls
from generator.danish import formatting
from generator.media.dots import PROGRAMME_DOT
from generator.media.social_card import SocialCard
from generator.model.area import Status
from generator.model.measures import Kind
from generator.model.programme import PROGRAMME_FILE, TIMELINE_FILE
from generator.pages import correction, hero, rounds
from generator.pages.areas import missing_note
from generator.pages.context import SiteContext
from generator.pages.page import Document, Page, Part
from generator.pages.programme import core_elements
from generator.pages.timeline import progress


def front(context: SiteContext, document: Document) -> Page:
    """Return the page at the site's root."""
    coming = context.calendar.happening[:3]
    programme, cards = context.site.programme, rounds.present_cards(context)
    values = {
        "lead": lead(context),
        "text": document.html,
        "next": context.cards.events(coming),
        "year": str(context.now.year),
        "next_empty": None if coming else _nothing_next(context),
        "highlights": [] if coming else context.cards.events(context.calendar.held[:3]),
        "hero": hero.numerals(programme.area_count, [card.dot for card in cards]),
        "places": places(programme.area_count),
        "areas": cards,
        "areas_note": missing_note(context),
        "timeline": progress(context),
        "core": core_elements(context),
        "ways": _ways(),
        "figures": _figures(context),
        "counted": rounds.counted(context),
        "results_url": urls.RESULTS,
    }
    title = f"{programme.name}: {programme.area_count} {places(programme.area_count)} i Nordjylland, hvor kultur samler"
    files = (Part("Ret oplysningerne om programmet", PROGRAMME_FILE), Part("Ret tidsplanen", TIMELINE_FILE))
    return document.page(urls.FRONT, "front.html", values, "red", *files)._replace(title=title, social=_social(context))


def lead(context: SiteContext) -> str:
    """Return the programme in two sentences, in the present tense while it runs and in the past tense afterwards."""
    programme = context.site.programme
    part, gets = f"er udpeget som {programme.name}{rounds.in_round(context)}", "får"
    if context.over:
        span = f"fra {formatting.months_from(programme.period.begins, programme.period.ends)}"
        part, gets = f"var med i {programme.name}{rounds.in_round(context)}, der løb {span}", "fik"
    areas, each = ("lokalområde", "Det") if programme.area_count == 1 else ("lokalområder", "De")
    gets += " hver" if programme.area_count > 1 else ""
    return (
        f"{programme.area_count} {areas} i Nordjylland {part}. {each} {gets} {programme.amount.text} fra {programme.funder} "
        "til kulturelle aktiviteter, der kan udvikle lokale fællesskaber og skabe sammenhængskraft."
    )


def places(count: int) -> str:
    """Return the word after a number of areas in the heading of the front page."""
    return "sted" if count == 1 else "steder"


def _social(context: SiteContext) -> SocialCard:
    programme = context.site.programme
    title = f"{programme.area_count} {places(programme.area_count)}, hvor kultur samler"
    return SocialCard(title, (f"{programme.name} i Nordjylland",), None, PROGRAMME_DOT, None, "--red")


def _nothing_next(context: SiteContext) -> str:
    if being_corrected := correction.note(context):
        return being_corrected
    if context.over:
        ended = rounds.called(context.site.round) if context.site.round and rounds.several(context) else "programmet"
        return f"{formatting.capital(ended)} er slut, og der er ingen kommende arrangementer i kalenderen. Se, hvad der er sket."
    return "Der er ingen kommende arrangementer i kalenderen lige nu."


def _ways() -> list[dict[str, Any]]:
    return [
        {"title": "Kom forbi", "text": "Se, hvad der sker i lokalområderne.", "link": ("Gå til Det sker", urls.CALENDAR)},
        {
            "title": "Tag fat",
            "text": "Et Kulturpunkt er et lokalområde, hvor energien er der: ildsjæle og andre kræfter, der kan aktiveres.",
            "link": ("Find et lokalområde", urls.AREAS),
        },
        {
            "title": "Del en idé",
            "text": "Tid til idéudveksling. Se de andres idéer, og skriv jeres egne.",
            "link": ("Gå til Idéer", urls.IDEAS),
        },
    ]


def _figures(context: SiteContext) -> list[dict[str, Any]]:
    """Return the numbers of what has been done so far. Examples count only while examples are shown."""
    areas = [area for area in context.site.areas if area.status is Status.PUBLIC or context.examples]
    partners = context.sums[Kind.PARTNERS]
    sectors = {measure.group for measure in partners.counted}
    held = {urls.event(occurrence.event) for occurrence in context.calendar.held if not occurrence.is_cancelled_or_postponed}
    figures = [
        (len(areas), "lokalområde har en side" if len(areas) == 1 else "lokalområder har en side"),
        (len(held), "arrangement er holdt" if len(held) == 1 else "arrangementer er holdt"),
        (partners.value, f"partnere fra {formatting.number(len(sectors))} dele af samfundet"),
    ]
    return [{"number": number, "label": label} for number, label in figures if number]
