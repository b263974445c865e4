"""The report's chapter of the programme: its facts and steps, the numbers of all areas, and what is left for the staff to write."""

from __future__ import annotations

from collections.abc import Iterator

from generator.danish import formatting
from generator.evaluation.area_chapter import story_blocks
from generator.evaluation.blocks import Block, Heading, Missing, Paragraph, Table
from generator.evaluation.events import event_blocks
from generator.evaluation.pictures import Pictures
from generator.model.folders import PROGRAMME
from generator.model.measures import NOT_SAID
from generator.pages.areas import missing_note
from generator.pages.context import SiteContext
from generator.pages.cooperation import cooperation
from generator.pages.figures import figures, unsaid
from generator.pages.questions import answers
from generator.pages.round_figures import round_table


def programme_chapter(context: SiteContext, pictures: Pictures) -> Iterator[Block]:
    """Yield the chapter of the programme."""
    programme = context.site.programme
    yield Heading(f"{programme.name} i det hele", 1)
    if note := missing_note(context):
        yield Missing(f"områder: {note}")
    yield from _facts(context)
    yield from _numbers(context)
    yield from _together(context)
    yield from _core(context)
    yield from _goals(context)
    yield from _answers(context)
    yield Heading("Programmets egne arrangementer", 2)
    yield from event_blocks(context, PROGRAMME, pictures)
    yield Heading("Programmets egne historier", 2)
    yield from story_blocks(context.site.stories, "historier (mappen content/historier)", pictures)
    for title, what in _FOR_THE_STAFF:
        yield Heading(title, 2)
        yield Missing(what)


_FOR_THE_STAFF = (
    ("Det viser erfaringerne", "programmets egen vurdering af, hvad der virkede, og hvad der ikke gjorde"),
    ("Anbefalinger", "programmets anbefalinger til det, der kommer efter"),
)


def _facts(context: SiteContext) -> Iterator[Block]:
    programme = context.site.programme
    period = formatting.months_from(programme.period.begins, programme.period.ends)
    rows = [
        ("Fra", programme.funder),
        ("Til hvert lokalområde", programme.amount.text),
        ("Lokalområder", str(programme.area_count)),
        ("Periode", period),
    ]
    yield Heading("Kort om programmet", 2)
    yield Table("Kort om programmet", ("Hvad", "Oplysning"), rows)
    yield Heading("Tidsplanen", 2)
    yield Table(
        "Programmets trin",
        ("Trin", "Hvornår", "Hvor langt"),
        [(f"{step.number}. {step.title}", step.when, step.state_text) for step in context.steps],
    )


def _numbers(context: SiteContext) -> Iterator[Block]:
    yield Heading("Tallene", 2)
    rows = [(figure.label, figure.number, figure.said, " ".join(figure.notes)) for figure in figures(context)]
    if rows:
        yield Table("Alle områder lagt sammen", ("Hvad", "I alt", "Hvem der har oplyst det", "Det skal man vide om tallet"), rows)
        yield Paragraph("Hvordan hvert tal er lavet, står i bilaget »Sådan er tallene lavet« og i filen tal.csv.")
    if table := round_table(context):
        yield Table("Runde for runde", ("Hvad", *table.rounds), [(label, *numbers) for label, numbers in table.rows])
        yield Paragraph(table.note)
    for label in unsaid(context):
        yield Missing(f"{label}: ingen har oplyst det")


def _together(context: SiteContext) -> Iterator[Block]:
    yield Heading("Hvem der gjorde det sammen", 2)
    found = cooperation(context)
    if found is None:
        yield Missing("partnere: ingen områder har skrevet deres på")
        return
    rows = [(row.name, str(row.partners), str(row.areas), row.together) for row in found.rows]
    yield Table("Dele af samfundet", ("Del af samfundet", "Partnere", "Områder", "Sammen med (antal områder)"), rows)


def _core(context: SiteContext) -> Iterator[Block]:
    yield Heading("Kerneelementerne", 2)
    for element in context.site.programme.core_elements:
        yield Heading(element.title, 3)
        yield Paragraph(element.text)
        examples = [
            (area.name, example.text)
            for area in context.site.areas
            for example in area.in_practice
            if example.core_element == element.key
        ]
        if examples:
            yield Table(f"Eksempler: {element.title}", ("Område", "Eksempel"), examples)
        else:
            yield Missing(f"eksempler på {element.title.lower()}")


def _goals(context: SiteContext) -> Iterator[Block]:
    yield Heading("Programmets mål", 2)
    for goal in context.site.programme.goals:
        yield Heading(f"{goal.title} ({goal.level})", 3)
        yield Paragraph(goal.text)
        yield Missing("programmets egen vurdering af, hvor langt målet er nået")


def _answers(context: SiteContext) -> Iterator[Block]:
    yield Heading("Styregruppernes svar før og efter", 2)
    asked = answers(context)
    if asked is None:
        yield Missing("spørgsmål til styregrupperne (content/spoergsmaal.yml)")
        return
    for question in asked.questions:
        rows = [(answer.text, answer.before or NOT_SAID, answer.after or NOT_SAID) for answer in question.answers]
        yield Table(question.text, ("Svar", f"Før ({question.before})", f"Efter ({question.after})"), rows)
