"""The timeline: the programme's steps as past, now, next and later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from markupsafe import Markup

from generator import urls
from generator.danish import formatting
from generator.markdown.convert import cleaned
from generator.model.programme import TIMELINE_FILE
from generator.model.rounds import Round
from generator.pages import rounds
from generator.pages.context import SiteContext
from generator.pages.page import Crumb, Document, Page, Part
from generator.pages.round_figures import numbers_of
from generator.pages.values import Step


def timeline(context: SiteContext, document: Document) -> Page:
    """Return the page /tidsplan/."""
    heading, sentence = _where_we_are(context)
    values = {
        "text": document.html,
        "heading": heading,
        "sentence": sentence,
        "years": _years(context.steps),
        "said": _said(context.site.round, urls.TIMELINE),
        "others": rounds.others(context),
    }
    steps = Part("Ret trinene", context.site.round.steps_source if context.site.round else TIMELINE_FILE)
    return document.page(urls.TIMELINE, "timeline.html", values, "yellow", steps)


def rounds_of(context: SiteContext) -> Iterator[Page]:
    """Yield a page for each round, at an address of its own; none where there is one round."""
    for one in context.site.rounds if rounds.several(context) else ():
        title, summary = formatting.capital(rounds.called(one)), rounds.summary(context, one)
        values = {
            "title": title,
            "summary": summary,
            "said": _said(one, urls.round_page(one.name)),
            "years": _years(context.steps_of(one.timeline)),
            "areas": rounds.areas_of(context, one),
            "numbers": numbers_of(context, one),
            "year": str(context.now.year),
        }
        yield Page(
            urls.round_page(one.name),
            "round.html",
            f"{title} · {context.site.programme.name}",
            summary,
            values,
            colour="yellow",
            crumbs=(Crumb("Tidsplan", urls.TIMELINE), Crumb(title, None)),
            source=one.source,
            parts=(Part("Ret oplysningerne om runden", one.source), Part("Ret trinene", one.steps_source)),
        )


def _years(steps: Sequence[Step]) -> list[dict[str, Any]]:
    return [{"year": year, "steps": list(of_year)} for year, of_year in groupby(steps, key=lambda step: step.year)]


def _said(one: Round | None, url: str) -> Markup | None:
    """Return what is special for a round, as its file says it."""
    return cleaned(one.facts.text, urls.root_from(url)) if one and one.facts.text else None


def progress(context: SiteContext) -> dict[str, Any]:
    """Return where the programme is, for the front page."""
    heading, sentence = _where_we_are(context)
    past = [step for step in context.steps if step.state == "past"]
    return {
        "heading": heading,
        "sentence": sentence,
        "beads": context.steps,
        "previous": past[-1:],
        "now": [step for step in context.steps if step.state == "now"],
        "next": [step for step in context.steps if step.state == "next"],
    }


def _where_we_are(context: SiteContext) -> tuple[str, str]:
    """Return a heading and a sentence that are true today, and where another round runs or comes, one more."""
    heading, sentence = _in_the_round(context)
    return heading, " ".join(filter(None, (sentence, rounds.also(context))))


def _in_the_round(context: SiteContext) -> tuple[str, str]:
    """Return a heading and a sentence that says its day."""
    if not context.steps:
        return "Tidsplanen bliver rettet", "Trinene kan ikke vises lige nu."
    # Not `today`: a page that is read later says only what was true on its day.
    today = formatting.capital(formatting.full_day(context.now.date()))
    count = len(context.steps)
    now = [step for step in context.steps if step.state == "now"]
    coming = [step for step in context.steps if step.state == "next"]
    if now:
        numbers = _numbers(now)
        return f"Vi er ved {numbers} af {count}{rounds.in_round(context)}", f"{today} er vi ved {numbers}: {_titles(now)}."
    if coming:
        numbers = _numbers(coming)
        return (
            f"Det næste er {numbers} af {count}{rounds.in_round(context)}",
            f"{today} venter {numbers}: {_titles(coming)} ({coming[0].when.lower()}).",
        )
    period = context.site.programme.period
    span = formatting.months_from(period.begins, period.ends)
    one = context.site.round
    name = formatting.capital(rounds.called(one)) if one and rounds.several(context) else None
    heading = f"{name} er afsluttet" if name else "Programmet er afsluttet"
    return heading, f"{name or context.site.programme.name} løb fra {span}. Alle {formatting.number(count)} trin er taget."


def _numbers(steps: list[Step]) -> str:
    return f"trin {formatting.joined(str(step.number) for step in steps)}"


def _titles(steps: list[Step]) -> str:
    titles = [step.title for step in steps]
    return formatting.joined(titles[:1] + [title[0].lower() + title[1:] for title in titles[1:]])
