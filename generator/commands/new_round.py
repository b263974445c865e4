"""`kulturpunkt new round`: the two files of a new round, a draft that begins as the last round was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator import paths
from generator.commands import CommandError
from generator.commands.context import site_at
from generator.danish.spans import Period
from generator.editing.form.write import scalar
from generator.model.programme import Step
from generator.model.rounds import FOLDER, Round, RoundStatus
from generator.text.sanitise import line

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def files(root: Path, name: str) -> dict[str, str]:
    """Return the files of a new round by their paths. Raise CommandError where there cannot be one of that name.

    Each step of the last round is in it, as many years later as the name says; all of it is there to be changed.
    """
    if better := paths.better_name(name, "ny-runde"):
        raise CommandError(f"Runden kan ikke hedde «{line(name)}». Skriv for eksempel «{better}».")
    site = site_at(root)
    if any(each.name == name for each in site.rounds):
        raise CommandError(f"Runden {name} findes allerede. Den er ikke ændret.")
    last = max(site.rounds, key=lambda each: each.begins)
    years = _years(name, last)
    return {
        f"{FOLDER}/{name}/round.yml": "\n".join(_facts(last, years)) + "\n",
        f"{FOLDER}/{name}/timeline.yml": "\n".join(["trin:", *_steps(last, years)]) + "\n",
    }


def _years(name: str, last: Round) -> int:
    """Return how many years after the last round the new one begins: by the first year in its name, or right after it."""
    named = _YEAR.search(name)
    return int(named[0]) - last.begins.year if named else last.ends.year - last.begins.year + 1


def _facts(last: Round, years: int) -> Iterator[str]:
    yield "## Ret det hele, så det passer. Runden vises først, når der står: status: offentlig."
    yield f"status: {RoundStatus.DRAFT.value}"
    yield f"periode: {_span(last.facts.period, years)}"
    yield f"områder: {last.facts.area_count}"
    yield f"beløb: {scalar(last.facts.amount.text)}"
    yield from ("", "## Det, der er særligt for runden. Fjern # foran linjen, hvis I vil bruge den.", "# tekst: I denne runde …")


def _steps(last: Round, years: int) -> Iterator[str]:
    yield f"  ## Trinene er fra runden {last.title}. Ret dagene, og tilføj eller slet trin."
    for step in last.timeline.steps:
        yield from _step(step, years)


def _step(step: Step, years: int) -> Iterator[str]:
    key = _YEAR.sub(lambda year: str(int(year[0]) + years), step.key)
    said = {"nøgle": key, "titel": step.title, "hvem": step.who, "periode": _span(step.period, years), "tekst": step.text}
    for place, (key, value) in enumerate((key, value) for key, value in said.items() if value):
        yield f"  {'  ' if place else '- '}{key}: {value if key == 'periode' else scalar(' '.join(value.split()))}"


def _span(span: Period, years: int) -> str:
    """Return a span some years later, as months where it was months: `2027-03..2028-08`."""
    begins, ends = _later(span.begins, years), _later(span.ends, years)
    first, last = (f"{each:%Y-%m}" if span.months else each.isoformat() for each in (begins, ends))
    return first if first == last else f"{first}..{last}"


def _later(day: date, years: int) -> date:
    """Return the same day some years later; for 29 February the day before it."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + years, day=28 if leap else day.day)
