"""What pages say of the programme's rounds: nothing where there is one, so that nobody needs the word."""

from __future__ import annotations

from typing import Any

from generator import urls
from generator.danish import formatting
from generator.danish.spans import Period
from generator.model.area import Area
from generator.model.membership import ended, members, memberships
from generator.model.rounds import Round
from generator.pages.context import SiteContext
from generator.pages.values import AreaCard


def several(context: SiteContext) -> bool:
    """Return whether the programme has more rounds than one."""
    return len(context.site.rounds) > 1


def called(one: Round) -> str:
    """Return what a round is called within a sentence: `runden 2027-2028`, `anden runde`."""
    if "runde" in one.title.lower():
        return one.title[0].lower() + one.title[1:]
    return f"runden {one.title}"


def in_round(context: SiteContext) -> str:
    """Return ` i runden 2027-2028` of the round that the site speaks of; nothing where there is one round."""
    return f" i {called(context.site.round)}" if several(context) and context.site.round else ""


def span(one: Round) -> str:
    """Return a round's period: `marts 2027 til august 2028`."""
    return formatting.months_from(one.facts.period.begins, one.facts.period.ends)


def present_areas(context: SiteContext) -> tuple[Area, ...]:
    """Return the areas of the round that the site speaks of; all areas while none of them has a page."""
    site = context.site
    return (members(site.areas, site.round, site.rounds) if site.round else ()) or site.areas


def present_cards(context: SiteContext) -> list[AreaCard]:
    """Return the cards of these areas, in Danish order."""
    slugs = {area.slug for area in present_areas(context)}
    return [card for card in context.cards.areas if card.slug in slugs]


_ANCHORS = {"now": "h-omraader", "coming": "h-kommer", "earlier": "h-tidligere"}


def groups(context: SiteContext) -> list[dict[str, Any]]:
    """Return all areas as cards, grouped: those that take part now, those that will, and earlier ones; one group where all do."""
    today, rounds = context.now.date(), context.site.rounds
    runs = any(each.runs(today) for each in rounds)
    kinds = {area.slug: _kind(context, area, runs=runs) for area in context.site.areas}
    titles = {"now": "Med nu" if runs else f"Med{in_round(context)}", "coming": "Med næste gang", "earlier": "Tidligere"}
    if len(set(kinds.values())) < 2:
        titles, kinds = {"now": "Alle lokalområder"}, dict.fromkeys(kinds, "now")
    found = {kind: [card for card in context.cards.areas if kinds[card.slug] == kind] for kind in titles}
    return [{"title": titles[kind], "anchor": _ANCHORS[kind], "areas": cards} for kind, cards in found.items() if cards]


def _kind(context: SiteContext, area: Area, *, runs: bool) -> str:
    today, site = context.now.date(), context.site
    parts = memberships(area, site.rounds)
    if ended(area, today):
        return "earlier"
    if parts and all(each.round.begins > today for each in parts):
        return "coming"
    now = any(each.includes(today) for each in parts) if runs else any(each.round is site.round for each in parts)
    begins = any((each.when or each.round).begins > today for each in parts)
    return "now" if now else "coming" if begins else "earlier"


def lines_on(context: SiteContext, area: Area) -> list[str]:
    """Return what an area's page says of its rounds, and since when it is finished."""
    finished = ended(area, context.now.date())
    lines = [f"Afsluttet {_since(finished)}."] if finished else []
    if several(context):
        parts = [
            f"{called(each.round)} ({formatting.period(each.when) if each.when else span(each.round)})"
            for each in memberships(area, context.site.rounds)
        ]
        lines += [f"Med i {formatting.joined(parts)}."] if parts else []
    return lines


def _since(finished: Period) -> str:
    """Return when an area finished: `i august 2026`, `den 14. august 2026`."""
    return f"i {formatting.month_year(finished.ends)}" if finished.months else f"den {formatting.plain_day(finished.ends)}"


def also(context: SiteContext) -> str:
    """Return a sentence on the other round that runs today, or the one that comes next; nothing where there is none."""
    today, others = context.now.date(), [each for each in context.site.rounds if each is not context.site.round]
    running = [f"{called(each)}, til {formatting.month_year(each.ends)}" for each in others if each.runs(today)]
    coming = sorted((each for each in others if each.begins > today), key=lambda each: each.begins)
    said = [f"Samtidig løber {formatting.joined(running)}."] if running else []
    said += [f"{formatting.capital(called(coming[0]))} begynder i {formatting.month_year(coming[0].begins)}."] if coming else []
    return " ".join(said)


def others(context: SiteContext) -> list[dict[str, Any]]:
    """Return the rounds besides the one that the site speaks of, the latest first, with their steps, as the timeline shows them."""
    listed = sorted((each for each in context.site.rounds if each is not context.site.round), key=lambda each: each.begins)
    return [
        {
            "title": formatting.capital(called(each)),
            "name": each.name,
            "text": summary(context, each),
            "steps": context.steps_of(each.timeline),
            "url": urls.round_page(each.name),
        }
        for each in reversed(listed)
    ]


def summary(context: SiteContext, one: Round) -> str:
    """Return a round in two sentences, with what it counts."""
    today, count = context.now.date(), one.facts.area_count
    verb, gets = ("løber", "får") if one.runs(today) else ("begynder", "får") if one.begins > today else ("løb", "fik")
    when = f"i {formatting.month_year(one.begins)}" if one.begins > today else f"fra {span(one)}"
    areas = formatting.counted(count, "lokalområde", "lokalområder")
    each = "" if count == 1 else " hver"
    funder = context.site.programme.funder
    return f"{formatting.capital(called(one))} {verb} {when}. {areas} {gets}{each} {one.facts.amount.text} fra {funder}."


def areas_of(context: SiteContext, one: Round) -> list[AreaCard]:
    """Return the cards of a round's areas."""
    slugs = {area.slug for area in members(context.site.areas, one, context.site.rounds)}
    return [card for card in context.cards.areas if card.slug in slugs]


def counted(context: SiteContext) -> str | None:
    """Return which rounds numbers of the whole site count; None where there is one round."""
    if not several(context):
        return None
    begun = sum(each.begins <= context.now.date() for each in context.site.rounds)
    every = "for alle runder, " if begun > 1 else ""
    return f"Tallene er {every}fra {formatting.month_year(min(each.begins for each in context.site.rounds))}."
