"""`kulturpunkt mailing`: says whom to write to in each area, who cannot be reached, and the text for the next network meeting."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from generator.commands import CommandError
from generator.commands.context import context_of
from generator.content.load import load_readable
from generator.model.folders import PROGRAMME
from generator.model.occurrences import Occurrence
from generator.pages.context import SiteContext
from generator.pages.mailing import addressees, letter, meetings
from generator.text.letters import harmless

HELP = "skriv, hvem i områderne man kan skrive til, og en mail om det næste netværksmøde"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--event", metavar="NAVN", help="mødets fil i content/events/ uden .md (ellers det næste møde)")


def run(chosen: argparse.Namespace) -> int:
    """Return 0, or 2 where there is no such event."""
    root = Path.cwd()
    site, _ = load_readable(root)
    context = context_of(root, site, examples=False)
    meeting = _chosen(context, chosen.event) if chosen.event else next(iter(meetings(context)), None)
    for text in _lines(context, meeting):
        print("\n".join(map(harmless, text.split("\n"))))
    return 0


def _chosen(context: SiteContext, name: str) -> Occurrence:
    """Return the next date of one of the programme's events. Raise CommandError where there is none."""
    stem = Path(name).name.removesuffix(".md")
    found = [each for each in context.calendar.coming_of(PROGRAMME) if each.event.name == stem]
    if not found:
        raise CommandError(f"{name} er ikke et af programmets arrangementer, som kommer.")
    return found[0]


def _lines(context: SiteContext, meeting: Occurrence | None) -> Iterator[str]:
    found = addressees(context)
    reached = [each for each in found if each.mail]
    yield f"Skriv til {len(reached)} af {len(found)} områder (sæt dem i Bcc, så de ikke ser hinandens adresser):"
    yield "  " + "; ".join(dict.fromkeys(each.mail for each in reached)) if reached else "  Ingen endnu."
    yield from (f"  {each.area}: {', '.join(filter(None, (each.name, each.mail)))}" for each in reached)
    missing = [each for each in found if not each.mail]
    if missing:
        yield f"\n{len(missing)} kan ikke få mailen. Spørg dem:"
        yield from (f"  {each.area} {each.lacks}." for each in missing)
    if meeting:
        yield f"\nMailen om mødet:\n\n{letter(context, meeting)}"
    else:
        yield "\nDer kommer ikke noget møde. Skriv det i content/events/ med kategori: møde."
