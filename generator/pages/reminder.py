"""The monthly question to each area: whether its page is right, with what the page says and what it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from generator import urls
from generator.danish import formatting
from generator.model.area import Area
from generator.model.membership import ended
from generator.model.reports import is_reported
from generator.pages.context import SiteContext
from generator.repository.links import Repository
from generator.text.github import code, prose

AGAIN = "Listen herover er lavet på ny i dag. Er alt rigtigt, så luk sagen."
_MOST_EVENTS = 12
_REPORTED_WITHIN = timedelta(days=365)
_ASK = "Det her har været der. Hvor mange kom, og hvordan gik det? Det tager et minut på telefonen."
_HELP = "Er noget forkert, så ret det selv, eller skriv det her i sagen, så hjælper vi. Du kan også skrive til"


class Reminder(NamedTuple):
    """One issue on GitHub: its title, by which the last one is found again, and its text in Markdown."""

    slug: str
    title: str
    body: str


def reminders(context: SiteContext, repository: Repository | None) -> list[Reminder]:
    """Return a reminder for each public area that is not finished. Nobody is asked about an area that is an example."""
    return [
        Reminder(area.slug, f"Er jeres side rigtig? {area.slug}", "\n".join(_body(context, area, repository)) + "\n")
        for area in context.site.areas
        if ended(area, context.now.date()) is None
    ]


def lacks(context: SiteContext, area: Area) -> Iterator[str]:
    """Yield what a reader of an area's page would miss, in Danish."""
    if not area.story.strip():
        yield f"Jeres egen fortælling om området ({code('index.md')})"
    if area.picture is None:
        yield f"Et billede med beskrivelse og fotograf ({code('billede')})"
    if area.contact is None or not area.contact.reachable:
        yield f"Hvem man kan skrive eller ringe til ({code('kontakt')})"
    if area.position is None:
        yield f"Hvor området ligger på kortet ({code('koordinater')})"
    if not area.idea:
        yield f"Jeres idé ({code('idé')})"
    if not area.goals:
        yield f"Jeres mål ({code('mål')})"
    if not area.partners:
        yield f"Dem, I gør det sammen med ({code('partnere')})"
    if not context.calendar.coming_of(area.slug):
        yield "Et arrangement, der kommer"


def _body(context: SiteContext, area: Area, repository: Repository | None) -> Iterator[str]:
    owners = context.site.owners.areas.get(area.slug, ())
    yield f"Kære {formatting.joined(f'@{account}' for account in owners) if owners else prose(area.name)}"
    yield ""
    yield f"En gang om måneden spørger jeg, om det, siden siger om **{prose(area.name)}**, stadig er rigtigt."
    yield f"Se selv efter: {context.site_url}{urls.area(area.slug)}"
    yield from ("", "### Det siger siden", "", *_facts(area))
    yield from ("", "### Det kommer", "", *(_coming(context, area)))
    if unreported := list(_unreported(context, area)):
        yield from ("", "### Hvordan gik det?", "", _ASK, "", *unreported)
    yield from ("", "### Det mangler", "", *([f"- {lack}" for lack in lacks(context, area)] or ["Ikke noget. Tak!"]))
    yield from ("", "### Er noget forkert?", "", f"{_HELP} {context.site.contacts.mail}.")
    if repository:
        links = {"de faste oplysninger": area.source, "fortællingen": area.story_source}
        yield "Ret " + formatting.joined(f"[{words}]({repository.edit(path)})" for words, path in links.items()) + "."
    yield "Er alt rigtigt, så luk sagen."


def _facts(area: Area) -> Iterator[str]:
    yield f"- **Kort om jer:** {prose(area.summary)}"
    yield f"- **Kommune:** {area.municipality.value}"
    if area.villages:
        yield f"- **Landsbyer:** {prose(formatting.joined(area.villages))}"
    contact = area.contact
    ways = [contact.role, contact.mail] if contact else []
    if contact and contact.shown:
        ways += [contact.name, contact.phone.text if contact.phone else None]
    yield f"- **Kontakt:** {', '.join(code(each) for each in ways if each) or 'ingen'}"
    yield f"- **Partnere:** {len(area.partners)}"


def _unreported(context: SiteContext, area: Area) -> Iterator[str]:
    """Yield the events that were held in the last year and of which nobody has said how they went, newest first."""
    since = context.now - _REPORTED_WITHIN
    calendar = context.calendar
    every = (date for event in calendar.events_of(area.slug) for date in calendar.occurrences_of(event))
    held = (date for date in every if since < date.ends and calendar.was_held(date))
    latest = {date.event.name: date for date in held if not is_reported(calendar, date)}
    for date in sorted(latest.values(), key=lambda date: date.begins, reverse=True)[:_MOST_EVENTS]:
        form = f"{context.site_url}{urls.report_form(date.event)}"
        yield f"- {formatting.full_day(date.start.day)}: {code(date.event.title)}. [Fortæl, hvordan det gik]({form})"


def _coming(context: SiteContext, area: Area) -> Iterator[str]:
    occurrences = context.calendar.coming_of(area.slug)
    for card in context.cards.events(occurrences[:_MOST_EVENTS]):
        status = f" ({card.status_text.lower()})" if card.status_text else ""
        yield f"- {card.when}: {code(card.title)}{status}"
    if len(occurrences) > _MOST_EVENTS:
        yield f"- … og {len(occurrences) - _MOST_EVENTS} til"
    if not occurrences:
        yield "Ikke noget endnu."
