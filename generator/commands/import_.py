"""`kulturpunkt import`: reads calendars that areas keep elsewhere, and says or writes what they change of the areas' events."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from generator.commands import CommandError
from generator.commands.context import now, site_at
from generator.commands.files import folder_name, lay, put
from generator.importing.areas import import_area, import_file, missing_areas
from generator.importing.describe import as_lines, as_markdown
from generator.importing.outcome import ImportProposal
from generator.model.site import Site
from generator.text.letters import harmless, slug

HELP = "hent arrangementer fra kalendere, som områderne har et andet sted"
ALL = "alle"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "source", metavar="KILDE", help="en fil, et område (nordmors), en af dets kilder (nordmors/koret) eller alle"
    )
    parser.add_argument("--area", metavar="OMRÅDE", help="området, som en fil er til")
    parser.add_argument("--name", metavar="NØGLE", help="hvad kilden hedder, når den er en fil (ellers filens navn)")
    parser.add_argument("--write", action="store_true", help="skriv filerne i areas/")
    parser.add_argument("--output", type=Path, help="mappen, som forslagene skrives i, et område i hver sin mappe")
    parser.epilog = "Uden --write og --output siges det kun. Svarer 0, 1 når en kilde ikke kan læses, og 2 når intet kan."


def run(chosen: argparse.Namespace) -> int:
    """Return 0, 1 where a source or an area cannot be read while the rest is done, 2 where there is nothing to do."""
    root = Path.cwd()
    proposals = list(_proposals(root, site_at(root), chosen, now()))
    for proposal in proposals:
        for text in as_lines(proposal):
            print(harmless(text))
        if chosen.write:
            for file in proposal.files:
                put(root / file.path, file.text.encode())
                print(harmless(f"Skrevet: {file.path}"))
        if chosen.output:
            _write_proposal(chosen.output / proposal.slug, proposal)
    if any(proposal.files for proposal in proposals) and not (chosen.write or chosen.output):
        print("Er det rigtigt, så kør kommandoen igen med --write.")
    return 1 if any(proposal.faults for proposal in proposals) else 0


_NO_SOURCES = "Ingen områder har en kalender ved «kilder» i deres area.yml, så der er intet at hente."


def _proposals(root: Path, site: Site, chosen: argparse.Namespace, now: datetime) -> Iterator[ImportProposal]:
    source: str = chosen.source
    if source == ALL:
        if not any(area.sources for area in site.areas):
            print(_NO_SOURCES)
        yield from missing_areas(root, site)
        yield from (import_area(root, site, area, now) for area in site.areas if area.sources)
    elif chosen.area or Path(source).is_file():
        yield _of_file(root, site, Path(source), chosen, now)
    else:
        name, _, key = folder_name(source).partition("/")
        area = site.area(name)
        if area is None or not area.sources or (key and key not in area.sources):
            known = ", ".join(f"{each.slug}/{key}" for each in site.areas for key in each.sources)
            raise CommandError(
                f"{source} er hverken en fil, et område med kilder eller en kilde. Kilder: {known or 'ingen endnu'}."
            )
        yield import_area(root, site, area, now, key or None)


def _of_file(root: Path, site: Site, file: Path, chosen: argparse.Namespace, now: datetime) -> ImportProposal:
    if not chosen.area:
        raise CommandError("Skriv området, filen er til: --area nordmors.")
    area = site.area(folder_name(chosen.area))
    if area is None:
        raise CommandError(f"{chosen.area} er ikke et område, eller dets area.yml har fejl. Kør: kulturpunkt check")
    try:
        return import_file(root, area, slug(chosen.name or file.stem) or "fil", file, now)
    except OSError:
        raise CommandError(f"{file} kan ikke læses.") from None


def _write_proposal(folder: Path, proposal: ImportProposal) -> None:
    """Write a proposal for the workflow: its text, and its files as they stand below the project's top."""
    lay(folder / "body.md", as_markdown(proposal).encode())
    for file in proposal.files:
        lay(folder / "files" / file.path, file.text.encode())
