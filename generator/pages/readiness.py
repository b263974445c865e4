"""What must be in order before the site is opened to the public."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from generator.danish.formatting import counted, joined, plain_day
from generator.model.area import Area, Status
from generator.model.membership import takes_part
from generator.model.owners import FILE as OWNERS_FILE
from generator.model.programme import PROGRAMME_FILE, Statement
from generator.model.site import Site
from generator.reading.settings import FILE as SETTINGS_FILE
from generator.reading.settings import Settings, is_example

_DOCUMENTS = {"tilgaengelighed.md": "Siden om tilgængelighed", "privatliv.md": "Siden om privatliv"}


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that must be in order. `detail` says in Danish what is missing, and is empty where nothing is. Code in it stands
    between backticks."""

    title: str
    detail: str

    @property
    def ready(self) -> bool:
        return not self.detail


def readiness(site: Site, settings: Settings, documents: Collection[str], today: date) -> tuple[Point, ...]:
    """Return all points as they stand on a day, for the areas that take part then. `documents` are the pages in content/."""
    public = [area for area in site.areas if area.status is Status.PUBLIC and takes_part(area, site.rounds, site.round, today)]
    return (
        Point("Sidens egen adresse", _address(settings.site_url, "site_url")),
        Point("Stedet, hvor filerne rettes", _address(settings.repo_url, "repo_url")),
        Point("Eksemplerne slået fra", _examples(site) if settings.examples else ""),
        Point(f"Alle {site.programme.area_count} lokalområder på siden", _areas(public, site.programme.area_count)),
        Point("En fortælling fra hvert område", _lacking(public, lambda area: bool(area.story.strip()))),
        Point("En kontakt i hvert område", _lacking(public, lambda area: area.contact is not None and area.contact.reachable)),
        Point("Ejere af hvert område", _lacking(public, lambda area: bool(site.owners.areas.get(area.slug)))),
        Point("Ejere af programmets egne filer", "" if site.owners.staff else f"Skriv programmets egne folk i `{OWNERS_FILE}`."),
        *(Point(title, "" if name in documents else f"Skriv `content/{name}`.") for name, title in _DOCUMENTS.items()),
        Point("Tilgængelighedserklæringen i WAS-Tool", _statement(site.programme.statement, today)),
        Point("En licens for data", "" if site.programme.licence else f"Skriv `licens` i `{PROGRAMME_FILE}`."),
    )


def _statement(statement: Statement | None, today: date) -> str:
    """Return what is missing of the statement, which is to be renewed once a year."""
    if statement is None:
        return f"Lav den i WAS-Tool, og skriv dens adresse ved `tilgængelighedserklæring` i `{PROGRAMME_FILE}`."
    if statement.renewed + relativedelta(years=1) > today:
        return ""
    said = f"Den er fra {plain_day(statement.renewed)} og skal fornyes hvert år."
    return f"{said} Forny den i WAS-Tool, og skriv den nye dag ved `fornyet` i `{PROGRAMME_FILE}`."


def _address(address: str, key: str) -> str:
    if not is_example(address):
        return ""
    named = f"Den hedder endnu `{address}`." if address else "Den mangler."
    return f"{named} Skriv den rigtige ved `{key}` i `{SETTINGS_FILE}`."


def _lacking(public: Sequence[Area], has: Callable[[Area], bool]) -> str:
    missing = [area.name for area in public if not has(area)]
    return f"Det mangler i {joined(missing)}." if missing else "" if public else "Ingen områder er offentlige endnu."


def _areas(public: Sequence[Area], agreed: int) -> str:
    return "" if len(public) >= agreed else f"Der er {len(public)} med `status: offentlig`."


def _examples(site: Site) -> str:
    counted = list(_counts(site))
    seen = f"Opdigtet er {joined(counted)}. " if counted else ""
    return f"{seen}Sæt `examples: false` i `{SETTINGS_FILE}`, så vises de ikke."


def _counts(site: Site) -> Iterator[str]:
    numbers = (
        (sum(area.status is Status.EXAMPLE for area in site.areas), "område", "områder"),
        (sum(event.example for event in site.all_events()), "arrangement", "arrangementer"),
        (sum(idea.example for idea in site.ideas), "idé", "idéer"),
    )
    return (counted(number, one, many) for number, one, many in numbers if number)
