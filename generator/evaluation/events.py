"""What an owner has held, in a report: a table of the numbers, then what was said of each."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import commonpath, dirname, relpath

from generator.danish import formatting
from generator.evaluation.blocks import Block, Heading, Missing, Paragraph, Quote, Table, paragraphs
from generator.evaluation.pictures import Pictures
from generator.model.after import After
from generator.model.event import Event
from generator.model.measures import NOT_SAID, Kind
from generator.model.reports import Report, reports_of
from generator.pages.context import SiteContext

_COLUMNS = ("Dato", "Arrangement", "Besøg", "Talt hvordan", "Hjælpere", "Timer", "Optrædende", "Fil")
_ALL_DATES = "alle datoer under ét"
Row = tuple[str, ...]


def event_blocks(context: SiteContext, owner: str, pictures: Pictures) -> Iterator[Block]:
    """Yield what an owner has held: every date with its numbers, and the texts, quotes and pictures of those that have them."""
    held = [date for date in context.held if date.event.owner == owner]
    if not held:
        yield Missing("der er ikke holdt noget endnu, eller det står ikke i kalenderen")
        return
    reports = [report for event in context.calendar.events_of(owner) for report in reports_of(context.calendar, event)]
    of_dates = {report.occurrence: report.after for report in reports if report.occurrence}
    whole = [report for report in reports if report.occurrence is None]
    name = context.calendar.name_of(owner)
    folder = commonpath([dirname(date.event.source) for date in held])
    rows = [_row(formatting.plain_day(date.start.day), date.event, folder, of_dates.get(date)) for date in held]
    rows += [_row(_ALL_DATES, report.event, folder, report.after) for report in whole]
    yield Table(f"Det, der er holdt i {name}. Filerne ligger i {folder}.", _COLUMNS, rows)
    if silent := _silent(context, owner, len(held)):
        yield Missing(f"hvor mange der kom {silent} af {len(held)} gange (efter: antal)")
    for report in reports:
        yield from _said(report, pictures)


def _silent(context: SiteContext, owner: str, held: int) -> int:
    """Return for how many of an owner's held dates nobody has said how many came."""
    people = (each for each in context.measures_of.get(owner, []) if each.kind is Kind.PEOPLE)
    return held - len({thing for measure in people for thing in measure.of})


def _row(day: str, event: Event, folder: str, after: After | None) -> Row:
    said = after or After()
    came, *others = (number.text if number else NOT_SAID for number in (said.came, said.helpers, said.hours, said.artists))
    counted = str(said.counted or NOT_SAID) if said.came else NOT_SAID
    return day, event.title, came, counted, *others, relpath(event.source, folder)


def _said(report: Report, pictures: Pictures) -> Iterator[Block]:
    after, event = report.after, report.event
    said = [*_texts(after), *pictures.images(event.owner, after.pictures, event.source)]
    if said:
        day = formatting.plain_day(report.occurrence.start.day) if report.occurrence else _ALL_DATES
        yield Heading(f"{event.title}, {day}", 3)
        yield from said


def _texts(after: After) -> Iterator[Block]:
    yield from map(Paragraph, paragraphs(after.text or ""))
    if after.performers:
        yield Paragraph(f"Medvirkende: {formatting.joined(after.performers)}.")
    for quote in after.quotes:
        yield Quote(quote.text, quote.speaker or "uden navn")
    if after.lesson:
        yield from map(Paragraph, paragraphs(f"Det lærte vi: {after.lesson}"))
