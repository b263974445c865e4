"""How far each area is: its steps, goals and results, what it has held, its partners, and its own people's last change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from generator.danish import formatting
from generator.danish.dates import ZONE
from generator.model.area import Area
from generator.model.measures import Id, Kind, Measure
from generator.model.membership import steps_taken
from generator.pages.context import SiteContext
from generator.repository.history import FolderHistory

COLUMNS = ("Lokalområde", "Trin", "Mål", "Resultater", "Holdt", "Partnere", "Ændret af området selv")
OWNER, PERHAPS = "ejer", "måske"
HOW_OWN_CHANGES_ARE_KNOWN = (
    "»Ændret af området selv« er den sidste rettelse, som en af områdets ejere i content/owners.yml har skrevet eller er nævnt som "
    "medforfatter til. Det ses på den adresse, som GitHub giver en konto. »Måske« er en rettelse af nogen, der hverken er en robot "
    "eller en af programmets egne. »Ukendt« er det, historikken ikke kan sige: en rettelse, som en robot eller programmet har lagt "
    "ind for området, tæller ikke, og hvem der er med på et hold, står ikke i den."
)


@dataclass(frozen=True, slots=True)
class AreaProgress:
    """How far one area is. `partners` counts by sector, and `goals` by how far the area has come (`ikke oplyst` where it has not
    said). `held` counts the dates that were held, and `numbered` those of which it has said how many came.

    `own_change` is when the area's own people last changed something, and `own_change_by` how that is known: `ejer`, `måske`, or
    empty where it is not.
    """

    steps: tuple[str, ...]
    goals: Mapping[str, int]
    results: int
    held: int
    numbered: int
    partners: Mapping[str, int]
    own_change: datetime | None
    own_change_by: str


def area_progress(context: SiteContext, area: Area, history: FolderHistory) -> AreaProgress:
    """Return how far an area is at the context's moment."""
    own = context.measures_of.get(area.slug, [])
    changed, by = _own_change(context, area, history)
    return AreaProgress(
        steps=tuple(title for title, _ in steps_taken(area, context.site.rounds)),
        goals=dict(Counter(measure.group for measure in own if measure.kind is Kind.GOALS)),
        results=len(area.results),
        held=len(_things(own, Kind.HELD)),
        numbered=len(_things(own, Kind.PEOPLE)),
        partners=dict(Counter(measure.group for measure in own if measure.kind is Kind.PARTNERS)),
        own_change=changed,
        own_change_by=by,
    )


def _things(own: Iterable[Measure], kind: Kind) -> set[Id]:
    """Return what an owner has said something of one kind about."""
    return {thing for measure in own if measure.kind is kind for thing in measure.of}


def _own_change(context: SiteContext, area: Area, history: FolderHistory) -> tuple[datetime | None, str]:
    """Return when the area's own people last changed something, and how that is known."""
    owners = context.site.owners
    if known := history.latest(lambda mails: owners.are_of_area(area.slug, mails)):
        return known, OWNER
    # Without the programme's own people nobody can be set apart from them.
    perhaps = history.latest(owners.are_of_others) if owners.staff else None
    return perhaps, PERHAPS if perhaps else ""


def cells(name: str, progress: AreaProgress) -> tuple[str, ...]:
    """Return an area as the cells of a table, one for each of COLUMNS."""
    return (
        name,
        formatting.joined(progress.steps) if progress.steps else "ingen",
        _counted(progress.goals),
        str(progress.results or "ingen"),
        f"{progress.held}, {progress.numbered or 'ingen'} med tal" if progress.held else "ingen",
        _counted(progress.partners),
        _own(progress),
    )


def _counted(groups: Mapping[str, int]) -> str:
    """Return `4: 1 delvist, 3 nået`."""
    counted = ", ".join(f"{count} {group}" for group, count in sorted(groups.items()))
    return f"{sum(groups.values())}: {counted}" if groups else "ingen"


def _own(progress: AreaProgress) -> str:
    if progress.own_change is None:
        return "ukendt"
    day = formatting.short_date(progress.own_change.astimezone(ZONE).date())
    return day if progress.own_change_by == OWNER else f"{day} ({PERHAPS})"
