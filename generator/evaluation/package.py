"""The files of the pack for the report: a document, the numbers as a table and as data, and the pictures with a list of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.danish import formatting
from generator.evaluation.annexes import how_numbers_are_made, list_of_pictures
from generator.evaluation.area_chapter import area_chapter
from generator.evaluation.blocks import Block
from generator.evaluation.pictures import Listed, Pictures
from generator.evaluation.programme_chapter import programme_chapter
from generator.evaluation.word import word
from generator.feeds import measures
from generator.feeds.spreadsheet import Columns, table, yes
from generator.pages.context import SiteContext

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
