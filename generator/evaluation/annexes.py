"""The report's annexes: how each number was made, and the pictures with their credit and consent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.danish import formatting
from generator.evaluation.blocks import Block, Heading, Missing, Paragraph, Points, Table
from generator.evaluation.pictures import Listed
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
