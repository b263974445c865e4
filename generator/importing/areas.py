"""Imports the sources of areas, one after the other: what is wrong with one of them stops no other one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from generator.importing.fetch import fetch
from generator.importing.formats import read_source
from generator.importing.imported import MOST_BYTES, Reading, SourceError
from generator.importing.limit import within
from generator.importing.outcome import ImportProposal
from generator.importing.proposal import propose_import, window_for
from generator.model.area import Area
from generator.model.site import Site
from generator.model.sources import FILE as SOURCES_FILE
from generator.model.sources import CalendarSource
from generator.reading.folders import area_folders

_UNFORESEEN = "{}: Kilden kan ikke læses ({}). Skriv det til den, der passer siden."
Fetch = Callable[[str], bytes]


def import_area(
    root: Path, site: Site, area: Area, now: datetime, name: str | None = None, fetching: Fetch = fetch
) -> ImportProposal:
    """Return what an area's sources propose; only of the source `name` where one is given. Whatever fails is a fault of it."""
    readings: dict[str, Reading] = {}
    faults = []
    for key, source in area.sources.items():
        if name not in (None, key):
            continue
        try:
            readings[key] = _read(site, area, key, source, now, fetching)
        except SourceError as error:
            faults.append(f"{key}: {error}")
        except Exception as error:  # a source is anybody's: what it breaks is its own import, and no other one
            faults.append(_UNFORESEEN.format(key, type(error).__name__))
    return _proposed(root, area, readings, now, faults)


def import_file(root: Path, area: Area, name: str, file: Path, now: datetime) -> ImportProposal:
    """Return what a calendar in a file proposes for an area, as its source `name`. Raise OSError where it cannot be opened."""
    with file.open("rb") as opened:
        content = opened.read(MOST_BYTES + 1)
    try:
        source = area.sources.get(name)
        with within():
            reading = read_source(content, window_for(area.events, name, now), source.kind if source else None)
    except SourceError as error:
        return ImportProposal(area.slug, area.name, faults=(f"{name}: {error}",))
    except Exception as error:
        return ImportProposal(area.slug, area.name, faults=(_UNFORESEEN.format(name, type(error).__name__),))
    return _proposed(root, area, {name: reading}, now, [])


def _read(site: Site, area: Area, key: str, source: CalendarSource, now: datetime, fetching: Fetch) -> Reading:
    if not site.sources.allow(area.slug, source.address):
        raise SourceError(f"Adressen er ikke godkendt endnu. En af programmets folk skriver den i {SOURCES_FILE}.")
    content = fetching(source.address)
    with within():
        return read_source(content, window_for(area.events, key, now), source.kind)


def _proposed(root: Path, area: Area, readings: dict[str, Reading], now: datetime, faults: list[str]) -> ImportProposal:
    try:
        proposal = propose_import(root, area, readings, area.sources, now)
    except Exception as error:
        faults = [*faults, _UNFORESEEN.format(area.slug, type(error).__name__)]
        return ImportProposal(area.slug, area.name, faults=tuple(faults))
    return replace(proposal, faults=(*faults, *proposal.faults))


def missing_areas(root: Path, site: Site) -> Iterator[ImportProposal]:
    """Yield a fault for each area whose own file cannot be read, so that nothing is imported into it."""
    for slug in area_folders(root):
        if site.area(slug) is None:
            fault = "Områdets area.yml har fejl, så intet er hentet. Kør: kulturpunkt check"
            yield ImportProposal(slug, slug, faults=(fault,))
