"""The files of the pack for the report: a document, the numbers as a table and as data, and the pictures with a list of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.danish import formatting
from generator.evaluation.area_chapter import area_chapter
from generator.evaluation.blocks import Block, Heading, Missing, Paragraph, Points, Table
from generator.evaluation.pictures import Listed, Pictures
from generator.evaluation.programme_chapter import programme_chapter
from generator.evaluation.word import word
from generator.feeds import measures
from generator.feeds.spreadsheet import Columns, table, yes
from generator.pages.context import SiteContext
from generator.pages.figures import figures, origins
from generator.pages.round_figures import NOTE

_RULES = (
    "Tallene er talt op fra det, områderne har skrevet i deres filer, og fra kalenderen. Ingen har skrevet dem ind bagefter.",
    "Det, ingen har skrevet, er ikke talt med som nul. Ved hvert tal står, hvor mange områder der har oplyst det.",
    "Intet er talt to gange: et arrangement, som to områder har skrevet på, og en partner, som to områder nævner med samme navn, "
    "tæller én gang. Hedder to partnere det samme uden at være det, så skriv stedet i navnet.",
    "Hver dato i en række tæller for sig. Aflyste, udsatte og kommende datoer tæller ikke.",
    "Besøg er ikke personer: den, der kom tre gange, tæller tre gange. Det samme gælder hjælpere og optrædende.",
    "Et skøn tæller med det tal, der står; af »40-50« tæller 40, og af »over 100« tæller 100.",
)


def how_numbers_are_made(context: SiteContext) -> Iterator[Block]:
    """Yield the annex that says where each number is from."""
    yield Heading("Sådan er tallene lavet", 1)
    day = formatting.full_day(context.now.date())
    yield Paragraph(f"Tallene er talt op {day}. Hver enkelt linje står i filen tal.csv med område, dato, tal, måde og fil.")
    yield Points([*_RULES, f"Kun runden {context.only.round.title} er med. {NOTE}"] if context.only else _RULES)
    for figure in figures(context):
        yield Heading(f"{figure.number} {figure.label}", 2)
        yield Paragraph(" ".join((figure.said, *figure.notes)))
        rows = [(origin.owner, origin.value, origin.how, origin.sources) for origin in origins(context, figure.kind)]
        yield Table(f"Hvor tallet kommer fra: {figure.label}", ("Hvem", "Antal", "Talt hvordan", "Filer"), rows)


def list_of_pictures(listed: Sequence[Listed]) -> Iterator[Block]:
    """Yield the annex of the pictures: whose they are, and who has agreed."""
    yield Heading("Billederne", 1)
    if not listed:
        yield Missing("billeder: ingen områder har lagt et ind")
        return
    yield Paragraph("Billeder uden oplyst samtykke er ikke med i rapporten. De står her, så der kan spørges.")
    rows = [(each.original, each.credit, each.consent, "ja" if each.used else "nej") for each in listed]
    yield Table("Billeder", ("Fil", "Foto", "Samtykke", "Er med"), rows)


DOCUMENT, NUMBERS, DATA, SCHEMA, LIST = "rapport.docx", "tal.csv", "tal.json", "tal.schema.json", "billeder.csv"
_PICTURE_COLUMNS: Columns[Listed] = {
    "Fil": lambda of: of.file,
    "Oprindelig fil": lambda of: of.original,
    "Nævnt i": lambda of: of.source,
    "Beskrivelse": lambda of: of.alt,
    "Foto": lambda of: of.credit,
    "Samtykke": lambda of: of.consent,
    "Er med": lambda of: yes(of.used),
}


def package(context: SiteContext, cache: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the pack with its path. `cache` holds pictures that were made before."""
    pictures = Pictures(context, cache)
    blocks = _blocks(context, pictures)
    of_round = f" af runden {context.only.round.title}" if context.only else ""
    title, day = f"{context.site.programme.name}: evaluering{of_round}", formatting.plain_day(context.now.date())
    yield DOCUMENT, word(title, f"Udkast {day}, fyldt ud med det, områderne har skrevet", blocks, context.now)
    yield NUMBERS, measures.table(context)
    yield DATA, measures.data(context)
    yield SCHEMA, measures.schema()
    yield LIST, table(_PICTURE_COLUMNS, pictures.listed)
    yield from sorted(pictures.contents.items())


def _blocks(context: SiteContext, pictures: Pictures) -> list[Block]:
    """Return the whole report. The pictures are listed when all chapters have been made."""
    blocks = list(programme_chapter(context, pictures))
    for card in context.cards.areas:
        blocks += area_chapter(context, context.calendar.areas[card.slug], pictures)
    return [*blocks, *how_numbers_are_made(context), *list_of_pictures(pictures.listed)]
