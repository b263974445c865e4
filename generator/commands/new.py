"""`kulturpunkt new`: writes the files of a new area, event or round, ready to fill in."""

from __future__ import annotations

import argparse
from pathlib import Path

from pydantic import ValidationError

from generator.commands import CommandError, new_round
from generator.commands.dots import as_fields
from generator.commands.files import folder_name
from generator.content.load import load
from generator.content.loader import folder_fault
from generator.content.model_errors import message_for
from generator.editing.form.write import file_name
from generator.editing.schema import templates
from generator.media.dots import choices_of, deal
from generator.model.area import PLACEHOLDER, AreaFacts, Status
from generator.model.content import Content
from generator.model.event import EventFacts
from generator.model.folders import PROGRAMME, area_file, event_file
from generator.model.owners import FILE as OWNERS_FILE
from generator.reading.folders import areas_with_a_file
from generator.text.sanitise import line

HELP = "lav en ny fil til et område, et arrangement eller en runde"


def arguments(parser: argparse.ArgumentParser) -> None:
    made = parser.add_subparsers(dest="kind", metavar="SLAGS", required=True)
    area = made.add_parser("area", help="et nyt lokalområde")
    area.add_argument("slug", help="mappens navn: små bogstaver og bindestreger, for eksempel vores-by")
    area.add_argument("--navn", required=True, help="lokalområdets navn")
    area.add_argument("--kommune", required=True, help="kommunens navn")
    area.set_defaults(make=_area)
    event = made.add_parser("event", help="et nyt arrangement")
    event.add_argument("owner", metavar="område", help="områdets mappe, for eksempel nordmors, eller programmet")
    event.add_argument("title", metavar="titel", help="hvad arrangementet hedder")
    event.add_argument("--start", required=True, help='dag og klokkeslæt, for eksempel "2026-05-01 kl. 18.00"')
    event.set_defaults(make=_event)
    round_ = made.add_parser("round", help="en ny runde")
    round_.add_argument("name", metavar="navn", help="rundens navn, for eksempel 2027-2028")
    round_.set_defaults(make=_round)


def run(chosen: argparse.Namespace) -> int:
    """Return 0 when the file is written, 2 when it cannot be."""
    root = Path.cwd()
    try:
        texts, advice = chosen.make(root, chosen)
        for path, text in texts.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            with (root / path).open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
    except FileExistsError:
        raise CommandError(f"{path} findes allerede. Den er ikke ændret.") from None
    print(*(f"Lavet: {path}" for path in texts), advice, sep="\n")
    for problem in load(root)[1]:
        if problem.path in texts:
            print(problem)
    return 0


_Made = tuple[dict[str, str], str]
"""Texts by their paths, and what to do next."""


def _area(root: Path, chosen: argparse.Namespace) -> _Made:
    """Return an area's file: a draft, so that nothing is shown before it is filled in, in the last of several rounds."""
    name = chosen.slug
    if fault := folder_fault(name):
        raise CommandError(fault)
    facts = {"navn": line(chosen.navn), "status": Status.DRAFT.value, "kommune": line(chosen.kommune), "resumé": PLACEHOLDER}
    site, _ = load(root)
    facts |= as_fields(*deal(name, [choices_of(area, area.slug) for area in site.areas] if site else []))
    facts |= {"runder": max(site.rounds, key=lambda each: each.begins).name} if site and len(site.rounds) > 1 else {}
    _validate(AreaFacts, facts)
    advice = (
        f"Skriv i stedet for «{PLACEHOLDER}». Området vises først, når der står status: offentlig.\n"
        f"Skriv fortællingen i areas/{name}/index.md og områdets ejere i {OWNERS_FILE}. Kør derefter: kulturpunkt schema"
    )
    return {area_file(name): templates.area_file(facts)}, advice


def _round(root: Path, chosen: argparse.Namespace) -> _Made:
    name = chosen.name
    advice = (
        "Ret periode, antal og beløb i den første og trinene i den anden. Skriv i områdernes area.yml, hvilke runder de er med i:\n"
        f"runder: [{name}]\nVar området også med før, så skriv de runder foran: ellers er det kun med i den nye.\n"
        "Runden vises først, når der står status: offentlig. Vejledningen hedder «En ny runde»."
    )
    return new_round.files(root, name), advice


def _event(root: Path, chosen: argparse.Namespace) -> _Made:
    owner = folder_name(chosen.owner)
    areas = areas_with_a_file(root)
    if owner not in (*areas, PROGRAMME):
        raise CommandError(f"Området «{owner}» findes ikke. Skriv et af dem, der er: {', '.join((*areas, PROGRAMME))}.")
    facts = {"titel": line(chosen.title), "start": line(chosen.start)}
    _validate(EventFacts, facts)
    path = event_file(owner, file_name(facts["titel"]))
    advice = "Skriv teksten under den sidste linje med ---, og kør så: kulturpunkt check"
    return {path: templates.event_file(facts)}, advice


def _validate(model: type[Content], facts: dict[str, str]) -> None:
    """Raise CommandError with what is wrong with the facts."""
    try:
        model.model_validate(facts)
    except ValidationError as error:
        faults = error.errors(include_url=False)
        said = (f"{fault['loc'][0]}: {message_for(model, fault['loc'], fault)[0]}" for fault in faults)
        raise CommandError("\n".join(said)) from None
