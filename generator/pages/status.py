"""The status of the content: what each area has and lacks, and what must be in order before the site is opened.

It is for the staff, as a page, as text and as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from generator import urls
from generator.danish import formatting
from generator.danish.dates import ZONE
from generator.model.area import Area, Status
from generator.model.folders import folder_of
from generator.pages import area_progress
from generator.pages.area_progress import AreaProgress
from generator.pages.context import SiteContext
from generator.pages.page import GUIDE, Crumb, Page
from generator.pages.readiness import Point, readiness
from generator.reading.settings import Settings
from generator.repository.history import FolderHistory, History

LACKING = "mangler"
COLUMNS = ("Lokalområde", "Fortælling", "Billede", "Kontakt", "Ejere", "Eksempler", "Næste arrangement", "Sidst ændret")


@dataclass(frozen=True, slots=True)
class AreaStatus:
    """What one area has. `examples` counts its example events; `next_event` is the next one that takes place.

    `contact` is `navn` where a person has agreed to be shown, `mail` where there is only an address, and empty where there is
    neither.
    """

    slug: str
    name: str
    status: str
    story: bool
    picture: bool
    contact: str
    owners: int
    events: int
    examples: int
    next_event: str | None
    next_start: datetime | None
    next_url: str | None
    changed: datetime | None
    progress: AreaProgress


@dataclass(frozen=True, slots=True)
class SiteStatus:
    """The status at `now`: all areas in Danish order, and the points that must be in order before the site is opened."""

    now: datetime
    areas: tuple[AreaStatus, ...]
    points: tuple[Point, ...]


def site_status(context: SiteContext, history: History, settings: Settings) -> SiteStatus:
    """Return the status of all areas in the context, which may hold drafts too."""
    folders = history.by_folder()
    areas = tuple(_area_status(context, area, folders.get(folder_of(area.slug), FolderHistory())) for area in context.site.areas)
    documents = [file.name for file in sorted((context.root / "content").glob("*.md"))]
    return SiteStatus(context.now, areas, readiness(context.site, settings, documents, context.now.date()))


def _area_status(context: SiteContext, area: Area, history: FolderHistory) -> AreaStatus:
    occurrence = context.calendar.first_of(area.slug)
    contact = area.contact
    return AreaStatus(
        slug=area.slug,
        name=area.name,
        status=area.status.value,
        story=bool(area.story.strip()),
        picture=area.picture is not None,
        contact="" if not (contact and contact.reachable) else "navn" if contact.named else "mail",
        owners=len(context.site.owners.areas.get(area.slug, ())),
        events=len(area.events),
        examples=sum(event.example for event in area.events),
        next_event=occurrence.event.title if occurrence else None,
        next_start=occurrence.begins if occurrence else None,
        next_url=urls.event(occurrence.event) if occurrence else None,
        changed=history.latest(),
        progress=area_progress.area_progress(context, area, history),
    )


def cells(area: AreaStatus) -> tuple[str, ...]:
    """Return an area as the cells of a table, one for each of COLUMNS."""
    name = _name(area)
    day = formatting.short_date(area.next_start.date()) if area.next_start else ""
    return (
        name,
        _has(area.story),
        _has(area.picture),
        {"navn": "navn og samtykke", "mail": "kun mail"}.get(area.contact, LACKING),
        str(area.owners or LACKING),
        str(area.examples or "ingen"),
        f"{area.next_event}, {day}" if area.next_event else LACKING,
        formatting.short_date(area.changed.astimezone(ZONE).date()) if area.changed else "ukendt",
    )


def _name(area: AreaStatus) -> str:
    return area.name if area.status == Status.PUBLIC else f"{area.name} ({area.status})"


def as_text(found: SiteStatus) -> str:
    """Return the table and the points for a terminal."""
    lines = _aligned([COLUMNS, *map(cells, found.areas)])
    progress = _aligned([area_progress.COLUMNS, *_progress(found)])
    marks = [f"[{'x' if point.ready else ' '}] {': '.join(filter(None, (point.title, point.detail)))}" for point in found.points]
    left = sum(not point.ready for point in found.points)
    done = f"{left} af {len(marks)} punkter mangler." if left else "Alt er klar."
    heading = f"Så langt er de {formatting.full_day(found.now.date())}"
    known = area_progress.HOW_OWN_CHANGES_ARE_KNOWN
    return "\n".join([*lines, "", heading, *progress, known, "", "Klar til åbning?", *marks, done])


def _progress(found: SiteStatus) -> Iterator[tuple[str, ...]]:
    return (area_progress.cells(_name(area), area.progress) for area in found.areas)


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the rows of a table as lines, each column as wide as its widest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def as_json(found: SiteStatus) -> str:
    """Return the status as JSON."""
    named = [{"title": point.title, "ready": point.ready, "detail": point.detail} for point in found.points]
    data = {"version": 1, "generated": found.now, "areas": [asdict(area) for area in found.areas], "readiness": named}
    return json.dumps(data, ensure_ascii=False, indent=1, default=datetime.isoformat)


def status(found: SiteStatus) -> Page:
    """Return the page /rediger/status/. It is hidden from search engines, and shows nothing that is not public."""
    values = {
        "columns": COLUMNS,
        "rows": list(_rows(found.areas)),
        "day": formatting.full_day(found.now.date()),
        "progress_columns": area_progress.COLUMNS,
        "progress": [{"url": urls.area(area.slug), "cells": row} for area, row in zip(found.areas, _progress(found), strict=True)],
        "own_changes": area_progress.HOW_OWN_CHANGES_ARE_KNOWN,
        "points": [{"title": point.title, "ready": point.ready, "parts": _parts(point.detail)} for point in found.points],
        "data": urls.STATUS_DATA,
    }
    crumbs = (GUIDE, Crumb("Status", None))
    description = "Hvad hvert lokalområde har og mangler, og hvad der skal være klart, før siden åbner."
    return Page(urls.STATUS, "status.html", "Status", description, values, colour="yellow", hidden=True, crumbs=crumbs)


def _rows(areas: Sequence[AreaStatus]) -> Iterator[dict[str, Any]]:
    for area in areas:
        name, *others = cells(area)
        linked = {COLUMNS.index("Næste arrangement") - 1: area.next_url}
        yield {
            "name": name,
            "url": urls.area(area.slug),
            "cells": [{"text": text, "lacking": text == LACKING, "url": linked.get(place)} for place, text in enumerate(others)],
        }


def _parts(text: str) -> list[dict[str, Any]]:
    """Return a text in parts, each either words or code."""
    return [{"text": part, "code": place % 2 == 1} for place, part in enumerate(text.split("`")) if part]


def _has(there: bool) -> str:
    return "ja" if there else LACKING
