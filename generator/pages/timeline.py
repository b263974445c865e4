"""The timeline: the programme's steps as past, now, next and later."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from generator import urls
from generator.danish import formatting
from generator.pages.context import SiteContext
from generator.pages.page import Document, Page, Part
from generator.pages.values import Step


def timeline(context: SiteContext, document: Document) -> Page:
    """Return the page /tidsplan/."""
    heading, sentence = _where_we_are(context)
    values = {
        "text": document.html,
        "heading": heading,
        "sentence": sentence,
        "years": [{"year": year, "steps": list(steps)} for year, steps in groupby(context.steps, key=lambda step: step.year)],
    }
    return Page(
        urls.TIMELINE,
        "timeline.html",
        document.title,
        document.description,
        values,
        colour="yellow",
        source=document.source,
        parts=document.parts(Part("Ret trinene", "content/timeline.yml")),
    )


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
    """Return a heading and a sentence that are true today."""
    today = formatting.full_day(context.now.date())
    count = len(context.steps)
    now = [step for step in context.steps if step.state == "now"]
    coming = [step for step in context.steps if step.state == "next"]
    if now:
        numbers = _numbers(now)
        return f"Vi er ved {numbers} af {count}", f"I dag, {today}, er vi ved {numbers}: {_titles(now)}."
    if coming:
        numbers = _numbers(coming)
        return (
            f"Det næste er {numbers} af {count}",
            f"I dag, {today}, venter {numbers}: {_titles(coming)} ({coming[0].when.lower()}).",
        )
    period = context.site.programme.period
    span = f"{formatting.month_year(period.begins)} til {formatting.month_year(period.ends)}"
    return "Programmet er afsluttet", f"Kulturpunkt løb fra {span}. Alle {formatting.number(count)} trin er taget."


def _numbers(steps: list[Step]) -> str:
    return f"trin {formatting.joined(str(step.number) for step in steps)}"


def _titles(steps: list[Step]) -> str:
    titles = [step.title for step in steps]
    return formatting.joined(titles[:1] + [title[0].lower() + title[1:] for title in titles[1:]])
